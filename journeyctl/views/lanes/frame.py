"""Where everything of the lanes stands, in points, once it is known how the links go."""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.views.lanes.bands import Band
from journeyctl.views.lanes.boxes import Box
from journeyctl.views.lanes.courses import Kind, Place
from journeyctl.views.lanes.names import NAMES, STRIP, Names
from journeyctl.views.lanes.routes import Route, Routes
from journeyctl.views.setting import MARGIN

TRACK = 8.0
PAD = 10.0  # from a panel's side to what stands in it
GAP = 6.0  # between panels
_GUTTER = 20.0
_ARROW = 13.0  # from the last track of a gutter to the box behind it
_CHANNEL = 12.0
_BETWEEN = 26.0  # between bands
Point = tuple[float, float]


class Panel(NamedTuple):
    """The ground of a stage, or of a piece of one, in a band."""

    stage: int
    left: float
    width: float


class BandFrame(NamedTuple):
    """``top`` of the headings and ``bottom`` of the panels; ``middles`` of the rows; ``lanes``
    (top, bottom); ``line``, the top of the line of interaction, or None."""

    top: float
    bottom: float
    middles: tuple[float, ...]
    lanes: tuple[Point, ...]
    line: float | None
    panels: tuple[Panel, ...]


class Across(NamedTuple):
    """The places of a band from left to right: its panels, and its right end."""

    panels: tuple[Panel, ...]
    right: float


class Frame:
    """The places of all bands. ``heads`` are the heights of the bands' headings."""

    def __init__(self, bands: Sequence[Band], routes: Routes, names: Names) -> None:
        self._bands, self._routes, self._names = bands, routes, names
        entries = routes.tracks.get(Place("entry", 0, 0), 0)
        self.entry = (10.0 + TRACK * entries + 4) if entries else 0.0
        """The room between the names of the lanes and the first panel."""
        self.tracks = dict.fromkeys(routes.tracks, 0.0)
        self.bands: list[BandFrame] = []
        plain = [self._across(band, 0.0) for band in bands]
        widest = max(one.right for one in plain)
        self.across = [
            self._across(band, widest - one.right) for band, one in zip(bands, plain, strict=True)
        ]
        self.right = widest
        self.bottom = 0.0

    def _across(self, band: Band, spare: float) -> Across:
        """Place a band's columns; what is spare goes between them, or else into the last."""
        left = MARGIN + NAMES + self.entry + GAP
        if self.entry:
            tracks = self._count("entry", 0, 0)
            self.tracks[Place("entry", 0, 0)] = left - GAP - TRACK * tracks - 4
        count = len(band.columns)
        each = min(spare / count, 60.0)
        panels: list[Panel] = []
        begin = left
        for place, column in enumerate(band.columns):
            fresh = place > 0 and column.stage != band.columns[place - 1].stage
            if fresh:
                left += PAD
                panels.append(Panel(band.columns[place - 1].stage, begin, left - begin))
                left += GAP
                begin = left
            tracks = self._count("gutter", band.number, place)
            wide = max(_GUTTER, 8 + TRACK * (tracks - 1) + _ARROW) if tracks else _GUTTER
            if place == 0 or fresh:
                wide = max(PAD, 6 + TRACK * (tracks - 1) + _ARROW) if tracks else PAD
                wide = max(wide, 18.0) if fresh else wide
            wide += each if place else each / 2
            self.tracks[Place("gutter", band.number, place)] = (
                left + wide - _ARROW - TRACK * (tracks - 1)
            )
            left += wide
            for box in column.boxes:
                free = column.width - box.reach if box.kind == "bar" else 0.0
                box.x = left + free / 2
            left += column.width
        tracks = self._count("gutter", band.number, count)
        self.tracks[Place("gutter", band.number, count)] = left + 8
        left += max(PAD, 8 + TRACK * tracks) + each / 2
        end = left + spare - each * count
        panels.append(Panel(band.columns[-1].stage, begin, end - begin))
        return Across(tuple(panels), end)

    def _count(self, kind: Kind, band: int, number: int) -> int:
        return self._routes.tracks.get(Place(kind, band, number), 0)

    def place(self, top: float, heads: Sequence[float]) -> None:
        """Place the bands below ``top``, with headings so high, and then all the nets."""
        self.bands = []
        for band, across, head in zip(self._bands, self.across, heads, strict=True):
            one = self._down(band, across, top, head)
            self.bands.append(one)
            tracks = self._count("corridor", band.number, 0)
            self.tracks[Place("corridor", band.number, 0)] = one.bottom + 9
            top = one.bottom + (max(_BETWEEN, 9 + TRACK * tracks + 8) if tracks else _BETWEEN)
            self.bottom = one.bottom + 9 + TRACK * tracks if tracks else one.bottom
        for route in self._routes.routes:
            for place, net in route.nets:
                net.at = self.tracks[place] + TRACK * net.track

    def _down(self, band: Band, across: Across, top: float, head: float) -> BandFrame:
        heights = self._heights(band)
        middles: list[float] = []
        lanes: list[Point] = []
        line: float | None = None
        sides = [lane.above for lane in self._names.lanes]
        y = start = top + head
        for number, cell in enumerate(band.rows):
            fresh = number > 0 and cell.lane != band.rows[number - 1].lane
            half = 0.0
            if fresh:
                half = 5.0
                y += half
                lanes.append((start, y))
                if sides[cell.lane] != sides[cell.lane - 1]:
                    line = y
                    y += STRIP
                start = y
            high = self._channel(band.number, number, fresh or number == 0) - half
            if number and band.rows[number - 1].lane in band.bare and cell.lane in band.bare:
                high = 0.0 if not self._count("channel", band.number, number) else high
            tracks = self._count("channel", band.number, number)
            self.tracks[Place("channel", band.number, number)] = (
                y + (high - TRACK * (tracks - 1)) / 2
            )
            y += high
            middles.append(y + heights[number] / 2)
            y += heights[number]
        last = len(band.rows)
        tracks = self._count("channel", band.number, last)
        self.tracks[Place("channel", band.number, last)] = y + 8
        y += max(8.0, 8 + TRACK * tracks)
        lanes.append((start, y))
        return BandFrame(top, y, tuple(middles), tuple(lanes), line, across.panels)

    def _channel(self, band: int, number: int, fresh: bool) -> float:
        tracks = self._count("channel", band, number)
        least = _CHANNEL if fresh else 8.0
        return max(least, 8 + TRACK * (tracks - 1) + 8) if tracks else least

    def _heights(self, band: Band) -> list[float]:
        heights = [0.0 if cell.lane in band.bare else 32.0 for cell in band.rows]
        for (row, _), boxes in band.cells.items():
            for box in boxes:
                if box.top == box.bottom:
                    heights[row] = max(heights[row], 2 * (abs(box.shift) + box.height / 2))
        for boxes in band.cells.values():
            for box in boxes:
                rows = range(box.top, box.bottom + 1)
                short = box.height - sum(heights[row] for row in rows) - 8 * (len(rows) - 1)
                if short > 0:
                    for row in rows:
                        heights[row] += short / len(rows)
        totals = [0.0] * len(self._names.lanes)
        for cell, height in zip(band.rows, heights, strict=True):
            totals[cell.lane] += height
        for row, (lane, main) in enumerate(band.rows):
            if main == 0:
                bare = lane in band.bare
                least = self._names.height(lane, bare=bare) - (4 if bare else 10)
                heights[row] += max(least - totals[lane], 0.0)
        return heights

    def middle(self, box: Box, row: int) -> float:
        """The height of the middle of a row where a box stands in it."""
        return self.bands[box.band].middles[row] + box.shift

    def box(self, box: Box) -> tuple[float, float, float, float]:
        """The left, the top, the width and the height of a box. Across several rows it reaches
        as far as it would in the first and in the last by itself."""
        top, bottom = self.middle(box, box.top), self.middle(box, box.bottom)
        over = box.height / 2
        if box.top < box.bottom:
            over = max(15.0, (box.height - (bottom - top)) / 2)
        return box.x, top - over, box.width, bottom - top + 2 * over

    def points(self, route: Route) -> list[Point]:
        """The line of a route."""
        source, target = route.leg.source, route.leg.target
        x, y = source.x + source.width, self.middle(source, route.out)
        points = [(x, y)]
        for place, net in route.nets:
            if place.upright:
                x = net.at
            else:
                y = net.at
            points.append((x, y))
        if not route.nets:
            return [points[0], (target.x, y)]
        end = self.middle(target, route.into) + route.offset
        return [*points, (x, end), (target.x, end)]
