"""The links of the lanes as lines: their colours and dashes, their labels, the ends."""

from collections.abc import Sequence

from journeyctl.model.journey import Journey, Link
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH, Form
from journeyctl.views.lanes.boxes import MARK, STEM, Box
from journeyctl.views.lanes.frame import Frame, Point
from journeyctl.views.lanes.grid import Grid
from journeyctl.views.lanes.labels import TEXT
from journeyctl.views.lanes.routes import Routes
from journeyctl.views.signs import Look, end_mark, jumps, link_title, look
from journeyctl.words import Words


class Links:
    """Draws the links of a journey, each with its label and the sign at its end."""

    def __init__(self, journey: Journey, words: Words, theme: Theme) -> None:
        self.journey, self.words, self.theme = journey, words, theme

    def draw(self, canvas: Canvas, grid: Grid, routes: Routes, frame: Frame) -> None:
        """Draw all links as they are routed, and all boxes that are no cards."""
        links, theme = self.journey.links, self.theme
        groups = [
            canvas.group(
                f"link-{link.source}-{link.target}",
                self._role(link),
                link_title(self.journey, link, self.words),
            )
            for link in links
        ]
        # Where they share a line, the dotted ones lie below.
        for route in sorted(routes.routes, key=lambda one: links[one.leg.link].kind != "skip"):
            leg = route.leg
            stem = Look(theme.flow, "solid", "none")
            colour, line, arrow = stem if leg.stem else self._look(links[leg.link])
            part = "stem" if leg.stem else "line"
            points = frame.points(route)
            canvas.path(groups[leg.link], part, points, colour, line=line, arrow=arrow)
        for box in grid.boxes.values():
            place = frame.box(box)
            if box.kind == "pill":
                self._pill(canvas, groups[box.link], box, place)
            elif box.kind == "mark":
                end = self.words.text(f"legend.{box.end}")
                group = groups[box.link] if box.link >= 0 else canvas.group("end", "end", end)
                end_mark(canvas, group, box.end, place, theme)
            elif box.kind == "start":
                group = canvas.group("start", "start", self.words.text("legend.start"))
                canvas.shape(group, "start", "circle", place, fill=theme.flow, stroke=theme.flow)
            elif box.kind in ("bar", "dot"):
                point = self.journey.points[box.id]
                title = self.words.text("legend.part" if box.kind == "bar" else "legend.meet")
                group = canvas.group(f"point-{box.id}", point.kind, title)
                form: Form = "box" if box.kind == "bar" else "circle"
                canvas.shape(group, point.kind, form, place, fill=theme.flow, stroke=theme.flow)

    def _pill(
        self, canvas: Canvas, group: str, box: Box, place: tuple[float, float, float, float]
    ) -> None:
        x, y, wide, high = place
        theme, link = self.theme, self.journey.links[box.link]
        colour = self._look(link).colour
        canvas.shape(group, "label", "rounded", place, fill=theme.pill, stroke=colour, pen=0.9)
        top = y + (high - len(box.lines) * TEXT * PITCH) / 2
        at = (x, top, wide)
        canvas.text(group, "label-text", at, box.lines, TEXT, theme.ink, align="center")
        if box.end:
            middle = y + high / 2
            line: Sequence[Point] = [(x + wide, middle), (x + wide + STEM, middle)]
            canvas.path(group, "line", line, colour)
            sign = (x + wide + STEM, middle - MARK / 2, MARK, MARK)
            end_mark(canvas, group, box.end, sign, theme)

    def _role(self, link: Link) -> str:
        if link.loop:
            return "loop"
        return "jump" if jumps(self.journey, link) else link.kind

    def _look(self, link: Link) -> Look:
        return look("leave" if link.target == "leave" else self._role(link), self.theme)
