"""Journeys beside each other as a picture."""

from itertools import combinations
from pathlib import Path
from random import Random

import pytest

from journeyctl.model.journey import Journey
from journeyctl.themes import BUILT_IN, built_in
from journeyctl.views.beside import beside
from journeyctl.views.beside.curves import look
from journeyctl.views.drawing import Drawing
from journeyctl.views.setting import Direction, setting_for
from tests.generate import generate
from tests.views import geometry
from tests.views.drawn import journey

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.journey"))
DIRECTIONS: tuple[Direction, ...] = ("right", "down")


def drawn(*told: Journey, direction: Direction = "right", theme: str = "light") -> Drawing:
    setting = setting_for(told[0])._replace(direction=direction, theme=built_in(theme))
    return beside.draw(told, setting)


def faults(drawing: Drawing) -> list[str]:
    """Texts on one another, out of their cards or off the page, and cards on one another."""
    cards = {s.group: geometry.box(s) for s in drawing.shapes if s.role in ("card", "heading")}
    found = geometry.overlapping_texts(drawing) + geometry.overlapping_boxes(drawing)
    page = (0.0, 0.0, drawing.width, drawing.height)
    for shape in drawing.shapes:
        for one in geometry.ink(shape):
            held = cards.get(shape.group, page)
            if not geometry.inside(one, held):
                found.append(f"{shape.id} out of its box")
        if not geometry.inside(geometry.box(shape), page):
            found.append(f"{shape.id} off the page")
    return found


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_nothing_lies_on_anything_else(direction: Direction) -> None:
    for seed in range(4):
        rng = Random(seed)
        told = [journey(generate(rng, steps=(1, 8))) for _ in range(2 + seed % 2)]
        assert faults(drawn(*told, direction=direction)) == [], seed


def test_the_samples_beside_each_other() -> None:
    told = [journey(path.read_text()) for path in SAMPLES]
    for one, other in list(combinations(told, 2))[::9]:
        assert faults(drawn(one, other)) == []


def test_every_step_of_every_journey_is_there_once() -> None:
    one, other = (journey(generate(Random(seed))) for seed in (3, 4))
    steps = [group.id for group in drawn(one, other).groups if group.role == "step"]
    assert sorted(steps) == sorted(
        [
            *(f"journey-1-step-{id}" for id in one.steps),
            *(f"journey-2-step-{id}" for id in other.steps),
        ]
    )


def test_what_is_the_same_stands_in_one_column() -> None:
    classic = "journey: C\nmodel: classic\n" + "".join(
        f"stage {key}\n  - {key} it :3\n"
        for key in ("awareness", "consideration", "decision", "retention-referral")
    )
    business = "journey: B\ntype: b2b\n" + "".join(
        f"stage {key}\n  - {key} it :4\n"
        for key in (
            "awareness", "consideration", "decision", "purchase", "post-purchase", "loyalty",
        )
    )  # fmt: skip
    drawing = drawn(journey(classic), journey(business))
    cells = {s.group: s for s in drawing.shapes if s.role == "panel" and "cell" in s.id}
    for at in (1, 2, 3):
        assert cells[f"journey-1-cell-{at}"].x == cells[f"journey-2-cell-{at}"].x
    wide = cells["journey-1-cell-4"]
    assert wide.x == cells["journey-2-cell-5"].x
    last = cells["journey-2-cell-6"]
    assert wide.x + wide.width == pytest.approx(last.x + last.width, abs=0.1)
    gaps = [group.title for group in drawing.groups if group.role == "gap"]
    assert gaps == ["No stage of its own"]
    points = [s for s in drawing.shapes if s.role == "point" and s.group == "curve-1"]
    assert len(points) == 4
    assert len({shape.y for shape in points}) == 1


def test_curves_are_told_apart_by_more_than_colour() -> None:
    told = [journey(f"journey: {name}\nstage a\n  - x :2\n  - y :4\n") for name in "ABC"]
    for theme in BUILT_IN:
        drawing = drawn(*told, theme=theme)
        curves = [path for path in drawing.paths if path.bezier]
        marks = {s.group: s.form for s in drawing.shapes if s.role == "point"}
        assert len({path.line for path in curves}) == 3
        assert len({marks[f"curve-{number}"] for number in (1, 2, 3)}) == 3


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_curve_goes_to_the_right_whatever_the_order_of_the_stages(direction: Direction) -> None:
    one = journey("journey: A\nstage seek\n  - a :3\nstage buy\n  - b :4\n")
    other = journey("journey: B\nstage buy\n  - a :4\nstage seek\n  - b :2\nstage seek\n  - c :5\n")
    made = drawn(one, other, direction=direction)
    curves = [path.points for path in made.paths if path.bezier]
    assert len(curves) == 2
    for points in curves:
        across = [x for x, _ in points]
        assert across == sorted(across)


def test_a_journey_without_stages_is_not_drawn() -> None:
    full, empty = journey("journey: A\nstage a\n  - x\n"), journey("journey: B\n")
    assert beside.lacks([full, full]) == ""
    assert beside.lacks([full, empty]) == "One of the journeys has no stages."


def test_nine_curves_have_nine_looks() -> None:
    theme = built_in("light")
    assert len({look(number, theme) for number in range(9)}) == 9
