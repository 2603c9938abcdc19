"""What all objects of a slide have: a number, a name, what is told of them, an outline."""

from typing import NamedTuple

from journeyctl.renderers.notation import escaped
from journeyctl.renderers.pptx.palette import Palette
from journeyctl.renderers.pptx.paper import Paper

_DASHES = {"dashed": "dash", "dotted": "sysDot"}
_HEADS = {"normal": "triangle", "vee": "stealth"}
_HAIR = 6_350  # units: half a point, the thinnest line
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


class Told(NamedTuple):
    """What those who don't see the slide are told of a shape: ``alt``, or nothing at all."""

    name: str
    alt: str = ""

    def element(self, id: int) -> str:
        """The element that numbers and names an object (19.3.1.12)."""
        start = f'<p:cNvPr id="{id}" name="{escaped(self.name)}"'
        if self.alt:
            return f'{start} descr="{escaped(self.alt)}"/>'
        return f"{start}>{_DECORATIVE}</p:cNvPr>"


def grouped(id: int, told: Told, box: tuple[int, int, int, int], inner: str) -> str:
    """A group around elements that keep their places; ``box`` is in units."""
    left, top, wide, high = box
    place = f'x="{left}" y="{top}"', f'cx="{wide}" cy="{high}"'
    return (
        f"<p:grpSp><p:nvGrpSpPr>{told.element(id)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm><a:off {place[0]}/><a:ext {place[1]}/><a:chOff {place[0]}/>"
        f"<a:chExt {place[1]}/></a:xfrm></p:grpSpPr>{inner}</p:grpSp>"
    )


def stroke(
    colour: str, pen: float, line: str, paper: Paper, palette: Palette, arrow: str = "none"
) -> str:
    """An outline as an element."""
    if colour == "none" or line == "none":
        return "<a:ln><a:noFill/></a:ln>"
    wide = max(_HAIR, paper.length(pen))
    dash = f'<a:prstDash val="{_DASHES.get(line, "solid")}"/>'
    head = f'<a:tailEnd type="{_HEADS[arrow]}" w="med" len="med"/>' if arrow in _HEADS else ""
    return f'<a:ln w="{wide}">{palette.fill(colour)}{dash}<a:round/>{head}</a:ln>'
