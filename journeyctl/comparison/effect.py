"""What a change comes to: the journey as it was and as it is (or should be), in figures."""

from typing import NamedTuple

from journeyctl.comparison.changes import Changes
from journeyctl.model.journey import Journey, Stage, Step
from journeyctl.model.measures import Range, likely_way, total_range
from journeyctl.model.ways.ways import ways


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


def effect(old: Journey, new: Journey, found: Changes) -> Effect:
    """What the changes between two journeys come to. A pain is gone with its step, too."""
    gone = [one.name for one in found.changes if (one.act, one.thing) == ("removed", "pain")]
    come = [one.name for one in found.changes if (one.act, one.thing) == ("added", "pain")]
    for one in found.changes:
        if one.thing == "step" and one.act == "removed":
            gone += [pain.text for pain in old.steps[one.step].pains]
        elif one.thing == "step" and one.act == "added":
            come += [pain.text for pain in new.steps[one.step].pains]
    return Effect(figures(old), figures(new), tuple(gone), tuple(come))


def figures(journey: Journey) -> Figures:
    """What is counted of a journey."""
    steps = journey.steps.values()
    places: list[Stage | Step] = [*journey.stages, *steps]
    moods = [journey.steps[id].mood for id in likely_way(journey)]
    ends = ways(journey).end
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
        end=ends.low if ends and ends.low == ends.high else None,
    )
