"""What stands on a slide stands inside it, and no words on others."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings

from journeyctl.slides.compose import Part, fitted, parts
from journeyctl.slides.deck import BODY, HEIGHT, TITLE, WIDTH, Chart, Deck, Slide, Table, Words
from journeyctl.slides.make import DECKS, make
from journeyctl.themes import BUILT_IN, built_in, contrast
from journeyctl.views.drawing import Drawing
from journeyctl.views.setting import setting_for
from tests.generate import journeys
from tests.slides.decks import SIGNS, deck
from tests.views.drawn import journey
from tests.views.geometry import Box, box, ink, inside, overlap, segments

PAGE: Box = (0.0, 0.0, WIDTH, HEIGHT)


def composed(made: Deck) -> Iterator[tuple[Slide, tuple[Part, ...]]]:
    for number, slide in enumerate(made.slides, 1):
        yield slide, parts(slide, made, number)


def texts(placed: tuple[Part, ...]) -> list[tuple[str, Box]]:
    """The name and the place on the slide of every line of text."""
    found = []
    for drawing, left, top in placed:
        scale = drawing.scale
        for shape in drawing.shapes:
            for x1, y1, x2, y2 in ink(shape):
                place = (left + scale * x1, top + scale * y1, left + scale * x2, top + scale * y2)
                found.append((shape.id, place))
    return found


def faults(made: Deck) -> list[str]:
    """What leaves its slide, lies on other words, or is cut."""
    found = []
    for slide, placed in composed(made):
        for drawing, left, top in placed:
            wide, high = drawing.width * drawing.scale, drawing.height * drawing.scale
            if not inside((left, top, left + wide, top + high), PAGE):
                found.append(f"{slide.id}: a drawing leaves the slide")
            whole = (0.0, 0.0, drawing.width, drawing.height)
            found += [
                f"{slide.id}: {shape.id} is off its drawing"
                for shape in drawing.shapes
                if not all(inside(one, whole) for one in (box(shape), *ink(shape)))
            ]
            found += [
                f"{slide.id}: {path.id} is off its drawing"
                for path in drawing.paths
                if not path.bezier and not all(inside(one, whole) for one in segments(path))
            ]
        lines = sorted(texts(placed), key=lambda item: item[1][1])
        for at, (name, one) in enumerate(lines):
            for other_name, other in lines[at + 1 :]:
                if other[1] >= one[3]:
                    break
                if overlap(one, other):
                    found.append(f"{slide.id}: {name} on {other_name}")
    return found


def words(drawing: Drawing) -> str:
    """All that a drawing says, line by line."""
    return "\n".join(line for one in drawing.shapes if one.text for line in one.text.lines)


@pytest.mark.parametrize("name", BUILT_IN)
def test_nothing_leaves_a_slide_or_lies_on_other_words(name: str) -> None:
    assert faults(deck(built_in(name))) == []


@settings(max_examples=3, deadline=None)
@given(journeys(stages=(2, 5), steps=(1, 5)))
def test_nor_does_it_with_any_journey(text: str) -> None:
    told = journey(text)
    for kind in DECKS[:2]:
        assert faults(make([told], kind, setting_for(told))) == []


def test_the_faults_of_a_slide_are_found() -> None:
    made = deck()
    slide = made.slides[1]
    one = slide.elements[0]
    assert isinstance(one, Words)
    above = one._replace(key="above", box=(60, 90, 430, 416))
    outside = one._replace(key="outside", box=(700, 92, 430, 416))
    for bad in (above, outside):
        broken = made._replace(slides=(slide._replace(elements=(one, bad)),))
        assert faults(broken)


def test_all_that_a_slide_has_is_on_it() -> None:
    made = deck()
    for number, (slide, (whole, *placed)) in enumerate(composed(made), 1):
        told = words(whole.drawing).replace("\n", " ")
        assert slide.subtitle in told
        assert slide.title in told
        if slide.kind != "title":
            assert f"{SIGNS} {number}" in told
        drawn = [one for one in slide.elements if not isinstance(one, Words | Table)]
        assert [part[1:] for part in placed] == [one.box[:2] for one in drawn]
        for element in slide.elements:
            if isinstance(element, Words):
                assert all(one.text in told for one in element.paragraphs)
            elif isinstance(element, Table):
                cells = [cell for row in (element.head, *element.rows) for cell in row]
                assert all(cell in told for cell in cells)
            elif isinstance(element, Chart):
                said = words(placed.pop(0).drawing)
                assert all(one.split()[0] in said for one in element.categories if one.isascii())


def test_tables_and_words_stand_in_their_boxes() -> None:
    for slide, (whole, *_) in composed(deck()):
        for element in slide.elements:
            if isinstance(element, Words | Table):
                left, top, wide, high = element.box
                held = (left, top, left + wide, top + high)
                own = [one for one in whole.drawing.shapes if one.group == element.key]
                assert own
                assert all(inside(box(one), held) for one in own)


def test_words_stand_out_from_the_slide() -> None:
    for name in BUILT_IN:
        theme = built_in(name)
        for _, (whole, *_) in composed(deck(theme)):
            inks = {one.text.colour for one in whole.drawing.shapes if one.text}
            assert all(contrast(one, theme.background) >= 4.5 for one in inks)
            assert all(contrast(one, theme.band) >= 4.5 for one in inks - {theme.brand})


@pytest.mark.parametrize(("text", "count"), [("Short", 1), ("Rather long " * 14, 2)])
def test_a_title_is_made_smaller_until_it_fits(text: str, count: int) -> None:
    found, size = fitted(text, TITLE, 26.0)
    assert len(found) == count
    assert len(found) * size * 1.2 <= TITLE[3]
    assert " ".join(found).split() == text.split()
    assert (size == 26.0) == (text == "Short")


def test_a_title_without_end_is_cut() -> None:
    found, size = fitted("Endless " * 200, TITLE, 26.0)
    assert found[-1].endswith("…")
    assert len(found) * size * 1.2 <= TITLE[3]


def test_a_slide_that_comes_first_by_chance_has_a_usual_title() -> None:
    made = deck()
    alone = made._replace(slides=made.slides[1:2])
    (whole, *_) = parts(alone.slides[0], alone, 1)
    title = next(one for one in whole.drawing.shapes if one.group == "title" and one.text)
    assert title.y < BODY[1]
