"""``journeyctl diff``: two versions, told and drawn. What needs git is in tests/external."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run
from tests.conftest import Golden

ROOT = Path(__file__).parents[2]

OLD = """\
journey: Buying a <b>bicycle</b>
type: b2c
state: as-is

actor ana: Ana

channel web: Website
channel shop: Shop

stage awareness
  - See a bicycle         @ana #web :4
stage consideration
  - Compare | *three*     @ana #web :2 [3 days]
      pain: Prices are hidden
      metric: Visits = 40 target >= 60
  ? Is it right?          @ana
      yes 60% -> next
      no 40% -> leave
stage decision
  - Pay                   @ana #shop :3 [10 min]
stage post-purchase
  - Ride home             @ana :5
  - Write a review        @ana #web
stage loyalty
  - Come again            @ana #shop :4
"""

NEW = """\
journey: Buying a <b>bicycle</b>
type: b2c
state: to-be

actor ana: Ana

channel web: Website
channel shop: Shop

stage awareness
  - See a bicycle         @ana #web :4
stage consideration
  - Compare | *four*      @ana #web :4 [1 day]
      metric: Visits = 70 target >= 60
  ? Is it right?          @ana
      yes 75% -> next
      no 25% -> leave
stage decision
  - Try it                @ana #shop :5
  - Pay                   @ana #shop :3 [10 min]
stage post-purchase
  - Write a review        @ana #web
  - Ride home             @ana :5
stage loyalty
  - Come again            @ana #shop :4
"""


@pytest.fixture
def versions(folder: Path) -> tuple[str, str]:
    Path("old.journey").write_text(OLD)
    Path("new.journey").write_text(NEW)
    return "old.journey", "new.journey"


@pytest.mark.parametrize("lang", ["en", "id", "fil"])
def test_what_changed_is_told(
    cli: Run, versions: tuple[str, str], golden: Golden, lang: str
) -> None:
    for format in ("text", "markdown"):
        outcome = cli("diff", *versions, "-f", format, "--lang", lang)
        assert (outcome.code, outcome.err) == (0, "")
        golden(f"cli/golden/diff.{lang}.{format}", outcome.out)


def test_the_document_is_as_its_schema_says(
    cli: Run, versions: tuple[str, str], golden: Golden
) -> None:
    outcome = cli("diff", *versions, "-o", "changes.json")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    text = Path("changes.json").read_text()
    golden("cli/golden/diff.json", text)
    schema = json.loads((ROOT / "docs" / "diff.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(text))


def test_nothing_changed(cli: Run, versions: tuple[str, str]) -> None:
    outcome = cli("diff", "old.journey", "old.journey", "--exit-code")
    assert (outcome.code, outcome.out) == (0, "Buying a <b>bicycle</b>: Nothing changed\n")
    document = json.loads(cli("diff", "old.journey", "old.journey", "-f", "json").out)
    assert document["journeys"][0]["changes"] == []


def test_the_exit_code_tells_when_asked(cli: Run, versions: tuple[str, str]) -> None:
    assert cli("diff", *versions).code == 0
    assert cli("diff", *versions, "--exit-code").code == 1


def test_a_version_comes_from_standard_input(cli: Run, versions: tuple[str, str]) -> None:
    outcome = cli("diff", "old.journey", "-", given=NEW.replace("Try it", "Test it"))
    assert "    + Test it\n" in outcome.out


@pytest.mark.parametrize("format", ["svg", "png", "dot"])
def test_a_picture_is_written(cli: Run, versions: tuple[str, str], format: str) -> None:
    outcome = cli("diff", *versions, "-o", f"changes.{format}")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert Path(f"changes.{format}").stat().st_size > 10_000


def test_what_is_wrong_with_a_version_is_told(cli: Run, versions: tuple[str, str]) -> None:
    outcome = cli("diff", "old.journey", "wrong.journey")
    assert outcome.code == 1
    assert "wrong.journey:6:17: error: No actor is declared as `anna`." in outcome.err
    assert "One with an error" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["old.journey", "gone.journey"], "gone.journey: error: There is no such file."),
        (["old.journey", "."], ".: error: This is a folder, not a file."),
        (["-x:old.journey", "old.journey"], "No such option"),
        (["old.journey"], "Name two versions, or a revision with --git."),
        (["old.journey", "new.journey", "-f", "pptx"], "`pptx` is no format of this command"),
        (["old.journey", "-o", "x.svg", "--git", "HEAD"], "A picture is of two versions"),
    ],
)
def test_what_cannot_be_compared(
    cli: Run, versions: tuple[str, str], arguments: list[str], said: str
) -> None:
    outcome = cli("diff", *arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert said in outcome.err


def test_journeys_without_stages_are_compared_as_they_are(cli: Run, folder: Path) -> None:
    Path("x.journey").write_text("journey: A\n")
    Path("y.journey").write_text("journey: B\n")
    assert "A: Nothing changed" in cli("diff", "x.journey", "x.journey").out
    assert "was “A”" in cli("diff", "x.journey", "y.journey").out
