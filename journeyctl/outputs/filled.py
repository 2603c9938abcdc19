"""Reports from templates of one's own: found beside the journey, filled in bounds."""

import json
import pickle
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, at
from journeyctl.model.journey import Journey
from journeyctl.outputs.process import TooMuch, run
from journeyctl.renderers.filling import MOST_BYTES, NOTATIONS, WRONG, Task
from journeyctl.reports.context import context_of
from journeyctl.source import Source
from journeyctl.templates import templates_folder
from journeyctl.words import words_for

ENDINGS = tuple(f"{ending}.j2" for ending in NOTATIONS)

TIMEOUT = 10.0
MEMORY = 512 * 1024**2
LIMIT = 50 * 1024**2
"""Seconds, bytes of memory and bytes of output that a template may take."""

_NAMED = re.compile(r"""["']([^"'/\s][^"'\s]*\.j2)["']""")
_CODE = "import sys; sys.path[:] = {path!r}; from journeyctl.renderers.filling import main; main()"


class Template(NamedTuple):
    """A template by its name in a folder, out of which nothing is read."""

    folder: Path
    name: str


def is_file(asked: str) -> bool:
    """Whether ``--template`` names one template, and no folder of them."""
    return asked.endswith(".j2")


def find(asked: str, kind: str, journey: str) -> Template | Diagnostic:
    """The template of a report, looked up beside the journey (a path) first, then from the
    working folder. In a folder it is called ``KIND.md.j2``; one that is not there is ours."""
    for base in (Path(journey).parent, Path()):
        place = base / asked
        if is_file(asked) and place.is_file():
            return Template(place.parent, place.name)
        if not is_file(asked) and place.is_dir():
            return Template(place, f"{kind}.md.j2")
    what = "template" if is_file(asked) else "folder of templates"
    message = f"There is no {what} `{asked}`, neither beside the journey nor here."
    help = f"A template's name ends in {', '.join(ENDINGS)}; any other is a folder's."
    return Diagnostic(kinds.NO_TEMPLATE, message, journey, help=help)


def state(template: Template) -> str:
    """What a template and those that it names hold, as one line: a report is out of date where
    that has changed."""
    from hashlib import sha256

    found = sha256()
    folders = (template.folder, templates_folder() / "report")
    names = [template.name]
    known = {template.name}
    for name in names:
        place = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if place:
            with place.open("rb") as file:
                data = file.read(MOST_BYTES)
            found.update(repr((name, data)).encode())
            parts = dict.fromkeys(_NAMED.findall(data.decode("utf-8", "replace")))
            names += [part for part in parts if part not in known]
            known.update(parts)
    return found.hexdigest()


def fill(
    template: Template,
    journey: Journey,
    findings: Sequence[Diagnostic],
    timeout: float = TIMEOUT,
) -> bytes | Diagnostic:
    """The text that a template makes of a journey, or what is wrong with the template.

    It runs in Jinja's sandbox, in a process of its own with limits. The text ends with one
    newline.
    """
    context = context_of(journey, findings, words_for(journey.facts.language))
    task = Task(template.folder, template.name, context)
    command = [sys.executable, "-I", "-S", "-W", "ignore", "-c", _CODE.format(path=sys.path)]
    path = str(template.folder / template.name)
    try:
        done = run(command, pickle.dumps(task), timeout=timeout, limit=LIMIT, memory=MEMORY)
    except TimeoutError:
        return _endless(path, f"The template did not come to an end in {timeout:g} seconds.")
    except TooMuch:
        return _endless(path, f"The template writes more than {LIMIT // 1024**2} MB.")
    if done.code == WRONG:
        where, line, message = json.loads(done.words)
        return _wrong(where or path, line, message)
    if done.code < 0 or b"MemoryError" in done.words:
        return _endless(path, f"The template takes more than {MEMORY // 1024**2} MB of memory.")
    if done.code:
        raise RuntimeError(done.words.decode("utf-8", "replace"))
    return done.output.strip(b"\n") + b"\n"


def _endless(path: str, message: str) -> Diagnostic:
    help = "Look for a loop in a loop, and for text that is repeated."
    return Diagnostic(kinds.ENDLESS_TEMPLATE, message, path, help=help)


def _wrong(path: str, line: int, message: str) -> Diagnostic:
    help = "docs/templates.md tells all that a template can use."
    try:
        with Path(path).open("rb") as file:
            source = Source(path, file.read(MOST_BYTES).decode("utf-8", "replace"))
    except OSError:
        return Diagnostic(kinds.BAD_TEMPLATE, message, path, help=help)
    line = min(max(line, 1), source.line_count)
    return at(kinds.BAD_TEMPLATE, source, source.line_span(line), message, help=help)
