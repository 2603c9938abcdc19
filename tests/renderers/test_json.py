"""The data of a drawing, as its schema describes it."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from journeyctl.pipeline import check
from journeyctl.renderers.json import drawing_json
from journeyctl.source import Source
from journeyctl.views import drawing as records
from journeyctl.views.catalogue import VIEWS, view
from journeyctl.views.drawing import Drawing, Group, Lines, Shape
from journeyctl.views.drawing import Path as Way
from tests.renderers.drawings import drawing, shape, whole, words
from tests.views.drawn import drawn

ROOT = Path(__file__).parents[2]
SCHEMA: dict[str, Any] = json.loads((ROOT / "docs/drawing.schema.json").read_text())
SAMPLES = ("b2b-omnichannel", "b2c-online-shop", "minimal")  # the rest has nothing that is new


def closed() -> Draft202012Validator:
    """The schema, allowing no field that it does not name: nothing goes out undescribed."""
    schema = json.loads(json.dumps(SCHEMA))
    for part in (schema, *schema["$defs"].values()):
        if "properties" in part:
            part["additionalProperties"] = False
    return Draft202012Validator(schema)


VALIDATOR = closed()


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_view_is_as_described(sample: str) -> None:
    journey, _ = check(Source(sample, (ROOT / f"samples/{sample}.journey").read_text("utf-8")))
    checked = 0
    for name in VIEWS:
        if not view(name).lacks(journey):
            document = json.loads(drawing_json(one_of_each(drawn(journey, name)), name))
            assert [error.message for error in VALIDATOR.iter_errors(document)] == []
            checked += 1
    assert checked


def one_of_each(made: Drawing) -> Drawing:
    """The first of all shapes, paths and groups of a role: to look at each takes seconds."""
    return made._replace(
        groups=tuple({one.role: one for one in reversed(made.groups)}.values()),
        shapes=tuple({(one.role, one.form): one for one in reversed(made.shapes)}.values()),
        paths=tuple({one.role: one for one in reversed(made.paths)}.values()),
    )


def test_the_schema_knows_all_there_is() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    fields = {
        "shape": Shape._fields,
        "path": Way._fields,
        "group": Group._fields,
        "text": Lines._fields,
    }
    for name, expected in fields.items():
        assert SCHEMA["$defs"][name]["required"] == list(expected)
    assert sorted(SCHEMA["required"]) == sorted(["version", "view", *Drawing._fields])
    forms = SCHEMA["$defs"]["shape"]["properties"]["form"]["enum"]
    assert forms == list(get_args(records.Form))
    assert SCHEMA["$defs"]["line"]["enum"] == list(get_args(records.Line))
    arrows = SCHEMA["$defs"]["path"]["properties"]["arrow"]["enum"]
    assert arrows == list(get_args(records.Arrowhead))


def test_all_of_a_drawing_is_in_it() -> None:
    made = whole()
    document = json.loads(drawing_json(made, "flow"))
    assert [one["id"] for one in document["shapes"]] == [one.id for one in made.shapes]
    assert document["paths"][1]["points"] == [list(point) for point in made.paths[1].points]
    assert document["shapes"][2]["text"]["lines"] == ["Meet us at", "an event & <b>"]
    assert [*document][:5] == ["version", "view", "width", "height", "title"]


def test_each_record_has_a_line_of_its_own() -> None:
    text = drawing_json(drawing(shape("a", text=words("É")), shape("b")), "flow")
    assert [line[:15] for line in text.split("\n") if line.startswith("    {")] == [
        '    {"id": "a",',
        '    {"id": "b",',
    ]
    assert '"É"' in text
    assert text.endswith('  "paths": []\n}\n')
    assert '"width": 300,' in text
