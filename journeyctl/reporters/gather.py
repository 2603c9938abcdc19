"""Weaknesses that are often found in many places, told once."""

from collections.abc import Iterable

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Kind, Label

_MOST_PLACES = 3

# What the second labels say of the other places.
_OTHERS: dict[Kind, str] = {
    kinds.ABSENT_STAKEHOLDER: "takes no part either",
    kinds.TOUCHPOINT_WITHOUT_CHANNEL: "no channel either",
    kinds.CHANNEL_USED_ONCE: "the only one on its channel",
    kinds.PAIN_WITHOUT_IDEA: "no idea here either",
    kinds.METRIC_WITHOUT_TARGET: "no target either",
    kinds.STAGE_WITHOUT_METRIC: "no metric either",
    kinds.OLD_EVIDENCE: "old as well",
    kinds.CLAIM_WITHOUT_EVIDENCE: "no evidence either",
}


def gather(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings of a file with one for each of these kinds: at the first place, with the
    next few as second labels, and how many more there are.

    It comes after ``suppress``, so that a comment at any of the places does what it says.
    """
    kept: list[Diagnostic] = []
    places: dict[Kind, list[Diagnostic]] = {}
    for finding in findings:
        if finding.kind in _OTHERS:
            places.setdefault(finding.kind, []).append(finding)
            if len(places[finding.kind]) > 1:
                continue
        kept.append(finding)
    return [_one(places.get(finding.kind, [finding])) for finding in kept]


def _one(findings: list[Diagnostic]) -> Diagnostic:
    first, *more = findings
    if not more:
        return first
    others = tuple(Label(one.span, _OTHERS[first.kind]) for one in more[:_MOST_PLACES] if one.span)
    message = f"{first.message} ({len(more)} more like it.)"
    return first._replace(message=message, others=first.others + others)
