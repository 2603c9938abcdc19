"""``journeyctl stats``: its three formats, for every sample and language, and hostile labels."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from journeyctl.renderers.csv import csv as as_csv
from tests.cli.conftest import Run
from tests.conftest import Golden

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs/stats.schema.json").read_text("utf-8"))
VALID = Draft202012Validator(SCHEMA)
NAMES = ("b2b-software", "b2c-online-shop")
ENDLESS = """\
journey: Round and round
stage a
  ? Which way?
      on 60% -> next
      round 40% -> b
stage b
  - Wait ^b
      -> b
"""
HOSTILE = """\
journey: =1+1
stage "@SUM(A1)": -2+3
  - =cmd|' /C calc'!A0
  ? +1, or "2" more?
      =HYPERLINK("x") 30% -> leave
      yes 70% -> next
"""


@pytest.fixture
def samples(folder: Path) -> None:
    for name in NAMES:
        text = (ROOT / f"samples/{name}.journey").read_bytes()
        (folder / f"{name}.journey").write_bytes(text)


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


def document(text: str) -> Any:
    made = json.loads(text)
    VALID.validate(made)
    return made


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["en", "id", "fil"])
def test_text_of_a_sample(name: str, language: str, cli: Run, golden: Golden) -> None:
    told = cli("stats", "--lang", language, f"{name}.journey")
    assert told.code == 0
    golden(f"cli/golden/stats/{name}.{language}.txt", told.out)


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("format", ["json", "csv"])
def test_data_of_a_sample(name: str, format: str, cli: Run, golden: Golden) -> None:
    told = cli("stats", f"{name}.journey", "-o", f"{name}.{format}")
    assert (told.code, told.out) == (0, "")
    written = Path(f"{name}.{format}").read_bytes().decode()
    golden(f"cli/golden/stats/{name}.{format}", written)
    if format == "json":
        (journey,) = document(written)["journeys"]
        assert sum(way["share"] for way in journey["ways_out"]) == pytest.approx(100, abs=1e-5)
    else:
        assert {len(row) for row in rows(written)} == {13}


@pytest.mark.usefixtures("samples")
def test_the_language_is_that_of_words_and_not_of_keys(cli: Run) -> None:
    english, filipino = (
        cli("stats", "--lang", language, "-f", "json", "b2b-software.journey").out
        for language in ("en", "fil")
    )
    assert english != filipino
    assert re.sub('"label": ".*"', "", english) == re.sub('"label": ".*"', "", filipino)


def test_several_journeys_are_one_document(cli: Run) -> None:
    paths = ("good.journey", "warned.journey")
    told = document(cli("stats", *paths, "-f", "json").out)
    assert [journey["path"] for journey in told["journeys"]] == list(paths)
    table = rows(cli("stats", *paths, "-f", "csv").out)
    assert [row[0] for row in table if row[1] == "journey"] == list(paths)
    assert sum(row[0] == "path" for row in table) == 1
    text = cli("stats", *paths).out
    assert text.index("A good one\n==========\n") < text.index("One with a warning\n=")


def test_errors_are_told_and_the_rest_counted(cli: Run) -> None:
    told = cli("stats", "wrong.journey", "-f", "json")
    assert told.code == 1
    assert "undeclared-name" in told.err
    assert document(told.out)["journeys"][0]["end"] == {"low": 100.0, "high": 100.0}
    assert cli("stats", "missing.journey").code == 2
    assert cli("stats", "-", given="").out.startswith("<stdin>\n=======\n")
    assert cli("stats", "good.journey", "-f", "yaml").code == 2


def test_a_loop_that_nobody_leaves_is_told(cli: Run) -> None:
    told = cli("stats", "-", "-f", "json", given=ENDLESS)
    assert told.code == 1
    (journey,) = document(told.out)["journeys"]
    assert journey["trapped"] == pytest.approx(100)
    assert journey["end"] == {"low": 0.0, "high": 0.0}
    assert (journey["minutes"], journey["feeling"], journey["ways"]["likely"]) == (None, None, None)
    assert [step["share"] for step in journey["steps"]] == [100.0, None]
    assert "100% come into a loop that nobody can leave." in cli("stats", "-", given=ENDLESS).out


def test_no_cell_is_a_formula(cli: Run) -> None:
    table = rows(cli("stats", "-", "-f", "csv", given=HOSTILE).out)
    cells = [cell for row in table for cell in row]
    assert "'=cmd|' /C calc'!A0" in cells
    assert '\'+1, or "2" more?' in cells
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert [cell for cell in cells if re.match(r"[=+\-@\t\r＝＋－＠]", cell)] == []


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (("a", "b c", ""), "a,b c,"),
        ((None, 0.0, 12, 1 / 3, 1e-9, 1234567.5), ",0,12,0.333333,0,1234567.5"),
        ((-2.5, "-2.5"), "-2.5,'-2.5"),
        (('a "b"', "c,d", "e\nf"), '"a ""b""","c,d","e\nf"'),
        (("=1", "+1", "@x", "\tx", "\rx", "＝x"), "'=1,'+1,'@x,'\tx,\"'\rx\",'＝x"),
        (("a=1", "'=1", "'a", "½"), "a=1,''=1,'a,½"),
    ],
)
def test_cells(cells: tuple[str | float | None, ...], line: str) -> None:
    assert as_csv([cells]) == f"{line}\r\n"


def test_text_holds_nothing_that_acts_on_a_terminal(cli: Run) -> None:
    told = cli("stats", "-", given="journey: A\x1b[31m\nstage a\n  - B\u202ec\n").out
    assert "\x1b" not in told
    assert "\u202e" not in told


def test_formatting_changes_no_number(cli: Run) -> None:
    text = HOSTILE.replace("  ", "   ")
    assert cli("stats", "-", "-f", "json", given=text).out == (
        cli("stats", "-", "-f", "json", given=cli("fmt", "-", given=text).out).out
    )


@pytest.mark.parametrize("command", ["stats", "diff", "compare"])
def test_no_output_goes_over_a_journey(cli: Run, folder: Path, command: str) -> None:
    before = Path("good.journey").read_bytes()
    (folder / "link.json").symlink_to("good.journey")
    for output in ("good.journey", "./good.journey", "new.journey", "link.json"):
        outcome = cli(command, "good.journey", "warned.journey", "-f", "json", "-o", output)
        assert outcome.code == 2
        assert "would be overwritten" in outcome.err
    assert Path("good.journey").read_bytes() == before
    assert not Path("new.journey").exists()


def test_a_comment_goes_over_no_journey(cli: Run, folder: Path) -> None:
    outcome = cli("ci", "--base", "HEAD", "-f", "text", "good.journey", "-o", "good.journey")
    assert outcome.code == 2
    assert "would be overwritten" in outcome.err
