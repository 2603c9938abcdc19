"""Weaknesses of many places: told once, and ignored place by place."""

import pytest

from journeyctl.diagnostics import at
from journeyctl.reporters.gather import gather
from journeyctl.rules.choose import KINDS
from journeyctl.source import Source, Span
from tests.model.shown import found, others, told

PAIN = "  - {0}\n      {1}pain: {0}\n"
IGNORE = "// journey: ignore[pain-without-idea]\n      "


@pytest.mark.parametrize("count", [1, 2, 4, 5, 40])
def test_many_places_are_one_finding(count: int) -> None:
    text = "journey: T\nstage a\n" + "".join(PAIN.format(f"b{i}", "") for i in range(count))
    more = f" ({count - 1} more like it.)" if count > 1 else ""
    assert found(text) == [f"4:13-15 pain-without-idea: No idea answers this pain.{more}"]
    expected = [f"{6 + 2 * i}:13 no idea here either" for i in range(min(count - 1, 3))]
    assert others(told(text)[0]) == expected


@pytest.mark.parametrize(("ignored", "line"), [(0, 7), (1, 4), (2, 4)])
def test_a_place_that_is_ignored_does_not_hide_the_others(ignored: int, line: int) -> None:
    steps = [PAIN.format(f"b{i}", IGNORE if i == ignored else "") for i in range(3)]
    assert found("journey: T\nstage a\n" + "".join(steps)) == [
        f"{line}:13-15 pain-without-idea: No idea answers this pain. (1 more like it.)"
    ]


def test_all_else_is_told_each_time_and_in_order() -> None:
    source = Source("t", "abc")
    kinds = [KINDS[name] for name in ("target-missed", "old-evidence", "target-missed")]
    findings = [at(kind, source, Span(i, i + 1), "m") for i, kind in enumerate(kinds)]
    assert gather(findings) == findings
    assert gather([]) == []
