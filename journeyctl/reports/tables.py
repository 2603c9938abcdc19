"""The tables of a report, in the journey's language. None where there is nothing to tell."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.direction import isolated, joined
from journeyctl.model import measures
from journeyctl.model.journey import Run, Step
from journeyctl.reports.steps import Teller
from journeyctl.syntax.values import GRADES, Evidence, Metric
from journeyctl.words import Words

NOTHING = "–"  # what stands in a cell of which nothing is known

_MOST_COLUMNS = 12  # of stages, side by side

_FACTS = (
    "goal",
    "audience",
    "focus",
    "context",
    "approach",
    "strategy",
    "personalization",
    "transaction",
    "relationship",
    "owner",
    "updated",
)


class Table(NamedTuple):
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def fact_table(teller: Teller) -> Table | None:
    """The journey's own keys."""
    facts, words = teller.journey.facts, teller.words
    rows = [(key, value) for key in _FACTS if (value := str(getattr(facts, key)))]
    if facts.duration:
        rows.append(("duration", facts.duration.said))
    rows += [("note", note) for note in facts.notes]
    named = [(words.text(f"fact.{key}"), value) for key, value in rows]
    return table_of(teller.columns("fact", "value"), named)


def people_table(teller: Teller) -> Table | None:
    """Who takes part, as what, and in which stages; columns that nobody fills are left out."""
    journey, words = teller.journey, teller.words
    present: dict[str, dict[int, None]] = {}
    for step in journey.steps.values():
        keys = [one.person for one in step.people]
        keys.extend(key for backstage in step.backstage for key in backstage.people)
        for key in keys:
            present.setdefault(key, {})[step.stage] = None
    rows = [
        (
            person.label,
            words.known("role", person.role),
            words.text(f"side.{person.side}"),
            person.department,
            person.headcount,
            joined(", ", (journey.stages[at].label for at in sorted(present.get(key, ())))),
        )
        for key, person in journey.people.items()
    ]
    return table_of(teller.columns("who", "role", "side", "department", "count", "stages"), rows)


def channel_table(teller: Teller) -> Table | None:
    """How many steps of each stage use each channel: a column a stage, while they are few."""
    journey, words = teller.journey, teller.words
    counts: dict[str, Counter[int]] = {key: Counter() for key in journey.channels}
    for step in journey.steps.values():
        for key in step.channels:
            counts[key][step.stage] += 1
    rows: list[tuple[str, ...]] = []
    for key, channel in journey.channels.items():
        stages = sorted(counts[key].items())
        if len(journey.stages) > _MOST_COLUMNS:
            named = ((isolated(journey.stages[at].label), count) for at, count in stages)
            used = [joined(", ", (f"{name} ({count})" for name, count in named))]
        else:
            # A blank keeps the column of a stage without channels, and its cells quiet.
            used = [str(counts[key][at] or " ") for at in range(len(journey.stages))]
        notes = joined(", ", channel.notes)
        rows.append((channel.label, words.known("kind", channel.kind), *used, notes))
    names = [stage.label for stage in journey.stages]
    if len(names) > _MOST_COLUMNS:
        names = [words.text("column.where")]
    first, kind, note = teller.columns("channel", "kind", "note")
    return table_of((first, kind, *names, note), rows)


def system_table(teller: Teller) -> Table | None:
    """The systems behind the journey, and the steps that they serve."""
    journey, words = teller.journey, teller.words
    used: dict[str, dict[str, None]] = {}
    for step in journey.steps.values():
        for keys in (step.systems, *(backstage.systems for backstage in step.backstage)):
            for key in keys:
                used.setdefault(key, {})[step.label] = None
    rows = [
        (
            system.label,
            words.known("kind", system.kind),
            joined(", ", used.get(key, ())),
            joined(", ", system.notes),
        )
        for key, system in journey.systems.items()
    ]
    return table_of(teller.columns("system", "kind", "used", "note"), rows)


def course_table(teller: Teller) -> Table | None:
    """The feelings along the likeliest way, with a bar of five dots to read as a curve."""
    journey = teller.journey
    rows = []
    for step in felt(teller):
        stage = journey.stages[step.stage].label
        rows.append((stage, step.label, dots(step.mood or 0, teller.words)))
    return table_of(teller.columns("stage", "step", "feeling"), rows)


def dots(mood: float, words: Words) -> str:
    """A feeling, 1.0 to 5.0, as a bar of five dots and a number."""
    full = int(mood + 0.5)
    return f"{'●' * full}{'○' * (5 - full)} {words.number(mood)}"


def felt(teller: Teller) -> list[Step]:
    """The steps of the likeliest way whose feeling is known."""
    steps = (teller.journey.steps[id] for id in measures.likely_way(teller.journey))
    return [step for step in steps if step.mood is not None]


def scores(teller: Teller) -> list[tuple[str, Metric]]:
    """Every metric with the place that it is about, in the order of the file."""
    journey, words = teller.journey, teller.words
    found = [(words.text("said.whole"), metric) for metric in journey.facts.metrics]
    for stage in journey.stages:
        found.extend((stage.label, metric) for metric in stage.metrics)
        for id in stage.steps:
            step = journey.steps[id]
            found.extend((step.label, metric) for metric in step.metrics)
    return found


def metric_table(teller: Teller) -> Table | None:
    """Each metric, where it stands against its target."""
    rows = [(metric.name, place, *standing(teller, metric)) for place, metric in scores(teller)]
    return table_of(teller.columns("metric", "where", "now", "target", "result"), rows)


def standing(teller: Teller, metric: Metric) -> tuple[str, str, str]:
    """A metric's value, its target (``≥ 60``) and whether it is met; "" for what is not told."""
    signs = {"<=": "≤", ">=": "≥", "=": ""}
    target = ""
    if metric.target:
        sign = signs.get(metric.comparator or "", metric.comparator or "")
        target = f"{sign} {metric.target.text}".strip()
    judged = measures.verdict(metric)
    return (
        metric.value.text if metric.value else "",
        target,
        teller.words.text(f"verdict.{judged}") if judged else "",
    )


def evidence_table(teller: Teller) -> Table | None:
    """What the map rests on, the best grade first."""
    found: list[tuple[str, Evidence]] = [
        (step.label, evidence)
        for step in teller.journey.steps.values()
        for evidence in step.evidence
    ]
    found.sort(key=lambda one: GRADES.index(one[1].grade))
    rows = [
        (teller.words.text(f"grade.{one.grade}"), label, one.source, one.date)
        for label, one in found
    ]
    return table_of(teller.columns("grade", "step", "source", "date"), rows)


def time_table(teller: Teller) -> Table | None:
    """How long each stage takes, and all of them."""
    journey, words = teller.journey, teller.words
    rows = []
    for stage in journey.stages:
        span = measures.stage_range(journey, stage)
        if span:
            rows.append((stage.label, words.duration(*span)))
    total = measures.total_range(journey)
    if total and len(rows) > 1:
        rows.append((words.text("column.total"), words.duration(*total)))
    return table_of(teller.columns("stage", "time"), rows)


def ways_table(teller: Teller) -> Table | None:
    """The shares of the ways: of several ways their lines, of a step its arrows."""
    journey, words = teller.journey, teller.words
    rows = []
    for stage in journey.stages:
        for block in stage.blocks:
            if isinstance(block, Run):
                for way in block.ways:
                    step = journey.steps[way.step]
                    if step.share is not None:
                        rows.append((stage.label, step.label, words.percent(step.share), ""))
        for id in stage.steps:
            links = teller.from_step(id)
            if not any(link.label for link in links):
                continue  # it leads to several ways, which were told already
            for link in links:
                if link.share is not None:
                    name = link.label or words.text("said.otherwise")
                    share = words.percent(link.share)
                    rows.append((journey.steps[id].label, name, share, teller.goes(link)))
    return table_of(teller.columns("at", "way", "share", "leads"), rows)


def table_of(head: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Table | None:
    """A table without the columns in which nothing stands; None without rows."""
    if not rows:
        return None
    kept = [at for at in range(len(head)) if at == 0 or any(row[at] for row in rows)]
    return Table(
        tuple(head[at] for at in kept),
        tuple(tuple(row[at] or NOTHING for at in kept) for row in rows),
    )
