"""A chart of feelings as a drawing: what every renderer shows that has no charts of its own."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from journeyctl.fonts import width, wrap
from journeyctl.slides.deck import Chart, Series
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas, lettering
from journeyctl.views.drawing import PITCH, Drawing, Form, Line
from journeyctl.views.map.curve import Point, bezier

_AXIS = 34.0  # the discs of the feelings at the left
_DISC = 20.0
_HEAD = 26.0  # the names of several series
_ABOVE, _BELOW = 30.0, 20.0  # between the chart's edges and the best and the worst feeling
_DOT = 9.0
_RING = 24.0
_STAR = 17.0
_LABEL, _SMALL = 12.0, 10.0
_MOST_LINES = 4
_NARROW = 40.0  # a column's width in points that no label fits in
_APART = 8.0
_WAYS: tuple[tuple[Line, Form], ...] = (
    ("solid", "circle"),
    ("dashed", "diamond"),
    ("dotted", "box"),
)


def chart(element: Chart, theme: Theme, language: str) -> Drawing:
    """The chart, as large as its box. Levels are 5 (best) to 1; where a feeling is not known a
    thin line leads on. The lowest point has a ring, a moment a star; each series has a line and
    a mark of its own, and with more than one its name stands above."""
    _, _, wide, high = element.box
    canvas = Canvas()
    head = _HEAD if len(element.series) > 1 else 0.0
    column = (wide - _AXIS) / max(1, len(element.categories))
    labels = _labels(element, column)
    foot = max((len(lines) for lines in labels[0]), default=0) * labels[1] * PITCH + _APART
    top, bottom = head + _ABOVE, high - foot - _BELOW

    def place(at: int, value: float) -> Point:
        return _AXIS + (at + 0.5) * column, top + (5 - value) / 4 * (bottom - top)

    _levels(canvas, theme, wide, [place(0, level)[1] for level in (5, 4, 3, 2, 1)])
    _below(canvas, theme, labels, column, high - foot + _APART)
    inks = theme.curve, theme.jump, theme.loop
    for number, series in enumerate(element.series):
        line, form = _WAYS[number % 3]
        ink = inks[number % 3]
        group = canvas.group(f"series-{number + 1}", "series", series.name)
        known = [
            (at, place(at, value)) for at, value in enumerate(series.values) if value is not None
        ]
        _line(canvas, group, known, ink, line)
        _dots(canvas, element, series, known, (ink, form), theme)
    if head:
        _names(canvas, element.series, inks, theme, wide)
    _marks(canvas, element, theme, place)
    return Drawing(
        wide,
        high,
        element.alt,
        "",
        language,
        theme.background,
        theme.font,
        tuple(canvas.groups),
        tuple(canvas.shapes),
        tuple(canvas.paths),
    )


def _labels(element: Chart, column: float) -> tuple[list[tuple[str, ...]], float]:
    """What stands below each category, and in which size. Where columns are too narrow for
    words, only every so many have theirs."""
    room = column - _APART
    if column >= _NARROW:
        size = _LABEL if column >= 2 * _NARROW else _SMALL
        return [wrap(one, room, size, most=_MOST_LINES) for one in element.categories], size
    every = int(2 * _NARROW / column) + 1
    lines: list[tuple[str, ...]] = []
    for at, one in enumerate(element.categories):
        to_edge = (len(element.categories) - at - 0.5) * column
        room = min(every * column - _APART, 2 * to_edge)
        told = at % every == 0 and room >= _NARROW
        lines.append(wrap(one, room, _SMALL, most=_MOST_LINES) if told else ())
    return lines, _SMALL


def _levels(canvas: Canvas, theme: Theme, wide: float, levels: Sequence[float]) -> None:
    """The five feelings, with a line through the chart for each."""
    group = canvas.group("levels", "levels", "")
    for at, y in enumerate(levels):
        pen = 1.4 if at == 2 else 0.8
        colour, ring = theme.moods[4 - at], theme.rings[4 - at]
        figure = lettering(
            [str(5 - at)], 11, theme.ink if ring else theme.on_mood, bold=True, align="center"
        )
        ends = [(_AXIS, y), (wide, y)]
        canvas.path(group, f"line-{5 - at}", ends, theme.grid, arrow="none", pen=pen)
        canvas.shape(
            group,
            f"level-{5 - at}",
            "circle",
            (ring / 2, y - (_DISC - ring) / 2, _DISC - ring, _DISC - ring),
            fill=theme.card if ring else colour,
            stroke=colour,
            pen=ring or 1.0,
            text=figure,
        )


def _below(
    canvas: Canvas,
    theme: Theme,
    labels: tuple[list[tuple[str, ...]], float],
    column: float,
    top: float,
) -> None:
    lines, size = labels
    group = canvas.group("categories", "categories", "")
    for at, some in enumerate(lines):
        if some:
            wide = max(column, *(width(line, size) for line in some))
            left = max(0.0, _AXIS + (at + 0.5) * column - wide / 2)
            place = (left, top, wide)
            canvas.text(group, f"{at + 1}", place, some, size, theme.ink, align="center")


def _line(
    canvas: Canvas, group: str, known: Sequence[tuple[int, Point]], ink: str, line: Line
) -> None:
    """A smooth line through what is known; over gaps it is thin and dotted."""
    pieces = bezier([point for _, point in known])
    for ((before, _), (after, _)), piece in zip(pairwise(known), pieces, strict=True):
        gap = after > before + 1
        canvas.curve(
            group,
            f"piece-{after + 1}",
            piece,
            ink,
            line="dotted" if gap else line,
            pen=1.2 if gap else 2.5,
        )


def _dots(
    canvas: Canvas,
    element: Chart,
    series: Series,
    known: Sequence[tuple[int, Point]],
    mark: tuple[str, Form],
    theme: Theme,
) -> None:
    ink, form = mark
    for at, point in known:
        said = f"{element.categories[at]}: {series.values[at]:g}"
        if len(element.series) > 1:
            said = f"{series.name}: {said}"
        group = canvas.group(f"point-{at + 1}", "point", said)
        _mark(canvas, group, form, point, ink, theme)


def _mark(canvas: Canvas, group: str, form: Form, point: Point, ink: str, theme: Theme) -> None:
    side = _DOT + 3 if form == "diamond" else _DOT
    box = point[0] - side / 2, point[1] - side / 2, side, side
    canvas.shape(group, "dot", form, box, fill=ink, stroke=theme.background, pen=1.2)


def _names(
    canvas: Canvas, series: Sequence[Series], inks: Sequence[str], theme: Theme, wide: float
) -> None:
    """What each line is called, in a row above the chart."""
    room = (wide - _AXIS) / len(series)
    left = _AXIS
    for number, one in enumerate(series):
        line, form = _WAYS[number % 3]
        group = canvas.group(f"name-{number + 1}", "name", one.name)
        y = _LABEL * PITCH / 2
        ends = [(left, y), (left + 30, y)]
        canvas.path(group, "line", ends, inks[number % 3], line=line, arrow="none", pen=2.5)
        _mark(canvas, group, form, (left + 15, y), inks[number % 3], theme)
        text = wrap(one.name, room - 38 - 2 * _APART, _LABEL, most=1)
        taken = width(text[0], _LABEL)
        canvas.text(group, "text", (left + 38, 0, taken), text, _LABEL, theme.ink)
        left += 38 + taken + 3 * _APART


def _marks(
    canvas: Canvas, element: Chart, theme: Theme, place: Callable[[int, float], Point]
) -> None:
    """A ring around the lowest point, and a star above each moment of truth."""
    values = [
        [value for value in at if value is not None]
        for at in zip(*(one.values for one in element.series), strict=True)
    ]
    if element.lowest >= 0 and values[element.lowest]:
        x, y = place(element.lowest, min(values[element.lowest]))
        group = canvas.group("lowest", "lowest", "")
        box = x - _RING / 2, y - _RING / 2, _RING, _RING
        canvas.shape(group, "ring", "circle", box, stroke=theme.pain, pen=2.2)
    for at in element.moments:
        x, y = place(at, max(values[at], default=5.0))
        group = canvas.group("moment", "moment", "")
        box = x - _STAR / 2, y - _RING / 2 - _STAR, _STAR, _STAR
        canvas.shape(group, "star", "star", box, fill=theme.moment, stroke=theme.moment)
