"""A text of cells (RFC 4180) with the place of each; the delimiter is guessed."""

import re
from typing import NamedTuple

from journeyctl.source import Span

DELIMITERS = (",", ";", "\t")


_NAMED = re.compile(r"\ufeff?sep=([,;\t])[ \t]*(?:\r?\n|\Z)", re.IGNORECASE)


class Cell(NamedTuple):
    """``is_open``: it begins with a quote that is never closed."""

    value: str
    span: Span
    is_open: bool = False


def guessed_delimiter(text: str) -> str:
    """The delimiter that the text names, as Excel does (``sep=;``), else that of which the first
    row has the most; a comma where it has none."""
    if named := _NAMED.match(text):
        return named[1]
    return max(DELIMITERS, key=lambda one: sum(map(len, rows(text, one, most=1))))


def rows(text: str, delimiter: str, most: int = 0) -> list[list[Cell]]:
    """The rows that are not empty, at most so many (0: all). A quoted cell may have breaks."""
    found: list[list[Cell]] = []
    row: list[Cell] = []
    named = _NAMED.match(text)
    at, end = (named.end() if named else 1 if text.startswith("\ufeff") else 0), len(text)
    while at <= end and not (most and len(found) == most):
        cell, at = _cell(text, at, delimiter)
        row.append(cell)
        if at < end and text[at] == delimiter:
            at += 1
            continue
        if any(one.value for one in row):
            found.append(row)
        row = []
        at += 2 if text.startswith("\r\n", at) else 1
    return found


def _cell(text: str, start: int, delimiter: str) -> tuple[Cell, int]:
    """The cell that begins at ``start``, and where it ends."""
    at, value, is_open = start, "", False
    if text.startswith('"', at):
        while True:
            close = text.find('"', at + 1)
            is_open = close < 0
            close = len(text) if is_open else close
            value += text[at + 1 : close]
            at = close + 1
            if not text.startswith('"', at):
                break
            value += '"'
    at = min(at, len(text))
    found = re.compile(f"[{delimiter}\r\n]").search(text, at)
    end = found.start() if found else len(text)
    value += text[at:end]
    return Cell(value.strip(), Span(start, end), is_open), end
