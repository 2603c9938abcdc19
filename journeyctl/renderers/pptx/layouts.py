"""The layouts of a presentation, and the placeholders on them that words go into."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

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
_TITLES = ("title", "ctrTitle")


class Place(NamedTuple):
    """A placeholder: its ``marks`` are what makes it one, as the file has it; ``top``,
    ``wide`` and ``high`` are units, 0 where it does not say; ``size`` is that of its type in
    points. ``kind`` is its type."""

    kind: str
    marks: dict[str, str]
    top: int
    wide: int
    high: int
    size: float


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
    titled = (one for one in layouts if any(place.kind in _TITLES for place in places(one)))
    return next(titled, layouts[0])


def places(layout: "SlideLayout") -> list[Place]:
    """The placeholders of a layout, in its order."""
    # The library's annotation makes no iterable of them.
    found = cast("Iterable[LayoutPlaceholder]", layout.placeholders)
    return [_place(one) for one in found]


def _place(one: "LayoutPlaceholder") -> Place:
    ph = one._element.ph
    marks = {} if ph is None else {key: ph.get(key) for key in ("type", "orient", "sz", "idx")}
    kept = {key: value for key, value in marks.items() if value is not None}
    size = next((font.get("sz") for font in _fonts(one) if font.get("sz")), _SIZE)
    top, wide, high = (int(value or 0) for value in (one.top, one.width, one.height))
    return Place(kept.get("type", "obj"), kept, top, wide, high, int(size) / 100)


def _fonts(one: "LayoutPlaceholder") -> "Iterator[BaseOxmlElement]":
    """What is said of the type in a placeholder, by the nearest first: itself, the master's."""
    for holder in (one, one._base_placeholder):
        if holder is not None:
            yield from holder._element.iterfind("{*}txBody/{*}lstStyle/{*}lvl1pPr/{*}defRPr")
