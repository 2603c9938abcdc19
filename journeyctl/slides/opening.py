"""The first slides: the title, and in a workshop what is to be done in which order."""

from collections.abc import Iterator

from journeyctl.direction import joined
from journeyctl.model.measures import total_range
from journeyctl.reports.workshop import workshop
from journeyctl.slides.pages import Page, table_pages
from journeyctl.slides.told import Section, Told


def opening(told: Told) -> Iterator[Section]:
    """What the journey is called and of what kind it is; the agenda of a workshop."""
    facts, words = told.journey.facts, told.words
    said = [words.kind_of_journey(facts.type, facts.scope, facts.state)]
    taken = total_range(told.journey)
    if facts.duration:
        said.append(facts.duration.said)
    elif taken:
        said.append(words.duration(*taken))
    pages: tuple[Page, ...] = ((),)
    yield Section("title", "title", facts.title, pages, joined(" · ", said), facts.notes)
    if told.workshop:
        plan = workshop(told.teller)
        agenda = tuple(table_pages(plan.agenda.head, plan.agenda.rows, key="agenda"))
        total = words.text("workshop.total", duration=plan.total)
        yield Section("agenda", "title", words.text("workshop.agenda"), agenda, total)
