"""What a template has behind words: the grounds of its master and layouts, and what is painted on
them (ECMA-376 part 1, 19.3.1.1 ``bg``, 20.1.8 fills, 20.1.2.3 colours)."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pptx.opc.package import Part
    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.slide import SlideLayout, SlideMaster

_FILLS = ("solidFill", "gradFill", "pattFill", "blipFill")
_UNKNOWN = ""
_CLEAR = 200  # of 255: a picture that hides less than this is not what is seen
_PLAIN = {"black": "#000000", "white": "#ffffff"}
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"

_Painted = tuple[tuple[int, int, int, int], str]


class Backdrop:
    """What stands behind the words of a layout. ``slots`` are the colours by the names under
    which its slides use them (``tx1``, ``accent1`` …); ``ground`` is what is seen in the middle.
    Colours are ``#rrggbb``, "" where none can be told."""

    def __init__(self, layout: "SlideLayout", middle: tuple[int, int]) -> None:
        self.slots = slots(layout)
        self._below = self._behind(layout)
        self._painted = list(self._paint(layout))
        self.ground = self.at(*middle)

    def at(self, x: int, y: int) -> str:
        """The colour at a place of the slide, in units."""
        for (left, top, wide, high), colour in reversed(self._painted):
            if 0 <= x - left <= wide and 0 <= y - top <= high:
                return colour
        return self._below

    def filled(self, holder: "BaseOxmlElement | None", part: "Part") -> str | None:
        """The colour of the fill that an element has; None if it has none of its own."""
        for fill in () if holder is None else holder:
            name = _name(fill)
            if name == "blipFill":
                return _picture(fill, part)
            if name in _FILLS:
                colours = [self._colour(one) for one in _coloured(fill)]
                return _UNKNOWN if _UNKNOWN in colours else _mean(colours)
        return None

    def _behind(self, layout: "SlideLayout") -> str:
        for holder in (layout, layout.slide_master):
            ground = holder._element.find("{*}cSld/{*}bg")
            if ground is None:
                continue
            own = self.filled(ground.find("{*}bgPr"), holder.part)
            named = (self._colour(one) for one in ground.iterfind("{*}bgRef/*"))
            return own if own is not None else next(named, _UNKNOWN)
        return self.slots.get("bg1", _UNKNOWN)

    def _paint(self, layout: "SlideLayout") -> Iterator[_Painted]:
        """What the master and the layout paint over their ground, the lowest first. What is in a
        group is not told."""
        holders: list[SlideMaster | SlideLayout] = [layout]
        if layout._element.get("showMasterSp") not in ("0", "false"):
            holders.insert(0, layout.slide_master)
        for holder in holders:
            for shape in holder.shapes:
                if shape.is_placeholder:
                    continue
                element, kind = shape._element, _name(shape._element)
                colour: str | None = _UNKNOWN
                if kind == "pic":
                    colour = self.filled(element, holder.part)
                elif kind == "sp":
                    look = element.find("{*}spPr")
                    colour = self.filled(look, holder.part)
                    if colour is None and look.find("{*}noFill") is None:
                        styled = element.iterfind("{*}style/{*}fillRef[@idx]")
                        named = (one[0] for one in styled if one.get("idx") != "0" and len(one))
                        colour = next((self._colour(one) for one in named), None)
                if colour is not None and shape.width and shape.height:
                    yield (shape.left, shape.top, shape.width, shape.height), colour

    def _colour(self, element: "BaseOxmlElement") -> str:
        """A colour and what is done to its lightness."""
        value = element.get("lastClr") or element.get("val") or ""
        colour = _PLAIN.get(value) or self.slots.get(value, _UNKNOWN)
        if _name(element) in ("srgbClr", "sysClr") and re.fullmatch("[0-9A-Fa-f]{6}", value):
            colour = f"#{value.lower()}"
        if not colour:
            return _UNKNOWN
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        for change in element:
            value = change.get("val") or ""
            share = int(value) / 100_000 if value.isdecimal() else 1.0
            if _name(change) in ("lumMod", "shade"):
                parts = [part * share for part in parts]
            elif _name(change) == "lumOff" and share < 1:
                parts = [part + share for part in parts]
            elif _name(change) == "tint":
                parts = [1 - (1 - part) * share for part in parts]
        return "#" + "".join(f"{round(min(1.0, max(0.0, part)) * 255):02x}" for part in parts)


def slots(layout: "SlideLayout") -> dict[str, str]:
    """The colours by the names under which slides of a layout use them, and their own names."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml

    master = layout.slide_master
    theme = parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    colours = {}
    for slot in theme.iterfind(".//{*}clrScheme/*"):
        for colour in slot:
            value = colour.get("lastClr") or colour.get("val") or ""
            if re.fullmatch("[0-9A-Fa-f]{6}", value):
                colours[_name(slot)] = f"#{value.lower()}"
    names: Mapping[str, str] = master._element.find("{*}clrMap").attrib
    other = layout._element.find("{*}clrMapOvr/{*}overrideClrMapping")
    if other is not None:
        names = other.attrib
    return colours | {name: colours[slot] for name, slot in names.items() if slot in colours}


def _name(element: "BaseOxmlElement") -> str:
    return str(element.tag).rpartition("}")[2]


def _coloured(fill: "BaseOxmlElement") -> list["BaseOxmlElement"]:
    """The colours of a fill: one, the stops of a gradient, or what is behind a pattern."""
    where = {"gradFill": "{*}gsLst/{*}gs/*", "pattFill": "{*}bgClr/*"}.get(_name(fill), "*")
    return list(fill.iterfind(where))


def _picture(fill: "BaseOxmlElement", part: "Part") -> str | None:
    blip = fill.find("{*}blip")
    link = "" if blip is None else blip.get(_LINK)
    return _seen(part.related_part(link).blob) if link else _UNKNOWN


@lru_cache(32)
def _seen(picture: bytes) -> str | None:
    """The mean colour of a picture; None if it can be seen through."""
    from PIL import Image

    try:
        with Image.open(BytesIO(picture)) as image:
            image.thumbnail((32, 32))
            mean = image.convert("RGBA").resize((1, 1), Image.Resampling.BOX).tobytes()
    # A drawing of Windows (EMF), or one that is larger than the library opens.
    except Exception:
        return _UNKNOWN
    return "#" + mean[:3].hex() if mean[3] > _CLEAR else None


def _mean(colours: list[str]) -> str:
    if not colours:
        return _UNKNOWN
    sums = (sum(int(colour[at : at + 2], 16) for colour in colours) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one / len(colours)):02x}" for one in sums)
