"""The lanes view: stages across, a lane for each person or department, and steps where they
belong, with the line of interaction between the customer's side and the company's."""

from itertools import pairwise
from typing import NamedTuple

from journeyctl.fonts import wrap
from journeyctl.model.journey import Journey
from journeyctl.views.board import Board
from journeyctl.views.canvas import PITCH, Canvas
from journeyctl.views.drawing import Drawing
from journeyctl.views.headline import Headline
from journeyctl.views.lanes.bands import Band, bands
from journeyctl.views.lanes.cards import TIE, LaneCards
from journeyctl.views.lanes.frame import BARE, NAMES, STRIP, BandFrame, Frame
from journeyctl.views.lanes.grid import Box, Grid
from journeyctl.views.lanes.links import Links
from journeyctl.views.lanes.people import Lane, Places, lanes_of
from journeyctl.views.lanes.routes import Routes
from journeyctl.views.legend import Legend, Sign
from journeyctl.views.setting import MARGIN, Setting, drawing
from journeyctl.views.signs import flow_signs

_NAME, _DETAIL, _LINE = 10.5, 9.0, 9.0  # sizes of the type
_PAD = 8.0
_RATIOS = {"right": 1.78, "down": 0.71}
_ROOMS = (92.0, 104.0, 120.0)  # widths of a card
_GUTTER = 26.0  # about how wide one is
_BANDS = 9  # more are not tried
_LEGEND_GAP = 14.0


def lacks(journey: Journey) -> str:
    """Why there is nothing to draw of a journey, "" where there is."""
    if not journey.stages:
        return "The journey has no stages."
    if not any(step.people for step in journey.steps.values()):
        return "No step names a person with `@`, so there are no lanes."
    return ""


def draw(journey: Journey, setting: Setting) -> Drawing:
    """The lanes of a journey as a drawing.

    The stages stand side by side, in several bands below one another where one would be much
    wider than ``setting.ratio`` asks for.
    """
    return _Picture(journey, setting).draw()


class _Plan(NamedTuple):
    grid: Grid
    bands: list[Band]


class _Picture:
    def __init__(self, journey: Journey, setting: Setting) -> None:
        self.journey, self.setting = journey, setting
        words, theme = setting.words, setting.theme
        self.lanes = lanes_of(journey, words)
        self.places = Places(self.lanes)
        self.cards = LaneCards(journey, self.places, words, theme)
        self.legend = Legend(self._signs(), words, theme)
        self.headline = Headline(journey, setting, "lanes")

    def _signs(self) -> list[Sign]:
        """A flow's signs, with what is drawn in another way here."""
        steps = self.journey.steps.values()
        signs = []
        for sign in flow_signs(self.journey, self.cards.cards, self.setting.theme):
            if sign.key == "feeling":
                sign = Sign("feeling", self.cards.feeling_sign, 18.0)
            if sign.key != "person" or any(len(lane.people) > 1 for lane in self.lanes):
                signs.append(sign)
            if sign.key == "person" and any(len(self.places.spans(step)) > 1 for step in steps):
                signs.append(Sign("tied", self.cards.tied_sign))
        return signs

    def draw(self) -> Drawing:
        grid, cut = self._plan()
        routes = Routes(grid.legs, self.journey.links, cut)
        frame = Frame(cut, routes, self.lanes)
        stages = self.journey.stages
        boards = [
            Board(
                self.journey,
                self.setting,
                NAMES + frame.entry,
                [panel.width for panel in one.panels],
                [stages[panel.stage] for panel in one.panels],
            )
            for one in frame.across
        ]
        wide = frame.right + MARGIN
        frame.place(self.headline.height(wide), [board.head for board in boards])
        legend_top = frame.bottom + _LEGEND_GAP
        high = legend_top + self.legend.height(wide - 2 * MARGIN) + MARGIN
        canvas = Canvas()
        self.headline.draw(canvas, wide)
        for board, band, one in zip(boards, cut, frame.bands, strict=True):
            board.draw(canvas, one.top, one.bottom)
            self._lanes(canvas, band, one, frame.right)
        for column in grid.columns:
            for box in column.boxes:
                if box.kind == "card":
                    self._card(canvas, box, frame)
        self._ties(canvas, grid, frame)
        Links(self.journey, self.setting.words, self.setting.theme).draw(
            canvas, grid, routes, frame
        )
        self.legend.draw(canvas, (MARGIN, legend_top), wide - 2 * MARGIN)
        return drawing(self.journey, self.setting, "lanes", canvas, (wide, high))

    def _plan(self) -> _Plan:
        """The width of the cards and the number of bands with which all is largest on a page
        of the proportions wanted."""
        wanted = self.setting.ratio or _RATIOS[self.setting.direction]
        least = self.cards.least()
        tried: list[tuple[float, Grid, int]] = []
        for room in dict.fromkeys(max(room, least) for room in _ROOMS):
            grid = Grid(self.journey, self.places, self.cards, self.setting.words, room)
            before = 0
            for count in range(1, _BANDS + 1):
                cut = bands(grid.columns, len(self.lanes), count, _GUTTER)
                if len(cut) > before:
                    wide, high = self._size(cut)
                    tried.append((max(wide / wanted, high), grid, count))
                before = max(before, len(cut))
        _, grid, count = min(tried, key=lambda one: one[0])
        return _Plan(grid, bands(grid.columns, len(self.lanes), count, _GUTTER))

    def _size(self, cut: list[Band]) -> tuple[float, float]:
        """About the width and the height of bands, before their links are known."""
        wide = (
            NAMES
            + 2 * MARGIN
            + max(sum(column.width + _GUTTER for column in band.columns) for band in cut)
        )
        high = 150.0
        for band in cut:
            high += 80
            for row, cell in enumerate(band.rows):
                if cell.lane in band.bare:
                    high += BARE
                    continue
                here = [
                    box.height
                    for place in range(len(band.columns))
                    for box in band.cells.get((row, place), ())
                    if box.top == box.bottom
                ]
                high += max([36.0, *here]) + 18
        return wide, high

    def _lanes(self, canvas: Canvas, band: Band, one: BandFrame, right: float) -> None:
        """The names of the lanes, the thin lines between them, and the line of interaction."""
        theme, words = self.setting.theme, self.setting.words
        for number, (lane, (top, bottom)) in enumerate(zip(self.lanes, one.lanes, strict=True)):
            group = canvas.group(f"lane-{lane.key}", "lane", self._lane_title(lane))
            box = (MARGIN, top, NAMES, bottom - top)
            fill = theme.band if lane.above else theme.company
            canvas.shape(group, "band", "box", box, role="panel", fill=fill)
            if number and (one.line is None or lane.above == self.lanes[number - 1].above):
                rule = (MARGIN, top - 0.5, right - MARGIN, 1.0)
                canvas.shape(group, "line", "box", rule, role="panel", fill=theme.grid)
            room = NAMES - 2 * _PAD
            if number in band.bare:
                name = wrap(lane.name, room, _NAME, bold=True, most=1)
                at = (MARGIN + _PAD, (top + bottom - _NAME * PITCH) / 2, room)
                canvas.text(group, "name", at, name, _NAME, theme.muted, bold=True)
                continue
            name = wrap(lane.name, room, _NAME, bold=True, most=2)
            detail = wrap(lane.detail, room, _DETAIL, most=2) if lane.detail else ()
            block = len(name) * _NAME * PITCH + len(detail) * _DETAIL * PITCH
            y = (top + bottom - block) / 2
            canvas.text(group, "name", (MARGIN + _PAD, y, room), name, _NAME, theme.ink, bold=True)
            if detail:
                at = (MARGIN + _PAD, y + len(name) * _NAME * PITCH, room)
                canvas.text(group, "detail", at, detail, _DETAIL, theme.muted)
        if one.line is not None:
            text = words.text("lane.line")
            group = canvas.group("line-of-interaction", "line-of-interaction", text)
            middle = one.line + STRIP / 2
            at = (MARGIN, middle - _LINE * PITCH / 2, NAMES)
            lines = wrap(text, NAMES, _LINE, bold=True, most=1)
            canvas.text(group, "name", at, lines, _LINE, theme.ink, bold=True)
            left = MARGIN + NAMES + 4
            # Of the boxes only bars lie across, where all that happens parts or joins.
            bars = {
                box.x: box.x + box.width
                for row in range(len(band.rows) - 1)
                for place in range(len(band.columns))
                for box in band.cells.get((row, place), ())
                if box.kind == "bar" and self._crosses(box)
            }
            for number, (begin, end) in enumerate(sorted([*bars.items(), (right + 3, right + 3)])):
                points = [(left, middle), (begin - 3, middle)]
                part = f"line-{number}"
                canvas.path(group, part, points, theme.ink, line="dashed", arrow="none", pen=1.8)
                left = end + 3

    def _crosses(self, box: Box) -> bool:
        return self.lanes[box.low.lane].above != self.lanes[box.high.lane].above

    def _lane_title(self, lane: Lane) -> str:
        return f"{lane.name}, {lane.detail}" if lane.detail else lane.name

    def _card(self, canvas: Canvas, box: Box, frame: Frame) -> None:
        if box.card is None:
            return
        self.cards.draw(canvas, box.card, frame.box(box), self._scores(box, frame))

    def _ties(self, canvas: Canvas, grid: Grid, frame: Frame) -> None:
        """The stubs of steps that stand in other lanes, too, each tied to the next."""
        theme = self.setting.theme
        for tied in grid.tied:
            step = tied[0].step
            for box in tied:
                if box.kind == "stub" and step is not None:
                    scores = self._scores(box, frame)
                    self.cards.draw_stub(canvas, step, box.lines, frame.box(box), scores)
            for upper, lower in pairwise(tied):
                x, top, wide, high = frame.box(upper)
                ends = [(x + wide / 2, top + high), (x + wide / 2, frame.box(lower)[1])]
                group = canvas.group(f"tie-{lower.id}", "tie", step.label if step else "")
                canvas.path(group, "tie", ends, theme.card_line, arrow="none", pen=TIE)

    def _scores(self, box: Box, frame: Frame) -> dict[int, float]:
        """The height at which the feeling of each lane's people stands on a box."""
        scores = {}
        middles = frame.bands[box.band]
        for lane in range(box.low.lane, box.high.lane + 1):
            top, bottom = middles.lanes[lane]
            scores[lane] = (top + bottom) / 2
            if lane == box.low.lane:
                scores[lane] = frame.middle(box, box.top)
            elif lane == box.high.lane:
                scores[lane] = frame.middle(box, box.bottom)
        return scores
