"""The layouts of a presentation, and the placeholders on them that words go into."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from journeyctl.renderers.pptx.backdrop import Backdrop

if TYPE_CHECKING:
    from pptx.oxml.xmlchemy import BaseOxmlElement
    from pptx.presentation import Presentation
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import SlideLayout

_NAMES = {
    "title": "title slide", "titleOnly": "title only",
    "obj": "title and content", "twoObj": "two content",
}  # fmt: skip
_SIZE = "1800"  # of type of which nothing is said, in hundredths of a point
_STYLES = dict.fromkeys(("ftr", "sldNum", "dt"), "otherStyle")
_TITLES = ("title", "ctrTitle")


class Place(NamedTuple):
    """A placeholder: its ``marks`` are what makes it one, as the file has it; ``left``, ``top``,
    ``wide`` and ``high`` are units, 0 where it does not say; ``size`` is that of its type in
    points, ``colour`` its colour and ``ground`` what is behind it, "" where that cannot be told.
    ``kind`` is its type."""

    kind: str
    marks: dict[str, str]
    left: int
    top: int
    wide: int
    high: int
    size: float
    colour: str
    ground: str


def layout(presentation: "Presentation", kind: str) -> "SlideLayout":
    """The layout of a type (``title``, ``obj``, ``twoObj``, ``titleOnly``), else the one with the
    usual name of it, else the nearest: one with a title, or whatever there is."""
    layouts = list(presentation.slide_layouts)
    for one in layouts:
        if one._element.get("type") == kind:
            return one
    for one in layouts:
        if one.name.strip().lower() == _NAMES[kind]:
            return one
    if kind != "titleOnly":
        return layout(presentation, "obj" if kind == "twoObj" else "titleOnly")
    titled = (
        one for one in layouts if any(_kind(place) in _TITLES for place in _placeholders(one))
    )
    return next(titled, layouts[0])


def places(layout: "SlideLayout", backdrop: Backdrop) -> list[Place]:
    """The placeholders of a layout, in its order."""
    return [_place(one, layout, backdrop) for one in _placeholders(layout)]


def _placeholders(layout: "SlideLayout") -> "Iterable[LayoutPlaceholder]":
    # The library's annotation makes no iterable of them.
    return cast("Iterable[LayoutPlaceholder]", layout.placeholders)


def _kind(one: "LayoutPlaceholder") -> str:
    ph = one._element.ph
    return "obj" if ph is None else ph.get("type", "obj")


def _place(one: "LayoutPlaceholder", layout: "SlideLayout", backdrop: Backdrop) -> Place:
    ph, kind = one._element.ph, _kind(one)
    marks = {} if ph is None else {key: ph.get(key) for key in ("type", "orient", "sz", "idx")}
    kept = {key: value for key, value in marks.items() if value is not None}
    fonts = list(_fonts(one, layout, kind))
    size = next((font.get("sz") for font in fonts if font.get("sz")), _SIZE)
    colours = (backdrop.filled(font, layout.part) for font in fonts)
    colour = next((colour for colour in colours if colour is not None), "")
    left, top, wide, high = (int(part or 0) for part in (one.left, one.top, one.width, one.height))
    return Place(
        kind, kept, left, top, wide, high, int(size) / 100,
        colour or backdrop.slots.get("tx1", ""),
        _ground(one, layout, backdrop) or backdrop.at(left + wide // 2, top + high // 2),
    )  # fmt: skip


def _ground(one: "LayoutPlaceholder", layout: "SlideLayout", backdrop: Backdrop) -> str:
    """The colour that a placeholder is filled with."""
    for holder in (one, one._base_placeholder):
        look = None if holder is None else holder._element.find("{*}spPr")
        colour = backdrop.filled(look, layout.part)
        if colour is not None:
            return colour
    return ""


def _fonts(
    one: "LayoutPlaceholder", layout: "SlideLayout", kind: str
) -> "Iterator[BaseOxmlElement]":
    """What is said of the type in a placeholder, by the nearest first: itself, the master's, the
    master's style of all such."""
    for holder in (one, one._base_placeholder):
        if holder is not None:
            yield from holder._element.iterfind("{*}txBody/{*}lstStyle/{*}lvl1pPr/{*}defRPr")
    style = "titleStyle" if kind in _TITLES else _STYLES.get(kind, "bodyStyle")
    yield from layout.slide_master._element.iterfind(
        f"{{*}}txStyles/{{*}}{style}/{{*}}lvl1pPr/{{*}}defRPr"
    )
