"""What stands in a cell of a matrix, piece below piece."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from journeyctl.fonts import width, wrap
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import PITCH, Line
from journeyctl.views.legend import ROOM, Draw
from journeyctl.views.marks import CHIP, SCALE_WIDTH
from journeyctl.views.setting import Setting
from journeyctl.views.signs import look

TEXT, COUNT = 9.5, 11.0
MARK = 15.0
ARROW = 16.0
_BETWEEN = 3.0  # from one label to the next
_LINES = 3  # of a label at the most


Point = tuple[float, float]
Place = tuple[float, float, float]
"""Left, top and width, in points."""


class Piece(Protocol):
    """A part of a cell."""

    def height(self, room: float) -> float:
        """The height in ``room`` points of width."""

    def draw(self, canvas: Canvas, group: str, part: str, at: Place) -> None:
        """Draw it at (left, top) in a width; ``part`` tells it from others in its group."""


class Head(NamedTuple):
    """How many, behind a mark if there is one, and at the right how that feels, 1 to 5."""

    cards: Cards
    setting: Setting
    number: str
    mood: float | None
    mark: Draw | None = None

    def _left(self) -> float:
        return width(self.number, COUNT, bold=True) + (MARK + 4 if self.mark else 0)

    def _stacked(self, room: float) -> bool:
        return self.mood is not None and self._left() + 5 + SCALE_WIDTH > room

    def height(self, room: float) -> float:
        return 2 * CHIP + 6 if self._stacked(room) else CHIP + 3

    def draw(self, canvas: Canvas, group: str, part: str, at: Place) -> None:
        x, y, room = at
        left = x
        if self.mark:
            self.mark(canvas, group, x, y + (CHIP - ROOM) / 2)
            left += MARK + 4
        rest = x + room - left
        if self.number:
            here = (left, y + (CHIP - COUNT * PITCH) / 2, rest)
            ink = self.setting.theme.ink
            canvas.text(group, f"{part}-count", here, (self.number,), COUNT, ink, bold=True)
        if self.mood is not None:
            stacked = self._stacked(room)
            x, y = (x, y + CHIP + 3) if stacked else (x + room - SCALE_WIDTH, y)
            self.cards.scale(canvas, group, self.mood, x, y)


class Listed(NamedTuple):
    """Labels below one another; where there are too many, how many more there are."""

    setting: Setting
    labels: tuple[str, ...]
    most: int = 4

    def _blocks(self, room: float) -> list[tuple[str, ...]]:
        more = len(self.labels) - self.most
        # Telling of one more takes as much room as that one.
        shown = self.labels[: self.most] if more > 1 else self.labels
        blocks = [wrap(label, room, TEXT, most=_LINES) for label in shown]
        if more > 1:
            blocks.append(wrap(self.setting.words.counted("matrix.more", more), room, TEXT))
        return blocks

    def height(self, room: float) -> float:
        return sum(len(block) * TEXT * PITCH + _BETWEEN for block in self._blocks(room))

    def draw(self, canvas: Canvas, group: str, part: str, at: Place) -> None:
        x, y, room = at
        ink = self.setting.theme.ink
        for number, block in enumerate(self._blocks(room)):
            canvas.text(group, f"{part}-{number}", (x, y, room), block, TEXT, ink)
            y += len(block) * TEXT * PITCH + _BETWEEN


class Onward(NamedTuple):
    """Where it goes on, behind an arrow: ahead, or ``back`` to an earlier stage."""

    setting: Setting
    text: str
    back: bool = False

    def _lines(self, room: float) -> tuple[str, ...]:
        return wrap(self.text, room - ARROW - 4, TEXT, bold=True, most=8)

    def height(self, room: float) -> float:
        return len(self._lines(room)) * TEXT * PITCH + _BETWEEN

    def draw(self, canvas: Canvas, group: str, part: str, at: Place) -> None:
        x, y, room = at
        start = (x, y + TEXT * PITCH / 2)
        colour = onward_arrow(canvas, group, part, start, self.setting.theme, back=self.back)
        here = (x + ARROW + 4, y, room - ARROW - 4)
        lines = self._lines(room)
        canvas.text(group, f"{part}-text", here, lines, TEXT, colour, bold=True)


def onward_arrow(
    canvas: Canvas, group: str, part: str, at: Point, theme: Theme, *, back: bool
) -> str:
    """Draw the arrow of a hand-over from ``at`` to the right, and give its colour."""
    ends = [at, (at[0] + ARROW, at[1])]
    colour, line, arrow = look("loop" if back else "jump", theme)
    canvas.path(group, part, ends[::-1] if back else ends, colour, line=line, arrow=arrow)
    return colour


def thread(
    canvas: Canvas, group: str, part: str, ends: Sequence[Point], theme: Theme, *, gap: bool
) -> None:
    """Draw the line from one cell of a row to the next: dashed where there is a gap."""
    line: Line = "dashed" if gap else "solid"
    colour = theme.leave if gap else theme.flow
    canvas.path(group, part, ends, colour, line=line, arrow="none")
