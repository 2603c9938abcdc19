"""A slide as drawings at their places: what is printed, and what is shown where no program
lays out words itself."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from journeyctl.fonts import wrap
from journeyctl.slides.chart import chart
from journeyctl.slides.deck import (
    BODY,
    HEIGHT,
    SUBTITLE,
    TITLE,
    TITLE_ALONE,
    WIDTH,
    Box,
    Chart,
    Deck,
    Figure,
    Slide,
    Table,
    Words,
)
from journeyctl.slides.measure import APART, INDENT, PAD_X, lines
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH, Drawing
from journeyctl.views.map.curve import bezier

_TITLE, _FIRST, _SUBTITLE, _FIRST_SUBTITLE, _FOOT = 26.0, 40.0, 14.0, 20.0, 10.0
_STEP = 1.0  # by which type is made smaller until it fits
_SMALLEST = 12.0
_MARK = (0.0, 27.0, 8.0, 30.0)  # the accent at the slide's edge, beside the title
_FOOT_TOP = 518.0
_WAY = (
    (24.0, 452.0),
    (190.0, 470.0),
    (350.0, 436.0),
    (510.0, 478.0),
    (670.0, 444.0),
    (830.0, 424.0),
    (960.0, 440.0),
)
_STATION = 15.0


class Part(NamedTuple):
    """A drawing, and where it stands on the slide, in points."""

    drawing: Drawing
    left: float
    top: float


def parts(slide: Slide, deck: Deck, number: int) -> tuple[Part, ...]:
    """What stands on a slide, in the order of painting: the first part is as large as the slide
    and has all its words, the others are its figures and charts. ``number`` is the slide's,
    counted from 1; that of the title alone has large type and no foot."""
    theme = deck.theme
    canvas = Canvas()
    if slide.kind == "title" and not slide.elements:
        _opening(canvas, slide, theme)
    else:
        _head(canvas, slide, theme)
        _foot(canvas, deck, number)
    placed: list[Part] = []
    for element in slide.elements:
        left, top, _, _ = element.box
        if isinstance(element, Figure):
            placed.append(Part(element.drawing._replace(scale=element.scale), left, top))
        elif isinstance(element, Chart):
            placed.append(Part(chart(element, theme, deck.language), left, top))
        elif isinstance(element, Table):
            _table(canvas, element, theme)
        else:
            _words(canvas, element, theme)
    whole = Drawing(
        WIDTH,
        HEIGHT,
        slide.title,
        slide.subtitle,
        deck.language,
        theme.background,
        theme.font,
        tuple(canvas.groups),
        tuple(canvas.shapes),
        tuple(canvas.paths),
    )
    return Part(whole, 0.0, 0.0), *placed


def fitted(text: str, box: Box, size: float, *, bold: bool = True) -> tuple[tuple[str, ...], float]:
    """A title's lines and the size of its type: the largest up to ``size`` in which it stands in
    its box. What does not fit in the smallest ends in ``…``."""
    _, _, wide, high = box
    while size > _SMALLEST:
        found = wrap(text, wide, size, bold=bold)
        if len(found) * size * PITCH <= high + 0.01:
            return found, size
        size -= _STEP
    most = max(1, int(high / (size * PITCH)))
    return wrap(text, wide, size, bold=bold, most=most), size


def _opening(canvas: Canvas, slide: Slide, theme: Theme) -> None:
    """The slide of the title."""
    group = canvas.group("ground", "ground", "")
    canvas.shape(group, "edge", "box", (0, 0, 24, HEIGHT), role="panel", fill=theme.brand)
    left, top, wide, high = TITLE_ALONE
    title, size = fitted(slide.title, TITLE_ALONE, _FIRST)
    taken = len(title) * size * PITCH
    group = canvas.group("title", "title", slide.title)
    canvas.text(group, "title", (left, top + high - taken, wide), title, size, theme.ink, bold=True)
    if slide.subtitle:
        box = left, top + high + 34, wide, 3 * _FIRST_SUBTITLE * PITCH
        told, size = fitted(slide.subtitle, box, _FIRST_SUBTITLE, bold=False)
        canvas.text(group, "subtitle", box[:3], told, size, theme.muted)
    y = top + high + 16
    group = canvas.group("rule", "rule", "")
    canvas.shape(group, "rule", "box", (left, y, 72, 5), fill=theme.brand)
    _way(canvas, theme)
    if theme.logo:
        group = canvas.group("logo", "logo", theme.logo)
        logo = wrap(theme.logo, wide, 18, bold=True, most=1)
        canvas.text(group, "logo", (left, 48, wide), logo, 18, theme.brand, bold=True)


def _way(canvas: Canvas, theme: Theme) -> None:
    """A journey, as a sign: a line that runs off the slide, with stations on it."""
    group = canvas.group("way", "way", "")
    for at, piece in enumerate(bezier(_WAY)):
        canvas.curve(group, f"piece-{at + 1}", piece, theme.track, pen=2.5)
    *stations, last = _WAY[1:-1]
    for at, (x, y) in enumerate(stations):
        box = x - _STATION / 2, y - _STATION / 2, _STATION, _STATION
        canvas.shape(
            group,
            f"station-{at + 1}",
            "circle",
            box,
            fill=theme.background,
            stroke=theme.brand,
            pen=2.5,
        )
    box = last[0] - _STATION / 2, last[1] - _STATION / 2, _STATION, _STATION
    canvas.shape(group, "last", "circle", box, fill=theme.brand, stroke=theme.brand, pen=2.5)


def _head(canvas: Canvas, slide: Slide, theme: Theme) -> None:
    group = canvas.group("title", "title", slide.title)
    canvas.shape(group, "mark", "box", _MARK, role="panel", fill=theme.brand)
    left, top, wide, high = TITLE
    title, size = fitted(slide.title, TITLE, _TITLE)
    middle = top + (high - len(title) * size * PITCH) / 2
    canvas.text(group, "title", (left, middle, wide), title, size, theme.ink, bold=True)
    if slide.subtitle:
        left, top, wide, high = SUBTITLE
        told, size = fitted(slide.subtitle, SUBTITLE, _SUBTITLE, bold=False)
        canvas.text(group, "subtitle", (left, top, wide), told, size, theme.muted)


def _foot(canvas: Canvas, deck: Deck, number: int) -> None:
    left, _, wide, _ = BODY
    group = canvas.group("foot", "foot", "")
    title = wrap(deck.title, wide - 60, _FOOT, most=1)
    ink = deck.theme.muted
    canvas.text(group, "deck", (left, _FOOT_TOP, wide - 60), title, _FOOT, ink)
    place = (left + wide - 50, _FOOT_TOP, 50)
    canvas.text(group, "number", place, [str(number)], _FOOT, ink, align="right")


def _words(canvas: Canvas, element: Words, theme: Theme) -> None:
    """Paragraphs, one below the other; a bold one is a heading in the colour of the accent."""
    left, top, wide, _ = element.box
    group = canvas.group(element.key, "words", "")
    for at, paragraph in enumerate(element.paragraphs):
        size = paragraph.size
        top += APART * size if at else 0.0
        found = lines(paragraph, wide)
        inset = INDENT * size if paragraph.bullet else 0.0
        if paragraph.bullet:
            place = (left, top, inset)
            canvas.text(group, f"bullet-{at + 1}", place, ["•"], size, theme.brand)
        colour = theme.brand if paragraph.bold else theme.ink
        place = (left + inset, top, wide - inset)
        canvas.text(group, f"{at + 1}", place, found, size, colour, bold=paragraph.bold)
        top += len(found) * size * PITCH


def _table(canvas: Canvas, element: Table, theme: Theme) -> None:
    """A table with a line under each row; where there is something to fill in, also between the
    columns."""
    left, top, _, _ = element.box
    edges = [left + sum(element.widths[:at]) for at in range(len(element.widths) + 1)]
    group = canvas.group(element.key, "table", "")
    box = left, top, edges[-1] - left, element.heights[0]
    canvas.shape(group, "head", "box", box, role="panel", fill=theme.band)
    y = top
    for at, (row, high) in enumerate(
        zip((element.head, *element.rows), element.heights, strict=True)
    ):
        _row(canvas, group, at, (row, edges, element.size), (y, high), theme)
        y += high
        ink, pen = (theme.grid, 1.0) if at else (theme.brand, 2.0)
        ends = [(left, y), (edges[-1], y)]
        canvas.path(group, f"line-{at}", ends, ink, arrow="none", pen=pen)
    if not all(all(row) for row in element.rows):
        for at, x in enumerate(edges):
            ends = [(x, top + element.heights[0]), (x, y)]
            canvas.path(group, f"column-{at}", ends, theme.grid, arrow="none", pen=1.0)


def _row(
    canvas: Canvas,
    group: str,
    number: int,
    told: tuple[Sequence[str], Sequence[float], float],
    place: tuple[float, float],
    theme: Theme,
) -> None:
    """The words of a row: all begin on one level, and the longest stands in the middle."""
    cells, edges, size = told
    top, high = place
    head = number == 0
    wrapped = [
        wrap(cell, right - left - 2 * PAD_X, size, bold=head)
        for cell, (left, right) in zip(cells, pairwise(edges), strict=True)
    ]
    tallest = max(map(len, wrapped)) * size * PITCH
    for at, (found, (left, right)) in enumerate(zip(wrapped, pairwise(edges), strict=True)):
        if found != ("",):
            box = (left + PAD_X, top + (high - tallest) / 2, right - left - 2 * PAD_X)
            canvas.text(group, f"{number}-{at}", box, found, size, theme.ink, bold=head)
