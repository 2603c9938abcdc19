"""A matrix: rows of cells across the stages, in groups, with columns of its own at the right."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from journeyctl.fonts import wrap
from journeyctl.model.journey import Journey
from journeyctl.views.board import NAME, PAD, ROW, Board
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH, Line
from journeyctl.views.matrix.pieces import TEXT, Piece, thread
from journeyctl.views.setting import MARGIN, Setting

GAP = 6.0  # between the columns of a board
_INSET, _CELL = 6.0, 4.0  # from a cell's edge to what is in it, and to its neighbours
_LEAST = 30.0  # height of a row
_PARTS = 84.0


class Cell(NamedTuple):
    """What stands in one column of a row. ``title`` is a sentence for those who don't see it;
    ``line`` that of its frame, ``none`` for no card at all."""

    key: str
    role: str
    title: str
    pieces: tuple[Piece, ...]
    line: Line = "solid"

    def height(self, wide: float) -> float:
        """The height of the cell in a column that is so wide, in points."""
        room = wide - 2 * (_INSET + _CELL)
        return sum(piece.height(room) for piece in self.pieces) + 2 * (_INSET + _CELL)


class Row(NamedTuple):
    """A row with its name, small lines below it, and its cells, None where nothing stands.

    ``cells`` has one for each stage and each column beside them. ``part`` is what it belongs
    to, which stands once at the left of rows that follow one another and share it. ``thread``
    joins the cells of the stages by a line, dashed where one is left out.
    """

    key: str
    name: str
    details: tuple[str, ...]
    cells: tuple[Cell | None, ...]
    part: str = ""
    thread: bool = False


class Beside(NamedTuple):
    """A column to the right of the stages: its heading and its width in points."""

    name: str
    width: float


class Grid:
    """The rows of a matrix at one width of its columns, ready to be drawn."""

    def __init__(
        self,
        journey: Journey,
        setting: Setting,
        rows: Sequence[Row],
        names: float,
        column: float,
        beside: Sequence[Beside] = (),
    ) -> None:
        self.setting, self.rows, self.beside = setting, rows, beside
        self._parts = _PARTS if any(row.part for row in rows) else 0.0
        widths = [column] * len(journey.stages)
        self.board = Board(journey, setting, names + self._parts, widths)
        self._columns = list(zip(self.board.lefts, widths, strict=True))
        for one in beside:
            self._columns.append((self.board.width - MARGIN + GAP, one.width))
            self.board.width += one.width + GAP
        self.width = self.board.width
        self._heights = [self._row_height(row) for row in rows]
        self.height = self.board.head + sum(self._heights)

    def _room(self) -> float:
        return self.board.names - self._parts - 2 * PAD

    def _details(self, row: Row) -> list[tuple[str, ...]]:
        return [wrap(line, self._room(), TEXT, most=3) for line in row.details]

    def _name(self, row: Row) -> tuple[str, ...]:
        return wrap(row.name, self._room(), ROW, bold=True, most=4)

    def _part(self, row: Row) -> tuple[str, ...]:
        return wrap(row.part, self._parts - 14, ROW, most=4)

    def _row_height(self, row: Row) -> float:
        details = sum(len(lines) * TEXT * PITCH + 2 for lines in self._details(row))
        name = len(self._name(row)) * ROW * PITCH + details + 14
        part = len(self._part(row)) * ROW * PITCH + 14 if row.part else 0.0
        cells = [
            cell.height(wide)
            for cell, (_, wide) in zip(row.cells, self._columns, strict=True)
            if cell
        ]
        return max([_LEAST, name, part, *cells])

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the whole matrix with its headings, from ``top`` downward."""
        board, theme = self.board, self.setting.theme
        board.draw(canvas, top, top + self.height)
        for number, one in enumerate(self.beside):
            left, wide = self._columns[len(board.stages) + number]
            group = canvas.group(f"column-{number + 1}", "column", one.name)
            box = (left, top, wide, self.height)
            canvas.shape(group, "panel", "box", box, fill=theme.band, stroke=theme.grid)
            canvas.shape(group, "heading", "box", (left, top, wide, board.head), fill=theme.flow)
            lines = wrap(one.name, wide - 2 * PAD, NAME, bold=True, most=2)
            at = (left + PAD, top + 7, wide - 2 * PAD)
            canvas.text(group, "name", at, lines, NAME, theme.background, bold=True)
        y = top + board.head
        before = None
        for row, high in zip(self.rows, self._heights, strict=True):
            self._row(canvas, row, y, high, first=row.part != before)
            before = row.part
            y += high

    def _row(self, canvas: Canvas, row: Row, top: float, high: float, *, first: bool) -> None:
        theme, board = self.setting.theme, self.board
        group = canvas.group(f"row-{row.key}", "row", ", ".join([row.name, *row.details]))
        left, parts = MARGIN, self._parts
        box = (left, top, board.names, high)
        canvas.shape(group, "band", "box", box, role="panel", fill=theme.band)
        # A stronger line parts what does not belong together.
        start, pen, colour = (
            (left, 1.6, theme.card_line) if first else (left + parts, 1.0, theme.grid)
        )
        line = (start, top - pen / 2, self.width - MARGIN - start, pen)
        canvas.shape(group, "line", "box", line, role="panel", fill=colour)
        if row.part and first:
            at = (left + PAD, top + 7, parts - 14)
            canvas.text(group, "part", at, self._part(row), ROW, theme.ink)
        at = (left + parts + PAD, top + 7, self._room())
        name = self._name(row)
        canvas.text(group, "name", at, name, ROW, theme.ink, bold=True)
        y = top + 8 + len(name) * ROW * PITCH
        for number, lines in enumerate(self._details(row)):
            at = (left + parts + PAD, y, self._room())
            canvas.text(group, f"detail-{number}", at, lines, TEXT, theme.muted)
            y += len(lines) * TEXT * PITCH + 2
        for cell, (x, wide) in zip(row.cells, self._columns, strict=True):
            if cell:
                self._cell(canvas, cell, (x, top, wide, high))
        if row.thread:
            self._thread(canvas, group, row, top + high / 2)

    def _cell(self, canvas: Canvas, cell: Cell, place: tuple[float, float, float, float]) -> None:
        theme = self.setting.theme
        x, y, wide, high = place
        group = canvas.group(cell.key, cell.role, cell.title)
        box = (x + _CELL, y + _CELL, wide - 2 * _CELL, high - 2 * _CELL)
        if cell.line != "none":
            canvas.shape(
                group,
                "cell",
                "rounded",
                box,
                role="panel",
                fill=theme.card,
                stroke=theme.card_line,
                line=cell.line,
            )
        room = box[2] - 2 * _INSET
        top = box[1] + _INSET
        for number, piece in enumerate(cell.pieces):
            piece.draw(canvas, group, f"piece-{number}", (box[0] + _INSET, top, room))
            top += piece.height(room)

    def _thread(self, canvas: Canvas, group: str, row: Row, middle: float) -> None:
        """A line from each cell to the next, dashed where there is nothing between them."""
        used = [n for n in range(len(self.board.stages)) if row.cells[n]]
        for one, other in pairwise(used):
            left, wide = self._columns[one]
            ends = (left + wide - _CELL, middle), (self._columns[other][0] + _CELL, middle)
            thread(canvas, group, f"thread-{one}", ends, self.setting.theme, gap=other > one + 1)
