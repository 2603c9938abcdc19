"""The numbers of small journeys, worked out by hand."""

from random import Random

import pytest

from journeyctl.model.ways.ways import Between, share_to_end, ways
from tests.generate import generate
from tests.model.shown import HEAD
from tests.reading import read
from tests.syntax.test_properties import operations


@pytest.mark.parametrize(
    ("steps", "ends"),
    [
        ("  - b\n", (100, 0)),
        ("  ? b\n      no 30% -> leave\n      yes 70% -> next\n", (70, 30)),
        (
            "  ? b\n      no 30% -> leave\n      yes 70% -> next\n  ~ c\n  | d\n  | e\n",
            (70, 30),
        ),
        # Of those who try again, as many give up.
        (
            "  - b\n  ? c\n      no 20% -> leave\n      again 50% -> b\n      yes 30% -> next\n",
            (60, 40),
        ),
        ("  ? b\n      no -> leave\n      yes -> next\n", None),
        ("  | b\n      -> leave\n  | c\n", None),
        ("  | b 25%\n      -> leave\n  | c 75%\n", (75, 25)),
        ("  & b\n  & c\n  - d\n", (100, 0)),
        ("  & b\n      -> end\n  & c\n  - d\n", (100, 0)),
        (
            "  & b\n      ? e\n          no 10% -> leave\n          yes 90% -> next\n  & c\n",
            (90, 10),
        ),
        ("  - b\n      -> b\n", (0, 0)),
        # Where nobody goes, nothing has to be told.
        (
            "  ? b\n      no 0% -> c\n      yes 100% -> end\n"
            "  ? c\n      x -> leave\n      y -> end\n",
            (100, 0),
        ),
    ],
)
def test_how_it_ends(steps: str, ends: tuple[float, float] | None) -> None:
    journey = read(HEAD + steps).journey
    found = ways(journey)
    assert found.end
    assert found.leave
    assert share_to_end(journey) == (None if ends is None else found.end.low)
    if ends is None:
        assert found.end.low < found.end.high
        assert found.leave.low < found.leave.high
    else:
        end, leave = ends
        assert found.end == pytest.approx(Between(end, end), abs=1e-9)
        assert found.leave == pytest.approx(Between(leave, leave), abs=1e-9)


def test_a_journey_without_steps_has_no_ways() -> None:
    journey = read("journey: T\n").journey
    found = ways(journey)
    assert share_to_end(journey) is None
    assert found.exits == ()
    assert (found.end, found.trapped, found.likely, found.time) == (None, 0, None, None)


def days(*ends: float | None) -> tuple[float | None, ...]:
    return tuple(end and end * 1440 for end in ends)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("stage a\n  - b [1-2 days]\n  - c\n", (1, 2)),
        ("stage a\n  - b\n", None),
        ("stage a\n  - b [1+ days]\n", (1, None)),
        # Half go round again: twice on average.
        ("stage a\n  - b [1-2 days]\n      again 50% -> b\n", (2, 4)),
        ("stage a\n  | b 25% [4 days]\n  | c 75%\n", (1, 1)),
        # One who leaves something out, or goes one of several ways, may do either.
        ("stage a\n  ~ b [4 days]\n  | c [1 day]\n  | d [3 days]\n", (1, 7)),
        # Round a loop for ever.
        ("stage a\n  - b [1 day]\n      again -> b\n", (1, None)),
        # Side by side, though one waits for the other to be told here.
        ("stage a\n  & b [1 day]\n      - e [2 days]\n  & c [2-4 days]\n  - d [1 day]\n", (4, 5)),
        # A stage's own time, each time that one comes into it, and not for a loop inside it.
        (
            "stage a [2 days]\n  - b [9 days]\n      again 50% -> b\n"
            "stage c\n  - d [1 day]\n      back 50% -> a\n",
            (6, 6),
        ),
        ("stage a [2 days]\n  ~ b\nstage c\n  - d [1 day]\n", (1, 3)),
    ],
)
def test_the_time_to_expect(text: str, time: tuple[float, float | None] | None) -> None:
    found = ways(read(f"journey: T\n{text}").journey).time
    assert found == (time and pytest.approx(days(*time)))


@pytest.mark.parametrize(
    ("steps", "feeling"),
    [
        ("  - b\n", None),
        ("  - b :1\n  - c\n  - d :4\n", (2.5, 2.5)),
        ("  & b :1\n  & c :5\n", (3, 3)),
        # Two times 2, once 5.
        ("  - b :2\n      again 50% -> b\n  - c :5\n", (3, 3)),
        ("  | b 10% :1\n  | c 90% :2\n", (1.9, 1.9)),
        ("  | b :1\n  | c :2\n  | d :4\n", (1, 4)),
        ("  - b :3\n  ~ c :1\n", (2, 3)),
        ("  ? b :4\n      no 50% -> leave\n      yes 50% -> next\n  - c :1\n", (3, 3)),
    ],
)
def test_the_feeling_to_expect(steps: str, feeling: tuple[float, float] | None) -> None:
    found = ways(read(HEAD + steps).journey).feeling
    assert found == (feeling and pytest.approx(feeling))


def test_who_leaves_in_one_part_does_not_come_to_the_next() -> None:
    steps = "  & b\n      ? e\n          no 10% -> leave\n          yes 90% -> next\n  & c\n  - d\n"
    found = ways(read(HEAD + steps).journey)
    assert {id_: reach.share for id_, reach in found.steps.items()} == pytest.approx(
        {"b": 100, "e": 100, "c": 90, "d": 90}
    )
    assert found.unshared == ()


def test_what_lacks_shares_is_named_and_the_rest_is_told() -> None:
    steps = (
        "  | a 40%\n  | b 60%\n  ? c\n      left -> next\n      right -> e\n"
        "  - d\n  - e\n  ? f\n      no 25% -> leave\n      yes 75% -> next\n"
    )
    found = ways(read(HEAD + steps).journey)
    assert found.unshared == ("c",)
    shares = {id_: reach.share for id_, reach in found.steps.items()}
    assert shares.pop("d") is None
    assert shares == pytest.approx({"a": 40, "b": 60, "c": 100, "e": 100, "f": 100})
    assert [exit.share for exit in found.exits] == pytest.approx([25, 75])


def test_a_missing_share_takes_the_rest_and_a_wrong_sum_is_taken_in_proportion() -> None:
    rest, half, none = (
        ways(read(HEAD + f"  ? b\n      no{no} -> leave\n      yes{yes} -> next\n").journey)
        for no, yes in ((" 30%", ""), (" 10%", " 10%"), ("", ""))
    )
    assert rest.end == pytest.approx((70, 70))
    assert half.end == pytest.approx((50, 50))
    assert none.end == pytest.approx((0, 100))


def test_exits_say_from_which_steps() -> None:
    steps = "  ? b\n      no 10% -> leave\n      yes 90% -> next\n  & c\n  & d\n"
    (gone, done) = ways(read(HEAD + steps).journey).exits
    assert (gone.steps, gone.link.label) == (("b",), "no")
    assert (done.steps, done.link.target) == (("c", "d"), "end")
    assert [exit.share for exit in (gone, done)] == pytest.approx([10, 90])


def test_where_hardly_anybody_gets_out_the_shares_are_not_told() -> None:
    steps = "  - hub\n" + "".join(
        f"  ? q{number}\n      back 99% -> hub\n      on 1% -> next\n" for number in range(60)
    )
    found = ways(read(HEAD + steps + "  - done\n").journey)
    assert found.tangled
    assert (found.end, found.time, found.exits[0].share) == (None, None, None)
    assert found.shortest
    assert len(found.shortest.steps) == 62


@pytest.mark.parametrize("marks", ["--", "|-", "~~"])
def test_very_long_journeys_are_no_trouble(marks: str) -> None:
    lines = (f"  {marks[number % 2]} s{number} :{number % 5 + 1}\n" for number in range(300))
    found = ways(read(HEAD + "".join(lines)).journey)
    assert found.end == pytest.approx((100, 100))
    assert found.longest
    assert len(found.longest.steps) == 300


def test_the_share_that_comes_to_the_end_takes_a_part_of_the_work() -> None:
    journey = read(generate(Random(7), (6, 6), (6, 6))).journey
    one = operations("", lambda _: share_to_end(journey))
    assert 0 < one < operations("", lambda _: ways(journey)) / 4
