"""The workshop, the plan of what to measure and the actions: each gap is told, and no other."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings

from journeyctl.model.journey import Stage, Step
from journeyctl.model.ways.ways import ways
from journeyctl.reports.actions import Actions, actions
from journeyctl.reports.context import Context, context_of
from journeyctl.reports.records import remark_records
from journeyctl.reports.steps import Teller
from journeyctl.words import words_for
from tests.generate import journeys
from tests.reading import read

WHOLE = """
journey: Tea
type: b2b
metric: Return = 3 target >= 2
actor ana: Ana
  role: decider
  goal: Good tea
  quote: More tea.
channel shop: Shop
stage decision [2 days]
  goal: The right tin
  metric: Visits = 5 target >= 4
  - Ask for a tin @ana:2 #shop !
      quote: Which one?
      pain: Too many tins @ana
      idea: Fewer tins @ana
      metric: Answers = 3 target >= 2
      evidence: observed, the shop
  ? Found one? @ana
      yes 60% -> next
      no 40% -> leave
  - Pay @ana:4 #shop
"""


def told(text: str) -> Context:
    journey, findings = read(text)
    return context_of(journey, findings, words_for("en"))


@pytest.mark.parametrize(
    ("without", "instead", "asked"),
    [
        ("  goal: The right tin\n", "", "What should this stage achieve?"),
        ("      quote: Which one?\n", "", "What do people say here, in their own words?"),
        (":4 #shop", " #shop", "How does it feel: “Pay”?"),
        (":4 #shop", ":2 #shop", "What hurts so much: “Pay”?"),
        (":4 #shop", ":4", "Where does it happen, or by which channel: “Pay”?"),
        ("      metric: Answers = 3 target >= 2\n", "",
         "How will we know that it goes well: “Ask for a tin”?"),
        ("      evidence: observed, the shop\n", "",
         "How do we know; was it observed, reported or assumed: “Ask for a tin”?"),
        ("observed", "assumed",
         "Who could tell us whether it is as we assume: “Ask for a tin”?"),
        ("yes 60% -> next\n      no 40%", "yes -> next\n      no",
         "How many of 100 go which way: “Found one?”?"),
        ("      idea: Fewer tins @ana\n", "", "What could be done about it: “Too many tins”?"),
        ("Fewer tins @ana", "Fewer tins", "Who takes care of it: “Fewer tins”?"),
        ("Visits = 5 target >= 4", "Visits = 5",
         "What is it now, and what should it be: “Visits”?"),
        (" [2 days]", "", "How long does this stage take?"),
    ],
)  # fmt: skip
def test_what_a_stage_lacks_is_asked(without: str, instead: str, asked: str) -> None:
    always = "What could stop them at the last moment, and what makes them want it all the same?"
    (whole,) = told(WHOLE).workshop.stages
    assert whole.questions == (always,)
    assert without in WHOLE
    (lacking,) = told(WHOLE.replace(without, instead)).workshop.stages
    assert lacking.questions == (always, asked)


@pytest.mark.parametrize(
    ("without", "instead", "asked"),
    [
        ("  role: decider\n", "", "Who decides, and who has to approve?"),
        ("  goal: Good tea\n", "",
         "What do they want to get done, and what do they need: “Ana”?"),
        ("  quote: More tea.\n", "", "What would they say in their own words: “Ana”?"),
        ("channel shop", "actor bo: Bo\n  side: company\nchannel shop",
         "Where do they take part: “Bo”?"),
    ],
)  # fmt: skip
def test_what_is_not_told_of_people_is_asked(without: str, instead: str, asked: str) -> None:
    always = "Who else is asked, or has to be convinced?"
    assert told(WHOLE).workshop.people == (always,)
    assert without in WHOLE
    assert told(WHOLE.replace(without, instead)).workshop.people == (asked, always)


def test_a_stage_without_steps_is_asked_for_them() -> None:
    (stage,) = told("journey: T\nstage a\n").workshop.stages
    assert stage.questions[1:] == ("What happens in this stage, step by step?",)


@pytest.mark.parametrize(
    ("without", "instead", "gap"),
    [
        ("      metric: Answers = 3 target >= 2\n", "",
         "A moment of truth without a metric: “Ask for a tin”."),
        ("Visits = 5 target >= 4", "Visits = 5", "Which target: “Visits”?"),
        ("Visits = 5 target >= 4", "Visits target >= 4", "Where does it stand now: “Visits”?"),
        ("Visits = 5 target", "Visits = 5 days target", None),
        ("Visits = 5 target >= 4", "Visits = 5 days target >= 4 weeks",
         "Value and target cannot be compared: “Visits”."),
    ],
)  # fmt: skip
def test_what_is_not_measured_is_told(without: str, instead: str, gap: str | None) -> None:
    assert [plan.gaps for plan in told(WHOLE).measurement.plans] == [(), ()]
    assert without in WHOLE
    plans = told(WHOLE.replace(without, instead)).measurement.plans
    assert [plan.gaps for plan in plans] == [(), (gap,) if gap else ()]


@pytest.mark.parametrize(
    ("type", "counts"),
    [
        ("b2b", ["Revenue", "Retention", "Relationship"]),
        ("b2c", ["Satisfaction", "Loyalty", "Lifetime value"]),
    ],
)
def test_a_journey_is_judged_by_what_its_type_is(type: str, counts: list[str]) -> None:
    """As article 004 has it."""
    found = told(f"journey: T\ntype: {type}\nstage awareness\n").measurement
    assert found.counts
    assert [row[0] for row in found.counts.rows] == counts
    assert {row[-1] for row in found.counts.rows} == {""}
    bare = told("journey: T\nstage awareness\n").measurement
    assert (bare.why, bare.counts) == ("", None)


def found(text: str) -> Actions:
    journey, _ = read(text)
    return actions(Teller(journey, words_for("en")), remark_records(journey, ways(journey)))


def pains(steps: Sequence[str]) -> list[str]:
    return [one.pain for one in found("journey: T\nstage a\n" + "".join(steps)).pains]


def test_what_hurts_most_is_first() -> None:
    pain = "  - {} {}\n      pain: {}\n"
    steps = [
        pain.format("A", ":5", "good"),
        pain.format("B", "", "unknown"),
        pain.format("C", ":3", "neutral"),
        pain.format("D", ":3 !", "moment"),
        pain.format("E", ":1", "worst"),
        "  ? Well?\n      yes 50% -> next\n      no 50% -> leave\n",
        pain.format("F", ":3", "fewer"),
        pain.format("G", ":3", "proven") + "      evidence: observed, us\n",
    ]
    order = ["worst", "moment", "unknown", "neutral", "proven", "fewer", "good"]
    assert pains(steps) == order


def test_an_idea_stands_beside_its_pain() -> None:
    text = (
        "journey: T\nactor x: X\nactor y: Y\nstage a\n  idea: whole\n  - A\n"
        "      pain: p1 @x\n      pain: p2 @x\n      idea: i1 @y\n  - A\n      idea: i2\n"
    )
    of = found(text)
    assert [(one.pain, one.idea, one.owner) for one in of.pains] == [
        ("p1", "i1", "Y"),
        ("p2", "", "X"),
    ]
    assert [(one.idea, one.step) for one in of.ideas] == [("whole", ""), ("i2", "A")]
    assert of.said == (
        "1 pain has no idea yet.", "2 rows have no owner yet.", "2 pains have no evidence yet.",
    )  # fmt: skip


@settings(max_examples=5)
@given(journeys())
def test_of_any_journey(text: str) -> None:
    """Every pain and idea is in the actions once, every step in the workshop, every metric in the
    plan; and the summary stays on a page."""
    journey, findings = read(text)
    context = context_of(journey, findings, words_for("en"))
    of = context.actions
    places: list[Stage | Step] = [*journey.stages, *journey.steps.values()]
    assert sorted(one.pain for one in of.pains) == sorted(
        one.text for place in places for one in place.pains
    )
    ideas = [one.idea for one in (*of.pains, *of.ideas) if one.idea]
    assert sorted(ideas) == sorted(one.text for place in places for one in place.ideas)
    rows = [row[0] for sheet in context.workshop.stages for row in sheet.table.rows if row[0]]
    assert rows == [step.label for step in journey.steps.values()]
    named = [row[0] for plan in context.measurement.plans for row in plan.table.rows if row[0]]
    assert sorted(named) == sorted(one.metric for one in context.metrics)
    assert len(context.report.summary) < 12


def test_the_summary_of_a_long_journey_stays_on_a_page() -> None:
    step = "  - Step {0}:{1} :{1} !\n      pain: p\n      metric: m = 1 target > 2\n"
    text = "journey: T\n" + "".join(
        f"stage s{n}\n" + "".join(step.format(n, m) for m in (1, 2, 3)) for n in range(60)
    )
    context = told(text)
    assert context.overview.stages
    assert len(context.overview.stages.rows) == 13
    assert context.overview.stages.rows[-1][0] == "…"
    assert max(map(len, context.report.summary)) < 300
    for table in (context.overview.worst, context.overview.missed):
        assert table
        assert len(table.rows) == 3
