"""A drawing under construction: shapes, texts and paths put down group by group."""

from collections.abc import Sequence

from journeyctl.fonts import width
from journeyctl.views.drawing import (
    PITCH,
    Align,
    Arrowhead,
    Drawing,
    Form,
    Group,
    Line,
    Lines,
    Path,
    Shape,
)

_PEN, _DOTTED_PEN = 1.2, 1.7  # thin dots would be lost
_ROUNDING = 6.0


class Canvas:
    """Collects what is drawn. Ids of groups are made unique here, in the order they come."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.shapes: list[Shape] = []
        self.paths: list[Path] = []
        self._used: set[str] = set()

    @classmethod
    def over(cls, drawing: Drawing) -> "Canvas":
        """A canvas with a drawing on it, to be drawn over."""
        canvas = cls()
        canvas.groups = list(drawing.groups)
        canvas.shapes = list(drawing.shapes)
        canvas.paths = list(drawing.paths)
        canvas._used = {group.id for group in drawing.groups}
        return canvas

    def group(self, id: str, role: str, title: str) -> str:
        """Open a group, and give its id: ``id``, or with ``-2``, ``-3`` … if it is taken."""
        unique, count = id, 1
        while unique in self._used:
            count += 1
            unique = f"{id}-{count}"
        self._used.add(unique)
        self.groups.append(Group(unique, role, title))
        return unique

    def shape(
        self,
        group: str,
        part: str,
        form: Form,
        box: tuple[float, float, float, float],
        *,
        role: str = "",
        fill: str = "none",
        stroke: str = "none",
        line: Line = "solid",
        pen: float = 1.0,
        text: Lines | None = None,
    ) -> None:
        """Put a form into ``box`` (left, top, width, height)."""
        x, y, wide, high = (round(value, 2) for value in box)
        name = f"{group}-{part}"
        kind = "none" if stroke == "none" else line
        self.shapes.append(
            Shape(name, group, role or part, form, x, y, wide, high, fill, stroke, kind, pen, text)
        )

    def text(
        self,
        group: str,
        part: str,
        at: tuple[float, float, float],
        lines: Sequence[str],
        size: float,
        colour: str,
        *,
        bold: bool = False,
        align: Align = "left",
    ) -> None:
        """Put lines of text at (left, top) into a width, ``PITCH`` sizes apart."""
        x, y, room = at
        box = (x, y, room, len(lines) * size * PITCH)
        text = lettering(lines, size, colour, bold=bold, align=align)
        self.shape(group, part, "text", box, text=text)

    def path(
        self,
        group: str,
        part: str,
        points: Sequence[tuple[float, float]],
        colour: str,
        *,
        line: Line = "solid",
        arrow: Arrowhead = "normal",
        pen: float = 0.0,
        rounding: float = _ROUNDING,
    ) -> None:
        """Draw a line through points; doubled and straight-through ones are left out.

        ``pen`` is its thickness, 0 for the usual one; ``rounding`` the radius of its corners.
        """
        clean: list[tuple[float, float]] = []
        for x, y in points:
            point = (round(x, 2), round(y, 2))
            if clean and clean[-1] == point:
                continue
            if len(clean) > 1 and _between(clean[-2], clean[-1], point):
                clean[-1] = point
            else:
                clean.append(point)
        name = f"{group}-{part}"
        pen = pen or (_DOTTED_PEN if line == "dotted" else _PEN)
        self.paths.append(Path(name, group, part, tuple(clean), colour, line, pen, arrow, rounding))

    def curve(
        self,
        group: str,
        part: str,
        points: Sequence[tuple[float, float]],
        colour: str,
        *,
        line: Line = "solid",
        pen: float = 2.0,
    ) -> None:
        """Draw a cubic curve by its 3n + 1 control points."""
        places = tuple((round(x, 2), round(y, 2)) for x, y in points)
        name = f"{group}-{part}"
        self.paths.append(Path(name, group, part, places, colour, line, pen, "none", 0.0, True))


def lettering(
    lines: Sequence[str], size: float, colour: str, *, bold: bool = False, align: Align = "left"
) -> Lines:
    """Lines of text with their measured widths."""
    widths = tuple(round(width(line, size, bold=bold), 2) for line in lines)
    return Lines(tuple(lines), widths, size, bold, colour, align)


def _between(
    before: tuple[float, float], middle: tuple[float, float], after: tuple[float, float]
) -> bool:
    """Whether ``middle`` lies on the straight way (level or upright) from before to after."""
    level = before[1] == middle[1] == after[1]
    upright = before[0] == middle[0] == after[0]
    return (level and (middle[0] - before[0]) * (after[0] - middle[0]) >= 0) or (
        upright and (middle[1] - before[1]) * (after[1] - middle[1]) >= 0
    )
