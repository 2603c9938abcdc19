"""A stage in short: its steps one below the other, with where ways part, end and lead back."""

from typing import NamedTuple

from journeyctl.direction import joined
from journeyctl.fonts import unwrapped, widest_word, wrap
from journeyctl.model.journey import Journey, Link, Stage, Step
from journeyctl.model.measures import links_out
from journeyctl.views.canvas import Canvas, lettering
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import PITCH
from journeyctl.views.frames import frame, hatching
from journeyctl.views.setting import Setting, time_of

LABEL = 9.5
_SMALL, _NAME = 8.5, 11.0
_PAD, _GAP = 6.0, 5.0
_DISC, _SIGN, _BAR, _OWN = 14.0, 15.0, 3.0, 10.0


class _Line(NamedTuple):
    """A step wrapped to its width; ``ways`` are its ways that end or lead back. ``least`` is the
    room of the whole stage in which no word of it is broken."""

    step: Step
    label: tuple[str, ...]
    ways: tuple[str, ...]
    height: float
    told: str


class Digest:
    """The steps of a stage in short, in ``room`` points of width; ``height`` is the least that
    they need, ``heights`` what each of them takes of it. ``key`` begins the ids of its groups,
    ``name`` is told where it is not ""."""

    def __init__(
        self, journey: Journey, stage: Stage, setting: Setting, room: float, key: str, name: str
    ) -> None:
        self._journey, self._stage, self._setting, self._room = journey, stage, setting, room
        self._key = key
        self._cards = Cards(journey, setting.words, setting.theme)
        time = time_of(journey, stage, setting.words)
        self._name = wrap(name, room - 2 * _PAD, _NAME, bold=True) if name else ()
        self._time = wrap(time, room - 2 * _PAD, _SMALL) if time else ()
        out = links_out(journey)
        self._lines = [self._line(journey.steps[id], out.get(id, [])) for id in stage.steps]
        self.heights = tuple(one.height + _GAP for one in self._lines)
        self.height = self._head() + sum(self.heights) + _PAD

    @property
    def least(self) -> float:
        """The room in which no word of the steps is broken."""
        return max(map(self._least, self._lines), default=0.0)

    def _least(self, line: _Line) -> float:
        label = widest_word(line.step.label, LABEL, bold=line.step.kind == "question")
        widest = max(label, widest_word(line.told, _SMALL))
        return self._room - self._inner(line.step) + widest

    def _head(self) -> float:
        name = len(self._name) * _NAME * PITCH
        time = len(self._time) * _SMALL * PITCH
        return _PAD + name + time + (3.0 if name or time else 0.0)

    def _line(self, step: Step, links: list[Link]) -> _Line:
        inner = self._inner(step)
        bold = step.kind == "question"
        label = wrap(step.label, inner, LABEL, bold=bold)
        told = joined(" · ", map(self._way, links))
        ways = wrap(told, inner, _SMALL) if told else ()
        high = len(label) * LABEL * PITCH + len(ways) * _SMALL * PITCH + 7
        return _Line(step, label, ways, max(high, _DISC + 5), told)

    def _inner(self, step: Step) -> float:
        """The room for a step's words."""
        room = self._room - 4 * _PAD - (_OWN if step.own else 0.0)
        room -= _DISC + 3 if step.mood is not None else 0.0
        room -= _SIGN + 3 if step.moment else 0.0
        room -= _SIGN if step.kind == "question" else 0.0
        room -= hatching(step, self._setting.theme)
        return room - (_BAR if step.kind in ("way", "part") else 0.0)

    def _way(self, link: Link) -> str:
        """A way that does not simply go on, in words; "" for one that does."""
        words = self._setting.words
        share = "" if link.share is None else words.percent(link.share)
        if link.target == "leave":
            leads = words.text("said.leave")
        elif link.loop and link.target in self._journey.steps:
            leads = words.text("said.back-to", steps=self._journey.steps[link.target].label)
        else:
            return ""
        return joined(" ", (link.label, share, "→", leads))

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw it with its left top corner at (x, y)."""
        theme = self._setting.theme
        group = canvas.group(f"{self._key}-stage", "digest", self._stage.label)
        top = y + _PAD
        room = self._room - 2 * _PAD
        if self._name:
            canvas.text(
                group, "name", (x + _PAD, top, room), self._name, _NAME, theme.ink, bold=True
            )
            top += len(self._name) * _NAME * PITCH
        if self._time:
            canvas.text(group, "time", (x + _PAD, top, room), self._time, _SMALL, theme.muted)
        top = y + self._head()
        for line in self._lines:
            self._step(canvas, line, x + _PAD, top)
            top += line.height + _GAP

    def _step(self, canvas: Canvas, line: _Line, x: float, y: float) -> None:
        step, theme = line.step, self._setting.theme
        indent = _OWN if step.own else 0.0
        left, wide = x + indent, self._room - 2 * _PAD - indent
        group = canvas.group(f"{self._key}-step-{step.id}", "step", self._title(line))
        box = (left, y, wide, line.height)
        edge = frame(canvas, group, step, box, theme, bar=_BAR, pens=(0.8, 1.6))
        words_left, top = left + edge + _PAD, y + 3
        if step.kind == "question":
            text = lettering(("?",), 8.5, theme.ink, bold=True, align="center")
            box = (left + edge + 2, y + 2, _SIGN, _SIGN)
            canvas.shape(
                group, "sign", "diamond", box, fill=theme.card, stroke=theme.moment, text=text
            )
            words_left += _SIGN - 2
        room = self._inner(step)
        bold = step.kind == "question"
        canvas.text(group, "text", (words_left, top, room), line.label, LABEL, theme.ink, bold=bold)
        top += len(line.label) * LABEL * PITCH
        if line.ways:
            canvas.text(group, "ways", (words_left, top, room), line.ways, _SMALL, theme.muted)
        right = left + wide - _PAD + 2
        if step.mood is not None:
            right -= _DISC
            self._cards.face(canvas, group, "feeling", step.mood, (right, y + 2, _DISC, _DISC))
        if step.moment:
            box = (right - _SIGN - 1, y + 2, _SIGN - 2, _SIGN - 2)
            canvas.shape(group, "moment", "star", box, fill=theme.moment, stroke=theme.moment)

    def _title(self, line: _Line) -> str:
        words = self._setting.words
        said = [line.step.label]
        if line.step.kind != "step":
            said.append(words.text(f"legend.{line.step.kind}"))
        if line.step.moment:
            said.append(words.text("legend.moment"))
        said += [unwrapped(line.ways)] if line.ways else []
        return ", ".join(said)
