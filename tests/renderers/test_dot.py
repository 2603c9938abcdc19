"""Drawings as DOT: one statement a thing, pinned places, one place that quotes."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl.fonts import width
from journeyctl.outputs.engine import draw
from journeyctl.renderers.dot import PAPER, dot, name, quote
from journeyctl.renderers.geometry import ARROW
from journeyctl.renderers.notation import number, printable
from journeyctl.views.drawing import Drawing
from tests.outputs.png import read
from tests.renderers.drawings import Points, drawing, path, shape, whole, words
from tests.renderers.graphviz import differences

HEAD = """\
digraph journey {
  graph [layout=nop2 margin=0 pad=0 bgcolor="#ffffff"]
  node [shape=plaintext fixedsize=true margin=0 label="" fontname="Arial"]
  edge [arrowhead=none]
  "/paper" [shape=box pos="150,100" width=4.16667 height=2.77778 color="transparent"]
"""


def statements(made: Drawing) -> list[str]:
    text = dot(made)
    assert text.startswith(HEAD)
    assert text.endswith("\n}\n")
    return text.removeprefix(HEAD).removesuffix("\n}\n").split("\n")


def spline(points: Points, **how: float) -> list[tuple[float, float]]:
    """The spline of a path with an arrow, y downward as in the drawing."""
    made = path("way", points, rounding=how.get("rounding", 0), bezier=bool(how.get("bezier")))
    (line,) = [one for one in statements(drawing(paths=(made,))) if "->" in one]
    found = re.search(r'pos="e,([^ ]+) ([^"]+)"', line)
    assert found is not None
    pairs = [pair.split(",") for pair in (*found[2].split(), found[1])]
    return [(float(x), 200 - float(y)) for x, y in pairs]


def test_a_shape_is_a_node_and_each_line_of_its_text_another() -> None:
    made = drawing(shape("step-1", "rounded", text=words("See", "the demo", align="left")))
    assert statements(made) == [
        '  "/ways" [style=invis pos="150,100" width=0 height=0]',
        '  "step-1" [shape=box pos="60,160" width=1.11111 height=0.55556'
        ' style="filled,rounded" fillcolor="#ffffff" color="#333333" penwidth=1.5]',
        '  "step-1/0" [pos="44,166.72" width=0.66667 height=0.2 fontsize=12 fontcolor="#222222"'
        ' label="See\\l"]',
        '  "step-1/1" [pos="74,152.32" width=1.5 height=0.2 fontsize=12 fontcolor="#222222"'
        ' label="the demo\\l"]',
    ]


def test_order_of_painting() -> None:
    made = drawing(
        shape("card"), shape("back", role="panel"), paths=(path("way", ((0, 0), (9, 9))),)
    )
    order = [re.findall(r'id="(.*?)"|^  "(.*?)"', line)[-1] for line in statements(made)]
    assert order == [("", "back"), ("", "/ways"), ("way", ""), ("", "card")]


def test_what_is_not_filled_or_has_no_line() -> None:
    made = drawing(shape("a", fill="none", line="none"), shape("b", stroke="none", line="dashed"))
    plain, dashed = statements(made)[1:]
    assert 'style="" fillcolor="transparent" color="transparent"' in plain
    assert 'style="filled,dashed" fillcolor="#ffffff" color="transparent"' in dashed


def test_lines_without_anything_to_see_have_no_node() -> None:
    assert len(statements(drawing(shape("a", "text", text=words("one", "", " ", "two"))))) == 3


def test_bold_has_a_name_for_each_engine() -> None:
    made = drawing(shape("a", "text", text=words("Bold", bold=True)))
    assert 'fontname="Helvetica-Bold" ' in dot(made)
    assert 'fontname="Arial Bold" ' in dot(made, "dot")


def test_the_spline_of_an_arrow_ends_where_its_head_begins() -> None:
    assert spline(((10, 10), (60, 10))) == [(10, 10), (10, 10), (53, 10), (53, 10), (60, 10)]


def test_a_leg_shorter_than_the_head_gets_a_shorter_head() -> None:
    made = path("way", ((10, 10), (60, 10), (60, 14)))
    (line,) = [one for one in statements(drawing(paths=(made,))) if "->" in one]
    assert 'pos="e,60,186 10,190 10,190 60,190 60,190 60,190 60,190 60,190"' in line
    assert "arrowsize=0.4" in line


def test_corners_are_rounded() -> None:
    points = spline(((10, 10), (60, 10), (60, 90)), rounding=10)
    assert points[3:7] == [(50, 10), (55.5, 10), (60, 14.5), (60, 20)]


def test_corners_never_take_more_than_half_a_leg() -> None:
    points = spline(((10, 10), (60, 10), (60, 30), (90, 30)), rounding=50)
    assert (50, 10) in points
    assert (60, 20) in points
    assert (70, 30) in points


def test_a_bezier_curve_is_shortened_along_its_end() -> None:
    points = spline(((0, 0), (50, 0), (100, 20), (100, 100)), bezier=True)
    assert points == [(0, 0), (50, 0), (100, 20), (100, 100 - ARROW), (100, 100)]


@pytest.mark.parametrize("points", [((5, 5),), ((5, 5), (5, 5)), ((5, 5), (5, 5), (5, 5))])
def test_a_path_that_leads_nowhere_is_still_one_edge(points: Points) -> None:
    made = path("way", points, rounding=4)
    (line,) = [one for one in statements(drawing(paths=(made,))) if "->" in one]
    assert 'pos="5,195 5,195 5,195 5,195"' in line
    assert "arrowsize" not in line


COORDINATE = st.integers(0, 300)


@given(st.lists(st.tuples(COORDINATE, COORDINATE), min_size=2, max_size=7), st.integers(0, 60))
@settings(max_examples=150)
def test_every_spline_is_cubic_and_stays_within_its_corners(
    points: list[tuple[int, int]], rounding: int
) -> None:
    made = path("way", tuple(points), rounding=rounding)
    (line,) = [one for one in statements(drawing(paths=(made,))) if "->" in one]
    found = re.search(r'pos="(?:e,\S+ )?([^"]+)"', line)
    assert found is not None
    control = [pair.split(",") for pair in found[1].split()]
    assert len(control) % 3 == 1
    assert min(x for x, _ in points) - 0.01 <= min(float(x) for x, _ in control)
    assert max(float(x) for x, _ in control) <= max(x for x, _ in points) + 0.01


def test_quote() -> None:
    assert quote('a "b" \\N & c\\') == '"a \\"b\\" \\\\N &amp; c\\\\"'
    assert quote("two\nlines\tand\x00more\u2028still", "\\l") == (
        '"two lines and\ufffdmore still\\l"'
    )


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=200)
def test_what_is_quoted_is_one_string_without_line_ends(text: str) -> None:
    quoted = quote(text)
    assert re.fullmatch(r'"(?:[^"\\\n\r]|\\\\|\\")*"', quoted)
    assert not re.search("&(?!amp;)", quoted)
    quoted.encode()


@given(st.text(st.characters(exclude_categories=()), max_size=60))
@settings(max_examples=200)
def test_printable_changes_nothing_that_xml_can_hold(text: str) -> None:
    once = printable(text)
    assert printable(once) == once
    assert not re.search("[^ -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", once)
    if text.isprintable():
        assert once == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1, "1"),
        (1.5, "1.5"),
        (1.257, "1.26"),
        (-0.001, "0"),
        (100, "100"),
        (1e300, "10000000"),
        (float("-inf"), "-10000000"),
        (float("nan"), "0"),
        (65535e9, "10000000"),
    ],
)
def test_numbers_are_short_and_clamped(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    "value", ["#eef", "red", "#12345g", '#"]}//x', "", "#ffffff\n", "/x11/red"]
)
def test_a_colour_in_any_other_way_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not a colour"):
        dot(drawing(shape("a", fill=value)))


@pytest.mark.parametrize("value", ['Arial" onload="x', "<script>", "", "Arial\n", "Ärial"])
def test_a_font_in_any_other_way_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not a font"):
        dot(drawing()._replace(font=value))


@pytest.mark.parametrize(
    ("id", "named"),
    [
        ("step-2", "step-2"),
        ("langkah-é", "langkah-é"),
        ("ไป-ที่", "ไป-ท_e35__e48_"),
        ('a"b\\', "a_22_b_5c_"),
        ("a_22_b", "a_5f_22_5f_b"),
        ("a/0", "a_2f_0"),
        ("<&> \n", "_3c__26__3e__20__a_"),
        ("\ud800", "_d800_"),
        ("", "_"),
    ],
)
def test_names(id: str, named: str) -> None:
    assert name(id) == named
    made = drawing(shape(id, text=words("x")), paths=(path(id, ((0, 0), (9, 9))),))
    assert differences(made) == []


@given(st.lists(st.text(st.sampled_from('a-_/" \u0e35'), max_size=5), unique=True, max_size=9))
@settings(max_examples=60)
def test_two_ids_never_have_one_name(ids: list[str]) -> None:
    assert len({*map(name, ids), PAPER}) == len(ids) + 1


def test_the_same_bytes_each_time() -> None:
    assert dot(whole()) == dot(whole())


BLUE, RED, GREEN, WHITE = (0, 0, 255), (255, 0, 0), (0, 255, 0), (255, 255, 255)


def test_the_picture_has_the_size_of_the_drawing_and_its_order() -> None:
    made = drawing(
        shape("card", place=(60, 60, 60, 60), fill="#00ff00", line="none"),
        shape("back", place=(20, 20, 140, 140), fill="#0000ff", line="none", role="panel"),
        paths=(path("way", ((0, 90), (200, 90)), stroke="#ff0000", arrow="none", pen=10),),
        size=(200, 180),
    )
    picture = read(draw(dot(made), dpi=72))
    assert (picture.width, picture.height) == (200, 180)
    assert picture.at(10, 10) == WHITE
    assert picture.at(30, 30) == BLUE
    assert picture.at(40, 90) == RED  # the path above the panel
    assert picture.at(90, 90) == GREEN  # and below the card
    assert picture.at(90, 70) == GREEN


def test_the_tip_of_an_arrow_is_the_last_point() -> None:
    made = drawing(paths=(path("way", ((20, 100), (220, 100)), stroke="#000000"),))
    _, right, _, _ = read(draw(dot(made), dpi=288)).ink(800, 360, 200, 80)
    assert 218.5 <= right / 4 <= 220


def test_text_stands_where_its_box_says() -> None:
    text = words("HHHH", size=20, align="left")
    made = drawing(shape("a", "text", (50, 80, 200, 40), text=text))
    left, right, top, bottom = read(draw(dot(made), dpi=72)).ink(0, 0, 300, 200)
    assert 50 <= left <= 53
    assert 102 <= right <= 110  # four letters of 0.722 em
    assert abs((top + bottom) / 2 - 100) <= 1  # centred by its capitals


@pytest.mark.parametrize("bold", [False, True])
def test_text_is_as_wide_in_the_png_as_the_layout_takes_it_to_be(bold: bool) -> None:
    """Were the engine to take another font, a serif or the wrong weight, it would not be."""
    text = words("inline minimum", size=20, bold=bold, align="left")
    made = drawing(shape("a", "text", (20, 80, 260, 40), text=text))
    left, right, _, _ = read(draw(dot(made), dpi=72)).ink(0, 0, 300, 200)
    assert abs(right - left - (width("inline minimum", 20, bold=bold) - 3)) <= 2
