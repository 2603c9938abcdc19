"""What a drawing paints: its colours, and the ground that each text really stands on."""

from collections.abc import Iterator

from journeyctl.themes import contrast
from journeyctl.views.drawing import Drawing, Shape


def colours(drawing: Drawing) -> set[str]:
    """Every colour of a drawing."""
    found = {drawing.background, *(path.stroke for path in drawing.paths)}
    for shape in drawing.shapes:
        found |= {shape.fill, shape.stroke}
        if shape.text:
            found.add(shape.text.colour)
    return found - {"none"}


def texts(drawing: Drawing) -> Iterator[tuple[str, float]]:
    """Each text with its contrast to what is painted last below the middle of it."""
    panels = [shape for shape in drawing.shapes if shape.role == "panel"]
    others = [shape for shape in drawing.shapes if shape.role != "panel"]
    grounds: list[Shape] = []
    for shape in [*panels, *others]:
        if shape.form != "text" and shape.fill != "none":
            grounds.append(shape)
        if shape.text:
            x, y = _middle(shape)
            below = (one.fill for one in reversed(grounds) if _covers(one, x, y))
            ground = next(below, drawing.background)
            yield shape.text.lines[0], contrast(shape.text.colour, ground)


def _middle(shape: Shape) -> tuple[float, float]:
    assert shape.text
    free = shape.width - shape.text.widths[0]
    left = {"left": 0.0, "center": free / 2, "right": free}[shape.text.align]
    return shape.x + left + shape.text.widths[0] / 2, shape.y + shape.height / 2


def _covers(shape: Shape, x: float, y: float) -> bool:
    return shape.x <= x <= shape.x + shape.width and shape.y <= y <= shape.y + shape.height
