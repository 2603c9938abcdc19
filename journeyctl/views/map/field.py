"""A field of things with their places across, so that those near a place are found at once."""

from collections.abc import Iterator

Rect = tuple[float, float, float, float]  # left, top, right, bottom

_CELL = 120.0


class Field:
    """Boxes by where they stand across. ``top`` and ``bottom`` are how far they all reach."""

    def __init__(self) -> None:
        self._cells: dict[int, list[Rect]] = {}
        self.top, self.bottom = float("inf"), float("-inf")

    def add(self, rect: Rect) -> None:
        """Put a box into the field."""
        for cell in range(int(rect[0] // _CELL), int(rect[2] // _CELL) + 1):
            self._cells.setdefault(cell, []).append(rect)
        self.top, self.bottom = min(self.top, rect[1]), max(self.bottom, rect[3])

    def between(self, left: float, right: float) -> Iterator[Rect]:
        """The boxes that reach between two places across; a wide one may come twice."""
        for cell in range(int(left // _CELL), int(right // _CELL) + 1):
            for rect in self._cells.get(cell, ()):
                if rect[0] < right and left < rect[2]:
                    yield rect

    def touched(self, rect: Rect) -> int:
        """How many boxes a new one would touch."""
        found = self.between(rect[0], rect[2])
        return sum(one[1] < rect[3] and rect[1] < one[3] for one in found)


def square(x: float, y: float, half: float) -> Rect:
    """A square by its middle and half its side."""
    return x - half, y - half, x + half, y + half
