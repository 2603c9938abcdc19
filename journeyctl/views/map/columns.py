"""A stage's column on the map: where its steps stand, and the tracks under them."""

from bisect import bisect_right
from typing import NamedTuple

from journeyctl.model.journey import Stage, Step

GAP = 6.0
"""Between two things that stand side by side, and from a column's edge to them, in points."""

_TRACK = 138.0  # a track is about so wide


class Column(NamedTuple):
    """``steps`` are those in the row of the steps, each with a place of its own across the
    column. Lengths are points, from the column's left edge."""

    stage: Stage
    width: float
    steps: tuple[Step, ...]

    @property
    def room(self) -> float:
        """The width inside the column's edges."""
        return self.width - 2 * GAP

    def middle(self, at: int) -> float:
        """The middle of the place of the step with this index in ``steps``."""
        return GAP + self.room * (at + 0.5) / len(self.steps)

    @property
    def tracks(self) -> int:
        """How many notes stand side by side."""
        return max(1, round(self.room / _TRACK))

    @property
    def track(self) -> float:
        """The width of a note."""
        return (self.room - (self.tracks - 1) * GAP) / self.tracks

    def left(self, track: int) -> float:
        """The left edge of a track."""
        return GAP + track * (self.track + GAP)

    def under(self, number: int) -> int:
        """The track under the step with this number, or under the last one before it if it is
        in another row."""
        seen = bisect_right(self.steps, number, key=lambda step: step.number)
        if not seen:
            return 0
        return min(int((seen - 0.5) / len(self.steps) * self.tracks), self.tracks - 1)
