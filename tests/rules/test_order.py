"""The stages against the model: the exact findings, with their places."""

from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl.diagnostics import Diagnostic
from journeyctl.model.sequence import longest_increasing
from tests.model.shown import others, shown_finding
from tests.reading import read

B2B = ["awareness", "consideration", "decision", "purchase", "post-purchase", "loyalty"]


def findings_of(text: str) -> list[Diagnostic]:
    """What is found of the order; the stages here are too bare for good practice."""
    return [one for one in read(text).findings if one.kind.code[0] == "O"]


def found(text: str) -> list[str]:
    return [shown_finding(one) for one in findings_of(text)]


def staged(head: str, *names: str) -> str:
    """A journey with a step in each stage, the stages from line 3 on, two lines each."""
    stages = "".join(f"stage {name}\n  - In {i}\n" for i, name in enumerate(names))
    return f"journey: T\n{head}\n{stages}"


@pytest.mark.parametrize("head", ["type: b2b", "model: b2b", f"stages: {' > '.join(B2B)}"])
def test_stages_in_order_are_silent(head: str) -> None:
    assert found(staged(head, *B2B)) == []


def test_stages_are_known_by_their_aliases() -> None:
    assert found(staged("scope: buyer", "Kesadaran", "pagsasaalang-alang", "decision")) == []
    text = staged("stages: awareness > decision", "kesadaran", "decision")
    assert found(text) == [
        "2:9-29 missing-stage: The stage `awareness` is missing.",
        "3:7-16 unknown-stage: The journey’s model has no stage `kesadaran`.",
    ]


def test_without_a_model_the_order_is_free() -> None:
    assert found(staged("", "loyalty", "anything", "awareness")) == []


def test_an_unknown_stage() -> None:
    text = staged("type: b2b", *B2B[:5], "loyalti")
    findings = findings_of(text)
    # That `loyalty` is missing is the same mistake.
    assert found(text) == ["13:7-14 unknown-stage: The journey’s model has no stage `loyalti`."]
    assert findings[0].help == "Did you mean `loyalty`?"
    assert findings[0].fix is not None
    assert findings[0].fix.safe
    assert findings[0].fix.edits[0].text == "loyalty"
    text = staged("type: b2b", *B2B, "advocacy")
    assert findings_of(text)[0].help == f"Its stages are {', '.join(B2B)}."


@pytest.mark.parametrize(
    ("head", "place", "way"),
    [
        ("type: b2c", "2:7-10", "list your own"),
        ("scope: buyer", "2:8-13", "list your own"),
        ("model: b2b", "2:8-11", "list your own instead of `model`"),
        ("stages: try > buy", "2:9-18", "list your own"),
    ],
)
def test_stages_of_ones_own_under_a_model_are_one_error(head: str, place: str, way: str) -> None:
    text = staged(head, "referral", "admission", "operation", "recovery")
    assert found(text) == [f"{place} unknown-stage: None of the stages is in the journey’s model."]
    help = findings_of(text)[0].help
    assert help.endswith(f"or {way}: `stages: referral > admission > operation > recovery`.")
    assert found(staged("stages: referral > admission", "referral", "admission")) == []


def test_hardly_any_stage_of_the_model_is_one_error() -> None:
    text = staged("type: b2b", "referral", "decison", "visit", "visit", "recovery")
    assert found(text) == [
        "2:7-10 unknown-stage: Only 1 of 5 stages is in the journey’s model.",
        "9:7-12 repeated-stage: The stage `visit` comes twice.",
    ]
    help = findings_of(text)[0].help
    assert help.endswith("`stages: referral > decison > visit > recovery`.")
    # With half of them, it is the model's journey, and each is told of.
    text = staged("type: b2b", "awareness", "referral")
    assert {one.kind.name for one in findings_of(text)} == {"unknown-stage", "missing-stage"}
    assert "3:" not in found(text)[0]
    # A long list is not told to its end.
    text = staged("type: b2b", *(f"s{number}x" for number in range(50)))
    assert findings_of(text)[0].help.endswith("s10x > s11x > …`.")


def test_a_suggested_stage_is_written_as_a_declaration_takes_it() -> None:
    text = staged("stages: try it > buy", "tryitt", "buy")
    assert [one.help for one in findings_of(text)] == ["Did you mean `try-it`?"]
    text = staged("stages: try it > buy", "buy")
    assert [one.help for one in findings_of(text)] == ["Add `stage try-it` before the others."]


def test_one_out_of_order_is_one_finding() -> None:
    text = staged("type: b2b", "loyalty", *B2B[:5])
    assert found(text) == ["3:7-14 stage-out-of-order: The stage `loyalty` is out of order."]
    finding = findings_of(text)[0]
    assert finding.help == "Move it after `post-purchase`."
    assert others(finding) == ["13:7 `loyalty` comes after this one in the model"]
    text = staged("type: b2b", *B2B[1:], B2B[0])
    assert found(text) == ["13:7-16 stage-out-of-order: The stage `awareness` is out of order."]
    assert findings_of(text)[0].help == "Move it before `consideration`."


@settings(max_examples=60)
@given(st.integers(0, 5), st.integers(0, 5))
def test_one_displaced_stage_is_one_finding(start: int, end: int) -> None:
    names = list(B2B)
    names.insert(end, names.pop(start))
    assert len(found(staged("type: b2b", *names))) == (start != end)


@pytest.mark.parametrize("count", range(7))
def test_the_fewest_move(count: int) -> None:
    for order in permutations(range(count)):
        kept = longest_increasing(list(order))
        assert sorted(kept) == [one for one in order if one in kept]
        assert len(kept) == longest(list(order))


def longest(numbers: list[int]) -> int:
    """The length of a longest increasing subsequence, by looking at every pair."""
    lengths: list[int] = []
    for i, number in enumerate(numbers):
        before = [lengths[j] for j in range(i) if numbers[j] < number]
        lengths.append(1 + max(before, default=0))
    return max(lengths, default=0)


def test_three_hundred_stages_in_any_order() -> None:
    names = [f"s{number}" for number in range(300)]
    order = Random(1).sample(names, 300)
    text = staged(f"stages: {' > '.join(names)}", *order)
    numbers = [int(name[1:]) for name in order]
    assert len(found(text)) == 300 - longest(numbers)


def test_missing_stages() -> None:
    text = staged("type: b2c", "consideration", "decision")
    assert found(text) == [
        "2:7-10 missing-stage: The stage `awareness` is missing.",
        "2:7-10 missing-stage: The stage `post-purchase` is missing.",
        "2:7-10 missing-stage: The stage `loyalty` is missing.",
    ]
    assert [one.help for one in findings_of(text)] == [
        "Add `stage awareness` before the others.",
        "Add `stage post-purchase` after `decision`.",
        "Add `stage loyalty` after `decision`.",
    ]
    assert others(findings_of(text)[1]) == ["5:7 it comes after this stage"]


def test_nothing_after_the_purchase_is_missed_in_a_buyer_journey() -> None:
    assert found(staged("scope: buyer\nmodel: b2b", *B2B[:4])) == []


def test_a_repeated_stage() -> None:
    text = staged("type: b2b", *B2B, "purchase")
    assert found(text) == ["15:7-15 repeated-stage: The stage `purchase` comes twice."]
    assert others(findings_of(text)[0]) == ["9:7 it came first here"]
    assert found(staged("", "try", "Try")) == [
        "5:7-10 repeated-stage: The stage `Try` comes twice."
    ]


def test_an_empty_stage() -> None:
    text = "journey: T\nstage a\n  goal: x\nstage b\n  - c\n"
    assert found(text) == ["2:7-8 empty-stage: The stage `a` has no steps."]
    assert findings_of(text)[0].severity == "warning"


def test_beyond_the_scope() -> None:
    text = staged("scope: buyer", *B2B[:5])
    assert found(text) == [
        "11:7-20 beyond-scope: The stage `post-purchase` goes beyond a buyer journey, "
        "which ends with the purchase."
    ]
    assert others(findings_of(text)[0]) == ["2:8 a buyer journey is asked for here"]
    text = staged("model: buyer", "awareness", "consideration", "decision", "purnabeli")
    assert [one.split()[1] for one in found(text)] == ["beyond-scope:"]
    assert others(findings_of(text)[0]) == ["2:8 a buyer journey is asked for here"]
