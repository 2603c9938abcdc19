"""The list of rules itself."""

import inspect
from pathlib import Path

from journeyctl import kinds, rules
from journeyctl.diagnostics import Kind
from journeyctl.rules import RULES, flow, names, order, times


def test_every_rule_is_listed_once_and_says_what_and_why() -> None:
    written = [
        function
        for module in (names, order, flow, times)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    ]
    assert len(written) == 17
    assert set(written) == set(RULES)
    assert len(RULES) == len(written)
    for rule in RULES:
        assert len(inspect.getdoc(rule) or "") > 40, rule


def test_every_kind_of_the_model_and_the_rules_is_reported_somewhere() -> None:
    package = Path(rules.__file__).parents[1]
    files = [*package.glob("model/*.py"), *package.glob("rules/*.py")]
    source = "".join(file.read_text("utf-8") for file in files)
    mine = {
        name: kind
        for name, kind in vars(kinds).items()
        if isinstance(kind, Kind) and kind.code[0] in "NOF"
    }
    assert len(mine) == 33
    assert [name for name in mine if f"kinds.{name}" not in source] == []
    assert len({kind.code for kind in mine.values()}) == len(mine)
