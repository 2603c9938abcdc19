"""The small languages inside a line: durations, numbers, metrics, evidence, web links."""

from typing import Literal, NamedTuple

from journeyctl.source import Span

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


class Evidence(NamedTuple):
    """``grade, source, date``; ``source`` and ``date`` are "" where not given."""

    grade: Grade
    source: str
    date: str
    span: Span


class WebLink(NamedTuple):
    """``text`` ("" if none) and an http, https or mailto address."""

    text: str
    url: str
    span: Span
