"""The slide as paper: where a point of a deck lies on it, in English Metric Units (914,400 to an
inch, 12,700 to a point), and how long a length is."""

from typing import NamedTuple

from journeyctl.slides.deck import HEIGHT, WIDTH, Box

POINT = 12_700
"""English Metric Units in a point."""


class Paper(NamedTuple):
    """A slide of 960 by 540 points, ``scale`` times as large and moved by ``left`` and ``top``
    units, so that it lies in the middle of a template's slide."""

    scale: float = 1.0
    left: float = 0.0
    top: float = 0.0

    @classmethod
    def of(cls, wide: int, high: int) -> "Paper":
        """The paper for a template's slide of so many units."""
        scale = min(wide / (WIDTH * POINT), high / (HEIGHT * POINT))
        return cls(scale, (wide - WIDTH * POINT * scale) / 2, (high - HEIGHT * POINT * scale) / 2)

    def within(self, x: float, y: float, scale: float) -> "Paper":
        """The paper of a drawing at (x, y) whose points measure ``scale`` of the slide's."""
        return Paper(self.scale * scale, self.x(x), self.y(y))

    def length(self, points: float) -> int:
        return round(points * POINT * self.scale)

    def x(self, points: float) -> int:
        return round(self.left + points * POINT * self.scale)

    def y(self, points: float) -> int:
        return round(self.top + points * POINT * self.scale)

    def size(self, points: float) -> int:
        """A font's size in hundredths of a point, at least one point."""
        return max(100, round(points * 100 * self.scale))

    def frame(self, box: Box, prefix: str = "a") -> str:
        """The place of a box as an element."""
        x, y, wide, high = box
        left, top = self.x(x), self.y(y)
        across, down = max(0, self.x(x + wide) - left), max(0, self.y(y + high) - top)
        return (
            f'<{prefix}:xfrm><a:off x="{left}" y="{top}"/>'
            f'<a:ext cx="{across}" cy="{down}"/></{prefix}:xfrm>'
        )
