"""The journey map: stages across, and rows for all that is known of them."""

from journeyctl.model.journey import Journey
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import Drawing
from journeyctl.views.headline import Headline
from journeyctl.views.legend import Legend
from journeyctl.views.map.arrange import Arranger
from journeyctl.views.map.band import Maker
from journeyctl.views.map.key import map_signs
from journeyctl.views.map.rows import ROWS
from journeyctl.views.setting import MARGIN, Setting, drawing


def lacks(journey: Journey) -> str:
    """Why there is nothing to draw of a journey, "" where there is."""
    return "" if journey.stages else "The journey has no stages."


def draw(journey: Journey, setting: Setting) -> Drawing:
    """The map of a journey as a drawing.

    ``ratio`` decides how many bands of stages stand below one another, and how wide a step's
    place is; without one it is about 16:9, and with ``down`` that of an upright page.
    """
    rows = tuple(dict.fromkeys(row for row in setting.rows if row in ROWS))
    maker = Maker(journey, setting, rows or ROWS)
    headline = Headline(journey, setting, "map")
    legend = Legend(map_signs(journey, maker), setting.words, setting.theme)
    chosen = Arranger(maker, headline, legend).best()
    canvas = Canvas()
    headline.draw(canvas, chosen.width)
    theme = setting.theme
    for tile in chosen.tiles:
        maker.notes.draw(canvas, tile, 0.0, 0.0, (theme.ink, theme.card))
    for band, top in zip(chosen.bands, chosen.tops, strict=True):
        band.draw(canvas, top)
    legend.draw(canvas, (MARGIN, chosen.legend), chosen.width - 2 * MARGIN)
    return drawing(journey, setting, "map", canvas, (chosen.width, chosen.height))
