"""What stands in one cell of a table: names in a list, and a text with more in brackets behind it.

Both ways, so that what is written is read as it was meant. A name that has a sign of a list in it
stands in double quotes, with ``""`` for one of its own.
"""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from journeyctl.exchange.drafting import one_line
from journeyctl.syntax.durations import minutes
from journeyctl.syntax.signs import plain

_MARK = r"(?P<mark>@|system:\s*)"
_FEELING = re.compile(r"(.*\S)\s*\(([1-5])\)\Z")
_BRACKETS = re.compile(r' \(((?:[^()"]|"(?:[^"]|"")*+")*+)\)\Z')
_NEEDS_QUOTES = re.compile(rf'[;,()"]|\A{_MARK}', re.IGNORECASE)


def _items(signs: str, mark: str = "") -> re.Pattern[str]:
    quoted = rf'"(?P<quoted>(?:[^"]|"")*+)"\s*(?:\((?P<felt>[1-5])\)\s*)?(?=[{signs}]|\Z)'
    return re.compile(rf"\s*{mark}(?:{quoted}|(?P<plain>[^{signs}]+))", re.IGNORECASE)


_BY_LINE, _BY_COMMA, _BEHIND = _items(";\n"), _items(","), _items(",;", f"{_MARK}?")


class Behind(NamedTuple):
    """What stands in brackets behind a text; ``duration`` is as it was written, "" for none."""

    people: tuple[str, ...] = ()
    systems: tuple[str, ...] = ()
    duration: str = ""


Knows: TypeAlias = Callable[[str], bool]
"""Whether somebody, or something, is called so."""


def listed(names: Iterable[tuple[str, int | None]]) -> str:
    """Names in one line, each with its feeling, if any, in brackets."""
    return "; ".join(_quoted(name) + (f" ({felt})" if felt else "") for name, felt in names)


def names(text: str) -> list[tuple[str, int | None]]:
    """The names in a list, which semicolons or breaks part, or else commas; with the feeling of
    each, from 1 to 5."""
    items = list(_BY_LINE.finditer(text))
    if len(items) == 1 and items[0]["plain"] and not text.endswith(";"):
        items = list(_BY_COMMA.finditer(text))
    found: list[tuple[str, int | None]] = []
    for one in items:
        name, felt = _name(one), one["felt"]
        if one["plain"] and (told := _FEELING.match(name)):
            name, felt = told[1], told[2]
        if name:
            found.append((name, int(felt) if felt else None))
    return found


def told(text: str, behind: Behind, is_person: Knows, is_system: Knows) -> str:
    """A text in one line, with what stands behind it. Where there is nothing, and the text itself
    ends in what would be read so, it is an empty pair of brackets."""
    parts = [f"@{_quoted(one)}" for one in behind.people]
    parts += [f"system: {_quoted(one)}" for one in behind.systems]
    parts += [_quoted(behind.duration)] if behind.duration else []
    line = one_line(text)
    if parts or read(line, is_person, is_system)[1] is not None:
        return f"{line} ({', '.join(parts)})"
    return line


def read(line: str, is_person: Knows, is_system: Knows) -> tuple[str, Behind | None]:
    """A text, and what stands in brackets behind it; None, and the whole line, where these are
    brackets of its own. A name without a mark is known, or a system beside what is no name."""
    brackets = _BRACKETS.search(line)
    if brackets is None:
        return line, None
    people: list[str] = []
    systems: list[str] = []
    rest: list[str] = []
    duration = ""
    for item in _BEHIND.finditer(brackets[1]):
        mark, name = item["mark"], _name(item)
        if not mark and not duration and minutes(plain(name)):
            duration = name
        elif mark == "@" or (not mark and is_person(name)):
            people.append(name)
        elif mark or is_system(name):
            systems.append(name)
        elif name:
            rest.append(name)
    if rest and not (people or duration):
        return line, None
    return line[: brackets.start()], Behind(tuple(people), (*systems, *rest), duration)


def _name(item: re.Match[str]) -> str:
    return one_line(item["plain"] or (item["quoted"] or "").replace('""', '"'))


def _quoted(name: str) -> str:
    """A name as it stands in a list."""
    if not _NEEDS_QUOTES.search(name):
        return name
    doubled = name.replace('"', '""')
    return f'"{doubled}"'
