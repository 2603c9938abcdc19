"""The stages of several journeys on one axis, so that what is the same stands in one place."""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.comparison.stages import with_own_keys
from journeyctl.model.journey import Journey, Stage
from journeyctl.model.stages import MODELS
from journeyctl.syntax.names import fold

# A stage of one model that is as much as several of another (articles 000 and 001).
_WIDE = {"retention-referral": ("post-purchase", "loyalty")}


class Place(NamedTuple):
    """Where a stage stands: from the place ``first`` to the place ``last``, counted from 0."""

    stage: Stage
    first: int
    last: int


class Axis(NamedTuple):
    """``names`` are the places in their order, each by the label of the first journey that has
    the stage; ``journeys`` tells where each stage of each journey stands. A place that a
    journey has no stage for is a gap."""

    names: tuple[str, ...]
    journeys: tuple[tuple[Place, ...], ...]


def axis(journeys: Sequence[Journey]) -> Axis:
    """The common axis of journeys; every stage of each of them stands on it, in its order where
    the journeys do not contradict one another.

    Stages are the same that have one key or one label. A retention and referral of the
    ``classic`` model stands where another journey has both post-purchase and loyalty.
    """
    journeys = [with_own_keys(journey) for journey in journeys]
    keys: list[str] = []
    labels: dict[str, str] = {}
    for journey in journeys:
        after = -1
        own = [_known(stage, labels) for stage in journey.stages]
        for index, (key, stage) in enumerate(zip(own, journey.stages, strict=True)):
            if key in keys:
                after = keys.index(key)
                continue
            labels[key] = stage.label
            ahead = [keys.index(one) for one in own[index:] if one in keys]
            after = _slot(keys, key, after, min((one for one in ahead if one > after), default=-1))
            keys.insert(after, key)
    for wide, narrow in _WIDE.items():
        if wide in keys and all(one in keys for one in narrow):
            keys.remove(wide)
    places = tuple(
        tuple(_place(stage, keys, labels) for stage in journey.stages) for journey in journeys
    )
    return Axis(tuple(labels[key] for key in keys), places)


def _known(stage: Stage, labels: dict[str, str]) -> str:
    """The key of a stage, or that of one with the same label."""
    if stage.key in labels:
        return stage.key
    label = fold(stage.label)
    return next((key for key, other in labels.items() if fold(other) == label), stage.key)


def _slot(keys: Sequence[str], key: str, after: int, before: int) -> int:
    """Where a new key goes: behind what comes before it in its model; else before what follows
    it in its journey, or behind what it follows (-1 for nothing that is known)."""
    for model in MODELS.values():
        order = [word.strip(" ?") for word in model.split(">")]
        if key in order and set(keys) & set(order):
            earlier = [keys.index(one) for one in order[: order.index(key)] if one in keys]
            return max([after, *earlier]) + 1
    return before if before >= 0 else after + 1


def _place(stage: Stage, keys: Sequence[str], labels: dict[str, str]) -> Place:
    key = _known(stage, labels)
    if key in keys:
        return Place(stage, keys.index(key), keys.index(key))
    ends = [keys.index(one) for one in _WIDE[key]]
    return Place(stage, min(ends), max(ends))
