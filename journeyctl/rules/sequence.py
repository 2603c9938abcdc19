"""The order of the stages: the fewest that must move, and how they are moved."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Edit, Fix, Label, at
from journeyctl.model.journey import Journey, Stage
from journeyctl.model.sequence import longest_increasing
from journeyctl.rules.shared import written
from journeyctl.source import Span
from journeyctl.syntax.parser import parse
from journeyctl.syntax.values import shown

if TYPE_CHECKING:
    from journeyctl.syntax.blocks import Block


def stage_out_of_order(journey: Journey) -> Iterator[Diagnostic]:
    """A stage stands before one that it comes after in the model.

    Reads: the order of the stages, and the journey's model. Found are the fewest that must move so
    that all stand in order: one stage in the wrong place is one finding. Those that may stay are a
    longest increasing subsequence (Fredman 1975). Of a stage that comes twice the first counts.

    Why: the order of the stages is what the model says: nobody is loyal to what was not yet bought
    (article 001). The order of the lines is the order of the picture.

    ```journey-wrong
    journey: Buying a bicycle
    stages: try > buy > ride

    stage buy
      - Pay
    stage try
      - Try one
    stage ride
      - Ride home
    ```

    Better: move it; `--fix` moves the stage with all that belongs to it.

    ```journey
    journey: Buying a bicycle
    stages: try > buy > ride

    stage try
      - Try one
    stage buy
      - Pay
    stage ride
      - Ride home
    ```
    """
    places = {one.key: number for number, one in enumerate(journey.expected)}
    known: dict[str, Stage] = {}
    repeated: set[str] = set()
    for stage in journey.stages:
        if stage.key in places and known.setdefault(stage.key, stage) is not stage:
            repeated.add(stage.key)
    order = [places[key] for key in known]
    kept = longest_increasing(order)
    staying = [places[one] for one in known if places[one] in kept]
    by_place = {places[key]: stage for key, stage in known.items()}
    # Only where something is out of order is the text looked at once more.
    lines = _blocks(journey) if len(kept) < len(order) else {}
    for place in order:
        if place in kept:
            continue
        stage = by_place[place]
        name = shown(written(journey, stage.span))
        following = bisect_right(staying, place)
        if following < len(staying):
            side, other = "before", by_place[staying[following]]
        else:
            side, other = "after", by_place[staying[-1]]
        where = f"{side} `{shown(written(journey, other.span))}`"
        edits = _moved(journey, lines[stage.span], lines[other.span], side)
        yield at(
            kinds.STAGE_OUT_OF_ORDER,
            journey.source,
            stage.span,
            f"The stage `{name}` is out of order.",
            help=f"Move it {where}.",
            others=[Label(other.span, f"`{name}` comes {side} this one in the model")],
            fix=Fix(f"move it {where}", edits, stage.key not in repeated) if edits else None,
        )


def _blocks(journey: Journey) -> "dict[Span, Block]":
    """The lines of each stage, by the place of its name."""
    from journeyctl.syntax.blocks import blocks

    return {block.name: block for block in blocks(parse(journey.source)[0])}


def _moved(journey: Journey, block: "Block", other: "Block", side: str) -> tuple[Edit, ...] | None:
    from journeyctl.syntax.blocks import moved

    return moved(journey.source.text, block, other, behind=side == "after")
