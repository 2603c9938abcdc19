"""How much room the words of a slide take. Renderers set them with these distances."""

from collections.abc import Sequence

from journeyctl.fonts import wrap
from journeyctl.slides.deck import Paragraph
from journeyctl.views.drawing import PITCH

APART = 0.4
"""What stands free above a paragraph that is not the first, in font sizes."""

INDENT = 1.1
"""How far the text of a bullet is set in, in font sizes."""

PAD_X, PAD_Y = 8.0, 5.0
"""What stands free around the text in a table's cell, in points."""


def lines(paragraph: Paragraph, room: float) -> tuple[str, ...]:
    """A paragraph wrapped to ``room`` points of width."""
    inner = room - (INDENT * paragraph.size if paragraph.bullet else 0.0)
    return wrap(paragraph.text, inner, paragraph.size, bold=paragraph.bold)


def height(paragraphs: Sequence[Paragraph], room: float) -> float:
    """How high paragraphs are, one below the other, in ``room`` points of width."""
    high = 0.0
    for number, paragraph in enumerate(paragraphs):
        high += len(lines(paragraph, room)) * paragraph.size * PITCH
        high += APART * paragraph.size if number else 0.0
    return high


def row_height(
    cells: Sequence[str], widths: Sequence[float], size: float, *, bold: bool = False
) -> float:
    """How high a table's row is, with columns of these widths."""
    count = max(
        len(wrap(cell, wide - 2 * PAD_X, size, bold=bold))
        for cell, wide in zip(cells, widths, strict=True)
    )
    return count * size * PITCH + 2 * PAD_Y
