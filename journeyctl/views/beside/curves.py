"""The feelings of several journeys on one ground, stage over stage."""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.comparison.axis import Axis
from journeyctl.model.journey import Journey, Step
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas, lettering
from journeyctl.views.drawing import Form, Line
from journeyctl.views.map.curve import bezier
from journeyctl.views.map.feeling import LEVEL, course, level
from journeyctl.words import Words

HEIGHT = 4 * LEVEL
"""From the best level to the worst, in points."""

MARK = 9.0
_SMALL = 8.5

_LINES: tuple[Line, ...] = ("solid", "dashed", "dotted")
_FORMS: tuple[Form, ...] = ("circle", "diamond", "box")


class Look(NamedTuple):
    """How a journey's curve is drawn: never told apart by its colour alone."""

    colour: str
    line: Line
    form: Form


def look(number: int, theme: Theme) -> Look:
    """The look of the curve of a journey, by its number from 0. From the tenth on they repeat."""
    colours = (theme.jump, theme.moment, theme.loop)
    turned = (number + number // 3) % 3  # so that a colour and line have each form once
    return Look(colours[number % 3], _LINES[number % 3], _FORMS[turned])


def points(
    journey: Journey,
    number: int,
    common: Axis,
    columns: Sequence[tuple[float, float]],
    aside: float,
) -> list[tuple[float, float, str]]:
    """The points (x, y below the best level, step's label) of a journey's likeliest way, each in
    its place of its stage and so much to the right; ``columns`` are the edges of the axis' places.

    They go from left to right: where a journey has its stages in another order than the axis, or
    two of one name, in that of the axis.
    """
    places = common.journeys[number]
    there: dict[tuple[int, int], list[Step]] = {}
    for step in course(journey).way:
        place = places[step.stage]
        there.setdefault((place.first, place.last), []).append(step)
    found: list[tuple[float, float, str]] = []
    for (first, last), steps in sorted(there.items(), key=lambda one: one[0]):
        left, right = columns[first][0], columns[last][1]
        for at, step in enumerate(steps, 1):
            x = left + (right - left) * (at - 0.5) / len(steps) + aside
            if found:
                x = max(x, found[-1][0] + 1.0)
            found.append((x, level(step.mood or 0.0), step.label))
    return found


def draw_levels(
    canvas: Canvas, words: Words, theme: Theme, place: tuple[float, float, float], names: float
) -> None:
    """The five levels at (left, right, top), with their names at the left in so many points."""
    left, right, top = place
    group = canvas.group("levels", "levels", words.text("legend.feeling"))
    for mood in range(5, 0, -1):
        y = top + level(mood)
        line = (left, y - 0.5, right - left, 1.0)
        canvas.shape(group, f"line-{mood}", "box", line, role="panel", fill=theme.grid)
        text = lettering(
            (words.text(f"legend.feeling.{mood}"),), _SMALL, theme.muted, align="right"
        )
        box = (left - names, y - _SMALL, names - 8, 2 * _SMALL)
        canvas.shape(group, f"name-{mood}", "text", box, text=text)


def draw_curve(
    canvas: Canvas,
    name: str,
    number: int,
    course: Sequence[tuple[float, float, str]],
    top: float,
    theme: Theme,
) -> None:
    """The curve of a journey, and its points."""
    chosen = look(number, theme)
    group = canvas.group(f"curve-{number + 1}", "curve", name)
    places = [(x, top + y) for x, y, _ in course]
    pieces = bezier(places)
    if pieces:
        joined = [pieces[0][0], *(point for piece in pieces for point in piece[1:])]
        canvas.curve(group, "curve", joined, chosen.colour, line=chosen.line)
    for at, place in enumerate(places, 1):
        draw_mark(canvas, group, f"point-{at}", place, chosen, theme)


def draw_mark(
    canvas: Canvas, group: str, part: str, at: tuple[float, float], chosen: Look, theme: Theme
) -> None:
    """A point of a curve."""
    box = (at[0] - MARK / 2, at[1] - MARK / 2, MARK, MARK)
    paper = theme.background
    canvas.shape(
        group, part, chosen.form, box, role="point", fill=chosen.colour, stroke=paper, pen=1.0
    )
