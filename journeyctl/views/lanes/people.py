"""The lanes of a journey: whose they are, in which order, and in which of them a step stands.

As in a service blueprint (G. Lynn Shostack), the customer's side is above the line of
interaction, and the company's and its partners' below it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.direction import joined
from journeyctl.model.journey import Journey, Person, Side, Step
from journeyctl.words import Words

MANY = 8
"""With more people than this, those of a department share its lane."""


class Lane(NamedTuple):
    """``people`` are the keys of those whose lane it is; none for the customer whom no name
    is given. ``detail`` is a person's role and department, or the people of a department."""

    key: str
    name: str
    detail: str
    side: Side
    people: tuple[str, ...]

    @property
    def above(self) -> bool:
        """Whether it is above the line of interaction."""
        return self.side == "customer"


class Span(NamedTuple):
    """Neighbouring lanes, from the first to the last, by their indexes."""

    first: int
    last: int


def lanes_of(journey: Journey, words: Words) -> tuple[Lane, ...]:
    """The lanes of those who take part in a step or do something behind one, as declared, the
    customer's side first."""
    steps = journey.steps.values()
    taking = {key: None for step in steps for key in (*taking_part(step), *behind(step))}
    people = [journey.people[key] for key in journey.people if key in taking]
    lanes = [_of_person(person, words) for person in people]
    if len(people) > MANY:
        lanes = _departments(people, words)
    above = [lane for lane in lanes if lane.above]
    below = [lane for lane in lanes if not lane.above]
    # Steps of nobody's are the customer's: of the one who is named, if only one is.
    if len(above) != 1 and any(not step.people for step in steps):
        above.insert(0, Lane("customer", words.text("lane.customer"), "", "customer", ()))
    return (*above, *below)


def taking_part(step: Step) -> list[str]:
    """The keys of the people of a step."""
    return [one.person for one in step.people]


def behind(step: Step) -> list[str]:
    """The keys of those who do something backstage."""
    return [key for one in step.backstage for key in one.people]


def _of_person(person: Person, words: Words) -> Lane:
    details = [words.known("role", person.role), person.department]
    return Lane(
        person.key,
        person.label,
        joined(" · ", (one for one in details if one != person.label)),
        person.side,
        (person.key,),
    )


def _departments(people: Sequence[Person], words: Words) -> list[Lane]:
    """A lane for each department of a side, and for each person who has none."""
    found: dict[tuple[bool, str], list[Person]] = {}
    for person in people:
        name = person.department.casefold() or f"@{person.key}"
        found.setdefault((person.side == "customer", name), []).append(person)
    lanes = []
    for members in found.values():
        first = members[0]
        if len(members) == 1:
            lanes.append(_of_person(first, words))
            continue
        names = ", ".join(one.label for one in members)
        keys = tuple(one.key for one in members)
        lanes.append(Lane(first.key, first.department, names, first.side, keys))
    return lanes


class Places:
    """In which lanes each step stands."""

    def __init__(self, lanes: Sequence[Lane]) -> None:
        self.lanes = lanes
        self._of = {key: number for number, lane in enumerate(lanes) for key in lane.people}

    def spans(self, step: Step) -> list[Span]:
        """The runs of neighbouring lanes on one side of the line, that of the step's first
        person first. A step without people is the customer's, whose lane is the first."""
        taken = sorted({self._of[key] for key in taking_part(step)})
        if not taken:
            return [Span(0, 0)]
        spans: list[Span] = []
        for lane in taken:
            joins = spans and spans[-1].last == lane - 1
            if joins and self.lanes[lane].above == self.lanes[lane - 1].above:
                spans[-1] = Span(spans[-1].first, lane)
            else:
                spans.append(Span(lane, lane))
        home = self._of[step.people[0].person]
        return sorted(spans, key=lambda span: not span.first <= home <= span.last)

    def behind(self, step: Step) -> dict[int, list[str]]:
        """What is done backstage, by the lane of those who do it."""
        found: dict[int, list[str]] = {}
        for one in step.backstage:
            for lane in sorted({self._of[key] for key in one.people}):
                found.setdefault(lane, []).append(one.label)
        return found

    def reach(self, step: Step) -> Span:
        """From the first to the last lane that has to do with a step."""
        spans, lanes = self.spans(step), self.behind(step)
        return Span(
            min(*(span.first for span in spans), *lanes, spans[0].first),
            max(*(span.last for span in spans), *lanes, spans[0].last),
        )

    def feeling(self, step: Step, lane: int) -> float | None:
        """How the people of a lane feel in a step, the mean of 1 to 5, None where unknown."""
        if not step.people:
            return step.mood
        own = self.lanes[lane].people
        feelings = [
            step.feeling if one.feeling is None else one.feeling
            for one in step.people
            if one.person in own
        ]
        known = [one for one in feelings if one is not None]
        return sum(known) / len(known) if known else None
