"""The way through: the exact findings, with their places."""

import pytest

from tests.model.shown import HEAD, found, others
from tests.reading import read

MODEL = "journey: T\nstages: a > b > c? > d\n"


def test_an_arrow_past_a_required_stage() -> None:
    text = MODEL + (
        "stage a\n  - A1\n      hurry -> C1\n      fast -> c\n      more -> d\n      no -> leave\n"
        "stage b\n  - B1\n      skip -> d\nstage c\n  - C1\nstage d\n  - D1\n"
    )
    message = "This arrow leads past the stage `B`, which the model requires."
    assert found(text) == [
        f"5:7-18 stage-skipped: {message}",
        f"6:7-16 stage-skipped: {message}",
        f"7:7-16 stage-skipped: {message}",
    ]
    assert others(read(text).findings[0]) == ["9:7 this stage is passed over"]


def test_an_arrow_over_stages_that_no_model_requires() -> None:
    assert (
        found("journey: T\nstage a\n  - A1\n      x -> c\nstage b\n  - B1\nstage c\n  - C1\n") == []
    )


def test_a_loop_that_nobody_can_leave() -> None:
    text = HEAD + "  - b\n  - c\n  - d\n      -> c\n"
    assert found(text) == ["6:7-11 endless-loop: Nobody can leave this loop."]
    assert others(read(text).findings[0]) == ["4:5 it leads back to here"]
    assert found(HEAD + "  - b\n      -> b\n") == [
        "4:7-11 endless-loop: Nobody can leave this loop."
    ]


def test_a_loop_into_the_point_before_a_run() -> None:
    text = HEAD + "  | b\n  | c\n  - d\n      -> a\n"
    assert found(text) == ["6:7-11 endless-loop: Nobody can leave this loop."]
    assert others(read(text).findings[0]) == []


@pytest.mark.parametrize(
    "steps",
    [
        "  - b\n  ? c\n      again -> b\n      done -> next\n",
        "  - b\n  ? c\n      again -> b\n      done -> leave\n",
        "  - b\n      enough -> leave\n  - c\n      -> b\n",
        "  - b\n  - c\n      again -> b\n",
    ],
)
def test_loops_with_a_way_out(steps: str) -> None:
    assert found(HEAD + steps) == []


def test_two_loops_are_two_findings_and_nested_ones_are_one() -> None:
    text = HEAD + "  ? b\n      x -> c\n      y -> d\n  - c\n      -> c\n  - d\n      -> d\n"
    assert [one.split()[0] for one in found(text)] == ["7:7-11", "9:7-11"]
    text = HEAD + "  - b\n  - c\n      more -> b\n      -> c\n"
    assert [one.split()[0] for one in found(text)] == ["5:7-16"]


def test_a_step_that_nothing_reaches() -> None:
    text = HEAD + "  - b\n      -> d\n  - c\n  - c2\n  - d\n"
    assert found(text) == ["5:5-6 unreachable-step: Nothing leads to the step `c`."]
    assert others(read(text).findings[0]) == ["4:7 this leads past it"]
    text = HEAD + "  ? b\n      x -> leave\n      y -> end\n  - c\n"
    assert found(text) == ["6:5-6 unreachable-step: Nothing leads to the step `c`."]


@pytest.mark.parametrize("wrong", ["yes: go", "yes, then go", "1. yes"])
def test_an_answer_that_is_not_understood_is_one_finding(wrong: str) -> None:
    for other in ("", "      no -> leave\n", "      no 30% -> leave\n"):
        assert len(found(f"{HEAD}  ? b\n      {wrong}\n{other}  - c\n")) == 1
    # What is wrong elsewhere, or with a key of the question, is no answer.
    text = HEAD + "  ? b\n      goal: x\n      no -> next\n  - c\n      yes: go\n"
    assert [one.split()[1] for one in found(text)] == [
        "few-answers:",
        "misplaced-key:",
        "unknown-key:",
    ]


def test_a_question_with_fewer_than_two_answers() -> None:
    assert found(HEAD + "  ? b\n  - c\n") == ["3:5-6 few-answers: This question has no answers."]
    text = HEAD + "  ? b\n      yes -> next\n"
    assert found(text) == ["3:5-6 few-answers: This question has only one answer."]
    assert others(read(text).findings[0]) == ["4:7 the only answer"]
    assert found(HEAD + "  ? b\n  | c\n") == [
        "3:5-6 few-answers: This question has only one answer.",
        "4:5-6 run-of-one: A `|` line is one way of several, and this one is alone.",
    ]
    # The run that answers is one of the same stage.
    text = HEAD + "  ? b\nstage c\n  | d\n  | e\n"
    assert found(text) == ["3:5-6 few-answers: This question has no answers."]


def test_a_run_of_one() -> None:
    text = HEAD + "  | b\n      & c\n  - d\n  ? e\n      x ->\n        | f 30%\n      y -> next\n"
    assert found(text) == [
        "3:5-6 run-of-one: A `|` line is one way of several, and this one is alone.",
        "4:9-10 run-of-one: A `&` line is one of several that all happen, and this one is alone.",
        "8:11-12 run-of-one: A `|` line is one way of several, and this one is alone.",
    ]
    assert {one.severity for one in read(text).findings} == {"warning"}


SHARES: list[tuple[str, list[str], list[str]]] = [
    ("  ? b\n      x 30% -> next\n      y 70% -> leave\n", [], []),
    ("  ? b\n      x 33% -> next\n      y 33% -> end\n      z 33% -> leave\n", [], []),
    ("  | b 50,5%\n  | c 50,5%\n", [], []),
    (
        "  ? b\n      x 30% -> next\n      y 60% -> leave\n",
        ["4:7-20 shares-sum: The answers to this question add up to 90 %, not to 100 %."],
        ["5:7 60 %"],
    ),
    (
        "  | b 40%\n  | c 62%\n",
        ["3:5-6 shares-sum: The ways on from here add up to 102 %, not to 100 %."],
        ["4:5 62 %"],
    ),
    (
        "  - b\n      x 60% -> leave\n      y 60% -> end\n  - c\n",
        ["4:7-21 shares-sum: The ways on from here add up to 120 %, not to 100 %."],
        ["5:7 60 %"],
    ),
    (
        "  ? b\n      x 30% -> next\n      y -> leave\n",
        [
            "5:7-17 shares-incomplete: "
            "The answers to this question have shares, and this one has none."
        ],
        ["4:7 30 %"],
    ),
    (
        "  | b\n  | c 62%\n  | d 10%\n",
        ["3:5-6 shares-incomplete: The ways on from here have shares, and this one has none."],
        ["4:5 62 %", "5:5 10 %"],
    ),
    (
        "  ? b\n  | c 62%\n  | d 10%\n",
        ["4:5-6 shares-sum: The answers to this question add up to 72 %, not to 100 %."],
        ["5:5 10 %"],
    ),
    ("  - b\n      x 30% -> leave\n  - c\n", [], []),
    (
        "  - b\n      x 30% -> leave\n      y 70% -> end\n  - c\n",
        ["6:5-6 unreachable-step: Nothing leads to the step `c`."],
        ["4:7 this leads past it", "5:7 this leads past it"],
    ),
    (
        "  ? b\n      x 0% -> next\n      y 0% -> end\n",
        ["4:7-19 shares-sum: The answers to this question add up to 0 %, not to 100 %."],
        ["5:7 0 %"],
    ),
]


@pytest.mark.parametrize(("steps", "expected", "second"), SHARES)
def test_shares(steps: str, expected: list[str], second: list[str]) -> None:
    assert found(HEAD + steps) == expected
    assert [one for finding in read(HEAD + steps).findings for one in others(finding)] == second
