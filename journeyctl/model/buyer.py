"""The buyer journey in a customer journey: it ends with the purchase (article 002)."""

from typing import NamedTuple

from journeyctl.model.journey import (
    Answer,
    Block,
    Journey,
    Link,
    Point,
    PointKind,
    Run,
    Single,
    Stage,
    Way,
)
from journeyctl.model.stages import AFTER_PURCHASE

_BUYING = ("decision", "purchase")


class BuyerPart(NamedTuple):
    """``journey`` is a journey of its own, of scope ``buyer``; ``after`` are the stages of the
    customer journey that follow, and ``back`` the links from these into it."""

    journey: Journey
    after: tuple[Stage, ...]
    back: tuple[Link, ...]


def last_stage(journey: Journey) -> int:
    """The number of the stage with which the buyer journey ends, -1 where nothing tells.

    It is the last stage called decision or purchase; where there is none, the one before the
    first that comes after a purchase. All of a journey of scope ``buyer`` belongs to it.
    """
    if journey.facts.scope == "buyer":
        return len(journey.stages) - 1
    keys = [stage.key for stage in journey.stages]
    buying = [number for number, key in enumerate(keys) if key in _BUYING]
    if buying:
        return buying[-1]
    return next((number for number, key in enumerate(keys) if key in AFTER_PURCHASE), 0) - 1


def buyer_part(journey: Journey) -> BuyerPart:
    """The part of a journey up to and with the purchase. There is one: see ``last_stage``.

    It has all steps of its stages. A way that leads out of it leads to its ``end``: what the
    buyer set out for is done, and the customer journey goes on.
    """
    last = last_stage(journey)
    steps = {id: step for id, step in journey.steps.items() if step.stage <= last}
    places = {id: point for id, point in journey.points.items() if point.stage <= last}
    ends: tuple[PointKind, ...] = ("end", "leave")
    inside = steps.keys() | places.keys() | {"start", *ends}
    links: list[Link] = []
    back: list[Link] = []
    numbers: dict[int, int] = {}  # of each link that stays: its new one
    ways: dict[tuple[str, str, str, str], int] = {}
    for number, link in enumerate(journey.links):
        if link.source not in inside:
            if link.target in inside and link.target not in ends:
                back.append(link)
            continue
        if link.target not in inside:
            link = link._replace(target="end")
        # Several ways into what follows are one way out.
        way = link.source, link.target, link.kind, link.label
        numbers[number] = ways.setdefault(way, len(links))
        if numbers[number] == len(links):
            links.append(link)
        elif link.share is not None:
            known = links[ways[way]]
            links[ways[way]] = known._replace(share=(known.share or 0.0) + link.share)
    targets = {link.target for link in links}
    points = {id: point for id, point in places.items() if id not in ends or id in targets}
    for kind in ends:
        if kind in targets:
            points.setdefault(kind, Point(kind, kind, last))
    stages = tuple(
        stage._replace(blocks=_blocks(stage.blocks, numbers))
        for stage in journey.stages[: last + 1]
    )
    after, facts = journey.stages[last + 1 :], journey.facts
    if after:
        facts = facts._replace(scope="buyer", duration=None)
    part = journey._replace(
        facts=facts, stages=stages, steps=steps, points=points, links=tuple(links)
    )
    return BuyerPart(part, after, tuple(back))


def _blocks(blocks: tuple[Block, ...], numbers: dict[int, int]) -> tuple[Block, ...]:
    """The same blocks, with the new numbers of their links."""
    # Own steps go one level deep, and so does this.
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
