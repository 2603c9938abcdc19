"""The configuration: ``journeyctl.toml``, or ``[tool.journeyctl]`` in a ``pyproject.toml``.

The nearest one above a journey holds for it; the keys are ``select``, ``ignore`` and
``error``, each a list of rules by name, code or family. Nothing is imported to read TOML
unless there is a file to be read.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from journeyctl import kinds
from journeyctl.choosing import Choice
from journeyctl.diagnostics import Diagnostic, at
from journeyctl.reporters.text import shown
from journeyctl.source import Source, Span

OWN = "journeyctl.toml"
SHARED = "pyproject.toml"
KEYS = ("select", "ignore", "error")
MOST_BYTES = 1024 * 1024

_MOST_TRIES = 100
_MARK = "place-of-a-finding"

Table = dict[str, Any]


class Configurations:
    """What holds for the journeys of each folder. Each file is read once, each folder looked
    at once."""

    def __init__(self) -> None:
        self._choices: dict[Path, Choice] = {}

    def of(self, folder: Path) -> tuple[Choice, list[Diagnostic]]:
        """The choice for a folder, and what is wrong with its configuration when that is read
        for the first time. Of a configuration with faults the rest holds."""
        start = Path(os.path.normpath(Path.cwd() / folder))
        passed: list[Path] = []
        choice = Choice()
        faults: list[Diagnostic] = []
        for place in (start, *start.parents):
            known = self._choices.get(place)
            if known is not None:
                choice = known
                break
            passed.append(place)
            found = _configured(place)
            if found is not None:
                choice, faults = found
                break
        self._choices.update(dict.fromkeys(passed, choice))
        return choice, faults


def _configured(folder: Path) -> tuple[Choice, list[Diagnostic]] | None:
    """What a folder's own configuration says; None where it has none."""
    own = folder / OWN
    if own.is_file():
        return _read(own, ())
    shared = folder / SHARED
    # A project of Python that says nothing of journeys is passed by without reading TOML.
    return _read(shared, ("tool", "journeyctl")) if shared.is_file() else None


def _read(file: Path, table: tuple[str, ...]) -> tuple[Choice, list[Diagnostic]] | None:
    path = os.path.relpath(file)
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        return _refused(path, f"The configuration cannot be read: {error.strerror}.")
    if table and table[-1].encode() not in data:
        return None
    if len(data) > MOST_BYTES:
        return _refused(path, "The configuration is larger than 1 MB.")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _refused(path, "The configuration is not UTF-8.")
    return _Reader(Source(path, text), table).read()


def _refused(path: str, message: str) -> tuple[Choice, list[Diagnostic]]:
    return Choice(), [Diagnostic(kinds.BAD_CONFIGURATION, message, path)]


class _Reader:
    """Reads one file; ``path`` are the keys that lead to the table which is ours."""

    def __init__(self, source: Source, path: tuple[str, ...]) -> None:
        self._source = source
        self._path = path
        self._tries = _MOST_TRIES

    def read(self) -> tuple[Choice, list[Diagnostic]] | None:
        try:
            table = self._table(self._source.text)
        except (ValueError, RecursionError) as error:
            return Choice(), [self._no_toml(error)]
        if table is None:
            return None
        if not isinstance(table, dict):
            return Choice(), [self._fault(None, "`tool.journeyctl` is no table.")]
        faults: list[Diagnostic] = []
        chosen = {
            key: self._codes(key, value, faults)
            for key, value in table.items()
            if self._is_known(key, faults)
        }
        return Choice(**chosen), faults

    def _table(self, text: str) -> Any:
        """What stands at ``path``; None for nothing. Raises ValueError, RecursionError."""
        import tomllib

        found: Any = tomllib.loads(text)
        for key in self._path:
            found = found.get(key) if isinstance(found, dict) else None
        return found

    def _is_known(self, key: str, faults: list[Diagnostic]) -> bool:
        if key in KEYS:
            return True
        from journeyctl.syntax.names import nearest

        near = nearest(key, KEYS)
        help = f"Did you mean `{near}`?" if near else f"There are `{'`, `'.join(KEYS)}`."
        faults.append(self._fault(self._key(key), f"There is no key `{shown(key)}`.", help))
        return False

    def _codes(self, key: str, value: object, faults: list[Diagnostic]) -> frozenset[str]:
        """The codes of all rules that a list names; what names none goes to ``faults``."""
        if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            help = f'Write for example `{key} = ["unused-name"]`.'
            faults.append(self._fault(self._key(key), f"`{key}` is no list of names.", help))
            return frozenset()
        from journeyctl.rules.choose import kinds_of, near

        if key == "select" and not value:
            help = "Name what is to be told, or leave the key out."
            faults.append(self._fault(self._key(key), "`select` names no rule.", help))
        for number, name in enumerate(value):
            if not kinds_of(name):
                meant = near(name)
                help = f"Did you mean `{meant}`?" if meant else "See `journeyctl rule --all`."
                place = self._name(key, number, name)
                faults.append(self._fault(place, f"There is no rule `{shown(name)}`.", help))
        return frozenset(kind.code for name in value for kind in kinds_of(name))

    def _no_toml(self, error: Exception) -> Diagnostic:
        """``tomllib`` puts the place at the end of its message, in words."""
        import re

        told = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error))
        reason = told[1] if told else str(error) or "it is nested too deeply"
        if told is None:
            span = None
        elif told[2] is None:
            span = Span(len(self._source.text), len(self._source.text))
        else:
            start = self._source.line_span(int(told[2])).start + int(told[3]) - 1
            span = Span(start, min(start + 1, len(self._source.text)))
        return self._fault(span, f"This is no TOML: {reason[:1].lower()}{reason[1:]}.")

    def _fault(self, span: Span | None, message: str, help: str = "") -> Diagnostic:
        if span is None:
            path = self._source.path
            return Diagnostic(kinds.BAD_CONFIGURATION, message, path, help=help)
        return at(kinds.BAD_CONFIGURATION, self._source, span, message, help=help)

    def _key(self, key: str) -> Span | None:
        return self._place(key, lambda table: _MARK in table and key not in table)

    def _name(self, key: str, number: int, name: str) -> Span | None:
        return self._place(name, lambda table: table[key][number] == _MARK)

    def _place(self, word: str, is_there: Callable[[Table], bool]) -> Span | None:
        """Where a key or a value is written: ``tomllib`` does not tell.

        Each place of the word in the text is tried: it is the one if another word there
        changes just what is sought. None where it is written in another way (an escape), or
        stands in the file too often.
        """
        for span in self._places(word):
            text = self._source.text
            try:
                table = self._table(text[: span.start] + _MARK + text[span.end :])
                if isinstance(table, dict) and is_there(table):
                    return span
            except (ValueError, KeyError, IndexError):
                continue
        return None

    def _places(self, word: str) -> Iterator[Span]:
        start = self._source.text.find(word)
        while start >= 0 and self._tries:
            self._tries -= 1
            yield Span(start, start + len(word))
            start = self._source.text.find(word, start + 1)
