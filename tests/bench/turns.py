"""Commands that take turns, so that a busy moment hits all of them alike."""

import os
import resource
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

Job = Callable[[], None]


class Taken(NamedTuple):
    """Seconds: the median, the least, the most; the median of how many times as long it took as
    the first job did in the same turn; and the median of the seconds of all processors, which
    hardly depend on how busy the machine is. ``failed`` says why there are none."""

    median: float
    least: float
    most: float
    ratio: float
    processor: float
    failed: str = ""


def turns(
    jobs: Mapping[str, Job], count: int, warm: int = 1, before: Job = lambda: None
) -> dict[str, Taken]:
    """How long each job takes, in ``count`` turns; the ``warm`` first ones are for the caches.

    ``before`` each job something can be done that is not counted. A job that fails once is
    left out from then on.
    """
    times: dict[str, list[float]] = {name: [] for name in jobs}
    worked: dict[str, list[float]] = {name: [] for name in jobs}
    failed: dict[str, str] = {}
    for turn in range(warm + count):
        for name, job in jobs.items():
            if name in failed:
                continue
            before()
            start, idle = time.perf_counter(), _worked()
            try:
                job()
            except (OSError, subprocess.SubprocessError) as error:
                failed[name] = _reason(error)
            else:
                if turn >= warm:
                    times[name].append(time.perf_counter() - start)
                    worked[name].append(_worked() - idle)
    first = next(iter(times.values()))
    return {
        name: Taken(0, 0, 0, 0, 0, failed[name])
        if name in failed
        else Taken(
            median(taken),
            min(taken),
            max(taken),
            median(a / b for a, b in zip(taken, first, strict=True)),
            median(worked[name]),
        )
        for name, taken in times.items()
    }


def _worked() -> float:
    """The seconds that the programs which have ended have kept a processor busy."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _reason(error: Exception) -> str:
    said = getattr(error, "stderr", None) or str(error).encode()
    return said.decode(errors="replace").strip().splitlines()[-1][:100]


def job(*command: str) -> Job:
    """Run a command; what it writes is of no interest, but that it ends well."""
    return lambda: run(command)


def run(command: Sequence[str]) -> None:
    # Where this is set, each start would compile the package anew.
    clean = {key: one for key, one in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, capture_output=True, timeout=600, env=clean)


def load() -> float:
    """How many programs wanted to run in the last minute; on an idle machine it is below 1."""
    return os.getloadavg()[0]
