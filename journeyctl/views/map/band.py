"""A band of the map: stages side by side, with the rows that have something to say of them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from journeyctl.fonts import width, wrap
from journeyctl.model.journey import Journey, Stage
from journeyctl.views.board import ROW, Board
from journeyctl.views.canvas import Canvas
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import PITCH
from journeyctl.views.map import chips, feeling, notes
from journeyctl.views.map.columns import GAP, Column
from journeyctl.views.map.gather import Gatherer
from journeyctl.views.map.graph import Graph
from journeyctl.views.map.steps import StepCards, measure
from journeyctl.views.setting import MARGIN, Setting

GOAL = 10.0
_SIGHT = 20.0  # the room of the line of visibility
_PAD = 7.0  # above and below what is in a row


class Row(NamedTuple):
    """A row with its height; ``draw`` puts it on a canvas with its top at a y."""

    key: str
    height: float
    draw: Callable[[Canvas, float], None]


class Maker:
    """What all bands of a map share."""

    def __init__(self, journey: Journey, setting: Setting, rows: Sequence[str]) -> None:
        words, theme = setting.words, setting.theme
        self.journey, self.setting, self.rows = journey, setting, tuple(rows)
        hidden, hatched = "backstage" in rows, theme.hatch != "none"
        self.gatherer = Gatherer(journey, words, hidden=hidden, hatched=hatched)
        self.course = feeling.course(journey)
        self.cards = Cards(journey, words, theme)
        self.notes = notes.Notes(self.cards, theme)
        self.steps = StepCards(self.notes, words, theme)
        self.graph = Graph(self.cards, self.notes, words, theme)
        self.names = self._names()

    def _names(self) -> float:
        """The width of the column with the rows' names, in which the longest word has room."""
        said = [self.setting.words.text(f"row.{row}") for row in self.rows]
        if "backstage" in self.rows:
            said.append(self.setting.words.text("map.sight"))
        longest = max(width(word, ROW, bold=True) for name in said for word in name.split())
        return min(max(84.0, longest + 20), 130.0)


class Band:
    """Some stages of a map with their columns, ``height`` points high, ``width`` wide."""

    def __init__(self, maker: Maker, stages: Sequence[Stage], widths: Sequence[float]) -> None:
        self.maker = maker
        self.board = Board(maker.journey, maker.setting, maker.names, widths, stages)
        self.columns = [
            Column(stage, wide, maker.gatherer.steps(stage))
            for stage, wide in zip(stages, widths, strict=True)
        ]
        self.chart = self._chart() if "feeling" in maker.rows else None
        self.rows = [row for key in maker.rows if (row := self._row(key)) is not None]
        self.width = self.board.width
        self.height = self.board.head + sum(row.height + self._before(row) for row in self.rows)

    def _before(self, row: Row) -> float:
        """The room above a row: that of the line of visibility, where it is due."""
        return _SIGHT if row.key == "backstage" else 0.0

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the band with its upper edge at ``top``."""
        words = self.maker.setting.words
        self.board.draw(canvas, top, top + self.height)
        y = top + self.board.head
        for row in self.rows:
            if self._before(row):
                self._sight(canvas, y)
                y += _SIGHT
            self.board.row(canvas, row.key, words.text(f"row.{row.key}"), y, row.height)
            row.draw(canvas, y)
            y += row.height

    def _sight(self, canvas: Canvas, top: float) -> None:
        """The line of visibility: what is below it the customer does not see."""
        theme, said = self.maker.setting.theme, self.maker.setting.words.text("map.sight")
        group = canvas.group("line-of-visibility", "line-of-visibility", said)
        lines = wrap(said, self.maker.names, 8.5, bold=True, most=2)
        middle = top + _SIGHT / 2
        at = (MARGIN, middle - len(lines) * 8.5 * PITCH / 2, self.maker.names)
        canvas.text(group, "name", at, lines, 8.5, theme.ink, bold=True)
        ends = [(MARGIN + self.maker.names + 4, middle), (self.width - MARGIN, middle)]
        canvas.path(group, "line", ends, theme.flow, line="dashed", arrow="none")

    def _row(self, key: str) -> Row | None:
        """A row, None where it has nothing to say of these stages."""
        if key == "goal":
            return self._goals()
        if key == "steps":
            return self._steps()
        if key == "feeling":
            return self._feelings()
        if key in ("people", "channels", "systems"):
            return self._chips(key)
        return self._notes(key)

    def _high(self, key: str, height: float) -> float:
        name = self.maker.setting.words.text(f"row.{key}")
        return max(height + 2 * _PAD, self.board.row_height(name))

    def _goals(self) -> Row | None:
        stages = self.board.stages
        if not any(stage.goal for stage in stages):
            return None
        texts = [
            wrap(stage.goal, wide - 2 * GAP - 6, GOAL) if stage.goal else ()
            for stage, wide in zip(stages, self.board.widths, strict=True)
        ]
        high = self._high("goal", max(len(lines) for lines in texts) * GOAL * PITCH)
        theme = self.maker.setting.theme

        def draw(canvas: Canvas, top: float) -> None:
            for index, lines in enumerate(texts):
                stage, left = stages[index], self.board.lefts[index]
                colours = theme.stages[self.board.numbers[index] % len(theme.stages)]
                if not lines:
                    continue
                title = self.maker.setting.words.text("picture.goal", goal=stage.goal)
                group = canvas.group(f"goal-{stage.key}", "goal", f"{title} ({stage.label})")
                wide = self.board.widths[index]
                box = (left, top, wide, high)
                canvas.shape(group, "ground", "box", box, role="panel", fill=colours.tint)
                at = (left + GAP + 3, top + _PAD, wide - 2 * GAP - 6)
                canvas.text(group, "text", at, lines, GOAL, theme.ink)

        return Row("goal", high, draw)

    def _steps(self) -> Row | None:
        theme = self.maker.setting.theme
        cards = [
            [measure(step, column.room / len(column.steps), theme) for step in column.steps]
            for column in self.columns
        ]
        tallest = max((card.height for some in cards for card in some), default=0.0)
        if not tallest:
            return None

        def draw(canvas: Canvas, top: float) -> None:
            for index, some in enumerate(cards):
                strong = theme.stages[self.board.numbers[index] % len(theme.stages)].strong
                column = self.columns[index]
                place = column.room / len(column.steps) if some else 0.0
                for at, card in enumerate(some):
                    left = self.board.lefts[index] + column.middle(at) - place / 2
                    box = (left, top + _PAD, place, tallest)
                    self.maker.steps.draw(canvas, card, box, strong)

        return Row("steps", self._high("steps", tallest), draw)

    def _chart(self) -> feeling.Chart:
        places = {
            step.id: left + column.middle(at)
            for left, column in zip(self.board.lefts, self.columns, strict=True)
            for at, step in enumerate(column.steps)
        }
        edges = [
            (left, left + wide)
            for left, wide in zip(self.board.lefts, self.board.widths, strict=True)
        ]
        words = self.maker.setting.words
        return feeling.chart(self.maker.course, places, edges, self.board.numbers, words)

    def _feelings(self) -> Row | None:
        if self.chart is None or not self.chart.points:
            return None
        chart, graph = self.chart, self.maker.graph
        high = graph.height(
            chart, self.board.row_height(self.maker.setting.words.text("row.feeling"))
        )

        def draw(canvas: Canvas, top: float) -> None:
            graph.draw(canvas, chart, self.maker.course, self.board, self.columns, top, high)

        return Row("feeling", high, draw)

    def _notes(self, key: str) -> Row | None:
        quoted = {
            one.step.id: one.step.quotes[0]
            for one in (self.chart.callouts if self.chart else ())
            if one.quote
        }
        cells = [
            notes.pack(self.maker.gatherer.notes(key, column.stage, quoted), column)
            for column in self.columns
        ]
        if not any(cell.slips for cell in cells):
            return None
        theme = self.maker.setting.theme

        def draw(canvas: Canvas, top: float) -> None:
            for index, cell in enumerate(cells):
                tint = theme.stages[self.board.numbers[index] % len(theme.stages)].tint
                left = self.board.lefts[index]
                for slip in cell.slips:
                    self.maker.notes.draw(canvas, slip, left, top + _PAD, (theme.ink, tint))

        return Row(key, self._high(key, max(cell.height for cell in cells)), draw)

    def _chips(self, key: str) -> Row | None:
        flows = [
            chips.flow(self.maker.gatherer.chips(key, column.stage), column.room)
            for column in self.columns
        ]
        if not any(one.chips for one in flows):
            return None
        theme, words = self.maker.setting.theme, self.maker.setting.words

        def draw(canvas: Canvas, top: float) -> None:
            for index, one in enumerate(flows):
                if not one.chips:
                    continue
                stage = self.board.stages[index]
                said = words.listing([placed.chip.text for placed in one.chips])
                title = f"{words.text(f'row.{key}')}, {stage.label}: {said}"
                group = canvas.group(f"{key}-{stage.key}", key, title)
                at = (self.board.lefts[index] + GAP, top + _PAD)
                chips.draw(canvas, group, one, at, theme)

        return Row(key, self._high(key, max(one.height for one in flows)), draw)
