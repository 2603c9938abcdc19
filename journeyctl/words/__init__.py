"""What the tool says in pictures and reports, by language. One file a language.

A file here is all that a language needs: it is called by its tag (``fil.py``) and holds
``MESSAGES`` with the keys of ``en.py``. Those under ``typed.`` are no messages: they are the
spellings, with spaces between, by which stages and units of time are known in a journey.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from math import floor
from pathlib import Path
from typing import Literal, NamedTuple, cast

from journeyctl.direction import filled, joined


def _with_a_file() -> Iterator[str]:
    for path in sorted(Path(__file__).parent.iterdir()):
        if path.suffix in (".py", ".pyc") and path.stem not in ("__init__", "en"):
            yield path.stem


LANGUAGES = ("en", *_with_a_file())
"""The tags of all languages that there are words in, English first."""

_OTHER_TAGS = {"tl": "fil"}

MINUTES = {
    "year": 525_600.0,
    "month": 43_200.0,
    "week": 10_080.0,
    "day": 1_440.0,
    "hour": 60.0,
    "minute": 1.0,
    "second": 1 / 60,
}
"""How many minutes a unit of time has, the longest first. A month is 30 days, a year 365."""

_UNITS = tuple((unit, minutes) for unit, minutes in MINUTES.items() if minutes >= 1)
_MOST = 180  # of a unit, before a longer one reads better; three hours in minutes


class Words(NamedTuple):
    """A language's messages by key, and how it writes numbers, counts, lists and durations.

    A message that is counted has its forms apart by ``|``, the one for 1 first; a language
    without a plural has one form.
    """

    language: str
    messages: dict[str, str]

    def text(self, key: str, **values: object) -> str:
        """The message, with ``{name}`` filled in; names that run to the left keep to their places.
        A missing key is a bug, and raises KeyError."""
        message = self.messages[key]
        return filled(message, values) if values else message

    def counted(self, key: str, count: float, **values: object) -> str:
        """The message in the form for ``count``, which fills ``{count}``."""
        forms = self.messages[key].split("|")
        form = forms[0 if count == 1 else -1]
        return filled(form, {"count": self.number(count), **values})

    def number(self, value: float, places: int = 1) -> str:
        """A number as the language writes it, with at most ``places`` decimals."""
        # Halves go up, also those that floating point makes a little less.
        value = (
            floor(round(abs(value) * 10**places, 6) + 0.5) / 10**places * (-1 if value < 0 else 1)
        )
        text = f"{value:,.{places}f}"
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        if text == "-0":
            text = "0"
        if self.messages["number.decimal"] == ",":
            text = text.translate({ord(","): ".", ord("."): ","})
        return text

    def percent(self, value: float) -> str:
        """A share, given in percent."""
        return self.number(value) + "%"

    def known(self, group: str, word: str) -> str:
        """A word of a fixed list (a role, a kind) in this language; another one as it is."""
        return self.messages.get(f"{group}.{word}", word)

    def listing(self, parts: Sequence[str], joint: Literal["and", "or"] = "and") -> str:
        """``a``, ``a and b``, ``a, b and c``."""
        if len(parts) < 2:
            return "".join(parts)
        key = f"list.{joint}.two" if len(parts) == 2 else f"list.{joint}.more"
        return self.text(key, first=joined(", ", parts[:-1]), last=parts[-1])

    def kind_of_journey(self, type: str, scope: str, state: str) -> str:
        """``B2B customer journey, as it is today``; ``type`` and ``state`` may be empty."""
        kind = self.text(f"journey.{scope}", type=self.known("type", type)).strip()
        kind = kind[0].upper() + kind[1:]
        return f"{kind}, {self.known('journey', state)}" if state else kind

    def duration(self, low: float, high: float | None) -> str:
        """A stretch of time, from minutes; ``high`` is None for an open one.

        The unit is the longest in which both ends are whole; where there is none, the
        numbers are rounded and the text says "about". ``10 minutes – 3 days`` has two.
        """
        if high is None:
            return self.text("duration.open", duration=self.duration(low, low))
        if low <= 0 < high:
            return self.text("duration.up-to", duration=self.duration(high, high))
        if not high:
            return self.counted("unit.minute", 0)
        for unit, minutes in _UNITS:
            if low % minutes == 0 and high % minutes == 0 and high <= _MOST * minutes:
                return self._range(unit, low / minutes, high / minutes)
        unit, minutes = next((one for one in _UNITS if low >= 3 * one[1]), _UNITS[-1])
        if high > _MOST * minutes:
            return self.text(
                "duration.between", low=self.duration(low, low), high=self.duration(high, high)
            )
        ends = (round(end) if end >= 3 else end for end in (low / minutes, high / minutes))
        return self.text("duration.about", duration=self._range(unit, *ends))

    def _range(self, unit: str, low: float, high: float) -> str:
        amount = self.counted(f"unit.{unit}", high)
        return amount if low == high else f"{self.number(low)}–{amount}"


def catalogue(language: str) -> str:
    """Which of ``LANGUAGES`` a tag means (``id-ID`` is ``id``), "" for none of them."""
    base = language.replace("_", "-").split("-")[0].lower()
    found = _OTHER_TAGS.get(base, base)
    return found if found in LANGUAGES else ""


def words_for(language: str) -> Words:
    """The words of a language, by its tag; of one without words, or "", those of English."""
    return _words(catalogue(language) or "en")


@cache
def _words(language: str) -> Words:
    module = import_module(f"journeyctl.words.{language}")
    return Words(language, cast("dict[str, str]", module.MESSAGES))


def typed(group: Literal["stage", "unit"]) -> dict[str, str]:
    """Every spelling, in any language, of a stage of the models or a unit of time, and which
    it is: ``typed("unit")["menit"] == "minute"``."""
    start = f"typed.{group}."
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for key, spellings in _words(language).messages.items():
            if key.startswith(start):
                for spelling in spellings.split():
                    found.setdefault(spelling, key.removeprefix(start))
    return found
