"""The command line. What a command needs is imported when it runs: start-up time is a feature."""

from typing import Annotated

import typer

from journeyctl.commands.check import check
from journeyctl.commands.diff import diff
from journeyctl.commands.doctor import doctor
from journeyctl.commands.fmt import fmt
from journeyctl.commands.new import new
from journeyctl.commands.render import render
from journeyctl.commands.report import report
from journeyctl.commands.rule import rule
from journeyctl.commands.stats import stats

app = typer.Typer(
    name="journeyctl",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from journeyctl import __version__

        typer.echo(f"journeyctl {__version__}")
        raise typer.Exit


@app.callback()
def journeyctl(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Customer journeys as plain text: checked, drawn and reported.

    \b
    Examples:
      journeyctl new coffee.journey
      journeyctl check coffee.journey
      journeyctl fmt coffee.journey
      journeyctl render samples/minimal.journey
      journeyctl report samples/minimal.journey -o -

    \b
    Exit codes:
      0  nothing wrong (hints never count)
      1  errors were found, or warnings with --strict
      2  something could not run: a file, an option, an output or the engine
    """


# In the order of the help.
for command in (check, fmt, rule, new, render, report, diff, stats, doctor):
    app.command()(command)
