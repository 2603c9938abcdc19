"""The lanes view, measured on journeys that nobody tuned the layout to."""

from functools import cache
from random import Random

import pytest

from journeyctl.model.journey import Journey
from journeyctl.renderers.dot import dot
from journeyctl.themes import LIGHT
from journeyctl.views.drawing import Drawing, Path, Shape
from journeyctl.views.lanes.lanes import lacks
from tests.conftest import Golden
from tests.generate import generate
from tests.views import geometry
from tests.views.drawn import drawn, journey

RATIOS = (0.0, 0.7, 1.78, 4.0)


def told(seed: int) -> Journey:
    """A generated journey in which somebody takes part."""
    rng = Random(seed)
    while True:
        found = journey(generate(rng))
        if not lacks(found):
            return found


@cache
def cases() -> list[tuple[Journey, Drawing]]:
    """Generated journeys, each with its lanes at one of the ratios."""
    journeys = [told(seed) for seed in range(16)]
    return [
        (one, drawn(one, "lanes", ratio=RATIOS[at % len(RATIOS)]))
        for at, one in enumerate(journeys)
    ]


SMALL = """\
journey: Renting a bicycle
type: b2b
actor ana: Ana
  role: decider
  department: Office
actor ben: Ben
actor shop: The shop
  side: company

stage awareness
  - See it @ana #web :4
stage decision [2 days]
  ? Good price? @ana @ben
      no 20% -> See it
      yes 80% -> next
  - Sign @ana:5 @shop:3 #shop !
"""


def boxes(drawing: Drawing, role: str) -> list[Shape]:
    return [shape for shape in drawing.shapes if shape.role == role]


def bands(drawing: Drawing) -> list[Shape]:
    """The grounds of the lanes' names."""
    lanes = {group.id for group in drawing.groups if group.role == "lane"}
    return [
        shape for shape in drawing.shapes if shape.group in lanes and shape.id.endswith("-band")
    ]


def overlaps(one: Shape, other: Shape) -> bool:
    return one.y + 1 < other.y + other.height and other.y + 1 < one.y + one.height


def lanes_of(drawing: Drawing, box: Shape) -> set[str]:
    """The titles of the lanes that a box stands in: those whose names are beside it."""
    titles = {group.id: group.title for group in drawing.groups}
    return {titles[name.group] for name in bands(drawing) if overlaps(name, box)}


def lines(drawing: Drawing) -> list[list[Path]]:
    """The lines of each link, in the order of the journey's links."""
    by_group: dict[str, list[Path]] = {
        group.id: [] for group in drawing.groups if group.id.startswith("link-")
    }
    for path in drawing.paths:
        if path.group in by_group:
            by_group[path.group].append(path)
    return list(by_group.values())


def test_nothing_lies_on_anything_else() -> None:
    for number, (one, drawing) in enumerate(cases()):
        where = f"case {number}"
        assert geometry.through_boxes(drawing) == [], where
        assert geometry.overlapping_texts(drawing) == [], where
        assert geometry.overlapping_boxes(drawing) == [], where
        assert geometry.spilled_texts(drawing) == [], where
        groups = [group.id for group in drawing.groups if group.id.startswith("link-")]
        ends = {
            name: (link.source, link.target) for name, link in zip(groups, one.links, strict=True)
        }
        assert geometry.shared_stretches(drawing, ends) == [], where
    assert sum(len(drawing.paths) for _, drawing in cases()) > 1000


def test_every_step_stands_in_the_lanes_of_its_people() -> None:
    stubs = 0
    for one, drawing in cases():
        own = boxes(drawing, "card")
        assert [shape.group for shape in own] == [
            group.id for group in drawing.groups if group.role == "step"
        ]
        assert len(own) == len(one.steps)
        for step in one.steps.values():
            taking = {one.people[each.person].label for each in step.people}
            behind = {one.people[key].label for back in step.backstage for key in back.people}
            drawn_boxes = [
                shape
                for shape in drawing.shapes
                if (shape.role == "card" and shape.group == f"step-{step.id}")
                or (shape.role == "stub" and shape.group.startswith(f"stub-{step.id}-in-"))
            ]
            stubs += len(drawn_boxes) - 1
            lanes = set().union(*(lanes_of(drawing, shape) for shape in drawn_boxes))
            if taking:
                assert lanes == taking | behind, step.id
            else:
                assert len(lanes - behind) <= 1, step.id
                assert behind <= lanes
    assert stubs > 20


def test_every_link_goes_from_its_box_to_its_other() -> None:
    seen = 0
    for one, drawing in cases():
        places = {
            shape.group.removeprefix("step-").removeprefix("point-"): shape
            for shape in drawing.shapes
            if shape.role in ("card", "fork", "join", "meet", "start")
        }
        for link, paths in zip(one.links, lines(drawing), strict=True):
            assert 1 <= len(paths) <= 2
            first, last = paths[0].points[0], paths[-1].points[-1]
            source = places[link.source]
            assert first[0] == pytest.approx(source.x + source.width, abs=0.02)
            assert source.y <= first[1] <= source.y + source.height
            if len(paths) == 2:
                label = next(
                    shape
                    for shape in drawing.shapes
                    if shape.role == "label" and shape.group == paths[0].group
                )
                assert paths[0].points[-1][0] == pytest.approx(label.x, abs=0.02)
                assert paths[1].points[0][0] == pytest.approx(label.x + label.width, abs=0.02)
            targets = [places[link.target]] if link.target in places else []
            targets = targets or boxes(drawing, link.target)
            assert any(
                last[0] == pytest.approx(target.x, abs=0.02)
                and target.y <= last[1] <= target.y + target.height
                for target in targets
            ), link
            seen += 1
    assert seen > 500


def test_the_company_is_below_the_line_of_interaction() -> None:
    seen = 0
    for one, drawing in cases():
        sides = {person.label: person.side for person in one.people.values()}
        titles = {group.id: group.title for group in drawing.groups}
        rules = [path for path in drawing.paths if path.group.startswith("line-of-interaction")]
        heights = sorted({path.points[0][1] for path in rules})
        names = bands(drawing)
        count = len({titles[name.group] for name in names})
        for first in range(0, len(names), count):
            band = names[first : first + count]
            customers = [sides.get(titles[name.group], "customer") == "customer" for name in band]
            top, bottom = band[0].y, band[-1].y + band[-1].height
            within = [height for height in heights if top < height < bottom]
            assert len(within) == (1 if len(set(customers)) == 2 else 0)
            if within:
                assert customers == [name.y < within[0] for name in band]
                seen += 1
    assert seen > 5


def test_wanted_proportions_are_come_near_to() -> None:
    text = "journey: Long\n" + "".join(
        f"stage s{stage}\n" + "".join(f"  - Do {stage} {step} @p{step % 3}\n" for step in range(2))
        for stage in range(16)
    )
    for ratio in (0.7, 1.3, 1.8):
        drawing = drawn(journey(text), "lanes", ratio=ratio)
        assert ratio / 1.5 < drawing.width / drawing.height < ratio * 1.5
    upright = drawn(journey(text), "lanes", direction="down")
    assert upright.width < upright.height < drawn(journey(text), "lanes").width


def test_a_stage_that_is_too_long_is_broken() -> None:
    steps = "".join(f"  - Do thing {number} @ana\n" for number in range(40))
    drawing = drawn(journey(f"journey: One stage\nstage s\n{steps}"), "lanes")
    assert len(boxes(drawing, "heading")) > 2
    assert drawing.width / drawing.height < 3


def test_many_people_share_the_lanes_of_their_departments() -> None:
    people = "".join(
        f"actor p{number}: Person {number}\n  department: {'AB'[number % 2]}\n"
        for number in range(10)
    )
    steps = "".join(f"  - Do thing {number} @p{number}\n" for number in range(10))
    drawing = drawn(journey(f"journey: Ten\n{people}stage s\n{steps}"), "lanes")
    names = {group.title for group in drawing.groups if group.role == "lane"}
    assert len(names) == 2
    assert any(name.startswith("A, Person 0, Person 2") for name in names)
    chips = [shape.text.lines for shape in boxes(drawing, "person") if shape.text]
    assert ("Person 7",) in chips


def test_steps_of_nobody_are_the_customers() -> None:
    head = "journey: Some\nactor a: Ana\nactor b: Ben\nactor c: Clerk\n  side: company\n"
    both = drawn(journey(f"{head}stage s\n  - One @a @c\n  - Two @b\n  - Three\n"), "lanes")
    names = [group.title for group in both.groups if group.role == "lane"]
    assert names[:4] == ["Customer", "Ana", "Ben", "Clerk"]
    alone = drawn(journey(f"{head}stage s\n  - One @a @c\n  - Three\n"), "lanes")
    assert [group.title for group in alone.groups if group.role == "lane"] == ["Ana", "Clerk"]


def test_what_is_done_backstage_stands_in_the_lane_of_those_who_do_it() -> None:
    drawing = drawn(
        journey(
            "journey: Behind\nactor a: Ana\nactor c: Clerk\n  side: company\nstage s\n"
            "  - Ask @a\n      backstage: Look it up @c\n"
            "  - Meet @a @c\n      backstage: Take notes @c\n"
        ),
        "lanes",
    )
    titles = [group.title for group in drawing.groups if group.id.startswith("stub-")]
    assert titles == ["Look it up (Clerk)", "Meet (Clerk)"]
    stubs = [shape for shape in boxes(drawing, "stub") if shape.group.startswith("stub-")]
    assert [shape.fill for shape in stubs] == [LIGHT.company, LIGHT.card]
    told = [
        shape.text.lines for shape in drawing.shapes if shape.group == stubs[1].group and shape.text
    ]
    assert told == [("Meet", "+ Take notes")]


def test_what_it_lacks() -> None:
    assert "stages" in lacks(journey("journey: Empty\n"))
    assert "person" in lacks(journey("journey: Nobody\nstage s\n  - See it\n"))
    assert lacks(journey(SMALL)) == ""


def test_a_small_one(golden: Golden) -> None:
    golden("views/lanes/small.dot", dot(drawn(journey(SMALL), "lanes")))
