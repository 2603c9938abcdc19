"""Draws the course of the feelings: its ground, the curve, its points and what is said there."""

from collections.abc import Sequence

from journeyctl.fonts import unwrapped, wrap
from journeyctl.model.journey import Step
from journeyctl.themes import Theme
from journeyctl.views.board import ROW, Board
from journeyctl.views.canvas import Canvas
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import PITCH, Line, Path
from journeyctl.views.map.columns import Column
from journeyctl.views.map.curve import Point
from journeyctl.views.map.feeling import (
    DISC,
    DOT,
    RING,
    SMALL_DISC,
    STAR,
    Callout,
    Chart,
    Course,
    level,
    reach,
)
from journeyctl.views.map.notes import BADGE, Notes
from journeyctl.views.marks import round_half_up
from journeyctl.views.setting import MARGIN
from journeyctl.words import Words

_AXIS = BADGE + 10  # the line with the steps' numbers
_AIR = 8.0
_LABEL = 8.5
_CURVE, _GAP = 2.6, 1.6
_PAD = 5.0
_TEXT = 9.0


class Graph:
    """Draws the charts of one map."""

    def __init__(self, cards: Cards, notes: Notes, words: Words, theme: Theme) -> None:
        self.cards, self.notes, self.words, self.theme = cards, notes, words, theme

    def _above(self, chart: Chart) -> float:
        """From the row's top to the best level: room for the row's name, and for call-outs."""
        return max(ROW * PITCH + 16, _AIR - chart.top)

    def height(self, chart: Chart, name: float) -> float:
        """The height of the row of a chart, whose name needs so many points."""
        return max(self._above(chart) + chart.bottom + _AIR + _AXIS, name + level(1))

    def draw(
        self,
        canvas: Canvas,
        chart: Chart,
        course: Course,
        board: Board,
        columns: Sequence[Column],
        top: float,
        high: float,
    ) -> None:
        """Draw the chart of a band in the row from ``top`` that is so high."""
        best = top + self._above(chart)
        self._ground(canvas, board, best)
        self._axis(canvas, chart, board, columns, best, top + high - _AXIS)
        self._curve(canvas, chart, best)
        steps = sorted((*course.way, *course.others), key=lambda step: step.number)
        called = {one.step.id: one for one in chart.callouts}
        others = {step.id for step in course.others}
        for step in steps:
            if step.id in chart.points:
                x, y = chart.points[step.id]
                lowest = step.id == course.lowest
                star = chart.stars.get(step.id)
                star = (star[0], star[1] + best) if star else None
                group = self._group(canvas, step, course, step.id in others)
                self._spread(canvas, group, step, course, x, best)
                self._point(canvas, group, step, (x, y + best), star, step.id in others, lowest)
                if step.id in called:
                    self._callout(canvas, called[step.id], (x, y + best), best)

    def _ground(self, canvas: Canvas, board: Board, best: float) -> None:
        """The five levels, with their names at the left."""
        theme = self.theme
        group = canvas.group("levels", "levels", self.words.text("legend.feeling"))
        left = MARGIN + board.names
        wide = board.width - MARGIN - left
        for mood in range(5, 0, -1):
            y = best + level(mood)
            thick = 1.4 if mood == 3 else 0.8
            box = (left, y - thick / 2, wide, thick)
            colour = theme.track if mood == 3 else theme.grid
            canvas.shape(group, f"level-{mood}", "box", box, role="panel", fill=colour)
            said = self.words.text(f"legend.feeling.{mood}")
            place = (left - 6 - SMALL_DISC, y - SMALL_DISC / 2, SMALL_DISC, SMALL_DISC)
            self.cards.face(canvas, group, f"mark-{mood}", float(mood), place)
            room = place[0] - MARGIN - 8
            lines = wrap(said, room, _LABEL, most=2)
            at = (MARGIN + 4, y - len(lines) * _LABEL * PITCH / 2, room)
            canvas.text(group, f"name-{mood}", at, lines, _LABEL, theme.muted, align="right")

    def _axis(
        self,
        canvas: Canvas,
        chart: Chart,
        board: Board,
        columns: Sequence[Column],
        best: float,
        y: float,
    ) -> None:
        """The numbers of all steps under the curve, with a thin line up to the step's point."""
        theme = self.theme
        for index, column in enumerate(columns):
            tint = theme.stages[board.numbers[index] % len(theme.stages)].tint
            for at, step in enumerate(column.steps):
                x = board.lefts[index] + column.middle(at)
                group = canvas.group(f"axis-{step.id}", "axis", "")
                if step.id in chart.points:
                    start = best + chart.points[step.id][1]
                    box = (x - 0.4, start, 0.8, y - start)
                    canvas.shape(group, "guide", "box", box, role="panel", fill=theme.grid)
                place = (x - BADGE / 2, y)
                self.notes.badge(canvas, group, step.number, place, (theme.ink, tint))

    def _curve(self, canvas: Canvas, chart: Chart, best: float) -> None:
        """The pieces whose both ends are known as one line each, the others dashed."""
        group = canvas.group("curve", "curve", self.words.text("row.feeling"))
        runs: list[tuple[list[tuple[float, float]], bool]] = []
        for piece, gap in chart.pieces:
            points = [(round(x, 2), round(y + best, 2)) for x, y in piece]
            if runs and runs[-1][1] == gap:
                runs[-1][0].extend(points[1:])
            else:
                runs.append((points, gap))
        for number, (points, gap) in enumerate(runs):
            name = f"{group}-{number}"
            role = "gap" if gap else "curve"
            line: Line = "dashed" if gap else "solid"
            pen = _GAP if gap else _CURVE
            canvas.paths.append(
                Path(name, group, role, tuple(points), self.theme.curve, line, pen, "none", 0, True)
            )

    def _group(self, canvas: Canvas, step: Step, course: Course, other: bool) -> str:
        """The group of a point, with a sentence for those who don't see it."""
        words, mood = self.words, step.mood or 0.0
        said = [words.text(f"legend.feeling.{round_half_up(mood)}")]
        said += [words.text("legend.other-way")] if other else []
        said += [words.text("legend.moment")] if step.moment else []
        said += [words.text("legend.lowest")] if step.id == course.lowest else []
        said += [f"{label} {feeling}" for label, feeling in course.spreads.get(step.id, ())]
        title = f"{step.number} {step.label}: {words.number(mood)}, {', '.join(said)}"
        return canvas.group(f"feeling-{step.id}", "feeling", title)

    def _spread(
        self, canvas: Canvas, group: str, step: Step, course: Course, x: float, best: float
    ) -> None:
        """A dot on the level of each of the people who do not feel alike, on a thin line."""
        ends = reach(course, step)
        if ends is None:
            return
        colour = self.theme.curve
        line = [(x, best + ends[0]), (x, best + ends[1])]
        canvas.path(group, "spread", line, colour, arrow="none")
        for mood in sorted({feeling for _, feeling in course.spreads[step.id]}):
            y = best + level(mood)
            box = (x - DOT / 2, y - DOT / 2, DOT, DOT)
            canvas.shape(
                group, f"dot-{mood}", "circle", box, role="dot", fill=self.theme.card, stroke=colour
            )

    def _point(
        self,
        canvas: Canvas,
        group: str,
        step: Step,
        point: Point,
        star: Point | None,
        other: bool,
        lowest: bool,
    ) -> None:
        theme = self.theme
        x, y = point
        size = SMALL_DISC if other else DISC
        if lowest:
            ring = size + 2 * RING
            box = (x - ring / 2, y - ring / 2, ring, ring)
            canvas.shape(
                group, "lowest", "circle", box, fill=theme.card, stroke=theme.pain, pen=1.8
            )
        box = (x - size / 2, y - size / 2, size, size)
        self.cards.face(canvas, group, "mood", step.mood or 0.0, box)
        if star:
            box = (star[0] - STAR / 2, star[1] - STAR / 2, STAR, STAR)
            canvas.shape(group, "moment", "star", box, fill=theme.moment, stroke=theme.moment)

    def _callout(
        self, canvas: Canvas, one: Callout, point: tuple[float, float], best: float
    ) -> None:
        """The box with what is said, and the line from it to its point."""
        theme = self.theme
        colour = theme.pain if one.kind == "lowest" else theme.moment
        left, top, right, bottom = one.rect
        top, bottom = top + best, bottom + best
        said = unwrapped([*one.head, *one.quote])
        group = canvas.group(f"quote-{one.step.id}", "callout", f"{said} ({one.step.label})")
        x = point[0]
        ends = [(x, bottom), (x, point[1])] if one.above else [(x, point[1]), (x, top)]
        canvas.path(group, "line", ends, colour, arrow="none")
        box = (left, top, right - left, bottom - top)
        canvas.shape(group, "card", "rounded", box, fill=theme.card, stroke=colour, pen=1.2)
        at = (left + _PAD, top + _PAD, right - left - 2 * _PAD)
        canvas.text(group, "head", at, one.head, _TEXT, colour, bold=True)
        at = (left + _PAD, top + _PAD + len(one.head) * _TEXT * PITCH, right - left - 2 * _PAD)
        if one.quote:
            canvas.text(group, "text", at, one.quote, _TEXT, theme.ink)
