"""People, channels, systems and ids: declared, used, misspelt."""

import pytest

from journeyctl.diagnostics import Edit, Fix
from journeyctl.model.names import LOOKS
from journeyctl.source import Span
from tests.model.shown import HEAD, found, others
from tests.reading import read


def test_names_are_free_where_none_of_the_kind_is_declared() -> None:
    journey, findings = read("journey: T\nactor it\nstage a\n  - b @IT #web #Shop\n")
    assert findings == []
    assert list(journey.people) == ["it"]
    assert [(one.key, one.label, one.declared) for one in journey.channels.values()] == [
        ("web", "web", False),
        ("shop", "Shop", False),
    ]


def test_a_declaration_may_stand_after_its_uses_and_is_matched_without_case_and_hyphens() -> None:
    text = "journey: T\nstage a\n  - b @IT-lead\nactor itlead: Head of IT\n  side: partner\n"
    journey, findings = read(text)
    assert findings == []
    assert journey.people["itlead"].label == "Head of IT"
    assert journey.people["itlead"].side == "partner"
    assert journey.steps["b"].people[0].person == "itlead"


def test_all_facts_of_a_person_are_read() -> None:
    text = (
        "journey: T\nactor it: IT\n  role: influencer\n  side: company\n  department: IT\n"
        "  count: 5-10\n  goal: g\n  goal: h\n  need: n\n  quote: q\n  note: o\n"
        "stage a\n  - b @it\n"
    )
    person = read(text).journey.people["it"]
    assert person[:6] == ("it", "IT", "influencer", "company", "IT", "5-10")
    assert person[6:11] == (("g", "h"), ("n",), ("q",), ("o",), True)


def test_an_undeclared_name_is_an_error_and_taken_for_the_nearest() -> None:
    text = "journey: T\nactor marketing\nstage a\n  - b @markting:2\n"
    journey, findings = read(text)
    assert found(text) == ["4:8-16 undeclared-name: No actor is declared as `markting`."]
    place = text.index("markting")
    assert findings[0].help == "Did you mean `marketing`?"
    assert others(findings[0]) == ["2:7 declared here"]
    assert findings[0].fix == Fix(
        "write `marketing`", (Edit(Span(place, place + 8), "marketing"),), True
    )
    assert journey.steps["b"].people[0].person == "marketing"


def test_a_suggestion_that_is_not_the_only_one_is_no_safe_fix() -> None:
    finding = read("journey: T\nchannel web1\nchannel web2\nstage a\n  - b #web1 #web2 #web3\n")[1][
        0
    ]
    assert finding.fix is not None
    assert not finding.fix.safe


@pytest.mark.parametrize(
    ("declared", "used", "safe"),
    [("cfo", "ceo", False), ("email", "mail", False), ("maria", "mariah", True)],
)
def test_another_name_is_no_misspelt_one(declared: str, used: str, safe: bool) -> None:
    """Short ones, and those that begin otherwise, may well be other people: only suggested."""
    (finding,) = read(f"journey: T\nactor {declared}\nstage a\n  - b @{used}\n").findings[:1]
    assert finding.fix is not None
    assert finding.fix.safe is safe


def test_two_misspelt_names_are_not_both_put_right_as_one() -> None:
    findings = read("journey: T\nactor maria\nstage a\n  - b @mariaa @marya\n").findings
    assert [one.fix.safe for one in findings if one.fix] == [True, False]


def test_a_name_that_stands_there_already_is_no_safe_fix() -> None:
    text = "journey: T\nactor maria\nchannel phone\nstage a\n  - b @mariah @maria #phon #phone\n"
    findings = read(text).findings
    assert [(one.fix.title, one.fix.safe) for one in findings if one.fix] == [
        ("write `maria`", False),
        ("write `phone`", False),
    ]


def test_an_undeclared_name_that_is_near_to_none() -> None:
    text = "journey: T\nsystem crm\nstage a\n  - b\n      system: warehouse\n      system: crm\n"
    journey, findings = read(text)
    assert found(text) == ["5:15-24 undeclared-name: No system is declared as `warehouse`."]
    assert findings[0].help == "Declare it at the left edge: `system warehouse: …`."
    assert findings[0].fix is None
    assert journey.steps["b"].systems == ("warehouse", "crm")
    assert not journey.systems["warehouse"].declared


def test_names_in_pains_ideas_and_backstage_are_bound_too() -> None:
    text = (
        "journey: T\nactor it\nstage a\n  pain: p @itt\n  - b\n      idea: i @itt\n"
        "      backstage: s @itt\n"
    )
    assert [one.split()[0] for one in found(text)] == ["2:7-9", "4:12-15", "6:16-19", "7:21-24"][1:]
    journey = read(text).journey
    assert journey.stages[0].pains[0].owner == "it"
    assert journey.steps["b"].ideas[0].owner == "it"
    assert journey.steps["b"].backstage[0].people == ("it",)


@pytest.mark.parametrize("kind", ["actor", "channel", "system"])
def test_declared_twice(kind: str) -> None:
    use = "stage a\n  - b @shop #shop\n      system: shop\n"
    text = f"journey: T\n{kind} shop: A\n{kind} Shop: B\n{use}"
    column = len(kind) + 2
    assert found(text) == [
        f"3:{column}-{column + 4} declared-twice: The {kind} `Shop` is declared twice."
    ]
    assert others(read(text).findings[0]) == [f"2:{column} first declared here"]
    journey = read(text).journey
    labels = {
        "actor": journey.people["shop"].label,
        "channel": journey.channels["shop"].label,
        "system": journey.systems["shop"].label,
    }
    assert labels[kind] == "A"


def test_an_id_twice() -> None:
    text = HEAD + "  - b ^x\n  - c ^X\n"
    assert found(text) == ["4:7-9 id-twice: Two steps have the id `X`."]
    assert others(read(text).findings[0]) == ["3:7 first given here"]
    assert list(read(text).journey.steps) == ["x", "c"]


def test_an_id_that_is_a_word_of_the_language() -> None:
    text = HEAD + "  - b ^end\n  - c ^fork-1\n"
    assert found(text) == [
        "3:7-11 reserved-id: `end` is a word of the language, and can’t name a step.",
        "4:7-14 reserved-id: `fork-1` is a word of the language, and can’t name a step.",
    ]


@pytest.mark.parametrize(
    ("lines", "ids"),
    [
        (
            ["See the demo!", "See the Demo", "see, the demo"],
            ["see-the-demo", "see-the-demo-2", "see-the-demo-3"],
        ),
        (["pay-2", "pay", "pay", "pay"], ["pay-2", "pay", "pay-3", "pay-4"]),
        (["Start", "end", "Fork 1", "next"], ["start-2", "end-2", "fork-1-2", "next-2"]),
        (["报价单", "สาธิต", "Été", "É"], ["报价单", "สาธิต", "été", "é"]),
        (["!?…", "—"], ["step", "step-2"]),
        (
            ["one two three four five six seven eight nine ten"],
            ["one-two-three-four-five-six-seven-eight"],
        ),
        (["x" * 100], ["x" * 40]),
        (["b", "c ^b"], ["b-2", "b"]),
    ],
)
def test_ids_are_made_from_labels(lines: list[str], ids: list[str]) -> None:
    text = HEAD + "".join(f"  - {line}\n" for line in lines)
    assert list(read(text).journey.steps) == ids


def test_suggestions_for_thousands_of_names_do_not_take_forever() -> None:
    names = "".join(f"channel name{number}\n" for number in range(LOOKS // 4))
    text = f"journey: T\n{names}stage a\n" + "".join(f"  - b #nam{n}\n" for n in range(40))
    asked = [one for one in read(text).findings if one.kind.name == "undeclared-name"]
    assert len(asked) == 40
    assert [bool(one.fix) for one in asked] == [True] * 4 + [False] * 36
