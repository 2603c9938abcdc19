"""Slides on what can be counted: the feelings, the channels, the ways through."""

from collections.abc import Iterator
from itertools import zip_longest

from journeyctl.model.contacts import Contacts, contacts, gaps
from journeyctl.model.journey import Step
from journeyctl.model.ways.ways import ways
from journeyctl.reports.tables import felt
from journeyctl.reports.ways import ways_report
from journeyctl.slides.deck import BODY, Chart, Paragraph, Series, Words
from journeyctl.slides.measure import height
from journeyctl.slides.pages import (
    GAP,
    Page,
    beside,
    enlarged,
    stage_table,
    table_pages,
    word_pages,
)
from journeyctl.slides.told import Section, Told

_MOST = 12  # points of a curve, so that each has room for its name
_TEXT, _LARGER = 14.0, 8.0


def feelings(told: Told) -> Iterator[Section]:
    """The curve along the likeliest way, and what is said at its lowest point."""
    course = felt(told.teller)
    if len(course) < 2:
        return
    words = told.words
    moods = [step.mood or 0.0 for step in course]
    lowest = moods.index(min(moods)) if min(moods) < max(moods) else -1
    count = -(-len(course) // _MOST)
    size = -(-len(course) // count)
    pages = []
    for start in range(0, len(course), size):
        shown = course[start : start + size]
        at = lowest - start if start <= lowest < start + size else -1
        pages.append(tuple(_curve(told, shown, at)))
    yield Section(
        "feelings",
        "feelings",
        words.text("report.feelings"),
        tuple(pages),
        words.text("report.feelings.how"),
        (words.text("slides.ask.feelings"),),
    )


def _curve(told: Told, course: list[Step], lowest: int) -> Iterator[Chart | Words]:
    words = told.words
    left, top, wide, high = BODY
    said: list[Paragraph] = []
    if lowest >= 0:
        step = course[lowest]
        said.append(Paragraph(_extreme(told, step), _TEXT, bold=True))
        texts = [told.teller.quoted(text) for text in step.quotes]
        texts += [told.teller.fact("pain", pain.text) for pain in step.pains]
        said += [Paragraph(text, _TEXT, bullet=True) for text in texts]
        while len(said) > 1 and height(said, wide) > high / 3:
            said.pop()
    below = height(said, wide) + GAP if said else 0.0
    yield Chart(
        "curve",
        (left, top, wide, high - below),
        tuple(step.label for step in course),
        (Series(words.text("legend.feeling"), tuple(step.mood for step in course)),),
        lowest,
        tuple(at for at, step in enumerate(course) if step.moment),
        _extreme(told, course[lowest]) if lowest >= 0 else words.text("report.feelings.how"),
    )
    if said:
        box = (left, top + high - below + GAP, wide, below - GAP)
        yield Words("lowest", box, tuple(said))


def _extreme(told: Told, step: Step) -> str:
    words = told.words
    score = told.teller.score(step.mood or 0.0)
    return words.text("said.lowest", step=told.teller.placed(step), score=score)


def channels(told: Told) -> Iterator[Section]:
    """How many touchpoints each channel has in each stage, and how they feel."""
    journey, words = told.journey, told.words
    found = contacts(journey)
    if not found.cells:
        return
    names = [stage.label for stage in journey.stages]
    rows = []
    for key, channel in journey.channels.items():
        cells = []
        for at in range(len(journey.stages)):
            touch = found.cells.get((key, at))
            mood = "" if touch is None or touch.mood is None else f" ({words.number(touch.mood)})"
            cells.append(f"{words.number(len(touch.steps))}{mood}" if touch else "")
        rows.append((channel.label, *cells))
    first, said = words.text("column.channel"), _gaps(told, found)
    pages = tuple(stage_table(first, names, rows, said, "channels"))
    yield Section(
        "channels",
        "channels",
        words.text("report.channels"),
        pages,
        words.text("slides.channels.how"),
        (words.text("slides.ask.channels"),),
    )


def _gaps(told: Told, found: Contacts) -> list[Paragraph]:
    """Where channels leave the customer alone."""
    journey, words = told.journey, told.words
    stages = journey.stages
    holes = gaps(journey, found)
    said = [
        words.text(
            "matrix.skips",
            channel=journey.channels[key].label,
            stages=words.listing([stages[at].label for at in numbers]),
        )
        for key, numbers in holes.skipped.items()
    ]
    said += [words.text("matrix.none", stage=stages[at].label) for at in holes.bare]
    if not said:
        return []
    title = Paragraph(words.text("matrix.gaps"), _TEXT, bold=True)
    return [title, *(Paragraph(text, _TEXT, bullet=True) for text in said)]


def ways_through(told: Told) -> Iterator[Section]:
    """How many come to the end, how far, by which ways."""
    report = ways_report(told.teller, ways(told.journey))
    if report.is_one:
        return
    words = told.words
    said = [Paragraph(text, _TEXT) for text in report.said]
    single: list[Paragraph] = []
    for way in report.single:
        single += [Paragraph(way.name, _TEXT, bold=True), Paragraph(way.facts, _TEXT)]
    left, right = beside(2)
    pages = _side_by_side(
        list(word_pages(enlarged(said, left, _LARGER), [left], "said")),
        table_pages(report.reach.head, report.reach.rows, box=right, key="reach")
        if report.reach
        else [],
    )
    out = report.out
    pages += _side_by_side(
        list(word_pages(enlarged(single, left, _LARGER), [left], "single")),
        table_pages(out.head, out.rows, box=right, key="out") if out else [],
    )
    yield Section("ways", "ways", words.text("report.ways"), tuple(pages))


def _side_by_side(left: list[Page], right: list[Page]) -> list[Page]:
    return [(*one, *other) for one, other in zip_longest(left, right, fillvalue=())]
