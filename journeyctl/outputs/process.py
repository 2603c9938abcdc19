"""Another program, run with a limit on its time, its memory and what it writes."""

import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import IO, NamedTuple

MAX_MEMORY = 2 * 1024**3
"""Bytes of address space a program may take, where the system can limit it."""

_MAX_WORDS = 64 * 1024
_KEPT = (
    "PATH",
    "HOME",
    "SYSTEMROOT",
    "TMPDIR",
    "TEMP",
    "TMP",
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "FONTCONFIG_FILE",
    "FONTCONFIG_PATH",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
)
# Where SERVER_NAME is set, Graphviz takes it that it serves strangers, and loads no file.
_SET = {"SERVER_NAME": "journeyctl", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


class Result(NamedTuple):
    """How a program ended: its exit code (negative: the signal) and what it wrote."""

    code: int
    output: bytes
    words: bytes


class TooMuch(Exception):  # noqa: N818  (as TimeoutError's sibling, it is named for what happened)
    """A program wrote more to its standard output than it may."""


def run(
    command: Sequence[str],
    given: bytes,
    *,
    timeout: float,
    limit: int,
    memory: int = MAX_MEMORY,
) -> Result:
    """Run ``command`` with ``given`` on its standard input, in an environment of few variables.

    Its whole process group is ended when ``timeout`` seconds have passed, and when more
    than ``limit`` bytes came; it may take ``memory`` bytes of address space, where the system
    can limit that. Of its standard error the first 64 KB are kept. Raises OSError if it does
    not start, TimeoutError, TooMuch.
    """
    ends = time.monotonic() + timeout
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        env={key: os.environ[key] for key in _KEPT if key in os.environ} | _SET,
        start_new_session=True,
    )
    try:
        _limit_memory(process.pid, memory)
        stdin, stdout, stderr = _pipes(process)
        output = _Taker(stdout, limit)
        words = _Taker(stderr, _MAX_WORDS, drain=True)
        threading.Thread(target=_feed, args=(stdin, given), daemon=True).start()
        # All has come when the pipe is closed: by the program, its children, or the limit.
        output.join(max(0.0, ends - time.monotonic()))
        if output.overflown:
            raise TooMuch
        if output.is_alive():
            raise TimeoutError
        try:
            code = process.wait(max(0.0, ends - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise TimeoutError from None
        words.join(1)
    finally:
        _end(process)
    return Result(code, bytes(output.taken), bytes(words.taken[:_MAX_WORDS]))


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None or process.stderr is None:
        raise AssertionError("a program was started without its pipes")
    return process.stdin, process.stdout, process.stderr


class _Taker(threading.Thread):
    """Reads a pipe to its end, or until more than ``limit`` bytes came.

    With ``drain`` it reads on even then, and throws away what comes.
    """

    def __init__(self, pipe: IO[bytes], limit: int, *, drain: bool = False) -> None:
        super().__init__(daemon=True)
        self.taken = bytearray()
        self._pipe = pipe
        self._limit = limit
        self._drain = drain
        self.start()

    @property
    def overflown(self) -> bool:
        return len(self.taken) > self._limit

    def run(self) -> None:
        with suppress(OSError, ValueError), self._pipe:
            while block := self._pipe.read(1 << 16):
                if not self.overflown:
                    self.taken += block
                elif not self._drain:
                    break


def _feed(pipe: IO[bytes], given: bytes) -> None:
    with suppress(OSError, ValueError), pipe:
        rest = memoryview(given)
        while rest:
            rest = rest[pipe.write(rest) :]


def _limit_memory(pid: int, most: int) -> None:
    """Set from outside, while the program waits for its input: a hook before exec costs more."""
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.prlimit(pid, resource.RLIMIT_AS, (most, most))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program that is still there, with its children, and let go of its pipes."""
    if process.returncode is None:
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)
        for pipe in _pipes(process):
            with suppress(OSError):
                pipe.close()
