"""The system's Graphviz: as an engine, and on the DOT that is written."""

import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from journeyctl import pipeline
from journeyctl.model.journey import Journey
from journeyctl.source import Source

ROOT = Path(__file__).parents[2]
SAMPLES = ("minimal", "b2b-software", "b2c-online-shop")
SYSTEM = pipeline.Options(engine="dot")
BUNDLED = pipeline.Options(engine="bundled")


def journey(sample: str) -> Journey:
    path = ROOT / "samples" / f"{sample}.journey"
    return pipeline.check(Source(path.name, path.read_text()))[0]


@pytest.mark.parametrize("sample", SAMPLES)
def test_it_draws_what_the_bundled_engine_draws(sample: str) -> None:
    """Both only draw: the same things with the same texts, in the same order."""
    drawn = {}
    for options in (SYSTEM, BUNDLED):
        pictures, findings = pipeline.draw(journey(sample), ["svg", "png"], options)
        assert findings == []
        assert pictures["flow.png"].startswith(b"\x89PNG")
        tree = ElementTree.fromstring(pictures["flow.svg"])  # noqa: S314  (a picture of ours)
        drawn[options.engine] = [(one.tag, one.get("id"), one.text) for one in tree.iter()]
    assert len(drawn["dot"]) > 20
    assert drawn["dot"] == drawn["bundled"]


def test_the_dot_text_becomes_a_pdf(tmp_path: Path) -> None:
    pictures, _ = pipeline.draw(journey("minimal"), ["dot"], BUNDLED)
    path = tmp_path / "minimal.dot"
    path.write_bytes(pictures["flow.dot"])
    done = subprocess.run(["dot", "-Tpdf", path], capture_output=True, check=True)
    assert done.stdout.startswith(b"%PDF-")


def test_the_warning_about_fonts_is_for_the_bundled_engine_alone() -> None:
    made, _ = pipeline.check(Source("a.journey", "journey: 旅\n\nstage 認知\n  - 広告を見る\n"))
    kinds = {}
    for options in (SYSTEM, BUNDLED):
        pictures, findings = pipeline.draw(made, ["png"], options)
        assert pictures["flow.png"].startswith(b"\x89PNG")
        kinds[options.engine] = [finding.kind.name for finding in findings]
    assert kinds == {"dot": [], "bundled": ["no-glyphs"]}
