"""The legend: the signs of a drawing with what they mean, in lines as long as there is room."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from journeyctl.fonts import width
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH
from journeyctl.words import Words

SIGN = 40.0  # width of a sign
ROOM = 22.0  # height of a line
_SIZE = 9.5
_GAP = 18.0

Draw = Callable[[Canvas, str, float, float], None]
"""Draws a sign into a group, with the left top corner of its room at (x, y)."""


class Sign(NamedTuple):
    """An entry of a legend; ``legend.KEY`` in the words says what the sign means."""

    key: str
    draw: Draw
    width: float = SIGN


class Legend:
    """Signs with what they mean. Views put in every sign that occurs, and none that does not."""

    def __init__(
        self, signs: Sequence[Sign], words: Words, theme: Theme, title: str = "legend.title"
    ) -> None:
        self._signs, self._words, self._theme = signs, words, theme
        self._title = words.text(title)

    def _items(self, room: float) -> list[tuple[float, int, Sign]]:
        """Each entry with its place (x, line), in lines that fit."""
        x, line = width(self._title, _SIZE, bold=True) + _GAP, 0
        placed = []
        for sign in self._signs:
            wide = sign.width + 5 + width(self._words.text(f"legend.{sign.key}"), _SIZE)
            if x and x + wide > room:
                x, line = 0.0, line + 1
            placed.append((x, line, sign))
            x += wide + _GAP
        return placed

    def height(self, room: float) -> float:
        """The height of the legend in points, in ``room`` points of width."""
        items = self._items(room)
        return (items[-1][1] + 1) * ROOM if items else 0.0

    def draw(self, canvas: Canvas, at: tuple[float, float], room: float) -> None:
        """Draw the legend with its left top corner at ``at``."""
        items = self._items(room)
        if not items:
            return
        left, top = at
        title = self._title
        group = canvas.group("legend", "legend", title)
        middle = (ROOM - _SIZE * PITCH) / 2
        wide = width(title, _SIZE, bold=True)
        canvas.text(
            group, "title", (left, top + middle, wide), (title,), _SIZE, self._theme.ink, bold=True
        )
        for x, line, sign in items:
            text = self._words.text(f"legend.{sign.key}")
            item = canvas.group(f"legend-{sign.key}", "legend-item", text)
            sign.draw(canvas, item, left + x, top + line * ROOM)
            at_text = left + x + sign.width + 5
            place = (at_text, top + line * ROOM + middle, width(text, _SIZE))
            canvas.text(item, "text", place, (text,), _SIZE, self._theme.ink)
