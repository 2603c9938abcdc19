"""A journey as other tools are told it: its stages, its boxes with all their words, its arrows.

Each tool gets the same boxes in the same containers, with the same lines of text and the same
words at the arrows, in its own language; and lays them out by itself.
"""

import json
from collections.abc import Iterable
from typing import NamedTuple

from journeyctl.model.journey import Journey, Step


class Box(NamedTuple):
    id: str
    lines: tuple[str, ...]
    question: bool


class Graph(NamedTuple):
    """``stages`` are a name and the boxes in it; ``points`` are outside of all; ``arrows`` are
    two ids and the words between them."""

    stages: tuple[tuple[str, tuple[Box, ...]], ...]
    points: tuple[Box, ...]
    arrows: tuple[tuple[str, str, str], ...]


def graph(journey: Journey) -> Graph:
    """What there is to draw of a journey."""
    ids = {id: f"n{step.number}" for id, step in journey.steps.items()}
    points = [(f"p{number}", one) for number, one in enumerate(journey.points.values())]
    ids.update({one.id: id for id, one in points})
    arrows = []
    for link in journey.links:
        share = f"{link.share:g}%" if link.share is not None else ""
        words = " ".join(part for part in (link.label, share) if part)
        arrows.append((ids[link.source], ids[link.target], words))
    return Graph(
        tuple(
            (stage.label, tuple(_box(journey, journey.steps[id]) for id in stage.steps))
            for stage in journey.stages
        ),
        tuple(Box(id, (one.kind,), False) for id, one in points),
        tuple(arrows),
    )


def _box(journey: Journey, step: Step) -> Box:
    people = ", ".join(journey.people[one.person].label for one in step.people)
    channels = ", ".join(journey.channels[key].label for key in step.channels)
    mood = f"{step.mood:g} of 5" if step.mood is not None else ""
    time = step.duration.text if step.duration else ""
    more = ", ".join(part for part in (time, mood) if part)
    lines = (step.label, people, channels, more)
    return Box(f"n{step.number}", tuple(filter(None, lines)), step.kind == "question")


def d2(told: Graph) -> str:
    lines = ["direction: right"]
    at: dict[str, str] = {}
    for number, (name, boxes) in enumerate(told.stages):
        lines.append(f"s{number}: {json.dumps(name, ensure_ascii=False)} {{")
        for box in boxes:
            at[box.id] = f"s{number}.{box.id}"
            shape = " {shape: diamond}" if box.question else ""
            lines.append(f"  {box.id}: {_quoted(box.lines)}{shape}")
        lines.append("}")
    lines += [f"{one.id}: {_quoted(one.lines)} {{shape: circle}}" for one in told.points]
    for source, target, words in told.arrows:
        said = f": {_quoted([words])}" if words else ""
        lines.append(f"{at.get(source, source)} -> {at.get(target, target)}{said}")
    return "\n".join(lines) + "\n"


def plantuml(told: Graph) -> str:
    lines = ["@startuml", "left to right direction"]
    for number, (name, boxes) in enumerate(told.stages):
        lines.append(f'rectangle "{_plain(name)}" as s{number} {{')
        for box in boxes:
            form = "hexagon" if box.question else "rectangle"
            said = "\\n".join(map(_plain, box.lines))
            lines.append(f'  {form} "{said}" as {box.id}')
        lines.append("}")
    lines += [f'circle "{one.lines[0]}" as {one.id}' for one in told.points]
    for source, target, words in told.arrows:
        lines.append(f"{source} --> {target}" + (f" : {_plain(words)}" if words else ""))
    return "\n".join([*lines, "@enduml", ""])


def mermaid(told: Graph) -> str:
    lines = ["flowchart LR"]
    for number, (name, boxes) in enumerate(told.stages):
        lines.append(f'  subgraph s{number}["{_entities(name)}"]')
        for box in boxes:
            said = "<br>".join(map(_entities, box.lines))
            left, right = ('{"', '"}') if box.question else ('["', '"]')
            lines.append(f"    {box.id}{left}{said}{right}")
        lines.append("  end")
    lines += [f'  {one.id}(("{one.lines[0]}"))' for one in told.points]
    for source, target, words in told.arrows:
        said = f'|"{_entities(words)}"|' if words else ""
        lines.append(f"  {source} -->{said} {target}")
    return "\n".join(lines) + "\n"


def dot(told: Graph) -> str:
    lines = ["digraph {", "  rankdir=LR; node [shape=box]"]
    for number, (name, boxes) in enumerate(told.stages):
        lines.append(f"  subgraph cluster_{number} {{ label={_quoted([name])}")
        for box in boxes:
            shape = " shape=diamond" if box.question else ""
            lines.append(f"    {box.id} [label={_quoted(box.lines)}{shape}]")
        lines.append("  }")
    lines += [f"  {one.id} [label={_quoted(one.lines)} shape=circle]" for one in told.points]
    for source, target, words in told.arrows:
        lines.append(f"  {source} -> {target} [label={_quoted([words])}]")
    return "\n".join([*lines, "}", ""])


def _quoted(lines: Iterable[str]) -> str:
    inside = "\\n".join(line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return f'"{inside}"'


def _plain(text: str) -> str:
    """PlantUML has no sign that makes a quotation mark plain."""
    return text.replace('"', "'").replace("\\", "/")


def _entities(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
