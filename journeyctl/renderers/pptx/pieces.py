"""What becomes one shape of a slide: a form with the text that stands on it, and where lines
may be glued to it."""

from collections.abc import Iterable

from journeyctl.fonts import unwrapped
from journeyctl.renderers.geometry import Point
from journeyctl.renderers.pptx.paper import Paper
from journeyctl.views.drawing import Drawing, Group, Shape

JOINED = ("card", "stub", "label", "heading", "start", "end", "leave", "meet", "fork", "join")
"""Roles of shapes that lines begin and end at."""

_BARE = ("panel", "bar", "scale")  # forms that take no text
_TOUCHING = 1.5  # points between a line's end and what it ends at
_BRANCH = {"meet": 10.0}
_NEAR = 0.7  # points in which two places are one


class Piece:
    """A form, and the text shape that is its text or None. ``id`` is its number on the slide;
    ``ports`` are places on its edge, in the drawing's points, where its form has no site."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.label: Shape | None = None
        self.id = 0
        self.ports: list[Point] = []

    def takes(self, text: Shape) -> bool:
        """Whether a text stands on the form and may become its own."""
        form = self.shape
        if self.label or form.text or form.form == "text" or form.role in _BARE:
            return False
        right, bottom = form.x + form.width + 1, form.y + form.height + 1
        inside = form.x - 1 <= text.x and text.x + text.width <= right
        return inside and form.y - 1 <= text.y and text.y + text.height <= bottom

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the form's box."""
        form = self.shape
        return 0 <= point[0] - form.x <= form.width and 0 <= point[1] - form.y <= form.height

    def distance(self, point: Point) -> float:
        """From a point to the edge of the form's box; 0 anywhere in a small sign."""
        form = self.shape
        x, y = point[0] - form.x, point[1] - form.y
        out = max(-x, x - form.width, -y, y - form.height)
        if form.form == "circle" and form.width < 12 and out <= 0:
            return 0.0
        return out if out > 0 else min(x, form.width - x, y, form.height - y)

    def site(self, point: Point) -> int:
        """The index of the connection site at a place on the edge (20.1.9.10), made if the form
        has none and can have one."""
        sites = self._sites()
        near = [max(abs(x - point[0]), abs(y - point[1])) for x, y in sites]
        best = min(range(len(sites)), key=near.__getitem__)
        if near[best] <= _NEAR or self.shape.form not in ("box", "rounded"):
            return best
        self.ports.append(point)
        return len(sites)

    def place(self, site: int) -> Point:
        """Where a connection site lies."""
        return self._sites()[site]

    def _sites(self) -> list[Point]:
        form = self.shape
        x, y, wide, high = form.x, form.y, form.width, form.height
        parts = [(0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5)]
        if form.form in ("circle", "doublecircle"):
            near, far = 0.1464, 0.8536  # on the diagonals
            parts[1:1], parts[3:3] = [(near, near)], [(near, far)]
            parts[5:5], parts[7:7] = [(far, far)], [(far, near)]
        return [*((x + a * wide, y + b * high) for a, b in parts), *self.ports]

    def sites(self, paper: Paper) -> list[tuple[int, int]]:
        """The sites as units from the form's left top corner."""
        left, top = paper.x(self.shape.x), paper.y(self.shape.y)
        return [(paper.x(x) - left, paper.y(y) - top) for x, y in self._sites()]


def pieces(drawing: Drawing) -> dict[str, list[Piece]]:
    """The pieces of each group, in the order in which they are painted."""
    found: dict[str, list[Piece]] = {group.id: [] for group in drawing.groups}
    for shape in drawing.shapes:
        row = found.setdefault(shape.group, [])
        holder = None
        if shape.form == "text":
            holder = next((piece for piece in reversed(row) if piece.takes(shape)), None)
        if holder is None:
            row.append(Piece(shape))
        else:
            holder.label = shape
    return found


def nearest(point: Point, joined: Iterable[Piece]) -> Piece | None:
    """The piece at whose edge a line ends; a line may also branch off a little after a sign."""
    within = [(piece.distance(point), at, piece) for at, piece in enumerate(joined)]
    close = [one for one in within if one[0] <= _BRANCH.get(one[2].shape.role, _TOUCHING)]
    best = min(close, default=None, key=lambda one: one[:2])
    return best[2] if best else None


def named(group: Group, row: list[Piece]) -> str:
    """What a group is called in the list of a slide's objects: the first words in it."""
    texts = (piece.label or piece.shape for piece in row)
    lines = next((shape.text.lines for shape in texts if shape.text), ())
    return unwrapped(lines) or group.title or group.id
