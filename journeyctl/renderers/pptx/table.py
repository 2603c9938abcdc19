"""A table as a native one (ECMA-376 part 1, 21.1.3)."""

from journeyctl.renderers.pptx.objects import Told
from journeyctl.renderers.pptx.text import Pen
from journeyctl.slides.deck import Paragraph, Table
from journeyctl.slides.measure import PAD_X, PAD_Y
from journeyctl.themes import Theme

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"  # what PowerPoint calls "No Style, No Grid"
_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table(table: Table, pen: Pen, theme: Theme, id: int) -> str:
    """A table as an element: a head in the first stage's colour, thin lines between the rows."""
    paper = pen.paper
    alt = " · ".join(head for head in table.head if head)
    columns = "".join(f'<a:gridCol w="{paper.length(wide)}"/>' for wide in table.widths)
    rows = "".join(
        f'<a:tr h="{paper.length(high)}">'
        + "".join(_cell(text, table.size, pen, theme, head=number == 0) for text in row)
        + "</a:tr>"
        for number, (row, high) in enumerate(
            zip((table.head, *table.rows), table.heights, strict=True)
        )
    )
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{Told(table.key, alt or table.key).element(id)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{paper.frame(table.box, prefix='p')}<a:graphic>"
        f'<a:graphicData uri="{_URI}"><a:tbl><a:tblPr firstRow="1"><a:tableStyleId>{_NO_STYLE}'
        f"</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl>"
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _cell(text: str, size: float, pen: Pen, theme: Theme, *, head: bool) -> str:
    paper, palette = pen.paper, pen.palette
    ground = theme.stages[0].strong if head else theme.card
    ink = theme.on_strong if head else theme.ink
    across, down = paper.length(PAD_X), paper.length(PAD_Y)
    line = f'{palette.fill(theme.grid)}<a:prstDash val="solid"/>'
    sides = "".join(
        f'<a:{side} w="9525">{line}</a:{side}>'
        if side in ("lnT", "lnB")
        else f'<a:{side} w="0"><a:noFill/></a:{side}>'
        for side in ("lnL", "lnR", "lnT", "lnB")
    )
    said = pen.paragraphs((Paragraph(text, size, bold=head),), ink, ground)
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{said}</a:txBody>"
        f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}" anchor="ctr">'
        f"{sides}{palette.fill(ground)}</a:tcPr></a:tc>"
    )
