"""The buyer journey in a customer journey: it ends with the purchase (article 002)."""

from typing import NamedTuple

from journeyctl.model.journey import Journey, Link, Stage
from journeyctl.model.part import stages_part
from journeyctl.model.stages import AFTER_PURCHASE

_BUYING = ("decision", "purchase")
_ENDS = ("end", "leave")


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
    own, after = stages_part(journey, 0, last).journey, journey.stages[last + 1 :]
    inside = own.steps.keys() | own.points.keys()
    back = tuple(
        link
        for link in journey.links
        if link.source not in inside and link.target in inside and link.target not in _ENDS
    )
    if after:
        own = own._replace(facts=own.facts._replace(scope="buyer", duration=None))
    return BuyerPart(own, after, back)
