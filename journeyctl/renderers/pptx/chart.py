"""Feelings as a native line chart, with a workbook of its own to edit them in (ECMA-376 part 1,
21.2)."""

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from journeyctl.fonts import wrap
from journeyctl.renderers.notation import escaped, printable
from journeyctl.renderers.pptx.objects import Told
from journeyctl.renderers.pptx.paper import POINT
from journeyctl.renderers.pptx.text import Pen, whole
from journeyctl.slides.deck import Chart
from journeyctl.themes import Theme
from journeyctl.words import words_for

if TYPE_CHECKING:
    from pptx.slide import Slide

_URI = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_SIZE = 12.0
_LINE = 2.25  # points
_MARKER, _LARGE = 8, 13  # of a mark, and of one that is pointed out, in points
_FORMS = ("circle", "diamond", "square", "triangle")
_DASHES = ("solid", "dash", "sysDot", "lgDash")
_THEN = datetime(2000, 1, 1)
_NARROW = 40.0  # points of a column that no name fits in
_APART, _LINES = 8.0, 5  # points between two names; of how many lines a name is
_LEVEL = ' rot="0" vert="horz"'
_SHEET = "Sheet1"


def chart(chart: Chart, slide: "Slide", pen: Pen, theme: Theme, id: int) -> str:
    """A chart as an element; its parts are put into the slide's package. Values are 1 to 5, with
    gaps where nothing is known."""
    from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from pptx.oxml import parse_xml
    from pptx.parts.chart import ChartPart

    chart = chart._replace(categories=_fitted(chart))
    package = slide.part.package
    name = package.next_partname(ChartPart.partname_template)
    space = parse_xml(_Space(chart, pen, theme).element())
    part = ChartPart(name, CONTENT_TYPE.DML_CHART, package, space)
    part.chart_workbook.update_from_xlsx_blob(_workbook(chart))
    link = slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{Told(chart.key, chart.alt).element(id)}"
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>'
        f"</p:nvGraphicFramePr>{pen.paper.frame(chart.box, prefix='p')}<a:graphic>"
        f'<a:graphicData uri="{_URI}"><c:chart xmlns:c="{_URI}" r:id="{link}"/>'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


def _fitted(chart: Chart) -> tuple[str, ...]:
    """The categories, the long ones shortened to a few lines below their points."""
    room = chart.box[2] / max(1, len(chart.categories)) - _APART
    if room < _NARROW:
        return chart.categories
    wrapped = (wrap(name, room, _SIZE, most=_LINES) for name in chart.categories)
    return tuple(whole(lines, name) for lines, name in zip(wrapped, chart.categories, strict=True))


def _workbook(chart: Chart) -> bytes:
    """The values where the chart's formulas look for them. No text of it is a formula or a
    link, whatever it begins with."""
    import xlsxwriter

    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _THEN})
        sheet = book.add_worksheet(_SHEET)
        for row, name in enumerate(chart.categories, start=1):
            sheet.write_string(row, 0, printable(name))
        for column, line in enumerate(chart.series, start=1):
            sheet.write_string(0, column, printable(line.name))
            for row, value in enumerate(line.values, start=1):
                if value is not None:
                    sheet.write_number(row, column, round(value, 1))
    return out.getvalue()


class _Space:
    """The chart's own part."""

    def __init__(self, chart: Chart, pen: Pen, theme: Theme) -> None:
        self._chart, self._pen, self._theme = chart, pen, theme
        # A moment has a star; the lowest point, which may be one, a word.
        self._marks = dict.fromkeys(chart.moments, (theme.moment, '"★ "General'))
        if chart.lowest >= 0:
            word = words_for(pen.language).text("legend.lowest").replace('"', "")
            self._marks[chart.lowest] = (theme.leave, f'"{word}: "General')

    def element(self) -> str:
        """The part's XML."""
        theme, several = self._theme, len(self._chart.series) > 1
        lines = "".join(self._series(number) for number in range(len(self._chart.series)))
        legend = f'<c:legendPos val="t"/><c:overlay val="0"/>{self._type(theme.ink)}'
        legend = f"<c:legend>{legend}</c:legend>" if several else ""
        return (
            f'<c:chartSpace xmlns:c="{_URI}"'
            ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
            ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
            '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>'
            '<c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:lineChart>'
            f'<c:grouping val="standard"/><c:varyColors val="0"/>{lines}<c:marker val="1"/>'
            f'<c:axId val="1"/><c:axId val="2"/></c:lineChart>{self._axes()}</c:plotArea>{legend}'
            '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
            f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{self._type(theme.ink)}"
            "</c:chartSpace>"
        )

    def _series(self, number: int) -> str:
        """A line. Each has marks and dashes of its own, so that its colour is not all."""
        chart, theme = self._chart, self._theme
        line = chart.series[number]
        colours = (theme.curve, theme.jump, theme.loop)
        colour = colours[number % len(colours)]
        fill = self._pen.palette.fill(colour)
        form = _FORMS[number % len(_FORMS)]
        dash = _DASHES[number % len(_DASHES)]
        column = chr(ord("B") + number)
        last = len(chart.categories) + 1
        marks = [at for at in sorted(self._marks) if self._marked(at) == number]
        points = "".join(
            f'<c:dPt><c:idx val="{at}"/>{self._marker(self._marks[at][0], form, _LARGE)}'
            '<c:bubble3D val="0"/></c:dPt>'
            for at in marks
        )
        names = "".join(
            f'<c:pt idx="{at}"><c:v>{escaped(name)}</c:v></c:pt>'
            for at, name in enumerate(chart.categories)
        )
        values = "".join(
            f'<c:pt idx="{at}"><c:v>{round(value, 1):g}</c:v></c:pt>'
            for at, value in enumerate(line.values)
            if value is not None
        )
        count = f'<c:ptCount val="{len(chart.categories)}"/>'
        return (
            f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
            f'<c:f>{_SHEET}!${column}$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0">'
            f"<c:v>{escaped(line.name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
            f'<c:spPr><a:ln w="{self._pen.paper.length(_LINE)}" cap="rnd">{fill}'
            f'<a:prstDash val="{dash}"/><a:round/></a:ln></c:spPr>'
            f"{self._marker(colour, form, _MARKER)}{points}{self._labels(marks)}"
            f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${last}</c:f><c:strCache>{count}{names}"
            f"</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>{_SHEET}!${column}$2:"
            f"${column}${last}</c:f><c:numCache><c:formatCode>General</c:formatCode>{count}"
            f'{values}</c:numCache></c:numRef></c:val><c:smooth val="0"/></c:ser>'
        )

    def _marked(self, at: int) -> int:
        """The series whose point is marked at a category: that of the lowest value, or of the
        highest for a moment; -1 where no value is known."""
        values = [line.values[at] for line in self._chart.series]
        known = [(value, number) for number, value in enumerate(values) if value is not None]
        best = min if at == self._chart.lowest else max
        return best(known, key=lambda one: one[0])[1] if known else -1

    def _marker(self, colour: str, form: str, size: int) -> str:
        palette = self._pen.palette
        return (
            f'<c:marker><c:symbol val="{form}"/><c:size val="{size}"/><c:spPr>'
            f'{palette.fill(colour)}<a:ln w="{POINT}">{palette.fill(self._theme.background)}'
            "</a:ln></c:spPr></c:marker>"
        )

    def _labels(self, marks: list[int]) -> str:
        """What is written at the points that are pointed out; it follows the values."""
        shown = (
            '<c:showLegendKey val="0"/><c:showVal val="{}"/><c:showCatName val="0"/>'
            '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
        )
        labels = ""
        for at in marks:
            colour, said = self._marks[at]
            above = "b" if at == self._chart.lowest else "t"
            labels += (
                f'<c:dLbl><c:idx val="{at}"/><c:numFmt formatCode="{escaped(said)}"'
                f' sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
                f'{self._type(colour, bold=True)}<c:dLblPos val="{above}"/>{shown.format(1)}'
                "</c:dLbl>"
            )
        return f"<c:dLbls>{labels}{shown.format(0)}</c:dLbls>"

    def _axes(self) -> str:
        """The steps below, the feelings 1 to 5 at the left. There is room below a 1 and above a
        5 for what is written there."""
        theme, palette = self._theme, self._pen.palette
        thin = f'<a:ln w="9525">{palette.fill(theme.grid)}</a:ln>'
        none = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
        still = '<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        levels = '<c:numFmt formatCode="[&lt;1]&quot;&quot;;0" sourceLinked="0"/>'
        return (
            '<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
            f'<c:delete val="0"/><c:axPos val="b"/>{still}<c:tickLblPos val="low"/>'
            f"<c:spPr>{thin}</c:spPr>{self._type(theme.ink, level=True)}"
            '<c:crossAx val="2"/><c:crosses val="min"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
            '<c:lblOffset val="100"/>'
            f'<c:tickLblSkip val="{self._every()}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
            '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
            '<c:max val="5.6"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
            f"<c:majorGridlines><c:spPr>{thin}</c:spPr></c:majorGridlines>{levels}{still}"
            f'<c:tickLblPos val="nextTo"/>{none}{self._type(theme.muted)}<c:crossAx val="1"/>'
            '<c:crosses val="min"/><c:crossBetween val="between"/><c:majorUnit val="1"/></c:valAx>'
        )

    def _every(self) -> int:
        """Of how many categories one has its name below, so that the names can be read."""
        column = self._chart.box[2] / max(1, len(self._chart.categories))
        return 1 if column >= _NARROW else int(2 * _NARROW / column) + 1

    def _type(self, colour: str, *, bold: bool = False, level: bool = False) -> str:
        pen = self._pen
        fill = pen.palette.ink(colour, "none")
        return (
            f"<c:txPr><a:bodyPr{_LEVEL if level else ''}/><a:lstStyle/>"
            "<a:p><a:pPr><a:defRPr"
            f' sz="{pen.paper.size(_SIZE)}" b="{int(bold)}">{fill}</a:defRPr></a:pPr>'
            '<a:endParaRPr lang="en-US"/></a:p></c:txPr>'
        )
