"""The buyer view: the flow up to the purchase, what follows, and the two scopes."""

from random import Random

import pytest

from journeyctl.model.buyer import buyer_part, last_stage
from journeyctl.views.catalogue import view
from journeyctl.views.drawing import Drawing
from tests.generate import generate
from tests.views import geometry
from tests.views.drawn import drawn, journey

RENTING = """\
journey: Renting a bike
type: b2c
focus: A ride without worries
stage awareness
  - See one  :4
stage decision
  ? Cheap enough?
      no -> leave
      yes -> next
      had one -> Ride
stage post-purchase
  goal: A ride that is remembered
  - Ride
  - Bring it back
stage loyalty
  - Come back
      another -> See one
"""
BUYING = "journey: T\nscope: buyer\nstage awareness\n  - See\nstage decision\n  - Buy\n"


def texts(drawing: Drawing, start: str) -> list[str]:
    return [
        " ".join(shape.text.lines)
        for shape in drawing.shapes
        if shape.text and shape.group.startswith(start)
    ]


def sound(drawing: Drawing, where: str) -> None:
    assert geometry.through_boxes(drawing) == [], where
    assert geometry.overlapping_texts(drawing) == [], where
    assert geometry.overlapping_boxes(drawing) == [], where
    assert geometry.spilled_texts(drawing) == [], where
    cards = {shape.group: geometry.box(shape) for shape in drawing.shapes if shape.role == "card"}
    for shape in drawing.shapes:
        for text in geometry.ink(shape):
            if shape.group.startswith("after-"):
                assert geometry.inside(text, cards[shape.group]), f"{where}: {shape.id}"


@pytest.mark.parametrize("setting", [{}, {"direction": "down"}, {"ratio": 0.8}, {"ratio": 3.0}])
def test_nothing_lies_on_anything_else(setting: dict[str, object]) -> None:
    seen = 0
    for seed in range(9):
        told = journey(generate(Random(seed), stages=(5, 6)))
        if view("buyer").lacks(told):
            continue
        drawing = drawn(told, "buyer", **setting)
        sound(drawing, f"seed {seed}")
        part = buyer_part(told)
        drawn_steps = {group.id for group in drawing.groups if group.role == "step"}
        assert drawn_steps == {f"step-{id}" for id in part.journey.steps}
        links = [group for group in drawing.groups if group.id.startswith("link-")]
        assert len(links) == len(part.journey.links)
        after = [group for group in drawing.groups if group.role == "after"]
        assert len(after) == len(part.after) == len(told.stages) - 1 - last_stage(told)
        seen += len(after)
    assert seen > 3


def test_it_tells_what_follows_and_where_the_part_ends() -> None:
    drawing = drawn(journey(RENTING), "buyer")
    assert texts(drawing, "after-post-purchase") == [
        "3 Post-purchase",
        "2 steps",
        "A ride that is remembered",
    ]
    assert texts(drawing, "follows") == ["What follows"]
    assert texts(drawing, "legend-end") == ["The purchase is made: the customer journey goes on"]
    assert drawing.description.startswith("Up to the purchase. 2 stages, 2 steps")
    titles = [group.title for group in drawing.groups]
    assert "Cheap enough? → The purchase is made: the customer journey goes on: yes" in titles


def test_both_scopes_are_measured_and_the_facts_are_told() -> None:
    drawing = drawn(journey(RENTING), "buyer")
    assert "2 steps" in texts(drawing, "note-buyer")
    whole = texts(drawing, "note-customer")
    assert "5 steps" in whole
    assert "From Come back back to See one" in whole
    assert texts(drawing, "note-about") == [
        "About the customer journey",
        "Focus: A ride without worries",
    ]


def test_all_of_a_buyer_journey_is_the_buyer_journey() -> None:
    drawing = drawn(journey(BUYING), "buyer")
    assert texts(drawing, "follows") == []
    assert texts(drawing, "legend-end") == ["The journey is done"]
    assert texts(drawing, "note-customer") == []


def test_what_a_journey_lacks_is_said() -> None:
    lacks = view("buyer").lacks
    assert "no stages" in lacks(journey("journey: T\n"))
    assert "`purchase`" in lacks(journey("journey: T\nstage see\n  - See\nstage use\n  - Use\n"))
    assert lacks(journey(RENTING)) == lacks(journey(BUYING)) == ""
