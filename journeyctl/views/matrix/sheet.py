"""The sheet of a matrix: headline, matrix, legend and notes, in the proportions wanted."""

from collections.abc import Callable

from journeyctl.fonts import widest_word
from journeyctl.model.journey import Journey
from journeyctl.views.board import NAME, PAD
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import Drawing
from journeyctl.views.headline import Headline
from journeyctl.views.legend import Legend
from journeyctl.views.matrix.grid import Grid
from journeyctl.views.notes import Notes
from journeyctl.views.setting import MARGIN, Setting, drawing

_WIDTHS = (92.0, 104.0, 116.0, 130.0, 146.0, 164.0, 184.0, 208.0, 236.0, 270.0)  # of a column
_USUAL = 130.0  # the least width of a column where no proportions are asked for
_RATIOS = {"right": 1.45, "down": 0.71}
_GAP = 14.0

Size = tuple[float, float]


def sheet(
    journey: Journey,
    setting: Setting,
    view: str,
    grid: Callable[[float], Grid],
    legend: Legend,
    notes: Notes,
) -> Drawing:
    """The drawing of a matrix; ``grid`` makes it for a width of its columns."""
    headline = Headline(journey, setting, view)

    def size(one: Grid) -> Size:
        room = one.width - 2 * MARGIN
        high = headline.height(one.width) + one.height + _GAP + legend.height(room)
        told = notes.height(room)
        return one.width, high + (told + _GAP if told else 0) + MARGIN

    wanted = setting.ratio or _RATIOS[setting.direction]
    least = _least(journey)
    if not setting.ratio and setting.direction == "right":
        least = max(least, _USUAL)
    chosen = _best(grid, size, wanted, least)
    wide, high = size(chosen)
    canvas = Canvas()
    headline.draw(canvas, wide)
    top = headline.height(wide)
    chosen.draw(canvas, top)
    top += chosen.height + _GAP
    legend.draw(canvas, (MARGIN, top), wide - 2 * MARGIN)
    notes.draw(canvas, (MARGIN, top + legend.height(wide - 2 * MARGIN) + _GAP), wide - 2 * MARGIN)
    return drawing(journey, setting, view, canvas, (wide, high))


def capital(word: str) -> str:
    """A word as a heading."""
    return word[:1].upper() + word[1:]


def _least(journey: Journey) -> float:
    """The width in which no word of a heading is broken, in points, within reason."""
    widest = max((widest_word(stage.label, NAME, bold=True) for stage in journey.stages), default=0)
    return min(widest + 2 * PAD + 1, _WIDTHS[6])


def _best(
    grid: Callable[[float], Grid], size: Callable[[Grid], Size], wanted: float, least: float
) -> Grid:
    """The matrix nearest to the proportions wanted, with columns of ``least`` points or more.

    Wider columns make it wider for its height, so that halving finds it.
    """
    tried: list[tuple[float, Grid]] = []
    low, high = 0, len(_WIDTHS)
    while low < high:
        middle = (low + high) // 2
        one = grid(max(_WIDTHS[middle], least))
        wide, tall = size(one)
        tried.append((max(wide / tall / wanted, wanted * tall / wide), one))
        low, high = (low, middle) if wide / tall > wanted else (middle + 1, high)
    return min(tried, key=lambda one: one[0])[1]
