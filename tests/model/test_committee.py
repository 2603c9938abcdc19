"""Who takes part, decides, has a say, and is absent."""

from random import Random

from journeyctl.model.committee import committee
from journeyctl.model.journey import DECIDING
from tests.generate import generate
from tests.reading import read

BUYING = """\
journey: Choosing a tool
type: b2b
actor boss: Boss
  role: decider
actor clerk: Clerk
  role: user
actor it: IT
  role: influencer
actor law: Lawyer
  role: gatekeeper
actor seller: Seller
  side: company
stage awareness
  - Hear of it  @clerk:4 @boss :2
      backstage: Note it down @seller
stage consideration
  - Try it  @clerk @it
stage decision
  ? Take it?  @boss
      no -> leave
      yes -> next
stage purchase
  - Sign  @boss @clerk @seller
stage post-purchase
  - Use it  @clerk
  ? Any trouble?  @boss
      yes -> Use it
      no -> next
stage loyalty
  ? Again?  @boss @clerk
      no -> leave
      yes -> next
  - Say thanks  @boss
"""


def test_parts_by_stage() -> None:
    found = committee(read(BUYING).journey)
    parts = {place: cell.part for place, cell in found.cells.items()}
    assert parts["boss", 0] == "takes-part"
    assert parts["boss", 2] == "decides"
    assert parts["seller", 0] == "behind"
    assert ("it", 2) not in parts
    assert found.cells["clerk", 0].mood == 4
    assert found.cells["boss", 0].mood == 2
    assert parts["boss", 4] == "takes-part", "a question that ends nothing"
    last = found.cells["boss", 5]
    assert (last.steps, last.decided) == (("again", "say-thanks"), ("again",))


def test_who_decides_has_a_say_and_is_absent() -> None:
    found = committee(read(BUYING).journey)
    assert found.deciding == {"boss": (2, 3, 5)}
    assert found.influencing == {"clerk": (3, 5), "it": (1,)}
    assert found.absent == {"boss": (1,), "clerk": (2,), "it": (0, 2, 3, 4, 5)}
    assert found.nowhere == ("law",)


def test_approvals_decide_where_no_stage_is_called_so() -> None:
    text = "journey: T\nactor a\n  role: approver\nstage x\n  & Approve @a\n  & Wait\n  - Go @a\n"
    found = committee(read(text).journey)
    assert found.cells["a", 0].decided == ("approve",)


def test_every_mention_is_counted_once_on_generated_journeys() -> None:
    seen = 0
    for seed in range(20):
        journey = read(generate(Random(seed))).journey
        found = committee(journey)
        taken = {
            (one.person, step.stage, step.id)
            for step in journey.steps.values()
            for one in step.people
        }
        told = [
            (key, stage, id)
            for (key, stage), cell in found.cells.items()
            for id in cell.steps
            if cell.part != "behind"
        ]
        assert sorted(told) == sorted(taken)
        assert all(journey.people[key].role in DECIDING for key in found.deciding)
        filled = {number for number, stage in enumerate(journey.stages) if stage.steps}
        for key, stages in found.absent.items():
            present = {stage for person, stage in found.cells if person == key}
            assert present | set(stages) == filled
            assert present.isdisjoint(stages)
        seen += len(told)
    assert seen > 200
