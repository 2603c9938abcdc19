"""A step's line as a step of the model: its kind, people, feelings and facts."""

from typing import NamedTuple

from journeyctl.model.journey import (
    Backstage,
    Participant,
    Person,
    Step,
    StepKind,
)
from journeyctl.model.keys import Keys, name_span, used
from journeyctl.model.names import Register
from journeyctl.model.outline import Line
from journeyctl.source import Source
from journeyctl.syntax.names import fold
from journeyctl.syntax.nodes import Attribute, Mark, Tag, TagKind

KINDS: dict[Mark, StepKind] = {
    "-": "step",
    "~": "optional",
    "|": "way",
    "&": "part",
    "?": "question",
}


class Names(NamedTuple):
    """The three registers that a step's names are bound in."""

    people: Register
    channels: Register
    systems: Register


def build_step(source: Source, line: Line, number: int, names: Names, language: str) -> Step:
    """The step of a line. Side and mood are settled when the people are known: ``with_side``."""
    tags = line.node.tags
    keys = Keys(source, line.keys, language)
    people: dict[str, Participant] = {}
    beside = [fold(tag.name) for tag in tags if tag.kind == "actor"]
    for tag in tags:
        if tag.kind == "actor":
            key = names.people.use(tag.name, name_span(tag), beside)
            feeling = None if tag.number is None else int(tag.number)
            people.setdefault(key, Participant(key, feeling, tag.span))
    feeling_tag = _tag(tags, "feeling")
    feeling = None
    if feeling_tag and feeling_tag.number is not None:
        feeling = int(feeling_tag.number)
    duration = _tag(tags, "duration")
    return Step(
        id=line.id,
        number=number,
        kind=KINDS[line.mark],
        label=line.node.label.value,
        people=tuple(people.values()),
        channels=used(names.channels, tags, "channel"),
        feeling=feeling,
        mood=_mood(tuple(people.values()), feeling),
        moment=_tag(tags, "moment") is not None,
        duration=duration.duration if duration else None,
        share=line.share,
        side="customer",
        stage=line.stage,
        own=line.within is not None,
        pains=keys.remarks("pain", names.people),
        ideas=keys.remarks("idea", names.people),
        quotes=keys.texts("quote"),
        content=keys.texts("content"),
        metrics=keys.metrics(),
        backstage=tuple(_backstage(source, one, names, language) for one in keys.all("backstage")),
        systems=tuple(
            names.systems.use(one.value.value, one.value.span) for one in keys.all("system")
        ),
        evidence=keys.evidence(),
        notes=keys.texts("note"),
        links=keys.links(),
        span=line.node.span,
        label_span=line.node.label.span,
    )


def with_side(step: Step, people: dict[str, Person]) -> Step:
    """The step on the side that all its people are on, the customer's where they differ.

    Its mood is that of the customer's side: a seller's 5 does not hide a customer's 1.
    """
    sides = {people[one.person].side for one in step.people}
    if len(sides) < 2:
        return step if sides <= {"customer"} else step._replace(side=sides.pop())
    customers = tuple(one for one in step.people if people[one.person].side == "customer")
    return step._replace(mood=_mood(customers or step.people, step.feeling))


def _mood(people: tuple[Participant, ...], feeling: int | None) -> float | None:
    """The mean of the people's feelings; one without a feeling of its own has the line's.

    Nobody named is one customer.
    """
    if not people:
        return None if feeling is None else float(feeling)
    felt = [feeling if one.feeling is None else one.feeling for one in people]
    known = [one for one in felt if one is not None]
    return sum(known) / len(known) if known else None


def _backstage(source: Source, one: Attribute, names: Names, language: str) -> Backstage:
    inner = Keys(
        source, (child for child in one.children if isinstance(child, Attribute)), language
    )
    duration = _tag(one.tags, "duration")
    return Backstage(
        label=one.text.value,
        people=used(names.people, one.tags, "actor"),
        systems=tuple(
            names.systems.use(child.value.value, child.value.span) for child in inner.all("system")
        ),
        duration=duration.duration if duration else None,
        span=one.text.span,
    )


def _tag(tags: tuple[Tag, ...], kind: TagKind) -> Tag | None:
    return next((tag for tag in tags if tag.kind == kind), None)
