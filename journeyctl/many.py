"""Many texts checked at once: by several processes where that is faster."""

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic
from journeyctl.pipeline import check
from journeyctl.source import Source

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

FEW = 100
"""Up to so many texts are checked by this process alone. Others are ready after 0.03 to 0.07 s,
in which it checks 10 to 25 texts of 30 steps; two have surely made good for that by here."""

BATCH = 1_000
"""Texts that are held in memory at once."""

CHUNK = 16
"""Texts that a process is handed at once."""


def checked(read: Iterable[Source | Diagnostic]) -> Iterator[tuple[str, list[Diagnostic]]]:
    """The path of each text and all that is found in it, in the order given, however many
    processes work.

    What could not be read has that for a finding, and so has a text on which a bug of ours
    ends the check; the rest is checked.
    """
    rest = iter(read)
    batch = list(islice(rest, FEW + 1))
    workers = _cores() if len(batch) > FEW else 1
    if workers == 1:
        for one in chain(batch, rest):
            yield one.path, findings_of(one)
        return
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(workers, _context(), initializer=_leave_interrupts)
    try:
        while batch:
            batch += islice(rest, BATCH - len(batch))
            found = pool.map(findings_of, batch, chunksize=CHUNK)
            yield from zip((one.path for one in batch), found, strict=True)
            batch.clear()
            batch += islice(rest, BATCH)
    finally:
        pool.shutdown(cancel_futures=True)


def findings_of(text: Source | Diagnostic) -> list[Diagnostic]:
    """What is found in a text; of one that could not be read, why."""
    if isinstance(text, Diagnostic):
        return [text]
    try:
        return check(text)[1]
    except Exception as bug:
        if os.environ.get("JOURNEYCTL_DEBUG"):
            raise
        message = f"This is a bug in journeyctl ({type(bug).__name__}): it cannot check the file."
        help = "Please report it; JOURNEYCTL_DEBUG=1 shows where it happened."
        return [Diagnostic(kinds.BUG, message, text.path, help=help)]


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):  # Linux
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> "BaseContext | None":
    """On Linux a process splits in a millisecond, all imported; elsewhere Python's own way."""
    from multiprocessing import get_context

    return get_context("fork") if sys.platform == "linux" else None


def _leave_interrupts() -> None:
    """Control-C is for the process that writes; the others end with it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
