"""The page of ``journeyctl watch`` in Chromium: a file is edited, and the page is watched."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.external.chromium import Chromium, Page
from tests.external.test_slides_html import barriers

ROOT = Path(__file__).parents[2]
SAMPLE = (ROOT / "samples" / "b2b-software.journey").read_text("utf-8")
STEP = "See the demo made for us"
WRONG = SAMPLE.replace(f"- {STEP}", f"- {STEP} @nobody", 1)
PICTURE = "document.querySelector('#watch-paper > svg')"


class Watched:
    """A file that is watched, its page in a browser, and the program that serves it."""

    page: Page

    def __init__(self, folder: Path, *names: str) -> None:
        self.file = folder / "a.journey"
        self.file.write_text(SAMPLE, "utf-8")
        for name in names:
            (folder / name).write_text("journey: Another\nstage try\n  - Hear of it\n")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "journeyctl", "watch", str(folder if names else self.file)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
        )
        assert self.process.stderr is not None
        said = re.search(rb"http://\S+/", self.process.stderr.readline())
        assert said is not None
        self.url = said[0].decode()

    def show(self, browser: Chromium) -> None:
        """Open the page, and wait until there is a picture."""
        both = ["clipboardReadWrite", "clipboardSanitizedWrite"]
        browser.say("Browser.grantPermissions", origin=self.url.rstrip("/"), permissions=both)
        self.page = browser.page((1400, 860))
        self.page.open(self.url)
        self.page.settle(f"{PICTURE} !== null")

    def end(self) -> int:
        """How the program ends when it is told to."""
        self.process.send_signal(signal.SIGINT)
        assert self.process.stderr is not None
        with self.process.stderr:
            return self.process.wait(20)


@contextmanager
def watching(folder: Path, browser: Chromium, *names: str) -> Iterator[Watched]:
    """A file that is watched, or with other names a folder with journeys of these, too."""
    made = Watched(folder, *names)
    try:
        made.show(browser)
        yield made
        assert made.page.messages() == []
    finally:
        browser.say("Target.closeTarget", targetId=made.page.target)
        assert made.end() == 0


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as one:
        yield one


@pytest.fixture
def watched(tmp_path: Path, browser: Chromium) -> Iterator[Watched]:
    with watching(tmp_path, browser) as made:
        yield made


def ask(page: Page, selector: str, what: str = "textContent") -> Any:
    """A property of an element."""
    return page.run(f"document.querySelector({json.dumps(selector)}).{what}")


def middle(page: Page, selector: str) -> tuple[float, float]:
    box = ask(page, selector, "getBoundingClientRect().toJSON()")
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def click(page: Page, selector: str) -> None:
    page.click(*middle(page, selector))


def has(selector: str, text: str) -> str:
    return (
        f"document.querySelector({json.dumps(selector)})?.textContent.includes({json.dumps(text)})"
    )


def placed(page: Page) -> tuple[Any, Any, Any]:
    """How large the picture is, and how far the desk is scrolled."""
    desk = "#watch-desk"
    return ask(page, "#watch-full"), ask(page, desk, "scrollLeft"), ask(page, desk, "scrollTop")


def test_a_save_changes_the_picture_in_its_place(watched: Watched) -> None:
    page = watched.page
    whole = ask(page, "#watch-full")
    for _ in range(5):
        click(page, "#watch-larger")
    page.say("Input.dispatchMouseEvent", type="mouseWheel", x=400, y=400, deltaX=300, deltaY=170)
    page.settle("document.querySelector('#watch-desk').scrollTop > 100")
    before = placed(page)
    assert before[0] != whole
    page.run(f"window.kept = true, {PICTURE}.dataset.old = 'yes', 0")
    watched.file.write_text(SAMPLE.replace(STEP, "See it all"), "utf-8")
    page.settle(has("#watch-paper > svg", "See it all"))
    assert page.run(f"{PICTURE}.dataset.old === undefined && window.kept")
    assert placed(page) == before
    assert ask(page, "#watch-status") == "Drawn anew"
    # As many editors save: another file, renamed.
    other = watched.file.with_name("a.journey~")
    other.write_text(SAMPLE.replace(STEP, "See nothing"), "utf-8")
    other.replace(watched.file)
    page.settle(has("#watch-paper > svg", "See nothing"))
    assert placed(page) == before


def test_errors_stand_over_the_last_good_picture(watched: Watched) -> None:
    page = watched.page
    page.run(f"{PICTURE}.dataset.old = 'yes', 0")
    watched.file.write_text(WRONG, "utf-8")
    page.settle(has("#watch-banner", "this is the last good picture"))
    assert "No actor is declared as nobody" in ask(page, "#watch-banner")
    assert page.run(f"{PICTURE}.dataset.old") == "yes"
    assert page.run("document.title").startswith("✗ ")
    assert ask(page, "#watch-findings > .error .severity").startswith("error")
    line = WRONG[: WRONG.index("@nobody")].count("\n") + 1
    assert f"{watched.file}:{line}:" in ask(page, "#watch-findings > .error .copy")
    click(page, "#watch-findings > .error .said")
    page.settle(has("#watch-card", STEP))
    watched.file.write_text(SAMPLE, "utf-8")
    page.settle("document.querySelector('#watch-banner').hidden")
    assert ask(page, "#watch-clean", "hidden") is False


def test_a_step_shows_its_card_and_gives_its_place(watched: Watched) -> None:
    page = watched.page
    page.say("Page.bringToFront")  # A page behind another may not write to the clipboard.
    click(page, "[id^='step-see-the-demo']")
    page.settle(has("#watch-card h2", STEP))
    card = ask(page, "#watch-card", "innerText")
    for said in ("Consideration", "moment of truth", "IT lead (bad)", "Meeting", "IT is invited"):
        assert said in card
    assert page.run(f"{PICTURE}.querySelectorAll('.ring-in').length") == 1
    click(page, "#watch-card .copy")
    page.settle("document.querySelector('#watch-status').textContent.startsWith('Copied: ')")
    line = SAMPLE[: SAMPLE.index(STEP)].count("\n") + 1
    assert page.run("navigator.clipboard.readText()") == f"{watched.file}:{line}"
    page.press("Escape")
    page.settle("document.querySelector('#watch-card').hidden")


def test_a_search_jumps_to_a_step(watched: Watched) -> None:
    page = watched.page
    page.press("/")
    page.settle("document.activeElement.id === 'watch-search'")
    page.say("Input.insertText", text="SATISF")
    page.settle("document.querySelectorAll('#watch-found [aria-selected=true]').length === 1")
    page.press("Enter")
    page.settle(has("#watch-card h2", "Answer the satisfaction survey"))
    across, down = middle(page, ".ring-in")
    room = ask(page, "#watch-desk", "getBoundingClientRect().toJSON()")
    assert room["left"] < across < room["right"]
    assert room["top"] < down < room["bottom"]
    assert int(ask(page, "#watch-full").rstrip("%")) >= 60  # large enough to read
    # What was found is read aloud, and Escape leads back to the picture.
    assert page.run("document.activeElement.id") == "watch-card"
    page.press("Escape")
    assert ask(page, "#watch-card", "hidden") is True
    assert page.run("document.activeElement.id") == "watch-desk"


def test_one_can_go_from_finding_to_finding(watched: Watched) -> None:
    page = watched.page
    watched.file.write_text(SAMPLE.replace("idea:", "note:"), "utf-8")
    page.settle("document.querySelectorAll('#watch-findings .said').length > 8")
    for number in (1, 8, 2):
        said = f"#watch-findings > li:nth-child({number}) .said"
        page.run(f"document.querySelector('{said}').scrollIntoView({{block: 'nearest'}}), 0")
        click(page, said)
        page.settle("!document.querySelector('#watch-card').hidden")
        room = ask(page, "aside.panel", "getBoundingClientRect().toJSON()")
        for part in ("#watch-card h2", said):
            assert room["top"] < middle(page, part)[1] < room["bottom"], (number, part)


def test_a_narrow_window_has_room_for_all(watched: Watched) -> None:
    page = watched.page
    page.resize((400, 800))
    page.run("document.querySelector('#watch-view-flow').focus()")
    page.press("End")
    page.settle("document.activeElement.id === 'watch-view-buyer'")
    page.settle("!document.querySelector('#watch-desk').hasAttribute('aria-busy')")
    for part in ("#watch-view-buyer", "#watch-larger", "#watch-search", "#watch-theme"):
        box = ask(page, part, "getBoundingClientRect().toJSON()")
        assert 0 <= box["left"] < box["right"] <= 400, part
    assert ask(page, "body", "scrollWidth") == 400
    # What could not be read as a whole begins where it begins.
    page.press("Home")
    page.press("ArrowRight")
    page.settle(has("#watch-paper > svg desc", "Journey map"))
    assert placed(page) == ("75%", 0, 0)
    click(page, "#watch-fit")
    assert int(ask(page, "#watch-full").rstrip("%")) < 20
    assert barriers(page) == []


def test_zoom_keeps_what_is_under_the_pointer(watched: Watched) -> None:
    page = watched.page
    whole = ask(page, "#watch-full")
    for _ in range(2):
        page.press("+")
    x, y = middle(page, "[id^='step-see-the-demo']")
    before = ask(page, "#watch-full")
    wheel = {"type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -40}
    page.say("Input.dispatchMouseEvent", modifiers=2, **wheel)
    page.settle(f"document.querySelector('#watch-full').textContent !== '{before}'")
    after = middle(page, "[id^='step-see-the-demo']")
    assert after == pytest.approx((x, y), abs=2)
    # And a drag moves the picture, without a click on what is under it.
    for kind, at in (("mousePressed", 0), ("mouseMoved", 60), ("mouseReleased", 60)):
        where = {"x": after[0] + at, "y": after[1] + at / 2}
        page.say("Input.dispatchMouseEvent", type=kind, button="left", buttons=1, **where)
    moved = middle(page, "[id^='step-see-the-demo']")
    assert moved == pytest.approx((after[0] + 60, after[1] + 30), abs=2)
    assert ask(page, "#watch-card", "hidden") is True
    page.press("0")
    page.settle(f"document.querySelector('#watch-full').textContent === '{whole}'")


def test_views_are_tabs(watched: Watched) -> None:
    page = watched.page
    page.run("document.querySelector('[role=tab][aria-selected=true]').focus()")
    page.press("ArrowRight")
    page.settle(has("#watch-paper > svg desc", "Journey map"))
    assert page.run("document.activeElement.id") == "watch-view-map"
    watched.file.write_text("journey: X\nstage try\n  - Hear of it\n")
    page.settle("document.querySelector('#watch-view-channels.lacking') !== null")
    click(page, "#watch-view-channels")
    page.settle("!document.querySelector('#watch-empty').hidden")
    assert ask(page, "#watch-empty").endswith(".")
    assert page.run(f"{PICTURE} === null")


def test_the_style_of_the_page_is_not_that_of_the_picture(watched: Watched) -> None:
    """Both have cards and panels, and a style may give a box of a picture another width."""
    page = watched.page
    sizes = f"[...{PICTURE}.querySelectorAll('rect')].map((one) => [one.getBBox().width,"
    sizes += " one.getBBox().height, +one.getAttribute('width'), +one.getAttribute('height')])"
    for name in ("flow", "map", "lanes", "committee"):
        if name != "flow":
            click(page, f"#watch-view-{name}")
        page.settle(has("#watch-paper > svg desc", ask(page, f"#watch-view-{name}")))
        found = page.run(sizes)
        assert len(found) > 20
        assert [one for one in found if one[:2] != pytest.approx(one[2:], abs=0.01)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out(scheme: str, watched: Watched) -> None:
    page = watched.page
    page.prefer(scheme=scheme)
    click(page, "[id^='step-see-the-demo']")
    watched.file.write_text(WRONG, "utf-8")
    page.settle("!document.querySelector('#watch-banner').hidden")
    page.press("/")
    page.say("Input.insertText", text="the")
    page.settle("!document.querySelector('#watch-found').hidden")
    assert barriers(page) == []


def test_a_journey_is_chosen_from_a_folder(tmp_path: Path, browser: Chromium) -> None:
    with watching(tmp_path, browser, "b.journey") as watched:
        page = watched.page
        assert page.run("document.querySelectorAll('#watch-journeys option').length") == 2
        choice = "document.querySelector('#watch-journeys')"
        page.run(f"{choice}.value = '2', {choice}.dispatchEvent(new Event('change')), 0")
        page.settle(has("#watch-paper > svg", "Hear of it"))
        assert ask(page, "#watch-title") == "Another"
        (tmp_path / "c.journey").write_text(SAMPLE, "utf-8")
        page.settle("document.querySelectorAll('#watch-journeys option').length === 3")
        assert ask(page, "#watch-title") == "Another"


def test_a_journey_that_goes_is_followed_when_it_is_back(tmp_path: Path, browser: Chromium) -> None:
    with watching(tmp_path, browser, "b.journey") as watched:
        page = watched.page
        choice = "document.querySelector('#watch-journeys')"
        away = tmp_path / "a.away"
        watched.file.rename(away)
        page.settle("!document.querySelector('#watch-banner').hidden")
        assert ask(page, "#watch-banner") == f"The journey is no longer there.{watched.file}"
        assert page.run(f"{PICTURE} !== null")
        assert page.run(f"{choice}.selectedOptions[0].textContent") == str(watched.file)
        assert page.run(f"{choice}.options.length") == 2
        click(page, "#watch-view-map")
        page.settle(has("#watch-paper > svg desc", "Journey map"))
        click(page, "#watch-view-flow")
        away.rename(watched.file)
        page.settle("document.querySelector('#watch-banner').hidden")
        watched.file.write_text(SAMPLE.replace(STEP, "See it all"), "utf-8")
        page.settle(has("#watch-paper > svg", "See it all"))
        # Who turns to another does not see it any more.
        watched.file.rename(away)
        page.settle("!document.querySelector('#watch-banner').hidden")
        page.run(f"{choice}.value = '2', {choice}.dispatchEvent(new Event('change')), 0")
        page.settle(has("#watch-title", "Another"))
        page.settle(f"{choice}.options.length === 1")
        assert ask(page, "#watch-banner", "hidden") is True
        assert ask(page, "#watch-path") == str(tmp_path / "b.journey")


def test_the_end_of_the_program_is_told(tmp_path: Path, browser: Chromium) -> None:
    watched = Watched(tmp_path)
    watched.show(browser)
    assert watched.end() == 0
    watched.page.settle(has("#watch-status", "The connection to journeyctl is lost"))
    assert watched.page.run(f"{PICTURE} !== null")
    browser.say("Target.closeTarget", targetId=watched.page.target)


def test_the_scheme_decides_on_the_colours(watched: Watched) -> None:
    light = page_ground(watched.page)
    watched.page.prefer(scheme="dark")
    watched.page.settle(f"{PICTURE}.querySelector('rect').getAttribute('fill') !== '{light}'")
    assert (light, page_ground(watched.page)[:2]) == ("#ffffff", "#0")


def page_ground(page: Page) -> str:
    found: str = page.run(f"{PICTURE}.querySelector('rect').getAttribute('fill')")
    return found
