"""Lines of a drawing: connectors that are glued to what they join, or free forms.

A connector is straight, or an elbow with one bend, or with two opposite ones about its middle.
A longer way is a chain of them, joined by small dots that can be taken with the mouse. A single
elbow with more bends (``bentConnector5`` with its adjustments) could have the same way, but
programs lay it out anew: LibreOffice 7.4 when it reads it, PowerPoint when an end is moved.
"""

from collections.abc import Iterator
from itertools import pairwise
from math import dist
from typing import NamedTuple

from journeyctl.renderers.geometry import Point
from journeyctl.renderers.pptx.objects import Told, stroke
from journeyctl.renderers.pptx.paper import POINT, Paper
from journeyctl.renderers.pptx.text import Pen
from journeyctl.views.drawing import Path

_OFF = 12.0  # points that a stair's step may be off the middle
_SHORT = 30.0  # points of a slide: LibreOffice keeps half a centimetre free at both of its ends
_DOT = 1.2  # points of a bend's radius, at the least
_SITES = {(-1, 0): 2, (1, 0): 6, (0, -1): 0, (0, 1): 4}
"""The sites of a dot at which a line ends that lies on that side of it."""


class Glue(NamedTuple):
    """The number of a shape, and which of its connection sites."""

    id: int
    site: int

    def element(self, end: str) -> str:
        return f'<a:{end}Cxn id="{self.id}" idx="{self.site}"/>'


def connected(
    path: Path, start: Glue | None, end: Glue | None, told: Told, pen: Pen, ids: Iterator[int]
) -> str:
    """A path as connectors, and the dots between them; the first one is told of."""
    out = []
    point = POINT / pen.paper.length(1.0)  # of a slide, in the drawing's
    legs = runs(path.points, _SHORT * point)
    for number, leg in enumerate(legs, start=1):
        called = told if number == 1 else Told(told.name)
        id, glue = next(ids), start.element("st") if start else ""
        if number == len(legs):
            arrow, glued, dot = path.arrow, end.element("end") if end else "", ""
        else:
            bend, radius = next(ids), _radius(path, pen.paper)
            into, start = (
                Glue(bend, _SITES[_signs(leg[-1], beside)]) for beside in (leg[-2], legs[number][1])
            )
            arrow, glued = "none", into.element("end")
            dot = _dot(leg[-1], radius, path, bend, pen)
            legs[number] = (_towards(leg[-1], legs[number][1], radius), *legs[number][1:])
            leg = (*leg[:-1], _towards(leg[-1], leg[-2], radius))
        look = stroke(path.stroke, path.pen, path.line, pen.paper, pen.palette, arrow)
        out.append(
            f"<p:cxnSp><p:nvCxnSpPr>{called.element(id)}<p:cNvCxnSpPr>{glue}{glued}"
            f"</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>{_geometry(leg, pen.paper)}{look}"
            f"</p:spPr></p:cxnSp>{dot}"
        )
    return "".join(out)


def free(path: Path, told: Told, pen: Pen, id: int) -> str:
    """A path that joins nothing as a form of its own."""
    look = stroke(path.stroke, path.pen, path.line, pen.paper, pen.palette, path.arrow)
    return (
        f"<p:sp><p:nvSpPr>{told.element(id)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{_polyline(path, pen.paper)}<a:noFill/>{look}</p:spPr></p:sp>"
    )


def runs(points: tuple[Point, ...], short: float = 0.0) -> list[tuple[Point, ...]]:
    """A way in level and upright legs, cut where a connector has to end: in the middle of a leg
    between two bends, unless they make a stair, and at a bend beside which a leg is ``short``."""
    legs = _runs(points)
    if len(legs) == 1:
        return legs
    out: list[tuple[Point, ...]] = []
    for leg in legs:
        bent = len(leg) == 3 and min(dist(one, other) for one, other in pairwise(leg)) < short
        for piece in [leg[:2], leg[1:]] if bent else [leg]:
            if out and len(out[-1]) == len(piece) == 2 and _signs(*out[-1]) == _signs(*piece):
                out[-1] = (out[-1][0], piece[1])
            else:
                out.append(piece)
    return out


def _runs(points: tuple[Point, ...]) -> list[tuple[Point, ...]]:
    if len(points) < 4 or (len(points) == 4 and _stair(points)):
        return [points]
    if len(points) > 4:
        after = _middle(points[2], points[3])
        if _stair((*points[:3], after)):
            return [(*points[:3], after), *_runs((after, *points[3:]))]
    after = _middle(points[1], points[2])
    return [(*points[:2], after), *_runs((after, *points[2:]))]


def _stair(way: tuple[Point, ...]) -> bool:
    """Whether three legs go up or down in one step that is about in the middle of the way."""
    start, corner, after, end = way
    at = 0 if start[1] == corner[1] else 1
    first, third = corner[at] - start[at], end[at] - after[at]
    return first * third > 0 and abs(first - third) / 2 <= _OFF


def _middle(one: Point, other: Point) -> Point:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _towards(start: Point, end: Point, distance: float) -> Point:
    """A point on a level or upright leg, at a distance from its start."""
    across, down = _signs(start, end)
    return start[0] + across * distance, start[1] + down * distance


def _signs(start: Point, end: Point) -> tuple[int, int]:
    x, y = end[0] - start[0], end[1] - start[1]
    return (x > 0) - (x < 0), (y > 0) - (y < 0)


def _radius(path: Path, paper: Paper) -> float:
    """Of the dots between the connectors of a path: enough to take them with the mouse."""
    return max(0.9 * path.pen, _DOT * POINT / paper.length(1.0))


def _dot(middle: Point, radius: float, path: Path, id: int, pen: Pen) -> str:
    box = (middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)
    return (
        f"<p:sp><p:nvSpPr>{Told(f'{path.id}-bend').element(id)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{pen.paper.frame(box)}<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        f"{pen.palette.fill(path.stroke)}<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _geometry(points: tuple[Point, ...], paper: Paper) -> str:
    """The place and the form of a connector with 2, 3 or 4 points.

    An elbow leaves level (20.1.10.56 ``bentConnector2``, ``bentConnector3``); one that leaves
    upright is turned by a quarter, around its middle.
    """
    (x, y), (right, down) = points[0], points[-1]
    start, end = (paper.x(x), paper.y(y)), (paper.x(right), paper.y(down))
    upright = len(points) > 2 and points[0][0] == points[1][0]
    along, aside = (1, 0) if upright else (0, 1)
    long, wide = end[along] - start[along], end[aside] - start[aside]
    # Turned by a quarter, what goes to the right in the connector's frame goes down on the
    # slide, and what goes down goes to the left.
    mirrored = (wide < 0) != upright
    turn = (
        (' rot="5400000"' if upright else "")
        + (' flipH="1"' if long < 0 else "")
        + (' flipV="1"' if mirrored else "")
    )
    bends = ""
    if len(points) == 4:
        first = (paper.y if upright else paper.x)(points[1][along]) - start[along]
        share = round(first / long * 100_000) if long else 50_000
        bends = f'<a:gd name="adj1" fmla="val {share}"/>'
    form = {2: "straightConnector1", 3: "bentConnector2", 4: "bentConnector3"}[len(points)]
    long, wide = abs(long), abs(wide)
    left, top = min(start[0], end[0]), min(start[1], end[1])
    if upright:  # The frame has the same middle as what it turns into.
        left, top = left + round((wide - long) / 2), top + round((long - wide) / 2)
    return (
        f'<a:xfrm{turn}><a:off x="{left}" y="{top}"/><a:ext cx="{long}" cy="{wide}"/></a:xfrm>'
        f'<a:prstGeom prst="{form}"><a:avLst>{bends}</a:avLst></a:prstGeom>'
    )


def _polyline(path: Path, paper: Paper) -> str:
    """The place and the form of a line that is glued to nothing, bent as it likes."""
    spots = [(paper.x(x), paper.y(y)) for x, y in path.points]
    left, top = min(x for x, _ in spots), min(y for _, y in spots)
    wide, high = max(x for x, _ in spots) - left, max(y for _, y in spots) - top
    parts = [f'<a:pt x="{x - left}" y="{y - top}"/>' for x, y in spots]
    drawn = [f"<a:moveTo>{parts[0]}</a:moveTo>"]
    if path.bezier:
        drawn += [
            f"<a:cubicBezTo>{''.join(parts[at : at + 3])}</a:cubicBezTo>"
            for at in range(1, len(parts), 3)
        ]
    else:
        drawn += [f"<a:lnTo>{part}</a:lnTo>" for part in parts[1:]]
    return (
        f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{wide}" h="{high}" fill="none">{"".join(drawn)}</a:path>'
        "</a:pathLst></a:custGeom>"
    )
