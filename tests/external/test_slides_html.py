"""Decks in Chromium: walked through, read by axe-core, measured, and printed."""

import subprocess
import time
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from journeyctl.renderers.deck_html import html
from journeyctl.slides.deck import BODY, Box, Deck, Paragraph, Slide, Table, Words
from journeyctl.slides.make import make
from journeyctl.themes import BUILT_IN, LIGHT, built_in
from journeyctl.views.setting import setting_for
from journeyctl.words import LANGUAGES, words_for
from tests.external.chromium import Chromium, Page
from tests.slides.decks import SAMPLES, deck, sample
from tests.views.drawn import journey

JUDGE = Path(__file__).with_name("slides.js").read_text("utf-8")
SIZES = ((1280, 720), (1920, 1080))
NAMES = sorted(path.stem for path in SAMPLES.glob("*.journey"))

Show = Callable[[str], str]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    with Chromium() as browser:
        yield browser


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """Writes a page to a file, and gives its address."""

    def write(text: str) -> str:
        path = tmp_path / "deck.html"
        path.write_text(text, "utf-8")
        return path.as_uri()

    return write


@cache
def everything() -> str:
    return html(deck(), deck(built_in("dark")))


@cache
def of_sample(name: str, kind: str = "workshop", language: str = "") -> str:
    told = sample(name)
    setting = setting_for(told)
    if language:
        setting = setting._replace(words=words_for(language))
    return html(make([told], kind, setting))


def small(*elements: Words | Table) -> Deck:
    return Deck("Title", "en", LIGHT, (Slide("one", "people", "Title", "", elements, ()),))


def at(page: Page) -> str:
    """Which slide is shown, by the address and by what is seen."""
    seen: list[str] = page.run(
        "[...document.querySelectorAll('.slide')].filter((one) => one.checkVisibility())"
        ".map((one) => one.id)"
    )
    assert len(seen) == 1
    named = page.run("decodeURIComponent(location.hash.slice(1))")
    assert (named or "title") == seen[0]
    return seen[0]


def walk(page: Page, key: str = "PageDown") -> Iterator[str]:
    """Every slide, the first that is shown and those that a key leads to, stages apart."""
    before = ""
    while True:
        here = at(page)
        if here != before:
            yield here
        state = page.run("[location.hash, document.querySelectorAll('.unseen').length]")
        page.press(key)
        if page.run("[location.hash, document.querySelectorAll('.unseen').length]") == state:
            return
        before = here


def judged(page: Page, sizes: tuple[tuple[int, int], ...] = SIZES) -> list[str]:
    """What is wrong with the slide that is shown, at each size."""
    faults: list[str] = []
    for size in sizes:
        page.resize(size)
        told = page.run(JUDGE)
        faults += [f"{told['id']} at {size[0]}: {fault}" for fault in told["faults"]]
        assert told["texts"] > 1
    return faults


@cache
def axe() -> str:
    """axe-core, as ``npm install --global axe-core`` has put it there."""
    told = subprocess.run(["npm", "root", "--global"], capture_output=True, check=True, text=True)
    return (Path(told.stdout.strip()) / "axe-core" / "axe.min.js").read_text("utf-8")


def barriers(page: Page) -> list[str]:
    """What axe-core finds serious or critical, and where."""
    if page.run("typeof axe") == "undefined":
        page.run(axe() + ";0")
    found: dict[str, Any] = page.run("axe.run(document, {resultTypes: ['violations']})")
    tried = {one["id"] for kind in ("passes", "violations", "incomplete") for one in found[kind]}
    assert {"color-contrast", "button-name"} <= tried
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def test_a_deck_is_walked_through_by_keys(chromium: Chromium, show: Show) -> None:
    address = show(everything())
    page = chromium.page()
    page.open(address)
    ids = [slide.id for slide in deck().slides]
    assert list(walk(page)) == ids
    assert list(walk(page, "ArrowLeft")) == ids[::-1]
    assert list(walk(page, " ")) == ids
    for key, there in (("Home", ids[0]), ("End", ids[-1])):
        page.press(key)
        assert at(page) == there
    for key in "3", "Enter":
        page.press(key)
    assert at(page) == ids[2]
    assert page.messages() == []
    assert page.requests() == [address]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["overview", "workshop"])
def test_texts_are_in_their_boxes(name: str, kind: str, chromium: Chromium, show: Show) -> None:
    address = show(of_sample(name, kind))
    page = chromium.page()
    page.open(address)
    assert [fault for _ in walk(page) for fault in judged(page)] == []
    assert page.messages() == []
    assert page.requests() == [address]
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_in_their_boxes_in_each_language(
    language: str, chromium: Chromium, show: Show
) -> None:
    page = chromium.page()
    page.open(show(of_sample("b2b-software", language=language)))
    assert [fault for _ in walk(page) for fault in judged(page, SIZES[:1])] == []
    page.close()


def test_texts_of_a_comparison_are_in_their_boxes(chromium: Chromium, show: Show) -> None:
    told = [sample(name) for name in ("b2b-omnichannel", "b2c-omnichannel", "b2b-software")]
    setting = setting_for(told[0])
    for journeys in (told[:2], told):
        page = chromium.page()
        page.open(show(html(make(journeys, "comparison", setting))))
        assert [fault for _ in walk(page) for fault in judged(page)] == []
        page.close()


def test_all_that_a_deck_can_have_is_in_its_box(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(everything()))
    assert [fault for _ in walk(page) for fault in judged(page)] == []
    page.close()


@pytest.mark.parametrize("name", BUILT_IN)
def test_axe_finds_no_barrier(name: str, chromium: Chromium, show: Show) -> None:
    """On any slide, in the overview, in the help and in the speaker's view."""
    page = chromium.page()
    page.open(show(html(deck(built_in(name)))) + "?stages=off")
    found = [fault for _ in walk(page) for fault in barriers(page)]
    page.press("o")
    found += barriers(page)
    page.press("o")
    page.press("?")
    found += barriers(page)
    page.press("Escape")
    page.settle("!document.querySelector('dialog').open")
    page.run("document.documentElement.classList.add('speaking')")
    found += barriers(page)
    assert found == []
    page.close()


@pytest.mark.parametrize("name", ["b2b-software", "b2c-online-shop"])
def test_axe_finds_no_barrier_in_a_workshop(name: str, chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(of_sample(name, "workshop")) + "?stages=off")
    assert [fault for _ in walk(page) for fault in barriers(page)] == []
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_by_day_and_by_night(
    scheme: str, chromium: Chromium, show: Show
) -> None:
    page = chromium.page(scheme=scheme)
    page.open(show(everything()))
    ground = built_in("dark" if scheme == "dark" else "light").background
    shown = "getComputedStyle(document.documentElement).getPropertyValue('--background')"
    assert page.run(shown) == ground
    assert [fault for _ in walk(page) for fault in barriers(page)] == []
    page.press("d")
    assert page.run(shown) != ground
    assert barriers(page) == []
    page.close()


UNSEEN = "document.querySelectorAll('.now .unseen').length"


def test_stages_are_shown_one_after_another(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(everything()) + "#flow-2")
    left = [page.run(UNSEEN)]
    said = []
    while at(page) == "flow-2" and left[-1]:
        page.press("ArrowRight")
        left.append(page.run(UNSEEN))
        said.append(page.run("document.querySelector('[role=status]').textContent"))
    assert len(left) == 6
    assert left == sorted(set(left), reverse=True)
    assert [one.split(",")[0] for one in said] == [
        *("Consideration", "Decision", "Purchase", "Post-purchase", "Loyalty")
    ]
    page.press("ArrowLeft")
    assert page.run(UNSEEN) == left[-2]
    visible = "(one) => one.checkVisibility({visibilityProperty: true})"
    assert not page.run(f"[...document.querySelectorAll('.now .unseen')].some({visible})")
    page.press("a")
    assert page.run(UNSEEN) == 0
    page.press("ArrowRight")
    assert at(page) == "stage-awareness"
    page.press("a")
    page.press("ArrowLeft")
    assert (at(page), page.run(UNSEEN)) == ("flow-2", 0)
    page.press("ArrowRight", shift=True)
    assert at(page) == "stage-awareness"
    page.close()


def test_stages_can_be_switched_off_in_the_address(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(everything()) + "?stages=off#flow-2")
    assert page.run(UNSEEN) == 0
    page.press("ArrowRight")
    assert at(page) == "stage-awareness"
    page.close()


def test_each_slide_has_an_address(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(everything()) + "#feelings")
    assert at(page) == "feelings"
    page.press("PageDown")
    page.press("PageDown")
    assert at(page) == "remarks"
    for go, there in (("back", "feelings-2"), ("back", "feelings"), ("forward", "feelings-2")):
        page.run(f"history.{go}()")
        page.settle(f"location.hash == '#{there}'")
        assert at(page) == there
    page.close()


def test_the_overview_shows_all_slides(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(everything()))
    page.press("o")
    seen = (
        "[...document.querySelectorAll('.slide')].filter((one) => one.checkVisibility())"
        ".map((one) => one.getBoundingClientRect().toJSON())"
    )
    boxes = page.run(seen)
    assert len(boxes) == len(deck().slides)
    assert len({box["top"] for box in boxes}) == 2
    assert all(box["left"] >= 0 and box["right"] <= 1280 for box in boxes)
    page.press("ArrowDown")
    page.press("ArrowRight")
    page.press("Enter")
    assert at(page) == deck().slides[5].id
    page.press("o")
    box = page.run(seen)[2]
    page.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert at(page) == deck().slides[2].id
    page.close()


def test_mouse_and_finger_turn_the_pages(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(everything()) + "?stages=off")
    ids = [slide.id for slide in deck().slides]
    page.click(900, 300)
    assert at(page) == ids[1]
    page.click(100, 300)
    assert at(page) == ids[0]
    page.swipe((900, 300), (500, 310))
    assert at(page) == ids[1]
    page.swipe((500, 300), (900, 310))
    assert at(page) == ids[0]
    page.swipe((500, 600), (520, 100))
    assert at(page) == ids[0]
    x, y = page.run(
        "(({x, y, width, height}) => [x + width / 2, y + height / 2])"
        "(document.querySelector('[data-do=next]').getBoundingClientRect())"
    )
    page.click(x, y)
    assert at(page) == ids[1]
    page.close()


def test_the_keys_are_told(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(everything()))
    shown = "document.querySelector('dialog').open"
    page.press("?")
    assert page.run(shown)
    page.press("ArrowRight")
    assert at(page) == "title"
    for closing in ("Escape", "?", "Enter"):
        page.press(closing)
        page.settle(f"!{shown}")
        page.press("?")
        assert page.run(shown)
    page.close()


def test_the_screen_goes_black_and_comes_back(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(everything()))
    middle = "document.elementFromPoint(640, 360).className"
    page.press("b")
    assert page.run(middle) == "cover"
    page.press("ArrowRight")
    assert page.run(middle) != "cover"
    assert at(page) == "title"
    page.close()


def test_the_speaker_has_a_window_that_goes_along(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(everything()) + "#flow-2")
    before = set(chromium.targets())
    page.press("s")
    for _ in range(100):
        opened = [one for one in chromium.targets() if one not in before]
        if opened:
            break
        time.sleep(0.05)
    speaker = chromium.attach(opened[0])
    speaker.settle("location.hash == '#flow-2'")
    notes = "[...document.querySelectorAll('.notes')].filter((n) => n.checkVisibility())"
    assert speaker.run(f"{notes}.map((one) => one.textContent.trim())") == [
        "A note.\nIts second line."
    ]
    slides = (
        "[...document.querySelectorAll('.slide')].filter((one) => one.checkVisibility())"
        ".map((one) => one.id)"
    )
    assert speaker.run(slides) == ["flow-2", "stage-awareness"]
    assert ":" in speaker.run("document.querySelector('[data-clock]').textContent")
    left = page.run(UNSEEN)
    speaker.press("ArrowRight")
    page.settle(f"{UNSEEN} < {left}")
    page.press("ArrowRight", shift=True)
    speaker.settle("location.hash == '#stage-awareness'")
    speaker.press("b")
    page.settle("!document.querySelector('.cover').hidden")
    assert speaker.messages() == page.messages() == []
    speaker.close()
    page.close()


def test_nobody_else_can_turn_the_pages(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(everything()))
    page.run("postMessage({at: 3, shown: 1}, '*')")
    page.run("new Promise((done) => setTimeout(done, 100))")
    assert at(page) == "title"
    page.close()


@pytest.mark.parametrize("view", ["", "?stages=off#flow-2"])
def test_print_has_a_page_for_each_slide(view: str, chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(everything()) + view)
    reader = PdfReader(BytesIO(page.pdf()))
    assert len(reader.pages) == len(deck().slides)
    for slide, sheet in zip(deck().slides, reader.pages, strict=True):
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == (960, 540)
        assert slide.title.split()[-1] in sheet.extract_text()
    assert "Answer the satisfaction survey" in " ".join(reader.pages[3].extract_text().split())
    page.close()


def test_paper_is_light_unless_dark_colours_are_chosen(chromium: Chromium, show: Show) -> None:
    page = chromium.page(scheme="dark")
    page.open(show(everything()))
    ground = "getComputedStyle(document.querySelector('.slide')).backgroundColor"
    dark = page.run(ground)
    page.prefer(scheme="dark", media="print")
    assert page.run(ground) == "rgb(255, 255, 255)" != dark
    page.press("d")
    page.press("d")
    assert page.run(ground) == dark
    page.close()


def test_motion_is_reduced_where_it_is_asked_for(chromium: Chromium, show: Show) -> None:
    address = show(everything())
    for wish, animation in (("no-preference", "appear"), ("reduce", "none")):
        page = chromium.page(motion=wish)
        page.open(address)
        assert (
            page.run("getComputedStyle(document.querySelector('.now')).animationName") == animation
        )
        page.close()


def test_focus_is_seen_and_starts_with_a_way_past_the_controls(
    chromium: Chromium, show: Show
) -> None:
    page = chromium.page()
    page.open(show(everything()))
    page.press("Tab")
    focus = "(({className, offsetTop}) => [className, offsetTop >= 0])(document.activeElement)"
    assert page.run(focus) == ["skip", True]
    page.press("Enter")
    assert page.run("document.activeElement.tagName") == "MAIN"
    page.press("Tab")
    assert page.run("document.activeElement.closest('.slide').id") == "title"
    assert page.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.close()


def test_without_script_all_slides_are_there(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.say("Emulation.setScriptExecutionDisabled", value=True)
    page.open(show(everything()), wait=False)
    count = "[...document.querySelectorAll('.slide')].filter((one) => one.checkVisibility()).length"
    for _ in range(100):
        if page.run("document.readyState == 'complete' && location.href != 'about:blank'"):
            break
        time.sleep(0.05)
    assert page.run(count) == len(deck().slides)
    page.close()


HOSTILE = """journey: </script><script>alert(1)</script>
type: b2b
goal: <img src=x onerror=alert(1)>
note: </p><script>alert(1)</script>
actor it: "><svg onload=alert(1)>
  need: <a href="javascript:alert(1)">x</a>
stage awareness: </style><style>*{display:none}</style>
  goal: ' onmouseover='alert(1)
  - <iframe src=javascript:alert(1)> @it #web :2
    pain: </td></table><script>alert(1)</script>
    quote: {{ 7 * 7 }} <!-- -->
    note: </div><script>alert(1)</script>
stage decision
  ? ]]><script>alert(1)</script> @it :4
    </text><script>alert(1)</script> 40% -> leave
    "yes" 60% -> next
stage purchase
  - &lt;script&gt;alert(1)&lt;/script&gt; @it :5 !
"""


def test_nothing_in_a_journey_becomes_script_or_markup(chromium: Chromium, show: Show) -> None:
    told = journey(HOSTILE)
    assert len(told.steps) == 3
    setting = setting_for(told)
    dark = setting._replace(theme=built_in("dark"))
    address = show(html(make([told], "workshop", setting), make([told], "workshop", dark)))
    page = chromium.page()
    page.open(address)
    count = page.run("document.querySelectorAll('.slide').length")
    assert len(list(walk(page))) == count > 8
    assert page.messages() == []
    assert page.requests() == [address]
    odd = "script:not(head *), style:not(head *), img, iframe, [onload], [onerror], [onmouseover]"
    assert page.run(f'document.querySelectorAll("{odd}").length') == 0
    assert page.run("document.querySelector('h1').textContent") == told.facts.title
    assert "<script>" in told.facts.title
    page.close()


LONG = (Paragraph("too long for so small a box, and by far", 18), Paragraph("and too high", 18))
NARROW: Box = (40, 100, 90, 30)


def test_what_is_out_of_its_box_is_found(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    page.open(show(html(small(Words("words", NARROW, LONG)))))
    assert [fault for fault in judged(page) if "too high" in fault]
    table = Table("table", NARROW, ("incomprehensibilities",), (("b",),), (90,), (15, 15), 18)
    page.open(show(html(small(table))))
    assert [fault for fault in judged(page) if "too high: " in fault]
    off = Words("words", (40, 500, 400, 60), LONG)
    page.open(show(html(small(off))))
    assert [fault for fault in judged(page) if "off the slide" in fault]
    tiny = Words("words", BODY, (Paragraph("tiny", 8), Paragraph("tinier", 7)))
    page.open(show(html(small(tiny))))
    assert [fault for fault in judged(page) if "smaller than 10 points" in fault]
    page.close()


PLANTED = {
    "an image": '<img alt="" src="https://example.org/x.png">',
    "a handler": '<p onclick="alert(1)">x</p>',
    "a script": "<script>document.title = 'taken'</script>",
    "a style": '<p style="color:red">x</p>',
}


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_what_a_page_must_not_do_is_blocked_and_found(
    planted: str, chromium: Chromium, show: Show
) -> None:
    page = chromium.page()
    text = html(small(Words("words", BODY, LONG)))
    page.open(show(text.replace("</main>", f"{planted}</main>")))
    assert [said for said in page.messages() if "Content Security Policy" in said]
    assert page.run("document.title") != "taken"
    page.close()


def test_a_barrier_is_found(chromium: Chromium, show: Show) -> None:
    page = chromium.page()
    faint = small(Words("words", BODY, LONG))._replace(theme=LIGHT._replace(ink="#cccccc"))
    page.open(show(html(faint)))
    assert [fault for fault in barriers(page) if fault.startswith("color-contrast")]
    page.open(show(everything().replace('aria-label="Next"', "").replace('title="Next', 'id="')))
    assert [fault for fault in barriers(page) if fault.startswith("button-name")]
    page.close()
