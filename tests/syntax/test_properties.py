"""Whatever the text: nothing raises, nothing is lost, every place lies where it should."""

import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeyctl.source import Source, Text
from journeyctl.syntax.fixes import apply
from journeyctl.syntax.nodes import Arrow, Attribute, Blank, Comment, Declaration, Step, Tag
from journeyctl.syntax.parser import parse
from journeyctl.syntax.signs import plain
from tests.syntax.reference import examples
from tests.syntax.shown import findings_of, outline, tree_of, walk

B2B = examples("journey")[-1]

SIGNS = [
    *'-~|&?*@#:!^%[]"“”«,;.()<>=→–—•\t\u00a0\u200b\ufeff\u202e\u0301\x00\x1b\ud800\ufffe\r\n',
    *(
        " ",
        "  ",
        "      ",
        "\n",
        "\r\n",
        "->",
        "//",
        "a",
        "it",
        "é",
        "報",
        "😀",
        "7",
        "40%",
        "3 days",
    ),
    *("journey: T\n", "stage a", "actor it", "role: user", "pain: x", "backstage: y", "system: z"),
    *("metric: A = 1 target < 2", "link: https://example.com", "quote: “x”", "evidence: assumed"),
    *(
        "\n  - x",
        "\n  | x",
        "\n      - y",
        "\n  ? x",
        "\n      yes ->",
        "\n        - z",
        "\n    -> q",
    ),
]
LINES = st.lists(st.sampled_from(SIGNS), max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn, texts: Sequence[str] = (B2B,)) -> str:
    """A real journey, cut, swapped and sprinkled with signs."""
    text = draw(st.sampled_from(texts))
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 60)))
        piece = draw(st.one_of(st.just(""), st.sampled_from(SIGNS), st.just(text[:end][-40:])))
        text = text[:start] + piece + text[end:]
    return text


TEXTS = st.one_of(st.text(), LINES, mutated())


def contents(text: str) -> list[str]:
    """The lines that are not blank, without what surrounds them."""
    *lines, last = text.removeprefix("\ufeff").split("\n")
    stripped = []
    for line in [*(line.removesuffix("\r") for line in lines), last]:
        as_meant = plain(line)
        start = len(as_meant) - len(as_meant.lstrip(" \t"))
        stripped.append(line[start : len(as_meant.rstrip(" \t"))])
    return [line for line in stripped if line]


@settings(max_examples=120)
@given(TEXTS)
def test_nothing_is_lost_and_every_place_is_right(text: str) -> None:
    tree = tree_of(text)
    nodes = [node for _, node in walk(tree)]
    spans = sorted(node.span for node in nodes if not isinstance(node, Blank))
    assert [text[start:end] for start, end in spans] == contents(text)
    for depth, node in walk(tree):
        assert depth < 12
        for piece in _pieces(node):
            assert node.span.start <= piece.span.start <= piece.span.end <= node.span.end
    for node in nodes:
        if not isinstance(node, Blank | Comment):
            starts = [child.span.start for child in node.children]
            assert starts == sorted(starts)


def _pieces(node: object) -> list[Text | Tag]:
    match node:
        case Step():
            return [node.label, *node.tags]
        case Attribute():
            return [node.key, node.value, node.text, *node.tags]
        case Declaration():
            return [one for one in (node.name, node.label) if one]
        case Arrow():
            return [one for one in (node.label, node.share, node.target) if one]
    return []


@settings(max_examples=80)
@given(TEXTS)
def test_findings_are_in_the_file_and_in_its_order(text: str) -> None:
    findings = findings_of(text)
    for finding in findings:
        places = [finding.span, *(label.span for label in finding.others)]
        for place in places:
            assert place is not None
            assert 0 <= place.start <= place.end <= len(text)
        assert finding.message[-1] == "."
        assert finding.help
    assert [one.start for one in findings] == sorted(one.start for one in findings)


@settings(max_examples=60)
@given(TEXTS)
def test_a_text_is_read_the_same_way_each_time(text: str) -> None:
    source = Source("a.journey", text)
    assert parse(source) == parse(source)


@settings(max_examples=80)
@given(LINES)
@example('journey: T\nstage a [2–4 weeks]\n\u00a0 • “x " y”\u00a0@it\n   yes\u00a0→ “b”')
def test_a_safe_fix_changes_nothing_of_the_meaning(text: str) -> None:
    source = Source("a.journey", text)
    fixed, mended = apply(source, parse(source)[1])
    # A duration keeps its text as written.
    assert list(map(plain, outline(fixed))) == list(map(plain, outline(text)))
    assert (fixed == text) == (not mended)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60))
def test_any_label_can_be_quoted(label: str) -> None:
    label = label.replace("\ufffe", "").replace("\uffff", "") or '"'
    quoted = '"' + label.replace('"', '""') + '"'
    tree = tree_of(f"journey: T\nstage a\n  - {quoted} @it #web\n      {quoted} 30% -> {quoted}")
    steps = [node for _, node in walk(tree) if isinstance(node, Step)]
    arrows = [node for _, node in walk(tree) if isinstance(node, Arrow)]
    assert [(step.label.value, len(step.tags)) for step in steps] == [(label, 2)]
    assert [(arrow.label, arrow.target) for arrow in arrows] != []
    for arrow in arrows:
        assert arrow.label is not None
        assert arrow.target is not None
        assert arrow.share is not None
        assert arrow.label.value == arrow.target.value == label


SHAPES: dict[str, Callable[[int], str]] = {
    "steps": lambda n: "stage a\n"
    + "  - See it @it:2 #web [2-4 weeks]\n      pain: late @it\n" * n,
    "keys of a stage": lambda n: "stage a\n" + "  note: x\n" * n,
    "late keys": lambda n: "stage a\n  - x\n" + "  goal: x\n" * n,
    "titles": lambda n: "journey: T\n" * n,
    "unknown lines": lambda n: "what is this\n" * n,
    "answers": lambda n: "stage a\n  ? x\n" + "      yes 3% -> next\n" * n,
    "tags": lambda n: "stage a\n  - x" + " @a:3 #b [3 days]" * n,
    "near tags": lambda n: "stage a\n  - x" + " @a, :6 [soon]" * n,
    "brackets": lambda n: "stage a\n  - x" + " [" * n,
    "quotes": lambda n: "stage a\n  - " + '"a" ' * n,
    "arrows": lambda n: "stage a\n  - x\n      " + "a -> " * n,
    "slipped steps": lambda n: "stage a\n  - x\n" + "      - y\n        | z\n" * n,
    "slipped keys": lambda n: "stage a\n  - x\n    note: n\n" + "      pain: p\n" * n,
    "controls": lambda n: "a\0" * n,
    "directions": lambda n: "\u202ea\n" * n,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_is_twice_the_work(shape: str) -> None:
    small, large = (operations(SHAPES[shape](n)) for n in (60, 120))
    assert 0 < small <= large < 2.1 * small


def operations(text: str, work: Callable[[Source], object] = parse) -> int:
    """How many lines of code the interpreter runs to parse a text, or to do other work on it."""
    count = 0

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    source = Source("a.journey", text)
    work(source)  # what is imported or compiled once is not counted
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work(source)
    finally:
        sys.settrace(before)
    return count
