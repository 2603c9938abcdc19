"""Limits of length, and floods of findings."""

import pytest

from journeyctl.syntax.findings import MOST_OF_A_KIND
from journeyctl.syntax.line import LONGEST_NAME, LONGEST_TEXT
from journeyctl.syntax.nodes import Attribute, Declaration, Step, Unknown
from journeyctl.syntax.parser import LONGEST_LINE
from tests.syntax.shown import findings_of, found, outline, tree_of, walk

HEAD = "journey: T\nstage a\n"


def first_step(text: str) -> Step:
    return next(node for _, node in walk(tree_of(text)) if isinstance(node, Step))


def test_a_label_of_the_greatest_length_is_whole() -> None:
    text = f"{HEAD}  - {'x' * LONGEST_TEXT} @it"
    assert found(text) == []
    assert first_step(text).label.value == "x" * LONGEST_TEXT


def test_a_longer_label_is_cut_off_and_said() -> None:
    text = f"{HEAD}  - {'x' * (LONGEST_TEXT + 1)} @it"
    assert found(text) == ["3:5-2006 too-long: This text has 2,001 characters; 2,000 is the most."]
    step = first_step(text)
    assert step.label.value == "x" * (LONGEST_TEXT - 1) + "…"
    assert [tag.name for tag in step.tags] == ["it"]


def test_a_value_is_cut_off_like_a_label() -> None:
    text = "journey: " + "T" * 3000
    (title,) = tree_of(text).children
    assert isinstance(title, Attribute)
    assert len(title.text.value) == len(title.value.value) == LONGEST_TEXT
    assert found(text) == ["1:10-3010 too-long: This text has 3,000 characters; 2,000 is the most."]


def test_a_name_is_cut_off_and_said() -> None:
    name = "n" * (LONGEST_NAME + 1)
    text = f"{HEAD}  - x @{name}\nactor {name}: N"
    assert found(text) == [
        "3:8-209 too-long: This name has 201 characters; 200 is the most.",
        "4:7-208 too-long: This name has 201 characters; 200 is the most.",
    ]
    assert [tag.name for tag in first_step(text).tags] == ["n" * LONGEST_NAME]
    actor = tree_of(text).children[-1]
    assert isinstance(actor, Declaration)
    assert actor.name.value == "n" * LONGEST_NAME


def test_a_line_that_is_too_long_is_kept_unread() -> None:
    line = "  - " + "x " * (LONGEST_LINE // 2)
    text = f"{HEAD}{line}\n  - y"
    assert found(text) == ["3:1-2 too-long: This line has 65,540 characters; 65,536 is the most."]
    assert [node.text for _, node in walk(tree_of(text)) if isinstance(node, Unknown)] == [
        line.strip()
    ]
    assert first_step(text).label.value == "y"


def test_a_line_of_a_million_spaces_is_too_long_as_well() -> None:
    assert [one.kind.name for one in findings_of(HEAD + " " * 1_000_000)] == ["too-long"]


def test_lines_over_the_limit_are_one_unknown_node(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeyctl.syntax.parser.MOST_LINES", 1_000)  # a hundred times faster
    text = HEAD + "\n" * 998 + "  - x\n  - y\n"
    assert found(text) == ["1001:1-1 too-long: The file has more than 1,000 lines."]
    last = [node for _, node in walk(tree_of(text))][-1]
    assert isinstance(last, Unknown)
    assert last.text == "  - x\n  - y\n"
    assert found(HEAD + "\n" * 997 + "  - x\n") == []


def test_a_flood_is_closed_by_how_many_more_there_are() -> None:
    text = HEAD + "  what is this\n" * 1000
    findings = findings_of(text)
    assert len(findings) == MOST_OF_A_KIND + 1
    last = findings[-1]
    assert (
        found(text)[-1]
        == "28:3-15 unknown-line: 975 more of this kind (unknown-line) from here on."
    )
    assert last.help == "Mend those above, and check again."
    assert (last.label, last.others, last.fix) == ("", (), None)


def test_a_binary_is_a_handful_of_findings() -> None:
    binary = bytes(i * i * 7 % 256 for i in range(100_000)).decode("latin-1")
    assert 1 <= len(findings_of(binary)) <= 5 * (MOST_OF_A_KIND + 1)
    assert sorted(found("\0" * 100_000), key=len) == [
        "1:1-2 missing-title: This journey has no title.",
        "1:1-2 too-long: This line has 100,000 characters; 65,536 is the most.",
        "1:1-100001 forbidden-character:"
        " 100000 signs that no text can show: U+0000, U+0000, U+0000, ….",
    ]


def test_deep_indentation_makes_no_deep_tree() -> None:
    lines = ["pain: p", "what", "| w", "yes ->", "backstage: b", "// c", "stage a", "- s"]
    for line in lines:
        text = HEAD + "".join(f"{' ' * depth}{line}\n" for depth in range(1, 300))
        assert max(depth for depth, _ in walk(tree_of(text))) < 12
    text = HEAD + "".join(
        f"{' ' * depth}{lines[depth * depth % len(lines)]}\n" for depth in range(1, 1200)
    )
    assert max(depth for depth, _ in walk(tree_of(text))) < 12
    assert len(outline(text)) == 1201
