"""The legend under stages in short: small signs in lines, where a slide has room for them."""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.fonts import width
from journeyctl.slides.columns import Column
from journeyctl.slides.deck import BODY, Figure
from journeyctl.slides.figures import placed
from journeyctl.slides.told import Told
from journeyctl.views.canvas import Canvas
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import PITCH, Drawing, Path, Shape
from journeyctl.views.legend import ROOM, Sign
from journeyctl.views.signs import flow_signs

_TEXT = 9.5
_LEAST = 9.0  # points on the slide
_SIZES = (1.0, 0.9, 0.8, 0.75)  # tried, as parts of the type
_SIGN = 0.6  # of a sign in other legends; a figure in a disc has to be read
_DISC = 15.0
_STAR = 24.0  # what stands free at the left of the sign of a moment
_GAP, _ABOVE = 13.0, 5.0
_LINE = 15.0
_SHOWN = ("way", "part", "optional", "question", "moment", "company")


class _Entry(NamedTuple):
    sign: Sign
    text: str
    left: float
    line: int


def with_key(told: Told, columns: Sequence[Column], figure: Figure, least: float) -> Figure:
    """The picture of some columns with a legend below it, if that is not too small, and leaves
    the picture at a scale of ``least``."""
    signs = _signs(told, columns)
    for part in _SIZES if signs else ():
        found = placed(figure.key, _drawn(told, signs, figure.drawing, part), BODY)
        read = _TEXT * part * found.scale
        if read >= _LEAST and found.scale >= min(least, figure.scale) - 1e-6:
            return found._replace(alt=figure.alt)
    return figure


def _signs(told: Told, columns: Sequence[Column]) -> list[Sign]:
    """The signs in some columns, in the order of all legends."""
    theme = told.setting.theme
    steps = [one.side.journey.steps[id] for one in columns for id in one.side.stage.steps]
    shown = told.journey._replace(
        steps={str(at): step for at, step in enumerate(steps)}, links=(), people={}, channels={}
    )
    bare = {id: one._replace(people=(), channels=()) for id, one in shown.steps.items()}
    cards = Cards(shown._replace(steps=bare), told.words, theme)
    signs = [one for one in flow_signs(shown, cards, theme) if one.key in _SHOWN]

    def feeling(canvas: Canvas, group: str, x: float, y: float) -> None:
        cards.face(canvas, group, "feeling", 4.0, (x, y + (ROOM - _DISC) / 2, _DISC, _DISC))

    if any(step.mood is not None for step in steps):
        signs.append(Sign("feeling", feeling, _DISC))
    return signs


def _drawn(told: Told, signs: Sequence[Sign], above: Drawing, part: float) -> Drawing:
    """A drawing with a legend below it, in letters of a part of the size."""
    theme, size, line = told.setting.theme, _TEXT * part, _LINE * part
    canvas = Canvas.over(above)
    canvas.group("legend", "legend", told.words.text("legend.title"))
    high = bottom = above.height + _ABOVE
    for sign, text, left, row in _entries(told, signs, above.width, part):
        group = canvas.group(f"legend-{sign.key}", "legend-item", text)
        top = high + row * line
        small = Canvas()
        sign.draw(small, group, -_STAR if sign.key == "moment" else 0.0, 0.0)
        scale = _scale(sign) * part
        down = top + (line - ROOM * scale) / 2
        canvas.shapes += [_smaller(one, scale, left, down) for one in small.shapes]
        canvas.paths += [_shorter(one, scale, left, down) for one in small.paths]
        at = left + _wide(sign) * part, top + (line - size * PITCH) / 2, width(text, size)
        canvas.text(group, "text", at, (text,), size, theme.ink)
        bottom = top + line
    return above._replace(
        height=round(bottom, 2),
        groups=tuple(canvas.groups),
        shapes=tuple(canvas.shapes),
        paths=tuple(canvas.paths),
    )


def _entries(told: Told, signs: Sequence[Sign], room: float, part: float) -> list[_Entry]:
    """The signs with what they mean, in lines that fit."""
    found: list[_Entry] = []
    left, line = 0.0, 0
    for sign in signs:
        text = told.words.text(f"legend.{sign.key}")
        wide = _wide(sign) * part + width(text, _TEXT * part)
        if left and left + wide > room:
            left, line = 0.0, line + 1
        found.append(_Entry(sign, text, left, line))
        left += wide + _GAP * part
    return found


def _wide(sign: Sign) -> float:
    """From the left of a sign to its words."""
    wide = sign.width - _STAR if sign.key == "moment" else sign.width
    return wide * _scale(sign) + 4


def _scale(sign: Sign) -> float:
    return 1.0 if sign.key == "feeling" else _SIGN


def _smaller(shape: Shape, scale: float, left: float, top: float) -> Shape:
    text = shape.text
    if text:
        widths = tuple(round(one * scale, 2) for one in text.widths)
        text = text._replace(size=round(text.size * scale, 2), widths=widths)
    return shape._replace(
        x=round(left + shape.x * scale, 2),
        y=round(top + shape.y * scale, 2),
        width=round(shape.width * scale, 2),
        height=round(shape.height * scale, 2),
        text=text,
    )


def _shorter(path: Path, scale: float, left: float, top: float) -> Path:
    points = tuple((round(left + x * scale, 2), round(top + y * scale, 2)) for x, y in path.points)
    return path._replace(points=points)
