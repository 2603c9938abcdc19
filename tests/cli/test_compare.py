"""``journeyctl compare``: journeys beside each other, told and drawn."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from tests.cli.conftest import Run
from tests.conftest import Golden

ROOT = Path(__file__).parents[2]
PAIRS = {
    "classic": ("b2b-classic", "b2c-classic"),
    "flowcharts": ("b2b-software", "b2c-online-shop"),
    "scopes": ("buyer-journey", "customer-journey"),
    "omnichannel": ("b2b-omnichannel", "b2c-omnichannel"),
}


def paths(pair: str) -> list[str]:
    return [str(ROOT / "samples" / f"{name}.journey") for name in PAIRS[pair]]


@pytest.mark.parametrize("pair", PAIRS)
def test_the_pairs_of_the_articles_are_told(cli: Run, golden: Golden, pair: str) -> None:
    outcome = cli("compare", *paths(pair), "--lang", "en")
    assert (outcome.code, outcome.err) == (0, "")
    golden(f"cli/golden/compare.{pair}.md", outcome.out)


@pytest.mark.parametrize("lang", ["id", "fil"])
def test_the_words_are_of_one_language(cli: Run, golden: Golden, lang: str) -> None:
    outcome = cli("compare", *paths("flowcharts"), "--lang", lang)
    golden(f"cli/golden/compare.flowcharts.{lang}.md", outcome.out)


def test_without_a_language_it_is_that_of_the_first(cli: Run) -> None:
    software, shop = paths("flowcharts")
    assert cli("compare", software, shop).out.startswith("# B2B and B2C beside each other\n")
    assert cli("compare", shop, software).out.startswith("# B2C dan B2B berdampingan\n")
    assert "Kesadaran" not in cli("compare", software, shop).out


def test_the_report_is_markdown_with_tables(cli: Run) -> None:
    out = cli("compare", *paths("classic")).out
    tokens = [token.type for token in MarkdownIt().enable("table").parse(out)]
    assert tokens.count("table_open") == 4
    assert tokens.count("heading_open") == 5


def test_labels_come_out_as_text(cli: Run, folder: Path) -> None:
    for name in ("a", "b"):
        Path(f"{name}.journey").write_text(
            f"journey: <b>{name}</b> | *x*\nfocus: `a` | [b](c)\nstage one\n  - x #web\n"
        )
    out = cli("compare", "a.journey", "b.journey").out
    html = MarkdownIt().enable("table").render(out)
    assert "<em>" not in html
    assert "<b>" not in html
    assert "<a " not in html
    assert html.count("`a` | [b](c)") == 2


def test_the_document_is_as_its_schema_says(cli: Run) -> None:
    schema = json.loads((ROOT / "docs" / "compare.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    for pair in PAIRS:
        document = json.loads(cli("compare", *paths(pair), "-f", "json").out)
        Draft202012Validator(schema).validate(document)
        assert len(document["rows"]) > 10


@pytest.mark.parametrize("format", ["svg", "png", "dot"])
def test_a_picture_is_written(cli: Run, folder: Path, format: str) -> None:
    outcome = cli("compare", *paths("scopes"), "-o", f"two.{format}", "--direction", "down")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert Path(f"two.{format}").stat().st_size > 10_000


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["good.journey"], "Name two journeys or more."),
        (["good.journey", "gone.journey"], "gone.journey: error: There is no such file."),
        (["good.journey", "warned.journey", "-f", "text"], "`text` is no format of this command"),
        (["good.journey", "warned.journey", "-o", "x.svg", "--theme", "x"], "no-such-theme"),
    ],
)
def test_what_cannot_be_compared(cli: Run, arguments: list[str], said: str) -> None:
    outcome = cli("compare", *arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.out == ""
