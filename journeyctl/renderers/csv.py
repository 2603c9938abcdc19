"""Tables as CSV (RFC 4180), safe to open in a spreadsheet."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

Cell: TypeAlias = str | float | None
"""A text, a number, or None for nothing."""

# What makes a spreadsheet take a text for a formula; the wide forms do so in East Asian ones. Of
# apostrophes before it one more is written, so that who reads it back can always take off one.
_FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")
_QUOTED = frozenset(',"\r\n')


def csv(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows, a line each that ends in CRLF; numbers with a point and at most six decimals.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, so that what
    somebody wrote in a journey does nothing on the machine of who opens the table.
    """
    return "".join(",".join(map(_cell, row)) + "\r\n" for row in rows)


def meant(text: str) -> str:
    """A text as it was before it went into a cell."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def _cell(value: Cell) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    text = f"'{value}" if _FORMULA.match(value) else value
    if _QUOTED.isdisjoint(text):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'
