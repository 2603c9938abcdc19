"""Stages across and rows downward: what the map, the lanes and the matrices stand on."""

from collections.abc import Sequence

from journeyctl.fonts import wrap
from journeyctl.model.journey import Journey, Stage
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH
from journeyctl.views.setting import MARGIN, Setting, time_of

NAME, TIME, ROW = 13.0, 10.0, 10.5
"""Sizes of the type: a stage's name, its time, and the name of a row."""

PAD = 9.0
"""From the edge of a column to its text."""

GAP = 6.0
"""Between two columns."""


class Board:
    """The columns of a journey's stages, to the right of the names of the rows.

    ``widths`` are the columns' in points, one for each of ``stages``; ``names`` is the width of
    the column with the names of the rows.
    """

    def __init__(
        self,
        journey: Journey,
        setting: Setting,
        names: float,
        widths: Sequence[float],
        stages: Sequence[Stage] | None = None,
    ) -> None:
        self.setting = setting
        self.stages = tuple(journey.stages if stages is None else stages)
        self.numbers = [journey.stages.index(stage) for stage in self.stages]
        self.names, self.widths = names, tuple(widths)
        self.lefts: list[float] = []
        left = MARGIN + names + GAP
        for wide in self.widths:
            self.lefts.append(left)
            left += wide + GAP
        self.width = left - GAP + MARGIN
        self._headings = [
            self._heading(journey, number, wide)
            for number, wide in zip(self.numbers, self.widths, strict=True)
        ]

    def _heading(
        self, journey: Journey, number: int, wide: float
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        stage, words = journey.stages[number], self.setting.words
        time = time_of(journey, stage, words)
        inner = wide - 2 * PAD
        name = wrap(f"{self.setting.first + number}  {stage.label}", inner, NAME, bold=True, most=3)
        return name, wrap(time, inner, TIME, most=2) if time else ()

    @property
    def head(self) -> float:
        """The height of the band with the stages' names and times, in points."""
        return max(
            14 + len(name) * NAME * PITCH + (len(time) * TIME * PITCH + 2 if time else 0)
            for name, time in self._headings
        )

    def draw(self, canvas: Canvas, top: float, bottom: float) -> None:
        """Draw the stages' panels from ``top`` to ``bottom``, and their headings at the top."""
        theme, high = self.setting.theme, self.head
        for index, stage in enumerate(self.stages):
            left, wide = self.lefts[index], self.widths[index]
            name, time = self._headings[index]
            colours = theme.stages[self.numbers[index] % len(theme.stages)]
            title = ", ".join([stage.label, *time, *([stage.goal] if stage.goal else [])])
            group = canvas.group(f"stage-{stage.key}", "stage", title)
            box = (left, top, wide, bottom - top)
            canvas.shape(group, "panel", "box", box, fill=colours.soft, stroke=colours.tint)
            box = (left, top, wide, high)
            canvas.shape(group, "heading", "box", box, fill=colours.strong)
            at = (left + PAD, top + 7, wide - 2 * PAD)
            canvas.text(group, "name", at, name, NAME, theme.on_strong, bold=True)
            if time:
                at = (left + PAD, top + 9 + len(name) * NAME * PITCH, wide - 2 * PAD)
                canvas.text(group, "time", at, time, TIME, theme.on_strong)

    def row_height(self, name: str) -> float:
        """The least height of a row that is called so, in points."""
        return len(self._row(name)) * ROW * PITCH + 12

    def row(self, canvas: Canvas, key: str, name: str, top: float, high: float) -> None:
        """Draw the name of a row at the left, and the thin line above the row."""
        theme = self.setting.theme
        group = canvas.group(f"row-{key}", "row", name)
        box = (MARGIN, top, self.names, high)
        canvas.shape(group, "band", "box", box, role="panel", fill=theme.band)
        at = (MARGIN + PAD, top + 6, self.names - 2 * PAD)
        canvas.text(group, "name", at, self._row(name), ROW, theme.ink, bold=True)
        right = self.width - MARGIN
        line = (MARGIN, top - 0.5, right - MARGIN, 1.0)
        canvas.shape(group, "line", "box", line, role="panel", fill=theme.grid)

    def _row(self, name: str) -> tuple[str, ...]:
        return wrap(name, self.names - 2 * PAD, ROW, bold=True, most=4)
