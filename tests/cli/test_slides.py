"""``journeyctl slides``: decks in every format, where they go, and what is told when they don't."""

import importlib.util
import io
import os
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Outcome, Run

EMPTY = "journey: Nothing yet\n"
SAMPLE = """\
journey: A coffee machine
actor ana: Ana
  goal: Good coffee
stage awareness
  - Taste it @ana #friend :5
stage decision
  - Pay @ana #web :2 !
      pain: Delivery costs come as a surprise
"""
FORMATS = {
    "pptx": b"PK",
    "html": b"<!doctype html>",
    "pdf": b"%PDF-1.7",
    "md": b"---\nmarp: true\n",
}


@pytest.fixture
def sample(folder: Path) -> str:
    """A journey of which there is much to tell, by its path."""
    (folder / "coffee.journey").write_text(SAMPLE)
    return "coffee.journey"


def titles(path: str) -> list[str]:
    """The titles of the slides of a PDF."""
    return [str(one.title) for one in PdfReader(path).outline if not isinstance(one, list)]


def told(outcome: Outcome) -> str:
    """What is said of a bad option, without the frame and the breaks of its lines."""
    return " ".join(outcome.err.split())


@pytest.mark.parametrize("ending", FORMATS)
def test_each_format_by_the_ending_of_the_output(ending: str, cli: Run) -> None:
    assert cli("slides", "good.journey", "-o", f"deck.{ending}") == (0, "", "")
    assert Path(f"deck.{ending}").read_bytes().lower().startswith(FORMATS[ending].lower())


def test_without_an_output_it_stands_beside_the_journey(cli: Run) -> None:
    Path("there").mkdir()
    Path("good.journey").rename("there/good.journey")
    assert cli("slides", "there/good.journey", "-f", "pdf").code == 0
    assert cli("slides", "there/good.journey", "-f", "pdf", "--kind", "workshop").code == 0
    assert {one.name for one in Path("there").glob("*.pdf")} == {
        "good.slides.pdf",
        "good.workshop-slides.pdf",
    }


def test_standard_output(cli: Run) -> None:
    assert cli("slides", "good.journey", "-f", "html", "-o", "-").out.startswith("<!")
    piped = cli("slides", "-", "-f", "html", given="journey: A\nstage a\n  - B\n")
    assert piped.code == 0
    assert "<title>A" in piped.out
    for output in ("-", os.devnull):
        refused = cli("slides", "good.journey", "-f", "markdown", "-o", output)
        assert (refused.code, refused.out) == (2, "")
        assert "Name a file for it: `-o deck.md`." in refused.err


def test_markdown_has_its_pictures_beside_it(sample: str, cli: Run) -> None:
    Path("talk").mkdir()
    assert cli("slides", sample, "-o", "talk/a deck.md").code == 0
    linked = re.findall(r"^!\[.*\]\((\S+)\)$", Path("talk/a deck.md").read_text(), re.M)
    written = {path.relative_to("talk").as_posix() for path in Path("talk").rglob("*.svg")}
    assert len(linked) > 3
    assert {unquote(one) for one in linked} == written


def test_markdown_may_have_any_name(sample: str, cli: Run) -> None:
    assert cli("slides", sample, "-o", "talk", "-f", "markdown", "--only", "flow").code == 0
    assert "](talk-pictures/flow.svg)" in Path("talk").read_text()
    assert Path("talk-pictures/flow.svg").is_file()


def test_markdown_is_for_marp_or_for_reveal(sample: str, cli: Run) -> None:
    cli("slides", sample, "-o", "deck.md", "--only", "feelings")
    assert "marp: true" in Path("deck.md").read_text()
    cli("slides", sample, "-o", "deck.md", "--only", "feelings", "--markdown", "reveal")
    assert "\nNote:\n" in Path("deck.md").read_text()


def test_nothing_is_written_where_pictures_cannot_be(sample: str, cli: Run) -> None:
    Path("deck").write_text("a file in the way")
    done = cli("slides", sample, "-o", "deck.md")
    assert done.code == 2
    assert "There is a file where the folder for the output is to be." in done.err
    assert not Path("deck.md").exists()


def test_several_journeys_are_compared(sample: str, cli: Run) -> None:
    assert cli("slides", "good.journey", sample, "-f", "pdf").code == 0
    assert "A good one" in " ".join(
        page.extract_text() for page in PdfReader("good.comparison.pdf").pages
    )
    assert cli("slides", "good.journey", sample, "-o", "both/", "-f", "pdf").code == 0
    assert Path("both/good.comparison.pdf").is_file()


def test_several_journeys_have_a_deck_each_if_asked(sample: str, cli: Run) -> None:
    several = ("slides", "good.journey", sample, "--kind", "overview", "-f", "pdf", "-o")
    assert cli(*several, "decks/").code == 0
    assert {path.name for path in Path("decks").iterdir()} == {
        "good.slides.pdf",
        "coffee.slides.pdf",
    }
    refused = cli(*several, "one.pdf")
    assert refused.code == 2
    assert "2 outputs do not go into one file." in refused.err


def test_slides_are_chosen(sample: str, cli: Run) -> None:
    cli("slides", sample, "-o", "all.pdf")
    everything = titles("all.pdf")
    assert cli("slides", sample, "-o", "some.pdf", "--only", "title,stage").code == 0
    stages = titles("some.pdf")
    assert len(stages) == 3
    assert cli("slides", sample, "-o", "rest.pdf", "--skip", "title", "--skip", "stage").code == 0
    rest = titles("rest.pdf")
    assert sorted([*stages, *rest]) == sorted(everything)
    assert cli("slides", sample, "-o", "work.pdf", "--kind", "workshop").code == 0
    assert len(titles("work.pdf")) > len(everything)


def test_the_language_of_the_words(sample: str, cli: Run) -> None:
    for language in ("en", "fil"):
        cli("slides", sample, "-o", f"{language}.pdf", "--lang", language)
    assert titles("en.pdf")[0] == titles("fil.pdf")[0]
    assert titles("en.pdf")[1] != titles("fil.pdf")[1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "stagse"], "`stagse` is no kind of slide; there are title,"),
        (["--only", "stagse"], "Did you mean `stage`?"),
        (["--skip", "stage,"], "`` is no kind of slide"),
        (["-o", "deck.ppt"], "`ppt` is no format of this command"),
        (["-o", "deck.pdf", "--template", "x.pptx"], "A template is for PowerPoint alone."),
        (["--template", "missing.pptx"], "`missing.pptx` cannot be read"),
        (["--template", "/dev/zero"], "`/dev/zero` cannot be read: it is no ordinary file."),
        (["--kind", "comparison"], "Name two journeys or more."),
        (["--lang", "xx"], "There are no words in `xx`"),
    ],
)
def test_options_that_are_refused(arguments: list[str], message: str, cli: Run) -> None:
    refused = cli("slides", "good.journey", *arguments)
    assert refused.code == 2
    assert message.replace(" ", "") in told(refused).replace("│", "").replace(" ", "")


def test_findings_are_told_and_the_rest_shown(cli: Run) -> None:
    done = cli("slides", "wrong.journey", "-o", "deck.pdf")
    assert done.code == 1
    assert "undeclared-name" in done.err
    assert any("Hear of it" in page.extract_text() for page in PdfReader("deck.pdf").pages)
    assert cli("slides", "warned.journey", "-o", "deck.pdf").code == 0
    assert cli("slides", "warned.journey", "-o", "deck.pdf", "--strict").code == 1
    assert cli("slides", "missing.journey", "-o", "deck.pdf").code == 2
    assert cli("slides", "good.journey", "-o", "deck.pdf", "--theme", "drak").code == 2


def test_a_journey_without_stages_has_no_slides(cli: Run) -> None:
    Path("empty.journey").write_text(EMPTY)
    done = cli("slides", "empty.journey", "-o", "deck.pdf")
    assert "No slides were made: the journey has no stages." in done.err
    assert not Path("deck.pdf").exists()
    both = cli("slides", "good.journey", "empty.journey", "-o", "deck.pdf")
    assert "empty.journey" in both.err
    assert not Path("deck.pdf").exists()


def test_nothing_that_was_asked_for_is_told(cli: Run) -> None:
    done = cli("slides", "good.journey", "-o", "deck.pdf", "--only", "committee")
    assert "the journey tells nothing of what was asked for" in done.err
    assert not Path("deck.pdf").exists()


def test_a_journey_is_not_overwritten(sample: str, cli: Run) -> None:
    before = Path(sample).read_bytes()
    for paths in (["good.journey", sample], [sample]):
        done = cli("slides", *paths, "-f", "pdf", "-o", sample)
        assert done.code == 2
        assert "would overwrite the journey" in done.err
    assert Path(sample).read_bytes() == before


def test_letters_that_a_pdf_lacks_are_told(cli: Run) -> None:
    Path("thai.journey").write_text("journey: ขาย\nstage a\n  - B\n")
    assert "no-glyphs" in cli("slides", "thai.journey", "-o", "deck.pdf").err
    assert cli("slides", "thai.journey", "-o", "deck.html").err == ""


def test_what_powerpoint_needs_is_told(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "pptx" else find(name)
    )
    for output in (["-o", "deck.pptx"], []):  # Without an output it is PowerPoint.
        done = cli("slides", "good.journey", *output)
        assert done.code == 2
        assert "no-library" in done.err
        assert "pip install 'python-pptx" in done.err
    assert not list(Path().glob("*.pptx"))


def test_a_template_that_is_none_is_told_by_its_name(cli: Run) -> None:
    Path("corporate.pptx").write_text("no presentation")
    done = cli("slides", "good.journey", "-o", "deck.pptx", "--template", "corporate.pptx")
    assert done.code == 2
    assert done.err.startswith("corporate.pptx: error: The template is")
    assert not Path("deck.pptx").exists()


def test_pdf_needs_no_library_of_powerpoint(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    assert cli("slides", "good.journey", "-o", "deck.pdf").code == 0
    assert PdfReader(io.BytesIO(Path("deck.pdf").read_bytes())).pages


def test_a_template_is_not_written_over(cli: Run, sample: str, folder: Path) -> None:
    (folder / "design.pptx").write_bytes(b"anything")
    outcome = cli("slides", sample, "--template", "design.pptx", "-o", "./design.pptx")
    assert outcome.code == 2
    assert "The output would overwrite the template." in outcome.err
    assert (folder / "design.pptx").read_bytes() == b"anything"
