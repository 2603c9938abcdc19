"""Durations against one another."""

from collections.abc import Iterator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Label, at
from journeyctl.model.journey import Journey, Stage
from journeyctl.model.measures import Range, stage_range, steps_range, total_range
from journeyctl.syntax.values import Duration, shown

# Sums of minutes may be off by less than this.
_ROUNDING = 1 + 1e-9


def stage_duration(journey: Journey) -> Iterator[Diagnostic]:
    """A stage's duration and that of its steps cannot both be right.

    Reads: `[…]` on stages and steps. It is found where the steps take longer even at the least, or,
    where each step has a duration, less even at the most. Of several ways one is taken, parts go on
    side by side, and a loop counts once.

    Why: time is what complex journeys are told by: 6 to 12 months in B2B, days or weeks in B2C
    (article 001). Two numbers that contradict each other make both worthless.

    ```journey-wrong
    journey: Buying a bicycle

    stage decision [1 day]
      - Try one      [2 hours]
      - Wait for it  [3-5 days]
    ```

    Better: change what is wrong; until then the stage's own duration counts.

    ```journey
    journey: Buying a bicycle

    stage decision [3-6 days]
      - Try one      [2 hours]
      - Wait for it  [3-5 days]
    ```
    """
    for stage in journey.stages:
        taken = steps_range(journey, stage)
        if not stage.duration or not taken:
            continue
        way = _contradicts(stage.duration, taken, _all_timed(journey, stage))
        if way:
            timed = (journey.steps[id].duration for id in stage.steps)
            yield at(
                kinds.STAGE_DURATION,
                journey.source,
                stage.duration.span,
                f"The steps of this stage take {way} time than `{shown(stage.duration.text)}`.",
                help="Change what is wrong; until then the stage’s own duration counts.",
                others=[Label(one.span, "a step’s duration") for one in timed if one][:3],
            )


def journey_duration(journey: Journey) -> Iterator[Diagnostic]:
    """The journey's duration and that of its stages cannot both be right.

    Reads: `duration` and `[…]` on stages and steps. It is found where the stages take longer even
    at the least, or, where the time of each is known, less even at the most.

    Why: the whole is what is told to others. Two numbers that contradict each other make both
    worthless.

    ```journey-wrong
    journey: Buying a bicycle
    duration: 1 week

    stage search [2-3 weeks]
      - Look around
    stage decision [1 day]
      - Buy it
    ```

    Better: change the duration of the journey, or those of its stages.

    ```journey
    journey: Buying a bicycle
    duration: 2-4 weeks

    stage search [2-3 weeks]
      - Look around
    stage decision [1 day]
      - Buy it
    ```
    """
    duration, total = journey.facts.duration, total_range(journey)
    if not duration or not total:
        return
    complete = all(stage.duration or _all_timed(journey, stage) for stage in journey.stages)
    way = _contradicts(duration, total, complete)
    if way:
        stages = [stage for stage in journey.stages if stage_range(journey, stage)]
        yield at(
            kinds.JOURNEY_DURATION,
            journey.source,
            duration.span,
            f"The stages take {way} time than `{shown(duration.text)}` together.",
            help="Change the duration of the journey, or those of its stages.",
            others=[
                Label(stage.duration.span, "a stage’s duration")
                for stage in stages
                if stage.duration
            ][:3],
        )


def _contradicts(duration: Duration, taken: Range, complete: bool) -> str:
    """``more`` or ``less`` where what is taken lies wholly outside, else ""."""
    low, high = taken
    if duration.high is not None and low > duration.high * _ROUNDING:
        return "more"
    if complete and high is not None and high * _ROUNDING < duration.low:
        return "less"
    return ""


def _all_timed(journey: Journey, stage: Stage) -> bool:
    return bool(stage.steps) and all(journey.steps[id].duration for id in stage.steps)
