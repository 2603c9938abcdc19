"""Where an arrow leads: words, stages, ids, labels; near misses and two meanings."""

import pytest

from journeyctl.diagnostics import Edit, Fix
from journeyctl.source import Span
from tests.model.shown import found, others, shown_link
from tests.reading import read


def text_with(target: str) -> str:
    return (
        "journey: T\ntype: b2b\nlanguage: id\n"
        "stage kesadaran\n  - See the demo ^demo\n"
        "stage consideration: Mulai\n  - Ask twice\n"
        f"      arrow -> {target}\n  - Last\n"
    )


@pytest.mark.parametrize(
    ("target", "end"),
    [
        ("next", "last"),
        ("END", "end"),
        ("leave", "leave"),
        ("demo", "demo"),
        ("Demo", "demo"),
        ("^demo", "demo"),
        ("see the DEMO", "demo"),
        ('"See the demo"', "demo"),
        ("awareness", "demo"),
        ("Kesadaran", "demo"),
        ("kamalayan", "demo"),
        ("consideration", "ask-twice"),
        ("mulai", "ask-twice"),
        ("Ask twice", "ask-twice"),
        ("Last", "last"),
    ],
)
def test_what_a_target_means(target: str, end: str) -> None:
    links = {link.label: link.target for link in read(text_with(target)).journey.links}
    assert links["arrow"] == end


def test_an_unknown_target_leads_to_the_nearest() -> None:
    text = text_with("See teh demo")
    finding = next(one for one in read(text).findings if one.kind.code == "N003")
    place = text.index("See teh demo")
    assert finding.message == "Nothing here is called `See teh demo`."
    assert finding.span == Span(place, place + 12)
    assert finding.help == "Did you mean `See the demo`?"
    assert others(finding) == ["5:5 the nearest name"]
    assert finding.fix == Fix(
        "write `See the demo`", (Edit(Span(place, place + 12), "See the demo"),), True
    )
    assert "ask-twice -> demo arrow 'arrow' loop" in map(shown_link, read(text).journey.links)


def test_a_target_that_is_near_to_nothing_goes_on() -> None:
    text = text_with("somewhere else")
    finding = next(one for one in read(text).findings if one.kind.code == "N003")
    assert finding.fix is None
    assert finding.help == (
        "Write next, end, leave, a stage, an id (`^contact`) or a step’s label."
    )
    assert "ask-twice -> last arrow 'arrow'" in map(shown_link, read(text).journey.links)


@pytest.mark.parametrize(
    ("steps", "target", "message", "places"),
    [
        (
            "  - Pay\n  - pay\n",
            "Pay",
            "`Pay` could be a step or another.",
            ["3:5 a step has this name", "4:5 a step has this name"],
        ),
        (
            "  - Pay\n  - Go ^pay\n",
            "pay",
            "`pay` could be a step or a step’s id.",
            ["3:5 a step has this name", "4:8 a step’s id has this name"],
        ),
        (
            "  - Look\n  - A\n",
            "Look",
            "`Look` could be a stage or a step.",
            ["2:7 a stage has this name", "3:5 a step has this name"],
        ),
        (
            "  - Next\n  - A\n",
            "next",
            "`next` could be a word of the language or a step.",
            ["3:5 a step has this name"],
        ),
    ],
)
def test_a_name_that_could_be_two(steps: str, target: str, message: str, places: list[str]) -> None:
    text = f"journey: T\nstage look\n{steps}  - Z\n      arrow -> {target}\n"
    findings = read(text).findings
    assert [(one.kind.name, one.message) for one in findings] == [("ambiguous-target", message)]
    assert others(findings[0]) == places


def test_quotes_say_that_the_label_is_meant() -> None:
    text = 'journey: T\nstage look\n  - Look\n  - Z\n      arrow -> "Look"\n'
    assert found(text) == []
    assert read(text).journey.links[2].target == "look"


def test_a_step_whose_id_is_its_label_is_one_thing() -> None:
    assert found("journey: T\nstage a\n  - Pay ^pay\n  - Z\n      arrow -> pay\n") == []
