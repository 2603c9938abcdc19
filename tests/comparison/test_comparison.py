"""Journeys beside each other: what the articles compare, from the samples."""

from pathlib import Path

import pytest

from journeyctl.comparison.comparison import Comparison, comparison
from journeyctl.comparison.facts import facts
from journeyctl.model.journey import Journey
from journeyctl.words import words_for
from tests.reading import read

SAMPLES = Path(__file__).parents[2] / "samples"


def sample(name: str) -> Journey:
    return read((SAMPLES / f"{name}.journey").read_text(), name).journey


def compared(*names: str, language: str = "en") -> Comparison:
    return comparison([sample(name) for name in names], words_for(language))


def cells(found: Comparison, key: str) -> tuple[str, ...]:
    return next(row.cells for row in found.rows if row.key == key)


def test_article_000_who_decides_and_how_fast_and_how_success_is_measured() -> None:
    found = compared("b2b-classic", "b2c-classic")
    assert found.names == ("B2B", "B2C")
    for key in ("focus", "approach", "strategy", "deciders", "time", "success"):
        assert all(cells(found, key)), key
    business, consumer = (facts(sample(name)) for name in ("b2b-classic", "b2c-classic"))
    assert len(business.deciders) > 1 >= len(consumer.deciders)
    assert business.time is not None
    assert consumer.time is not None
    assert business.time[0] > 4 * consumer.time[0]


def test_article_001_complexity_decision_and_contacts() -> None:
    found = compared("b2b-software", "b2c-online-shop")
    business, consumer = (facts(sample(name)) for name in ("b2b-software", "b2c-online-shop"))
    assert 5 <= len(business.people) <= 10
    assert (len(business.entries), len(consumer.entries)) == (3, 4)
    assert len(business.approvals) >= 3
    assert consumer.approvals == ()
    reading = {row.key: row.reading for row in found.rows}
    assert reading["deciders"].startswith("B2B: 2 decide in about 4–8 months; B2C: 1 decides in")
    assert reading["entries"] == "B2B: 3 ways in; B2C: 4 ways in."
    feelings = next(grid for grid in found.grids if grid.key == "feelings")
    stages = dict(feelings.rows)
    assert stages["Purchase"][1] == ""
    assert stages["Purchase"][0] != ""


def approved(text: str, type: str = "b2b") -> list[str]:
    head = f"journey: J\ntype: {type}\nstages: try > decision > purchase > use\n"
    actors = "actor a\n  role: approver\nactor b\n  role: decider\nactor s\n  side: company\n"
    return list(facts(read(head + actors + text).journey).approvals)


def test_what_a_reader_would_call_an_approval() -> None:
    parts = "  & one @a\n  & two @b\n  & three @s\n"
    rest = "  - four @a\n  - five @a @b\n  ? six @a @s\n      no -> leave\n      yes -> next\n"
    assert approved(f"stage decision\n{parts}{rest}") == ["one", "two", "four", "six"]
    assert approved(f"stage purchase\n{parts}") == ["one", "two"]
    assert approved(f"stage try\n{parts}") == ["one", "two"]
    # It is approved before it is bought, and what one person does is a form to fill in.
    assert approved(f"stage decision\n  - x @b\nstage purchase\n{parts}{rest}") == []
    assert approved("stage decision\n  & one @b\n  & two @b\n", "b2c") == []
    nobody = "stage decision\n  | x\n      & one\n      & two\n  | y\n"
    assert approved(nobody) == ["one", "two"]
    assert approved(nobody, "b2c") == []


def test_article_002_the_buyer_and_the_customer() -> None:
    found = compared("buyer-journey", "customer-journey")
    assert found.names == ("Buyer journey", "Customer journey")
    for key in ("focus", "context", "audience", "strategy", "goal"):
        assert all(cells(found, key)), key
    last = [stage for stage, (buyer, _) in found.grids[0].rows if buyer][-1]
    assert last in ("Decision", "Purchase")


def test_article_003_channels_personalization_systems_transaction_and_relation() -> None:
    found = compared("b2b-omnichannel", "b2c-omnichannel")
    assert len(facts(sample("b2b-omnichannel")).channels) > 10
    for key in ("channels", "personalization", "systems", "transaction", "relationship"):
        assert all(cells(found, key)), key


@pytest.mark.parametrize("language", ["en", "id", "fil"])
def test_each_row_has_a_reading_and_what_is_computed_says_what_was_counted(language: str) -> None:
    found = compared("b2b-software", "b2c-online-shop", "minimal", language=language)
    declared = {"goal", "focus", "context", "audience", "approach", "strategy"}
    declared |= {"personalization", "transaction", "relationship"}
    assert len(found.rows) == len(declared) + 10
    for row in found.rows:
        assert row.reading.endswith(".")
        assert bool(row.how) == (row.key not in declared)
        assert len(row.cells) == 3


def test_what_nobody_tells_is_left_out_and_what_one_tells_is_said() -> None:
    one = read("journey: A\nfocus: Price\nstage a\n  - x\n").journey
    other = read("journey: B\nstage a\n  - y\n").journey
    found = comparison([one, other], words_for("en"))
    assert found.names == ("A", "B")
    keys = [row.key for row in found.rows]
    assert keys == ["focus", "people", "touchpoints", "entries", "questions", "approvals"]
    assert found.rows[0].reading == "Only told of A."
    assert found.grids == ()


def test_journeys_that_nothing_tells_apart_are_numbered() -> None:
    one = read("journey: A\nstage a\n  - x\n").journey
    assert comparison([one, one], words_for("en")).names == ("A (1)", "A (2)")


def test_shared_and_own_channels_are_told_by_their_labels() -> None:
    one = read("journey: A\nchannel web: The Web\nstage a\n  - x #web\n").journey
    other = read(
        "journey: B\nchannel net: the web\nchannel shop\nstage a\n  - y #net #shop\n"
    ).journey
    row = next(
        row for row in comparison([one, other], words_for("en")).rows if row.key == "channels"
    )
    assert (
        row.reading
        == "A: 1 channel, 0 of its own; B: 2 channels, 1 of its own. They share The Web."
    )


def test_who_decides_where_no_role_says_so() -> None:
    text = "journey: A\nactor mia: Mia\nactor tom: Tom\n  role: influencer\nstage decision\n"
    one = read(f"{text}  - Choose @mia @tom\n").journey
    assert [person.label for person in facts(one).deciders] == ["Mia"]
    other = read(f"{text.replace('influencer', 'decider')}  - Choose @mia @tom\n").journey
    assert [person.label for person in facts(other).deciders] == ["Tom"]
