"""Graphviz, run so that a bad answer is never taken for a picture.

Two engines draw the same DOT: ``bundled`` (graphviz-pure, which comes with the install)
and ``dot`` (the system's Graphviz). Both get the text on standard input, a small
environment, a time limit and a limit on memory, and can load no file.
"""

import os
import sys
from pathlib import Path
from shutil import which

from journeyctl import kinds
from journeyctl.diagnostics import Failure
from journeyctl.outputs.process import TooMuch, run
from journeyctl.renderers.dot import Engine

BUNDLED = "graphviz-pure"
"""The bundled engine's command, and the package it comes in."""

BUNDLED_VERSION = "0.2.2"
"""The version that draws the bytes our tests know; pinned in pyproject.toml too."""

MAX_OUTPUT = 256 * 1024**2
"""Bytes of a picture that are read."""

MAX_SIDE = 16_384
"""Pixels of a PNG's longer side."""

MAX_PIXELS = 120_000_000
"""Pixels of a PNG: the bundled engine takes some ten bytes for each, of MAX_MEMORY."""

_PNG_START = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"
_LOOK = "Nothing was written. `journeyctl doctor` shows which engines there are."


class EngineError(Failure):
    """An engine that is missing, fails, hangs or gives back no whole picture."""


def draw(
    dot: str, *, engine: Engine = "bundled", timeout: float = 60.0, dpi: float = 96.0
) -> bytes:
    """The PNG that the engine draws of ``dot``, in ``timeout`` seconds at most.

    ``dpi`` are its pixels an inch, where the DOT's inch has 72 points. Raises EngineError.
    """
    picture = _run([*_command(engine), f"-Gdpi={dpi:g}"], dot.encode(), timeout)
    if not _is_png(picture):
        raise EngineError(
            kinds.BROKEN_PICTURE, "Graphviz gave back no picture, or half of one.", _LOOK
        )
    return picture


def _is_png(picture: bytes) -> bool:
    """Whether it is a PNG from its first byte to its last, of a size that we ask for."""
    sides = int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])
    return (
        picture.startswith(_PNG_START)
        and picture.endswith(_PNG_END)
        and 0 < min(sides) <= max(sides) <= MAX_SIDE
    )


def _command(engine: Engine) -> list[str]:
    if engine == "bundled":
        return [find(engine), "-q", "-Tpng"]
    # The package knows how Graphviz is called. It costs 10 ms, so it is not asked for the bundled
    # engine; and it has no types.
    from graphviz.backend import dot_command  # type: ignore[import-untyped]

    words = dot_command.command("neato", "png", neato_no_op=2)
    return [find(engine), *[str(word) for word in words[1:]], "-q"]


def find(engine: Engine) -> str:
    """The engine's command. Raises EngineError with what to install where there is none."""
    found = _find_bundled() if engine == "bundled" else which("dot")
    if found is None:
        what = "The engine that comes with journeyctl" if engine == "bundled" else "Graphviz (dot)"
        raise EngineError(kinds.NO_ENGINE, f"{what} was not found.", INSTALL[engine])
    return found


INSTALL: dict[Engine, str] = {
    "bundled": "Install it again: `python -m pip install --force-reinstall "
    f"{BUNDLED}=={BUNDLED_VERSION}`.",
    "dot": "Install it with `apt install graphviz`, `brew install graphviz` or `winget install "
    "graphviz`. Without `--engine`, the engine that comes with journeyctl draws.",
}


def _find_bundled() -> str | None:
    """Beside the Python that runs; else where pip puts commands; else in PATH."""
    command = BUNDLED + (".exe" if os.name == "nt" else "")
    if sys.executable:
        beside = Path(sys.executable).parent / command
        if beside.is_file():
            return str(beside)
    import sysconfig  # 2 ms, and seldom needed

    for scheme in (sysconfig.get_default_scheme(), sysconfig.get_preferred_scheme("user")):
        found = Path(sysconfig.get_path("scripts", scheme)) / command
        if found.is_file():
            return str(found)
    return which(BUNDLED)


def _run(command: list[str], given: bytes, timeout: float) -> bytes:
    """What the engine writes, if all went well. Raises EngineError."""
    try:
        result = run(command, given, timeout=timeout, limit=MAX_OUTPUT)
    except OSError as error:
        if isinstance(error, TimeoutError):
            raise EngineError(
                kinds.ENGINE_HANGS,
                f"Graphviz was not done after {timeout:g} seconds, and was stopped.",
                "Nothing was written. Draw a smaller journey, or allow more time with `--timeout`.",
            ) from None
        reason = error.strerror or "it cannot be run"
        raise EngineError(
            kinds.ENGINE_FAILED, f"Graphviz did not start: {reason}.", _LOOK
        ) from error
    except TooMuch:
        raise EngineError(
            kinds.BROKEN_PICTURE,
            f"Graphviz gave back more than {MAX_OUTPUT // 1024**2} MB.",
            "Nothing was written. Draw a smaller journey, or a PNG with a lower `--dpi`.",
        ) from None
    if result.code != 0:
        how = f"exit code {result.code}" if result.code > 0 else f"signal {-result.code}"
        said = last_line(result.words)
        raise EngineError(
            kinds.ENGINE_FAILED,
            f"Graphviz ended with {how}" + (f": {said.rstrip('.')}." if said else "."),
            _LOOK,
        )
    return result.output


def last_line(words: bytes) -> str:
    """The last thing that a program said, cut short, and without control characters."""
    lines = words.decode("utf-8", "replace").split("\n")
    said = next((line.strip() for line in reversed(lines) if line.strip()), "")
    return "".join([one if one.isprintable() else "\ufffd" for one in said])[:200]


def bounded_dpi(width: float, height: float, dpi: float) -> float:
    """``dpi``, or as much of it as keeps a PNG of so many points within ``MAX_SIDE`` pixels a
    side and ``MAX_PIXELS`` in all."""
    across, down = max(width, 1.0) / 72, max(height, 1.0) / 72
    most = min((MAX_SIDE - 1) / max(across, down), (MAX_PIXELS / (across * down)) ** 0.5)
    return min(dpi, int(most * 1000) / 1000)
