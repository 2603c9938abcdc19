"""Findings told as they come (``full``, ``concise``, ``github``) or all at the end
(``json``, ``sarif``)."""

import sys
from collections.abc import Sequence
from typing import Literal, TextIO

from journeyctl.diagnostics import Diagnostic
from journeyctl.reporters import terminal
from journeyctl.reporters.gather import gather
from journeyctl.reporters.text import shown

Format = Literal["full", "concise", "json", "github", "sarif"]


class Reporter:
    """Tells the findings of one run in one format; ``stream`` is where they go."""

    def __init__(self, format: Format, stream: TextIO | None) -> None:
        self._format = format
        self._stream = stream
        self.kept: list[Diagnostic] = []

    def tell(self, findings: Sequence[Diagnostic]) -> None:
        """Show findings, or keep them for the document at the end."""
        if self._format == "full":
            terminal.show(gather(findings), self._stream)
        elif self._format == "concise":
            from journeyctl.reporters.concise import concise

            terminal.show(findings, self._stream, concise)
        elif self._format == "github":
            from journeyctl.reporters.github import github

            terminal.write("".join(map(github, findings)), self._stream)
        else:
            self.kept += findings

    def mended(self, findings: Sequence[Diagnostic]) -> None:
        """Say on standard error what was mended, unless that is where a document goes:
        ``a.journey:6:17: mended: write `ana` [N001 undeclared-name]``."""
        if findings and not (self._stream is sys.stderr and self._format in ("json", "sarif")):
            terminal.write("".join(map(_mended, findings)), sys.stderr)

    def finish(self, summary: str, *, ran: bool) -> None:
        """Write what stands at the end: a document, whole even without findings; for people the
        summary; else nothing. ``ran`` is False where something could not run."""
        if self._format == "full":
            terminal.write(f"{summary}\n", self._stream)
        elif self._format == "json":
            from journeyctl.reporters.json import json

            terminal.write(json(self.kept), self._stream)
        elif self._format == "sarif":
            from journeyctl.reporters.sarif import sarif

            terminal.write(sarif(self.kept, ran=ran), self._stream)


def _mended(finding: Diagnostic) -> str:
    from journeyctl.reporters.places import place_of

    where = place_of(finding)
    place = shown(finding.path) + (f":{where.line}:{where.column}" if where else "")
    title = finding.fix.title if finding.fix else ""
    return f"mended {place}: {shown(title)} [{finding.kind.code} {finding.kind.name}]\n"
