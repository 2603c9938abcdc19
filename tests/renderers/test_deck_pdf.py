"""A deck as a PDF: a page for each slide, with its words, and an outline of all."""

import io
import subprocess
import sys
from hashlib import sha256
from typing import Any

import pytest
from pypdf import PdfReader

from journeyctl.renderers.deck_pdf import deck_pdf
from journeyctl.slides.deck import Table, Words
from journeyctl.themes import built_in
from tests.slides.decks import deck

MADE = deck()
SCRIPT = """
import sys
from hashlib import sha256
from journeyctl.renderers.deck_pdf import deck_pdf
from tests.slides.decks import deck
sys.stdout.write(sha256(deck_pdf(deck())).hexdigest())
"""


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    """The file as a strict reader reads it."""
    return PdfReader(io.BytesIO(deck_pdf(MADE)), strict=True)


def test_each_slide_is_a_page_of_its_size(reader: PdfReader) -> None:
    assert len(reader.pages) == len(MADE.slides)
    for page in reader.pages:
        assert [float(side) for side in page.mediabox] == [0, 0, 960, 540]


def test_its_words_can_be_selected(reader: PdfReader) -> None:
    for number, (slide, page) in enumerate(zip(MADE.slides, reader.pages, strict=True), 1):
        text = " ".join(page.extract_text().split())
        assert slide.title in text
        assert slide.subtitle in text
        for element in slide.elements:
            if isinstance(element, Words):
                said = [one.text for one in element.paragraphs]
            elif isinstance(element, Table):
                said = [cell for row in (element.head, *element.rows) for cell in row]
            else:
                continue
            # In scripts that the font lacks, signs are shown as boxes.
            assert all(one in text for one in said if max(one, default="") < "\u0500")
        if number > 1:
            assert text.rstrip().split()[-1] == str(number) or f" {number} " in f" {text} "


def test_figures_are_as_large_as_their_boxes(reader: PdfReader) -> None:
    figure: Any = MADE.slides[2].elements[0]
    contents = reader.pages[2].get_contents()
    assert contents is not None
    painted = contents.get_data().decode("ascii")
    left, top, _, _ = figure.box
    scale = f"{figure.scale:.6f}"
    assert f"q {scale} 0 0 {scale} {round(left, 2):g} {round(top, 2):g} cm" in painted
    assert painted.count("q ") == painted.count("\nQ") == 2


def test_the_outline_leads_to_each_slide(reader: PdfReader) -> None:
    found: Any = reader.outline
    assert [one.title for one in found] == [slide.title for slide in MADE.slides]
    pages = [reader.get_destination_page_number(one) for one in found]
    assert pages == list(range(len(MADE.slides)))
    assert reader.page_labels == [str(at) for at in range(1, len(pages) + 1)]


def test_it_says_what_it_is(reader: PdfReader) -> None:
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert reader.metadata is not None
    assert reader.metadata.title == MADE.title


def test_letters_are_in_it_once(reader: PdfReader) -> None:
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]  # a dictionary
    }
    assert len(fonts) == 2


def test_a_deck_of_one_slide_has_no_outline() -> None:
    alone = PdfReader(io.BytesIO(deck_pdf(MADE._replace(slides=MADE.slides[:1]))), strict=True)
    assert len(alone.pages) == 1
    assert alone.outline == []


@pytest.mark.parametrize("name", ["dark", "print"])
def test_other_themes_have_a_file_that_a_strict_reader_reads(name: str) -> None:
    made = deck(built_in(name))
    found = PdfReader(io.BytesIO(deck_pdf(made)), strict=True)
    assert all(page.extract_text() for page in found.pages)


def test_the_same_deck_is_the_same_file_in_another_process() -> None:
    here = sha256(deck_pdf(MADE)).hexdigest()
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, check=True)
    assert done.stdout.decode() == here
