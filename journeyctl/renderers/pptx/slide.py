"""One slide: its placeholders, elements, notes and foot (ECMA-376 part 1, 19.3.1.38)."""

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from journeyctl.fonts import wrap
from journeyctl.renderers.pptx.chart import chart
from journeyctl.renderers.pptx.design import (
    NAMESPACES,
    SUBTITLE_ALONE,
    SUBTITLE_ALONE_SIZE,
    SUBTITLE_SIZE,
    TITLE_ALONE_SIZE,
    TITLE_SIZE,
)
from journeyctl.renderers.pptx.figure import figure
from journeyctl.renderers.pptx.layouts import Place, layout, places
from journeyctl.renderers.pptx.paper import POINT
from journeyctl.renderers.pptx.table import table
from journeyctl.renderers.pptx.text import Pen, escaped, frame
from journeyctl.slides.compose import fitted
from journeyctl.slides.deck import (
    SUBTITLE,
    TITLE,
    TITLE_ALONE,
    Box,
    Chart,
    Deck,
    Figure,
    Paragraph,
    Slide,
    Table,
    Words,
)

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide as Drawn

_ROOM = 8.0  # points that a template's title may be lower than ours
_SLACK = 2.0  # points that a line may grow with another implementation of its font
_MARGIN = 7.2  # points that a text frame keeps at its sides, if nothing else is said
_NARROWER = 0.9  # of the room is for a line in an unknown font
_PLAIN = "<a:bodyPr/><a:lstStyle/>"
_SHRUNK = "<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>"
_NUMBER = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/>'
    "<a:t>%d</a:t></a:fld>"
)


def _opens(slide: Slide) -> bool:
    """Whether it is a title alone."""
    return slide.kind == "title" and not slide.elements


def write(slide: Slide, deck: Deck, presentation: "Presentation", pen: Pen, number: int) -> None:
    """Put a slide at the end of a presentation. ``number`` is counted from 1."""
    from pptx.oxml import parse_xml

    words = [one for one in slide.elements if isinstance(one, Words)]
    kind = "title" if _opens(slide) else ("titleOnly", "obj", "twoObj")[min(2, len(words))]
    chosen = layout(presentation, kind)
    drawn = presentation.slides.add_slide(chosen)
    tree = drawn.shapes._spTree
    for old in list(drawn.shapes):
        tree.remove(old._element)
    for xml in _Sheet(slide, deck, drawn, places(chosen), pen, number).elements():
        start = xml.index(">") if xml.index(">") < xml.index(" ") else xml.index(" ")
        tree.append(parse_xml(f"{xml[:start]} {NAMESPACES}{xml[start:]}"))
    drawn._element.cSld.set("name", slide.id)
    if slide.notes:
        _notes(drawn, slide.notes)


def _notes(drawn: "Drawn", notes: tuple[str, ...]) -> None:
    from journeyctl.renderers.dot import printable

    frame = drawn.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = "\n".join(
            "\v".join(printable(line) for line in note.splitlines()) for note in notes
        )


class _Sheet:
    """The objects of one slide."""

    def __init__(
        self,
        slide: Slide,
        deck: Deck,
        drawn: "Drawn",
        places: list[Place],
        pen: Pen,
        number: int,
    ) -> None:
        self._slide, self._deck, self._drawn, self._places = slide, deck, drawn, places
        self._pen, self._number, self._own = pen, number, not pen.palette.foreign
        self._ids = count(2)

    def elements(self) -> Iterator[str]:
        """All objects, in the order of reading."""
        yield self._title()
        if self._slide.subtitle:
            yield self._subtitle()
        for one in self._slide.elements:
            if isinstance(one, Words):
                yield self._words(one)
            elif isinstance(one, Figure):
                yield figure(one, self._pen, self._ids)
            elif isinstance(one, Table):
                yield table(one, self._pen, self._deck.theme, next(self._ids))
            elif isinstance(one, Chart):
                yield chart(one, self._drawn, self._pen, self._deck.theme, next(self._ids))
        if not _opens(self._slide):
            yield from self._foot()

    def _take(self, *kinds: str) -> Place | None:
        """The next placeholder of one of these types, which is then taken."""
        for kind in kinds:
            for place in self._places:
                if place.kind == kind:
                    self._places.remove(place)
                    return place
        return None

    def _title(self) -> str:
        alone = _opens(self._slide)
        box = TITLE_ALONE if alone else TITLE
        largest = TITLE_ALONE_SIZE if alone else TITLE_SIZE
        _, size = fitted(self._slide.title, box, largest)
        said = Paragraph(self._slide.title, size, bold=True)
        place = self._take("ctrTitle", "title")
        look = _Look("Title", box, "b" if alone else "ctr", self._deck.theme.ink, largest)
        return self._heading(place, said, look)

    def _subtitle(self) -> str:
        alone = _opens(self._slide)
        size = SUBTITLE_ALONE_SIZE if alone else SUBTITLE_SIZE
        # A layout's body of a template is for more than a line.
        place = self._take("subTitle") if alone or not self._own else self._take("body")
        box = SUBTITLE_ALONE if alone else SUBTITLE
        look = _Look("Subtitle", box, "t" if alone else "ctr", self._deck.theme.muted, size)
        return self._heading(place, Paragraph(self._slide.subtitle, size), look)

    def _heading(self, place: Place | None, said: Paragraph, look: "_Look") -> str:
        """A title or a subtitle. In a placeholder it looks as the layout says, but for its size;
        it stands where the layout says if that leaves room for what is below."""
        if place is None:
            return self._words(Words(look.name, look.box, (said,)), look.colour, look.anchor)
        size = "" if self._own and said.size == look.size else self._size(said.size)
        text = f"<a:p><a:r><a:rPr{size}/><a:t>{escaped(said.text)}</a:t></a:r></a:p>"
        if self._own:
            return self._object(place, look.name, "", _PLAIN, text)
        if self._fits(place, look.box):
            return self._object(place, look.name, "", _SHRUNK, text)
        form = self._pen.paper.frame(look.box)
        return self._object(place, look.name, form, frame(anchor=look.anchor), text)

    def _size(self, size: float) -> str:
        return f' sz="{self._pen.paper.size(size)}"'

    def _fits(self, place: Place, box: Box) -> bool:
        """Whether a placeholder of a template stands where it leaves room for all below it."""
        _, top, _, high = box
        paper = self._pen.paper
        lowest = paper.y(top + high + _ROOM)
        return place.high >= paper.length(high) and place.top + place.high <= lowest

    def _words(self, words: Words, colour: str = "", anchor: str = "t") -> str:
        """Words in the next placeholder for any content, moved to their place, or else in a box
        of their own."""
        theme, place = self._deck.theme, None
        if not colour:
            place = self._take("obj") if self._own else self._take("obj", "body")
        form = self._pen.paper.frame(words.box)
        if place is None:
            form += '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        said = self._pen.paragraphs(words.paragraphs, colour or theme.ink, theme.background)
        return self._object(place, words.key, form, frame(anchor=anchor), said)

    def _foot(self) -> Iterator[str]:
        title, number = self._take("ftr"), self._take("sldNum")
        if title is not None:
            (shown,) = wrap(self._deck.title, self._room(title), title.size, most=1)
            said = f"<a:p><a:r><a:rPr/><a:t>{escaped(shown)}</a:t></a:r></a:p>"
            yield self._object(title, "Footer", "", _PLAIN, said)
        if number is not None:
            said = f"<a:p>{_NUMBER % self._number}</a:p>"
            yield self._object(number, "Slide Number", "", _PLAIN, said)

    def _room(self, place: Place) -> float:
        """How wide a line in a placeholder may be, in points as they are printed. A template's
        keeps a margin, and its font may be wider than the one measured with."""
        room = place.wide / POINT
        return room - _SLACK if self._own else (room - 2 * _MARGIN) * _NARROWER

    def _object(self, place: Place | None, name: str, form: str, inner: str, said: str) -> str:
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


class _Look(NamedTuple):
    """What a heading is called, where it stands, and how where no layout says it: how it is
    anchored, its colour; ``size`` is that of the type in our own layouts."""

    name: str
    box: Box
    anchor: str
    colour: str
    size: float
