"""The card of a step: what it says, how high it is at a width, and how it is drawn."""

from typing import NamedTuple

from journeyctl.fonts import widest_word, wrap
from journeyctl.model.journey import Journey, Step
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas, lettering
from journeyctl.views.drawing import PITCH
from journeyctl.views.frames import Box, frame, hatching
from journeyctl.views.marks import (
    CHIP,
    SCALE_WIDTH,
    Chip,
    Fitted,
    Marks,
    fit,
    least_room,
    round_half_up,
    row_height,
)
from journeyctl.words import Words

LABEL = 11.0
_LABEL_LINES = 16  # at the most; the label whole is in the group's title
_PAD_X, _PAD_Y = 9.0, 7.0
_CHIP_GAP = 4.0
_STAR = 13.0
_BAR = 4.0  # of one of several ways
_DIAMOND = 22.0


class Card(NamedTuple):
    """A step's content wrapped to a width. ``rows`` hold the chips; the scale of the feeling
    stands in the last one, or below it ``scale_alone``."""

    step: Step
    width: float
    lines: tuple[str, ...]
    rows: tuple[tuple[Fitted, ...], ...]
    scale_alone: bool
    height: float


class Cards(Marks):
    """Makes and draws the cards of one journey."""

    def __init__(self, journey: Journey, words: Words, theme: Theme) -> None:
        super().__init__(words, theme)
        self._journey = journey
        self._chips = {step.id: self._chips_of(step) for step in journey.steps.values()}

    def _chips_of(self, step: Step) -> tuple[Chip, ...]:
        people, channels = self._journey.people, self._journey.channels
        chips = [Chip("person", people[one.person].label, one.feeling) for one in step.people]
        chips += [Chip("channel", channels[key].label) for key in step.channels]
        if step.duration:
            chips.append(Chip("time", step.duration.said))
        return tuple(chips)

    def beside(self, step: Step) -> float:
        """What of a card's width its label has not, in points."""
        return 2 * _PAD_X + self.inset(step) + (_STAR + 3 if step.moment else 0)

    def least(self, step: Step) -> float:
        """The width of a card in which no word is broken, in points."""
        label = widest_word(step.label, LABEL, bold=step.kind == "question") + self.beside(step)
        chips = [least_room(chip) for chip in self._chips[step.id]]
        return max(label, 2 * _PAD_X + self.inset(step) + max(chips, default=0.0))

    def make(self, step: Step, room: float) -> Card:
        """The card of a step in ``room`` points of width."""
        inner = room - 2 * _PAD_X - self.inset(step)
        bold = step.kind == "question"
        lines = wrap(step.label, room - self.beside(step), LABEL, bold=bold, most=_LABEL_LINES)
        rows, last = self._rows(self._chips[step.id], inner)
        scale = step.mood is not None
        alone = scale and bool(rows) and last + 8 + SCALE_WIDTH > inner
        heights = [row_height(row) for row in rows]
        if alone or (scale and not rows):
            heights.append(CHIP)
        height = 2 * _PAD_Y + len(lines) * LABEL * PITCH
        if heights:
            height += 4 + sum(heights) + (len(heights) - 1) * 3
        return Card(step, room, lines, rows, alone or (scale and not rows), max(height, 30.0))

    def _rows(
        self, chips: tuple[Chip, ...], room: float
    ) -> tuple[tuple[tuple[Fitted, ...], ...], float]:
        """Chips in rows that fit, and how wide the last row is."""
        rows: list[tuple[Fitted, ...]] = []
        row: list[Fitted] = []
        used = 0.0
        for chip in chips:
            fitted = fit(chip, room)
            if row and used + _CHIP_GAP + fitted.width > room:
                rows.append(tuple(row))
                row, used = [], 0.0
            used += fitted.width + (_CHIP_GAP if row else 0)
            row.append(fitted)
        if row:
            rows.append(tuple(row))
        return tuple(rows), used

    def draw(self, canvas: Canvas, card: Card, x: float, y: float) -> None:
        """Draw a card with its left top corner at (x, y)."""
        step, theme = card.step, self._theme
        group = canvas.group(f"step-{step.id}", "step", self.title(step))
        self.frame(canvas, group, step, (x, y, card.width, card.height))
        inset = self.inset(step)
        left, right = x + _PAD_X + inset, x + card.width - _PAD_X
        top = y + _PAD_Y
        star = _STAR + 3 if step.moment else 0
        block = len(card.lines) * LABEL * PITCH
        grey = step.side == "company"
        if not card.rows and not card.scale_alone:
            top = y + (card.height - block) / 2
        canvas.text(
            group,
            "text",
            (left, top, right - left - star),
            card.lines,
            LABEL,
            theme.ink,
            bold=step.kind == "question",
        )
        if step.moment:
            box = (right - _STAR + 3, y + 5, _STAR, _STAR)
            canvas.shape(group, "moment", "star", box, fill=theme.moment, stroke=theme.moment)
        top += block + 4
        for number, row in enumerate(card.rows):
            at = left
            for index, fitted in enumerate(row):
                part = f"{fitted.chip.kind}-{number}-{index}"
                self.fitted(canvas, group, part, fitted, (at, top), on_grey=grey)
                at += fitted.width + _CHIP_GAP
            top += row_height(row) + 3
        if step.mood is not None:
            high = top if card.scale_alone else top - row_height(card.rows[-1]) - 3
            self.scale(canvas, group, step.mood, right - SCALE_WIDTH, high)

    def frame(self, canvas: Canvas, group: str, step: Step, box: Box) -> None:
        """Draw the frame of a step's card into a box, with the sign of a question in it."""
        left = box[0] + frame(canvas, group, step, box, self._theme, bar=_BAR)
        if step.kind == "question":
            self.diamond(canvas, group, left + 6, box[1] + min(box[3], 40.0) / 2 - _DIAMOND / 2)

    def diamond(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        """Draw the sign of a question at (x, y)."""
        theme = self._theme
        canvas.shape(
            group,
            "sign",
            "diamond",
            (x, y, _DIAMOND, _DIAMOND),
            fill=theme.card,
            stroke=theme.moment,
            text=lettering(("?",), LABEL, theme.ink, bold=True, align="center"),
        )

    def inset(self, step: Step) -> float:
        """What the sign of a question, the bar of a way and a hatching take on the left."""
        sign = {"question": _DIAMOND, "way": 3.0, "part": 3.0}.get(step.kind, 0.0)
        return sign + hatching(step, self._theme)

    def title(self, step: Step) -> str:
        """A sentence for those who don't see the card: what, who, where, how it feels."""
        parts = [step.label]
        parts += [chip.text for chip in self._chips[step.id]]
        if step.moment:
            parts.append(self._words.text("legend.moment"))
        if step.mood is not None:
            parts.append(self._words.text("legend.feeling." + str(round_half_up(step.mood))))
        return ", ".join(parts)
