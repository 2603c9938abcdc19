"""``journeyctl new``: begin a journey."""

import os
import sys
from typing import Annotated, Literal

import typer

from journeyctl.commands.options import known


def new(
    file: Annotated[
        str,
        typer.Argument(
            metavar="[FILE]",
            help="What to write; a file that exists stays. Without it: standard output.",
            show_default=False,
        ),
    ] = "-",
    type: Annotated[
        Literal["b2b", "b2c"], typer.Option(help="A committee that buys, or one customer.")
    ] = "b2b",
    language: Annotated[
        str,
        typer.Option(
            metavar="TAG",
            help="Its language, such as en, id or fil.",
            autocompletion=known("starter:languages"),
        ),
    ] = "en",
) -> None:
    """Begin a new journey.

    A small one to write over, with the questions that a facilitator asks as comments.

    \b
    Examples:
      journeyctl new coffee.journey
      journeyctl new --type b2c --language id belanja.journey
    """
    from pathlib import Path

    from journeyctl.run import Run
    from journeyctl.starter import languages, starter

    if language not in languages():
        said = f"There is none in `{language}`; there are {', '.join(languages())}."
        raise typer.BadParameter(said, param_hint="--language")
    if file != "-" and os.path.lexists(file):
        raise typer.BadParameter(f"`{file}` exists already.", param_hint="FILE")
    run = Run(sys.stderr)
    place = None if file == "-" else Path(file)
    run.save(starter(type, language).encode(), place, "Choose another place for the file.")
    raise typer.Exit(run.code)
