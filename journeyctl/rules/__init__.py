"""What is checked of a journey: an ordered list of rules, each a function that finds."""

from collections.abc import Callable, Iterator

from journeyctl.diagnostics import Diagnostic, in_file_order
from journeyctl.model.journey import Journey
from journeyctl.rules import flow, names, order, times

RULES: tuple[Callable[[Journey], Iterator[Diagnostic]], ...] = (
    names.unused_name,
    names.language_without_words,
    order.unknown_stage,
    order.stage_out_of_order,
    order.missing_stage,
    order.repeated_stage,
    order.empty_stage,
    order.beyond_scope,
    flow.stage_skipped,
    flow.endless_loop,
    flow.unreachable_step,
    flow.few_answers,
    flow.run_of_one,
    flow.shares_complete,
    flow.shares_sum,
    times.stage_duration,
    times.journey_duration,
)


def check(journey: Journey) -> list[Diagnostic]:
    """All findings of all rules, in file order. Never raises on a journey of ``resolve``'s."""
    return in_file_order(finding for rule in RULES for finding in rule(journey))
