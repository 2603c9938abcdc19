"""``python -m tests.bench``: measure, tell on the terminal, and with ``--write`` in ``docs/``.

The other tools are taken from PATH, PlantUML from ``--plantuml JAR``; one that is not here is
named as missing. The commands take turns, so that a busy moment hits all; quote the ratios.
"""

import argparse
import os
import platform
import tempfile
from pathlib import Path

from journeyctl import __version__
from tests.bench.growth import growth
from tests.bench.page import Results, markdown
from tests.bench.parts import cold, many, unchanged
from tests.bench.peers import peers
from tests.bench.picture import picture
from tests.bench.turns import load

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "samples" / "b2c-online-shop.journey"
PAGE, PICTURE = ROOT / "docs" / "benchmarks.md", ROOT / "docs" / "benchmarks.svg"
BEGIN = "<!-- written by: python -m tests.bench --write -->\n"


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    arguments.add_argument("journey", type=Path, nargs="?", default=SAMPLE)
    arguments.add_argument("--plantuml", metavar="JAR", default="")
    arguments.add_argument("--turns", type=int, default=11, help="of one cold picture")
    arguments.add_argument("--long-turns", type=int, default=3, help="of all else")
    arguments.add_argument("--write", action="store_true", help="write docs/benchmarks.*")
    chosen = arguments.parse_args()
    before = load()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        others = peers(folder, chosen.plantuml)
        svg, _ = cold(chosen.journey, "svg", others, folder, chosen.turns)
        png, pixels = cold(chosen.journey, "png", others, folder, chosen.turns)
        found = Results(
            _about(chosen.journey, before),
            others,
            svg,
            png,
            pixels,
            many(others, chosen.plantuml, folder, chosen.long_turns),
            unchanged(folder, chosen.long_turns),
            growth(chosen.long_turns),
        )
    told = markdown(found)
    print(told)
    if chosen.write:
        head = PAGE.read_text("utf-8").partition(BEGIN)[0]
        PAGE.write_text(head + BEGIN + "\n" + told, "utf-8")
        PICTURE.write_text(picture(found.svg, found.png, found.many), "utf-8")


def _about(journey: Path, before: float) -> tuple[str, ...]:
    busy = (
        "; others were at work on it, so its times are too long, and its ratios near enough"
        if before > 1
        else ""
    )
    return (
        f"journeyctl {__version__}, Python {platform.python_version()}, {platform.system()}"
        f" on {platform.machine()} with {os.cpu_count()} cores",
        f"the load of the machine before it began: {before:.1f}{busy}",
        f"the journey: `{journey.name}`",
    )


if __name__ == "__main__":
    main()
