"""``journeyctl report``: write reports."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from journeyctl.commands.options import Lang, Paths, Strict, chosen_format, language

if TYPE_CHECKING:
    from journeyctl.diagnostics import Diagnostic
    from journeyctl.model.journey import Journey


def report(
    paths: Paths,
    kind: Annotated[
        str,
        typer.Option(
            metavar="KIND",
            help="summary (a page), full, workshop (agenda, questions, fields to fill in),"
            " measurement (what to measure, stage by stage) or actions (what hurts most first);"
            " as CSV: steps, remarks (pains and ideas) or metrics.",
            show_default="full; of CSV all",
        ),
    ] = "",
    template: Annotated[
        str,
        typer.Option(
            metavar="PATH",
            help="A template of your own, such as minutes.md.j2, or a folder of them; looked up"
            " beside each journey first, then from here.",
            show_default=False,
        ),
    ] = "",
    format: Annotated[
        str,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help="markdown or csv. Without it, what -o ends in, else markdown.",
            show_default=False,
        ),
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="A file, a folder (an existing one, or with a slash at the end), or - for"
            " standard output. Without it: NAME.KIND.md or NAME.KIND.csv beside each journey"
            " (NAME.report.md for the full one); standard output where a journey comes from"
            " there.",
            show_default=False,
        ),
    ] = "",
    lang: Lang = "",
    strict: Strict = False,
) -> None:
    """Write reports in Markdown, in the language of each journey, or its data as CSV.

    Findings are in the full report, and go to standard error.

    \b
    Examples:
      journeyctl report samples/minimal.journey
      journeyctl report samples -o reports/
      journeyctl report --kind workshop samples/minimal.journey
      journeyctl report --lang id samples/minimal.journey
      journeyctl report samples/minimal.journey -o - | less
      journeyctl report -f csv samples/b2b-software.journey
      journeyctl report --kind metrics -f csv samples/minimal.journey -o metrics.csv
    """
    from journeyctl import pipeline
    from journeyctl.run import Run

    endings = _endings(kind, template, format, output)
    words = language(lang)
    run = Run(sys.stderr, strict=strict)
    for source, places in run.planned(paths, endings, output):
        journey, findings = pipeline.check(source, words)
        findings = run.chosen(source.path, findings)
        run.tell(findings)
        for name, place in places.items():
            made = _made(journey, findings, name, template, beside=place is not None)
            if isinstance(made, bytes):
                run.save(made, place)
            else:
                run.tell([made])
    raise typer.Exit(run.code)


def _endings(kind: str, template: str, format: str, output: str) -> dict[str, str]:
    """What is to be written, and what follows each journey's name. Raises BadParameter."""
    from journeyctl.renderers.sheets import SHEETS
    from journeyctl.reports.context import KINDS

    if template.endswith(".j2"):
        from journeyctl.outputs.filled import ENDINGS

        if not template.endswith(ENDINGS):
            said = f"`{template}` does not end in {', '.join(ENDINGS)}."
            raise typer.BadParameter(said, param_hint="--template")
        if kind or format:
            said = "A template of your own says itself what it writes."
            raise typer.BadParameter(said, param_hint="--kind" if kind else "--format")
        name = template.replace("\\", "/").rpartition("/")[2]
        return {"full": f".{name.removesuffix('.j2')}"}
    csv = chosen_format(format, _named(output), ("markdown", "csv")) == "csv"
    known = SHEETS if csv else KINDS
    if kind and kind not in known:
        what = "table" if csv else "report"
        said = f"`{kind}` is no {what}; there are {', '.join(known)}."
        raise typer.BadParameter(said, param_hint="--kind")
    if csv:
        if template:
            raise typer.BadParameter("CSV has no templates.", param_hint="--template")
        return {name: f".{name}.csv" for name in ([kind] if kind else SHEETS)}
    kind = kind or "full"
    return {kind: f".{'report' if kind == 'full' else kind}.md"}


def _named(output: str) -> str:
    """The output where its ending tells a format, "" where it does not: any name will do."""
    return output if output.lower().endswith((".md", ".csv")) else ""


def _made(
    journey: "Journey", findings: "list[Diagnostic]", name: str, template: str, *, beside: bool
) -> "bytes | Diagnostic":
    """One output, or why there is none; ``beside`` tells that it goes into a file."""
    from journeyctl import pipeline
    from journeyctl.renderers.sheets import SHEETS, sheet

    if name in SHEETS:
        # Excel takes CSV for the machine's own code page unless it begins with this mark, and
        # LibreOffice knows it. Programs behind a pipe would have it in the first name.
        return sheet(name, journey).encode("utf-8-sig" if beside else "utf-8")
    if not template:
        return pipeline.report(journey, findings, name)
    from journeyctl.diagnostics import Diagnostic
    from journeyctl.outputs.filled import fill, find

    found = find(template, name, journey.source.path)
    return found if isinstance(found, Diagnostic) else fill(found, journey, findings)
