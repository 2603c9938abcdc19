"""Plain drawing data: what stands where. Renderers read this and nothing else of a journey.

Lengths are points (1/72 inch); x runs right, y runs down, from the drawing's top left.
Colours are ``#rrggbb``, or ``none``.
"""

from typing import Literal, NamedTuple

Form = Literal["box", "rounded", "diamond", "circle", "doublecircle", "star", "text"]
Line = Literal["none", "solid", "dashed", "dotted"]
Arrowhead = Literal["none", "normal", "vee"]
Align = Literal["left", "center", "right"]

PITCH = 1.2
"""From one baseline of a text to the next, in font sizes."""

ALIGNED: dict[Align, float] = {"left": 0.0, "center": 0.5, "right": 1.0}
"""How much of the room beside a line is on its left."""


class Lines(NamedTuple):
    """Text, wrapped already: ``size`` points, ``widths`` measured for each line, in points."""

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    size: float
    bold: bool
    colour: str
    align: Align


class Shape(NamedTuple):
    """A form with its box (left, top, width, height), and text inside it or none.

    ``group`` is the id of the Group it is part of. Text is centred vertically.
    """

    id: str
    group: str
    role: str
    form: Form
    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str
    line: Line
    pen: float
    text: Lines | None = None


class Path(NamedTuple):
    """A line through ``points``, straight, with corners rounded by the radius ``rounding``.

    With ``bezier`` the points are the 3n + 1 control points of a cubic curve. The
    arrowhead ends exactly in the last point.
    """

    id: str
    group: str
    role: str
    points: tuple[tuple[float, float], ...]
    stroke: str
    line: Line
    pen: float
    arrow: Arrowhead
    rounding: float = 0.0
    bezier: bool = False


class Group(NamedTuple):
    """Things that belong together: a step with its marks, a link with its label.

    ``id`` is stable (``step-demo``), ``role`` the class, ``title`` one sentence for
    those who don't see the picture. A group without shapes and paths is left out.
    """

    id: str
    role: str
    title: str


class Drawing(NamedTuple):
    """One picture. Groups, shapes and paths are drawn in their order, paths above the
    ``panel`` shapes and below all others. ``scale`` is what one of its points measures on paper,
    in points."""

    width: float
    height: float
    title: str
    description: str
    language: str
    background: str
    font: str
    groups: tuple[Group, ...]
    shapes: tuple[Shape, ...]
    paths: tuple[Path, ...]
    scale: float = 1.0
