"""The program as a process: streams, signals, surprises."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from tests.cli.conftest import GOOD, WRONG

COMMAND = [sys.executable, "-m", "journeyctl"]
ROOT = Path(__file__).parents[2]


def start(
    *arguments: str | bytes,
    given: bytes = b"",
    stdout: int | IO[bytes] = subprocess.PIPE,
    environment: dict[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments],
        input=given,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        check=False,
    )


pytestmark = pytest.mark.usefixtures("folder")


def test_a_name_that_is_no_utf8_is_shown_escaped() -> None:
    done = start("check", b"caf\xe9.journey")
    assert done.returncode == 2
    assert done.stdout.startswith(b"caf\\xe9.journey: error: There is no such file.")


def test_the_same_bytes_in_any_locale() -> None:
    text = WRONG.replace("Hear of it", "Découvrir 漢字").encode()
    plain = start("check", "-", given=text)
    other = start(
        "check", "-", given=text, environment={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    )
    assert "漢字".encode() in plain.stdout
    assert (plain.stdout, plain.returncode) == (other.stdout, other.returncode)


def test_a_reader_that_goes_is_no_failure_of_ours() -> None:
    read, write = os.pipe()
    os.close(read)
    done = start("check", ".", stdout=write)
    os.close(write)
    assert done.stderr == b""
    assert done.returncode == 141


def test_a_full_disk_behind_standard_output_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        done = start("report", "good.journey", "-o", "-", stdout=full)
    assert done.returncode == 2
    assert done.stderr == (
        b"journeyctl: Standard output cannot be written: No space left on device.\n"
    )


def test_on_a_terminal_written_paths_are_told_and_findings_are_coloured() -> None:
    master, slave = pty.openpty()
    done = subprocess.run(
        [*COMMAND, "render", "good.journey", "wrong.journey"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=slave,
        check=False,
    )
    os.close(slave)
    with open(master, "rb", buffering=0) as terminal:  # noqa: PTH123  (a handle, no path)
        shown = terminal.read(100_000)
    lines = shown.decode().split("\r\n")
    assert (done.returncode, done.stdout) == (1, b"")
    assert lines[0] == "good.flow.svg"
    assert lines[1].startswith("\x1b[1mwrong.journey:6:17: \x1b[0m\x1b[1;31merror: ")
    assert lines[-3:] == [
        "wrong.flow.svg",
        "2 journeys: 2 outputs written, 0 unchanged; 1 error",
        "",
    ]


def test_a_closed_standard_output_is_said() -> None:
    script = f'"{sys.executable}" -m journeyctl check good.journey >&-'
    done = subprocess.run(
        ["sh", "-c", script],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == b"journeyctl: Standard output cannot be written: it is closed.\n"


def test_ctrl_c_ends_without_a_traceback() -> None:
    process = subprocess.Popen(
        [*COMMAND, "check", "-", "good.journey"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
        # A script that runs the tests in the background has the signal ignored by all below it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert process.stdin is not None
    # The signal must find it at work: it has read more than a pipe holds, and waits for more.
    process.stdin.write(b"// \n" * 50_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out, err) == (130, b"", b"")


BREAK = """
import sys
from journeyctl import __main__, pipeline
def broken(*_): raise KeyError("secret of the user")
pipeline.check = broken
sys.argv = ["journeyctl", "stats", "good.journey"]
__main__.main()
"""


def test_a_bug_of_ours_is_one_sentence() -> None:
    script = [sys.executable, "-c", BREAK]
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet = subprocess.run(script, env=variables, capture_output=True, check=False)
    assert quiet.returncode == 2
    assert quiet.stderr == (
        b"journeyctl: this is a bug in journeyctl (KeyError), please report it;"
        b" JOURNEYCTL_DEBUG=1 shows where it happened.\n"
    )
    variables["JOURNEYCTL_DEBUG"] = "1"
    loud = subprocess.run(script, env=variables, capture_output=True, check=False)
    assert loud.returncode == 2
    assert b"secret of the user" in loud.stderr
    assert loud.stderr.endswith(quiet.stderr)


def test_a_pipe_that_is_named_is_read_and_answered_on_standard_output() -> None:
    done = start("render", "/dev/stdin", given=GOOD.encode())
    assert done.returncode == 0
    assert done.stdout.startswith(b"<?xml")
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("command", "needed"), [("check", "journeyctl.rules"), ("render", "journeyctl.views.headline")]
)
def test_nothing_is_imported_that_is_not_needed(command: str, needed: str) -> None:
    done = start(command, "good.journey", environment={"PYTHONPROFILEIMPORTTIME": "1"})
    imported = {line.rpartition(b"|")[2].strip().decode() for line in done.stderr.splitlines()}
    assert done.returncode == 0
    assert needed in imported
    dear = {"rich", "jinja2", "graphviz", "json", "dataclasses", "importlib.resources"}
    dear |= {"tomllib", "concurrent", "multiprocessing", "hashlib", "journeyctl.rules.choose"}
    assert imported & dear == set()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("journeyctl re", ["render", "report"]),
        ("journeyctl render --view flow,m", ["flow,map"]),
        ("journeyctl check go", ["good.journey"]),
    ],
)
def test_completion(typed: str, offered: list[str]) -> None:
    done = start(
        environment={
            "_JOURNEYCTL_COMPLETE": "complete_bash",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(typed.count(" ")),
        }
    )
    assert done.stdout.decode().split() == offered
