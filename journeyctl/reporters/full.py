"""Findings as a good compiler shows them: place, what is wrong, the line, and what to do.

    b2b.journey:12:13: error: No actor is declared as `marketng`. [N001 undeclared-name]
       |
    12 |   - Meet us @marketng #event
       |              ^^^^^^^^
       = help: Did you mean `marketing`?

The first line is the whole of the ``concise`` format. Each line is made of pieces with a role;
only ``terminal`` turns roles into colours, so the plain text is the same without them.
"""

from collections.abc import Iterator
from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic
from journeyctl.reporters.text import cut, layout, shown
from journeyctl.source import Source, Span

Piece = tuple[str, str]
"""A text, and its role: error, warning, hint, place, code, frame, second, help or plain ("")."""

Line = list[Piece]

MOST_MESSAGE = 400
"""Characters of one message, help or label; more is cut, for they may quote a user's text."""

WINDOW = 100
"""Characters of a source line; of a longer one, those around the span are shown."""

LEAD = 30
"""Characters shown before the span of a long line."""


class _Mark(NamedTuple):
    """A span within one line, in columns from the line's first character."""

    line: int
    start: int
    end: int
    text: str
    role: str


def full(finding: Diagnostic) -> list[Line]:
    """The lines of one finding, and an empty one after it."""
    lines = [head(finding)]
    gutter = 1
    if finding.source is not None and finding.span is not None:
        marks = _marks(finding.source, finding, finding.span)
        gutter = len(str(marks[-1].line))
        lines += _excerpt(finding.source, marks, gutter)
    if finding.help:
        frame = " " * (gutter + 1) + "= "
        lines.append([(frame, "frame"), ("help: ", "help"), (cut(finding.help, MOST_MESSAGE), "")])
    return [*lines, []]


def head(finding: Diagnostic) -> Line:
    """``path:line:column: severity: message [CODE name]``; no line and column without a place."""
    place = shown(finding.path)
    if finding.source is not None and finding.span is not None:
        line, column = finding.source.line_column(finding.span.start)
        place += f":{line}:{column}"
    kind = finding.kind
    return [
        (f"{place}: ", "place"),
        (f"{kind.severity}: ", kind.severity),
        (cut(finding.message, MOST_MESSAGE), "message"),
        (f" [{kind.code} {kind.name}]", "code"),
    ]


def _marks(source: Source, finding: Diagnostic, span: Span) -> list[_Mark]:
    """The finding's own place and its others, by line; in a line, its own place first."""
    own = _mark(source, span, finding.label, finding.severity)
    others = [_mark(source, other.span, other.text, "second") for other in finding.others]
    return sorted([own, *others], key=lambda mark: mark.line)


def _mark(source: Source, span: Span, text: str, role: str) -> _Mark:
    """Of a span over several lines, the part in its first; of an empty one, one column."""
    line, column = source.line_column(span.start)
    line_start, line_end = source.line_span(line)
    end = min(span.end, line_end) - line_start
    return _Mark(line, column - 1, max(column, end), text, role)


def _excerpt(source: Source, marks: list[_Mark], gutter: int) -> Iterator[Line]:
    blank: Line = [(" " * gutter + " |", "frame")]
    yield blank
    before = 0
    for number, together in _by_excerpt(source, marks):
        if before and number not in (before, before + 1):
            yield [("...", "frame")]
        before = number
        yield from _line(source.line_text(number), number, together, gutter)


def _by_excerpt(source: Source, marks: list[_Mark]) -> Iterator[tuple[int, list[_Mark]]]:
    """The marks that share a printed line: those of one line, unless it is too long to show."""
    together: list[_Mark] = []
    for mark in marks:
        start, end = source.line_span(mark.line)
        if together and (mark.line != together[0].line or end - start > WINDOW):
            yield together[0].line, together
            together = []
        together.append(mark)
    yield together[0].line, together


def _line(text: str, number: int, marks: list[_Mark], gutter: int) -> Iterator[Line]:
    first, last = 0, len(text)
    if last > WINDOW:
        first = max(0, min(marks[0].start - LEAD, last - WINDOW))
        last = min(last, first + WINDOW)
    row, columns = layout(text[first:last])
    left = "…" if first else ""
    right = "…" if last < len(text) else ""
    yield [(f"{number:>{gutter}} |", "frame"), (f" {left}{row}{right}".rstrip(), "")]
    for mark in marks:
        start = _column(columns, mark.start - first)
        end = max(start + 1, _column(columns, mark.end - first))
        sign = "-" if mark.role == "second" else "^"
        under = " " * (1 + len(left) + start)
        line: Line = [(" " * gutter + " |", "frame"), (under, "")]
        line.append((sign * (end - start), mark.role))
        if mark.text:
            line.append((" " + cut(mark.text, MOST_MESSAGE), mark.role))
        yield line


def _column(columns: list[int], character: int) -> int:
    """Where a character starts; one behind the line's end is one column further each."""
    last = len(columns) - 1
    return columns[character] if character <= last else columns[last]
