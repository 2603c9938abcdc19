"""Why outputs are not as they would be made: missing, changed, made by another version."""

import os
from contextlib import suppress
from pathlib import Path

from journeyctl.making.orders import Order
from journeyctl.outputs import origin
from journeyctl.outputs.origin import Origin
from journeyctl.reporters.text import shown

_MISSING = "missing"


def reasons(order: Order) -> dict[str, str]:
    """Why outputs are not as they would be made, by their names."""
    silent = tuple(name for name in order.places if name.rpartition(".")[2] not in origin.FORMATS)
    made = order.maker.make(order.sources, silent).outputs if silent else {}
    found = {
        name: _why(order, name, place, wanted, made.get(name))
        for name, wanted in order.origins().items()
        if (place := order.places[name]) is not None
    }
    return {name: why for name, why in found.items() if why}


def told(order: Order, reasons: dict[str, str]) -> list[str]:
    """What is to be said of an order's outputs for which there are reasons."""
    makes = order.maker.makes(order.sources, tuple(reasons))
    lines = []
    for name, why in reasons.items():
        if name not in makes:
            if why == _MISSING:
                continue
            why = "left over: there is nothing to show in it any more"
        lines.append(f"{shown(str(order.places[name]))}: {why}")
    return lines


def incomplete(order: Order, name: str, there: Origin) -> str:
    """What an output lacks whose origin is this: a picture of the same; "" where it lacks none."""
    place = order.places[name]
    for picture in order.maker.beside(name, place) if place else ():
        if not os.path.lexists(picture):
            return f"out of date: its picture `{shown(str(picture))}` is missing"
        if origin.read(picture) != there:
            return f"out of date: its picture `{shown(str(picture))}` was not made with it"
    return ""


def _why(order: Order, name: str, place: Path, wanted: Origin, made: bytes | None) -> str:
    """What is wrong with an output; "" where it is as it would be made. ``made`` is what would be
    made of one that does not tell its origin."""
    if not os.path.lexists(place):
        return _MISSING
    if made is not None:
        with suppress(OSError):
            return "" if place.read_bytes() == made else "out of date"
    there = origin.read(place)
    if there is None:
        return "not known what it was made from"
    if there.text != wanted.text:
        one = len(order.sources) == 1
        return f"out of date: {'the journey has' if one else 'the journeys have'} changed"
    if there.tool != wanted.tool:
        return f"out of date: made by {there.tool}, this is {wanted.tool}"
    if there.way != wanted.way:
        return "out of date: the theme or an option has changed"
    return incomplete(order, name, there)
