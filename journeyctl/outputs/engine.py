"""Graphviz, run so that a bad answer is never taken for a picture.

Two engines draw the same DOT: ``bundled`` (graphviz-pure, which comes with the install)
and ``dot`` (the system's Graphviz). Both get the text on standard input, a small
environment, a time limit and a limit on memory, and can load no file.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from shutil import which
from typing import IO, Literal

from journeyctl import kinds
from journeyctl.diagnostics import Failure
from journeyctl.renderers.dot import Engine

Format = Literal["svg", "png"]

BUNDLED = "graphviz-pure"
"""The bundled engine's command, and the package it comes in."""

MAX_MEMORY = 2 * 1024**3
"""Bytes of address space an engine may take, where the system can limit it."""

MAX_OUTPUT = {"svg": 64 * 1024**2, "png": 256 * 1024**2}
"""Bytes of a picture that are read."""

MAX_SIDE = 16_384
"""Pixels of a PNG's longer side."""

_MAX_WORDS = 64 * 1024
_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"
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
# With SERVER_NAME, Graphviz believes to serve strangers and loads no file.
_SET = {"SERVER_NAME": "journeyctl", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


class EngineError(Failure):
    """An engine that is missing, fails, hangs or gives back no whole picture."""


def draw(
    dot: str,
    format: Format,
    *,
    engine: Engine = "bundled",
    timeout: float = 60.0,
    dpi: float = 96.0,
) -> bytes:
    """The picture that the engine draws of ``dot``, in ``timeout`` seconds at most.

    ``dpi`` is for PNG alone: pixels an inch, where the DOT's inch has 72 points. Whether
    an SVG is whole is for ``renderers.svg.finish`` to say, which knows what it must hold.
    Raises EngineError.
    """
    command = [find(engine), "-q", f"-T{format}"]
    if format == "png":
        command.append(f"-Gdpi={dpi:g}")
    picture, words, code = _run(command, dot.encode(), timeout, MAX_OUTPUT[format])
    if code != 0:
        said = _last_line(words)
        raise EngineError(
            kinds.ENGINE_FAILED,
            f"Graphviz {_ended(code)}" + (f": {said}" if said else ""),
            _TRY_OTHER,
        )
    whole = picture.rstrip().endswith(b"</svg>")
    if format == "png":
        whole = picture.startswith(_PNG_START) and picture.endswith(_PNG_END)
    if not whole:
        raise EngineError(
            kinds.BROKEN_PICTURE, "Graphviz gave back no picture, or half of one", _TRY_OTHER
        )
    return picture


_TRY_OTHER = "Nothing was written. 'journeyctl doctor' shows the engines that can be used"


def find(engine: Engine) -> str:
    """The engine's command. Raises EngineError with what to install where there is none."""
    found = _find_bundled() if engine == "bundled" else which("dot")
    if found is None:
        what = "The engine that comes with journeyctl" if engine == "bundled" else "Graphviz (dot)"
        raise EngineError(kinds.NO_ENGINE, f"{what} was not found", INSTALL[engine])
    return found


INSTALL: dict[Engine, str] = {
    "bundled": "Install it again: python -m pip install --force-reinstall graphviz-pure==0.2.2",
    "dot": "Install it ('apt install graphviz', 'brew install graphviz' or"
    " 'winget install graphviz'), or leave the choice of the engine out",
}


def _find_bundled() -> str | None:
    """Beside the Python that runs; else where pip puts commands; else in PATH."""
    command = BUNDLED + (".exe" if os.name == "nt" else "")
    beside = Path(sys.executable).parent / command
    if beside.is_file():
        return str(beside)
    import sysconfig  # 2 ms, and seldom needed

    for scheme in (sysconfig.get_default_scheme(), sysconfig.get_preferred_scheme("user")):
        found = Path(sysconfig.get_path("scripts", scheme)) / command
        if found.is_file():
            return str(found)
    return which(BUNDLED)


def _run(command: list[str], given: bytes, timeout: float, limit: int) -> tuple[bytes, bytes, int]:
    """What a command writes to standard output and error, and its exit code.

    Its whole process group is ended when time is up or ``limit`` bytes are passed.
    """
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ} | _SET
    ends = time.monotonic() + timeout
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            bufsize=0,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        reason = error.strerror or "it cannot be run"
        raise EngineError(
            kinds.ENGINE_FAILED, f"Graphviz did not start: {reason}", _TRY_OTHER
        ) from error
    _limit_memory(process.pid)
    stdin, stdout, stderr = _pipes(process)
    out = _Taker(stdout, limit)
    words = _Taker(stderr, _MAX_WORDS, drain=True)
    threading.Thread(target=_feed, args=(stdin, given), daemon=True).start()
    try:
        # The picture is through when its pipe is closed, or when there is too much of it.
        out.join(max(0.0, ends - time.monotonic()))
        if out.is_alive():
            raise _hangs(timeout)
        if out.overflown:
            raise EngineError(
                kinds.BROKEN_PICTURE,
                f"Graphviz gave back more than {limit // 1024**2} MB",
                "Nothing was written. Draw a smaller journey, or a PNG with fewer dots an inch",
            )
        try:
            code = process.wait(max(0.0, ends - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise _hangs(timeout) from None
        words.join(max(0.0, min(1.0, ends - time.monotonic())))
    finally:
        _end(process)
    return bytes(out.taken), bytes(words.taken), code


def _hangs(timeout: float) -> EngineError:
    return EngineError(
        kinds.ENGINE_HANGS,
        f"Graphviz was not done after {timeout:g} seconds, and was stopped",
        "Nothing was written. Draw a smaller journey, or give it more time with --timeout",
    )


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None or process.stderr is None:
        raise AssertionError("the engine was started without its pipes")
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
        with suppress(OSError, ValueError):
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


def _limit_memory(pid: int) -> None:
    """Set before the engine has its text, which it waits for; a hook before exec costs more."""
    with suppress(ImportError, AttributeError, OSError, ValueError):
        import resource

        resource.prlimit(pid, resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the engine and its children, if it is still there, and close the pipes."""
    if process.returncode is None:
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()
        with suppress(subprocess.TimeoutExpired):
            process.wait(5)


def _ended(code: int) -> str:
    return f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"


def _last_line(words: bytes) -> str:
    """The last thing an engine said, short and without control characters."""
    lines = words.decode("utf-8", "replace").split("\n")
    said = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return "".join([one if one.isprintable() else "\ufffd" for one in said])[:200]
