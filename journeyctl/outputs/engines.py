"""What engines and fontconfig tell of themselves."""

from collections.abc import Iterable
from contextlib import suppress
from shutil import which

from journeyctl.outputs.engine import last_line
from journeyctl.outputs.process import TooMuch, run

_SECONDS = 10.0
_BYTES = 1 << 24


def version(command: str, seconds: float = _SECONDS) -> str:
    """The version of an engine; "" where it does not tell it in so many seconds."""
    words = last_line(said([command, "-V"], min(seconds, _SECONDS))).partition("version ")[2]
    return words.split()[0] if words.strip() else ""


def system_version(seconds: float = _SECONDS) -> str:
    """The version of the system's Graphviz; "" where there is none, or it does not tell it."""
    path = which("dot")
    return version(path, seconds) if path else ""


def without_font(signs: Iterable[str]) -> list[str]:
    """Those of the characters that no font known to fontconfig has; none where there is no
    fontconfig to ask."""
    lister = which("fc-list")
    listed = said([lister, ":", "charset"]).decode("ascii", "replace") if lister else ""
    if not listed:
        return []
    ends: set[tuple[int, int]] = set()
    for piece in listed.replace(":charset=", " ").split():
        first, _, last = piece.partition("-")
        with suppress(ValueError):
            ends.add((int(first, 16), int(last or first, 16)))
    return [one for one in signs if not any(low <= ord(one) <= high for low, high in ends)]


def said(command: list[str], seconds: float = _SECONDS) -> bytes:
    """All that a command writes; nothing where it cannot be run, or is not done in time."""
    try:
        result = run(command, b"", timeout=seconds, limit=_BYTES)
    except (OSError, TooMuch):
        return b""
    return result.output + result.words
