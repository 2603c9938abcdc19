"""What the page is told of a journey, as data for JSON: its findings, its views, its steps."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Journey, Step
from journeyctl.reporters.places import place_of
from journeyctl.reports.steps import Teller
from journeyctl.reports.tables import standing
from journeyctl.source import Span
from journeyctl.themes import BUILT_IN
from journeyctl.views.catalogue import VIEWS, view
from journeyctl.views.setting import setting_for
from journeyctl.watching.journeys import Version


def told(version: Version, theme: str) -> dict[str, Any]:
    """All that the page shows beside the picture. ``theme`` is the one asked for, or ""."""
    shown = version.shown
    holds = version.configuration
    own = [name for name, colours in holds.themes.items() if colours]
    return {
        "version": version.number,
        "drawn": version.drawn,
        "path": version.path,
        "title": shown.facts.title if shown else "",
        "language": shown.facts.language if shown else "",
        "stale": version.stale,
        "findings": _findings(version),
        "views": _views(shown) if shown else [],
        "steps": list(_steps(shown, version.journey)) if shown else [],
        "themes": list(dict.fromkeys([*BUILT_IN, *own])),
        "theme": theme or holds.theme,
    }


def _views(journey: Journey) -> list[dict[str, str]]:
    words = setting_for(journey).words
    return [
        {"name": name, "label": words.text(f"view.{name}"), "lacks": view(name).lacks(journey)}
        for name in VIEWS
    ]


def finding(one: Diagnostic, step: str = "") -> dict[str, str]:
    """A finding, with its place, and the ``step`` that it is about, where that is known."""
    place = place_of(one)
    where = f"{one.path}:{place.line}:{place.column}" if place else one.path
    return {
        "severity": one.severity,
        "code": one.kind.code,
        "name": one.kind.name,
        "message": one.message,
        "help": one.help,
        "place": where,
        "step": step,
    }


def _findings(version: Version) -> list[dict[str, str]]:
    """The findings, errors first, each with the id of the step in whose lines it is."""
    journey = version.journey
    starts: list[tuple[int, str]] = []
    if journey:
        starts = [(_line(journey, step.span), step.id) for step in journey.steps.values()]
        starts += [(_line(journey, stage.span), "") for stage in journey.stages]
        starts.sort()
    found = []
    for one in sorted(version.findings, key=lambda one: one.severity != "error"):
        place = place_of(one)
        before = bisect_left(starts, (place.line + 1, "")) if place else 0
        found.append(finding(one, starts[before - 1][1] if before else ""))
    return found


def _line(journey: Journey, span: Span) -> int:
    return journey.source.line_column(span.start)[0]


def _steps(shown: Journey, now: Journey | None) -> Iterator[dict[str, Any]]:
    """The steps of the picture; their places are those in the file as it is now, where they
    are still in it."""
    teller = Teller(shown, setting_for(shown).words)
    for id, step in shown.steps.items():
        journey = now if now and id in now.steps else shown
        line = _line(journey, journey.steps[id].label_span)
        yield {
            "id": id,
            "label": step.label,
            "stage": shown.stages[step.stage].label,
            "place": f"{journey.source.path}:{line}",
            "marks": list(_marks(teller, step)),
            "facts": [{"name": name, "entries": entries} for name, entries in _facts(teller, step)],
        }


def _marks(teller: Teller, step: Step) -> Iterator[str]:
    words = teller.words
    if step.moment:
        yield words.text("said.moment")
    if step.kind == "optional":
        yield words.text("said.optional")
    if step.side == "company":
        yield words.text("said.company")
    if step.share is not None:
        yield words.percent(step.share)


Entry = dict[str, str]
"""A ``text``, and the ``address`` that it leads to, where it does."""


def _facts(teller: Teller, step: Step) -> Iterator[tuple[str, list[Entry]]]:
    """What is on record of a step, under its name in the journey's language."""
    journey, words = teller.journey, teller.words
    people = []
    for one in step.people:
        own = f" ({teller.feeling(one.feeling)})" if one.feeling else ""
        people.append(teller.person(one.person) + own)
    scores = []
    for metric in step.metrics:
        value, target, judged = standing(teller, metric)
        aim = f"{words.text('column.target').lower()} {target}" if target else ""
        said = ", ".join(part for part in (value, aim, judged) if part)
        scores.append(f"{metric.name}: {said}" if said else metric.name)
    texts = {
        "row.people": people,
        "row.channels": [journey.channels[key].label for key in step.channels],
        "column.feeling": [teller.score(step.mood)] if step.mood is not None else [],
        "fact.time": [step.duration.said] if step.duration else [],
        "row.quotes": map(teller.quoted, step.quotes),
        "row.pains": map(teller.owned, step.pains),
        "row.ideas": map(teller.owned, step.ideas),
        "row.metrics": scores,
        "row.content": step.content,
        "row.backstage": _backstage(teller, step),
        "row.systems": teller.systems(step.systems),
        "column.evidence": [
            ", ".join(part for part in (words.text(f"grade.{one.grade}"), *one[1:3]) if part)
            for one in step.evidence
        ],
        "fact.note": step.notes,
        "column.leads": [
            f"{link.label}: {teller.goes(link)}" if link.label else teller.goes(link)
            for link in teller.from_step(step.id)
            if link.kind != "skip"
        ],
    }
    for key, all in texts.items():
        if entries := [{"text": text} for text in all]:
            yield words.text(key), entries
    if step.links:
        links = [{"text": link.text or link.url, "address": link.url} for link in step.links]
        yield words.text("thing.link"), links


def _backstage(teller: Teller, step: Step) -> Iterator[str]:
    for one in step.backstage:
        doing = [*map(teller.person, one.people), *teller.systems(one.systems)]
        if one.duration:
            doing.append(one.duration.said)
        yield f"{one.label} ({', '.join(doing)})" if doing else one.label
