"""What the shares, times and feelings of a journey come to, for those who go through it.

Who comes where is worked out with the journey as an absorbing Markov chain (`chain`): at each
step people part as the shares say, whatever happened before. Parts that must all happen are gone
one after the other, in the order of the file; who goes away in one does not come to the next.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from journeyctl.model.journey import Journey, Link
from journeyctl.model.measures import Range, likely_way
from journeyctl.model.ways.chain import TangledError, traps
from journeyctl.model.ways.charges import Charges
from journeyctl.model.ways.counts import DIVISIONS, Counts, agreed
from journeyctl.model.ways.extremes import Extreme, Gain
from journeyctl.model.ways.graph import OUT, Edge, Place, graph
from journeyctl.model.ways.paths import Path, Paths, mean_of


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


def share_to_end(journey: Journey) -> float | None:
    """The percentage of all who start that comes to the end; None where the shares do not tell.
    ``ways`` takes many times as long."""
    places = graph(journey)
    try:
        counts = _counts(places, traps(places))
    except TangledError:
        return None
    return agreed([count.ends("end") for count in counts]) if places else None


def _counts(places: Sequence[Place], trapped: set[int]) -> list[Counts]:
    """Who comes where, the missing shares divided in one way or, where there are any, in two."""
    is_told = all(place.is_told for place in places)
    return [Counts(places, trapped, factor) for factor in DIVISIONS[: 2 - is_told]]


class _Teller:
    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.places = graph(journey)
        self.charges = Charges(journey)
        self.trapped = traps(self.places)
        self.is_told = all(place.is_told for place in self.places)

    def ways(self) -> Ways:
        try:
            counts = _counts(self.places, self.trapped)
            end = self.between("end", counts)
            leave = self.between("leave", counts, end)
            time, feeling, stages = self.time(), self.feeling(), self.stages(counts)
            tangled = False
        except TangledError:
            counts, end, leave, time, feeling, tangled = [], None, None, None, None, True
            stages = self.stages(counts)
        unshared = dict.fromkeys(place.id for place in self.places if not place.is_told)
        likely, shortest, longest, worst = self.single_ways()
        return Ways(
            exits=tuple(self.exits(counts)),
            end=end,
            leave=leave,
            trapped=agreed([count.trapped for count in counts]),
            likely=likely,
            shortest=shortest,
            longest=longest,
            worst=worst,
            time=time,
            feeling=feeling,
            steps={
                id: Reach(
                    agreed([count.share(id) for count in counts]),
                    agreed([count.times(id) for count in counts]),
                )
                for id in self.journey.steps
            },
            stages=stages,
            unshared=tuple(unshared),
            tangled=tangled,
        )

    def stages(self, counts: Sequence[Counts]) -> tuple[float | None, ...]:
        numbers = range(len(self.journey.stages))
        return tuple(agreed([count.stage(number) for count in counts]) for number in numbers)

    # Out

    def exits(self, counts: Sequence[Counts]) -> Iterator[Exit]:
        links = {id(edge.link): edge.link for place in self.places for edge in place.edges}
        out = [link for link in links.values() if link.target in ("end", "leave")]
        before: dict[str, list[str]] = {}
        for link in self.journey.links:
            before.setdefault(link.target, []).append(link.source)
        for link in out:
            share = agreed([count.out.get(id(link), 0.0) for count in counts])
            yield Exit(link, _last_steps(self.journey, before, link.source), share)

    def between(
        self, kind: str, counts: Sequence[Counts], others: Between | None = None
    ) -> Between | None:
        """How many end so; ``others`` end otherwise."""
        if not self.places:
            return None
        share = agreed([count.ends(kind) for count in counts])
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


def _last_steps(journey: Journey, before: dict[str, list[str]], source: str) -> tuple[str, ...]:
    """The step that a link leaves, or those that lead to the point that it leaves."""
    if source in journey.steps:
        return (source,)
    found: dict[str, None] = {}
    ahead = {source: None}
    waiting = [source]
    for id in waiting:
        for one in before.get(id, ()):
            if one in journey.steps:
                found[one] = None
            elif one not in ahead:
                ahead[one] = None
                waiting.append(one)
    return tuple(sorted(found, key=lambda id: journey.steps[id].number))
