"""A plan of what to measure, stage by stage, after article 004.

The article has B2B journeys judged by what they do for the business: revenue, retention, the
relationship; B2C journeys by the customer: satisfaction, loyalty, lifetime value. Which metric
tells which of these is for people to say, so the plan asks and leaves a field.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journeyctl.direction import joined
from journeyctl.model import measures
from journeyctl.model.journey import Step
from journeyctl.reports.records import systems_of
from journeyctl.reports.steps import Teller
from journeyctl.reports.tables import Table, standing
from journeyctl.syntax.values import Metric

COUNTS = {
    "b2b": ("revenue", "retention", "relationship"),
    "b2c": ("satisfaction", "loyalty", "value"),
}
"""What a journey of a type is judged by."""

FIELD = ""
"""An empty cell, to be filled in."""

_COLUMNS = ("metric", "now", "target", "result", "where", "source", "owner")


class Plan(NamedTuple):
    """The metrics of the whole journey or of a stage, or an empty row where there are none.
    ``gaps`` say what is not measured yet, a sentence each."""

    name: str
    table: Table
    gaps: tuple[str, ...]


class Measurement(NamedTuple):
    """``why`` and ``counts``: what a journey of this type is judged by, "" and None for one
    without a type. ``plans`` are of the whole journey, then of each stage."""

    why: str
    counts: Table | None
    plans: tuple[Plan, ...]


def measurement(teller: Teller) -> Measurement:
    """The plan for a journey."""
    journey, words = teller.journey, teller.words
    type = journey.facts.type
    counts = None
    if type in COUNTS:
        fields = [
            (words.text(f"measure.{key}"), words.text(f"measure.{key}.ask"), FIELD)
            for key in COUNTS[type]
        ]
        counts = Table(teller.columns("counts", "asked", "metric"), tuple(fields))
    plans = [_plan(teller, words.text("said.whole"), journey.facts.metrics, ())]
    for at, stage in enumerate(journey.stages, 1):
        name = words.text("report.stage", number=at, name=stage.label)
        steps = [journey.steps[id] for id in stage.steps]
        plans.append(_plan(teller, name, stage.metrics, steps))
    why = words.text(f"measure.why.{type}") if counts else ""
    return Measurement(why, counts, tuple(plans))


def _plan(teller: Teller, name: str, own: tuple[Metric, ...], steps: Iterable[Step]) -> Plan:
    rows = [_row(teller, metric, "", ()) for metric in own]
    metrics = list(own)
    bare = []
    for step in steps:
        systems = systems_of(teller.journey, step)
        rows += [_row(teller, metric, step.label, systems) for metric in step.metrics]
        metrics += step.metrics
        if step.moment and not step.metrics:
            bare.append(step)
    empty = (FIELD,) * len(_COLUMNS)
    table = Table(teller.columns(*_COLUMNS), tuple(rows) or (empty,))
    return Plan(name, table, tuple(_gaps(teller, metrics, bare)))


def _row(teller: Teller, metric: Metric, where: str, systems: tuple[str, ...]) -> tuple[str, ...]:
    return (metric.name, *standing(teller, metric), where, joined(", ", systems), FIELD)


def _gaps(teller: Teller, metrics: list[Metric], bare: list[Step]) -> Iterator[str]:
    words = teller.words
    if not metrics:
        yield words.text("gap.none")
    if bare:
        yield words.text("gap.moments", steps=teller.few(teller.quoted(one.label) for one in bare))
    for key, lacking in (
        ("gap.values", [one for one in metrics if one.value is None]),
        ("gap.targets", [one for one in metrics if one.target is None]),
        ("gap.unlike", [one for one in metrics if one.value and _is_unlike(one)]),
    ):
        if lacking:
            names = teller.few(teller.quoted(one.name) for one in lacking)
            yield words.text(key, metrics=names)


def _is_unlike(metric: Metric) -> bool:
    return measures.verdict(metric) == "unknown"
