"""Slides of journeys beside each other."""

from collections.abc import Iterator, Sequence

from journeyctl.comparison.axis import Axis, axis
from journeyctl.comparison.comparison import Comparison, comparison
from journeyctl.direction import joined
from journeyctl.model.contacts import touch
from journeyctl.model.journey import Journey, Stage
from journeyctl.slides.bounds import cut, in_bounds
from journeyctl.slides.columns import Group
from journeyctl.slides.deck import BODY, Chart, Series
from journeyctl.slides.pages import Page, table_pages
from journeyctl.slides.remarks import to_fill_in
from journeyctl.slides.short import in_short, sides
from journeyctl.slides.told import Section, Told

_NAME = 60  # characters of what a journey is called
_TITLES = 450  # of all titles on the first slide
_BESIDE = 3  # journeys whose rows stand beside their readings


def compared(told: Told, journeys: Sequence[Journey]) -> Iterator[Section]:
    """All sections of a comparison, in the order of the deck."""
    words = told.words
    titles = [journey.facts.title for journey in journeys]
    journeys = [_named_in_short(in_bounds(journey)) for journey in journeys]
    found, common = comparison(journeys, words), axis(journeys)
    title = words.text("compare.title", names=words.listing(found.names))
    alone: tuple[Page, ...] = ((),)
    yield Section("title", "title", title, alone, _called(found.names, titles))
    groups = _groups(told, journeys, common, found.names)
    if any(side.stage.steps for group in groups for side in group.sides):
        pages = tuple(in_short(told, groups, title))
        yield Section("beside", "comparison", words.text("slides.beside"), pages)
    if chart := _chart(told, journeys, common, found):
        reading = next((grid.reading for grid in found.grids if grid.key == "feelings"), "")
        name = words.text("compare.by-stage.feelings")
        asked = (words.text("slides.ask.apart"),)
        yield Section("feelings", "feelings", name, ((chart,),), reading, asked)
    yield from _tables(told, found)
    yield from to_fill_in(told)


def _named_in_short(journey: Journey) -> Journey:
    return journey._replace(facts=journey.facts._replace(title=cut(journey.facts.title, _NAME)))


def _called(names: Sequence[str], titles: Sequence[str]) -> str:
    """The titles of all journeys, each behind what it is called beside the others; nothing where
    they are called by their titles. All have as much room."""
    if tuple(names) == tuple(titles):
        return ""
    most = _TITLES // len(titles)
    pairs = zip(names, (cut(one, most) for one in titles), strict=True)
    said = [
        title if title.startswith(name.removesuffix("…")) else joined(": ", (name, title))
        for name, title in pairs
    ]
    return joined(" · ", dict.fromkeys(said))


def _groups(
    told: Told, journeys: Sequence[Journey], common: Axis, names: Sequence[str]
) -> list[Group]:
    """The places of the axis, each with the stage of each journey that begins there."""
    told_sides = [sides(one, name) for one, name in zip(journeys, names, strict=True)]
    groups = []
    for at, label in enumerate(common.names):
        here = []
        for own, places in zip(told_sides, common.journeys, strict=True):
            number = next((n for n, place in enumerate(places) if place.first == at), -1)
            side = own[number]
            if number < 0:
                covered = any(place.first < at <= place.last for place in places)
                gap = told.words.text("compare.gap" if covered else "compare.without")
                side = side._replace(stage=_nothing(side.stage), name=f"{side.name}: {gap}")
            here.append(side)
        groups.append(Group(at, f"{at + 1}  {label}", tuple(here)))
    return groups


def _nothing(stage: Stage) -> Stage:
    return stage._replace(steps=(), blocks=(), duration=None)


def _chart(
    told: Told, journeys: Sequence[Journey], common: Axis, found: Comparison
) -> Chart | None:
    """The mean feeling at each stage of the axis, a line for each journey."""
    series = []
    for journey, places, name in zip(journeys, common.journeys, found.names, strict=True):
        values: list[float | None] = [None] * len(common.names)
        for place in places:
            values[place.first] = touch(journey.steps[id] for id in place.stage.steps).mood
        series.append(Series(name, tuple(values)))
    if len(common.names) < 2 or not any(value for one in series for value in one.values):
        return None
    alt = told.words.text("compare.by-stage.feelings")
    return Chart("curves", BODY, common.names, tuple(series), -1, (), alt)


def _tables(told: Told, found: Comparison) -> Iterator[Section]:
    words, gap = told.words, told.words.text("compare.gap")
    head = [words.text("compare.row"), *found.names]
    rows = [[row.name, *(cell or gap for cell in row.cells)] for row in found.rows]
    readings = [row.reading for row in found.rows]
    reading = words.text("compare.reading")
    title = words.text("slides.differ")
    if len(found.names) <= _BESIDE:
        told_all = [[*row, said] for row, said in zip(rows, readings, strict=True)]
        pages = table_pages([*head, reading], told_all, key="rows")
    else:
        pages = table_pages(head, rows, key="rows")
        pairs = [[row[0], said] for row, said in zip(rows, readings, strict=True)]
        pages += table_pages([head[0], reading], pairs, key="readings")
    if rows:
        yield Section("rows", "comparison", title, tuple(pages))
    for grid in found.grids:
        if grid.key != "feelings":
            cells = [[stage, *(cell or gap for cell in row)] for stage, row in grid.rows]
            names = [words.text("column.stage"), *found.names]
            pages = table_pages(names, cells, key=grid.key)
            yield Section(f"by-stage-{grid.key}", "comparison", grid.name, tuple(pages))
