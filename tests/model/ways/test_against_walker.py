"""The numbers against walks and iteration, on generated journeys."""

from collections import defaultdict
from collections.abc import Collection
from math import inf
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from journeyctl.model.journey import Journey
from journeyctl.model.ways.ways import Way, ways
from tests.generate import journeys
from tests.model.ways.walker import Move, Walker, with_shares
from tests.reading import read

SMALL = journeys(stages=(2, 4), steps=(1, 5))
SEEDS = st.integers(0, 1000)


def close(one: float | None, other: float) -> bool:
    return one is not None and one == pytest.approx(other, rel=1e-9, abs=1e-9)


def hit(walker: Walker, steps: Collection[str]) -> float:
    """How many ever come to one of the steps."""
    states, _ = walker.flow(steps)
    return sum(number for state, number in states.items() if state.id in steps)


@settings(max_examples=25)
@given(SMALL, SEEDS)
def test_with_all_shares_everything_is_what_iteration_comes_to(text: str, seed: int) -> None:
    journey = with_shares(read(text).journey, Random(seed))
    walker = Walker(journey)
    found = ways(journey)
    states, out = walker.flow()
    times: defaultdict[str, float] = defaultdict(float)
    for state, number in states.items():
        times[state.id] += number
    assert found.unshared == ()
    assert len(found.exits) == len(out)
    assert all(close(exit.share, 100 * out[id(exit.link)]) for exit in found.exits)
    assert sum(exit.share or 0 for exit in found.exits) == pytest.approx(100, abs=1e-9)
    for id_, step in found.steps.items():
        assert close(step.times, times[id_])
        assert close(step.share, 100 * hit(walker, [id_]))
    for stage, share in zip(journey.stages, found.stages, strict=True):
        assert close(share, 100 * hit(walker, stage.steps))
    charges = [(number, walker.charge(state)) for state, number in states.items()]
    low, high = (sum(number * charge[at] for number, charge in charges) for at in (0, 1))
    if found.time is None:
        assert high == 0
    else:
        assert close(found.time[0], low)
        assert high == inf if found.time[1] is None else close(found.time[1], high)
    felt = {id_: step.mood for id_, step in journey.steps.items() if step.mood is not None}
    if all_felt := sum(times[id_] for id_ in felt):
        mean = sum(times[id_] * mood for id_, mood in felt.items()) / all_felt
        assert found.feeling
        assert close(found.feeling.low, mean)
        assert close(found.feeling.high, mean)


@settings(max_examples=25)
@given(SMALL, SEEDS)
def test_what_is_told_holds_however_the_missing_shares_are_divided(text: str, seed: int) -> None:
    journey = read(text).journey
    found, made = ways(journey), ways(with_shares(journey, Random(seed)))
    for one, other in zip(found.exits, made.exits, strict=True):
        assert one.share is None or close(one.share, other.share or 0.0)
    for id_, reach in found.steps.items():
        other_reach = made.steps[id_]
        assert reach.share is None or close(reach.share, other_reach.share or 0.0)
        assert reach.times is None or close(reach.times, other_reach.times or 0.0)
    for share, other_share in zip(found.stages, made.stages, strict=True):
        assert share is None or close(share, other_share or 0.0)
    for between, exact in ((found.end, made.end), (found.leave, made.leave)):
        assert between
        assert exact
        assert between.low - 1e-6 <= exact.low <= between.high + 1e-6
    if found.time and made.time:
        assert found.time[0] <= made.time[0] * (1 + 1e-9)
        if found.time[1] is not None:
            assert made.time[1] is not None
            assert found.time[1] >= made.time[1] * (1 - 1e-9)
    if found.feeling and made.feeling:
        assert found.feeling.low <= made.feeling.low + 1e-9
        assert found.feeling.high >= made.feeling.high - 1e-9


@settings(max_examples=40)
@given(SMALL)
def test_the_single_ways_are_the_extremes_of_all(text: str) -> None:
    journey = read(text).journey
    walker = Walker(journey)
    walks = walker.walks(3_000)
    assume(walks)
    assert walks
    found = ways(journey)
    through = [walk for walk in walks if walk[-1].state.id == "end"] or walks
    spans = [walker.time(walk) for walk in through]
    assert found.shortest
    assert found.longest
    assert walker_time(found.shortest)[0] == min(low for low, _ in spans)
    assert walker_time(found.longest)[1] == max(high or 0 for _, high in spans)
    if max(high or 0 for _, high in spans) == 0:
        assert len(found.shortest.steps) == min(len(walker.steps(walk)) for walk in through)
        assert len(found.longest.steps) == max(len(walker.steps(walk)) for walk in through)
    means = [mean for walk in walks if (mean := mean_of(journey, walker, walk)) is not None]
    assert (found.worst and found.worst.feeling) == (
        pytest.approx(min(means), abs=1e-9) if means else None
    )
    by_steps = {(walker.steps(walk), walk[-1].state.id) for walk in walks}
    for way in (found.likely, found.shortest, found.longest, found.worst):
        assert way is None or (way.steps, way.out) in by_steps


def walker_time(way: Way) -> tuple[float, float]:
    if way.time is None:
        return 0.0, 0.0
    low, high = way.time
    return low, float("inf") if high is None else high


def mean_of(journey: Journey, walker: Walker, walk: tuple[Move, ...]) -> float | None:
    moods = [mood for id_ in walker.steps(walk) if (mood := journey.steps[id_].mood) is not None]
    return sum(moods) / len(moods) if moods else None
