"""The ways that an author drew from a step: answers and arrows, and where they lead."""

from typing import NamedTuple

from journeyctl.comparison.matching import Match
from journeyctl.model.journey import Journey
from journeyctl.source import Span
from journeyctl.syntax.names import fold

_WORDS = ("", "next", "end", "leave")


class Arrow(NamedTuple):
    """``written`` is the target as the author has it, "" for steps of the answer's own;
    ``target`` the id of what it leads to; ``leads`` how that is told."""

    label: str
    share: float | None
    written: str
    target: str
    leads: str
    span: Span


def arrows(journey: Journey) -> dict[str, list[Arrow]]:
    """The arrows of each step, in file order."""
    found: dict[str, list[Arrow]] = {}
    for link in journey.links:
        if link.kind not in ("answer", "arrow"):
            continue
        line = journey.source.text[link.span.start : link.span.end]
        written = line.rpartition("->")[2].strip()
        step = journey.steps.get(link.target)
        leads = step.label if step and fold(written) not in _WORDS else written
        arrow = Arrow(link.label, link.share, written, link.target, leads, link.span)
        found.setdefault(link.source, []).append(arrow)
    return found


def same_target(old: Arrow, new: Arrow, steps: Match) -> bool:
    """Whether two arrows lead to the same: by the same word, or to the same step.

    ``next`` stays ``next`` whatever follows, and a stage the same with another first step.
    """
    before, after = fold(old.written), fold(new.written)
    if before == after:
        return True
    if before in _WORDS or after in _WORDS:
        return False
    return steps.get(old.target) == new.target
