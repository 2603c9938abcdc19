"""How each link goes: along rows that are free, through gutters and through channels.

No two lines of different links share a stretch: in a row only lines of the box to the left run,
ways into a box keep clear of these, and all nets of a gutter or a channel have tracks of their own.
"""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.model.journey import Link
from journeyctl.views.lanes.bands import Band
from journeyctl.views.lanes.boxes import Leg
from journeyctl.views.lanes.courses import EDGE, Course, Courses, Place
from journeyctl.views.tracks import Wire, order

PORT = 8.0
"""From one place on a box's side where lines come in to the next, in points."""

_PITCH = 40.0  # from row to row and gutter to gutter, where only the order counts
_BAND = 1e5
_CLEAR = 4.5


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


class Routes:
    """The routes of all legs. ``tracks`` tells how many there are in each place."""

    def __init__(self, legs: Sequence[Leg], links: Sequence[Link], bands: Sequence[Band]) -> None:
        self._bands = bands
        self._nets: dict[tuple[Place, str], Net] = {}
        found = Courses(legs, links, bands)
        self._loop = found.loop
        courses = [found.course(leg) for leg in legs]
        offsets = self._offsets(legs, courses)
        self.routes = [
            self._route(leg, one, offsets.get((leg.target.id, one.into, self._loop(leg)), 0.0))
            for leg, one in zip(legs, courses, strict=True)
        ]
        self.tracks = self._tracks()

    def _offsets(
        self, legs: Sequence[Leg], courses: Sequence[Course]
    ) -> dict[tuple[str, int, bool], float]:
        """How far from the middle lines come into a box, by its id, the row, and for loops."""
        outs: dict[tuple[str, int], list[tuple[float, str]]] = {}
        for leg, course in zip(legs, courses, strict=True):
            key = (leg.source.id, course.out)
            # A line straight on is in nobody's way but where its box has others, too.
            goal = "" if course.places else leg.target.id
            outs.setdefault(key, []).append((leg.source.shift, goal))
        found: dict[tuple[str, int, bool], float] = {}
        for leg, course in zip(legs, courses, strict=True):
            box, row, loop = leg.target, course.into, self._loop(leg)
            if (box.id, row, loop) in found or not course.places:
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
            up = course.out < row if leg.source.band == box.band else leg.source.band < box.band
            one = -PORT if up else PORT
            room = EDGE if box.top < box.bottom else max(box.height / 2 - 4, 0.0)
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

    def _route(self, leg: Leg, course: Course, offset: float) -> Route:
        """Put a leg into its nets: where each begins and ends decides about the tracks."""
        source, target = leg.source, leg.target
        places = [place for place, _ in course.places]
        nets = [self._nets.setdefault(one, Net()) for one in course.places]
        ends = [_level(source.band, course.out, source.shift)]
        ends += [self._centre(place) for place in places]
        ends.append(_level(target.band, course.into, target.shift + offset))
        for at, (place, net) in enumerate(zip(places, nets, strict=True)):
            centre = ends[at + 1]
            if place.upright:
                net.reach(ends[at], at > 0 and ends[at - 1] > centre)
                net.reach(ends[at + 2], at + 1 == len(places) or ends[at + 3] > centre)
            else:
                net.reach(ends[at], ends[at - 1] > centre)
                net.reach(ends[at + 2], ends[at + 3] > centre)
        # Ends and places take turns: a level, an upright place, a level one, ..., a level.
        return Route(leg, course.out, course.into, tuple(zip(places, nets, strict=True)), offset)

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


def _level(band: int, row: int, offset: float) -> float:
    return band * _BAND + _PITCH * row + _PITCH / 2 + max(-18.0, min(0.4 * offset, 18.0))
