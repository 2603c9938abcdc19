"""Stages in short, drawn: columns of steps under headings, with arrows from stage to stage."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from journeyctl.fonts import widest_word, wrap
from journeyctl.model.journey import Journey, Stage
from journeyctl.slides.told import Told
from journeyctl.views.beside.digest import Digest
from journeyctl.views.canvas import Canvas, lettering
from journeyctl.views.drawing import PITCH, Drawing
from journeyctl.views.setting import drawing

GAP = 9.0
_DISC = 18.0
EDGE = GAP + _DISC
"""What an arrow from another slide, or on to one, takes beside the columns."""

_NAME, _PAD, _LINES = 11.0, 7.0, 3
_NUMBER = 9.5
_FIRST = 4.0  # below the upper edge of a column's first step, where an arrow leads to it
_LAST = 20.0  # above a column's end, where it leaves the last one
_INNER = 6.0  # between the edge of a column and its steps


class Side(NamedTuple):
    """A stage of a journey; ``name`` is told above its steps where it is not ""."""

    journey: Journey
    stage: Stage
    name: str = ""


class Group(NamedTuple):
    """Stages under one heading, in the colours of the stage with a number."""

    number: int
    name: str
    sides: tuple[Side, ...]


class Column(NamedTuple):
    """Some steps of a stage, one below the other: its ``stage`` has no others. ``goes_on``:
    they follow those of the column before."""

    group: Group
    side: Side
    goes_on: bool = False


def name_lines(group: Group, wide: float) -> tuple[str, ...]:
    """The heading of a group over ``wide`` points."""
    return wrap(group.name, wide - 2 * _PAD, _NAME, bold=True, most=_LINES)


def head_height(groups: Sequence[Group], wide: float) -> float:
    """The height of the headings of all groups, each over one column."""
    return max(len(name_lines(group, wide)) for group in groups) * _NAME * PITCH + 2 * _PAD


def least_width(group: Group) -> float:
    """The width of a column in which no word of a heading is broken."""
    return widest_word(group.name, _NAME, bold=True) + 2 * _PAD + 1


def drawn(
    told: Told,
    columns: Sequence[Column],
    wide: float,
    before: Group | None = None,
    after: Group | None = None,
) -> Drawing:
    """Columns of a width side by side; those of one group under one heading. Arrows lead from
    each to the next, from the stage ``before`` them and on to the one ``after``, if any."""
    setting, theme = told.setting, told.setting.theme
    runs = [list(run) for _, run in groupby(columns, key=lambda one: one.group.number)]
    spans = [len(run) * (wide + GAP) - GAP for run in runs]
    names = [name_lines(run[0].group, span) for run, span in zip(runs, spans, strict=True)]
    head = max(map(len, names)) * _NAME * PITCH + 2 * _PAD
    digests = [
        Digest(one.side.journey, one.side.stage, setting, wide, f"in-short-{at}", one.side.name)
        for at, one in enumerate(columns)
    ]
    high = head + max(digest.height for digest in digests)
    canvas = Canvas()
    start = left = EDGE if before else 0.0
    edges = [] if before is None else [_beyond(canvas, told, before, (0.0, head / 2), "before")]
    for run, span, name in zip(runs, spans, names, strict=True):
        group = run[0].group
        colours = theme.stages[group.number % len(theme.stages)]
        key = canvas.group(f"stage-{group.number + 1}", "stage", group.name)
        canvas.shape(key, "panel", "box", (left, 0, span, high), fill=colours.soft)
        canvas.shape(key, "heading", "box", (left, 0, span, head), fill=colours.strong)
        at = (left + _PAD, _PAD, span - 2 * _PAD)
        canvas.text(key, "name", at, name, _NAME, theme.on_strong, bold=True)
        edges += [left, left + span]
        left += span + GAP
    if after:
        edges.append(left)
        _beyond(canvas, told, after, (left, head / 2), "after")
        left += EDGE
    ways = canvas.group("ways-on", "ways-on", "")
    # Every second gap lies between two headings, the others are headings themselves.
    gaps = pairwise(edges) if before else pairwise(edges[1:])
    for number, (one, other) in enumerate(list(gaps)[::2]):
        ends = [(one, head / 2), (other, head / 2)]
        canvas.path(ways, f"way-{number + 1}", ends, theme.flow, pen=1.6)
    for place, (column, digest) in enumerate(zip(columns, digests, strict=True)):
        x = start + place * (wide + GAP)
        digest.draw(canvas, x, head)
        if place and column.goes_on:
            y = head + digest.height - sum(digest.heights) + _FIRST
            last = head + digests[place - 1].height - _LAST
            middle = x - GAP / 2
            points = [(x - GAP - _INNER, last), (middle, last), (middle, y), (x + _INNER, y)]
            canvas.path(ways, f"on-{place}", points, theme.flow, pen=1.6)
    size = left - GAP, high
    return drawing(told.journey, setting, "flow", canvas, size)


def _beyond(canvas: Canvas, told: Told, group: Group, at: tuple[float, float], part: str) -> float:
    """Draw the disc of a stage on another slide with its left at ``at``; its right edge."""
    theme = told.setting.theme
    strong = theme.stages[group.number % len(theme.stages)].strong
    said = group.name
    if part == "after":
        said = told.words.text("slides.goes-on", stage=group.sides[0].stage.label)
    key = canvas.group(part, part, said)
    text = lettering((str(group.number + 1),), _NUMBER, theme.on_strong, bold=True, align="center")
    box = at[0], at[1] - _DISC / 2, _DISC, _DISC
    canvas.shape(key, "disc", "circle", box, role="end", fill=strong, stroke=strong, text=text)
    return at[0] + _DISC
