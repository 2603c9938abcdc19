"""``python -m journeyctl.rules > docs/rules.md``: the reference of the rules, from their source."""

import sys

from journeyctl.rules.registry import Rule, all_rules, page

_INTRODUCTION = """\
# The rules

All that `journeyctl` finds, by family. This page is made from the rules themselves by \
`python -m journeyctl.rules > docs/rules.md`; `journeyctl rule NAME` shows one of them. How to \
choose rules, and how to ignore a finding, is in [checking](checking.md).

An **error** is what makes a journey wrong, a **warning** what makes it weak, and a **hint** \
changes nothing. Rules read keys and tags, never the words of a label. In the examples `<U+0009>` \
stands for the character with that number, and `<U+0061 x 2001>` for so many of it.
"""


def reference() -> str:
    """The whole page, in Markdown: a table of the rules, and the page of each."""
    rules = all_rules()
    table = [
        f"| {one.kind.code} | [{one.kind.name}](#{_anchor(one)}) | {one.kind.severity} "
        f"| {one.summary} |"
        for one in rules
    ]
    parts = [
        _INTRODUCTION,
        "| code | name | severity | what is found |\n|---|---|---|---|\n" + "\n".join(table) + "\n",
    ]
    family = ""
    for one in rules:
        if one.family != family:
            family = one.family
            parts.append(f"## {family.capitalize()}\n")
        parts.append(page(one, 3))
    return "\n".join(parts)


def _anchor(rule: Rule) -> str:
    return f"{rule.kind.code} {rule.kind.name}".lower().replace(" ", "-")


if __name__ == "__main__":
    sys.stdout.write(reference())
