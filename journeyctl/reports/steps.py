"""The steps of a stage, told as lists: what a report says of each, in the journey's language."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, NamedTuple

from journeyctl.direction import isolated, joined
from journeyctl.model.journey import (
    Answer,
    Block,
    Journey,
    Link,
    Meet,
    Remark,
    Run,
    Single,
    Stage,
    Step,
    Way,
)
from journeyctl.model.measures import links_out
from journeyctl.words import Words

_MOST_NAMES = 4  # of steps that an arrow comes to; the text would grow with their square


class Line(NamedTuple):
    """An item of a list, inside ``depth`` others: a name that stands out ("" for none), what
    is said of it, and an address to link the text to ("" for none)."""

    depth: int
    name: str
    text: str
    address: str = ""


class Passage(NamedTuple):
    """A part of a stage: how its steps are to be read ("" where that goes without saying),
    and its list."""

    lead: str
    lines: tuple[Line, ...]


class Teller:
    """Puts a journey's people, channels, feelings and arrows into words."""

    def __init__(self, journey: Journey, words: Words) -> None:
        self.journey = journey
        self.words = words
        self._links = links_out(journey)

    def person(self, key: str) -> str:
        return self.journey.people[key].label

    def systems(self, keys: Iterable[str]) -> list[str]:
        return [self.journey.systems[key].label for key in keys]

    def quoted(self, text: str) -> str:
        return self.words.text("said.quote", text=text)

    def fact(self, key: str, text: str) -> str:
        """``Goal: …``."""
        return joined(": ", (self.words.text(f"fact.{key}"), text))

    def owned(self, remark: Remark) -> str:
        """The text of a pain or an idea, with who owns it."""
        if not remark.owner:
            return remark.text
        return self.words.text("said.owner", text=remark.text, owner=self.person(remark.owner))

    def columns(self, *keys: str) -> tuple[str, ...]:
        """The heads of a table."""
        return tuple(self.words.text(f"column.{key}") for key in keys)

    def step(self, id: str) -> str:
        """A step's label in quotation marks."""
        return self.quoted(self.journey.steps[id].label)

    def placed(self, step: Step) -> str:
        """``“See the demo” in Consideration``."""
        stage = self.journey.stages[step.stage].label
        return self.words.text("said.in", step=self.quoted(step.label), stage=stage)

    def feeling(self, feeling: int) -> str:
        return self.words.text(f"legend.feeling.{feeling}").lower()

    def score(self, mood: float) -> str:
        """``3.7 of 5``."""
        return self.words.text("said.score", mood=self.words.number(mood))

    def goes(self, link: Link) -> str:
        """Where an arrow leads, in words: ``back to “See the demo”``."""
        if link.target in ("leave", "end"):
            return self.words.text(f"said.{link.target}")
        return self.words.text(
            "said.back-to" if link.loop else "said.on-to", steps=self.arrives(link.target)
        )

    def arrives(self, target: str) -> str:
        """The steps that an arrow to a step or a point comes to first: ``“A”, “B” or “C”``."""
        point = self.journey.points.get(target)
        all_of_them = point is not None and point.kind == "fork"
        steps = [self.step(id) for id in self._beyond(target)]
        return self.few(steps, "and" if all_of_them else "or")

    def few(self, names: Iterable[str], joint: Literal["and", "or"] = "and") -> str:
        """The names as a list; of many the first four, and that there are more."""
        found = list(islice(names, _MOST_NAMES + 1))
        if len(found) > _MOST_NAMES:
            return joined(", ", [*found[:_MOST_NAMES], "…"])
        return self.words.listing(found, joint)

    def _beyond(self, target: str) -> list[str]:
        """The target where it is a step, else those that follow the point: no more of them
        than it takes to know that they are too many."""
        found: list[str] = []
        seen = {target}
        ahead = [target]
        for id in ahead:
            if len(found) > _MOST_NAMES:
                break
            if id in self.journey.steps:
                found.append(id)
                continue
            for link in self.from_step(id)[: _MOST_NAMES + 2]:
                if link.kind != "skip" and link.target not in seen:
                    seen.add(link.target)
                    ahead.append(link.target)
        return found

    def from_step(self, id: str) -> list[Link]:
        """The arrows that leave a step or a point, in the order of the file."""
        return self._links.get(id, [])


def passages(teller: Teller, stage: Stage, *, alone: bool) -> tuple[Passage, ...]:
    """The stage's steps in the order of the file, parted where the way parts.

    The first lead parts the list from what is said of the stage, where anything is.
    """
    told: list[tuple[str, list[Line]]] = []
    for block in stage.blocks:
        match block:
            case Run():
                told.append((f"passage.{block.kind}", list(_block(teller, block, 0))))
            case Single():
                if not told or told[-1][0] in ("passage.ways", "passage.parts"):
                    told.append(("passage.then" if told else "passage.first", []))
                told[-1][1].extend(_block(teller, block, 0))
            case Meet():
                pass
    if alone and told and told[0][0] == "passage.first":
        told[0] = ("", told[0][1])
    return tuple(
        Passage(teller.words.text(lead) if lead else "", tuple(lines)) for lead, lines in told
    )


def _block(teller: Teller, block: Block, depth: int) -> Iterator[Line]:
    match block:
        case Single(step, answers):
            yield from _step(teller, teller.journey.steps[step], depth)
            for answer in answers:
                yield from _answer(teller, answer, depth + 1)
        case Run(_, ways):
            for way in ways:
                yield from _way(teller, way, depth)
        case Meet():
            pass


def _own(teller: Teller, blocks: Iterable[Block], depth: int) -> Iterator[Line]:
    """Steps indented under a way or an answer; a run among them gets a line that says so."""
    for block in blocks:
        if isinstance(block, Run):
            yield Line(depth, "", teller.words.text(f"passage.{block.kind}"))
            yield from _block(teller, block, depth + 1)
        else:
            yield from _block(teller, block, depth)


def _way(teller: Teller, way: Way, depth: int) -> Iterator[Line]:
    yield from _step(teller, teller.journey.steps[way.step], depth)
    for answer in way.answers:
        yield from _answer(teller, answer, depth + 1)
    yield from _own(teller, way.own, depth + 1)


def _answer(teller: Teller, answer: Answer, depth: int) -> Iterator[Line]:
    link = teller.journey.links[answer.link]
    share = "" if link.share is None else f"({teller.words.percent(link.share)})"
    goes = "" if answer.own else f"→ {teller.goes(link)}"
    yield Line(depth, link.label, " ".join(part for part in (share, goes) if part))
    yield from _own(teller, answer.own, depth + 1)


def _step(teller: Teller, step: Step, depth: int) -> Iterator[Line]:
    said = "".join(f" · {isolated(part)}" for part in _marks(teller, step)).strip()
    yield Line(depth, step.label, said)
    inside = depth + 1
    for quote in step.quotes:
        yield Line(inside, "", teller.quoted(quote))
    for content in step.content:
        yield Line(inside, "", teller.fact("content", content))
    for backstage in step.backstage:
        doing = [teller.person(key) for key in backstage.people]
        doing += teller.systems(backstage.systems)
        if time := backstage.duration:
            doing.append(time.said)
        by = f"({joined(', ', doing)})" if doing else ""
        yield Line(inside, "", teller.fact("backstage", joined(" ", (backstage.label, by))))
    if step.systems:
        yield Line(inside, "", teller.fact("systems", joined(", ", teller.systems(step.systems))))
    for note in step.notes:
        yield Line(inside, "", teller.fact("note", note))
    for link in step.links:
        yield Line(inside, "", link.text, link.url)
    for way in teller.from_step(step.id):
        if way.kind == "arrow" and not way.label:
            yield Line(inside, "", f"→ {teller.goes(way)}")


def _marks(teller: Teller, step: Step) -> Iterator[str]:
    """What a step's own line says, in the order in which it is told."""
    words = teller.words
    if step.share is not None:
        yield words.percent(step.share)
    if step.moment:
        yield words.text("said.moment")
    if step.kind == "optional":
        yield words.text("said.optional")
    if step.side == "company":
        yield words.text("said.company")
    each = any(one.feeling is not None for one in step.people)
    people = []
    for one in step.people:
        feeling = one.feeling or step.feeling
        mood = f" ({teller.feeling(feeling)})" if each and feeling else ""
        people.append(isolated(teller.person(one.person)) + mood)
    if people:
        yield joined(", ", people)
    if step.channels:
        yield joined(", ", (teller.journey.channels[key].label for key in step.channels))
    if step.duration:
        yield step.duration.said
    if step.feeling is not None and not each:
        yield words.text("said.feels", feeling=teller.feeling(step.feeling))
