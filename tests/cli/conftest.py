"""A command line in a folder of its own, run in this process: a process of its own costs 0.1 s."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from journeyctl.cli import command_line


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]

GOOD = """\
journey: A good one

stage awareness
  - Hear of it

stage decision
  - Decide
"""

WRONG = """\
journey: One with an error

actor ana: Ana

stage awareness
  - Hear of it @anna
  - Ask @ana
"""

WARNED = """\
journey: One with a warning

actor ana: Ana

stage awareness
  - Hear of it
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a journey of each kind."""
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR", "JOURNEYCTL_DEBUG"):
        monkeypatch.delenv(variable, raising=False)
    for name, text in (("good", GOOD), ("wrong", WRONG), ("warned", WARNED)):
        Path(f"{name}.journey").write_text(text)
    return tmp_path


@pytest.fixture
def cli(folder: Path) -> Run:
    def run(*arguments: str, given: str | bytes = "") -> Outcome:
        result = CliRunner().invoke(
            command_line(arguments), arguments, input=given, prog_name="journeyctl"
        )
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return run
