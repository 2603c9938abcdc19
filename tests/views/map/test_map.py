"""The map, measured on journeys that nobody tuned it to."""

from collections import Counter
from functools import cache
from random import Random

import pytest

from journeyctl.model.journey import Journey, Stage, Step
from journeyctl.model.measures import likely_way
from journeyctl.renderers.dot import dot
from journeyctl.views.drawing import Drawing, Shape
from journeyctl.views.map.curve import on
from journeyctl.views.map.rows import ROWS
from tests.conftest import Golden
from tests.stress import stress
from tests.views import geometry
from tests.views.drawn import drawn, journey
from tests.views.map.rich import rich

SEEDS = range(14)
SMALL = """\
journey: A coffee machine
metric: Returns = 3% target < 5%
actor ann: Ann
  role: decider
actor joe: Joe
  side: company
stage awareness
  goal: Be seen
  | See an ad #web :3 40%
  | Hear of it :5 60%
stage purchase
  - Pay @ann:2 @joe #shop !
      quote: So dear!
      pain: No card @joe
      idea: Take cards
      system: till
      metric: Queue = 9 min target <= 5 min
  ? Happy?
    yes -> next
    no -> leave
  ~ Write a review :4
      backstage: Answer it @joe [1 day]
"""


@cache
def told(seed: int) -> Journey:
    return journey(rich(Random(seed)))


@cache
def mapped(seed: int) -> Drawing:
    return drawn(told(seed), "map", direction="down" if seed % 4 == 3 else "right")


def of(drawing: Drawing, role: str) -> list[Shape]:
    return [shape for shape in drawing.shapes if shape.role == role]


def groups(drawing: Drawing, *roles: str) -> list[str]:
    return [group.title for group in drawing.groups if group.role in roles]


def misplaced(drawing: Drawing) -> list[str]:
    """Each text outside its card, its chip, its column or the page; each card outside a column."""
    cards = {shape.group: shape for shape in of(drawing, "card")}
    stages = {group.id for group in drawing.groups if group.role == "stage"}
    columns = [
        geometry.box(one) for one in drawing.shapes if one.group in stages and one.role == "panel"
    ]
    page = (0.0, 0.0, drawing.width, drawing.height)
    tiles = {group.id for group in drawing.groups if group.id.startswith("metric-journey")}
    found = []
    for shape in drawing.shapes:
        holder = cards.get(shape.group)
        around = geometry.box(holder) if holder and holder is not shape else page
        for ink in geometry.ink(shape):
            if not geometry.inside(ink, around):
                found.append(f"{shape.id} out of its card")
            if shape.form not in ("text", "diamond") and not geometry.inside(
                ink, geometry.box(shape)
            ):
                found.append(f"{shape.id} out of its frame")
        if not geometry.inside(geometry.box(shape), around):
            found.append(f"{shape.id} sticks out")
        held = any(geometry.inside(geometry.box(shape), column) for column in columns)
        if shape is holder and shape.group not in tiles and not held:
            found.append(f"{shape.id} out of its column")
    return found


def test_nothing_lies_on_anything_else() -> None:
    seen = 0
    for seed in SEEDS:
        drawing = mapped(seed)
        where = f"seed {seed}"
        assert geometry.overlapping_texts(drawing) == [], where
        assert geometry.overlapping_boxes(drawing) == [], where
        assert misplaced(drawing) == [], where
        seen += len(of(drawing, "card"))
    assert seen > 400


def test_all_that_the_journey_says_is_there_once() -> None:
    seen: Counter[str] = Counter()
    for seed in SEEDS:
        journey, drawing = told(seed), mapped(seed)
        steps = list(journey.steps.values())
        places: list[Stage | Step] = [*journey.stages, *steps]
        texts = {
            "pain": [one.text for place in places for one in place.pains],
            "idea": [one.text for place in places for one in place.ideas],
            "content": [one for place in places for one in place.content],
            "metric": [
                one.name
                for metrics in (journey.facts.metrics, *(place.metrics for place in places))
                for one in metrics
            ],
            "step": [one.label for one in steps],
            "backstage": [one.label for step in steps for one in step.backstage],
        }
        for role, said in texts.items():
            titles = groups(drawing, role)
            assert len(titles) == len(said), (seed, role)
            assert all(any(one in title for title in titles) for one in said), (seed, role)
            seen[role] += len(said)
        quotes = [one for step in steps for one in step.quotes]
        titles = [title for title in groups(drawing, "quote", "callout") if "“" in title]
        assert len(titles) == len(quotes), seed
        seen["quote"] += len(quotes)
    assert min(seen.values()) > 10, seen


def test_no_word_is_cut() -> None:
    """A cell of twenty long pains grows; it hides nothing."""
    pains = "\n".join(
        f"    pain: {number} {'too slow and dear ' * number}end" for number in range(20)
    )
    told = journey(f"journey: A\nstage one\n  - See it\n{pains}\nstage two\n  - Buy it\n")
    drawing = drawn(told, "map")
    texts = [
        " ".join(shape.text.lines)
        for shape in drawing.shapes
        if shape.group.startswith("pain") and shape.text and shape.form == "text"
    ]
    assert texts == [pain.text for pain in told.steps["see-it"].pains]
    assert misplaced(drawing) == []


def test_every_feeling_of_the_customer_is_a_point_on_its_level() -> None:
    seen = 0
    for seed in SEEDS:
        drawing = mapped(seed)
        discs = {
            shape.group: shape
            for shape in of(drawing, "feeling")
            if shape.group.startswith("feeling-")
        }
        felt = [
            step
            for step in told(seed).steps.values()
            if step.mood is not None and step.side != "company"
        ]
        assert [f"feeling-{step.id}" for step in felt] == list(discs)
        cards = {shape.group: shape for shape in of(drawing, "card")}
        for step in felt:
            disc, card = discs[f"feeling-{step.id}"], cards[f"step-{step.id}"]
            middle = disc.x + disc.width / 2
            assert middle == pytest.approx(card.x + card.width / 2, abs=0.1)
        bands = Counter(shape.y for shape in of(drawing, "feeling") if shape.group == "levels")
        assert all(count == 1 for count in bands.values())
        seen += len(felt)
    assert seen > 100


def test_the_curve_joins_the_points_of_the_likeliest_way() -> None:
    seen = dashed = 0
    for seed in SEEDS:
        drawing, journey = mapped(seed), told(seed)
        likely = set(likely_way(journey))
        way = [
            step
            for step in journey.steps.values()
            if step.id in likely and step.mood is not None and step.side != "company"
        ]
        discs = {shape.group: shape for shape in of(drawing, "feeling")}
        middles = {
            (round(disc.x + disc.width / 2, 1), round(disc.y + disc.height / 2, 1))
            for disc in (discs[f"feeling-{step.id}"] for step in way)
        }
        curve = [path for path in drawing.paths if path.role in ("curve", "gap")]
        ends = {(round(x, 1), round(y, 1)) for path in curve for x, y in path.points[::3]}
        if len(way) > 1:
            assert all(
                any(abs(x - ax) < 0.3 and abs(y - ay) < 0.3 for ax, ay in ends) for x, y in middles
            ), seed
        for path in curve:
            assert path.bezier
            assert len(path.points) % 3 == 1
            assert (path.line == "dashed") == (path.role == "gap")
            for at in range(0, len(path.points) - 1, 3):
                heights = [y for _, y in path.points[at : at + 4]]
                low, high = sorted((heights[0], heights[-1]))
                assert low - 0.02 <= min(heights), seed
                assert max(heights) <= high + 0.02, seed
        seen += len(curve)
        dashed += sum(path.role == "gap" for path in curve)
    assert dashed > 10
    assert seen - dashed > 10


def test_people_who_do_not_feel_alike_have_a_dot_each() -> None:
    told = journey(
        "journey: A\nactor eve: Eve\n  side: company\nactor ann: Ann\nactor joe: Joe\n"
        "stage one\n  - See it @ann:5 @joe:2 @eve:1\n  - Ask @ann @joe :4\n  - Buy it @eve :1\n"
    )
    drawing = drawn(told, "map")
    marks = {shape.id: shape.y + shape.height / 2 for shape in of(drawing, "feeling")}
    dots = [shape for shape in of(drawing, "dot") if shape.group == "feeling-see-it"]
    heights = [shape.y + shape.height / 2 for shape in dots]
    assert heights == pytest.approx([marks["levels-mark-2"], marks["levels-mark-5"]], abs=0.02)
    assert "Ann 5, Joe 2" in groups(drawing, "feeling")[0]
    assert [shape.group for shape in of(drawing, "dot") if "legend" not in shape.group] == [
        "feeling-see-it"
    ] * 2
    assert marks["levels-mark-5"] < marks["feeling-see-it-mood"] < marks["levels-mark-3"]


def test_what_is_said_at_the_curve_covers_nothing_of_it() -> None:
    seen = 0
    for seed in range(24):
        drawing = drawn(journey(loud(seed)), "map")
        callouts = {group.id for group in drawing.groups if group.role == "callout"}
        boxes = [geometry.box(shape) for shape in of(drawing, "card") if shape.group in callouts]
        curve = [
            on(path.points[at : at + 4], number / 10)
            for path in drawing.paths
            if path.bezier
            for at in range(0, len(path.points) - 1, 3)
            for number in range(11)
        ]
        marks = [
            geometry.box(shape) for shape in drawing.shapes if shape.group.startswith("feeling-")
        ]
        for box in boxes:
            assert not any(box[0] < x < box[2] and box[1] < y < box[3] for x, y in curve), seed
            assert not any(geometry.overlap(box, one) for one in marks), seed
        assert geometry.overlapping_texts(drawing) == [], seed
        assert misplaced(drawing) == [], seed
        seen += len(boxes)
    assert seen > 40


def loud(seed: int) -> str:
    """A journey in which every second step is a moment of truth that somebody talks about."""
    rng = Random(seed)
    lines = ["journey: Loud"]
    for stage in range(rng.randint(2, 3)):
        lines.append(f"stage number-{stage}")
        for step in range(rng.randint(1, 4)):
            star = rng.choice(("", " !"))
            lines.append(f"  - Step {stage} {step} :{rng.randint(1, 5)}{star}")
            lines.append(f"      quote: {'Is anybody there at all? ' * rng.randint(1, 5)}")
    return "\n".join(lines)


def test_rows_are_chosen_and_ordered() -> None:
    told = journey(rich(Random(1), stages=(4, 4)))
    for rows in (("pains", "steps"), ("feeling",), ROWS[::-1]):
        drawing = drawn(told, "map", rows=rows, ratio=9.0)
        shown = shown_rows(drawing)
        assert shown == [row for row in rows if row in shown]
        assert len(shown) >= min(len(rows), 8)
        tops = [shape.y for shape in of(drawing, "panel") if shape.id.endswith("-band")]
        assert tops == sorted(tops)
        assert misplaced(drawing) == []


def test_only_rows_that_have_something_are_shown() -> None:
    plain = drawn(journey("journey: A\nstage one\n  - See it\n"), "map")
    assert shown_rows(plain) == ["steps"]
    seen: dict[str, None] = {}
    for seed in SEEDS:
        seen.update(dict.fromkeys(shown_rows(mapped(seed))))
    assert sorted(seen) == sorted(ROWS)


def shown_rows(drawing: Drawing) -> list[str]:
    """The rows of the first band."""
    ids = [group.id for group in drawing.groups if group.role == "row"]
    return [id.removeprefix("row-") for id in ids if id.removeprefix("row-") in ROWS]


def test_what_the_customer_does_not_see_is_below_the_line() -> None:
    told = journey(
        "journey: A\nactor ann: Ann\n  side: company\nactor joe: Joe\nstage one\n"
        "  - Ask @joe\n      backstage: Look it up @ann\n  - Pack it @ann\n"
    )
    drawing = drawn(told, "map")
    line = next(path for path in drawing.paths if path.group == "line-of-visibility")
    tops = {shape.group: shape.y for shape in of(drawing, "card")}
    assert tops["step-ask"] < line.points[0][1] < tops["backstage-ask"]
    assert line.points[0][1] < tops["step-pack-it"]
    # Without that row its steps stand among the others.
    alone = drawn(told, "map", rows=("steps",))
    assert [shape.group for shape in of(alone, "card")] == ["step-ask", "step-pack-it"]


def test_it_fits_the_page_that_is_asked_for() -> None:
    for seed in (3, 5, 8):
        told = journey(rich(Random(seed), stages=(4, 6), steps=(2, 6)))
        ratios = []
        for ratio in (0.7, 1.4, 16 / 9, 2.6):
            drawing = drawn(told, "map", ratio=ratio)
            ratios.append(drawing.width / drawing.height)
            assert ratio / 1.45 < ratios[-1] < ratio * 1.45, (seed, ratio)
        assert ratios == sorted(ratios)


def test_it_is_read_from_the_top() -> None:
    """The groups come in the order of reading: the title, the stages, then row by row."""
    drawing = drawn(journey(SMALL), "map")
    roles = [group.role for group in drawing.groups]
    order = ("title", "metric", "stage", "step", "feeling", "callout", "pain", "idea", "backstage")
    assert sorted((*order, "legend"), key=roles.index) == [*order, "legend"]
    assert all(group.title for group in drawing.groups if group.role != "axis")


def test_a_journey_of_everything_stays_in_its_frames() -> None:
    drawing = drawn(journey(stress()), "map")
    assert misplaced(drawing) == []
    assert geometry.overlapping_texts(drawing) == []
    assert geometry.overlapping_boxes(drawing) == []


@pytest.mark.parametrize(
    "text",
    ["journey: Only a title\nstage one\n", "stage one\nstage two\n  - See it :3\n"],
)
def test_what_stands_is_drawn(text: str) -> None:
    drawing = drawn(journey(text), "map")
    assert misplaced(drawing) == []
    assert drawing.width > drawing.height > 0


def test_a_small_one(golden: Golden) -> None:
    golden("views/map/small.dot", dot(drawn(journey(SMALL), "map")))
