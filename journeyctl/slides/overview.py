"""Slides of the whole journey: its flow where that can be read, else each stage in short."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from journeyctl.fonts import width, wrap
from journeyctl.model.journey import Journey, Stage
from journeyctl.model.measures import links_out
from journeyctl.slides.deck import BODY, LEAST, Figure
from journeyctl.slides.figures import HEADLINE, fitted, placed, untitled
from journeyctl.slides.pages import Page
from journeyctl.slides.told import Section, Told
from journeyctl.views.beside.digest import LABEL, Digest
from journeyctl.views.canvas import PITCH, Canvas
from journeyctl.views.cards import LABEL as CARD
from journeyctl.views.drawing import Drawing
from journeyctl.views.flow import flow
from journeyctl.views.setting import drawing

_SCALE = LEAST / LABEL
_WIDE, _HIGH = BODY[2] / _SCALE, BODY[3] / _SCALE
_GAP, _WIDEST = 6.0, 260.0
_NARROWER = (0.9, 0.8, 0.7)  # parts of the widest columns, which make the type larger
_NAME, _PAD, _LINES = 11.0, 7.0, 3
_COLUMNS = (6, 7, 8, 5, 4, 3, 2, 1)  # on a slide, the best first
_MOST = 24  # steps; a flow of more is too small to read


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


class _Column(NamedTuple):
    """Some steps of a stage, one below the other: its ``stage`` has no others."""

    group: Group
    side: Side


def overview(told: Told) -> Iterator[Section]:
    """The flow of the journey if it can be read on one slide; else its stages in short, on as
    many slides as they take."""
    if not told.journey.steps:
        return
    words = told.words
    pages: tuple[Page, ...] = (
        ((whole,),) if (whole := _flow(told)) else tuple(in_short(told, _groups(told)))
    )
    goal = told.journey.facts.goal
    subtitle = words.text("picture.goal", goal=goal) if goal else ""
    yield Section("flow", "flow", words.text("slides.flow"), pages, subtitle)


def _flow(told: Told) -> Figure | None:
    if len(told.journey.steps) > _MOST:
        return None
    journey = untitled(told.journey)

    def draw(ratio: float) -> Drawing:
        return flow.draw(journey, told.setting._replace(ratio=ratio))

    figure = fitted("flow", draw, BODY, HEADLINE)
    return figure if figure.scale >= LEAST / CARD else None


def _groups(told: Told) -> list[Group]:
    return [
        Group(number, f"{number + 1}  {side.stage.label}", (side,))
        for number, side in enumerate(sides(told.journey))
    ]


def sides(journey: Journey, name: str = "") -> list[Side]:
    """The stages of a journey, each with as much of it as its picture needs."""
    out = links_out(journey)
    found = []
    for stage in journey.stages:
        links = tuple(link for id in stage.steps for link in out.get(id, ()))
        ids = dict.fromkeys((*stage.steps, *(link.target for link in links)))
        steps = {id: journey.steps[id] for id in ids if id in journey.steps}
        found.append(Side(journey._replace(steps=steps, links=links), stage, name))
    return found


def in_short(told: Told, groups: Sequence[Group], alt: str = "") -> Iterator[Page]:
    """Stages in short, on as few slides as can be, with the number of columns that reads best.
    ``alt`` is said of them instead of what they are of one journey."""
    tried = [found for count in _COLUMNS if (found := _filled(told, groups, count))]
    for columns in min(tried, key=lambda one: (len(one), sum(map(len, one)))):
        wide = _width(len(columns))
        widths = [wide, *(w for part in _NARROWER if (w := wide * part) >= _least(groups))]
        figures = [placed("flow", _drawn(told, columns, w), BODY) for w in widths]
        figure = max(figures, key=lambda one: one.scale)
        yield (figure._replace(alt=alt or figure.alt),)


def _filled(told: Told, groups: Sequence[Group], count: int) -> list[list[_Column]]:
    """Slides of so many columns at the most; none where a step is taller than a slide."""
    wide = _width(count)
    room = _HIGH - _head(groups, wide)
    runs: list[list[_Column]] = []
    for group in groups:
        runs.append([])
        for side in group.sides:
            columns = list(_columns(told, group, side, wide, room))
            if not columns and count > 1:
                return []
            runs[-1] += columns or [_Column(group, side)]
    fewest = len(_divided(runs, count))
    sizes = (size for size in range(1, count + 1) if len(_divided(runs, size)) == fewest)
    return _divided(runs, next(sizes))


def _columns(told: Told, group: Group, side: Side, wide: float, room: float) -> Iterator[_Column]:
    """The steps of a stage in columns; none where one is taller than a column."""
    stage = side.stage
    digest = Digest(side.journey, stage, told.setting, wide, "", side.name)
    most = room - (digest.height - sum(digest.heights))
    if max(digest.heights, default=0.0) > most:
        return
    row: list[str] = []
    used = 0.0
    for id, high in zip(stage.steps, digest.heights, strict=True):
        if row and used + high > most:
            yield _Column(group, side._replace(stage=stage._replace(steps=tuple(row))))
            # The time stands once.
            stage = stage._replace(duration=None, blocks=())
            row, used = [], 0.0
        row.append(id)
        used += high
    yield _Column(group, side._replace(stage=stage._replace(steps=tuple(row))))


def _divided(runs: Sequence[Sequence[_Column]], count: int) -> list[list[_Column]]:
    """Columns on slides; those of one group stay together where they can."""
    slides: list[list[_Column]] = [[]]
    for run in runs:
        if slides[-1] and len(slides[-1]) + len(run) > count:
            slides.append([])
        for column in run:
            if len(slides[-1]) == count:
                slides.append([])
            slides[-1].append(column)
    return slides


def _width(count: int) -> float:
    """The width of each of so many columns."""
    return min((_WIDE - _GAP * (count - 1)) / count, _WIDEST)


def _name(group: Group, wide: float) -> tuple[str, ...]:
    return wrap(group.name, wide - 2 * _PAD, _NAME, bold=True, most=_LINES)


def _head(groups: Sequence[Group], wide: float) -> float:
    """The height of the headings of all groups."""
    return max(len(_name(group, wide)) for group in groups) * _NAME * PITCH + 2 * _PAD


def _least(groups: Sequence[Group]) -> float:
    """The width of a column in which no word of a heading is broken."""
    words = [word for group in groups for word in group.name.replace("-", "- ").split()]
    return max(width(word, _NAME, bold=True) for word in words) + 2 * _PAD + 1


def _drawn(told: Told, columns: Sequence[_Column], wide: float) -> Drawing:
    """Columns of a width side by side; those of one group under one heading."""
    setting, theme = told.setting, told.setting.theme
    runs = [list(run) for _, run in groupby(columns, key=lambda one: one.group.number)]
    spans = [len(run) * (wide + _GAP) - _GAP for run in runs]
    names = [_name(run[0].group, span) for run, span in zip(runs, spans, strict=True)]
    head = max(map(len, names)) * _NAME * PITCH + 2 * _PAD
    digests = [
        Digest(one.side.journey, one.side.stage, setting, wide, f"in-short-{at}", one.side.name)
        for at, one in enumerate(columns)
    ]
    high = head + max(digest.height for digest in digests)
    canvas = Canvas()
    left = 0.0
    for run, span, name in zip(runs, spans, names, strict=True):
        group = run[0].group
        colours = theme.stages[group.number % len(theme.stages)]
        key = canvas.group(f"stage-{group.number + 1}", "stage", group.name)
        canvas.shape(key, "panel", "box", (left, 0, span, high), fill=colours.soft)
        canvas.shape(key, "heading", "box", (left, 0, span, head), fill=colours.strong)
        at = (left + _PAD, _PAD, span - 2 * _PAD)
        canvas.text(key, "name", at, name, _NAME, theme.on_strong, bold=True)
        left += span + _GAP
    for place, digest in enumerate(digests):
        digest.draw(canvas, place * (wide + _GAP), head)
    size = len(columns) * (wide + _GAP) - _GAP, high
    return drawing(told.journey, setting, "flow", canvas, size)
