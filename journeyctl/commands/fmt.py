"""``journeyctl fmt``: format journeys."""

import sys
from typing import Annotated

import typer

from journeyctl.commands.options import Diff, Paths, StdinFilename


def fmt(
    paths: Paths,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Name the files that would change, write nothing, and exit with 1 if any would.",
        ),
    ] = False,
    diff: Diff = False,
    stdin_filename: StdinFilename = "",
) -> None:
    """Format journeys; the meaning never changes.

    One canonical form: indentation, tags in columns, comments where they stand. A text from
    standard input goes to standard output.

    \b
    Examples:
      journeyctl fmt samples
      journeyctl fmt --check samples
      journeyctl fmt --diff samples/minimal.journey
      journeyctl fmt - < samples/minimal.journey
    """
    from journeyctl.rewriting import Rewriting
    from journeyctl.run import Run
    from journeyctl.syntax.formatter import formatted

    run = Run(sys.stderr, stdin=stdin_filename)
    rewriting = Rewriting(run, "diff" if diff else "check" if check else "write")
    for source, input in run.sources(paths):
        rewriting.put(input, source, formatted(source))
    raise typer.Exit(rewriting.code)
