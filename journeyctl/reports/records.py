"""A journey as rows, for spreadsheets and for templates: its steps, its pains and ideas, its
metrics. Names are labels as people read them; all other words are the language's own."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journeyctl.model import measures
from journeyctl.model.contacts import touch
from journeyctl.model.journey import Journey, Remark, Stage, Step
from journeyctl.model.ways.ways import Ways
from journeyctl.syntax.values import GRADES, Metric


class StepRecord(NamedTuple):
    """A step, in the order of the file. ``feeling`` is the mean of its people's, 1.0 to 5.0;
    ``share`` the percentage of those at the place where the way parts, ``reached`` of all who
    start; ``grade`` the best of its evidence."""

    number: int
    id: str
    stage: str
    step: str
    kind: str
    side: str
    moment: bool
    people: tuple[str, ...]
    channels: tuple[str, ...]
    systems: tuple[str, ...]
    feeling: float | None
    share: float | None
    reached: float | None
    minutes_low: float | None
    minutes_high: float | None
    pains: tuple[str, ...]
    ideas: tuple[str, ...]
    quotes: tuple[str, ...]
    content: tuple[str, ...]
    grade: str


class RemarkRecord(NamedTuple):
    """A pain or an idea (``kind``), of a step or of a whole stage (``step`` and its ``id`` are "").
    ``feeling`` is the lowest that anybody has at the step, of a stage the mean; the rest as in
    :class:`StepRecord`."""

    kind: str
    text: str
    owner: str
    stage: str
    step: str
    id: str
    feeling: float | None
    moment: bool
    reached: float | None
    grade: str


class MetricRecord(NamedTuple):
    """A metric of a step, of a stage (``step`` is "") or of the journey (``stage`` is "", too).
    ``now`` and ``target`` are as written; the numbers are None where these are none."""

    metric: str
    stage: str
    step: str
    id: str
    now: str
    now_number: float | None
    comparator: str
    target: str
    target_number: float | None
    verdict: str
    systems: tuple[str, ...]


def step_records(journey: Journey, through: Ways) -> tuple[StepRecord, ...]:
    """All steps."""
    people, channels = journey.people, journey.channels
    return tuple(
        StepRecord(
            number=step.number,
            id=step.id,
            stage=journey.stages[step.stage].label,
            step=step.label,
            kind=step.kind,
            side=step.side,
            moment=step.moment,
            people=tuple(people[one.person].label for one in step.people),
            channels=tuple(channels[key].label for key in step.channels),
            systems=systems_of(journey, step),
            feeling=step.mood,
            share=step.share,
            reached=through.steps[step.id].share,
            minutes_low=step.duration.low if step.duration else None,
            minutes_high=step.duration.high if step.duration else None,
            pains=tuple(one.text for one in step.pains),
            ideas=tuple(one.text for one in step.ideas),
            quotes=step.quotes,
            content=step.content,
            grade=_grade([step]),
        )
        for step in journey.steps.values()
    )


def remark_records(journey: Journey, through: Ways) -> tuple[RemarkRecord, ...]:
    """All pains and ideas, stage by stage, each stage's own before those of its steps."""
    return tuple(_remarks(journey, through))


def metric_records(journey: Journey) -> tuple[MetricRecord, ...]:
    """All metrics: the journey's, then stage by stage."""
    return tuple(_metrics(journey))


def _remarks(journey: Journey, through: Ways) -> Iterator[RemarkRecord]:
    for at, stage in enumerate(journey.stages):
        steps = [journey.steps[id] for id in stage.steps]
        if stage.pains or stage.ideas:
            place = RemarkRecord(
                kind="",
                text="",
                owner="",
                stage=stage.label,
                step="",
                id="",
                feeling=touch(steps).mood,
                moment=False,
                reached=through.stages[at],
                grade=_grade(steps),
            )
            yield from _of(journey, place, stage)
        for step in steps:
            place = RemarkRecord(
                kind="",
                text="",
                owner="",
                stage=stage.label,
                step=step.label,
                id=step.id,
                feeling=_lowest(journey, step),
                moment=step.moment,
                reached=through.steps[step.id].share,
                grade=_grade([step]),
            )
            yield from _of(journey, place, step)


def _of(journey: Journey, place: RemarkRecord, of: Stage | Step) -> Iterator[RemarkRecord]:
    remarks: list[tuple[str, Remark]] = [("pain", one) for one in of.pains]
    remarks += [("idea", one) for one in of.ideas]
    for kind, one in remarks:
        owner = journey.people[one.owner].label if one.owner else ""
        yield place._replace(kind=kind, text=one.text, owner=owner)


def _metrics(journey: Journey) -> Iterator[MetricRecord]:
    for metric in journey.facts.metrics:
        yield _metric(metric)
    for stage in journey.stages:
        for metric in stage.metrics:
            yield _metric(metric, stage.label)
        for id in stage.steps:
            step = journey.steps[id]
            for metric in step.metrics:
                at = _metric(metric, stage.label)
                systems = systems_of(journey, step)
                yield at._replace(step=step.label, id=step.id, systems=systems)


def _metric(metric: Metric, stage: str = "") -> MetricRecord:
    value, target = metric.value, metric.target
    return MetricRecord(
        metric=metric.name,
        stage=stage,
        step="",
        id="",
        now=value.text if value else "",
        now_number=value.number if value else None,
        comparator=metric.comparator or "",
        target=target.text if target else "",
        target_number=target.number if target else None,
        verdict=measures.verdict(metric) or "",
        systems=(),
    )


def systems_of(journey: Journey, step: Step) -> tuple[str, ...]:
    """The labels of the systems of a step and of what happens behind it, each once."""
    keys = [*step.systems, *(key for one in step.backstage for key in one.systems)]
    return tuple(journey.systems[key].label for key in dict.fromkeys(keys))


def _lowest(journey: Journey, step: Step) -> float | None:
    """The lowest feeling of the customer's side at a step; of others where there is none."""
    felt = [
        (journey.people[one.person].side != "customer", one.feeling or step.feeling or step.mood)
        for one in step.people
    ]
    return min((one for one in felt if one[1]), default=(False, step.mood))[1]


def _grade(steps: Iterable[Step]) -> str:
    """The best grade of evidence that the steps have, "" without any."""
    found = {evidence.grade for step in steps for evidence in step.evidence}
    return next((grade for grade in GRADES if grade in found), "")
