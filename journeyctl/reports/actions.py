"""What to do: the pains with the ideas beside them, what hurts most first."""

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from journeyctl.reports.records import RemarkRecord
from journeyctl.reports.steps import Teller
from journeyctl.reports.tables import Table, table_of
from journeyctl.syntax.values import GRADES

_NEUTRAL = 3.0  # what an unknown feeling counts for


class Action(NamedTuple):
    """A pain with the idea that stands beside it ("" for none), or an idea without a pain;
    ``owner`` is the idea's, else the pain's. The rest as in ``RemarkRecord``."""

    pain: str
    idea: str
    owner: str
    stage: str
    step: str
    id: str
    feeling: float | None
    moment: bool
    reached: float | None
    grade: str


class Actions(NamedTuple):
    """``pains`` and ``ideas`` (those without a pain) are the same as the tables show; ``said``
    are sentences on what is open. Empty or None is what there is nothing of."""

    pains: tuple[Action, ...]
    ideas: tuple[Action, ...]
    said: tuple[str, ...]
    pain_table: Table | None
    idea_table: Table | None


def actions(teller: Teller, remarks: Sequence[RemarkRecord]) -> Actions:
    """The pains and ideas of a journey, in the order in which to look at them.

    The worse it feels the earlier, an unknown feeling as a neutral one; then moments of truth,
    then where more come by, then what is better proven, then the order of the file.
    """
    every = sorted(_paired(remarks), key=_hurts)
    pains = tuple(one for one in every if one.pain)
    ideas = tuple(one for one in every if not one.pain)
    return Actions(
        pains,
        ideas,
        tuple(_said(teller, pains, ideas)),
        table_of(
            teller.columns("pain", "idea", "owner", "stage", "step", "feeling", "evidence"),
            [(one.pain, one.idea, *_place(teller, one)) for one in pains],
        ),
        table_of(
            teller.columns("idea", "owner", "stage", "step", "feeling", "evidence"),
            [(one.idea, *_place(teller, one)) for one in ideas],
        ),
    )


def _paired(remarks: Sequence[RemarkRecord]) -> Iterator[Action]:
    """The first pain of a place with its first idea, and so on."""
    blank = ("", "", "")  # of a remark: its kind, text and owner
    for place, group in groupby(remarks, key=lambda one: one._replace(kind="", text="", owner="")):
        found = list(group)
        pains = [one for one in found if one.kind == "pain"]
        ideas = [one for one in found if one.kind == "idea"]
        for pain, idea in zip_longest(pains, ideas):
            _, text, owner = pain[:3] if pain else blank
            _, what, doer = idea[:3] if idea else blank
            yield Action(text, what, doer or owner, *place[3:])


def _hurts(action: Action) -> tuple[float, bool, float, int]:
    return (
        _NEUTRAL if action.feeling is None else action.feeling,
        not action.moment,
        -(action.reached or 0.0),
        GRADES.index(action.grade) if action.grade else len(GRADES),
    )


def _place(teller: Teller, action: Action) -> tuple[str, ...]:
    words = teller.words
    feeling = "" if action.feeling is None else words.number(action.feeling)
    if action.moment:
        feeling = f"{feeling} · {words.text('said.moment')}".removeprefix(" · ")
    grade = words.text(f"grade.{action.grade}") if action.grade else ""
    return action.owner, action.stage, action.step, feeling, grade


def _said(teller: Teller, pains: Sequence[Action], ideas: Sequence[Action]) -> Iterator[str]:
    words = teller.words
    if bare := sum(not one.idea for one in pains):
        yield words.counted("actions.unanswered", bare)
    if alone := sum(not one.owner for one in (*pains, *ideas)):
        yield words.counted("actions.unowned", alone)
    if unproven := sum(not one.grade for one in pains):
        yield words.counted("actions.unproven", unproven)
