"""A deck as Markdown: what a parser reads from it is what the deck has."""

import re
from html import unescape
from itertools import pairwise
from pathlib import PurePosixPath

import pytest
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from journeyctl.renderers.deck_markdown import FLAVOURS, Flavour, Written, deck_markdown
from journeyctl.slides.deck import (
    BODY,
    Chart,
    Deck,
    Figure,
    Paragraph,
    Slide,
    Table,
    Words,
)
from journeyctl.themes import BUILT_IN, built_in
from tests.slides.decks import SCRIPTS, SIGNS, deck

MADE = deck()
RENDERER = RendererHTML()
PARSER = MarkdownIt("commonmark").enable("table")


def slides(written: Written) -> list[str]:
    """What stands between the rules, without the front matter."""
    _, front, rest = written.text.split("---\n", 2)
    assert front
    return rest.split("\n---\n")


def tokens(text: str) -> list[Token]:
    """All that a slide is made of, with what its lines hold, in order."""
    return [inner for one in PARSER.parse(text) for inner in (one, *(one.children or ()))]


def said(text: str) -> str:
    """The words that a reader sees."""
    return " ".join(one.content for one in tokens(text) if one.type == "text")


def pictures(text: str) -> list[tuple[str, str]]:
    return [
        (
            str(one.attrs["src"]),
            RENDERER.renderInlineAsText(one.children, PARSER.options, {}),
        )
        for one in tokens(text)
        if one.type == "image"
    ]


@pytest.fixture(scope="module", params=FLAVOURS)
def flavour(request: pytest.FixtureRequest) -> Flavour:
    chosen: Flavour = request.param
    return chosen


@pytest.fixture(scope="module")
def written(flavour: Flavour) -> Written:
    return deck_markdown(MADE, flavour, "deck")


def test_each_slide_has_its_title_and_its_words(written: Written) -> None:
    found = slides(written)
    assert len(found) == len(MADE.slides)
    for slide, text in zip(MADE.slides, found, strict=True):
        parsed = PARSER.parse(text)
        title = next(after for one, after in pairwise(parsed) if one.type == "heading_open")
        shown = "".join(one.content for one in title.children or () if one.type == "text")
        assert shown == slide.title
        assert sum(one.tag in ("h1", "h2") and one.nesting == 1 for one in parsed) == 1
        assert not [one for one in tokens(text) if one.type in ("link_open", "code_inline")]


def test_tables_are_tables(written: Written) -> None:
    (text,) = [
        one
        for one, slide in zip(slides(written), MADE.slides, strict=True)
        if slide.id == "remarks"
    ]
    table = next(one for one in MADE.slides[-1].elements if isinstance(one, Table))
    parsed = PARSER.parse(text)
    cells = [after.content for one, after in pairwise(parsed) if one.type in ("th_open", "td_open")]
    assert len(cells) == len(table.head) * (1 + len(table.rows))
    rows = [
        "".join(child.content for child in after.children or () if child.type == "text")
        for one, after in pairwise(parsed)
        if one.type == "td_open"
    ]
    assert rows == [cell for row in table.rows for cell in row]


def test_pictures_are_beside_it_each_with_its_text(written: Written) -> None:
    linked = [one for text in slides(written) for one in pictures(text)]
    drawn = [
        element.alt
        for slide in MADE.slides
        for element in slide.elements
        if isinstance(element, Figure | Chart)
    ]
    assert [alt for _, alt in linked] == drawn
    assert [path for path, _ in linked] == list(written.pictures)
    for path, svg in written.pictures.items():
        assert PurePosixPath(path).parts[0] == "deck"
        assert svg.startswith("<?xml")


def test_notes_are_kept_where_presenters_look_for_them(written: Written, flavour: Flavour) -> None:
    for slide, text in zip(MADE.slides, slides(written), strict=True):
        if flavour == "marp":
            comments = re.findall(r"<!--\n(.*?)\n-->", text, re.S)
            assert comments == (["\n\n".join(slide.notes)] if slide.notes else [])
        else:
            parts = re.split(r"^\s*notes?:", text, flags=re.M | re.I)
            assert len(parts) == 1 + bool(slide.notes)
            if slide.notes:
                lines = [line for note in slide.notes for line in note.splitlines()]
                assert said(parts[1]).split() == " ".join(lines).split()


def note(*notes: str) -> str:
    """The comment that Marp gets."""
    slide = Slide("one", "people", "One", "", (), notes)
    return slides(deck_markdown(MADE._replace(slides=(slide,)), "marp", "deck"))[0]


@pytest.mark.parametrize("name", ["paginate", "class", "_class", "backgroundColor", "theme"])
def test_a_note_is_no_setting(name: str) -> None:
    assert f"\n{name}:" not in note(f"{name}: none")
    assert f'"{name}":' not in note(f'{{"{name}": none}}')
    assert note("Goal: ask them").count("Goal: ask them") == 1


def test_a_note_ends_where_it_is_to_end() -> None:
    text = note("See --> here", "And --!> there", "<!-- no -->")
    assert text.count("-->") == 1
    assert text.rstrip().endswith("-->")
    assert "--!>" not in text


@pytest.mark.parametrize("alt", ["bg left", "a contrast of 40% here", "w:100 invert"])
def test_the_text_of_a_picture_is_no_setting(alt: str) -> None:
    figure = MADE.slides[2].elements[0]
    assert isinstance(figure, Figure)
    slide = MADE.slides[2]._replace(elements=(figure._replace(alt=alt),))
    (text,) = slides(deck_markdown(MADE._replace(slides=(slide,)), "marp", "deck"))
    (raw,) = re.findall(r"!\[(.*)\]", text)
    assert not {"bg", "left", "contrast", "40%", "w:100", "invert"} & set(raw.split())
    ((path, said),) = pictures(text)
    assert (path, said.replace("\u200b", "")) == ("deck/flow.svg", alt)


def test_a_line_that_begins_with_note_is_none() -> None:
    slide = MADE.slides[1]._replace(title="Note: this", subtitle="", notes=(), elements=())
    text = deck_markdown(MADE._replace(slides=(slide,)), "reveal", "deck").text
    assert not re.search(r"^\s*notes?:", text, re.M | re.I)
    assert "Note: this" in said(text)


def named(*ids: str) -> Deck:
    slide = MADE.slides[2]
    return MADE._replace(slides=tuple(slide._replace(id=id) for id in ids))


def test_no_two_pictures_have_one_name() -> None:
    made = named("stage-ขาย", "Stage", "stage", "../up", "a" * 300)
    names = list(deck_markdown(made, "marp", "deck").pictures)
    assert len({name.casefold() for name in names}) == 5
    assert all(re.fullmatch(r"deck/[a-z0-9-]{1,64}\.svg", name) for name in names)
    twice = MADE.slides[2]._replace(elements=MADE.slides[2].elements * 2)
    (first, second) = deck_markdown(MADE._replace(slides=(twice,)), "marp", "deck").pictures
    assert (first, second) == ("deck/flow.svg", "deck/flow.2.svg")


@pytest.mark.parametrize("name", BUILT_IN)
def test_marp_has_the_colours_of_the_theme(name: str) -> None:
    theme = built_in(name)
    alone = deck(theme)
    text = deck_markdown(alone._replace(slides=alone.slides[:1]), "marp", "deck").text
    assert f"background: {theme.background}; color: {theme.ink};" in text
    assert f'title: "{MADE.title.split("<")[0]}' in text


def test_all_signs_and_scripts_are_in_it(written: Written) -> None:
    text = said(slides(written)[1])
    assert SIGNS in text
    assert all(one in text for one in SCRIPTS)


def test_a_title_is_no_markup_in_the_page_that_reveal_md_makes() -> None:
    """It writes the title of the front matter into its page as it stands."""
    text = deck_markdown(MADE._replace(title="</title><img src=x>"), "reveal", "deck").text
    head = text.split("---")[1]
    assert 'title: "&lt;/title&gt;&lt;img src=x&gt;"' in head


def test_no_text_ends_the_script_that_reveal_md_puts_it_into() -> None:
    words = Words("w", BODY, (Paragraph("</SCRIPT ><img src=x onerror=y>&lt;/script&gt;<!--"),))
    rows = Table("t", BODY, ("A",), (("</script>",),), (80.0,), (20.0, 20.0), 12.0)
    slide = Slide("a", "flow", "</ScRiPt>", "", (words, rows), ("</script>",))
    text = deck_markdown(MADE._replace(slides=(slide,)), "reveal", "deck").text
    body = unescape(text[text.index(".slide:") :]).lower()  # as a textarea reads it
    assert body.count("<\\/script") == 4
    assert "</" not in body.replace("&lt;/", "")
    assert "<!--" not in body[5:]
    shown = MarkdownIt().enable("table").render(unescape(text[text.index("## ") :]))
    assert shown.lower().count("&lt;/script") == 4
