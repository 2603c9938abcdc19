"""Notes: the small cards of a map, with what was said, found or measured at a step."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from journeyctl.fonts import wrap
from journeyctl.themes import Theme, mixed, tinted
from journeyctl.views.canvas import Canvas, lettering
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import PITCH
from journeyctl.views.frames import HATCH, unseen
from journeyctl.views.map import chips as framed
from journeyctl.views.map.columns import GAP, Column

TEXT = 9.0
BADGE = 13.0
"""The height of the box with a step's number, in points."""

_PAD = 6.0
_GUTTER = BADGE + 5  # for the sign and the number, at the left

Mark = Literal["pain", "idea", "met", "missed", "unknown", ""]


class Note(NamedTuple):
    """``step`` is the number of the step that it is about, 0 for the whole stage; ``parts``
    its paragraphs, each bold or not; ``id`` and ``role`` those of its group. ``hatched`` says
    that a pattern stands at its left."""

    id: str
    role: str
    title: str
    parts: tuple[tuple[str, bool], ...]
    step: int = 0
    mark: Mark = ""
    chips: tuple[framed.Chip, ...] = ()
    mood: float | None = None
    hatched: bool = False


class Slip(NamedTuple):
    """A note wrapped to its width, at its place in a cell. ``sole`` stands for a whole stage
    across its tracks."""

    note: Note
    x: float
    y: float
    width: float
    height: float
    parts: tuple[tuple[tuple[str, ...], bool], ...]
    chips: framed.Flow


class Cell(NamedTuple):
    """What stands in one row of one stage."""

    slips: tuple[Slip, ...]
    height: float


def measure(note: Note, wide: float) -> Slip:
    """A note in so many points of width."""
    room = wide - 2 * _PAD - _gutter(note)
    parts = tuple((wrap(text, room, TEXT, bold=bold), bold) for text, bold in note.parts)
    flowed = framed.flow(note.chips, room)
    high = sum(len(lines) for lines, _ in parts) * TEXT * PITCH
    high += flowed.height + 3 if note.chips else 0
    # At the left its signs stand one below the other.
    signs = sum([bool(note.mark), bool(note.step), note.mood is not None])
    high = max(high, signs * (BADGE + 2) - 2)
    return Slip(note, 0.0, 0.0, wide, high + 2 * _PAD - 1, parts, flowed)


def _gutter(note: Note) -> float:
    signs = _GUTTER if note.mark or note.step or note.mood is not None else 0.0
    return signs + (HATCH if note.hatched else 0.0)


def pack(notes: Sequence[Note], column: Column) -> Cell:
    """Notes in a stage's column, each under its step, or wherever there is room if that would
    make much of a tower. What is about the whole stage stands where most room is left, across
    the column if there is nothing else."""
    if len(notes) == 1 and not notes[0].step:
        slip = measure(notes[0], column.room)._replace(x=GAP)
        return Cell((slip,), slip.height)
    slips = [measure(note, column.track) for note in notes]
    aligned = _stack(slips, column, lambda slip: column.under(slip.note.step))
    levelled = _stack(slips, column, lambda _: None)
    return levelled if aligned.height > 1.4 * levelled.height else aligned


def _stack(slips: Sequence[Slip], column: Column, choose: Callable[[Slip], int | None]) -> Cell:
    """Slips one below the other in the tracks that are chosen for them, else in the shortest;
    those of the whole stage come last, as they can go anywhere."""
    ends = [0.0] * column.tracks
    stacked: list[Slip] = list(slips)
    for at in sorted(range(len(slips)), key=lambda at: not slips[at].note.step):
        slip = slips[at]
        track = choose(slip) if slip.note.step else None
        if track is None:
            track = ends.index(min(ends))
        stacked[at] = slip._replace(x=column.left(track), y=ends[track])
        ends[track] += slip.height + GAP
    return Cell(tuple(stacked), max(ends) - (GAP if slips else 0.0))


class Notes:
    """Draws notes and the badges with steps' numbers."""

    def __init__(self, cards: Cards, theme: Theme) -> None:
        self.cards, self.theme = cards, theme

    def draw(self, canvas: Canvas, slip: Slip, x: float, y: float, badge: tuple[str, str]) -> None:
        """Draw a slip in a cell with its left top corner at (x, y); ``badge`` are the colours
        of the number and its ground."""
        note, theme = slip.note, self.theme
        group = canvas.group(note.id, note.role, note.title)
        left, top = x + slip.x, y + slip.y
        grounds = {
            "pain": tinted(theme, theme.pain),
            "idea": tinted(theme, theme.idea),
        }
        strokes = {"pain": theme.pain, "idea": theme.idea}
        stroke = mixed(theme.card, strokes.get(note.role, theme.card_line), 0.55)
        box = (left, top, slip.width, slip.height)
        fill = grounds.get(note.role, theme.card)
        if note.role == "step":
            fill = unseen(canvas, group, "box", box, theme)
        canvas.shape(group, "card", "box", box, fill=fill, stroke=stroke, pen=0.8)
        sign, at = top + _PAD - 1, left + _PAD + (HATCH if note.hatched else 0.0)
        if note.mark:
            self.mark(canvas, group, note.mark, at, sign)
            sign += BADGE + 2
        if note.step:
            self.badge(canvas, group, note.step, (at, sign), badge)
            sign += BADGE + 2
        if note.mood is not None:
            self.cards.face(canvas, group, "feeling", note.mood, (at, sign, BADGE, BADGE))
        at = left + _PAD + _gutter(note)
        down = top + _PAD
        for number, (lines, bold) in enumerate(slip.parts):
            place = (at, down, left + slip.width - _PAD - at)
            canvas.text(group, f"text-{number}", place, lines, TEXT, theme.ink, bold=bold)
            down += len(lines) * TEXT * PITCH
        framed.draw(canvas, group, slip.chips, (at, down + 3), theme)

    def mark(self, canvas: Canvas, group: str, mark: Mark, x: float, y: float) -> None:
        """Draw the sign of a pain, an idea or a verdict at (x, y)."""
        theme = self.theme
        bad = mark in ("pain", "missed")
        colour = theme.pain if bad else theme.idea if mark in ("idea", "met") else theme.muted
        figure = {"pain": "–", "idea": "+", "missed": "×", "met": "√", "unknown": "?"}[mark]
        text = lettering((figure,), 10.0, theme.card, bold=True, align="center")
        form: Literal["diamond", "circle"] = "diamond" if mark == "missed" else "circle"
        box = (x, y, BADGE, BADGE)
        canvas.shape(
            group, "mark", form, box, role=f"mark-{mark}", fill=colour, stroke=colour, text=text
        )

    def badge(
        self,
        canvas: Canvas,
        group: str,
        number: int,
        at: tuple[float, float],
        colours: tuple[str, str],
    ) -> None:
        """Draw the number of a step at (left, top), in the colours of the figure and its ground."""
        text = lettering((str(number),), 8.0, colours[0], bold=True, align="center")
        box = (*at, max(BADGE, text.widths[0] + 3), BADGE)
        canvas.shape(group, "number", "rounded", box, fill=colours[1], stroke=colours[1], text=text)
