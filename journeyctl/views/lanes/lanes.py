"""The lanes view: stages across, a lane for each person or department, and steps where they
belong, with the line of interaction between the customer's side and the company's."""

from itertools import pairwise
from typing import NamedTuple

from journeyctl.model.journey import Journey
from journeyctl.views.board import Board
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import Drawing
from journeyctl.views.headline import Headline
from journeyctl.views.lanes.bands import Band, bands
from journeyctl.views.lanes.boxes import Box
from journeyctl.views.lanes.cards import LaneCards
from journeyctl.views.lanes.frame import Frame
from journeyctl.views.lanes.grid import Grid
from journeyctl.views.lanes.links import Links
from journeyctl.views.lanes.names import NAMES, Names
from journeyctl.views.lanes.people import Places, behind, lanes_of
from journeyctl.views.lanes.routes import Routes
from journeyctl.views.lanes.stubs import TIE, Stubs
from journeyctl.views.legend import Legend, Sign
from journeyctl.views.setting import MARGIN, Setting, drawing
from journeyctl.views.signs import Signs, flow_signs

_RATIOS = {"right": 1.78, "down": 0.71}
_ROOMS = (92.0, 104.0, 120.0)  # widths of a card
_GUTTER = 26.0  # about how wide one is
_LEAST = 420.0  # width of a drawing
_HEAD, _ROW = 80.0, 14.0  # about what a band takes, and a row, beside what stands in it
_PAGE = 520.0  # height of a page on which nothing need be made smaller, in points
_BANDS = 9  # more are not tried
_LEGEND_GAP = 14.0


def lacks(journey: Journey) -> str:
    """Why there is nothing to draw of a journey, "" where there is."""
    if not journey.stages:
        return "The journey has no stages."
    if not any(step.people or behind(step) for step in journey.steps.values()):
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
        self.stubs = Stubs(self.cards, theme)
        self.names = Names(self.lanes, words, theme)
        self.legend = Legend(self._signs(), words, theme)
        self.headline = Headline(journey, setting, "lanes")

    def _signs(self) -> list[Sign]:
        """A flow's signs, with what is drawn in another way here."""
        theme, cards = self.setting.theme, self.cards.cards
        signs = {sign.key: sign for sign in flow_signs(self.journey, cards, theme)}
        if "feeling" in signs:
            signs["feeling"] = Sign("feeling", self.cards.feeling_sign, 18.0)
        if all(len(lane.people) < 2 for lane in self.lanes):
            signs.pop("person", None)
        steps = self.journey.steps.values()
        if any(behind(step) for step in steps):
            signs.setdefault("company", Sign("company", Signs(cards, theme).box("company")))
        if any(self.places.reach(step) != self.places.spans(step)[0] for step in steps):
            signs["tied"] = Sign("tied", self.stubs.sign)
        return list(signs.values())

    def draw(self) -> Drawing:
        grid, cut = self._plan()
        routes = Routes(grid.legs, self.journey.links, cut)
        frame = Frame(cut, routes, self.names)
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
        wide = max(frame.right + MARGIN, _LEAST)
        frame.place(self.headline.height(wide), [board.head for board in boards])
        legend_top = frame.bottom + _LEGEND_GAP
        high = legend_top + self.legend.height(wide - 2 * MARGIN) + MARGIN
        canvas = Canvas()
        self.headline.draw(canvas, wide)
        for board, band, one in zip(boards, cut, frame.bands, strict=True):
            board.draw(canvas, one.top, one.bottom)
            self.names.draw(canvas, one.lanes, band.bare, frame.right)
            if one.line is not None:
                self._line(canvas, band, one.line, frame.right)
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
        """The width of the cards and the number of bands with which all is largest on a page of
        the proportions wanted; of those that are large enough, the one with the fewest bands."""
        wanted = self.setting.ratio or _RATIOS[self.setting.direction]
        least = self.cards.least()
        tried: list[tuple[float, int, float, Grid]] = []
        for room in dict.fromkeys(max(room, least) for room in _ROOMS):
            grid = Grid(self.journey, self.cards, self.stubs, self.setting.words, room)
            before = 0
            for count in range(1, _BANDS + 1):
                cut = bands(grid.columns, len(self.lanes), count, _GUTTER)
                if len(cut) > before:
                    wide, high = self._size(cut)
                    page = max(wide / wanted, high, _PAGE)  # The height of a page that holds it.
                    tried.append((page, count, -room, grid))
                before = max(before, len(cut))
        _, count, _, grid = min(tried, key=lambda one: one[:3])
        return _Plan(grid, bands(grid.columns, len(self.lanes), count, _GUTTER))

    def _size(self, cut: list[Band]) -> tuple[float, float]:
        """About the width and the height of bands, before their links are known."""
        wide = (
            NAMES
            + 2 * MARGIN
            + max(sum(column.width + _GUTTER for column in band.columns) for band in cut)
        )
        high = self.headline.height(wide) + self.legend.height(wide - 2 * MARGIN) + 2 * MARGIN
        for band in cut:
            high += _HEAD
            for row, cell in enumerate(band.rows):
                if cell.lane in band.bare:
                    high += self.names.height(cell.lane, bare=True)
                    continue
                here = [
                    box.height
                    for place in range(len(band.columns))
                    for box in band.cells.get((row, place), ())
                    if box.top == box.bottom
                ]
                high += max([32.0, *here]) + _ROW
        return wide, high

    def _line(self, canvas: Canvas, band: Band, top: float, right: float) -> None:
        """The line of interaction; of all boxes only the bars of forks and joins lie across."""
        lanes = self.lanes
        bars = [
            (box.x, box.x + box.width)
            for column in band.columns
            for box in column.boxes
            if box.kind == "bar" and lanes[box.low.lane].above != lanes[box.high.lane].above
        ]
        self.names.line(canvas, top, right, bars)

    def _card(self, canvas: Canvas, box: Box, frame: Frame) -> None:
        if box.card is None:
            return
        self.cards.draw(canvas, box.card, frame.box(box), self._scores(box, frame))

    def _ties(self, canvas: Canvas, grid: Grid, frame: Frame) -> None:
        """The stubs of steps that stand in other lanes, too, each tied to the next."""
        theme = self.setting.theme
        for step, tied in grid.tied:
            for box in tied:
                if box.stub is not None:
                    scores = self._scores(box, frame)
                    self.stubs.draw(canvas, step, box.stub, frame.box(box), scores)
            for upper, lower in pairwise(tied):
                x, top, wide, high = frame.box(upper)
                ends = [(x + wide / 2, top + high), (x + wide / 2, frame.box(lower)[1])]
                group = canvas.group(f"tie-{step.id}-{lower.low.lane}", "tie", step.label)
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
