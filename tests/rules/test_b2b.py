"""Practice where a company buys: the exact findings, and the journeys that just escape them."""

import pytest

from tests.model.shown import found, others, told
from tests.reading import read

HEAD = "journey: T\ntype: b2b\nstages: decision > use\n"
STEPS = "stage decision\n  - b @x @y\nstage use\n  - c @x\n"


def actors(**roles: str) -> str:
    """Declarations, two lines each."""
    return "".join(f"actor {name}\n  {key}\n" for name, key in roles.items())


def test_nobody_decides() -> None:
    text = HEAD + actors(x="role: user", y="role: buyer") + STEPS
    assert found(text) == ["8:7-15 nobody-decides: Nobody decides or approves in this journey."]
    for role in ("decider", "approver"):
        assert found(HEAD + actors(x=f"role: {role}", y="role: buyer") + STEPS) == []
    # On our side it does not count.
    text = HEAD + actors(x="role: user", y="role: user", z="role: decider\n  side: company") + STEPS
    assert found(text.replace("@x @y", "@x @y @z"))[0].startswith("11:7-15 nobody-decides: ")


def test_parts_in_the_decision_are_approvals() -> None:
    head = HEAD + actors(x="role: user", y="role: user")
    parts = "stage decision\n  & b @x @y\n  & d @x\nstage use\n  - c @x\n"
    assert found(head + parts) == []
    elsewhere = "stage decision\n  - c @x @y\nstage use\n  & b @x\n  & d @x\n"
    assert found(head + elsewhere) == [
        "8:7-15 nobody-decides: Nobody decides or approves in this journey."
    ]


def test_a_journey_without_people_or_of_another_type_is_spared() -> None:
    assert found(HEAD + "stage decision\n  - b\nstage use\n  - c\n") == []
    for type in ("b2c", "b2b-like"):
        text = HEAD.replace("b2b", type) + actors(x="role: user") + STEPS.replace(" @y", "")
        assert [one for one in found(text) if "bad-value" not in one] == []


@pytest.mark.parametrize(
    ("count", "alone"), [("", True), ("\n  count: 1", True), ("\n  count: 5-10", False)]
)
def test_a_committee_of_one(count: str, alone: bool) -> None:
    text = HEAD + actors(x="role: decider" + count, y="side: company") + STEPS
    expected = ["4:7-8 committee-of-one: `x` is the only one on the customer’s side."]
    assert found(text) == (expected if alone else [])


def test_absent_stakeholders_are_one_finding() -> None:
    text = (
        HEAD
        + actors(x="role: decider", y="role: buyer", z="department: IT", u="role: user")
        + "stage decision\n  - b @x\nstage use\n  - c @x @y @z @u\n"
    )
    assert found(text) == [
        "6:7-8 absent-stakeholder: `y` takes no part in the decision. (1 more like it.)"
    ]
    assert others(told(text)[0]) == [
        "12:7 the decision",
        "8:7 takes no part either",
    ]
    assert found(text.replace("b @x", "b @x @y @z")) == []


def test_a_stage_without_a_customer() -> None:
    head = HEAD + actors(x="role: decider", y="need: z", us="side: company", they="side: partner")
    text = head + "stage decision\n  - b @x @y\nstage use\n  - c @us\n  - d @they @us\n"
    assert found(text) == [
        "14:7-10 stage-without-customer: No customer takes part in the stage `Use`."
    ]
    assert others(told(text)[0]) == ["15:5 the first step, without a customer"]
    assert found(text + "  - e\n") == []
    assert found(text + "  - e @x @us\n") == []


FOUR = actors(x="role: decider", y="role: user", z="role: user", us="side: company")


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ("  - b @x\n  - c @y\n", ["14:5-6 `x` hands over to `y`"]),
        ("  - b @x\n  - m @x @y\n  - c @y\n", []),
        ("  - b @x\n  - c @y\n  - m @x @y\n", []),
        ("  - b @x @us\n  - c @y @us\n", []),
        ("  - b @x\n  - m @us\n  - c @y\n", []),
        ("  - b @x\n  - c\n  - d @y\n", []),
        ("  - b @x\n  - c @y\n  - d @x\n  - e @y\n", ["14:5-6 `x` hands over to `y`"]),
        ("  - b @x\n  - c @y\n  - d @z\n", ["14:5-6 `x` hands over to `y`", "15:5-6 `y` hands"]),
        ("  & b @x\n  & c @y\n", []),
        ("  ? b @x\n      p -> next\n      q -> leave\n  - c @y\n", []),
    ],
)
def test_hand_overs_without_a_step_that_carries_them(steps: str, expected: list[str]) -> None:
    text = "journey: T\ntype: b2b\nstages: a\n" + FOUR + "stage a\n" + steps
    told = [
        f"{place.split()[0]} {message}"
        for place, message in (
            one.split(" silent-handover: ") for one in found(text) if "hands" in one
        )
    ]
    assert len(told) == len(expected)
    assert all(one.startswith(start) for one, start in zip(told, expected, strict=True))


def test_a_hand_over_shows_both_steps() -> None:
    text = "journey: T\ntype: b2b\nstages: a\n" + actors(x="role: decider", y="role: user")
    finding = read(text + "stage a\n  - b @x\n  - c @y\n").findings[0]
    assert finding.message == "`x` hands over to `y`, and no step shows them together."
    assert others(finding) == ["9:5 the step before, by others"]


@pytest.mark.parametrize(
    ("duration", "step", "silent"),
    [
        ("[30 days]", "c @x", True),
        ("[1-3 months]", "c @x", True),
        ("[29 days]", "c @x", False),
        ("[2-8 weeks]", "c @x", False),
        ("", "c @x [5 weeks]", True),
        ("", "c @x", False),
        ("[1 year]", "c @x #web", False),
        ("[1 year]", "c @x @us", False),
    ],
)
def test_a_long_stage_without_a_contact(duration: str, step: str, silent: bool) -> None:
    head = HEAD + actors(x="role: decider", y="need: z", us="side: company")
    text = head + f"stage decision\n  - b @x @y @us\nstage use {duration}\n  - {step}\n"
    message = "The stage `Use` takes a month or more, without a contact."
    told = [one for one in found(text) if "touchpoint" not in one]
    assert told == ([f"12:7-10 long-without-contact: {message}"] if silent else [])
    # Where nobody ever meets the company, it was not asked for.
    if "#" not in step:
        assert found(text.replace(" @us", "").replace("actor us\n  side: company\n", "")) == []
