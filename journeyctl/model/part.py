"""A part of a journey as a journey of its own: some of its stages, or some of their blocks."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from journeyctl.model.journey import (
    Answer,
    Block,
    Journey,
    Link,
    Meet,
    Point,
    PointKind,
    Run,
    Single,
    Stage,
    Way,
)

_ENDS: tuple[PointKind, ...] = ("end", "leave")


class Part(NamedTuple):
    """``out`` tells of the links that lead on to what is not part of it, by their indexes in
    ``journey``, which step or point of the whole that is."""

    journey: Journey
    out: dict[int, str]


def stages_part(journey: Journey, first: int, last: int) -> Part:
    """The part from one stage to another, both counted from 0 and in it."""
    stages = range(first, last + 1)
    return part(journey, {number: journey.stages[number].blocks for number in stages})


def part(journey: Journey, blocks: Mapping[int, tuple[Block, ...]]) -> Part:
    """The part of a journey that has just these blocks, by the numbers of their stages, which
    follow one another.

    A way that leads out of it leads to its ``end``. A way in from an earlier place begins at its
    ``start``; one that goes back into it from later is left out. Steps keep their numbers; the
    time of a stage that isn't whole is that of its steps.
    """
    span = range(min(blocks), max(blocks) + 1)
    stages = {id: at - span.start for at, row in blocks.items() for id in _ids(row)}
    links: list[Link] = []
    out: dict[int, str] = {}
    numbers: dict[int, int] = {}  # of each link that stays: its new one
    known: dict[tuple[str, str, str, str], int] = {}
    for number, link in enumerate(journey.links):
        inner = _inner(journey, link, stages, span)
        if inner is None:
            continue
        # Several ways into what follows are one way out.
        way = inner.source, inner.target, inner.kind, inner.label
        at = numbers[number] = known.setdefault(way, len(links))
        if at == len(links):
            links.append(inner)
            if inner.target != link.target:
                out[at] = link.target
        elif inner.share is not None:
            links[at] = links[at]._replace(share=(links[at].share or 0.0) + inner.share)
    own = journey._replace(
        stages=tuple(
            _stage(journey, number, row, numbers) for number, row in sorted(blocks.items())
        ),
        steps={
            id: step._replace(stage=stages[id])
            for id, step in journey.steps.items()
            if id in stages
        },
        points=_points(journey, stages, links, span),
        links=tuple(links),
    )
    return Part(own, out)


def _inner(journey: Journey, link: Link, stages: dict[str, int], span: range) -> Link | None:
    """A link as the part has it, which is of a ``span`` of stages; None where it has not."""
    goes = link.target in stages or link.target in _ENDS
    if link.source in stages:
        return link if goes else link._replace(target="end", loop=False)
    if link.source == "start" and span.start == 0:
        beyond = link.target not in _ENDS and _place(journey, link.target) >= span.stop
        if link.target in stages or link.target in _ENDS:
            return link
        return link._replace(target="end") if beyond else None
    if link.target not in stages or link.loop:
        return None
    if _place(journey, link.source) > span.start + stages[link.target]:
        return None
    return link._replace(source="start", kind="next", label="", share=None)


def _place(journey: Journey, id: str) -> int:
    """The number of the stage of a step or point."""
    return (journey.steps.get(id) or journey.points[id]).stage


def _points(
    journey: Journey, stages: dict[str, int], links: list[Link], span: range
) -> dict[str, Point]:
    entries = [stages.get(link.target, 0) for link in links if link.source == "start"]
    points = {"start": Point("start", "start", min(entries))} if entries else {}
    for id, point in journey.points.items():
        if id in stages:
            points[id] = point._replace(stage=stages[id])
    targets = {link.target for link in links}
    for kind in _ENDS:
        if kind in targets:
            known = journey.points[kind].stage if kind in journey.points else span.stop
            points[kind] = Point(kind, kind, min(max(known, span.start), span[-1]) - span.start)
    return points


def _stage(journey: Journey, number: int, row: tuple[Block, ...], numbers: dict[int, int]) -> Stage:
    stage = journey.stages[number]
    if row != stage.blocks:
        ids = set(_ids(row))
        inside = tuple(id for id in stage.steps if id in ids)
        stage = stage._replace(duration=None, steps=inside)
    return stage._replace(blocks=_blocks(row, numbers))


def _ids(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The ids of the steps and points of blocks."""
    # Own steps go one level deep, and so does this.
    for block in blocks:
        if isinstance(block, Meet):
            yield block.point
            continue
        if isinstance(block, Run):
            yield from filter(None, (block.fork, block.join))
        for line in block.ways if isinstance(block, Run) else (block,):
            yield line.step
            if isinstance(line, Way):
                yield from _ids(line.own)
            for answer in line.answers:
                yield from _ids(answer.own)


# The same blocks, with the new numbers of their links.


def _blocks(blocks: tuple[Block, ...], numbers: dict[int, int]) -> tuple[Block, ...]:
    return tuple(_block(block, numbers) for block in blocks)


def _block(block: Block, numbers: dict[int, int]) -> Block:
    if isinstance(block, Single):
        return block._replace(answers=_answers(block.answers, numbers))
    if isinstance(block, Run):
        return block._replace(ways=tuple(_way(way, numbers) for way in block.ways))
    return block


def _way(way: Way, numbers: dict[int, int]) -> Way:
    return way._replace(own=_blocks(way.own, numbers), answers=_answers(way.answers, numbers))


def _answers(answers: tuple[Answer, ...], numbers: dict[int, int]) -> tuple[Answer, ...]:
    return tuple(Answer(numbers[one.link], _blocks(one.own, numbers)) for one in answers)
