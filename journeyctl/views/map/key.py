"""The legend of a map: the signs that occur in it."""

from journeyctl.model.journey import Journey
from journeyctl.views.canvas import Canvas
from journeyctl.views.legend import ROOM, SIGN, Sign
from journeyctl.views.map.band import Maker
from journeyctl.views.map.notes import BADGE
from journeyctl.views.signs import Signs


def map_signs(journey: Journey, maker: Maker) -> list[Sign]:
    """The signs of a journey's map, in a fixed order."""
    signs = Signs(maker.cards, maker.setting.theme)
    steps = list(journey.steps.values())
    kinds = {step.kind for step in steps}
    rows, course = maker.rows, maker.course
    carded, felt = "steps" in rows, "feeling" in rows
    behind = carded or "backstage" in rows
    company = behind and any(step.side == "company" for step in steps)
    narrow = _Signs(maker)
    occurring: list[tuple[bool, Sign]] = [
        (bool(steps), Sign("number", narrow.number, BADGE)),
        (carded and "way" in kinds, Sign("way", signs.box("way"))),
        (carded and "part" in kinds, Sign("part", signs.box("part"))),
        (carded and "optional" in kinds, Sign("optional", signs.box("optional"))),
        (carded and "question" in kinds, Sign("question", signs.question)),
        (company, Sign("company", signs.box("company"))),
        ((carded or felt) and any(step.moment for step in steps), Sign("moment", signs.moment)),
        (felt and bool(course.way or course.others), Sign("feeling", narrow.feeling)),
        (felt and bool(course.spreads), Sign("spread", narrow.spread, BADGE)),
        (felt and bool(course.broken), Sign("unfelt", narrow.gap)),
        (felt and bool(course.others), Sign("other-way", narrow.other, BADGE)),
        (felt and bool(course.lowest), Sign("lowest", narrow.lowest, 22.0)),
    ]
    return [sign for occurs, sign in occurring if occurs]


class _Signs:
    """The signs that only a map has, as its legend shows them."""

    def __init__(self, maker: Maker) -> None:
        self.maker, self.theme = maker, maker.setting.theme

    def number(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        theme = self.theme
        colours = (theme.on_strong, theme.stages[0].strong)
        self.maker.notes.badge(canvas, group, 1, (x, y + (ROOM - BADGE) / 2), colours)

    def feeling(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        middle = y + ROOM / 2
        canvas.path(
            group, "line", [(x, middle), (x + SIGN, middle)], self.theme.curve, arrow="none"
        )
        self.maker.cards.face(canvas, group, "mood", 4.0, (x + SIGN / 2 - 8, middle - 8, 16, 16))

    def spread(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        theme, middle, size = self.theme, x + BADGE / 2, 5.0
        ends = [y + 4.5, y + ROOM - 4.5]
        canvas.path(group, "line", [(middle, at) for at in ends], theme.curve, arrow="none")
        for number, at in enumerate(ends):
            box = (middle - size / 2, at - size / 2, size, size)
            canvas.shape(
                group,
                f"dot-{number}",
                "circle",
                box,
                role="dot",
                fill=theme.card,
                stroke=theme.curve,
            )

    def gap(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        middle = y + ROOM / 2
        ends = [(x, middle), (x + SIGN, middle)]
        canvas.path(group, "line", ends, self.theme.curve, line="dashed", arrow="none")

    def other(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        box = (x, y + (ROOM - BADGE) / 2, BADGE, BADGE)
        self.maker.cards.face(canvas, group, "mood", 4.0, box)

    def lowest(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        theme, middle = self.theme, y + ROOM / 2
        box = (x + 1, middle - 10, 20, 20)
        canvas.shape(group, "ring", "circle", box, fill=theme.card, stroke=theme.pain, pen=1.8)
        box = (x + 4, middle - 7, 14, 14)
        self.maker.cards.face(canvas, group, "mood", 1.0, box)
