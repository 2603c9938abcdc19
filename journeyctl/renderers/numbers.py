"""The ways through in numbers: as text, JSON (``docs/stats.schema.json``) and CSV."""

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any

from journeyctl.model.journey import Journey
from journeyctl.model.measures import Range
from journeyctl.model.ways.ways import Between, Way, Ways
from journeyctl.renderers.csv import Cell, csv
from journeyctl.renderers.plain import bullets, heading, table
from journeyctl.reports.steps import Teller
from journeyctl.reports.ways import NAMES, ways_report
from journeyctl.words import words_for

VERSION = 1
"""Raised when a field goes or changes its meaning; new ones come without."""

_HEAD = (
    *("path", "record", "id", "label", "stage", "share_low", "share_high", "times"),
    *("minutes_low", "minutes_high", "feeling_low", "feeling_high", "steps"),
)
_DECIMALS = 6

Told = tuple[Journey, Ways]


def as_text(told: Sequence[Told]) -> str:
    """For people, each journey in its language."""
    return "\n".join(_text(journey, found) for journey, found in told)


def _text(journey: Journey, found: Ways) -> str:
    words = words_for(journey.facts.language)
    said = ways_report(Teller(journey, words), found)
    title = journey.facts.title or PurePath(journey.source.path).stem
    parts = [heading(title, "="), bullets(said.said)]
    if said.out:
        parts += [heading(words.text("ways.out")), table(said.out)]
    for way in said.single:
        legs = [f"{stage}: {steps}" for stage, steps in way.legs]
        parts += [heading(way.name), bullets([way.facts, *legs])]
    if said.reach:
        parts += [heading(words.text("ways.reach")), table(said.reach)]
    if said.steps:
        parts += [heading(words.text("ways.steps")), table(said.steps)]
    return "\n".join(part for part in parts if part)


def as_json(told: Sequence[Told]) -> str:
    """For programs: one document, ASCII alone."""
    journeys = [_document(journey, found) for journey, found in told]
    return json.dumps({"version": VERSION, "journeys": journeys}, indent=2) + "\n"


def _document(journey: Journey, found: Ways) -> dict[str, Any]:
    return {
        "path": journey.source.path,
        "title": journey.facts.title,
        "end": _between(found.end),
        "leave": _between(found.leave),
        "trapped": _number(found.trapped),
        "minutes": _between(found.time),
        "feeling": _between(found.feeling),
        "ways_out": [
            {
                "to": exit.link.target,
                "from": list(exit.steps),
                "label": exit.link.label,
                "share": _number(exit.share),
            }
            for exit in found.exits
        ],
        "ways": {name: _way(getattr(found, name)) for name in NAMES},
        "stages": [
            {"key": stage.key, "label": stage.label, "share": _number(share)}
            for stage, share in zip(journey.stages, found.stages, strict=True)
        ],
        "steps": [
            {
                "id": id,
                "label": journey.steps[id].label,
                "stage": journey.stages[journey.steps[id].stage].key,
                "share": _number(reach.share),
                "times": _number(reach.times),
            }
            for id, reach in found.steps.items()
        ],
        "without_shares": list(found.unshared),
        "tangled": found.tangled,
    }


def _way(way: Way | None) -> dict[str, Any] | None:
    return way and {
        "steps": list(way.steps),
        "to": way.out,
        "minutes": _between(way.time),
        "feeling": _number(way.feeling),
        "share": _number(way.share),
    }


def _between(ends: Between | Range | None) -> dict[str, float | None] | None:
    return ends and {"low": _number(ends[0]), "high": _number(ends[1])}


def _number(value: float | None) -> float | None:
    return None if value is None else round(value, _DECIMALS)


def as_csv(told: Sequence[Told]) -> str:
    """For spreadsheets: one table, a row for each total, way out, way, stage and step."""
    rows: list[Sequence[Cell]] = [_HEAD]
    for journey, found in told:
        rows += _rows(journey, found)
    return csv(rows)


def _rows(journey: Journey, found: Ways) -> Iterator[tuple[Cell, ...]]:
    def row(
        record: str,
        id: str = "",
        label: str = "",
        stage: str = "",
        *,
        share: Between | float | None = None,
        times: float | None = None,
        minutes: Range | None = None,
        feeling: Between | float | None = None,
        steps: Sequence[str] = (),
    ) -> tuple[Cell, ...]:
        ends = [*_ends(share), times, *(minutes or (None, None)), *_ends(feeling)]
        return (journey.source.path, record, id, label, stage, *ends, " > ".join(steps))

    yield row(
        "journey", label=journey.facts.title, minutes=found.time, feeling=found.feeling, share=100.0
    )
    yield row("end", share=found.end)
    yield row("leave", share=found.leave)
    yield row("trapped", share=found.trapped)
    for exit in found.exits:
        yield row("way out", exit.link.target, exit.link.label, share=exit.share, steps=exit.steps)
    for name in NAMES:
        way: Way | None = getattr(found, name)
        if way:
            yield row(
                "way",
                name,
                share=way.share,
                minutes=way.time,
                feeling=way.feeling,
                steps=way.steps,
            )
    for stage, share in zip(journey.stages, found.stages, strict=True):
        yield row("stage", stage.key, stage.label, stage.key, share=share)
    for step, reach in zip(journey.steps.values(), found.steps.values(), strict=True):
        key = journey.stages[step.stage].key
        yield row("step", step.id, step.label, key, share=reach.share, times=reach.times)


def _ends(value: Between | float | None) -> tuple[float | None, float | None]:
    return value if isinstance(value, Between) else (value, value)
