"""Where a finding is, in lines and columns: what all formats for machines tell alike."""

from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic
from journeyctl.source import Source, Span


class Place(NamedTuple):
    """From the first character to the one behind the last; all from 1, columns in characters."""

    line: int
    column: int
    end_line: int
    end_column: int


def place(source: Source, span: Span) -> Place:
    """The place of a span in a text."""
    return Place(*source.line_column(span.start), *source.line_column(span.end))


def place_of(finding: Diagnostic) -> Place | None:
    """The place of a finding; None where it is about a file as a whole."""
    if finding.source is None or finding.span is None:
        return None
    return place(finding.source, finding.span)
