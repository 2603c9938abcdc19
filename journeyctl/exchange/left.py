"""What a form has no place for: listed from the model, so that nothing is lost in silence."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from journeyctl.diagnostics import Diagnostic, at
from journeyctl.kinds import NOT_CARRIED_OVER
from journeyctl.model.journey import Channel, Journey, Person, Stage, Step, System
from journeyctl.source import Source, Span
from journeyctl.syntax.signs import plain

_Record: TypeAlias = Stage | Step | Person | Channel | System

_PLURAL = {
    "stage": "stages",
    "step": "steps",
    "person": "people",
    "channel": "channels",
    "system": "systems",
}
# What follows from the rest, and what every form has in its own way.
_DERIVED = {
    "step": ("id", "number", "label", "mood", "side", "stage", "own", "span", "label_span"),
    "stage": ("key", "label", "steps", "blocks", "span"),
    "person": ("key", "label", "declared", "span"),
    "channel": ("key", "label", "declared", "span"),
    "system": ("key", "label", "declared", "span"),
}
# What is said by saying nothing.
_DEFAULTS = {("step", "kind"): "step", ("person", "side"): "customer"}
_NOTHING: tuple[object, ...] = ("", None, ())
_MOST_NAMES = 5
_WORDS = {"ideas": "opportunities", "pains": "pain points", "moment": "moment of truth"}


def left_behind(
    journey: Journey, form: str, carried: Mapping[str, Iterable[str]]
) -> list[Diagnostic]:
    """A warning for each kind of record with facts that ``form`` (``a table``) has no place for:
    which, and how many records have each; at the first of them.

    ``carried`` names, for ``journey``, ``step``, ``stage``, ``person``, ``channel`` and
    ``system``, the fields of the model that the form does carry, and ``arrows`` if it has them.
    """
    found = [*_facts(journey, carried), *_records(journey, carried), *_idle(journey)]
    found += _rest(journey, carried)
    return [
        at(NOT_CARRIED_OVER, journey.source, span, f"{what} no place in {form}{more}.")
        for what, more, span in found
    ]


def _facts(
    journey: Journey, carried: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, str, Span]]:
    kept = ("journey", *carried.get("journey", ()))
    keys = {key: place for key, place in journey.places.items() if key not in kept}
    if keys:
        yield "Keys of the journey have", f": {', '.join(keys)}", min(keys.values())


def _records(
    journey: Journey, carried: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, str, Span]]:
    groups: dict[str, tuple[_Record, ...]] = {
        "stage": journey.stages,
        "step": tuple(journey.steps.values()),
        "person": tuple(journey.people.values()),
        "channel": tuple(journey.channels.values()),
        "system": tuple(journey.systems.values()),
    }
    for kind, records in groups.items():
        told: list[str] = []
        first: list[Span] = []
        for field in records[0]._fields if records else ():
            if field in _DERIVED[kind] or field in carried.get(kind, ()):
                continue
            nothing = (*_NOTHING, _DEFAULTS.get((kind, field)))
            having = [
                one
                for one in records
                if (value := getattr(one, field)) is not False and value not in nothing
            ]
            if having:
                told.append(f"{_WORDS.get(field, field)} ({len(having)})")
                first.append(having[0].span)
        if told:
            yield f"Facts of {_PLURAL[kind]} have", f": {', '.join(told)}", min(first)


def _idle(journey: Journey) -> Iterator[tuple[str, str, Span]]:
    """Those that are declared, and that no step names."""
    steps = journey.steps.values()
    behind = [one for step in steps for one in step.backstage]
    remarks = [one for step in steps for one in (*step.pains, *step.ideas)]
    people = {one.person for step in steps for one in step.people}
    people |= {key for one in behind for key in one.people} | {one.owner for one in remarks}
    channels = {key for step in steps for key in step.channels}
    systems = {key for step in steps for key in step.systems}
    systems |= {key for one in behind for key in one.systems}
    idle: list[Person | Channel | System] = [
        *(one for key, one in journey.people.items() if key not in people),
        *(one for key, one in journey.channels.items() if key not in channels),
        *(one for key, one in journey.systems.items() if key not in systems),
    ]
    if idle:
        named = ", ".join(f"`{one.label}`" for one in idle[:_MOST_NAMES])
        more = f" and {len(idle) - _MOST_NAMES} more" if len(idle) > _MOST_NAMES else ""
        yield "Declarations that no step refers to have", f": {named}{more}", idle[0].span


def _rest(
    journey: Journey, carried: Mapping[str, Iterable[str]]
) -> Iterator[tuple[str, str, Span]]:
    arrows = [one.span for one in journey.links if one.kind in ("answer", "arrow")]
    if arrows and "arrows" not in carried:
        yield f"Answers and arrows ({len(arrows)}) have", "", arrows[0]
    comments = list(_comments(journey.source))
    if comments:
        yield f"Comments ({len(comments)}) have", "", comments[0]


def _comments(source: Source) -> Iterable[Span]:
    for number in range(1, source.line_count + 1):
        text = plain(source.line_text(number)).rstrip(" \t")
        if text.lstrip(" \t").startswith("//"):
            start = source.line_span(number).start
            yield Span(start + len(text) - len(text.lstrip(" \t")), start + len(text))
