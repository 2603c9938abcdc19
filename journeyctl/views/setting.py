"""How a view is to be drawn, and what all views begin and end with."""

from typing import Literal, NamedTuple

from journeyctl.model.journey import Journey, Stage
from journeyctl.model.measures import stage_range
from journeyctl.themes import LIGHT, Theme
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import Drawing
from journeyctl.words import Words, words_for

Direction = Literal["right", "down"]

MARGIN = 20.0
"""From the drawing's edge to what is drawn, in points."""


class Setting(NamedTuple):
    """``ratio`` is the width to the height that is wanted, 0 for the view's own choice.
    ``rows`` are the rows of the map, in their order; none are all that have something.
    ``first`` is the number of the first stage, where the journey is a part of a longer one;
    ``uncounted`` are the places, from 0, of stages that have none."""

    words: Words
    theme: Theme = LIGHT
    direction: Direction = "right"
    ratio: float = 0.0
    rows: tuple[str, ...] = ()
    first: int = 1
    uncounted: frozenset[int] = frozenset()


def setting_for(journey: Journey) -> Setting:
    """What holds where nothing is asked for: the journey's language, the light theme."""
    return Setting(words_for(journey.facts.language))


def time_of(journey: Journey, stage: Stage, words: Words) -> str:
    """How long a stage takes, as it is declared, else as its steps add up; "" where nothing
    tells."""
    taken = stage_range(journey, stage)
    return stage.duration.said if stage.duration else words.duration(*taken) if taken else ""


def description(journey: Journey, words: Words, view: str) -> str:
    """A view of a journey in a sentence, for those who don't see it."""
    return words.text(
        "picture.description",
        view=words.text(f"view.{view}"),
        stages=words.counted("count.stage", len(journey.stages)),
        steps=words.counted("count.step", len(journey.steps)),
        names=words.listing([stage.label for stage in journey.stages]),
    )


def drawing(
    journey: Journey, setting: Setting, view: str, canvas: Canvas, size: tuple[float, float]
) -> Drawing:
    """What is on the canvas as a drawing of so many points, with its title and description."""
    words, theme = setting.words, setting.theme
    return Drawing(
        round(size[0], 2),
        round(size[1], 2),
        journey.facts.title,
        description(journey, words, view),
        journey.facts.language or words.language,
        theme.background,
        theme.font,
        tuple(canvas.groups),
        tuple(canvas.shapes),
        tuple(canvas.paths),
    )
