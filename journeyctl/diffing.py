"""Two versions, or all versions since a revision: read, compared and written."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from journeyctl import inputs, kinds, pipeline, revisions
from journeyctl.comparison.changes import changes
from journeyctl.comparison.effect import effect
from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Journey
from journeyctl.reporters.changes import Difference
from journeyctl.reporters.full import Line
from journeyctl.reporters.text import shown
from journeyctl.run import Run
from journeyctl.source import Source
from journeyctl.targets import Format
from journeyctl.versions import PICTURES, journey, load, save

if TYPE_CHECKING:
    from journeyctl.comparison.telling import Told
    from journeyctl.words import Words

Kind = Format | Literal["text", "markdown"]

KINDS: tuple[Kind, ...] = ("text", "markdown", "json", *PICTURES)


def between(run: Run, old: str, new: str, language: str) -> list[Difference] | None:
    """The difference of two versions, each a path, ``REV:path`` or ``-``; None where one of them
    cannot be read, which is told. The words are those of ``language``, "" for the file's own."""
    instead = "Name a file, or compare all in a folder with a revision: `--git HEAD`."
    journeys = load(run, (old, new), language, instead)
    return None if journeys is None else [_difference(journeys[0], journeys[1])]


def since(run: Run, revision: str, paths: Sequence[str], language: str) -> list[Difference] | None:
    """The differences of all journeys under the paths to what they were, in the order of their
    paths; None where git does not tell. A journey that went to another path is found by its
    title; of one that came or went the other version is empty."""
    listed = revisions.journeys(revision, paths)
    if isinstance(listed, Diagnostic):
        run.tell([listed])
        return None
    names, submodules = listed
    for one in submodules:
        run.say(f"{shown(one)} is a submodule, and passed over: ask for its versions in it.")
    there = [path for path in paths if names == [] or os.path.lexists(inputs.fixed_part(path))]
    found, problems = inputs.find(there)
    found = [one for one in found if not _is_below(one.path, submodules)]
    run.tell([one for one in problems if not names or one.kind is not kinds.NO_JOURNEYS])
    afters = {os.path.relpath(one.path or ""): inputs.read(one) for one in found}
    # What a folder does not stand for, such as a hidden file, is there and not gone.
    names = [os.path.normpath(name) for name in names]
    names = [name for name in names if name in afters or not os.path.lexists(name)]
    befores = {name: revisions.read(revision, f"./{name}") for name in names}
    olds = _journeys(run, befores, language, tell=False)
    news = _journeys(run, afters, language, tell=True)
    # What could not be read, then or now, is told, and taken neither for gone nor for new.
    for path in (befores.keys() - olds.keys()) | (afters.keys() - news.keys()):
        olds.pop(path, None)
        news.pop(path, None)
    return [
        _difference(olds.get(one), news.get(other), other or one)
        for one, other in _pairs(olds, news)
    ]


def _is_below(path: Path | None, folders: Sequence[str]) -> bool:
    return any(Path(os.path.relpath(path or "")).is_relative_to(one) for one in folders)


def _pairs(olds: dict[str, Journey], news: dict[str, Journey]) -> list[tuple[str, str]]:
    """The old and the new path of each journey, "" for none. Of several that are called alike and
    went elsewhere, those of one text belong together, then those of one file name."""
    pairs = [(path, path) for path in news if path in olds]
    gone = [path for path in olds if path not in news]
    came = [path for path in news if path not in olds]
    for sureness in range(3):
        left: dict[tuple[str, ...], list[str]] = {}
        for path in reversed(gone):
            left.setdefault(_likenesses(path, olds[path])[sureness], []).append(path)
        went = {
            path: same.pop()
            for path in came
            if (same := left.get(_likenesses(path, news[path])[sureness]))
        }
        pairs += [(old, new) for new, old in went.items()]
        taken = set(went.values())
        gone = [path for path in gone if path not in taken]
        came = [path for path in came if path not in went]
    pairs += [(path, "") for path in gone] + [("", path) for path in came]
    return sorted(pairs, key=lambda pair: pair[1] or pair[0])


def _likenesses(path: str, one: Journey) -> tuple[tuple[str, ...], ...]:
    """What a journey has in common with itself elsewhere, the surest first."""
    title = one.facts.title
    return (title, one.source.text), (title, Path(path).name), (title,)


def _journeys(
    run: Run, texts: dict[str, Source | Diagnostic], language: str, *, tell: bool
) -> dict[str, Journey]:
    """The journeys of all texts that could be read."""
    read = {}
    for path, text in texts.items():
        if isinstance(text, Source):
            read[path] = journey(run, text, language, tell=tell)
        else:
            run.tell([text])
    return read


def _difference(old: Journey | None, new: Journey | None, path: str = "") -> Difference:
    nothing, _ = pipeline.check(Source("", ""))
    before, after = old or nothing, new or nothing
    found = changes(before, after)
    return Difference(before, after, found, effect(before, after), path)


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
    from journeyctl.reporters import terminal
    from journeyctl.reporters.changes import text
    from journeyctl.words import words_for

    shown = found if len(found) == 1 else [one for one in found if one.found.changes]
    parts = told(shown)
    lines: list[Line] = [line for one in parts for line in text(*one)]
    if not shown:
        lines = [[(words_for(language).text("diff.none"), "")]]
    if kind == "markdown" and shown:
        from journeyctl.renderers.changes import markdown

        run.save("\n".join(markdown(*one) for one in parts).encode(), place)
    elif place is None:
        terminal.say(lines, sys.stdout)
    else:
        run.save(terminal.plain(lines).encode(), place)


def told(differences: Iterable[Difference]) -> "list[tuple[Told, Words]]":
    """Each difference as it is told, in the language of its journey, and the words of that."""
    from journeyctl.comparison.telling import tell
    from journeyctl.words import words_for

    out = []
    for one in differences:
        words = words_for((one.new if one.new.stages else one.old).facts.language)
        out.append((tell(one.old, one.new, one.found, one.effect, words, one.path), words))
    return out


def _draw(run: Run, one: Difference, format: Format, place: Path | None, theme: str) -> None:
    from journeyctl.views import changes as view
    from journeyctl.views.setting import setting_for

    chosen = run.theme(one.new.source.path, theme)
    if chosen is not None:
        setting = setting_for(one.new)._replace(theme=chosen)
        drawing = view.draw(one.old, one.new, one.found, setting)
        save(run, (one.old, one.new), drawing, format, place)
