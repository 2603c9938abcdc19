"""Comments that ignore: what they are about, what they spare, and what is wrong with them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl import rules
from journeyctl.diagnostics import Diagnostic
from journeyctl.model.resolve import resolve
from journeyctl.rules.choose import KINDS
from journeyctl.rules.suppress import suppress
from journeyctl.source import Source
from journeyctl.syntax.fixes import apply
from journeyctl.syntax.parser import parse
from tests.model.shown import shown_finding

TAIL = "journey: T\nstage a\n"


def both(text: str | Source) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """What is found in a text before the comments are looked at, and after."""
    tree, in_text = parse(Source("test.journey", text) if isinstance(text, str) else text)
    journey, in_names = resolve(tree)
    found = [*in_text, *in_names, *rules.check(journey)]
    return found, suppress(tree, found)


def left(text: str) -> list[str]:
    return [shown_finding(one) for one in both(text)[1]]


def test_a_comment_is_about_the_line_below_it() -> None:
    text = TAIL + "  // journey: ignore[unmeasured-moment]\n  - b !\n  - c !\n"
    assert left(text) == [
        "5:5-6 unmeasured-moment: This moment of truth has neither a feeling nor a metric."
    ]


@pytest.mark.parametrize(
    "word", ["unmeasured-moment", "UNMEASURED-MOMENT", "P205", "p205", "practice", "P"]
)
def test_a_rule_is_named_by_its_name_its_code_or_its_family(word: str) -> None:
    assert left(TAIL + f"  // journey: ignore[{word}]\n  - b !\n") == []


@pytest.mark.parametrize(
    "comments",
    [
        "  // journey: ignore[unmeasured-moment] asked for in spring\n",
        "  //journey:ignore[ unmeasured-moment ]\n",
        "// journey:  ignore [unmeasured-moment]\n\n  // and why\n\n",
        "  // journey: ignore[unmeasured-moment, fall-without-pain]\n",
        "  // journey: ignore[fall-without-pain]\n  // journey: ignore[unmeasured-moment]\n",
    ],
)
def test_between_a_comment_and_its_line_are_comments_and_blank_lines(comments: str) -> None:
    text = "journey: T\nstage a\n" + comments + "  - b !\n"
    assert [one for one in left(text) if "unmeasured" in one.split(":")[1]] == []


def test_at_the_top_it_is_about_the_whole_file() -> None:
    top = "// A journey.\n\n// journey: ignore[unmeasured-moment]\n\n"
    assert left(top + TAIL + "  - b !\n  - c !\n") == []


def test_findings_of_the_parser_are_ignored_as_well() -> None:
    assert left(TAIL + "  // journey: ignore[near-tag]\n  - b :6\n") == []


def test_what_has_no_place_is_kept() -> None:
    tree, _ = parse(Source("test.journey", "// journey: ignore[too-many-steps]\n" + TAIL))
    finding = Diagnostic(KINDS["too-many-steps"], "So many.", "test.journey")
    assert finding in suppress(tree, [finding])


def test_an_ignore_that_spares_nothing_is_found() -> None:
    text = TAIL + "  // journey: ignore[near-tag, unmeasured-moment]\n  - b !\n"
    assert left(text) == [
        "3:22-30 unused-ignore: Nothing of `near-tag` is found in the line below."
    ]
    text = "// journey: ignore[near-tag]\n" + TAIL + "  - b\n"
    assert left(text) == ["1:20-28 unused-ignore: Nothing of `near-tag` is found in this file."]
    text = TAIL + "  - b !:4\n  // journey: ignore[near-tag]\n"
    assert left(text)[-1] == (
        "4:22-30 unused-ignore: Nothing of `near-tag` is found in the line below."
    )


@pytest.mark.parametrize(
    ("comment", "mended"),
    [
        ("  // journey: ignore[near-tag]\n", ""),
        ("  // journey: ignore[near-tag] for now\n", "  // journey: ignore[near-tag] for now\n"),
        ("// journey: ignore[ near-tag ,P205]\r\n", "// journey: ignore[ P205]\r\n"),
        ("  // journey: ignore[P205, near-tag]\n", "  // journey: ignore[P205]\n"),
        ("  // journey: ignore[S, P205, V] x\n", "  // journey: ignore[ P205] x\n"),
        ("  // journey: ignore[S, O, V]\n", ""),
    ],
)
def test_what_spares_nothing_can_be_taken_out(comment: str, mended: str) -> None:
    text = TAIL + comment + "  - b !\n"
    for _ in range(3):
        source = Source("test.journey", text)
        text = apply(source, both(source)[1])[0]
    assert text == TAIL + mended + "  - b !\n"


def test_two_comments_for_one_finding_are_both_of_use() -> None:
    text = "// journey: ignore[P]\n" + TAIL + "  // journey: ignore[P205]\n  - b !\n"
    assert left(text) == []


def test_an_unknown_name_is_found_with_the_nearest() -> None:
    found = both(TAIL + "  // journey: ignore[unmeasured-momment]\n  - b !\n")[1]
    assert shown_finding(found[0]) == ("3:22-40 bad-ignore: There is no rule `unmeasured-momment`.")
    assert found[0].help == "Did you mean `unmeasured-moment`?"
    assert found[0].fix is not None
    assert found[0].fix.edits[0].text == "unmeasured-moment"
    assert not found[0].fix.safe
    found = both(TAIL + "  // journey: ignore[whatever it is]\n  - b\n")[1]
    assert [one.help for one in found] == ["See `journeyctl rule --all`."]


@pytest.mark.parametrize("comment", ["ignore", "ignore[]", "ignore[ ]", "ignore[near-tag"])
def test_a_comment_without_a_name_is_found(comment: str) -> None:
    text = TAIL + f"  // journey: {comment}\n  - b\n"
    end = 3 + len(f"// journey: {comment}")
    assert left(text) == [f"3:3-{end} bad-ignore: This comment names no rule to ignore."]


@pytest.mark.parametrize(
    "comment", ["// journey: Old title", "// journey: ignore what they said", "// ignore[P]"]
)
def test_other_comments_ignore_nothing_and_are_not_found(comment: str) -> None:
    assert left(TAIL + f"  {comment}\n  - b\n") == []


def test_findings_come_in_file_order_and_never_in_a_flood() -> None:
    text = TAIL + "  // journey: ignore[nothing]\n  - b\n" * 100
    found = both(text)[1]
    assert len(found) == 26
    assert found == sorted(found, key=lambda one: one.start)
    assert found[-1].message.startswith("75 more of this kind (bad-ignore)")


WORDS = st.lists(
    st.sampled_from(
        ["P", "near-tag", "unmeasured-moment", "X", "nothing", "", "fall-without-pain"]
    ),
    max_size=3,
)
LINES = st.lists(
    st.one_of(
        WORDS.map(lambda words: f"  // journey: ignore[{','.join(words)}]"),
        st.sampled_from(["  - b !", "  - c :6", "  - d :5", "  - e :1", "", "// why"]),
    ),
    max_size=10,
)


@settings(max_examples=80)
@given(LINES)
def test_what_is_left_was_found_or_is_about_a_comment(lines: list[str]) -> None:
    found, kept = both("journey: T\nstage a\n" + "\n".join(lines))
    about = [one for one in kept if one.kind.code[0] == "C"]
    assert [one for one in kept if one.kind.code[0] != "C" and one not in found] == []
    assert all(one.span and one.source for one in about)
    if not any("ignore[" in line for line in lines):
        assert kept == found
