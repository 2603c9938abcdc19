"""A deck as a PowerPoint file that can be edited: native shapes, connectors, tables and charts.

python-pptx (the extra ``slides``) holds the package together. What it writes is the same bytes
for the same deck, everywhere.
"""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from journeyctl.renderers.notation import printable
from journeyctl.renderers.pptx.design import designed
from journeyctl.renderers.pptx.pack import repacked
from journeyctl.renderers.pptx.palette import Palette
from journeyctl.renderers.pptx.paper import Paper
from journeyctl.renderers.pptx.slide import write
from journeyctl.renderers.pptx.template import opened, refused
from journeyctl.renderers.pptx.text import Pen
from journeyctl.slides.deck import Deck

if TYPE_CHECKING:
    from pptx.presentation import Presentation

_THEN = datetime(2000, 1, 1)
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    '"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>journeyctl</Application></Properties>"
)


def pptx(deck: Deck, template: bytes | None = None) -> bytes:
    """The file. ``template`` is a .pptx or .potx of one's own, whose master, layouts, colours and
    fonts rule. Raises Failure for one that cannot be used."""
    if template is None:
        palette = Palette(deck.theme)
        return _written(deck, designed(deck.theme, palette), Pen(palette, Paper(), deck.language))
    presentation = opened(template)
    palette = Palette(deck.theme, {})
    paper = Paper.of(presentation.slide_width or 0, presentation.slide_height or 0)
    try:
        return _written(deck, presentation, Pen(palette, paper, deck.language))
    # What is broken in a layout shows when it is used, by whatever fails first in the library.
    except Exception as error:
        raise refused("The template's layouts cannot be used.") from error


def _written(deck: Deck, presentation: "Presentation", pen: Pen) -> bytes:
    for number, slide in enumerate(deck.slides, start=1):
        write(slide, deck, presentation, pen, number)
    facts = presentation.core_properties
    facts.title, facts.language = printable(deck.title)[:255], deck.language
    facts.author = facts.last_modified_by = "journeyctl"
    facts.revision = 1
    facts.created = facts.modified = _THEN
    for part in presentation.part.package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = _APP.encode()
    out = BytesIO()
    presentation.save(out)
    return repacked(out.getvalue())
