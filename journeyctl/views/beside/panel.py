"""The panel with the feelings of several journeys: the ground, the curves, and whose they are."""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.comparison.axis import Axis
from journeyctl.fonts import width, wrap
from journeyctl.model.journey import Journey
from journeyctl.views.beside.curves import (
    HEIGHT,
    MARK,
    draw_curve,
    draw_levels,
    draw_mark,
    look,
    points,
)
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH
from journeyctl.views.setting import MARGIN, Setting

_TITLE, _NAME, _KEY = 11.0, 9.0, 9.5
_LINE, _SIGN, _GAP = 18.0, 40.0, 24.0
_GROUND = 16.0  # of the ground above the best level and below the worst


class _Key(NamedTuple):
    """A curve's name, wrapped, with its place: x and line."""

    number: int
    text: str
    x: float
    line: int


class Panel:
    """The curves of journeys over their common axis.

    ``columns`` are the left and right edges of the axis' places; ``names`` is the width of the
    column before them. The stages are named above the ground where ``named`` says so.
    Journeys of which no feeling is known have no curve.
    """

    def __init__(
        self,
        journeys: Sequence[tuple[str, Journey]],
        common: Axis,
        columns: Sequence[tuple[float, float]],
        names: float,
        setting: Setting,
        *,
        named: bool,
    ) -> None:
        self._journeys, self._columns, self._names = journeys, columns, names
        self._common, self._setting = common, setting
        # Beside one another, where two feel the same at the same place.
        self._courses = [
            points(journey, number, common, columns, (number - (len(journeys) - 1) / 2) * MARK)
            for number, (_, journey) in enumerate(journeys)
        ]
        self._stages: list[tuple[str, ...]] = []
        if named:
            self._stages = [
                wrap(name, right - left - 8, _NAME, bold=True, most=3)
                for name, (left, right) in zip(common.names, columns, strict=True)
            ]
        self._keys = self._keyed()
        title = setting.words.text("compare.by-stage.feelings")
        self._title = wrap(title, names - 8, _TITLE, bold=True)

    def _keyed(self) -> list[_Key]:
        left, right = self._columns[0][0], self._columns[-1][1]
        keys: list[_Key] = []
        x, line = left, 0
        for number, (name, _) in enumerate(self._journeys):
            if not self._courses[number]:
                continue
            text = wrap(name, right - left - _SIGN, _KEY, most=1)[0]
            wide = _SIGN + width(text, _KEY)
            if x > left and x + wide > right:
                x, line = left, line + 1
            keys.append(_Key(number, text, x, line))
            x += wide + _GAP
        return keys

    @property
    def _above(self) -> float:
        """From the top to the best level."""
        lines = max((len(lines) for lines in self._stages), default=0)
        title = len(self._title) * _TITLE * PITCH
        return max(title + 10, lines * _NAME * PITCH + _GROUND + 6)

    @property
    def height(self) -> float:
        """The height of all of it, in points; 0 where no feeling is known."""
        if not self._keys:
            return 0.0
        return self._above + HEIGHT + _GROUND + 10 + (self._keys[-1].line + 1) * _LINE

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the panel with its upper edge at ``top``."""
        if not self._keys:
            return
        theme, words = self._setting.theme, self._setting.words
        title = words.text("compare.by-stage.feelings")
        group = canvas.group("feelings", "feelings", title)
        at = (MARGIN, top, self._names - 8)
        canvas.text(group, "title", at, self._title, _TITLE, theme.ink, bold=True)
        chart = top + self._above
        for number, (left, right) in enumerate(self._columns):
            colours = theme.stages[number % len(theme.stages)]
            box = (left, chart - _GROUND, right - left, HEIGHT + 2 * _GROUND)
            canvas.shape(group, f"ground-{number}", "box", box, role="panel", fill=colours.soft)
        for number, lines in enumerate(self._stages):
            left, right = self._columns[number]
            y = chart - _GROUND - len(lines) * _NAME * PITCH - 2
            place = (left + 4, y, right - left - 8)
            canvas.text(group, f"stage-{number}", place, lines, _NAME, theme.ink, bold=True)
        place = (self._columns[0][0], self._columns[-1][1], chart)
        draw_levels(canvas, words, theme, place, self._names)
        bottom = chart + HEIGHT + _GROUND + 10 + _LINE / 2
        for key in self._keys:
            name = self._journeys[key.number][0]
            draw_curve(canvas, name, key.number, self._courses[key.number], chart, theme)
            chosen = look(key.number, theme)
            item = canvas.group(f"key-{key.number + 1}", "key", name)
            y = bottom + key.line * _LINE
            ends = [(key.x, y), (key.x + 34, y)]
            canvas.path(item, "line", ends, chosen.colour, line=chosen.line, arrow="none", pen=2.0)
            draw_mark(canvas, item, "mark", (key.x + 17, y), chosen, theme)
            at = (key.x + _SIGN, y - _KEY * PITCH / 2, width(key.text, _KEY))
            canvas.text(item, "text", at, (key.text,), _KEY, theme.ink)
