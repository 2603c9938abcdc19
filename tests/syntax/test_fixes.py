"""Safe fixes: what each mends, which may be applied together, and that nothing else changes."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl.diagnostics import Diagnostic, Edit, Fix, Kind, at, in_file_order
from journeyctl.pipeline import check
from journeyctl.source import Source, Span
from journeyctl.syntax.fixes import apply
from tests.generate import generate
from tests.meaning import meaning

KIND = Kind("S999", "test", "warning")


def mend(text: str) -> tuple[str, list[str]]:
    """A text mended once, and the names of what was mended."""
    source = Source("a.journey", text)
    fixed, mended = apply(source, check(source)[1])
    return fixed, [one.kind.name for one in mended]


def mend_all(text: str) -> str:
    mended = ["something"]
    while mended:
        text, mended = mend(text)
    return text


def finding(source: Source, *edits: tuple[int, int, str], safe: bool = True) -> Diagnostic:
    fix = Fix("mend it", tuple(Edit(Span(start, end), text) for start, end, text in edits), safe)
    return at(KIND, source, Span(edits[0][0], edits[0][1]), "Wrong.", help="Right it.", fix=fix)


def test_fixes_that_overlap_wait_and_unsafe_ones_are_left() -> None:
    source = Source("a.journey", "0123456789")
    first = finding(source, (1, 3, "a"), (8, 9, "b"))
    overlaps = finding(source, (0, 1, "-"), (2, 4, "-"))
    beside = finding(source, (3, 5, "c"))
    unsafe = finding(source, (5, 6, "-"), safe=False)
    inserts = finding(source, (7, 7, "d"))
    inserts_there_too = finding(source, (7, 7, "-"))
    and_too = finding(source, (7, 7, "z"))
    found = [first, overlaps, beside, unsafe, inserts, inserts_there_too, and_too]
    assert apply(source, found) == ("0ac56d7b9", [first, beside, inserts])


def test_findings_that_share_a_fix_are_mended_together() -> None:
    source = Source("a.journey", "0123")
    one = finding(source, (0, 1, "a"), (2, 3, "b"))
    other = one._replace(span=Span(2, 3))
    assert apply(source, [one, other]) == ("a1b3", [one, other])


def test_what_is_about_another_text_is_left() -> None:
    source = Source("a.journey", "0123")
    other = finding(Source("b.journey", "0123"), (0, 1, "a"))
    nowhere = Diagnostic(KIND, "Wrong.", "a.journey", help="Right it.")
    assert apply(source, [other, nowhere]) == ("0123", [])


MENDED = {
    "undeclared-name": (
        "actor buyer\nstage a\n  - x @buyr #web\n",
        "actor buyer\nstage a\n  - x @buyer #web\n",
    ),
    "unknown-target": (
        "stage a\n  - See it\n  - x\n      no -> Se it\n",
        "stage a\n  - See it\n  - x\n      no -> See it\n",
    ),
    "unknown-stage": (
        "stages: explore > buy\nstage explor\n  - x\nstage buy\n  - y\n",
        "stages: explore > buy\nstage explore\n  - x\nstage buy\n  - y\n",
    ),
    "read-as-meant": (
        "stage a\n  • “x → 1” @it\n      no → a\n",
        'stage a\n  - "x → 1" @it\n      no -> a\n',
    ),
    "mixed-indent": (
        "stage a\n  - x\n\t- y\n\t\tnote: \tn\n",
        "stage a\n  - x\n    - y\n        note: \tn\n",
    ),
    "misplaced-step": (
        "stage a\n  - x\n    note: n\n      - y\n        pain: p\n      | z\nstage b\n",
        "stage a\n  - x\n    note: n\n  - y\n        pain: p\n  | z\nstage b\n",
    ),
    "misplaced-key": (
        "stage a\n  - x\n    note: n\n      pain: p\n      idea: i\n  - y\n",
        "stage a\n  - x\n    note: n\n    pain: p\n    idea: i\n  - y\n",
    ),
    "misplaced-declaration": (
        "stage a\n  - x\n  actor it\n    side: company\n  - y @it\nstage b\n",
        "stage a\n  - x\nactor it\n    side: company\n  - y @it\nstage b\n",
    ),
    "stage-out-of-order": (
        "stages: try > buy\n\n// To buy.\nstage buy\n  - y\n\n// To try.\nstage try\n  - x",
        "stages: try > buy\n\n// To try.\nstage try\n  - x\n\n// To buy.\nstage buy\n  - y",
    ),
}


@pytest.mark.parametrize("name", MENDED)
def test_what_is_mended(name: str) -> None:
    wrong, right = (f"journey: T\n{text}" for text in MENDED[name])
    fixed, mended = mend(wrong)
    assert fixed == right
    assert set(mended) == {name}
    assert name not in [one.kind.name for one in check(Source("a.journey", fixed))[1]]


LEFT = {
    "the note would come to stand under y": (
        "stage a\n  - x\n      - y\n    note: of x\n",
        "misplaced-step",
    ),
    "the system would come to stand under the pain": (
        "stage a\n  - x\n    backstage: b\n      pain: p\n      system: of b\n",
        "misplaced-key",
    ),
    "a stage has no quote, in whatever place": (
        "stage a\n  goal: g\n    quote: q\n",
        "misplaced-key",
    ),
    "the goal would come to stand under the stage": (
        "  stage a\n  goal: of the journey\n",
        "misplaced-declaration",
    ),
    "y would become a step of the stage that comes behind it": (
        "stages: a > b > c\nstage c\n  - x\nstage a\n  - v\nstage b\n  - w\nactor it\n  - y\n",
        "stage-out-of-order",
    ),
    "two names are as near": (
        "actor buyer\nactor buyed\nstage a\n  - x @buye\n",
        "undeclared-name",
    ),
    "either of two could be the wrong one": (
        "stages: try > buy\nstage buy\n  - x\nstage try\n  - y\nstage buy\n  - z\n",
        "stage-out-of-order",
    ),
    "y would become a step of the stage that follows": (
        "stages: try > buy\nstage buy\n  - x\nactor it\n  - y\nstage try\n  - z\n",
        "stage-out-of-order",
    ),
}


@pytest.mark.parametrize("why", LEFT)
def test_what_is_left_to_the_author(why: str) -> None:
    text, name = LEFT[why]
    text = f"journey: T\n{text}"
    findings = check(Source("a.journey", text))[1]
    assert name in [one.kind.name for one in findings]
    assert name not in mend(text)[1]


def test_of_adjacent_lines_those_are_mended_that_are_right_beside_the_others() -> None:
    fixed, mended = mend("journey: T\nstage a\n  goal: g\n    note: n\n    quote: q\n  - x\n")
    assert fixed == "journey: T\nstage a\n  goal: g\n  note: n\n    quote: q\n  - x\n"
    assert mended == ["misplaced-key"]


def test_a_key_and_a_step_that_slipped_belong_beside_different_lines() -> None:
    text = "journey: T\nstage a\n  - x\n    note: n\n      pain: p\n      - s\n"
    assert mend(text)[0] == text.replace("      - s", "  - s")
    assert mend_all(text) == text.replace("      - s", "  - s").replace("      pain", "    pain")


def test_an_indented_declaration_is_safe_to_move_where_nothing_depends_on_it() -> None:
    fixed, mended = mend("journey: T\n  stage a\n    - x\ngoal: of the journey\n")
    assert mended == ["misplaced-declaration"]
    assert fixed == "journey: T\nstage a\n    - x\ngoal: of the journey\n"


def test_only_lines_that_have_tabs_lose_them() -> None:
    source = Source("a.journey", "journey: T\nstage a\n  - x\n\t- y\n  - z\n \t- w\n")
    fixes = [one.fix for one in check(source)[1] if one.kind.name == "mixed-indent"]
    assert [fix and fix.edits for fix in fixes] == [
        (Edit(Span(25, 26), "    "), Edit(Span(36, 38), "    "))
    ]


def test_a_text_indented_by_tabs_stays_so() -> None:
    fixed, mended = mend("journey: T\nstage a\n\t- x\n\t\t- y\n")
    assert (fixed, mended) == ("journey: T\nstage a\n\t- x\n\t- y\n", ["misplaced-step"])


def test_a_flood_is_mended_at_once() -> None:
    text = "journey: T\nstage a\n" + "  • x\n" * 100
    assert mend(text)[0] == text.replace("•", "-")


def test_indentation_mended_in_many_places_means_what_it_meant() -> None:
    text = (
        "journey: T\n  type: b2c\n    scope: buyer\nstage awareness\n  - x\n"
        "      | y @a 40%\n          note: n\n            pain: p\n      | z 60%\n"
        "\t? q\n          - under a question\n          - too\nstage decision\n"
    )
    fixed = mend_all(text)
    assert meaning(fixed)[:3] == meaning(text)[:3]
    wrong = [one.kind.name for one in check(Source("a.journey", fixed))[1]]
    assert not {"misplaced-step", "misplaced-key", "mixed-indent"} & set(wrong)


ORDERS = {
    "the last to the front": "bcda",
    "the first to the end": "dabc",
    "each of two": "badc",
    "all": "dcba",
}


@pytest.mark.parametrize("ends", ["", "\n", "\n\n\n"], ids=["no end", "line end", "blank lines"])
@pytest.mark.parametrize("parted", ["\n", "\n\n", "\r\n\r\n"], ids=["dense", "blank", "crlf"])
@pytest.mark.parametrize("order", ORDERS)
def test_stages_are_put_in_order(order: str, parted: str, ends: str) -> None:
    end = parted[: len(parted) // parted.count("\n")]
    lines = {one: f"// {one}{end}stage {one}{end}  - {one}{end}      // more" for one in "abcd"}
    head = f"journey: T{end}stages: a > b > c > d{parted}"
    text = head + parted.join(lines[one] for one in ORDERS[order]) + ends
    assert mend_all(text) == head + parted.join(lines.values()) + ends


def test_actors_and_comments_that_are_parted_from_a_stage_stay() -> None:
    fixed, _ = mend(
        "journey: T\nstages: a > b > c\nstage b\n  - x\nactor it\n  side: company\n"
        "// of a\nstage a\n  - y\n// of a too\n\nstage c\n  - z @it\n"
    )
    assert fixed == (
        "journey: T\nstages: a > b > c\nactor it\n  side: company\n"
        "// of a\nstage a\n  - y\n// of a too\n\nstage b\n  - x\nstage c\n  - z @it\n"
    )


def test_a_comment_between_blank_lines_is_about_what_follows() -> None:
    fixed, _ = mend(
        "journey: T\nstages: a > b > c\nstage b\n  - x\n\n// of a\n\nstage a\n  - y\n\n"
        "stage c\n  - z\n"
    )
    assert fixed == (
        "journey: T\nstages: a > b > c\n// of a\n\nstage a\n  - y\n\nstage b\n  - x\n\n"
        "stage c\n  - z\n"
    )


def test_mending_is_in_file_order_and_ends() -> None:
    text = "journey: T\nstages: a > b\nstage bb\n  • x @ti\nstage a\n  - y @it\nactor it\n"
    source = Source("a.journey", text)
    found = check(source)[1]
    assert found == in_file_order(found)
    assert mend_all(mend_all(text)) == mend_all(text)


def test_a_name_of_several_words_is_written_as_a_tag() -> None:
    fixed, mended = mend("journey: T\nactor Front desk\nstage a\n  - x @frontdsk:2\n")
    assert mended == ["undeclared-name"]
    assert fixed.endswith("  - x @Front-desk:2\n")


@settings(max_examples=25)
@given(st.randoms(use_true_random=False))
def test_shuffled_stages_are_put_in_order_and_no_line_is_lost(rng: Random) -> None:
    head, *stages = generate(rng, (3, 5), (1, 3)).split("\nstage ")
    rng.shuffle(stages)
    text = "\nstage ".join([head, *stages])
    fixed = mend_all(text)
    assert "stage-out-of-order" not in [
        one.kind.name for one in check(Source("a.journey", fixed))[1]
    ]
    assert sorted(fixed.split("\n")) == sorted(text.split("\n"))
