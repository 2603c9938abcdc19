"""The results as tables, in ``docs/benchmarks.md`` and on the terminal."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tests.bench.growth import SIZES, Point, exponent
from tests.bench.parts import AT_ONCE, MANY, STEPS, UNCHANGED, Pixels
from tests.bench.peers import Peer
from tests.bench.turns import Taken


class Results(NamedTuple):
    """All that was measured. ``about`` tells of the machine and how busy it was."""

    about: tuple[str, ...]
    peers: Mapping[str, Peer]
    svg: Mapping[str, Taken]
    png: Mapping[str, Taken]
    pixels: Mapping[str, Pixels]
    many: Mapping[str, Taken]
    unchanged: Mapping[str, Taken]
    growth: Mapping[str, Mapping[int, Point]]


def markdown(found: Results) -> str:
    """The part of the page that the command writes."""
    lines = [*(f"- {one}" for one in found.about), ""]
    lines += [
        "Times are medians, with the least and the most in brackets where there was more than one"
        " turn; “times as long” is the median of the ratios turn by turn, and worth more than any"
        " time.",
        "",
        "![How long one picture, and 200 pictures, take](benchmarks.svg)",
        "",
        "### One picture, from a cold start",
        "",
        *_cold(found),
        "",
        f"### {MANY} journeys of {STEPS} steps, as SVG",
        "",
        *_table(
            ("", "time", "times as long", "of all processors"),
            [
                (_at_once(name, found), *_cells(taken, 1, "s"), _processor(taken))
                for name, taken in found.many.items()
            ],
        ),
        *_missing(found, ("D2", "PlantUML")),
        "",
        f"### {UNCHANGED:,} journeys that have not changed",
        "",
        *_table(
            ("", "time", "of all processors"),
            [
                (f"`{name}`", _cells(taken, 1, "s")[0], _processor(taken))
                for name, taken in found.unchanged.items()
            ],
        ),
        *([] if "render --check" in found.unchanged else ["", "`render --check`: not measured."]),
        "",
        "### As a journey grows",
        "",
        "Seconds of a processor, and how they grow from 1,000 to 10,000 steps: n^1 is in"
        " proportion, n·log n is n^1.12. A flow of some hundred steps is tried in some ten"
        " arrangements, a short one in one: hence the leap before 1,000.",
        "",
        *_growth(found.growth),
    ]
    return "\n".join(lines) + "\n"


def _cold(found: Results) -> list[str]:
    rows = []
    for name in found.svg:
        version = found.peers[name].version if name in found.peers else ""
        svg, png = found.svg[name], found.png.get(name)
        cells = _cells(svg, 1000, "ms") + (_cells(png, 1000, "ms") if png else ("", ""))
        size = " × ".join(map(str, found.pixels.get(name, ())))
        rows.append((f"{name} {version}".strip(), *cells, size))
    table = _table(("", "SVG", "times as long", "PNG", "times as long", "pixels"), rows)
    return [*table, *_missing(found, tuple(found.peers))]


def _at_once(name: str, found: Results) -> str:
    how = {"D2": f"{AT_ONCE} at a time", "PlantUML": "all in one start, on all cores"}
    version = found.peers[name].version if name in found.peers else ""
    said = f"{name} {version}".strip()
    return f"{said}, {how[name]}" if name in how else f"{said}, a folder"


def _missing(found: Results, names: Iterable[str]) -> list[str]:
    lacking = [found.peers[name] for name in names if not found.peers[name].version]
    return ["", *(f"- {one.name} was not here: {one.missing}." for one in lacking)]


def _cells(taken: Taken, scale: float, unit: str) -> tuple[str, str]:
    if taken.failed:
        return f"failed: {taken.failed}", ""
    median, least, most = (_number(one * scale) for one in taken[:3])
    spread = f" ({least}–{most})" if taken.least != taken.most else ""
    return f"{median} {unit}{spread}", f"{taken.ratio:.2f}"


def _processor(taken: Taken) -> str:
    return "" if taken.failed else f"{_number(taken.processor)} s"


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _growth(found: Mapping[str, Mapping[int, Point]]) -> list[str]:
    head = ("", *(f"{size:,} steps" for size in SIZES), "grows as", "memory by then")
    rows = []
    for stage, points in found.items():
        times = [f"{_number(points[size].seconds * 1000)} ms" for size in SIZES]
        memory = f"{points[SIZES[-1]].memory / 1e6:.0f} MB"
        rows.append((stage, *times, f"n^{exponent(points):.2f}", memory))
    return _table(head, rows)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    return [
        f"| {' | '.join(head)} |",
        f"| --- |{' ---: |' * (len(head) - 1)}",
        *(f"| {' | '.join(row)} |" for row in rows),
    ]
