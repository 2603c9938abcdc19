"""The stubs of a step: in the other lanes of its people, and of those who work behind it."""

from typing import NamedTuple

from journeyctl.fonts import unwrapped, wrap
from journeyctl.model.journey import Step
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH
from journeyctl.views.frames import HATCH, hatch
from journeyctl.views.lanes.cards import FACE, PAD, SIDE, LaneCards
from journeyctl.views.lanes.people import Span
from journeyctl.views.legend import ROOM, SIGN

TIE = 1.8
"""How thick the line is that ties a stub to its card."""

_TEXT = 9.0


class Stub(NamedTuple):
    """``lines`` of text in the lanes of ``span``, ``height`` points high; ``behind`` where it
    tells what is done backstage, out of the customer's sight."""

    span: Span
    lines: tuple[str, ...]
    behind: bool
    height: float


class Stubs:
    """Makes and draws the stubs of one journey."""

    def __init__(self, cards: LaneCards, theme: Theme) -> None:
        self._cards, self._theme = cards, theme

    def of(self, step: Step, room: float) -> list[Stub]:
        """The stubs of a step, ``room`` points wide."""
        home, *others = self._cards.places.spans(step)
        behind = self._cards.places.behind(step)
        stubs = []
        for span in others:
            inner = room - 2 * PAD - (SIDE if self._cards.scored(step, span) else 0)
            lines = wrap(step.label, inner, _TEXT, most=2)
            if names := self._cards.names(step, span):
                lines += wrap(f"({', '.join(names)})", inner, _TEXT, most=2)
            for lane in range(span.first, span.last + 1):
                for label in behind.get(lane, ()):
                    lines += wrap(f"+ {label}", inner, _TEXT, most=2)
            stubs.append(self._stub(span, lines, behind=False))
        inner = room - 2 * PAD - (HATCH if self._theme.hatch != "none" else 0)
        for lane, labels in behind.items():
            if not any(span.first <= lane <= span.last for span in (home, *others)):
                lines = tuple(line for one in labels for line in wrap(one, inner, _TEXT, most=3))
                stubs.append(self._stub(Span(lane, lane), lines, behind=True))
        return stubs

    def _stub(self, span: Span, lines: tuple[str, ...], *, behind: bool) -> Stub:
        return Stub(span, lines, behind, len(lines) * _TEXT * PITCH + 10)

    def draw(
        self,
        canvas: Canvas,
        step: Step,
        stub: Stub,
        box: tuple[float, float, float, float],
        scores: dict[int, float],
    ) -> None:
        """Draw a stub of a step into a box (left, top, width, height); ``scores`` are the heights
        at which the feeling of each lane's people stands."""
        theme = self._theme
        x, y, wide, high = box
        names = [self._cards.places.lanes[lane].name for lane in scores]
        label = unwrapped(stub.lines) if stub.behind else step.label
        title = f"{label} ({', '.join(names)})"
        role = "backstage" if stub.behind else "stub"
        group = canvas.group(f"stub-{step.id}-in-{stub.span.first}", role, title)
        self._frame(canvas, group, box, behind=stub.behind)
        inset = HATCH if stub.behind and theme.hatch != "none" else 0.0
        top = y + (high - len(stub.lines) * _TEXT * PITCH) / 2
        at = (x + PAD + inset, top, wide - 2 * PAD - inset)
        canvas.text(group, "text", at, stub.lines, _TEXT, theme.ink if stub.behind else theme.muted)
        if stub.behind:
            return
        for lane, middle in scores.items():
            mood = self._cards.places.feeling(step, lane)
            if mood is not None:
                disc = (x + wide - PAD - FACE + 3, middle - FACE / 2, FACE, FACE)
                self._cards.cards.face(canvas, group, f"feeling-{lane}", mood, disc)

    def _frame(
        self, canvas: Canvas, group: str, box: tuple[float, float, float, float], *, behind: bool
    ) -> None:
        theme = self._theme
        fill = theme.company if behind else theme.card
        if behind and theme.hatch != "none":
            canvas.shape(group, "ground", "rounded", box, role="panel", fill=theme.card)
            hatch(canvas, group, (box[0], box[1], HATCH, box[3]), theme)
            fill = "none"
        canvas.shape(group, "stub", "rounded", box, fill=fill, stroke=theme.card_line, pen=0.8)

    def sign(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        """Draw a stub with its tie as a legend shows it."""
        middle = x + SIGN / 2
        line = [(middle, y + 1), (middle, y + 10)]
        canvas.path(group, "tie", line, self._theme.card_line, arrow="none", pen=TIE)
        self._frame(canvas, group, (x, y + 8, SIGN, ROOM - 10), behind=False)
