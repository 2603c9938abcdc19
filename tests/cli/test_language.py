"""``--lang``: the tool's own words in another language, the author's as they are."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run

JOURNEY = """\
journey: Awareness of bread
model: classic
language: id
metric: Average = 2,5 target >= 2,5

stage awareness
  - Smell it  :4
stage consideration: Consideration at home
  - Think
stage keputusan
  - Buy [1 jam]
      backstage: Bake [3+ jam]
stage retention-referral [2-4 minggu]
  - Tell a friend
      more -> awareness
"""


@pytest.fixture(autouse=True)
def journey(folder: Path) -> None:
    (folder / "bread.journey").write_text(JOURNEY)


def output(cli: Run, command: str, *options: str) -> str:
    outcome = cli(command, "bread.journey", "-o", "-", *options)
    assert (outcome.code, outcome.err) == (0, "")
    return outcome.out


@pytest.mark.parametrize(
    ("lang", "ours", "theirs"),
    [
        ("", ["Kesadaran", "Keputusan", "Retensi dan rekomendasi"], ["Decision", "Pagpapasya"]),
        ("en", ["Awareness", "Decision", "Retention and referral"], ["Kesadaran", "Keputusan"]),
        ("tl_PH", ["Kamalayan", "Pagpapasya"], ["Kesadaran", "Decision"]),
    ],
)
@pytest.mark.parametrize("command", ["render", "report"])
def test_stage_names_follow_and_labels_stay(
    command: str, lang: str, ours: list[str], theirs: list[str], cli: Run
) -> None:
    options = [*(["--lang", lang] if lang else []), *(["-f", "dot"] * (command == "render"))]
    told = output(cli, command, *options)
    for said in [*ours, "Awareness of bread", "Consideration at home", "Smell it"]:
        assert all(word in told for word in said.split()), said  # A picture wraps lines.
    for said in theirs:
        assert said not in told, said


def test_numbers_are_read_as_the_journey_writes_them(cli: Run) -> None:
    """2,5 is no English number, and would be reported in an English journey."""
    assert "2,5" in output(cli, "report", "--lang", "en")
    english = JOURNEY.replace("language: id", "language: en")
    Path("bread.journey").write_text(english)
    assert "unclear-number" in cli("report", "bread.journey", "-o", "-").err


@pytest.mark.parametrize(
    ("lang", "durations"),
    [
        ("en", ["2–4 weeks", "1 hour", "3 hours or more"]),
        ("fil", ["2–4 linggo", "1 oras", "3 oras o higit pa"]),
        ("id", ["2–4 minggu", "1 jam", "3+ jam"]),
        ("", ["2–4 minggu", "1 jam", "3+ jam"]),
    ],
)
def test_units_of_time_follow(lang: str, durations: list[str], cli: Run) -> None:
    told = output(cli, "report", *(["--lang", lang] if lang else []))
    for duration in durations:
        assert duration in told, duration


@pytest.mark.parametrize("command", ["render", "report"])
def test_an_unknown_language(command: str, cli: Run) -> None:
    outcome = cli(command, "bread.journey", "--lang", "klingon")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Invalid value for --lang: There are no words in `klingon`; there are en, fil, id." in (
        " ".join(outcome.err.split())
    )


def test_a_starter_in_an_unknown_language(cli: Run) -> None:
    outcome = cli("new", "--language", "de")
    assert (outcome.code, outcome.out) == (2, "")
    assert "There is none in `de`; there are en, fil, id." in outcome.err
