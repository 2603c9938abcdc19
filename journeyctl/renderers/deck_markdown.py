"""A deck as Markdown for Marp or for reveal.js, with its pictures as files beside it.

Both read slides between lines of ``---``. Marp has the speaker's notes in comments (as Slidev
has), reveal-md and reveal.js have them behind a line that begins with ``Note:``.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple
from urllib.parse import quote

from journeyctl.outputs import engine
from journeyctl.renderers.dot import dot, printable
from journeyctl.renderers.markdown import escape, table
from journeyctl.renderers.svg import finish
from journeyctl.reports.tables import Table as Rows
from journeyctl.slides.chart import chart
from journeyctl.slides.deck import Chart, Deck, Figure, Slide, Table, Words
from journeyctl.themes import Theme, luminance
from journeyctl.views.drawing import Drawing

Flavour = Literal["marp", "reveal"]

FLAVOURS: tuple[Flavour, ...] = ("marp", "reveal")

_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
# A word that an image's text has for Marp: "contrast" is a filter, "40%" a size.
_OPTION = re.compile(
    r"(?<!\S)(?=(?:bg|fit|cover|contain|auto|left|right|vertical|blur|brightness|contrast"
    r"|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia|w|width|h|height)(?:[:\s]|$)"
    r"|[\d.]+%(?:\s|$))"
)
# What is a setting to Marp where a comment has it before a colon.
_SETTING = re.compile(
    r"(?<![^\W_])(theme|style|headingDivider|lang|paginate|header|footer|class|background\w+|color|math"
    r"|size|transition|title|author|description|image|keywords|url)(?=[\"']?\s*:)"
)
_NOTE = re.compile(r"(notes?):", re.IGNORECASE)
_SHORTCODE = re.compile(r":(?=[\w+-]+:)")  # Marp makes an emoji of :heart:


class Written(NamedTuple):
    """The text, and the SVG of each picture by its path beside it, with slashes."""

    text: str
    pictures: dict[str, str]


def deck_markdown(deck: Deck, flavour: Flavour, folder: str) -> Written:
    """The deck in Markdown; ``folder`` is the name of the one for its pictures. Raises Failure
    where the engine does not draw."""
    pictures: dict[str, str] = {}
    slides = []
    for number, slide in enumerate(deck.slides, 1):
        name = slide.id if _PLAIN.fullmatch(slide.id) else f"slide-{number}"
        blocks = [*_head(slide, flavour), *_body(slide, deck, f"{folder}/{name}", pictures)]
        notes = [_comment(slide.notes)] if flavour == "marp" else _behind(slide.notes)
        slides.append("\n\n".join(filter(None, [*blocks, *notes])))
    front = _marp(deck) if flavour == "marp" else _reveal(deck)
    return Written("\n\n".join([front, "\n\n---\n\n".join(slides)]) + "\n", pictures)


def _head(slide: Slide, flavour: Flavour) -> Iterator[str]:
    if flavour == "marp":
        yield _class(slide)
    level = "#" if slide.kind == "title" else "##"
    yield f"{level} {_escape(slide.title)}"
    if slide.subtitle:
        yield f"*{_escape(slide.subtitle)}*"


def _class(slide: Slide) -> str:
    """How Marp is to arrange a slide: words beside a picture, or in columns."""
    columns = len([one for one in slide.elements if isinstance(one, Words)])
    if any(isinstance(one, Figure) for one in slide.elements) and columns:
        return "<!-- _class: beside -->"
    tops = {one.box[1] for one in slide.elements}
    if columns == len(slide.elements) > len(tops):
        return "<!-- _class: columns -->"
    return "<!-- _class: lead -->" if slide.kind == "title" else ""


def _body(slide: Slide, deck: Deck, name: str, pictures: dict[str, str]) -> Iterator[str]:
    for element in slide.elements:
        if isinstance(element, Words):
            yield from _words(element)
        elif isinstance(element, Table):
            yield table(Rows(element.head, element.rows))
        else:
            path, count = f"{name}.svg", 1
            while path in pictures:
                count += 1
                # No other slide's: there is no dot in the name of one.
                path = f"{name}.{count}.svg"
            pictures[path] = _svg(element, deck)
            yield f"![{_alternative(element.alt)}]({quote(path)})"


def _svg(element: Figure | Chart, deck: Deck) -> str:
    if isinstance(element, Chart):
        drawing: Drawing = chart(element, deck.theme, deck.language)
    else:
        drawing = element.drawing._replace(scale=element.scale)
    return finish(drawing, engine.draw(dot(drawing), "svg"))


def _words(element: Words) -> Iterator[str]:
    """Paragraphs, those of a list in one block."""
    items: list[str] = []
    for paragraph in element.paragraphs:
        text = _escape(paragraph.text)
        if paragraph.bullet:
            items.append(f"- **{text}**" if paragraph.bold else f"- {text}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield f"### {text}" if paragraph.bold else text
    if items:
        yield "\n".join(items)


def _escape(text: str) -> str:
    """Markdown that shows the text and that no presenter takes for more."""
    return _SHORTCODE.sub(r"\\:", _NOTE.sub(r"\1\\:", escape(printable(text))))


def _alternative(text: str) -> str:
    """With a sign of no width, a word is none of Marp's."""
    return _OPTION.sub("\u200b", _escape(text))


def _comment(notes: Sequence[str]) -> str:
    """Notes for Marp: a comment that is no setting, and ends where it is to end."""
    if not notes:
        return ""
    text = "\n\n".join(notes)
    text = _SETTING.sub("\\1\u200b", text).replace("<!--", "<! --")
    return f"<!--\n{re.sub(r'--(?=!?>)', '-- ', text)}\n-->"


def _behind(notes: Sequence[str]) -> Iterator[str]:
    if notes:
        yield "Note:"
    for note in notes:
        # Two spaces at the end of a line break it.
        yield "  \n".join(_escape(line) for line in note.splitlines())


def _reveal(deck: Deck) -> str:
    theme = "black" if luminance(deck.theme.background) < 0.2 else "white"
    return f"---\ntitle: {_quoted(deck.title)}\ntheme: {theme}\n---"


def _marp(deck: Deck) -> str:
    settings = {
        "marp": "true",
        "title": _quoted(deck.title),
        "lang": _quoted(deck.language),
        "theme": "default",
        "size": "16:9",
        "paginate": "true",
        "footer": _quoted(_escape(deck.title)),
    }
    lines = [f"{key}: {value}" for key, value in settings.items()]
    style = [f"  {line}" for line in _style(deck.theme)]
    return "\n".join(["---", *lines, "style: |", *style, "---"])


def _quoted(text: str) -> str:
    """A text of YAML, of which JSON is a part."""
    return json.dumps(printable(text), ensure_ascii=False)


def _style(theme: Theme) -> list[str]:
    """The theme for Marp, with type as large as the slides are laid out for."""
    return [
        f"section {{ background: {theme.background}; color: {theme.ink}; font-size: 20px;"
        f" font-family: '{theme.font}', Arimo, 'Liberation Sans', Arial, sans-serif;"
        " padding: 36px 53px 48px; place-content: start; display: block; }",
        f"section::after, footer {{ color: {theme.muted}; font-size: 14px; }}",
        "h1, h2 { font-size: 35px; margin: 0 0 8px; }",
        f"h1, h2, strong {{ color: {theme.ink}; }}",
        f"h3 {{ color: {theme.brand}; font-size: 21px; margin: 14px 0 4px; break-after: avoid; }}",
        f"em {{ color: {theme.muted}; font-style: normal; }}",
        "p, ul { margin: 6px 0; }",
        "img:not(.emoji) { display: block; margin: 8px auto; max-width: 100%; max-height: 510px; }",
        "table { display: table; width: 100%; font-size: 18px; margin: 8px 0; }",
        f"section tr, section td {{ background: {theme.background}; border-color: {theme.grid}; }}",
        f"section th {{ background: {theme.band}; color: {theme.ink}; text-align: left;"
        f" border-color: {theme.grid}; }}",
        "td:empty { height: 24px; }",
        f"section.lead {{ border-left: 32px solid {theme.brand}; padding-top: 250px; }}",
        "section.lead h1 { font-size: 53px; }",
        "section.columns { columns: 2; column-gap: 27px; }",
        "section.columns h2, section.columns p:has(> em) { column-span: all; }",
        "section.beside { display: grid; grid-template-columns: auto 30%; column-gap: 27px;"
        " align-content: start; }",
        "section.beside > * { grid-column: 2; }",
        "section.beside > h2, section.beside > p:has(> em) { grid-column: 1 / -1; }",
        "section.beside > p:has(> img:not(.emoji)) { grid-column: 1; grid-row: 3 / span 40; }",
        "section.beside > footer { grid-column: auto; }",
    ]
