"""Practice where a person buys, and in every journey: the exact findings."""

import pytest

from tests.model.shown import HEAD, found, others, told
from tests.reading import read


def test_more_than_two_deciders() -> None:
    head = "journey: T\ntype: b2c\nstages: a\n"
    text = (
        head
        + "".join(
            f"actor p{i}\n  role: {r}\n"
            for i, r in enumerate(("decider", "influencer", "approver", "decider"))
        )
        + "stage a\n  - b @p0 @p1 @p2 @p3\n"
    )
    assert found(text) == [
        "10:7-9 many-deciders: `p3` is one of 3 who decide; of consumers at most two do."
    ]
    assert others(told(text)[0]) == ["4:7 decides as well", "8:7 decides as well"]
    assert found(text.replace("role: approver", "role: user")) == []
    assert found(text.replace("b2c", "b2b")) == []


QUESTION = "  ? {}\n      y -> next\n      n -> leave\n"


@pytest.mark.parametrize(
    ("purchase", "decision", "many"), [(2, 0, 2), (1, 2, 0), (0, 1, 0), (0, 2, 2), (3, 3, 3)]
)
def test_a_checkout_with_more_than_one_question(purchase: int, decision: int, many: int) -> None:
    text = "journey: T\nstages: decision > purchase?\ntype: b2c\nstage decision\n"
    text += "".join(QUESTION.format(f"d{i}") for i in range(decision)) + "  - d\n"
    if purchase:
        text += "stage purchase\n  - o\n"
        text += "".join(QUESTION.format(f"p{i}") for i in range(purchase)) + "  - p\n"
    second = text.splitlines().index("  ? p1" if purchase else "  ? d1") + 1 if many else 0
    message = f"{second}:5-7 checkout-questions: The checkout asks {many} questions."
    assert found(text) == ([message] if many else [])


@pytest.mark.parametrize(
    ("steps", "places"),
    [
        ("  - b #w\n  - c\n", ["4:5-6"]),
        ("  - b #w\n  - c\n  - d\n", []),
        ("  - b\n", []),
        ("  - b #w\n  ? c\n      y -> next\n      n -> leave\n  - d #w\n", []),
        ("  - b #w\n  - d\n  - c #w\n  ~ e\n", ["4:5-6"]),
        ("  | b #w\n      - c\n  | d #w\n", []),
        ("  & b #w\n  & d\n      - c #w\n      - e\n", ["4:5-6"]),
        ("  - b #w\n  ? c\n      y ->\n        - d\n      n -> leave\n", ["6:11-12"]),
    ],
)
def test_a_touchpoint_without_a_channel(steps: str, places: list[str]) -> None:
    text = "journey: T\nstage a\n" + steps
    assert [one.split()[0] for one in found(text)] == places
    assert all("touchpoint-without-channel: This touchpoint has no" in one for one in found(text))


def test_touchpoints_without_a_channel_are_one_finding_and_not_ours() -> None:
    text = "journey: T\nactor us\n  side: company\nstage a\n" + "  - b #w\n" * 6
    text += "".join(f"  - c{i}\n" for i in range(6)) + "  - d @us\n"
    assert found(text) == [
        "11:5-7 touchpoint-without-channel: "
        "This touchpoint has no channel, where most have one. (5 more like it.)"
    ]
    assert others(told(text)[0]) == [f"{i}:5 no channel either" for i in (12, 13, 14)]


def test_a_channel_used_once() -> None:
    text = HEAD.replace("  - a\n", "") + "  - b #w\n" * 6 + "  - c #x #w\n"
    assert found(text) == ["9:5-6 channel-used-once: This is the only step on the channel `x`."]
    text = text.replace("  - b #w\n", "", 1)
    assert found(text) == []
    text = HEAD + "  - b #w\n" * 7 + "  - c #x\n  - d #y\n  - e #z\n"
    assert found(text)[-1].endswith("This is the only step on the channel `x`. (2 more like it.)")
    text = HEAD + "  | b #x\n  | c #y\n  ~ e #z\n" + "  - d #w\n" * 7
    assert [one for one in found(text) if "once" in one] == []


@pytest.mark.parametrize(
    ("steps", "places"),
    [
        ("  - b :4\n  - c :2\n", ["4:5-6"]),
        ("  - b :4\n  - c :3\n", []),
        ("  - b @x:5 @y:4\n  - c @x:3 @y:2\n", ["4:5-6"]),
        ("  - b @x:5 @y:3\n  - c @x:3 @y:2\n", []),
        ("  - b :5\n  - c\n  - d :1\n", ["5:5-6"]),
        ("  - b :5\n  - c :4\n  - d :3\n", []),
        ("  - b :5\n  - c :1\n      pain: x\n      idea: y\n", []),
        ("  | b :1\n  | c :5\n  - d :3\n", ["5:5-6"]),
        ("  - b :5\n  & c :1\n  & d :4\n  - e :2\n", ["4:5-6", "6:5-6"]),
        ("  - b :2\n  - c :5\n      more -> b\n", []),
        ("  - b :5\n      x -> d\n  - c :1\n      pain: x\n      idea: y\n  - d :2\n", ["8:5-6"]),
    ],
)
def test_a_fall_without_a_pain(steps: str, places: list[str]) -> None:
    text = "journey: T\nstage a\n" + steps
    assert [one.split()[0] for one in found(text)] == places
    assert all("fall-without-pain: The feeling falls from" in one for one in found(text))


def test_a_fall_shows_from_where() -> None:
    text = HEAD.replace("  - a\n", "") + "  - b @x:5 @y:4\n  - c @x :2\n"
    assert found(text)[-1] == (
        "4:5-6 fall-without-pain: The feeling falls from 4.5 to 2 here, and no pain says why."
    )
    assert others(read(text).findings[-1]) == ["3:5 4.5 of 5"]
    # The stage's pain is a reason as well.
    assert found(text.replace("stage a\n", "stage a\n  pain: x\n  idea: y\n")) == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("stage a\n  - b\n      pain: x\n", ["4:13-14"]),
        ("stage a\n  - b\n      pain: x\n      pain: y\n      idea: z\n", []),
        ("stage a\n  idea: z\n  - b\n      pain: x\n", []),
        ("stage a\n  pain: x\n  - b\n", ["3:9-10"]),
        ("stage a\n  pain: x\n  - b\n      idea: z\n", []),
        ("stage a\n  - b\n      idea: z\n  - c\n      pain: x\n", ["6:13-14"]),
    ],
)
def test_a_pain_without_an_idea(text: str, places: list[str]) -> None:
    told = found("journey: T\n" + text)
    assert told == [f"{one} pain-without-idea: No idea answers this pain." for one in places]


@pytest.mark.parametrize(
    ("step", "weak"),
    [
        ("b !", True),
        ("b ! :3", False),
        ("b ! @x:3", False),
        ("b !\n      metric: N = 3 target < 4", False),
    ],
)
def test_a_moment_of_truth_without_feeling_or_metric(step: str, weak: bool) -> None:
    message = "This moment of truth has neither a feeling nor a metric."
    expected = [f"3:5-6 unmeasured-moment: {message}"] if weak else []
    assert found(f"journey: T\nstage a\n  - {step}\n") == expected


STAGES = ("awareness", "consideration", "decision", "post-purchase", "loyalty")


@pytest.mark.parametrize(
    ("head", "arrow", "stage", "expected"),
    [
        ("type: b2c", "", "loyalty", True),
        ("type: b2c", "again -> decision", "loyalty", False),
        ("type: b2c", "again -> post-purchase", "loyalty", False),
        ("type: b2c", "again -> post-purchase", "post-purchase", True),
        ("type: b2c", "again -> decision", "decision", True),
        ("type: b2c", "again -> awareness", "post-purchase", False),
        ("model: b2b", "", "loyalty", True),
        ("scope: buyer", "", "loyalty", False),
        ("goal: x", "", "loyalty", False),
    ],
)
def test_no_way_back(head: str, arrow: str, stage: str, expected: bool) -> None:
    text = f"journey: T\n{head}\n"
    for name in STAGES:
        text += f"stage {name}\n  - In {name}\n  - More of {name}\n"
        text += f"      {arrow}\n" if arrow and name == stage else ""
    told = [one for one in found(text) if "no-way-back" in one]
    assert len(told) == expected
    assert all("Nothing leads back from here to an earlier stage." in one for one in told)
