"""``journeyctl report``: write reports."""

import sys
from typing import Annotated

import typer

from journeyctl.commands.options import Lang, Paths, Strict, language


def report(
    paths: Paths,
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="A file, a folder (an existing one, or with a slash at the end), or - for"
            " standard output. Without it: NAME.report.md beside each journey; standard"
            " output where a journey comes from there.",
            show_default=False,
        ),
    ] = "",
    lang: Lang = "",
    strict: Strict = False,
) -> None:
    """Write reports in Markdown, in the language of each journey.

    Findings are in the report, and go to standard error.

    \b
    Examples:
      journeyctl report samples/minimal.journey
      journeyctl report samples -o reports/
      journeyctl report --lang id samples/minimal.journey
      journeyctl report samples/minimal.journey -o - | less
    """
    from journeyctl import pipeline
    from journeyctl.run import Run

    words = language(lang)
    run = Run(sys.stderr, strict=strict)
    for source, places in run.planned(paths, {"md": ".report.md"}, output):
        journey, findings = pipeline.check(source, words)
        findings = run.chosen(source.path, findings)
        run.tell(findings)
        run.save(pipeline.report(journey, findings), places["md"])
    raise typer.Exit(run.code)
