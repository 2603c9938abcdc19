"""Where the lines, forms and texts of a drawing run: what renderers share.

The forms and arrowheads are those that Graphviz draws, so that a picture made without it looks
the same.
"""

from collections.abc import Iterator
from math import cos, hypot, pi, sin

from journeyctl.views.drawing import PITCH, Lines, Path, Shape

BASELINE = 0.34
"""From the middle of a line down to its baseline, in font sizes: capitals look centred."""

ARROW = 7.0
"""Length of an arrowhead in points; a shorter last leg gets a shorter one."""

DASHES = {"dashed": (5, 2), "dotted": (1, 5)}
"""Points that a line shows, and points that it leaves out."""

RING = 4.0
"""Between the two rings of a double circle, in points."""

Point = tuple[float, float]


def shown_lines(text: Lines | None) -> list[int]:
    """The indexes of the lines that hold anything to see."""
    return [] if text is None else [i for i, line in enumerate(text.lines) if line.strip()]


def baseline(shape: Shape, text: Lines, index: int) -> float:
    """Where a line of a shape's text stands; the lines are centred in the shape's box."""
    middle = shape.y + shape.height / 2 + (index - (len(text.lines) - 1) / 2) * PITCH * text.size
    return middle + BASELINE * text.size


def spline(path: Path) -> tuple[list[Point], float]:
    """The control points of a path's cubic curve, and the length of its arrowhead (0: none),
    by which the curve ends before the path's last point."""
    points = list(path.points)
    if not path.bezier:
        points = [one for i, one in enumerate(points) if i == 0 or one != points[i - 1]]
    back = 0.0
    if path.arrow != "none" and len(points) > 1:
        back = min(ARROW, _length(points[-2], points[-1])) or ARROW
    curve = _shortened(points, back) if path.bezier else _rounded(points, back, path.rounding)
    return curve, back


def pieces(curve: list[Point]) -> Iterator[list[Point]]:
    """The pieces of a cubic curve behind its first point: two control points and the end of each;
    of one that is straight the end alone, and none of one without a length."""
    here = curve[0]
    for at in range(1, len(curve), 3):
        first, second, there = piece = curve[at : at + 3]
        if first != here or second != there:
            yield piece
        elif there != here:
            yield [there]
        here = there


def head(path: Path, curve: list[Point], back: float) -> list[Point]:
    """The corners of a path's arrowhead, whose mitred outline ends in the path's last point."""
    tip, start = path.points[-1], curve[-1]
    across, down = (tip[0] - start[0]) / back, (tip[1] - start[1]) / back
    half = (0.45 if path.arrow == "vee" else 0.35) * back
    # What the pen adds to the sharp corner.
    sharp = path.pen / 2 * hypot(half, back) / half
    base = back + sharp
    corners = [(sharp, 0.0), (base, half), (base, -half)]
    if path.arrow == "vee":
        stem = max(0.0, (path.pen - 1) / 2)
        notch = [(back / 2, stem), (base, stem), (base, -stem), (back / 2, -stem)]
        corners[2:2] = notch
    return [
        (tip[0] - far * across - side * down, tip[1] - far * down + side * across)
        for far, side in corners
    ]


def corner_radius(shape: Shape) -> float:
    """Of a ``rounded`` shape, in points."""
    return min(12.0, min(shape.width, shape.height) / 3)


def diamond(shape: Shape) -> list[Point]:
    """The corners of a diamond that fills the shape's box."""
    x, y, wide, high = shape.x, shape.y, shape.width, shape.height
    return [
        (x + wide / 2, y),
        (x, y + high / 2),
        (x + wide / 2, y + high),
        (x + wide, y + high / 2),
    ]


def star(shape: Shape) -> list[Point]:
    """The corners of a star with five points, as large as the shape's box lets or demands."""
    wide = max(shape.width, shape.height * 2 * cos(pi / 10) / (1 + sin(3 * pi / 10)))
    outer = wide / (2 * cos(pi / 10))
    inner = outer * sin(pi / 10) / sin(3 * pi / 10)
    x = shape.x + shape.width / 2
    y = shape.y + shape.height / 2 + outer * (1 - sin(3 * pi / 10)) / 2
    radii = [outer, inner] * 5
    return [
        (x + radius * cos((2 * at + 1) * pi / 10), y - radius * sin((2 * at + 1) * pi / 10))
        for at, radius in enumerate(radii)
    ]


def _length(start: Point, end: Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])


def _towards(start: Point, end: Point, distance: float) -> Point:
    """The point ``distance`` from ``start`` on the way to ``end``, or ``start`` if they are one."""
    length = _length(start, end)
    if not length:
        return start
    part = distance / length
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _shortened(points: list[Point], back: float) -> list[Point]:
    """A Bézier curve whose end stands ``back`` before its last point."""
    end = _towards(points[-1], points[-2], back)
    control = points[-2] if _length(points[-2], points[-1]) > back else end
    return [*points[:-2], control, end]


def _rounded(points: list[Point], back: float, rounding: float) -> list[Point]:
    """A polyline as a Bézier curve, its corners rounded by half the shorter leg at most."""
    if len(points) == 1:
        return points * 4
    end = _towards(points[-1], points[-2], back)
    spline = [points[0]]
    for index in range(1, len(points) - 1):
        before, corner, after = points[index - 1 : index + 2]
        legs = _length(before, corner), _length(corner, after)
        radius = min(rounding, legs[0] / 2, legs[1] / 2)
        if index == len(points) - 2:
            radius = min(radius, legs[1] - back)
        start, stop = _towards(corner, before, radius), _towards(corner, after, radius)
        spline += [spline[-1], start, start]
        if radius > 0:
            # 0.45 of the radius from the corner: the nearest that a cubic comes to a circle.
            spline += [
                _towards(start, corner, radius * 0.55),
                _towards(stop, corner, radius * 0.55),
                stop,
            ]
    return [*spline, spline[-1], end, end]
