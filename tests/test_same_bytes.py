"""Same input, same bytes: whatever the locale, the time zone, the folder and the hash seed."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "b2c-online-shop.journey"

SURROUNDINGS = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"},
    {
        **{"PYTHONHASHSEED": "2", "LANG": "de_DE.ISO-8859-1", "LC_CTYPE": "tr_TR.UTF-8"},
        **{"TZ": "Asia/Jakarta", "LANGUAGE": "id", "COLUMNS": "40", "FORCE_COLOR": "1"},
    },
)


def outputs(folder: Path, surroundings: dict[str, str], spec: str) -> dict[str, bytes]:
    """All that ``render`` and ``report`` write of the sample, by the file's name."""
    kept = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **surroundings}
    for command in (["render", spec, "-f", "svg,png,pdf,dot,json"], ["report", spec]):
        subprocess.run(
            [sys.executable, "-m", "journeyctl", *command, "-o", str(folder / "out/")],
            cwd=folder,
            env=kept,
            check=True,
            capture_output=True,
        )
    return {file.name: file.read_bytes() for file in sorted((folder / "out").iterdir())}


def test_the_same_bytes_wherever_they_are_made(tmp_path: Path) -> None:
    made = []
    for number, surroundings in enumerate(SURROUNDINGS):
        folder = tmp_path / f"folder {number}"
        (folder / "deep").mkdir(parents=True)
        (folder / "out").mkdir()
        spec = folder / "deep" / SAMPLE.name
        spec.write_bytes(SAMPLE.read_bytes())
        named = str(spec) if number else f"deep/{SAMPLE.name}"
        made.append(outputs(folder, surroundings, named))
    first = made[0]
    assert sorted(first) == [
        "b2c-online-shop.flow.dot",
        "b2c-online-shop.flow.json",
        "b2c-online-shop.flow.pdf",
        "b2c-online-shop.flow.png",
        "b2c-online-shop.flow.svg",
        "b2c-online-shop.report.md",
    ]
    for other in made[1:]:
        assert sorted(other) == sorted(first)
        assert [name for name in first if other[name] != first[name]] == []
