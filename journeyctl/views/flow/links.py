"""The links of a flow as lines: their colours and dashes, their labels, the signs at their ends."""

from collections.abc import Sequence

from journeyctl.model.journey import Link
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.flow.columns import MARK, PILL_TEXT, Row
from journeyctl.views.flow.layout import PANEL, START, Plan, Router
from journeyctl.views.signs import Look, end_mark, jumps, link_title, look
from journeyctl.words import Words


class Links:
    """Draws the links of a journey, each with its label and the sign at its end."""

    def __init__(self, plan: Plan, router: Router, words: Words, theme: Theme) -> None:
        self.journey, self.plan, self.router = plan.journey, plan, router
        self.words, self.theme = words, theme
        self.canvas = Canvas()
        self.groups: dict[int, str] = {}

    def draw(self, canvas: Canvas) -> None:
        """Draw all links, and the labels that stand in rows of their own."""
        self.canvas = canvas
        links = self.journey.links
        for index, link in enumerate(links):
            title = link_title(self.journey, link, self.words)
            name = f"link-{link.source}-{link.target}"
            self.groups[index] = self.canvas.group(name, self._role(link), title)
        for index, row in self.plan.starts:
            self._start(index, row)
        for leg in self.plan.legs:
            link = links[leg.link]
            stem = leg.target.kind == "pill"
            self._path(leg.link, "stem" if stem else "line", self.router.inside(leg), stem)
            if leg.target.kind == "mark" and leg.target.id.startswith("exit:"):
                self._mark(leg.link, leg.target, leg.target.left, link.target)
        for net in self.plan.nets:
            # Where they share a line, the dotted ones lie below.
            members = sorted(net.members, key=lambda one: links[one[0]].kind != "skip")
            for index, source, target in members:
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
        return "jump" if jumps(self.journey, link) else link.kind

    def _look(self, link: Link) -> Look:
        return look("leave" if link.target == "leave" else self._role(link), self.theme)

    def _path(
        self, index: int, part: str, points: Sequence[tuple[float, float]], stem: bool = False
    ) -> None:
        link = self.journey.links[index]
        colour, line, arrow = self._look(link)
        if stem:
            colour, line, arrow = Look(self.theme.flow, "solid", "none")
        self.canvas.path(self.groups[index], part, points, colour, line=line, arrow=arrow)

    def _start(self, index: int, row: Row) -> None:
        x, y = self.router.port(row, "left", "start")
        at = self.router.x(row, 0) - PANEL - START + 4
        points = [(at + 10, y), (x, y)]
        if row.kind in ("dot", "bar") and not self.plan.ports.alone(row, "left"):
            # Another line comes in at the same place: this one joins it from below.
            turn = x - 7
            points = [(at + 10, y + 16), (turn, y + 16), (turn, y), (x, y)]
        self._path(index, "line", points)
        theme = self.theme
        box = (at, points[0][1] - 5, 10.0, 10.0)
        self.canvas.shape(
            self.groups[index], "start", "circle", box, fill=theme.flow, stroke=theme.flow
        )

    def _mark(self, index: int, row: Row, left: float, kind: str) -> None:
        box = (
            self.router.x(row, left),
            self.router.y(row, row.middle) - MARK / 2,
            MARK,
            MARK,
        )
        end_mark(self.canvas, self.groups[index], kind, box, self.theme)

    def _label(self, row: Row) -> None:
        canvas, theme = self.canvas, self.theme
        x, y = self.router.x(row, row.left), self.router.y(row, row.top)
        wide = row.right - row.left
        if row.kind == "pill":
            link = self.journey.links[row.link]
            group = self.groups[row.link]
            box = (x, y, wide, row.height)
            colour = self._look(link).colour
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
            group = self.groups.get(row.link) or canvas.group("share", "share", row.lines[0])
            canvas.text(group, "share", (x, y, wide), row.lines, PILL_TEXT, theme.muted)
        elif row.id.startswith("end:"):
            group = canvas.group("end", "end", self.words.text("legend.end"))
            end_mark(canvas, group, "end", (x, y, MARK, MARK), theme)
