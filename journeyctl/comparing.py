"""Two versions, or all versions since a revision: read, compared and written."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from journeyctl import inputs, kinds, pipeline, revisions
from journeyctl.compare.changes import changes
from journeyctl.compare.effect import effect
from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Journey
from journeyctl.reporters.changes import Difference
from journeyctl.reporters.full import Line
from journeyctl.run import Run
from journeyctl.source import Source
from journeyctl.targets import FORMATS, Format

Kind = Format | Literal["text", "markdown"]

PICTURES: tuple[Format, ...] = tuple(one for one in FORMATS if one != "json")
"""The formats of a picture; JSON is what changed, and not the data of its picture."""

KINDS: tuple[Kind, ...] = ("text", "markdown", "json", *PICTURES)


def between(run: Run, old: str, new: str, language: str) -> list[Difference] | None:
    """The difference of two versions, each a path, ``REV:path`` or ``-``; None where one of them
    cannot be read, which is told. The words are those of ``language``, "" for the file's own."""
    sources = [_read(one) for one in (old, new)]
    failed = [one for one in sources if isinstance(one, Diagnostic)]
    run.tell(failed)
    if failed:
        return None
    journeys = [_journey(run, one, language) for one in sources if isinstance(one, Source)]
    return [_difference(journeys[0], journeys[1])]


def since(run: Run, revision: str, paths: Sequence[str], language: str) -> list[Difference] | None:
    """The differences of all journeys under the paths to what they were, in the order of their
    paths; None where git does not tell. A journey that went to another path is found by its
    title; of one that came or went the other version is empty."""
    names = revisions.journeys(revision, paths)
    if isinstance(names, Diagnostic):
        run.tell([names])
        return None
    there = [path for path in paths if names == [] or os.path.lexists(path)]
    found, problems = inputs.find(there)
    run.tell([one for one in problems if not names or one.kind is not kinds.NO_JOURNEYS])
    befores = {os.path.normpath(name): revisions.read(revision, f"./{name}") for name in names}
    afters = {os.path.relpath(one.path or ""): inputs.read(one) for one in found}
    olds = _journeys(run, befores, language, tell=False)
    news = _journeys(run, afters, language, tell=True)
    # What could not be read, then or now, is told and not taken for gone.
    return [
        _difference(olds.get(one), news.get(other), other or one)
        for one, other in _pairs(olds, news)
        if one not in befores.keys() - olds.keys() and other not in afters.keys() - news.keys()
    ]


def _pairs(olds: dict[str, Journey], news: dict[str, Journey]) -> list[tuple[str, str]]:
    """The old and the new path of each journey, "" for none."""
    gone = {journey.facts.title: path for path, journey in olds.items() if path not in news}
    pairs = []
    for path, journey in news.items():
        pairs.append((path if path in olds else gone.pop(journey.facts.title, ""), path))
    came = {one for one, _ in pairs}
    pairs += [(path, "") for path in olds if path not in came]
    return sorted(pairs, key=lambda pair: pair[1] or pair[0])


def _read(argument: str) -> Source | Diagnostic:
    """The text that a path, ``REV:path`` or ``-`` names, or why there is none."""
    if revision := revisions.split(argument):
        return revisions.read(*revision)
    found, problems = inputs.find([argument])
    if len(found) == 1 and not inputs.is_folder(Path(argument)):
        return inputs.read(found[0])
    message = "This is a folder; a version is one journey."
    help = "Name a file, or compare the folder with a revision: `--git HEAD`."
    return problems[0] if problems else Diagnostic(kinds.UNREADABLE, message, argument, help=help)


def _journeys(
    run: Run, texts: dict[str, Source | Diagnostic], language: str, *, tell: bool
) -> dict[str, Journey]:
    """The journeys of all texts that could be read."""
    read = {}
    for path, text in texts.items():
        if isinstance(text, Source):
            read[path] = _journey(run, text, language, tell=tell)
        else:
            run.tell([text])
    return read


def _journey(run: Run, source: Source, language: str, *, tell: bool = True) -> Journey:
    """The journey of a text. Of what is wrong with it only errors are told: what they are about
    is perhaps not compared."""
    journey, findings = pipeline.check(source, language)
    if tell:
        errors = [one for one in findings if one.severity == "error"]
        run.tell(run.chosen(source.path, errors))
    return journey


def _difference(old: Journey | None, new: Journey | None, path: str = "") -> Difference:
    nothing, _ = pipeline.check(Source("", ""))
    before, after = old or nothing, new or nothing
    found = changes(before, after)
    return Difference(before, after, found, effect(before, after, found), path)


def write(
    run: Run, found: list[Difference], kind: Kind, place: Path | None, theme: str, language: str
) -> None:
    """Write the differences; in text those of the journeys that changed."""
    if kind == "json":
        from journeyctl.reporters.changes import json

        run.save(json(found).encode(), place)
    elif kind == "text" or kind == "markdown":
        _tell(run, found, kind, place, language)
    else:
        for one in found:
            _draw(run, one, kind, place, theme)


def _tell(run: Run, found: list[Difference], kind: Kind, place: Path | None, language: str) -> None:
    from journeyctl.compare.telling import tell
    from journeyctl.reporters import terminal
    from journeyctl.reporters.changes import text
    from journeyctl.words import words_for

    shown = found if len(found) == 1 else [one for one in found if one.found.changes]
    words = [words_for((one.new if one.new.stages else one.old).facts.language) for one in shown]
    told = [
        (tell(one.old, one.new, one.found, one.effect, said, one.path), said)
        for one, said in zip(shown, words, strict=True)
    ]
    lines: list[Line] = [line for one in told for line in text(*one)]
    if not shown:
        lines = [[(words_for(language).text("diff.none"), "")]]
    if kind == "markdown" and shown:
        from journeyctl.renderers.changes import markdown

        run.save("\n".join(markdown(*one) for one in told).encode(), place)
    elif place is None:
        terminal.say(lines, sys.stdout)
    else:
        run.save(terminal.plain(lines).encode(), place)


def _draw(run: Run, one: Difference, format: Format, place: Path | None, theme: str) -> None:
    from journeyctl.views import changes as view
    from journeyctl.views.setting import setting_for

    chosen = run.theme(one.new.source.path, theme)
    if chosen is None:
        return
    setting = setting_for(one.new)._replace(theme=chosen)
    drawing = view.draw(one.old, one.new, one.found, setting)
    options = pipeline.Options(theme=chosen)
    drawn, troubles = pipeline.pictures(one.new, "changes", drawing, (format,), options)
    run.tell(run.chosen(one.new.source.path, troubles))
    for picture in drawn.values():
        run.save(picture, place)
