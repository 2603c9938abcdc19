"""The stages against the journey's model: which there are, and how far they go."""

from collections.abc import Iterator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Edit, Fix, Label, at
from journeyctl.model.journey import Expected, Journey, Stage
from journeyctl.model.names import Suggestions
from journeyctl.model.stages import AFTER_PURCHASE
from journeyctl.rules.shared import written
from journeyctl.source import Span
from journeyctl.syntax.names import is_name
from journeyctl.syntax.values import shown

_MOST_LISTED = 12
"""So many stages of the author's own are listed in a help."""


def unknown_stage(journey: Journey) -> Iterator[Diagnostic]:
    """A stage is not in the journey's model: it is misspelt, or of another model.

    Reads: the names of stages, and what decides which there are: `stages`, `model`, `scope: buyer`
    or `type`. The help names the nearest stage. Where fewer than half of the stages are the
    model's, the others are your own: that is told once, with the line `stages:` that lists them.

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
    if _are_own(journey):
        yield _own(journey)
        return
    expected = {one.key: one.name for one in journey.expected}
    present = {stage.key for stage in journey.stages}
    suggestions = Suggestions()
    for stage in journey.stages:
        if not expected or stage.key in expected or _beyond(journey, stage):
            continue
        near = suggestions.nearest(written(journey, stage.span), expected)
        name = _as_declared(expected[near.key]) if near else ""
        yield at(
            kinds.UNKNOWN_STAGE,
            journey.source,
            stage.span,
            f"The journey’s model has no stage `{shown(written(journey, stage.span))}`.",
            help=f"Did you mean `{name}`?"
            if name
            else f"Its stages are {', '.join(expected.values())}.",
            fix=Fix(
                f"write `{name}`", (Edit(stage.span, name),), near.sure and near.key not in present
            )
            if near and is_name(name)
            else None,
        )
        if near:
            present.add(near.key)  # not twice


def missing_stage(journey: Journey) -> Iterator[Diagnostic]:
    """A stage that the model requires is not in the journey.

    Reads: the names of stages, and the journey's model; `?` marks one that may be left out. In a
    buyer journey nothing after the purchase is missed (article 002); nor is anything where most
    stages are your own, which `unknown-stage` tells.

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
    if not journey.stages or _are_own(journey):
        return
    found = {stage.key: stage for stage in journey.stages}
    meant = _misspelt(journey)
    before: Expected | None = None
    for one in journey.expected:
        if one.key in found:
            before = one
        elif one.key in meant:
            continue  # It is there, with its name misspelt: that is told of it.
        elif not one.optional and not (_is_buyer(journey) and one.key in AFTER_PURCHASE):
            yield at(
                kinds.MISSING_STAGE,
                journey.source,
                _deciding(journey),
                f"The stage `{one.name}` is missing.",
                help=f"Add `stage {_as_declared(one.name)}` "
                + (f"after `{_as_declared(before.name)}`." if before else "before the others."),
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
                f"The stage `{shown(written(journey, stage.span))}` comes twice.",
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
                f"The stage `{shown(written(journey, stage.span))}` has no steps.",
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
                f"The stage `{shown(written(journey, stage.span))}` goes beyond a buyer journey, "
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


def _misspelt(journey: Journey) -> set[str]:
    """The stages of the model that those it does not know were probably meant to be."""
    expected = dict.fromkeys(one.key for one in journey.expected)
    suggestions = Suggestions()
    near = [
        suggestions.nearest(written(journey, stage.span), expected)
        for stage in journey.stages
        if stage.key not in expected
    ]
    return {one.key for one in near if one}


def _are_own(journey: Journey) -> bool:
    """Whether a journey with a model has stages of the author's own: most are not the model's."""
    return bool(journey.expected) and 2 * _of_model(journey) < len(journey.stages)


def _of_model(journey: Journey) -> int:
    """How many stages are the model's. Those misspelt are looked for only where it matters."""
    expected = {one.key for one in journey.expected}
    found = sum(stage.key in expected or _beyond(journey, stage) for stage in journey.stages)
    return found if 2 * found >= len(journey.stages) else found + len(_misspelt(journey))


def _own(journey: Journey) -> Diagnostic:
    """One finding for all stages of the author's own, with the line that makes them the model."""
    found, total = _of_model(journey), len(journey.stages)
    few = f"Only {found} of {total} stages {'is' if found == 1 else 'are'}"
    named = {stage.key: shown(written(journey, stage.span)) for stage in journey.stages}
    names = [*named.values()][:_MOST_LISTED]
    listed = " > ".join(names if len(names) == len(named) else [*names, "…"])
    # A journey has one of the two lines.
    instead = " instead of `model`" if "model" in journey.places else ""
    return at(
        kinds.UNKNOWN_STAGE,
        journey.source,
        _deciding(journey),
        f"{few if found else 'None of the stages is'} in the journey’s model.",
        help=f"Take its stages ({', '.join(one.name for one in journey.expected)}),"
        f" or list your own{instead}: `stages: {listed}`.",
    )


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


def _as_declared(name: str) -> str:
    """The name of an expected stage as a declaration writes it, which has no spaces."""
    return "-".join(name.split())
