"""Chips: words in small frames, one after the other in lines as long as there is room."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from journeyctl.fonts import width, wrap
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas, lettering
from journeyctl.views.drawing import PITCH, Align

SIZE = 9.0
_PAD, _GAP, _LEAD = 5.0, 3.0, 3.0

Kind = Literal["person", "ours", "place", "time"]


class Chip(NamedTuple):
    """``person`` of the customer, ``ours`` for any other; ``place`` is a channel or a system."""

    kind: Kind
    text: str


class Placed(NamedTuple):
    """A chip wrapped to its room, with its place."""

    chip: Chip
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float


class Flow(NamedTuple):
    """Chips in lines, ``height`` points high."""

    chips: tuple[Placed, ...]
    height: float


def whole(chip: Chip) -> float:
    """The width of a chip in one line."""
    return width(chip.text, SIZE) + (0.0 if chip.kind == "time" else 2 * _PAD) + 0.5


def flow(chips: Sequence[Chip], room: float) -> Flow:
    """Chips in lines of ``room`` points; one that is too wide by itself gets several lines."""
    placed: list[Placed] = []
    x = y = line = 0.0
    for chip in chips:
        pad = 0.0 if chip.kind == "time" else _PAD
        wide = whole(chip)
        lines: tuple[str, ...] = (chip.text,)
        if wide > room:
            lines, wide = wrap(chip.text, room - 2 * pad - 0.5, SIZE), room
        if x and x + wide > room:
            x, y = 0.0, y + line + _LEAD
            line = 0.0
        high = len(lines) * SIZE * PITCH + 3
        placed.append(Placed(chip, lines, x, y, wide, high))
        line = max(line, high)
        x += wide + _GAP
    return Flow(tuple(placed), y + line)


def draw(canvas: Canvas, group: str, chips: Flow, at: tuple[float, float], theme: Theme) -> None:
    """Draw chips with their left top corner at ``at``."""
    for number, placed in enumerate(chips.chips):
        kind = placed.chip.kind
        colour = theme.ink if kind in ("person", "ours") else theme.muted
        align: Align = "left" if kind == "time" else "center"
        text = lettering(placed.lines, SIZE, colour, align=align)
        box = (at[0] + placed.x, at[1] + placed.y, placed.width, placed.height)
        part = f"{kind}-{number}"
        if kind == "time":
            canvas.shape(group, part, "text", box, role="time", text=text)
            continue
        canvas.shape(
            group,
            part,
            "rounded" if kind == "person" else "box",
            box,
            role=kind,
            fill={"person": theme.person, "ours": theme.company}.get(kind, theme.card),
            stroke="none" if kind == "person" else theme.card_line,
            pen=0.7,
            text=text,
        )
