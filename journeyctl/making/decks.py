"""What ``slides`` makes of journeys: decks, as ``orders`` wants it."""

import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeyctl import kinds, pipeline
from journeyctl.diagnostics import Diagnostic, Failure
from journeyctl.making.makers import OWN
from journeyctl.making.orders import Made, Sources
from journeyctl.model.journey import Journey
from journeyctl.outputs import origin

if TYPE_CHECKING:
    from journeyctl.renderers.deck_markdown import Flavour
    from journeyctl.slides.deck import Deck
    from journeyctl.themes import Theme

LARGEST = 200_000_000
"""Bytes of a design, at the most."""

_PICTURE = re.compile(r"^!\[.*\]\((\S+)\)$", re.MULTILINE)
_NOTES = re.compile(r"^<!--\n.*?\n-->$", re.MULTILINE | re.DOTALL)


class Design(NamedTuple):
    """A PowerPoint file whose design slides are to have: its path, what is in it, and what stands
    for that in an origin."""

    path: str
    data: bytes
    digest: str


def design(path: str) -> Design:
    """The design in a PowerPoint file. Raises OSError where it cannot be read."""
    if not stat.S_ISREG(Path(path).stat().st_mode):
        raise OSError(0, "it is no ordinary file")
    with Path(path).open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError(0, f"it is larger than {LARGEST // 1_000_000} MB")
    return Design(path, data, origin.digest(data))


class Decks(NamedTuple):
    """Decks, each named ``DECK.FORMAT``, such as ``overview.pptx``; see ``slides.make.DECKS``.

    ``only`` and ``skip`` are kinds of slides, sorted; ``words`` is the language of the built-in
    words, "" for that of the (first) journey; ``theme`` None is light, and with ``night`` HTML is
    dark where the machine that shows it is. ``folder`` is that of the pictures of Markdown;
    ``library`` is what writes PowerPoint, with its version.
    """

    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    theme: "Theme | None" = None
    night: bool = False
    words: str = ""
    design: Design | None = None
    flavour: "Flavour" = "marp"
    folder: str = ""
    library: str = ""

    def tool(self, name: str) -> str:
        return f"{OWN} and {self.library}" if name.endswith(".pptx") else OWN

    def way(self, name: str) -> str:
        own = {
            "pptx": self.design and self.design.digest,
            "html": self.night,
            "md": (self.flavour, self.folder),
        }.get(name.rpartition(".")[2])
        return repr((name, self.only, self.skip, self.theme, self.words, own))

    def make(self, sources: Sources, names: tuple[str, ...]) -> Made:
        journeys, findings = self._checked(sources)
        outputs, pictures = dict[str, bytes](), dict[str, dict[str, bytes]]()
        for name in names:
            deck = self._deck(journeys, name)
            if not deck:
                findings += _nothing(journeys)
                continue
            try:
                if name.endswith(".md"):
                    outputs[name], pictures[name] = self._markdown(deck)
                else:
                    if name.endswith(".pdf"):
                        findings += _without_glyphs(journeys[0], deck)
                    outputs[name] = self._written(journeys, deck, name)
            except Failure as failure:
                path = journeys[0].source.path
                if self.design and failure.kind == kinds.BAD_DESIGN:
                    path = self.design.path
                findings.append(Diagnostic(failure.kind, failure.message, path, help=failure.help))
        return Made(outputs, findings, pictures)

    def makes(self, sources: Sources, names: tuple[str, ...]) -> tuple[str, ...]:
        journeys, _ = self._checked(sources)
        return tuple(name for name in names if self._deck(journeys, name))

    def beside(self, name: str, place: Path) -> tuple[Path, ...]:
        if not name.endswith(".md"):
            return ()
        from urllib.parse import quote, unquote

        try:
            text = place.read_text("utf-8", "replace")
        except OSError:
            return ()
        # A note may say what looks like a picture; a label is escaped.
        named = _PICTURE.findall(_NOTES.sub("", text))
        folder = f"{quote(self.folder)}/"
        return tuple(place.parent / unquote(one) for one in named if one.startswith(folder))

    def _checked(self, sources: Sources) -> tuple[list[Journey], list[Diagnostic]]:
        """The journeys, with built-in words in one language, and what is found in them."""
        language = self.words
        journeys: list[Journey] = []
        findings: list[Diagnostic] = []
        for source in sources:
            journey, found = pipeline.check(source, language)
            language = language or journey.facts.language
            journeys.append(journey)
            findings += found
        return journeys, findings

    def _deck(self, journeys: list[Journey], name: str, theme: str = "") -> "Deck | None":
        """The deck, in the colours of a built-in ``theme`` if that is told; None where there is
        nothing to show in it."""
        from journeyctl.slides.make import make
        from journeyctl.themes import built_in
        from journeyctl.views.setting import setting_for

        if not all(journey.stages for journey in journeys):
            return None
        colours = built_in(theme) if theme else self.theme or built_in("light")
        setting = setting_for(journeys[0])._replace(theme=colours)
        deck = make(journeys, name.partition(".")[0], setting, self.only, self.skip)
        return deck if deck.slides else None

    def _written(self, journeys: list[Journey], deck: "Deck", name: str) -> bytes:
        """The deck in a format of one file. Raises Failure."""
        if name.endswith(".pptx"):
            from journeyctl.renderers.pptx import pptx

            return pptx(deck, self.design and self.design.data)
        if name.endswith(".html"):
            from journeyctl.renderers.deck_html import html

            night = self._deck(journeys, name, "dark") if self.night else None
            return html(deck, night).encode()
        from journeyctl.renderers.deck_pdf import deck_pdf

        return deck_pdf(deck)

    def _markdown(self, deck: "Deck") -> tuple[bytes, dict[str, bytes]]:
        from journeyctl.renderers.deck_markdown import deck_markdown

        made = deck_markdown(deck, self.flavour, self.folder)
        return made.text.encode(), {path: svg.encode() for path, svg in made.pictures.items()}


def _nothing(journeys: list[Journey]) -> list[Diagnostic]:
    """That there are no slides, and why."""
    empty = [one.source.path for one in journeys if not one.stages]
    if empty:
        message = "No slides were made: the journey has no stages."
        return [Diagnostic(kinds.NOTHING_TO_DRAW, message, path) for path in empty]
    message = "No slides were made: the journey tells nothing of what was asked for."
    help = "Leave `--only` and `--skip` out to see what there is."
    return [Diagnostic(kinds.NOTHING_TO_DRAW, message, journeys[0].source.path, help=help)]


def _without_glyphs(first: Journey, deck: "Deck") -> list[Diagnostic]:
    """A warning where the letters of a PDF lack any of the deck's."""
    from journeyctl.glyphs import without_glyphs
    from journeyctl.slides.compose import parts

    placed = [part for slide in deck.slides for part in parts(slide, deck, 1)]
    shapes = tuple(shape for part in placed for shape in part.drawing.shapes)
    whole = placed[0].drawing._replace(shapes=shapes)
    return without_glyphs(first.source, whole, "bundled", ["pdf"])
