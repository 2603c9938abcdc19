"""The command line. What a command needs is imported when it runs: start-up time is a feature."""

import sys
from typing import Annotated, Literal

import typer

app = typer.Typer(
    name="journeyctl",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders (every *.journey below), or - for standard input.",
        show_default=False,
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 on warnings too.")]


def _version(wanted: bool) -> None:
    if wanted:
        from journeyctl import __version__

        typer.echo(f"journeyctl {__version__}")
        raise typer.Exit


@app.callback()
def journeyctl(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Show the version and exit."
        ),
    ] = False,
) -> None:
    """Customer journeys as plain text: checked, drawn and reported.

    \b
    Examples:
      journeyctl check samples
      journeyctl render samples/minimal.journey
      journeyctl report samples/minimal.journey -o -

    \b
    Exit codes:
      0  nothing wrong (hints never count)
      1  errors were found, or warnings with --strict
      2  something could not run: a file, an option, an output or the engine
    """


@app.command()
def check(paths: Paths, strict: Strict = False) -> None:
    """Check journeys: names, the order of the stages, the way through.

    Findings go to standard output, in the order of the files, and a count at the end.

    \b
    Examples:
      journeyctl check samples/minimal.journey
      journeyctl check --strict samples/minimal.journey
      journeyctl check - < samples/minimal.journey
    """
    from journeyctl import pipeline
    from journeyctl.reporters import terminal
    from journeyctl.run import Run

    run = Run(sys.stdout, strict=strict)
    for source in run.sources(paths):
        run.tell(pipeline.check(source)[1])
    terminal.write(f"{run.summary()}\n", sys.stdout)
    raise typer.Exit(run.code)


@app.command()
def render(
    paths: Paths,
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="A file, a folder (an existing one, or with a slash at the end), or - for"
            " standard output. Without it: NAME.flow.FORMAT beside each journey; standard"
            " output where a journey comes from there.",
            show_default=False,
        ),
    ] = "",
    format: Annotated[
        list[str] | None,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help="svg, png or dot; several with commas, or the option again."
            " Without it, what -o ends in, else svg.",
        ),
    ] = None,
    direction: Annotated[
        Literal["right", "down"],
        typer.Option(help="Stages side by side, for a slide, or one below the other, for a page."),
    ] = "right",
    engine: Annotated[
        Literal["bundled", "dot"],
        typer.Option(help="The Graphviz that came with journeyctl, or the system's dot."),
    ] = "bundled",
    timeout: Annotated[
        float, typer.Option(min=0.1, max=3600, metavar="SECONDS", help="Time for one picture.")
    ] = 60,
    dpi: Annotated[
        int, typer.Option(min=24, max=600, metavar="DPI", help="Dots per inch of a PNG.")
    ] = 144,
    max_steps: Annotated[
        int, typer.Option(min=1, metavar="NUMBER", help="Refuse to draw a journey of more steps.")
    ] = 5000,
    strict: Strict = False,
) -> None:
    """Draw journeys as flowcharts: SVG, PNG or DOT.

    Findings go to standard error. A journey with errors is drawn as far as it stands.

    \b
    Examples:
      journeyctl render samples/minimal.journey
      journeyctl render samples -o pictures/ -f svg,png
      journeyctl render samples/minimal.journey -o minimal.png --dpi 300
      journeyctl render --direction down - < samples/minimal.journey > page.svg
    """
    from journeyctl import pipeline, targets
    from journeyctl.diagnostics import in_file_order
    from journeyctl.run import Run

    formats = targets.formats(format or [], output)
    if isinstance(formats, str):
        raise typer.BadParameter(formats)
    run = Run(sys.stderr, strict=strict)
    options = pipeline.Options(direction, engine, timeout, dpi, max_steps)
    endings: dict[str, str] = {name: f".flow.{name}" for name in formats}
    for source, places in run.planned(paths, endings, output):
        journey, findings = pipeline.check(source)
        drawn, troubles = pipeline.draw(journey, formats, options)
        run.tell(in_file_order(findings + troubles))
        for name, data in drawn.items():
            run.save(data, places[name])
    raise typer.Exit(run.code)


@app.command()
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
    strict: Strict = False,
) -> None:
    """Write reports in Markdown, in the language of each journey.

    Findings are in the report, and go to standard error.

    \b
    Examples:
      journeyctl report samples/minimal.journey
      journeyctl report samples -o reports/
      journeyctl report samples/minimal.journey -o - | less
    """
    from journeyctl import pipeline
    from journeyctl.run import Run

    run = Run(sys.stderr, strict=strict)
    for source, places in run.planned(paths, {"md": ".report.md"}, output):
        journey, findings = pipeline.check(source)
        run.tell(findings)
        run.save(pipeline.report(journey, findings), places["md"])
    raise typer.Exit(run.code)


@app.command()
def doctor() -> None:
    """Say which engines and fonts there are, and what mends the rest.

    Exits with 0 when the bundled engine draws, with 2 when it does not.

    \b
    Examples:
      journeyctl doctor
    """
    from journeyctl import doctor

    raise typer.Exit(doctor.main())
