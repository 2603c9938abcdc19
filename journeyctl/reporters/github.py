"""Findings as GitHub Actions shows them beside the lines of a pull request.

    ::error file=a.journey,line=6,endLine=6,col=17,endColumn=21,title=N001 undeclared-name::No …

What stands in a journey must not become a command of the runner's (CVE-2020-15228): each
finding is one line of ours, and what could end it, or one of its parts, is escaped.
https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
"""

from journeyctl.diagnostics import Diagnostic
from journeyctl.reporters.full import MOST_MESSAGE
from journeyctl.reporters.places import place_of
from journeyctl.reporters.text import cut, shown

_COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}


def github(finding: Diagnostic) -> str:
    """The one line of a finding, with its line end."""
    properties = {"file": shown(finding.path)}
    where = place_of(finding)
    if where:
        properties |= {"line": str(where.line), "endLine": str(where.end_line)}
        # The runner refuses columns of a place that goes over several lines.
        if where.line == where.end_line:
            properties |= {"col": str(where.column), "endColumn": str(where.end_column)}
    properties["title"] = f"{finding.kind.code} {finding.kind.name}"
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    said = [cut(text, MOST_MESSAGE) for text in (finding.message, finding.help) if text]
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(chr(10).join(said))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
