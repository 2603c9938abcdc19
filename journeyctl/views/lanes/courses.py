"""Which rows, gutters and channels each link takes.

No line can run through a box: rows are run along only where nothing stands in them, gutters
between columns hold no boxes, and a channel between rows is taken only where no box lies across
it.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from journeyctl.model.journey import Link
from journeyctl.views.lanes.bands import Band
from journeyctl.views.lanes.boxes import Box, Leg

EDGE = 12.0
"""From the middle of a row to the end of a box that goes on in the next, in points."""

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


class Course(NamedTuple):
    """From the row ``out`` of its source by places, each with the name of the net that it has
    there, to the row ``into`` of its target."""

    out: int
    into: int
    places: tuple[tuple[Place, str], ...]


class Courses:
    """Finds the courses of all legs."""

    def __init__(self, legs: Sequence[Leg], links: Sequence[Link], bands: Sequence[Band]) -> None:
        self._links, self._bands = links, bands
        self._arrivals: dict[str, int] = {}
        for leg in legs:
            name = self._name(leg)
            self._arrivals[name] = self._arrivals.get(name, 0) + 1

    def loop(self, leg: Leg) -> bool:
        """Whether it leads back, from an answer on."""
        return self._links[leg.link].loop and not leg.stem

    def _name(self, leg: Leg) -> str:
        """The net of all that come to a box."""
        return f"{'loop' if self.loop(leg) else 'to'} {leg.target.id}"

    def course(self, leg: Leg) -> Course:
        """The course of a leg."""
        source, target = leg.source, leg.target
        if source.band != target.band:
            return self._across(leg)
        band = self._bands[source.band]
        if source.place < target.place:
            common = range(max(source.top, target.top), min(source.bottom, target.bottom) + 1)
            for row in common:
                if band.clear(row, source.place, target.place) and _meets(source, target):
                    return Course(row, row, ())
            gutter = Place("gutter", band.number, target.place)
            for row in sorted(_rows(source), key=lambda row: _away(row, target)):
                if band.clear(row, source.place, target.place):
                    into = _nearest(target, row)
                    several = self._arrivals[self._name(leg)] > 1
                    name = f"{self._name(leg)} {into}" if several else f"from {source.id} {row}"
                    return Course(row, into, ((gutter, name),))
        out = min(_rows(source), key=lambda row: _away(row, target))
        into = _nearest(target, out)
        loop = self.loop(leg)
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
        return Course(
            out, into, (self._leaving(leg, out), (along, self._name(leg)), self._coming(leg, into))
        )

    def _leaving(self, leg: Leg, row: int) -> tuple[Place, str]:
        name = f"{'back' if self.loop(leg) else 'from'} {leg.source.id} {row}"
        return Place("gutter", leg.source.band, leg.source.place + 1), name

    def _coming(self, leg: Leg, row: int) -> tuple[Place, str]:
        return Place("gutter", leg.target.band, leg.target.place), f"{self._name(leg)} {row}"

    def _across(self, leg: Leg) -> Course:
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
        return Course(out, into, tuple(places))


def _rows(box: Box) -> range:
    return range(box.top, box.bottom + 1)


def _nearest(box: Box, row: int) -> int:
    return max(box.top, min(row, box.bottom))


def _away(row: int, box: Box) -> int:
    return abs(row - _nearest(box, row))


def _meets(source: Box, target: Box) -> bool:
    """Whether a level line from a box meets the side of another in the same row."""
    apart = abs(source.shift - target.shift)
    room = EDGE if target.top < target.bottom else target.height / 2 - 5
    return apart <= max(room, 0.5)
