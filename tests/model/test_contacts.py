"""Channels by stage: touchpoints, hand-overs and gaps."""

from random import Random

from journeyctl.model.contacts import contacts, gaps, hand_overs
from journeyctl.model.journey import Journey
from tests.generate import generate
from tests.reading import read

SHOP = """\
journey: Buying a bag
channel ad
channel site
channel mail
channel shop
channel fax
stage see
  | See an ad  #ad :4
  | Find it    #site :2
stage choose
  ? Sure?
      no -> leave
      yes -> next
  - Compare    #site #mail :3
stage pay
  - Pay  :1
stage get
  - Fetch it   #shop :5
      again 10% -> Compare
  - Rate it    #site
"""


def told(text: str) -> Journey:
    return read(text).journey


def test_cells_count_touchpoints_and_tell_their_mean() -> None:
    found = contacts(told(SHOP))
    assert found.cells["site", 0].steps == ("find-it",)
    assert found.channels["site"].steps == ("find-it", "compare", "rate-it")
    assert found.channels["site"].mood == 2.5
    assert found.channels["fax"].steps == ()
    assert found.channels["fax"].mood is None
    assert [len(stage.steps) for stage in found.stages] == [2, 1, 0, 2]


def test_sums_agree_with_the_steps() -> None:
    seen = 0
    for seed in range(25):
        journey = told(generate(Random(seed)))
        found = contacts(journey)
        steps = journey.steps.values()
        for (key, stage), touch in found.cells.items():
            by_hand = [one for one in steps if key in one.channels and one.stage == stage]
            assert touch.steps == tuple(one.id for one in by_hand)
            moods = [one.mood for one in by_hand if one.mood is not None]
            assert touch.mood == (sum(moods) / len(moods) if moods else None)
        for key, whole in found.channels.items():
            cells = [touch for (one, _), touch in found.cells.items() if one == key]
            assert sum(len(touch.steps) for touch in cells) == len(whole.steps)
        for number, whole in enumerate(found.stages):
            ids = {
                id for (_, at), touch in found.cells.items() if at == number for id in touch.steps
            }
            assert ids == set(whole.steps)
        seen += len(found.cells)
    assert seen > 100


def test_a_hand_over_passes_questions_and_steps_without_a_channel() -> None:
    found = [
        (one.source, one.target, one.leaves, one.enters, one.steps)
        for one in hand_overs(told(SHOP))
    ]
    assert found == [
        ("ad", "site", 0, 1, ("compare",)),
        ("ad", "mail", 0, 1, ("compare",)),
        ("shop", "site", 3, 1, ("compare",)),
        ("shop", "mail", 3, 1, ("compare",)),
        ("site", "shop", 1, 3, ("fetch-it",)),
        ("mail", "shop", 1, 3, ("fetch-it",)),
        ("shop", "site", 3, 3, ("rate-it",)),
    ]


def test_hand_overs_agree_with_walking_from_each_touchpoint() -> None:
    seen = 0
    for seed in range(25):
        journey = told(generate(Random(seed)))
        steps, expected = journey.steps, set()
        for step in steps.values():
            waiting, been = [step.id], set()
            while waiting and step.channels:
                at = waiting.pop()
                for target in (link.target for link in journey.links if link.source == at):
                    after = steps.get(target)
                    if after is None or not after.channels:
                        waiting += [] if target in been else [target]
                        been.add(target)
                    elif set(after.channels).isdisjoint(step.channels):
                        expected |= {
                            (source, channel, step.stage, after.stage, after.id)
                            for source in step.channels
                            for channel in after.channels
                        }
        found = [
            (one.source, one.target, one.leaves, one.enters, id)
            for one in hand_overs(journey)
            for id in one.steps
        ]
        assert len(found) == len(set(found))
        assert set(found) == expected, f"seed {seed}"
        seen += len(found)
    assert seen > 200


def test_what_is_come_to_from_anywhere_is_handed_over_by_nothing() -> None:
    for count, expected in ((100, 100), (101, 0)):
        ways = "".join(f"  | Come by {n} #way-{n}\n" for n in range(count))
        assert len(hand_overs(told(f"journey: T\nstage a\n{ways}  - Buy #shop\n"))) == expected


def test_gaps() -> None:
    journey = told(SHOP)
    found = gaps(journey, contacts(journey))
    assert found.skipped == {"site": (2,)}
    assert found.single == {}
    assert found.bare == (2,)
    assert found.unused == ("fax",)


def test_one_channel_alone_is_told_where_there_are_others() -> None:
    head = "journey: T\nstage a\n  - See #web\nstage b\n  - Buy "
    for last, expected in (("#shop", {0: "web", 1: "shop"}), ("#web", {})):
        journey = told(f"{head}{last}\n")
        assert gaps(journey, contacts(journey)).single == expected
