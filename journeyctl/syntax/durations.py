"""Durations: a number, a range or ``3+``, and a unit in English, Indonesian or Filipino."""

import re

HOUR = 60.0
DAY = 24 * HOUR

UNITS: dict[str, float] = {
    word: minutes
    for minutes, words in (
        (1 / 60, "s sec secs second seconds detik dtk segundo"),
        (1.0, "min mins minute minutes menit mnt minuto"),
        (HOUR, "h hr hrs hour hours jam oras"),
        (DAY, "d day days hari araw"),
        (7 * DAY, "w wk wks week weeks minggu mgg pekan linggo"),
        (30 * DAY, "mo mos month months bulan bln buwan"),
        (365 * DAY, "y yr yrs year years tahun thn taon"),
    )
    for word in words.split()
}
"""The words for units, and how many minutes each is."""

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
    unit = UNITS.get(found[4].lower())
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
