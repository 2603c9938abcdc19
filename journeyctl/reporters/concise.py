"""Findings for editors, ``grep`` and pipes: one line each, as compilers write them.

    b2b.journey:12:13: error: No actor is declared as `marketng`. [N001 undeclared-name]

Stable: ``path:line:column: severity: message [CODE name]``, line and column from 1, in
characters; ``path: severity: …`` where a finding has no place. What cannot be seen in a path
or message is written out, so that no line break of a user's splits a finding.
"""

from journeyctl.diagnostics import Diagnostic
from journeyctl.reporters.full import Line, head


def concise(finding: Diagnostic) -> list[Line]:
    """The one line of a finding."""
    return [head(finding)]
