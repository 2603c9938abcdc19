"""The proportions of a flow: how wide its columns are, and in how many rows they stand."""

from collections.abc import Callable
from typing import NamedTuple

from journeyctl.fonts import wrap
from journeyctl.model.journey import Journey, Stage
from journeyctl.model.measures import steps_range
from journeyctl.views.canvas import PITCH
from journeyctl.views.cards import Cards
from journeyctl.views.flow.columns import ColumnMaker
from journeyctl.views.flow.layout import PANEL, Frame, Plan, frame
from journeyctl.views.legend import Legend
from journeyctl.views.setting import MARGIN, Direction
from journeyctl.words import Words

NAME, TIME, GOAL = 13.0, 10.0, 9.5  # sizes of the type in a heading
_WIDTHS = (124.0, 142.0, 160.0, 176.0, 196.0, 220.0, 250.0, 290.0, 340.0, 400.0)  # of a card
_USUAL = 3
_RATIOS = {"right": (1.35, 1.78, 2.4), "down": (0.55, 0.71, 1.0)}  # least, wanted, most


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
    headings: tuple[Heading, ...]
    plan: Plan
    frame: Frame
    head: float
    legend_top: float
    size: tuple[float, float]


class Arranger:
    """Finds the arrangement of a journey. ``headline`` gives the height of what stands above
    the columns, for a width of the drawing."""

    def __init__(
        self,
        journey: Journey,
        cards: Cards,
        legend: Legend,
        words: Words,
        direction: Direction,
        headline: Callable[[float], float],
    ) -> None:
        self.journey, self.cards, self.legend, self.words = journey, cards, legend, words
        self.direction, self.headline = direction, headline

    def best(self) -> Arrangement:
        """The arrangement that comes nearest to the proportions wanted, stretched into range."""
        least, wanted, most = _RATIOS[self.direction]
        tried: list[Arrangement] = []
        for band in self._bands():
            tried += self._widths(band, least, wanted * 1.2)
        best = min(tried, key=lambda one: _away(one.size, wanted))
        return self._stretched(best, least, most)

    def _widths(self, band: int, least: float, most: float) -> list[Arrangement]:
        """Arrangements at the usual width, and at narrower or wider ones until one fits.

        Wider columns make a drawing wider for its height, so that halving finds the way.
        """
        tried: list[Arrangement] = []
        low, high = 0, len(_WIDTHS)
        middle = _USUAL
        while low < high:
            tried.append(self._at(_WIDTHS[middle], band))
            wide, tall = tried[-1].size
            if wide / tall > most:
                high = middle
            elif wide / tall < least:
                low = middle + 1
            else:
                break
            middle = (low + high) // 2
        return tried

    def _bands(self) -> list[int]:
        count = max(len(self.journey.stages), 1)
        if self.direction == "right":
            return [count]
        # Rows of as many stages each as can be, so that none is left alone in the last.
        return sorted({-(-count // rows) for rows in range(2, max(count, 2) + 1)})

    def _at(self, room: float, band: int, spread: float = 0.0, least: float = 60.0) -> Arrangement:
        headings = tuple(self._heading(number, room) for number in range(len(self.journey.stages)))
        maker = ColumnMaker(self.journey, self.cards, self.words, room)
        columns = [maker.rows(number) for number in range(len(headings))]
        plan = Plan(self.journey, columns, band)
        plan.ports.settle()
        head = max((one.band for one in headings), default=0.0)
        head += max((one.below for one in headings), default=0.0)
        place = frame(plan, room, head, (0.0, 0.0), spread, least)
        wide = max(place.right + 2 * MARGIN, 420.0)
        corner = ((wide - place.right) / 2, self.headline(wide))
        place = frame(plan, room, head, corner, spread, least)
        legend_top = place.bottom + 14
        high = legend_top + self.legend.height(wide - 2 * MARGIN) + MARGIN
        return Arrangement(room, headings, plan, place, head, legend_top, (wide, high))

    def _stretched(self, one: Arrangement, least: float, most: float) -> Arrangement:
        """The same, with taller panels where it is too wide, wider gutters where too high."""
        wide, high = one.size
        band = one.plan.band
        gutters = max(min(band, len(one.headings)) - 1, 1)
        if wide / high > most and one.headings:
            bands = -(-len(one.headings) // band)
            tall = max(bottom - top for top, bottom in one.frame.panels) - one.head
            return self._at(one.room, band, least=tall + (wide / most - high) / bands)
        if wide / high < least and self.direction == "right":
            return self._at(one.room, band, spread=min((least * high - wide) / gutters, 90.0))
        return one

    def _time(self, stage: Stage) -> str:
        """The time that the steps of a stage take together, "" if none tells."""
        taken = steps_range(self.journey, stage)
        return self.words.duration(*taken) if taken else ""

    def _heading(self, number: int, room: float) -> Heading:
        stage = self.journey.stages[number]
        inner = room + 2 * PANEL - 20
        time = stage.duration.text if stage.duration else self._time(stage)
        return Heading(
            wrap(f"{number + 1}  {stage.label}", inner, NAME, bold=True, most=3),
            wrap(time, inner, TIME, most=2) if time else (),
            wrap(stage.goal, inner, GOAL, most=5) if stage.goal else (),
        )


def _away(size: tuple[float, float], wanted: float) -> float:
    """How far proportions are from those wanted: 0 for the same, symmetric in its inverse."""
    ratio = size[0] / size[1] / wanted
    return max(ratio, 1 / ratio)
