"""Pages of a given size: how one is asked for, and how a drawing is made to fill it."""

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from journeyctl.views.drawing import Drawing
    from journeyctl.views.setting import Direction

SIZES = ("slide", "a4", "a3")
"""The names of sizes; another is its width and height with a unit."""

LEGIBLE = 5.0
"""Points on paper that the smallest type of a picture must have to be read."""

_MM = 72 / 25.4
_NAMED = {
    "slide": (960.0, 540.0),
    "a4": (297 * _MM, 210 * _MM),
    "a3": (420 * _MM, 297 * _MM),
}
_UNITS = {"px": 0.75, "mm": _MM, "cm": 10 * _MM, "in": 72.0, "pt": 1.0}
_PIXELS = 96
_LEAST, _MOST = 72.0, 14_400.0
_NUMBER, _UNIT = r"(\d{1,6}(?:\.\d{1,4})?)", "(px|mm|cm|in|pt)?"
_FREE = re.compile(rf"{_NUMBER}\s*{_UNIT}\s*[x×]\s*{_NUMBER}\s*{_UNIT}")


class Page(NamedTuple):
    """Width and height in points; ``name`` is how it was asked for.

    ``dpi`` are the dots an inch that its measures were counted in, 0 where they were no dots.
    """

    name: str
    width: float
    height: float
    dpi: int = 0

    @property
    def ratio(self) -> float:
        """The width to the height."""
        return self.width / self.height


def page(asked: str, direction: "Direction | None" = None) -> Page | str:
    """The page that is asked for by a name in ``SIZES`` or as ``297x210mm``, or a sentence that
    refuses. Paper lies on its side, and stands where the stages go ``down``."""
    name = asked.strip().lower()
    if name in _NAMED:
        wide, high = _NAMED[name]
        if name != "slide" and direction == "down":
            wide, high = high, wide
        return Page(name, wide, high)
    free = _FREE.fullmatch(name)
    if free is None:
        return _refused(asked, name)
    first, last = free[2] or free[4] or "px", free[4] or free[2] or "px"
    wide, high = float(free[1]) * _UNITS[first], float(free[3]) * _UNITS[last]
    if min(wide, high) < _LEAST or max(wide, high) > _MOST:
        return f"`{asked}` is too small or too large: a side has 1 to 200 inches."
    return Page(name, wide, high, _PIXELS if first == last == "px" else 0)


def _refused(asked: str, name: str) -> str:
    from journeyctl.syntax.names import nearest

    near = nearest(name, SIZES)
    meant = f" Did you mean `{near}`?" if near else ""
    return (
        f"`{asked}` is no size; there are {', '.join(SIZES)}, and a width and a height such as"
        f" `1920x1080` (pixels) or `297x210mm` (also cm, in, pt).{meant}"
    )


def fitted(drawing: "Drawing", page: Page) -> "Drawing":
    """The drawing with margins that give it exactly the proportions of the page, and the scale
    that gives it the page's size. What is left over in height is below on a page that stands, as
    in a document, and else more below than above, where the eye takes it for the middle."""
    wide = max(drawing.width, drawing.height * page.ratio)
    high = wide / page.ratio
    x = round((wide - drawing.width) / 2, 2)
    above = 0.4 if page.ratio >= 1 else 0.0
    y = round((high - drawing.height) * above, 2)
    return drawing._replace(
        width=wide,
        height=high,
        shapes=tuple(one._replace(x=one.x + x, y=one.y + y) for one in drawing.shapes),
        paths=tuple(
            one._replace(points=tuple((left + x, top + y) for left, top in one.points))
            for one in drawing.paths
        ),
        scale=page.width / wide,
    )


def smallest_type(drawing: "Drawing") -> float:
    """The size of the smallest type in a drawing as it is on paper, in points; 0 without text."""
    sizes = [one.text.size for one in drawing.shapes if one.text and one.text.lines]
    return min(sizes, default=0.0) * drawing.scale
