"""Slides of the map: what is known of each stage, row by row, side by side."""

from collections.abc import Iterator, Sequence

from journeyctl.direction import joined
from journeyctl.fonts import width
from journeyctl.model.contacts import touch
from journeyctl.model.journey import Journey, Stage, Step
from journeyctl.model.part import stages_part
from journeyctl.slides.deck import BODY, LEAST
from journeyctl.slides.facts import metric_text
from journeyctl.slides.figures import HEADLINE, from_stage, placed, trimmed
from journeyctl.slides.pages import Page
from journeyctl.slides.told import Section, Told
from journeyctl.views.board import NAME, PAD, ROW
from journeyctl.views.canvas import Canvas
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import Drawing
from journeyctl.views.matrix.grid import GAP, Cell, Grid, Row
from journeyctl.views.matrix.pieces import TEXT, Head, Listed, Piece
from journeyctl.views.setting import MARGIN, Setting, drawing

_SCALE = LEAST / TEXT
_AIR = 6.0
_WIDE, _HIGH = BODY[2] / _SCALE - _AIR, BODY[3] / _SCALE - _AIR
_MOST = 6  # stages on a slide
_STEPS, _TEXTS = 7, 4  # in a cell; the slide of the stage has all
_ROWS = ("goal", "steps", "feeling", "quotes", "pains", "ideas", "channels", "metrics")


def map_slides(told: Told) -> Iterator[Section]:
    """The rows of the map, on as many slides as they and the stages take; none where only the
    steps are known, which the whole journey shows."""
    whole = _Rows(told, told.journey, told.setting)
    if not any(whole.row(key) for key in _ROWS if key != "steps"):
        return
    count = len(told.journey.stages)
    names = max(
        width(word, ROW, bold=True)
        for key in _ROWS
        for word in told.words.text(f"row.{key}").split()
    )
    names += 2 * PAD + 1
    slides = -(-count // _beside(told.journey, names)) if count else 0
    size = -(-count // slides) if slides else 1
    pages: list[Page] = []
    for first in range(0, count, size):
        shown = stages_part(told.journey, first, min(first + size, count) - 1).journey
        pages += _pages(told, shown, from_stage(told.setting, first), names)
    if pages:
        yield Section("map", "map", told.words.text("view.map"), tuple(pages))


def _beside(journey: Journey, left: float) -> int:
    """How many stages stand side by side, so that no word of their names is broken,
    with so much room at the left."""
    names = [f"{at}\u00a0\u00a0{stage.label}" for at, stage in enumerate(journey.stages, 1)]
    words = [word for name in names for word in name.replace("-", "- ").split(" ")]
    longest = max(width(word, NAME, bold=True) for word in words) + 2 * PAD + 1
    return max(1, min(int((_WIDE - left) / (longest + GAP)), _MOST))


def _pages(told: Told, journey: Journey, setting: Setting, names: float) -> Iterator[Page]:
    """The rows of some stages, as many on each slide as there is room for."""
    maker = _Rows(told, journey, setting)
    rows = [row for key in _ROWS if (row := maker.row(key))]
    column = (_WIDE - names) / len(journey.stages) - GAP

    def grid(some: Sequence[Row]) -> Grid:
        return Grid(journey, setting, some, names, column)

    def divided(limit: float) -> list[list[Row]]:
        slides: list[list[Row]] = []
        for row in rows:
            if not slides or grid([*slides[-1], row]).height > limit:
                slides.append([])
            slides[-1].append(row)
        return slides

    # As even as can be on the fewest slides.
    fewest = len(divided(_HIGH))
    limits = [_HIGH * part for part in (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)]
    slides = next(found for limit in limits if len(found := divided(limit)) == fewest)
    for shown in slides:
        yield (placed("map", _drawn(journey, setting, grid(shown)), BODY),)


def _drawn(journey: Journey, setting: Setting, grid: Grid) -> Drawing:
    canvas = Canvas()
    grid.draw(canvas, MARGIN)
    size = grid.width, grid.height + 2 * MARGIN
    return trimmed(drawing(journey, setting, "map", canvas, size), HEADLINE)


class _Rows:
    """Makes the rows of a map from some stages."""

    def __init__(self, told: Told, journey: Journey, setting: Setting) -> None:
        self.told, self.journey, self.setting = told, journey, setting
        self.cards = Cards(journey, setting.words, setting.theme)

    def row(self, key: str) -> Row | None:
        """The row of a key of ``views.map.rows``, None where nothing is known."""
        if key == "feeling" and touch(self.journey.steps.values()).mood is None:
            return None
        name = self.told.words.text(f"row.{key}")
        cells = tuple(self._cell(key, name, stage) for stage in self.journey.stages)
        return Row(key, name, (), cells) if any(cells) else None

    def _cell(self, key: str, name: str, stage: Stage) -> Cell | None:
        steps = [self.journey.steps[id] for id in stage.steps]
        pieces: tuple[Piece, ...]
        if key == "feeling":
            mood = touch(steps).mood
            count = self.told.words.counted("count.step", len(steps))
            pieces = (Head(self.cards, self.setting, count, mood),) if steps else ()
        else:
            texts = tuple(self._texts(key, stage, steps))
            most = _STEPS if key == "steps" else _TEXTS
            pieces = (Listed(self.setting, texts, most),) if texts else ()
        title = f"{stage.label}: {name}"
        return Cell(f"cell-{key}-{stage.key}", key, title, pieces) if pieces else None

    def _texts(self, key: str, stage: Stage, steps: Sequence[Step]) -> list[str]:
        """What is told of a stage and its steps in a row."""
        places: tuple[Stage | Step, ...] = (stage, *steps)
        if key == "goal":
            return [stage.goal] if stage.goal else []
        if key == "steps":
            return [step.label for step in steps]
        if key == "quotes":
            return [self.told.teller.quoted(text) for step in steps for text in step.quotes]
        if key == "pains":
            return [one.text for place in places for one in place.pains]
        if key == "ideas":
            return [one.text for place in places for one in place.ideas]
        if key == "metrics":
            words = self.told.words
            return [metric_text(words, one) for place in places for one in place.metrics]
        used = dict.fromkeys(key for step in steps for key in step.channels)
        return [joined(", ", (self.journey.channels[one].label for one in used))] if used else []
