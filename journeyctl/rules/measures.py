"""Measures: metrics against their targets, and what the claims of a journey rest on."""

import re
from collections.abc import Iterator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Label, at
from journeyctl.model.journey import Journey
from journeyctl.rules.shared import written
from journeyctl.source import Span
from journeyctl.syntax.durations import minutes
from journeyctl.syntax.values import Comparator, Metric, Quantity, shown

_TARGET = r"[<>≤≥]|\btarget\b"
_DATE = r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z"


def metric_without_target(journey: Journey) -> Iterator[Diagnostic]:
    """A metric has no target.

    Reads: `metric` of the journey, its stages and steps. It is one finding, whatever their
    number.

    Why: success is measured against something: ROI, satisfaction, conversion, retention (article
    000). A number without a target cannot be good or bad, and nobody acts on it.

    ```journey-wrong
    journey: Booking a holiday

    stage before
      - Book
          metric: Conversion = 2.3%
    ```

    Better: say what you aim at.

    ```journey
    journey: Booking a holiday

    stage before
      - Book
          metric: Conversion = 2.3% target >= 2%
    ```
    """
    for metric in _metrics(journey):
        # One whose target cannot be read was reported for that.
        tried = re.search(_TARGET, written(journey, metric.span), re.IGNORECASE)
        if metric.target is None and not tried:
            yield at(
                kinds.METRIC_WITHOUT_TARGET,
                journey.source,
                metric.span,
                f"The metric `{shown(metric.name)}` has no target.",
                help="Add one, such as `target >= 80%` or `target < 2 days`.",
            )


def target_missed(journey: Journey) -> Iterator[Diagnostic]:
    """A metric misses its target.

    Reads: `metric` of the journey, its stages and steps, where value and target are numbers of
    one unit. `<` and `>` are strict, `<=` and `>=` are not.

    Why: measuring is there to better the experience (article 004). With
    `error = ["target-missed"]` in the configuration a missed target fails a build.

    ```journey-wrong
    journey: Booking a holiday

    stage before
      - Book
          metric: Conversion = 2.3% target >= 3%
    ```

    Better: mend the journey until the value is right; a target that was not meant so, change.

    ```journey
    journey: Booking a holiday

    stage before
      - Book
          metric: Conversion = 3% target >= 3%
    ```
    """
    for metric, value, target in _compared(journey):
        if _same(value.unit, target.unit) and not _holds(value, metric.comparator, target):
            place, aim = _places(journey, metric, value, target)
            yield at(
                kinds.TARGET_MISSED,
                journey.source,
                place,
                f"`{shown(metric.name)}` misses its target: it is {shown(value.text)}, "
                f"not {metric.comparator} {shown(target.text)}.",
                help="Mend the journey; or change the target, if it was not meant so.",
                others=[Label(aim, "the target")],
            )


def units_differ(journey: Journey) -> Iterator[Diagnostic]:
    """A metric's value and its target have different units, and cannot be compared.

    Reads: `metric` of the journey, its stages and steps. Units are the same without regard to
    case and an English plural; units of time are the same in three languages (`2 days`,
    `2 hari`). Days and weeks are different: nothing is converted.

    Why: practice. A value that is compared with nothing looks like one that is watched.

    ```journey-wrong
    journey: Booking a holiday

    stage before
      - Wait for the page
          metric: Loading time = 4.8 s target <= 2.5 min
    ```

    Better: write both in one unit.

    ```journey
    journey: Booking a holiday

    stage before
      - Wait for the page
          metric: Loading time = 2.4 s target <= 2.5 s
    ```
    """
    for metric, value, target in _compared(journey):
        if not _same(value.unit, target.unit):
            place, aim = _places(journey, metric, value, target)
            yield at(
                kinds.UNITS_DIFFER,
                journey.source,
                place,
                f"`{shown(metric.name)}` is measured {_in(value)}, and its target {_in(target)}.",
                help="Write both in one unit; until then they are not compared.",
                others=[Label(aim, "the target")],
            )


def stage_without_metric(journey: Journey) -> Iterator[Diagnostic]:
    """A stage is not measured, where others are.

    Reads: `metric` of stages and steps. Nothing is found in a journey that measures no stage at
    all. It is one finding, whatever their number.

    Why: each stage has something of its own to be measured by, from the interest it meets to the
    loyalty it earns (articles 000 and 004). A stage without a metric is one that can get worse
    unseen.

    ```journey-wrong
    journey: Booking a holiday

    stage before
      - Book
          metric: Conversion = 3% target >= 3%
    stage there
      - Check in
    ```

    Better: find one number that tells whether the stage does what it is there for.

    ```journey
    journey: Booking a holiday

    stage before
      - Book
          metric: Conversion = 3% target >= 3%
    stage there
      metric: Time to check in = 6 min target <= 10 min
      - Check in
    ```
    """
    measured = [
        bool(stage.metrics) or any(journey.steps[id].metrics for id in stage.steps)
        for stage in journey.stages
    ]
    if not any(measured):
        return
    for stage, is_measured in zip(journey.stages, measured, strict=True):
        if stage.steps and not is_measured:
            yield at(
                kinds.STAGE_WITHOUT_METRIC,
                journey.source,
                stage.span,
                f"The stage `{shown(stage.label)}` has no metric, where others have one.",
                help="Add a `metric:` under the stage or one of its steps.",
            )


def old_evidence(journey: Journey) -> Iterator[Diagnostic]:
    """What a step rests on was seen more than a year ago.

    Reads: the date in `evidence`, and the journey's `updated`; the clock is never asked, so that
    the same file is always checked alike. A date without a day or month is taken for its latest
    (of `updated` its first) day, so only what is certainly more than a year older is found. It is
    one finding, whatever their number.

    Why: journeys change: what customers do and expect today is not what they did some years ago
    (article 001). A map that is kept up to date on old interviews is up to date in name only.

    ```journey-wrong
    journey: Booking a holiday
    updated: 2026-06-18

    stage before
      - Book
          evidence: observed, 12 interviews, 2025-05
    ```

    Better: ask again, and write the new date.

    ```journey
    journey: Booking a holiday
    updated: 2026-06-18

    stage before
      - Book
          evidence: observed, 12 interviews, 2025-06
    ```
    """
    updated = re.match(_DATE, journey.facts.updated.strip())
    if not updated:
        return
    limit = int(updated[1]) - 1, int(updated[2] or 1), int(updated[3] or 1)
    for step in journey.steps.values():
        for one in step.evidence:
            date = re.match(_DATE, one.date)
            if date and (int(date[1]), int(date[2] or 12), int(date[3] or 31)) < limit:
                yield at(
                    kinds.OLD_EVIDENCE,
                    journey.source,
                    one.span,
                    "This evidence is more than a year older than the journey.",
                    help="Ask or look again, and write the new date.",
                    others=[Label(journey.places["updated"], "the journey is as of here")],
                )


def claim_without_evidence(journey: Journey) -> Iterator[Diagnostic]:
    """A step claims what customers suffer or say, without evidence, where others have some.

    Reads: `pain`, `quote` and `evidence` under steps. A claim is a pain or a quote; a guess is
    fine when it says so (`evidence: assumed`). Nothing is found in a journey without any evidence,
    nor in one with `state: to-be`, which is a plan. It is one finding, whatever their number.

    Why: a map is as good as what it rests on: direct feedback and data (article 000). Research and
    guesses that cannot be told apart are all taken for research.

    ```journey-wrong
    journey: Booking a holiday

    stage before
      - Find the hotel
          evidence: observed, 12 interviews
      - Enter the card
          pain: The fees come last
          idea: Show the whole price from the start
    ```

    Better: say where it comes from, or that it is assumed.

    ```journey
    journey: Booking a holiday

    stage before
      - Find the hotel
          evidence: observed, 12 interviews
      - Enter the card
          pain: The fees come last
          idea: Show the whole price from the start
          evidence: assumed, workshop
    ```
    """
    steps = journey.steps.values()
    if journey.facts.state == "to-be" or not any(step.evidence for step in steps):
        return
    for step in steps:
        if (step.pains or step.quotes) and not step.evidence:
            yield at(
                kinds.CLAIM_WITHOUT_EVIDENCE,
                journey.source,
                step.label_span,
                "This step claims something, and has no evidence.",
                help="Write `evidence: observed`, `reported` or `assumed`, and from where.",
            )


def _metrics(journey: Journey) -> list[Metric]:
    """All metrics, in file order."""
    found = [*journey.facts.metrics]
    for stage in journey.stages:
        found += stage.metrics
        found += [one for id in stage.steps for one in journey.steps[id].metrics]
    return found


def _compared(journey: Journey) -> Iterator[tuple[Metric, Quantity, Quantity]]:
    """The metrics whose value and target are both numbers, with the two."""
    for metric in _metrics(journey):
        value, target = metric.value, metric.target
        if value and target and value.number is not None and target.number is not None:
            yield metric, value, target


def _places(
    journey: Journey, metric: Metric, value: Quantity, target: Quantity
) -> tuple[Span, Span]:
    """Where the value and the target of a metric stand; signs that no file may hold are not
    in them as they are in the file, and all of the metric is the place then."""
    text, start = written(journey, metric.span), metric.span.start
    first = text.find(value.text, text.find("="))
    second = text.rfind(target.text)
    if min(first, second) < 0:
        return metric.span, metric.span
    first, second = start + first, start + second
    return Span(first, first + len(value.text)), Span(second, second + len(target.text))


def _same(one: str, other: str) -> bool:
    """Whether two units are one, as ``day`` and ``days``, or ``hari`` and ``days``, are."""
    one, other = one.casefold(), other.casefold()
    if one == other or one == other + "s" or other == one + "s":
        return True
    time = minutes(f"1 {one}")
    return time is not None and time == minutes(f"1 {other}")


def _in(quantity: Quantity) -> str:
    return f"in `{shown(quantity.unit)}`" if quantity.unit else "without a unit"


def _holds(value: Quantity, comparator: Comparator | None, target: Quantity) -> bool:
    one, other = value.number or 0.0, target.number or 0.0
    match comparator:
        case "<":
            return one < other
        case "<=":
            return one <= other
        case ">=":
            return one >= other
        case ">":
            return one > other
        case _:
            return one == other
