"""A workshop on a journey: what to do in which order, what to ask, and fields to fill in."""

from typing import NamedTuple

from journeyctl.direction import joined
from journeyctl.model.journey import Stage
from journeyctl.reports.measurement import FIELD
from journeyctl.reports.questions import of_people, of_stage
from journeyctl.reports.steps import Teller
from journeyctl.reports.tables import Table

_MINUTES = {
    "welcome": 10,
    "people": 15,
    "stages": 15,  # each of them
    "break": 15,
    "moments": 15,
    "ideas": 25,
    "measures": 15,
    "close": 10,
}
_SPARE = 2  # empty rows after a stage's steps
_AGREED = 6


class Sheet(NamedTuple):
    """A stage: what to ask, and its steps with empty fields for what is not known."""

    name: str
    goal: str
    questions: tuple[str, ...]
    table: Table


class Workshop(NamedTuple):
    """``total`` is how long it takes, in words; ``invited`` the people of the journey,
    with a field for who speaks for each; ``agreed`` is empty rows."""

    agenda: Table
    total: str
    invited: Table
    people: tuple[str, ...]
    stages: tuple[Sheet, ...]
    agreed: Table


def workshop(teller: Teller) -> Workshop:
    """The workshop in which to go on with a journey."""
    words = teller.words
    minutes = {**_MINUTES, "stages": _MINUTES["stages"] * len(teller.journey.stages)}
    rows = [
        (words.number(time), words.text(f"agenda.{part}"), words.text(f"agenda.{part}.out"))
        for part, time in minutes.items()
        if time
    ]
    total = sum(minutes.values())
    invited = [
        (one.label, words.known("role", one.role), one.department, FIELD)
        for one in teller.journey.people.values()
    ]
    return Workshop(
        agenda=Table(teller.columns("minutes", "part", "outcome"), tuple(rows)),
        total=words.duration(total, total),
        invited=Table(
            teller.columns("who", "role", "department", "speaks"),
            (*invited, (FIELD,) * 4),
        ),
        people=tuple(of_people(teller)),
        stages=tuple(_sheet(teller, at) for at in range(len(teller.journey.stages))),
        agreed=Table(teller.columns("action", "owner", "until"), ((FIELD,) * 3,) * _AGREED),
    )


def _sheet(teller: Teller, at: int) -> Sheet:
    stage = teller.journey.stages[at]
    return Sheet(
        teller.words.text("report.stage", number=at + 1, name=stage.label),
        teller.fact("goal", stage.goal) if stage.goal else "",
        tuple(of_stage(teller, stage)),
        _fields(teller, stage),
    )


def _fields(teller: Teller, stage: Stage) -> Table:
    journey = teller.journey
    keys = ("step", "who", "where", "feels", "says", "pain", "idea")
    rows: list[tuple[str, ...]] = []
    for id in stage.steps:
        step = journey.steps[id]
        rows.append(
            (
                step.label,
                joined(", ", (teller.person(one.person) for one in step.people)),
                joined(", ", (journey.channels[key].label for key in step.channels)),
                "" if step.mood is None else teller.words.number(step.mood),
                "; ".join(step.quotes),
                "; ".join(one.text for one in step.pains),
                "; ".join(one.text for one in step.ideas),
            )
        )
    rows += [(FIELD,) * len(keys)] * _SPARE
    return Table(teller.columns(*keys), tuple(rows))
