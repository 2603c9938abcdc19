"""Decks are made as pictures and reports are: only what changed, many at once, and checked."""

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from pptx import Presentation

from journeyctl import many, presenting
from journeyctl.outputs import origin
from journeyctl.slides import make
from tests.cli.conftest import GOOD, WARNED, Run

NOTED = """\
journey: A note like a picture
stage awareness
  note: ![no picture](deck/none.svg)
  - Hear of it  #friend :5
stage decision
  - Decide  #shop :2
"""
OPTION = "out of date: the theme or an option has changed"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of each deck's journeys, as it is made."""
    titles: list[str] = []
    real = make.make

    def told(journeys, *rest):  # type: ignore[no-untyped-def]  # As the one it stands for.
        titles.append(", ".join(journey.facts.title for journey in journeys))
        return real(journeys, *rest)

    monkeypatch.setattr(make, "make", told)
    return titles


def everything() -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in Path().rglob("*") if one.is_file()}


# Only what changed


@pytest.mark.parametrize("ending", ["pptx", "html", "pdf", "md"])
def test_a_deck_is_made_when_something_changed(ending: str, cli: Run, made: list[str]) -> None:
    deck = ("slides", "good.journey", "-o", f"deck.{ending}", "--only", "title,flow")
    assert cli(*deck, "--check") == (1, f"deck.{ending}: missing\n", "")
    assert cli(*deck) == (0, "", "")
    there = everything()
    made.clear()
    assert cli(*deck) == (0, "", "")
    assert cli(*deck, "--check") == (0, "", "")
    assert made == []
    Path("good.journey").write_text(GOOD.replace("Decide", "Think"))
    told = f"deck.{ending}: out of date: the journey has changed\n"
    assert cli(*deck, "--check") == (1, told, "")
    assert everything() | {"good.journey": b""} == there | {"good.journey": b""}
    made.clear()
    assert cli(*deck).code == 0
    assert cli(*deck).code == 0
    # In HTML it is there twice, for the day and for the night.
    assert made == ["A good one"] * (2 if ending == "html" else 1)
    assert cli(*deck, "--force").code == 0
    assert len(made) == (4 if ending == "html" else 2)


@pytest.mark.parametrize(
    ("format", "change", "differs"),
    [
        ("pdf", ["--only", "title"], True),
        ("pdf", ["--skip", "title"], True),
        ("pdf", ["--skip", "stage,map", "--skip", "map"], False),
        ("pdf", ["--kind", "workshop"], True),
        ("pdf", ["--lang", "id"], True),
        ("pdf", ["--theme", "dark"], True),
        ("pdf", ["--theme", "light"], False),
        ("pdf", ["--markdown", "reveal"], False),
        ("html", ["--theme", "light"], True),
        ("markdown", ["--markdown", "reveal"], True),
    ],
)
def test_an_option_that_changes_the_deck(
    format: str, change: list[str], differs: bool, cli: Run
) -> None:
    deck = ("slides", "good.journey", "-f", format, "-o", "deck", "--skip", "map,stage")
    assert cli(*deck).code == 0
    told = f"deck: {OPTION}\n" if differs else ""
    assert cli(*deck, *change, "--check") == (int(differs), told, "")


def test_another_version_and_another_template(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    title = ("slides", "good.journey", "--only", "title", "-o")
    for theme in ("light", "dark"):
        assert cli(*title, f"{theme}.pptx", "--theme", theme).code == 0
    for template in ("", "light.pptx"):
        assert cli(*title, "deck.pptx", *(["--template", template] * bool(template))).code == 0
        assert cli(*title, "deck.pptx", "--check").out == (
            f"deck.pptx: {OPTION}\n" if template else ""
        )
    ours = (*title, "deck.pptx", "--template", "light.pptx", "--check")
    assert cli(*ours) == (0, "", "")
    Path("light.pptx").write_bytes(Path("dark.pptx").read_bytes())
    assert cli(*ours).out == f"deck.pptx: {OPTION}\n"
    monkeypatch.setattr(presenting, "_library", lambda: "python-pptx 9.9")
    told = cli(*ours).out
    assert told.startswith("deck.pptx: out of date: made by journeyctl ")
    assert " and python-pptx 1." in told
    assert told.endswith(" and python-pptx 9.9\n")


def test_a_powerpoint_file_tells_its_origin_and_can_be_read(cli: Run) -> None:
    cli("slides", "good.journey", "-o", "deck.pptx", "--only", "title")
    data = Path("deck.pptx").read_bytes()
    told = origin.read(Path("deck.pptx"))
    assert told
    with ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        assert file.comment == told.line.encode()
    assert len(Presentation("deck.pptx").slides) == 1


def test_errors_are_told_again(cli: Run, made: list[str]) -> None:
    first = cli("slides", "wrong.journey", "-f", "pdf")
    assert cli("slides", "wrong.journey", "-f", "pdf") == first
    assert cli("slides", "warned.journey", "-f", "pdf").code == 0
    made.clear()
    assert cli("slides", "warned.journey", "-f", "pdf") == (0, "", (
        "1 journey: 0 outputs written, 1 unchanged (1 with findings: see `check`)\n"
    ))  # fmt: skip
    assert made == []
    assert cli("slides", "warned.journey", "-f", "pdf", "--strict").code == 1


def test_a_deck_of_which_nothing_is_left(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = ("slides", "good.journey", "-f", "pdf", "--only", "stage", "--check")
    assert cli(*stage[:-1]).code == 0
    Path("good.journey").write_text("journey: A good one\n")
    told = "good.slides.pdf: left over: there is nothing to show in it any more\n"
    assert cli(*stage) == (1, told, "")
    Path("good.slides.pdf").unlink()
    assert cli(*stage) == (0, "", "")
    Path("good.journey").write_text(GOOD)
    monkeypatch.setattr(make, "make", lambda *_: 1 / 0)
    broken = cli(*stage)
    assert broken.code == 2
    assert "This is a bug in journeyctl (ZeroDivisionError)" in broken.err


def test_a_name_that_is_too_long_is_missing(cli: Run) -> None:
    name = "x" * 300
    for format in ("md", "pdf"):
        outcome = cli("slides", "good.journey", "-o", f"{name}.{format}", "--check")
        assert outcome == (1, f"{name}.{format}: missing\n", "")
        assert "too long" in cli("slides", "good.journey", "-o", f"{name}.{format}").err


# A comparison


def test_a_comparison_is_made_of_all_its_journeys(cli: Run, made: list[str]) -> None:
    Path("there").mkdir()
    Path("there/other.journey").write_text(WARNED)
    Path("there/journeyctl.toml").write_text('ignore = ["unused-name"]\n')
    both = ("slides", "good.journey", "there/other.journey", "-f", "pdf")
    assert cli(*both) == (0, "", "2 journeys: 1 output written, 0 unchanged\n")
    assert cli(*both, "--check").out == ""
    swapped = (*both[:1], *both[2:0:-1], *both[3:], "-o", "good.comparison.pdf", "--check")
    assert cli(*swapped).out == "good.comparison.pdf: out of date: the journeys have changed\n"
    made.clear()
    cli(*both)
    assert made == []
    Path("there/other.journey").write_text(WARNED.replace("Hear", "Read"))
    assert (
        cli(*both, "--check").out == "good.comparison.pdf: out of date: the journeys have changed\n"
    )
    made.clear()
    assert cli(*both).code == 0
    assert made == ["A good one, One with a warning"]
    Path("there/journeyctl.toml").write_text('error = ["unused-name"]\n')
    assert cli(*both).code == 1
    Path("there/other.journey").write_bytes(b"\0")
    assert cli(*both).code == 2


# Pictures beside Markdown


def test_a_picture_that_is_not_there_or_another(cli: Run, made: list[str]) -> None:
    Path("good.journey").write_text(NOTED)
    deck = ("slides", "good.journey", "-o", "deck.md", "--only", "flow,stage,feelings")
    assert cli(*deck).code == 0
    assert "\n![no picture](deck/none.svg)\n" in Path("deck.md").read_text()
    assert cli(*deck, "--check") == (0, "", "")
    picture = Path("deck/flow.svg")
    drawn = picture.read_bytes()
    picture.unlink()
    told = "deck.md: out of date: its picture `deck/flow.svg` is missing\n"
    assert cli(*deck, "--check") == (1, told, "")
    assert not picture.exists()
    assert cli(*deck).code == 0
    assert picture.read_bytes() == drawn
    cli(*deck[:-2], "--theme", "dark", "-o", "other.md")
    picture.write_bytes(Path("other/flow.svg").read_bytes())
    told = "deck.md: out of date: its picture `deck/flow.svg` was not made with it\n"
    assert cli(*deck, "--check") == (1, told, "")
    made.clear()
    assert cli(*deck).code == 0
    assert made
    assert picture.read_bytes() == drawn


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_files_of_others_are_not_written_over(force: list[str], cli: Run) -> None:
    Path("docs").mkdir()
    Path("docs/flow.svg").write_text("<svg>of somebody else</svg>")
    before = everything()
    done = cli("slides", "good.journey", "-o", "docs.md", *force)
    assert done.code == 2
    assert done.err.startswith("docs/flow.svg: error: A picture would overwrite this file")
    assert everything() == before


# Many at once


@pytest.mark.parametrize("format", ["pdf", "markdown"])
def test_several_processes_make_the_same_bytes(
    format: str, cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a/x", "a/deep/x", "b/x"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(f"{name}.journey").write_text(GOOD.replace("A good", name))
    Path("a/bad.journey").write_bytes(b"\0")
    trees = []
    for cores in (1, 2):
        monkeypatch.setattr(many, "_cores", lambda cores=cores: cores)
        deck = ("slides", "a", "b", "--only", "flow", "-f", format, "--out-dir", f"out{cores}")
        outcome = cli(*deck)
        assert outcome.code == 2
        assert outcome.err.endswith("\n4 journeys: 3 outputs written, 0 unchanged; 1 error\n")
        assert cli(*deck, "--check").out == ""
        files = sorted(one for one in Path(f"out{cores}").rglob("*") if one.is_file())
        trees.append([(one.relative_to(f"out{cores}"), one.read_bytes()) for one in files])
    assert trees[0] == trees[1]
    names = {path.as_posix() for path, _ in trees[0]}
    assert {name for name in names if not name.endswith(".svg")} == {
        f"{name}.slides.{'md' if format == 'markdown' else format}"
        for name in ("a/x", "a/deep/x", "b/x")
    }


def test_a_deck_that_somebody_worked_on_is_left_as_it_is(cli: Run) -> None:
    make = ("slides", "good.journey", "-o", "deck.pptx", "--only", "title")
    assert cli(*make).code == 0
    deck = Presentation("deck.pptx")
    deck.slides[0].notes_slide.notes_text_frame.text = "Mine"
    deck.save("deck.pptx")
    worked_on = Path("deck.pptx").read_bytes()
    outcome = cli(*make)
    assert outcome.code == 2
    assert (
        "deck.pptx: error: Somebody worked on this file, or something else wrote it" in outcome.err
    )
    assert "`--force`" in outcome.err
    assert Path("deck.pptx").read_bytes() == worked_on
    assert cli(*make, "--force").code == 0
    assert Path("deck.pptx").read_bytes() != worked_on
    Path("deck.pptx").write_bytes(b"")  # as mktemp leaves it
    assert cli(*make).code == 0
    assert cli(*make, "--check").code == 0
