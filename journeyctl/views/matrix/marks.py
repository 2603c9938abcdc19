"""The marks of the matrices, in cells and in legends. Each has a form of its own."""

from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH, Form
from journeyctl.views.legend import ROOM, SIGN, Draw
from journeyctl.views.matrix.pieces import COUNT, MARK, Place, onward_arrow, thread
from journeyctl.views.setting import Setting


class Marks:
    """Draws each mark as a legend shows it."""

    def __init__(self, setting: Setting) -> None:
        self._setting, self._theme = setting, setting.theme

    def count(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        at = (x, y + (ROOM - COUNT * PITCH) / 2, 14.0)
        canvas.text(group, "count", at, ("3",), COUNT, self._theme.ink, bold=True)

    def onward(self, *, back: bool) -> Draw:
        def draw(canvas: Canvas, group: str, x: float, y: float) -> None:
            onward_arrow(canvas, group, "arrow", (x, y + ROOM / 2), self._theme, back=back)

        return draw

    def thread(self, *, gap: bool) -> Draw:
        def draw(canvas: Canvas, group: str, x: float, y: float) -> None:
            ends = [(x, y + ROOM / 2), (x + SIGN, y + ROOM / 2)]
            thread(canvas, group, "line", ends, self._theme, gap=gap)

        return draw

    def decides(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        self._form(canvas, group, "diamond", (x, y, MARK), self._theme.moment)

    def takes_part(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        self._form(canvas, group, "circle", (x + 2, y, MARK - 4), self._theme.flow)

    def behind(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        self._form(canvas, group, "box", (x + 2.5, y, MARK - 5), self._theme.flow, full=False)

    def absent(self, canvas: Canvas, group: str, x: float, y: float) -> None:
        line = (x + 3, y + ROOM / 2 - 0.7, MARK - 6, 1.4)
        canvas.shape(group, "mark", "box", line, role="absent", fill=self._theme.muted)

    def _form(
        self, canvas: Canvas, group: str, form: Form, at: Place, colour: str, *, full: bool = True
    ) -> None:
        """A form in the middle of a line: left, top of the line, and size."""
        x, y, size = at
        box = (x, y + (ROOM - size) / 2, size, size)
        fill = colour if full else self._theme.card
        canvas.shape(group, "mark", form, box, fill=fill, stroke=colour, pen=1.4)
