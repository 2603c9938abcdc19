"""A drawing as a PDF of one page: lines and letters, no pixels.

The letters are those of the fonts that come with journeyctl, of which the file holds the glyphs
that it uses. There is no clock in it and nothing is packed, since two versions of a packer give
different bytes: the same drawing is the same file everywhere. The form of the file is that of
ISO 32000-1 (PDF 1.7), whose sections are named here.
"""

from journeyctl.fonts.bidi import visual
from journeyctl.fonts.truetype import face
from journeyctl.renderers.dot import number, printable
from journeyctl.renderers.geometry import (
    RING,
    Point,
    baseline,
    corner_radius,
    diamond,
    head,
    shown_lines,
    spline,
    star,
)
from journeyctl.renderers.pdf_parts import Font, file, stream, text_string
from journeyctl.views.drawing import Drawing, Lines, Path, Shape

LONGEST = 14_400.0
"""Points of a page's side at the most: viewers take no more (annex C)."""

_ARC = 0.5523  # of the radius, to the control points of a quarter of a circle
_DASHES = {"dashed": "[5 2] 0 d", "dotted": "[1 5] 0 d"}
_ALIGNED = {"left": 0.0, "center": 0.5, "right": 1.0}


def pdf(drawing: Drawing) -> bytes:
    """The file. A page that would be longer than ``LONGEST`` is as much smaller."""
    longest = max(drawing.width, drawing.height) * drawing.scale
    scale = drawing.scale * min(1.0, LONGEST / longest)
    wide, high = drawing.width * scale, drawing.height * scale
    page = _Page()
    # From here on, as in the drawing, y runs down.
    page.put(f"{scale:.6f} 0 0 {-scale:.6f} 0 {number(high)} cm")
    if drawing.background != "none":
        page.put(f"{_colour(drawing.background)} rg")
        page.put(f"0 0 {number(drawing.width)} {number(drawing.height)} re f")
    for shape in drawing.shapes:
        if shape.role == "panel":
            page.shape(shape)
    for path in drawing.paths:
        page.path(path)
    for shape in drawing.shapes:
        if shape.role != "panel":
            page.shape(shape)
    fonts = [font for font in page.fonts if font.used]
    first = 5
    names = "".join(f"/{font.key} {first + 5 * at} 0 R " for at, font in enumerate(fonts))
    described = f"/Subject {text_string(drawing.description)} " if drawing.description else ""
    return file(
        [
            b"<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >>"
            + f" /Lang {text_string(drawing.language)} >>".encode(),
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {number(wide)} {number(high)}]"
            f" /Contents 4 0 R /Resources << /Font << {names}>> >> >>".encode(),
            stream(page.content()),
            *(one for at, font in enumerate(fonts) for one in font.objects(first + 5 * at)),
            f"<< /Title {text_string(drawing.title)} {described}/Producer (journeyctl) >>".encode(),
        ]
    )


class _Page:
    """What is painted, as the operators of a content stream (8.2, 9.4)."""

    def __init__(self) -> None:
        self.fonts = Font("R", face(False)), Font("B", face(True))
        self._out: list[str] = []

    def put(self, operators: str) -> None:
        """Paint on."""
        self._out.append(operators)

    def content(self) -> bytes:
        """All that is painted so far."""
        return "\n".join(self._out).encode("ascii")

    def shape(self, shape: Shape) -> None:
        """A form in its colours, and the text in it."""
        stroke = "none" if shape.line == "none" else shape.stroke
        if shape.form != "text":
            self._paint(_outline(shape), shape.fill, stroke, shape.line, shape.pen)
            if shape.form == "doublecircle":
                ring = (shape.x, shape.y, shape.width, shape.height)
                self._paint(_ellipse(*ring), "none", stroke, shape.line, shape.pen)
        if shape.text is not None:
            for index in shown_lines(shape.text):
                self._text(shape, shape.text, index)

    def path(self, path: Path) -> None:
        """A line and its arrowhead."""
        curve, back = spline(path)
        self._paint(_curve(curve), "none", path.stroke, path.line, path.pen)
        if back:
            tip = _polygon(head(path, curve, back))
            self._paint(tip, path.stroke, path.stroke, "solid", path.pen)

    def _paint(self, outline: str, fill: str, stroke: str, line: str, pen: float) -> None:
        if fill == stroke == "none":
            return
        paint = "S" if fill == "none" else "f" if stroke == "none" else "B"
        colours = [] if fill == "none" else [f"{_colour(fill)} rg"]
        if stroke != "none":
            colours.append(f"{_colour(stroke)} RG {number(pen)} w {_DASHES.get(line, '[] 0 d')}")
        self.put(" ".join([*colours, outline, paint]))

    def _text(self, shape: Shape, text: Lines, index: int) -> None:
        """A line of text at its baseline, stretched to its width (9.3.4: Tz in percent)."""
        font, wide = self.fonts[text.bold], text.widths[index]
        shown = visual(printable(text.lines[index]))
        natural = font.width(shown) * text.size
        stretched = 100 * wide / natural if natural and wide else 100.0
        x = shape.x + _ALIGNED[text.align] * (shape.width - wide)
        y = baseline(shape, text, index)
        self.put(
            f"BT /{font.key} {number(text.size)} Tf {stretched:.3f} Tz {_colour(text.colour)} rg"
            f" 1 0 0 -1 {number(x)} {number(y)} Tm <{font.codes(shown)}> Tj ET"
        )


def _outline(shape: Shape) -> str:
    x, y, wide, high = shape.x, shape.y, shape.width, shape.height
    if shape.form == "rounded":
        return _rounded(x, y, wide, high, corner_radius(shape))
    if shape.form == "circle":
        return _ellipse(x, y, wide, high)
    if shape.form == "doublecircle":
        return _ellipse(x + RING, y + RING, wide - 2 * RING, high - 2 * RING)
    if shape.form in ("diamond", "star"):
        return _polygon(diamond(shape) if shape.form == "diamond" else star(shape))
    return f"{_at((x, y), (wide, high))} re"


def _rounded(x: float, y: float, wide: float, high: float, radius: float) -> str:
    """A box with round corners, each a quarter of a circle."""
    right, bottom, off = x + wide, y + high, radius * (1 - _ARC)
    corners: tuple[tuple[Point, Point, Point, Point], ...] = (
        ((right - radius, y), (right - off, y), (right, y + off), (right, y + radius)),
        (
            (right, bottom - radius),
            (right, bottom - off),
            (right - off, bottom),
            (right - radius, bottom),
        ),
        ((x + radius, bottom), (x + off, bottom), (x, bottom - off), (x, bottom - radius)),
        ((x, y + radius), (x, y + off), (x + off, y), (x + radius, y)),
    )
    turns = [f"{_at(start)} l {_at(*rest)} c" for start, *rest in corners]
    return f"{_at((x + radius, y))} m {' '.join(turns)} h"


def _ellipse(x: float, y: float, wide: float, high: float) -> str:
    across, down = wide / 2, high / 2
    middle = x + across, y + down

    def on(right: float, below: float) -> Point:
        return middle[0] + right * across, middle[1] + below * down

    return (
        f"{_at(on(1, 0))} m {_at(on(1, _ARC), on(_ARC, 1), on(0, 1))} c"
        f" {_at(on(-_ARC, 1), on(-1, _ARC), on(-1, 0))} c"
        f" {_at(on(-1, -_ARC), on(-_ARC, -1), on(0, -1))} c"
        f" {_at(on(_ARC, -1), on(1, -_ARC), on(1, 0))} c h"
    )


def _polygon(points: list[Point]) -> str:
    start, *rest = points
    return " ".join([f"{_at(start)} m", *(f"{_at(one)} l" for one in rest), "h"])


def _curve(points: list[Point]) -> str:
    """A cubic curve; a piece of it that is straight is written as a line."""
    here = points[0]
    out = [f"{_at(here)} m"]
    for at in range(1, len(points), 3):
        first, second, there = points[at : at + 3]
        if first != here or second != there:
            out.append(f"{_at(first, second, there)} c")
        elif there != here:
            out.append(f"{_at(there)} l")
        here = there
    return " ".join(out)


def _at(*points: Point) -> str:
    return " ".join([f"{number(x)} {number(y)}" for x, y in points])


def _colour(value: str) -> str:
    """``#rrggbb`` as three parts from 0 to 1."""
    return " ".join([f"{int(value[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5)])
