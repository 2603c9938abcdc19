"""Drawings made to stand on a slide: without what the slide says itself, as large as they fit."""

from collections.abc import Callable, Collection, Sequence

from journeyctl.model.journey import Journey
from journeyctl.slides.deck import Box, Figure
from journeyctl.views.drawing import Drawing, Path, Shape
from journeyctl.views.setting import Setting

HEADLINE = ("title", "logo")
LEGEND = ("legend", "legend-item")

_RATIOS = (1.0, 0.6, 0.75, 0.87, 1.3, 0.5)  # tried, as parts of the box's
MOST = 1.5  # times the size of a picture: larger looks coarse
_HOPELESS, _FINE = 0.7, 1.3 / MOST  # the latter of the most
_AIR = 2.0


def from_stage(setting: Setting, first: int) -> Setting:
    """A setting for a part that begins with a stage, counted from 0: it has its number and
    colours as in the whole."""
    stages = setting.theme.stages
    at = first % len(stages)
    theme = setting.theme._replace(stages=(*stages[at:], *stages[:at]))
    return setting._replace(theme=theme, first=first + 1)


def untitled(journey: Journey) -> Journey:
    """A journey whose picture has next to no headline, which would be cut off anyway."""
    return journey._replace(facts=journey.facts._replace(title="", goal=""))


def fitted(
    key: str,
    draw: Callable[[float], Drawing],
    box: Box,
    without: Collection[str] = (*HEADLINE, *LEGEND),
    *,
    headed: bool = True,
    most: float = MOST,
) -> Figure:
    """A picture as large as it gets in a box, up to ``most`` times its size. ``draw`` makes it, for
    a ratio. Groups of the roles ``without`` are left out, and the headings of its stages where it
    is not ``headed``."""
    tried: list[Figure] = []
    for part in _RATIOS:
        drawing = trimmed(draw(box[2] / box[3] * part), without, headed=headed)
        tried.append(placed(key, drawing, box, most))
        # No other shape makes a picture fit that is much too large, or one much larger that fits.
        if not _HOPELESS < tried[-1].scale < _FINE * most:
            break
    return max(tried, key=lambda one: one.scale)


def placed(key: str, drawing: Drawing, box: Box, most: float = MOST) -> Figure:
    """A drawing as large as it gets in a box, up to so many times its size, at its top and in the
    middle."""
    left, top, wide, high = box
    scale = min(wide / drawing.width, high / drawing.height, most)
    size = drawing.width * scale, drawing.height * scale
    return Figure(
        key,
        (left + (wide - size[0]) / 2, top, *size),
        drawing,
        scale,
        drawing.description,
    )


def trimmed(drawing: Drawing, without: Collection[str], *, headed: bool = True) -> Drawing:
    """A drawing without groups of some roles, cut to what is left."""
    gone = {group.id for group in drawing.groups if group.role in without}
    shapes = [one for one in drawing.shapes if one.group not in gone]
    paths = [one for one in drawing.paths if one.group not in gone]
    if not headed:
        shapes = _headless(shapes)
    corners = [(one.x, one.y) for one in shapes]
    corners += [(one.x + one.width, one.y + one.height) for one in shapes]
    corners += [point for one in paths for point in one.points]
    left = min((x for x, _ in corners), default=0.0) - _AIR
    top = min((y for _, y in corners), default=0.0) - _AIR
    right = max((x for x, _ in corners), default=1.0) + _AIR
    bottom = max((y for _, y in corners), default=1.0) + _AIR
    return drawing._replace(
        width=round(right - left, 2),
        height=round(bottom - top, 2),
        groups=tuple(group for group in drawing.groups if group.id not in gone),
        shapes=tuple(_moved(one, left, top) for one in shapes),
        paths=tuple(_shifted(one, left, top) for one in paths),
    )


def _headless(shapes: Sequence[Shape]) -> list[Shape]:
    """Without the headings of stages and what is written in them; the panels begin below."""
    heads = [one for one in shapes if one.role in ("heading", "goal")]
    bottom = max((one.y + one.height for one in heads), default=0.0)
    rest = [
        one
        for one in shapes
        if one.role not in ("heading", "goal", "name", "time", "goal-text")
        or not one.group.startswith("stage-")
    ]
    return [
        one._replace(y=bottom, height=one.y + one.height - bottom)
        if one.role == "panel" and one.y < bottom
        else one
        for one in rest
    ]


def _moved(shape: Shape, left: float, top: float) -> Shape:
    return shape._replace(x=round(shape.x - left, 2), y=round(shape.y - top, 2))


def _shifted(path: Path, left: float, top: float) -> Path:
    points = tuple((round(x - left, 2), round(y - top, 2)) for x, y in path.points)
    return path._replace(points=points)
