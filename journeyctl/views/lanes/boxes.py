"""The boxes of the lanes, and the columns that they stand in.

A box stands in one column of its stage, and in one row of a lane or across neighbouring
lanes. Lanes have as many rows as steps stand in them at the same time; rows are counted
from the lane's main row, 0, where all stands that is alone.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from journeyctl.views.lanes.cards import LaneCard
from journeyctl.views.lanes.people import Span
from journeyctl.views.lanes.stubs import Stub

MARK = 14.0
"""The size of the sign of an end, in points."""

STEM = 12.0
"""From a label to the sign of an end behind it."""

_FAR = 99
_ROWS = (0, 1, -1, 2)  # rows of a lane beside which no more are made

BoxKind = Literal["card", "stub", "pill", "bar", "dot", "mark", "start"]


class Cell(NamedTuple):
    """A row of a lane; ``row`` is counted from the lane's main row."""

    lane: int
    row: int


class Box:
    """One thing of a column, in the cells from ``low`` to ``high``. ``shift`` is how far below
    the middle of its row it stands, ``end`` the sign behind a pill, or what a mark is.

    ``band``, ``place`` (its column there), ``top`` and ``bottom`` (its rows there) are set
    when the bands are made, ``x`` in the end.
    """

    __slots__ = (
        "band",
        "bottom",
        "card",
        "end",
        "height",
        "high",
        "id",
        "kind",
        "lines",
        "link",
        "low",
        "place",
        "shift",
        "stub",
        "top",
        "width",
        "x",
    )

    def __init__(
        self, id: str, kind: BoxKind, cells: tuple[Cell, Cell], width: float, height: float
    ) -> None:
        self.id, self.kind, self.width, self.height = id, kind, width, height
        self.low, self.high = cells
        self.shift = self.x = 0.0
        self.band = self.place = self.top = self.bottom = 0
        self.card: LaneCard | None = None
        self.stub: Stub | None = None
        self.lines: tuple[str, ...] = ()
        self.link = -1
        self.end = ""

    @property
    def reach(self) -> float:
        """Its width with the sign behind it."""
        return self.width + (STEM + MARK if self.kind == "pill" and self.end else 0.0)


class Column:
    """The boxes of one column of a stage; ``cut`` where a band may end before it, ``least`` its
    least width in points."""

    __slots__ = ("_taken", "boxes", "cut", "least", "stage")

    def __init__(self, stage: int) -> None:
        self.stage = stage
        self.boxes: list[Box] = []
        self._taken: dict[int, list[tuple[int, int]]] = {}
        self.cut = False
        self.least = 0.0

    @property
    def width(self) -> float:
        return max([self.least, *(box.reach for box in self.boxes)])

    def take(self, box: Box, others: Sequence[Span]) -> bool:
        """Put a box in, if there is room for it and between it and its ``others``. One that
        stands by itself takes the next free row of its lane where its own is taken."""
        first = min([box.low.lane, *(span.first for span in others)])
        last = max([box.high.lane, *(span.last for span in others)])
        rows = dict.fromkeys(range(first, last + 1), (-_FAR, _FAR))
        if first < last:
            rows[first] = (box.low.row if box.low.lane == first else 0, _FAR)
            rows[last] = (-_FAR, box.high.row if box.high.lane == last else 0)
        elif box.low != box.high:
            rows[first] = (box.low.row, box.high.row)
        else:
            for row in dict.fromkeys((box.low.row, *_ROWS)):
                rows[first] = (row, row)
                if self._free(rows):
                    box.low = box.high = Cell(first, row)
                    break
        if not self._free(rows):
            return False
        for lane, taken in rows.items():
            self._taken.setdefault(lane, []).append(taken)
        self.boxes.append(box)
        return True

    def _free(self, rows: dict[int, tuple[int, int]]) -> bool:
        """Whether so many rows (from, to) of each lane are free."""
        return not any(
            low <= last and first <= high
            for lane, (first, last) in rows.items()
            for low, high in self._taken.get(lane, ())
        )


class Leg(NamedTuple):
    """A piece of a link from a box to another; a ``stem`` leads to its label."""

    link: int
    source: Box
    target: Box
    stem: bool
