"""A journey's steps, remarks and metrics as tables for a spreadsheet."""

from collections.abc import Iterable, Sequence

from journeyctl.model.journey import Journey
from journeyctl.model.ways.ways import ways
from journeyctl.renderers.csv import Cell, csv
from journeyctl.reports.records import (
    MetricRecord,
    RemarkRecord,
    StepRecord,
    metric_records,
    remark_records,
    step_records,
)

SHEETS = ("steps", "remarks", "metrics")


def sheet(name: str, journey: Journey) -> str:
    """One of ``SHEETS`` as CSV: a row of the records' fields, then a row for each record. Of
    several people, channels … in a cell each is apart by a semicolon."""
    match name:
        case "steps":
            return _sheet(StepRecord._fields, step_records(journey, ways(journey)))
        case "remarks":
            return _sheet(RemarkRecord._fields, remark_records(journey, ways(journey)))
        case _:
            return _sheet(MetricRecord._fields, metric_records(journey))


def _sheet(head: Sequence[str], records: Iterable[tuple[object, ...]]) -> str:
    return csv([head, *([_cell(value) for value in record] for record in records)])


def _cell(value: object) -> Cell:
    match value:
        case None:
            return None
        case bool():
            return "true" if value else "false"
        case int() | float():
            return float(value)
        case tuple():
            return "; ".join(map(str, value))
        case _:
            return str(value)
