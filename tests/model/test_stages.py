"""The models of stages, what decides which, and what stages are called."""

import pytest

from journeyctl.model.stages import BUILT_IN, MODELS, built_in
from journeyctl.words import LANGUAGES, typed
from tests.model.shown import found, others
from tests.reading import read


def expected(head: str) -> list[str]:
    """The stages of the model that a head decides on, ``?`` for those that may be left out."""
    journey = read(f"journey: T\n{head}\nstage a\n  - b\n").journey
    return [one.name + "?" * one.optional for one in journey.expected]


B2B = ["awareness", "consideration", "decision", "purchase", "post-purchase", "loyalty"]
B2C = ["awareness", "consideration", "decision", "purchase?", "post-purchase", "loyalty"]
CLASSIC = ["awareness", "consideration", "decision", "retention-referral"]
BUYER = ["awareness", "consideration", "decision", "purchase?"]


@pytest.mark.parametrize(
    ("head", "stages", "model"),
    [
        ("", [], ""),
        ("type: b2b", B2B, "b2b"),
        ("type: B2C", B2C, "b2c"),
        ("scope: customer", [], ""),
        ("scope: buyer", BUYER, "buyer"),
        ("type: b2b\nscope: buyer", BUYER, "buyer"),
        ("model: classic", CLASSIC, "classic"),
        ("type: b2c\nscope: buyer\nmodel: Classic", CLASSIC, "classic"),
        (
            "type: b2c\nstages: Discover>  Try it >buy > love?",
            ["Discover", "Try it", "buy", "love?"],
            "own",
        ),
    ],
)
def test_what_decides_the_model(head: str, stages: list[str], model: str) -> None:
    assert expected(head) == stages
    assert read(f"journey: T\n{head}\nstage a\n  - b\n").journey.facts.model == model


def test_stages_and_model_are_too_much() -> None:
    text = "journey: T\nmodel: b2b\nstages: a > b?\nstage a\n  - c\n"
    assert found(text) == [
        "3:1-7 stages-and-model: A journey has either stages of its own or a model, not both."
    ]
    assert others(read(text).findings[0]) == ["2:1 the other is here"]
    assert [one.name for one in read(text).journey.expected] == ["a", "b"]


def test_an_unknown_model() -> None:
    text = "journey: T\nmodel: clasic\nstage a\n  - c\n"
    assert found(text) == ["2:8-14 unknown-model: There is no model `clasic`."]
    assert read(text).findings[0].help == "Did you mean `classic`?"
    assert read(text).journey.expected == ()
    far = read("journey: T\nmodel: waterfall\nstage a\n  - c\n").findings[0]
    assert far.help == "The models are b2b, b2c, classic, buyer."


def test_a_list_of_stages_that_is_none() -> None:
    text = "journey: T\nstages: a > > b > A\nstage a\n  - c\nstage b\n  - d\n"
    assert found(text) == [
        "2:13-14 stage-list: A stage has no name in this list.",
        "2:19-20 stage-list: The stage `A` is listed twice.",
    ]
    assert others(read(text).findings[1]) == ["2:9 first listed here"]


def test_every_stage_of_every_model_is_known_by_its_name_in_every_language() -> None:
    for name in MODELS:
        assert {one.key for one in built_in(name).stages} <= set(BUILT_IN)
    model = built_in("b2b")
    spellings = typed("stage")
    assert set(spellings.values()) == set(BUILT_IN)
    assert len(spellings) >= len(BUILT_IN) * len(LANGUAGES)
    assert {model.key(spelling): word for spelling, word in spellings.items()} == {
        word: word for word in BUILT_IN
    }
    assert model.key("Purnabeli") == "post-purchase"


def labels(head: str, *stages: str) -> list[tuple[str, str]]:
    text = f"journey: T\n{head}\n" + "".join(f"stage {one}\n  - s\n" for one in stages)
    return [(stage.key, stage.label) for stage in read(text).journey.stages]


def test_what_a_stage_is_called() -> None:
    assert labels("model: classic\nlanguage: id", "awareness", "decision: Pilih") == [
        ("awareness", "Kesadaran"),
        ("decision", "Pilih"),
    ]
    assert labels("type: b2b\nlanguage: fil", "kesadaran", "Purnabeli") == [
        ("awareness", "Kamalayan"),
        ("post-purchase", "Pagkatapos bumili"),
    ]
    assert labels("type: b2b\nlanguage: de", "post-purchase") == [
        ("post-purchase", "Post-purchase")
    ]
    # In a model of one's own a word stands for itself.
    assert labels("stages: awareness > first-try\nlanguage: id", "awareness", "first-try") == [
        ("awareness", "Awareness"),
        ("firsttry", "First try"),
    ]
    # Without a model a built-in word is still known, an alias is not.
    assert labels("language: id", "awareness", "kamalayan") == [
        ("awareness", "Kesadaran"),
        ("kamalayan", "Kamalayan"),
    ]
