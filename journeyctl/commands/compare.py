"""``journeyctl compare``: journeys beside each other."""

import sys
from typing import Annotated, Literal

import typer

from journeyctl.commands.options import (
    Lang,
    OutputFile,
    PictureTheme,
    chosen_format,
    file,
    files,
    format_option,
    language,
)


def compare(
    journeys: Annotated[
        list[str],
        typer.Argument(
            metavar="A B...",
            help="Two journeys or more: files, REV:PATH of the git repository, or - for standard"
            " input.",
            show_default=False,
            autocompletion=files(),
        ),
    ],
    format: Annotated[
        str,
        format_option(
            "markdown or json; or a picture: svg, png, pdf or dot. Without it, what -o ends"
            " in, else markdown.",
            "comparing:KINDS",
        ),
    ] = "",
    output: OutputFile = "-",
    direction: Annotated[
        Literal["right", "down"],
        typer.Option(help="The journeys one below the other, or side by side."),
    ] = "right",
    theme: PictureTheme = "",
    lang: Lang = "",
) -> None:
    """Put journeys beside each other: B2B and B2C, buyer and customer, before and after.

    Who takes part and who decides, how long it takes, touchpoints, channels, ways in, approvals,
    feelings stage by stage, systems, how success is measured: a table with a reading of each
    row, or a picture with the stages on one axis and the feelings on one ground.

    \b
    Examples:
      journeyctl compare samples/b2b-classic.journey samples/b2c-classic.journey
      journeyctl compare samples/b2b-software.journey samples/b2c-online-shop.journey -o two.svg
      journeyctl compare samples/buyer-journey.journey samples/customer-journey.journey -o two.md
    """
    from journeyctl.comparing import KINDS, write
    from journeyctl.run import Run
    from journeyctl.versions import load

    kind = chosen_format(format, output, KINDS)
    place = file(output, journeys)
    words = language(lang)
    if journeys.count("-") > 1:
        raise typer.BadParameter("Standard input is read once: name it once.")
    if len(journeys) < 2:
        raise typer.BadParameter("Name two journeys or more.")
    run = Run(sys.stderr)
    found = load(run, journeys, words, "Name each journey by itself.", alike=True)
    if found is not None:
        write(run, found, kind, place, theme, direction)
    raise typer.Exit(run.code)
