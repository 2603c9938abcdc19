"""Work shared out among processes, none of which outlives the one that asked for it.

Linux tells in /proc what runs.
"""

import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

SLEEPERS = "import time; from journeyctl.many import each; list(each(time.sleep, [60] * 4, 1))"
MAIN = "import sys; sys.argv = ['journeyctl', 'check', '-']; from journeyctl.__main__ import main"


def waited(until: Callable[[], bool]) -> bool:
    for _ in range(200):
        if until():
            return True
        time.sleep(0.05)
    return False


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def runs(pid: int) -> bool:
    """Whether a process is there and not only waited for."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def handles(pid: int, number: int) -> bool:
    """Whether a process has a handler of its own for a signal."""
    found = re.search(r"SigCgt:\s*([0-9a-f]+)", Path(f"/proc/{pid}/status").read_text())
    return found is not None and bool(int(found[1], 16) & 1 << number - 1)


def test_workers_end_with_a_parent_that_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", SLEEPERS])
    assert waited(lambda: len(children(parent.pid)) == 2)
    workers = children(parent.pid)
    assert all(map(runs, workers))
    parent.kill()
    parent.wait()
    assert waited(lambda: not any(map(runs, workers)))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_program_in_order(number: signal.Signals) -> None:
    code = f"{MAIN}\ntry: main()\nfinally: print('in order')"
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert waited(lambda: handles(process.pid, number))
    process.send_signal(number)
    out, _ = process.communicate(timeout=20)
    assert (process.returncode, out) == (128 + number, b"in order\n")
