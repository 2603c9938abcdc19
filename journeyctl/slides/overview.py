"""Slides of the whole journey: its flow where that can be read, else each stage in short."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from journeyctl.fonts import wrap
from journeyctl.model.journey import Stage
from journeyctl.slides.deck import BODY, LEAST, Figure
from journeyctl.slides.figures import HEADLINE, fitted, placed
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
_NAME, _PAD, _LINES = 11.0, 7.0, 3
_COLUMNS = (6, 7, 8, 5, 4, 3, 2, 1)  # on a slide, the best first
_MOST = 24  # steps; a flow of more is too small to read


class _Column(NamedTuple):
    """Some steps of a stage, one below the other; ``stage`` has no others."""

    number: int
    stage: Stage


def overview(told: Told) -> Iterator[Section]:
    """The flow of the journey if it can be read on one slide; else its stages in short, on as
    many slides as they take."""
    if not told.journey.steps:
        return
    words = told.words
    pages: tuple[Page, ...] = ((whole,),) if (whole := _flow(told)) else tuple(_digests(told))
    goal = told.journey.facts.goal
    subtitle = words.text("picture.goal", goal=goal) if goal else ""
    yield Section("flow", "flow", words.text("slides.flow"), pages, subtitle)


def _flow(told: Told) -> Figure | None:
    if len(told.journey.steps) > _MOST:
        return None

    def draw(ratio: float) -> Drawing:
        return flow.draw(told.journey, told.setting._replace(ratio=ratio))

    figure = fitted("flow", draw, BODY, HEADLINE)
    return figure if figure.scale >= LEAST / CARD else None


def _digests(told: Told) -> Iterator[Page]:
    """As few slides as can be, with the number of columns that reads best."""
    tried = [found for count in _COLUMNS if (found := _filled(told, count))]
    for columns in min(tried, key=len):
        yield (placed("flow", _drawn(told, columns), BODY),)


def _filled(told: Told, count: int) -> list[list[_Column]]:
    """Slides of so many columns at the most; none where a step is taller than a slide."""
    wide = _width(count)
    room = _HIGH - _head(told, wide)
    columns: list[_Column] = []
    for number, stage in enumerate(told.journey.stages):
        digest = Digest(told.journey, stage, told.setting, wide, "", "")
        most = room - (digest.height - sum(digest.heights))
        row: list[str] = []
        used = 0.0
        for id, high in zip(stage.steps, digest.heights, strict=True):
            if high > most and count > 1:
                return []
            if row and used + high > most:
                columns.append(_Column(number, stage._replace(steps=tuple(row))))
                # The time stands once.
                stage = stage._replace(duration=None, blocks=())
                row, used = [], 0.0
            row.append(id)
            used += high
        columns.append(_Column(number, stage._replace(steps=tuple(row))))
    slides = -(-len(columns) // count)
    size = -(-len(columns) // slides)
    return [columns[at : at + size] for at in range(0, len(columns), size)]


def _width(count: int) -> float:
    """The width of each of so many columns."""
    return min((_WIDE - _GAP * (count - 1)) / count, _WIDEST)


def _name(told: Told, number: int, wide: float) -> tuple[str, ...]:
    text = f"{number + 1}  {told.journey.stages[number].label}"
    return wrap(text, wide - 2 * _PAD, _NAME, bold=True, most=_LINES)


def _head(told: Told, wide: float) -> float:
    """The height of the headings of all stages."""
    names = (_name(told, number, wide) for number in range(len(told.journey.stages)))
    return max(len(name) for name in names) * _NAME * PITCH + 2 * _PAD


def _drawn(told: Told, columns: Sequence[_Column]) -> Drawing:
    """Columns side by side; those of one stage under one heading."""
    setting, theme = told.setting, told.setting.theme
    wide = _width(len(columns))
    head = _head(told, wide)
    digests = [
        Digest(told.journey, column.stage, setting, wide, f"in-short-{at}", "")
        for at, column in enumerate(columns)
    ]
    high = head + max(digest.height for digest in digests)
    canvas = Canvas()
    for number, group in groupby(range(len(columns)), key=lambda at: columns[at].number):
        places = list(group)
        left = places[0] * (wide + _GAP)
        width = len(places) * (wide + _GAP) - _GAP
        stage, colours = told.journey.stages[number], theme.stages[number % len(theme.stages)]
        name = canvas.group(f"stage-{stage.key}", "stage", stage.label)
        canvas.shape(name, "panel", "box", (left, 0, width, high), fill=colours.soft)
        canvas.shape(name, "heading", "box", (left, 0, width, head), fill=colours.strong)
        place = (left + _PAD, _PAD, width - 2 * _PAD)
        lines = _name(told, number, width)
        canvas.text(name, "name", place, lines, _NAME, theme.on_strong, bold=True)
    for at, digest in enumerate(digests):
        digest.draw(canvas, at * (wide + _GAP), head)
    size = len(columns) * (wide + _GAP) - _GAP, high
    return drawing(told.journey, setting, "flow", canvas, size)
