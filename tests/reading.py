"""A text all the way to its journey and findings, for tests of what comes after."""

from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic, in_file_order
from journeyctl.model.journey import Journey
from journeyctl.model.resolve import resolve
from journeyctl.rules import check
from journeyctl.source import Source
from journeyctl.syntax.parser import parse


class Read(NamedTuple):
    journey: Journey
    findings: list[Diagnostic]


def read(text: str, path: str = "test.journey") -> Read:
    tree, parsed = parse(Source(path, text))
    journey, resolved = resolve(tree)
    return Read(journey, in_file_order([*parsed, *resolved, *check(journey)]))
