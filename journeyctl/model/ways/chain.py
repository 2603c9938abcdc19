"""The journey as an absorbing Markov chain, solved exactly.

Definitions after J. G. Kemeny and J. L. Snell, *Finite Markov Chains* (1960), chapters 3 and 6.
The one operation is to take a place out of the chain, and to join what came to it with where it
led: what is left is the chain as one sees it who looks at the other places alone (the censored
chain). It adds, multiplies and divides numbers that are not negative, and never subtracts, so no
digits are lost (W. K. Grassmann, M. I. Taksar and D. P. Heyman, *Operations Research* 33, 1985).
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeAlias

from journeyctl.model.components import components
from journeyctl.model.ways.graph import OUT, Edge, Place

TRAPPED = -2
"""Where a way leads that comes into a loop that nobody can leave."""
_HIT = -3  # what one was looking for
_FIRST, _SECOND = -4, -5  # what is gained on the way, in columns beside the places

Row: TypeAlias = dict[int, float]
"""What part of those who move on from a place goes where. A way back to the place itself is left
out: what the parts add up to is who does not take it."""

_ROUNDS = 100
_SAME = 1e-9
_MOST_JOINS = 10_000_000
_LEAST = 1e-100  # of those in a place that ever leave it for another


class TangledError(Exception):
    """The loops cross one another so much that it would take minutes, or hardly anybody gets out
    of them."""


class Visits(NamedTuple):
    """Of all who start, the part (0 to 1) that ever comes to a place, and how many times one
    comes there, on average of all."""

    share: float
    times: float


# Who comes where


def divide(place: Place, factor: float) -> list[float]:
    """The parts of those in a place that go each of its ways.

    Where the journey does not tell, the rest is divided in some way, another one for each
    ``factor`` (an irrational number): what comes out the same for two of them is the same for
    all, since it is a quotient of polynomials in the parts that are not told (J. T. Schwartz,
    *Journal of the ACM* 27, 1980).
    """
    told = [edge.share for edge in place.edges]
    rest = 1 - sum(share or 0.0 for share in told)
    start = place.edges[0].link.span.start if place.edges else 0
    guesses = [
        (factor * (start + number)) % 1 + 0.25 if share is None else 0.0
        for number, share in enumerate(told, 1)
    ]
    total = sum(guesses)
    return [
        rest * guess / total if share is None else share
        for share, guess in zip(told, guesses, strict=True)
    ]


def rows(places: Sequence[Place], parts: Sequence[Sequence[float]], trapped: set[int]) -> list[Row]:
    """The chain, for the parts that go each way; empty rows for the trapped."""
    made: list[Row] = []
    for number, place in enumerate(places):
        row: Row = {}
        for edge, part in zip(place.edges, parts[number], strict=True):
            if edge.target != number and number not in trapped and part:
                target = TRAPPED if edge.target in trapped else edge.target
                row[target] = row.get(target, 0.0) + part
        made.append(row)
    return made


def traps(places: Sequence[Place]) -> set[int]:
    """The places in loops that nobody can leave: the closed classes of the chain."""
    targets = {number: [edge.target for edge in place.edges] for number, place in enumerate(places)}
    closed: set[int] = set()
    for component in components(targets):
        members = set(component)
        if OUT not in members and all(members.issuperset(targets[one]) for one in component):
            closed |= members
    return closed


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


def visits(chain: Sequence[Row], trapped: set[int]) -> dict[int, Visits]:
    """How often one comes to each place that is no trap, and who ever does.

    One who is in a place will be there so many times, on average: an entry in the diagonal of
    the fundamental matrix, whose entries are worked out for those pairs alone that were joined
    when the places were taken out (K. Takahashi, J. Fagan and M.-S. Chen, *PICA Conference*,
    1973). Divided by that, the times of all who start are the part that ever comes.
    """
    whole = {number: row for number, row in enumerate(chain) if number not in trapped}
    if 0 not in whole:
        return {}
    taken = _without(whole, [number for number in whole if number])[1]
    matrix = {0: {0: 1.0}}
    found = {0: Visits(1.0, 1.0)}
    for number, row, total, sources in reversed(taken):
        if total < _LEAST:
            raise TangledError
        ways_in = [(source, part / total) for source, part in sources]
        ways_on = [(target, part / total) for target, part in row.items() if target >= 0]
        again = {
            source: sum(part * matrix[target][source] for target, part in ways_on)
            for source, _ in ways_in
        }
        for target, _ in ways_on:
            onward = matrix[target]
            onward[number] = sum(onward[source] * part for source, part in ways_in)
        stays = 1 / total + sum(again[source] * part for source, part in ways_in)
        matrix[number] = {**again, number: stays}
        times = sum(found[source].times * part for source, part in ways_in)
        found[number] = Visits(times / stays, times)
    return found


def stage_shares(
    places: Sequence[Place], chain: Sequence[Row], trapped: set[int]
) -> dict[int, float]:
    """The part (0 to 1) of those who start that comes to a step of each stage.

    The stages are halved again and again, the other half taken out: each is left alone with the
    start once, after as many halvings as the logarithm of their number.
    """
    whole = {number: row for number, row in enumerate(chain) if number not in trapped}
    stages: dict[int, list[int]] = {}
    for number in whole:
        if number:
            stages.setdefault(places[number].own, []).append(number)
    found: dict[int, float] = {}
    waiting = [(whole, list(stages.values()))] if 0 in whole and stages else []
    while waiting:
        left, groups = waiting.pop()
        if len(groups) == 1:
            found[places[groups[0][0]].own] = _hit(places, left, groups[0])
            continue
        middle = len(groups) // 2
        for kept, gone in (
            (groups[:middle], groups[middle:]),
            (groups[middle:], groups[:middle]),
        ):
            others = [number for group in gone for number in group]
            waiting.append((_without(left, others)[0], kept))
    return found


def _hit(places: Sequence[Place], left: dict[int, Row], group: Sequence[int]) -> float:
    """The part of those who start that comes to a step, of a chain with one stage alone.

    To have come to one step is enough, so all of them are one column.
    """
    points = [number for number in group if not places[number].is_step]
    merged: dict[int, Row] = {}
    for number in (0, *points):
        row = merged[number] = {}
        for target, part in left[number].items():
            column = _HIT if target > 0 and places[target].is_step else target
            row[column] = row.get(column, 0.0) + part
    start = _without(merged, points)[0][0]
    return start.get(_HIT, 0.0) / (sum(start.values()) or 1.0)


_Taken: TypeAlias = tuple[int, Row, float, list[tuple[int, float]]]
"""What is taken out of a chain: the place, its row then, what that adds up to without what is
gained, and from where what part comes to it."""


def _without(chain: dict[int, Row], gone: Iterable[int]) -> tuple[dict[int, Row], list[_Taken]]:
    """The chain as seen by those who do not look at the places in ``gone``, and these.

    Those with few ways in and out go first: each way in is joined with each way out. Raises
    TangledError.
    """
    left = {number: dict(row) for number, row in chain.items()}
    into: dict[int, dict[int, None]] = {number: {} for number in left}
    for number, row in left.items():
        for target in row:
            if target >= 0:
                into[target][number] = None
    taken: list[_Taken] = []
    waiting = sorted(gone, reverse=True)
    few, work = 4, 0
    while waiting:
        later: list[int] = []
        for number in waiting:
            joins = len(left[number]) * len(into[number])
            if joins > few:
                later.append(number)
                continue
            work += joins
            if work > _MOST_JOINS:
                raise TangledError
            row = left.pop(number)
            sources = [(source, left[source].pop(number)) for source in into.pop(number)]
            total = sum(part for target, part in row.items() if target > _FIRST)
            taken.append((number, row, total, sources))
            for target in row:
                if target >= 0:
                    del into[target][number]
            for source, part in sources:
                joined = left[source]
                for target, onward in row.items():
                    if target != source and total:
                        joined[target] = joined.get(target, 0.0) + part * onward / total
                        if target >= 0:
                            into[target][source] = None
        waiting = later
        few *= 2
    return left, taken


# What it takes

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
                row[_FIRST] = row.get(_FIRST, 0.0) + part * a
                row[_SECOND] = row.get(_SECOND, 0.0) + part * b
                if edge.target != number:
                    target = TRAPPED if edge.target in self._trapped else edge.target
                    row[target] = row.get(target, 0.0) + part
            chain[number] = row
        taken = _without(chain, chain)[1]
        first = dict.fromkeys((OUT, TRAPPED, *self._trapped), 0.0)
        second = dict(first)
        for number, row, total, _ in reversed(taken):
            if total < _LEAST:
                return None
            onward = [(target, part / total) for target, part in row.items() if target > _FIRST]
            first[number] = row.get(_FIRST, 0.0) / total + sum(
                part * first[target] for target, part in onward
            )
            second[number] = row.get(_SECOND, 0.0) / total + sum(
                part * second[target] for target, part in onward
            )
        return first, second
