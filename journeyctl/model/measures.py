"""What can be computed of a journey: how long it takes, and where people go.

Everything takes time in proportion to the journey's length.
"""

from collections.abc import Callable, Iterable
from typing import Literal, TypeAlias

from journeyctl.model.journey import Block, Journey, Link, Run, Single, Stage, Way
from journeyctl.source import Span
from journeyctl.syntax.values import Metric

Range: TypeAlias = tuple[float, float | None]
"""Least and most minutes; the most is None where it is open."""

Verdict = Literal["met", "missed", "unknown"]


# Time


def stage_range(journey: Journey, stage: Stage) -> Range | None:
    """How long a stage takes: its own duration, else the sum of its steps', None if unknown."""
    if stage.duration:
        return stage.duration.low, stage.duration.high
    return steps_range(journey, stage)


def steps_range(journey: Journey, stage: Stage) -> Range | None:
    """How long the steps of a stage take together; those without a duration count for nothing.

    One of several takes from the smallest to the largest; all of several take the longest;
    what may be left out takes from nothing; a loop counts once. None if no step tells.
    """
    return _sequence(journey, stage.blocks)


def total_range(journey: Journey) -> Range | None:
    """How long the whole journey takes, None if no stage tells."""
    return _sum(stage_range(journey, stage) for stage in journey.stages)


def _sequence(journey: Journey, blocks: Iterable[Block]) -> Range | None:
    # Own steps go one level deep, and so does this.
    return _sum(block_range(journey, block) for block in blocks)


def block_range(journey: Journey, block: Block) -> Range | None:
    """How long a step takes with its own, or one or all of several; None if no step tells."""
    if isinstance(block, Single):
        return _line(journey, block, ())
    if isinstance(block, Run):
        ways = [_line(journey, way, way.own) for way in block.ways]
        return _combine(max if block.kind == "parts" else min, max, ways)
    return None


def _line(journey: Journey, line: Single | Way, own: tuple[Block, ...]) -> Range | None:
    step = journey.steps[line.step]
    duration = (step.duration.low, step.duration.high) if step.duration else None
    if duration and step.kind == "optional":
        duration = 0.0, duration[1]
    answered = _combine(
        min, max, (_sequence(journey, answer.own) for answer in line.answers if answer.own)
    )
    # An answer without steps, and the ordinary way beside one, pass them by.
    if answered and (step.kind != "question" or not all(one.own for one in line.answers)):
        answered = 0.0, answered[1]
    return _sum([duration, _sequence(journey, own), answered])


def _sum(ranges: Iterable[Range | None]) -> Range | None:
    return _combine(sum, sum, ranges)


def _combine(
    low: Callable[[Iterable[float]], float],
    high: Callable[[Iterable[float]], float],
    ranges: Iterable[Range | None],
) -> Range | None:
    """Of the ranges that are known: their lows as one, and their highs, open if one is."""
    known = [one for one in ranges if one is not None]
    if not known:
        return None
    highs = [most for _, most in known if most is not None]
    return low([least for least, _ in known]), high(highs) if len(highs) == len(known) else None


# Ways


def links_out(journey: Journey) -> dict[str, list[Link]]:
    """The links that leave each step and point, in the order of the journey's links."""
    out: dict[str, list[Link]] = {}
    for link in journey.links:
        out.setdefault(link.source, []).append(link)
    return out


def likely_way(journey: Journey) -> tuple[str, ...]:
    """The ids of the steps on the likeliest way through, in its order; each comes once.

    Nobody on it gives up while there is another way: many a journey is left by most. Else the
    greatest share is followed at each split; without shares the ordinary way, or the first in
    the file. A way back is not gone, so a loop counts once. All of several are on the way, one
    after the other.
    """
    out = links_out(journey)
    way: list[str] = []
    seen: set[str] = set()
    # For each fork that we are in: its parts still to go, and its join once that is reached.
    forks: list[_Forked] = []
    at = "start" if "start" in out else ""
    while at or forks:
        if not at:
            if forks[-1].parts:
                at = forks[-1].parts.pop()
            else:
                join = forks.pop().join
                seen.add(join)
                at = _likeliest(out.get(join, []), seen)
            continue
        kind = "step" if at in journey.steps else journey.points[at].kind
        if kind == "join" and forks:
            forks[-1].join, at = at, ""
            continue
        seen.add(at)
        if kind == "step":
            way.append(at)
        elif kind in ("end", "leave"):
            break
        links = out.get(at, [])
        if kind == "fork":
            forks.append(_Forked([link.target for link in reversed(links)]))
            at = ""
        else:
            at = _likeliest(links, seen)
    return tuple(way)


class _Forked:
    __slots__ = ("join", "parts")

    def __init__(self, parts: list[str]) -> None:
        self.parts = parts
        self.join = ""


def _likeliest(links: list[Link], seen: set[str]) -> str:
    """Where the likeliest link leads that leads to something new, or ""."""
    return min((link for link in links if link.target not in seen), key=_rank, default=_NONE).target


def _rank(link: Link) -> tuple[bool, float, bool]:
    return link.target == "leave", -(link.share or 0.0), link.kind != "next"


_NONE = Link("", "", "next", "", None, False, Span(0, 0))


# Metrics


def verdict(metric: Metric) -> Verdict | None:
    """Whether a target is reached; ``unknown`` where the two cannot be compared, None
    where there is no target."""
    value, target = metric.value, metric.target
    if target is None:
        return None
    if value is None or value.number is None or target.number is None:
        return "unknown"
    if value.unit and target.unit and value.unit.casefold() != target.unit.casefold():
        return "unknown"
    reached = {
        "<": value.number < target.number,
        "<=": value.number <= target.number,
        "=": value.number == target.number,
        ">=": value.number >= target.number,
        ">": value.number > target.number,
    }
    return "met" if reached[metric.comparator or "="] else "missed"
