"""What a facilitator asks: questions made from what a journey does not tell yet.

They are those of the practice that the articles describe: what customers do, say and feel in
each stage (000, 001), by which channel (003), who decides and what each one wants, what shows
that it works (004); what hurts needs an idea, and both an owner.
"""

from collections.abc import Iterable, Iterator

from journeyctl.model import measures
from journeyctl.model.committee import committee
from journeyctl.model.journey import Person, Run, Stage, Step
from journeyctl.reports.steps import Teller

_LOW = 2
_STAGES = (
    "awareness",
    "consideration",
    "decision",
    "purchase",
    "post-purchase",
    "loyalty",
    "retention-referral",
)


def of_people(teller: Teller) -> Iterator[str]:
    """What to ask about those who take part."""
    journey, words = teller.journey, teller.words
    found = committee(journey)
    if journey.facts.type == "b2b" and not found.deciding:
        yield words.text("ask.decides")
    people = [one for one in journey.people.values() if one.side == "customer"]
    unclear = [one for one in people if not (one.goals or one.needs)]
    silent = [one for one in people if not one.quotes and one not in unclear]
    nowhere = [journey.people[key] for key in found.nowhere]
    for key, asked in (("ask.wants", unclear), ("ask.voice", silent), ("ask.nowhere", nowhere)):
        if asked:
            yield words.text(key, people=_named(teller, asked))
    yield words.text("ask.others")


def of_stage(teller: Teller, stage: Stage) -> Iterator[str]:
    """What to ask about a stage: first what is always asked there, then what is missing."""
    journey, words = teller.journey, teller.words
    steps = [journey.steps[id] for id in stage.steps]
    kind = stage.key if stage.key in _STAGES else "own"
    yield words.text(f"ask.stage.{kind}")
    if not steps:
        yield words.text("ask.steps")
        return
    if not stage.goal:
        yield words.text("ask.goal")
    if all(step.side != "customer" for step in steps):
        yield words.text("ask.customer")
    if not any(step.quotes for step in steps):
        yield words.text("ask.quotes")
    for key, asked in _lacking(stage, steps).items():
        if asked:
            yield words.text(f"ask.{key}", steps=teller.few(teller.step(one.id) for one in asked))
    if parting := _parting(teller, stage):
        yield words.text("ask.shares", steps=teller.few(teller.step(id) for id in parting))
    places: list[Stage | Step] = [stage, *steps]
    if bare := [one for place in places if not place.ideas for one in place.pains]:
        pains = teller.few(teller.quoted(one.text) for one in bare)
        yield words.text("ask.ideas", pains=pains)
    owned = [one for place in places for one in (*place.pains, *place.ideas)]
    if alone := [one for one in owned if not one.owner]:
        yield words.text("ask.owners", what=teller.few(teller.quoted(one.text) for one in alone))
    metrics = [metric for place in places for metric in place.metrics]
    if not metrics:
        yield words.text("ask.metric")
    if unaimed := [one for one in metrics if one.target is None or one.value is None]:
        names = teller.few(teller.quoted(one.name) for one in unaimed)
        yield words.text("ask.targets", metrics=names)
    if not measures.stage_range(journey, stage):
        yield words.text("ask.time")


def _lacking(stage: Stage, steps: Iterable[Step]) -> dict[str, list[Step]]:
    """The steps of which something is not told, by what that is."""
    found: dict[str, list[Step]] = {
        "feelings": [], "hurts": [], "where": [], "moments": [], "evidence": [], "assumed": []
    }  # fmt: skip
    for step in steps:
        if step.mood is None and step.side == "customer" and step.kind != "question":
            found["feelings"].append(step)
        if step.mood is not None and step.mood <= _LOW and not (step.pains or stage.pains):
            found["hurts"].append(step)
        if not (step.channels or step.own or step.kind == "question" or step.side == "company"):
            found["where"].append(step)
        if step.moment and not step.metrics:
            found["moments"].append(step)
        if not step.evidence and (step.moment or step.pains):
            found["evidence"].append(step)
        if step.evidence and all(one.grade == "assumed" for one in step.evidence):
            found["assumed"].append(step)
    return found


def _parting(teller: Teller, stage: Stage) -> list[str]:
    """The ids of the steps of a stage from which the ways part without shares."""
    found = [
        id
        for id in stage.steps
        if any(link.label and link.share is None for link in teller.from_step(id))
    ]
    for block in stage.blocks:
        if isinstance(block, Run) and block.kind == "ways":
            steps = [teller.journey.steps[way.step] for way in block.ways]
            found += [step.id for step in steps if step.share is None]
    return found


def _named(teller: Teller, people: Iterable[Person]) -> str:
    return teller.few(teller.quoted(one.label) for one in people)
