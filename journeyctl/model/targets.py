"""Where arrows lead: a word of the language, a stage, an id, or a step's label."""

from collections.abc import Iterator
from typing import NamedTuple

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Edit, Fix, Label, at
from journeyctl.model.flow import Target
from journeyctl.model.names import Suggestions
from journeyctl.model.outline import Line, StageLines
from journeyctl.model.stages import StageModel
from journeyctl.source import Source, Span, Text
from journeyctl.syntax.names import fold
from journeyctl.syntax.values import shown

WORDS = {"next": Target("next"), "end": Target("end"), "leave": Target("leave")}

_MOST_SHOWN = 3


class _Place(NamedTuple):
    """What a name may mean. ``written`` is how an arrow would say it; words have no ``span``."""

    target: Target
    what: str
    written: str
    span: Span | None
    is_label: bool


def bind(
    source: Source, stages: list[StageLines], model: StageModel
) -> tuple[dict[Span, Target], list[Diagnostic]]:
    """What each arrow leads to, by the arrow's span. Lines have their ids.

    Errors: unknown and ambiguous targets, and ``&`` lines as targets. Such an arrow leads to
    the nearest name where there is one, else to what follows.
    """
    places: dict[str, list[_Place]] = {}
    for name, place in _places(source, stages, model):
        _add(places.setdefault(fold(name), []), place)
    parts = {line.id: line for stage in stages for line in stage.all if line.mark == "&"}
    suggestions = Suggestions()
    targets: dict[Span, Target] = {}
    findings: list[Diagnostic] = []
    for stage in stages:
        for line in stage.all:
            for leaving in line.arrows:
                text = leaving.node.target
                target = WORDS["next"]
                if text is not None and not leaving.own:
                    # A stage may be called by another of its names than the file's.
                    name = text.value if fold(text.value) in places else model.key(text.value)
                    target = _find(source, text, name, places, suggestions, findings)
                if text is not None and target.id in parts:
                    findings.append(_part(source, text, parts[target.id]))
                    target = WORDS["next"]
                targets[leaving.node.span] = target
    return targets, findings


def _add(known: list[_Place], place: _Place) -> None:
    """Keep the first of what has one name, and a label for those who quote it: a thousand
    steps with one label are no better known than three."""
    wanted = len(known) < _MOST_SHOWN or (
        place.is_label and not any(other.is_label for other in known)
    )
    if wanted and all(place.target != other.target for other in known):
        known.append(place)


def _places(
    source: Source, stages: list[StageLines], model: StageModel
) -> Iterator[tuple[str, _Place]]:
    for word, target in WORDS.items():
        yield word, _Place(target, "a word of the language", word, None, False)
    for number, stage in enumerate(stages):
        name, label = stage.node.name, stage.node.label
        place = _Place(Target("stage", number), "a stage", name.value, name.span, False)
        yield name.value, place
        yield model.key(name.value), place
        if label:
            yield label.value, place._replace(span=label.span)
    for stage in stages:
        for line in stage.all:
            target = Target("step", id=line.id)
            for tag in line.node.tags:
                if tag.kind == "id":
                    place = _Place(target, "a step’s id", tag.name, tag.span, False)
                    yield tag.name, place
                    yield f"^{tag.name}", place  # as it stands on its step
            span = line.node.label.span
            written = source.text[span.start : span.end]
            yield line.node.label.value, _Place(target, "a step", written, span, True)


def _find(
    source: Source,
    text: Text,
    name: str,
    places: dict[str, list[_Place]],
    suggestions: Suggestions,
    findings: list[Diagnostic],
) -> Target:
    found = places.get(fold(name), [])
    # Quotes say that a step's label is meant.
    if text.quoted and any(place.is_label for place in found):
        found = [place for place in found if place.is_label]
    if len(found) > 1:
        findings.append(
            at(
                kinds.AMBIGUOUS_TARGET,
                source,
                text.span,
                f"`{shown(text.value)}` could be {_either(found[0].what, found[1].what)}.",
                help="Give the step that is meant a name of its own, such as `^contact`, "
                "and point to that.",
                others=[Label(one.span, f"{one.what} has this name") for one in found if one.span],
            )
        )
    if found:
        return found[0].target
    near = suggestions.nearest(text.value, places)
    place = places[near.key][0] if near else None
    findings.append(
        at(
            kinds.UNKNOWN_TARGET,
            source,
            text.span,
            f"Nothing here is called `{shown(text.value)}`.",
            help=f"Did you mean `{shown(place.written)}`?"
            if place
            else "Write next, end, leave, a stage, an id (`^contact`) or a step’s label.",
            others=[Label(place.span, "the nearest name")] if place and place.span else [],
            fix=Fix(f"write `{shown(place.written)}`", (Edit(text.span, place.written),), near.sure)
            if near and place
            else None,
        )
    )
    return place.target if place else WORDS["next"]


def _either(one: str, other: str) -> str:
    return f"{one} or {other}" if one != other else f"{one} or another"


def _part(source: Source, text: Text, line: Line) -> Diagnostic:
    return at(
        kinds.ARROW_TO_PART,
        source,
        text.span,
        "An arrow can’t lead to one of several that must all happen.",
        help="Point to the step before them, or to their stage.",
        others=[Label(line.node.label.span, "this is a `&` line")],
    )
