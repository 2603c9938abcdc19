"""The cards of the lanes: narrower than a flow's, for the lane tells who takes part."""

from typing import NamedTuple

from journeyctl.fonts import widest_word, width, wrap
from journeyctl.model.journey import Journey, Step
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import PITCH, Form
from journeyctl.views.lanes.people import Places, Span
from journeyctl.views.legend import ROOM
from journeyctl.views.marks import SMALL, Chip, Fitted, fit, row_height
from journeyctl.words import Words

LABEL = 10.0
PAD = 6.0
FACE = 14.0
SIDE = FACE + 1  # what scores and a star take on the right
_WORD, _CHIP = 92.0, 108.0  # a longer word is broken, and so is a longer chip
_STAR = 13.0


class LaneCard(NamedTuple):
    """A step's content wrapped to a width, and how high it must be, in points."""

    step: Step
    width: float
    lines: tuple[str, ...]
    chips: tuple[tuple[Fitted, ...], ...]
    height: float


class LaneCards:
    """Makes and draws the cards of one journey in lanes."""

    def __init__(self, journey: Journey, places: Places, words: Words, theme: Theme) -> None:
        self.journey, self.places, self.words, self.theme = journey, places, words, theme
        self.cards = Cards(journey, words, theme)

    def least(self) -> float:
        """The least width of a card in which no word of a label need be broken, nor a chip
        take two lines, up to a limit."""
        labels = [step.label for step in self.journey.steps.values()]
        widest = max((widest_word(label, LABEL, bold=True) for label in labels), default=0.0)
        keys = {key: None for step in self.journey.steps.values() for key in step.channels}
        chips = (_wide(Chip("channel", self.journey.channels[key].label)) for key in keys)
        inner = max(min(widest, _WORD) + SIDE, min(max(chips, default=0.0), _CHIP))
        return inner + 2 * PAD + 3

    def make(self, step: Step, span: Span, room: float) -> LaneCard:
        """The card of a step that stands in the lanes of ``span``, ``room`` points wide."""
        inner = room - 2 * PAD - self._inset(step) - _right(step)
        side = SIDE if step.moment or self.scored(step, span) else 0.0
        lines = wrap(step.label, inner - side, LABEL, bold=step.kind == "question", most=7)
        alone = span.first == span.last and not step.moment
        chips = self._chips(step, span, inner - (0 if alone else side))
        height = 2 * PAD + len(lines) * LABEL * PITCH
        height += _block(chips)
        least = 2 * FACE + 12 if step.moment and side else 32.0
        return LaneCard(step, room, lines, chips, max(height, least))

    def _inset(self, step: Step) -> float:
        return self.cards.inset(step) + (3 if step.kind == "question" else 0)

    def scored(self, step: Step, span: Span) -> bool:
        """Whether the feeling of anybody in the lanes of ``span`` is known."""
        lanes = range(span.first, span.last + 1)
        return any(self.places.feeling(step, lane) is not None for lane in lanes)

    def _chips(self, step: Step, span: Span, room: float) -> tuple[tuple[Fitted, ...], ...]:
        """Channels, the people of a lane that is not one person's, and the time, in rows."""
        chips = [Chip("person", name) for name in self.names(step, span)]
        chips += [Chip("channel", self.journey.channels[key].label) for key in step.channels]
        if step.share is not None:
            chips.insert(0, Chip("time", self.words.percent(step.share)))
        if step.duration:
            chips.append(Chip("time", step.duration.said))
        rows: list[list[Fitted]] = []
        used = 0.0
        for chip in chips:
            fitted = fit(chip, room)
            if not rows or used + 4 + fitted.width > room:
                rows.append([])
                used = -4.0
            rows[-1].append(fitted)
            used += 4 + fitted.width
        return tuple(tuple(row) for row in rows)

    def names(self, step: Step, span: Span) -> list[str]:
        """Those of a step's people whose lane is not theirs alone, in the lanes of ``span``."""
        lanes = self.places.lanes[span.first : span.last + 1]
        shared = [key for lane in lanes if len(lane.people) > 1 for key in lane.people]
        people = self.journey.people
        return [people[one.person].label for one in step.people if one.person in shared]

    def draw(
        self,
        canvas: Canvas,
        card: LaneCard,
        box: tuple[float, float, float, float],
        scores: dict[int, float],
    ) -> None:
        """Draw a card into a box (left, top, width, height). ``scores`` are the heights at which
        the feeling of each lane's people stands."""
        step, theme = card.step, self.theme
        x, y, wide, high = box
        group = canvas.group(f"step-{step.id}", "step", self.cards.title(step))
        if theme.hatch != "none":
            # A hatched card has no ground of its own, and would let the lanes' lines through.
            ground: Form = "box" if step.kind in ("way", "part") else "rounded"
            canvas.shape(group, "ground", ground, box, role="panel", fill=theme.card)
        self.cards.frame(canvas, group, step, box)
        left = x + PAD + self._inset(step)
        right = x + wide - PAD - _right(step)
        block = len(card.lines) * LABEL * PITCH + _block(card.chips)
        top = y + (high - block) / 2
        if step.kind == "question":  # Beside its sign, which stands at the top.
            top = min(top, y + max(PAD, 20 - len(card.lines) * LABEL * PITCH / 2))
        bold = step.kind == "question"
        at = (left, top, right - left)
        canvas.text(group, "text", at, card.lines, LABEL, theme.ink, bold=bold)
        top += len(card.lines) * LABEL * PITCH + 3
        for number, row in enumerate(card.chips):
            x = left
            for index, fitted in enumerate(row):
                part = f"{fitted.chip.kind}-{number}-{index}"
                self.cards.fitted(canvas, group, part, fitted, (x, top))
                x += fitted.width + 4
            top += row_height(row) + 3
        if step.moment:
            star = (right - _STAR + 2, y + 5, _STAR, _STAR)
            canvas.shape(group, "moment", "star", star, fill=theme.moment, stroke=theme.moment)
        for lane, middle in scores.items():
            mood = self.places.feeling(step, lane)
            if mood is not None:
                first = y + (22 if step.moment else 5)
                down = max(middle - FACE / 2, first) if len(scores) > 1 else first
                disc = (right - FACE + 3, down, FACE, FACE)
                self.cards.face(canvas, group, f"feeling-{lane}", mood, disc)

    def feeling_sign(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        """Draw a score as a legend shows it."""
        box = (x + 2, y + (ROOM - FACE) / 2, FACE, FACE)
        self.cards.face(canvas, group, "feeling", 4.0, box)


def _right(step: Step) -> float:
    """What the bar of one of all takes on the right."""
    return 4.0 if step.kind == "part" else 0.0


def _block(chips: tuple[tuple[Fitted, ...], ...]) -> float:
    """The height of the chips of a card, below its label."""
    return sum(row_height(row) + 3 for row in chips)


def _wide(chip: Chip) -> float:
    return width(chip.text, SMALL) + 10.5
