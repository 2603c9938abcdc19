"""Every picture as Chromium shows it: texts in their boxes, apart, on the page, and legible.

What is judged is every sample, and a journey meant to break pictures, in every view: in each
language, in each theme, and set in fonts that are wider than ours.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from journeyctl.comparison.changes import changes
from journeyctl.model.journey import Journey
from journeyctl.renderers.svg import svg
from journeyctl.themes import BUILT_IN, built_in
from journeyctl.views import changes as changed
from journeyctl.views.beside import beside
from journeyctl.views.catalogue import VIEWS, view
from journeyctl.views.setting import Direction, Setting, setting_for
from journeyctl.words import LANGUAGES, words_for
from tests.external.browser import Picture, Verdict, judge
from tests.stress import stress
from tests.views.drawn import journey

ROOT = Path(__file__).parents[2]
SAMPLES = {path.stem: path.read_text("utf-8") for path in (ROOT / "samples").glob("*.journey")}
JOURNEYS = {**dict(sorted(SAMPLES.items())), "stress": stress()}
FONTS = ("sans-serif", "serif", "monospace")
SET_IN_FONTS = ("b2b-software", "b2c-online-shop", "stress")


def drawn(told: Journey, name: str, setting: Setting) -> str:
    return svg(view(name).draw(told, setting))


def shown(of: str, name: str) -> Iterator[Picture]:
    """A view of a journey in every theme, where its pixels are read, and in every language;
    of some in every font."""
    told = journey(JOURNEYS[of])
    if view(name).lacks(told):
        return
    usual = setting_for(told)
    for theme in BUILT_IN:
        picture = drawn(told, name, usual._replace(theme=built_in(theme)))
        yield Picture(f"{of} {name} {theme}", picture, painted=True)
    for language in LANGUAGES:
        if language != usual.words.language:
            picture = drawn(told, name, usual._replace(words=words_for(language)))
            yield Picture(f"{of} {name} {language}", picture)
    if of in SET_IN_FONTS:
        picture = drawn(told, name, usual)
        for font in FONTS:
            yield Picture(f"{of} {name} {font}", picture, font)


@pytest.fixture(scope="module")
def verdicts() -> dict[str, Verdict]:
    """The verdict on each picture, by ``journey view how``."""
    return judge([picture for of in JOURNEYS for name in VIEWS for picture in shown(of, name)])


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_can_be_read(name: str, verdicts: dict[str, Verdict]) -> None:
    here = {of: verdict for of, verdict in verdicts.items() if of.split()[1] == name}
    assert {of: verdict.faults for of, verdict in here.items() if verdict.faults} == {}
    ways = len(BUILT_IN) + len(LANGUAGES) - 1 + len(FONTS)
    assert len([of for of in here if of.startswith("stress")]) == ways
    assert min(verdict.texts for verdict in here.values()) > 10
    assert {of: verdict.worst for of, verdict in here.items() if verdict.worst < 4.5} == {}


PAIRS = (
    ("b2b-classic", "b2c-classic"),
    ("b2b-software", "b2c-online-shop"),
    ("customer-journey", "buyer-journey"),
    ("b2b-omnichannel", "b2c-omnichannel"),
    ("stress", "b2b-workshop"),
)


def compared(one: str, other: str) -> Iterator[Picture]:
    """Two journeys beside each other, and what changed from one to the other."""
    first, second = journey(JOURNEYS[one]), journey(JOURNEYS[other])
    usual = setting_for(first)
    directions: tuple[Direction, ...] = ("right", "down")
    for theme in BUILT_IN:
        setting = usual._replace(theme=built_in(theme))
        for direction in directions:
            made = beside.draw((first, second), setting._replace(direction=direction))
            picture = svg(made)
            yield Picture(f"{one} beside {theme} {direction}", picture, painted=True)
        made = changed.draw(first, second, changes(first, second), setting)
        yield Picture(f"{one} diff {theme}", svg(made), painted=True)


def test_comparisons_can_be_read() -> None:
    verdicts = judge([picture for pair in PAIRS for picture in compared(*pair)])
    assert {of: verdict.faults for of, verdict in verdicts.items() if verdict.faults} == {}
    assert {of: verdict.worst for of, verdict in verdicts.items() if verdict.worst < 4.5} == {}
    assert len(verdicts) == len(PAIRS) * len(BUILT_IN) * 3


def page(body: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" font-family="Arial">'
        f'<rect width="300" height="100" fill="#ffffff"/>{body}</svg>'
    )


def words(x: float, y: float, text: str, more: str = 'fill="#000000"') -> str:
    return f'<text x="{x}" y="{y}" font-size="10" {more}>{text}</text>'


CARD = '<rect class="card" x="20" y="20" width="80" height="30" fill="#eeeeee" stroke="#000000"/>'
LINE = '<path class="line" d="M20,37L99,37" fill="none" stroke="#333333" stroke-width="2"/>'

PLANTED = {
    "good": (f"<g>{CARD}{words(30, 40, 'a text')}</g>{words(150, 40, 'another')}", ""),
    "over": (CARD + words(30, 40, "much longer than its card"), "over the edge"),
    "out": (f"<g>{CARD}{words(150, 40, 'astray')}</g>", "out of its card"),
    "overlap": (words(30, 40, "one") + words(40, 44, "on another"), "overlap"),
    "off": (words(280, 40, "too long for the page"), "off the page"),
    "shape": ('<ellipse class="dot" cx="300" cy="50" rx="9" ry="9" fill="#000000"/>', "off the"),
    "grey": (words(30, 40, "grey", 'fill="#999999"'), "contrast 2.8"),
    "ground": (CARD.replace("eee", "222") + words(30, 40, "dark on dark"), "contrast 1.3"),
    "line": (LINE + words(30, 40, "x" * 9), "contrast"),
    "covered": (words(30, 40, "text") + CARD, "not to be seen"),
    "clear": (words(30, 40, "x", 'fill="#000000" fill-opacity="0.1"'), "not to be seen"),
    "narrow": (words(30, 40, "squeezed", 'fill="#000000" textLength="20"'), "width"),
}  # fmt: skip


def test_what_is_wrong_is_found() -> None:
    found = judge([Picture(name, page(body), painted=True) for name, (body, _) in PLANTED.items()])
    for name, (_, fault) in PLANTED.items():
        faults = found[name].faults
        assert [one for one in faults if fault in one][:1] == faults[:1], (name, faults)
        assert bool(faults) == bool(fault), name
    assert found["good"].worst == pytest.approx(18.1, abs=0.1)


def test_a_font_that_is_too_wide_is_found() -> None:
    narrow = page(CARD.replace("80", "62") + words(25, 40, "illilliillilliillill"))
    found = judge([Picture(font, narrow, font) for font in ("", "monospace")])
    assert found[""].faults == []
    assert found["monospace"].faults != []
