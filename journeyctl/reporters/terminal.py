"""What people see: findings and sentences on standard output or error, coloured on a terminal."""

import os
import sys
from collections.abc import Iterable
from typing import TextIO

from journeyctl.diagnostics import Diagnostic
from journeyctl.reporters.full import Line, full

BROKEN_PIPE = 141
"""The exit code of a program that nobody listens to any more: 128 and SIGPIPE, as in a shell."""

FAILED = 2

_STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "hint": "bold cyan",
    "place": "bold",
    "message": "bold",
    "code": "bright_black",
    "frame": "blue",
    "second": "blue",
    "help": "bold green",
}


def show(findings: Iterable[Diagnostic], stream: TextIO) -> None:
    """Write each finding in full, an empty line after it."""
    lines = [line for finding in findings for line in [*full(finding), []]]
    if lines:
        write("\n".join(_painted(lines) if colours(stream) else map(_plain, lines)) + "\n", stream)


def write(data: str | bytes, stream: TextIO | None) -> None:
    """Write and flush. Ends the program in silence where the reader has gone (``| head``),
    and with a sentence where the stream takes nothing; None is one that was closed."""
    try:
        if stream is None:
            raise OSError(0, "it is closed")
        if isinstance(data, bytes):
            stream.buffer.write(data)
            stream.buffer.flush()
        else:
            stream.write(data)
            stream.flush()
    except OSError as error:
        if stream is not None:
            # What is left in the buffer must not fail again when Python closes the stream.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if isinstance(error, BrokenPipeError):
            sys.exit(BROKEN_PIPE)
        if stream is not sys.stderr:
            reason = f"Standard output cannot be written: {error.strerror}."
            write(f"journeyctl: {reason}\n", sys.stderr)
        sys.exit(FAILED)


def colours(stream: TextIO) -> bool:
    """Whether to colour: on a terminal that can or with ``FORCE_COLOR``; not with ``NO_COLOR``."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")


def _plain(line: Line) -> str:
    return "".join(piece for piece, _ in line)


def _painted(lines: Iterable[Line]) -> Iterable[str]:
    from rich.console import Console
    from rich.text import Text

    console = Console(
        force_terminal=True, color_system="standard", no_color=False, legacy_windows=False
    )
    for line in lines:
        # Text and not markup: "[/b]" is what somebody wrote, and no command to Rich.
        text = Text.assemble(*((piece, _STYLES.get(role, "")) for piece, role in line))
        with console.capture() as captured:
            console.print(text, soft_wrap=True, end="")
        yield captured.get()
