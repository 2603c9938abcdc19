"""The flow view: stages as columns, steps downward, every way through drawn once."""

from journeyctl.model.journey import Journey
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import PITCH, Drawing, Form
from journeyctl.views.flow.arrange import GOAL, NAME, TIME, Arrangement, Arranger
from journeyctl.views.flow.columns import Row
from journeyctl.views.flow.layout import PANEL, Router
from journeyctl.views.flow.links import Links
from journeyctl.views.headline import Headline
from journeyctl.views.legend import Legend
from journeyctl.views.setting import MARGIN, Setting, drawing
from journeyctl.views.signs import flow_signs
from journeyctl.words import Words


def lacks(journey: Journey) -> str:
    """Why there is nothing to draw of a journey, "" where there is."""
    return "" if journey.stages else "The journey has no stages."


def draw(journey: Journey, setting: Setting) -> Drawing:
    """The flow of a journey as a drawing.

    ``right``: all stages side by side, for a slide or a screen (about 16:9). ``down``: the
    stages go on in rows below one another, for an upright page. With a ratio either may be.
    A stage of very many steps goes on in further columns.
    """
    words, theme = setting.words, setting.theme
    cards = Cards(journey, words, theme)
    legend = Legend(flow_signs(journey, cards, theme), words, theme)
    headline = Headline(journey, setting, "flow")
    chosen = Arranger(journey, cards, legend, setting, headline.height).best()
    wide, _ = chosen.size
    router = Router(chosen.plan, chosen.frame)
    canvas = Canvas()
    headline.draw(canvas, wide)
    _Stages(journey, cards, words, theme).draw(canvas, chosen, router)
    Links(chosen.plan, router, words, theme).draw(canvas)
    legend.draw(canvas, (MARGIN, chosen.legend_top), wide - 2 * MARGIN)
    return drawing(journey, setting, "flow", canvas, chosen.size)


class _Stages:
    """The columns: panels, headings, cards, and the points where ways part and meet."""

    def __init__(self, journey: Journey, cards: Cards, words: Words, theme: Theme) -> None:
        self.journey, self.cards, self.words, self.theme = journey, cards, words, theme

    def draw(self, canvas: Canvas, chosen: Arrangement, router: Router) -> None:
        """Draw all columns as they are arranged."""
        theme = self.theme
        for number, stage in enumerate(self.journey.stages):
            heading = chosen.headings[number]
            colours = theme.stages[number % len(theme.stages)]
            first, last = chosen.plan.stages[number]
            band, place = divmod(first, chosen.plan.band)
            left = chosen.frame.xs[place] - PANEL
            top, bottom = chosen.frame.panels[band]
            wide = chosen.frame.xs[place + last - first] - left + chosen.room + PANEL
            title = ", ".join([stage.label, *heading.time, *([stage.goal] if stage.goal else [])])
            group = canvas.group(f"stage-{stage.key}", "stage", title)
            box = (left, top, wide, bottom - top)
            canvas.shape(group, "panel", "box", box, fill=colours.soft, stroke=colours.tint)
            high = max(one.band for one in chosen.headings)
            canvas.shape(group, "heading", "box", (left, top, wide, high), fill=colours.strong)
            y = top + 7
            canvas.text(
                group,
                "name",
                (left + 10, y, wide - 20),
                heading.name,
                NAME,
                theme.on_strong,
                bold=True,
            )
            if heading.time:
                y += len(heading.name) * NAME * PITCH + 2
                canvas.text(
                    group, "time", (left + 10, y, wide - 20), heading.time, TIME, theme.on_strong
                )
            if heading.goal:
                box = (left, top + high, wide, chosen.head - high)
                canvas.shape(group, "goal", "box", box, fill=colours.tint)
                at = (left + 10, top + high + 5, wide - 20)
                canvas.text(group, "goal-text", at, heading.goal, GOAL, theme.ink)
            for column in chosen.plan.columns[first : last + 1]:
                for row in column:
                    self._row(canvas, row, router)

    def _row(self, canvas: Canvas, row: Row, router: Router) -> None:
        x, y = router.x(row, row.left), router.y(row, row.top)
        theme = self.theme
        box = (x, y, row.right - row.left, row.height)
        if row.card is not None:
            self.cards.draw(canvas, row.card, x, y)
        elif row.kind in ("bar", "dot"):
            point = self.journey.points[row.id]
            title = self.words.text("legend.part" if row.kind == "bar" else "legend.meet")
            group = canvas.group(f"point-{row.id}", point.kind, title)
            form: Form = "box" if row.kind == "bar" else "circle"
            canvas.shape(group, point.kind, form, box, fill=theme.flow, stroke=theme.flow)
