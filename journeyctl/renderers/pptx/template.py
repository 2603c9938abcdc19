"""A company's own design: a .pptx or .potx whose master, layouts, colours and fonts rule."""

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from journeyctl import kinds
from journeyctl.diagnostics import Failure
from journeyctl.renderers.pptx.backdrop import slots
from journeyctl.renderers.pptx.pack import packed

if TYPE_CHECKING:
    from pptx.presentation import Presentation

LARGEST = 200_000_000
"""Bytes of a template that is unpacked, at the most."""

_MOST_PARTS = 5_000
_TYPES = "[Content_Types].xml"
_OOXML, _MICROSOFT = b"openxmlformats-officedocument.presentationml", b"ms-powerpoint"
_AS_DECK = _OOXML + b".presentation.main+xml"
_AS_OTHERS = (
    _OOXML + b".template.main+xml",
    _OOXML + b".slideshow.main+xml",
    _MICROSOFT + b".presentation.macroEnabled.main+xml",
    _MICROSOFT + b".template.macroEnabled.main+xml",
    _MICROSOFT + b".slideshow.macroEnabled.main+xml",
)
_MACROS = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
_VIEW = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<p:viewPr xmlns:p='
    '"http://schemas.openxmlformats.org/presentationml/2006/main"/>'
)
_HELP = "Give a .pptx or .potx that PowerPoint or LibreOffice Impress opens."


def opened(data: bytes) -> "Presentation":
    """The presentation without its slides and macros.

    Raises Failure for what is no presentation, is damaged, or is larger than ``LARGEST``.
    """
    from pptx import Presentation

    parts = _parts(data)
    # A .potx differs from a .pptx in this word alone; the deck is no template any more. One of
    # another type than its name says is refused by PowerPoint.
    for other in _AS_OTHERS:
        parts[_TYPES] = parts[_TYPES].replace(other, _AS_DECK)
    try:
        presentation = Presentation(BytesIO(packed(parts)))
        _emptied(presentation)
        _completed(presentation)
        layouts = [layout for layout in presentation.slide_layouts if list(layout.placeholders)]
        for layout in layouts:
            slots(layout)
        sized = presentation.slide_width and presentation.slide_height
    # The library tells of a damaged file by whatever fails first, in itself or in lxml.
    except Exception as error:
        raise refused("The template is no presentation that can be read.") from error
    if not (layouts and sized):
        raise refused("The template has no layouts with placeholders, or no size.")
    return presentation


def refused(message: str) -> Failure:
    """That a template cannot be used, and what helps."""
    return Failure(kinds.BAD_DESIGN, message, _HELP)


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of the package. What it says of their sizes is held against the limit before
    anything is unpacked, and no part unpacks to more than it says."""
    try:
        with ZipFile(BytesIO(data)) as file:
            entries = [entry for entry in file.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_PARTS or sum(one.file_size for one in entries) > LARGEST:
                raise refused(f"The template is larger than {LARGEST // 1_000_000} MB unpacked.")
            parts = {entry.filename: file.read(entry) for entry in entries}
    except Failure:
        raise
    # A cipher, an unknown packing and a broken stream each have an error of their own.
    except Exception as error:
        raise refused("The template is damaged, or no PowerPoint file.") from error
    if _TYPES not in parts:
        raise refused("The template is no PowerPoint file.")
    return parts


def _emptied(presentation: "Presentation") -> None:
    """Take out the slides, what speaks of them (sections and shows), and macros, which a .pptx
    must not have."""
    for id in [id for id, one in presentation.part.rels.items() if one.reltype == _MACROS]:
        presentation.part.rels.pop(id)
    listed = presentation.slides._sldIdLst
    for one in list(listed):
        presentation.part.drop_rel(one.rId)
        listed.remove(one)
    element = presentation.part._element
    for name in ("{*}custShowLst", "{*}extLst"):
        for old in element.findall(name):
            element.remove(old)


def _completed(presentation: "Presentation") -> None:
    """Put in a part without which PowerPoint may offer to repair the file; LibreOffice does not
    write it."""
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    part = presentation.part
    kinds = {one.reltype for one in part.rels.values()}
    if RELATIONSHIP_TYPE.VIEW_PROPS not in kinds:
        name = PackURI("/ppt/viewProps.xml")
        view = Part(name, CONTENT_TYPE.PML_VIEW_PROPS, part.package, _VIEW.encode())
        part.relate_to(view, RELATIONSHIP_TYPE.VIEW_PROPS)
