"""What is checked of a journey: an ordered list of rules, each a function that finds.

A rule is named as the kind of its findings is, and its docstring is its page (see
``registry``): what it looks for, what it reads, why it matters, an example, the better way.
"""

from collections.abc import Callable, Iterator

from journeyctl.diagnostics import Diagnostic, in_file_order
from journeyctl.model.journey import Journey
from journeyctl.rules import (
    committee,
    consumer,
    contact,
    flow,
    loops,
    measures,
    names,
    order,
    practice,
    sequence,
    times,
)

RULES: tuple[Callable[[Journey], Iterator[Diagnostic]], ...] = (
    names.unused_name,
    names.language_without_words,
    order.unknown_stage,
    sequence.stage_out_of_order,
    order.missing_stage,
    order.repeated_stage,
    order.empty_stage,
    order.beyond_scope,
    flow.stage_skipped,
    loops.endless_loop,
    loops.unreachable_step,
    flow.few_answers,
    flow.run_of_one,
    flow.shares_sum,
    flow.shares_incomplete,
    times.stage_duration,
    times.journey_duration,
    committee.nobody_decides,
    committee.committee_of_one,
    committee.absent_stakeholder,
    contact.stage_without_customer,
    contact.silent_handover,
    contact.long_without_contact,
    consumer.many_deciders,
    consumer.checkout_questions,
    practice.touchpoint_without_channel,
    practice.channel_used_once,
    practice.fall_without_pain,
    practice.pain_without_idea,
    practice.unmeasured_moment,
    practice.no_way_back,
    measures.metric_without_target,
    measures.target_missed,
    measures.units_differ,
    measures.stage_without_metric,
    measures.old_evidence,
    measures.claim_without_evidence,
)


def check(journey: Journey) -> list[Diagnostic]:
    """All findings of all rules, in file order. Never raises on a journey of ``resolve``'s."""
    return in_file_order(finding for rule in RULES for finding in rule(journey))
