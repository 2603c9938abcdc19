"""What the makers of slides work with: a journey and its words, and sections of slides."""

from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple, TypeAlias

from journeyctl.model.journey import Journey
from journeyctl.reports.steps import Teller
from journeyctl.slides.bounds import in_bounds
from journeyctl.slides.deck import KINDS
from journeyctl.slides.pages import Page
from journeyctl.views.setting import Setting


class Section(NamedTuple):
    """Slides on one thing: as many as there are pages. ``notes`` are those of the first."""

    id: str
    kind: str
    title: str
    pages: tuple[Page, ...]
    subtitle: str = ""
    notes: tuple[str, ...] = ()


class Told:
    """A journey, and how slides are to be made of it; ``workshop`` is whether people are to
    work with them, ``kinds`` what kinds of slides the deck has."""

    def __init__(
        self, journey: Journey, setting: Setting, *, workshop: bool, kinds: Collection[str] = KINDS
    ) -> None:
        self.journey, self.setting, self.workshop = in_bounds(journey), setting, workshop
        self.words, self.kinds = setting.words, kinds
        self.teller = Teller(self.journey, setting.words)


Maker: TypeAlias = Callable[[Told], Iterator[Section]]
