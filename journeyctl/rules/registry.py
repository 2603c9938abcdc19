"""Every kind of finding with its page, to look up and to print.

Nothing here is needed to check a journey, so nothing of it is imported for that.
"""

import re
from inspect import cleandoc
from typing import NamedTuple

from journeyctl.diagnostics import Kind
from journeyctl.rules import RULES
from journeyctl.rules.choose import FAMILIES, KINDS, kinds_of
from journeyctl.rules.pages import (
    choosing,
    exchange,
    files,
    flow,
    names,
    order,
    signs,
    syntax,
    templates,
    values,
)

_MODULES = (syntax, signs, values, names, order, flow, choosing, files, exchange, templates)

ARTICLES = {
    "000": "how the customer journeys of B2C and B2B differ (Indonesian, daya.id, 2025)",
    "001": "the B2B and the B2C journey stage by stage, with a flowchart of each (Indonesian)",
    "002": "the buyer’s journey and the customer’s (Indonesian)",
    "003": "omnichannel in B2B and B2C (Indonesian, VADS, 2025)",
    "004": "what mapping a journey has to show in B2B and in B2C (Filipino)",
}
"""What the pages name as their sources: the articles that the product is made from."""

_CITED = r"articles? (\d{3})(?: and (\d{3}))?"


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

    @property
    def articles(self) -> list[str]:
        """The numbers of the articles that the page names, in order."""
        cited = re.findall(_CITED, " ".join(self.text.split()))
        return sorted({number for numbers in cited for number in numbers if number})


def all_rules() -> tuple[Rule, ...]:
    """All rules, by family and code."""
    pages = {kind: text.strip() for module in _MODULES for kind, text in module.PAGES.items()}
    for rule in RULES:
        pages[KINDS[rule.__name__.replace("_", "-")]] = cleandoc(rule.__doc__ or "")
    return tuple(Rule(kind, pages[kind]) for kind in KINDS.values() if kind in pages)


def summaries() -> dict[str, str]:
    """What each rule finds, by its name."""
    return {rule.kind.name: rule.summary for rule in all_rules()}


def families() -> dict[str, str]:
    """The rules of each family, by its name."""
    rules = all_rules()
    return {
        family: ", ".join(rule.kind.name for rule in rules if rule.family == family)
        for family in FAMILIES.values()
    }


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
    sources = "".join(f"\nArticle {number}: {ARTICLES[number]}.\n" for number in rule.articles)
    heading = f"{'#' * level} {kind.code} {kind.name}"
    return f"{heading}\n\n*{rule.family}, {kind.severity}*\n\n{text}\n{sources}"
