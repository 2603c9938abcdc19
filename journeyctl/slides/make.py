"""The deck of a journey, or of several beside each other."""

from collections.abc import Collection, Iterator, Sequence

from journeyctl.fonts import wrap
from journeyctl.model.journey import Journey
from journeyctl.slides.comparison import compared
from journeyctl.slides.deck import KINDS, Deck, Slide
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
    told = Told(journeys[0], setting, workshop=kind == "workshop")
    sections = list(compared(told, journeys) if kind == "comparison" else _all(told, chosen))
    slides = tuple(slide for one in sections if one.kind in chosen for slide in _slides(one, told))
    title = sections[0].title if kind == "comparison" else journeys[0].facts.title
    return Deck(title, setting.words.language, setting.theme, slides)


def _all(told: Told, chosen: Sequence[str]) -> Iterator[Section]:
    """The sections of some kinds, in the order of the deck."""
    for kind in chosen:
        if kind in _MAKERS:
            yield from _MAKERS[kind](told)


def _slides(section: Section, told: Told) -> Iterator[Slide]:
    """The slides of a section, numbered where they are several."""
    count = len(section.pages)
    for number, elements in enumerate(section.pages, 1):
        title = section.title
        if count > 1:
            title = told.words.text("slides.of", title=title, number=number, count=count)
        yield Slide(
            section.id if number == 1 else f"{section.id}-{number}",
            section.kind,
            title,
            " ".join(wrap(section.subtitle, 880.0, 14.0, most=1)),
            elements,
            section.notes if number == 1 else (),
        )
