"""What a change comes to: the journey as it was and as it is (or should be), in figures."""

from collections import Counter
from typing import NamedTuple

from journeyctl.model.journey import Journey, Stage, Step
from journeyctl.model.measures import Range, likely_way, total_range
from journeyctl.model.ways.ways import share_to_end
from journeyctl.syntax.names import fold


class Figures(NamedTuple):
    """What is counted of one journey.

    ``time`` is the range in minutes from the first contact to the end. Touchpoints are the
    steps that a customer takes part in by a channel. ``feeling`` is the mean, 1 to 5, of the
    steps on the likeliest way through, ``lowest`` the worst of them. ``end`` is the
    percentage that comes to the end. None is what cannot be told.
    """

    time: Range | None
    steps: int
    touchpoints: int
    people: int
    channels: int
    pains: int
    ideas: int
    feeling: float | None
    lowest: float | None
    end: float | None


class Effect(NamedTuple):
    """``solved`` are the pains that are gone, ``arisen`` those that are new."""

    before: Figures
    after: Figures
    solved: tuple[str, ...]
    arisen: tuple[str, ...]


def effect(old: Journey, new: Journey) -> Effect:
    """What the changes between two journeys come to. A pain is gone when it is told nowhere any
    more: that it is told elsewhere is no change of it."""
    before, after = _pains(old), _pains(new)
    return Effect(figures(old), figures(new), _without(before, after), _without(after, before))


def _pains(journey: Journey) -> list[str]:
    places: list[Stage | Step] = []
    for stage in journey.stages:
        places += [stage, *(journey.steps[id] for id in stage.steps)]
    return [pain.text for place in places for pain in place.pains]


def _without(texts: list[str], others: list[str]) -> tuple[str, ...]:
    """The texts that are not among the others, each as often as it is there more often."""
    left = Counter(map(fold, others))
    kept = []
    for text in texts:
        if left[fold(text)]:
            left[fold(text)] -= 1
        else:
            kept.append(text)
    return tuple(kept)


def figures(journey: Journey) -> Figures:
    """What is counted of a journey."""
    steps = journey.steps.values()
    places: list[Stage | Step] = [*journey.stages, *steps]
    moods = [journey.steps[id].mood for id in likely_way(journey)]
    felt = [mood for mood in moods if mood is not None]
    return Figures(
        time=total_range(journey),
        steps=len(journey.steps),
        touchpoints=sum(step.side == "customer" and bool(step.channels) for step in steps),
        people=sum(person.side == "customer" for person in journey.people.values()),
        channels=len(journey.channels),
        pains=sum(len(one.pains) for one in places),
        ideas=sum(len(one.ideas) for one in places),
        feeling=sum(felt) / len(felt) if felt else None,
        lowest=min(felt, default=None),
        end=share_to_end(journey),
    )
