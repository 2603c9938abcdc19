"""A drawing as native shapes: the steps in groups, and connectors that hold on to them."""

from collections.abc import Iterator
from itertools import pairwise

from journeyctl.renderers.geometry import Point
from journeyctl.renderers.pptx.connectors import Glue, connected, free
from journeyctl.renderers.pptx.objects import Told, grouped
from journeyctl.renderers.pptx.pieces import JOINED, Piece, named, nearest, pieces
from journeyctl.renderers.pptx.shapes import shape
from journeyctl.renderers.pptx.text import Pen
from journeyctl.slides.deck import Figure
from journeyctl.views.drawing import Drawing, Group, Path

_KEPT = ("step", "legend-item")  # roles of groups whose lines stay in them


def figure(figure: Figure, pen: Pen, ids: Iterator[int]) -> str:
    """A figure as one group. ``pen`` writes in the slide's points; ``ids`` gives the numbers of
    its objects."""
    left, top, _, _ = figure.box
    drawing = figure.drawing
    inner = pen._replace(
        paper=pen.paper.within(left, top, figure.scale),
        language=drawing.language,
        # A template's font may be wider than what the labels were wrapped with.
        face=drawing.font if pen.palette.foreign else "",
    )
    id = next(ids)
    parts = _Parts(drawing, inner, ids)
    x, y, wide, high = figure.box
    paper = pen.paper
    box = (paper.x(x), paper.y(y), paper.length(wide), paper.length(high))
    return grouped(id, Told(figure.key, figure.alt), box, "".join(parts.all()))


class _Parts:
    """The shapes and lines of one drawing as elements."""

    def __init__(self, drawing: Drawing, pen: Pen, ids: Iterator[int]) -> None:
        self._drawing, self._pen, self._ids = drawing, pen, ids
        self._groups = {group.id: group for group in drawing.groups}
        self._pieces = pieces(drawing)
        self._rows = {id: row for id, row in self._pieces.items() if row}
        for row in self._rows.values():
            for piece in row:
                piece.id = next(ids)
        forms = [piece for row in self._rows.values() for piece in row]
        self._panels = [piece for piece in forms if piece.shape.role == "panel"]
        self._joined = [
            piece for piece in forms if piece.shape.role in JOINED and piece.shape.form != "text"
        ]

    def all(self) -> Iterator[str]:
        """The elements in the order of painting: panels, lines, then all else."""
        lines = dict.fromkeys(self._groups, "")
        for path in self._drawing.paths:  # First, since they add connection sites to the shapes.
            lines[path.group] = lines.get(path.group, "") + self._line(path)
        kept = {id for id, group in self._groups.items() if group.role in _KEPT}
        for id, row in self._rows.items():
            if id not in kept:
                for piece in row:
                    if piece.shape.role == "panel":
                        yield self._shape(piece, Told(piece.shape.id))
        for id, drawn in lines.items():
            if id not in kept:
                yield drawn
        for id, row in self._rows.items():
            panels = [piece for piece in row if piece.shape.role == "panel"]
            others = [piece for piece in row if piece.shape.role != "panel"]
            if id in kept:
                yield self._group(self._groups[id], panels, lines[id], others)
            elif others:
                yield self._group(self._groups[id], [], "", others)

    def _group(self, group: Group, panels: list[Piece], lines: str, others: list[Piece]) -> str:
        """What belongs together as a group, or as the one shape that it is."""
        told = Told(named(group, panels + others), group.title)
        if len(panels) + len(others) == 1 and not lines:
            return self._shape((panels + others)[0], told)
        boxes = [piece.shape for piece in panels + others]
        paper = self._pen.paper
        left, top = paper.x(min(one.x for one in boxes)), paper.y(min(one.y for one in boxes))
        right = paper.x(max(one.x + one.width for one in boxes))
        bottom = paper.y(max(one.y + one.height for one in boxes))
        return grouped(
            next(self._ids),
            told,
            (left, top, right - left, bottom - top),
            "".join(self._shape(piece, Told(piece.shape.id)) for piece in panels)
            + lines
            + "".join(self._shape(piece, self._part(group, piece)) for piece in others),
        )

    def _part(self, group: Group, piece: Piece) -> Told:
        """A card has the name of its group, by which connectors know it."""
        return Told(group.id if piece.shape.role == "card" else piece.shape.id)

    def _shape(self, piece: Piece, told: Told) -> str:
        title = self._groups[piece.shape.group].title
        return shape(piece, told, self._pen, title, self._ground(piece))

    def _ground(self, piece: Piece) -> str:
        """What a text without a form of its own stands on: the last form of its group around it,
        else the last panel. Only with a template's colours is there a need to know."""
        if not self._pen.palette.foreign or piece.shape.form != "text":
            return "none"
        text = piece.shape
        middle = text.x + text.width / 2, text.y + text.height / 2
        row = self._rows[text.group]
        around = [*self._panels, *row[: row.index(piece)]]
        fills = (one.shape.fill for one in reversed(around) if one.holds(middle))
        return next((fill for fill in fills if fill != "none"), self._drawing.background)

    def _line(self, path: Path) -> str:
        """A line as connectors from shape to shape, or as it is."""
        told = Told(path.group, self._groups[path.group].title)
        ends = path.points[0], path.points[-1]
        first, last = (nearest(point, self._joined) for point in ends)
        start = end = None
        if first and last and first is not last:
            start = Glue(first.id, first.site(ends[0]))
            end = Glue(last.id, last.site(ends[1]))
            path = path._replace(points=_from(first.place(start.site), path.points))
        straight = len(path.points) == 2
        if path.bezier or not (straight or (start and _square(path.points))):
            return free(path, told, self._pen, next(self._ids))
        return connected(path, start, end, told, self._pen, self._ids)


def _from(place: Point, points: tuple[Point, ...]) -> tuple[Point, ...]:
    """A way that begins at a place, if that is level with its start or straight above it."""
    x, y = points[0]
    if _near(place, points[0]) or not (place[0] == x or place[1] == y):
        return points
    return (place, *points)


def _near(one: Point, other: Point) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) < 2


def _square(points: tuple[Point, ...]) -> bool:
    """Whether all legs are level or upright."""
    return all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(points))
