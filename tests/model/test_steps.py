"""A step's facts: people, feelings, sides, and all that stands under it."""

import pytest

from tests.model.shown import HEAD
from tests.reading import read


@pytest.mark.parametrize(
    ("tags", "mood"),
    [
        ("", None),
        (":4", 4.0),
        ("@it", None),
        ("@it :4", 4.0),
        ("@it:2", 2.0),
        ("@it:2 @ops :5", 3.5),
        ("@it:2 @ops:3 :5", 2.5),
        ("@it:2 @ops", 2.0),
        ("@it:1 @ops @cfo :4", 3.0),
    ],
)
def test_mood_is_the_mean_of_the_people(tags: str, mood: float | None) -> None:
    assert read(f"{HEAD}  - b {tags}\n").journey.steps["b"].mood == mood


@pytest.mark.parametrize(
    ("tags", "side"),
    [
        ("", "customer"),
        ("@it", "customer"),
        ("@sales", "company"),
        ("@sales @support", "company"),
        ("@sales @it", "customer"),
        ("@maker", "partner"),
        ("@maker @sales", "customer"),
    ],
)
def test_side_is_that_of_all_its_people(tags: str, side: str) -> None:
    text = (
        "journey: T\nactor it\nactor sales\n  side: company\nactor support\n  side: company\n"
        f"actor maker\n  side: partner\nstage a\n  - b {tags}\n"
    )
    assert read(text).journey.steps["b"].side == side


def test_all_facts_of_a_step() -> None:
    text = (
        "journey: T\nlanguage: id\nstage a\n"
        "  | b @it:2 #web #email :4 ! [2 jam] 40% ^x\n"
        "      pain: slow @it\n      idea: faster\n      quote: hm\n      content: film\n"
        "      metric: Cart = 4,8 target < 5\n      backstage: look @sales [1 hari]\n"
        "        system: CRM\n      system: shop\n      evidence: observed, web, 2026-05\n"
        "      note: n\n      link: Brief https://example.com/\n"
        "      - own\n"
        "  | c #web 60%\n"
    )
    journey, findings = read(text)
    assert findings == []
    step = journey.steps["x"]
    assert (step.number, step.kind, step.label, step.stage, step.own) == (1, "way", "b", 0, False)
    assert [(one.person, one.feeling) for one in step.people] == [("it", 2)]
    assert (step.channels, step.feeling, step.moment) == (("web", "email"), 4, True)
    assert step.duration is not None
    assert (step.duration.low, step.share) == (120, 40)
    assert [(one.text, one.owner) for one in (*step.pains, *step.ideas)] == [
        ("slow", "it"),
        ("faster", ""),
    ]
    assert (step.quotes, step.content, step.notes) == (("hm",), ("film",), ("n",))
    assert step.metrics[0].value is not None
    assert step.metrics[0].value.number == 4.8
    backstage = step.backstage[0]
    assert (backstage.label, backstage.people, backstage.systems) == ("look", ("sales",), ("crm",))
    assert backstage.duration is not None
    assert backstage.duration.low == 1440
    assert step.systems == ("shop",)
    assert (step.evidence[0].grade, step.evidence[0].date) == ("observed", "2026-05")
    assert step.links[0].url == "https://example.com/"
    assert journey.source.text[slice(*step.label_span)] == "b"
    own = journey.steps["own"]
    assert (own.own, own.kind, own.number) == (True, "step", 2)
    assert journey.stages[0].steps == ("x", "own", "c")


def test_all_facts_of_a_stage() -> None:
    text = (
        "journey: T\nstage a [1-2 days]\n  goal: g\n  content: c\n  content: d\n  metric: M = 3\n"
        "  pain: p\n  idea: i\n  note: n\n  link: https://example.com/\n  - b\n"
    )
    stage = read(text).journey.stages[0]
    assert stage.duration is not None
    assert (stage.duration.low, stage.duration.high) == (1440, 2880)
    assert (stage.goal, stage.content, stage.notes) == ("g", ("c", "d"), ("n",))
    assert (stage.metrics[0].name, stage.pains[0].text, stage.ideas[0].text) == ("M", "p", "i")
    assert stage.links[0].url == "https://example.com/"
    assert stage.steps == ("b",)


def test_all_facts_of_a_journey() -> None:
    rows = ["goal", "owner", "updated", "focus", "context", "audience", "approach", "strategy"]
    rows += ["personalization", "transaction", "relationship"]
    text = (
        "journey: T\ntype: b2b\nscope: Buyer\nlanguage: en\nstate: To-be\nduration: 2 months\n"
        + "".join(f"{row}: the {row}\n" for row in rows)
        + "metric: A = 1\nmetric: B = 2\nnote: n\nnote: m\nstage awareness\n  - b\n"
    )
    facts = read(text).journey.facts
    assert facts[:6] == ("T", "b2b", "buyer", "buyer", "en", "to-be")
    assert facts.duration is not None
    assert facts.duration.low == 2 * 30 * 1440
    assert [getattr(facts, row) for row in rows] == [f"the {row}" for row in rows]
    assert [metric.name for metric in facts.metrics] == ["A", "B"]
    assert facts.notes == ("n", "m")


def test_the_places_of_the_journeys_keys() -> None:
    journey = read("journey: T\ntype: b2b\nstage a\n  - b\n").journey
    assert {key: journey.source.text[slice(*span)] for key, span in journey.places.items()} == {
        "journey": "T",
        "type": "b2b",
    }
