"""The legend: every sign that occurs in the drawing, and none that does not."""

from collections.abc import Callable
from typing import NamedTuple

from journeyctl.fonts import width
from journeyctl.model.journey import Journey, Link
from journeyctl.themes import Theme
from journeyctl.views.canvas import PITCH, Canvas, lettering
from journeyctl.views.cards import CHIP, Cards, Chip
from journeyctl.views.drawing import Arrowhead, Line
from journeyctl.words import Words

_SIZE = 9.5
_SIGN = 40.0  # room for a sign
_LINE = 22.0
_GAP = 18.0

Draw = Callable[[Canvas, str, float, float], None]


class Legend:
    """What a journey's drawing needs explained, in a fixed order."""

    def __init__(self, journey: Journey, cards: Cards, words: Words, theme: Theme) -> None:
        self._cards, self._words, self._theme = cards, words, theme
        steps = list(journey.steps.values())
        kinds = {step.kind for step in steps}
        links = journey.links
        targets = {link.target for link in links}
        signs: list[tuple[bool, str, Draw]] = [
            (any(link.source == "start" for link in links), "start", self._start),
            ("way" in kinds, "way", self._box("way")),
            ("part" in kinds, "part", self._box("part")),
            ("optional" in kinds, "optional", self._box("optional")),
            (any(link.kind == "skip" for link in links), "skip", self._link("skip")),
            ("question" in kinds, "question", self._question),
            (any(step.moment for step in steps), "moment", self._moment),
            (any(step.side == "company" for step in steps), "company", self._box("company")),
            (any(step.people for step in steps), "person", self._chip("person")),
            (any(step.channels for step in steps), "channel", self._chip("channel")),
            (any(step.mood is not None for step in steps), "feeling", self._feeling),
            (any(link.loop for link in links), "loop", self._link("loop")),
            (any(jumps(journey, link) for link in links), "jump", self._link("jump")),
            ("leave" in targets, "leave", self._end("leave")),
            ("end" in targets, "end", self._end("end")),
        ]
        self._signs = [(key, draw) for occurs, key, draw in signs if occurs]

    def _items(self, room: float) -> list[tuple[float, int, str, Draw]]:
        """Place (x, line), key and sign of each entry, in lines that fit."""
        x, line = width(self._words.text("legend.title"), _SIZE, bold=True) + _GAP, 0
        placed = []
        for key, draw in self._signs:
            sign = _SIGN + 14 if key == "feeling" else _SIGN
            wide = sign + 5 + width(self._words.text(f"legend.{key}"), _SIZE)
            if x and x + wide > room:
                x, line = 0.0, line + 1
            placed.append((x, line, key, draw))
            x += wide + _GAP
        return placed

    def height(self, room: float) -> float:
        """The height of the legend in points, in ``room`` points of width."""
        items = self._items(room)
        return (items[-1][1] + 1) * _LINE if items else 0.0

    def draw(self, canvas: Canvas, at: tuple[float, float], room: float) -> None:
        """Draw the legend with its left top corner at ``at``."""
        items = self._items(room)
        if not items:
            return
        left, top = at
        title = self._words.text("legend.title")
        group = canvas.group("legend", "legend", title)
        middle = (_LINE - _SIZE * PITCH) / 2
        wide = width(title, _SIZE, bold=True)
        canvas.text(
            group, "title", (left, top + middle, wide), (title,), _SIZE, self._theme.ink, bold=True
        )
        for x, line, key, draw in items:
            text = self._words.text(f"legend.{key}")
            item = canvas.group(f"legend-{key}", "legend-item", text)
            draw(canvas, item, left + x, top + line * _LINE)
            sign = _SIGN + 14 if key == "feeling" else _SIGN
            place = (left + x + sign + 5, top + line * _LINE + middle, width(text, _SIZE))
            canvas.text(item, "text", place, (text,), _SIZE, self._theme.ink)

    def _start(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        flow = self._theme.flow
        middle = y + _LINE / 2
        canvas.shape(group, "start", "circle", (x, middle - 5, 10, 10), fill=flow, stroke=flow)
        canvas.path(group, "line", [(x + 10, middle), (x + _SIGN, middle)], flow)

    def _link(self, kind: str) -> Draw:
        def draw(canvas: Canvas, group: str, x: float, y: float) -> None:
            middle = y + _LINE / 2
            points = [(x, middle), (x + _SIGN, middle)]
            if kind == "loop":
                points.reverse()
            colour, line, arrow = look(kind, self._theme)
            canvas.path(group, "line", points, colour, line=line, arrow=arrow)

        return draw

    def _box(self, kind: str) -> Draw:
        def draw(canvas: Canvas, group: str, x: float, y: float) -> None:
            theme = self._theme
            box = (x, y + 3, _SIGN, _LINE - 6)
            canvas.shape(
                group,
                kind,
                "box" if kind in ("way", "part") else "rounded",
                box,
                fill=theme.company if kind == "company" else theme.card,
                stroke=theme.card_line,
                line="dashed" if kind == "optional" else "solid",
            )
            for at in {"way": (x,), "part": (x, x + _SIGN - 4)}.get(kind, ()):
                bar = (at, y + 3, 4, _LINE - 6)
                canvas.shape(group, f"bar-{at - x:g}", "box", bar, role="bar", fill=theme.flow)

        return draw

    def _question(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        theme = self._theme
        box = (x, y + 2, _SIGN, _LINE - 4)
        canvas.shape(group, "question", "rounded", box, fill=theme.question, stroke=theme.card_line)
        self._cards.diamond(canvas, group, x + _SIGN / 2 - 11, y)

    def _moment(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        moment = self._theme.moment
        box = (x + _SIGN - 16, y + 3.5, 15, 15)
        canvas.shape(group, "moment", "star", box, fill=moment, stroke=moment)

    def _chip(self, kind: str) -> Draw:
        def draw(canvas: Canvas, group: str, x: float, y: float) -> None:
            top = y + (_LINE - CHIP) / 2
            self._cards.chip(canvas, group, kind, Chip(kind, " … "), (x, top, _SIGN))

        return draw

    def _feeling(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        top = y + (_LINE - CHIP) / 2
        self._cards.scale(canvas, group, 4.0, x, top)

    def _end(self, kind: str) -> Draw:
        def draw(canvas: Canvas, group: str, x: float, y: float) -> None:
            theme = self._theme
            colour = look(kind, theme).colour
            middle = y + _LINE / 2
            canvas.path(group, "line", [(x, middle), (x + _SIGN - 15, middle)], colour)
            end_mark(canvas, group, kind, (x + _SIGN - 14, middle - 7, 14, 14), theme)

        return draw


class Look(NamedTuple):
    """How the line of a link is drawn."""

    colour: str
    line: Line
    arrow: Arrowhead


def look(kind: str, theme: Theme) -> Look:
    """The look of a link that is a ``loop``, ``jump``, ``leave``, ``skip``, or any other."""
    looks = {
        "loop": Look(theme.loop, "dashed", "vee"),
        "jump": Look(theme.jump, "solid", "vee"),
        "leave": Look(theme.leave, "solid", "normal"),
        "skip": Look(theme.flow, "dotted", "normal"),
    }
    return looks.get(kind) or Look(theme.flow, "solid", "normal")


def jumps(journey: Journey, link: Link) -> bool:
    """Whether an arrow of the author's leads ahead, past the stage that would have followed."""
    if link.loop or link.kind not in ("arrow", "answer"):
        return False
    source, target = (
        journey.steps.get(id) or journey.points[id] for id in (link.source, link.target)
    )
    return link.target not in ("end", "leave") and target.stage > source.stage + 1


def end_mark(
    canvas: Canvas,
    group: str,
    kind: str,
    box: tuple[float, float, float, float],
    theme: Theme,
) -> None:
    """Draw the sign of an end: a cross in a ring where the customer leaves, a ring around a
    disc where the journey is done."""
    x, y, size, _ = box
    if kind == "leave":
        text = lettering(("×",), 12.0, theme.leave, bold=True, align="center")
        canvas.shape(
            group, "leave", "circle", box, fill=theme.card, stroke=theme.leave, pen=1.4, text=text
        )
    else:
        canvas.shape(group, "end", "circle", box, fill=theme.card, stroke=theme.flow, pen=1.4)
        inner = (x + 4, y + 4, size - 8, size - 8)
        canvas.shape(
            group, "end-inner", "circle", inner, role="end", fill=theme.flow, stroke=theme.flow
        )
