"""From a file's text to its tree. Never raises on any text, and drops nothing."""

from journeyctl.diagnostics import Diagnostic, Edit, Fix, Label, at
from journeyctl.kinds import EMPTY_FILE, MISSING_TITLE, MIXED_INDENT, TOO_LONG
from journeyctl.source import Source, Span
from journeyctl.syntax import lines, values
from journeyctl.syntax.findings import Findings
from journeyctl.syntax.line import Line
from journeyctl.syntax.nodes import Attribute, Blank, Comment, Node, Tree, Unknown
from journeyctl.syntax.shape import Shape
from journeyctl.syntax.signs import allowed, plain, read_as_meant, unlike

LONGEST_LINE = 65_536
MOST_LINES = 100_000
_TAB = 4


def parse(source: Source) -> tuple[Tree, list[Diagnostic]]:
    """The tree of a file, and what is wrong with its lines and where they stand.

    Every line that is not blank is in the tree once, with its place; a line that could not
    be read is an ``Unknown`` there. Linear in the length of the text.
    """
    findings = Findings()
    text = allowed(source, source.text, findings)
    shape = Shape(source, findings)
    indents = _Indents(source)
    first: Node | None = None
    keys: list[Attribute] = []
    start = 1 if text.startswith("\ufeff") else 0
    for count in range(MOST_LINES + 1):
        if start >= len(text):
            break
        newline = text.find("\n", start)
        end = len(text) if newline < 0 else newline
        if count == MOST_LINES:
            end = len(text)
            node: Node = _past_the_end(source, text, start, findings)
        else:
            node = _line(source, text, start, end, indents, shape, findings)
        if not isinstance(node, Blank | Comment):
            first = first or node
        if isinstance(node, Attribute):
            keys.append(node)
        shape.add(node)
        start = end + 1
    for finding in indents.findings():
        findings.add(finding)
    _check_title(source, first, keys, findings)
    _check_values(source, keys, findings)
    return shape.tree(), findings.in_order()


def _line(
    source: Source,
    text: str,
    start: int,
    end: int,
    indents: "_Indents",
    shape: Shape,
    findings: Findings,
) -> Node:
    if end > start and text[end - 1] == "\r":
        end -= 1
    written = text[start:end]
    content = plain(written).rstrip(" \t")
    lead = len(content) - len(content.lstrip(" \t"))
    span = Span(start + lead, start + len(content))
    too_long = len(written) > LONGEST_LINE
    if too_long:
        message = f"This line has {len(written):,} characters; {LONGEST_LINE:,} is the most."
        help = "It is not read: cut it into lines that say one thing each."
        findings.add(at(TOO_LONG, source, Span(start, start + 1), message, help=help))
    if not content:
        return Blank(Span(start, end))
    indent = indents.columns(written[:lead], start)
    written = written[lead : len(content)]
    if too_long:
        return Unknown(span, indent, written, ())
    odd_spaces = unlike(text[start : span.start], start)
    if odd_spaces:
        findings.add(read_as_meant(source, odd_spaces))
    line = Line(source, written, span.start, indent, findings)
    node = lines.read(line)
    if isinstance(node, Unknown):
        from journeyctl.syntax.guess import report_unknown

        report_unknown(line, shape.over(indent))
    return node


def _past_the_end(source: Source, text: str, start: int, findings: Findings) -> Unknown:
    message = f"The file has more than {MOST_LINES:,} lines."
    help = "From here on it is not read: cut it into several journeys."
    findings.add(at(TOO_LONG, source, Span(start, start), message, help=help))
    return Unknown(Span(start, len(text)), 0, text[start:], ())


def _check_title(
    source: Source, first: Node | None, keys: list[Attribute], findings: Findings
) -> None:
    title = next((one for one in keys if one.key.value == "journey"), None)
    if first is None:
        message = "There is no journey in this file."
        help = "Begin with `journey: Title`, then a `stage` and its steps."
        findings.add(at(EMPTY_FILE, source, Span(0, 0), message, help=help))
    elif title is None or not title.text.value:
        message = "This journey has no title."
        help = "Begin the file with `journey: Title`."
        start = first.span.start
        place = title.key.span if title else Span(start, start + 1)
        findings.add(at(MISSING_TITLE, source, place, message, help=help))


def _check_values(source: Source, keys: list[Attribute], findings: Findings) -> None:
    """Report what the small languages of some keys' values do not understand."""
    language = next((one.text.value for one in keys if one.key.value == "language"), "")
    for one in keys:
        found: list[Diagnostic] = []
        match one.key.value:
            case _ if not one.text.value:
                pass
            case "duration":
                found = values.duration(source, one.text)[1]
            case "metric":
                found = values.metric(source, one.text, language)[1]
            case "evidence":
                found = values.evidence(source, one.text)[1]
            case "link":
                found = values.web_link(source, one.text)[1]
        for finding in found:
            findings.add(finding)


class _Indents:
    """Columns of indentation; the first place where tabs and spaces are mixed is reported."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._first: tuple[str, Span] | None = None
        self._finding: Diagnostic | None = None
        self._without_tabs: list[Edit] = []

    def columns(self, lead: str, start: int) -> int:
        if not lead:
            return 0
        span = Span(start, start + len(lead))
        columns = len(lead.expandtabs(_TAB))
        if "\t" in lead:
            self._without_tabs.append(Edit(span, " " * columns))
        first = self._first = self._first or (lead[0], span)
        if not self._finding and lead.strip(first[0]) and ("\t" in lead or first[0] == "\t"):
            message = "Tabs and spaces are mixed in the indentation."
            help = "Use one of them: a tab reaches the next multiple of four columns."
            others = [] if first[1] == span else [Label(first[1], "the indentation began so")]
            self._finding = at(MIXED_INDENT, self._source, span, message, help=help, others=others)
        return columns

    def findings(self) -> list[Diagnostic]:
        """What is to be reported once all lines were seen."""
        if not self._finding:
            return []
        fix = Fix("write spaces for tabs", tuple(self._without_tabs), safe=True)
        return [self._finding._replace(fix=fix)]
