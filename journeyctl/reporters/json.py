"""Findings for programs: one JSON document, described by ``docs/findings.schema.json``.

ASCII alone, so that nothing in it acts on a terminal; what a text holds is told as it is.
"""

import json as notation
from collections.abc import Sequence
from typing import Any

from journeyctl.diagnostics import Diagnostic, Fix
from journeyctl.reporters.places import place, place_of
from journeyctl.source import Source

VERSION = 1
"""Raised when a field goes or changes its meaning; new ones come without."""

_NOWHERE = dict.fromkeys(("line", "column", "end_line", "end_column"))


def json(findings: Sequence[Diagnostic]) -> str:
    """The whole document, in the order of the findings; a line end at its end."""
    document = {"version": VERSION, "findings": [_finding(one) for one in findings]}
    return notation.dumps(document, indent=2) + "\n"


def _finding(finding: Diagnostic) -> dict[str, Any]:
    where = place_of(finding)
    return {
        "code": finding.kind.code,
        "name": finding.kind.name,
        "severity": finding.severity,
        "message": finding.message,
        "help": finding.help,
        "path": finding.path,
        **(where._asdict() if where else _NOWHERE),
        "fix": _fix(finding.source, finding.fix) if finding.source and finding.fix else None,
    }


def _fix(source: Source, fix: Fix) -> dict[str, Any]:
    edits = [{**place(source, edit.span)._asdict(), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
