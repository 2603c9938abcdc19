"""Installed as users and developers install it, in virtual environments of their own."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("way", [["."], ["--editable", "."]], ids=["wheel", "editable"])
def test_an_install_checks_draws_and_reports(way: list[str], tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    python = environment / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", *way], cwd=ROOT, check=True)
    sample = ROOT / "samples" / "minimal.journey"
    for arguments, start in (
        (["--version"], "journeyctl "),
        (["check", sample], "no findings in 1 file"),
        (["render", sample, "-o", "-"], "<?xml"),
        (["report", sample, "-o", "-"], "# Buying a coffee machine"),
    ):
        done = subprocess.run(
            [environment / "bin" / "journeyctl", *arguments],
            cwd=tmp_path,
            env={"PATH": ""},
            capture_output=True,
            check=True,
        )
        assert done.stdout.decode().startswith(start)
