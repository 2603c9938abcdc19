"""One slide: its placeholders, elements, notes and foot (ECMA-376 part 1, 19.3.1.38)."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING, cast

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
    from pptx.shapes.placeholder import LayoutPlaceholder
    from pptx.slide import Slide as Drawn
    from pptx.slide import SlideLayout

_TITLES = ("title", "ctrTitle")
_NUMBER = (
    '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-US"/>'
    "<a:t>%d</a:t></a:fld>"
)


class Layouts:
    """The layouts of a presentation by what they are for."""

    def __init__(self, presentation: "Presentation") -> None:
        self._layouts = list(presentation.slide_layouts)
        self._by_type = {
            layout._element.get("type", ""): layout for layout in reversed(self._layouts)
        }

    def find(self, kind: str) -> "SlideLayout":
        """The layout of a type (``title``, ``obj``, ``twoObj``, ``titleOnly``), or the nearest
        to it: one with a title, or whatever there is."""
        names = {"title": "title slide", "titleOnly": "title only", "obj": "title and content"}
        named = {layout.name.strip().lower(): layout for layout in reversed(self._layouts)}
        found = self._by_type.get(kind) or named.get(names.get(kind, ""))
        if found is None and kind == "twoObj":
            return self.find("obj")
        if found is None and kind != "titleOnly":
            return self.find("titleOnly")
        titled = (one for one in self._layouts if any(_titles(one)))
        return found or next(titled, self._layouts[0])


def _opens(slide: Slide) -> bool:
    """Whether it is a title alone."""
    return slide.kind == "title" and not slide.elements


def _titles(layout: "SlideLayout") -> Iterator[bool]:
    return (_kind(place) in _TITLES for place in places(layout))


def places(layout: "SlideLayout") -> "list[LayoutPlaceholder]":
    """The placeholders of a layout."""
    # The library's annotation makes no iterable of them.
    return list(cast("Iterable[LayoutPlaceholder]", layout.placeholders))


def _marks(place: "LayoutPlaceholder") -> dict[str, str]:
    """What makes a placeholder one, as the file has it: its type, its index, its size."""
    ph = place._element.ph
    return {} if ph is None else dict(ph.attrib)


def _kind(place: "LayoutPlaceholder") -> str:
    return _marks(place).get("type", "obj")


def write(
    slide: Slide, deck: Deck, presentation: "Presentation", pen: Pen, number: int, *, own: bool
) -> None:
    """Put a slide at the end of a presentation; its design is our ``own``, or a template's."""
    from pptx.oxml import parse_xml

    words = [one for one in slide.elements if isinstance(one, Words)]
    kind = "title" if _opens(slide) else ("titleOnly", "obj", "twoObj")[min(2, len(words))]
    layout = Layouts(presentation).find(kind)
    drawn = presentation.slides.add_slide(layout)
    tree = drawn.shapes._spTree
    for old in list(drawn.shapes):
        tree.remove(old._element)
    for xml in _Sheet(slide, deck, drawn, layout, pen, number, own).elements():
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
        layout: "SlideLayout",
        pen: Pen,
        number: int,
        own: bool,
    ) -> None:
        self._slide, self._deck, self._drawn = slide, deck, drawn
        self._pen, self._number, self._own = pen, number, own
        self._ids = count(2)
        self._places: dict[str, list[LayoutPlaceholder]] = {}
        for place in places(layout):
            self._places.setdefault(_kind(place), []).append(place)

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

    def _take(self, *kinds: str) -> "LayoutPlaceholder | None":
        """The next placeholder of one of these types, which is then taken."""
        for kind in kinds:
            if self._places.get(kind):
                return self._places[kind].pop(0)
        return None

    def _title(self) -> str:
        alone = _opens(self._slide)
        box = TITLE_ALONE if alone else TITLE
        largest = TITLE_ALONE_SIZE if alone else TITLE_SIZE
        lines, size = fitted(self._slide.title, box, largest)
        return self._text(
            self._take("ctrTitle", "title"),
            "Title",
            box,
            (Paragraph(" ".join(lines), size, bold=True),),
            self._deck.theme.ink,
            largest,
            "b" if alone else "ctr",
        )

    def _subtitle(self) -> str:
        alone = _opens(self._slide)
        size = SUBTITLE_ALONE_SIZE if alone else SUBTITLE_SIZE
        place = self._take("subTitle") if alone or not self._own else self._take("body")
        return self._text(
            place,
            "Subtitle",
            SUBTITLE_ALONE if alone else SUBTITLE,
            (Paragraph(self._slide.subtitle, size),),
            self._deck.theme.muted,
            size,
            "t" if alone else "ctr",
        )

    def _words(self, words: Words) -> str:
        return self._text(
            self._take("obj", "body"),
            words.key,
            words.box,
            words.paragraphs,
            self._deck.theme.ink,
            0.0,
            "t",
            moved=True,
        )

    def _foot(self) -> Iterator[str]:
        title, number = self._take("ftr"), self._take("sldNum")
        if title is not None:
            said = f"<a:p><a:r><a:rPr/><a:t>{escaped(self._deck.title)}</a:t></a:r></a:p>"
            yield self._object(title, "Footer", "", "<a:bodyPr/><a:lstStyle/>", said)
        if number is not None:
            said = f"<a:p>{_NUMBER % self._number}</a:p>"
            yield self._object(number, "Slide Number", "", "<a:bodyPr/><a:lstStyle/>", said)

    def _text(
        self,
        place: "LayoutPlaceholder | None",
        name: str,
        box: Box,
        paragraphs: tuple[Paragraph, ...],
        colour: str,
        usual: float,
        anchor: str,
        *,
        moved: bool = False,
    ) -> str:
        """Words in a placeholder or, without one, in a box of their own. ``usual`` is the size of
        type that a placeholder of our own has already."""
        pen, ground = self._pen, self._deck.theme.background
        said = pen.paragraphs(paragraphs, colour, ground)
        if place is not None and not moved and (self._own or self._fits(place, box)):
            inner = "<a:bodyPr/><a:lstStyle/>" if self._own else _SHRUNK
            if self._own and paragraphs[0].size == usual:
                said = f"<a:p><a:r><a:rPr/><a:t>{escaped(paragraphs[0].text)}</a:t></a:r></a:p>"
            return self._object(place, name, "", inner, said)
        form = pen.paper.frame(box)
        if place is None:
            form += '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        return self._object(place, name, form, frame(anchor=anchor), said)

    def _fits(self, place: "LayoutPlaceholder", box: Box) -> bool:
        """Whether a placeholder of a template stands where it leaves room for all below it."""
        _, top, _, high = box
        if place.top is None or place.height is None:
            return False
        return bool(
            place.height >= self._pen.paper.length(high)
            and place.top + place.height <= self._pen.paper.y(top + high + 8)
        )

    def _object(
        self, place: "LayoutPlaceholder | None", name: str, form: str, inner: str, said: str
    ) -> str:
        """A text as an element; ``form`` is its place, "" for the layout's."""
        id = next(self._ids)
        sort = '<p:cNvSpPr txBox="1"/><p:nvPr/>'
        if place is not None:
            kept = "".join(f' {key}="{value}"' for key, value in _marks(place).items())
            sort = f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kept}/></p:nvPr>'
        named = f'<p:cNvPr id="{id}" name="{escaped(name)}"/>'
        return (
            f"<p:sp><p:nvSpPr>{named}{sort}</p:nvSpPr><p:spPr>{form}</p:spPr>"
            f"<p:txBody>{inner}{said}</p:txBody></p:sp>"
        )


_SHRUNK = "<a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/>"
