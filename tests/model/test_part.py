"""A part of a journey is a journey that can be drawn, with what is in it and nothing else."""

from random import Random

from journeyctl.model.journey import Block, Journey
from journeyctl.model.part import part, stages_part
from tests.generate import generate
from tests.model.shown import links
from tests.model.test_buyer import answers
from tests.reading import read
from tests.views.drawn import drawn

RENTING = """\
journey: Renting a bike
stage look [2 days]
  - See one
  - Ask a friend
stage choose
  ? Cheap enough?
      no 20% -> leave
      yes 50% -> next
      had one 30% -> Ride
  - Sign
      not now -> Ask a friend
stage ride
  - Ride
  - Come back
      another -> See one
"""


def test_ways_out_end_and_ways_back_are_left_out() -> None:
    middle = stages_part(read(RENTING).journey, 1, 1)
    assert [stage.key for stage in middle.journey.stages] == ["choose"]
    assert links(middle.journey) == [
        "start -> cheap-enough",
        "cheap-enough -> leave answer 'no' 20%",
        "cheap-enough -> sign answer 'yes' 50%",
        "cheap-enough -> end answer 'had one' 30%",
        "sign -> end arrow 'not now'",
        "sign -> end",
    ]
    assert sorted(middle.out.values()) == ["ask-a-friend", "ride", "ride"]
    assert {step.stage for step in middle.journey.steps.values()} == {0}
    assert [step.number for step in middle.journey.steps.values()] == [3, 4]


def test_the_last_part_ends_with_the_journey() -> None:
    last = stages_part(read(RENTING).journey, 2, 2)
    assert links(last.journey) == [
        "start -> ride",
        "ride -> come-back",
        "come-back -> end arrow 'another'",
        "come-back -> end",
    ]
    assert list(last.out.values()) == ["see-one"]


def test_a_piece_of_a_stage_has_no_duration_of_its_own() -> None:
    whole = read(RENTING).journey
    piece = part(whole, {0: whole.stages[0].blocks[1:]}).journey
    assert links(piece) == ["start -> ask-a-friend", "ask-a-friend -> end"]
    assert piece.stages[0].steps == ("ask-a-friend",)
    assert piece.stages[0].duration is None
    assert stages_part(whole, 0, 0).journey.stages[0].duration == whole.stages[0].duration


def test_the_part_of_all_stages_is_the_journey() -> None:
    for seed in range(30):
        whole = read(generate(Random(seed), stages=(1, 4))).journey
        assert stages_part(whole, 0, len(whole.stages) - 1) == (whole, {})


def test_every_part_holds_together_and_can_be_drawn() -> None:
    seen = 0
    for seed in range(12):
        whole = read(generate(Random(seed), stages=(2, 5))).journey
        for number, stage in enumerate(whole.stages):
            pieces = [stages_part(whole, number, number)]
            pieces += [part(whole, {number: (block,)}) for block in stage.blocks[:3]]
            for cut in pieces:
                holds_together(whole, cut.journey)
                seen += len(cut.out)
        drawn(stages_part(whole, 1, 1).journey)
    assert seen > 40


def holds_together(whole: Journey, own: Journey) -> None:
    places = own.steps.keys() | own.points.keys()
    for link in own.links:
        assert {link.source, link.target} <= places
    assert {id for stage in own.stages for id in stage.steps} == own.steps.keys()
    assert all(0 <= one.stage < len(own.stages) for one in own.steps.values())
    assert all(0 <= one.stage < len(own.stages) for one in own.points.values())
    for stage in own.stages:
        blocks: tuple[Block, ...] = stage.blocks
        for step, answer in answers(blocks):
            assert own.links[answer.link].source == step
    inner = [link for link in whole.links if {link.source, link.target} <= own.steps.keys()]
    assert all(link in own.links for link in inner)
