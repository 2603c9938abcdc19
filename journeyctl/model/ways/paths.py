"""Single ways through: the likely, the shortest, the longest, and the one that feels worst.

A loop is what can be gone round: a strongly connected component of the places. A way goes back
at most once in each loop, each time that it comes into it. So the ways are those of a graph
without loops, in which each place stands twice, before and after one has gone back; the shortest
and the longest way in it are found in one round (dynamic programming), and the one with the
lowest mean in a few (W. Dinkelbach, *Management Science* 13, 1967).
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple, TypeAlias

from journeyctl.model.components import components
from journeyctl.model.journey import Link
from journeyctl.model.ways.graph import OUT, Edge, Place

_ROUNDS = 100

Cost: TypeAlias = tuple[float, ...]
Costs: TypeAlias = Callable[[Place, Edge], Cost]
"""What it costs to go from a place by one of its ways."""


class Path(NamedTuple):
    """The numbers of the places that a way goes through, and the edges between them and out."""

    places: tuple[int, ...]
    edges: tuple[Edge, ...]

    @property
    def share(self) -> float | None:
        """The part (0 to 1) of all who start that go just this way, where the shares tell."""
        share = 1.0
        for edge in self.edges:
            if edge.share is None:
                return None
            share *= edge.share
        return share


class Paths:
    """The ways through some places. ``through`` tells which ways out count."""

    def __init__(self, places: Sequence[Place], through: Callable[[Link], bool]) -> None:
        self._places = places
        self._through = through
        targets = {
            number: [edge.target for edge in place.edges if edge.target != OUT]
            for number, place in enumerate(places)
        }
        found = list(components(targets))
        self._rank = {number: -rank for rank, component in enumerate(found) for number in component}
        self._order = sorted(
            ((number, gone) for number in targets for gone in (False, True)),
            key=lambda state: (self._rank[state[0]], state[1], state[0]),
        )

    def least(self, costs: Costs, zero: Cost) -> Path | None:
        """The way that costs least; the first in the file of several. None where no way counts."""
        start = 0, False
        best: dict[tuple[int, bool], Cost] = {start: zero}
        came: dict[tuple[int, bool], tuple[tuple[int, bool], Edge]] = {}
        done: tuple[Cost, tuple[int, bool], Edge] | None = None
        for state in self._order:
            if state not in best:
                continue
            number, gone = state
            for edge in self._places[number].edges:
                if edge.target == OUT:
                    if self._through(edge.link):
                        cost = _add(best[state], costs(self._places[number], edge))
                        if done is None or cost < done[0]:
                            done = cost, state, edge
                    continue
                same = self._rank[number] == self._rank[edge.target]
                back = same and edge.target <= number
                if back and gone:
                    continue
                onward = edge.target, same and (gone or back)
                cost = _add(best[state], costs(self._places[number], edge))
                if onward not in best or cost < best[onward]:
                    best[onward], came[onward] = cost, (state, edge)
        if done is None:
            return None
        _, state, edge = done
        numbers, edges = [state[0]], [edge]
        while state != start:
            state, edge = came[state]
            numbers.append(state[0])
            edges.append(edge)
        return Path(tuple(reversed(numbers)), tuple(reversed(edges)))

    def lowest(self, value: Callable[[Place], Fraction | None]) -> Path | None:
        """The way on which the mean of the values is lowest, of those that have any; the one
        with the fewest places of several. Values are below 6."""
        told = [value(place) for place in self._places]
        # Whole numbers are as exact as fractions, and faster.
        scale = lcm(*(one.denominator for one in told if one is not None))
        units = [None if one is None else int(one * scale) for one in told]
        total, count = 6 * scale, 1
        found: Path | None = None
        for _ in range(_ROUNDS):

            def below(_: Place, edge: Edge, total: int = total, count: int = count) -> Cost:
                unit = None if edge.target == OUT else units[edge.target]
                return (0 if unit is None else unit * count - total), 1

            path = self.least(below, (0, 0))
            along = [unit for at in path.places if (unit := units[at]) is not None] if path else []
            if not along:
                break
            found = path
            if sum(along) * count == total * len(along):
                break
            total, count = sum(along), len(along)
        return found

    def along(self, steps: Iterable[str]) -> Path:
        """The way along these steps, one after the other, and out, where one can go out then."""
        numbers = [0]
        edges: list[Edge] = []
        for step in (*steps, ""):
            for edge in self._over_points(numbers[-1], step):
                edges.append(edge)
                if edge.target != OUT:
                    numbers.append(edge.target)
        return Path(tuple(numbers), tuple(edges))

    def _over_points(self, number: int, step: str) -> list[Edge]:
        """From a place over points alone to a step; with "" the way out, to the end if there."""
        came: dict[int, tuple[int, Edge]] = {}
        ahead = [number]
        out: tuple[int, Edge] | None = None
        for at in ahead:
            for edge in self._places[at].edges:
                if edge.target == OUT:
                    if not step and (out is None or out[1].link.target == "leave"):
                        out = at, edge
                    continue
                place = self._places[edge.target]
                if place.is_step and place.id == step:
                    return [*_back(came, at, number), edge]
                if not place.is_step and edge.target not in came:
                    came[edge.target] = at, edge
                    ahead.append(edge.target)
        return [*_back(came, out[0], number), out[1]] if out else []


def mean_of(
    path: Path, places: Sequence[Place], value: Callable[[Place], Fraction | None]
) -> Fraction | None:
    """The mean of the values along a way that are known, None where none is."""
    told = [one for number in path.places if (one := value(places[number])) is not None]
    return sum(told, Fraction(0)) / len(told) if told else None


def _back(came: dict[int, tuple[int, Edge]], at: int, start: int) -> list[Edge]:
    edges: list[Edge] = []
    while at != start:
        at, edge = came[at]
        edges.append(edge)
    return edges[::-1]


def _add(one: Cost, other: Cost) -> Cost:
    return tuple(a + b for a, b in zip(one, other, strict=True))
