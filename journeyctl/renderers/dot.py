"""A drawing as DOT text. Every place is pinned, so Graphviz draws and decides nothing.

The order of the statements is the order of painting: the paper, panels, the paths (loops
on a node that is not seen), then all other shapes. Each line of text is a node of its
own, because engines differ in the pitch of their lines; a single one is its form's label.
"""

from typing import Literal

from journeyctl.direction import ISOLATES, right_to_left
from journeyctl.renderers.geometry import RING, baseline, shown_lines, spline
from journeyctl.renderers.notation import LIMIT, number, printable
from journeyctl.views.drawing import PITCH, Align, Drawing, Lines, Path, Shape

Engine = Literal["bundled", "dot"]

PAPER = "/paper"
"""The name of the node that gives the picture its size. No other name begins with a slash."""

_ENGINE_BASELINE = 0.3

# The bundled engine sets any font that it lacks in Times.
_BUNDLED_FONT = "Arial"

# No one name means bold Arial to both: the bundled engine knows Adobe's names alone, and
# Pango makes of "Helvetica-Bold" whatever sans-serif it likes best.
_BOLD = {"bundled": "Helvetica-Bold", "dot": "{} Bold"}
_JUSTIFY: dict[Align, str] = {"left": "\\l", "center": "", "right": "\\r"}
_SHAPES = {
    "box": "box",
    "rounded": "box",
    "diamond": "diamond",
    "circle": "circle",
    "doublecircle": "doublecircle",
    "star": "star",
}


def dot(drawing: Drawing, engine: Engine = "bundled") -> str:
    """The DOT text of ``drawing`` for one of the engines (they differ in the name of bold type).

    Raises ValueError for a colour or a font that no drawing of ours holds.
    """
    if not (drawing.font.isascii() and drawing.font.replace(" ", "").isalnum()):
        raise ValueError(f"not a font's name: {drawing.font!r}")
    family = drawing.font if engine == "dot" else _BUNDLED_FONT
    bold = _BOLD[engine].format(family)
    out = [
        "digraph journey {",
        f"  graph [layout=nop2 margin=0 pad=0 bgcolor={_colour(drawing.background)}]",
        f'  node [shape=plaintext fixedsize=true margin=0 label="" fontname="{family}"]',
        "  edge [arrowhead=none]",
    ]
    paper = _box(drawing, 0, 0, drawing.width, drawing.height)
    out.append(f'  "{PAPER}" [shape=box {paper} color="transparent"]')
    for shape in drawing.shapes:
        if shape.role == "panel":
            _shape(out, shape, drawing, bold)
    middle = _box(drawing, drawing.width / 2, drawing.height / 2, 0, 0)
    out.append(f'  "/ways" [style=invis {middle}]')
    out.extend(_path(path, drawing) for path in drawing.paths)
    for shape in drawing.shapes:
        if shape.role != "panel":
            _shape(out, shape, drawing, bold)
    out.append("}\n")
    return "\n".join(out)


def name(id: str) -> str:
    """The name of a shape or path in DOT: its id, and for signs in it that are no letter,
    digit or hyphen (marks of Thai, say), their numbers. Two ids never have one name."""
    if id.replace("-", "").isalnum():
        return id
    signs = [one if one.isalnum() or one == "-" else f"_{ord(one):x}_" for one in id]
    return "".join(signs) or "_"


def line_name(id: str, index: int) -> str:
    """The name of one line of a shape's text."""
    return f"{name(id)}/{index}"


def directed(line: str) -> str:
    """The line as engines get it: its direction is marked where they don't see it themselves, or
    its words change places. The system's looks for it inside of isolates, too."""
    if right_to_left(line):
        return f"\u202b{line}\u202c"
    return f"\u202a{line}\u202c" if line.startswith(tuple(ISOLATES)) else line


def quote(text: str, justify: str = "") -> str:
    """``text`` as a quoted DOT string that every engine shows as it is.

    The only place that quotes. ``justify`` is put behind it: ``\\l``, ``\\r`` or nothing.
    """
    plain = printable(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}{justify}"'


def labelled(shape: Shape) -> bool:
    """Whether a shape's text is its own node's label: a single line in the middle of a form.

    A node fewer; engines set it within half a point of where the drawing has it.
    """
    text = shape.text
    return (
        text is not None
        and shape.form != "text"
        and text.align == "center"
        and len(text.lines) == 1
        and bool(text.lines[0].strip())
    )


def _inches(points: float) -> str:
    return f"{min(max(points, 0.0), LIMIT) / 72:.5f}".rstrip("0").rstrip(".")


def _colour(value: str) -> str:
    """A colour in full: the engines read ``#eef`` differently, and names depend on a scheme."""
    if value == "none":
        return '"transparent"'
    if len(value) != 7 or value[0] != "#" or value[1:].strip("0123456789abcdefABCDEF"):
        raise ValueError(f"not a colour: {value!r}")
    return f'"{value}"'


def _box(drawing: Drawing, x: float, y: float, width: float, height: float) -> str:
    middle = f"{number(x + width / 2)},{number(drawing.height - y - height / 2)}"
    return f'pos="{middle}" width={_inches(width)} height={_inches(height)}'


def _shape(out: list[str], shape: Shape, drawing: Drawing, bold: str) -> None:
    """Write a shape's statement, then one for each line of its text."""
    if shape.form != "text":
        x, y, width, height = shape.x, shape.y, shape.width, shape.height
        if shape.form == "doublecircle":  # The outer ring stands outside the node's size.
            x, y, width, height = x + RING, y + RING, width - 2 * RING, height - 2 * RING
        style = [] if shape.fill == "none" else ["filled"]
        if shape.form == "rounded":
            style.append("rounded")
        if shape.line in ("dashed", "dotted"):
            style.append(shape.line)
        stroke = "none" if shape.line == "none" else shape.stroke
        label = f" {_label(shape.text, 0, bold)}" if shape.text and labelled(shape) else ""
        out.append(
            f'  "{name(shape.id)}" [shape={_SHAPES[shape.form]} '
            f"{_box(drawing, x, y, width, height)}"
            f' style="{",".join(style)}" fillcolor={_colour(shape.fill)}'
            f" color={_colour(stroke)} penwidth={number(shape.pen)}{label}]"
        )
    if shape.text is not None and not labelled(shape):
        for index in shown_lines(shape.text):
            out.append(_line(shape, shape.text, index, drawing, bold))


def _line(shape: Shape, text: Lines, index: int, drawing: Drawing, bold: str) -> str:
    """One line of text, on a node wide enough for what the engine takes for its width.

    An engine sets a line off to the left where it takes it to be wider than its node.
    """
    width, size = text.widths[index], text.size
    ample = 2 * width + size
    if text.align == "left":
        left, width = shape.x, max(width, min(ample, drawing.width - shape.x))
    elif text.align == "right":
        right = shape.x + shape.width
        width = max(width, min(ample, right))
        left = right - width
    else:
        left = shape.x + (shape.width - width) / 2
    top = baseline(shape, text, index) - (_ENGINE_BASELINE + PITCH / 2) * size
    return (
        f'  "{line_name(shape.id, index)}" [{_box(drawing, left, top, width, PITCH * size)}'
        f" {_label(text, index, bold)}]"
    )


def _label(text: Lines, index: int, bold: str) -> str:
    font = f' fontname="{bold}"' if text.bold else ""
    return (
        f"fontsize={number(text.size)}{font} fontcolor={_colour(text.colour)}"
        f" label={quote(directed(text.lines[index]), _JUSTIFY[text.align])}"
    )


def _path(path: Path, drawing: Drawing) -> str:
    """A path's statement: its spline ends where the arrowhead starts."""
    curve, back = spline(path)
    tip = path.points[-1]
    pos = " ".join(f"{number(x)},{number(drawing.height - y)}" for x, y in curve)
    head = ""
    if back:
        pos = f"e,{number(tip[0])},{number(drawing.height - tip[1])} {pos}"
        head = (
            f" arrowhead={'vee' if path.arrow == 'vee' else 'normal'} arrowsize={number(back / 10)}"
        )
    style = f" style={path.line}" if path.line in ("dashed", "dotted") else ""
    return (
        f'  "/ways" -> "/ways" [id="{name(path.id)}" pos="{pos}"{style}'
        f" color={_colour(path.stroke)} penwidth={number(path.pen)}{head}]"
    )
