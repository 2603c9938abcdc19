"""The stages of several journeys on one axis."""

from journeyctl.comparison.axis import axis
from tests.views.drawn import journey

STEPS = {
    "b2b": "awareness consideration decision purchase post-purchase loyalty",
    "b2c": "awareness consideration decision post-purchase loyalty",
    "classic": "awareness consideration decision retention-referral",
    "buyer": "awareness consideration decision purchase",
}


def told(*models: str) -> list[str]:
    """The axis as a line of names, and a line for each journey of where its stages stand."""
    journeys = [
        journey(
            f"journey: {name}\n" + "".join(f"stage {key}\n  - {key} it\n" for key in stages.split())
        )
        for name, stages in ((model, STEPS.get(model, model)) for model in models)
    ]
    found = axis(journeys)
    lines = [" ".join(found.names)]
    for places in found.journeys:
        lines.append(
            " ".join(
                f"{one.first}" + (f"-{one.last}" if one.last > one.first else "") for one in places
            )
        )
    return lines


def test_a_missing_purchase_is_a_gap() -> None:
    everything = "Awareness Consideration Decision Purchase Post-purchase Loyalty"
    assert told("b2b", "b2c") == [everything, "0 1 2 3 4 5", "0 1 2 4 5"]
    assert told("b2c", "b2b") == [everything, "0 1 2 4 5", "0 1 2 3 4 5"]


def test_retention_and_referral_is_post_purchase_and_loyalty() -> None:
    everything = "Awareness Consideration Decision Purchase Post-purchase Loyalty"
    assert told("classic", "b2b") == [everything, "0 1 2 4-5", "0 1 2 3 4 5"]
    assert told("b2b", "classic") == [everything, "0 1 2 3 4 5", "0 1 2 4-5"]
    assert told("classic", "classic")[0].endswith("Decision Retention and referral")
    assert told("classic", "buyer")[1:] == ["0 1 2 4", "0 1 2 3"]


def test_stages_of_ones_own_stand_behind_what_they_follow() -> None:
    assert told("try buy ride", "try pay ride") == ["Try Buy Pay Ride", "0 1 3", "0 2 3"]
    assert told("a b", "x a y b z") == ["X A Y B Z", "1 3", "0 1 2 3 4"]


def test_stages_with_one_label_are_one() -> None:
    one = journey("journey: A\nstage try: First try\n  - x\n")
    other = journey("journey: B\nstage first-try\n  - y\n")
    assert axis([one, other]).names == ("First try",)


def test_journeys_that_contradict_one_another_have_all_their_stages() -> None:
    assert told("a b", "b a") == ["A B", "0 1", "1 0"]
