"""The list of rules, and the page of each: what it says, and that its examples are true."""

import inspect
import re
from pathlib import Path

import pytest

from journeyctl import kinds, rules
from journeyctl.diagnostics import Kind
from journeyctl.rules import RULES
from journeyctl.rules.__main__ import reference
from journeyctl.rules.choose import FAMILIES, KINDS
from journeyctl.rules.registry import ARTICLES, Rule, all_rules, find_rule, page
from tests.reading import read

ROOT = Path(rules.__file__).parents[2]
MODULES = (
    rules.committee,
    rules.consumer,
    rules.contact,
    rules.flow,
    rules.loops,
    rules.measures,
    rules.names,
    rules.order,
    rules.practice,
    rules.sequence,
    rules.times,
)
BLOCK = re.compile(r"^```([\w-]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SIGN = re.compile(r"<U\+([0-9A-F]{4})(?: x (\d+))?>")
JOURNEYS = [one for one in all_rules() if one.kind.code[0] != "X"]


def blocks(rule: Rule) -> list[tuple[str, str]]:
    """The blocks of a page, as fence and text, with the signs that it only names put in."""
    return [
        (fence, SIGN.sub(lambda sign: chr(int(sign[1], 16)) * int(sign[2] or 1), text))
        for fence, text in BLOCK.findall(rule.text)
    ]


def test_every_rule_is_listed_once_and_named_like_its_kind() -> None:
    public = [
        function
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    ]
    assert len(public) == len(RULES) == 37
    assert set(public) == set(RULES)
    for rule in RULES:
        kind = KINDS[rule.__name__.replace("_", "-")]
        assert f"kinds.{kind.name.replace('-', '_').upper()}" in inspect.getsource(rule)


def test_every_kind_is_reported_somewhere() -> None:
    package = Path(rules.__file__).parents[1]
    source = "".join(
        file.read_text("utf-8")
        for file in package.rglob("*.py")
        if file.name != "kinds.py" and file.parent.name != "pages"
    )
    all_names = [name for name, kind in vars(kinds).items() if isinstance(kind, Kind)]
    assert len(all_names) >= 103
    assert set(all_names) - set(re.findall(r"\w+", source)) == set()


def test_every_kind_has_a_code_and_a_name_of_its_own_and_a_page() -> None:
    found = [one for one in vars(kinds).values() if isinstance(one, Kind)]
    assert len({one.code for one in found}) == len({one.name for one in found}) == len(found)
    for one in found:
        assert re.fullmatch(rf"[{''.join(FAMILIES)}]\d{{3}}", one.code)
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one.name)
    assert [one.kind for one in all_rules()] == list(KINDS.values())
    assert set(KINDS.values()) == set(found)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda one: one.kind.name)
def test_a_page_has_all_its_parts(rule: Rule) -> None:
    example = "console" if rule.kind.code[0] == "X" else "journey"
    wrong = "console" if rule.kind.code[0] == "X" else "journey-wrong"
    assert [fence for fence, _ in blocks(rule)] == [wrong, example]
    text = BLOCK.sub(lambda block: f"({block[1]})", rule.text)
    assert re.fullmatch(
        rf"[^\n]+[.](\n[^\n]+)*\n\nReads: .+?\n\nWhy: .+?\n\n\({wrong}\)\n\nBetter: .+?\n\n"
        rf"\({example}\)",
        text,
        re.DOTALL,
    )
    assert rule.summary.endswith(".")
    assert all(len(line) <= 100 for line in rule.text.splitlines())
    assert page(rule).startswith(f"# {rule.kind.code} {rule.kind.name}\n\n*{rule.family}, ")


@pytest.mark.parametrize("rule", JOURNEYS, ids=lambda one: one.kind.name)
def test_the_example_of_a_page_is_found_by_this_rule_alone(rule: Rule) -> None:
    (_, wrong), (_, better) = blocks(rule)
    assert {one.kind.name for one in read(wrong).findings} == {rule.kind.name}
    assert read(better).findings == []


def test_articles_that_pages_name_are_told() -> None:
    """No other form of naming one goes by unseen."""
    for rule in all_rules():
        named = re.findall(r"(?<![\d,])0\d\d\b", BLOCK.sub("", rule.text))
        assert set(rule.articles) == set(named) <= ARTICLES.keys()
    assert {number for rule in all_rules() for number in rule.articles} == ARTICLES.keys()
    found = find_rule("beyond-scope")
    assert found is not None
    assert page(found).endswith(
        "```\n\nArticle 002: the buyer’s journey and the customer’s (Indonesian).\n"
    )


def test_what_makes_a_journey_weak_is_a_warning() -> None:
    assert {one.kind.severity for one in JOURNEYS if one.family in ("practice", "measures")} == {
        "warning"
    }


@pytest.mark.parametrize("word", ["P204", "p204", "pain-without-idea", "Pain without idea"])
def test_a_rule_is_found_by_name_and_code(word: str) -> None:
    rule = find_rule(word)
    assert rule is not None
    assert rule.kind is kinds.PAIN_WITHOUT_IDEA
    assert page(rule, 2).startswith("## P204 pain-without-idea\n")


@pytest.mark.parametrize("word", ["P", "practice", "nothing", ""])
def test_a_family_is_no_rule(word: str) -> None:
    assert find_rule(word) is None


def test_the_reference_is_current() -> None:
    """If it is not: ``python -m journeyctl.rules > docs/rules.md``."""
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == reference()


def test_links_in_the_table_of_the_reference_lead_to_headings() -> None:
    text = reference()
    targets = re.findall(r"\]\(#([\w-]+)\)", text)
    headings = {
        heading.lower().replace(" ", "-") for heading in re.findall(r"^### (.+)$", text, re.M)
    }
    assert len(targets) == len(headings) == len(all_rules())
    assert set(targets) == headings
