"""The steps of a journey as a table: a row each, in the order of the file."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple, TypeAlias

from journeyctl.diagnostics import Diagnostic, at
from journeyctl.exchange import cells, drafting
from journeyctl.exchange.fields import fields_of, spelled
from journeyctl.exchange.left import left_behind
from journeyctl.kinds import NOT_CARRIED_OVER
from journeyctl.model.journey import (
    Backstage,
    Channel,
    Journey,
    Person,
    Remark,
    Stage,
    Step,
    System,
)
from journeyctl.renderers.csv import Cell, csv
from journeyctl.source import Span
from journeyctl.syntax import nodes
from journeyctl.syntax.names import fold
from journeyctl.syntax.parser import parse
from journeyctl.syntax.values import WebLink

COLUMNS = (
    *("stage", "step", "kind", "under", "id", "people", "channels", "feeling", "moment"),
    *("duration", "share", "then", "pains", "ideas", "quotes", "content", "metrics", "backstage"),
    *("systems", "evidence", "notes", "links"),
)
"""Several of one kind stand in one cell, a line each; people, channels and systems in one line
with semicolons between."""


_Tell: TypeAlias = Callable[[str, cells.Behind], str]
"""A text with what stands in brackets behind it."""


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
    people = {one.label for one in journey.people.values()}
    systems = {one.label for one in journey.systems.values()}
    tell = partial(cells.told, is_person=people.__contains__, is_system=systems.__contains__)
    rows: list[list[Cell]] = []
    for stage in journey.stages:
        steps = [[*_cells(journey, journey.steps[id], places, tell)] for id in stage.steps]
        rows += [[stage.label, *row] for row in steps or [[""] * (len(COLUMNS) - 1)]]
    carried: dict[str, Iterable[str]] = {"step": Step._fields, "arrows": ()}
    left = left_behind(journey, "a table", carried)
    return csv([COLUMNS, *rows]), [*_one_label(journey), *left]


def _one_label(journey: Journey) -> Iterator[Diagnostic]:
    """Those whom a table cannot tell apart, since all in it are called by their labels."""
    groups: dict[str, tuple[Stage | Person | Channel | System, ...]] = {
        "stages": journey.stages,
        "people": tuple(journey.people.values()),
        "channels": tuple(journey.channels.values()),
        "systems": tuple(journey.systems.values()),
    }
    for what, group in groups.items():
        for label, number in Counter(one.label for one in group).items():
            if number > 1:
                message = f"{number} {what} are called `{label}`; in a table they are one."
                last = [one for one in group if one.label == label][-1]
                yield at(NOT_CARRIED_OVER, journey.source, last.span, message)


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


def _cells(journey: Journey, step: Step, places: dict[Span, _Place], tell: _Tell) -> Iterator[Cell]:
    place = places.get(step.span, _Place("", "", []))
    yield from (step.label, step.kind, place.under, place.id)
    yield cells.listed((journey.people[one.person].label, one.feeling) for one in step.people)
    yield cells.listed((journey.channels[one].label, None) for one in step.channels)
    yield None if step.feeling is None else float(step.feeling)
    yield "yes" if step.moment else ""
    yield step.duration.text if step.duration else ""
    # A number under one could be a part of one, as spreadsheets write percentages.
    yield f"{step.share:g}%" if step.share and step.share < 1 else step.share
    yield _lines(place.then)
    yield _lines(_owned(journey, step.pains, tell))
    yield _lines(_owned(journey, step.ideas, tell))
    yield _lines(step.quotes)
    yield _lines(step.content)
    yield _lines(one.spelled for one in step.metrics)
    yield _lines(_backstage(journey, one, tell) for one in step.backstage)
    yield cells.listed((journey.systems[one].label, None) for one in step.systems)
    yield _lines(one.spelled for one in step.evidence)
    yield _lines(step.notes)
    yield _lines(map(_link, step.links))


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(map(drafting.one_line, parts))


def _owned(journey: Journey, remarks: Iterable[Remark], tell: _Tell) -> Iterator[str]:
    for one in remarks:
        people = (journey.people[one.owner].label,) if one.owner in journey.people else ()
        yield tell(one.text, cells.Behind(people))


def _backstage(journey: Journey, one: Backstage, tell: _Tell) -> str:
    people = tuple(journey.people[name].label for name in one.people)
    systems = tuple(journey.systems[name].label for name in one.systems)
    return tell(one.label, cells.Behind(people, systems, one.duration.text if one.duration else ""))


def _link(one: WebLink) -> str:
    return f"{one.text} {one.url}".strip()
