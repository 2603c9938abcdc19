"""The design of a deck of our own: colour and font slots, a master, layouts with placeholders.

They are those of python-pptx's default template, laid out for 16:9 and in the theme's colours.
"""

import re
from typing import TYPE_CHECKING

from journeyctl.renderers.notation import escaped
from journeyctl.renderers.pptx.palette import Palette
from journeyctl.renderers.pptx.paper import Paper
from journeyctl.renderers.pptx.text import PITCH_SHARE, frame
from journeyctl.slides.deck import (
    BODY,
    HEIGHT,
    SUBTITLE,
    TITLE,
    TITLE_ALONE,
    WIDTH,
    Box,
)
from journeyctl.themes import Theme

if TYPE_CHECKING:
    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.presentation import Presentation

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

TITLE_SIZE, TITLE_ALONE_SIZE, SUBTITLE_SIZE, FOOTER_SIZE = 26.0, 40.0, 14.0, 12.0
SUBTITLE_ALONE: Box = (80.0, 324.0, 800.0, 72.0)
SUBTITLE_ALONE_SIZE = 20.0
FOOTER: Box = (40.0, 513.0, 700.0, 18.0)
NUMBER: Box = (840.0, 513.0, 80.0, 18.0)

_LEFT, _TOP, _WIDE, _HIGH = BODY
_HALF = (_WIDE - 20) / 2
_COLUMNS: tuple[Box, Box] = (
    (_LEFT, _TOP, _HALF, _HIGH),
    (_LEFT + _HALF + 20, _TOP, _HALF, _HIGH),
)
_RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
_KEPT = {"title": "Title Slide", "obj": "Title and Content", "twoObj": "Two Content",
         "titleOnly": "Title Only"}  # fmt: skip


def designed(theme: Theme, palette: Palette) -> "Presentation":
    """An empty presentation in the colours and the font of a theme."""
    from pptx import Presentation
    from pptx.opc.constants import RELATIONSHIP_TYPE

    presentation = Presentation()
    paper = Paper()
    size = presentation.part._element.find(_p("sldSz"))
    size.attrib.clear()
    size.attrib.update({"cx": str(paper.length(WIDTH)), "cy": str(paper.length(HEIGHT))})
    package = presentation.part.package
    for holder, kind in (
        (presentation.part.rels, RELATIONSHIP_TYPE.PRINTER_SETTINGS),
        (package._rels, RELATIONSHIP_TYPE.THUMBNAIL),
    ):
        for id in [id for id, one in holder.items() if one.reltype == kind]:
            holder.pop(id)
    for layout in list(presentation.slide_layouts):
        if layout._element.get("type") not in _KEPT:
            presentation.slide_layouts.remove(layout)
    master = presentation.slide_master
    part = next(
        one.target_part
        for one in master.part.rels.values()
        if one.reltype == RELATIONSHIP_TYPE.THEME
    )
    part._blob = theme_xml(theme, palette).encode()
    element = master._element
    element.find(_p("clrMap")).attrib.update(palette.colour_map())
    _replace(element, _p("txStyles"), _styles())
    _fill(element, _master(paper))
    for layout in presentation.slide_layouts:
        _fill(layout._element, _layout(layout._element.get("type"), paper))
    return presentation


def theme_xml(theme: Theme, palette: Palette) -> str:
    """The theme part (ECMA-376 part 1, 20.1.6.9): colours, fonts, and plain effects."""
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{colour[1:].upper()}"/></a:{slot}>'
        for slot, colour in palette.scheme().items()
    )
    fonts = "".join(
        f'<a:{kind}><a:latin typeface="{escaped(theme.font)}"/><a:ea typeface=""/>'
        f'<a:cs typeface=""/></a:{kind}>'
        for kind in ("majorFont", "minorFont")
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{wide}">{fill}</a:ln>' for wide in (9525, 19050, 28575))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        f' name="journeyctl"><a:themeElements><a:clrScheme name="journeyctl">{colours}'
        f'</a:clrScheme><a:fontScheme name="journeyctl">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="journeyctl"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effect}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _p(name: str) -> str:
    return "{http://schemas.openxmlformats.org/presentationml/2006/main}" + name


def _replace(parent: "BaseOxmlElement", name: str, xml: str) -> None:
    from pptx.oxml import parse_xml

    old = parent.find(name)
    old.addprevious(parse_xml(re.sub(r"^<([\w:]+)", rf"<\1 {NAMESPACES}", xml, count=1)))
    parent.remove(old)


def _bar(name: str, paper: Paper, box: Box) -> str:
    """A bar in the brand's colour, which is there to look at alone."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr name="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f"<p:spPr>{paper.frame(box)}{_RECTANGLE}"
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "</p:sp>"
    )


def _fill(element: "BaseOxmlElement", places: list[str]) -> None:
    """Put placeholders in the place of those that a master or a layout has."""
    from pptx.oxml import parse_xml

    tree = element.find(f".//{_p('spTree')}")
    for old in tree.findall(_p("sp")):
        tree.remove(old)
    for number, place in enumerate(places, start=2):
        xml = place.replace("<p:cNvPr ", f'<p:cNvPr id="{number}" ', 1)
        tree.append(parse_xml(xml.replace("<p:sp>", f"<p:sp {NAMESPACES}>", 1)))


def _place(
    name: str, kind: str, box: str, text: str, *, index: int = 0, styles: str = "", body: str = ""
) -> str:
    """A placeholder; ``box`` is its place as an element, or "" for the master's."""
    number = f' idx="{index}"' if index else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}"{number}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{box}{_RECTANGLE if box else ''}</p:spPr>"
        f"<p:txBody>{body or '<a:bodyPr/><a:lstStyle/>'}{text}</p:txBody></p:sp>"
    ).replace("<a:lstStyle/>", f"<a:lstStyle>{styles}</a:lstStyle>" if styles else "<a:lstStyle/>")


def _said(text: str) -> str:
    return f'<a:p><a:r><a:rPr lang="en-US"/><a:t>{text}</a:t></a:r></a:p>'


_TITLE_TEXT = _said("Title")
_BODY_TEXT = _said("Text")
_NUMBER_TEXT = (
    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    '<a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld></a:p>'
)


def _small(align: str) -> str:
    """The style of a footer."""
    return (
        f'<a:lvl1pPr algn="{align}"><a:defRPr sz="{round(FOOTER_SIZE * 100)}">'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )


def _muted(size: float) -> str:
    """The style of a subtitle."""
    return (
        f'<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="{round(size * 100)}">'
        '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )


def _feet(paper: Paper, *, placed: bool) -> list[str]:
    """The footer and the number of a master, or of a layout that has them where its master has."""
    box = (paper.frame(FOOTER), paper.frame(NUMBER)) if placed else ("", "")
    style = (_small("l"), _small("r")) if placed else ("", "")
    body = frame(anchor="ctr") if placed else ""
    empty = _said("Footer")
    return [
        _place("Footer", "ftr", box[0], empty, index=11, styles=style[0], body=body),
        _place(
            "Slide Number", "sldNum", box[1], _NUMBER_TEXT, index=12, styles=style[1], body=body
        ),
    ]


def _master(paper: Paper) -> list[str]:
    return [
        _place("Title", "title", paper.frame(TITLE), _TITLE_TEXT, body=frame(anchor="ctr")),
        _place("Text", "body", paper.frame(BODY), _BODY_TEXT, index=1, body=frame()),
        *_feet(paper, placed=True),
    ]


def _layout(kind: str, paper: Paper) -> list[str]:
    feet = _feet(paper, placed=False)
    if kind == "title":
        big = f'<a:lvl1pPr><a:defRPr sz="{round(TITLE_ALONE_SIZE * 100)}"/></a:lvl1pPr>'
        alone, below = paper.frame(TITLE_ALONE), paper.frame(SUBTITLE_ALONE)
        return [
            _bar("Edge", paper, (0.0, 0.0, 24.0, HEIGHT)),
            _bar("Rule", paper, (80.0, 306.0, 72.0, 5.0)),
            _place("Title", "ctrTitle", alone, _TITLE_TEXT, styles=big, body=frame(anchor="b")),
            _place(
                "Subtitle",
                "subTitle",
                below,
                _said("Subtitle"),
                index=1,
                styles=_muted(SUBTITLE_ALONE_SIZE),
                body=frame(),
            ),
            *feet,
        ]
    boxes: tuple[Box, ...] = {"obj": (BODY,), "twoObj": _COLUMNS}.get(kind, ())
    return [
        _bar("Mark", paper, (0.0, 27.0, 8.0, 30.0)),
        _place("Title", "title", "", _TITLE_TEXT),
        *(
            _place(f"Content {number}", "obj", paper.frame(box), _BODY_TEXT, index=number)
            for number, box in enumerate(boxes, start=1)
        ),
        _place(
            "Subtitle",
            "body",
            paper.frame(SUBTITLE),
            _said("Subtitle"),
            index=13,
            styles=_muted(SUBTITLE_SIZE),
            body=frame(anchor="ctr"),
        ),
        *feet,
    ]


def _styles() -> str:
    """The master's styles of text: titles bold, bodies without bullets of their own."""

    def font(size: float, bold: bool, slot: str) -> str:
        return (
            f'<a:defRPr sz="{round(size * 100)}" b="{int(bold)}" kern="1200"><a:solidFill>'
            f'<a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+{slot}-lt"/>'
            f'<a:ea typeface="+{slot}-ea"/><a:cs typeface="+{slot}-cs"/></a:defRPr>'
        )

    pitch = f'<a:lnSpc><a:spcPct val="{PITCH_SHARE}"/></a:lnSpc>'
    levels = "".join(
        f'<a:lvl{level}pPr marL="{indent}" indent="{-min(indent, 200_000)}" algn="l">{pitch}'
        f'<a:buChar char="•"/>{font(size, False, "mn")}</a:lvl{level}pPr>'
        for level, indent, size in ((2, 200_000, 16.0), (3, 400_000, 14.0))
    )
    return (
        f'<p:txStyles><p:titleStyle><a:lvl1pPr algn="l">{pitch}<a:buNone/>'
        f"{font(TITLE_SIZE, True, 'mj')}</a:lvl1pPr></p:titleStyle>"
        f'<p:bodyStyle><a:lvl1pPr marL="0" indent="0" algn="l">{pitch}<a:buNone/>'
        f"{font(16.0, False, 'mn')}</a:lvl1pPr>{levels}</p:bodyStyle>"
        f'<p:otherStyle><a:lvl1pPr algn="l">{font(16.0, False, "mn")}</a:lvl1pPr></p:otherStyle>'
        "</p:txStyles>"
    )
