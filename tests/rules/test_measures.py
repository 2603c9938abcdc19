"""Measures: the exact findings, and the journeys that just escape them."""

import pytest

from tests.model.shown import found, others, told
from tests.reading import read


def measured(metric: str, language: str = "en") -> list[str]:
    return found(f"journey: T\nlanguage: {language}\nstage a\n  - b\n      metric: {metric}\n")


def test_metrics_without_a_target_are_one_finding() -> None:
    text = "journey: T\nmetric: N = 1\nstage a\n  metric: M\n  - b\n      metric: O = 3\n"
    assert found(text) == [
        "2:9-14 metric-without-target: The metric `N` has no target. (2 more like it.)"
    ]
    assert others(told(text)[0]) == [
        "4:11 no target either",
        "6:15 no target either",
    ]


@pytest.mark.parametrize("metric", ["N < 5%", "N = 3 target >=", "N = 3 target 5"])
def test_a_target_that_cannot_be_read_is_not_missed_as_well(metric: str) -> None:
    assert "metric-without-target" not in "".join(measured(metric))
    assert measured(metric)


@pytest.mark.parametrize(
    ("comparator", "held"),
    [("<", "-"), ("<=", "-="), ("=", "="), (">=", "=+"), (">", "+")],
)
def test_a_target_is_missed(comparator: str, held: str) -> None:
    for sign, value in (("-", 2), ("=", 3), ("+", 4)):
        told = measured(f"N = {value}% target {comparator} 3%")
        message = f"`N` misses its target: it is {value}%, not {comparator} 3%."
        assert told == ([] if sign in held else [f"5:19-21 target-missed: {message}"])


def test_a_missed_target_shows_value_and_target() -> None:
    text = "journey: T\nmetric: N 3 = Rp 3 target  >=  Rp 33\nstage a\n  - b\n"
    assert found(text)[0].startswith("2:15-19 target-missed: `N 3` misses its target: ")
    assert others(told(text)[0]) == ["2:32 the target"]
    # A sign that no file may hold is not in the value as it is in the file.
    missed = measured("N = 3\x07 target >= 4\x07")
    assert [one.split(":")[1] for one in missed if "target-missed" in one] == [
        "15-34 target-missed"
    ]


@pytest.mark.parametrize(
    ("metric", "message"),
    [
        ("N = 3 s target <= 2 min", "`N` is measured in `s`, and its target in `min`."),
        ("N = 3 target <= 2%", "`N` is measured without a unit, and its target in `%`."),
        ("N = 3% target <= 4", "`N` is measured in `%`, and its target without a unit."),
        ("N = 3 days target <= 1 week", "`N` is measured in `days`, and its target in `week`."),
    ],
)
def test_units_that_differ(metric: str, message: str) -> None:
    end = 19 + len(metric.split(" target")[0].split("= ")[1])
    assert measured(metric) == [f"5:19-{end} units-differ: {message}"]


@pytest.mark.parametrize(
    "metric",
    [
        "N = 1 day target <= 2 days",
        "N = 3 leads target >= 1 lead",
        "N = 3 hari target <= 4 days",
        "N = $3 target <= $4",
        "N = 3 Days target <= 4 days",
    ],
)
def test_units_that_are_one(metric: str) -> None:
    assert measured(metric) == []


def test_stages_without_a_metric_are_one_finding_where_others_have_one() -> None:
    text = "journey: T\nmetric: N = 1 target > 0\n"
    text += "".join(f"stage {name}\n  - In {name}\n" for name in "abc")
    assert found(text) == []
    text += "      metric: N = 1 target > 0\n"
    assert found(text) == [
        "3:7-8 stage-without-metric: "
        "The stage `A` has no metric, where others have one. (1 more like it.)"
    ]
    assert others(told(text)[0]) == ["5:7 no metric either"]


@pytest.mark.parametrize(
    ("updated", "date", "old"),
    [
        ("2026-06-18", "2025-06-17", True),
        ("2026-06-18", "2025-06-18", False),
        ("2026-06-18", "2025-05", True),
        ("2026-06-18", "2025-06", False),
        ("2026-06-18", "2024", True),
        ("2026-06-18", "2025", False),
        ("2026-06", "2025-05-31", True),
        ("2026-06", "2025-06-01", False),
        ("2026", "2024-12", True),
        ("2026", "2025-01", False),
        ("last June", "1999", False),
        ("", "1999", False),
    ],
)
def test_old_evidence(updated: str, date: str, old: bool) -> None:
    key = f"updated: {updated}" if updated else "goal: x"
    text = f"journey: T\n{key}\nstage a\n  - b\n      evidence: observed, x, {date}\n"
    end = 17 + len(f"observed, x, {date}")
    message = "This evidence is more than a year older than the journey."
    assert found(text) == ([f"5:17-{end} old-evidence: {message}"] if old else [])
    for finding in read(text).findings:
        assert others(finding) == ["2:10 the journey is as of here"]


def test_claims_without_evidence_are_one_finding() -> None:
    text = "journey: T\nstage a\n  - b\n      quote: x\n  - c\n      pain: y\n      idea: z\n"
    assert found(text) == []
    text += "  - d\n      evidence: assumed\n"
    assert found(text) == [
        "3:5-6 claim-without-evidence: "
        "This step claims something, and has no evidence. (1 more like it.)"
    ]
    assert others(told(text)[0]) == ["5:5 no evidence either"]
    assert found(text.replace("stage a\n", "state: to-be\nstage a\n")) == []
