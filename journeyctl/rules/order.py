"""The stages against the journey's model: which, in which order, and how far they go."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Edit, Fix, Label, at
from journeyctl.model.journey import Expected, Journey, Stage
from journeyctl.model.names import Suggestions
from journeyctl.model.stages import AFTER_PURCHASE
from journeyctl.source import Span
from journeyctl.syntax.names import is_name
from journeyctl.syntax.parser import parse
from journeyctl.syntax.values import shown

if TYPE_CHECKING:
    from journeyctl.syntax.blocks import Block


def unknown_stage(journey: Journey) -> Iterator[Diagnostic]:
    """A stage is not in the journey's model: it is misspelt, or of another model.

    Reads: the names of stages, and what decides which there are: `stages`, `model`, `scope: buyer`
    or `type`. The help names the nearest stage.

    Why: journeys that share a model can be compared, stage by stage; so are B2B and B2C in articles
    000 and 001.

    ```journey-wrong
    journey: Buying a bicycle
    stages: try > buy?

    stage try
      - Try one
    stage hesitate
      - Think about it
    ```

    Better: take the model's name, or list your own stages.

    ```journey
    journey: Buying a bicycle
    stages: try > hesitate > buy?

    stage try
      - Try one
    stage hesitate
      - Think about it
    ```
    """
    expected = {one.key: one.name for one in journey.expected}
    present = {stage.key for stage in journey.stages}
    suggestions = Suggestions()
    for stage in journey.stages:
        if not expected or stage.key in expected or _beyond(journey, stage):
            continue
        near = suggestions.nearest(_name(journey, stage), expected)
        name = _written(expected[near.key]) if near else ""
        yield at(
            kinds.UNKNOWN_STAGE,
            journey.source,
            stage.span,
            f"The journey’s model has no stage `{shown(_name(journey, stage))}`.",
            help=f"Did you mean `{name}`?"
            if name
            else f"Its stages are {', '.join(expected.values())}.",
            fix=Fix(
                f"Write `{name}`", (Edit(stage.span, name),), near.alone and near.key not in present
            )
            if near and is_name(name)
            else None,
        )


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
    for stage in journey.stages:
        if stage.key in places:
            known.setdefault(stage.key, stage)
    order = [places[key] for key in known]
    kept = _longest_increasing(order)
    staying = [places[one] for one in known if places[one] in kept]
    by_place = {places[key]: stage for key, stage in known.items()}
    # Only where something is out of order is the text looked at once more.
    lines = _blocks(journey) if len(kept) < len(order) else {}
    for place in order:
        if place in kept:
            continue
        stage = by_place[place]
        name = shown(_name(journey, stage))
        following = bisect_right(staying, place)
        if following < len(staying):
            side, other = "before", by_place[staying[following]]
        else:
            side, other = "after", by_place[staying[-1]]
        yield at(
            kinds.STAGE_OUT_OF_ORDER,
            journey.source,
            stage.span,
            f"The stage `{name}` is out of order.",
            help=f"Move it {side} `{shown(_name(journey, other))}`.",
            others=[Label(other.span, f"`{name}` comes {side} this one in the model")],
            fix=_move(journey, lines[stage.span], lines[other.span], side),
        )


def missing_stage(journey: Journey) -> Iterator[Diagnostic]:
    """A stage that the model requires is not in the journey.

    Reads: the names of stages, and the journey's model; `?` marks one that may be left out. In a
    buyer journey nothing after the purchase is missed (article 002).

    Why: what is left out of a map is most often what nobody in the room takes care of.

    ```journey-wrong
    journey: Buying a bicycle
    stages: try > buy > ride

    stage try
      - Try one
    stage buy
      - Pay
    ```

    Better: add it, with the little that is known; or mark it with `?` in your own list.

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
    if not journey.stages:
        return
    found = {stage.key: stage for stage in journey.stages}
    before: Expected | None = None
    for one in journey.expected:
        if one.key in found:
            before = one
        elif not one.optional and not (_is_buyer(journey) and one.key in AFTER_PURCHASE):
            yield at(
                kinds.MISSING_STAGE,
                journey.source,
                _deciding(journey),
                f"The stage `{one.name}` is missing.",
                help=f"Add `stage {_written(one.name)}` "
                + (f"after `{_written(before.name)}`." if before else "before the others."),
                others=[Label(found[before.key].span, "it comes after this stage")]
                if before
                else [],
            )


def repeated_stage(journey: Journey) -> Iterator[Diagnostic]:
    """A stage is declared again.

    Reads: the names of stages, without regard to case, spaces and hyphens.

    Why: each stage is a column of the picture and a part of the report. Coming back to one is an
    arrow, not a second stage.

    ```journey-wrong
    journey: Buying a bicycle

    stage try
      - Try one
    stage buy
      - Pay
    stage try
      - Try the next
    ```

    Better: lead back with an arrow.

    ```journey
    journey: Buying a bicycle

    stage try
      - Try one
    stage buy
      - Pay
          another one -> try
    ```
    """
    first: dict[str, Stage] = {}
    for stage in journey.stages:
        if first.setdefault(stage.key, stage) is not stage:
            yield at(
                kinds.REPEATED_STAGE,
                journey.source,
                stage.span,
                f"The stage `{shown(_name(journey, stage))}` comes twice.",
                help="Put the steps of both into one, or lead back to it with an arrow.",
                others=[Label(first[stage.key].span, "it came first here")],
            )


def empty_stage(journey: Journey) -> Iterator[Diagnostic]:
    """A stage has no steps.

    Reads: stages, and the steps under them.

    Why: nothing is known of what the customer does there; the picture shows a heading over nothing.

    ```journey-wrong
    journey: Buying a bicycle

    stage try
      goal: Nobody leaves without a ride
    stage buy
      - Pay
    ```

    Better: write its steps, such as they are known.

    ```journey
    journey: Buying a bicycle

    stage try
      goal: Nobody leaves without a ride
      - Ride it round the block
    stage buy
      - Pay
    ```
    """
    for stage in journey.stages:
        if not stage.steps:
            yield at(
                kinds.EMPTY_STAGE,
                journey.source,
                stage.span,
                f"The stage `{shown(_name(journey, stage))}` has no steps.",
                help="Write its steps under it, such as `- See the demo`.",
            )


def beyond_scope(journey: Journey) -> Iterator[Diagnostic]:
    """A buyer journey goes on after the purchase.

    Reads: `scope: buyer` and `model: buyer`; the stages post-purchase, loyalty and
    retention-referral.

    Why: a buyer journey ends with the purchase; what follows is the customer's journey, with
    another focus, other people who use it and another purpose (article 002).

    ```journey-wrong
    journey: Buying a bicycle
    model: buyer

    stage awareness
      - See a friend's
    stage consideration
      - Compare
    stage decision
      - Buy it
    stage loyalty
      - Tell friends
    ```

    Better: end with the purchase, or take the customer's scope and a model that has the stage.

    ```journey
    journey: Buying a bicycle
    model: buyer

    stage awareness
      - See a friend's
    stage consideration
      - Compare
    stage decision
      - Buy it
    ```
    """
    for stage in journey.stages:
        if _beyond(journey, stage):
            yield at(
                kinds.BEYOND_SCOPE,
                journey.source,
                stage.span,
                f"The stage `{shown(_name(journey, stage))}` goes beyond a buyer journey, "
                "which ends with the purchase.",
                help="Take the stage out, or write `scope: customer` and a model that has it.",
                others=[
                    Label(journey.places[key], "a buyer journey is asked for here")
                    for key in ("scope" if journey.facts.scope == "buyer" else "model",)
                    if key in journey.places
                ],
            )


def _is_buyer(journey: Journey) -> bool:
    return journey.facts.scope == "buyer" or journey.facts.model == "buyer"


def _beyond(journey: Journey, stage: Stage) -> bool:
    return _is_buyer(journey) and stage.key in AFTER_PURCHASE


def _deciding(journey: Journey) -> Span:
    """The place of what decides the model, else of the title, else of the first stage."""
    for key in ("stages", "model", "scope", "type", "journey"):
        if key == "scope" and journey.facts.scope != "buyer":
            continue
        if key in journey.places:
            return journey.places[key]
    return journey.stages[0].span


def _blocks(journey: Journey) -> "dict[Span, Block]":
    """The lines of each stage, by the place of its name."""
    from journeyctl.syntax.blocks import blocks

    return {block.name: block for block in blocks(parse(journey.source)[0])}


def _move(journey: Journey, block: "Block", other: "Block", side: str) -> Fix | None:
    from journeyctl.syntax.blocks import moved

    edits = moved(journey.source.text, block, other, behind=side == "after")
    return Fix(f"move the stage {side} that one", edits, safe=True) if edits else None


def _name(journey: Journey, stage: Stage) -> str:
    return journey.source.text[stage.span.start : stage.span.end]


def _written(name: str) -> str:
    """The name of an expected stage as a declaration writes it, which has no spaces."""
    return "-".join(name.split())


def _longest_increasing(numbers: list[int]) -> set[int]:
    """The members of a longest increasing subsequence of different numbers."""
    tops: list[int] = []
    at_top: list[int] = []
    before: list[int] = []
    for i, number in enumerate(numbers):
        place = bisect_right(tops, number)
        before.append(at_top[place - 1] if place else -1)
        tops[place : place + 1] = [number]
        at_top[place : place + 1] = [i]
    kept: set[int] = set()
    i = at_top[-1] if at_top else -1
    while i >= 0:
        kept.add(numbers[i])
        i = before[i]
    return kept
