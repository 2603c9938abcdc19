"""A journey as Mermaid's ``journey``: sections, tasks with a score, and who takes part."""

import re

from journeyctl.diagnostics import Diagnostic, at
from journeyctl.exchange.left import left_behind
from journeyctl.exchange.mermaid import escaped
from journeyctl.kinds import NOT_CARRIED_OVER
from journeyctl.model.journey import Journey, Step

_MEANT = "#:;,%&<>\\"
"""Signs that end a name, or begin something else."""
_KEYWORD = re.compile(r"journey|title|section|acc(?:title|descr)", re.IGNORECASE)
_NEUTRAL = 3


def to_mermaid_journey(journey: Journey) -> tuple[str, list[Diagnostic]]:
    """The diagram, and what has no place in it. A task needs a score: where nobody's feeling is
    known it is 3, which is told."""
    lines = ["journey"]
    if journey.facts.title:
        lines.append(f"  title {_text(journey.facts.title)}")
    for stage in journey.stages:
        lines.append(f"  section {_text(stage.label)}")
        lines += [_task(journey, journey.steps[one]) for one in stage.steps]
    found = left_behind(journey, "a Mermaid journey", {"step": ("people", "feeling")})
    return "\n".join(lines) + "\n", [*_about_feelings(journey), *found]


def _task(journey: Journey, step: Step) -> str:
    score = _NEUTRAL if step.mood is None else f"{step.mood:.1f}".removesuffix(".0")
    people = ", ".join(_text(journey.people[one.person].label) for one in step.people)
    return f"    {_text(step.label)}: {score}" + (f": {people}" if people else "")


def _about_feelings(journey: Journey) -> list[Diagnostic]:
    source, steps = journey.source, journey.steps.values()
    found: list[Diagnostic] = []
    unknown = [one for one in steps if one.mood is None]
    if unknown:
        message = f"Nobody's feeling is known in some steps ({len(unknown)}); the score there is 3."
        found.append(at(NOT_CARRIED_OVER, source, unknown[0].label_span, message))
    mixed = [one for one in steps if any(who.feeling is not None for who in one.people)]
    if mixed:
        message = f"People who feel unlike in one step have one score, their mean ({len(mixed)})."
        found.append(at(NOT_CARRIED_OVER, source, mixed[0].label_span, message))
    return found


def _text(text: str) -> str:
    made = escaped(text, _MEANT) or "–"
    return f"#{ord(made[0])};{made[1:]}" if _KEYWORD.match(made) else made
