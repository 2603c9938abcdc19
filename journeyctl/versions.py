"""Journeys by name (files, ``REV:path`` of the git repository, ``-``), and pictures of several."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journeyctl import inputs, kinds, pipeline, revisions
from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Journey
from journeyctl.run import Run
from journeyctl.source import Source
from journeyctl.targets import FORMATS, Format

if TYPE_CHECKING:
    from journeyctl.views.drawing import Drawing

PICTURES: tuple[Format, ...] = tuple(one for one in FORMATS if one != "json")
"""The formats of a picture; JSON is what is told, and not the data of its picture."""


def load(
    run: Run, arguments: Sequence[str], language: str, instead: str, *, alike: bool = False
) -> list[Journey] | None:
    """The journeys that the arguments name; None where one cannot be read, which is told.

    Built-in words are those of ``language``, "" for each file's own; ``alike`` for the first
    file's in all. ``instead`` says what to do instead of naming a folder.
    """
    sources = [read(one, instead) for one in arguments]
    failed = [one for one in sources if isinstance(one, Diagnostic)]
    run.tell(failed)
    if failed:
        return None
    journeys: list[Journey] = []
    for source in sources:
        if isinstance(source, Source):
            journeys.append(journey(run, source, language))
            if alike:
                language = journeys[0].facts.language
    return journeys


def read(
    argument: str, instead: str, recode: Callable[[bytes], bytes] = bytes
) -> Source | Diagnostic:
    """The text that a path, ``REV:path`` or ``-`` names, or why there is none; ``instead`` says
    what to do instead of naming a folder, ``recode`` is what the bytes of a file are sent
    through."""
    if revision := revisions.split(argument):
        return revisions.read(*revision)
    if "://" in argument and not Path(argument).exists():
        help = "Save what is there as a file first."
        return Diagnostic(kinds.UNREADABLE, "An address is not read.", argument, help=help)
    if argument not in ("", "-") and inputs.is_folder(Path(argument)):
        return Diagnostic(kinds.UNREADABLE, "This is a folder, not a file.", argument, help=instead)
    found, problems = inputs.find([argument])
    if len(found) > 1:
        message = f"This pattern matches {len(found)} files, of which one can be read."
        return Diagnostic(kinds.UNREADABLE, message, argument, help=instead)
    return inputs.read(found[0], recode) if found else problems[0]


def journey(run: Run, source: Source, language: str, *, tell: bool = True) -> Journey:
    """The journey of a text. Of what is wrong with it only errors are told: what they are about
    is perhaps not compared."""
    told, findings = pipeline.check(source, language)
    if tell:
        errors = [one for one in findings if one.severity == "error"]
        run.tell(run.chosen(source.path, errors))
    return told


def save(
    run: Run,
    journeys: Sequence[Journey],
    drawing: "Drawing",
    format: Format,
    place: Path | None,
) -> None:
    """Write a picture of several journeys."""
    drawn, troubles = pipeline.pictures(journeys[0], "", drawing, (format,), pipeline.Options())
    troubles = [_of_all(journeys, one) for one in troubles]
    run.tell(run.chosen(journeys[0].source.path, troubles))
    for picture in drawn.values():
        run.save(picture, place)


def _of_all(journeys: Sequence[Journey], finding: Diagnostic) -> Diagnostic:
    """A finding about letters that have no glyph as one about all of the journeys: any of them
    may hold the letters, and these commands have the bundled engine alone."""
    if finding.kind is not kinds.NO_GLYPHS:
        return finding
    path = ", ".join(journey.source.path for journey in journeys)
    return Diagnostic(finding.kind, finding.message, path, help="Draw an SVG.")
