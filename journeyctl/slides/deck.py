"""A deck as plain data: what stands on each slide, and where. Renderers read this alone.

A slide is 16:9. All lengths are points (1/72 inch) from its top left, as in a Drawing.
"""

from typing import NamedTuple, TypeAlias

from journeyctl.themes import Theme
from journeyctl.views.drawing import Drawing

WIDTH, HEIGHT = 960.0, 540.0
"""13.333 by 7.5 inches, as PowerPoint has it."""

LEAST = 12.0
"""The smallest type, in points, of words, tables and the labels of steps."""

SMALLEST = 10.5
"""That of what stands beside a label in a picture, people, channels, times and shares, wherever
a step by itself is not too large for a slide. Figures in discs are signs."""

Box: TypeAlias = tuple[float, float, float, float]
"""Left, top, width and height."""


class Paragraph(NamedTuple):
    """``size`` in points; ``bullet`` for an item of a list. The text is not wrapped."""

    text: str
    size: float = 16.0
    bold: bool = False
    bullet: bool = False


class Words(NamedTuple):
    """Paragraphs in a box that holds them all; ``key`` is unique on the slide."""

    key: str
    box: Box
    paragraphs: tuple[Paragraph, ...]


class Figure(NamedTuple):
    """A drawing in a box of its proportions: ``scale`` makes its points the slide's. ``alt`` is
    a sentence for those who don't see it."""

    key: str
    box: Box
    drawing: Drawing
    scale: float
    alt: str


class Table(NamedTuple):
    """``widths`` are the columns' in points, ``heights`` the rows' (the head's first); cells are
    not wrapped. An empty cell may be one to fill in."""

    key: str
    box: Box
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    size: float


class Series(NamedTuple):
    """A line of a chart: a value, 1.0 to 5.0, for each category, None where it is not known."""

    name: str
    values: tuple[float | None, ...]


class Chart(NamedTuple):
    """Feelings from 1 to 5 over categories (steps, or stages). ``lowest`` and ``moments`` are
    indexes of categories that are marked; lowest is -1 for none."""

    key: str
    box: Box
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    lowest: int
    moments: tuple[int, ...]
    alt: str


Element: TypeAlias = Words | Figure | Table | Chart


class Slide(NamedTuple):
    """``id`` is unique and stable (``stage-awareness``, ``remarks-2``), ``kind`` is what
    ``--only`` and ``--skip`` name. Elements are in the order of reading and below the title,
    which has the box ``TITLE`` (``TITLE_ALONE`` on the first slide). ``notes`` are for the
    speaker, a paragraph each."""

    id: str
    kind: str
    title: str
    subtitle: str
    elements: tuple[Element, ...]
    notes: tuple[str, ...]


class Deck(NamedTuple):
    """``language`` is that of the tool's own words."""

    title: str
    language: str
    theme: Theme
    slides: tuple[Slide, ...]


TITLE: Box = (40.0, 22.0, 880.0, 40.0)
"""Where a slide's title stands, in bold type of 26 points, shrunk to fit on one line or two."""

SUBTITLE: Box = (40.0, 62.0, 880.0, 22.0)
"""Where its subtitle stands, in muted type of 14 points."""

BODY: Box = (40.0, 92.0, 880.0, 416.0)
"""What is left to the elements; below it stand the deck's title and the slide's number."""

TITLE_ALONE: Box = (80.0, 170.0, 800.0, 120.0)
"""The title of the first slide, in bold type of 40 points; its subtitle stands below."""

KINDS = (
    "title", "people", "flow", "map", "stage", "feelings", "channels", "committee", "ways",
    "remarks", "next", "comparison",
)  # fmt: skip
"""What kinds of slides there are, in the order of a deck."""
