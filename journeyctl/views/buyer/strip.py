"""What follows a purchase, in short: the stages after it, one card each."""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.direction import joined
from journeyctl.fonts import unwrapped, wrap
from journeyctl.model.journey import Journey, Stage
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH, Drawing, Shape
from journeyctl.views.setting import MARGIN, Setting, time_of

GAP = 14.0
"""From the flow, or what stands below it, to what is told under it, in points."""

_NAME, _TEXT, _TITLE = 12.0, 9.5, 13.0
_SIDE = 210.0  # width of what follows, where it stands at the right
_CARD = 170.0  # the least width of a stage in it, where it stands below
_HEAD = 150.0  # width of its heading there
_ARROW = 34.0  # from the flow to it
_PAD, _BETWEEN = 9.0, 20.0

Point = tuple[float, float]
Box = tuple[float, float, float, float]


class _Summary(NamedTuple):
    """A stage that follows, wrapped: its name, its time and steps, its goal."""

    stage: Stage
    name: tuple[str, ...]
    facts: tuple[str, ...]
    goal: tuple[str, ...]

    @property
    def height(self) -> float:
        """In points."""
        small = len(self.facts) + len(self.goal)
        return len(self.name) * _NAME * PITCH + small * _TEXT * PITCH + 3 + 2 * _PAD


class Strip(NamedTuple):
    """What follows in its place: the panel, its heading, the stages' cards, arrows to each."""

    panel: Box
    head: Box
    title: tuple[str, ...]
    cards: tuple[tuple[_Summary, Box], ...]
    arrows: tuple[tuple[Point, Point], ...]

    @property
    def right(self) -> float:
        """The right end, in points."""
        return self.panel[0] + self.panel[2]

    @property
    def bottom(self) -> float:
        """The lower end, in points."""
        return self.panel[1] + self.panel[3]


class Follows:
    """Lays out and draws the stages that follow, beside the flow of the others or below it."""

    def __init__(self, journey: Journey, after: tuple[Stage, ...], setting: Setting) -> None:
        self.journey, self.after = journey, after
        self.setting, self.words = setting, setting.words

    def strips(self, flowed: Drawing) -> list[Strip]:
        """The places that it can have: below, and beside a flow in one row of stages."""
        panels = [shape for shape in flowed.shapes if shape.group.startswith("stage-")]
        tops = {shape.y for shape in panels if shape.role == "heading"}
        below = self._below(flowed)
        return [below] if len(tops) > 1 else [self._beside(flowed, panels), below]

    def _summary(self, stage: Stage, wide: float) -> _Summary:
        words, inner = self.words, wide - 2 * _PAD
        time = time_of(self.journey, stage, words)
        steps = words.counted("count.step", len(stage.steps))
        number = self.journey.stages.index(stage) + 1
        return _Summary(
            stage,
            wrap(f"{number}  {stage.label}", inner, _NAME, bold=True, most=3),
            wrap(joined(" · ", (time, steps)), inner, _TEXT, most=2),
            wrap(stage.goal, inner, _TEXT, most=4) if stage.goal else (),
        )

    def _beside(self, flowed: Drawing, panels: Sequence[Shape]) -> Strip:
        """To the right of the flow, from stage to stage downward."""
        top = min(shape.y for shape in panels)
        bottom = max(shape.y + shape.height for shape in panels)
        # Lines that lead back run to the right of the panels, but not beside their headings.
        edge = max(shape.x + shape.width for shape in panels)
        left, inner = flowed.width - MARGIN + _ARROW, _SIDE - 2 * _PAD
        title = self._title(_SIDE)
        bands = [shape.height for shape in panels if shape.role == "heading"]
        head = max(len(title) * _TITLE * PITCH + 2 * _PAD, *bands)
        arrows = [((edge, top + head / 2), (left, top + head / 2))]
        cards: list[tuple[_Summary, Box]] = []
        y = top + head + _PAD
        for stage in self.after:
            one = self._summary(stage, inner)
            if cards:
                middle = left + _SIDE / 2
                arrows.append(((middle, y - _BETWEEN), (middle, y)))
            cards.append((one, (left + _PAD, y, inner, one.height)))
            y += one.height + _BETWEEN
        panel = (left, top, _SIDE, max(bottom - top, y - _BETWEEN + _PAD - top))
        return Strip(panel, (left, top, _SIDE, head), title, tuple(cards), tuple(arrows))

    def _below(self, flowed: Drawing) -> Strip:
        """Below the flow, from stage to stage to the right."""
        left, top = MARGIN, flowed.height - MARGIN + GAP
        room = flowed.width - 2 * MARGIN
        title = self._title(_HEAD)
        start = left + _HEAD + _BETWEEN
        count = max(1, min(len(self.after), int((left + room - start) / (_CARD + _BETWEEN))))
        wide = (left + room - _PAD - start - (count - 1) * _BETWEEN) / count
        summaries = [self._summary(stage, wide) for stage in self.after]
        arrows, cards = [], []
        y = top + _PAD
        for first in range(0, len(summaries), count):
            row = summaries[first : first + count]
            high = max(one.height for one in row)
            for place, one in enumerate(row):
                x = start + place * (wide + _BETWEEN)
                cards.append((one, (x, y, wide, high)))
                if place or not first:
                    arrows.append(((x - _BETWEEN, y + high / 2), (x, y + high / 2)))
            y += high + _BETWEEN
        bottom = max(y - _BETWEEN + _PAD, top + len(title) * _TITLE * PITCH + 2 * _PAD)
        panel = (left, top, room, bottom - top)
        head = (left, top, _HEAD, bottom - top)
        return Strip(panel, head, title, tuple(cards), tuple(arrows))

    def _title(self, wide: float) -> tuple[str, ...]:
        text = self.words.text("buyer.follows")
        return wrap(text, wide - 2 * _PAD, _TITLE, bold=True, most=3)

    def draw(self, canvas: Canvas, strip: Strip) -> None:
        """Draw it in one of its places."""
        theme = self.setting.theme
        names = self.words.listing([stage.label for stage in self.after])
        title = self.words.text("buyer.follows")
        group = canvas.group("follows", "follows", f"{title}: {names}")
        canvas.shape(group, "panel", "box", strip.panel, fill=theme.band, stroke=theme.grid)
        x, y, wide, high = strip.head
        canvas.shape(group, "heading", "box", strip.head, fill=theme.flow)
        block = len(strip.title) * _TITLE * PITCH
        at = (x + _PAD, y + (high - block) / 2, wide - 2 * _PAD)
        canvas.text(group, "title", at, strip.title, _TITLE, theme.background, bold=True)
        for number, ends in enumerate(strip.arrows):
            canvas.path(group, f"arrow-{number}", ends, theme.flow)
        for one, box in strip.cards:
            self._card(canvas, one, box)

    def _card(self, canvas: Canvas, one: _Summary, box: Box) -> None:
        theme = self.setting.theme
        said = joined(", ", map(unwrapped, (one.name, one.facts, one.goal)))
        group = canvas.group(f"after-{one.stage.key}", "after", said)
        canvas.shape(group, "card", "box", box, fill=theme.company, stroke=theme.card_line)
        x, y, room = box[0] + _PAD, box[1] + _PAD, box[2] - 2 * _PAD
        canvas.text(group, "name", (x, y, room), one.name, _NAME, theme.ink, bold=True)
        y += len(one.name) * _NAME * PITCH + 1
        canvas.text(group, "facts", (x, y, room), one.facts, _TEXT, theme.ink)
        y += len(one.facts) * _TEXT * PITCH + 2
        if one.goal:
            canvas.text(group, "goal", (x, y, room), one.goal, _TEXT, theme.ink)
