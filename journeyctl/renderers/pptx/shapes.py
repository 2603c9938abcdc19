"""Forms of a drawing as shapes of a slide, their text in them (ECMA-376 part 1, 19.3.1.43)."""

from journeyctl.renderers.geometry import corner_radius
from journeyctl.renderers.pptx.objects import Told, stroke
from journeyctl.renderers.pptx.paper import Paper
from journeyctl.renderers.pptx.pieces import Piece
from journeyctl.renderers.pptx.text import Pen, frame, whole
from journeyctl.views.drawing import PITCH, Lines, Shape

_FORMS = {
    "box": "rect", "rounded": "roundRect", "diamond": "diamond", "circle": "ellipse",
    "doublecircle": "ellipse", "star": "star5", "text": "rect",
}  # fmt: skip
_BARE = ' txBox="1"'
_SLACK = 2.0  # points that a line may grow with another implementation of its font
_CORNER = 0.29289  # of a corner's radius: where the box of a rounded form's text begins


def shape(piece: Piece, told: Told, pen: Pen, title: str, ground: str = "none") -> str:
    """A piece as an element. ``title`` is the sentence of its group, ``ground`` the colour below
    a text that stands alone."""
    form, label = piece.shape, piece.label
    bare = form.form == "text"
    text = label or form
    body = ""
    if text.text is not None:
        words = whole(text.text.lines, title)
        behind = ground if form.fill == "none" else form.fill
        body = (
            f"<p:txBody>{_frame(piece, pen.paper)}{pen.label(text.text, words, behind)}</p:txBody>"
        )
    box = (form.x, form.y, form.width, form.height)
    if bare and text.text is not None:
        box = _widened(form, text.text)
    look = pen.palette.fill(form.fill) + stroke(
        form.stroke, form.pen, form.line, pen.paper, pen.palette
    )
    if form.form == "doublecircle":
        look = look.replace("<a:ln ", '<a:ln cmpd="dbl" ')
    return (
        f"<p:sp><p:nvSpPr>{told.element(piece.id)}<p:cNvSpPr{_BARE if bare else ''}/>"
        f"<p:nvPr/></p:nvSpPr><p:spPr>{pen.paper.frame(box)}{_geometry(piece, pen.paper)}{look}"
        f"</p:spPr>{body}</p:sp>"
    )


def _geometry(piece: Piece, paper: Paper) -> str:
    """The form by its name, or where lines end beside its sites, as an outline with more sites."""
    form = piece.shape
    radius = corner_radius(form) if form.form == "rounded" else 0.0
    if piece.ports:
        return _outline(piece, paper, paper.length(radius))
    values = ""
    shorter = min(form.width, form.height)
    if radius and shorter:
        values = f'<a:gd name="adj" fmla="val {round(radius / shorter * 100_000)}"/>'
    return f'<a:prstGeom prst="{_FORMS[form.form]}"><a:avLst>{values}</a:avLst></a:prstGeom>'


def _outline(piece: Piece, paper: Paper, radius: int) -> str:
    form = piece.shape
    wide = paper.x(form.x + form.width) - paper.x(form.x)
    high = paper.y(form.y + form.height) - paper.y(form.y)
    sites = "".join(
        f'<a:cxn ang="0"><a:pos x="{x}" y="{y}"/></a:cxn>' for x, y in piece.sites(paper)
    )
    legs = [
        ((radius, 0), (wide - radius, 0), 270),
        ((wide, radius), (wide, high - radius), 0),
        ((wide - radius, high), (radius, high), 90),
        ((0, high - radius), (0, radius), 180),
    ]
    drawn = f'<a:moveTo><a:pt x="{radius}" y="0"/></a:moveTo>'
    for _, (x, y), angle in legs:
        drawn += f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>'
        if radius:
            drawn += (
                f'<a:arcTo wR="{radius}" hR="{radius}" stAng="{angle * 60_000}" swAng="5400000"/>'
            )
    return (
        f"<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst>{sites}</a:cxnLst>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{wide}" h="{high}">{drawn}<a:close/></a:path></a:pathLst></a:custGeom>'
    )


def _frame(piece: Piece, paper: Paper) -> str:
    """Where the text stands: in the middle of a form that has it for itself, or where the label
    stood."""
    form, label = piece.shape, piece.label
    if label is None or label.text is None:
        one = form.form != "text" and form.text is not None and len(form.text.lines) == 1
        return frame(anchor="ctr", wraps=not one)
    (x, y, wide, high), kept = _widened(label, label.text), _kept(piece)
    left, right = x - form.x - kept, form.x + form.width - x - wide - kept
    insets = paper.length(max(0.0, left)), paper.length(max(0.0, right))
    block = len(label.text.lines) * label.text.size * PITCH
    top = y + (high - block) / 2 - form.y
    if abs(top + block / 2 - form.height / 2) < 1:
        return frame((insets[0], 0, insets[1], 0), "ctr")
    return frame((insets[0], paper.length(max(0.0, top - kept)), insets[1], 0))


def _kept(piece: Piece) -> float:
    """What a rounded form by itself keeps free of text at each side."""
    form = piece.shape
    preset = form.form == "rounded" and not piece.ports
    return corner_radius(form) * _CORNER if preset else 0.0


def _widened(form: Shape, text: Lines) -> tuple[float, float, float, float]:
    """The box of a text alone, a little wider than measured on the side where it is free."""
    slack = max(_SLACK, 0.02 * form.width)
    left = {"left": 0.0, "center": slack, "right": slack}[text.align]
    right = {"left": slack, "center": slack, "right": 0.0}[text.align]
    return (form.x - left, form.y, form.width + left + right, form.height)
