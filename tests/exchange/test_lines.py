"""Whatever somebody meant by a label, the line made of it is read as that."""

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeyctl.exchange import drafting
from journeyctl.exchange.from_json import from_json
from journeyctl.source import Source
from journeyctl.syntax.nodes import Arrow, Attribute, Declaration, Step
from tests.syntax.test_properties import SIGNS

LABELS = st.lists(st.sampled_from(SIGNS), min_size=1, max_size=12).map("".join)


def meant(label: str) -> str:
    return drafting.one_line(label)


@settings(max_examples=60)
@given(LABELS)
@example('"a" or "b"')
@example("Get it @ the #fair :4")
@example("40%")
@example("- x")
def test_a_label_is_read_as_it_was_meant(label: str) -> None:
    if not meant(label):
        return
    step = drafting.node_of(drafting.step("-", label, ["@ana:2", "#web", "!"]))
    assert isinstance(step, Step)
    assert (step.label.value, len(step.tags)) == (meant(label), 3)
    arrow = drafting.node_of(drafting.arrow(label, "30%", "^there"))
    assert isinstance(arrow, Arrow)
    assert arrow.label is not None
    assert arrow.share is not None
    assert arrow.target is not None
    assert (arrow.label.value, arrow.share.number) == (meant(label), 30)
    assert arrow.target.value == "^there"
    pain = drafting.node_of(drafting.key("pain", label, ["@ana"]))
    assert isinstance(pain, Attribute)
    assert (pain.text.value, len(pain.tags)) == (meant(label), 1)
    stage = drafting.node_of(drafting.stage(drafting.Names(), label))
    assert isinstance(stage, Declaration)
    assert stage.label is None or stage.label.value == meant(label)


@settings(max_examples=25)
@given(st.lists(LABELS, max_size=5))
def test_names_are_names_and_nobody_elses(labels: list[str]) -> None:
    names = drafting.Names()
    made = [names.name(label, "stage") for label in labels]
    assert len({one.lower() for one in made}) == len(made)
    for one in made:
        assert isinstance(drafting.node_of(f"actor {one}"), Declaration)
        assert one not in ("next", "end", "leave")


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("a/b2b-classic.steps.csv", "B2b classic"),
        ("tea_time.flowchart.mmd", "Tea time"),
        ("x.journey.mmd", "X"),
        ("v1.2.csv", "V1.2"),
        (".steps.csv", ".steps"),
        ("<stdin>", "Imported from a table"),
    ],
)
def test_a_journey_is_called_like_its_file(path: str, title: str) -> None:
    assert drafting.title(path, "a table") == title


def told(document: object) -> tuple[str, list[str]]:
    text = document if isinstance(document, str) else json.dumps(document)
    made, findings = from_json(Source("a.json", text))
    return made, [one.message for one in findings]


def line(**fields: object) -> dict[str, object]:
    return {"version": 1, "lines": [{"kind": "key", "key": "journey", "value": "T"}, fields]}


def test_a_program_need_not_write_what_the_fields_say() -> None:
    stage = {
        "kind": "stage",
        "name": "try",
        "lines": [
            {"kind": "step", "mark": "-", "label": "Use #1", "channels": ["web"], "feeling": 4}
        ],
    }
    made, found = told(line(**stage))
    assert (made, found) == ("journey: T\nstage try\n  - Use #1  #web :4\n", [])
    changed = {"kind": "comment", "text": "new", "written": "// old"}
    assert told(line(**changed))[0] == "journey: T\n// new\n"


def test_what_is_no_document_is_told() -> None:
    assert told("{")[1][0].startswith("This is no JSON: ")
    assert told("[" * 100_000)[1] == ["The document is too deep. It was left out."]
    assert told([])[1] == ["The document is no journey: it has no `lines`. It was left out."]
    assert told({"version": 2, "lines": []})[1] == [
        "`version` is not 1, the one that is read here. It was left out."
    ]
    for fields, said in (
        ({"kind": "leap"}, "`lines[1]` is no line: `kind` is one of blank, "),
        ({"kind": "step", "mark": "-"}, "`lines[1]` has no `label`."),
        ({"kind": "step", "mark": "-", "label": "a", "feeling": 6}, "`lines[1].feeling` is not"),
        ({"kind": "step", "mark": "-", "label": "a", "people": [{}]}, "`lines[1].people` is not"),
        ({"kind": "stage", "name": "a", "lines": {}}, "`lines[1]` is not as the schema tells."),
        ({"kind": "comment", "text": "a", "indent": -1}, "`lines[1].indent` is no number"),
        ({"kind": "comment", "text": "a", "size": 1}, "`lines[1]` has `size`, which no journey"),
    ):
        made, found = told(line(**fields))
        assert made.startswith("journey: T\n")
        assert len(found) == 1
        assert found[0].startswith(said)
