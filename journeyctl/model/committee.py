"""Who takes part where, who decides and who has a say: what article 004 asks a map to show.

The article asks for the stakeholders of a buying organization, their departments, and who
influences and who decides, the formal hierarchy included. The rules made of it:

- A person *decides* where the role is decider or approver, and the step belongs to the
  stage decision or purchase, or is a question at which the customer may leave, in any stage: a
  renewal is decided, too. Where a journey has neither stage, so is any question and `&` step.
- A person of the customer's side *has a say* who does not decide, and whose role is influencer
  or gatekeeper, or who takes part in a step at which another one decides.
- A person is *behind* a stage who is named there in a `backstage` alone.
- A person is *absent* from a stage with steps in which none of this holds.
"""

from collections.abc import Container, Iterable, Sequence
from typing import Literal, NamedTuple

from journeyctl.model.journey import DECIDING, Journey, Person, Step

INFLUENCING = ("influencer", "gatekeeper")
"""Roles that have a say wherever they take part."""

_STAGES = ("decision", "purchase")

Part = Literal["decides", "takes-part", "behind"]


class Presence(NamedTuple):
    """What a person does in a stage. ``steps`` are the ids of those they take part in (of those
    they stand behind, where the part is ``behind``), ``decided`` of those they decide in; ``mood``
    is the mean of this person's own feelings, 1.0 to 5.0, None where unknown."""

    part: Part
    steps: tuple[str, ...]
    decided: tuple[str, ...]
    mood: float | None


class Committee(NamedTuple):
    """``cells`` by person's key and stage's number, without an entry where one is absent.

    The stages, by key in the order of the file, in which one decides (``deciding``), has a say
    (``influencing``), or is ``absent``: this of the customer's side alone, and of those who take
    part somewhere. ``nowhere`` are those who are declared, and take part nowhere.
    """

    cells: dict[tuple[str, int], Presence]
    deciding: dict[str, tuple[int, ...]]
    influencing: dict[str, tuple[int, ...]]
    absent: dict[str, tuple[int, ...]]
    nowhere: tuple[str, ...]


def committee(journey: Journey) -> Committee:
    """The people of a journey by stage."""
    decisive = decisive_steps(journey)
    steps: dict[tuple[str, int], list[Step]] = {}
    behind: dict[tuple[str, int], list[Step]] = {}
    for step in journey.steps.values():
        for one in step.people:
            steps.setdefault((one.person, step.stage), []).append(step)
        for key in dict.fromkeys(key for one in step.backstage for key in one.people):
            behind.setdefault((key, step.stage), []).append(step)
    cells = {
        place: _presence(journey.people[place[0]], taken, decisive)
        for place, taken in steps.items()
    }
    for place, served in behind.items():
        cells.setdefault(place, Presence("behind", tuple(one.id for one in served), (), None))
    people = journey.people
    present = {key for key, _ in cells}
    filled = [number for number, stage in enumerate(journey.stages) if stage.steps]
    decided = {place for place, presence in cells.items() if presence.decided}
    heard = {
        place
        for place, presence in cells.items()
        if people[place[0]].role in INFLUENCING and presence.part != "behind"
    }
    heard |= {
        (one.person, place[1])
        for place in decided
        for id in cells[place].decided
        for one in journey.steps[id].people
    }
    missed = {(key, number) for key in present for number in filled} - cells.keys()
    deciding = _stages(people.values(), filled, decided)
    customers = [one for one in people.values() if one.side == "customer"]
    others = [one for one in customers if one.key not in deciding]
    return Committee(
        cells,
        deciding,
        _stages(others, filled, heard),
        _stages(customers, filled, missed),
        tuple(key for key in people if key not in present),
    )


def _stages(
    people: Iterable[Person], numbers: Sequence[int], places: Container[tuple[str, int]]
) -> dict[str, tuple[int, ...]]:
    """The stages of each person that are among the places; only those who have any."""
    found = {one.key: tuple(n for n in numbers if (one.key, n) in places) for one in people}
    return {key: stages for key, stages in found.items() if stages}


def decisive_steps(journey: Journey) -> set[str]:
    """The ids of the steps at which those decide who may."""
    numbers = {n for n, stage in enumerate(journey.stages) if stage.key in _STAGES}
    left = {link.source for link in journey.links if link.target == "leave"}
    return {
        step.id
        for step in journey.steps.values()
        if step.stage in numbers
        or (step.kind == "question" and (step.id in left or not numbers))
        or (step.kind == "part" and not numbers)
    }


def _presence(person: Person, steps: list[Step], decisive: set[str]) -> Presence:
    decides = person.role in DECIDING
    decided = tuple(step.id for step in steps if decides and step.id in decisive)
    feelings = [
        step.feeling if one.feeling is None else one.feeling
        for step in steps
        for one in step.people
        if one.person == person.key
    ]
    known = [one for one in feelings if one is not None]
    mood = sum(known) / len(known) if known else None
    taken = tuple(step.id for step in steps)
    return Presence("decides" if decided else "takes-part", taken, decided, mood)
