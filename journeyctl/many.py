"""The same work on many things at once: by several processes where that is faster."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic
from journeyctl.pipeline import check
from journeyctl.source import Source

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

Thing = TypeVar("Thing")
Result = TypeVar("Result")

FEW = 100
"""Up to so many texts are checked by this process alone. Others are ready after 0.03 to 0.07 s,
in which it checks 10 to 25 texts of 30 steps; two have surely made good for that by here."""

BATCH = 1_000
"""Things that are held in memory at once."""

CHUNK = 16
"""Texts that a process is handed at once to be checked."""


def each(
    work: Callable[[Thing], Result], things: Iterable[Thing], few: int, chunk: int = 1
) -> Iterator[tuple[Thing, Result]]:
    """Each thing with what work makes of it, in the order given, however many processes work.

    Up to ``few`` things are worked on by this process alone; ``chunk`` are handed out at once.
    The work must be a function that another process can find by its name.
    """
    rest = iter(things)
    batch = list(islice(rest, few + 1))
    workers = min(_cores(), len(batch)) if len(batch) > few else 1
    if workers == 1:
        for one in chain(batch, rest):
            yield one, work(one)
        return
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(workers, _context(), initializer=_begin, initargs=(os.getpid(),))
    try:
        while batch:
            batch += islice(rest, BATCH - len(batch))
            yield from zip(batch, pool.map(work, batch, chunksize=chunk), strict=True)
            batch.clear()
            batch += islice(rest, BATCH)
    finally:
        pool.shutdown(cancel_futures=True)


def checked(read: Iterable[Source | Diagnostic]) -> Iterator[tuple[str, list[Diagnostic]]]:
    """The path of each text and all that is found in it, in the order given.

    What could not be read has that for a finding, and so has a text on which a bug of ours
    ends the check; the rest is checked.
    """
    for one, found in each(findings_of, read, FEW, CHUNK):
        yield one.path, found


def findings_of(text: Source | Diagnostic) -> list[Diagnostic]:
    """What is found in a text; of one that could not be read, why."""
    if isinstance(text, Diagnostic):
        return [text]
    found = unless_a_bug(partial(check, text), text.path)
    return [found] if isinstance(found, Diagnostic) else found[1]


def unless_a_bug(work: Callable[[], Result], path: str) -> Result | Diagnostic:
    """What work on a file comes to, or a word of the bug of ours on which it ended."""
    try:
        return work()
    except Exception as bug:
        if os.environ.get("JOURNEYCTL_DEBUG"):
            raise
        message = f"This is a bug in journeyctl ({type(bug).__name__}): it fails on this file."
        help = "Please report it; JOURNEYCTL_DEBUG=1 shows where it happened."
        return Diagnostic(kinds.BUG, message, path, help=help)


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):  # Linux
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _context() -> "BaseContext | None":
    """On Linux a process splits in a millisecond, all imported; elsewhere Python's own way."""
    from multiprocessing import get_context

    return get_context("fork") if sys.platform == "linux" else None


def _begin(parent: int) -> None:
    """A process lives long, so its garbage is looked for again. Control-C and other signals are
    for the one that writes; the others end with it, also where it is killed."""
    import gc
    import signal
    from threading import Thread

    gc.freeze()
    gc.enable()
    for one in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, one):
            signal.signal(getattr(signal, one), signal.SIG_IGN)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """End this process soon after its parent, whose queue a forked one would wait on for ever.
    Elsewhere the queue ends with it."""
    from time import sleep

    while os.getppid() == parent or os.name == "nt":
        sleep(0.5)
    os._exit(1)
