"""What changed of a person, a stage or a step that both versions have, field by field."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from journeyctl.comparison.arrows import Arrow, arrows, same_target
from journeyctl.comparison.change import Change, Thing
from journeyctl.comparison.fields import (
    At,
    Said,
    duration,
    feeling,
    listed,
    members,
    metrics,
    percent,
    texts,
)
from journeyctl.comparison.matching import ALIKE, Matches, likeness
from journeyctl.model.journey import (
    Backstage,
    Channel,
    Journey,
    Person,
    Remark,
    Stage,
    Step,
    System,
)
from journeyctl.source import Span
from journeyctl.syntax.names import fold
from journeyctl.syntax.values import Evidence, WebLink

Named = Person | Channel | System

_FACTS = (
    "type", "scope", "model", "language", "state", "goal", "owner", "updated", "focus", "context",
    "audience", "approach", "strategy", "personalization", "transaction", "relationship",
)  # fmt: skip


class Details:
    """Tells what changed of what is the same in two journeys."""

    def __init__(self, old: Journey, new: Journey, same: Matches) -> None:
        self._old, self._new, self._same = old, new, same
        self._arrows = arrows(old), arrows(new)
        self._people = _labels(old.people, new.people)
        self._channels = _labels(old.channels, new.channels)
        self._systems = _labels(old.systems, new.systems)

    def journey(self) -> Iterator[Change]:
        """The title and the journey's own keys."""
        old, new = self._old.facts, self._new.facts
        at = self._fact("journey")
        yield from at.renamed(old.title, new.title)
        for field in _FACTS:
            before, after = getattr(old, field), getattr(new, field)
            yield from self._fact(field).changed(field, before, after)
        yield from duration(self._fact("duration"), old.duration, new.duration)
        at = at._replace(name="")
        yield from metrics(at, old.metrics, new.metrics)
        yield from texts("note", at, old.notes, new.notes)

    def _fact(self, key: str) -> At:
        places = self._old.places.get(key), self._new.places.get(key)
        return At("journey", self._new.facts.title, "", "", *places)

    def named(self, thing: Thing, old: Named, new: Named) -> Iterator[Change]:
        """A person, a channel or a system."""
        at = At(thing, new.label, "", "", old.span, new.span)
        yield from at.renamed(old.label, new.label)
        if isinstance(old, Person) and isinstance(new, Person):
            yield from at.changed("role", old.role, new.role)
            yield from at.changed("side", old.side, new.side)
            yield from at.changed("department", old.department, new.department)
            yield from at.changed("count", old.headcount, new.headcount)
            yield from texts("goal", at, old.goals, new.goals)
            yield from texts("need", at, old.needs, new.needs)
            yield from texts("quote", at, old.quotes, new.quotes)
        elif not isinstance(old, Person) and not isinstance(new, Person):
            yield from at.changed("kind", old.kind, new.kind)
        yield from texts("note", at, old.notes, new.notes)

    def stage(self, old: Stage, new: Stage) -> Iterator[Change]:
        """A stage's own facts; its steps are not told of."""
        at = At("stage", new.label, "", "", old.span, new.span)
        yield from at.renamed(old.label, new.label)
        yield from at.changed("goal", old.goal, new.goal)
        yield from duration(at, old.duration, new.duration)
        yield from self._remarks("pain", at, old.pains, new.pains)
        yield from self._remarks("idea", at, old.ideas, new.ideas)
        yield from texts("content", at, old.content, new.content)
        yield from metrics(at, old.metrics, new.metrics)
        yield from texts("note", at, old.notes, new.notes)
        yield from listed("link", at, _links(old), _links(new))

    def step(self, old: Step, new: Step) -> Iterator[Change]:
        """All of a step but its place."""
        place = self._new.stages[new.stage].label
        at = At("step", new.label, place, new.id, old.label_span, new.label_span)
        yield from at.renamed(old.label, new.label)
        yield from at.changed("mark", old.kind, new.kind)
        yield from self._participants(at, old, new)
        same = self._same.channels
        yield from members(at, "channel", same, old.channels, new.channels, self._channels)
        yield from self._feelings(at, old, new)
        was, now = ("yes" if one.moment else "" for one in (old, new))
        yield from at.changed("moment", was, now)
        yield from duration(at, old.duration, new.duration)
        yield from at.changed("share", percent(old.share), percent(new.share))
        yield from self._ways(at, old, new)
        yield from self._remarks("pain", at, old.pains, new.pains)
        yield from self._remarks("idea", at, old.ideas, new.ideas)
        yield from texts("quote", at, old.quotes, new.quotes)
        yield from texts("content", at, old.content, new.content)
        yield from metrics(at, old.metrics, new.metrics)
        sides = ((old.backstage, False), (new.backstage, True))
        yield from listed("backstage", at, *(self._backstage(*side) for side in sides))
        same = self._same.systems
        yield from members(at, "system", same, old.systems, new.systems, self._systems)
        yield from listed("evidence", at, _evidence(old.evidence), _evidence(new.evidence))
        yield from texts("note", at, old.notes, new.notes)
        yield from listed("link", at, _links(old), _links(new))

    def _person(self, key: str, is_new: bool) -> str:
        """A person's label, in the new journey where it has it."""
        if is_new:
            return self._new.people[key].label
        same = self._same.people.get(key)
        return self._new.people[same].label if same else self._old.people[key].label

    def _participants(self, at: At, old: Step, new: Step) -> Iterator[Change]:
        olds, news = ([one.person for one in step.people] for step in (old, new))
        yield from members(at, "person", self._same.people, olds, news, self._people)

    def _feelings(self, at: At, old: Step, new: Step) -> Iterator[Change]:
        """The line's feeling, and those of people who have one of their own."""
        yield from feeling(at, old.feeling, new.feeling)
        own = {one.person: one.feeling for one in new.people}
        for one in old.people:
            key = self._same.people.get(one.person)
            if key in own:
                name = self._new.people[key].label
                here = at._replace(thing="person", name=name, place=new.label)
                yield from feeling(here, one.feeling, own[key])

    def _ways(self, at: At, old: Step, new: Step) -> Iterator[Change]:
        """Answers and arrows: by what they answer, else by where they lead."""
        olds = list(self._arrows[0].get(old.id, ()))
        for arrow in self._arrows[1].get(new.id, ()):
            partner = self._partner(arrow, olds)
            if partner is None:
                yield self._way("added", at, arrow, new=arrow.span)
                continue
            olds.remove(partner)
            here = At("answer", arrow.label, at.name, at.step, partner.span, arrow.span)
            yield from here.renamed(partner.label, arrow.label)
            yield from here.changed("share", percent(partner.share), percent(arrow.share))
            if not same_target(partner, arrow, self._same.steps):
                yield from here.changed("target", partner.leads, arrow.leads)
        for arrow in olds:
            yield self._way("removed", at, arrow, old=arrow.span)

    def _partner(self, arrow: Arrow, olds: Sequence[Arrow]) -> Arrow | None:
        for one in olds:
            if fold(one.label) == fold(arrow.label):
                return one
        led = [one for one in olds if same_target(one, arrow, self._same.steps)]
        alike = [one for one in led if likeness(one.label, arrow.label) >= ALIKE]
        return alike[0] if alike else None

    def _way(
        self,
        act: Literal["added", "removed"],
        at: At,
        arrow: Arrow,
        old: Span | None = None,
        new: Span | None = None,
    ) -> Change:
        before, after = (arrow.leads, "") if act == "removed" else ("", arrow.leads)
        return Change(act, "answer", arrow.label, at.name, "", before, after, 0, at.step, old, new)

    def _remarks(
        self, thing: Thing, at: At, old: Sequence[Remark], new: Sequence[Remark]
    ) -> Iterator[Change]:
        sides = [
            [
                Said(one.text, self._person(one.owner, is_new) if one.owner else "", one.span)
                for one in side
            ]
            for side, is_new in ((old, False), (new, True))
        ]
        yield from listed(thing, at, *sides)

    def _backstage(self, notes: Sequence[Backstage], is_new: bool) -> list[Said]:
        journey = self._new if is_new else self._old
        said = []
        for one in notes:
            more = [self._person(key, is_new) for key in one.people]
            more += [one.duration.said] if one.duration else []
            more += [journey.systems[key].label for key in one.systems]
            said.append(Said(one.label, ", ".join(more), one.span))
        return said


def _labels(old: Mapping[str, Named], new: Mapping[str, Named]) -> dict[str, str]:
    """What the keys of two journeys are called; the new one has the last word."""
    return {key: one.label for key, one in [*old.items(), *new.items()]}


def _evidence(evidence: Sequence[Evidence]) -> list[Said]:
    return [Said(one.source or one.grade, f"{one.grade} {one.date}", one.span) for one in evidence]


def _links(place: Stage | Step) -> list[Said]:
    links: Sequence[WebLink] = place.links
    return [Said(one.text or one.url, one.url, one.span) for one in links]
