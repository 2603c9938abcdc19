"""``journeyctl import``: a journey from another form."""

import sys
from typing import Annotated

import typer

from journeyctl.commands.options import (
    Strict,
    format_option,
)


def importing(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="What to read, or - for standard input.", show_default=False
        ),
    ],
    format: Annotated[
        str,
        format_option(
            "json, csv, mermaid-journey or mermaid-flowchart. Without it, what the file looks"
            " like.",
            "exchange.formats:FORMATS",
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help="Where to write the journey; a file that exists stays. - is standard output.",
        ),
    ] = "-",
    strict: Strict = False,
) -> None:
    """Make a journey of a Mermaid diagram, a table or a JSON document.

    A table needs a column of steps, called so in English, Indonesian or Filipino. What did not
    come in, and what was guessed, is told on standard error with its place.

    \b
    Examples:
      journeyctl export -f csv -o coffee.csv samples/minimal.journey
      journeyctl import coffee.csv -o new.journey
      journeyctl export -f mermaid-flowchart -o - samples/minimal.journey | journeyctl import -
    """
    import os
    from pathlib import Path

    from journeyctl import kinds
    from journeyctl.diagnostics import Diagnostic
    from journeyctl.exchange import formats
    from journeyctl.exchange.recoding import recoded
    from journeyctl.run import Run
    from journeyctl.syntax.findings import Findings
    from journeyctl.targets import Output
    from journeyctl.versions import read

    chosen = format.strip().lower()
    if chosen not in ("", *formats.FORMATS):
        said = f"`{chosen}` is no format; there are {', '.join(formats.FORMATS)}."
        raise typer.BadParameter(said, param_hint="--format")
    if Output(output).is_folder:
        said = f"`{output}` is a folder: name the file of the journey."
        raise typer.BadParameter(said, param_hint="--output")
    if output != "-" and os.path.lexists(output):
        raise typer.BadParameter(f"`{output}` exists already.", param_hint="--output")
    run = Run(sys.stderr, strict=strict)
    guesses: list[str] = []

    def recode(data: bytes) -> bytes:
        data, guess = recoded(data)
        guesses.append(guess)
        return data

    source = read(file, "Name one table, diagram or JSON document.", recode)
    if isinstance(source, Diagnostic):
        run.tell([source])
        raise typer.Exit(run.code)
    guess = chosen or formats.guessed(source)
    if source.path.endswith(".journey"):
        said = f"`{source.path}` is a journey already."
        raise typer.BadParameter(said, param_hint="FILE")
    text, findings = formats.read(source, guess) if guess else ("", [])
    if not text:
        message = "There is nothing here that a journey could be made of."
        help = f"Name the format by `--format` if it is one of {', '.join(formats.FORMATS)}."
        findings.append(Diagnostic(kinds.NOT_IMPORTED, message, source.path, help=help))
    if any(guesses):
        message = f"The file is no UTF-8, and is read as {guesses[0]}."
        findings.append(Diagnostic(kinds.GUESSED, message, source.path))
    told = Findings()
    for finding in findings:
        told.add(finding)
    run.tell(run.chosen(source.path, told.in_order()))
    if text:
        run.save(text.encode(), None if output == "-" else Path(output))
    raise typer.Exit(run.code)
