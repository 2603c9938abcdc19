"""``journeyctl rule``: explain rules."""

import sys
from typing import Annotated

import typer

from journeyctl.commands.options import known


def rule(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME|CODE]",
            help="Such as no-way-back or P206.",
            show_default=False,
            autocompletion=known("rules.registry:summaries"),
        ),
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="The pages of all rules.")] = False,
) -> None:
    """Explain a rule, or all of them.

    What it finds, what it reads, why that matters, an example, and the better way.

    \b
    Examples:
      journeyctl rule no-way-back
      journeyctl rule O002
      journeyctl rule --all | less
    """
    from journeyctl.reporters import terminal
    from journeyctl.rules.choose import kinds_of, near, no_rule
    from journeyctl.rules.registry import all_rules, find_rule, page

    if every:
        terminal.write("\n".join(page(one) for one in all_rules()), sys.stdout)
        return
    if not name:
        raise typer.BadParameter("Name a rule, or ask for --all.", param_hint="NAME")
    found = find_rule(name)
    if found is None:
        family = [kind.name for kind in kinds_of(name)]
        said = f"`{name}` is a family of rules: {', '.join(family)}." if family else ""
        raise typer.BadParameter(said or no_rule(name, near(name)), param_hint="NAME")
    terminal.write(page(found), sys.stdout)
