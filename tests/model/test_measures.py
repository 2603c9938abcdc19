"""How long a journey takes, and which way is likeliest."""

import pytest

from journeyctl.model.measures import likely_way, stage_range, total_range
from tests.model.shown import HEAD
from tests.reading import read

DAY = 1440.0


def days(steps: str, stage: str = "") -> tuple[float, float | None] | None:
    """The range of a stage with these lines, in days."""
    journey = read(f"journey: T\nstage a {stage}\n{steps}").journey
    found = stage_range(journey, journey.stages[0])
    if found is None:
        return None
    return found[0] / DAY, None if found[1] is None else found[1] / DAY


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("  - b\n", None),
        ("", None),
        ("  - b [2 days]\n  - c [1-3 days]\n  - d\n", (3, 5)),
        ("  - b [3+ days]\n  - c [1 day]\n", (4, None)),
        ("  ~ b [2-4 days]\n  - c [1 day]\n", (1, 5)),
        ("  ~ b [2+ days]\n", (0, None)),
        ("  | b [1 day]\n  | c [3-5 days]\n  | d\n", (1, 5)),
        ("  | b [1 day]\n      - e [1 day]\n  | c [5 days]\n", (2, 5)),
        ("  & b [1 day]\n  & c [3-5 days]\n  & d [4 days]\n", (4, 5)),
        ("  & b [1 day]\n      - e [7 days]\n  & c [3+ days]\n", (8, None)),
        ("  ? b [1 day]\n      yes ->\n        - c [2 days]\n      no -> next\n", (1, 3)),
        (
            "  ? b\n      yes ->\n        - c [2 days]\n      no ->\n        - d [1 day]\n",
            (1, 2),
        ),
        ("  - b [1 day]\n      broken ->\n        - c [2 days]\n", (1, 3)),
        ("  - b [1 day]\n  - c [1 day]\n      again -> b\n", (2, 2)),
    ],
)
def test_time_of_steps(steps: str, expected: tuple[float, float | None] | None) -> None:
    assert days(steps) == expected


def test_a_stages_own_duration_wins() -> None:
    assert days("  - b [2 days]\n", "[1-2 weeks]") == (7, 14)


def test_total_is_the_sum_of_what_is_known() -> None:
    text = (
        "journey: T\nstage a [1-2 days]\n  - b [9 days]\nstage c\n  - d\nstage e\n  - f [1 day]\n"
    )
    assert total_range(read(text).journey) == (2 * DAY, 3 * DAY)
    assert total_range(read(HEAD + "  - b\n").journey) is None


@pytest.mark.parametrize(
    ("steps", "way"),
    [
        ("  - b\n  ~ c\n  - d\n", "b c d"),
        ("  | b\n  | c\n  - d\n", "b d"),
        ("  | b 30%\n  | c 70%\n      - e\n  - d\n", "c e d"),
        ("  & b\n      - e\n  & c\n  - d\n", "b e c d"),
        ("  & b\n      & e\n      & f\n  & c\n  - d\n", "b e f c d"),
        ("  ? b\n      no 80% -> leave\n      yes 20% -> next\n  - c\n", "b c"),
        ("  ? b\n      no -> leave\n      yes -> next\n  - c\n", "b c"),
        ("  - b\n  ? c\n      again 90% -> b\n      on 10% -> next\n  - d\n", "b c d"),
        ("  ? b\n      done 60% -> end\n      on 40% -> next\n  - c\n", "b"),
        ("  - b\n      other -> d\n  - c\n  - d\n", "b c d"),
        ("  - b\n      other 70% -> d\n  - c\n  - d\n", "b d"),
        ("  - b\n      -> d\n  - c\n  - d\n", "b d"),
        ("  - b\n      -> b\n", "b"),
        ("  & b\n      - e\n          -> leave\n  & c\n  - d\n", "b e"),
        ("", ""),
    ],
)
def test_the_likeliest_way(steps: str, way: str) -> None:
    assert " ".join(likely_way(read(HEAD + steps).journey)) == way
