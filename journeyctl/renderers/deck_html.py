"""A deck as one page of HTML: no file beside it, no network, nothing run that is not ours.

The page's policy names its one script and its one style by their SHA-256, so nothing that is
written in a journey can run or restyle it; and everything from a journey is escaped. Each place
and size is a rule of the style, in slide points of which ``--u`` is one.
"""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from typing import NamedTuple, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from journeyctl.fonts import wrap
from journeyctl.renderers.deck_figures import Figures, Palette, without
from journeyctl.renderers.notation import number
from journeyctl.renderers.svg import FALLBACK_FONTS
from journeyctl.slides import measure
from journeyctl.slides.chart import chart
from journeyctl.slides.compose import fitted, parts
from journeyctl.slides.deck import (
    SUBTITLE,
    TITLE,
    TITLE_ALONE,
    Box,
    Chart,
    Deck,
    Element,
    Figure,
    Paragraph,
    Slide,
    Table,
    Words,
)
from journeyctl.templates import templates_folder
from journeyctl.themes import Theme, luminance
from journeyctl.views.drawing import Drawing
from journeyctl.words import words_for

_STAGED = ("flow", "map")
_ON_TITLE: Box = (80.0, 324.0, 800.0, 72.0)  # the subtitle of the first slide
_COLOURS = ("background", "ink", "muted", "brand", "card", "card_line", "band", "grid", "on_strong")


class Line(NamedTuple):
    """A line of text as it was measured, and whether a space was where it was broken."""

    text: str
    spaced: bool


class Text(NamedTuple):
    """A text in lines; ``classes`` give its size."""

    lines: tuple[Line, ...]
    classes: str


def html(deck: Deck, night: Deck | None = None) -> str:
    """The page of a deck.

    With ``night``, the same deck in a dark theme, the page is light or dark as its reader's
    system is, and can be switched; on paper it is light. The same decks give the same bytes.

    Raises ValueError where the two decks are not alike.
    """
    page = _Page(deck, night or deck)
    slides = list(page.slides())
    words = words_for(deck.language)
    script, style = _file("deck.js"), _file("deck.css") + page.style()
    template = _environment().get_template("deck.html.j2")
    return template.render(
        deck=deck,
        slides=slides,
        two=night is not None,
        say=words.text,
        number=words.number,
        script=Markup(script),  # noqa: S704 - a file of ours
        style=Markup(style),  # noqa: S704 - a file of ours, and numbers and colours that are checked
        script_hash=_hash(script),
        style_hash=_hash(style),
    )


class Shown(NamedTuple):
    """A slide as the template writes it; ``art``, an SVG, only behind a title that is alone."""

    slide: Slide
    title: Text
    subtitle: Text | None
    art: str
    elements: list[dict[str, object]]


class _Page:
    """The slides of a page, and the rules and colours that they need."""

    def __init__(self, deck: Deck, night: Deck) -> None:
        self._deck, self._night = deck, night
        self._palette, self._rules = Palette(), _Rules()
        self._figures = Figures(self._palette)

    def slides(self) -> Iterator[Shown]:
        """Each slide."""
        for at, (slide, dark) in enumerate(zip(self._deck.slides, self._night.slides, strict=True)):
            first = slide.kind == "title" and not slide.elements
            above, below = (TITLE, 26.0), (SUBTITLE, 14.0)
            if first:
                above, below = (TITLE_ALONE, 40.0), (_ON_TITLE, 20.0)
            elements = [
                self._element(slide, one, other)
                for one, other in zip(slide.elements, dark.elements, strict=True)
            ]
            yield Shown(
                slide,
                self._fitted(slide.title, *above, bold=True),
                self._fitted(slide.subtitle, *below, bold=False) if slide.subtitle else None,
                self._art(at) if first else "",
                elements,
            )

    def _art(self, at: int) -> str:
        """What is drawn behind the words of a title that is alone."""
        day, night = (
            parts(deck.slides[at], deck, at + 1)[0].drawing for deck in (self._deck, self._night)
        )
        prefix = f"{self._deck.slides[at].id}.art"
        day, night = (without(one, ("title", "subtitle")) for one in (day, night))
        svg = self._figures.svg(prefix, day, night, self._deck.theme.logo, staged=False)
        return Markup(svg)  # noqa: S704 - all of a journey in it is escaped

    def _fitted(self, text: str, box: Box, size: float, *, bold: bool) -> Text:
        """A text in a box, in smaller type where it would not fit."""
        lines, size = fitted(text, box, size, bold=bold)
        return Text(_lines(text, lines), f"{self._rules.box(box)} {self._rules.size(size)}")

    def _element(self, slide: Slide, one: Element, dark: Element) -> dict[str, object]:
        shown: dict[str, object] = {
            "kind": type(one).__name__.lower(),
            "box": self._rules.box(one.box),
            "one": one,
        }
        if isinstance(one, Words):
            shown["blocks"] = list(self._blocks(one))
        elif isinstance(one, Table):
            shown |= self._table(one)
        else:
            day, night = self._drawings(one, dark)
            prefix = f"{slide.id}.{one.key}"
            staged = isinstance(one, Figure) and slide.kind in _STAGED
            svg = self._figures.svg(prefix, day, night, one.alt, staged=staged)
            shown["svg"] = Markup(svg)  # noqa: S704 - all of a journey in it is escaped
        return shown

    def _drawings(self, one: Element, dark: Element) -> tuple[Drawing, Drawing]:
        """The drawing of a figure or a chart by day and by night."""
        if isinstance(one, Figure) and isinstance(dark, Figure):
            return one.drawing, dark.drawing
        if isinstance(one, Chart) and isinstance(dark, Chart):
            language = self._deck.language
            day, night = self._deck.theme, self._night.theme
            return chart(one, day, language), chart(dark, night, language)
        raise ValueError("The two decks have different slides.")

    def _blocks(self, words: Words) -> Iterator[tuple[bool, list[tuple[Paragraph, Text]]]]:
        """The paragraphs of a box, those of a list together: whether they are one, and they."""
        block: list[tuple[Paragraph, Text]] = []
        for paragraph in words.paragraphs:
            if block and block[-1][0].bullet != paragraph.bullet:
                yield block[0][0].bullet, block
                block = []
            lines = _lines(paragraph.text, measure.lines(paragraph, words.box[2]))
            block.append((paragraph, Text(lines, self._rules.size(paragraph.size))))
        if block:
            yield block[0][0].bullet, block

    def _table(self, table: Table) -> dict[str, object]:
        def row(cells: Sequence[str], *, bold: bool = False) -> list[Text]:
            rooms = [wide - 2 * measure.PAD_X for wide in table.widths]
            return [
                Text(_lines(cell, wrap(cell, room, table.size, bold=bold)), "")
                for cell, room in zip(cells, rooms, strict=True)
            ]

        heights = [self._rules.rule(f"height:{_units(high)}") for high in table.heights]
        return {
            "size": self._rules.size(table.size),
            "columns": [self._rules.rule(f"width:{_units(wide)}") for wide in table.widths],
            "head": (heights[0], row(table.head, bold=True)),
            "rows": [
                (high, row(cells)) for high, cells in zip(heights[1:], table.rows, strict=True)
            ],
        }

    def style(self) -> str:
        """The rules that this page needs: its colours, places and sizes."""
        day = _variables(self._deck.theme, self._palette.colours(night=False))
        dark = _variables(self._night.theme, self._palette.colours(night=True))
        font = self._deck.theme.font
        if not (font.isascii() and font.replace(" ", "").isalnum()):
            raise ValueError(f"not a font's name: {font!r}")
        fonts = ",".join(
            one if one == "sans-serif" else f'"{one}"'
            for one in dict.fromkeys((font, *FALLBACK_FONTS))
        )
        out = [f":root{{--font:{fonts};{day}}}"]
        if self._night is not self._deck:
            # Paper is light, unless dark colours were chosen by hand.
            auto = "@media screen and (prefers-color-scheme:dark)"
            out.append(f"{auto}{{:root:not(.day){{{dark}}}}}")
            out.append(f":root.night{{{dark}}}")
        return "\n".join([*out, *self._rules.written(), ""])


class _Rules:
    """Rules of style: a class for each set of measures, since elements may have none of their
    own."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def rule(self, declarations: str) -> str:
        """The class that declares this."""
        return self._names.setdefault(declarations, f"r{len(self._names) + 1}")

    def box(self, box: Box) -> str:
        """The class of what stands in a box."""
        places = zip(("left", "top", "width", "height"), box, strict=True)
        return self.rule(";".join(f"{name}:{_units(value)}" for name, value in places))

    def size(self, size: float) -> str:
        """The class of type of a size in points."""
        return self.rule(f"font-size:{_units(size)}")

    def written(self) -> list[str]:
        """The rules, a line each."""
        return [f".{name}{{{declared}}}" for declared, name in self._names.items()]


def _units(points: float) -> str:
    return f"calc({number(points)}*var(--u))"


def _variables(theme: Theme, colours: dict[str, str]) -> str:
    """The colours of a theme, and those of the drawings. Raises ValueError for no colour."""
    own = {one.replace("_", "-"): cast("str", getattr(theme, one)) for one in _COLOURS}
    for value in (*own.values(), *colours.values()):
        if len(value) != 7 or value[0] != "#" or value[1:].strip("0123456789abcdefABCDEF"):
            raise ValueError(f"not a colour: {value!r}")
    named = [f"--{name}:{value}" for name, value in (own | colours).items()]
    scheme = "light" if luminance(theme.background) > luminance(theme.ink) else "dark"
    return ";".join([*named, f"color-scheme:{scheme}"])


def _lines(text: str, lines: Sequence[str]) -> tuple[Line, ...]:
    """Measured lines of a text, and whether each ends at a space of it."""
    plain, at, found = " ".join(text.split()), 0, []
    for line in lines:
        at += len(line)
        found.append(Line(line, plain[at : at + 1] == " "))
        at += found[-1].spaced
    return tuple(found)


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _file(name: str) -> str:
    return (templates_folder() / "slides" / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates_folder() / "slides"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
