"""The flow as explicit links: each mark, arrows, own steps, and the points between."""

import pytest

from tests.model.shown import HEAD, blocks, found, links, ways
from tests.reading import read

CASES: list[tuple[str, str, list[str], str]] = [
    (
        "steps follow each other",
        "  - b\n  - c\n",
        ["start -> b", "b -> c", "c -> end"],
        "b c",
    ),
    (
        "a run: what stands before leads to each, each leads to what follows",
        "  - b\n  | c\n  | d\n  - e\n",
        ["start -> b", "b -> c", "b -> d", "c -> e", "d -> e", "e -> end"],
        "b {c | d} e",
    ),
    (
        "several first lines are several ways in",
        "  | b 30%\n  | c 70%\n",
        ["start -> b 30%", "start -> c 70%", "b -> end", "c -> end"],
        "{b | c}",
    ),
    (
        "keys, comments and blank lines don't break a run",
        "  | b\n      note: x\n\n  // y\n  | c\n",
        ["start -> b", "start -> c", "b -> end", "c -> end"],
        "{b | c}",
    ),
    (
        "several that must all happen: a fork and a join",
        "  - b\n  & c\n  & d\n  - e\n",
        [
            "start -> b",
            "b -> fork-1",
            "fork-1 -> c",
            "fork-1 -> d",
            "c -> join-1",
            "d -> join-1",
            "join-1 -> e",
            "e -> end",
        ],
        "b {fork-1: c | d :join-1} e",
    ),
    (
        "between a run and a run of the other kind nothing is needed",
        "  | b\n  | c\n  & d\n  & e\n  | f\n  | g\n",
        [
            "start -> b",
            "start -> c",
            "b -> fork-1",
            "c -> fork-1",
            "fork-1 -> d",
            "fork-1 -> e",
            "d -> join-1",
            "e -> join-1",
            "join-1 -> f",
            "join-1 -> g",
            "f -> end",
            "g -> end",
        ],
        "{b | c} {fork-1: d | e :join-1} {f | g}",
    ),
    (
        "one that is left out has a way past it",
        "  - b\n  ~ c\n  - d\n",
        ["start -> b", "b -> c", "c -> d", "b -> d skip", "d -> end"],
        "b c d",
    ),
    (
        "a row of them is passed in order, each left out or not",
        "  - b\n  ~ c\n  ~ d\n  ~ e\n",
        [
            "start -> b",
            "b -> c",
            "c -> meet-1",
            "b -> meet-1 skip",
            "meet-1 -> d",
            "d -> meet-2",
            "meet-1 -> meet-2 skip",
            "meet-2 -> e",
            "e -> end",
            "meet-2 -> end skip",
        ],
        "b c meet-1 d meet-2 e",
    ),
    (
        "the first may be left out",
        "  ~ b\n  - c\n",
        ["start -> b", "b -> c", "start -> c skip", "c -> end"],
        "b c",
    ),
    (
        "a question: answers to what follows, to nothing, and back",
        "  - b\n  ? c\n      yes 60% -> next\n      no 30% -> leave\n      later 10% -> b\n  - d\n",
        [
            "start -> b",
            "b -> c",
            "c -> d answer 'yes' 60%",
            "c -> leave answer 'no' 30%",
            "c -> b answer 'later' 10% loop",
            "d -> end",
        ],
        "b c (yes:) (no:) (later:) d",
    ),
    (
        "an answer with steps of its own goes on where the question goes on",
        "  ? b\n      yes ->\n        - c\n        - d\n      no -> next\n  - e\n",
        [
            "start -> b",
            "b -> c answer 'yes'",
            "c -> d",
            "b -> e answer 'no'",
            "d -> e",
            "e -> end",
        ],
        "b (yes: [c d]) (no:) e",
    ),
    (
        "a labelled arrow is one link: its own steps part behind a point",
        "  ? b\n      yes ->\n        | c\n        | d\n      no -> next\n",
        [
            "start -> b",
            "b -> meet-1 answer 'yes'",
            "meet-1 -> c",
            "meet-1 -> d",
            "b -> end answer 'no'",
            "c -> end",
            "d -> end",
        ],
        "b (yes: [meet-1 {c | d}]) (no:)",
    ),
    (
        "a question without arrows is answered by the run that follows",
        "  ? b\n  | c 20%\n  | d 80%\n",
        ["start -> b", "b -> c answer 20%", "b -> d answer 80%", "c -> end", "d -> end"],
        "b {c | d}",
    ),
    (
        "answers that go on to a run meet first",
        "  ? b\n      yes -> next\n      no -> leave\n  | c\n  | d\n",
        [
            "start -> b",
            "b -> meet-1 answer 'yes'",
            "b -> leave answer 'no'",
            "meet-1 -> c",
            "meet-1 -> d",
            "c -> end",
            "d -> end",
        ],
        "b (yes:) (no:) meet-1 {c | d}",
    ),
    (
        "own steps of a way come out where the run goes on",
        "  | b\n      - c\n  | d\n  - e\n",
        ["start -> b", "b -> c", "start -> d", "c -> e", "d -> e", "e -> end"],
        "{b [c] | d} e",
    ),
    (
        "own steps of a part come out at the join",
        "  & b\n      ~ c\n  & d\n",
        [
            "start -> fork-1",
            "fork-1 -> b",
            "b -> c",
            "fork-1 -> d",
            "c -> join-1",
            "b -> join-1 skip",
            "d -> join-1",
            "join-1 -> end",
        ],
        "{fork-1: b [c] | d :join-1}",
    ),
    (
        "the one way that goes on from own steps parts behind a point of the stage",
        "  ? b\n      yes ->\n        - c\n      no -> leave\n  | d\n  | e\n",
        [
            "start -> b",
            "b -> c answer 'yes'",
            "b -> leave answer 'no'",
            "c -> meet-1",
            "meet-1 -> d",
            "meet-1 -> e",
            "d -> end",
            "e -> end",
        ],
        "b (yes: [c]) (no:) meet-1 {d | e}",
    ),
    (
        "a bare arrow replaces the ordinary way",
        "  | b\n      -> d\n  | c\n      -> end\n  - d\n",
        ["start -> b", "b -> d arrow", "start -> c", "c -> end arrow", "d -> end"],
        "{b | c} d",
    ),
    (
        "a labelled arrow is added, and the ordinary way takes the rest",
        "  - b\n  - c\n      new needs 15% -> b\n  - d\n",
        ["start -> b", "b -> c", "c -> b arrow 'new needs' 15% loop", "c -> d 85%", "d -> end"],
        "b c (new needs:) d",
    ),
    (
        "the ordinary way beside an arrow is not split by the shares of others",
        "  - b\n      stop -> leave\n  | c 40%\n  | d 60%\n",
        [
            "start -> b",
            "b -> leave arrow 'stop'",
            "b -> meet-1",
            "meet-1 -> c 40%",
            "meet-1 -> d 60%",
            "c -> end",
            "d -> end",
        ],
        "b (stop:) meet-1 {c | d}",
    ),
    (
        "where arrows take everybody, there is no ordinary way",
        "  - b\n      back 5% -> b\n      else 95% -> d\n  - c\n  - d\n"
        "      on 50.5% -> next\n      off 50% -> end\n  - e\n",
        [
            "start -> b",
            "b -> b arrow 'back' 5% loop",
            "b -> d arrow 'else' 95%",
            "c -> d",
            "d -> e arrow 'on' 50.5%",
            "d -> end arrow 'off' 50%",
            "e -> end",
        ],
        "b (back:) (else:) c d (on:) (off:) e",
    ),
    (
        "where arrows take more than everybody, that alone is wrong",
        "  - b\n      x 60% -> end\n      y 60% -> end\n  - c\n",
        [
            "start -> b",
            "b -> end arrow 'x' 60%",
            "b -> end arrow 'y' 60%",
            "b -> c 0%",
            "c -> end",
        ],
        "b (x:) (y:) c",
    ),
    (
        "the last step ends with its arrows",
        "  - b\n  - c\n      again 5% -> b\n      else 95% -> end\n",
        ["start -> b", "b -> c", "c -> b arrow 'again' 5% loop", "c -> end arrow 'else' 95%"],
        "b c (again:) (else:)",
    ),
    (
        "a bare arrow beside a labelled one takes the rest",
        "  - b\n      stop 25% -> leave\n      -> c\n  - c\n",
        ["start -> b", "b -> leave arrow 'stop' 25%", "b -> c arrow 75%", "c -> end"],
        "b (stop:) c",
    ),
    (
        "to go on with what follows is the ordinary way",
        "  - b\n      -> next\n  - c\n",
        ["start -> b", "b -> c", "c -> end"],
        "b c",
    ),
    (
        "an arrow of a way can have steps of its own",
        "  | b\n      broken ->\n        - c\n  | d\n  - e\n",
        [
            "start -> b",
            "b -> c arrow 'broken'",
            "start -> d",
            "b -> e",
            "c -> e",
            "d -> e",
            "e -> end",
        ],
        "{b (broken: [c]) | d} e",
    ),
]


@pytest.mark.parametrize(("title", "steps", "expected", "drawn"), CASES, ids=[c[0] for c in CASES])
def test_links_and_blocks(title: str, steps: str, expected: list[str], drawn: str) -> None:
    journey = read(HEAD + steps).journey
    assert sorted(links(journey)) == sorted(expected)
    assert blocks(journey, journey.stages[0].blocks) == drawn


def test_links_are_in_the_order_of_what_they_leave() -> None:
    assert ways("  - b\n  ~ c\n  - d\n") == [
        "start -> b",
        "b -> c",
        "c -> d",
        "b -> d skip",
        "d -> end",
    ]


def test_the_last_of_a_stage_leads_to_the_first_of_the_next() -> None:
    journey = read("journey: T\nstage a\n  - b\nstage c\nstage d\n  | e\n  | f\n").journey
    assert links(journey) == ["start -> b", "b -> e", "b -> f", "e -> end", "f -> end"]
    assert [point.stage for point in journey.points.values()] == [0, 2]


def test_a_stage_that_arrows_lead_to_has_one_entry() -> None:
    text = "journey: T\nstage a\n  | b\n  | c\nstage d\n  ? e\n      again -> a\n      no -> next\n"
    journey = read(text).journey
    assert links(journey)[:3] == ["start -> meet-1", "meet-1 -> b", "meet-1 -> c"]
    assert "e -> meet-1 answer 'again' loop" in links(journey)
    assert blocks(journey, journey.stages[0].blocks) == "meet-1 {b | c}"


def test_an_arrow_to_a_stage_that_begins_with_a_fork_leads_to_the_fork() -> None:
    text = "journey: T\nstage a\n  & b\n  & c\nstage d\n  - e\n      again -> a\n"
    assert "e -> fork-1 arrow 'again' loop" in links(read(text).journey)


def test_an_arrow_to_an_empty_stage_leads_to_what_follows_it() -> None:
    text = "journey: T\nstage a\n  - b\n      skip -> d\n  - c\nstage d\nstage e\n  - f\n"
    assert "b -> f arrow 'skip'" in links(read(text).journey)
    text = "journey: T\nstage a\n  - b\n      skip -> d\n  - c\nstage d\n"
    assert "b -> end arrow 'skip'" in links(read(text).journey)


def test_a_journey_without_steps_has_no_flow() -> None:
    journey = read("journey: T\nstage a\n").journey
    assert journey.links == ()
    assert journey.points == {}
    assert journey.stages[0].blocks == ()


def test_where_all_ways_lead_away_there_is_no_end() -> None:
    journey = read(HEAD + "  ? b\n      no -> leave\n      yes -> leave\n").journey
    assert list(journey.points) == ["start", "leave"]


WRONG: list[tuple[str, str, list[str]]] = [
    (
        "a step before the first stage",
        "journey: T\n- b\nstage a\n  - c\n",
        ["2:1-2 step-before-stage: This step stands before the first stage."],
    ),
    (
        "many steps before the first stage",
        "journey: T\n- b\n- c\n? d\nstage a\n  - e\n",
        ["2:1-2 step-before-stage: This step stands before the first stage."],
    ),
    (
        "an arrow to nowhere",
        HEAD + "  - b\n      no ->\n",
        ["4:10-12 answer-without-way: This arrow leads nowhere."],
    ),
    (
        "an answer with a target and steps",
        HEAD + "  ? b\n      no -> leave\n        - c\n      yes -> next\n",
        ["4:13-18 answer-with-two-ways: This arrow has a target and steps of its own."],
    ),
    (
        "two bare arrows",
        HEAD + "  - b\n      -> leave\n      -> end\n",
        ["5:7-9 two-bare-arrows: A second arrow without a label replaces the way that follows."],
    ),
    (
        "an arrow on a part",
        HEAD + "  & b\n      no -> leave\n  & c\n",
        ["4:7-18 arrow-on-part: A `&` line has no arrows, since all of them must happen."],
    ),
    (
        "an arrow to a part",
        HEAD + "  & b\n  & c\n  - d\n      again -> b\n",
        ["6:16-17 arrow-to-part: An arrow can’t lead to one of several that must all happen."],
    ),
    (
        "own steps of own steps",
        HEAD + "  | b\n    ? c\n      yes ->\n        - d\n      no -> next\n  | f\n",
        [
            "6:9-10 steps-too-deep: "
            "This step is a second level of steps of a way’s own; there is only one."
        ],
    ),
]


@pytest.mark.parametrize(("title", "text", "expected"), WRONG, ids=[c[0] for c in WRONG])
def test_what_stands_in_the_wrong_place(title: str, text: str, expected: list[str]) -> None:
    assert found(text) == expected
