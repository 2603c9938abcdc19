"""Lines that stand too far right, and what would put them back.

Such a line is read as if it stood where it belongs. Putting it there is safe as long as no
line behind it stands between the two places: that line would come to stand under it.
"""

from journeyctl.diagnostics import Diagnostic, Edit, Fix
from journeyctl.source import Source, Span
from journeyctl.syntax.findings import Findings
from journeyctl.syntax.nodes import Arrow, Attribute, Declaration, Step, Unknown

Indented = Arrow | Attribute | Declaration | Step | Unknown


class Slip:
    """Adjacent lines, all steps or all keys, that stand too far right by as much.

    ``like`` is the line above that they belong beside.
    """

    __slots__ = ("_found", "_like", "_source")

    def __init__(self, source: Source, like: Indented) -> None:
        self._source = source
        self._like = like
        self._found: list[tuple[Diagnostic, Indented, bool]] = []

    def add(self, node: Indented, finding: Diagnostic, mendable: bool = True) -> None:
        """One more line. It is not ``mendable`` if it would be wrong beside those too."""
        self._found.append((finding, node, mendable))

    def goes_on(self, node: Indented) -> bool:
        """Whether ``node``, which has slipped too, is one more of these lines."""
        last = self._found[-1][1]
        return type(last) is type(node) and last.indent == node.indent > self._like.indent

    def join(self, other: "Slip") -> None:
        self._found += other._found

    def end(self, by: Indented | None, findings: Findings) -> None:
        """Report the lines; ``by`` is the line that they end at, None for the file's end.

        They share one fix: what is put back alone could come to stand over the next of them.
        """
        safe = by is None or isinstance(by, Declaration) or by.indent <= self._like.indent
        edits = tuple(
            indented_like(self._source, node, self._like)
            for _, node, mendable in self._found
            if mendable
        )
        fix = Fix("indent it like the lines it belongs to", edits, safe)
        for finding, _, mendable in self._found:
            findings.add(finding._replace(fix=fix) if mendable else finding)


def indented_like(source: Source, node: Indented, like: Indented | None) -> Edit:
    """The edit that gives a line the indentation of another; none at all for None.

    Tabs remain tabs, so that a text indented by them alone does not come to be mixed.
    """
    place = _lead(source, like) if like else Span(0, 0)
    lead = source.text[place.start : place.end]
    if like and lead.strip("\t"):
        lead = " " * like.indent
    return Edit(_lead(source, node), lead)


def _lead(source: Source, node: Indented) -> Span:
    """What stands before a line, a byte-order mark at the start of the file aside."""
    start = source.text.rfind("\n", 0, node.span.start) + 1
    if start == 0 and source.text.startswith("\ufeff"):
        start = 1
    return Span(start, node.span.start)
