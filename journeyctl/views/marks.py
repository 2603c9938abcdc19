"""Small marks on cards and in cells: chips, the scale of a feeling and its faces."""

from typing import NamedTuple

from journeyctl.fonts import widest_word, width, wrap
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas, lettering
from journeyctl.views.drawing import PITCH, Align
from journeyctl.words import Words

SMALL = 9.0
CHIP = 14.0  # height of a chip
_CHIP_LINES = 8  # at the most; the text whole is in the title of the step
_CHIP_PAD = 5.0
_SCORE = 11.0  # what a person's own feeling adds to a chip
_SCALE = 10.0  # from one place of the feeling scale to the next
_FACE = 14.0
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


class Marks:
    """Draws marks in the words and colours of one picture."""

    def __init__(self, words: Words, theme: Theme) -> None:
        self._words, self._theme = words, theme

    def chip(
        self,
        canvas: Canvas,
        group: str,
        part: str,
        chip: Chip,
        place: tuple[float, float, float],
    ) -> None:
        """Draw a chip at (left, top, width), wide enough for its text on one line."""
        x, y, wide = place
        self.fitted(canvas, group, part, Fitted(chip, (chip.text,), wide, CHIP), (x, y))

    def fitted(
        self,
        canvas: Canvas,
        group: str,
        part: str,
        fitted: Fitted,
        at: tuple[float, float],
        *,
        on_grey: bool = False,
    ) -> None:
        """Draw a chip that was fitted with its left top corner at ``at``."""
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


def round_half_up(mood: float) -> int:
    """The feeling, 1 to 5, that a mean is nearest to; halves go up."""
    return int(mood + 0.5)


def _chip_pad(chip: Chip) -> float:
    """What a chip is wider than its text."""
    return 2 * _CHIP_PAD + (_SCORE if chip.feeling is not None else 0.0) + 0.5


def least_room(chip: Chip) -> float:
    """The room in which no word of a chip is broken, in points."""
    return widest_word(chip.text, SMALL) + _chip_pad(chip)


def fit(chip: Chip, room: float) -> Fitted:
    """A chip on one line, or on several where it is wider than the room."""
    pad = _chip_pad(chip)
    wide = width(chip.text, SMALL) + pad
    if wide <= room:
        return Fitted(chip, (chip.text,), wide, CHIP)
    lines = wrap(chip.text, room - pad, SMALL, most=_CHIP_LINES)
    wide = max(width(line, SMALL) for line in lines) + pad
    return Fitted(chip, lines, wide, CHIP + (len(lines) - 1) * SMALL * PITCH)


def row_height(row: tuple[Fitted, ...]) -> float:
    """The height of the highest chip of a row."""
    return max(fitted.height for fitted in row)
