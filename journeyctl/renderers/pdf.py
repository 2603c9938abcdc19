"""Drawings as a PDF, on one page or many: lines and letters, no pixels.

The letters are those of the fonts that come with journeyctl, of which the file holds the glyphs
that it uses. There is no clock in it and nothing is packed, since two versions of a packer give
different bytes: the same drawing is the same file everywhere. The form of the file is that of
ISO 32000-1 (PDF 1.7), whose sections are named here.
"""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.fonts.bidi import visual
from journeyctl.fonts.truetype import face
from journeyctl.renderers.geometry import (
    DASHES,
    RING,
    Point,
    baseline,
    corner_radius,
    diamond,
    head,
    pieces,
    shown_lines,
    spline,
    star,
)
from journeyctl.renderers.notation import number, printable
from journeyctl.renderers.pdf_parts import Font, file, outline_of, stream, text_string
from journeyctl.views.drawing import ALIGNED, Drawing, Lines, Path, Shape

LONGEST = 14_400.0
"""Points of a page's side at the most: viewers take no more (annex C)."""

_FIRST = 3  # the number of the first page's object; each page has two
_ARC = 0.5523  # of the radius, to the control points of a quarter of a circle


class Sheet(NamedTuple):
    """A page of so many points. ``parts`` are drawings with the left and the top at which each
    stands on it, in the order of painting; a drawing's ``scale`` makes its points the page's.
    ``name`` is what the outline calls the page."""

    name: str
    width: float
    height: float
    parts: Sequence[tuple[Drawing, float, float]]


def pdf(drawing: Drawing) -> bytes:
    """The file of one page. A page that would be longer than ``LONGEST`` is as much smaller."""
    longest = max(drawing.width, drawing.height) * drawing.scale
    whole = drawing._replace(scale=drawing.scale * min(1.0, LONGEST / longest))
    wide, high = drawing.width * whole.scale, drawing.height * whole.scale
    sheet = Sheet("", wide, high, [(whole, 0.0, 0.0)])
    return pages([sheet], drawing.title, drawing.description, drawing.language)


def pages(sheets: Sequence[Sheet], title: str, description: str, language: str) -> bytes:
    """The file of a page or more. With several the reader has an outline of them."""
    fonts = Font("R", face(False)), Font("B", face(True))
    contents = [_content(sheet, fonts) for sheet in sheets]
    used = [font for font in fonts if font.used]
    after = _FIRST + 2 * len(sheets)
    names = "".join(f"/{font.key} {after + 5 * at} 0 R " for at, font in enumerate(used))
    described = f"/Subject {text_string(description)} " if description else ""
    outline, shown = outline_of(
        [sheet.name for sheet in sheets], range(_FIRST, after, 2), after + 5 * len(used)
    )
    kids = " ".join(f"{_FIRST + 2 * at} 0 R" for at in range(len(sheets)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /ViewerPreferences << /DisplayDocTitle true >>"
        + f" /Lang {text_string(language)}{shown} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode(),
    ]
    for at, (sheet, content) in enumerate(zip(sheets, contents, strict=True)):
        box = f"[0 0 {number(sheet.width)} {number(sheet.height)}]"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Contents {_FIRST + 1 + 2 * at} 0 R"
            f" /Resources << /Font << {names}>> >> >>".encode(),
            stream(content),
        ]
    for at, font in enumerate(used):
        objects += font.objects(after + 5 * at)
    facts = f"<< /Title {text_string(title)} {described}/Producer (journeyctl) >>"
    return file([*objects, *outline, facts.encode()])


def _content(sheet: Sheet, fonts: tuple[Font, Font]) -> bytes:
    page = _Page(fonts)
    # From here on, as in a drawing, y runs down.
    page.put(f"1 0 0 -1 0 {number(sheet.height)} cm")
    for drawing, left, top in sheet.parts:
        page.drawing(drawing, left, top)
    return page.content()


class _Page:
    """What is painted, as the operators of a content stream (8.2, 9.4)."""

    def __init__(self, fonts: tuple[Font, Font]) -> None:
        self._fonts = fonts
        self._out: list[str] = []

    def put(self, operators: str) -> None:
        """Paint on."""
        self._out.append(operators)

    def content(self) -> bytes:
        """All that is painted so far."""
        return "\n".join(self._out).encode("ascii")

    def drawing(self, drawing: Drawing, left: float, top: float) -> None:
        """A drawing at its place on the page, whose y runs down."""
        scale = f"{drawing.scale:.6f}"
        self.put(f"q {scale} 0 0 {scale} {number(left)} {number(top)} cm")
        if drawing.background != "none":
            self.put(f"{_colour(drawing.background)} rg")
            self.put(f"0 0 {number(drawing.width)} {number(drawing.height)} re f")
        for shape in drawing.shapes:
            if shape.role == "panel":
                self.shape(shape)
        for path in drawing.paths:
            self.path(path)
        for shape in drawing.shapes:
            if shape.role != "panel":
                self.shape(shape)
        self.put("Q")

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
            dashes = " ".join(map(str, DASHES.get(line, ())))
            colours.append(f"{_colour(stroke)} RG {number(pen)} w [{dashes}] 0 d")
        self.put(" ".join([*colours, outline, paint]))

    def _text(self, shape: Shape, text: Lines, index: int) -> None:
        """A line of text at its baseline, stretched to its width (9.3.4: Tz in percent)."""
        font, wide = self._fonts[text.bold], text.widths[index]
        shown = visual(printable(text.lines[index]))
        natural = font.width(shown) * text.size
        stretched = 100 * wide / natural if natural and wide else 100.0
        x = shape.x + ALIGNED[text.align] * (shape.width - wide)
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
    way = [f"{_at(*one)} {'c' if len(one) == 3 else 'l'}" for one in pieces(points)]
    return " ".join([f"{_at(points[0])} m", *way])


def _at(*points: Point) -> str:
    return " ".join([f"{number(x)} {number(y)}" for x, y in points])


def _colour(value: str) -> str:
    """``#rrggbb`` as three parts from 0 to 1."""
    return " ".join([f"{int(value[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5)])
