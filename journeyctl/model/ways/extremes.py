"""The least and the most that it can take, however the shares that are missing are divided."""

from collections.abc import Callable, Sequence
from math import isfinite
from typing import TypeAlias

from journeyctl.model.ways.chain import FIRST, LEAST, SECOND, TRAPPED, Row, without
from journeyctl.model.ways.graph import OUT, Edge, Place

_ROUNDS = 100
_SAME = 1e-9

Gain: TypeAlias = Callable[[Place, Edge], tuple[float, float]]
"""Two numbers that one gains by going from a place by one of its ways."""


class Extreme:
    """The least, or the most, of what customers gain on average, however the shares that the
    journey does not tell are divided.

    This is a Markov decision process of stochastic shortest paths, solved by policy iteration
    (D. P. Bertsekas and J. N. Tsitsiklis, *Mathematics of Operations Research* 16, 1991): where
    shares are missing all take one way, the best; that is never worse than to divide them.
    Where all shares are told nothing is to be chosen, and it is solved once.
    """

    def __init__(
        self, places: Sequence[Place], trapped: set[int], gain: Gain, *, most: bool = False
    ) -> None:
        self._places = places
        self._trapped = trapped
        self._sign = 1.0 if most else -1.0
        self._gains = [[gain(place, edge) for edge in place.edges] for place in places]
        far = _distances(places, trapped)
        # For each place that lacks shares, the way that all take who may go any; at first the one
        # that leads out soonest, so that everybody comes out.
        self._choice: dict[int, int] = {}
        for number, place in enumerate(places):
            open_ways = [at for at, edge in enumerate(place.edges) if edge.share is None]
            if open_ways and number not in trapped:
                self._choice[number] = min(open_ways, key=lambda at: far[place.edges[at].target])

    def found(self) -> tuple[float, float] | None:
        """Both numbers, where the first is at its extreme; None where it grows without end: where
        a loop may be gone round for ever."""
        for _ in range(_ROUNDS):
            solved = self._solve()
            if solved is None:
                return None
            result = solved[0][0], solved[1][0]
            if not self._improve(*solved, 0.0):
                return result
        return None

    def ratio(self) -> float | None:
        """The extreme of the first number divided by the second, which counts what the first adds
        up, between 0 and 6 each; None where nothing is counted, or a loop may be gone round for
        ever. What is made better is the first without the quotient as it is times the second
        (W. Dinkelbach, *Management Science* 13, 1967)."""
        for _ in range(_ROUNDS):
            solved = self._solve()
            if solved is None:
                return None
            first, second = solved[0][0], solved[1][0]
            worst = 0.0 if self._sign > 0 else 6.0
            mean = first / second if second > 0 else worst
            if not self._improve(*solved, mean):
                return mean if second > 0 else None
        return None

    def _improve(self, first: dict[int, float], second: dict[int, float], minus: float) -> bool:
        """Choose better ways, from the last place to the first; whether there were any.

        What is gained is made better at once, so that those before it can choose by that.
        """
        changed = False
        for number in range(len(self._places) - 1, -1, -1):
            if number in self._trapped or not (changed or number in self._choice):
                continue
            edges = self._places[number].edges
            gains = [
                (a + first[edge.target], b + second[edge.target])
                for edge, (a, b) in zip(edges, self._gains[number], strict=True)
            ]
            if number in self._choice:
                chosen = self._choice[number]
                worth = [self._sign * (a - minus * b) for a, b in gains]
                open_ways = [at for at, edge in enumerate(edges) if edge.share is None]
                best = max(open_ways, key=worth.__getitem__)
                if worth[best] > worth[chosen] + _SAME * (1 + abs(worth[chosen])):
                    self._choice[number] = best
                    changed = True
            if changed:
                parts = self._parts(number)
                first[number] = sum(part * a for part, (a, _) in zip(parts, gains, strict=True))
                second[number] = sum(part * b for part, (_, b) in zip(parts, gains, strict=True))
        return changed

    def _parts(self, number: int) -> list[float]:
        """The parts that go each way from a place, as is chosen."""
        edges = self._places[number].edges
        if number not in self._choice:
            return [edge.share or 0.0 for edge in edges]
        rest = 1 - sum(edge.share or 0.0 for edge in edges)
        chosen = self._choice[number]
        return [
            edge.share if edge.share is not None else rest if at == chosen else 0.0
            for at, edge in enumerate(edges)
        ]

    def _solve(self) -> tuple[dict[int, float], dict[int, float]] | None:
        """What is gained from each place on; None where one does not come out."""
        chain: dict[int, Row] = {}
        for number, place in enumerate(self._places):
            if number in self._trapped:
                continue
            row: Row = {}
            parts = self._parts(number)
            for edge, part, (a, b) in zip(place.edges, parts, self._gains[number], strict=True):
                if not part:
                    continue
                row[FIRST] = row.get(FIRST, 0.0) + part * a
                row[SECOND] = row.get(SECOND, 0.0) + part * b
                if edge.target != number:
                    target = TRAPPED if edge.target in self._trapped else edge.target
                    row[target] = row.get(target, 0.0) + part
            chain[number] = row
        taken = without(chain, chain)[1]
        first = dict.fromkeys((OUT, TRAPPED, *self._trapped), 0.0)
        second = dict(first)
        for number, row, total, _ in reversed(taken):
            if total < LEAST:
                return None
            onward = [(target, part / total) for target, part in row.items() if target > FIRST]
            first[number] = row.get(FIRST, 0.0) / total + sum(
                part * first[target] for target, part in onward
            )
            second[number] = row.get(SECOND, 0.0) / total + sum(
                part * second[target] for target, part in onward
            )
        return (first, second) if isfinite(first[0]) else None


def _distances(places: Sequence[Place], trapped: set[int]) -> dict[int, int]:
    """How many ways each place is from the nearest way out or into a trap."""
    into: dict[int, list[int]] = {}
    for number, place in enumerate(places):
        for edge in place.edges:
            into.setdefault(edge.target, []).append(number)
    ahead = [OUT, *sorted(trapped)]
    found = dict.fromkeys(ahead, 0)
    for number in ahead:
        for before in into.get(number, ()):
            if before not in found:
                found[before] = found[number] + 1
                ahead.append(before)
    return found
