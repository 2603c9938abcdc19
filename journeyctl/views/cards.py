"""The card of a step: what it says, how high it is at a width, and how it is drawn."""

from typing import NamedTuple

from journeyctl.fonts import width, wrap
from journeyctl.model.journey import Journey, Step
from journeyctl.themes import Theme
from journeyctl.views.canvas import PITCH, Canvas, lettering
from journeyctl.views.drawing import Align, Form
from journeyctl.words import Words

LABEL = 11.0
SMALL = 9.0
CHIP = 14.0  # height of a chip
_LABEL_LINES, _CHIP_LINES = 16, 8  # at the most; the text whole is in the group's title
_PAD_X, _PAD_Y = 9.0, 7.0
_CHIP_PAD, _CHIP_GAP = 5.0, 4.0
_SCORE = 11.0  # what a person's own feeling adds to a chip
_STAR = 13.0
_SCALE = 10.0  # from one place of the feeling scale to the next
_FACE = 14.0
_DIAMOND = 22.0
HATCH = 7.0  # width of the hatching on a step of the company
_PITCH = 3.5  # from one of its lines to the next
SCALE_WIDTH = 4 * _SCALE + _FACE


class Chip(NamedTuple):
    """A word in a small frame: ``person``, ``channel`` or ``time``; ``feeling`` of that person."""

    kind: str
    text: str
    feeling: int | None = None


class Fitted(NamedTuple):
    """A chip wrapped to the room there is, and how large it is."""

    chip: Chip
    lines: tuple[str, ...]
    width: float
    height: float


class Card(NamedTuple):
    """A step's content wrapped to a width. ``rows`` hold the chips; the scale of the feeling
    stands in the last one, or below it ``scale_alone``."""

    step: Step
    width: float
    lines: tuple[str, ...]
    rows: tuple[tuple[Fitted, ...], ...]
    scale_alone: bool
    height: float


class Cards:
    """Makes and draws the cards of one journey."""

    def __init__(self, journey: Journey, words: Words, theme: Theme) -> None:
        self._journey, self._words, self._theme = journey, words, theme
        self._chips = {step.id: self._chips_of(step) for step in journey.steps.values()}

    def _chips_of(self, step: Step) -> tuple[Chip, ...]:
        people, channels = self._journey.people, self._journey.channels
        chips = [Chip("person", people[one.person].label, one.feeling) for one in step.people]
        chips += [Chip("channel", channels[key].label) for key in step.channels]
        if step.duration:
            chips.append(Chip("time", step.duration.text))
        return tuple(chips)

    def make(self, step: Step, room: float) -> Card:
        """The card of a step in ``room`` points of width."""
        inset = self.inset(step)
        inner = room - 2 * _PAD_X - inset
        star = _STAR + 3 if step.moment else 0
        bold = step.kind == "question"
        lines = wrap(step.label, inner - star, LABEL, bold=bold, most=_LABEL_LINES)
        rows, last = self._rows(self._chips[step.id], inner)
        scale = step.mood is not None
        alone = scale and bool(rows) and last + 8 + SCALE_WIDTH > inner
        heights = [_row_height(row) for row in rows]
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
            fitted = _fit(chip, room)
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
        self.frame(canvas, group, card, x, y)
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
                self._chip(canvas, group, part, fitted, (at, top), on_grey=grey)
                at += fitted.width + _CHIP_GAP
            top += _row_height(row) + 3
        if step.mood is not None:
            high = top if card.scale_alone else top - _row_height(card.rows[-1]) - 3
            self.scale(canvas, group, step.mood, right - SCALE_WIDTH, high)

    def frame(self, canvas: Canvas, group: str, card: Card, x: float, y: float) -> None:
        step, theme = card.step, self._theme
        form: Form = "box" if step.kind in ("way", "part") else "rounded"
        fill = theme.question if step.kind == "question" else theme.card
        hatched = step.side == "company" and theme.hatch != "none"
        bars = {"way": (x,), "part": (x, x + card.width - 4)}.get(step.kind, ())
        left = x + (4 if bars else 0)
        if hatched:
            box = (x, y, card.width, card.height)
            canvas.shape(group, "company", form, box, role="panel", fill=theme.company)
            hatch(canvas, group, (left, y, HATCH, card.height), theme)
            left += HATCH
        if step.side == "company":
            fill = "none" if hatched else theme.company
        stroke = theme.moment if step.moment else theme.card_line
        canvas.shape(
            group,
            "card",
            form,
            (x, y, card.width, card.height),
            fill=fill,
            stroke=stroke,
            line="dashed" if step.kind == "optional" else "solid",
            pen=1.8 if step.moment else 1.0,
        )
        for index, at in enumerate(bars):
            canvas.shape(
                group, f"bar-{index}", "box", (at, y, 4, card.height), role="bar", fill=theme.flow
            )
        if step.kind == "question":
            self.diamond(canvas, group, left + 6, y + min(card.height, 40.0) / 2 - _DIAMOND / 2)

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

    def chip(
        self,
        canvas: Canvas,
        group: str,
        part: str,
        chip: Chip,
        place: tuple[float, float, float],
        *,
        on_grey: bool = False,
    ) -> None:
        """Draw a chip at (left, top, width) on one line, on a white card or on a grey one; what
        does not fit ends in ``…``."""
        x, y, wide = place
        room = wide - _chip_pad(chip)
        text = chip.text
        if width(text, SMALL) > room + 0.51:
            text = wrap(text, room, SMALL, most=1)[0]
        fitted = Fitted(chip, (text,), wide, CHIP)
        self._chip(canvas, group, part, fitted, (x, y), on_grey=on_grey)

    def _chip(
        self,
        canvas: Canvas,
        group: str,
        part: str,
        fitted: Fitted,
        at: tuple[float, float],
        *,
        on_grey: bool,
    ) -> None:
        (x, y), (chip, texts, wide, high) = at, fitted
        theme = self._theme
        person = chip.kind == "person"
        score = _SCORE if chip.feeling is not None else 0.0
        room = wide - 2 * _CHIP_PAD - score
        one = len(texts) == 1 and chip.kind != "time"
        align: Align = "center" if one else "left"
        lines = lettering(texts, SMALL, theme.ink if person else theme.muted, align=align)
        if chip.kind == "time":
            canvas.shape(group, part, "text", (x, y, room, high), role="time", text=lines)
            return
        apart = bool(score) or not one
        canvas.shape(
            group,
            part,
            "rounded" if person else "box",
            (x, y, wide, high),
            role=chip.kind,
            fill=theme.person if person and not on_grey else theme.card,
            stroke="none" if person else theme.card_line,
            pen=0.8,
            text=None if apart else lines,
        )
        if apart:
            box = (x + _CHIP_PAD + score, y, room, high)
            role = f"{chip.kind}-text"
            canvas.shape(group, f"{part}-text", "text", box, role=role, text=lines)
        if chip.feeling is not None:
            disc = (x + 1.5, y + 1.5, CHIP - 3, CHIP - 3)
            self.face(canvas, group, f"{part}-feeling", float(chip.feeling), disc)

    def scale(self, canvas: Canvas, group: str, mood: float, x: float, y: float) -> None:
        """Draw the feeling scale at (x, y): the further right the mark, the better."""
        theme = self._theme
        middle = y + CHIP / 2
        box = (x + _FACE / 2, middle - 1, 4 * _SCALE, 2)
        canvas.shape(group, "scale", "box", box, fill=theme.track)
        at = x + (mood - 1) * _SCALE
        self.face(canvas, group, "feeling", mood, (at, y, _FACE, _FACE))

    def face(
        self,
        canvas: Canvas,
        group: str,
        part: str,
        mood: float,
        box: tuple[float, float, float, float],
    ) -> None:
        """Draw a mood's mark, a disc or a ring with the score in it."""
        theme, nearest = self._theme, round_half_up(mood) - 1
        colour, ring = theme.moods[nearest], theme.rings[nearest]
        figure = self._words.number(mood)
        size = 8.5 if len(figure) == 1 else 7.0
        ink = theme.ink if ring else theme.on_mood
        lines = lettering((figure,), size, ink, bold=True, align="center")
        x, y, wide, high = box
        canvas.shape(
            group,
            part,
            "circle",
            (x + ring / 2, y + ring / 2, wide - ring, high - ring),
            role="feeling",
            fill=theme.card if ring else colour,
            stroke=colour,
            pen=ring or 1.0,
            text=lines,
        )

    def inset(self, step: Step) -> float:
        """What the sign of a question, the bar of a way and a hatching take on the left."""
        sign = {"question": _DIAMOND, "way": 3.0, "part": 3.0}.get(step.kind, 0.0)
        return sign + (HATCH if step.side == "company" and self._theme.hatch != "none" else 0.0)

    def title(self, step: Step) -> str:
        """A sentence for those who don't see the card: what, who, where, how it feels."""
        parts = [step.label]
        parts += [chip.text for chip in self._chips[step.id]]
        if step.moment:
            parts.append(self._words.text("legend.moment"))
        if step.mood is not None:
            parts.append(self._words.text("legend.feeling." + str(round_half_up(step.mood))))
        return ", ".join(parts)


def round_half_up(mood: float) -> int:
    """The feeling, 1 to 5, that a mean is nearest to; halves go up."""
    return int(mood + 0.5)


def _chip_pad(chip: Chip) -> float:
    """What a chip is wider than its text."""
    return 2 * _CHIP_PAD + (_SCORE if chip.feeling is not None else 0.0) + 0.5


def _fit(chip: Chip, room: float) -> Fitted:
    """A chip on one line, or on several where it is wider than the room."""
    pad = _chip_pad(chip)
    wide = width(chip.text, SMALL) + pad
    if wide <= room:
        return Fitted(chip, (chip.text,), wide, CHIP)
    lines = wrap(chip.text, room - pad, SMALL, most=_CHIP_LINES)
    wide = max(width(line, SMALL) for line in lines) + pad
    return Fitted(chip, lines, wide, CHIP + (len(lines) - 1) * SMALL * PITCH)


def _row_height(row: tuple[Fitted, ...]) -> float:
    return max(fitted.height for fitted in row)


def hatch(canvas: Canvas, group: str, box: tuple[float, float, float, float], theme: Theme) -> None:
    """Draw the pattern of the company's steps into ``box``: one line, to and fro.

    Paths lie above panels and below all else: the ground must be a panel, or not filled.
    """
    x, y, wide, high = box
    points = [(x + wide, y)]
    count = max(1, round((high - wide) / (2 * _PITCH)))
    step = (high - wide) / count  # from one slanted line down to the next but one
    for number in range(count + 1):
        top = y + number * step
        points += [(x + wide, top), (x, top + wide)]
        if number < count:
            points += [(x, top + wide + step / 2), (x + wide, top + step / 2)]
    points.append((x, y + high))
    canvas.path(group, "hatch", points, theme.hatch, arrow="none", pen=0.8, rounding=0)
