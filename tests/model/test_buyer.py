"""The buyer journey that a customer journey begins with."""

from random import Random

import pytest

from journeyctl.model.buyer import buyer_part, last_stage
from journeyctl.model.journey import Answer, Block, Journey, Run, Single, Way
from tests.generate import generate
from tests.model.shown import links
from tests.reading import read

RENTING = """\
journey: Renting a bike
type: b2c
duration: 3 weeks
stage awareness
  - See one
stage decision
  ? Cheap enough?
      no 20% -> leave
      yes 50% -> next
      had one 30% -> Ride
stage post-purchase
  | By day   60%
  | By week  40%
  - Ride
stage loyalty
  - Come back
      another -> See one
"""


def test_ways_out_of_it_end_it_and_are_told_once() -> None:
    part = buyer_part(read(RENTING).journey)
    assert [stage.key for stage in part.journey.stages] == ["awareness", "decision"]
    assert links(part.journey) == [
        "start -> see-one",
        "see-one -> cheap-enough",
        "cheap-enough -> leave answer 'no' 20%",
        "cheap-enough -> end answer 'yes' 50%",
        "cheap-enough -> end answer 'had one' 30%",
    ]
    assert [stage.key for stage in part.after] == ["post-purchase", "loyalty"]
    assert [link.label for link in part.back] == ["another"]
    assert part.journey.facts.scope == "buyer"
    assert part.journey.facts.duration is None


@pytest.mark.parametrize(
    ("head", "stages", "last"),
    [
        ("", "awareness loyalty", 0),
        ("", "discover choose", -1),
        ("", "decision trial purchase use", 2),
        ("", "loyalty awareness", -1),
        ("scope: buyer\n", "awareness consideration", 1),
    ],
)
def test_where_it_ends(head: str, stages: str, last: int) -> None:
    body = "".join(f"stage {name}\n  - Do {name}\n" for name in stages.split())
    assert last_stage(read(f"journey: T\n{head}{body}").journey) == last


def test_a_buyer_journey_is_its_own_part() -> None:
    text = "journey: T\nscope: buyer\nduration: 2 days\nstage awareness\n  - See it\n"
    whole = read(text).journey
    assert buyer_part(whole) == (whole, (), ())


def answers(blocks: tuple[Block, ...]) -> list[tuple[str, Answer]]:
    """The answers in blocks, each with the step that it belongs to."""
    found: list[tuple[str, Answer]] = []
    for block in blocks:
        lines: list[Single | Way] = [block] if isinstance(block, Single) else []
        if isinstance(block, Run):
            lines = [*block.ways]
            found += [one for way in block.ways for one in answers(way.own)]
        for line in lines:
            for answer in line.answers:
                found += [(line.step, answer), *answers(answer.own)]
    return found


def test_it_has_all_steps_up_to_the_purchase_and_their_links() -> None:
    seen = 0
    for seed in range(40):
        whole = read(generate(Random(seed), stages=(4, 6))).journey
        last = last_stage(whole)
        if last < 0:
            continue
        part, after, _ = buyer_part(whole)
        inside = {id for id, step in whole.steps.items() if step.stage <= last}
        assert part.steps.keys() == inside
        assert len(part.stages) + len(after) == len(whole.stages)
        assert ways(part) == cut(whole, inside, last), f"seed {seed}"
        for stage in part.stages:
            for step, answer in answers(stage.blocks):
                assert part.links[answer.link].source == step
                seen += 1
        assert given(part, inside) == pytest.approx(given(whole, inside))
        seen += len(after)
    assert seen > 100


def given(journey: Journey, sources: set[str]) -> float:
    """All the shares of the ways from these steps together."""
    return sum(link.share or 0 for link in journey.links if link.source in sources)


def ways(journey: Journey) -> set[tuple[str, str, str]]:
    return {(link.source, link.target, link.label) for link in journey.links}


def cut(whole: Journey, inside: set[str], last: int) -> set[tuple[str, str, str]]:
    """The links by hand: those that start inside, led to the end where they leave it."""
    points = {id for id, point in whole.points.items() if point.stage <= last}
    kept = inside | points | {"leave", "start"}
    return {
        (link.source, link.target if link.target in kept else "end", link.label)
        for link in whole.links
        if link.source in kept
    }
