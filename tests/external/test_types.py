"""The types of the public API, as a program that uses it sees them."""

from pathlib import Path

from mypy import api as mypy

ROOT = Path(__file__).parents[2]

CONSUMER = """
from pathlib import Path
from journeyctl import Finding, Journey, JourneyError, check, compare, load, render, report

def told(path: Path) -> list[str]:
    journey: Journey = load(path, language="id")
    found: list[Finding] = check(journey, select=["flow"])
    picture: bytes = render(journey, view="map", format="pdf", size="a4")
    text: str = report(journey, kind="workshop")
    table: str = compare(journey, path)
    both: bytes = compare(journey, "other.journey", format="svg", theme="dark")
    error = JourneyError("a", "b")
    return [one.message for one in found] + [text, table, error.help, str(len(picture + both))]
"""


def test_a_consumer_is_typed(tmp_path: Path) -> None:
    (tmp_path / "consumer.py").write_text(CONSUMER + "\nreveal_type(check('a'))\n")
    out, err, code = mypy.run(
        ["--strict", "--cache-dir", str(ROOT / ".mypy_cache"), str(tmp_path / "consumer.py")]
    )
    assert code == 0, out + err
    assert "builtins.list" in out
    assert "journeyctl.api.Finding" in out
