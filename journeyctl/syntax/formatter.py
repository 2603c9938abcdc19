"""One canonical form for a journey's text. What it says never changes: see ``formatted``."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from journeyctl.source import Source
from journeyctl.syntax.nodes import (
    Arrow,
    Attribute,
    Blank,
    Comment,
    Declaration,
    Step,
    Tree,
    Unknown,
    in_file_order,
)
from journeyctl.syntax.parser import LONGEST_LINE, MOST_LINES, parse
from journeyctl.syntax.spelling import spell

_Line: TypeAlias = Arrow | Attribute | Declaration | Step | Unknown

FURTHEST = 56
"""A label that ends behind this column moves nobody's tags but its own."""
GAP = 2
"""At least so many spaces stand between a label and its tags."""
MOST_BLANK = 2


def formatted(source: Source) -> str:
    """The text in its canonical form; formatting that again changes nothing.

    The lines and their order stay, as do the tree (all that stands in the text and what
    belongs to what) and the findings, but for those about the look: a wrong text is formatted
    as far as it is understood, and stays wrong. Comments, labels and lines that are not
    understood are copied; a text over the limits of a line or of a file is given back as it is.

    - Indentation is by two, by four under a step. A comment is indented like the line it
      stands before; one that stands further right than that line, like a key of what is above.
    - The tags of the steps of a stage begin in one column, see ``FURTHEST``.
    - Of more than two blank lines in a row two stay, none at the ends of the file.
    - Lines end with LF or CRLF, whichever were more; the last one ends. No byte-order mark.
    """
    text = source.text
    if text.removesuffix("\n").count("\n") >= MOST_LINES or _has_long_line(text.split("\n")):
        return text
    lines = [row.text for row in _aligned(_rows(parse(source)[0], text))]
    if _has_long_line(lines):
        return text
    # A line whose own last sign is CR must not have it taken for a part of its end.
    returns = text.count("\r\n") - text.count("\r\r\n")
    end = "\r\n" if 2 * returns > text.count("\n") - text.count("\r\r\n") else "\n"
    return "".join(line + ("\r\n" if line.endswith("\r") else end) for line in lines)


class _Row(NamedTuple):
    """A line: ``indent`` in columns, then ``head``, then the tags of a step, if any."""

    indent: int
    head: str
    tags: str = ""
    begins_stage: bool = False

    @property
    def label_end(self) -> int:
        return self.indent + _width(self.head)

    @property
    def text(self) -> str:
        return " " * self.indent + self.head + self.tags if self.head else ""


def _has_long_line(lines: Iterable[str]) -> bool:
    return any(len(line) > LONGEST_LINE for line in lines)


def _rows(tree: Tree, text: str) -> list[_Row]:
    indents = _Indents()
    rows: list[_Row] = []
    comments: list[int] = []
    blank = 0
    for node in in_file_order(tree):
        if isinstance(node, Blank):
            blank += 1
            continue
        rows += [_Row(0, "")] * (min(blank, MOST_BLANK) if rows else 0)
        blank = 0
        head, tags = spell(node, text)
        if isinstance(node, Comment):
            indents.wait(node.indent)
            comments.append(len(rows))
            rows.append(_Row(0, head))
            continue
        waiting, indent = indents.add(node)
        _indent(rows, comments, waiting)
        is_stage = isinstance(node, Declaration) and node.kind == "stage"
        rows.append(_Row(indent, head, tags, is_stage))
        comments = []
    _indent(rows, comments, indents.end())
    return rows


def _indent(rows: list[_Row], places: list[int], indents: list[int]) -> None:
    for place, indent in zip(places, indents, strict=True):
        rows[place] = rows[place]._replace(indent=indent)


class _Open(NamedTuple):
    """A line that others may still come to stand under: where it stood, where they will."""

    indent: int
    inner: int
    node: _Line


class _Indents:
    """Where each line stands in the canonical form.

    What a line stands under, right or wrong, is the nearest line above it further left, and
    stays so. There are two exceptions, in which the tree is the same: a step at the left edge is
    indented as the last stage's, and keys under the title go to the left edge as the journey's.
    """

    def __init__(self) -> None:
        self._open: list[_Open] = []
        # Where a step of the last declaration stands, until a line at the left edge ends it.
        self._in_declaration: int | None = None
        # For each comment since the last line: where it stood, and where a key of what is above
        # it would stand, if anything is.
        self._waiting: list[tuple[int, int | None]] = []

    def wait(self, indent: int) -> None:
        """Take a comment, which may depend on the line that follows."""
        above = bisect_left(self._open, indent, key=lambda one: one.indent)
        self._waiting.append((indent, self._open[above - 1].inner if above else None))

    def add(self, node: _Line) -> tuple[list[int], int]:
        """The indents of the comments before this line, and its own."""
        while self._open and self._open[-1].indent >= node.indent:
            self._open.pop()
        inner = self._inner(node)
        comments = [
            inner if above is None or indent <= node.indent else above
            for indent, above in self._waiting
        ]
        self._waiting = []
        under = 4 if isinstance(node, Step) else 2
        self._open.append(_Open(node.indent, inner + under, node))
        return comments, inner

    def _inner(self, node: _Line) -> int:
        if isinstance(node, Declaration):
            self._open.clear()
            indent = 2 if node.indent else 0  # wrong, and it stays so
            self._in_declaration = indent + 2
            return indent
        if self._open and not (isinstance(node, Attribute) and self._is_under_title()):
            return self._open[-1].inner
        if isinstance(node, Step):
            return self._in_declaration or 0
        self._in_declaration = None
        return 0

    def _is_under_title(self) -> bool:
        return all(
            isinstance(above.node, Attribute) and above.node.key.value == "journey"
            for above in self._open
        )

    def end(self) -> list[int]:
        """The indents of the comments that no line follows."""
        return [above or 0 for _, above in self._waiting]


def _aligned(rows: list[_Row]) -> Iterator[_Row]:
    """The rows with the tags of each stage in one column."""
    start = 0
    for end in range(1, len(rows) + 1):
        if end == len(rows) or rows[end].begins_stage:
            stage = rows[start:end]
            start = end
            ends = [row.label_end for row in stage if row.tags and row.label_end <= FURTHEST]
            column = max(ends, default=0) + GAP
            for row in stage:
                space = max(GAP, column - row.label_end) if row.tags else 0
                yield row._replace(tags=" " * space + row.tags)


def _width(text: str) -> int:
    """The columns that a text takes in an editor."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(one) in ("Mn", "Me", "Cf") else 1 + (east_asian_width(one) in "WF")
        for one in text
    )
