"""The proportions of a flow: how wide its columns are, and in how many rows they stand."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from journeyctl.fonts import widest_word, wrap
from journeyctl.model.journey import Journey
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import PITCH
from journeyctl.views.flow.breaks import broken, height
from journeyctl.views.flow.columns import ColumnMaker, Row, placed
from journeyctl.views.flow.gutters import EDGE
from journeyctl.views.flow.layout import PANEL, Frame, Plan, frame
from journeyctl.views.legend import Legend
from journeyctl.views.setting import MARGIN, Setting, time_of

NAME, TIME, GOAL = 13.0, 10.0, 9.5  # sizes of the type in a heading
_WIDTHS = (124.0, 142.0, 160.0, 176.0, 196.0, 220.0, 250.0, 290.0, 340.0, 400.0)  # of a card
_USUAL = 3
_WIDEST = 6  # of the widths for the sake of a long word
_OWN, _RUN = 20.0, 40.0  # what steps of an answer's own, and of a run, are narrower by
_PIECES = 32  # that a stage is broken into at the most


class Range(NamedTuple):
    """Widths to heights: below ``whole`` stages are broken, from ``least`` to ``most`` all is
    well. ``spreads``: gutters may be made wider to come to the least."""

    whole: float
    least: float
    wanted: float
    most: float
    spreads: bool = True


_RATIOS = {"right": Range(1.1, 1.35, 1.78, 2.4), "down": Range(0.55, 0.55, 0.71, 1.0, False)}
_NEAR = (0.85, 0.9, 1.1)  # whole, least and most, as parts of a ratio that is asked for


class Heading(NamedTuple):
    """A stage's heading, wrapped: its name, its time, its goal."""

    name: tuple[str, ...]
    time: tuple[str, ...]
    goal: tuple[str, ...]

    @property
    def band(self) -> float:
        """The height of the coloured band with name and time, in points."""
        time = len(self.time) * TIME * PITCH + (2 if self.time else 0)
        return 14 + len(self.name) * NAME * PITCH + time

    @property
    def below(self) -> float:
        """The height of the goal under it, in points."""
        return 10 + len(self.goal) * GOAL * PITCH if self.goal else 0.0


class Arrangement(NamedTuple):
    """A journey laid out at one width of its columns, and its whole width and height."""

    room: float
    shape: "Shape"
    headings: tuple[Heading, ...]
    plan: Plan
    frame: Frame
    head: float
    legend_top: float
    size: tuple[float, float]

    @property
    def ratio(self) -> float:
        """The width to the height."""
        return self.size[0] / self.size[1]


class Shape(NamedTuple):
    """So many stages side by side; with all of them, the stage with the tallest column in so
    many ``pieces``, and others in as many as make theirs no taller."""

    band: int
    pieces: int


class Arranger:
    """Finds the arrangement of a journey. ``headline`` gives the height of what stands above
    the columns, for a width of the drawing."""

    def __init__(
        self,
        journey: Journey,
        cards: Cards,
        legend: Legend,
        setting: Setting,
        headline: Callable[[float], float],
    ) -> None:
        self.journey, self.cards, self.legend, self.words = journey, cards, legend, setting.words
        self.headline, self.first, self.uncounted = headline, setting.first, setting.uncounted
        self.narrowest = self._narrowest()
        self.range = _RATIOS[setting.direction]
        if setting.ratio:
            whole, least, most = (setting.ratio * part for part in _NEAR)
            self.range = Range(whole, least, setting.ratio, most)
        count = max(len(journey.stages), 1)
        # In this order, each is wider for its height than the one before.
        self.shapes = [Shape(count, pieces) for pieces in range(1, _PIECES + 1)]
        if setting.ratio or setting.direction == "down":
            # Rows of as many stages each as can be, so that none is left alone in the last.
            bands = sorted({-(-count // rows) for rows in range(2, count + 1)})
            self.shapes = [*(Shape(band, 1) for band in bands), *self.shapes]

    def best(self) -> Arrangement:
        """The arrangement that comes nearest to the proportions wanted, stretched into range.

        The stages stand side by side and whole if that comes near enough, or nothing else can.
        """
        plain = Shape(max(len(self.journey.stages), 1), 1)
        best = self._nearest(self._widths(plain))
        narrower = best.ratio > self.range.most and self.shapes[0] != plain
        if best.ratio < self.range.whole or narrower:
            best = self._nearest([best, *self._shapes()])
        return self._stretched(best)

    def _narrowest(self) -> int:
        """The first width in which no word of a label or of a stage's name is broken, within
        reason."""
        widest = [
            self.cards.least(step)
            + (_OWN if step.own else 0.0)
            + (_RUN if step.kind in ("way", "part") else 0.0)
            for step in self.journey.steps.values()
        ]
        names = [widest_word(one.label, NAME, bold=True) for one in self.journey.stages]
        widest += [name + 20 - 2 * PANEL for name in names]
        wide = max(widest, default=0.0)
        return next((at for at, one in enumerate(_WIDTHS[:_WIDEST]) if one >= wide), _WIDEST)

    def _nearest(self, tried: Sequence[Arrangement]) -> Arrangement:
        return min(tried, key=lambda one: _away(one.ratio, self.range.wanted))

    def _shapes(self) -> list[Arrangement]:
        """Arrangements in the two shapes between which the one wanted lies, in several widths."""
        low, high = 0, len(self.shapes) - 1
        while low < high:
            middle = (low + high) // 2
            if self._at(_WIDTHS[_USUAL], self.shapes[middle]).ratio < self.range.wanted:
                low = middle + 1
            else:
                high = middle
        near = self.shapes[max(low - 1, 0) : low + 1]
        return [one for shape in near for one in self._widths(shape)]

    def _widths(self, shape: Shape) -> list[Arrangement]:
        """Arrangements at the usual width, and at narrower or wider ones until one fits.

        Wider columns make a drawing wider for its height, so that halving finds the way.
        """
        tried: list[Arrangement] = []
        low, high = self.narrowest, len(_WIDTHS)
        middle = max(_USUAL, low)
        while low < high:
            tried.append(self._at(_WIDTHS[middle], shape))
            if tried[-1].ratio > self.range.wanted * 1.2:
                high = middle
            elif tried[-1].ratio < self.range.least:
                low = middle + 1
            else:
                break
            middle = (low + high) // 2
        return tried

    def _at(
        self, room: float, shape: Shape, spread: float = 0.0, least: float = 60.0
    ) -> Arrangement:
        maker = ColumnMaker(self.journey, self.cards, self.words, room)
        whole = [maker.rows(number) for number in range(len(self.journey.stages))]
        columns: list[list[Row]] = []
        stages: list[tuple[int, int]] = []
        tallest = max(map(height, whole), default=0.0) or 1.0
        for rows in whole:
            first = len(columns)
            pieces = math.ceil(height(rows) * shape.pieces / tallest - 1e-9)
            columns += broken(rows, pieces) if pieces > 1 else [rows]
            stages.append((first, len(columns) - 1))
        placed(columns)
        band = shape.band if len(columns) == len(whole) else len(columns)
        headings = tuple(
            self._heading(number, (last - first + 1) * (room + EDGE * 2) - EDGE * 2)
            for number, (first, last) in enumerate(stages)
        )
        plan = Plan(self.journey, columns, stages, max(band, 1))
        plan.ports.settle()
        head = max((one.band for one in headings), default=0.0)
        head += max((one.below for one in headings), default=0.0)
        place = frame(plan, room, head, (0.0, 0.0), spread, least)
        wide = max(place.right + 2 * MARGIN, 420.0)
        corner = ((wide - place.right) / 2, self.headline(wide))
        place = frame(plan, room, head, corner, spread, least)
        legend_top = place.bottom + 14
        high = legend_top + self.legend.height(wide - 2 * MARGIN) + MARGIN
        return Arrangement(room, shape, headings, plan, place, head, legend_top, (wide, high))

    def _stretched(self, one: Arrangement) -> Arrangement:
        """The same, with taller panels where it is too wide, wider gutters where too high."""
        wide, high = one.size
        band, count = one.plan.band, len(one.plan.columns)
        gutters = max(min(band, count) - 1, 1)
        if one.ratio > self.range.most and one.headings:
            bands = -(-count // band)
            tall = max(bottom - top for top, bottom in one.frame.panels) - one.head
            taller = tall + (wide / self.range.most - high) / bands
            return self._at(one.room, one.shape, least=taller)
        if one.ratio < self.range.least and self.range.spreads:
            spread = min((self.range.least * high - wide) / gutters, 90.0)
            return self._at(one.room, one.shape, spread=spread)
        return one

    def _heading(self, number: int, room: float) -> Heading:
        stage = self.journey.stages[number]
        inner = room + 2 * PANEL - 20
        name = f"{self.first + number - sum(map(number.__gt__, self.uncounted))}  {stage.label}"
        time = time_of(self.journey, stage, self.words)
        return Heading(
            wrap(stage.label if number in self.uncounted else name, inner, NAME, bold=True, most=5),
            wrap(time, inner, TIME, most=2) if time else (),
            wrap(stage.goal, inner, GOAL, most=8) if stage.goal else (),
        )


def _away(ratio: float, wanted: float) -> float:
    """How far proportions are from those wanted: 1 for the same, symmetric in its inverse."""
    return max(ratio / wanted, wanted / ratio)
