"""What of a journey is counted for a comparison with others."""

from typing import NamedTuple

from journeyctl.model.buyer import buyer_part, last_stage
from journeyctl.model.committee import committee, decisive_steps
from journeyctl.model.journey import Journey, Person, Step
from journeyctl.model.measures import Range, total_range, verdict
from journeyctl.syntax.values import Metric

_DECISIVE = ("decision", "purchase")


class Facts(NamedTuple):
    """Things are labels, in the order of the file.

    ``people`` are on the customer's side and take part in a step; where a step names nobody,
    there is one more: the customer (``unnamed``). ``deciders`` decide somewhere (as
    ``model.committee`` has it); where no role says who does, they are customers without one.
    ``deciding`` is the time up to the purchase, where the journey tells one (as ``model.buyer``
    has it), else all of it.
    ``touchpoints`` are the customer's steps by a channel. ``entries`` are the steps that the
    journey begins with. ``loops`` are the ways back. ``approvals`` are the steps of the stages
    decision and purchase in which an approver takes part, or that all have to happen.
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
        approvals=tuple(step.label for step in steps if _is_approval(journey, step)),
        systems=tuple(journey.systems[key].label for key in dict.fromkeys(systems)),
        metrics=tuple(one.name for one in metrics),
        met=verdicts.count("met"),
        judged=verdicts.count("met") + verdicts.count("missed"),
    )


def _by_themselves(journey: Journey) -> set[str]:
    """Who decides where no role says so: customers without a role, at the steps that decide."""
    return {
        one.person
        for id in decisive_steps(journey)
        for one in journey.steps[id].people
        if journey.people[one.person].side == "customer" and not journey.people[one.person].role
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


def _is_approval(journey: Journey, step: Step) -> bool:
    if journey.stages[step.stage].key not in _DECISIVE:
        return False
    roles = [journey.people[one.person].role for one in step.people]
    return step.kind == "part" or "approver" in roles
