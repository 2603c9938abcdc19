"""A PDF is one page that looks like the drawing: its forms, its letters and nothing else."""

import io
import re
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from journeyctl.fonts import width
from journeyctl.fonts.truetype import face
from journeyctl.renderers.geometry import corner_radius, diamond, star
from journeyctl.renderers.pdf import LONGEST, pdf
from journeyctl.views.drawing import Align, Arrowhead, Drawing
from tests.renderers.drawings import drawing, path, shape, whole, words
from tests.renderers.graphviz import differences, drawn


def opened(drawn: Drawing) -> PdfReader:
    """The file as a strict reader reads it."""
    return PdfReader(io.BytesIO(pdf(drawn)), strict=True)


def content(drawn: Drawing) -> str:
    contents = opened(drawn).pages[0].get_contents()
    assert contents is not None
    return contents.get_data().decode("ascii")


def fonts(drawn: Drawing) -> dict[str, Any]:
    """The fonts of the page's letters, by the name of each."""
    page: Any = opened(drawn).pages[0]
    found = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    return {str(font["/BaseFont"]): font for font in found}


def test_the_page_has_the_size_and_the_facts_of_the_drawing() -> None:
    made = whole()._replace(language="id", scale=0.5)
    reader = opened(made)
    (page,) = reader.pages
    assert [float(side) for side in page.mediabox] == [0, 0, made.width / 2, made.height / 2]
    assert reader.metadata is not None
    assert {key: str(value) for key, value in reader.metadata.items()} == {
        "/Title": made.title,
        "/Subject": made.description,
        "/Producer": "journeyctl",
    }
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "id"


def test_a_page_is_never_longer_than_viewers_take() -> None:
    (page,) = opened(drawing(size=(4 * LONGEST, LONGEST))).pages
    assert [float(side) for side in page.mediabox] == [0, 0, LONGEST, LONGEST / 4]


def test_its_text_can_be_selected() -> None:
    text = opened(whole()).pages[0].extract_text()
    for line in ("First", "Meet us at", "an event & <b>", "See the demo", "Better?", "yes"):
        assert line in text


def test_its_fonts_are_inside_with_the_used_glyphs_alone() -> None:
    found = fonts(drawing(shape("a", text=words("Ängel → Ω", "and")), shape("b", text=words("b"))))
    (name,) = found
    assert re.fullmatch(r"/[A-Z]{6}\+Arimo-Regular", name)
    (descendant,) = found[name]["/DescendantFonts"]
    inner = descendant.get_object()
    program = inner["/FontDescriptor"]["/FontFile2"].get_data()
    assert len(inner["/W"][1]) == 1 + len(set("Ängel → Ωandb"))
    assert program[:4] == b"\0\1\0\0"
    assert len(program) < 4000
    assert {*fonts(whole())} != {name}


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("bold", [False, True])
def test_a_line_is_as_wide_as_it_was_measured(align: Align, bold: bool) -> None:
    text = words("Meet us", size=10, bold=bold)._replace(widths=(50.0,), align=align)
    line = next(row for row in content(drawing(shape("a", text=text))).split("\n") if "BT" in row)
    stretched, x = (
        float(re.findall(rf"([\d.]+) {what}", line)[0]) for what in ("Tz", "[\\d.]+ Tm")
    )
    assert width("Meet us", 10, bold=bold) * stretched / 100 == pytest.approx(50, abs=0.01)
    assert x == {"left": 20, "center": 35, "right": 50}[align]


def test_all_glyphs_are_as_wide_as_layouts_take_them_to_be() -> None:
    for bold in (False, True):
        font = face(bold)
        text = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA1, 0x180), *range(0x401, 0x450)]))
        for char in text.replace("\xad", ""):
            assert font.advances[font.glyph(char)] / font.em == width(char, 1, bold=bold), char


def test_hebrew_stands_from_right_to_left() -> None:
    """The first letter is shown last; code 1 is the first from the left."""
    line = content(drawing(shape("a", text=words("של (ab) 12"))))
    codes = re.findall(r"<([0-9a-f]+)> Tj", line)[0]
    shown = [codes[at : at + 4] for at in range(0, len(codes), 4)]
    assert len(shown) == 10
    reader = opened(drawing(shape("a", text=words("של"))))
    assert reader.pages[0].extract_text() == "של"


def test_what_has_no_glyph_takes_its_place_and_breaks_nothing() -> None:
    made = drawing(shape("a", text=words("支付 ไทย 😀 \ufffe")))
    assert "Tj" in content(made)
    assert len(opened(made).pages) == 1


def test_colours_are_those_of_the_drawing() -> None:
    painted = content(drawing(shape("a", fill="#d6e4f2", stroke="none")))
    found = re.findall(r"^([\d.]+) ([\d.]+) ([\d.]+) rg", painted, re.M)[1]
    assert [round(255 * float(part)) for part in found] == [0xD6, 0xE4, 0xF2]


@pytest.mark.parametrize("box", [(20.0, 20.0, 18.0, 18.0), (20, 20, 60, 20), (30, 20, 20, 60)])
def test_forms_are_where_graphviz_draws_them(box: tuple[float, float, float, float]) -> None:
    for form, corners in (("diamond", diamond), ("star", star)):
        one = shape("a", form, box)  # type: ignore[arg-type]  # They are two of the forms.
        (piece,) = drawn(drawing(one))["a"]
        expected = sorted({(round(x, 2), round(y, 2)) for x, y in piece.points})
        for corner, there in zip(sorted(corners(one)), expected, strict=True):
            assert corner == pytest.approx(there, abs=0.02)
    rounded = shape("a", "rounded", box)
    (piece,) = drawn(drawing(rounded))["a"]
    # It starts where the upper right corner begins.
    radius = max(x for x, _ in piece.points) - piece.points[0][0]
    assert radius == pytest.approx(corner_radius(rounded), abs=0.02)


@pytest.mark.parametrize("arrow", ["normal", "vee"])
@pytest.mark.parametrize("pen", [1, 1.2, 1.7])
def test_arrowheads_are_where_graphviz_draws_them(arrow: Arrowhead, pen: float) -> None:
    for points in (((20.0, 20.0), (90.0, 20.0)), ((20, 90), (20, 50), (80, 50), (80, 46))):
        one = path("a", points, pen=pen)._replace(arrow=arrow)
        assert differences(drawing(paths=(one,))) == []


def test_the_table_of_objects_leads_to_each() -> None:
    data = pdf(whole())
    start = int(re.findall(rb"startxref\n(\d+)\n%%EOF\n$", data)[0])
    places = [int(one) for one in re.findall(rb"^(\d{10}) 00000 n $", data[start:], re.M)]
    assert len(places) == 15
    for number, (place, end) in enumerate(pairwise([*places, start]), 1):
        assert data[place:].startswith(f"{number} 0 obj\n".encode())
        assert data[:end].endswith(b"endobj\n")


def test_the_same_drawing_is_the_same_file_without_a_date() -> None:
    data = pdf(whole())
    assert data == pdf(whole())
    assert b"Date" not in data
    assert b"/ID" not in data
