"""What holds for every journey: the flow fits together, nothing raises, all of it is linear."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl.model.journey import Answer, Block, Journey, Meet, Run, Single
from journeyctl.model.measures import likely_way, total_range
from journeyctl.model.ways.ways import ways
from tests.generate import generate, journeys
from tests.reading import read


@settings(max_examples=20)
@given(journeys())
def test_a_valid_journey_fits_together(text: str) -> None:
    journey, findings = read(text)
    assert [one for one in findings if one.severity == "error"] == []
    check_flow(journey)
    assert set(spread(journey)) == {*journey.steps, *journey.points}
    numbers = [step.number for step in journey.steps.values()]
    assert numbers == list(range(1, len(numbers) + 1))


def check_flow(journey: Journey) -> None:
    """Every invariant of the flow that holds even where the text is full of errors."""
    ids = {*journey.steps, *journey.points}
    assert len(ids) == len(journey.steps) + len(journey.points)
    assert all(link.source in ids and link.target in ids for link in journey.links)
    drawn: list[str] = []
    answers: list[Answer] = []
    todo: list[Block] = [block for stage in journey.stages for block in stage.blocks]
    while todo:
        block = todo.pop()
        if isinstance(block, Meet):
            drawn.append(block.point)
            continue
        if isinstance(block, Run):
            drawn += [point for point in (block.fork, block.join) if point]
        for line in block.ways if isinstance(block, Run) else (block,):
            drawn.append(line.step)
            answers += line.answers
            todo += [one for answer in line.answers for one in answer.own]
            if not isinstance(line, Single):
                todo += line.own
    # Everything is drawn once, and each answer has a link of its own.
    assert Counter(drawn) == Counter(ids - {"start", "end", "leave"})
    indexes = [answer.link for answer in answers]
    assert len(set(indexes)) == len(indexes)
    assert all(journey.links[index].kind in ("answer", "arrow") for index in indexes)
    labelled = [i for i, link in enumerate(journey.links) if link.label]
    assert set(labelled) <= set(indexes)
    # All have a way out; only what ends has none.
    sources = {link.source for link in journey.links}
    assert sources == ids - {"end", "leave"}
    # Linear: each step brings a few links, its arrows one each.
    assert len(journey.links) <= 4 * len(journey.steps) + len(answers) + 1
    assert len(journey.points) <= 2 * len(journey.steps) + len(answers) + 3
    likely = likely_way(journey)
    assert len(set(likely)) == len(likely)
    assert set(likely) <= set(journey.steps)
    assert bool(likely) == bool(journey.steps)


def spread(journey: Journey) -> dict[str, bool]:
    """All that the start leads to."""
    reached = {"start": True}
    todo = ["start"]
    targets: dict[str, list[str]] = {}
    for link in journey.links:
        targets.setdefault(link.source, []).append(link.target)
    while todo:
        for target in targets.get(todo.pop(), []):
            if target not in reached:
                reached[target] = True
                todo.append(target)
    return reached


@settings(max_examples=6)
@given(journeys())
def test_the_same_text_is_the_same_journey(text: str) -> None:
    one, other = read(text), read(text)
    assert one.journey._replace(source=other.journey.source) == other.journey
    assert [finding.message for finding in one.findings] == [
        finding.message for finding in other.findings
    ]


PIECES = st.sampled_from(
    [
        *("\n  | x", "\n      - y", "\n      a ->", "\n      -> x", "\n  & z", "\nstage a"),
        *("\n- q", "\n  ? r", "\n  ~ s", "\n      b 20% -> leave", "\n        - t", "@it"),
        *(" 40%", "^end", "\nactor it", " ->", "\nstages: a > b", "\n      -> next"),
        *("\n      c -> start", "  ", "\n", "é"),
    ]
)


@settings(max_examples=35)
@given(journeys(stages=(1, 3), steps=(1, 5)), st.data())
def test_what_stands_is_resolved_whatever_is_wrong(text: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 12))):
        start = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        text = text[:start] + data.draw(PIECES) + text[start + cut :]
    journey, findings = read(text)
    check_flow(journey)
    total_range(journey)
    ways(journey)
    for finding in findings:
        assert finding.span is not None
        assert 0 <= finding.span.start <= finding.span.end <= len(text)


@settings(max_examples=20)
@given(st.text(max_size=300))
def test_any_text_is_resolved(text: str) -> None:
    check_flow(read(text).journey)


@pytest.mark.parametrize(
    "piece", ["  ~ s\n", "  | s\n  | t\n  & u\n  & v\n", "  ? s\n    a -> a\n    b -> next\n"]
)
def test_the_number_of_links_and_points_grows_with_the_length(piece: str) -> None:
    sizes = [len_of(f"journey: T\nstage a\n{piece * count}") for count in (100, 200, 400)]
    for least, middle, most in zip(*sizes, strict=True):
        assert most - middle == 2 * (middle - least)


def len_of(text: str) -> tuple[int, int]:
    journey = read(text).journey
    return len(journey.links), len(journey.points)


def test_thousands_of_steps() -> None:
    text = generate(Random(1), stages=(8, 8), steps=(200, 200))
    journey, findings = read(text)
    assert len(journey.steps) == 1600
    assert [one for one in findings if one.severity == "error"] == []
    check_flow(journey)


def test_indentation_as_deep_as_it_may_be() -> None:
    lines = "".join(" " * depth + "| s\n" for depth in range(2, 1200))
    journey = read(f"journey: T\nstage a\n{lines}").journey
    assert len(journey.steps) == 1198
    check_flow(journey)


def test_keys_under_a_line_that_is_not_understood_are_nobodys() -> None:
    journey = read("journey: T\nstge a\n  goal: x\n  - b\nstage c\n  - d\n").journey
    assert journey.facts.goal == ""
    assert [stage.key for stage in journey.stages] == ["c"]
