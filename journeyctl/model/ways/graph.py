"""A journey as places and the ways between them, as one customer goes them.

Parts that must all happen are gone one after the other here, in the order of the file: so every
customer is in one place at a time, and the journey is a Markov chain. (How long they take
together is said by `costs`.)
"""

from collections.abc import Iterable
from typing import NamedTuple

from journeyctl.model.journey import Block, Journey, Link, Meet, Run, Single, Way
from journeyctl.model.measures import links_out

OUT = -1
"""Where a way out leads: to the end, or away."""


class Edge(NamedTuple):
    """A way from a place to the one with the number ``target``, or ``OUT``.

    ``share`` is the part (0 to 1) of those who are in the place, None where the journey does not
    tell it.
    """

    target: int
    share: float | None
    link: Link


class Place(NamedTuple):
    """Where a customer can be: at a step, or at a point after a step of the stage ``before``.

    ``stage`` is that of a step, else ``before``; -1 where no step came before. ``own`` is the
    stage that the step or the point is written in.
    """

    id: str
    is_step: bool
    stage: int
    own: int
    edges: tuple[Edge, ...]

    @property
    def is_told(self) -> bool:
        """Whether the shares of all its ways are known."""
        return all(edge.share is not None for edge in self.edges)


def graph(journey: Journey) -> list[Place]:
    """All places that a customer can come to, in the order of the file, the start first.

    Ways that nobody goes (0 %) are left out. A point stands once for each stage that people come
    to it from, so that it is known which way enters a stage. Empty for a journey without steps.
    """
    out = links_out(journey)
    if "start" not in out:
        return []
    order, following = _in_order(journey)
    first = ("start", -1)
    found: dict[tuple[str, int], list[tuple[float | None, Link, tuple[str, int] | None]]] = {}
    waiting = [first]
    while waiting:
        key = waiting.pop()
        if key in found:
            continue
        id, before = key
        ways = found[key] = []
        links = out.get(id, [])
        if id in journey.points and journey.points[id].kind == "fork":
            links = links[:1]
        for link, share in zip(links, _shares(links), strict=True):
            if share == 0:
                continue
            target = following.get((id, link.target), link.target)
            goal: tuple[str, int] | None = None
            if target in journey.steps:
                goal = target, journey.steps[target].stage
            elif target not in ("end", "leave"):
                goal = target, before
            ways.append((share, link, goal))
            if goal:
                waiting.append(goal)
    keys = sorted(found, key=lambda one: (order[one[0]], one[1]))
    numbers = {key: number for number, key in enumerate(keys)}
    return [
        Place(
            id,
            id in journey.steps,
            stage,
            journey.steps[id].stage if id in journey.steps else journey.points[id].stage,
            tuple(
                Edge(OUT if goal is None else numbers[goal], share, link)
                for share, link, goal in found[id, stage]
            ),
        )
        for id, stage in keys
    ]


def _shares(links: list[Link]) -> list[float | None]:
    """The part of the people that each link takes; what is missing takes what is left.

    Shares that do not add up are taken for what they are to one another.
    """
    given = sum(link.share or 0.0 for link in links)
    missing = sum(link.share is None for link in links)
    if missing == 0 and given == 0:
        return [None] * len(links)
    if missing == 0 or given >= 100:
        return [(link.share or 0.0) / given for link in links]
    rest = 1 - given / 100 if missing == 1 else None
    return [rest if link.share is None else link.share / 100 for link in links]


def _in_order(journey: Journey) -> tuple[dict[str, int], dict[tuple[str, str], str]]:
    """Where each step and point stands; and where, gone one after the other, a way of a part
    leads that leads to the join: to the next part."""
    order = ["start"]
    following: dict[tuple[str, str], str] = {}

    def place(blocks: Iterable[Block]) -> None:
        for block in blocks:
            if isinstance(block, Meet):
                order.append(block.point)
                continue
            lines: tuple[Way | Single, ...] = block.ways if isinstance(block, Run) else (block,)
            if isinstance(block, Run) and block.fork:
                order.append(block.fork)
            for number, line in enumerate(lines, 1):
                begin = len(order)
                order.append(line.step)
                for answer in line.answers:
                    place(answer.own)
                if isinstance(line, Way):
                    place(line.own)
                if isinstance(block, Run) and block.join and number < len(lines):
                    for id in order[begin:]:
                        following[id, block.join] = lines[number].step
            if isinstance(block, Run) and block.join:
                order.append(block.join)

    for stage in journey.stages:
        place(stage.blocks)
    return {id: number for number, id in enumerate(order)}, following
