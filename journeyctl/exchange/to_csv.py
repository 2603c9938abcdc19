"""The steps of a journey as a table: a row each, in the order of the file."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic
from journeyctl.exchange import drafting
from journeyctl.exchange.fields import fields_of, spelled
from journeyctl.exchange.left import left_behind
from journeyctl.model.journey import Backstage, Journey, Remark, Step
from journeyctl.renderers.csv import csv
from journeyctl.source import Span
from journeyctl.syntax import nodes
from journeyctl.syntax.names import fold
from journeyctl.syntax.parser import parse
from journeyctl.syntax.values import Evidence, Metric, WebLink

COLUMNS = (
    *("stage", "step", "kind", "under", "id", "people", "channels", "feeling", "moment"),
    *("duration", "share", "then", "pains", "ideas", "quotes", "content", "metrics", "backstage"),
    *("systems", "evidence", "notes", "links"),
)
"""Several of one kind stand in one cell, a line each; people, channels and systems in one line
with semicolons between."""

SEVERAL = "; "


class _Place(NamedTuple):
    """Where a step stands in the file: the way or answer that it is an own step of, its ``^id``
    and its arrows as they are written."""

    under: str
    id: str
    then: list[str]


def to_csv(journey: Journey) -> tuple[str, list[Diagnostic]]:
    """The table, safe to open in a spreadsheet, and what has no place in it."""
    tree = parse(journey.source)[0]
    places = dict(_places(tree.children, "", _stage_names(journey, tree)))
    rows = [
        [stage.label, *_cells(journey, journey.steps[name], places)]
        for stage in journey.stages
        for name in stage.steps
    ]
    carried: dict[str, Iterable[str]] = {"step": Step._fields, "arrows": ()}
    return csv([COLUMNS, *rows]), left_behind(journey, "a table", carried)


def _stage_names(journey: Journey, tree: nodes.Tree) -> dict[str, str]:
    """By the names of stages in the file, the labels that stand for them in the table."""
    labels = {stage.span: stage.label for stage in journey.stages}
    return {
        fold(node.name.value): labels[node.name.span]
        for node in tree.children
        if isinstance(node, nodes.Declaration) and node.name.span in labels
    }


def _places(
    children: Iterable[nodes.Node], under: str, stages: dict[str, str]
) -> Iterator[tuple[Span, _Place]]:
    for node in children:
        if isinstance(node, nodes.Declaration):
            yield from _places(node.children, "", stages)
        elif isinstance(node, nodes.Step):
            arrows = [one for one in node.children if isinstance(one, nodes.Arrow)]
            ids = [tag.name for tag in node.tags if tag.kind == "id"]
            yield (
                node.span,
                _Place(under, "".join(ids[:1]), [_arrow(one, stages) for one in arrows]),
            )
            yield from _places(node.children, node.label.value, stages)
        elif isinstance(node, nodes.Arrow):
            yield from _places(node.children, node.label.value if node.label else "", stages)


def _arrow(node: nodes.Arrow, stages: dict[str, str]) -> str:
    fields = fields_of(node)
    if label := stages.get(fold(fields.get("target", ""))):
        fields["target"] = label
    return spelled(fields)


def _cells(
    journey: Journey, step: Step, places: dict[Span, _Place]
) -> Iterator[str | float | None]:
    place = places.get(step.span, _Place("", "", []))
    yield from (step.label, step.kind, place.under, place.id)
    yield _names(
        journey.people[one.person].label + (f" ({one.feeling})" if one.feeling else "")
        for one in step.people
    )
    yield _names(journey.channels[one].label for one in step.channels)
    yield None if step.feeling is None else float(step.feeling)
    yield "yes" if step.moment else ""
    yield step.duration.text if step.duration else ""
    yield step.share
    yield _lines(place.then)
    yield _lines(_remark(journey, one) for one in step.pains)
    yield _lines(_remark(journey, one) for one in step.ideas)
    yield _lines(step.quotes)
    yield _lines(step.content)
    yield _lines(map(metric, step.metrics))
    yield _lines(_backstage(journey, one) for one in step.backstage)
    yield _names(journey.systems[one].label for one in step.systems)
    yield _lines(map(_evidence, step.evidence))
    yield _lines(step.notes)
    yield _lines(map(_link, step.links))


def _names(labels: Iterable[str]) -> str:
    """Names in a list; one alone that has a comma is no list of two."""
    names = [label.replace(";", ",") for label in labels]
    return SEVERAL.join(names) + (";" if len(names) == 1 and "," in names[0] else "")


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(map(drafting.one_line, parts))


def _remark(journey: Journey, remark: Remark) -> str:
    owner = journey.people.get(remark.owner)
    return f"{remark.text} ({owner.label})" if owner else remark.text


def metric(one: Metric) -> str:
    """A metric as the language spells it."""
    line = one.name
    if one.value:
        line += f" = {one.value.text}"
    if one.comparator and one.target:
        line += f" target {one.comparator} {one.target.text}"
    return line


def _backstage(journey: Journey, one: Backstage) -> str:
    people = [journey.people[name].label for name in one.people]
    systems = [journey.systems[name].label for name in one.systems]
    more = [*people, *systems, *([one.duration.text] if one.duration else [])]
    return f"{one.label} ({', '.join(more)})" if more else one.label


def _evidence(one: Evidence) -> str:
    return ", ".join(part for part in (one.grade, one.source, one.date) if part)


def _link(one: WebLink) -> str:
    return f"{one.text} {one.url}".strip()
