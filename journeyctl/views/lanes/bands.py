"""Columns cut into bands that stand below one another, and what is free in each band.

In a band, rows are counted from the top; channel 0 runs above the first row, channel n
below row n - 1. Gutter n runs to the left of column n.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from journeyctl.views.lanes.boxes import Box, Cell, Column

_SPLIT = 1.4  # a stage this many times wider than a band is broken, too


class Band:
    """Columns side by side. ``rows`` are the cells of its rows from top to bottom, ``bare`` the
    lanes in which nothing stands here."""

    def __init__(self, number: int, columns: Sequence[Column], lanes: int) -> None:
        self.number, self.columns = number, columns
        least, most = [0] * lanes, [0] * lanes
        used = [False] * lanes
        for column in columns:
            for box in column.boxes:
                for lane, row in (box.low, box.high):
                    least[lane], most[lane] = min(least[lane], row), max(most[lane], row)
                for lane in range(box.low.lane, box.high.lane + 1):
                    used[lane] = True
        self.bare = [lane for lane in range(lanes) if not used[lane]]
        self.rows = [
            Cell(lane, row) for lane in range(lanes) for row in range(least[lane], most[lane] + 1)
        ]
        index = {cell: number for number, cell in enumerate(self.rows)}
        self.cells: dict[tuple[int, int], list[Box]] = {}
        self._places: list[list[int]] = [[] for _ in self.rows]
        closed = [[0] * len(columns) for _ in range(len(self.rows) + 1)]
        for place, column in enumerate(columns):
            for box in column.boxes:
                box.band, box.place = number, place
                box.top, box.bottom = index[box.low], index[box.high]
                for row in range(box.top, box.bottom + 1):
                    self.cells.setdefault((row, place), []).append(box)
                    if not self._places[row] or self._places[row][-1] != place:
                        self._places[row].append(place)
                for channel in range(box.top + 1, box.bottom + 1):
                    closed[channel][place] = 1
        self._closed = [list(accumulate(row, initial=0)) for row in closed]

    def clear(self, row: int, after: int, before: int) -> bool:
        """Whether nothing stands in a row between two columns."""
        places = self._places[row]
        at = bisect_right(places, after)
        return at == len(places) or places[at] >= before

    def left_of(self, row: int, place: int) -> list[Box]:
        """What stands next in a row, to the left of a column."""
        places = self._places[row]
        at = bisect_left(places, place)
        return self.cells[(row, places[at - 1])] if at else []

    def open(self, channel: int, one: int, other: int) -> bool:
        """Whether a channel can be run through from a gutter to another."""
        first, last = sorted((one, other))
        return self._closed[channel][first] == self._closed[channel][last]


def bands(columns: Sequence[Column], lanes: int, count: int, gutter: float) -> list[Band]:
    """The columns in so many bands at the most, as even as can be; a stage is broken only where
    it is wider than a band. ``gutter`` is about how wide one is, in points."""
    widths = [column.width + gutter for column in columns]
    whole = sum(widths) / count
    ends = []  # the columns behind which a band may end
    start = 0
    for at in range(1, len(columns) + 1):
        if at == len(columns) or columns[at].stage != columns[start].stage:
            if sum(widths[start:at]) > whole * _SPLIT:
                ends += [cut for cut in range(start + 1, at) if columns[cut].cut]
            ends.append(at)
            start = at
    totals = list(accumulate(widths, initial=0.0))
    low, high = 0.0, totals[-1]
    for _ in range(12):  # The least width of a band with which they are enough.
        middle = (low + high) / 2
        if len(_cuts(ends, totals, middle)) <= count:
            high = middle
        else:
            low = middle
    made: list[Band] = []
    start = 0
    for end in _cuts(ends, totals, high):
        made.append(Band(len(made), columns[start:end], lanes))
        start = end
    return made


def _cuts(ends: Sequence[int], totals: Sequence[float], limit: float) -> list[int]:
    """Where bands end that are no wider than ``limit``, but for a piece that is by itself."""
    cuts: list[int] = []
    start = last = 0
    for end in ends:
        if totals[end] - totals[start] > limit and last > start:
            cuts.append(last)
            start = last
        last = end
    return [*cuts, last]
