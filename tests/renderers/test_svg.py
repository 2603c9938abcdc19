"""The SVG that people get: whole, clean, readable."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeyctl.renderers.dot import dot
from journeyctl.renderers.notation import printable
from journeyctl.renderers.svg import svg
from journeyctl.views.drawing import Drawing, Form, Group
from tests.conftest import Golden
from tests.renderers.drawings import drawing, shape, whole, words
from tests.renderers.graphviz import differences
from tests.views.drawn import drawn, journey

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314  (it is our own)


def finished(made: Drawing) -> ElementTree.Element:
    return parsed(svg(made))


def texts(root: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_the_whole_picture(golden: Golden) -> None:
    golden("renderers/golden/whole.svg", svg(whole()))


def test_the_dot_of_the_whole_picture(golden: Golden) -> None:
    golden("renderers/golden/whole.dot", dot(whole()))


def test_only_plain_elements_and_attributes() -> None:
    root = finished(whole())
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg",
        "title",
        "desc",
        "g",
        "rect",
        "text",
        "polygon",
        "path",
        "ellipse",
    }
    assert {key.rpartition("}")[2] for element in root.iter() for key in element.attrib} == {
        "width",
        "height",
        "style",
        "viewBox",
        "lang",
        "space",
        "role",
        "aria-labelledby",
        "aria-describedby",
        "aria-label",
        "aria-hidden",
        "font-family",
        "id",
        "class",
        "fill",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "x",
        "y",
        "rx",
        "ry",
        "cx",
        "cy",
        "points",
        "d",
        "text-anchor",
        "font-size",
        "font-weight",
        "textLength",
        "lengthAdjust",
    }


def test_title_description_and_roles() -> None:
    root = finished(whole())
    assert root.get("role") == "graphics-document document"
    assert root.get("lang") == "en"
    for attribute, tag, text in (
        ("aria-labelledby", "title", 'Tea & "biscuits" <here>'),
        ("aria-describedby", "desc", "Two steps & a question."),
    ):
        element = root.find(f"{SVG}{tag}")
        assert element is not None
        assert (element.get("id"), element.text) == (root.get(attribute), text)


def test_each_group_is_told_once_in_order() -> None:
    root = finished(whole())
    layers = [layer for layer in root if layer.tag == f"{SVG}g"]
    assert [layer.get("class") for layer in layers] == ["panels", "paths", "things"]
    told = [[group.get("id") for group in layer if group.get("id")] for layer in layers]
    assert told == [[], ["link-2", "link-3"], ["s", "one", "two", "three", "link-1"]]
    for group in root.iter(f"{SVG}g"):
        if group.get("id"):
            title = group.find(f"{SVG}title")
            assert title is not None
            assert group.get("aria-label") == title.text
            assert group.get("role") == "graphics-symbol img"
        elif group not in layers:
            assert group.get("aria-hidden") == "true"


def test_text_keeps_to_its_measured_width() -> None:
    made = drawing(shape("a", text=words("See the demo", bold=True, align="right")))
    (text,) = finished(made).iter(f"{SVG}text")
    assert text.attrib == {
        "x": "100", "y": "44.08", "text-anchor": "end", "class": "card text", "font-size": "12",
        "font-weight": "bold", "fill": "#222222", "textLength": "72",
        "lengthAdjust": "spacingAndGlyphs",
    }  # fmt: skip


@pytest.mark.parametrize(("align", "anchor"), [("left", "end"), ("right", None)])
def test_text_from_right_to_left_stays_in_its_place(align: str, anchor: str | None) -> None:
    made = drawing(shape("a", text=words("שלום abc", align="left" if align == "left" else "right")))
    (text,) = finished(made).iter(f"{SVG}text")
    assert text.get("direction") == "rtl"
    assert text.get("text-anchor") == anchor
    assert text.get("x") == ("20" if align == "left" else "100")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("plain", True),
        ("Ünï – ЖΩ → ש", True),
        ("日本", True),
        ("مرحبا", False),
        ("ไป", False),
        ("😀", True),
        ("Добрый день ไป", True),
        ("ไปไปไป день", False),
        ("family 👩\u200d👧", False),
        ("well 👍🏽", True),
        ("to 🇮🇩", False),
        ("\u200b", False),
        ("★", False),
    ],
)
def test_a_width_that_is_an_estimate_stretches_no_text(text: str, kept: bool) -> None:
    label = words(text)._replace(widths=(0.0 if text == "\u200b" else 50.0,))
    (element,) = finished(drawing(shape("a", text=label))).iter(f"{SVG}text")
    assert (element.get("textLength") == "50") is kept
    assert (element.get("lengthAdjust") == "spacingAndGlyphs") is kept


def test_what_sticks_out_moves_nothing_else() -> None:
    inside, outside = shape("a", text=words("yes")), shape("z", place=(-90, -50, 900, 400))
    boxes = [
        [dict(rect.attrib) for rect in finished(made).iter(f"{SVG}rect")][1]
        for made in (drawing(inside), drawing(inside, outside))
    ]
    assert boxes[0] == boxes[1]
    assert (boxes[0]["x"], boxes[0]["y"]) == ("20", "20")


ATTACKS = (
    "</text><script>alert(1)</script>",
    "$$\\href{javascript:alert(1)}{x}$$<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    'x\\", URL="javascript:alert(1)", x="\\',
    "]]><foreignObject/><a href='javascript:alert(1)'>x</a>",
)
"""CVE-2025-54880, CVE-2025-54881, CVE-2022-1231, graphviz#168."""

HARD = (
    "\\N \\G \\E \\L \\T \\H \\l \\r \\n", "%", "%N", "<b>x</b>", "&#106;", "&amp;", "&lt;", "a\\",
    "\\\\", '"', '\\"', "]; x [label=y", "<<i>x</i>>", "👩\u200d💻 emoji", "שלום abc (1)",
    "\u202eabc\u202c", "a  b", " a ", "\u00a0", "{}[]|<>'\"", "\x00\x1b[31m", "\ufffe\ud800",
    "&#55296;", "é e\u0301", "日本語", "--", "-->", "]]>", "&nbsp;", "\u0085", "\u2028",
)  # fmt: skip


@pytest.mark.parametrize("text", HARD)
@pytest.mark.parametrize("align", ["left", "center"])
def test_hard_labels_come_out_as_they_are(text: str, align: str) -> None:
    label = words(text, align="left" if align == "left" else "center")
    expected = [printable(text)] if text.strip() else []
    assert texts(finished(drawing(shape("a", text=label)))) == expected


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=40))
@example("a\t b")
@settings(max_examples=60)
def test_any_label_comes_out_as_it_is(text: str) -> None:
    made = drawing(shape("a", text=words(text)), groups=(Group("g", "step", text),), title=text)
    root = finished(made)
    assert texts(root) == ([printable(text)] if text.strip() else [])
    title = root.find(f"{SVG}title")
    assert title is not None
    assert (title.text or "") == printable(text)


def test_known_attacks_are_words() -> None:
    for attack in ATTACKS:
        text = svg(drawing(shape("a", text=words(attack)), title=attack))
        assert not any(f"<{tag}" in text for tag in ("script", "img", "a ", "foreignObject"))
        assert text.count("<text") == 1
        assert texts(parsed(text)) == [printable(attack)]


def test_no_font_or_id_leaves_its_attribute() -> None:
    made = drawing(shape("a", group='g" onload="x'), groups=(Group('g" onload="x', "step", "A"),))
    root = parsed(svg(made._replace(font='Arial" onload="x')))
    assert not [one for one in root.iter() if "onload" in one.attrib]
    assert root.get("font-family", "").startswith("'Arial\" onload=\"x'")


def numbers(element: ElementTree.Element, *keys: str) -> list[float]:
    return [float(element.attrib[key]) for key in keys]


def test_forms_stand_in_their_boxes() -> None:
    place = (20.0, 30.0, 60.0, 24.0)
    (paper, box), (circle,) = (
        [*finished(drawing(shape("a", form, place))).iter(f"{SVG}{tag}")] for form, tag in FORMS[:2]
    )
    assert numbers(paper, "width", "height") == [300, 200]
    assert numbers(box, "x", "y", "width", "height") == list(place)
    assert numbers(circle, "cx", "cy", "rx", "ry") == [50, 42, 30, 12]
    inner, outer = finished(drawing(shape("a", "doublecircle", place))).iter(f"{SVG}ellipse")
    assert numbers(inner, "cx", "cy", "rx", "ry") == [50, 42, 26, 8]
    assert numbers(outer, "cx", "cy", "rx", "ry") == [50, 42, 30, 12]
    assert (inner.get("fill"), outer.get("fill")) == ("#ffffff", "none")


def test_what_is_far_out_stays_there() -> None:
    """A journey of five thousand stages is 1.4 million points wide."""
    made = drawing(shape("a", place=(1.3e6, 20, 80, 40)), size=(1.4e6, 200))
    paper, box = finished(made).iter(f"{SVG}rect")
    assert (paper.get("width"), box.get("x")) == ("1400000", "1300000")
    assert differences(made) == []


FORMS: tuple[tuple[Form, str], ...] = (("box", "rect"), ("circle", "ellipse"))


@pytest.mark.parametrize("name", ["whole", "flow", "map"])
def test_graphviz_draws_the_same_of_its_dot(name: str) -> None:
    """The SVG is written from the drawing, and so is the DOT that the PNG is drawn from."""
    told = journey((ROOT / "samples/minimal.journey").read_text("utf-8"))
    assert differences(whole() if name == "whole" else drawn(told, name)) == []
