"""Durations: a number, a range or ``3+``, and a unit in any language that there are words in."""

import re
from functools import cache

from journeyctl.words import MINUTES, typed

DAY = MINUTES["day"]


@cache
def units() -> dict[str, float]:
    """The words for units, and how many minutes each is."""
    return {word: MINUTES[unit] for word, unit in typed("unit").items()}


# A third digit after the sign could be a thousand: 1.500 is not read at all.
_NUMBER = r"(\d{1,6}(?:[.,]\d{1,2})?)"
_DURATION = re.compile(rf"{_NUMBER}\s*(?:(\+)|-\s*{_NUMBER})?\s*([^\W\d_]+)\.?\Z")


def minutes(plain: str) -> tuple[float, float | None] | None:
    """The least and the most minutes of a duration, the most None for an open one (``3+``).

    None when ``plain`` is no duration. Its dashes are plain hyphens, and it has no outer
    spaces. A range that runs backwards is given as it is, for the caller to report.
    """
    found = _DURATION.match(plain)
    if found is None:
        return None
    unit = units().get(found[4].lower())
    if unit is None:
        return None
    low = _float(found[1]) * unit
    if found[2]:
        return low, None
    return low, _float(found[3]) * unit if found[3] else low


def spelt(plain: str) -> str:
    """A duration as the formatter writes it: no spaces but one before the unit.

    ``spelt("2 - 4weeks") == "2-4 weeks"``; what is no duration is given back.
    """
    found = _DURATION.match(plain)
    if found is None:
        return plain
    number = found[1] + (found[2] or "") + (f"-{found[3]}" if found[3] else "")
    return f"{number} {plain[found.start(4) :]}"


def _float(digits: str) -> float:
    return float(digits.replace(",", "."))
