"""``journeyctl report``: write reports."""

import sys
from typing import Annotated

import typer

from journeyctl.commands.options import Lang, Paths, Strict, language


def report(
    paths: Paths,
    kind: Annotated[
        str,
        typer.Option(
            metavar="KIND",
            help="summary (a page), full, workshop (agenda, questions, fields to fill in),"
            " measurement (what to measure, stage by stage) or actions (what hurts most first).",
        ),
    ] = "full",
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="A file, a folder (an existing one, or with a slash at the end), or - for"
            " standard output. Without it: NAME.KIND.md beside each journey (NAME.report.md for"
            " the full one); standard output where a journey comes from there.",
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
      journeyctl report --kind workshop samples/minimal.journey
      journeyctl report --lang id samples/minimal.journey
      journeyctl report samples/minimal.journey -o - | less
    """
    from journeyctl import pipeline
    from journeyctl.reports.context import KINDS
    from journeyctl.run import Run

    if kind not in KINDS:
        said = f"`{kind}` is no report; there are {', '.join(KINDS)}."
        raise typer.BadParameter(said, param_hint="--kind")
    words = language(lang)
    run = Run(sys.stderr, strict=strict)
    ending = f".{'report' if kind == 'full' else kind}.md"
    for source, places in run.planned(paths, {"md": ending}, output):
        journey, findings = pipeline.check(source, words)
        findings = run.chosen(source.path, findings)
        run.tell(findings)
        run.save(pipeline.report(journey, findings, kind), places["md"])
    raise typer.Exit(run.code)
