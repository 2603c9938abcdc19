"""The placeholders of a slide, which its layout has: what stands in them, where, and how."""

from collections.abc import Iterator, Sequence

from journeyctl.renderers.notation import escaped
from journeyctl.renderers.pptx.design import FOOTER
from journeyctl.renderers.pptx.layouts import Place
from journeyctl.renderers.pptx.paper import POINT
from journeyctl.renderers.pptx.text import Pen
from journeyctl.slides.deck import BODY, Box
from journeyctl.themes import contrast

_ROOM = 8.0  # points that a template's title may be lower than ours
_LEGIBLE = 3.0  # the contrast below which a template's own colour of type is not kept
_SLACK = 2.0  # points that a line may grow with another implementation of its font
_MARGIN = 7.2  # points that a text frame keeps at its sides, if nothing else is said
_NARROWER = 0.9  # of the room is for a line in an unknown font


class Holders:
    """The placeholders that are still free. ``ids`` are the numbers of the slide's objects."""

    def __init__(self, places: Sequence[Place], pen: Pen, ids: Iterator[int]) -> None:
        self._places, self._pen, self._ids = list(places), pen, ids
        self._own = not pen.palette.foreign

    def take(self, *kinds: str) -> Place | None:
        """The next placeholder of one of these types, which is then taken."""
        for kind in kinds:
            for place in self._places:
                if place.kind == kind:
                    self._places.remove(place)
                    return place
        return None

    def ink(self, place: Place, colour: str) -> str:
        """The fill of type in a placeholder: none, for what its layout says, but where that could
        not be read."""
        told = place.colour and place.ground and not self._own
        if not told or contrast(place.colour, place.ground) >= _LEGIBLE:
            return ""
        return self._pen.palette.on(place.ground).ink(colour, "none")

    def fits(self, place: Place, box: Box) -> bool:
        """Whether a placeholder of a template stands where it leaves room for all below it."""
        _, top, _, high = box
        paper = self._pen.paper
        lowest = paper.y(top + high + _ROOM)
        return place.high >= paper.length(high) and place.top + place.high <= lowest

    def below(self, place: Place) -> str:
        """Where a foot goes that a template has among what is ours: below it."""
        paper = self._pen.paper
        _, top, _, high = BODY
        among = paper.y(top) < place.top + place.high and place.top < paper.y(top + high)
        if self._own or not among:
            return ""
        _, top, _, high = FOOTER
        size = f'<a:ext cx="{place.wide}" cy="{paper.length(high)}"/>'
        return f'<a:xfrm><a:off x="{place.left}" y="{paper.y(top)}"/>{size}</a:xfrm>'

    def room(self, place: Place) -> float:
        """How wide a line in a placeholder may be, in points as they are printed. A template's
        keeps a margin, and its font may be wider than the one measured with."""
        room = place.wide / POINT
        return room - _SLACK if self._own else (room - 2 * _MARGIN) * _NARROWER

    def object(self, place: Place | None, name: str, form: str, inner: str, said: str) -> str:
        """A text as an element; ``form`` is its place, "" for the layout's."""
        sort = '<p:cNvSpPr txBox="1"/><p:nvPr/>'
        if place is not None:
            marks = "".join(f' {key}="{value}"' for key, value in place.marks.items())
            sort = f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{marks}/></p:nvPr>'
        named = f'<p:cNvPr id="{next(self._ids)}" name="{escaped(name)}"/>'
        return (
            f"<p:sp><p:nvSpPr>{named}{sort}</p:nvSpPr><p:spPr>{form}</p:spPr>"
            f"<p:txBody>{inner}{said}</p:txBody></p:sp>"
        )
