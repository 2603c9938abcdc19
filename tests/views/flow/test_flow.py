"""The flow view, measured on journeys that nobody tuned the layout to."""

from functools import cache
from itertools import pairwise
from random import Random

import pytest

from journeyctl.model.journey import Journey
from journeyctl.themes import LIGHT, contrast
from journeyctl.views.drawing import Drawing, Shape
from journeyctl.views.setting import Direction
from tests.generate import generate
from tests.views import geometry
from tests.views.drawn import drawn, journey

SEEDS = range(14)
DIRECTIONS: tuple[Direction, ...] = ("right", "down")


@cache
def generated(seed: int, direction: Direction = "right") -> tuple[Journey, Drawing]:
    told = journey(generate(Random(seed)))
    return told, drawn(told, direction=direction)


def roles(drawing: Drawing, role: str) -> list[Shape]:
    return [shape for shape in drawing.shapes if shape.role == role]


def link_groups(drawing: Drawing) -> list[str]:
    return [group.id for group in drawing.groups if group.id.startswith("link-")]


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_nothing_lies_on_anything_else(direction: Direction) -> None:
    seen = 0
    for seed in SEEDS:
        told, drawing = generated(seed, direction)
        where = f"seed {seed}"
        assert geometry.through_boxes(drawing) == [], where
        assert geometry.overlapping_texts(drawing) == [], where
        assert geometry.overlapping_boxes(drawing) == [], where
        assert geometry.spilled_texts(drawing) == [], where
        names = link_groups(drawing)
        assert len(names) == len(told.links), where
        ends = {
            name: (link.source, link.target) for name, link in zip(names, told.links, strict=True)
        }
        assert geometry.shared_stretches(drawing, ends) == [], where
        seen += len(drawing.paths)
    assert seen > 1000


def mutated(rng: Random) -> str:
    """A generated journey with lines lost, doubled, moved, indented or marked anew."""
    lines = generate(rng, stages=(1, 4), steps=(1, 5)).split("\n")
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(lines))
        other = rng.randrange(len(lines))
        change = rng.randrange(6)
        if change == 0 and len(lines) > 1:
            del lines[at]
        elif change == 1:
            lines.insert(at, lines[other])
        elif change == 2:
            lines[at] = " " * rng.randint(0, 8) + lines[at].strip()
        elif change == 3:
            lines[at] = lines[at].replace("-", rng.choice("~|&?"), 1)
        elif change == 4:
            lines.insert(at, "   " + rng.choice(("-> end", "-> leave", "yes -> end", "20% ->")))
        else:
            lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines)


def test_what_is_wrong_is_drawn_as_well_as_it_stands() -> None:
    for seed in range(40):
        told = journey(mutated(Random(seed)))
        drawing = drawn(told)
        where = f"seed {seed}"
        assert geometry.through_boxes(drawing) == [], where
        assert geometry.overlapping_texts(drawing) == [], where
        assert geometry.overlapping_boxes(drawing) == [], where
        assert geometry.spilled_texts(drawing) == [], where
        lined = {path.group for path in drawing.paths}
        assert len(link_groups(drawing)) == len(told.links), where
        assert [name for name in link_groups(drawing) if name not in lined] == [], where


def test_a_journey_that_may_be_left_out_whole_is_drawn() -> None:
    told = journey("journey: A\nstage one\n  ~ See it\nstage two\n")
    drawing = drawn(told)
    assert "link-start-end" in link_groups(drawing)


def test_every_step_and_every_link_is_drawn_once() -> None:
    for seed in SEEDS:
        told, drawing = generated(seed)
        cards = [shape.group for shape in roles(drawing, "card")]
        assert cards == [f"step-{id}" for id in told.steps]
        lined = {path.group for path in drawing.paths}
        assert [name for name in link_groups(drawing) if name not in lined] == []


def test_headings_are_columns_of_one_height_and_start() -> None:
    even = 0
    for seed in SEEDS:
        told, drawing = generated(seed)
        for role in ("heading", "panel"):
            shapes = roles(drawing, role)
            assert len(shapes) == len(told.stages)
            assert len({(shape.y, shape.height) for shape in shapes}) == 1
        headings = roles(drawing, "heading")
        lefts = [heading.x for heading in headings]
        steps = {round(b - a, 1) for a, b in pairwise(lefts)}
        starts_inside = any(link.source == "start" for link in told.links)
        assert lefts == sorted(lefts)
        if len({heading.width for heading in headings}) == 1:
            assert len(steps) <= (2 if starts_inside else 1)
            even += 1
    assert even > len(SEEDS) / 2


def test_the_picture_fits_a_slide() -> None:
    """4 to 6 stages of up to 8 steps are between 1.2 and 2.6 times as wide as high."""
    for stages in (4, 5, 6):
        for steps in ((1, 1), (1, 3), (2, 8), (8, 8)):
            for seed in range(4):
                text = generate(Random(seed), stages=(stages, stages), steps=steps)
                drawing = drawn(journey(text))
                ratio = drawing.width / drawing.height
                assert 1.2 <= ratio <= 2.6, (stages, steps, seed)


def test_down_is_upright_for_a_page() -> None:
    for seed in range(12):
        text = generate(Random(seed), stages=(4, 8), steps=(2, 8))
        drawing = drawn(journey(text), direction="down")
        assert drawing.height > drawing.width, seed


def test_few_stages_of_many_steps_are_broken_into_columns() -> None:
    broken = 0
    for stages, steps in ((1, 30), (2, 24), (3, 20)):
        for seed in range(2):
            text = generate(Random(seed), stages=(stages, stages), steps=(steps, steps))
            told = journey(text)
            drawing = drawn(told)
            where = (stages, seed)
            assert 1.2 <= drawing.width / drawing.height <= 2.6, where
            assert geometry.through_boxes(drawing) == [], where
            assert geometry.overlapping_texts(drawing) == [], where
            assert geometry.overlapping_boxes(drawing) == [], where
            assert geometry.spilled_texts(drawing) == [], where
            panels = roles(drawing, "panel")
            cards = [shape for shape in roles(drawing, "card") if shape.role == "card"]
            assert all(
                any(geometry.inside(geometry.box(card), geometry.box(panel)) for panel in panels)
                for card in cards
            ), where
            broken += len({round(card.x) for card in cards}) > 4 * stages
    assert broken > 3


def test_a_break_stands_where_a_block_begins() -> None:
    """Whole runs and questions are kept together while the columns come out even."""
    text = "journey: A\nstage one\n" + "".join(
        f"  - Step {number}\n  & Part {number}a\n  & Part {number}b\n" for number in range(12)
    )
    drawing = drawn(journey(text))
    cards = {shape.group: shape for shape in roles(drawing, "card")}
    columns = set()
    for number in range(12):
        one, other = (cards[f"step-part-{number}{letter}"] for letter in "ab")
        assert one.x == other.x
        columns.add(one.x)
    assert len(columns) > 2


@pytest.mark.parametrize("ratio", [16 / 9, 1.414, 0.707])
def test_a_ratio_is_heeded(ratio: float) -> None:
    """From one step to 8 stages of 12, a picture is within a quarter of what is asked for."""
    for stages, least, most in (
        (1, 1, 3),
        (1, 12, 12),
        (2, 4, 8),
        (4, 1, 3),
        (6, 4, 8),
        (8, 12, 12),
    ):
        text = generate(Random(stages), stages=(stages, stages), steps=(least, most))
        drawing = drawn(journey(text), ratio=ratio)
        found = drawing.width / drawing.height / ratio
        assert 0.75 <= found <= 1.25, (stages, most, found)
        assert geometry.through_boxes(drawing) == [], (stages, most)


def test_texts_keep_their_contrast() -> None:
    """Every text against what it stands on, WCAG AA: 4.5 to 1."""
    checked = 0
    for seed in range(6):
        _, drawing = generated(seed)
        grounds: list[Shape] = []
        for shape in drawing.shapes:
            for one in geometry.ink(shape):
                fill = drawing.background
                for ground in [*grounds, shape]:
                    if ground.fill != "none" and geometry.overlap(one, geometry.box(ground)):
                        fill = ground.fill
                assert shape.text is not None
                ratio = contrast(shape.text.colour, fill)
                assert ratio >= 4.5, (shape.id, shape.text.colour, fill, ratio)
                checked += 1
            grounds.append(shape)
    assert checked > 500


def test_lines_and_frames_are_seen() -> None:
    """What is no text but must be told apart: 3 to 1 against white (WCAG 1.4.11)."""
    for colour in (LIGHT.flow, LIGHT.loop, LIGHT.jump, LIGHT.moment, LIGHT.leave, LIGHT.card_line):
        assert contrast(colour, LIGHT.background) >= 3.0, colour


def test_only_what_occurs_is_explained() -> None:
    plain = drawn(journey("journey: A\nstage one\n  - See it\n  - Buy it\n"))
    legend = [group.id for group in plain.groups if group.role == "legend-item"]
    assert legend == ["legend-start", "legend-end"]
    rich = drawn(
        journey(
            "journey: A\nstage one\n  | See it @ann #web :4 !\n  | Hear of it\n"
            "  ~ Ask\n  ? Good?\n    no -> leave\n    again -> one\n    yes -> next\n"
            "  & Sign\n  & Pay\n"
        )
    )
    legend = [group.id for group in rich.groups if group.role == "legend-item"]
    assert legend == [
        "legend-start",
        "legend-way",
        "legend-part",
        "legend-optional",
        "legend-skip",
        "legend-question",
        "legend-moment",
        "legend-person",
        "legend-channel",
        "legend-feeling",
        "legend-loop",
        "legend-leave",
        "legend-end",
    ]


def test_a_way_that_skips_ahead_is_explained() -> None:
    told = journey(
        "journey: A\nstage one\n  - See it\n      in a hurry -> three\n"
        "stage two\n  - Ask\nstage three\n  - Buy it\n"
    )
    drawing = drawn(told)
    assert "legend-jump" in [group.id for group in drawing.groups]
    assert [path.group for path in drawing.paths if path.stroke == LIGHT.jump] == [
        "link-see-it-buy-it",
        "legend-jump",
    ]


def test_a_way_past_a_step_is_not_hidden_by_the_way_to_it() -> None:
    told = journey("journey: A\nstage a\n  - Wake\nstage b\n  ~ Rest\n  - Go home\n")
    lines = {path.group: path.points for path in drawn(told).paths}
    through, past = lines["link-wake-rest"], lines["link-wake-go-home"]
    assert {x for x, _ in through[1:-1]}.isdisjoint(x for x, _ in past[1:-1])
    assert {y for _, y in through}.isdisjoint(y for _, y in past)


def test_names_that_are_wider_than_their_card_are_told_whole() -> None:
    name = "Everybody of the procurement department who was asked " * 3
    told = journey(
        f"journey: A\nactor all: {name}\nchannel web: {name}\nstage one\n  - See it @all:4 #web\n"
    )
    drawing = drawn(told)
    for role in ("person-text", "channel-text"):
        (text,) = [shape.text for shape in roles(drawing, role) if shape.group == "step-see-it"]
        assert text is not None
        assert " ".join(text.lines).split() == name.split()
    assert geometry.spilled_texts(drawing) == []
    assert geometry.overlapping_texts(drawing) == []


def test_a_share_stands_behind_an_answer_from_right_to_left_as_behind_others() -> None:
    told = journey("stage one\n  ? See it?\n    نعم 70% -> next\n    no 30% -> leave\n  - Buy it\n")
    labels = [shape.text.lines for shape in roles(drawn(told), "label-text") if shape.text]
    assert labels == [("\u2067نعم\u2069 · 70%",), ("no · 30%",)]


def test_hostile_labels_stay_in_their_cards() -> None:
    labels = (
        "W" * 200,
        "你好世界" * 30,
        "สวัสดีชาวโลก" * 12,
        "مرحبا بالعالم " * 10,
        "👩‍👩‍👧‍👦🎉" * 25,
        "i" * 400,
        "a-b/c " * 60,
    )
    text = "journey: " + "T" * 300 + "\nstage one\n"
    text += "".join(f"  - {label} @{'p' * 60} #{'c' * 60} :3\n" for label in labels)
    drawing = drawn(journey(text))
    assert len(roles(drawing, "card")) == len(labels)
    assert geometry.spilled_texts(drawing) == []
    assert geometry.overlapping_texts(drawing) == []


@pytest.mark.parametrize(
    "text",
    ["", "journey: Only a title\n", "stage one\nstage two\n", "- a step without a stage\n"],
)
def test_what_stands_is_drawn(text: str) -> None:
    drawing = drawn(journey(text))
    assert drawing.width > 0
    assert drawing.height > 0
    assert geometry.spilled_texts(drawing) == []
