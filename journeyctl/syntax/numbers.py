"""Numbers as a language writes them: ``1,500.5`` in English and Filipino, ``1.500,5`` in
Indonesian. Of a language without words only what can be read in one way is read."""

import re

from journeyctl.words import catalogue, words_for

_SHAPE = re.compile(
    r"""(?P<before>(?:[^\W\d_]{1,4}\.?|[^\W\d_]{0,3}[$€£¥₱₩₹฿₫₽₴₺])?)\s*
        (?P<sign>[+-]?)
        (?P<digits>\d(?:[\d.,]{0,30}\d)?)
        \s*(?P<after>[^\d=<>]{0,40})\Z""",
    re.VERBOSE,
)
_PLAIN = re.compile(r"\d+\Z")


def quantity(plain: str, language: str) -> tuple[float, str] | None:
    """The number and its unit (before, after or both; "" for none) of ``Rp 150.000`` or ``68%``.

    ``language`` is a tag such as ``en`` or ``id-ID``; "" is English. None when in doubt.
    """
    found = _SHAPE.match(plain)
    if found is None:
        return None
    value = number(found["digits"], language)
    if value is None:
        return None
    unit = " ".join(part for part in (found["before"], found["after"].strip()) if part)
    return (-value if found["sign"] == "-" else value), unit


def number(digits: str, language: str) -> float | None:
    """A number without sign and unit, or None where the language does not write it so."""
    if _PLAIN.match(digits):
        return float(digits)
    if not language or catalogue(language):
        decimal = words_for(language).messages["number.decimal"]
        return _read(digits, "." if decimal == "," else ",", decimal)
    # Unknown habits: certain when just one of the two is possible.
    readings = {_read(digits, ",", "."), _read(digits, ".", ",")} - {None}
    return readings.pop() if len(readings) == 1 else None


def _read(digits: str, thousands: str, decimal: str) -> float | None:
    whole, _, rest = digits.partition(decimal)
    groups = whole.split(thousands)
    if len(groups) > 1 and (
        not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:])
    ):
        return None
    if not all(map(_PLAIN.match, groups)) or (rest and not _PLAIN.match(rest)):
        return None
    return float("".join(groups) + "." + (rest or "0"))
