"""Channels by stage, after article 003: the touchpoints, the hand-overs between channels, the gaps.

A touchpoint is a step that names a channel. Everything takes time in proportion to the
journey's length.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from journeyctl.model.journey import Journey, Step
from journeyctl.model.measures import links_out

_CROWD = 100  # see hand_overs


class Touch(NamedTuple):
    """Touchpoints that belong together: the ids of the steps in file order, and the mean of
    their moods, 1.0 to 5.0, None where nobody's is known."""

    steps: tuple[str, ...]
    mood: float | None


class Contacts(NamedTuple):
    """Touchpoints by channel and stage; a channel is its key, a stage its number from 0.

    ``cells`` has no entry where a channel is not used in a stage. ``channels`` has all
    channels of the journey, ``stages`` all stages, with no steps where nothing is used.
    """

    cells: dict[tuple[str, int], Touch]
    channels: dict[str, Touch]
    stages: tuple[Touch, ...]


class HandOver(NamedTuple):
    """The customer has to change from the channel ``source`` to ``target``.

    ``leaves`` and ``enters`` are the stages of the touchpoints before and after it, and
    ``steps`` the ids of those after it.
    """

    source: str
    target: str
    leaves: int
    enters: int
    steps: tuple[str, ...]


class Gaps(NamedTuple):
    """Where channels leave the customer alone.

    ``skipped``: the stages with steps in which a channel pauses, between its first and its last.
    ``single``: stages with one channel alone, and which; where the journey has several.
    ``bare``: stages with steps and without a channel. ``unused``: declared, and used nowhere.
    """

    skipped: dict[str, tuple[int, ...]]
    single: dict[int, str]
    bare: tuple[int, ...]
    unused: tuple[str, ...]


def touch(steps: Iterable[Step]) -> Touch:
    """Steps as one: which, and how they feel."""
    chosen = list(steps)
    moods = [step.mood for step in chosen if step.mood is not None]
    return Touch(tuple(step.id for step in chosen), sum(moods) / len(moods) if moods else None)


def contacts(journey: Journey) -> Contacts:
    """How many touchpoints each channel has in each stage, and how they feel."""
    cells: dict[tuple[str, int], list[Step]] = {}
    channels: dict[str, list[Step]] = {key: [] for key in journey.channels}
    stages: list[list[Step]] = [[] for _ in journey.stages]
    for step in journey.steps.values():
        for key in step.channels:
            cells.setdefault((key, step.stage), []).append(step)
            channels[key].append(step)
        if step.channels:
            stages[step.stage].append(step)
    return Contacts(
        {place: touch(steps) for place, steps in cells.items()},
        {key: touch(steps) for key, steps in channels.items()},
        tuple(touch(steps) for steps in stages),
    )


def hand_overs(journey: Journey) -> tuple[HandOver, ...]:
    """Where the way leads from a touchpoint to the next one, and these share no channel.

    Steps without a channel and the points where ways part and meet are passed on the way; ways
    back count like others. Where either touchpoint has several channels, each of the one hands
    over to each of the other. A step that is come to from over a hundred different sets of
    channels or stages is come to from anywhere, and nothing in particular hands over to it. In
    the order of the steps that are come to.
    """
    # Each different (channels, stage) of a touchpoint is a bit; what can have been the last
    # touchpoint before a place is a sum of bits, carried along the links until none is new.
    origins: dict[tuple[tuple[str, ...], int], int] = {}
    out = links_out(journey)
    arrived: dict[str, int] = {}
    waiting: dict[str, int] = {}
    for step in journey.steps.values():
        if step.channels:
            bit = 1 << origins.setdefault((step.channels, step.stage), len(origins))
            for link in out.get(step.id, ()):
                waiting[link.target] = waiting.get(link.target, 0) | bit
    while waiting:
        at, bits = waiting.popitem()
        fresh = bits & ~arrived.get(at, 0)
        arrived[at] = arrived.get(at, 0) | fresh
        here = journey.steps.get(at)
        if fresh and (here is None or not here.channels):
            for link in out.get(at, ()):
                waiting[link.target] = waiting.get(link.target, 0) | fresh
    known = [(channels, frozenset(channels), stage) for channels, stage in origins]
    found: dict[tuple[str, str, int, int], list[str]] = {}
    for step in journey.steps.values():
        reached = arrived.get(step.id, 0)
        if not step.channels or reached.bit_count() > _CROWD:
            continue
        for channels, as_set, stage in (known[bit] for bit in _bits(reached)):
            if as_set.isdisjoint(step.channels):
                for source, target in product(channels, step.channels):
                    steps = found.setdefault((source, target, stage, step.stage), [])
                    if step.id not in steps[-1:]:
                        steps.append(step.id)
    return tuple(HandOver(*place, tuple(steps)) for place, steps in found.items())


def _bits(value: int) -> Iterator[int]:
    """The numbers of the bits of a value, the lowest first."""
    while value:
        low = value & -value
        yield low.bit_length() - 1
        value ^= low


def gaps(journey: Journey, told: Contacts) -> Gaps:
    """The stages that a channel skips, those with one channel or none, channels without use."""
    filled = [number for number, stage in enumerate(journey.stages) if stage.steps]
    used: list[list[str]] = [[] for _ in journey.stages]
    stages: dict[str, list[int]] = {}
    for key, number in told.cells:
        used[number].append(key)
        stages.setdefault(key, []).append(number)
    skipped = {
        key: tuple(n for n in filled if min(its) < n < max(its) and n not in its)
        for key in journey.channels
        if (its := stages.get(key))
    }
    several = len(stages) > 1
    return Gaps(
        {key: numbers for key, numbers in skipped.items() if numbers},
        {n: used[n][0] for n in filled if several and len(used[n]) == 1},
        tuple(n for n in filled if stages and not used[n]),
        tuple(key for key in journey.channels if key not in stages),
    )
