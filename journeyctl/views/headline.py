"""The headline of a picture: the title, and under it what there is to know of the whole."""

from journeyctl.direction import joined
from journeyctl.fonts import width, wrap
from journeyctl.model.journey import Journey
from journeyctl.model.measures import total_range
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH
from journeyctl.views.setting import MARGIN, Setting

_TITLE, _SUBTITLE, _LOGO = 20.0, 11.0, 15.0
_APART = 24.0  # from the title to the logo


class Heading:
    """A title, a subtitle, and at the right the theme's logo."""

    def __init__(self, title: str, subtitle: str, theme: Theme) -> None:
        self.title, self.subtitle, self.theme = title, subtitle, theme

    def _logo(self, room: float) -> tuple[tuple[str, ...], float]:
        """The logo in a line that leaves most of the room to the title, and its width."""
        if not self.theme.logo:
            return (), 0.0
        line = wrap(self.theme.logo, room * 0.4, _LOGO, bold=True, most=1)
        return line, width(line[0], _LOGO, bold=True)

    def _lines(self, wide: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        room = wide - 2 * MARGIN
        logo = self._logo(room)[1]
        beside = room - logo - _APART if logo else room
        title = wrap(self.title, beside, _TITLE, bold=True, most=3)
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
        logo, taken = self._logo(room)
        if logo:
            group = canvas.group("logo", "logo", theme.logo)
            # On the baseline of the title's first line.
            place = (MARGIN + room - taken, MARGIN + (_TITLE - _LOGO) * 0.94, taken)
            canvas.text(group, "logo", place, logo, _LOGO, theme.brand, bold=True, align="right")


class Headline(Heading):
    """The title of a journey, and under it which view of what kind of journey this is, how long
    it takes and its goal. What stands above all views; ``view`` is the view's name."""

    def __init__(self, journey: Journey, setting: Setting, view: str) -> None:
        words = setting.words
        facts = journey.facts
        parts = [
            words.text(f"view.{view}"),
            words.kind_of_journey(facts.type, facts.scope, facts.state),
        ]
        taken = total_range(journey)
        if facts.duration:
            parts.append(facts.duration.said)
        elif taken:
            parts.append(words.duration(*taken))
        if facts.goal:
            parts.append(words.text("picture.goal", goal=facts.goal))
        super().__init__(facts.title, joined("  ·  ", parts), setting.theme)
