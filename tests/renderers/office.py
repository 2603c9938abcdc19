"""A PowerPoint file as python-pptx reads it back, for the tests."""

from collections.abc import Iterable, Iterator
from io import BytesIO
from math import cos, radians, sin
from typing import Any

from pptx import Presentation

from journeyctl.renderers.pptx import pptx
from journeyctl.slides.deck import Deck

POINT = 12_700


def opened(deck: Deck, template: bytes | None = None) -> Any:
    """The presentation of a deck, read back."""
    return Presentation(BytesIO(pptx(deck, template)))


def everything(shapes: Iterable[Any]) -> Iterator[Any]:
    """All objects, those in groups with them."""
    for shape in shapes:
        yield shape
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from everything(shape.shapes)


def connectors(slide: Any) -> list[Any]:
    return [one for one in everything(slide.shapes) if one._element.tag.endswith("}cxnSp")]


def glue(connector: Any) -> dict[str, tuple[int, int]]:
    """What the two ends are glued to: ``st`` and ``end``, the shape's number and its site."""
    holder = connector._element.find("{*}nvCxnSpPr/{*}cNvCxnSpPr")
    return {
        one.tag.partition("}")[2].removesuffix("Cxn"): (int(one.get("id")), int(one.get("idx")))
        for one in holder
    }


def ends(connector: Any) -> dict[str, tuple[float, float]]:
    """Where a connector begins and ends on the slide, in points: its frame's left top corner and
    its right bottom one, flipped, then turned about its middle."""
    frame = connector._element.find("{*}spPr/{*}xfrm")
    wide, high = connector.width / 2, connector.height / 2
    x, y = connector.left + wide, connector.top + high
    turn = radians(int(frame.get("rot", 0)) / 60_000)
    across = -1 if frame.get("flipH") == "1" else 1
    down = -1 if frame.get("flipV") == "1" else 1
    found = {}
    for name, sign in (("st", -1), ("end", 1)):
        right, below = sign * across * wide, sign * down * high
        found[name] = (
            (x + right * cos(turn) - below * sin(turn)) / POINT,
            (y + right * sin(turn) + below * cos(turn)) / POINT,
        )
    return found


def site(shape: Any, index: int) -> tuple[float, float]:
    """Where a connection site of a shape lies, in points."""
    places = [(0.5, 0.0), (0.0, 0.5), (0.5, 1.0), (1.0, 0.5)]
    form = shape._element.find("{*}spPr/{*}prstGeom")
    if form is None:
        spots = shape._element.findall("{*}spPr/{*}custGeom/{*}cxnLst/{*}cxn/{*}pos")
        x, y = int(spots[index].get("x")), int(spots[index].get("y"))
        return (shape.left + x) / POINT, (shape.top + y) / POINT
    if form.get("prst") == "ellipse":
        far = (1 + 2**-0.5) / 2
        places = [(0.5, 0.0), (1 - far, 1 - far), (0.0, 0.5), (1 - far, far)]
        places += [(0.5, 1.0), (far, far), (1.0, 0.5), (far, 1 - far)]
    across, down = places[index]
    return (
        (shape.left + across * shape.width) / POINT,
        (shape.top + down * shape.height) / POINT,
    )
