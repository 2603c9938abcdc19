"""The configuration: ``journeyctl.toml``, or ``[tool.journeyctl]`` in a ``pyproject.toml``.

The nearest one above a journey holds for it; the keys are ``select``, ``ignore`` and
``error``, each a list of rules by name, code or family, ``theme``, the name of one, and
``themes``, a table for each theme of one's own.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from journeyctl import kinds
from journeyctl.choosing import Choice
from journeyctl.diagnostics import Diagnostic, Kind, at
from journeyctl.reporters.text import shown
from journeyctl.source import Source, Span
from journeyctl.toml import Toml

if TYPE_CHECKING:
    from journeyctl.themes import Theme

OWN = "journeyctl.toml"
SHARED = "pyproject.toml"
CODES = ("select", "ignore", "error")
KEYS = (*CODES, "theme", "themes")
MOST_BYTES = 1024 * 1024

_TABLE = "Write `[themes.ours]`, and below it the keys of the theme `ours`."


class Configuration(NamedTuple):
    """Which findings are told, in which theme is drawn ("" where that is not said), and the
    themes of one's own by their names: None for those that were refused."""

    choice: Choice
    theme: str
    themes: "dict[str, Theme | None]"


NOTHING = Configuration(Choice(), "", {})
"""What holds without a configuration."""


class Configurations:
    """What holds for the journeys of each folder. Each file is read once, each folder looked
    at once."""

    def __init__(self) -> None:
        self._known: dict[Path, Configuration] = {}

    def of(self, folder: Path) -> tuple[Configuration, list[Diagnostic]]:
        """What holds for a folder, and what is wrong with its configuration when that is read
        for the first time. Of a configuration with faults the rest holds."""
        start = Path(os.path.normpath(Path.cwd() / folder))
        passed: list[Path] = []
        holds = NOTHING
        faults: list[Diagnostic] = []
        for place in (start, *start.parents):
            known = self._known.get(place)
            if known is not None:
                holds = known
                break
            passed.append(place)
            found = _configured(place)
            if found is not None:
                holds, faults = found
                break
        self._known.update(dict.fromkeys(passed, holds))
        return holds, faults


def _configured(folder: Path) -> tuple[Configuration, list[Diagnostic]] | None:
    """What a folder's own configuration says; None where it has none."""
    own = folder / OWN
    if own.is_file():
        return _read(own, ())
    shared = folder / SHARED
    # A project of Python that says nothing of journeys is passed by without reading TOML.
    return _read(shared, ("tool", "journeyctl")) if shared.is_file() else None


def _read(file: Path, table: tuple[str, ...]) -> tuple[Configuration, list[Diagnostic]] | None:
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


def _refused(path: str, message: str) -> tuple[Configuration, list[Diagnostic]]:
    return NOTHING, [Diagnostic(kinds.BAD_CONFIGURATION, message, path)]


class _Reader:
    """Reads one file; ``path`` are the keys that lead to the table which is ours."""

    def __init__(self, source: Source, path: tuple[str, ...]) -> None:
        self._source = source
        self._toml = Toml(source, path)
        self._faults: list[Diagnostic] = []

    def read(self) -> tuple[Configuration, list[Diagnostic]] | None:
        """What the file says and what is wrong with it; None where it says nothing of ours."""
        try:
            table = self._toml.read()
        except (ValueError, RecursionError) as error:
            span, reason = self._toml.where(error)
            self._fault(span, f"This is no TOML: {reason[:1].lower()}{reason[1:]}.")
            return NOTHING, self._faults
        if table is None:
            return None
        if not isinstance(table, dict):
            self._fault(None, "`tool.journeyctl` is no table.")
            return NOTHING, self._faults
        known = {key: value for key, value in table.items() if self._is_known(key)}
        choice = Choice(**{key: self._codes(key, known[key]) for key in known if key in CODES})
        themes = self._themes(known["themes"]) if "themes" in known else {}
        theme = self._theme(known["theme"], themes) if "theme" in known else ""
        return Configuration(choice, theme, themes), self._faults

    def _is_known(self, key: str) -> bool:
        if key in KEYS:
            return True
        from journeyctl.syntax.names import nearest

        near = nearest(key, KEYS)
        help = f"Did you mean `{near}`?" if near else f"There are `{'`, `'.join(KEYS)}`."
        self._fault(self._toml.key(key), f"There is no key `{shown(key)}`.", help)
        return False

    def _codes(self, key: str, value: object) -> frozenset[str]:
        """The codes of all rules that a list names."""
        if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            help = f'Write for example `{key} = ["unused-name"]`.'
            self._fault(self._toml.key(key), f"`{key}` is no list of names.", help)
            return frozenset()
        from journeyctl.rules.choose import kinds_of, near

        if key == "select" and not value:
            help = "Name what is to be told, or leave the key out."
            self._fault(self._toml.key(key), "`select` names no rule.", help)
        for number, name in enumerate(value):
            if not kinds_of(name):
                meant = near(name)
                help = f"Did you mean `{meant}`?" if meant else "See `journeyctl rule --all`."
                place = self._toml.value(key, number)
                self._fault(place, f"There is no rule `{shown(name)}`.", help)
        return frozenset(kind.code for name in value for kind in kinds_of(name))

    def _theme(self, name: object, themes: "dict[str, Theme | None]") -> str:
        """The name of the theme to draw in. One that there is not is put to the refused."""
        from journeyctl.themes import unknown

        if not isinstance(name, str):
            help = 'Write for example `theme = "dark"`.'
            self._fault(self._toml.key("theme"), "`theme` is no name.", help)
            return ""
        if lacking := unknown(name, themes):
            themes[name] = None
            self._fault(self._toml.value("theme"), *lacking, kinds.NO_SUCH_THEME)
        return name

    def _themes(self, tables: object) -> "dict[str, Theme | None]":
        """The themes of one's own."""
        from journeyctl.themes.own import own

        if not isinstance(tables, dict):
            self._fault(self._toml.key("themes"), "`themes` is no table.", _TABLE)
            return {}
        themes: dict[str, Theme | None] = {}
        for name, table in tables.items():
            if not isinstance(table, dict):
                message = f"The theme `{shown(name)}` is no table."
                self._fault(self._toml.key("themes", name), message, _TABLE)
                themes[name] = None
                continue
            themes[name], faults = own(name, table)
            for fault in faults:
                place = self._place(name, table, *fault.value)
                self._fault(place, fault.message, fault.help, fault.kind)
        return themes

    def _place(self, theme: str, table: dict[str, Any], key: str, number: int) -> Span | None:
        """Where a value of a theme is written, or its key where the value is no text."""
        if not key:
            return self._toml.key("themes", theme)
        from journeyctl.themes.own import KEYS

        if number >= 0:
            return self._toml.value("themes", theme, key, number)
        if key in KEYS and isinstance(table[key], str):
            return self._toml.value("themes", theme, key)
        return self._toml.key("themes", theme, key)

    def _fault(
        self, span: Span | None, message: str, help: str = "", kind: Kind = kinds.BAD_CONFIGURATION
    ) -> None:
        if span is None:
            self._faults.append(Diagnostic(kind, message, self._source.path, help=help))
        else:
            self._faults.append(at(kind, self._source, span, message, help=help))
