"""Journeys beside each other: their stages on one axis, each in short, and their feelings on
one ground (after the comparisons of articles 000 to 003)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from journeyctl.comparison.axis import Axis, axis
from journeyctl.comparison.comparison import names as called
from journeyctl.comparison.facts import facts
from journeyctl.direction import joined
from journeyctl.fonts import wrap
from journeyctl.model.journey import Journey
from journeyctl.views.beside.digest import Digest
from journeyctl.views.beside.panel import Panel
from journeyctl.views.canvas import Canvas
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import PITCH, Drawing
from journeyctl.views.headline import Heading
from journeyctl.views.legend import Legend, Sign
from journeyctl.views.setting import MARGIN, Setting
from journeyctl.views.signs import flow_signs

_NAMES = 150.0  # of the column with what a row is
_GAP = 8.0
_ARROW = 18.0  # between two cells that a way leads through
_STAGE, _NAME, _SMALL = 12.0, 13.0, 9.0
_PAD = 8.0
_WIDTHS = (130.0, 150.0, 175.0, 200.0, 230.0, 270.0, 320.0)
_RATIO = 1.6
_SIGNS = ("way", "part", "optional", "question", "moment", "company", "feeling")


class _Side(NamedTuple):
    """A journey, what it is called beside the others, and that wrapped for its heading."""

    journey: Journey
    name: str
    title: tuple[str, ...]
    told: tuple[str, ...]


def lacks(journeys: Sequence[Journey]) -> str:
    """Why there is nothing to draw, "" where there is."""
    if all(one.stages for one in journeys):
        return ""
    return "One of the journeys has no stages."


def draw(journeys: Sequence[Journey], setting: Setting) -> Drawing:
    """Journeys, each with a stage at least, beside each other.

    ``right``: stages across and the journeys one below the other; ``down``: the stages one
    below the other and the journeys side by side.
    """
    common = axis(journeys)
    wanted = setting.ratio or (_RATIO if setting.direction == "right" else 1 / _RATIO)
    layouts = [_Layout(journeys, common, setting, wide) for wide in _WIDTHS]
    return min(layouts, key=lambda one: one.away(wanted)).draw()


class _Layout:
    """All places at one width of a cell."""

    def __init__(
        self, journeys: Sequence[Journey], common: Axis, setting: Setting, wide: float
    ) -> None:
        self.setting, self.common, self.wide = setting, common, wide
        words = setting.words
        self.across = setting.direction == "right"
        count = len(common.names)
        columns = count if self.across else len(journeys)
        self.size_x = MARGIN * 2 + _NAMES + columns * (wide + _ARROW)
        room = (_NAMES if self.across else wide) - 2 * _PAD
        self.sides = []
        for journey, name in zip(journeys, called(journeys, words), strict=True):
            title = wrap(name, room, _NAME, bold=True)
            self.sides.append(_Side(journey, name, title, self._told(journey, name, room)))
        self.titles = joined(", ", dict.fromkeys(one.facts.title for one in journeys))
        self.title = words.text("compare.title", names=words.listing([s.name for s in self.sides]))
        self.heading = Heading(self.title, self.titles, setting.theme)
        self.digests = [
            [self._digest(number, index) for index in range(len(side.journey.stages))]
            for number, side in enumerate(self.sides)
        ]
        self._measure()

    def _told(self, journey: Journey, name: str, room: float) -> tuple[str, ...]:
        """What there is to know of a journey, below its name."""
        words, known = self.setting.words, facts(journey)
        said = [journey.facts.title] if journey.facts.title != name else []
        if known.time:
            said.append(words.duration(*known.time))
        said.append(words.counted("reading.people", len(known.people) or known.unnamed))
        said.append(words.counted("reading.touchpoints", known.touchpoints))
        return tuple(line for text in said for line in wrap(text, room, _SMALL))

    def _digest(self, number: int, index: int) -> Digest:
        journey, place = self.sides[number].journey, self.common.journeys[number][index]
        name = place.stage.label
        if place.first == place.last and name == self.common.names[place.first]:
            name = ""
        span = place.last - place.first if self.across else 0
        room = self.wide + span * (self.wide + _ARROW)
        return Digest(journey, place.stage, self.setting, room, f"journey-{number + 1}", name)

    # Places

    def _measure(self) -> None:
        """The tops and heights of all rows, the edges of all columns."""
        self.top = self.heading.height(self.size_x)
        left = MARGIN + _NAMES
        count = len(self.common.names) if self.across else len(self.sides)
        self.columns = [
            (left + at * (self.wide + _ARROW), left + at * (self.wide + _ARROW) + self.wide)
            for at in range(count)
        ]
        self.stages = [
            wrap(name, (self.wide if self.across else _NAMES) - 2 * _PAD, _STAGE, bold=True)
            for name in self.common.names
        ]
        if self.across:
            head = max(len(lines) for lines in self.stages) * _STAGE * PITCH + 2 * _PAD
            heights = [
                max([self._side_height(side), *(one.height for one in digests)])
                for side, digests in zip(self.sides, self.digests, strict=True)
            ]
        else:
            head = max(self._side_height(side) for side in self.sides)
            heights = self._row_heights()
        self.head = head
        self.rows: list[tuple[float, float]] = []
        y = self.top + head + _GAP
        for high in heights:
            self.rows.append((y, high))
            y += high + (_GAP if self.across else _ARROW)
        self.panel = self._panel()
        self.chart = y + 8
        self.bottom = self.chart + self.panel.height
        self.legend = Legend(self._signs(), self.setting.words, self.setting.theme)
        room = self.size_x - 2 * MARGIN
        self.size_y = self.bottom + 8 + self.legend.height(room) + MARGIN

    def _panel(self) -> Panel:
        """The feelings, over the columns of the stages or over columns of their own."""
        columns = self.columns
        if not self.across:
            left, right = MARGIN + _NAMES, self.size_x - MARGIN - _ARROW
            each = (right - left) / len(self.common.names)
            columns = [
                (left + at * each, left + (at + 1) * each) for at in range(len(self.common.names))
            ]
        told = [(side.name, side.journey) for side in self.sides]
        return Panel(told, self.common, columns, _NAMES, self.setting, named=not self.across)

    def _signs(self) -> list[Sign]:
        """What of the flow's signs occurs in the cells."""
        theme = self.setting.theme
        found: dict[str, Sign] = {}
        for side in self.sides:
            cards = Cards(side.journey, self.setting.words, theme)
            for sign in flow_signs(side.journey, cards, theme):
                if sign.key in _SIGNS:
                    found.setdefault(sign.key, sign)
        return [found[key] for key in _SIGNS if key in found]

    def _side_height(self, side: _Side) -> float:
        return len(side.title) * _NAME * PITCH + len(side.told) * _SMALL * PITCH + 2 * _PAD + 4

    def _row_heights(self) -> list[float]:
        """The rows of the stages; those under a wide stage are high enough for it together."""
        heights = [len(lines) * _STAGE * PITCH + 2 * _PAD for lines in self.stages]
        wide = []
        for places, digests in zip(self.common.journeys, self.digests, strict=True):
            for place, digest in zip(places, digests, strict=True):
                if place.first == place.last:
                    heights[place.first] = max(heights[place.first], digest.height)
                else:
                    wide.append((place, digest.height))
        for place, high in wide:
            there = sum(heights[place.first : place.last + 1])
            there += (place.last - place.first) * _ARROW
            heights[place.last] += max(0.0, high - there)
        return heights

    def away(self, wanted: float) -> float:
        """How far the proportions are from those wanted: 1 for the same."""
        ratio = self.size_x / self.size_y / wanted
        return max(ratio, 1 / ratio)

    def _box(self, number: int, first: int, last: int) -> tuple[float, float, float, float]:
        """The cell of a journey, from one place of the axis to another."""
        if self.across:
            left, right = self.columns[first][0], self.columns[last][1]
            top, high = self.rows[number]
            return left, top, right - left, high
        left, right = self.columns[number]
        top = self.rows[first][0]
        return left, top, right - left, sum(self.rows[last]) - top

    # Drawing

    def draw(self) -> Drawing:
        """The drawing of this layout."""
        canvas, theme, words = Canvas(), self.setting.theme, self.setting.words
        self.heading.draw(canvas, self.size_x)
        self._stages(canvas)
        for number, side in enumerate(self.sides):
            self._side(canvas, number, side)
            self._cells(canvas, number)
        self.panel.draw(canvas, self.chart)
        self.legend.draw(canvas, (MARGIN, self.bottom + 8), self.size_x - 2 * MARGIN)
        names = words.listing(self.common.names)
        return Drawing(
            round(self.size_x, 2),
            round(self.size_y, 2),
            self.title,
            f"{self.titles}. {words.counted('count.stage', len(self.stages))}: {names}.",
            self.sides[0].journey.facts.language or words.language,
            theme.background,
            theme.font,
            tuple(canvas.groups),
            tuple(canvas.shapes),
            tuple(canvas.paths),
        )

    def _stages(self, canvas: Canvas) -> None:
        theme = self.setting.theme
        for at, lines in enumerate(self.stages):
            strong = theme.stages[at % len(theme.stages)].strong
            group = canvas.group(f"stage-{at + 1}", "stage", self.common.names[at])
            if self.across:
                box = (self.columns[at][0], self.top, self.wide, self.head)
            else:
                top, high = self.rows[at]
                box = (MARGIN, top, _NAMES - _GAP, high)
            canvas.shape(group, "heading", "box", box, fill=strong)
            place = (box[0] + _PAD, box[1] + _PAD, box[2] - 2 * _PAD)
            canvas.text(group, "name", place, lines, _STAGE, theme.on_strong, bold=True)

    def _side(self, canvas: Canvas, number: int, side: _Side) -> None:
        """The name of a journey, with the mark of its curve."""
        theme = self.setting.theme
        group = canvas.group(f"journey-{number + 1}", "row", f"{side.name}: {', '.join(side.told)}")
        if self.across:
            top, high = self.rows[number]
            box = (MARGIN, top, _NAMES - _GAP, high)
        else:
            left, right = self.columns[number]
            box = (left, self.top, right - left, self.head)
        canvas.shape(group, "band", "box", box, role="panel", fill=theme.band)
        x, y, room = box[0] + _PAD, box[1] + _PAD, box[2] - 2 * _PAD
        canvas.text(group, "name", (x, y, room), side.title, _NAME, theme.ink, bold=True)
        y += len(side.title) * _NAME * PITCH + 4
        canvas.text(group, "told", (x, y, room), side.told, _SMALL, theme.muted)

    def _cells(self, canvas: Canvas, number: int) -> None:
        """The stages of a journey in short, with the way from one to the next."""
        theme, words = self.setting.theme, self.setting.words
        places = self.common.journeys[number]
        order = sorted(range(len(places)), key=lambda index: places[index].first)
        for index in order:
            place = places[index]
            x, y, wide, high = self._box(number, place.first, place.last)
            colours = theme.stages[place.first % len(theme.stages)]
            group = canvas.group(
                f"journey-{number + 1}-cell-{index + 1}", "cell", place.stage.label
            )
            canvas.shape(
                group, "cell", "box", (x, y, wide, high), role="panel",
                fill=colours.soft, stroke=colours.tint,
            )  # fmt: skip
            self.digests[number][index].draw(canvas, x, y)
        for before, after in pairwise(order):
            self._way(canvas, number, places[before].last, places[after].first)
        taken = {at for place in places for at in range(place.first, place.last + 1)}
        for at in range(len(self.common.names)):
            if at not in taken:
                within = min(taken) < at < max(taken)
                said = words.text("compare.without" if within else "compare.beyond")
                self._gap(canvas, number, at, said)

    def _way(self, canvas: Canvas, number: int, last: int, first: int) -> None:
        """An arrow from a stage to the next that the journey has, past those it has not."""
        theme = self.setting.theme
        group = canvas.group(f"journey-{number + 1}-way-{first}", "way", "")
        one, other = self._box(number, last, last), self._box(number, first, first)
        if self.across:
            y = one[1] + 14
            ends = [(one[0] + one[2], y), (other[0], y)]
        else:
            x = one[0] + one[2] / 2
            ends = [(x, one[1] + one[3]), (x, other[1])]
        canvas.path(group, "line", ends, theme.flow)

    def _gap(self, canvas: Canvas, number: int, at: int, said: str) -> None:
        theme = self.setting.theme
        x, y, wide, _ = self._box(number, at, at)
        group = canvas.group(f"journey-{number + 1}-gap-{at + 1}", "gap", said)
        lines = wrap(said, wide / 2 - _PAD if not self.across else wide - 2 * _PAD, _SMALL)
        place = (x + _PAD, y + 26, wide - 2 * _PAD)
        if not self.across:
            place = (x + _PAD, y + _PAD, wide / 2 - _PAD)
        canvas.text(group, "said", place, lines, _SMALL, theme.muted)
