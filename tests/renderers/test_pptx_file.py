"""A PowerPoint file as a file: the same bytes everywhere, in a company's design, and what is
no such design."""

import os
import re
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.util import Pt

from journeyctl import kinds
from journeyctl.diagnostics import Failure
from journeyctl.fonts import width
from journeyctl.renderers.pptx import pptx, template
from journeyctl.slides.deck import BODY, HEIGHT, Chart, Deck, Paragraph, Series, Slide, Words
from journeyctl.themes import LIGHT, Theme, built_in, contrast
from tests.renderers.office import POINT, everything, opened
from tests.slides.decks import deck

ELSEWHERE = """
import sys
from journeyctl.renderers.pptx import pptx
from tests.slides.decks import deck
sys.stdout.buffer.write(pptx(deck()))
"""


def few() -> Deck:
    """The first slides: with words and a figure."""
    whole = deck()
    return whole._replace(slides=whole.slides[:3])


@cache
def company(wide: float = 720, high: float = 405, **accents: str) -> bytes:
    """A company's template with two slides of its own."""
    made = Presentation()
    made.slide_width, made.slide_height = Pt(wide), Pt(high)
    for layout in (made.slide_layouts[0], made.slide_layouts[1]):
        slide = made.slides.add_slide(layout)
        assert slide.shapes.title is not None
        slide.shapes.title.text = "A slide of the company"
        text_frame = slide.notes_slide.notes_text_frame
        assert text_frame is not None
        text_frame.text = "A secret"
    out = BytesIO()
    made.save(out)
    parts = unpacked(out.getvalue())
    theme = parts["ppt/theme/theme1.xml"].decode()
    old = {"accent1": "4F81BD"}
    for slot, colour in accents.items():
        theme = theme.replace(old[slot], colour)
    return zipped(parts | {"ppt/theme/theme1.xml": theme.encode()})


def unpacked(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return out.getvalue()


def test_another_process_in_another_zone_writes_the_same_bytes() -> None:
    environment = os.environ | {"TZ": "Asia/Jakarta", "PYTHONHASHSEED": "7", "LANG": "C"}
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        env=environment,
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=True,
    )
    assert done.stdout == pptx(deck())


def test_the_file_has_no_clock_and_is_well_formed() -> None:
    data = pptx(deck())
    books = 0
    with ZipFile(BytesIO(data)) as file:
        assert file.namelist()[0] == "[Content_Types].xml"
        for entry in file.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.external_attr == 0o600 << 16
            if entry.filename.endswith((".xml", ".rels")):
                parse_xml(file.read(entry))
            if entry.filename.endswith(".xlsx"):
                books += 1
                assert b"2000-01-01" in unpacked(file.read(entry))["docProps/core.xml"]
    assert books == 2
    facts = Presentation(BytesIO(data)).core_properties
    assert facts.created == facts.modified
    assert facts.created is not None
    assert facts.created.year == 2000
    assert facts.title == deck().title


def test_a_workbook_has_no_formula_and_no_link() -> None:
    names = ("=1+1", "https://example.com/", "12")
    chart = Chart(
        "curve",
        (40, 92, 880, 300),
        names,
        (Series("=HYPERLINK(1)", (1.0, None, 2.04)),),
        -1,
        (),
        "Three.",
    )
    slide = Slide("feelings", "feelings", "Feelings", "", (chart,), ())
    parts = unpacked(pptx(Deck("A deck", "en", LIGHT, (slide,))))
    book = unpacked(next(part for name, part in parts.items() if name.endswith(".xlsx")))
    sheet = book["xl/worksheets/sheet1.xml"].decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower()
    assert "<v>2</v>" in sheet  # 2.04, as it is shown
    assert all(name in book["xl/sharedStrings.xml"].decode() for name in names)


def test_what_xml_cannot_hold_is_replaced() -> None:
    bad = "One\x00two\x0b\ud800\ufffe"
    words = Words(bad, (40, 92, 880, 300), (Paragraph(bad),))
    slide = Slide("people", "people", bad, bad, (words,), (bad,))
    presentation = opened(Deck(bad, "en", LIGHT, (slide,)))
    texts = [one.text_frame.text for one in presentation.slides[0].placeholders]
    assert any(text.startswith("One\ufffdtwo") for text in texts)


def test_a_deck_takes_a_companys_design() -> None:
    whole = deck()
    data = pptx(whole, company())
    presentation: Any = Presentation(BytesIO(data))
    assert (presentation.slide_width / POINT, presentation.slide_height / POINT) == (720, 405)
    assert len(presentation.slides) == len(whole.slides)
    for slide, drawn in zip(whole.slides, presentation.slides, strict=True):
        assert drawn.shapes.title.text_frame.text == slide.title
        for one in everything(drawn.shapes):
            if not one.is_placeholder and not one._element.tag.endswith("}cxnSp"):
                assert -1 <= one.left / POINT <= 721
                assert (one.top + one.height) / POINT <= 406
    parts = unpacked(data)
    assert not any(b"A slide of the company" in part for part in parts.values())
    assert not any(b"A secret" in part for part in parts.values())
    assert b"4F81BD" in parts["ppt/theme/theme1.xml"]


LONG = "How a mid-sized manufacturer chooses, buys, introduces and renews software " * 3


@pytest.mark.parametrize("size", [None, (960, 540), (720, 405)])
def test_the_foot_of_a_long_title_is_one_line(size: tuple[float, float] | None) -> None:
    template = company(*size) if size else None
    presentation = opened(few()._replace(title=LONG.strip()), template)
    feet = [
        one
        for slide in presentation.slides
        for one in slide.placeholders
        if one.placeholder_format.type == PP_PLACEHOLDER.FOOTER
    ]
    assert feet
    for foot in feet:
        text = foot.text_frame.text
        assert text.endswith("…")
        assert LONG.startswith(text[:-1])
        assert 0.5 * foot.width / POINT < width(text, 12) < foot.width / POINT


def test_a_title_that_runs_to_the_left_says_so_on_each_slide() -> None:
    told = few()
    first, *others = told.slides
    named = told._replace(title="רכישת CRM", slides=(first._replace(title="רכישת CRM"), *others))
    shapes = [one for slide in opened(named).slides for one in slide.shapes]
    shown = [one.text_frame.paragraphs[0] for one in shapes if one.has_text_frame]
    titles = [one for one in shown if one.text == "רכישת CRM"]
    assert len(titles) == len(told.slides)
    assert all(one._p.pPr.get("rtl") == "1" for one in titles)


def test_feet_of_a_template_stand_below_what_is_ours() -> None:
    _, top, _, high = BODY
    feet = [
        one
        for slide in opened(few(), company(960, 540)).slides
        for one in slide.placeholders
        if one.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
    ]
    assert feet
    for foot in feet:
        assert foot.top / POINT >= top + high
        assert (foot.top + foot.height) / POINT <= HEIGHT


def test_a_narrow_template_has_the_slide_in_its_middle() -> None:
    presentation = opened(few(), company(600, 600))
    figure = next(one for one in presentation.slides[2].shapes if hasattr(one, "shapes"))
    scale = 600 / 960
    left, top, wide, high = deck().slides[2].elements[0].box
    place = [value / POINT for value in (figure.left, figure.top, figure.width, figure.height)]
    margin = (600 - 540 * scale) / 2
    wanted = [left * scale, margin + top * scale, wide * scale, high * scale]
    assert place == pytest.approx(wanted, abs=0.01)


def test_letters_can_be_read_on_the_colours_of_a_template() -> None:
    """White on the company's yellow could not."""
    last = deck()._replace(slides=deck().slides[-1:])
    presentation = opened(last, company(accent1="FFE600"))
    table = next(one for one in presentation.slides[-1].shapes if one.has_table).table
    xml = table.cell(0, 0)._tc.xml
    assert '<a:schemeClr val="accent1"/>' in xml
    assert contrast("#ffe600", "#ffffff") < 4.5
    assert '<a:srgbClr val="000000"/>' in xml


MASTER = "ppt/slideMasters/slideMaster1.xml"
NAVY = '<p:bgPr><a:solidFill><a:srgbClr val="102040"/></a:solidFill><a:effectLst/></p:bgPr>'
DEEP = (
    '<p:bgPr><a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="301050"/></a:gs>'
    '<a:gs pos="100000"><a:schemeClr val="tx2"><a:lumMod val="50000"/></a:schemeClr></a:gs>'
    '</a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill><a:effectLst/></p:bgPr>'
)
INK = '<p:bgRef idx="1001"><a:schemeClr val="tx1"/></p:bgRef>'


def on(ground: str, where: str = MASTER) -> bytes:
    """A company's template with a ground of its own; its words are black, as usual."""
    parts = unpacked(company(960, 540))
    whole = re.sub("<p:bg>.*?</p:bg>", "", parts[where].decode())
    said = whole.replace("<p:spTree>", f"<p:bg>{ground}</p:bg><p:spTree>", 1)
    return zipped(parts | {where: said.encode()})


@pytest.mark.parametrize(
    ("ground", "theme"),
    [(NAVY, LIGHT), (DEEP, LIGHT), (INK, LIGHT), (DEEP, built_in("dark"))],
    ids=["navy", "deep", "ink", "deep, a dark deck"],
)
def test_words_can_be_read_on_a_ground_of_the_template(ground: str, theme: Theme) -> None:
    """Neither black words nor black lines stand on it."""
    presentation = opened(deck(theme), on(ground))
    seen = 0
    for slide in presentation.slides:
        for one in slide.placeholders:
            for run in one._element.iterfind(".//{*}rPr"):
                if not one.has_text_frame or not one.text_frame.text:
                    continue
                fill = run.find("{*}solidFill/{*}srgbClr")
                assert contrast("#" + fill.get("val"), "#301050") > 4.5
                seen += 1
        drawings = [one for one in slide.shapes if hasattr(one, "shapes") or one.has_chart]
        sheets = [one for one in slide.shapes if one.name == "Sheet"]
        assert len(sheets) == (len(drawings) if theme is LIGHT else 0)
        for sheet, drawing in zip(sheets, drawings, strict=False):
            assert sheet.left < drawing.left
            assert sheet.left + sheet.width > drawing.left + drawing.width
    assert seen > 10


def test_the_ground_of_a_layout_hides_that_of_the_master() -> None:
    """Only the title slide is dark."""
    presentation = opened(deck(), on(NAVY, "ppt/slideLayouts/slideLayout1.xml"))
    fills = [
        one.shapes.title._element.find(".//{*}rPr/{*}solidFill") for one in presentation.slides
    ]
    assert fills[0].find("{*}srgbClr").get("val") == "FFFFFF"
    assert fills[1:] == [None] * (len(fills) - 1)


def test_a_title_on_a_band_keeps_its_colour() -> None:
    """It is white on the band, which is no ground."""
    parts = unpacked(company(960, 540))
    band = (
        '<p:sp><p:nvSpPr><p:cNvPr id="90" name="Band"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="12192000" cy="1000000"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{}</p:spPr></p:sp>'
    )
    navy = '<a:solidFill><a:srgbClr val="102040"/></a:solidFill>'
    said = re.sub('(<p:titleStyle>.*?)"tx1"', r'\1"bg1"', parts[MASTER].decode(), flags=re.S)
    for fill, kept in ((navy, True), ("<a:noFill/>", False)):
        master = said.replace("</p:grpSpPr>", "</p:grpSpPr>" + band.format(fill), 1)
        presentation = opened(few(), zipped(parts | {MASTER: master.encode()}))
        title = presentation.slides[1].shapes.title
        assert (title._element.find(".//{*}rPr/{*}solidFill") is None) == kept


MAIN = b"openxmlformats-officedocument.presentationml.presentation.main+xml"


@pytest.mark.parametrize(
    "other",
    [
        b"openxmlformats-officedocument.presentationml.template.main+xml",
        b"openxmlformats-officedocument.presentationml.slideshow.main+xml",
        b"ms-powerpoint.presentation.macroEnabled.main+xml",
        b"ms-powerpoint.template.macroEnabled.main+xml",
    ],
)
def test_a_file_of_another_type_is_a_template_too(other: bytes) -> None:
    """PowerPoint refuses a .pptx of another type than its name says."""
    parts = unpacked(company())
    types = parts["[Content_Types].xml"]
    assert MAIN in types
    data = pptx(few(), zipped(parts | {"[Content_Types].xml": types.replace(MAIN, other)}))
    assert len(Presentation(BytesIO(data)).slides) == len(few().slides)
    assert MAIN in unpacked(data)["[Content_Types].xml"]
    assert other not in unpacked(data)["[Content_Types].xml"]


def test_macros_of_a_template_are_left_out() -> None:
    parts = unpacked(company())
    types, links = "[Content_Types].xml", "ppt/_rels/presentation.xml.rels"
    kind = b"application/vnd.ms-office.vbaProject"
    changed = parts | {
        types: parts[types].replace(
            b"</Types>",
            b'<Override PartName="/ppt/vbaProject.bin" ContentType="' + kind + b'"/></Types>',
        ),
        links: parts[links].replace(
            b"</Relationships>",
            b'<Relationship Id="rId99" Target="vbaProject.bin" Type='
            b'"http://schemas.microsoft.com/office/2006/relationships/vbaProject"/>'
            b"</Relationships>",
        ),
        "ppt/vbaProject.bin": b"a macro",
    }
    made = unpacked(pptx(few(), zipped(changed)))
    assert "ppt/vbaProject.bin" not in made
    assert kind not in made[types]
    assert b"vbaProject" not in made[links]


def test_sections_of_the_template_go_with_its_slides() -> None:
    parts = unpacked(company())
    name = "ppt/presentation.xml"
    section = (
        b'<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst'
        b' xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"><p14:section'
        b' name="Old" id="{00000000-0000-0000-0000-000000000001}"><p14:sldIdLst><p14:sldId'
        b' id="256"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst>'
    )
    before = parts[name].partition(b"<p:extLst>")[0].replace(b"</p:presentation>", b"")
    changed = parts | {name: before + section + b"</p:presentation>"}
    assert b"p14:section" not in unpacked(pptx(few(), zipped(changed)))[name]


EMPTY_RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)


@cache
def broken() -> dict[str, bytes]:
    good = company()
    parts = unpacked(good)
    return {
        "empty": b"",
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "cut": good[: len(good) // 2],
        "another zip": zipped({"a.txt": b"a"}),
        "no presentation": zipped({"[Content_Types].xml": parts["[Content_Types].xml"]}),
        "no theme": zipped({name: part for name, part in parts.items() if "theme" not in name}),
        "broken XML": zipped(parts | {"ppt/presentation.xml": b"<p:presentation"}),
        "a bomb of entities": zipped(
            parts | {"ppt/presentation.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}
        ),
        "a layout without its master": zipped(
            parts | {"ppt/slideLayouts/_rels/slideLayout1.xml.rels": EMPTY_RELS}
        ),
        "a broken stream": good.replace(good[200:260], bytes(60), 1),
    }


@pytest.mark.parametrize("what", list(broken()))
def test_a_damaged_template_is_refused(what: str) -> None:
    with pytest.raises(Failure) as refused:
        pptx(deck(), broken()[what])
    assert refused.value.kind == kinds.BAD_DESIGN
    assert refused.value.help


def test_a_template_that_unpacks_to_more_than_it_may_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(template, "LARGEST", 100_000)
    with pytest.raises(Failure, match="larger"):
        pptx(deck(), zipped(unpacked(company()) | {"ppt/media/zeros.bin": bytes(200_000)}))


def test_a_template_without_layouts_is_refused() -> None:
    bare: Any = Presentation()
    for layout in list(bare.slide_layouts):
        bare.slide_layouts.remove(layout)
    out = BytesIO()
    bare.save(out)
    with pytest.raises(Failure, match="no layouts"):
        pptx(deck(), out.getvalue())
