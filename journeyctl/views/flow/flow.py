"""The flow view: stages as columns, steps downward, every way through drawn once."""

from journeyctl.fonts import wrap
from journeyctl.model.journey import Journey
from journeyctl.model.measures import total_range
from journeyctl.themes import LIGHT, Theme
from journeyctl.views.canvas import PITCH, Canvas
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import Drawing, Form
from journeyctl.views.flow.arrange import GOAL, MARGIN, NAME, TIME, Arrangement, Arranger, Direction
from journeyctl.views.flow.columns import Row
from journeyctl.views.flow.layout import PANEL, Router
from journeyctl.views.flow.links import Links
from journeyctl.views.legend import Legend
from journeyctl.words import Words, words_for

_TITLE, _SUBTITLE = 20.0, 11.0


def flow(journey: Journey, direction: Direction = "right", theme: Theme = LIGHT) -> Drawing:
    """The flow of a journey as a drawing.

    ``right``: all stages side by side, for a slide or a screen (about 16:9). ``down``: the
    stages go on in rows below one another, for an upright page.
    """
    words = words_for(journey.facts.language)
    cards = Cards(journey, words, theme)
    legend = Legend(journey, cards, words, theme)
    headline = _Headline(journey, words, theme)
    chosen = Arranger(journey, cards, legend, words, direction, headline.height).best()
    wide, high = chosen.size
    router = Router(chosen.plan, chosen.frame)
    canvas = Canvas()
    headline.draw(canvas, wide)
    _Stages(journey, cards, words, theme).draw(canvas, chosen, router)
    Links(chosen.plan, router, words, theme).draw(canvas)
    legend.draw(canvas, (MARGIN, chosen.legend_top), wide - 2 * MARGIN)
    return Drawing(
        round(wide, 2),
        round(high, 2),
        journey.facts.title,
        words.text(
            "picture.description",
            stages=words.counted("count.stage", len(journey.stages)),
            steps=words.counted("count.step", len(journey.steps)),
            names=words.listing([stage.label for stage in journey.stages]),
        ),
        journey.facts.language or words.language,
        theme.background,
        theme.font,
        tuple(canvas.groups),
        tuple(canvas.shapes),
        tuple(canvas.paths),
    )


class _Headline:
    """The title, and under it what kind of journey this is, how long it takes and its goal."""

    def __init__(self, journey: Journey, words: Words, theme: Theme) -> None:
        self.theme = theme
        facts = journey.facts
        self.title = facts.title
        parts = [words.kind_of_journey(facts.type, facts.scope, facts.state)]
        taken = total_range(journey)
        if facts.duration:
            parts.append(facts.duration.text)
        elif taken:
            parts.append(words.duration(*taken))
        if facts.goal:
            parts.append(words.text("picture.goal", goal=facts.goal))
        self.subtitle = "  ·  ".join(parts)

    def _lines(self, wide: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = wide - 2 * MARGIN
        title = wrap(self.title, room, _TITLE, bold=True, most=3)
        return title, wrap(self.subtitle, room, _SUBTITLE, most=3)

    def height(self, wide: float) -> float:
        """The height from the upper edge to the columns, in points."""
        title, subtitle = self._lines(wide)
        return MARGIN + len(title) * _TITLE * PITCH + 4 + len(subtitle) * _SUBTITLE * PITCH + 12

    def draw(self, canvas: Canvas, wide: float) -> None:
        """Draw the headline of a drawing that is so wide."""
        title, subtitle = self._lines(wide)
        theme, room = self.theme, wide - 2 * MARGIN
        group = canvas.group("title", "title", self.title)
        place = (MARGIN, MARGIN, room)
        canvas.text(group, "title", place, title, _TITLE, theme.ink, bold=True)
        place = (MARGIN, MARGIN + len(title) * _TITLE * PITCH + 4, room)
        canvas.text(group, "subtitle", place, subtitle, _SUBTITLE, theme.muted)


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
            place, band = number % chosen.plan.band, number // chosen.plan.band
            left = chosen.frame.xs[place] - PANEL
            top, bottom = chosen.frame.panels[band]
            wide = chosen.room + 2 * PANEL
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
            if chosen.head > high:
                box = (left, top + high, wide, chosen.head - high)
                canvas.shape(group, "goal", "box", box, fill=colours.tint)
            if heading.goal:
                at = (left + 10, top + high + 5, wide - 20)
                canvas.text(group, "goal-text", at, heading.goal, GOAL, theme.ink)
            for row in chosen.plan.columns[number]:
                self._row(canvas, row, router)

    def _row(self, canvas: Canvas, row: Row, router: Router) -> None:
        x, y = router.x(row, row.left), router.y(row, row.top)
        theme = self.theme
        box = (x, y, row.right - row.left, row.height)
        if row.card is not None:
            self.cards.draw(canvas, row.card, x, y)
        elif row.kind in ("bar", "dot"):
            point = self.journey.points[row.id]
            title = self.words.text("legend.part") if row.kind == "bar" else row.id
            group = canvas.group(f"point-{row.id}", point.kind, title)
            form: Form = "box" if row.kind == "bar" else "circle"
            canvas.shape(group, point.kind, form, box, fill=theme.flow, stroke=theme.flow)
