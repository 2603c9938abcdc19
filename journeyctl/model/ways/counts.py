"""Who comes where and by which ways people leave, for shares that are all there or made up."""

from collections.abc import Sequence
from functools import cached_property
from math import sqrt

from journeyctl.model.ways.chain import divide, rows, stage_shares, visits
from journeyctl.model.ways.graph import OUT, Place

DIVISIONS = ((1 + sqrt(5)) / 2, sqrt(2))
"""Two ways to divide what is not told, as `divide` takes them."""

_SAME = 1e-9
_LEAST = 1e-6
_TINY = 1e-300  # of those who can come somewhere, so that it is not nothing


class Counts:
    """Who comes where, in percent, with the missing shares divided in one way."""

    def __init__(self, places: Sequence[Place], trapped: set[int], factor: float) -> None:
        parts = [divide(place, factor) for place in places]
        self._places, self._trapped = places, trapped
        self._chain = rows(places, parts, trapped)
        self._visits = visits(self._chain, trapped)
        self._numbers = {place.id: number for number, place in enumerate(places) if place.is_step}
        self._closed = {places[number].own for number in trapped}
        self._entered = {place.own for place in places if place.is_step}
        self.trapped = 100.0 if 0 in trapped else 0.0
        self.out: dict[int, float] = {}
        self._ends = {"end": 0.0, "leave": 0.0}
        for number, place in enumerate(places):
            if number in trapped:
                continue
            times = 100 * self._visits[number].times
            for edge, part in zip(place.edges, parts[number], strict=True):
                if edge.target in trapped:
                    self.trapped += times * part or _TINY
                elif edge.target == OUT:
                    key = id(edge.link)
                    gone = times * part or _TINY
                    self.out[key] = self.out.get(key, 0.0) + gone
                    self._ends[edge.link.target] += gone

    @cached_property
    def _stages(self) -> dict[int, float]:
        """By itself, since it takes longer than all else, and not everybody asks."""
        return stage_shares(self._places, self._chain, self._trapped)

    def ends(self, kind: str) -> float:
        return self._ends[kind]

    def share(self, id: str) -> float | None:
        if id not in self._numbers:
            return 0.0
        found = self._visits.get(self._numbers[id])
        return found and (100 * found.share or _TINY)

    def times(self, id: str) -> float | None:
        if id not in self._numbers:
            return 0.0
        found = self._visits.get(self._numbers[id])
        return found and (found.times or _TINY)

    def stage(self, number: int) -> float | None:
        """The part that comes to a step of a stage; not told where one of them is a trap."""
        if number in self._closed:
            return None
        return 100 * self._stages.get(number, 0.0) or (_TINY if number in self._entered else 0.0)


def agreed(found: Sequence[float | None]) -> float | None:
    """What comes out the same however the missing shares are divided, else None.

    Next to nothing may have come out of any division, and tells nothing; nothing itself does.
    """
    told = [one for one in found if one is not None]
    if not told or len(told) < len(found):
        return None
    if len(told) > 1 and 0 < max(told) < _LEAST:
        return None
    return told[0] if max(told) - min(told) <= _SAME * max(told) else None
