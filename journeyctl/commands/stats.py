"""``journeyctl stats``: the ways through, in numbers."""

import sys
from typing import Annotated

import typer

from journeyctl.commands.options import (
    Lang,
    OutputFile,
    Paths,
    Strict,
    chosen_format,
    file,
    format_option,
    language,
)


def stats(
    paths: Paths,
    format: Annotated[
        str,
        format_option(
            "text, json or csv. Without it, what -o ends in, else text.",
            "text",
            "json",
            "csv",
        ),
    ] = "",
    output: OutputFile = "-",
    lang: Lang = "",
    strict: Strict = False,
) -> None:
    """Tell the ways through in numbers: who comes where, how long it takes, how it feels.

    The shares of all ways out, the likely, the shortest, the longest and the worst way, what
    time and feeling to expect, and how many come to each stage and step. All journeys go
    into one output. Findings go to standard error.

    \b
    Examples:
      journeyctl stats samples/b2b-software.journey
      journeyctl stats samples -f csv -o stats.csv
      journeyctl stats --lang id - < samples/minimal.journey
    """
    from journeyctl import pipeline
    from journeyctl.model.ways.ways import ways
    from journeyctl.renderers import numbers
    from journeyctl.run import Run

    writers = {"text": numbers.as_text, "json": numbers.as_json, "csv": numbers.as_csv}
    chosen = chosen_format(format, output, tuple(writers))
    place = file(output, paths)
    words = language(lang)
    run = Run(sys.stderr, strict=strict)
    told = []
    for source, _ in run.sources(paths):
        journey, findings = pipeline.check(source, words)
        run.tell(run.chosen(source.path, findings))
        told.append((journey, ways(journey)))
    if told:
        run.save(writers[chosen](told).encode("utf-8", "backslashreplace"), place)
    raise typer.Exit(run.code)
