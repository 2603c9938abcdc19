"""The chart of feelings: its marks where the values are, its words in their places."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl.slides.chart import chart
from journeyctl.slides.deck import Chart, Series
from journeyctl.themes import LIGHT, built_in
from journeyctl.views.drawing import Drawing, Shape
from tests.views.geometry import overlapping_texts, spilled_texts

VALUES = st.one_of(st.none(), st.integers(2, 10).map(lambda half: half / 2))
LABELS = st.sampled_from(["Pay", "See the demo that was made for us", "报价单" * 9, "A" * 60, ""])


def made(*rows: tuple[float | None, ...], lowest: int = -1, moments: tuple[int, ...] = ()) -> Chart:
    series = tuple(Series(f"Line {at}", row) for at, row in enumerate(rows, 1))
    categories = tuple(f"Step {at}" for at in range(1, len(rows[0]) + 1))
    return Chart("curve", (40, 92, 880, 300), categories, series, lowest, moments, "A chart.")


def marked(drawn: Drawing, role: str) -> list[Shape]:
    return [shape for shape in drawn.shapes if shape.role == role]


def middle(shape: Shape) -> tuple[float, float]:
    return shape.x + shape.width / 2, shape.y + shape.height / 2


def test_points_stand_at_the_levels_of_their_values() -> None:
    drawn = chart(made((5.0, 1.0, None, 2.5)), LIGHT, "en")
    assert (drawn.width, drawn.height, drawn.title) == (880, 300, "A chart.")
    levels = {
        int(one.text.lines[0]): middle(one)[1]
        for one in drawn.shapes
        if one.group == "levels" and one.text
    }
    high, low, between = (middle(one)[1] for one in marked(drawn, "dot"))
    assert high == pytest.approx(levels[5])
    assert low == pytest.approx(levels[1])
    assert between == pytest.approx((levels[2] + levels[3]) / 2)


def test_good_feelings_are_rings_in_print() -> None:
    theme = built_in("print")
    drawn = chart(made((5.0, 1.0)), theme, "en")
    levels = [one for one in drawn.shapes if one.group == "levels"]
    assert [one.fill == theme.card for one in levels] == [True, True, True, False, False]
    assert [one.pen for one in levels] == [1.5, 1.1, 0.7, 1.0, 1.0]
    texts = [one.text.colour for one in levels if one.text]
    assert texts == [theme.ink] * 3 + [theme.on_mood] * 2


def test_a_gap_is_bridged_by_a_thin_dotted_line() -> None:
    drawn = chart(made((4.0, 3.0, None, 2.0)), LIGHT, "en")
    known, gap = (one for one in drawn.paths if one.bezier)
    assert (known.line, gap.line) == ("solid", "dotted")
    assert gap.pen < known.pen


def test_the_lowest_point_has_a_ring_and_a_moment_a_star() -> None:
    drawn = chart(made((4.0, 2.0), (5.0, 1.0), lowest=1, moments=(0,)), LIGHT, "en")
    points = [middle(one) for one in marked(drawn, "dot") if one.group.startswith("point")]
    first, second, third, fourth = points
    (ring,), (star,) = marked(drawn, "ring"), marked(drawn, "star")
    assert middle(ring) == pytest.approx(fourth)
    assert middle(star)[0] == pytest.approx(first[0])
    assert star.y + star.height <= third[1]
    assert second != fourth
    plain = chart(made((3.0, 3.0)), LIGHT, "en")
    assert not marked(plain, "ring")


def test_several_lines_are_told_apart_without_colours() -> None:
    rows = ((4.0, 2.0), (5.0, 1.0), (3.0, 3.0))
    drawn = chart(made(*rows), LIGHT, "en")
    assert {one.line for one in drawn.paths if one.bezier} == {"solid", "dashed", "dotted"}
    assert len({one.form for one in marked(drawn, "dot")}) == 3
    said = [one.text.lines[0] for one in drawn.shapes if one.text and one.group[:4] == "name"]
    assert said == ["Line 1", "Line 2", "Line 3"]


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_no_words_lie_on_others_whatever_is_told(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 40))
    rows = data.draw(
        st.lists(st.lists(VALUES, min_size=count, max_size=count), min_size=1, max_size=4)
    )
    labels = data.draw(st.lists(LABELS, min_size=count, max_size=count))
    moments = tuple(data.draw(st.sets(st.integers(0, count - 1))))
    one = made(*map(tuple, rows), lowest=data.draw(st.integers(-1, count - 1)), moments=moments)
    drawn = chart(one._replace(categories=tuple(labels)), LIGHT, "en")
    assert overlapping_texts(drawn) == []
    assert spilled_texts(drawn) == []
