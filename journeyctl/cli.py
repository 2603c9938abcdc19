"""The command line. What a command needs is imported when it runs: start-up time is a feature."""

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

COMMANDS = (
    *("check", "fmt", "rule", "new", "render", "watch", "report", "stats", "diff", "compare"),
    *("slides", "embed", "ci", "export", "import", "doctor"),
)
"""In the order of the help. Each is the function of its name, in ``journeyctl/commands``."""

_FUNCTIONS = {"import": "importing"}
"""The functions of commands whose names are words of Python's."""


def command_line(arguments: Sequence[str] = ()) -> typer.Typer:
    """The command line that can run these arguments: with one command, where they begin with its
    name, else with all. Each that is not built makes the start a little faster."""
    app = typer.Typer(
        name="journeyctl",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(journeyctl)
    for name in [one for one in COMMANDS if one in arguments[:1]] or COMMANDS:
        function = _FUNCTIONS.get(name, name)
        module = import_module(f"journeyctl.commands.{function}")
        app.command(name)(getattr(module, function))
    return app


def _version(wanted: bool) -> None:
    if wanted:
        from journeyctl import __version__

        typer.echo(f"journeyctl {__version__}")
        raise typer.Exit


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
