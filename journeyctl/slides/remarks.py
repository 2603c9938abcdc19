"""Slides to work with: pains and ideas to vote on, and next steps to fill in."""

from collections.abc import Iterator

from journeyctl.slides.deck import BODY
from journeyctl.slides.pages import table_pages
from journeyctl.slides.told import Section, Told

_VOTES, _ROWS = 110.0, 7


def remarks(told: Told) -> Iterator[Section]:
    """Pains and ideas by the place where they are, in a workshop with a column for votes."""
    words = told.words
    rows = list(_remarks(told))
    if not rows:
        return
    head = [words.text("column.where"), words.text("report.remarks")]
    fixed = {}
    if told.workshop:
        head.append(words.text("slides.votes"))
        rows = [(*row, "") for row in rows]
        fixed[2] = _VOTES
    yield Section(
        "remarks",
        "remarks",
        words.text("report.remarks"),
        tuple(table_pages(head, rows, key="remarks", fixed=fixed)),
        words.text("slides.vote") if told.workshop else "",
        (words.text("slides.ask.remarks"),),
    )


def _remarks(told: Told) -> Iterator[tuple[str, ...]]:
    journey = told.journey
    for stage in journey.stages:
        places = [(stage.label, stage.pains, stage.ideas)]
        steps = [journey.steps[id] for id in stage.steps]
        places += [(step.label, step.pains, step.ideas) for step in steps]
        for place, pains, ideas in places:
            for key, remark in [("pain", one) for one in pains] + [("idea", one) for one in ideas]:
                yield place, told.teller.fact(key, told.teller.owned(remark))


def next_steps(told: Told) -> Iterator[Section]:
    """Who does what until when: an empty table, in a workshop alone."""
    if told.workshop:
        yield from to_fill_in(told)


def to_fill_in(told: Told) -> Iterator[Section]:
    """An empty table of who does what until when."""
    words = told.words
    head = [words.text(f"slides.{key}") for key in ("what", "who", "until")]
    widths = {0: BODY[2] - 420.0, 1: 240.0, 2: 180.0}
    pages = table_pages(head, [("", "", "")] * _ROWS, key="next", fixed=widths, least=52.0)
    notes = (words.text("slides.ask.next"),)
    yield Section("next", "next", words.text("slides.next"), tuple(pages), "", notes)
