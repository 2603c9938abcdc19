"""All that a template can use: plain data, in the language of the report."""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Journey
from journeyctl.model.ways.ways import ways
from journeyctl.reports.actions import Actions, actions
from journeyctl.reports.measurement import Measurement, measurement
from journeyctl.reports.records import (
    MetricRecord,
    RemarkRecord,
    StepRecord,
    metric_records,
    remark_records,
    step_records,
)
from journeyctl.reports.report import Report, report_of
from journeyctl.reports.steps import Teller
from journeyctl.reports.summary import Overview, overview
from journeyctl.reports.workshop import Workshop, workshop
from journeyctl.words import Words

KINDS = ("summary", "full", "workshop", "measurement", "actions")
"""The reports that there are, each a template of this name."""


class Context(NamedTuple):
    """What there is for templates, name by name. It is a promise to the templates of others:
    ``docs/templates.md`` tells all of it, and a test holds that it does."""

    report: Report
    overview: Overview
    workshop: Workshop
    measurement: Measurement
    actions: Actions
    steps: tuple[StepRecord, ...]
    remarks: tuple[RemarkRecord, ...]
    metrics: tuple[MetricRecord, ...]
    language: str


def context_of(journey: Journey, findings: Sequence[Diagnostic], words: Words) -> Context:
    """All that there is to tell of a journey and of what was found in it."""
    teller = Teller(journey, words)
    through = ways(journey)
    remarks = remark_records(journey, through)
    found = actions(teller, remarks)
    return Context(
        report=report_of(teller, through, findings),
        overview=overview(teller, through, found),
        workshop=workshop(teller),
        measurement=measurement(teller),
        actions=found,
        steps=step_records(journey, through),
        remarks=remarks,
        metrics=metric_records(journey),
        language=words.language,
    )
