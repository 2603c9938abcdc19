"""Tracks side by side in a gutter: which line runs where, so that they cross least."""

from collections.abc import Sequence
from typing import NamedTuple

_NEAR = 4.0  # two lines closer than this, in points, would read as one


class Wire(NamedTuple):
    """What one net does in a gutter: it runs from ``low`` to ``high`` along it, and has
    stubs to the side before (left, above) and to the side behind, at these places."""

    low: float
    high: float
    before: tuple[float, ...]
    behind: tuple[float, ...]


def order(wires: Sequence[Wire]) -> list[int]:
    """The wires' indexes in the order of their tracks; each is put in where it costs least.

    The cost of two tracks is the number of crossings of one's stubs with the other,
    and much more for stubs that would lie on one another.
    """
    placed: list[int] = []
    for index, wire in enumerate(wires):
        behind = [_cost(wire, wires[other]) for other in placed]
        ahead = [_cost(wires[other], wire) for other in placed]
        cost = sum(behind)
        best, at = cost, 0
        for position in range(len(placed)):
            cost += ahead[position] - behind[position]
            if cost < best:
                best, at = cost, position + 1
        placed.insert(at, index)
    return placed


def _cost(one: Wire, other: Wire) -> float:
    """What it costs that ``one`` runs before ``other``."""
    cost = 0.0
    for stub in other.before:
        cost += _crosses(stub, one)
        cost += sum(20.0 for mine in one.behind if abs(mine - stub) < _NEAR)
    for stub in one.behind:
        cost += _crosses(stub, other)
    return cost


def _crosses(stub: float, wire: Wire) -> float:
    return 1.0 if wire.low - _NEAR < stub < wire.high + _NEAR else 0.0
