"""Decks as an office reads them: valid by the schemas of Office Open XML, and laid out by
LibreOffice with every word on its slide.

``soffice`` and ``openxml-audit`` must be on the path. The latter holds a file against the schemas
and rules of Microsoft's Open XML SDK: those of ECMA-376, and what Office asks for beyond them.
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader

from journeyctl.outputs.origin import Origin, digest, stamped
from journeyctl.renderers.pptx import pptx
from journeyctl.slides.deck import Deck, Table, Words
from journeyctl.slides.make import make
from journeyctl.themes import BUILT_IN, built_in
from journeyctl.views.setting import setting_for
from tests.renderers.test_pptx_file import NAVY, company, on
from tests.slides.decks import SAMPLES, deck, sample

ORIGIN = Origin("journeyctl 1.0 and python-pptx 1.0.2", digest(""), digest(""), "findings")
NAMES = sorted(path.stem for path in SAMPLES.glob("*.journey"))
PAIRS = (("b2b-classic", "b2c-classic"), ("b2b-omnichannel", "b2c-omnichannel"))


class Read(NamedTuple):
    """A deck, the file of it, and the pages that LibreOffice makes of that."""

    deck: Deck
    file: Path
    pages: PdfReader


def decks() -> Iterator[tuple[str, Deck, bytes | None]]:
    for name in NAMES:
        journey = sample(name)
        for kind in ("overview", "workshop"):
            yield f"{name}-{kind}", make([journey], kind, setting_for(journey)), None
    for pair in PAIRS:
        journeys = [sample(name) for name in pair]
        setting = setting_for(journeys[0])
        yield "-".join(pair), make(journeys, "comparison", setting), None
    for theme in BUILT_IN:
        yield f"by-hand-{theme}", deck(built_in(theme)), None
    yield "by-hand-company", deck(), company(accent1="FFE600")
    yield "by-hand-company-navy", deck(), on(NAVY)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Read]:
    """All decks, converted in one go."""
    folder = tmp_path_factory.mktemp("office") / "decks"
    folder.mkdir()
    made = {}
    for name, whole, template in decks():
        file = folder / f"{name}.pptx"
        file.write_bytes(stamped(pptx(whole, template), "pptx", ORIGIN))
        made[name] = whole, file
    profile = (folder.parent / "profile").as_uri()
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf",
         "--outdir", str(folder.parent), *(str(file) for _, file in made.values())],
        check=True,
        capture_output=True,
        timeout=600,
    )  # fmt: skip
    return {
        name: Read(whole, file, PdfReader(folder.parent / f"{name}.pdf"))
        for name, (whole, file) in made.items()
    }


def test_every_file_is_valid(read: dict[str, Read]) -> None:
    folder = next(iter(read.values())).file.parent
    done = subprocess.run(
        ["openxml-audit", "--quiet", "--recursive", str(folder)],
        check=False,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_slide_is_a_page_with_its_words(read: dict[str, Read]) -> None:
    for name, (whole, _, pages) in read.items():
        assert len(pages.pages) == len(whole.slides), name
        if name.startswith("by-hand"):  # Its scripts are told in the order of their signs.
            continue
        for slide, page in zip(whole.slides, pages.pages, strict=True):
            said = joined(page.extract_text())
            for text in (slide.title, slide.subtitle, *words(slide.elements)):
                assert joined(text) in said, (name, slide.id, text)


def words(elements: tuple[object, ...]) -> Iterator[str]:
    """The texts of a slide that are no picture's."""
    for one in elements:
        if isinstance(one, Words):
            yield from (paragraph.text for paragraph in one.paragraphs)
        elif isinstance(one, Table):
            yield from (*one.head, *(cell for row in one.rows for cell in row))


def joined(text: str) -> str:
    """A text without spaces, which wrapping changes."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", NAMES)
def test_every_step_can_be_read_on_a_page(name: str, read: dict[str, Read]) -> None:
    said = joined("".join(page.extract_text() for page in read[f"{name}-overview"].pages.pages))
    for step in sample(name).steps.values():
        assert joined(step.label) in said


def test_letters_are_those_of_the_theme(read: dict[str, Read]) -> None:
    """LibreOffice sets Arial in a font of the same widths."""
    for name, (_, _, pages) in read.items():
        if name.startswith("by-hand"):
            continue
        for number, page in enumerate(pages.pages, 1):
            resources: Any = page["/Resources"]
            fonts = resources["/Font"].values()
            used = {str(font.get_object()["/BaseFont"]) for font in fonts}
            serif = [font for font in used if re.search("Serif|Times", font)]
            assert not serif, (name, number, used)
            assert any(re.search("LiberationSans|Arimo|Arial", font) for font in used)
