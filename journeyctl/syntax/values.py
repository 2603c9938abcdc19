"""The small languages inside a line: durations, numbers, metrics, evidence, web links."""

import re
from typing import Literal, NamedTuple, cast

from journeyctl.diagnostics import Diagnostic, Edit, Fix, at
from journeyctl.kinds import (
    BAD_DURATION,
    BAD_EVIDENCE,
    BAD_LINK,
    BAD_METRIC,
    UNCLEAR_NUMBER,
    UNSAFE_LINK,
)
from journeyctl.source import Source, Span, Text
from journeyctl.syntax.durations import minutes, spelt
from journeyctl.syntax.names import nearest
from journeyctl.syntax.signs import plain, read_as_meant, unlike

Comparator = Literal["<", "<=", "=", ">=", ">"]
Grade = Literal["observed", "reported", "assumed"]


class Duration(NamedTuple):
    """A span of time in minutes; ``high`` is None for an open one (``3+ days``).

    ``text`` is as written, without brackets. A month is 30 days, a year 365.
    """

    low: float
    high: float | None
    text: str
    span: Span

    @property
    def runs_backwards(self) -> bool:
        return self.high is not None and self.high < self.low

    @property
    def said(self) -> str:
        """In its author's words, as pictures and reports say it: a range with its own dash."""
        return spelt(plain(self.text).strip()).replace("-", "–")


class Quantity(NamedTuple):
    """A number with its unit ("" for none, ``%``, ``Rp``…) and the text as written.

    ``number`` is None where the text could not be read as a number for certain.
    """

    number: float | None
    unit: str
    text: str


class Metric(NamedTuple):
    """``Name [= value] [target comparator value]``."""

    name: str
    value: Quantity | None
    comparator: Comparator | None
    target: Quantity | None
    span: Span

    @property
    def spelled(self) -> str:
        """As it is written, its parts one space apart."""
        line = self.name
        if self.value:
            line += f" = {self.value.text}"
        if self.comparator and self.target:
            line += f" target {self.comparator} {self.target.text}"
        return line


class Evidence(NamedTuple):
    """``grade, source, date``; ``source`` and ``date`` are "" where not given."""

    grade: Grade
    source: str
    date: str
    span: Span

    @property
    def spelled(self) -> str:
        """As it is written, its parts with a comma between."""
        return ", ".join(part for part in (self.grade, self.source, self.date) if part)


class WebLink(NamedTuple):
    """``text`` ("" if none) and an http, https or mailto address."""

    text: str
    url: str
    span: Span


GRADES: tuple[Grade, ...] = ("observed", "reported", "assumed")
DURATION_HELP = "Write a number or a range and a unit: `10 min`, `2-4 weeks`, `3+ days`."

_COMPARATORS: dict[str, Comparator] = {
    "<": "<",
    "<=": "<=",
    "=": "=",
    ">=": ">=",
    ">": ">",
    "≤": "<=",
    "≥": ">=",
    "=<": "<=",
    "=>": ">=",
    "==": "=",
}
# Not compiled before they are needed: each would cost every start of the program.
_TARGET = r"(?:^|\s)target\b\s*([<>=≤≥]{0,2})\s*"
_BARE_TARGET = r"\btarget\s+(?:[^\W\d]+\s+){0,2}[^\w\s]{0,3}\d"
_LIMIT = r"[<>≤≥]"
_DATE = r"\d{4}(?:-(\d\d)(?:-(\d\d))?)?\Z"

# In all that follows a character of ``text.value`` stands at the same place in the file:
# the value of a key that takes these is never quoted.


def duration(source: Source, text: Text) -> tuple[Duration | None, list[Diagnostic]]:
    """The duration that ``text`` writes, without brackets; None, with a finding, if none."""
    value = plain(text.value)
    found = minutes(value.strip())
    if found is None:
        message = f"`{shown(text.value)}` is not a duration."
        return None, [at(BAD_DURATION, source, text.span, message, help=DURATION_HELP)]
    read = Duration(*found, text.value, text.span)
    if read.runs_backwards:
        message = f"The range `{text.value}` runs backwards."
        help = "Write the smaller number first."
        return None, [at(BAD_DURATION, source, text.span, message, help=help)]
    signs = unlike(text.value, text.span.start)
    hints = [read_as_meant(source, signs)] if signs else []
    return read, hints


def metric(source: Source, text: Text, language: str) -> tuple[Metric | None, list[Diagnostic]]:
    """``Name [= value] [target comparator value]``, numbers as ``language`` writes them.

    None where there is no name; what else cannot be read is reported and left out, a number
    that could mean two things is kept as text and reported.
    """
    findings: list[Diagnostic] = []
    written, start = text.value, text.span.start
    head_end, comparator, target = len(written), None, None
    limits = [one for one in re.finditer(_TARGET, written, re.IGNORECASE) if one[1]]
    if limits:
        limit = limits[-1]
        head_end = limit.start()
        comparator = _COMPARATORS.get(limit[1])
        place = Span(start + limit.start(1), start + limit.end(1))
        if comparator is None:
            message = f"`{limit[1]}` compares nothing."
            help = "Use one of < <= = >= >."
            findings.append(at(BAD_METRIC, source, place, message, help=help))
        elif comparator != limit[1]:
            findings.append(read_as_meant(source, [Edit(place, comparator)]))
        target = _quantity(source, text, limit.end(), len(written), language, findings)
        if comparator is None or target is None:
            comparator = target = None
    name, equals, _ = written[:head_end].partition("=")
    value = None
    if equals:
        value = _quantity(source, text, len(name) + 1, head_end, language, findings)
    if not name.strip():
        message = "This metric has no name."
        help = "Write `Name = value target >= value`; value and target may be left out."
        return None, [*findings, at(BAD_METRIC, source, text.span, message, help=help)]
    findings += _limit_in_name(source, text, head_end if not limits else 0)
    return Metric(name.strip(), value, comparator, target, text.span), findings


def _limit_in_name(source: Source, text: Text, end: int) -> list[Diagnostic]:
    """A target whose word or whose comparator was left out: ``Churn < 5%``, ``target 5%``."""
    head = text.value[:end]
    found = re.search(_LIMIT, head)
    if found:
        place = Span(text.span.start + found.start(), text.span.start + found.end())
        message = f"`{found[0]}` stands without `target`."
        help = f"Write `target {found[0]} value`."
        return [at(BAD_METRIC, source, place, message, help=help)]
    bare = re.search(_BARE_TARGET, head, re.IGNORECASE)
    if bare:
        place = Span(text.span.start + bare.start(), text.span.start + bare.start() + 6)
        message = "This target does not say which side of it is good."
        help = "Write `target >= value` or `target < value`."
        return [at(BAD_METRIC, source, place, message, help=help)]
    return []


def _quantity(
    source: Source,
    text: Text,
    start: int,
    end: int,
    language: str,
    findings: list[Diagnostic],
) -> Quantity | None:
    from journeyctl.syntax.numbers import quantity

    piece = text.value[start:end]
    written = piece.strip()
    at_start = text.span.start + start + len(piece) - len(piece.lstrip())
    place = Span(at_start, at_start + max(1, len(written)))
    if not written:
        place = Span(text.span.start + start - 1, text.span.start + start)
        message = "A value is missing here."
        help = "Write a number, with its unit if it has one: `68%`, `4.8`."
        findings.append(at(BAD_METRIC, source, place, message, help=help))
        return None
    read = quantity(plain(written), language)
    if read is None:
        message = f"`{shown(written)}` cannot be read as one number for certain."
        help = "It is shown as it is, and compared with nothing. " + _number_help(language)
        findings.append(at(UNCLEAR_NUMBER, source, place, message, help=help))
        return Quantity(None, "", written)
    return Quantity(read[0], read[1], written)


def _number_help(language: str) -> str:
    from journeyctl.words import words_for

    return f"This journey's language writes numbers so: `{words_for(language).number(1500.5)}`."


def evidence(source: Source, text: Text) -> tuple[Evidence | None, list[Diagnostic]]:
    """``observed``, ``reported`` or ``assumed``, then a source and a date (``2026-05``) if known.

    None, with a finding, where the first word is no grade.
    """
    grade, _, rest = text.value.partition(",")
    word = grade.strip().casefold()
    if word not in GRADES:
        place = Span(text.span.start, text.span.start + len(grade.rstrip()))
        near = nearest(word, GRADES)
        message = f"`{shown(grade.strip())}` is no grade of evidence."
        help = f"Did you mean `{near}`?" if near else "Begin with observed, reported or assumed."
        fix = Fix(f"write `{near}`", (Edit(place, near),), safe=False) if near else None
        return None, [at(BAD_EVIDENCE, source, place, message, help=help, fix=fix)]
    said, _, last = rest.rpartition(",")
    date = re.match(_DATE, plain(last).strip())
    findings: list[Diagnostic] = []
    if date is None:
        said, last = rest, ""
    elif not (1 <= int(date[1] or 1) <= 12 and 1 <= int(date[2] or 1) <= 31):
        end = text.span.start + len(text.value.rstrip())
        place = Span(end - len(last.strip()), end)
        message = f"`{last.strip()}` is no date."
        help = "Write a date as year-month-day: `2026-05-31`, `2026-05` or `2026`."
        findings.append(at(BAD_EVIDENCE, source, place, message, help=help))
    return Evidence(cast(Grade, word), said.strip(), plain(last).strip(), text.span), findings


def web_link(source: Source, text: Text) -> tuple[WebLink | None, list[Diagnostic]]:
    """Text if wanted, then an http, https or mailto address, and nothing else.

    None, with a finding, for anything else: see docs/language.md, "Links".
    """
    from journeyctl.syntax.links import is_address, scheme

    words = text.value.split()
    address = words[-1] if words else ""
    start = text.span.start + text.value.rfind(address)
    place = Span(start, start + len(address))
    if is_address(address):
        label = text.value[: place.start - text.span.start].strip()
        return WebLink(label, address, text.span), []
    seen = scheme(address)
    if seen and seen not in ("http", "https", "mailto"):
        message = f"A `{shown(seen)}:` address is not allowed."
        help = "Only http, https and mailto addresses become links."
        return None, [at(UNSAFE_LINK, source, place, message, help=help)]
    message = "This link does not end in a web address."
    help = "Write the text, then the whole address: `Brief https://example.com/brief`."
    return None, [at(BAD_LINK, source, place, message, help=help)]


def shown(text: str) -> str:
    """A user's text as a message quotes it: never longer than a line can bear."""
    return text if len(text) <= 60 else text[:57] + "…"
