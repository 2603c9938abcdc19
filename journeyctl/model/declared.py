"""People, channels and systems of the model, declared or only used."""

from typing import get_args

from journeyctl.model.journey import Channel, Person, Side, System
from journeyctl.model.keys import Keys
from journeyctl.model.names import Used
from journeyctl.source import Source
from journeyctl.syntax.nodes import Attribute

_SIDES: tuple[Side, ...] = get_args(Side)


def person(source: Source, key: str, used: Used) -> Person:
    keys = _keys(source, used)
    side = keys.text("side").strip().casefold()
    return Person(
        key=key,
        label=_label(used),
        role=keys.text("role"),
        side=next((one for one in _SIDES if one == side), "customer"),
        department=keys.text("department"),
        headcount=keys.text("count"),
        goals=keys.texts("goal"),
        needs=keys.texts("need"),
        quotes=keys.texts("quote"),
        notes=keys.texts("note"),
        declared=used.node is not None,
        span=used.span,
    )


def channel(source: Source, key: str, used: Used) -> Channel:
    keys = _keys(source, used)
    notes = keys.texts("note")
    return Channel(key, _label(used), keys.text("kind"), notes, used.node is not None, used.span)


def system(source: Source, key: str, used: Used) -> System:
    return System(*channel(source, key, used))


def _keys(source: Source, used: Used) -> Keys:
    nodes = used.node.children if used.node else ()
    return Keys(source, (one for one in nodes if isinstance(one, Attribute)), "")


def _label(used: Used) -> str:
    return used.node.label.value if used.node and used.node.label else used.name
