"""Every kind of finding with its page, to look up and to print.

Nothing here is needed to check a journey, so nothing of it is imported for that.
"""

import re
from inspect import cleandoc
from typing import NamedTuple

from journeyctl.diagnostics import Kind
from journeyctl.rules import RULES
from journeyctl.rules.choose import FAMILIES, KINDS, kinds_of
from journeyctl.rules.pages import choosing, files, flow, names, order, syntax, values

_MODULES = (syntax, values, names, order, flow, choosing, files)


class Rule(NamedTuple):
    """A kind of finding, and its page in Markdown, without a heading."""

    kind: Kind
    text: str

    @property
    def family(self) -> str:
        return FAMILIES[self.kind.code[0]]

    @property
    def summary(self) -> str:
        """What is found, in a sentence or two."""
        return " ".join(self.text.partition("\n\n")[0].split())


def all_rules() -> tuple[Rule, ...]:
    """All rules, by family and code."""
    pages = {kind: text.strip() for module in _MODULES for kind, text in module.PAGES.items()}
    for rule in RULES:
        pages[KINDS[rule.__name__.replace("_", "-")]] = cleandoc(rule.__doc__ or "")
    return tuple(Rule(kind, pages[kind]) for kind in KINDS.values() if kind in pages)


def find_rule(word: str) -> Rule | None:
    """The rule of a name or a code, without regard to case, spaces and hyphens."""
    found = kinds_of(word)
    if len(found) != 1:
        return None
    return next(rule for rule in all_rules() if rule.kind is found[0])


def page(rule: Rule, level: int = 1) -> str:
    """A rule's page in Markdown, under a heading of that level; ends with a line end."""
    kind = rule.kind
    text = re.sub(r"^(Reads|Why|Better):", r"**\1:**", rule.text, flags=re.MULTILINE)
    return f"{'#' * level} {kind.code} {kind.name}\n\n*{rule.family}, {kind.severity}*\n\n{text}\n"
