"""``journeyctl export``: journeys in other forms."""

import sys
from typing import Annotated

import typer

from journeyctl.commands.options import (
    Lang,
    OutDir,
    Paths,
    Strict,
    format_option,
    language,
    output_option,
    place,
)


def export(
    paths: Paths,
    format: Annotated[
        str,
        format_option(
            "json, csv, mermaid-journey or mermaid-flowchart. Without it, what -o ends in.",
            "exchange.formats:FORMATS",
        ),
    ] = "",
    output: Annotated[
        str,
        output_option(
            "NAME.journey.json, NAME.steps.csv, NAME.journey.mmd or NAME.flowchart.mmd beside"
            " each journey."
        ),
    ] = "",
    out_dir: OutDir = "",
    lang: Lang = "",
    strict: Strict = False,
) -> None:
    """Write journeys in other forms: JSON, a table of the steps, Mermaid's diagrams.

    JSON carries all of a journey, and comes back by `import` as it was. What another form has
    no place for is told on standard error, beside the errors that are in a journey.

    \b
    Examples:
      journeyctl export -f json samples/minimal.journey
      journeyctl export samples/b2b-software.journey -o steps.csv
      journeyctl export -f mermaid-flowchart samples -o diagrams/
      journeyctl export -f mermaid-journey -o - samples/minimal.journey
    """
    from journeyctl import pipeline
    from journeyctl.exchange import formats
    from journeyctl.run import Run

    chosen = format.strip().lower() or formats.of_ending(output)
    if chosen not in formats.FORMATS:
        names = ", ".join(formats.FORMATS)
        said = f"`{chosen}` is no format; there are {names}." if chosen else f"Name one: {names}."
        raise typer.BadParameter(said, param_hint="--format")
    words = language(lang)
    where = place(output, out_dir, paths)
    run = Run(sys.stderr, strict=strict)
    for source, places in run.planned(paths, {chosen: formats.ENDINGS[chosen]}, where, dry=False):
        journey, findings = pipeline.check(source, words)
        errors = [one for one in findings if one.severity == "error"]
        text, left = formats.written(journey, chosen)
        run.tell(run.chosen(source.path, [*errors, *left]))
        run.save(text.encode(), places[chosen])
    raise typer.Exit(run.code)
