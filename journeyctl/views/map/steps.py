"""The row of the steps: small cards, each over its own point of the curve."""

from typing import NamedTuple

from journeyctl.fonts import widest_word, wrap
from journeyctl.model.journey import Step
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas, lettering
from journeyctl.views.drawing import PITCH
from journeyctl.views.frames import frame, hatching
from journeyctl.views.map.notes import BADGE, Notes
from journeyctl.views.marks import round_half_up
from journeyctl.words import Words

LABEL, SMALL = 9.5, 8.5
_PAD, _GAP, _BAR = 5.0, 4.0, 3.0
_HEAD = BADGE + 4  # the line with the number and the signs


class StepCard(NamedTuple):
    """A step's words wrapped to the width of its place; ``height`` is the least it needs."""

    step: Step
    lines: tuple[str, ...]
    time: tuple[str, ...]
    height: float


def inner(step: Step, wide: float, theme: Theme) -> float:
    """The room for a step's words in a place of so many points."""
    bar = _BAR if step.kind in ("way", "part") else 0.0
    return wide - _GAP - 2 * _PAD - bar - hatching(step, theme)


def least(step: Step, theme: Theme) -> float:
    """The width of a place in which no word of the step's label must be broken."""
    longest = widest_word(step.label, LABEL, bold=step.kind == "question")
    return longest + _GAP + 2 * _PAD + _BAR + hatching(step, theme) + 0.5


def measure(step: Step, wide: float, theme: Theme) -> StepCard:
    """The card of a step in a place of so many points of width."""
    room = inner(step, wide, theme)
    lines = wrap(step.label, room, LABEL, bold=step.kind == "question")
    time = wrap(step.duration.said, room, SMALL) if step.duration else ()
    high = 2 * _PAD - 1 + _HEAD + len(lines) * LABEL * PITCH + len(time) * SMALL * PITCH
    return StepCard(step, lines, time, high + (2 if time else 0))


class StepCards:
    """Draws the cards of steps."""

    def __init__(self, notes: Notes, words: Words, theme: Theme) -> None:
        self.notes, self.words, self.theme = notes, words, theme

    def draw(
        self,
        canvas: Canvas,
        card: StepCard,
        box: tuple[float, float, float, float],
        strong: str,
    ) -> None:
        """Draw a card in its place (left, top, width, height); ``strong`` is the ground of its
        number."""
        step, theme = card.step, self.theme
        group = canvas.group(f"step-{step.id}", "step", self._title(step))
        left, top, wide, high = box[0] + _GAP / 2, box[1], box[2] - _GAP, box[3]
        place = (left, top, wide, high)
        edge = frame(canvas, group, step, place, theme, bar=_BAR)
        self._signs(canvas, group, step, (left + edge, top, wide - edge), strong)
        at = (left + edge + _PAD, top + _PAD - 1 + _HEAD, inner(step, box[2], theme))
        bold = step.kind == "question"
        canvas.text(group, "text", at, card.lines, LABEL, theme.ink, bold=bold)
        if card.time:
            at = (at[0], at[1] + len(card.lines) * LABEL * PITCH + 2, at[2])
            canvas.text(group, "time", at, card.time, SMALL, theme.muted)

    def _signs(
        self,
        canvas: Canvas,
        group: str,
        step: Step,
        place: tuple[float, float, float],
        strong: str,
    ) -> None:
        """The line with the number, a way's share, and the signs at the right."""
        theme = self.theme
        left, top, wide = place
        y = top + _PAD - 1
        self.notes.badge(canvas, group, step.number, (left + _PAD, y), (theme.on_strong, strong))
        if step.share is not None:
            at = (left + _PAD + BADGE + 5, y + 1.5, wide - 2 * _PAD - BADGE - 5)
            share = (self.words.percent(step.share),)
            canvas.text(group, "share", at, share, SMALL, theme.muted)
        right = left + wide - _PAD + 1
        if step.moment:
            right -= BADGE
            box = (right, y, BADGE, BADGE)
            canvas.shape(group, "moment", "star", box, fill=theme.moment, stroke=theme.moment)
            right -= 3
        if step.kind == "question":
            size = BADGE + 5
            box = (right - size, y - 2.5, size, size)
            right -= size
            text = lettering(("?",), 9.0, theme.ink, bold=True, align="center")
            canvas.shape(
                group, "sign", "diamond", box, fill=theme.card, stroke=theme.moment, text=text
            )

        if step.side == "company" and step.mood is not None:
            # The curve is the customer's.
            box = (right - BADGE, y, BADGE, BADGE)
            self.notes.cards.face(canvas, group, "feeling", step.mood, box)

    def _title(self, step: Step) -> str:
        """A sentence for those who don't see the card."""
        words = self.words
        said = [f"{step.number} {step.label}"]
        if step.kind != "step":
            said.append(words.text(f"legend.{step.kind}"))
        if step.duration:
            said.append(step.duration.said)
        if step.moment:
            said.append(words.text("legend.moment"))
        if step.mood is not None:
            said.append(words.text(f"legend.feeling.{round_half_up(step.mood)}"))
        return ", ".join(said)
