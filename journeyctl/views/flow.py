"""The flow view: stages as columns, steps downward, every way through drawn once."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from journeyctl.fonts import wrap
from journeyctl.model.journey import Journey, Link, Stage
from journeyctl.themes import LIGHT, Theme
from journeyctl.views.canvas import PITCH, Canvas
from journeyctl.views.cards import Cards
from journeyctl.views.columns import MARK, PILL_TEXT, ColumnMaker, Row
from journeyctl.views.drawing import Arrowhead, Drawing, Form, Line
from journeyctl.views.layout import PANEL, START, Frame, Plan, Router, frame
from journeyctl.views.legend import Legend, end_mark
from journeyctl.words import Words, words_for

Direction = Literal["right", "down"]

MARGIN = 20.0
_TITLE, _SUBTITLE = 20.0, 11.0
_HEAD, _TIME, _GOAL = 13.0, 10.0, 9.5
_WIDTHS = (124.0, 142.0, 160.0, 176.0, 196.0, 220.0, 250.0, 290.0, 340.0, 400.0)  # of a card
_USUAL = 3
_RATIOS = {"right": (1.35, 1.78, 2.4), "down": (0.55, 0.71, 1.0)}  # least, wanted, most


class Heading(NamedTuple):
    """A stage's heading, wrapped: its name, its time, its goal."""

    name: tuple[str, ...]
    time: tuple[str, ...]
    goal: tuple[str, ...]

    @property
    def band(self) -> float:
        """The height of the coloured band with name and time, in points."""
        time = len(self.time) * _TIME * PITCH + (2 if self.time else 0)
        return 14 + len(self.name) * _HEAD * PITCH + time

    @property
    def below(self) -> float:
        """The height of the goal under it, in points."""
        return 10 + len(self.goal) * _GOAL * PITCH if self.goal else 0.0


class Arrangement(NamedTuple):
    """A journey laid out at one width of its columns, and its whole width and height."""

    room: float
    headings: tuple[Heading, ...]
    plan: Plan
    frame: Frame
    head: float
    legend_top: float
    size: tuple[float, float]


def flow(journey: Journey, direction: Direction = "right", theme: Theme = LIGHT) -> Drawing:
    """The flow of a journey as a drawing.

    ``right``: all stages side by side, for a slide or a screen (about 16:9). ``down``: the
    stages go on in rows below one another, for an upright page.
    """
    return _View(journey, direction, theme).drawing()


class _View:
    def __init__(self, journey: Journey, direction: Direction, theme: Theme) -> None:
        self.journey, self.direction, self.theme = journey, direction, theme
        self.words: Words = words_for(journey.facts.language)
        self.cards = Cards(journey, self.words, theme)
        self.legend = Legend(journey, self.cards, self.words, theme)
        self.canvas = Canvas()

    def drawing(self) -> Drawing:
        chosen = self._arrange()
        wide, high = chosen.size
        router = Router(chosen.plan, chosen.frame)
        offset = (MARGIN + (wide - 2 * MARGIN - chosen.frame.right) / 2, 0.0)
        self._headline(wide)
        self._stages(chosen, router, offset[0])
        _Links(self, chosen.plan, router, offset[0]).draw()
        self.legend.draw(self.canvas, (MARGIN, chosen.legend_top), wide - 2 * MARGIN)
        facts = self.journey.facts
        return Drawing(
            round(wide, 2),
            round(high, 2),
            facts.title,
            self._description(),
            self.words.language if not facts.language else facts.language,
            self.theme.background,
            self.theme.font,
            tuple(self.canvas.groups),
            tuple(self.canvas.shapes),
            tuple(self.canvas.paths),
        )

    # How the drawing is arranged

    def _arrange(self) -> Arrangement:
        """The arrangement that comes nearest to the proportions wanted, stretched into range."""
        least, wanted, most = _RATIOS[self.direction]
        tried: list[Arrangement] = []
        for band in self._bands():
            tried += self._widths(band, least, wanted * 1.2)
        best = min(tried, key=lambda one: _away(one.size, wanted))
        return self._stretched(best, least, most)

    def _widths(self, band: int, least: float, most: float) -> list[Arrangement]:
        """Arrangements at the usual width, and at narrower or wider ones until one fits.

        Wider columns make a drawing wider for its height, so that halving finds the way.
        """
        tried: list[Arrangement] = []
        low, high = 0, len(_WIDTHS)
        middle = _USUAL
        while low < high:
            tried.append(self._at(_WIDTHS[middle], band))
            wide, tall = tried[-1].size
            if wide / tall > most:
                high = middle
            elif wide / tall < least:
                low = middle + 1
            else:
                break
            middle = (low + high) // 2
        return tried

    def _bands(self) -> list[int]:
        count = max(len(self.journey.stages), 1)
        if self.direction == "right":
            return [count]
        # Rows of as many stages each as can be, so that none is left alone in the last.
        return sorted({-(-count // rows) for rows in range(2, max(count, 2) + 1)})

    def _at(self, room: float, band: int, spread: float = 0.0, least: float = 60.0) -> Arrangement:
        headings = tuple(self._heading(number, room) for number in range(len(self._stage_list())))
        maker = ColumnMaker(self.journey, self.cards, self.words, room)
        columns = [maker.rows(number) for number in range(len(headings))]
        plan = Plan(self.journey, columns, band)
        plan.ports.settle()
        head = max((one.band for one in headings), default=0.0)
        head += max((one.below for one in headings), default=0.0)
        place = frame(plan, room, head, 0.0, spread, least)
        wide = max(place.right + 2 * MARGIN, 420.0)
        top = self._headline_height(wide)
        place = frame(plan, room, head, top, spread, least)
        legend_top = place.bottom + 14
        high = legend_top + self.legend.height(wide - 2 * MARGIN) + MARGIN
        return Arrangement(room, headings, plan, place, head, legend_top, (wide, high))

    def _stretched(self, one: Arrangement, least: float, most: float) -> Arrangement:
        """The same, with taller panels where it is too wide, wider gutters where too high."""
        wide, high = one.size
        band = one.plan.band
        gutters = max(min(band, len(one.headings)) - 1, 1)
        if wide / high > most and one.headings:
            bands = -(-len(one.headings) // band)
            tall = max(bottom - top for top, bottom in one.frame.panels) - one.head
            return self._at(one.room, band, least=tall + (wide / most - high) / bands)
        if wide / high < least and self.direction == "right":
            return self._at(one.room, band, spread=min((least * high - wide) / gutters, 90.0))
        return one

    def _stage_list(self) -> Sequence[Stage]:
        return self.journey.stages

    def _heading(self, number: int, room: float) -> Heading:
        stage = self._stage_list()[number]
        inner = room + 2 * PANEL - 20
        time = stage.duration.text if stage.duration else ""
        return Heading(
            wrap(f"{number + 1}  {stage.label}", inner, _HEAD, bold=True, most=3),
            wrap(time, inner, _TIME, most=2) if time else (),
            wrap(stage.goal, inner, _GOAL, most=5) if stage.goal else (),
        )

    # What stands around the columns

    def _subtitle(self) -> str:
        facts, words = self.journey.facts, self.words
        type = words.text(f"type.{facts.type}") if facts.type else ""
        what = words.text(f"journey.{facts.scope}", type=type).strip()
        parts = [what[:1].upper() + what[1:]]
        if facts.state:
            parts.append(words.text(f"journey.{facts.state}"))
        if facts.duration:
            parts.append(facts.duration.text)
        if facts.goal:
            parts.append(words.text("picture.goal", goal=facts.goal))
        return "  ·  ".join(parts)

    def _headline_lines(self, wide: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = wide - 2 * MARGIN
        title = wrap(self.journey.facts.title, room, _TITLE, bold=True, most=3)
        return title, wrap(self._subtitle(), room, _SUBTITLE, most=3)

    def _headline_height(self, wide: float) -> float:
        title, subtitle = self._headline_lines(wide)
        return MARGIN + len(title) * _TITLE * PITCH + 4 + len(subtitle) * _SUBTITLE * PITCH + 12

    def _headline(self, wide: float) -> None:
        title, subtitle = self._headline_lines(wide)
        group = self.canvas.group("title", "title", self.journey.facts.title)
        room = wide - 2 * MARGIN
        self.canvas.text(
            group, "title", (MARGIN, MARGIN, room), title, _TITLE, self.theme.ink, bold=True
        )
        top = MARGIN + len(title) * _TITLE * PITCH + 4
        self.canvas.text(
            group, "subtitle", (MARGIN, top, room), subtitle, _SUBTITLE, self.theme.muted
        )

    def _description(self) -> str:
        stages, words = self.journey.stages, self.words
        return words.text(
            "picture.description",
            stages=words.counted("count.stage", len(stages)),
            steps=words.counted("count.step", len(self.journey.steps)),
            names=words.listing([stage.label for stage in stages]),
        )

    # The columns

    def _stages(self, chosen: Arrangement, router: Router, dx: float) -> None:
        canvas, theme = self.canvas, self.theme
        for number, stage in enumerate(self._stage_list()):
            heading = chosen.headings[number]
            colours = theme.stages[number % len(theme.stages)]
            place, band = number % chosen.plan.band, number // chosen.plan.band
            left = dx + chosen.frame.xs[place] - PANEL
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
                _HEAD,
                theme.on_strong,
                bold=True,
            )
            if heading.time:
                y += len(heading.name) * _HEAD * PITCH + 2
                canvas.text(
                    group, "time", (left + 10, y, wide - 20), heading.time, _TIME, theme.on_strong
                )
            if chosen.head > high:
                box = (left, top + high, wide, chosen.head - high)
                canvas.shape(group, "goal", "box", box, fill=colours.tint)
            if heading.goal:
                at = (left + 10, top + high + 5, wide - 20)
                canvas.text(group, "goal-text", at, heading.goal, _GOAL, theme.ink)
            for row in chosen.plan.columns[number]:
                self._row(row, router, dx)

    def _row(self, row: Row, router: Router, dx: float) -> None:
        x, y = dx + router.x(row, row.left), router.y(row, row.top)
        canvas, theme = self.canvas, self.theme
        box = (x, y, row.right - row.left, row.height)
        if row.card is not None:
            self.cards.draw(canvas, row.card, x, y)
        elif row.kind in ("bar", "dot"):
            point = self.journey.points[row.id]
            title = self.words.text("legend.part") if row.kind == "bar" else row.id
            group = canvas.group(f"point-{row.id}", point.kind, title)
            form: Form = "box" if row.kind == "bar" else "circle"
            canvas.shape(group, point.kind, form, box, fill=theme.flow, stroke=theme.flow)


class _Style(NamedTuple):
    colour: str
    line: Line
    arrow: Arrowhead


class _Links:
    """Draws the links of a flow, each with its label and the sign at its end."""

    def __init__(self, view: _View, plan: Plan, router: Router, dx: float) -> None:
        self.view, self.plan, self.router, self.dx = view, plan, router, dx
        self.groups: dict[int, str] = {}

    def draw(self) -> None:
        links = self.view.journey.links
        for index, link in enumerate(links):
            title = self._title(link)
            name = f"link-{link.source}-{link.target}"
            self.groups[index] = self.view.canvas.group(name, self._role(link), title)
        for index, row in self.plan.starts:
            self._start(index, row)
        for leg in self.plan.legs:
            link = links[leg.link]
            stem = leg.target.kind == "pill"
            self._path(leg.link, "stem" if stem else "line", self.router.inside(leg), stem)
            if leg.target.kind == "mark" and leg.target.id.startswith("exit:"):
                self._mark(leg.link, leg.target, leg.target.left, link.target)
        for net in self.plan.nets:
            for index, source, target in net.members:
                stem = target.kind == "pill"
                points = self.router.outside(net, source, target)
                self._path(index, "stem" if stem else "line", points, stem)
        for index, row in self.plan.marks:
            y = self.router.y(row, row.middle)
            start = self.router.x(row, row.right)
            self._path(index, "line", [(start, y), (start + MARK, y)])
            self._mark(index, row, row.right + MARK, row.end)
        for rows in self.plan.columns:
            for row in rows:
                self._label(row)

    def _role(self, link: Link) -> str:
        if link.loop:
            return "loop"
        return "jump" if self._jumps(link) else link.kind

    def _jumps(self, link: Link) -> bool:
        """Whether an arrow of the author's leads ahead, past what would have followed."""
        rows = self.plan.rows
        return (
            link.kind in ("arrow", "answer")
            and link.source in rows
            and link.target in rows
            and not link.loop
            and (rows[link.target].column > rows[link.source].column + 1)
        )

    def _style(self, link: Link) -> _Style:
        theme = self.view.theme
        if link.loop:
            return _Style(theme.loop, "dashed", "vee")
        if self._jumps(link):
            return _Style(theme.jump, "solid", "vee")
        if link.target == "leave":
            return _Style(theme.leave, "solid", "normal")
        return _Style(theme.flow, "dotted" if link.kind == "skip" else "solid", "normal")

    def _title(self, link: Link) -> str:
        names = [self._name(link.source), self._name(link.target)]
        text = " → ".join(names)
        return f"{text}: {link.label}" if link.label else text

    def _name(self, id: str) -> str:
        steps = self.view.journey.steps
        if id in steps:
            return steps[id].label
        kind = self.view.journey.points[id].kind
        if kind == "meet":
            return "…"
        return self.view.words.text("legend.part" if kind in ("fork", "join") else f"legend.{kind}")

    def _path(
        self, index: int, part: str, points: Sequence[tuple[float, float]], stem: bool = False
    ) -> None:
        link = self.view.journey.links[index]
        style = self._style(link)
        if stem:
            style = _Style(self.view.theme.flow, "solid", "none")
        moved = [(x + self.dx, y) for x, y in points]
        self.view.canvas.path(
            self.groups[index], part, moved, style.colour, line=style.line, arrow=style.arrow
        )

    def _start(self, index: int, row: Row) -> None:
        x, y = self.router.port(row, "left", "start")
        at = self.router.x(row, 0) - PANEL - START + 4
        points = [(at + 10, y), (x, y)]
        if row.kind in ("dot", "bar") and not self.plan.ports.alone(row, "left"):
            # Another line comes in at the same place: this one joins it from below.
            turn = x - 7
            points = [(at + 10, y + 16), (turn, y + 16), (turn, y), (x, y)]
        self._path(index, "line", points)
        theme = self.view.theme
        box = (self.dx + at, points[0][1] - 5, 10.0, 10.0)
        self.view.canvas.shape(
            self.groups[index], "start", "circle", box, fill=theme.flow, stroke=theme.flow
        )

    def _mark(self, index: int, row: Row, left: float, kind: str) -> None:
        box = (
            self.dx + self.router.x(row, left),
            self.router.y(row, row.middle) - MARK / 2,
            MARK,
            MARK,
        )
        end_mark(self.view.canvas, self.groups[index], kind, box, self.view.theme)

    def _label(self, row: Row) -> None:
        canvas, theme = self.view.canvas, self.view.theme
        x, y = self.dx + self.router.x(row, row.left), self.router.y(row, row.top)
        wide = row.right - row.left
        if row.kind == "pill":
            link = self.view.journey.links[row.link]
            group = self.groups[row.link]
            box = (x, y, wide, row.height)
            colour = self._style(link).colour
            canvas.shape(group, "label", "rounded", box, fill=theme.pill, stroke=colour, pen=0.9)
            canvas.text(
                group,
                "label-text",
                (x, y + 3, wide),
                row.lines,
                PILL_TEXT,
                theme.ink,
                align="center",
            )
        elif row.kind == "share":
            group = self.groups[row.link]
            canvas.text(group, "share", (x, y, wide), row.lines, PILL_TEXT, theme.muted)
        elif row.id.startswith("end:"):
            group = canvas.group("end", "end", self.view.words.text("legend.end"))
            end_mark(canvas, group, "end", (x, y, MARK, MARK), theme)


def _away(size: tuple[float, float], wanted: float) -> float:
    """How far proportions are from those wanted: 0 for the same, symmetric in its inverse."""
    ratio = size[0] / size[1] / wanted
    return max(ratio, 1 / ratio)
