"""``journeyctl report``: write reports."""

import sys
from collections.abc import Iterator
from functools import cache
from typing import Annotated

import typer

from journeyctl.commands.options import (
    Check,
    Force,
    Lang,
    OutDir,
    Paths,
    Strict,
    chosen_format,
    format_option,
    known,
    language,
    output_option,
    place,
)


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
            autocompletion=known("reports.context:KINDS", "renderers.sheets:SHEETS"),
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
        format_option(
            "markdown or csv. Without it, what -o ends in, else markdown.",
            "markdown",
            "csv",
        ),
    ] = "",
    output: Annotated[
        str,
        output_option(
            "NAME.KIND.md or NAME.KIND.csv beside each journey (NAME.report.md for the full one);"
            " standard output where a journey comes from there."
        ),
    ] = "",
    out_dir: OutDir = "",
    lang: Lang = "",
    strict: Strict = False,
    check: Check = False,
    force: Force = False,
) -> None:
    """Write reports in Markdown, in the language of each journey, or its data as CSV.

    Findings are in the full report, and go to standard error. A report that stands as it would
    be written is left as it is.

    \b
    Examples:
      journeyctl report samples/minimal.journey
      journeyctl report samples -o reports/
      journeyctl report samples --check -o reports/
      journeyctl report --kind workshop samples/minimal.journey
      journeyctl report --lang id samples/minimal.journey
      journeyctl report samples/minimal.journey -o - | less
      journeyctl report -f csv samples/b2b-software.journey
      journeyctl report --kind metrics -f csv samples/minimal.journey -o metrics.csv
    """
    from journeyctl.diagnostics import Diagnostic
    from journeyctl.making.carry import carry_out
    from journeyctl.making.makers import Reports
    from journeyctl.making.orders import Order
    from journeyctl.outputs import filled as own
    from journeyctl.run import Run

    endings = _endings(kind, template, format, output)
    there = place(output, out_dir, paths)
    reports = Reports(language(lang))
    run = Run(sys.stderr, strict=strict)
    state = cache(own.state)

    def orders() -> Iterator[Order]:
        for source, places in run.planned(paths, endings, there, dry=check):
            into_files = None not in places.values()
            maker = reports._replace(choice=run.choice(source.path), into_files=into_files)
            if template:
                found = own.find(template, kind or "full", source.path)
                if isinstance(found, Diagnostic):
                    run.tell([found])
                    continue
                maker = maker._replace(template=found, state=state(found))
            yield Order((source,), places, maker)

    raise typer.Exit(carry_out(run, orders(), check=check, force=force))


def _endings(kind: str, template: str, format: str, output: str) -> dict[str, str]:
    """What is to be written, as ``KIND.FORMAT``, and what follows each journey's name. Raises
    BadParameter."""
    from journeyctl.renderers.sheets import SHEETS
    from journeyctl.reports.context import KINDS
    from journeyctl.targets import Output

    if template.endswith(".j2"):
        from journeyctl.outputs.filled import ENDINGS

        if not template.endswith(ENDINGS):
            said = f"`{template}` does not end in {', '.join(ENDINGS)}."
            raise typer.BadParameter(said, param_hint="--template")
        if kind or format:
            said = "A template of your own says itself what it writes."
            raise typer.BadParameter(said, param_hint="--kind" if kind else "--format")
        name = template.replace("\\", "/").rpartition("/")[2].removesuffix(".j2")
        return {f"full.{name.rpartition('.')[2]}": f".{name}"}
    named = "" if Output(output).is_folder else output
    csv = chosen_format(format, named, ("markdown", "csv")) == "csv"
    known = SHEETS if csv else KINDS
    if kind and kind not in known:
        what = "table" if csv else "report"
        said = f"`{kind}` is no {what}; there are {', '.join(known)}."
        raise typer.BadParameter(said, param_hint="--kind")
    if csv:
        if template:
            raise typer.BadParameter("CSV has no templates.", param_hint="--template")
        return {f"{name}.csv": f".{name}.csv" for name in ([kind] if kind else SHEETS)}
    kind = kind or "full"
    return {f"{kind}.md": f".{'report' if kind == 'full' else kind}.md"}
