"""How each link goes: along rows that are free, through gutters and through channels.

No line can run through a box: rows are run along only where nothing stands in them,
gutters between columns hold no boxes, and a channel between rows is taken only where no
box lies across it. No two lines of different links share a stretch: in a row only lines
of the box to the left run, ways into a box keep clear of these, and all nets of a gutter
or a channel have tracks of their own.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from journeyctl.model.journey import Link
from journeyctl.views.lanes.bands import Band
from journeyctl.views.lanes.boxes import Box, Leg
from journeyctl.views.tracks import Wire, order

PORT = 8.0
"""From one place on a box's side where lines come in to the next, in points."""

_PITCH = 40.0  # from row to row and gutter to gutter, where only the order counts
_BAND = 1e5
_CLEAR = 4.5
_EDGE = 12.0  # from the middle of a row to the end of a box that goes on in the next

Kind = Literal["gutter", "channel", "entry", "corridor"]


class Place(NamedTuple):
    """A gutter or channel of a band, the entry left of all columns, or the corridor below a
    band."""

    kind: Kind
    band: int
    number: int

    @property
    def upright(self) -> bool:
        return self.kind in ("gutter", "entry")


class Net:
    """Lines of one place that have an end in common, drawn as one. ``track`` is counted from
    the left or from above; ``at`` is where it runs, once known, in points."""

    __slots__ = ("at", "before", "behind", "high", "low", "track")

    def __init__(self) -> None:
        self.low, self.high = float("inf"), float("-inf")
        self.before: list[float] = []
        self.behind: list[float] = []
        self.track = 0
        self.at = 0.0

    def reach(self, end: float, ahead: bool) -> None:
        """Let it reach to ``end``, where a line comes from the side before or goes on behind."""
        self.low, self.high = min(self.low, end), max(self.high, end)
        (self.behind if ahead else self.before).append(end)


class Route(NamedTuple):
    """The way of a leg: from the row ``out`` of its source by the nets (and their places) to the
    row ``into`` of its target; ``offset`` is how far below the middle it comes in."""

    leg: Leg
    out: int
    into: int
    nets: tuple[tuple[Place, Net], ...]
    offset: float


class _Shape(NamedTuple):
    out: int
    into: int
    places: tuple[tuple[Place, str], ...]


class Routes:
    """The routes of all legs. ``tracks`` tells how many there are in each place."""

    def __init__(self, legs: Sequence[Leg], links: Sequence[Link], bands: Sequence[Band]) -> None:
        self._links, self._bands = links, bands
        self._arrivals: dict[str, int] = {}
        for leg in legs:
            name = self._name(leg)
            self._arrivals[name] = self._arrivals.get(name, 0) + 1
        self._nets: dict[tuple[Place, str], Net] = {}
        shapes = [self._shape(leg) for leg in legs]
        offsets = self._offsets(legs, shapes)
        self.routes = [
            self._route(leg, shape, offsets.get((leg.target.id, shape.into, self._loop(leg)), 0.0))
            for leg, shape in zip(legs, shapes, strict=True)
        ]
        self.tracks = self._tracks()

    def _loop(self, leg: Leg) -> bool:
        return self._links[leg.link].loop and not leg.stem

    def _name(self, leg: Leg) -> str:
        """The net of all that come to a box."""
        return f"{'loop' if self._loop(leg) else 'to'} {leg.target.id}"

    def _shape(self, leg: Leg) -> _Shape:
        source, target = leg.source, leg.target
        if source.band != target.band:
            return self._across(leg)
        band = self._bands[source.band]
        if source.place < target.place:
            common = range(max(source.top, target.top), min(source.bottom, target.bottom) + 1)
            for row in common:
                if band.clear(row, source.place, target.place) and _meets(source, target):
                    return _Shape(row, row, ())
            gutter = Place("gutter", band.number, target.place)
            for row in sorted(_rows(source), key=lambda row: _away(row, target)):
                if band.clear(row, source.place, target.place):
                    into = _nearest(target, row)
                    several = self._arrivals[self._name(leg)] > 1
                    name = f"{self._name(leg)} {into}" if several else f"from {source.id} {row}"
                    return _Shape(row, into, ((gutter, name),))
        out = min(_rows(source), key=lambda row: _away(row, target))
        into = _nearest(target, out)
        loop = self._loop(leg)
        channel = min(
            (
                channel
                for channel in range(len(band.rows) + 1)
                if band.open(channel, source.place + 1, target.place)
            ),
            key=lambda channel: (
                abs(out + 0.5 - channel)
                + abs(into + 0.5 - channel)
                + (0.3 if (channel > out) != loop else 0.0)
            ),
        )
        along = Place("channel", band.number, channel)
        return _Shape(
            out, into, (self._leaving(leg, out), (along, self._name(leg)), self._coming(leg, into))
        )

    def _leaving(self, leg: Leg, row: int) -> tuple[Place, str]:
        name = f"{'back' if self._loop(leg) else 'from'} {leg.source.id} {row}"
        return Place("gutter", leg.source.band, leg.source.place + 1), name

    def _coming(self, leg: Leg, row: int) -> tuple[Place, str]:
        return Place("gutter", leg.target.band, leg.target.place), f"{self._name(leg)} {row}"

    def _across(self, leg: Leg) -> _Shape:
        """From a band to another: down, back to the left of all, and in from there."""
        source, target = leg.source, leg.target
        band, name = self._bands[target.band], self._name(leg)
        out = source.bottom
        into = target.top if source.band < target.band else target.bottom
        places = [
            self._leaving(leg, out),
            (Place("corridor", source.band, 0), name),
            (Place("entry", 0, 0), name),
        ]
        if not band.clear(into, -1, target.place):
            channel = min(
                (
                    channel
                    for channel in range(len(band.rows) + 1)
                    if band.open(channel, 0, target.place)
                ),
                key=lambda channel: abs(into + 0.5 - channel),
            )
            places += [(Place("channel", band.number, channel), name), self._coming(leg, into)]
        return _Shape(out, into, tuple(places))

    def _offsets(
        self, legs: Sequence[Leg], shapes: Sequence[_Shape]
    ) -> dict[tuple[str, int, bool], float]:
        """How far from the middle lines come into a box, by its id, the row, and for loops."""
        outs: dict[tuple[str, int], list[tuple[float, str]]] = {}
        for leg, shape in zip(legs, shapes, strict=True):
            key = (leg.source.id, shape.out)
            # A line straight on is in nobody's way but where its box has others, too.
            goal = "" if shape.places else leg.target.id
            outs.setdefault(key, []).append((leg.source.shift, goal))
        found: dict[tuple[str, int, bool], float] = {}
        for leg, shape in zip(legs, shapes, strict=True):
            box, row, loop = leg.target, shape.into, self._loop(leg)
            if (box.id, row, loop) in found or not shape.places:
                continue
            taken = [
                shift
                for other in self._bands[box.band].left_of(row, box.place)
                for shift, goal in outs.get((other.id, row), ())
                if goal != box.id or len(outs[(other.id, row)]) > 1
            ]
            if loop:
                taken.append(box.shift)  # The middle is for the ways ahead.
            if (box.id, row, not loop) in found:
                taken.append(box.shift + found[(box.id, row, not loop)])
            up = shape.out < row if leg.source.band == box.band else leg.source.band < box.band
            one = -PORT if up else PORT
            room = _EDGE if box.top < box.bottom else max(box.height / 2 - 4, 0.0)
            found[(box.id, row, loop)] = next(
                (
                    offset
                    for offset in (0.0, one, -one, 2 * one, -2 * one)
                    if abs(offset) <= room
                    and all(abs(box.shift + offset - other) >= _CLEAR for other in taken)
                ),
                0.0,
            )
        return found

    def _route(self, leg: Leg, shape: _Shape, offset: float) -> Route:
        """Put a leg into its nets: where each begins and ends decides about the tracks."""
        source, target = leg.source, leg.target
        places = [place for place, _ in shape.places]
        nets = [self._nets.setdefault(one, Net()) for one in shape.places]
        ends = [_level(source.band, shape.out, source.shift)]
        ends += [self._centre(place) for place in places]
        ends.append(_level(target.band, shape.into, target.shift + offset))
        for at, (place, net) in enumerate(zip(places, nets, strict=True)):
            centre = ends[at + 1]
            if place.upright:
                net.reach(ends[at], at > 0 and ends[at - 1] > centre)
                net.reach(ends[at + 2], at + 1 == len(places) or ends[at + 3] > centre)
            else:
                net.reach(ends[at], ends[at - 1] > centre)
                net.reach(ends[at + 2], ends[at + 3] > centre)
        # Ends and places take turns: a level, an upright place, a level one, ..., a level.
        return Route(leg, shape.out, shape.into, tuple(zip(places, nets, strict=True)), offset)

    def _centre(self, place: Place) -> float:
        """Where a place is, in the order of all: across for upright ones, else downward."""
        if place.kind == "entry":
            return -_PITCH
        if place.kind == "corridor":
            return place.band * _BAND + _PITCH * (len(self._bands[place.band].rows) + 1)
        return (0.0 if place.upright else place.band * _BAND) + _PITCH * place.number

    def _tracks(self) -> dict[Place, int]:
        by_place: dict[Place, list[Net]] = {}
        for (place, _), net in self._nets.items():
            by_place.setdefault(place, []).append(net)
        return {place: _lay(nets) for place, nets in by_place.items()}


def _lay(nets: Sequence[Net]) -> int:
    """Give each net a track, the same to such as do not come near one another; how many."""
    wires = [Wire(net.low, net.high, tuple(net.before), tuple(net.behind)) for net in nets]
    count = 0
    done: list[Net] = []
    for index in order(wires):
        net = nets[index]
        near = [one.track for one in done if net.low <= one.high + 2 and one.low <= net.high + 2]
        net.track = max(near, default=-1) + 1
        count = max(count, net.track + 1)
        done.append(net)
    return count


def _rows(box: Box) -> range:
    return range(box.top, box.bottom + 1)


def _nearest(box: Box, row: int) -> int:
    return max(box.top, min(row, box.bottom))


def _away(row: int, box: Box) -> int:
    return abs(row - _nearest(box, row))


def _meets(source: Box, target: Box) -> bool:
    """Whether a level line from a box meets the side of another in the same row."""
    apart = abs(source.shift - target.shift)
    room = _EDGE if target.top < target.bottom else target.height / 2 - 5
    return apart <= max(room, 0.5)


def _level(band: int, row: int, offset: float) -> float:
    return band * _BAND + _PITCH * row + _PITCH / 2 + max(-18.0, min(0.4 * offset, 18.0))
