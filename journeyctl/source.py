"""A file's text, pieces of it and places in it. Line and column are worked out here alone."""

from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch ``text[start:end]`` of a source, in characters (code points)."""

    start: int
    end: int


class Text(NamedTuple):
    """A piece of text as meant (quotes taken off, ``""`` undone), and its place as written."""

    value: str
    span: Span
    quoted: bool = False


class Source:
    """The text of one ``.journey`` file, and the path to show for it.

    ``path`` is what the user typed (``<stdin>`` for ``-``). Lines end with LF or CRLF.
    """

    __slots__ = ("_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts: list[int] | None = None

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            starts = [0]
            at = self.text.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = self.text.find("\n", at + 1)
            self._starts = starts
        return self._starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset, both from 1; the column counts characters."""
        starts = self._line_starts()
        line = bisect_right(starts, min(max(offset, 0), len(self.text)))
        return line, offset - starts[line - 1] + 1

    def line_span(self, line: int) -> Span:
        """The span of a line (from 1), without its line end."""
        starts = self._line_starts()
        start = starts[line - 1]
        end = starts[line] - 1 if line < len(starts) else len(self.text)
        if end > start and self.text[end - 1] == "\r":
            end -= 1
        return Span(start, max(start, end))

    def line_text(self, line: int) -> str:
        """The text of a line (from 1), without its line end."""
        start, end = self.line_span(line)
        return self.text[start:end]

    @property
    def line_count(self) -> int:
        return len(self._line_starts())
