"""Which engines there are, and with what fonts: what ``journeyctl doctor`` shows."""

from collections.abc import Iterable
from contextlib import suppress
from shutil import which
from typing import NamedTuple

from journeyctl.outputs.engine import BUNDLED_VERSION, INSTALL, EngineError, find, last_line
from journeyctl.outputs.process import TooMuch, run
from journeyctl.renderers.dot import Engine

_SECONDS = 10.0
_BYTES = 1 << 24


class Found(NamedTuple):
    """An engine; ``problem`` and ``help`` are "" where all is well.

    ``fonts`` are the families that it draws a PNG with, in order of name.
    """

    engine: Engine
    path: str
    version: str
    fonts: tuple[str, ...]
    problem: str
    help: str


def engines() -> list[Found]:
    """The bundled engine and the system's, or what is missing of them. Never raises."""
    return [_bundled(), system()]


def _bundled() -> Found:
    try:
        path = find("bundled")
    except EngineError as error:
        return Found("bundled", "", "", (), error.message, error.help)
    words = last_line(_said([path, "-V"])).partition("version ")[2].split()
    version, fonts = (words[0] if words else ""), ("Arimo", "Cousine", "Tinos")
    if version == BUNDLED_VERSION:
        return Found("bundled", path, version, fonts, "", "")
    problem = f"It is version {version or 'unknown'}; pictures are made for {BUNDLED_VERSION}."
    return Found("bundled", path, version, fonts, problem, INSTALL["bundled"])


def system() -> Found:
    """The system's Graphviz."""
    try:
        path = find("dot")
    except EngineError as error:
        return Found("dot", "", "", (), error.message, error.help)
    version = system_version()
    if not version:
        return Found("dot", path, "", (), "It does not tell its version.", INSTALL["dot"])
    return Found("dot", path, version, _system_fonts(), "", "")


def system_version(seconds: float = _SECONDS) -> str:
    """The version of the system's Graphviz; "" where it has none or does not tell it in time."""
    path = which("dot")
    said = _said([path, "-V"], min(seconds, _SECONDS)) if path else b""
    words = last_line(said).partition("version ")[2].split()
    return words[0] if words else ""


def _system_fonts() -> tuple[str, ...]:
    """The families that fontconfig knows; none where it is not installed."""
    lister = which("fc-list")
    listed = _said([lister, ":", "family"]).decode("utf-8", "replace") if lister else ""
    return tuple(sorted({line.split(",")[0].strip() for line in listed.splitlines()} - {""}))


def without_font(signs: Iterable[str]) -> list[str]:
    """Those of the characters that no font known to fontconfig has; none where there is no
    fontconfig to ask."""
    lister = which("fc-list")
    listed = _said([lister, ":", "charset"]).decode("ascii", "replace") if lister else ""
    if not listed:
        return []
    ends: set[tuple[int, int]] = set()
    for piece in listed.replace(":charset=", " ").split():
        first, _, last = piece.partition("-")
        with suppress(ValueError):
            ends.add((int(first, 16), int(last or first, 16)))
    return [one for one in signs if not any(low <= ord(one) <= high for low, high in ends)]


def _said(command: list[str], seconds: float = _SECONDS) -> bytes:
    """All that a command writes; nothing where it cannot, or not in time."""
    try:
        result = run(command, b"", timeout=seconds, limit=_BYTES)
    except (OSError, TooMuch):
        return b""
    return result.output + result.words
