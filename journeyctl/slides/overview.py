"""Slides of the whole journey: its flow where that can be read, else each stage in short."""

from collections.abc import Iterator

from journeyctl.direction import joined
from journeyctl.slides.columns import Group
from journeyctl.slides.deck import BODY, LEAST, SMALLEST, Figure
from journeyctl.slides.figures import HEADLINE, fitted, untitled
from journeyctl.slides.pages import Page
from journeyctl.slides.short import in_short, sides
from journeyctl.slides.told import Section, Told
from journeyctl.views.cards import LABEL
from journeyctl.views.drawing import Drawing
from journeyctl.views.flow import flow
from journeyctl.views.marks import SMALL

_MOST = 24  # steps; a flow of more is too small to read


def overview(told: Told) -> Iterator[Section]:
    """The flow of the journey if it can be read on one slide; else its stages in short, on as
    many slides as they take."""
    if not told.journey.steps:
        return
    words = told.words
    pages: tuple[Page, ...] = (
        ((whole,),) if (whole := _flow(told)) else tuple(in_short(told, _groups(told)))
    )
    goal = told.journey.facts.goal
    said = [words.text("picture.goal", goal=goal)] if goal else []
    if not whole and "stage" in told.kinds:
        said.append(words.text("slides.flow.ways"))
    yield Section("flow", "flow", words.text("slides.flow"), pages, joined(" · ", said))


def _flow(told: Told) -> Figure | None:
    if len(told.journey.steps) > _MOST:
        return None
    journey = untitled(told.journey)

    def draw(ratio: float) -> Drawing:
        return flow.draw(journey, told.setting._replace(ratio=ratio))

    figure = fitted("flow", draw, BODY, HEADLINE)
    return figure if figure.scale >= max(LEAST / LABEL, SMALLEST / SMALL) else None


def _groups(told: Told) -> list[Group]:
    return [
        Group(number, f"{number + 1}  {side.stage.label}", (side,))
        for number, side in enumerate(sides(told.journey))
    ]
