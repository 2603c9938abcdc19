"""The frames of steps' cards: their form, ground, line and bars tell what kind of step it is."""

from journeyctl.model.journey import Step
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import Form

HATCH = 7.0  # width of the hatching on a step of the company
_PITCH = 3.5  # from one of its lines to the next
_CORNER = 6.0

Box = tuple[float, float, float, float]


def hatching(step: Step, theme: Theme) -> float:
    """The width of the hatching at the left of a step's card, in points."""
    return HATCH if step.side == "company" and theme.hatch != "none" else 0.0


def frame(
    canvas: Canvas,
    group: str,
    step: Step,
    box: Box,
    theme: Theme,
    *,
    bar: float,
    pens: tuple[float, float] = (1.0, 1.8),
) -> float:
    """Draw the frame of a step's card into a box, with bars so wide and with the first pen, or
    the second for a moment of truth. How much of it is taken at the left comes back."""
    x, y, wide, high = box
    form: Form = "box" if step.kind in ("way", "part") else "rounded"
    bars = {"way": (x,), "part": (x, x + wide - bar)}.get(step.kind, ())
    edge = bar if bars else 0.0
    fill = theme.question if step.kind == "question" else theme.card
    canvas.shape(
        group,
        "card",
        form,
        box,
        fill=unseen(canvas, group, form, box, theme, edge) if step.side == "company" else fill,
        stroke=theme.moment if step.moment else theme.card_line,
        line="dashed" if step.kind == "optional" else "solid",
        pen=pens[step.moment],
    )
    for number, at in enumerate(bars):
        canvas.shape(group, f"bar-{number}", "box", (at, y, bar, high), role="bar", fill=theme.flow)
    return edge + hatching(step, theme)


def unseen(
    canvas: Canvas, group: str, form: Form, box: Box, theme: Theme, edge: float = 0.0
) -> str:
    """The fill of what is out of the customer's sight; where the theme has a pattern, its ground
    is drawn with that, ``edge`` from the left, and the form on it is not filled."""
    if theme.hatch == "none":
        return theme.company
    x, y, _, high = box
    canvas.shape(group, "company", form, box, role="panel", fill=theme.company)
    # Its last line would stick out of a round corner.
    hatch(canvas, group, (x + edge, y, HATCH, high - _CORNER * (form == "rounded")), theme)
    return "none"


def hatch(canvas: Canvas, group: str, box: Box, theme: Theme) -> None:
    """Draw the pattern of the company's steps into ``box``: one line, to and fro.

    Paths lie above panels and below all else: the ground must be a panel, or not filled.
    """
    x, y, wide, high = box
    points = [(x + wide, y)]
    count = max(1, round((high - wide) / (2 * _PITCH)))
    step = (high - wide) / count  # from one slanted line down to the next but one
    for number in range(count + 1):
        top = y + number * step
        points += [(x + wide, top), (x, top + wide)]
        if number < count:
            points += [(x, top + wide + step / 2), (x + wide, top + step / 2)]
    points.append((x, y + high))
    canvas.path(group, "hatch", points, theme.hatch, arrow="none", pen=0.8, rounding=0)
