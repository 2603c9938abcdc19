"""Decks of slides: made of journeys, and written as PowerPoint, HTML, PDF or Markdown."""

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from journeyctl import inputs, kinds, pipeline
from journeyctl.diagnostics import Diagnostic, Failure
from journeyctl.model.journey import Journey
from journeyctl.reporters.text import shown
from journeyctl.run import Run
from journeyctl.source import Source
from journeyctl.targets import STDOUT, UNNAMED, Output

if TYPE_CHECKING:
    from journeyctl.renderers.deck_markdown import Flavour
    from journeyctl.slides.deck import Deck

Kind = Literal["pptx", "html", "pdf", "markdown"]

KINDS: tuple[Kind, ...] = ("pptx", "html", "pdf", "markdown")

_ENDINGS = {"pptx": "pptx", "html": "html", "pdf": "pdf", "markdown": "md"}


class Design(NamedTuple):
    """A PowerPoint file whose design slides are to have: its path and what is in it."""

    path: str
    data: bytes


class Order(NamedTuple):
    """What is wanted: the ``deck`` is a name in ``slides.make.DECKS``; ``only`` and ``skip`` are
    kinds of slides; ``theme`` and ``language`` are "" for the journey's own; ``design`` is
    None for the one that comes with journeyctl."""

    kind: Kind
    deck: str
    only: Collection[str] = ()
    skip: Collection[str] = ()
    theme: str = ""
    language: str = ""
    design: Design | None = None
    flavour: "Flavour" = "marp"


def present(run: Run, paths: Sequence[str], output: str, order: Order) -> None:
    """Make a deck of each journey, or one of all where the order is a comparison, and write it.

    What is wrong with the journeys is told; a deck is made of what stands all the same.
    """
    if order.kind == "pptx" and not _has_library():
        message = "A PowerPoint file needs a library that is not installed: python-pptx."
        help = "`pip install 'python-pptx>=1.0.2,<2'`, or write `.html`, `.pdf` or `.md`."
        run.tell([Diagnostic(kinds.NO_LIBRARY, message, output or "pptx", help=help)])
        return
    together = order.deck == "comparison"
    for journeys, place in (_one if together else _each)(run, paths, output, order):
        _present(run, journeys, place, order)


_Job = tuple[list[Journey], Path | None]


def _each(run: Run, paths: Sequence[str], output: str, order: Order) -> Iterator[_Job]:
    ending = _ENDINGS[order.kind]
    where = Output(output)
    for source, places in run.planned(paths, {ending: f".slides.{ending}"}, where, dry=False):
        yield [_journey(run, source, order.language)], places[ending]


def _one(run: Run, paths: Sequence[str], output: str, order: Order) -> Iterator[_Job]:
    """All journeys together, with built-in words in the language of the first."""
    language = order.language
    journeys: list[Journey] = []
    first: inputs.Input | None = None
    for source, input in run.sources(paths):
        journeys.append(_journey(run, source, language))
        first = first or input
        language = language or journeys[0].facts.language
    if len(journeys) < 2 or first is None:
        return
    where = Output(output)
    place = _place(first, f".comparison.{_ENDINGS[order.kind]}", where)
    if where.is_folder and not _folder(run, Path(output), parents=True):
        return
    if place is None or _is_free(run, place, journeys):
        yield journeys, place


def _place(first: inputs.Input, ending: str, output: Output) -> Path | None:
    """Where the deck of several journeys goes: beside the first, if nothing else is asked."""
    home = first.home
    name = (UNNAMED if home is None else home.stem) + ending
    if output.is_folder:
        return Path(output.path) / name
    if output.path:
        return None if output.path == STDOUT else Path(output.path)
    return None if home is None else home.with_name(name)


def _is_free(run: Run, place: Path, journeys: list[Journey]) -> bool:
    """Whether a deck may be written there; why it may not is told."""
    for journey in journeys:
        there = Path(journey.source.path)
        if place.exists() and there.exists() and place.samefile(there):
            message = f"The output would overwrite the journey `{there}`."
            help = "Give `-o` another name."
            run.tell([Diagnostic(kinds.BAD_OUTPUT, message, str(place), help=help)])
            return False
    return True


def _folder(run: Run, folder: Path, *, parents: bool) -> bool:
    """Whether the folder is there afterwards; why it is not is told."""
    try:
        folder.mkdir(parents=parents, exist_ok=True)
    except OSError as error:
        message = f"The folder cannot be made: {error.strerror}."
        run.tell([Diagnostic(kinds.BAD_OUTPUT, message, str(folder))])
        return False
    return True


def _journey(run: Run, source: Source, language: str) -> Journey:
    journey, findings = pipeline.check(source, language)
    run.tell(run.chosen(source.path, findings))
    return journey


def _present(run: Run, journeys: list[Journey], place: Path | None, order: Order) -> None:
    """Make the deck of these journeys and write it, or tell why not."""
    from journeyctl.slides.make import make
    from journeyctl.themes import built_in
    from journeyctl.views.setting import setting_for

    first = journeys[0]
    path = first.source.path
    empty = [one.source.path for one in journeys if not one.stages]
    if empty:
        message = "No slides were made: the journey has no stages."
        run.tell([Diagnostic(kinds.NOTHING_TO_DRAW, message, one) for one in empty])
        return
    theme = run.theme(path, order.theme)
    if theme is None:
        return
    run.working(f"{shown(path)}: slides")
    setting = setting_for(first)._replace(theme=theme)
    deck = make(journeys, order.deck, setting, order.only, order.skip)
    if not deck.slides:
        message = "No slides were made: the journey tells nothing of what was asked for."
        help = "Leave `--only` and `--skip` out to see what there is."
        run.tell([Diagnostic(kinds.NOTHING_TO_DRAW, message, path, help=help)])
        return
    night = None
    if order.kind == "html" and not order.theme and theme == built_in("light"):
        dark = setting._replace(theme=built_in("dark"))
        night = make(journeys, order.deck, dark, order.only, order.skip)
    run.working(f"{shown(path)}: {len(deck.slides)} slides")
    try:
        if order.kind == "markdown":
            _markdown(run, deck, place, order.flavour)
        else:
            run.save(_bytes(run, first, deck, night, order), place)
    except Failure as failure:
        if order.design and failure.kind == kinds.BAD_DESIGN:
            path = order.design.path
        run.tell([Diagnostic(failure.kind, failure.message, path, help=failure.help)])


def _bytes(run: Run, first: Journey, deck: "Deck", night: "Deck | None", order: Order) -> bytes:
    if order.kind == "pptx":
        from journeyctl.renderers.pptx import pptx

        return pptx(deck, order.design and order.design.data)
    if order.kind == "html":
        from journeyctl.renderers.deck_html import html

        return html(deck, night).encode()
    from journeyctl.renderers.deck_pdf import deck_pdf

    run.tell(run.chosen(first.source.path, _without_glyphs(first, deck)))
    return deck_pdf(deck)


def _without_glyphs(first: Journey, deck: "Deck") -> list[Diagnostic]:
    """A warning where the letters of a PDF lack any of the deck's."""
    from journeyctl.glyphs import without_glyphs
    from journeyctl.slides.compose import parts

    placed = [part for slide in deck.slides for part in parts(slide, deck, 1)]
    shapes = tuple(shape for part in placed for shape in part.drawing.shapes)
    whole = placed[0].drawing._replace(shapes=shapes)
    return without_glyphs(first.source, whole, "bundled", ["pdf"])


def _markdown(run: Run, deck: "Deck", place: Path | None, flavour: "Flavour") -> None:
    """Write the pictures first: the text that names them is there only when they are."""
    from journeyctl.renderers.deck_markdown import deck_markdown

    if place is None:
        message = "A deck in Markdown has its pictures in files beside it."
        help = "Name a file for it: `-o deck.md`."
        run.tell([Diagnostic(kinds.BAD_OUTPUT, message, "standard output", help=help)])
        return
    folder = place.stem if place.suffix else f"{place.name}-pictures"
    made = deck_markdown(deck, flavour, folder)
    if made.pictures and not _folder(run, place.with_name(folder), parents=False):
        return
    for name, picture in made.pictures.items():
        if not run.save(picture.encode(), place.parent / name):
            return
    run.save(made.text.encode(), place)


def _has_library() -> bool:
    from importlib.util import find_spec

    return find_spec("pptx") is not None
