"""The pages of rules, and journeys that are begun, on the command line."""

from pathlib import Path

import pytest

from journeyctl.rules.registry import all_rules
from journeyctl.starter import starter
from tests.cli.conftest import Run


@pytest.mark.parametrize("name", ["no-way-back", "P206", "p206", "No way back"])
def test_one_rule(name: str, cli: Run) -> None:
    outcome = cli("rule", name)
    assert outcome.code == 0
    assert outcome.out.startswith("# P206 no-way-back\n\n*practice, warning*\n\nAfter the purchase")


def test_all_rules(cli: Run) -> None:
    outcome = cli("rule", "--all")
    heads = [line for line in outcome.out.splitlines() if line.startswith("# ")]
    assert outcome.code == 0
    assert heads == [f"# {rule.kind.code} {rule.kind.name}" for rule in all_rules()]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name a rule, or ask for --all."),
        (["no-way-bak"], "There is no rule `no-way-bak`. Did you mean `no-way-back`?"),
        (["zzzzzzz"], "There is no rule `zzzzzzz`. See `journeyctl rule --all`."),
        (["practice"], "`practice` is a family of rules"),
    ],
)
def test_what_is_no_rule(arguments: list[str], said: str, cli: Run) -> None:
    outcome = cli("rule", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert said in outcome.err


def test_a_new_journey(cli: Run) -> None:
    assert cli("new", "a.journey") == (0, "", "")
    assert Path("a.journey").read_text() == starter("b2b", "en")
    assert cli("new", "--type", "b2c", "--language", "fil") == (0, starter("b2c", "fil"), "")
    assert cli("new", "-") == (0, starter("b2b", "en"), "")
    assert cli("check", "--strict", "a.journey").code == 0


def test_what_exists_stays(cli: Run) -> None:
    Path("link.journey").symlink_to("nowhere")
    for name in ("good.journey", "link.journey", "."):
        before = Path("good.journey").read_bytes()
        outcome = cli("new", name)
        assert outcome.code == 2
        assert f"`{name}` exists already." in outcome.err
        assert Path("good.journey").read_bytes() == before


def test_a_new_journey_that_cannot_be_written(cli: Run) -> None:
    outcome = cli("new", "no/such/a.journey")
    assert outcome.code == 2
    assert "[X301 not-written]" in outcome.err
