"""The ways through in numbers, told in sentences and tables of the journey's language."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from journeyctl.direction import joined
from journeyctl.model.ways.ways import Between, Way, Ways
from journeyctl.reports.steps import Teller
from journeyctl.reports.tables import Table, table_of

_MOST_NAMES = 4  # of places that lack shares

NAMES = ("likely", "shortest", "longest", "worst")
"""The single ways, as fields of ``Ways``."""


class WayReport(NamedTuple):
    """One way through: ``facts`` are how many steps, how long, how it feels, how many go it;
    ``legs`` the stages it comes through, each with its steps in a row."""

    name: str
    facts: str
    legs: tuple[tuple[str, str], ...]


class WaysReport(NamedTuple):
    """``said`` are sentences; ``is_one`` tells that everybody goes the same way. What is empty
    or None has nothing to tell."""

    said: tuple[str, ...]
    out: Table | None
    single: tuple[WayReport, ...]
    reach: Table | None
    steps: Table | None
    is_one: bool


def ways_report(teller: Teller, found: Ways) -> WaysReport:
    """The numbers in words; what cannot be told is a dash in a table, and not said elsewhere."""
    return WaysReport(
        said=tuple(_said(teller, found)),
        out=_out(teller, found),
        single=tuple(_single(teller, found)),
        reach=_reach(teller, found),
        steps=_steps(teller, found),
        is_one=len(found.exits) < 2 and found.shortest == found.longest,
    )


def _said(teller: Teller, found: Ways) -> Iterator[str]:
    words = teller.words
    if not found.exits and not found.trapped:
        yield words.text("ways.none")
    if found.end and found.leave and found.exits:
        yield words.text(
            "ways.ends", end=_between(teller, found.end), leave=_between(teller, found.leave)
        )
    if found.trapped:
        yield words.text("ways.trapped", share=words.percent(found.trapped))
    if found.time:
        # Expected minutes are seldom whole, and nobody wants their fractions.
        low, high = found.time
        time = words.duration(round(low), None if high is None else round(high))
        yield words.text("ways.time", time=time)
    if found.feeling:
        worst, best = (words.number(mean) for mean in found.feeling)
        mood = worst if worst == best else f"{worst}–{best}"
        yield words.text("ways.feeling", score=words.text("said.score", mood=mood))
    if found.tangled:
        yield words.text("ways.tangled")
    if found.unshared:
        places = [
            teller.step(id) if id in teller.journey.steps else teller.arrives(id)
            for id in found.unshared[: _MOST_NAMES + 1]
        ]
        if len(places) > _MOST_NAMES:
            places[-1] = "…"
        yield words.text("ways.unshared", places="; ".join(places))


def _between(teller: Teller, between: Between) -> str:
    low, high = (teller.words.number(share) for share in between)
    return f"{low}%" if low == high else f"{low}–{high}%"


def _out(teller: Teller, found: Ways) -> Table | None:
    words = teller.words
    rows = [
        (
            _listed(teller, exit.steps),
            exit.link.label,
            teller.goes(exit.link),
            "" if exit.share is None else words.percent(exit.share),
        )
        for exit in found.exits
    ]
    return table_of(teller.columns("at", "way", "leads", "share"), rows)


def _listed(teller: Teller, steps: tuple[str, ...]) -> str:
    names = [teller.journey.steps[id].label for id in steps[: _MOST_NAMES + 1]]
    if len(names) > _MOST_NAMES:
        return joined(", ", [*names[:_MOST_NAMES], "…"])
    return teller.words.listing(names, "or")


def _single(teller: Teller, found: Ways) -> Iterator[WayReport]:
    """The four ways; one that is two of them is told once, under both names."""
    names: dict[Way, list[str]] = {}
    for name in NAMES:
        way: Way | None = getattr(found, name)
        if way:
            names.setdefault(way, []).append(teller.words.text(f"ways.{name}"))
    journey = teller.journey
    for way, called in names.items():
        legs = groupby(way.steps, key=lambda id: journey.steps[id].stage)
        yield WayReport(
            " · ".join(called),
            " · ".join(_facts(teller, way)),
            tuple(
                (
                    journey.stages[stage].label,
                    joined(" → ", (journey.steps[id].label for id in ids)),
                )
                for stage, ids in legs
            ),
        )


def _facts(teller: Teller, way: Way) -> Iterator[str]:
    words = teller.words
    yield words.counted("count.step", len(way.steps))
    if way.time:
        yield words.duration(*way.time)
    if way.feeling is not None:
        yield teller.score(way.feeling)
    if way.share is not None:
        yield words.text("ways.just", share=words.percent(way.share))
    if way.out == "leave":
        yield words.text("said.leave")


def _reach(teller: Teller, found: Ways) -> Table | None:
    rows = [
        (stage.label, "" if share is None else teller.words.percent(share))
        for stage, share in zip(teller.journey.stages, found.stages, strict=True)
        if stage.steps
    ]
    return table_of(teller.columns("stage", "reached"), rows)


def _steps(teller: Teller, found: Ways) -> Table | None:
    journey, words = teller.journey, teller.words
    rows = [
        (
            journey.stages[step.stage].label,
            step.label,
            "" if reach.share is None else words.percent(reach.share),
            "" if reach.times is None else words.number(reach.times, 2),
        )
        for step, reach in zip(journey.steps.values(), found.steps.values(), strict=True)
    ]
    return table_of(teller.columns("stage", "step", "reached", "times"), rows)
