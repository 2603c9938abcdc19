"""A drawing as SVG: plain elements, told to those who don't see it, each text kept to its width.

Its words, colours and places are the drawing's and nothing else, so no font, engine or machine
changes a byte of it.
"""

from unicodedata import east_asian_width

from journeyctl.direction import right_to_left
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
from journeyctl.renderers.notation import escaped, number, printable
from journeyctl.views.drawing import ALIGNED, Drawing, Lines, Path, Shape

FALLBACK_FONTS = ("Arimo", "Liberation Sans", "Helvetica", "sans-serif")
"""Put behind the drawing's font; the first two have the widths of Arial."""

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def svg(drawing: Drawing) -> str:
    """The SVG of a drawing: its panels, its paths and the rest, in groups in the order of reading,
    each with its title."""
    layers: list[dict[str, list[str]]] = [{}, {}, {}]
    for shape in drawing.shapes:
        written = layers[0 if shape.role == "panel" else 2].setdefault(shape.group, [])
        if shape.form != "text":
            written += _form(shape)
        if shape.text is not None:
            for index in shown_lines(shape.text):
                written.append(_text(shape, shape.text, index))
    for path in drawing.paths:
        layers[1].setdefault(path.group, []).extend(_path(path))
    return "\n".join([*_head(drawing), *_layers(drawing, layers), "</svg>\n"])


def _form(shape: Shape) -> list[str]:
    stroke = "none" if shape.line == "none" else shape.stroke
    places = [(_places(shape, 0.0), shape.fill)]
    if shape.form == "doublecircle":
        places = [(_places(shape, RING), shape.fill), (_places(shape, 0.0), "none")]
    return [
        _element(place, shape.role, fill, stroke, shape.pen, shape.line) for place, fill in places
    ]


def _path(path: Path) -> list[str]:
    curve, back = spline(path)
    line = _element(_curve(curve), path.role, "none", path.stroke, path.pen, path.line)
    if not back:
        return [line]
    tip, role = _polygon(head(path, curve, back)), f"{path.role} head"
    return [line, _element(tip, role, path.stroke, path.stroke, path.pen, "solid")]


def _element(places: str, role: str, fill: str, stroke: str, pen: float, line: str) -> str:
    """An element of SVG in its colours."""
    paint = f'fill="{fill}" stroke="{stroke}"'
    if stroke != "none":
        paint += f' stroke-width="{number(pen)}"'
        if line in DASHES:
            paint += f' stroke-dasharray="{",".join(map(str, DASHES[line]))}"'
    return f'<{places} class="{escaped(role)}" {paint}/>'


def _places(shape: Shape, inset: float) -> str:
    """The element of a form, so far from the edges of its box, and where it stands."""
    if shape.form == "diamond":
        return _polygon(diamond(shape))
    if shape.form == "star":
        return _polygon(star(shape))
    wide, high = shape.width, shape.height
    if shape.form in ("circle", "doublecircle"):
        across, down = number(wide / 2 - inset), number(high / 2 - inset)
        middle = f'cx="{number(shape.x + wide / 2)}" cy="{number(shape.y + high / 2)}"'
        return f'ellipse {middle} rx="{across}" ry="{down}"'
    radius = f' rx="{number(corner_radius(shape))}"' if shape.form == "rounded" else ""
    return (
        f'rect x="{number(shape.x)}" y="{number(shape.y)}" width="{number(wide)}"'
        f' height="{number(high)}"{radius}'
    )


def _polygon(points: list[Point]) -> str:
    return f'polygon points="{_pairs(points)}"'


def _pairs(points: list[Point]) -> str:
    return " ".join([f"{number(x)},{number(y)}" for x, y in points])


def _curve(points: list[Point]) -> str:
    way = [f"{'C' if len(one) == 3 else 'L'}{_pairs(one)}" for one in pieces(points)]
    return f'path d="M{_pairs(points[:1])}{"".join(way)}"'


def _text(shape: Shape, text: Lines, index: int) -> str:
    """One line of text, kept to its width whatever font the viewer finds."""
    line = printable(text.lines[index])
    width, length = number(text.widths[index]), ""
    if width != "0" and _measured(line):
        length = f' textLength="{width}" lengthAdjust="spacingAndGlyphs"'
    x = shape.x + ALIGNED[text.align] * shape.width
    anchor, direction = _ANCHORS[text.align], ""
    if right_to_left(line):
        # Its start is on the right then, and the place is still the same.
        direction = ' direction="rtl"'
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    return (
        f'<text x="{number(x)}" y="{number(baseline(shape, text, index))}"{direction}'
        + (f' text-anchor="{anchor}"' if anchor != "start" else "")
        + f' class="{escaped(shape.role)} text" font-size="{number(text.size)}"'
        + (' font-weight="bold"' if text.bold else "")
        + f' fill="{text.colour}"{length}>{escaped(line)}</text>'
    )


def _measured(line: str) -> bool:
    """Whether the width of half of a line is known at least, and that of the rest near enough.

    Known are Latin, Greek, Cyrillic and Hebrew, letters of one em, and emoji that stand for
    themselves. The width of others is an upper estimate: in their box they are, and to be
    stretched to it would not become them.
    """
    if line.isascii():
        return True
    codes = [ord(char) for char in line]
    unknown = sum(not _known(code) for code in codes)
    return 2 * unknown <= len(codes) and not any(map(_joins, codes))


def _known(code: int) -> bool:
    return code < 0x600 or 0x1E00 <= code < 0x2300 or east_asian_width(chr(code)) in "WF"


def _joins(code: int) -> bool:
    """Whether a sign makes one emoji of several: a joiner, or half a flag."""
    return 0x200B <= code < 0x2010 or 0x1F1E6 <= code < 0x1F200


def _head(drawing: Drawing) -> list[str]:
    width, height = number(drawing.width), number(drawing.height)
    across, down = number(drawing.width * drawing.scale), number(drawing.height * drawing.scale)
    # A name with a number in it ("Source Sans 3") must stand in quotation marks.
    font = f"'{escaped(drawing.font)}'" if " " in drawing.font else escaped(drawing.font)
    described = ' aria-describedby="journey-description"' if drawing.description else ""
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        # On its own it shrinks to the window; in a page, the page decides.
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}pt" height="{down}pt"'
        f' style="max-width:100%;height:auto"'
        f' viewBox="0 0 {width} {height}" lang="{escaped(drawing.language)}"'
        f' xml:lang="{escaped(drawing.language)}" xml:space="preserve"'
        f' role="graphics-document document" aria-labelledby="journey-title"{described}'
        f' font-family="{", ".join((font, *FALLBACK_FONTS))}">',
        f'<title id="journey-title">{escaped(drawing.title)}</title>',
    ]
    if drawing.description:
        out.append(f'<desc id="journey-description">{escaped(drawing.description)}</desc>')
    if drawing.background != "none":
        out.append(f'<rect width="{width}" height="{height}" fill="{drawing.background}"/>')
    return out


def _layers(drawing: Drawing, layers: list[dict[str, list[str]]]) -> list[str]:
    """The panels, the paths and the rest, each in groups in the order of reading.

    A group with parts in several layers has its id, role and title in the uppermost.
    """
    top = {group: index for index, layer in enumerate(layers) for group in layer}
    out = []
    for index, (layer, title) in enumerate(zip(layers, ("panels", "paths", "things"), strict=True)):
        out.append(f'<g class="{title}">')
        for group in drawing.groups:
            if group.id not in layer:
                continue
            role = escaped(group.role)
            if top[group.id] == index and group.title:
                text = escaped(group.title)
                out.append(
                    f'<g id="{escaped(group.id)}" class="{role}" role="graphics-symbol img"'
                    f' aria-label="{text}"><title>{text}</title>'
                )
            else:
                out.append(f'<g class="{role}" aria-hidden="true">')
            out += layer.pop(group.id)
            out.append("</g>")
        for rest in layer.values():
            out += ['<g aria-hidden="true">', *rest, "</g>"]
        out.append("</g>")
    return out
