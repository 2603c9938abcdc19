"""One slide: its placeholders, elements, notes and foot (ECMA-376 part 1, 19.3.1.38)."""

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from journeyctl.fonts import wrap
from journeyctl.renderers.pptx.backdrop import Backdrop
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
from journeyctl.renderers.pptx.holders import Holders
from journeyctl.renderers.pptx.layouts import Place, layout, places
from journeyctl.renderers.pptx.objects import Told
from journeyctl.renderers.pptx.palette import Palette
from journeyctl.renderers.pptx.table import table
from journeyctl.renderers.pptx.text import Pen, frame, sole
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

_AT = 40.0  # points from the left of words where their ground is looked for
_EDGE = 6.0  # points that a sheet is larger than the drawing on it
_PLAIN = "<a:bodyPr/><a:lstStyle/>"
_SHRUNK = "<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>"
_NUMBER = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
    '<a:rPr lang="en-US">%s</a:rPr><a:t>%d</a:t></a:fld>'
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
    middle = (presentation.slide_width or 0) // 2, (presentation.slide_height or 0) // 2
    backdrop = Backdrop(chosen, middle)
    if pen.palette.foreign:
        pen = pen._replace(palette=Palette(deck.theme, backdrop.slots, backdrop.ground))
    drawn = presentation.slides.add_slide(chosen)
    tree = drawn.shapes._spTree
    for old in list(drawn.shapes):
        tree.remove(old._element)
    for xml in _Sheet(slide, deck, drawn, backdrop, pen, number).elements():
        start = xml.index(">") if xml.index(">") < xml.index(" ") else xml.index(" ")
        tree.append(parse_xml(f"{xml[:start]} {NAMESPACES}{xml[start:]}"))
    drawn._element.cSld.set("name", slide.id)
    if slide.notes:
        _notes(drawn, slide.notes)


def _notes(drawn: "Drawn", notes: tuple[str, ...]) -> None:
    from journeyctl.renderers.notation import printable

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
        backdrop: Backdrop,
        pen: Pen,
        number: int,
    ) -> None:
        self._slide, self._deck, self._drawn, self._backdrop = slide, deck, drawn, backdrop
        self._pen, self._number, self._own = pen, number, not pen.palette.foreign
        self._drawing = pen._replace(palette=pen.palette.drawn())
        self._ids = count(2)
        self._free = Holders(places(drawn.slide_layout, backdrop), pen, self._ids)

    def elements(self) -> Iterator[str]:
        """All objects, in the order of reading."""
        yield self._title()
        if self._slide.subtitle:
            yield self._subtitle()
        for one in self._slide.elements:
            if isinstance(one, Words):
                yield self._words(one)
            elif isinstance(one, Figure):
                yield from self._sheet(one.box)
                yield figure(one, self._drawing, self._ids)
            elif isinstance(one, Table):
                yield table(one, self._pen, self._deck.theme, next(self._ids))
            elif isinstance(one, Chart):
                yield from self._sheet(one.box)
                yield chart(one, self._drawn, self._drawing, self._deck.theme, next(self._ids))
        if not _opens(self._slide):
            yield from self._foot()

    def _sheet(self, box: Box) -> Iterator[str]:
        """What a drawing stands on where the template's ground would hide it."""
        if not self._pen.palette.sheet:
            return
        left, top, wide, high = box
        form = self._pen.paper.frame(
            (left - _EDGE, top - _EDGE, wide + 2 * _EDGE, high + 2 * _EDGE)
        )
        fill = self._drawing.palette.fill(self._deck.theme.background)
        yield (
            f"<p:sp><p:nvSpPr>{Told('Sheet').element(next(self._ids))}<p:cNvSpPr/><p:nvPr/>"
            f'</p:nvSpPr><p:spPr>{form}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}'
            "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )

    def _title(self) -> str:
        alone = _opens(self._slide)
        box = TITLE_ALONE if alone else TITLE
        largest = TITLE_ALONE_SIZE if alone else TITLE_SIZE
        _, size = fitted(self._slide.title, box, largest)
        said = Paragraph(self._slide.title, size, bold=True)
        place = self._free.take("ctrTitle", "title")
        look = _Look("Title", box, "b" if alone else "ctr", self._deck.theme.ink, largest)
        return self._heading(place, said, look)

    def _subtitle(self) -> str:
        alone = _opens(self._slide)
        size = SUBTITLE_ALONE_SIZE if alone else SUBTITLE_SIZE
        # A layout's body of a template is for more than a line.
        place = self._free.take("subTitle") if alone or not self._own else self._free.take("body")
        box = SUBTITLE_ALONE if alone else SUBTITLE
        look = _Look("Subtitle", box, "t" if alone else "ctr", self._deck.theme.muted, size)
        return self._heading(place, Paragraph(self._slide.subtitle, size), look)

    def _heading(self, place: Place | None, said: Paragraph, look: "_Look") -> str:
        """A title or a subtitle. In a placeholder it looks as the layout says, but for its size;
        it stands where the layout says if that leaves room for what is below."""
        if place is None:
            return self._words(Words(look.name, look.box, (said,)), look.colour, look.anchor)
        size = "" if self._own and said.size == look.size else self._size(said.size)
        fill = self._free.ink(place, look.colour)
        text = sole(said.text, f"<a:rPr{size}>{fill}</a:rPr>")
        if self._own:
            return self._free.object(place, look.name, "", _PLAIN, text)
        if self._free.fits(place, look.box):
            return self._free.object(place, look.name, "", _SHRUNK, text)
        form = self._pen.paper.frame(look.box)
        return self._free.object(place, look.name, form, frame(anchor=look.anchor), text)

    def _size(self, size: float) -> str:
        return f' sz="{self._pen.paper.size(size)}"'

    def _words(self, words: Words, colour: str = "", anchor: str = "t") -> str:
        """Words in the next placeholder for any content, moved to their place, or else in a box
        of their own."""
        theme, place = self._deck.theme, None
        if not colour:
            place = self._free.take("obj") if self._own else self._free.take("obj", "body")
        form = self._pen.paper.frame(words.box)
        if place is None:
            form += '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        pen = self._pen
        if not self._own:
            left, top, wide, high = words.box
            behind = self._backdrop.at(
                pen.paper.x(left + min(wide / 2, _AT)), pen.paper.y(top + high / 2)
            )
            pen = pen._replace(palette=pen.palette.on(behind))
        said = pen.paragraphs(words.paragraphs, colour or theme.ink, "none")
        return self._free.object(place, words.key, form, frame(anchor=anchor), said)

    def _foot(self) -> Iterator[str]:
        title, number = self._free.take("ftr"), self._free.take("sldNum")
        if title is not None:
            (shown,) = wrap(self._deck.title, self._free.room(title), title.size, most=1)
            fill = self._free.ink(title, self._deck.theme.muted)
            said = sole(shown, f"<a:rPr>{fill}</a:rPr>")
            yield self._free.object(title, "Footer", self._free.below(title), _PLAIN, said)
        if number is not None:
            fill = self._free.ink(number, self._deck.theme.muted)
            said = f"<a:p>{_NUMBER % (fill, self._number)}</a:p>"
            yield self._free.object(number, "Slide Number", self._free.below(number), _PLAIN, said)


class _Look(NamedTuple):
    """What a heading is called, where it stands, and how where no layout says it: how it is
    anchored, its colour; ``size`` is that of the type in our own layouts."""

    name: str
    box: Box
    anchor: str
    colour: str
    size: float
