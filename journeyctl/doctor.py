"""What this machine can draw with: engines and fonts, and the line that mends what is missing."""

import sys
from shutil import which
from typing import NamedTuple

from journeyctl import __version__
from journeyctl.diagnostics import Failure
from journeyctl.outputs.engine import BUNDLED_VERSION, INSTALL, draw, find
from journeyctl.outputs.engines import said, version
from journeyctl.renderers.dot import Engine
from journeyctl.reporters import terminal
from journeyctl.reporters.text import shown

TINY = 'digraph tiny { graph [layout=nop2] a [pos="20,20!"] }'

SCRIPTS = (
    ("Arabic", "ar", "fonts-noto-core"),
    ("Chinese", "zh", "fonts-noto-cjk"),
    ("Hindi", "hi", "fonts-noto-core"),
    ("Japanese", "ja", "fonts-noto-cjk"),
    ("Korean", "ko", "fonts-noto-cjk"),
    ("Thai", "th", "fonts-noto-core"),
    ("emoji", "und-zsye", "fonts-noto-color-emoji"),
)
"""Scripts that the bundled engine cannot draw in a PNG, their fontconfig language, and the
Debian package that brings a font for them."""


class Line(NamedTuple):
    """What was looked at, whether it is there, what was found, and what mends it."""

    name: str
    there: bool
    found: str
    mend: str = ""


def main() -> int:
    """Print what there is; 0 when the bundled engine draws, 2 when it does not."""
    bundled = _engine("bundled")
    lines = [
        Line("journeyctl", True, f"{__version__}, Python {sys.version.split()[0]}"),
        bundled,
        _engine("dot"),
        Line("bundled fonts", True, "Latin, Cyrillic, Greek and Hebrew, for PNG"),
        *_fonts(),
    ]
    terminal.write("".join(_printed(line) for line in lines), sys.stdout)
    return 0 if bundled.there else terminal.FAILED


def _printed(line: Line) -> str:
    state = "ok     " if line.there else "missing"
    text = f"{state}  {line.name}: {shown(line.found)}\n"
    return text + (f"         help: {shown(line.mend)}\n" if line.mend else "")


def _engine(name: Engine) -> Line:
    """An engine is there when it draws, and not when its command is; the bundled one in the version
    whose pictures are known."""
    title = f"engine {name}"
    try:
        command = find(name)
        draw(TINY, engine=name, timeout=20)
    except Failure as failure:
        return Line(title, False, failure.message, failure.help)
    told = version(command) or "a version that it does not tell"
    if name == "bundled" and told != BUNDLED_VERSION:
        found = f"It is {told}; pictures are made for {BUNDLED_VERSION}."
        return Line(title, False, found, INSTALL[name])
    return Line(title, True, f"{told} ({command})")


def _fonts() -> list[Line]:
    """The scripts that the system has fonts for: with them ``--engine dot`` draws a PNG."""
    lister = which("fc-list")
    if lister is None:
        found = "fontconfig's fc-list was not found, so the system's fonts are not known"
        return [Line("system fonts", False, found, "apt install fontconfig")]
    families = {script: _family(lister, language) for script, language, _ in SCRIPTS}
    there = [f"{script} ({family})" for script, family in families.items() if family]
    lacking = [script for script, family in families.items() if not family]
    lines = []
    if there:
        lines.append(Line("system fonts", True, f"{', '.join(there)}, for --engine dot"))
    if lacking:
        packages = dict.fromkeys(package for script, _, package in SCRIPTS if script in lacking)
        found = f"{', '.join(lacking)}; a PNG with --engine dot needs them, an SVG does not"
        lines.append(Line("system fonts", False, found, f"apt install {' '.join(packages)}"))
    return lines


def _family(lister: str, language: str) -> str:
    """The first family, by name, that fontconfig lists for a language; "" for none."""
    names = said([lister, f":lang={language}", "family"]).decode(errors="replace").splitlines()
    return min((name.split(",")[0] for name in names if name), default="")
