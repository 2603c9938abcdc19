"""What of a journey is counted for a comparison with others."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journeyctl.model.buyer import buyer_part, last_stage
from journeyctl.model.committee import committee, decisive_steps
from journeyctl.model.journey import Block, Journey, Person, Run, Single, Step, Way
from journeyctl.model.measures import Range, total_range, verdict
from journeyctl.syntax.values import Metric


class Facts(NamedTuple):
    """Things are labels, in the order of the file.

    ``people`` are on the customer's side and take part in a step; where a step names nobody,
    there is one more: the customer (``unnamed``). ``deciders`` decide somewhere (as
    ``model.committee`` has it); where no role says who does, they are customers without one.
    ``deciding`` is the time up to the purchase, where the journey tells one (as ``model.buyer``
    has it), else all of it.
    ``touchpoints`` are the customer's steps by a channel. ``entries`` are the steps that the
    journey begins with. ``loops`` are the ways back. ``approvals`` are as ``approvals`` has them.
    ``metrics`` are those of the journey, of its stages and of its steps; ``met`` of those that
    can be ``judged``.
    """

    people: tuple[Person, ...]
    unnamed: bool
    deciders: tuple[Person, ...]
    time: Range | None
    deciding: Range | None
    touchpoints: int
    channels: tuple[str, ...]
    entries: tuple[str, ...]
    questions: int
    loops: int
    approvals: tuple[str, ...]
    systems: tuple[str, ...]
    metrics: tuple[str, ...]
    met: int
    judged: int


def facts(journey: Journey) -> Facts:
    """What is counted of a journey."""
    steps = tuple(journey.steps.values())
    taking = {one.person for step in steps for one in step.people}
    people = [one for key, one in journey.people.items() if key in taking]
    customers = tuple(one for one in people if one.side == "customer")
    decide = set(committee(journey).deciding) or _by_themselves(journey)
    used = {key for step in steps for key in step.channels}
    systems = [key for step in steps for key in step.systems]
    systems += [key for step in steps for one in step.backstage for key in one.systems]
    metrics = _metrics(journey)
    verdicts = [verdict(one) for one in metrics]
    buying = journey
    if 0 <= last_stage(journey) < len(journey.stages) - 1:
        buying = buyer_part(journey).journey
    entries = [link.target for link in journey.links if link.source == "start"]
    return Facts(
        people=customers,
        unnamed=any(not step.people for step in steps),
        deciders=tuple(one for one in people if one.key in decide),
        time=_time(journey),
        deciding=_time(journey) if buying is journey else total_range(buying),
        touchpoints=sum(step.side == "customer" and bool(step.channels) for step in steps),
        channels=tuple(one.label for key, one in journey.channels.items() if key in used),
        entries=tuple(journey.steps[id].label for id in entries if id in journey.steps),
        questions=sum(step.kind == "question" for step in steps),
        loops=sum(link.loop for link in journey.links),
        approvals=tuple(step.label for step in approvals(journey)),
        systems=tuple(journey.systems[key].label for key in dict.fromkeys(systems)),
        metrics=tuple(one.name for one in metrics),
        met=verdicts.count("met"),
        judged=verdicts.count("met") + verdicts.count("missed"),
    )


def _by_themselves(journey: Journey) -> set[str]:
    """Who decides where no role says so: customers without a role, at the steps that decide."""
    return {
        one.key
        for id in decisive_steps(journey)
        for one in _customers(journey, journey.steps[id])
        if not one.role
    }


def _time(journey: Journey) -> Range | None:
    """How long all of it takes: as the journey declares it, else as its stages add up."""
    declared = journey.facts.duration
    return (declared.low, declared.high) if declared else total_range(journey)


def _metrics(journey: Journey) -> list[Metric]:
    metrics = list(journey.facts.metrics)
    for stage in journey.stages:
        metrics += stage.metrics
        for id in stage.steps:
            metrics += journey.steps[id].metrics
    return metrics


def approvals(journey: Journey) -> list[Step]:
    """The steps at which somebody of the customer's side has to say yes before it is bought.

    These are the parts that all must happen (``&``), where several people share them out (in B2B
    also where nobody is named), and the steps and questions of those alone whose role is approver.
    That an approver is there among others, to negotiate or to sign, makes no approval. Looked at
    is the stage decision; where there is none, purchase; where there is neither, all of the
    journey.
    """
    keys = [stage.key for stage in journey.stages]
    where = next((key for key in ("decision", "purchase") if key in keys), "")
    shared = {id for stage in journey.stages for id in _shared_parts(journey, stage.blocks)}
    found = []
    for step in journey.steps.values():
        people = _customers(journey, step)
        approve = bool(people) and all(one.role == "approver" for one in people)
        if (step.id in shared or approve) and where in ("", keys[step.stage]):
            found.append(step)
    return found


def _shared_parts(journey: Journey, blocks: Iterable[Block]) -> Iterator[str]:
    """The parts of all runs at which customers take part, and not the same in all."""
    for block in blocks:
        lines: tuple[Way | Single, ...] = ()
        if isinstance(block, Run):
            lines = block.ways
            taking = {way.step: _customers(journey, journey.steps[way.step]) for way in block.ways}
            if block.kind == "parts" and len(set(map(tuple, taking.values()))) > 1:
                yield from (step for step, people in taking.items() if people)
            elif block.kind == "parts" and journey.facts.type == "b2b":
                yield from (step for step in taking if not journey.steps[step].people)
        elif isinstance(block, Single):
            lines = (block,)
        for line in lines:
            if isinstance(line, Way):
                yield from _shared_parts(journey, line.own)
            for answer in line.answers:
                yield from _shared_parts(journey, answer.own)


def _customers(journey: Journey, step: Step) -> list[Person]:
    people = [journey.people[one.person] for one in step.people]
    return [one for one in people if one.side == "customer"]
