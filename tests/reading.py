"""A text all the way to its journey and findings, for tests of what comes after."""

from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Journey
from journeyctl.pipeline import check
from journeyctl.source import Source


class Read(NamedTuple):
    journey: Journey
    findings: list[Diagnostic]


def read(text: str, path: str = "test.journey") -> Read:
    return Read(*check(Source(path, text)))
