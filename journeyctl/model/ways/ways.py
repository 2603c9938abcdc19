"""What the shares, times and feelings of a journey come to, for those who go through it.

Who comes where is worked out with the journey as an absorbing Markov chain (`chain`): at each
step people part as the shares say, whatever happened before. Parts that must all happen are gone
one after the other, in the order of the file; who goes away in one does not come to the next.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import sqrt
from typing import NamedTuple

from journeyctl.model.journey import Block, Journey, Link, Meet, Run, Single
from journeyctl.model.measures import Range, block_range, likely_way
from journeyctl.model.ways.chain import (
    Extreme,
    Gain,
    TangledError,
    divide,
    rows,
    stage_shares,
    traps,
    visits,
)
from journeyctl.model.ways.graph import OUT, Edge, Place, graph
from journeyctl.model.ways.paths import Path, Paths, mean_of

_DIVISIONS = ((1 + sqrt(5)) / 2, sqrt(2))
_SAME = 1e-9
_LEAST = 1e-6
_TINY = 1e-300  # of those who can come somewhere, so that it is not nothing


class Way(NamedTuple):
    """One way through. ``steps`` are ids in its order, more than once where it goes back;
    ``time`` in minutes, None where no step on it tells; ``feeling`` the mean of its steps whose
    feeling is known, 1 to 5; ``share`` the percentage of all customers who go just this way.
    ``out`` is how it ends: ``end``, ``leave``, or "" where it does not."""

    steps: tuple[str, ...]
    time: Range | None
    feeling: float | None
    share: float | None
    out: str


class Exit(NamedTuple):
    """A way out: a link to ``end`` or ``leave``, and the percentage of all who take it.
    ``steps`` are those that people leave from."""

    link: Link
    steps: tuple[str, ...]
    share: float | None


class Between(NamedTuple):
    """The least and the most that it can be, however the shares that are missing are divided;
    the same where they are all told."""

    low: float
    high: float


class Reach(NamedTuple):
    """The percentage of all who start that comes there, and how many times one does so on
    average (of all who start); None where the shares do not tell, or nobody gets out."""

    share: float | None
    times: float | None


class Ways(NamedTuple):
    """What can be told of the ways through a journey; None is what cannot.

    ``exits`` in the order of the file; their shares and ``trapped`` add up to 100. ``end`` and
    ``leave`` are percentages of all who start. ``trapped`` comes into a loop that nobody leaves.
    ``likely`` gives up only where there is no other way, and goes no way back. ``shortest`` and
    ``longest`` come to the end where one can: by time, else by the number of steps; ``worst`` is
    the way with the lowest mean feeling, wherever it ends. ``time`` is the expected time
    (minutes), loops included; ``feeling`` the mean feeling of all the steps that people take (1
    to 5), each counted as often as it is taken. ``steps`` and ``stages`` are in the order of the
    file. ``unshared`` are the ids of the steps and points whose ways have no shares, where that
    is so. ``tangled`` tells that it was too much to solve.
    """

    exits: tuple[Exit, ...]
    end: Between | None
    leave: Between | None
    trapped: float | None
    likely: Way | None
    shortest: Way | None
    longest: Way | None
    worst: Way | None
    time: Range | None
    feeling: Between | None
    steps: dict[str, Reach]
    stages: tuple[float | None, ...]
    unshared: tuple[str, ...]
    tangled: bool


def ways(journey: Journey) -> Ways:
    """All that can be told of the ways through a journey, whatever is wrong with it."""
    return _Teller(journey).ways()


class _Teller:
    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.places = graph(journey)
        self.charges = _Charges(journey)
        self.trapped = traps(self.places)
        self.is_told = all(place.is_told for place in self.places)

    def ways(self) -> Ways:
        try:
            counts = [_Counts(self, factor) for factor in _DIVISIONS[: 2 - self.is_told]]
            end = self.between("end", counts)
            leave = self.between("leave", counts, end)
            time, feeling = self.time(), self.feeling()
            tangled = False
        except TangledError:
            counts, end, leave, time, feeling, tangled = [], None, None, None, None, True
        unshared = dict.fromkeys(place.id for place in self.places if not place.is_told)
        likely, shortest, longest, worst = self.single_ways()
        return Ways(
            exits=tuple(self.exits(counts)),
            end=end,
            leave=leave,
            trapped=_agreed([count.trapped for count in counts]),
            likely=likely,
            shortest=shortest,
            longest=longest,
            worst=worst,
            time=time,
            feeling=feeling,
            steps={
                id: Reach(
                    _agreed([count.share(id) for count in counts]),
                    _agreed([count.times(id) for count in counts]),
                )
                for id in self.journey.steps
            },
            stages=tuple(
                _agreed([count.stage(number) for count in counts])
                for number in range(len(self.journey.stages))
            ),
            unshared=tuple(unshared),
            tangled=tangled,
        )

    # Out

    def exits(self, counts: "Sequence[_Counts]") -> Iterator[Exit]:
        links = {id(edge.link): edge.link for place in self.places for edge in place.edges}
        out = [link for link in links.values() if link.target in ("end", "leave")]
        before: dict[str, list[str]] = {}
        for link in self.journey.links:
            before.setdefault(link.target, []).append(link.source)
        for link in out:
            share = _agreed([count.out.get(id(link), 0.0) for count in counts])
            yield Exit(link, tuple(_last_steps(self.journey, before, link.source)), share)

    def between(
        self, kind: str, counts: "Sequence[_Counts]", others: Between | None = None
    ) -> Between | None:
        """How many end so; ``others`` end otherwise."""
        if not self.places:
            return None
        share = _agreed([count.ends(kind) for count in counts])
        if share is not None:
            return Between(share, share)
        if others and not self.trapped:
            return Between(100 - others.high, 100 - others.low)

        def gain(_: Place, edge: Edge) -> tuple[float, float]:
            return (100.0 if edge.link.target == kind and edge.target == OUT else 0.0), 0.0

        low = self.extreme(gain).found()
        high = self.extreme(gain, most=True).found()
        return Between(low[0], high[0]) if low and high else None

    def extreme(self, gain: Gain, *, most: bool = False) -> Extreme:
        return Extreme(self.places, self.trapped, gain, most=most)

    # What it takes

    def time(self) -> Range | None:
        charges = [self.charge(place, edge) for place in self.places for edge in place.edges]
        if self.trapped or not any(charges):
            return None
        is_open = any(charge and charge[1] is None for charge in charges)

        def gain(place: Place, edge: Edge) -> tuple[float, float]:
            low, high = self.charge(place, edge) or (0.0, 0.0)
            return low, high or 0.0

        def gain_most(place: Place, edge: Edge) -> tuple[float, float]:
            low, high = gain(place, edge)
            return high, low

        low = self.extreme(gain).found()
        high = None if is_open else self.extreme(gain_most, most=True).found()
        return (low[0], high and high[0]) if low else None

    def charge(self, place: Place, edge: Edge) -> Range | None:
        """The time that it takes to go by a way, and through what it leads to."""
        if edge.target == OUT:
            return None
        return self.charges.of(place, self.places[edge.target])

    def feeling(self) -> Between | None:
        if self.trapped or not self.places:
            return None

        def gain(_: Place, edge: Edge) -> tuple[float, float]:
            mood = None if edge.target == OUT else self.mood(self.places[edge.target])
            return (0.0, 0.0) if mood is None else (mood, 1.0)

        low = self.extreme(gain).ratio()
        high = low if self.is_told else self.extreme(gain, most=True).ratio()
        return None if low is None or high is None else Between(low, high)

    def mood(self, place: Place) -> float | None:
        return self.journey.steps[place.id].mood if place.is_step else None

    # Single ways

    def single_ways(self) -> tuple[Way | None, Way | None, Way | None, Way | None]:
        if not self.places:
            return None, None, None, None
        ended = any(
            edge.target == OUT and edge.link.target == "end"
            for place in self.places
            for edge in place.edges
        )
        through = Paths(self.places, lambda link: link.target == "end" or not ended)
        likely = through.along(likely_way(self.journey))
        return (
            self.way(likely),
            self.way(through.least(self.briefly, (0.0,) * 3)),
            self.way(through.least(self.lengthily, (0.0,) * 4)),
            self.way(Paths(self.places, lambda _: True).lowest(self.exact_mood)),
        )

    def briefly(self, place: Place, edge: Edge) -> tuple[float, ...]:
        low, high = self.charge(place, edge) or (0.0, 0.0)
        return low, low if high is None else high, self.counts(edge)

    def lengthily(self, place: Place, edge: Edge) -> tuple[float, ...]:
        low, high = self.charge(place, edge) or (0.0, 0.0)
        return -(high is None), -(high or 0.0), -low, -self.counts(edge)

    def counts(self, edge: Edge) -> int:
        return edge.target != OUT and self.places[edge.target].is_step

    def exact_mood(self, place: Place) -> Fraction | None:
        mood = self.mood(place)
        return None if mood is None else Fraction(mood).limit_denominator(10_000)

    def way(self, path: Path | None) -> Way | None:
        """None also for a way that ends nowhere."""
        if path is None or not path.edges or path.edges[-1].target != OUT:
            return None
        charges = [
            charge
            for number, edge in zip(path.places, path.edges, strict=True)
            if (charge := self.charge(self.places[number], edge))
        ]
        highs = [high for _, high in charges if high is not None]
        time = sum(low for low, _ in charges), sum(highs) if len(highs) == len(charges) else None
        mean = mean_of(path, self.places, self.exact_mood)
        share = path.share
        return Way(
            tuple(self.places[number].id for number in path.places if self.places[number].is_step),
            time if charges else None,
            None if mean is None else float(mean),
            None if share is None else share * 100,
            path.edges[-1].link.target,
        )


class _Counts:
    """Who comes where, in percent, with the missing shares divided in one way."""

    def __init__(self, teller: _Teller, factor: float) -> None:
        places, trapped = teller.places, teller.trapped
        parts = [divide(place, factor) for place in places]
        chain = rows(places, parts, trapped)
        self._visits = visits(chain, trapped)
        self._stages = stage_shares(places, chain, trapped)
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


def _agreed(found: Sequence[float | None]) -> float | None:
    """What comes out the same however the missing shares are divided, else None.

    Next to nothing may have come out of any division, and tells nothing; nothing itself does.
    """
    told = [one for one in found if one is not None]
    if not told or len(told) < len(found):
        return None
    if len(told) > 1 and 0 < max(told) < _LEAST:
        return None
    return told[0] if max(told) - min(told) <= _SAME * max(told) else None


class _Charges:
    """What each way adds to the time, in minutes.

    A step adds its duration each time. A stage with a duration of its own adds that each time
    that one comes into it from another stage, and its steps nothing. Parts that all happen take
    as long as the longest of them, whichever ways go inside.
    """

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._forks: dict[str, Range | None] = {}
        self._inside: set[str] = set()
        for stage in journey.stages:
            for block in stage.blocks:
                self._place(block, inside=False)

    def _place(self, block: Block, *, inside: bool) -> None:
        if isinstance(block, Meet):
            return
        lines = block.ways if isinstance(block, Run) else (block,)
        if isinstance(block, Run) and block.fork and not inside:
            self._forks[block.fork] = block_range(self._journey, block)
            inside = True
        for line in lines:
            if inside:
                self._inside.add(line.step)
            own = [] if isinstance(line, Single) else [*line.own]
            for one in [*own, *(one for answer in line.answers for one in answer.own)]:
                self._place(one, inside=inside)

    def of(self, place: Place, target: Place) -> Range | None:
        """What it takes to come to a target from a place, and to be done with it."""
        stage = self._journey.stages[target.own]
        if stage.duration:
            entered = target.is_step and place.stage != target.own
            return (stage.duration.low, stage.duration.high) if entered else None
        if not target.is_step:
            return self._forks.get(target.id)
        duration = self._journey.steps[target.id].duration
        if not duration or target.id in self._inside:
            return None
        return duration.low, duration.high


def _last_steps(journey: Journey, before: dict[str, list[str]], source: str) -> list[str]:
    """The step that a link leaves, or those that lead to the point that it leaves."""
    found: dict[str, None] = {}
    seen = {source}
    ahead = [source]
    for id in ahead:
        if id in journey.steps:
            found[id] = None
            continue
        for one in before.get(id, ()):
            if one not in seen:
                seen.add(one)
                ahead.append(one)
    return [id for id in journey.steps if id in found]
