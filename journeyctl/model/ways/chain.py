"""The journey as an absorbing Markov chain, solved exactly.

Definitions after J. G. Kemeny and J. L. Snell, *Finite Markov Chains* (1960), chapters 3 and 6.
The one operation is to take a place out of the chain, and to join what came to it with where it
led: what is left is the chain as one sees it who looks at the other places alone (the censored
chain). It adds, multiplies and divides numbers that are not negative, and never subtracts, so no
digits are lost (W. K. Grassmann, M. I. Taksar and D. P. Heyman, *Operations Research* 33, 1985).
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from journeyctl.model.components import components
from journeyctl.model.ways.graph import OUT, Place

TRAPPED = -2
"""Where a way leads that comes into a loop that nobody can leave."""
_HIT = -3  # what one was looking for
FIRST, SECOND = -4, -5
"""What is gained on the way, in two columns beside the places."""

Row: TypeAlias = dict[int, float]
"""What part of those who move on from a place goes where. A way back to the place itself is left
out: what the parts add up to is who does not take it."""

_MOST_JOINS = 10_000_000
LEAST = 1e-100
"""The part of those in a place that must ever leave it for another."""


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
    taken = without(whole, [number for number in whole if number])[1]
    matrix = {0: {0: 1.0}}
    found = {0: Visits(1.0, 1.0)}
    for number, row, total, sources in reversed(taken):
        if total < LEAST:
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
            waiting.append((without(left, others)[0], kept))
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
    start = without(merged, points)[0][0]
    return start.get(_HIT, 0.0) / (sum(start.values()) or 1.0)


_Taken: TypeAlias = tuple[int, Row, float, list[tuple[int, float]]]
"""What is taken out of a chain: the place, its row then, what that adds up to without what is
gained, and from where what part comes to it."""


def without(chain: dict[int, Row], gone: Iterable[int]) -> tuple[dict[int, Row], list[_Taken]]:
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
            total = sum(part for target, part in row.items() if target > FIRST)
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
