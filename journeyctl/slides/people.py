"""Slides on who it is about: personas, roles, and the committee."""

from collections.abc import Iterator

from journeyctl.direction import joined
from journeyctl.model.committee import committee
from journeyctl.model.journey import Journey, Person
from journeyctl.reports.questions import of_people
from journeyctl.reports.tables import people_table
from journeyctl.slides.deck import BODY, Paragraph, Words
from journeyctl.slides.measure import height
from journeyctl.slides.pages import GAP, Page, beside, stage_table, table_pages, word_pages
from journeyctl.slides.told import Section, Told
from journeyctl.views.matrix.committee import with_role
from journeyctl.words import Words as Language

_NAME, _TEXT = 18.0, 14.0


def people(told: Told) -> Iterator[Section]:
    """Those who have goals, needs or something to say, each with these; then all roles."""
    journey, words = told.journey, told.words
    notes = [note for one in journey.people.values() for note in one.notes]
    notes += of_people(told.teller)
    portraits = [
        _portrait(one, told)
        for one in journey.people.values()
        if one.goals or one.needs or one.quotes
    ]
    if portraits:
        pages = tuple(_portrait_pages(portraits))
        yield Section("people", "people", words.text("slides.people"), pages, "", tuple(notes))
    if table := people_table(told.teller):
        pages = tuple(table_pages(table.head, table.rows, key="roles"))
        yield Section("roles", "people", words.text("report.people"), pages)


def _portrait(person: Person, told: Told) -> list[Paragraph]:
    words = told.words
    about = [words.known("role", person.role), person.department]
    if person.headcount:
        about.append(words.text("matrix.headcount", count=person.headcount))
    said = [Paragraph(person.label, _NAME, bold=True)]
    if line := joined(" · ", about):
        said.append(Paragraph(line, _TEXT))
    for key, texts in (("goal", person.goals), ("need", person.needs)):
        said += [Paragraph(told.teller.fact(key, text), _TEXT, bullet=True) for text in texts]
    said += [Paragraph(told.teller.quoted(text), _TEXT, bullet=True) for text in person.quotes]
    return said


def _portrait_pages(portraits: list[list[Paragraph]]) -> Iterator[Page]:
    """Portraits in rows of three, in the largest type that takes the fewest slides; one that is
    taller than a slide has slides of its own."""
    tried = []
    for more in (4.0, 3.0, 2.0, 1.0, 0.0):
        larger = [
            [one._replace(size=one.size + more) for one in portrait] for portrait in portraits
        ]
        tried.append(list(_in_rows(larger)))
    yield from min(tried, key=len)


def _in_rows(portraits: list[list[Paragraph]]) -> Iterator[Page]:
    columns = beside(min(len(portraits), 3))
    page: list[Words] = []
    top = BODY[1]
    for start in range(0, len(portraits), 3):
        row = portraits[start : start + 3]
        high = max(height(one, columns[0][2]) for one in row)
        if page and (high > BODY[3] or top + high > BODY[1] + BODY[3]):
            yield tuple(page)
            page, top = [], BODY[1]
        if high > BODY[3]:
            for one in row:
                yield from word_pages(one, columns, "person")
            continue
        for (left, _, wide, _), one in zip(columns, row, strict=False):
            key = f"person-{len(page) + 1}"
            page.append(Words(key, (left, top, wide, height(one, wide)), tuple(one)))
        top += high + 1.5 * GAP
    if page:
        yield tuple(page)


def committee_slides(told: Told) -> Iterator[Section]:
    """Who takes part in which stage, who decides and who has a say, where several do."""
    journey, words = told.journey, told.words
    found = committee(journey)
    if len({key for key, _ in found.cells}) < 2 or journey.facts.type == "b2c":
        return
    people = [one for key, one in journey.people.items() if key not in found.nowhere]
    rows = []
    for person in people:
        parts = [found.cells.get((person.key, at)) for at in range(len(journey.stages))]
        told_parts = [words.text(f"legend.{one.part}") if one else "–" for one in parts]
        rows.append((with_role(person, words), *told_parts))
    names = [stage.label for stage in journey.stages]
    said = [
        *_listed(words.text("matrix.deciding"), found.deciding, journey, words),
        *_listed(words.text("matrix.influencing"), found.influencing, journey, words),
    ]
    if not found.deciding:
        said.insert(0, Paragraph(words.text("matrix.nobody"), _TEXT))
    pages = stage_table(words.text("column.who"), names, rows, said, "committee")
    yield Section("committee", "committee", words.text("view.committee"), tuple(pages))


def _listed(
    title: str, found: dict[str, tuple[int, ...]], journey: Journey, words: Language
) -> Iterator[Paragraph]:
    if found:
        yield Paragraph(title, _TEXT, bold=True)
    for key, stages in found.items():
        names = words.listing([journey.stages[at].label for at in stages])
        text = joined(": ", (with_role(journey.people[key], words), names))
        yield Paragraph(text, _TEXT, bullet=True)
