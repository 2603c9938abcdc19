"""A deck as a page: whole in itself, legible to a parser, and deaf to what a journey says."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl.renderers.deck_html import html
from journeyctl.slides.deck import BODY, Chart, Deck, Figure, Paragraph, Series, Slide, Table, Words
from journeyctl.themes import BUILT_IN, LIGHT, built_in
from journeyctl.words import LANGUAGES, words_for
from tests.slides.decks import SCRIPTS, SIGNS, deck, figure, sample

HOSTILE = (
    "</script><script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x='",
    "<!--<script>",
    "]]><svg onload=alert(1)>",
    "{{ 7 * 7 }} {% raw %} ${7 * 7}",
    "javascript:alert(1)",
)
"""Texts that would be markup or script wherever they were not escaped."""

_PARTS = """
    html head meta title style script body a nav button svg path main section div h1 h2 p span wbr
    ul li figure figcaption table colgroup col thead tbody tr th td footer aside dialog dl dt dd
    kbd desc g rect ellipse polygon text
"""
TAGS = frozenset(_PARTS.split())
"""All that a page of ours is made of."""

VOID = frozenset(["meta", "wbr", "col"])


class Page(HTMLParser):
    """What a parser finds in a page: elements with their attributes, and the text in each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self._open: list[int] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), tag
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.texts.append("")
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self._open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for at in self._open:
            self.texts[at] += data

    def of(self, tag: str, name: str = "") -> list[str]:
        """The texts of all elements of a tag, or of those with a class."""
        return [
            text
            for (one, about), text in zip(self.elements, self.texts, strict=True)
            if one == tag and (not name or name in about.get("class", "").split())
        ]

    def ids(self) -> list[str]:
        return [about["id"] for _, about in self.elements if "id" in about]


@cache
def everything() -> str:
    return html(deck(), deck(built_in("dark")))


@cache
def page() -> Page:
    return Page(everything())


def words(*texts: str, id: str = "words", title: str = "") -> Slide:
    paragraphs = tuple(Paragraph(text, bullet=bool(at % 2)) for at, text in enumerate(texts))
    return Slide(id, "people", title or texts[0], "", (Words("words", BODY, paragraphs),), texts)


def small(*slides: Slide, language: str = "en") -> Deck:
    return Deck(slides[0].title, language, LIGHT, slides)


def test_nothing_runs_and_nothing_is_loaded_but_what_the_policy_names() -> None:
    found = page()
    policies = [
        about["content"]
        for tag, about in found.elements
        if about.get("http-equiv") == "Content-Security-Policy"
    ]
    (script,), (style,) = found.of("script"), found.of("style")
    scripts, styles = (
        b64encode(sha256(text.encode()).digest()).decode() for text in (script, style)
    )
    assert policies == [
        f"default-src 'none'; script-src 'sha256-{scripts}'; style-src 'sha256-{styles}';"
        " base-uri 'none'; form-action 'none'"
    ]
    assert not re.search(r"url\(|@import|image-set|expression", style)
    assert not re.search(r"innerHTML|eval|Function\(|document\.write|fetch|import\(", script)


def test_no_element_refers_to_anything_outside() -> None:
    for tag, about in page().elements:
        assert tag in TAGS
        assert not [name for name in about if name.startswith("on") or name == "style"], about
        assert not {"src", "srcset", "data", "action", "xlink:href"} & about.keys()
        assert about.get("href", "#").startswith("#")


def test_every_slide_has_its_title_its_link_and_its_notes() -> None:
    slides = deck().slides
    found = page()
    sections = [about for tag, about in found.elements if tag == "section"]
    assert [about["id"] for about in sections] == [slide.id for slide in slides]
    titles = found.of("h1") + found.of("h2", "title")
    assert titles == [" ".join(slide.title.split()) for slide in slides]
    assert [about["aria-labelledby"] for about in sections] == [f"{one.id}.title" for one in slides]
    links = [about["href"] for _, about in found.elements if about.get("class") == "link"]
    assert links == [f"#{slide.id}" for slide in slides]
    for slide, told in zip(slides, found.of("div", "notes"), strict=True):
        said = "\n".join(slide.notes) or words_for("en").text("slides.show.no-notes")
        assert told.split() == said.split()


def test_ids_are_unique_and_what_refers_to_one_finds_it() -> None:
    ids = page().ids()
    assert len(ids) == len(set(ids)) > 100
    for _, about in page().elements:
        for name in ("aria-labelledby", "aria-describedby"):
            assert set(about.get(name, ids[0]).split()) <= set(ids)
        assert about.get("href", f"#{ids[0]}")[1:] in ids


def test_words_and_tables_are_of_text() -> None:
    found = page()
    for text in ("Know which campaign brings customers", SIGNS, *SCRIPTS):
        assert text in found.of("li")
    assert "“I lose a day every week to spreadsheets.”" in found.of("p")
    heads = [text for text in found.of("th") if text in ("Where", "Pain", "Votes")]
    assert heads == ["Where", "Pain", "Votes"]
    scopes = [about["scope"] for tag, about in found.elements if tag == "th"]
    assert scopes.count("col") == 3 + 2 + 1
    assert scopes.count("row") == 4 + 10 + 3
    assert f"Then {SIGNS}" in found.of("th")  # the chart's numbers as a table
    assert found.of("td")[1:5] == ["4", "5", "", "4"]


def test_figures_say_what_they_show() -> None:
    elements = [one for slide in deck().slides for one in slide.elements]
    figures = [one.alt for one in elements if isinstance(one, Figure)]
    charts = [one.alt for one in elements if isinstance(one, Chart)]
    assert page().of("desc") == figures
    images = [about for tag, about in page().elements if tag == "svg" and "aria-label" in about]
    assert [about["aria-label"] for about in images if about["role"] == "img"] == charts
    assert len(figures) == len(images) - len(charts) == 3


@settings(max_examples=40)
@given(st.lists(st.text(st.characters(exclude_categories=["C"]), min_size=1), min_size=1))
def test_no_text_is_lost_between_its_lines(texts: list[str]) -> None:
    found = Page(html(small(words(*texts))))
    told = [" ".join(text.split()) for tag in ("p", "li") for text in found.of(tag) if text]
    for text in texts:
        assert " ".join(text.split()) in ["", *told]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_shown_as_it_is(text: str) -> None:
    table = Table("table", BODY, (text,), ((text,),), (880,), (30, 30), 14)
    tables = Slide("table", "next", text, text, (table,), (text,))
    drawn = figure("flow", "minimal", BODY, LIGHT)
    drawing = drawn.drawing._replace(
        title=text,
        description=text,
        language=text,
        groups=tuple(one._replace(title=text, role=text) for one in drawn.drawing.groups),
    )
    chart = Chart("chart", BODY, (text,) * 3, (Series(text, (3.0, None, 1.0)),), 2, (0,), text)
    shown = drawn._replace(drawing=drawing, alt=text)
    figures = Slide("figures", "flow", text, text, (shown, chart), (text,))
    made = small(words(text, text, id="words"), tables, figures)
    page = Page(html(made))
    assert {tag for tag, _ in page.elements} <= TAGS
    assert len(page.of("script")) == len(page.of("style")) == 1
    for _, about in page.elements:
        assert not [name for name in about if name.startswith("on")]
        assert not about.get("href", "#").startswith("javascript")
    plain = " ".join(text.split())
    assert page.of("title")[0] == text
    assert page.of("h1") == [plain]
    for tag, least in (("p", 3), ("li", 1), ("th", 2), ("desc", 1)):
        assert page.of(tag).count(plain) >= least, tag


@pytest.mark.parametrize("bad", ["#fff", "red", "#00000g", "#ffffff;}*{display:none"])
def test_a_colour_that_is_none_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        html(small(words("a"))._replace(theme=LIGHT._replace(ink=bad)))


def test_a_font_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a font"):
        html(small(words("a"))._replace(theme=LIGHT._replace(font='x"}*{display:none')))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_the_decks_language(language: str) -> None:
    found = Page(html(small(words("a"), language=language)))
    say = words_for(language).text
    assert found.elements[0] == ("html", {"lang": language})
    labels = {about.get("aria-label") for tag, about in found.elements if tag == "button"}
    assert {say(f"slides.show.{one}") for one in ("next", "previous", "overview")} <= labels
    assert say("slides.show.skip") in found.of("a")
    assert say("slides.show.ends") in found.of("dd")


@pytest.mark.parametrize("name", BUILT_IN)
def test_a_page_has_the_colours_of_its_theme(name: str) -> None:
    theme = built_in(name)
    text = html(small(words("a"))._replace(theme=theme))
    assert f"--background:{theme.background};--ink:{theme.ink};" in text
    assert ":root.night" not in text
    assert "dark" not in [about.get("data-do") for _, about in Page(text).elements]


def test_light_and_dark_are_one_page() -> None:
    style, dark = page().of("style")[0], built_in("dark")
    for opening in (
        ":root{--font:",
        "(prefers-color-scheme:dark){:root:not(.day){",
        ":root.night{",
    ):
        assert style.count(opening) == 1
    assert f":root.night{{--background:{dark.background}" in style
    drawn = "".join(line for line in everything().splitlines() if line.startswith("<rect "))
    assert not re.search(r'="#', drawn)
    both = [dict(re.findall(r"--(c\d+):(#\w+)", line)) for line in style.splitlines()]
    day, night, again = (one for one in both if one)
    assert night == again
    assert day.keys() == night.keys() == set(re.findall(r'"var\(--(c\d+)\)"', everything()))
    assert (LIGHT.stages[0].strong, dark.stages[0].strong) in zip(
        day.values(), night.values(), strict=True
    )


def test_two_decks_that_differ_are_refused() -> None:
    one = small(words("a"), words("b", id="b"))
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        html(one, small(words("a")))


def test_the_same_deck_is_the_same_bytes() -> None:
    assert html(deck(), deck(built_in("dark"))) == everything()


@pytest.mark.parametrize("view", ["flow", "map"])
def test_a_step_shows_with_its_stage(view: str) -> None:
    """Each step, in each layer of the drawing, and the ways that lead to it or from it."""
    told = sample("b2b-software")
    slide = Slide("whole", view, "Whole", "", (figure(view, "b2b-software", BODY, LIGHT),), ())
    found = Page(html(small(slide)))
    classes = {
        about["id"]: about["class"]
        for tag, about in found.elements
        if "class" in about and "id" in about
    }
    for step in told.steps.values():
        part = step.stage + 1
        assert classes[f"whole.figure-{view}.step-{step.id}"].split()[1:] == (
            [f"part-{part}"] if part > 1 else []
        )
    stages = [name for id, name in classes.items() if id.startswith(f"whole.figure-{view}.stage-")]
    assert stages == ["stage"] * len(told.stages)


def test_a_drawing_of_another_kind_of_slide_is_shown_at_once() -> None:
    slide = Slide("one", "stage", "One", "", (figure("flow", "minimal", BODY, LIGHT),), ())
    assert " part-" not in html(small(slide))
