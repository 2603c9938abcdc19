"""Durations that can't both be right."""

import pytest

from tests.model.shown import found, others
from tests.reading import read


@pytest.mark.parametrize(
    ("stage", "steps", "way"),
    [
        ("1-2 days", "  - b [1 day]\n  - c [2 days]\n", "more"),
        ("1 day", "  - b [3+ days]\n", "more"),
        ("1-2 weeks", "  - b [1 day]\n  - c [2 days]\n", "less"),
        ("1-2 weeks", "  - b [1 day]\n  - c\n", ""),
        ("1-2 days", "  - b [1-5 days]\n", ""),
        ("1+ days", "  - b [9 days]\n", ""),
        ("1 day", "  ~ b [9 days]\n", ""),
        ("1 day", "  | b [9 days]\n  | c [1 day]\n", ""),
        ("1 day", "  - b\n", ""),
    ],
)
def test_a_stage_against_its_steps(stage: str, steps: str, way: str) -> None:
    text = f"journey: T\nstage a [{stage}]\n{steps}"
    end = 10 + len(stage)
    assert found(text) == (
        [f"2:10-{end} stage-duration: The steps of this stage take {way} time than `{stage}`."]
        if way
        else []
    )


def test_a_stages_second_labels() -> None:
    text = "journey: T\nstage a [1 day]\n  - b [1 day]\n  - c\n  - d [2 days]\n"
    finding = read(text).findings[0]
    assert finding.severity == "warning"
    assert others(finding) == ["3:8 a step’s duration", "5:8 a step’s duration"]


@pytest.mark.parametrize(
    ("duration", "way"),
    [("1-2 weeks", ""), ("3 days", "more"), ("2-3 weeks", "less"), ("1+ weeks", "")],
)
def test_the_journey_against_its_stages(duration: str, way: str) -> None:
    text = (
        f"journey: T\nduration: {duration}\nstage a [4-6 days]\n  - b\nstage c\n  - d [2-3 days]\n"
    )
    end = 11 + len(duration)
    assert found(text) == (
        [f"2:11-{end} journey-duration: The stages take {way} time than `{duration}` together."]
        if way
        else []
    )
    for finding in read(text).findings:
        assert others(finding) == ["3:10 a stage’s duration"]


def test_a_journey_with_a_stage_of_unknown_time_is_not_too_short() -> None:
    text = "journey: T\nduration: 9 days\nstage a [1 day]\n  - b\nstage c\n  - d\n"
    assert found(text) == []
