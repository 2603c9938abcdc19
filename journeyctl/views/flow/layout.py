"""Where everything of a flow stands: columns side by side, in one band or several.

The arrangement is our own, so that what dot can't promise holds: columns start at one
height, lines keep to the gutters, and labels have rows of their own.
"""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.model.journey import Journey, Link
from journeyctl.views.flow.columns import Row
from journeyctl.views.flow.gutters import EDGE, SPACING, Net, Point, Ports, gutter_order, nets
from journeyctl.views.flow.routes import Inside, Outside, Side, inside, outside
from journeyctl.views.tracks import Wire, order

PANEL = 10.0  # from a column's cards to its panel's sides
START = 26.0  # for the sign of a way in, left of a panel
CHANNEL = 10.0
_GUTTER = 2 * EDGE
_BETWEEN = 24.0  # between bands


class Leg(NamedTuple):
    """One piece of a link inside a column, from a row to another."""

    link: int
    source: Row
    target: Row
    way: Inside


class Plan:
    """How each link goes: ``legs`` inside columns, ``marks`` from a pill to the sign behind it,
    ``starts`` into the journey, ``nets`` through the gutters. Heights come from ``ports``.

    ``columns`` are placed rows, those of a stage in neighbouring columns; ``stages`` gives
    the first and the last column of each stage. ``band`` columns stand side by side.
    """

    def __init__(
        self,
        journey: Journey,
        columns: Sequence[Sequence[Row]],
        stages: Sequence[tuple[int, int]],
        band: int,
    ) -> None:
        self.journey, self.columns, self.stages, self.band = journey, columns, stages, band
        # The gutters inside of a stage's panel, by the column to their right.
        self.joined = {column for first, last in stages for column in range(first + 1, last + 1)}
        self.rows = {row.id: row for rows in columns for row in rows if row.kind != "share"}
        self.legs: list[Leg] = []
        self.marks: list[tuple[int, Row]] = []
        self.starts: list[tuple[int, Row]] = []
        self.ports = Ports()
        ways: list[tuple[int, Row, Row, Outside, bool, bool]] = []
        for index, link in enumerate(journey.links):
            self._plan(index, link, ways)
        self.nets = nets(ways)
        for number, net in enumerate(self.nets):
            self._claim(net, f"net {number}")

    def _plan(
        self, index: int, link: Link, ways: list[tuple[int, Row, Row, Outside, bool, bool]]
    ) -> None:
        if link.source == "start":
            last = len(self.stages) - 1
            target = self.rows[f"end:{last}" if link.target == "end" else link.target]
            self.starts.append((index, target))
            self.ports.use(target, "left", "start", target.top)
            return
        source = self.rows[link.source]
        pill = self.rows.get(f"pill:{index}")
        if pill is not None:
            self._leg(index, source, pill, ways, stem=True)
            source = pill
            if pill.end:
                self.marks.append((index, pill))
                return
        self._leg(index, source, self._target(index, link, source), ways)

    def _target(self, index: int, link: Link, source: Row) -> Row:
        if link.target in ("leave", "end"):
            own = self.rows.get(f"exit:{index}")
            return own or self.rows[f"end:{source.stage}"]
        return self.rows[link.target]

    def _leg(
        self,
        index: int,
        source: Row,
        target: Row,
        ways: list[tuple[int, Row, Row, Outside, bool, bool]],
        stem: bool = False,
    ) -> None:
        if source.column == target.column and source.index < target.index:
            way = inside(self.columns[source.column], source, target, stem)
            if way is not None:
                self.legs.append(Leg(index, source, target, way))
                if way.shape in ("out", "hook") and not source.left <= way.x <= source.right:
                    self.ports.use(source, "right", "trunk", source.middle)
                if way.shape == "into":
                    self.ports.use(target, "left", "trunk", target.middle)
                if way.shape == "hook":
                    self.ports.use(target, "right", "trunk", target.middle)
                return
        link = self.journey.links[index]
        loop, past = link.loop, link.kind == "skip"
        plain = not loop and target.column == source.column + 1
        route = outside(source, target, self.band, loop)
        if route.channel == 0 and not self.joined.isdisjoint((route.first, route.last)):
            route = route._replace(channel=1)  # Above stands the stage's heading.
        ways.append((index, source, target, route, plain, past))

    def _claim(self, net: Net, user: str) -> None:
        """Ask for the places where a net meets the sides of its boxes."""
        down = 1e6 if net.way.channel > 0 else -1e6 if net.way.channel == 0 else 0.0
        for _, source, target in net.members:
            same = source.column == target.column
            self.ports.use(source, net.way.exit, user, down or target.top + (0.5 if same else 0))
            self.ports.use(target, net.way.entry, user, down or source.top)


class Frame(NamedTuple):
    """The places of the columns: ``xs`` of the cards' left edge by place in the band,
    ``gutters`` (left, right) between panels, ``tops`` of the rows by band, ``panels`` (top,
    bottom) by band, ``channels`` (top, bottom), and the right and lower ends of it all."""

    xs: tuple[float, ...]
    gutters: tuple[Point, ...]
    tops: tuple[float, ...]
    panels: tuple[Point, ...]
    channels: tuple[Point, ...]
    right: float
    bottom: float


def frame(
    plan: Plan, room: float, head: float, corner: Point, spread: float, least: float
) -> Frame:
    """Place the columns of a plan.

    ``room`` is the width of a column's cards, ``head`` the height of the headings, ``corner``
    the left top one of it all; ``spread`` is added to each inner gutter and ``least`` is the
    least height of a panel below its heading.
    """
    xs, gutters = _across(plan, room, corner[0], spread)
    lanes = [0] * (-(-len(plan.columns) // plan.band) + 1)
    for net in plan.nets:
        if net.way.channel >= 0:
            lanes[net.way.channel] += 1
    tops: list[float] = []
    panels: list[Point] = []
    channels: list[Point] = []
    y = corner[1]
    last = len(lanes) - 1
    for band, tracks in enumerate(lanes):
        high = 0.0 if band in (0, last) else _BETWEEN
        if tracks:
            high = CHANNEL * (tracks + 1) + 4
        channels.append((y, y + high))
        y += high
        if band < last:
            rows = plan.columns[band * plan.band : (band + 1) * plan.band]
            tall = max([least, *(column[-1].bottom + 2 * PANEL for column in rows if column)])
            panels.append((y, y + head + tall))
            tops.append(y + head + PANEL + 2)
            y += head + tall
    return Frame(xs, gutters, tuple(tops), tuple(panels), tuple(channels), gutters[-1][1], y)


def _across(
    plan: Plan, room: float, left: float, spread: float
) -> tuple[tuple[float, ...], tuple[Point, ...]]:
    """The left edges of the columns' cards, and the gutters around their panels.

    Inner gutters are as wide as the one with most tracks, so that columns stand evenly.
    Between columns of one stage a gutter lies on their common panel.
    """
    width = min(plan.band, len(plan.columns))
    starting = {row.column % plan.band for _, row in plan.starts}
    tracks = [0] * (width + 1)
    for net in plan.nets:
        tracks[net.way.first] += 1
        if net.way.last != net.way.first:
            tracks[net.way.last] += 1
    wide = [_GUTTER + max(number - 1, 0) * SPACING if number else 0.0 for number in tracks]
    inner = max([_GUTTER, *wide[1:-1]]) + spread
    xs: list[float] = []
    gutters: list[Point] = []
    for place in range(width):
        size = inner if place else wide[0]
        gutters.append((left, left + size))
        before = 0.0 if place in plan.joined else PANEL
        left += size + (START + PANEL if place in starting else before)
        xs.append(left)
        left += room + (0.0 if place + 1 in plan.joined else PANEL)
    gutters.append((left, left + wide[width]))
    return tuple(xs), tuple(gutters)


class Router:
    """The points of every link, once the columns have their places."""

    def __init__(self, plan: Plan, place: Frame) -> None:
        self._plan, self._frame = plan, place
        self._users = {id(net): f"net {number}" for number, net in enumerate(plan.nets)}
        self._lay_tracks()

    def x(self, row: Row, offset: float) -> float:
        """An offset in a row's column as a place in the drawing."""
        return self._frame.xs[row.column % self._plan.band] + offset

    def y(self, row: Row, offset: float) -> float:
        """A height among the rows of a column as a place in the drawing."""
        return self._frame.tops[row.column // self._plan.band] + offset

    def port(self, row: Row, side: Side, user: str) -> Point:
        """The place where a user's line meets a side of a box."""
        height = self._plan.ports.place(row, side, user)
        return self.x(row, row.left if side == "left" else row.right), self.y(row, height)

    def inside(self, leg: Leg) -> list[Point]:
        """The points of a way inside a column."""
        source, target, (shape, offset) = leg.source, leg.target, leg.way
        x = self.x(source, offset)
        if source.left <= offset <= source.right:
            points = [(x, self.y(source, source.bottom))]
            if source.kind == "dot" and shape in ("out", "hook"):
                points = [(x, self.y(source, source.middle))]
        elif source.kind == "dot":
            down = self.y(source, source.bottom + 7.0)
            points = [(self.x(source, (source.left + source.right) / 2), down), (x, down)]
        else:
            start = self.port(source, "right", "trunk")
            points = [start, (x, start[1])]
        if shape == "into":
            end = self.port(target, "left", "trunk")
            return [*points, (x, end[1]), end]
        if shape == "hook":
            end = self.port(target, "right", "trunk")
            return [*points, (x, end[1]), end]
        return [*points, (x, self.y(target, target.top))]

    def outside(self, net: Net, source: Row, target: Row) -> list[Point]:
        """The points of a way through gutters."""
        user = self._users[id(net)]
        start = self.port(source, net.way.exit, user)
        end = self.port(target, net.way.entry, user)
        points = [start, (net.at_first, start[1])]
        if net.way.channel >= 0:
            points += [(net.at_first, net.along), (net.at_last, net.along)]
        return [*points, (net.at_last, end[1]), end]

    def _lay_tracks(self) -> None:
        plan, place = self._plan, self._frame
        exits: dict[int, float] = {}
        entries: dict[int, float] = {}
        for net in plan.nets:
            user = self._users[id(net)]
            for link, source, target in net.members:
                exits[link] = self.port(source, net.way.exit, user)[1]
                entries[link] = self.port(target, net.way.entry, user)[1]
        for gutter, (left, right) in enumerate(place.gutters):
            here = gutter_order(gutter, plan.nets, exits, entries, place.channels)
            x = (left + right - (len(here) - 1) * SPACING) / 2
            for net in here:
                if net.way.first == gutter:
                    net.at_first = x
                if net.way.last == gutter:
                    net.at_last = x
                x += SPACING
        for channel, (top, bottom) in enumerate(place.channels):
            self._lay_channel(channel, (top + bottom) / 2)

    def _lay_channel(self, channel: int, middle: float) -> None:
        plan = self._plan
        here = [net for net in plan.nets if net.way.channel == channel]
        wires = []
        for net in here:
            above: list[float] = []
            below: list[float] = []
            for x, row in ((net.at_first, net.members[0][1]), (net.at_last, net.members[0][2])):
                (above if row.column // plan.band < channel else below).append(x)
            ends = sorted((net.at_first, net.at_last))
            wires.append(Wire(ends[0], ends[1], tuple(above), tuple(below)))
        y = middle - (len(here) - 1) * CHANNEL / 2
        for index in order(wires):
            here[index].along = y
            y += CHANNEL
