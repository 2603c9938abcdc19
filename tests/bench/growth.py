"""Time and memory of each stage of the pipeline as a journey grows."""

import json
import math
import os
import subprocess
import sys
from collections.abc import Mapping
from statistics import median
from typing import NamedTuple

from tests.bench.growing import journey

SIZES = (10, 100, 1_000, 10_000)
VIEWS = ("flow", "map", "lanes")
STAGES = ("parse", "resolve", "rules", *(f"layout: {name}" for name in VIEWS), "drawing")

_CHILD = """
import gc, json, resource, sys
gc.disable()
from journeyctl import rules
from journeyctl.model.resolve import resolve
from journeyctl.renderers.svg import svg
from journeyctl.source import Source
from journeyctl.syntax.parser import parse
from journeyctl.views.catalogue import view
from journeyctl.views.setting import setting_for

found = {}
def timed(name, job):
    before = [resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    made = job()
    after = [resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    seconds = sum(sum(new[:2]) - sum(old[:2]) for new, old in zip(after, before))
    found[name] = [seconds, max(one.ru_maxrss for one in after) * 1024]
    return made

source = Source("growing.journey", sys.stdin.read())
tree, _ = timed("parse", lambda: parse(source))
told, _ = timed("resolve", lambda: resolve(tree))
timed("rules", lambda: rules.check(told))
drawings = {}
for name in sys.argv[1:]:
    module = view(name)
    drawings[name] = timed(f"layout: {name}", lambda: module.draw(told, setting_for(told)))
flow = drawings["flow"]
timed("drawing", lambda: svg(flow))
print(json.dumps(found))
"""


class Point(NamedTuple):
    """Seconds of a processor that a stage takes, which do not depend on how busy the
    machine is; and the bytes that a process has taken at the most by then."""

    seconds: float
    memory: float


def growth(count: int) -> dict[str, dict[int, Point]]:
    """The median of ``count`` runs, of each stage at each size."""
    runs: dict[int, list[dict[str, list[float]]]] = {size: [] for size in SIZES}
    for _ in range(count):
        for size in SIZES:
            runs[size].append(_measured(size))
    return {
        stage: {
            size: Point(*(median(run[stage][at] for run in runs[size]) for at in (0, 1)))
            for size in SIZES
        }
        for stage in STAGES
    }


def _measured(size: int) -> dict[str, list[float]]:
    clean = {key: one for key, one in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, *VIEWS],
        input=journey(size).encode(),
        capture_output=True,
        check=True,
        timeout=900,
        env=clean,
    )
    found: dict[str, list[float]] = json.loads(done.stdout)
    return found


def exponent(points: Mapping[int, Point]) -> float:
    """With which power of its length the time grows from the last but one size to the last:
    1 is in proportion; n·log n is 1.12 from 1,000 to 10,000."""
    before, last = SIZES[-2:]
    return math.log(points[last].seconds / points[before].seconds) / math.log(last / before)
