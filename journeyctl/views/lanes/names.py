"""The names of the lanes, the thin lines between them, and the line of interaction."""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.fonts import wrap
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH
from journeyctl.views.lanes.people import Lane
from journeyctl.views.setting import MARGIN
from journeyctl.words import Words

NAMES = 112.0
"""The width of the names, in points."""

STRIP = 20.0
"""The height of the line of interaction with its name, in points."""

_NAME, _DETAIL, _LINE = 10.5, 9.0, 9.0  # sizes of the type
_PAD = 8.0
_ROOM = NAMES - 2 * _PAD


class _Name(NamedTuple):
    name: tuple[str, ...]
    detail: tuple[str, ...]

    @property
    def height(self) -> float:
        return (len(self.name) * _NAME + len(self.detail) * _DETAIL) * PITCH


class Names:
    """The names of all lanes, wrapped; where nothing stands in a lane, its detail is left out."""

    def __init__(self, lanes: Sequence[Lane], words: Words, theme: Theme) -> None:
        self.lanes, self._words, self._theme = lanes, words, theme
        self._names = [
            _Name(
                wrap(lane.name, _ROOM, _NAME, bold=True, most=4),
                wrap(lane.detail, _ROOM, _DETAIL, most=3) if lane.detail else (),
            )
            for lane in lanes
        ]

    def height(self, lane: int, *, bare: bool) -> float:
        """The least height of a lane, in points; ``bare`` for one in which nothing stands."""
        name = self._names[lane]
        return (name._replace(detail=()) if bare else name).height + 8

    def draw(
        self,
        canvas: Canvas,
        places: Sequence[tuple[float, float]],
        bare: Sequence[int],
        right: float,
    ) -> None:
        """Draw the names of a band's lanes (top, bottom), and the lines above them to ``right``."""
        theme = self._theme
        for number, (lane, (top, bottom)) in enumerate(zip(self.lanes, places, strict=True)):
            title = f"{lane.name}, {lane.detail}" if lane.detail else lane.name
            group = canvas.group(f"lane-{lane.key}", "lane", title)
            box = (MARGIN, top, NAMES, bottom - top)
            fill = theme.band if lane.above else theme.company
            canvas.shape(group, "band", "box", box, role="panel", fill=fill)
            if number and lane.above == self.lanes[number - 1].above:
                rule = (MARGIN, top - 0.5, right - MARGIN, 1.0)
                canvas.shape(group, "rule", "box", rule, role="panel", fill=theme.grid)
            name = self._names[number]
            if number in bare:
                name = name._replace(detail=())
            at = (MARGIN + _PAD, (top + bottom - name.height) / 2, _ROOM)
            colour = theme.muted if number in bare else theme.ink
            canvas.text(group, "name", at, name.name, _NAME, colour, bold=True)
            if name.detail:
                at = (at[0], at[1] + len(name.name) * _NAME * PITCH, _ROOM)
                canvas.text(group, "detail", at, name.detail, _DETAIL, theme.muted)

    def line(
        self, canvas: Canvas, top: float, right: float, bars: Sequence[tuple[float, float]]
    ) -> None:
        """Draw the line of interaction in its strip, around the ``bars`` (left, right) that lie
        across it."""
        text, ink = self._words.text("lane.line"), self._theme.ink
        group = canvas.group("line-of-interaction", "line-of-interaction", text)
        middle = top + STRIP / 2
        lines = wrap(text, NAMES, _LINE, bold=True, most=1)
        at = (MARGIN, middle - _LINE * PITCH / 2, NAMES)
        canvas.text(group, "name", at, lines, _LINE, ink, bold=True)
        left = MARGIN + NAMES + 4
        for number, (begin, end) in enumerate([*sorted(bars), (right + 3, right)]):
            points = [(left, middle), (begin - 3, middle)]
            canvas.path(group, f"line-{number}", points, ink, arrow="none", pen=2.0)
            left = end + 3
