"""Decks in Markdown as Marp's own parser reads them: every sample, every kind of deck.

It needs Node with marp-core, as ``npm install --global @marp-team/marp-core@4`` puts it there.
"""

import html
import json
import os
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from journeyctl.outputs.origin import Origin, digest, stamped
from journeyctl.renderers.deck_markdown import deck_markdown
from journeyctl.slides.deck import Chart, Deck, Figure
from journeyctl.slides.make import make
from journeyctl.themes import built_in
from journeyctl.views.setting import setting_for
from tests.slides.decks import deck, sample

SAMPLES = sorted(path.stem for path in Path(__file__).parents[2].glob("samples/*.journey"))
READ = """
const {Marp} = require("@marp-team/marp-core");
const text = require("fs").readFileSync(0, "utf8");
const {html, comments} = new Marp({script: false}).render(text, {htmlAsArray: true});
process.stdout.write(JSON.stringify({html, comments}));
"""


@cache
def modules() -> str:
    told = subprocess.run(["npm", "root", "--global"], capture_output=True, check=True, text=True)
    return told.stdout.strip()


def read(made: Deck) -> tuple[list[str], list[list[str]]]:
    """The HTML of each slide, and the notes of each."""
    text = deck_markdown(made, "marp", "deck").text.encode()
    origin = Origin("journeyctl 1.0", digest(""), digest(""))
    done = subprocess.run(
        ["node", "-e", READ],
        input=stamped(text, "md", origin),
        capture_output=True,
        check=True,
        env={**os.environ, "NODE_PATH": modules()},
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found["html"], found["comments"]


def faults(made: Deck) -> list[str]:
    """What Marp reads otherwise than the deck tells it."""
    pages, notes = read(made)
    assert len(pages) == len(made.slides)
    found = []
    for slide, page, said in zip(made.slides, pages, notes, strict=True):
        # The title of a deck is in the head of every slide's section.
        section = page[page.index("<section") :]
        body = section[section.index(">", section.index('data-size="16:9"')) :]
        expected = ["\n\n".join(slide.notes).strip()] if slide.notes else []
        if said != expected:
            found.append(f"{slide.id}: its notes are {said}")
        if len(re.findall("<h[12]", body)) != 1:
            found.append(f"{slide.id}: it has not one title")
        figures = [one for one in slide.elements if isinstance(one, Figure | Chart)]
        images = re.findall(r"<img (?![^>]*emoji)[^>]*>", body)
        alts = [html.unescape("".join(re.findall('alt="([^"]*)"', one))) for one in images]
        if [one.replace("\u200b", "") for one in alts] != [one.alt for one in figures]:
            found.append(f"{slide.id}: its pictures have other texts")
        if any("style=" in one for one in images) or "<figure" in page:
            found.append(f"{slide.id}: the text of a picture was taken for a setting")
        for tag in ("<script", "<a ", "<code", "<b>", "<mjx", "katex"):
            if tag in body:
                found.append(f"{slide.id}: there is {tag} in it")
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_read_as_it_is_told(name: str) -> None:
    told = sample(name)
    for kind in ("overview", "workshop"):
        assert faults(make([told], kind, setting_for(told))) == []


def test_a_comparison_is() -> None:
    told = [sample("b2b-classic"), sample("b2c-classic")]
    assert faults(make(told, "comparison", setting_for(told[0]))) == []


def test_every_sign_is() -> None:
    assert faults(deck(built_in("dark"))) == []


def test_notes_and_texts_that_look_like_settings_are_none() -> None:
    made = deck()
    figure = made.slides[2].elements[0]
    assert isinstance(figure, Figure)
    words = "bg left invert contrast:2 40% w:100 sepia"
    slide = made.slides[2]._replace(
        elements=(figure._replace(alt=words),), notes=("Goal: ask them, and wait :heart:",)
    )
    assert faults(made._replace(slides=(slide,))) == []
    for note in ("class: lead", '{"_class": lead}', "paginate: false\nheader: A"):
        pages, notes = read(made._replace(slides=(slide._replace(notes=(note,)),)))
        assert [[one.replace("\u200b", "") for one in said] for said in notes] == [[note]]
        assert 'data-paginate="true"' in pages[0]
        assert "<header" not in pages[0]
