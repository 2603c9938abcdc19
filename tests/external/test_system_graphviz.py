"""The system's Graphviz: as an engine, and on the DOT that is written."""

import subprocess
from pathlib import Path

from journeyctl import pipeline
from journeyctl.model.journey import Journey
from journeyctl.source import Source

ROOT = Path(__file__).parents[2]
SYSTEM = pipeline.Options(engine="dot")
BUNDLED = pipeline.Options(engine="bundled")


def journey(sample: str) -> Journey:
    path = ROOT / "samples" / f"{sample}.journey"
    return pipeline.check(Source(path.name, path.read_text()))[0]


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
