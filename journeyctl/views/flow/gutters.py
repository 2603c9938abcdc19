"""Nets through the gutters between columns and the channels between bands of columns.

Links of one kind that part from one place, or come together in one, run as one net: a
single line with branches, so that four ways into a step read as one arrival.
"""

from collections.abc import Sequence

from journeyctl.views.flow.columns import Row
from journeyctl.views.flow.routes import Outside, Side
from journeyctl.views.tracks import Wire, order

SPACING = 9.0  # between tracks
EDGE = 12.0  # from a track to the panel beside it
Point = tuple[float, float]


class Net:
    """The links of one net: their sources leave and their targets are entered alike.

    ``members`` are (link, source, target); ``first``/``last``/``channel`` as in Outside.
    ``at_first``, ``at_last`` and ``along`` are the places of its tracks, once known.
    """

    __slots__ = ("along", "at_first", "at_last", "members", "way")

    def __init__(self, way: Outside) -> None:
        self.way = way
        self.members: list[tuple[int, Row, Row]] = []
        self.at_first = self.at_last = self.along = 0.0


class Ports:
    """Where lines leave and enter the sides of boxes: each user of a side has its own height."""

    def __init__(self) -> None:
        self._users: dict[tuple[int, int, Side], list[tuple[float, str]]] = {}
        self._rows: dict[tuple[int, int, Side], Row] = {}
        self._places: dict[tuple[int, int, Side, str], float] = {}

    def use(self, row: Row, side: Side, user: str, towards: float) -> None:
        """Ask for a place on a side; ``towards`` (a height) orders the users of one side."""
        key = (row.column, row.index, side)
        users = self._users.setdefault(key, [])
        self._rows[key] = row
        if all(name != user for _, name in users):
            users.append((towards, user))

    def settle(self) -> None:
        """Give every user its place: alone in the middle, else spread around it."""
        for key, users in self._users.items():
            row = self._rows[key]
            room = max(row.height - 12.0, 0.0)
            step = min(10.0, room / max(len(users) - 1, 1))
            users.sort(key=lambda one: one[0])
            start = (
                row.top
                + (row.entry if key[2] == "left" else row.height / 2)
                - step * (len(users) - 1) / 2
            )
            start = max(row.top + 6.0, min(start, row.bottom - 6.0 - step * (len(users) - 1)))
            if row.height < 12.0:
                start, step = row.middle, 0.0
            for number, (_, user) in enumerate(users):
                self._places[(*key, user)] = start + step * number

    def alone(self, row: Row, side: Side) -> bool:
        """Whether a side has one user at the most."""
        return len(self._users.get((row.column, row.index, side), ())) < 2

    def place(self, row: Row, side: Side, user: str) -> float:
        """The height, within the rows of the column, at which a user's line meets a side."""
        return self._places[(row.column, row.index, side, user)]


def nets(ways: Sequence[tuple[int, Row, Row, Outside, bool, bool]]) -> list[Net]:
    """Bundle (link, source, target, way, plain, past) into nets. Plain ones of the same way are
    bundled by their target when that has several, else by their source, those past what may be
    left out by themselves; others go alone."""
    arrivals: dict[tuple[Outside, str], int] = {}
    for _, _, target, way, plain, _ in ways:
        if plain:
            key = (way, target.id)
            arrivals[key] = arrivals.get(key, 0) + 1
    found: dict[tuple[Outside, str], Net] = {}
    for link, source, target, way, plain, past in ways:
        if not plain:
            name = f"link {link}"
        elif arrivals[(way, target.id)] > 1:
            name = f"to {target.id}"
        elif past:
            name = f"past {source.id}"  # Dots would not be seen on the line of the others.
        else:
            name = f"from {source.id}"
        net = found.setdefault((way, name), Net(way))
        net.members.append((link, source, target))
    return list(found.values())


def gutter_order(
    gutter: int,
    found: Sequence[Net],
    exits: dict[int, float],
    entries: dict[int, float],
    channels: Sequence[Point],
) -> list[Net]:
    """The nets that run in a gutter, in the order of their tracks from left to right.

    ``exits`` and ``entries`` are heights by link, ``channels`` the (top, bottom) of each.
    """
    here = [net for net in found if gutter in (net.way.first, net.way.last)]
    wires = []
    for net in here:
        before: list[float] = []
        behind: list[float] = []
        for link, _, _ in net.members:
            if net.way.first == gutter:
                (before if net.way.exit == "right" else behind).append(exits[link])
            if net.way.last == gutter:
                (behind if net.way.entry == "left" else before).append(entries[link])
        heights = [*before, *behind]
        if net.way.channel >= 0:
            heights.append(sum(channels[net.way.channel]) / 2)
        wires.append(Wire(min(heights), max(heights), tuple(before), tuple(behind)))
    return [here[index] for index in order(wires)]
