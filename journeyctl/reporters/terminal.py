"""What people see: findings and sentences on standard output or error, coloured on a terminal."""

import os
import sys
from collections.abc import Callable, Iterable
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
    "added": "green",
    "removed": "red",
    "changed": "yellow",
}


Layout = Callable[[Diagnostic], list[Line]]
"""How a finding is told in lines: ``full``, ``concise``."""


def show(findings: Iterable[Diagnostic], stream: TextIO | None, layout: Layout = full) -> None:
    """Write each finding."""
    blocks = [layout(finding) for finding in findings]
    if blocks:
        write(_painted(blocks) if colours(stream) else "".join(map(plain, blocks)), stream)


def say(lines: Iterable[Line], stream: TextIO | None) -> None:
    """Write lines whose pieces have their roles."""
    lines = list(lines)
    write(_painted([lines]) if colours(stream) else plain(lines), stream)


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


def colours(stream: TextIO | None) -> bool:
    """Whether to colour: on a terminal that can or with ``FORCE_COLOR``; not with ``NO_COLOR``."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return obeys(stream)


def obeys(stream: TextIO | None) -> bool:
    """Whether it is a terminal that colours and wipes what it is told to."""
    return (
        stream is not None and stream.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")
    )


def plain(block: Iterable[Line]) -> str:
    """Lines without colours."""
    return "".join("".join(piece for piece, _ in line) + "\n" for line in block)


def _painted(blocks: Iterable[Iterable[Line]]) -> str:
    from rich.console import Console
    from rich.text import Text

    console = Console(
        force_terminal=True, color_system="standard", no_color=False, legacy_windows=False
    )
    with console.capture() as captured:
        for block in blocks:
            # Text and not markup: "[/b]" is what somebody wrote, and no command to Rich.
            text = Text()
            for line in block:
                for piece, role in line:
                    text.append(piece, _STYLES.get(role, ""))
                text.append("\n")
            console.print(text, soft_wrap=True, end="")
    return captured.get()
