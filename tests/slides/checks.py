"""What holds for every deck: all in its place, large enough, numbered."""

import re
from collections.abc import Iterator
from itertools import groupby
from random import Random

import pytest

from journeyctl.fonts import unwrapped
from journeyctl.model.journey import Journey
from journeyctl.slides.deck import (
    BODY,
    KINDS,
    LEAST,
    Box,
    Chart,
    Deck,
    Figure,
    Slide,
    Table,
    Words,
)
from journeyctl.slides.make import make
from journeyctl.slides.measure import height, row_height
from journeyctl.views.drawing import Shape
from journeyctl.views.setting import setting_for
from journeyctl.words import words_for
from tests.generate import generate
from tests.views.drawn import journey

NEAR = 0.05


def deck(told: Journey, kind: str = "workshop", **chosen: tuple[str, ...]) -> Deck:
    return make([told], kind, setting_for(told), **chosen)


def generated(seed: int) -> Journey:
    return journey(generate(Random(seed), stages=(1, 5)))


def check(made: Deck) -> int:
    """Hold that everything is in its place; how many elements there are."""
    seen = 0
    for slide in made.slides:
        keys = [element.key for element in slide.elements]
        assert len(set(keys)) == len(keys), slide.id
        for element in slide.elements:
            inside(element.box, BODY, slide)
            fits(element, slide)
            seen += 1
        boxes = [element.box for element in slide.elements]
        for at, one in enumerate(boxes):
            assert not any(overlap(one, other) for other in boxes[at + 1 :]), slide.id
    return seen


def inside(box: Box, room: Box, slide: Slide) -> None:
    assert box[0] >= room[0] - NEAR, slide.id
    assert box[1] >= room[1] - NEAR, slide.id
    assert box[0] + box[2] <= room[0] + room[2] + NEAR, slide.id
    assert box[1] + box[3] <= room[1] + room[3] + NEAR, slide.id
    assert min(box[2:]) > 0, slide.id


def overlap(one: Box, other: Box) -> bool:
    return all(
        one[side] + one[side + 2] > other[side] + NEAR
        and other[side] + other[side + 2] > one[side] + NEAR
        for side in (0, 1)
    )


def fits(element: Words | Figure | Table | Chart, slide: Slide) -> None:
    """Hold that an element holds what is in it, in type that can be read."""
    _, _, wide, high = element.box
    if isinstance(element, Words):
        assert height(element.paragraphs, wide) <= high + NEAR, slide.id
        assert all(one.size >= LEAST and one.text for one in element.paragraphs), slide.id
    elif isinstance(element, Table):
        assert sum(element.widths) == pytest.approx(wide, abs=NEAR)
        assert sum(element.heights) == pytest.approx(high, abs=NEAR)
        assert element.size >= LEAST
        assert len(element.heights) == len(element.rows) + 1
        for number, row in enumerate((element.head, *element.rows)):
            least = row_height(row, element.widths, element.size, bold=number == 0)
            assert least <= element.heights[number] + NEAR, slide.id
    elif isinstance(element, Figure):
        drawing = element.drawing
        assert drawing.width * element.scale == pytest.approx(wide, abs=NEAR)
        assert drawing.height * element.scale == pytest.approx(high, abs=NEAR)
        for shape in drawing.shapes:
            assert min(shape.x, shape.y) >= -NEAR, (slide.id, shape.id)
            assert shape.x + shape.width <= drawing.width + NEAR, (slide.id, shape.id)
            assert shape.y + shape.height <= drawing.height + NEAR, (slide.id, shape.id)
        # The figure in the disc of a feeling is a sign.
        texts = [shape.text for shape in drawing.shapes if shape.text and shape.form == "text"]
        assert all(text.size * element.scale >= 9 for text in texts), slide.id
        assert element.alt
    else:
        assert len(element.categories) > 1
        assert all(len(one.values) == len(element.categories) for one in element.series)
        assert all(-1 <= at < len(element.categories) for at in (element.lowest, *element.moments))
        assert element.alt


def written(slide: Slide) -> Iterator[tuple[Shape, float]]:
    """All texts of a slide's figures, and the size of their type on the slide."""
    for element in slide.elements:
        if isinstance(element, Figure):
            for shape in element.drawing.shapes:
                if shape.text:
                    yield shape, shape.text.size * element.scale


def check_steps(told: Journey, made: Deck, kind: str) -> None:
    """Hold that each step is on a slide of a kind, whole and in large type."""
    found: dict[str, str] = {}
    for slide in made.slides:
        if slide.kind == kind:
            for shape, size in written(slide):
                step = re.fullmatch(r"(?:in-short-\d+-)?step-(.+)", shape.group)
                if step and shape.role == "text" and shape.text:
                    assert size >= LEAST - 0.01, (slide.id, shape.id)
                    found[step[1]] = "".join(unwrapped(shape.text.lines).split())
    for id, step_ in told.steps.items():
        label = "".join(step_.label.split())
        assert label.startswith(found[id].removesuffix("…")), id


def check_numbers(made: Deck) -> None:
    """Hold that ids are unique, kinds in order, and what goes on is numbered."""
    ids = [slide.id for slide in made.slides]
    assert len(set(ids)) == len(ids)
    order = [KINDS.index(slide.kind) for slide in made.slides]
    assert order == sorted(order)
    of = words_for(made.language).messages["slides.of"]
    for _, group in groupby(made.slides, key=lambda one: re.sub(r"-\d+$", "", one.id)):
        slides = list(group)
        for number, slide in enumerate(slides, 1):
            if len(slides) > 1:
                whole = of.format(title="", number=number, count=len(slides)).strip()
                assert slide.title.endswith(whole)
            assert slide.id.endswith(f"-{number}") == (number > 1), slide.id
