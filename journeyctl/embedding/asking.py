"""Which view is asked for behind a journey in a page."""

import re

from journeyctl.syntax.names import nearest
from journeyctl.views.catalogue import VIEWS

_OF_OTHERS = re.compile(
    r"""\{.*?\} | \[.*?\] | [^\s"']*(?:"[^"]*"|'[^']*') | \S*[^\w\s,;+/-]\S*""", re.VERBOSE
)
"""What other programs are told of a block: ``{.numbers}``, ``title="Two words"``, ``[3-5]``."""


def view_asked_for(words: str) -> str | tuple[str, str]:
    """The name of the view that is asked for, the flow where none is; else what is wrong, and
    what to do. The first word counts, but for what looks like an option of another program."""
    first, *rest = _OF_OTHERS.sub(" ", words).split() or [VIEWS[0]]
    asked: list[str] = re.findall(r"[^,;+/]+", first)
    for one in asked:
        if one not in VIEWS:
            near = nearest(one, VIEWS)
            help = f"Did you mean `{near}`?" if near else f"There are {', '.join(VIEWS)}."
            return f"There is no view `{one}`.", help
    asked += [one for one in rest if one in VIEWS]
    if len(asked) != 1:
        help = "Name one; for another one show the journey's file again, in a comment of its own."
        return f"One view is shown at a place, and not {' and '.join(asked)}.", help
    return asked[0]
