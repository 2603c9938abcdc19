"""One line while it is read: its text, its place, and the findings about it."""

from collections.abc import Iterable

from journeyctl.diagnostics import Edit, Fix, Kind, Label, at
from journeyctl.kinds import TOO_LONG
from journeyctl.source import Source, Span, Text
from journeyctl.syntax.findings import Findings
from journeyctl.syntax.signs import plain, read_as_meant, unlike

LONGEST_TEXT = 2_000
LONGEST_NAME = 200


class Line:
    """The content of a line, without indentation and trailing spaces.

    ``plain`` is ``text`` with plain spaces and dashes, sign for sign, so that an index into
    one is an index into the other, and ``start`` more is the place in the file. ``indent``
    is in columns.
    """

    __slots__ = ("_edits", "_left_alone", "findings", "indent", "plain", "source", "start", "text")

    def __init__(
        self, source: Source, text: str, start: int, indent: int, findings: Findings
    ) -> None:
        self.source = source
        self.text = text
        self.plain = plain(text)
        self.start = start
        self.indent = indent
        self.findings = findings
        self._edits: list[Edit] = []
        self._left_alone: list[Span] = []

    @property
    def span(self) -> Span:
        return Span(self.start, self.start + len(self.text))

    def place(self, start: int, end: int) -> Span:
        return Span(self.start + start, self.start + end)

    def report(
        self,
        kind: Kind,
        start: int,
        end: int,
        message: str,
        *,
        help: str = "",
        others: Iterable[Label] = (),
        fix: Fix | None = None,
    ) -> None:
        span = self.place(start, end)
        self.findings.add(at(kind, self.source, span, message, help=help, others=others, fix=fix))

    def rewrite(self, start: int, end: int, sign: str) -> None:
        """Note that what stands here was read as ``sign``."""
        self._edits.append(Edit(self.place(start, end), sign))
        self._left_alone.append(Span(start, end))

    def words(self, start: int, end: int) -> Text:
        """A piece that people read: its signs are left alone, its length is limited."""
        return self.keep(self.text[start:end], start, end)

    def keep(self, value: str, start: int, end: int, *, quoted: bool = False) -> Text:
        self._left_alone.append(Span(start, end))
        if len(value) > LONGEST_TEXT:
            self.report(
                TOO_LONG,
                start,
                end,
                f"This text has {len(value):,} characters; {LONGEST_TEXT:,} is the most.",
                help="Shorten it; what is longer is cut off.",
            )
            value = value[: LONGEST_TEXT - 1] + "…"
        return Text(value, self.place(start, end), quoted)

    def name(self, start: int, end: int) -> str:
        """A name, with plain hyphens, its length limited."""
        if end - start > LONGEST_NAME:
            self.report(
                TOO_LONG,
                start,
                end,
                f"This name has {end - start:,} characters; {LONGEST_NAME} is the most.",
                help="Give it a short name, and the rest as its label.",
            )
        return self.plain[start : min(end, start + LONGEST_NAME)]

    def hint(self) -> None:
        """Report, once, all signs of syntax that were read as the plain ones."""
        if self.text.isascii() and not self._edits:
            return
        start, end = 0, len(self.text)
        for left_alone in [*sorted(self._left_alone), Span(end, end)]:
            if left_alone.start > start:
                self._edits += unlike(self.text[start : left_alone.start], self.start + start)
            start = max(start, left_alone.end)
        if self._edits:
            self.findings.add(read_as_meant(self.source, sorted(self._edits)))
