"""Journeys as they were: texts from the git repository around the working folder, through git.

Nothing of a repository is run: no filters, no hooks, no pager.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from shutil import which
from typing import NamedTuple

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic
from journeyctl.inputs import MOST_BYTES, SUFFIX, Input, decoded, fixed_part, matches
from journeyctl.source import Source

_TIMEOUT = 30.0
_MOST_NAMES = 16 * 1024 * 1024  # bytes of a list of files


def split(argument: str) -> tuple[str, str] | None:
    """``REV:path`` in its two parts; None for a path, also for one that has a colon and exists,
    and for an address."""
    revision, colon, path = argument.partition(":")
    if not (colon and revision and path) or path.startswith("//") or Path(argument).exists():
        return None
    return revision, path


def read(revision: str, path: str) -> Source | Diagnostic:
    """The text of a file as it was, or why there is none. The path is from the top of the
    repository, or from the working folder where it begins with ``./``."""
    shown = f"{revision}:{path}"
    advice = "Name a revision and a path in it, such as `HEAD~1:samples/minimal.journey`."
    data = _git(["cat-file", "blob", shown], shown, MOST_BYTES + 1, advice)
    if isinstance(data, Diagnostic):
        return data
    return decoded(Input(shown, None), data)


class Listed(NamedTuple):
    """What a revision has below some paths, from the working folder, in order: its journeys, and
    the submodules, whose versions are in repositories of their own."""

    journeys: list[str]
    submodules: list[str]


def journeys(revision: str, paths: Sequence[str]) -> Listed | Diagnostic:
    """The journeys that a revision has below some paths, or that a pattern matches."""
    found = Listed([], [])
    if ":" in revision:
        help = "Name the folder behind it, as a path of its own."
        return Diagnostic(kinds.NO_REVISION, "A revision has no path here.", revision, help=help)
    plain = [path for path in paths if fixed_part(path) == path]
    for group in ([plain] if plain else []) + [[path] for path in paths if path not in plain]:
        command = ["ls-tree", "-r", "-z", revision, "--", *map(fixed_part, group)]
        advice = (
            "Name a revision that is here, such as `HEAD~1`; fetch that of another place first."
        )
        data = _git(command, revision, _MOST_NAMES, advice)
        if isinstance(data, Diagnostic):
            return data
        for kind, name in _entries(data):
            if " commit " in kind:
                found.submodules.append(name)
            elif name.endswith(SUFFIX) and (group is plain or matches(group[0], name)):
                found.journeys.append(name)
    submodules = {*found.submodules, *_around(revision, paths)}
    return Listed(sorted(set(found.journeys)), sorted(submodules))


def _around(revision: str, paths: Sequence[str]) -> list[str]:
    """The submodules that the paths lead into, of which git does not tell where one is asked for
    what stands in it."""
    inner = (PurePath(os.path.relpath(fixed_part(path))) for path in paths)
    above = dict.fromkeys(one for path in inner for one in path.parents if one.name.strip("."))
    if not above:
        return []
    command = ["ls-tree", "-z", revision, "--", *map(str, above)]
    data = _git(command, revision, _MOST_NAMES, "")
    if isinstance(data, Diagnostic):
        return []
    return [name for kind, name in _entries(data) if " commit " in kind]


def _entries(data: bytes) -> Iterator[tuple[str, str]]:
    """What ``ls-tree -z`` tells of each thing, and its path."""
    for line in data.decode("utf-8", "surrogateescape").split("\0"):
        kind, _, name = line.partition("\t")
        yield kind, name


def _git(command: list[str], shown: str, limit: int, advice: str) -> bytes | Diagnostic:
    """What git answers, or what went wrong, about ``shown``; ``advice`` is what helps where the
    whole history is here."""
    from journeyctl.outputs.engine import last_line
    from journeyctl.outputs.process import TooMuch, run

    program = which("git")
    if program is None:
        help = "Install git, or name two files."
        return Diagnostic(kinds.NO_REVISION, "git was not found.", shown, help=help)
    if shown.startswith("-"):
        return Diagnostic(kinds.NO_REVISION, "No revision begins with a hyphen.", shown)
    try:
        result = run([program, "--no-pager", *command], b"", timeout=_TIMEOUT, limit=limit)
        help = _help(program, advice) if result.code else ""
    except TooMuch:
        return Diagnostic(kinds.TOO_LARGE, "git gives back more than a journey can be.", shown)
    except OSError:
        return Diagnostic(kinds.NO_REVISION, "git did not answer.", shown)
    if result.code:
        said = last_line(result.words).removeprefix("fatal: ").rstrip(".")
        message = f"git knows no such thing: {said}."
        if said.endswith("bad file"):
            message = "This is no file there, but a folder or a submodule."
        return Diagnostic(kinds.NO_REVISION, message, shown, help=help)
    return result.output


def _help(program: str, advice: str) -> str:
    """What to do about a revision that git does not know."""
    from journeyctl.outputs.process import run

    asked = [program, "rev-parse", "--is-shallow-repository"]
    result = run(asked, b"", timeout=_TIMEOUT, limit=100)
    if result.code:
        return "Run it in a clone of the repository that has the versions."
    if result.output.strip() == b"true":
        lacking = "Only the last commits are here: fetch the others first."
        return f"{lacking} (In CI, `fetch-depth: 0` on GitHub, `GIT_DEPTH: 0` on GitLab.)"
    if not run([program, "rev-list", "-n1", "--all"], b"", timeout=_TIMEOUT, limit=100).output:
        return "There are no commits in this repository yet: make the first one."
    return advice
