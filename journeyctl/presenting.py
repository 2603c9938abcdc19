"""Which decks of slides are to be made, and where they go."""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic
from journeyctl.inputs import is_pipe
from journeyctl.making.decks import Decks, Design
from journeyctl.making.orders import Order, Place, Sources
from journeyctl.run import Run
from journeyctl.targets import Output

ENDINGS = {"pptx": "pptx", "html": "html", "pdf": "pdf", "markdown": "md"}
"""What the names of files end in, by the formats of decks."""

TOGETHER = "comparison"
"""The deck that is made of several journeys."""

_NAMES = {"overview": "slides", "workshop": "workshop-slides", TOGETHER: "comparison"}
_VERSION = re.compile(r'^__version__ = "([\w.+]+)"', re.MULTILINE)


def orders(
    run: Run,
    paths: Sequence[str],
    output: Output,
    name: str,
    decks: Decks,
    theme: str = "",
    *,
    dry: bool = False,
) -> Iterator[Order]:
    """The decks of a ``name`` that are to be made: of each journey, or of all a comparison.

    ``theme`` is the name that was asked for, "" for that of each journey's configuration. What
    is in the way of a deck is told, and it is left out. A ``dry`` run makes no folders.
    """
    from journeyctl.themes import built_in

    if name.endswith(".pptx"):
        library = _library()
        if not library:
            message = "A PowerPoint file needs a library that is not installed: python-pptx."
            help = "`pip install 'python-pptx>=1.0.2,<2'`, or write `.html`, `.pdf` or `.md`."
            run.tell([Diagnostic(kinds.NO_LIBRARY, message, output.path or "pptx", help=help)])
            return
        decks = decks._replace(library=library)
    for sources, place in _placed(run, paths, output, name, dry=dry):
        if refused := _refused(place, name, decks.design):
            run.tell([refused])
        elif colours := run.theme(sources[0].path, theme):
            light = not theme and colours == built_in("light")
            folder = _folder(place) if place else ""
            yield Order(
                sources, {name: place}, decks._replace(theme=colours, night=light, folder=folder)
            )


def _placed(
    run: Run, paths: Sequence[str], output: Output, name: str, *, dry: bool
) -> Iterator[tuple[Sources, Place]]:
    deck, _, ending = name.partition(".")
    endings = {name: f".{_NAMES[deck]}.{ending}"}
    if deck != TOGETHER:
        for source, places in run.planned(paths, endings, output, dry=dry):
            yield (source,), places[name]
        return
    for sources, places in run.together(paths, endings, output, dry=dry):
        if len(sources) > 1:  # Why others cannot be read is told.
            yield sources, places[name]


def _folder(place: Path) -> str:
    """The folder beside a deck in Markdown for its pictures."""
    return place.stem if place.suffix else f"{place.name}-pictures"


def _refused(place: Place, name: str, design: Design | None) -> Diagnostic | None:
    """Why no deck is written there; None where it is."""
    if name.endswith(".md") and (place is None or is_pipe(str(place))):
        message = "A deck in Markdown has its pictures in files beside it."
        help = "Name a file for it: `-o deck.md`."
        where = str(place or "standard output")
        return Diagnostic(kinds.BAD_OUTPUT, message, where, help=help)
    if place and design and os.path.realpath(place) == os.path.realpath(design.path):
        message = "The output would overwrite the template."
        help = "Give `-o` another name."
        return Diagnostic(kinds.BAD_OUTPUT, message, str(place), help=help)
    return None


def _library() -> str:
    """python-pptx with its version, 0 for an unknown one; "" where it is not installed.

    Neither is it imported, nor the index of all that is installed: each takes longer than a look
    at a hundred unchanged decks.
    """
    from importlib.util import find_spec

    found = find_spec("pptx")
    if not found or not found.origin:
        return ""
    try:
        told = _VERSION.search(Path(found.origin).read_text("utf-8"))
    except OSError:
        told = None
    return f"python-pptx {told[1] if told else '0'}"
