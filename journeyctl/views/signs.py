"""The signs of a flow, large and in the legend: lines, boxes, chips, marks and ends."""

from typing import NamedTuple

from journeyctl.direction import joined
from journeyctl.model.journey import Journey, Link
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas, lettering
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import Arrowhead, Line
from journeyctl.views.frames import HATCH, hatch
from journeyctl.views.legend import ROOM, SIGN, Draw, Sign
from journeyctl.views.marks import CHIP, Chip
from journeyctl.words import Words


def flow_signs(journey: Journey, cards: Cards, theme: Theme) -> list[Sign]:
    """The signs that a journey's flow has, in a fixed order."""
    signs = Signs(cards, theme)
    steps = list(journey.steps.values())
    kinds = {step.kind for step in steps}
    links = journey.links
    targets = {link.target for link in links}
    occurring: list[tuple[bool, Sign]] = [
        (any(link.source == "start" for link in links), Sign("start", signs.start)),
        ("way" in kinds, Sign("way", signs.box("way"))),
        ("part" in kinds, Sign("part", signs.box("part"))),
        ("optional" in kinds, Sign("optional", signs.box("optional"))),
        (any(link.kind == "skip" for link in links), Sign("skip", signs.link("skip"))),
        ("question" in kinds, Sign("question", signs.question)),
        (any(step.moment for step in steps), Sign("moment", signs.moment)),
        (any(step.side == "company" for step in steps), Sign("company", signs.box("company"))),
        (any(step.people for step in steps), Sign("person", signs.chip("person"))),
        (any(step.channels for step in steps), Sign("channel", signs.chip("channel"))),
        (any(step.mood is not None for step in steps), Sign("feeling", signs.feeling, SIGN + 14)),
        (any(link.loop for link in links), Sign("loop", signs.link("loop"))),
        (any(jumps(journey, link) for link in links), Sign("jump", signs.link("jump"))),
        ("leave" in targets, Sign("leave", signs.end("leave"))),
        ("end" in targets, Sign("end", signs.end("end"))),
    ]
    return [sign for occurs, sign in occurring if occurs]


class Signs:
    """Draws each sign as a legend shows it."""

    def __init__(self, cards: Cards, theme: Theme) -> None:
        self._cards, self._theme = cards, theme

    def start(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        flow = self._theme.flow
        middle = y + ROOM / 2
        canvas.shape(group, "start", "circle", (x, middle - 5, 10, 10), fill=flow, stroke=flow)
        canvas.path(group, "line", [(x + 10, middle), (x + SIGN, middle)], flow)

    def link(self, kind: str) -> Draw:
        def draw(canvas: Canvas, group: str, x: float, y: float) -> None:
            middle = y + ROOM / 2
            points = [(x, middle), (x + SIGN, middle)]
            if kind == "loop":
                points.reverse()
            colour, line, arrow = look(kind, self._theme)
            canvas.path(group, "line", points, colour, line=line, arrow=arrow)

        return draw

    def box(self, kind: str) -> Draw:
        def draw(canvas: Canvas, group: str, x: float, y: float) -> None:
            theme = self._theme
            box = (x, y + 3, SIGN, ROOM - 6)
            fill = theme.company if kind == "company" else theme.card
            if kind == "company" and theme.hatch != "none":
                canvas.shape(group, "ground", "rounded", box, role="panel", fill=fill)
                hatch(canvas, group, (x, y + 3, HATCH, ROOM - 6), theme)
                fill = "none"
            canvas.shape(
                group,
                kind,
                "box" if kind in ("way", "part") else "rounded",
                box,
                fill=fill,
                stroke=theme.card_line,
                line="dashed" if kind == "optional" else "solid",
            )
            for at in {"way": (x,), "part": (x, x + SIGN - 4)}.get(kind, ()):
                bar = (at, y + 3, 4, ROOM - 6)
                canvas.shape(group, f"bar-{at - x:g}", "box", bar, role="bar", fill=theme.flow)

        return draw

    def question(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        theme = self._theme
        box = (x, y + 2, SIGN, ROOM - 4)
        canvas.shape(group, "question", "rounded", box, fill=theme.question, stroke=theme.card_line)
        self._cards.diamond(canvas, group, x + SIGN / 2 - 11, y)

    def moment(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        moment = self._theme.moment
        box = (x + SIGN - 16, y + 3.5, 15, 15)
        canvas.shape(group, "moment", "star", box, fill=moment, stroke=moment)

    def chip(self, kind: str) -> Draw:
        def draw(canvas: Canvas, group: str, x: float, y: float) -> None:
            top = y + (ROOM - CHIP) / 2
            self._cards.chip(canvas, group, kind, Chip(kind, " … "), (x, top, SIGN))

        return draw

    def feeling(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        top = y + (ROOM - CHIP) / 2
        self._cards.scale(canvas, group, 4.0, x, top)

    def end(self, kind: str) -> Draw:
        def draw(canvas: Canvas, group: str, x: float, y: float) -> None:
            theme = self._theme
            colour = look(kind, theme).colour
            middle = y + ROOM / 2
            canvas.path(group, "line", [(x, middle), (x + SIGN - 15, middle)], colour)
            end_mark(canvas, group, kind, (x + SIGN - 14, middle - 7, 14, 14), theme)

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


def link_title(journey: Journey, link: Link, words: Words) -> str:
    """A link for those who don't see it: from where to where, and what is answered."""
    text = " → ".join(_named(journey, id, words) for id in (link.source, link.target))
    return joined(": ", (text, link.label))


def _named(journey: Journey, id: str, words: Words) -> str:
    if id in journey.steps:
        return journey.steps[id].label
    kind = journey.points[id].kind
    if kind == "meet":
        return "…"
    return words.text("legend.part" if kind in ("fork", "join") else f"legend.{kind}")


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
