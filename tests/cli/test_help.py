"""Every example that the help shows is run."""

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from shutil import copyfile

import pytest

from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
COMMANDS = (
    *("check", "fmt", "rule", "new", "render", "watch", "report", "stats", "diff", "compare"),
    *("slides", "embed", "ci", "export", "import", "doctor"),
)


def examples(help: str) -> list[str]:
    found = re.findall(r"^    (journeyctl .*)$", help, re.M)
    assert found
    return found


def test_every_command_is_tried(cli: Run) -> None:
    assert re.findall(r"^  (\w+) +[A-Z].*$", cli("--help").out, re.M) == list(COMMANDS)
    assert cli("-h").out == cli("--help").out


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_examples(command: str, cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = examples(cli(*command.split(), "--help").out)
    prepare(lines)
    # Those with a revision are run in tests/external, where git is; `watch` has no end, see below.
    lines = [line for line in lines if not {"--git", "--base"} & {*line.split()}]
    lines = [line for line in lines if "HEAD" not in line]
    lines = [line for line in lines if not line.startswith("journeyctl watch")]
    for line in lines:
        if not set(line) & set("|<>*"):
            # In this process: a start of its own is most of the time of an example.
            outcome = cli(*shlex.split(line)[1:])
            assert outcome.code == 0, (line, outcome.err)
    in_a_shell([line for line in lines if set(line) & set("|<>*")], folder, monkeypatch)


def test_what_an_extra_brings_is_said_where_it_is_needed(cli: Run) -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras: dict[str, list[str]] = tomllib.load(file)["project"]["optional-dependencies"]
    for name in ("slides", "watch"):
        said = f"the extra `{name}`:\n    pip install '{extras[name][0]}'\n"
        assert said in cli(name, "--help").out
    page = (ROOT / "README.md").read_text("utf-8")
    told = page.index("pip install '.[slides,watch]'")
    assert told < page.index("journeyctl slides") < page.index("the extra `slides`")
    assert told < page.index("journeyctl watch") < page.index("the extra `watch`")


def prepare(lines: list[str]) -> None:
    """Make what the examples are about: the samples that they name, and the shortest one."""
    named = re.findall(r"samples/([\w-]+)\.journey", "\n".join(lines))
    Path("samples").mkdir()
    for name in {"minimal", *named}:
        copyfile(ROOT / f"samples/{name}.journey", f"samples/{name}.journey")
    Path("docs").mkdir()
    for page in ("README.md", "docs/page.md"):
        Path(page).write_text("```journey\njourney: X\nstage a\n  - One\n```\n")


def in_a_shell(lines: list[str], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run what only a shell understands."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PAGER", "cat")
    shim = f'journeyctl() {{ "{sys.executable}" -m journeyctl "$@"; }}'
    script = "\n".join([shim, *(f"{line} || echo FAILED $?: '{line}' >&2" for line in lines)])
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False, cwd=folder)
    assert "FAILED" not in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_examples_of_watch(cli: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = examples(cli("watch", "--help").out)
    prepare(lines)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("BROWSER", "true")  # a browser that shows nothing
    for line in lines:
        command = [sys.executable, "-m", *line.split()]
        with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=folder) as process:
            assert process.stderr is not None
            assert b" is shown at http://127.0.0.1:" in process.stderr.readline()
            process.terminate()
            assert process.wait(20) == 0
