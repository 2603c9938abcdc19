"""Findings as SARIF 2.1.0 (OASIS), which code hosts take up as alerts.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

import json as notation
import os
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote_from_bytes

from journeyctl import __version__
from journeyctl.diagnostics import Diagnostic, Fix, Severity
from journeyctl.reporters.places import place
from journeyctl.rules.registry import Rule, all_rules, page
from journeyctl.source import Source, Span

MOST_RESULTS = 5_000
"""GitHub refuses more than 25,000 and shows no more than 5,000."""

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "hint": "note"}


def sarif(findings: Sequence[Diagnostic], *, ran: bool) -> str:
    """The whole log; ``ran`` is False where something could not run (exit code 2).

    Of more than ``MOST_RESULTS`` findings the first are told, and how many were left out.
    """
    told = findings[:MOST_RESULTS]
    codes = {finding.kind.code for finding in told}
    rules = [rule for rule in all_rules() if rule.kind.code in codes]
    order = {rule.kind.code: number for number, rule in enumerate(rules)}
    invocation: dict[str, Any] = {"executionSuccessful": ran}
    left_out = len(findings) - len(told)
    if left_out:
        text = f"{left_out} more findings were left out."
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    run = {
        "tool": {
            "driver": {
                "name": "journeyctl",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": _results(told, order),
    }
    return notation.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    kind = rule.kind
    return {
        "id": kind.code,
        "name": kind.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.text, "markdown": page(rule)},
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
    }


def _results(findings: Sequence[Diagnostic], order: dict[str, int]) -> list[dict[str, Any]]:
    seen: Counter[str] = Counter()
    results: list[dict[str, Any]] = []
    for finding in findings:
        result = _result(finding, order[finding.kind.code])
        line = _line_hash(finding)
        seen[line] += 1
        result["partialFingerprints"] = {"primaryLocationLineHash": f"{line}:{seen[line]}"}
        results.append(result)
    return results


def _line_hash(finding: Diagnostic) -> str:
    """By it GitHub knows a finding again that has moved: its rule, file and line, unnumbered."""
    parts = [finding.kind.code, finding.path]
    if finding.source and finding.span:
        line, _ = finding.source.line_column(finding.span.start)
        parts.append(finding.source.line_text(line).strip())
    return sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _result(finding: Diagnostic, rule: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": uri(finding.path)}}
    if finding.source and finding.span:
        place["region"] = _region(finding.source, finding.span)
    result: dict[str, Any] = {
        "ruleId": finding.kind.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": _text("\n".join(filter(None, (finding.message, finding.help))))},
        "locations": [{"physicalLocation": place}],
    }
    if finding.source and finding.others:
        result["relatedLocations"] = [
            {
                "message": {"text": _text(other.text)},
                "physicalLocation": place | {"region": _region(finding.source, other.span)},
            }
            for other in finding.others
        ]
    if finding.source and finding.fix:
        result["fixes"] = [_fix(finding.source, finding.fix, place["artifactLocation"])]
    return result


def _text(text: str) -> str:
    """A plain text message. What a journey quotes must not become a link (SARIF 3.11.6)."""
    if "](" not in text:
        return text
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _fix(source: Source, fix: Fix, artifact: dict[str, Any]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(source, edit.span), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }


def _region(source: Source, span: Span) -> dict[str, int]:
    where = place(source, span)
    return {
        "startLine": where.line,
        "startColumn": where.column,
        "endLine": where.end_line,
        "endColumn": where.end_column,
    }


def uri(path: str) -> str:
    """A path as SARIF wants it: relative to the working folder where it is below, else ``file:``.

    Every byte that is no plain letter, digit or ``-._~/`` is percent-encoded.
    """
    here = Path.cwd()
    whole = Path(os.path.normpath(here / path))
    if whole.is_relative_to(here):
        return quote_from_bytes(os.fsencode(whole.relative_to(here).as_posix()))
    return whole.as_uri()
