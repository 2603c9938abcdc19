"""The deck of a journey, or of several beside each other."""

from collections.abc import Collection, Iterator, Sequence

from journeyctl.fonts import wrap
from journeyctl.model.journey import Journey
from journeyctl.slides.comparison import compared
from journeyctl.slides.deck import KINDS, SUBTITLE, Deck, Slide
from journeyctl.slides.map import map_slides
from journeyctl.slides.numbers import channels, feelings, ways_through
from journeyctl.slides.opening import opening
from journeyctl.slides.overview import overview
from journeyctl.slides.people import committee_slides, people
from journeyctl.slides.remarks import next_steps, remarks
from journeyctl.slides.stages import stages
from journeyctl.slides.told import Maker, Section, Told
from journeyctl.views.setting import Setting

DECKS = ("overview", "workshop", "comparison")
"""The kinds of decks."""

_SUBTITLE = 14.0  # size of its type

_MAKERS: dict[str, Maker] = {
    "title": opening,
    "people": people,
    "flow": overview,
    "map": map_slides,
    "stage": stages,
    "feelings": feelings,
    "channels": channels,
    "committee": committee_slides,
    "ways": ways_through,
    "remarks": remarks,
    "next": next_steps,
}


def make(
    journeys: Sequence[Journey],
    kind: str,
    setting: Setting,
    only: Collection[str] = (),
    skip: Collection[str] = (),
) -> Deck:
    """The deck of a kind in ``DECKS``: of one journey, or with ``comparison`` of two or more.

    ``only`` and ``skip`` name kinds of slides, ``deck.KINDS``; no ``only`` is all of them.
    """
    chosen = [one for one in KINDS if (one in only or not only) and one not in skip]
    told = Told(journeys[0], setting, workshop=kind == "workshop", kinds=chosen)
    sections = list(compared(told, journeys) if kind == "comparison" else _all(told, chosen))
    slides: list[Slide] = []
    used: set[str] = set()
    for section in sections:
        if section.kind in chosen:
            slides += _slides(section, told, used)
    title = sections[0].title if kind == "comparison" else told.journey.facts.title
    return Deck(title, setting.words.language, setting.theme, tuple(slides))


def _all(told: Told, chosen: Sequence[str]) -> Iterator[Section]:
    """The sections of some kinds, in the order of the deck."""
    for kind in chosen:
        if kind in _MAKERS:
            yield from _MAKERS[kind](told)


def _slides(section: Section, told: Told, used: set[str]) -> Iterator[Slide]:
    """The slides of a section, numbered where they are several. Their ids become ``used``."""
    count = len(section.pages)
    for number, elements in enumerate(section.pages, 1):
        id = section.id if number == 1 else f"{section.id}-{number}"
        while id in used:  # stages may be called alike
            id += "-again"
        used.add(id)
        title = section.title
        if count > 1:
            title = told.words.text("slides.of", title=title, number=number, count=count)
        subtitle = section.subtitle
        if elements or section.kind != "title":  # There is room for several lines under a title.
            subtitle = wrap(subtitle, SUBTITLE[2], _SUBTITLE, most=1)[0]
        notes = section.notes if number == 1 else ()
        yield Slide(id, section.kind, title, subtitle, elements, notes)
