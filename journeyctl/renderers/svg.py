"""The engine's SVG, checked against the drawing and written anew.

Of the engine's output only the numbers of its lines and forms are taken, and whether they
are filled: words, colours, order and roles are the drawing's. So nothing that an engine
was talked into gets through, and another engine's manners don't show.
"""

from unicodedata import east_asian_width

from journeyctl.fonts import right_to_left
from journeyctl.renderers.dot import PAPER, directed, labelled, line_name, name, number, printable
from journeyctl.renderers.geometry import baseline, shown_lines
from journeyctl.renderers.pieces import EDGE, Piece, broken, read
from journeyctl.views.drawing import Drawing, Lines, Path, Shape

FALLBACK_FONTS = ("Arimo", "Liberation Sans", "Helvetica", "sans-serif")
"""Put behind the drawing's font; the first two have the widths of Arial."""

_DASHES = {"dashed": "5,2", "dotted": "1,5"}
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}


def finish(drawing: Drawing, raw: bytes) -> str:
    """The SVG of ``drawing`` that people get, from the SVG that an engine drew of its DOT.

    Raises Failure (``broken-picture``) where ``raw`` is no whole picture of this drawing:
    not well-formed, with elements or attributes never asked for, or with anything missing.
    """
    pieces = read(raw)
    if not pieces.pop(PAPER, None):
        raise broken("the paper")
    layers: list[dict[str, list[str]]] = [{}, {}, {}]
    for shape in drawing.shapes:
        written = layers[0 if shape.role == "panel" else 2].setdefault(shape.group, [])
        own = [] if shape.form == "text" else pieces.pop(name(shape.id), [])
        label = [own.pop()] if own and labelled(shape) else []
        if shape.form != "text":
            written.extend(_form(shape, own))
        if shape.text is not None:
            for index in shown_lines(shape.text):
                found = label or pieces.pop(line_name(shape.id, index), [])
                written.append(_text(shape, shape.text, index, found))
    for path in drawing.paths:
        found = pieces.pop(EDGE + name(path.id), [])
        layers[1].setdefault(path.group, []).extend(_path(path, found))
    if pieces:
        raise broken("something that is not in the drawing")
    return "\n".join([*_head(drawing), *_layers(drawing, layers), "</svg>\n"])


def _form(shape: Shape, pieces: list[Piece]) -> list[str]:
    if not pieces or any(piece.tag == "text" for piece in pieces):
        raise broken(f"the shape {shape.id}")
    stroke = "none" if shape.line == "none" else shape.stroke
    box = shape.form in ("box", "rounded")
    return [
        _element(
            _box(piece) if box else _places(piece),
            shape.role,
            shape.fill if piece.filled else "none",
            stroke,
            shape.pen,
            shape.line,
        )
        for piece in pieces
    ]


def _path(path: Path, pieces: list[Piece]) -> list[str]:
    if [piece.tag for piece in pieces] != ["path", "polygon"][: 1 + (path.arrow != "none")]:
        raise broken(f"the path {path.id}")
    line = _element(_places(pieces[0]), path.role, "none", path.stroke, path.pen, path.line)
    heads = [
        _element(_places(piece), f"{path.role} head", path.stroke, path.stroke, path.pen, "solid")
        for piece in pieces[1:]
    ]
    return [line, *heads]


def _element(places: str, role: str, fill: str, stroke: str, pen: float, line: str) -> str:
    """An element of SVG in its colours."""
    paint = f'fill="{fill}" stroke="{stroke}"'
    if stroke != "none":
        paint += f' stroke-width="{number(pen)}"'
        if line in _DASHES:
            paint += f' stroke-dasharray="{_DASHES[line]}"'
    return f'<{places} class="{_escape(role)}" {paint}/>'


def _places(piece: Piece) -> str:
    """The name of an element, and where it stands."""
    numbers = piece.numbers
    if piece.tag == "ellipse":
        cx, cy, rx, ry = map(number, numbers)
        return f'ellipse cx="{cx}" cy="{cy}" rx="{rx}" ry="{ry}"'
    if piece.tag == "polygon":
        if numbers[:2] == numbers[-2:]:
            numbers = numbers[:-2]
        return f'polygon points="{_pairs(numbers)}"'
    return f'path d="{_curve(numbers)}"'


def _box(piece: Piece) -> str:
    """A box as a rectangle. Graphviz starts a rounded one where its upper right corner begins."""
    across, down = piece.numbers[::2], piece.numbers[1::2]
    left, top, right = min(across), min(down), max(across)
    radius = right - across[0] if piece.tag == "path" else 0.0
    return (
        f'rect x="{number(left)}" y="{number(top)}" width="{number(right - left)}"'
        f' height="{number(max(down) - top)}"' + (f' rx="{number(radius)}"' if radius else "")
    )


def _pairs(numbers: list[float]) -> str:
    return " ".join(
        [f"{number(numbers[i])},{number(numbers[i + 1])}" for i in range(0, len(numbers), 2)]
    )


def _curve(numbers: list[float]) -> str:
    """Path data; a cubic piece that is a straight line is written as one."""
    if len(numbers) % 6 != 2:
        raise broken("a curve")
    here = numbers[:2]
    out = [f"M{_pairs(here)}"]
    for i in range(2, len(numbers), 6):
        there = numbers[i + 4 : i + 6]
        if numbers[i : i + 2] != here or numbers[i + 2 : i + 4] != there:
            out.append(f"C{_pairs(numbers[i : i + 6])}")
        elif there != here:
            out.append(f"L{_pairs(there)}")
        here = there
    return "".join(out)


def _text(shape: Shape, text: Lines, index: int, pieces: list[Piece]) -> str:
    """One line of text, kept to its width whatever font the viewer finds.

    It stands where the drawing has it: engines round the places of text by their fonts.
    """
    line = printable(text.lines[index])
    # Graphviz writes a no-break space for the second of two spaces.
    found = [(piece.tag, piece.text.replace("\xa0", " ")) for piece in pieces]
    if found != [("text", directed(line).replace("\xa0", " "))]:
        raise broken(f"the text {line!r}")
    width, length = number(text.widths[index]), ""
    if width != "0" and _measured(line):
        length = f' textLength="{width}" lengthAdjust="spacingAndGlyphs"'
    x = shape.x + {"left": 0.0, "center": 0.5, "right": 1.0}[text.align] * shape.width
    anchor, direction = _ANCHORS[text.align], ""
    if right_to_left(line):
        # Its start is on the right then, and the place is still the same.
        direction = ' direction="rtl"'
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    return (
        f'<text x="{number(x)}" y="{number(baseline(shape, text, index))}"{direction}'
        + (f' text-anchor="{anchor}"' if anchor != "start" else "")
        + f' class="{_escape(shape.role)} text" font-size="{number(text.size)}"'
        + (' font-weight="bold"' if text.bold else "")
        + f' fill="{text.colour}"{length}>{_escape(line)}</text>'
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
    font = f"'{drawing.font}'" if " " in drawing.font else drawing.font
    described = ' aria-describedby="journey-description"' if drawing.description else ""
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        # On its own it shrinks to the window; in a page, the page decides.
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{across}pt" height="{down}pt"'
        f' style="max-width:100%;height:auto"'
        f' viewBox="0 0 {width} {height}" lang="{_escape(drawing.language)}"'
        f' xml:lang="{_escape(drawing.language)}" xml:space="preserve"'
        f' role="graphics-document document" aria-labelledby="journey-title"{described}'
        f' font-family="{", ".join((font, *FALLBACK_FONTS))}">',
        f'<title id="journey-title">{_escape(drawing.title)}</title>',
    ]
    if drawing.description:
        out.append(f'<desc id="journey-description">{_escape(drawing.description)}</desc>')
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
            role = _escape(group.role)
            if top[group.id] == index and group.title:
                text = _escape(group.title)
                out.append(
                    f'<g id="{_escape(group.id)}" class="{role}" role="graphics-symbol img"'
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


def _escape(text: str) -> str:
    if text.isalnum():
        return text
    plain = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace('"', "&quot;")
