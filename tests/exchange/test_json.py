"""A journey goes into JSON and comes back in its canonical form, whatever stands in it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from jsonschema import Draft202012Validator

from journeyctl.exchange.from_json import from_json
from journeyctl.exchange.to_json import to_json
from journeyctl.source import Source
from journeyctl.syntax.formatter import formatted
from tests.generate import journeys
from tests.syntax.reference import examples
from tests.syntax.test_properties import mutated

ROOT = Path(__file__).parents[2]
SAMPLES = [path.read_text("utf-8") for path in sorted((ROOT / "samples").glob("*.journey"))]
TEXTS = [*SAMPLES, *examples("journey"), *examples("journey-wrong")]
SCHEMA = json.loads((ROOT / "docs" / "journey.schema.json").read_text("utf-8"))


def holds(text: str) -> dict[str, Any]:
    source = Source("a.journey", text)
    told, none = to_json(source)
    back, nothing = from_json(Source("a.json", told))
    assert (none, nothing) == ([], [])
    assert back == formatted(source).removeprefix("\ufeff").replace("\r\n", "\n")
    document: dict[str, Any] = json.loads(told)
    Draft202012Validator(SCHEMA).validate(document)
    return document


@pytest.mark.parametrize("text", TEXTS)
def test_samples_and_examples(text: str) -> None:
    holds(text)


@settings(max_examples=8)
@given(journeys((1, 3), (1, 5)))
def test_generated_journeys(text: str) -> None:
    holds(text)


@settings(max_examples=40)
@given(mutated([text for text in TEXTS if len(text) < 1_000]))
@example("journey: T\nstage a\n  - x\nactor b\n  // c\n  - y\n  note: n\n\n\n")
@example("journey: T\nstage a\n  | x 30,0% @a, \n  - x #c @a :2")
def test_mutated_texts(text: str) -> None:
    holds(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"version": 1, "lines": [{"kind": []}]}', "`lines[0]` is no line"),
        ('{"version": 1, "lines": [{"kind": {}}]}', "`lines[0]` is no line"),
        (
            '{"version": 1, "lines": [{"kind": "key", "key": [], "value": "x"}]}',
            "`lines[0].key` is not as the schema tells",
        ),
        (f'{{"version": {"1" * 5_000}, "lines": []}}', "This is no JSON: a number is too long"),
    ],
)
def test_what_is_no_line_is_told(text: str, told: str) -> None:
    made, findings = from_json(Source("a.json", text))
    assert made == ""
    assert [one.message[: len(told)] for one in findings] == [told]


def test_what_is_no_json_is_told_where_it_is() -> None:
    text = '\ufeff{"version": x}'
    _, (finding,) = from_json(Source("a.json", text))
    assert finding.span == (text.index("x"), text.index("x") + 1)


def test_half_a_sign_is_no_text() -> None:
    lines = [
        {"kind": "comment", "text": "a\ud800"},
        {"kind": "step", "mark": "-", "label": "\U0001f600"},
    ]
    made, findings = from_json(Source("a.json", json.dumps({"version": 1, "lines": lines})))
    assert made == "// a\ufffd\n- \U0001f600\n"
    assert [(one.kind.name, one.message) for one in findings] == [
        ("not-carried-over", "Half a sign, as `\\ud83d` alone is, is no text: it is \ufffd here.")
    ]
