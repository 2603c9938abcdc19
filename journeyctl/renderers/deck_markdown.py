"""A deck as Markdown for Marp or for reveal.js, with its pictures as files beside it.

Both read slides between lines of ``---``. Marp has the speaker's notes in comments (as Slidev
has), reveal-md and reveal.js have them behind a line that begins with ``Note:``.
"""

import json
import re
from collections.abc import Iterator, Sequence
from string import Template
from typing import Literal, NamedTuple
from urllib.parse import quote

from journeyctl.renderers.markdown import escape, table
from journeyctl.renderers.notation import printable
from journeyctl.renderers.svg import svg
from journeyctl.reports.tables import Table as Rows
from journeyctl.slides.chart import chart
from journeyctl.slides.deck import Chart, Deck, Figure, Slide, Table, Words
from journeyctl.templates import templates_folder
from journeyctl.themes import luminance
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
    """The deck in Markdown; ``folder`` is the name of the one for its pictures."""
    pictures: dict[str, str] = {}
    slides = []
    for number, slide in enumerate(deck.slides, 1):
        name = slide.id if _PLAIN.fullmatch(slide.id) else f"slide-{number}"
        blocks = [*_head(slide, flavour), *_body(slide, deck, f"{folder}/{name}", pictures)]
        notes = [_comment(slide.notes)] if flavour == "marp" else _behind(slide.notes)
        text = "\n\n".join(filter(None, [*blocks, *notes]))
        slides.append(text if flavour == "marp" else _unclosing(text))
    front = _marp(deck) if flavour == "marp" else _reveal(deck)
    return Written("\n\n".join([front, "\n\n---\n\n".join(slides)]) + "\n", pictures)


def _head(slide: Slide, flavour: Flavour) -> Iterator[str]:
    names = _classes(slide)
    if names and flavour == "marp":
        yield f"<!-- _class: {names} -->"
    elif names:
        yield f'<!-- .slide: class="{names}" -->'
    level = "#" if slide.kind == "title" and not slide.elements else "##"
    yield f"{level} {_escape(slide.title)}"
    if slide.subtitle:
        yield f"*{_escape(slide.subtitle)}*"


def _classes(slide: Slide) -> str:
    """How a slide is to be arranged: words beside a picture or in columns, and their size."""
    names = []
    lefts = {one.box[0] for one in slide.elements if isinstance(one, Words)}
    figures = [one for one in slide.elements if isinstance(one, Figure)]
    if slide.kind == "title" and not slide.elements:
        names.append("lead")
    elif len(lefts) == 1 and any(one.box[0] + one.box[2] <= min(lefts) for one in figures):
        names.append("beside")
    elif len(lefts) > 1:
        names.append(f"columns-{min(len(lefts), 3)}")
    if size := _size(slide):
        names.append(_named(size))
    return " ".join(names)


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
    return svg(drawing)


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


def _unclosing(text: str) -> str:
    """Markdown that ends no element around it.

    reveal-md puts all of it into a ``textarea``, where entities are decoded, and then into a
    ``script``, which ends at its end tag wherever that stands.
    """
    return re.sub(r"\\&(?=#?\w+;)", r"\\&amp;", re.sub(r"\\<([/!])", r"\\<\\\1", text))


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
    """What reveal-md reads, and for every reveal.js the look of all slides on the first."""
    from html import escape

    theme = "black" if luminance(deck.theme.background) < 0.2 else "white"
    settings = [
        "---",
        # reveal-md puts it into its page as it stands.
        f"title: {_quoted(escape(deck.title, quote=False))}",
        f"theme: {theme}",
        "revealOptions:",
        "  width: 1280",
        "  height: 720",
        "  margin: 0",
        "  center: false",
        "---",
    ]
    style = [
        "<style>",
        f".reveal-viewport {{ background: {deck.theme.background}; }}",
        ".reveal .slides {",
        "section { box-sizing: border-box; height: 720px; text-align: left; }",
        "h1, h2, h3 { text-transform: none; text-shadow: none; }",
        *_style(deck),
        "section.beside.present { display: grid !important; }",
        "}",
        "</style>",
    ]
    return "\n".join([*settings, "", *style])


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
    style = [f"  {line}" for line in _style(deck)]
    return "\n".join(["---", *lines, "style: |", *style, "---"])


def _quoted(text: str) -> str:
    """A text of YAML, of which JSON is a part."""
    return json.dumps(printable(text), ensure_ascii=False)


def _style(deck: Deck) -> list[str]:
    """The look: the theme, and each size of type that slides are laid out in."""
    plain = (templates_folder() / "slides" / "markdown.css").read_text("utf-8")
    sizes = sorted({size for slide in deck.slides if (size := _size(slide))})
    return [
        *Template(plain).substitute(deck.theme._asdict()).splitlines(),
        *(f"section.{_named(size)} {{ font-size: {size / 0.75:.1f}px; }}" for size in sizes),
    ]


def _size(slide: Slide) -> float:
    """The size of most type on a slide, in points; 0.0 without words."""
    sizes = [one.size for one in slide.elements if isinstance(one, Table)]
    for element in slide.elements:
        if isinstance(element, Words):
            sizes += [one.size for one in element.paragraphs if not one.bold]
    return min(sizes, default=0.0)


def _named(size: float) -> str:
    return f"size-{size:g}".replace(".", "-")
