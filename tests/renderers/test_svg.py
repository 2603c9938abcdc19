"""The SVG that people get: whole, clean, readable, whatever the engine gave back."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeyctl.diagnostics import Failure
from journeyctl.outputs.engine import draw
from journeyctl.renderers.dot import dot, printable
from journeyctl.renderers.svg import finish
from journeyctl.views.drawing import Drawing, Group
from tests.conftest import Golden
from tests.renderers.drawings import drawing, path, shape, whole, words

SVG = "{http://www.w3.org/2000/svg}"


def drawn(made: Drawing) -> bytes:
    return draw(dot(made), "svg")


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314  (it is our own)


def finished(made: Drawing) -> ElementTree.Element:
    return parsed(finish(made, drawn(made)))


def texts(root: ElementTree.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


def test_the_whole_picture(golden: Golden) -> None:
    golden("renderers/golden/whole.svg", finish(whole(), drawn(whole())))


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


def test_nothing_of_the_engine_shows() -> None:
    raw = drawn(whole())
    other = re.sub(rb"<!-- .*?-->", b"", raw.replace(b"Generated by", b"Made by"), flags=re.DOTALL)
    other = other.replace(b"#ffcc00", b"#00ccff").replace(b'font-size="12.00"', b'font-size="99"')
    assert finish(whole(), other) == finish(whole(), raw)


def test_what_sticks_out_moves_nothing_else() -> None:
    inside, outside = shape("a", text=words("yes")), shape("z", place=(-90, -50, 900, 400))
    boxes = [
        [dict(rect.attrib) for rect in finished(made).iter(f"{SVG}rect")][1]
        for made in (drawing(inside), drawing(inside, outside))
    ]
    assert boxes[0] == boxes[1]
    assert (boxes[0]["x"], boxes[0]["y"]) == ("20", "20")


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
    """Label to DOT, through the engine, to SVG, and read by a parser of XML."""
    made = drawing(shape("a", text=words(text)), groups=(Group("g", "step", text),), title=text)
    root = finished(made)
    assert texts(root) == ([printable(text)] if text.strip() else [])
    title = root.find(f"{SVG}title")
    assert title is not None
    assert (title.text or "") == printable(text)


def refused(raw: bytes, made: Drawing | None = None) -> str:
    with pytest.raises(Failure) as caught:
        finish(made or whole(), raw)
    assert caught.value.kind.name == "broken-picture"
    assert caught.value.help
    return caught.value.message


NODE = b'<g id="node4" class="node">'


@pytest.mark.parametrize(
    "smuggled",
    [
        b"<script>alert(1)</script>",
        b"<style>*{}</style>",
        b"<image href='file:///etc/passwd'/>",
        b"<a href='javascript:alert(1)'><text>x</text></a>",
        b"<foreignObject/>",
        b"<polygon points='0,0' onclick='alert(1)'/>",
        b"<polygon points='0,0' style='fill:url(x)'/>",
        b"<polygon points='url(x)'/>",
        b"<polygon points='0'/>",
        b"<path d='M0,0A1,1 2,2'/>",
        b"<ellipse cx='0'/>",
        b"<ellipse cx='0 1' cy='2 3' rx='1' ry='1'/>",
        b"<polygon points=''/>",
        b"<text x='' y=''>x</text>",
        b"<g><g/></g>",
        b"<svg/>",
        b"<?xml-stylesheet href='x'?>",
        b"<text x='0' y='0'><title>x</title></text>",
        b"<text x='0' y='0'>more</text>",
        b"</g>",
    ],
)
def test_what_was_never_asked_for_is_refused(smuggled: bytes) -> None:
    raw = drawn(whole())
    assert raw.count(NODE) == 1
    refused(raw.replace(NODE, NODE + smuggled))


@pytest.mark.parametrize(
    "before",
    [b'<!DOCTYPE svg [<!ENTITY x "y">]>', b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///x">]>'],
)
def test_document_types_of_their_own_are_refused(before: bytes) -> None:
    raw = drawn(whole())
    assert "document type" in refused(before + raw[raw.index(b"<svg") :])


@pytest.mark.parametrize(
    "raw", [b"", b" ", b"<svg/>", b"\x00", b"<html></html>", b"<svg>", b"\xff"]
)
def test_what_is_no_picture_is_refused(raw: bytes) -> None:
    refused(raw)


def test_half_a_picture_is_refused_wherever_it_breaks_off() -> None:
    raw = drawn(whole())
    for end in range(0, len(raw) - 1, 97):
        refused(raw[:end])


@pytest.mark.parametrize("kind", [b"node", b"edge"])
def test_a_picture_that_lacks_one_thing_or_has_it_twice_is_refused(kind: bytes) -> None:
    raw = drawn(whole())
    found = list(re.finditer(rb'<g id="[^"]*" class="' + kind + rb'">.*?</g>\n', raw, re.DOTALL))
    assert len(found) == (13 if kind == b"node" else 3)
    for one in found:
        refused(raw[: one.start()] + raw[one.end() :])
        refused(raw[: one.end()] + one[0] + raw[one.end() :])


def test_a_picture_without_an_arrowhead_or_with_other_words_is_refused() -> None:
    made = drawing(shape("a", text=words("yes")), paths=(path("p", ((0, 0), (99, 99))),))
    raw = drawn(made)
    head = re.search(rb'<polygon fill="#555555".*?/>\n', raw)
    assert head is not None
    assert "the path p" in refused(raw.replace(head[0], b""), made)
    assert "the text 'yes'" in refused(raw.replace(b">yes<", b">no<"), made)
    assert "the paper" in refused(re.sub(rb"<title>/paper</title>\n.*\n", b"", raw), made)
    assert "not in the drawing" in refused(drawn(whole()), drawing())


@given(st.data())
@settings(max_examples=100)
def test_a_damaged_picture_is_refused_or_harmless(data: st.DataObject) -> None:
    """Bytes of the engine's answer changed at random: never anything but a clean SVG."""
    raw = bytearray(RAW)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        raw[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    try:
        text = finish(whole(), bytes(raw))
    except Failure:
        return
    assert texts(parsed(text)) == texts(parsed(CLEAN))


RAW = drawn(whole())
CLEAN = finish(whole(), RAW)
