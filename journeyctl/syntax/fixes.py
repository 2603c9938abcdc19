"""Mending a text: safe fixes that do not overlap, applied together."""

from bisect import bisect_left, insort
from collections.abc import Sequence

from journeyctl.diagnostics import Diagnostic, Edit
from journeyctl.source import Source

MOST_ROUNDS = 20
"""How often a text may be checked and mended again, since mending one thing shows another."""


def apply(source: Source, findings: Sequence[Diagnostic]) -> tuple[str, list[Diagnostic]]:
    """The text with its safe fixes applied, and the findings that they mend, in the order given.

    ``findings`` are those of ``source`` in file order; some may share one fix. Of fixes that
    overlap the first is applied; the others are for the next round, once the new text has
    been checked.
    """
    edits: list[Edit] = []
    applied: set[tuple[Edit, ...]] = set()
    mended: list[Diagnostic] = []
    for finding in findings:
        fix = finding.fix
        if finding.source is not source or fix is None or not fix.safe:
            continue
        if fix.edits not in applied:
            if not _all_fit(fix.edits, edits):
                continue
            for edit in fix.edits:
                insort(edits, edit)
            applied.add(fix.edits)
        mended.append(finding)
    return _edited(source.text, edits), mended


def _all_fit(new: Sequence[Edit], edits: list[Edit]) -> bool:
    return all(_fits(edit, edits) for edit in new)


def _fits(edit: Edit, edits: list[Edit]) -> bool:
    """Whether an edit overlaps none of some that are sorted and overlap each other nowhere."""
    place = bisect_left(edits, edit)
    before, after = edits[max(0, place - 1) : place], edits[place : place + 1]
    return all(one.span.end <= edit.span.start and one.span != edit.span for one in before) and all(
        edit.span.end <= one.span.start and one.span != edit.span for one in after
    )


def _edited(text: str, edits: list[Edit]) -> str:
    """``text`` with edits, which are sorted and do not overlap."""
    parts: list[str] = []
    end = 0
    for edit in edits:
        parts += (text[end : edit.span.start], edit.text)
        end = edit.span.end
    return "".join([*parts, text[end:]])
