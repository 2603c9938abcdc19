"""A journey's text, painted by the description: what role each part of it plays."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from journeyctl.highlight.description import FORMS, Piece, Rule


class Stroke(NamedTuple):
    """``text[start:end]`` plays ``role``, a key of ``ROLES``."""

    start: int
    end: int
    role: str


def paint(text: str) -> Iterator[Stroke]:
    """The parts of a text that play a role, in order. What lies between them is space.

    Lines end with LF; never raises.
    """
    start = 0
    for line in text.split("\n"):
        if not line.isspace():
            yield from _line(text, start, start + len(line))
        start += len(line) + 1


def _line(text: str, start: int, end: int) -> Iterator[Stroke]:
    line = text[start:end]
    for pattern, rule in _forms():
        found = pattern.match(line)
        if found:
            for one in _groups(found, 1, rule):
                yield Stroke(one.start + start, one.end + start, one.role)
            return


def _groups(found: re.Match[str], first: int, rule: Rule) -> Iterator[Stroke]:
    """The groups of a rule that was found, which are numbered from ``first``."""
    for number, role in enumerate(rule.roles, first):
        start, end = found.span(number)
        if start == end:
            continue
        if isinstance(role, Piece):
            yield from _piece(role, found.string, start, end)
        elif role:
            yield Stroke(start, end, role)


def _piece(piece: Piece, line: str, start: int, end: int) -> Iterator[Stroke]:
    at = start
    pattern, firsts = _rules(piece)
    for found in pattern.finditer(line, start, end) if pattern else ():
        if at < found.start() and piece.rest:
            yield Stroke(at, found.start(), piece.rest)
        # The rule's own group closes last; what is not in a group of it plays no role.
        number = found.lastindex or 0
        yield from _groups(found, number + 1, piece.rules[firsts.index(number)])
        at = found.end()
    if at < end and piece.rest:
        yield Stroke(at, end, piece.rest)


@cache
def _forms() -> list[tuple[re.Pattern[str], Rule]]:
    return [(re.compile(rule.pattern), rule) for rule in FORMS]


@cache
def _rules(piece: Piece) -> tuple[re.Pattern[str] | None, list[int]]:
    """All rules of a piece as one pattern, and the number of the group around each."""
    if not piece.rules:
        return None, []
    firsts = [1]
    for rule in piece.rules:
        firsts.append(firsts[-1] + 1 + len(rule.roles))
    return re.compile("|".join(f"({rule.pattern})" for rule in piece.rules)), firsts[:-1]
