"""A journey on one page, however long it is."""

from collections.abc import Iterable
from typing import NamedTuple

from journeyctl.model import measures
from journeyctl.model.contacts import touch
from journeyctl.model.journey import Stage, Step
from journeyctl.model.ways.ways import Ways
from journeyctl.reports.actions import Actions
from journeyctl.reports.steps import Teller
from journeyctl.reports.tables import Table, dots, scores, standing, table_of
from journeyctl.words import Words

_MOST_STAGES = 12
_MOST_ROWS = 3


class Overview(NamedTuple):
    """The stages in a row each, the pains that hurt most, and targets that are missed: of each
    only the first, so that a page is enough. None where there is nothing to tell."""

    stages: Table | None
    worst: Table | None
    missed: Table | None


def overview(teller: Teller, through: Ways, found: Actions) -> Overview:
    """The tables of the page."""
    missed = [
        (metric.name, place, *standing(teller, metric)[:2])
        for place, metric in scores(teller)
        if measures.verdict(metric) == "missed"
    ]
    worst = found.pain_table
    return Overview(
        _stages(teller, through),
        worst._replace(rows=worst.rows[:_MOST_ROWS]) if worst else None,
        table_of(teller.columns("metric", "where", "now", "target"), missed[:_MOST_ROWS]),
    )


def _stages(teller: Teller, through: Ways) -> Table | None:
    journey, words = teller.journey, teller.words
    keys = ("stage", "steps", "time", "feeling", "pains", "ideas", "reached")
    parting = any(share != 100 for share in through.stages)
    rows: list[tuple[str, ...]] = []
    for stage, share in zip(journey.stages[:_MOST_STAGES], through.stages, strict=False):
        steps = [journey.steps[id] for id in stage.steps]
        places: list[Stage | Step] = [stage, *steps]
        span = measures.stage_range(journey, stage)
        mood = touch(steps).mood
        rows.append(
            (
                stage.label,
                words.number(len(steps)),
                words.duration(*span) if span else "",
                dots(mood, words) if mood is not None else "",
                _count(words, (len(one.pains) for one in places)),
                _count(words, (len(one.ideas) for one in places)),
                words.percent(share) if share is not None and parting and steps else "",
            )
        )
    if len(journey.stages) > _MOST_STAGES:
        rows.append(("…",) * len(keys))
    return table_of(teller.columns(*keys), rows)


def _count(words: Words, counts: Iterable[int]) -> str:
    """The sum, "" for none."""
    total = sum(counts)
    return words.number(total) if total else ""
