"""The wheel and the source distribution hold what they must, and what is built works.

Built with the hatchling that the ``test`` extra installs, so without a network. Virtual
environments, which take half a minute, are made in ``tests/external/test_install.py``.
"""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from shutil import unpack_archive

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return folder


def files_below(folder: str) -> list[str]:
    return [
        path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()
    ]


def test_the_wheel_holds_the_package_whole_and_nothing_else(built: Path) -> None:
    (path,) = built.glob("*.whl")
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
    templates = [f"journeyctl/{name}" for name in files_below("templates")]
    modules = [name for name in files_below("journeyctl") if "__pycache__" not in name]
    assert len(templates) >= 1
    assert "journeyctl/py.typed" in modules
    package = [name for name in names if ".dist-info/" not in name]
    assert sorted(package) == sorted([*templates, *modules])
    for licence in ("LICENSE", "journeyctl/fonts/OFL.txt"):
        assert any(name.endswith(f".dist-info/licenses/{licence}") for name in names)


def test_the_source_distribution_can_be_built_and_tested_from(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert names >= {
        "pyproject.toml",
        "README.md",
        "CHANGELOG.md",
        "LICENSE",
        "docs/language.md",
        "samples/minimal.journey",
        "tests/conftest.py",
    }


def test_what_the_wheel_holds_draws_and_reports(built: Path, tmp_path: Path) -> None:
    (wheel,) = built.glob("*.whl")
    unpack_archive(wheel, tmp_path / "lib", "zip")
    sample = str(ROOT / "samples" / "minimal.journey")
    for command, start in (("render", "<?xml"), ("report", "# Buying a coffee machine")):
        done = subprocess.run(
            [sys.executable, "-P", "-m", "journeyctl", command, sample, "-o", "-"],
            env={**os.environ, "PYTHONPATH": str(tmp_path / "lib")},
            cwd=tmp_path,
            capture_output=True,
            check=True,
        )
        assert done.stdout.decode().startswith(start)
