"""The report: whole in the golden files, and right whatever the labels hold."""

import itertools
import re
from collections.abc import Callable
from functools import cache
from inspect import cleandoc
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings

from journeyctl.direction import unmarked
from journeyctl.model.journey import Journey, Remark
from journeyctl.model.measures import verdict
from journeyctl.renderers.markdown import report
from journeyctl.reports.context import KINDS
from journeyctl.source import Span
from journeyctl.syntax.values import Comparator, Metric, Quantity
from tests.reading import read
from tests.reports.shown import blocks, marks, texts
from tests.reports.test_escape import LABELS, seen

SAMPLES = Path(__file__).parent.parent.parent / "samples"
NOWHERE = Span(0, 0)


def told(text: str, path: str = "test.journey") -> str:
    return report(*read(text, path))


def sample(name: str, folder: str = "samples/") -> str:
    path = SAMPLES / f"{name}.journey"
    return told(path.read_text("utf-8"), f"{folder}{path.name}")


def test_a_report_is_the_same_from_any_folder() -> None:
    assert sample("b2b-software", "") == sample("b2b-software", "/somewhere/else/")


@pytest.mark.parametrize("text", ["", "\n", "journey: Nothing yet\n", "stage one\n"])
def test_an_empty_journey_has_a_report_too(text: str) -> None:
    written = told(text)
    assert written.startswith(("# test\n", "# Nothing yet\n"))
    assert "## What the check found" in written


def test_only_what_has_something_to_say_has_a_section() -> None:
    """
    journey: Small
    stage one
      - Go
    """
    written = told(cleandoc(test_only_what_has_something_to_say_has_a_section.__doc__ or ""))
    assert written == (
        "# Small\n\n"
        "Customer journey · 1 stage · 1 step · test.journey\n\n"
        "## The journey, stage by stage\n\n"
        "### Stage 1: One\n\n"
        "- **Go**\n\n"
        "## What the check found\n\n"
        "The check found nothing to mend.\n"
    )


def test_the_ways_out_of_a_step_say_where_they_lead() -> None:
    """
    journey: Ways
    stage one
      - Go ^go
      ? Happy?
        yes 80% ->
          - Smile
        no 20% -> leave
      - Stay
        tired 10% -> go
      & Pay
      & Pack
        - Wrap it
    stage two
      - Leave
        -> end
    """
    written = told(cleandoc(test_the_ways_out_of_a_step_say_where_they_lead.__doc__ or ""))
    section = written[written.index("### Stage 1") : written.index("## What the check")]
    assert section == (
        "### Stage 1: One\n\n"
        "- **Go**\n"
        "- **Happy?**\n"
        "  - **yes** (80%)\n"
        "    - **Smile**\n"
        "  - **no** (20%) → the customer gives up\n"
        "- **Stay**\n"
        "  - **tired** (10%) → back to “Go”\n\n"
        "All of these, side by side:\n\n"
        "- **Pay**\n"
        "- **Pack**\n"
        "  - **Wrap it**\n\n"
        "### Stage 2: Two\n\n"
        "- **Leave**\n"
        "  - → the journey is done\n\n"
        "## Ways through\n\n"
        "- 78.3% come to the end, 21.7% give up.\n\n"
        "| At     | Way       | Share | Leads to               |\n"
        "| ------ | --------- | ----- | ---------------------- |\n"
        "| Happy? | yes       | 80%   | on to “Smile”          |\n"
        "| Happy? | no        | 20%   | the customer gives up  |\n"
        "| Stay   | tired     | 10%   | back to “Go”           |\n"
        "| Stay   | otherwise | 90%   | on to “Pay” and “Pack” |\n\n"
        "### Ways out\n\n"
        "| At     | Way | Leads to              | Share |\n"
        "| ------ | --- | --------------------- | ----- |\n"
        "| Happy? | no  | the customer gives up | 21.7% |\n"
        "| Leave  | –   | the journey is done   | 78.3% |\n\n"
        "### Who comes how far\n\n"
        "| Stage | Come this far |\n"
        "| ----- | ------------- |\n"
        "| One   | 100%          |\n"
        "| Two   | 78.3%         |\n\n"
        "### The likeliest way · The shortest way\n\n"
        "8 steps · 72% go just this way\n\n"
        "- **One**: Go → Happy? → Smile → Stay → Pay → Pack → Wrap it\n"
        "- **Two**: Leave\n\n"
        "### The longest way\n\n"
        "12 steps · 5.8% go just this way\n\n"
        "- **One**: Go → Happy? → Smile → Stay → Go → Happy? → Smile → Stay"
        " → Pay → Pack → Wrap it\n"
        "- **Two**: Leave\n\n"
        "## Loops\n\n"
        "- From “Stay” back to “Go” (tired, 10%)\n\n"
    )


def test_an_arrow_to_many_ways_names_the_first_four() -> None:
    few, many = (
        told(
            "journey: Ways\nstage one\n  - Go\nstage two\n"
            + "".join(f"  | Way {n}\n" for n in range(count))
            + "stage three\n  - Rest\n    again -> two\n"
        )
        for count in (4, 500)
    )
    assert "- **again** → back to “Way 0”, “Way 1”, “Way 2” or “Way 3”\n" in few
    assert "- **again** → back to “Way 0”, “Way 1”, “Way 2”, “Way 3”, …\n" in many


def test_channels_have_a_column_a_stage_while_the_stages_are_few() -> None:
    few, many = (
        told("journey: Long\n" + "".join(f"stage s{n}\n  - Go #web\n" for n in range(count)))
        for count in (12, 13)
    )
    columns = " | ".join(f"S{n}".ljust(3) for n in range(12))
    assert f"| Channel | {columns} |\n" in few
    assert "| web     | 1   | 1   |" in few
    assert "| Channel | Where " in many
    assert "| web     | S0 (1), S1 (1), S2 (1), " in many


def test_steps_too_deep_are_told_all_the_same() -> None:
    deep = "".join(" " * (2 + 2 * n) + f"| Way {n}\n" for n in range(1100))
    assert "**Way 1099**" in told(f"journey: Deep\nstage one\n{deep}")


def test_findings_stand_in_the_report_with_their_place() -> None:
    text = "journey: Wrong\nactor it: IT\nstage one\n  - Go @its\n"
    written = told(text, "some/where/wrong.journey")
    section = written[written.index("## What the check found") :]
    lines = section.splitlines()
    assert lines[2].startswith("The check found 1 error")
    assert lines[4].startswith(
        "- **wrong.journey:4:9** error N001 undeclared-name: No actor is declared as `its`."
    )
    assert "some/where" not in written


def test_a_filipino_report_is_filipino() -> None:
    """
    // journey: ignore[practice, measures]
    journey: Pagbili ng kape
    type: b2c
    language: fil
    actor ana: Ana
      role: decider
    stage kamalayan [3 araw]
      - Makita sa social media @ana #social :4 !
        metric: Nakakita = 1,200 target >= 1,000
    stage pagsasaalang-alang
      - Magtanong sa kaibigan @ana :2
    stage pagpapasya
      - Bumili @ana
    stage pagkatapos-bumili
      - Magtimpla @ana
    stage katapatan
      - Magrekomenda @ana
    """
    shown = texts(told(cleandoc(test_a_filipino_report_is_filipino.__doc__ or "")))
    assert shown[0] == "Pagbili ng kape"
    assert shown[1] == ("Paglalakbay ng kostumer B2C · 5 yugto · 5 hakbang · 3 araw · test.journey")
    assert "Mula unang ugnayan hanggang wakas, tumatagal ito nang 3 araw." in shown
    assert (
        "Ang pinakamababang punto ng pinakamalamang na daan ay “Magtanong sa kaibigan” sa yugtong"
        " Pagsasaalang-alang: 2 sa 5." in shown
    )
    assert (
        "Makita sa social media · sandali ng katotohanan · Ana · social · pakiramdam: mabuti"
        in shown
    )
    assert shown[-1] == "Walang nakitang kailangang ayusin ang pagsusuri."


EVERYTHING = """
journey: !
type: b2b
state: to-be
duration: 3-4 weeks
goal: !
owner: !
updated: !
focus: !
context: !
audience: !
approach: !
strategy: !
personalization: !
transaction: !
relationship: !
metric: ! = 11 target >= 12
note: !
actor ann: !
  role: approver
  department: !
  count: 21-22
  goal: !
  need: !
  quote: !
  note: !
actor bob: !
  side: company
channel web: !
  kind: digital
  note: !
system crm: !
  kind: physical
  note: !
stage awareness: ! [3 weeks]
  goal: !
  content: !
  metric: ! = 31 target < 32
  pain: !
  idea: !
  note: !
  link: ! https://a.b/stage
  - ! @ann:2 #web ! [4 days]
      pain: ! @bob
      idea: !
      quote: !
      content: !
      metric: ! = 41
      backstage: ! @bob [5 days]
        system: crm
      system: crm
      evidence: observed, !, 2025-01
      note: !
      link: ! https://a.b/step
  ? ! @ann
      ! 60% ->
        - !
      ! 40% -> next
"""


def test_nothing_that_a_file_says_is_dropped() -> None:
    count = EVERYTHING.count("!") - 1  # one is a moment of truth
    numbers = itertools.count(1)
    named = re.sub(r"(?<!#web )!", lambda _: f"word{next(numbers)}x", EVERYTHING)
    written = told(named)
    missing = [n for n in range(1, count + 1) if f"word{n}x" not in written]
    assert count > 40
    assert missing == []
    for text in ("B2B", "3–4 weeks", "approver", "21-22", "company", "digital", "physical"):
        assert text in written
    for text in ("moment of truth", "4 days", "5 days", "observed", "2025-01", "(bad)"):
        assert text in written
    for text in ("60%", "40%", "https://a.b/stage", "https://a.b/step"):
        assert text in written
    for text in ("11", "≥ 12", "31", "< 32", "41"):
        assert f" {text} " in written


def everywhere(journey: Journey, label: str) -> Journey:
    """The journey with ``label`` wherever its author wrote free text."""
    facts = journey.facts._replace(
        title=label, goal=label, focus=label, notes=(label,), metrics=_metrics(label)
    )
    people = {
        key: one._replace(
            label=label, department=label, headcount=label, goals=(label,), quotes=(label,)
        )
        for key, one in journey.people.items()
    }
    remarks = (Remark(label, next(iter(people)), journey.stages[0].span),)
    steps = {
        id: step._replace(
            label=label,
            pains=remarks,
            ideas=remarks,
            quotes=(label,),
            content=(label,),
            notes=(label,),
            metrics=_metrics(label),
            evidence=tuple(one._replace(source=label, date=label) for one in step.evidence),
            links=tuple(one._replace(text=label) for one in step.links),
            backstage=tuple(one._replace(label=label) for one in step.backstage),
        )
        for id, step in journey.steps.items()
    }
    return journey._replace(
        facts=facts,
        people=people,
        channels={key: one._replace(label=label) for key, one in journey.channels.items()},
        systems={key: one._replace(label=label) for key, one in journey.systems.items()},
        stages=tuple(
            one._replace(label=label, goal=label, content=(label,), pains=remarks)
            for one in journey.stages
        ),
        steps=steps,
        links=tuple(one._replace(label=label if one.label else "") for one in journey.links),
    )


def _metrics(label: str) -> tuple[Metric, ...]:
    quantity = Quantity(None, "", label)
    return (Metric(label, quantity, "<", quantity, NOWHERE),)


RICH = """
journey: word
goal: word
duration: 1-2 weeks
note: word
actor ann: word
  role: user
channel web: word
  kind: digital
system crm: word
stage one: word [1 week]
  | First @ann:2 #web ! 40% [1 day]
    evidence: observed, word, 2026-01
    link: word https://a.b/c
    backstage: word @ann
      system: crm
    - Own @ann
  | Second 60%
stage two: word
  ? Third @ann:5 :3
    word 30% -> leave
    other 70% -> next
  ~ Fourth
  & Fifth
  & Sixth
  - Seventh
    again -> one
"""


@cache
def rich_journey() -> Journey:
    journey, findings = read(RICH)
    assert findings == []
    return journey


def rich(label: str, kind: str) -> str:
    return report(everywhere(rich_journey(), label), [], kind)


def bare(label: str, kind: str) -> str:
    """The same where much is not told, so that it is asked for."""
    journey = everywhere(rich_journey(), label)
    remarks = (Remark(label, "", NOWHERE),)
    metrics = (Metric(label, None, None, None, NOWHERE),)
    people = {key: one._replace(goals=()) for key, one in journey.people.items()}
    steps = {
        id: one._replace(pains=remarks, ideas=(), quotes=(), evidence=(), metrics=metrics)
        for id, one in journey.steps.items()
    }
    steps["third"] = steps["third"]._replace(metrics=(), moment=True)
    return report(journey._replace(people=people, steps=steps), [], kind)


@cache
def plainly(made: Callable[[str, str], str], kind: str) -> str:
    return made("wxyz", kind)


MADE = [(rich, kind) for kind in KINDS] + [(bare, "workshop"), (bare, "measurement")]


def test_the_rich_journey_shows_its_label_often() -> None:
    assert rich("wxyz", "full").count("wxyz") > 60
    assert bare("wxyz", "workshop").count("wxyz") > 60


@pytest.mark.parametrize(("made", "kind"), MADE)
@settings(max_examples=6)
@given(label=LABELS)
@example(label="# 1")
@example(label="AT&amp;T | *so* _it_ <b> `c` ~~d~~ [e](f) @it")
def test_no_label_breaks_a_report(made: Callable[[str, str], str], kind: str, label: str) -> None:
    """With any label everywhere, the report has the blocks and marks that it has with a word."""
    label = seen(label)
    assume(label)
    plain, written = plainly(made, kind), made(label, kind)
    assert blocks(written) == blocks(plain)
    assert marks(written) == marks(plain)
    shown = [one.replace("wxyz", unmarked(label)) for one in texts(plain)]
    assert [unmarked(one) for one in texts(written)] == shown


@pytest.mark.parametrize(
    ("value", "comparator", "target", "expected"),
    [
        ((68, "%"), "<", (60, "%"), "missed"),
        ((60, "%"), "<", (60, "%"), "missed"),
        ((60, "%"), "<=", (60, "%"), "met"),
        ((5, ""), ">", (4, ""), "met"),
        ((4, ""), ">=", (4, ""), "met"),
        ((4, ""), "=", (4, ""), "met"),
        ((5, ""), "=", (4, ""), "missed"),
        ((42, "leads"), ">=", (40, ""), "met"),
        ((3, "Days"), "<=", (4, "days"), "met"),
        ((90, "minutes"), "<=", (2, "hours"), "unknown"),
        ((None, ""), "<=", (2, ""), "unknown"),
        ((2, ""), "<=", (None, ""), "unknown"),
        (None, "<=", (2, ""), "unknown"),
        ((2, ""), None, None, None),
    ],
)
def test_a_metric_is_judged_by_its_target(
    value: tuple[float | None, str] | None,
    comparator: Comparator | None,
    target: tuple[float | None, str] | None,
    expected: str | None,
) -> None:
    def quantity(of: tuple[float | None, str] | None) -> Quantity | None:
        return of and Quantity(*of, text="")

    metric = Metric("m", quantity(value), comparator, quantity(target), NOWHERE)
    assert verdict(metric) == expected


def test_each_run_says_how_it_is_to_be_read() -> None:
    text = told(
        "journey: T\nstage a\n  | b\n  | c\n  - d\nstage e [45-60 min]\n  & f [1.5 hours]\n  & g\n"
    )
    assert "### Stage 1: A\n\nOne of these ways:\n\n- **b**\n- **c**\n\nThen:\n" in text
    assert "All of these, side by side:\n\n- **f** · 1.5 hours\n" in text
    assert "### Stage 1: A\n\n- **b**\n" in told("journey: T\nstage a\n  - b\n")
    # What the author wrote is not reckoned in other units.
    assert "- Time: 45–60 min\n" in text
