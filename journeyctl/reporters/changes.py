"""Changes for people at a terminal, and as a JSON document."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from journeyctl.comparison.changes import Changes
from journeyctl.comparison.effect import Effect, Figures
from journeyctl.comparison.telling import Told, stage_of
from journeyctl.model.journey import Journey
from journeyctl.reporters.full import Line
from journeyctl.reporters.text import sentence, shown
from journeyctl.source import Source, Span
from journeyctl.words import Words

VERSION = 1
"""Raised when a field goes or changes its meaning; new ones come without."""

_ROLES = {"+": "added", "-": "removed", "~": "changed", ">": "changed"}


class Difference(NamedTuple):
    """Two versions of one journey, and all that is between them. ``path`` is where the journey
    stands, "" where the two were named one by one."""

    old: Journey
    new: Journey
    found: Changes
    effect: Effect
    path: str = ""


def text(told: Told, words: Words) -> list[Line]:
    """What changed, in lines of pieces with their roles: a heading, then stage by stage."""
    path = f" ({shown(told.path)})" if told.path else ""
    lines: list[Line] = [[(sentence(told.title), "message"), (f"{path}: {told.summary}", "")]]
    for section in told.sections:
        lines.append([(f"  {sentence(section.heading)}", "place")])
        for line in section.lines:
            role = _ROLES[line.sign]
            lines.append([(f"    {line.sign} {sentence(line.text)}", role)])
    lines += _effect(told, words) if told.sections else []
    return lines


def _effect(told: Told, words: Words) -> Iterator[Line]:
    rows = [row for row in told.table.rows if row[1] != row[2]]
    if rows:
        yield [(f"  {words.text('diff.effect')}", "place")]
    for name, before, after, verdict in rows:
        yield [(f"    {name}: {before} → {after}{verdict and f', {verdict}'}", "")]
    for key, pains in (("solved", told.solved), ("arisen", told.arisen)):
        if pains:
            yield [(f"    {words.text(f'diff.{key}')}: {shown('; '.join(pains))}", "")]


def json(differences: Sequence[Difference]) -> str:
    """The whole document, described by ``docs/diff.schema.json``; a line end at its end."""
    import json as notation

    journeys = [_document(one) for one in differences]
    return notation.dumps({"version": VERSION, "journeys": journeys}, indent=2) + "\n"


def _document(one: Difference) -> dict[str, Any]:
    old, new = one.old, one.new
    return {
        "old": {"path": old.source.path, "title": old.facts.title},
        "new": {"path": new.source.path, "title": new.facts.title},
        "changes": [
            {
                "act": change.act,
                "thing": change.thing,
                "name": change.name,
                "stage": stage_of(change, old, new),
                "place": change.place,
                "field": change.field,
                "before": change.before,
                "after": change.after,
                "trend": change.trend,
                "step": change.step,
                "old": _place(old.source, change.old),
                "new": _place(new.source, change.new),
            }
            for change in one.found.changes
        ],
        "effect": {
            "before": _figures(one.effect.before),
            "after": _figures(one.effect.after),
            "solved": list(one.effect.solved),
            "arisen": list(one.effect.arisen),
        },
    }


def _place(source: Source, span: Span | None) -> dict[str, int] | None:
    if span is None:
        return None
    line, column = source.line_column(span.start)
    return {"line": line, "column": column}


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in figures._asdict().items()
    }
