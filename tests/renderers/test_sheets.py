"""Steps, remarks and metrics as CSV: what a journey says comes back, and nothing acts."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings

from journeyctl.model.journey import Stage, Step
from journeyctl.model.ways.ways import ways
from journeyctl.renderers.sheets import SHEETS, sheet
from journeyctl.reports.records import remark_records, step_records
from tests.conftest import Golden
from tests.generate import journeys
from tests.reading import read

SAMPLES = Path(__file__).parents[2] / "samples"


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


@pytest.mark.parametrize("name", ["b2b-software", "b2c-online-shop"])
@pytest.mark.parametrize("of", SHEETS)
def test_a_sample(of: str, name: str, golden: Golden) -> None:
    journey, _ = read((SAMPLES / f"{name}.journey").read_text("utf-8"))
    golden(f"renderers/golden/sheets/{name}.{of}.csv", sheet(of, journey))


@settings(max_examples=5)
@given(journeys())
def test_every_step_and_remark_is_a_row(text: str) -> None:
    journey, _ = read(text)
    head, *steps = rows(sheet("steps", journey))
    assert {len(row) for row in (head, *steps)} == {len(head)}
    told = [dict(zip(head, row, strict=True)) for row in steps]
    assert [one["id"] for one in told] == list(journey.steps)
    for one, step in zip(told, journey.steps.values(), strict=True):
        assert one["number"] == str(step.number)
        assert one["moment"] == ("true" if step.moment else "false")
        assert one["feeling"] == (
            "" if step.mood is None else f"{step.mood:.6f}".rstrip("0").rstrip(".")
        )
    places: list[Stage | Step] = [*journey.stages, *journey.steps.values()]
    remarks = [one.text for place in places for one in (*place.pains, *place.ideas)]
    assert sorted(row[1] for row in rows(sheet("remarks", journey))[1:]) == sorted(remarks)
    metrics = [one.name for place in places for one in place.metrics]
    metrics += [one.name for one in journey.facts.metrics]
    assert sorted(row[0] for row in rows(sheet("metrics", journey))[1:]) == sorted(metrics)


def test_nothing_is_run_as_a_formula() -> None:
    journey, _ = read(
        "journey: T\nactor a: =A1\nchannel w: @SUM(1)\nstage one: -2\n  - +1, \"or\" 2 @a #w\n"
        "      pain: =cmd|' /C calc'!A0 @a\n      metric: @HYPERLINK = 5 target > 2\n"
    )  # fmt: skip
    for of in SHEETS:
        cells = [cell for row in rows(sheet(of, journey)) for cell in row]
        assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == []
        assert any(cell.startswith("'") for cell in cells)


def test_a_remark_has_the_lowest_feeling_of_the_customers_side() -> None:
    journey, _ = read(
        "journey: T\nactor a: A\nactor b: B\nactor s: S\n  side: company\nstage one\n"
        "  - Meet @a:4 @b:2 @s:1\n      pain: p\n  - Wait\n      idea: i\n"
    )
    found = remark_records(journey, ways(journey))
    assert [(one.text, one.feeling) for one in found] == [("p", 2), ("i", None)]
    assert [one.feeling for one in step_records(journey, ways(journey))] == [3, None]
