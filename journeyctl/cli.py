"""The command line. What a command needs is imported when it runs: start-up time is a feature."""

import os
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
Diff = Annotated[
    bool,
    typer.Option(
        "--diff", help="Show what would change, write nothing, and exit with 1 if anything would."
    ),
]
StdinFilename = Annotated[
    str,
    typer.Option(
        metavar="PATH",
        help="What standard input is called, and in which folder it counts as standing.",
        show_default=False,
    ),
]
Rules = list[str] | None


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
      journeyctl new coffee.journey
      journeyctl check coffee.journey
      journeyctl fmt coffee.journey
      journeyctl render samples/minimal.journey
      journeyctl report samples/minimal.journey -o -

    \b
    Exit codes:
      0  nothing wrong (hints never count)
      1  errors were found, or warnings with --strict
      2  something could not run: a file, an option, an output or the engine
    """


@app.command()
def check(
    paths: Paths,
    select: Annotated[
        Rules,
        typer.Option(
            metavar="RULES",
            help="Tell only what these rules find: names, codes or families,"
            " with commas or the option again.",
            show_default=False,
        ),
    ] = None,
    ignore: Annotated[
        Rules,
        typer.Option(metavar="RULES", help="Leave out what these rules find.", show_default=False),
    ] = None,
    strict: Strict = False,
    exit_zero: Annotated[
        bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
    output_format: Annotated[
        Literal["full", "concise", "json", "github", "sarif"],
        typer.Option(
            help="For people; one line each; a JSON document; GitHub annotations; SARIF 2.1.0."
        ),
    ] = "full",
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended safely, and tell what is left.")
    ] = False,
    diff: Diff = False,
    stdin_filename: StdinFilename = "",
) -> None:
    """Check journeys for errors and weaknesses.

    Names, the order of the stages, the way through, good practice, measures; each rule is
    explained by `journeyctl rule NAME`. Findings go to standard output, in the order of
    the files, and a count at the end.

    \b
    Examples:
      journeyctl check samples/minimal.journey
      journeyctl check --strict samples/minimal.journey
      journeyctl check --ignore measures,no-way-back samples
      journeyctl check --output-format json samples > findings.json
      journeyctl check --diff samples
      journeyctl check - < samples/minimal.journey
    """
    from journeyctl import many
    from journeyctl.inputs import is_pipe
    from journeyctl.run import Run

    # Standard output is for the differences, or for the mended text that was piped in.
    is_taken = diff or (fix and any(map(is_pipe, paths)))
    run = Run(
        sys.stderr if is_taken else sys.stdout,
        strict=strict,
        exit_zero=exit_zero,
        format="full" if diff else output_format,
        select=_codes("--select", select) if select else None,
        ignore=_codes("--ignore", ignore or []),
        stdin=stdin_filename,
    )
    if fix or diff:
        from journeyctl import mending

        code = mending.mend_all(run, paths, "diff" if diff else "write")
        raise typer.Exit(0 if exit_zero and code == 1 else code)
    for path, findings in many.checked(run.read(paths)):
        run.tell(run.chosen(path, findings))
    run.finish()
    raise typer.Exit(run.code)


def _codes(option: str, values: list[str]) -> frozenset[str]:
    """The codes of all rules that the values of an option name."""
    if not values:
        return frozenset()
    from journeyctl.rules.choose import resolve_selectors

    words = [word.strip() for value in values for word in value.split(",")]
    chosen, unknown = resolve_selectors(words)
    for word, near in unknown:
        raise typer.BadParameter(_no_rule(word, near), param_hint=option)
    return frozenset(kind.code for kind in chosen)


def _no_rule(word: str, near: str) -> str:
    """Says that a word names no rule, and which one was meant."""
    help = f"Did you mean `{near}`?" if near else "See `journeyctl rule --all`."
    return f"There is no rule `{word}`. {help}"


@app.command()
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


@app.command()
def rule(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME|CODE]", help="Such as no-way-back or P206.", show_default=False
        ),
    ] = "",
    every: Annotated[bool, typer.Option("--all", help="The pages of all rules.")] = False,
) -> None:
    """Explain a rule, or all of them.

    What it finds, what it reads, why that matters, an example, and the better way.

    \b
    Examples:
      journeyctl rule no-way-back
      journeyctl rule O002
      journeyctl rule --all | less
    """
    from journeyctl.reporters import terminal
    from journeyctl.rules.choose import kinds_of, near
    from journeyctl.rules.registry import all_rules, find_rule, page

    if every:
        terminal.write("\n".join(page(one) for one in all_rules()), sys.stdout)
        return
    if not name:
        raise typer.BadParameter("Name a rule, or ask for --all.", param_hint="NAME")
    found = find_rule(name)
    if found is None:
        family = [kind.name for kind in kinds_of(name)]
        said = f"`{name}` is a family of rules: {', '.join(family)}." if family else ""
        raise typer.BadParameter(said or _no_rule(name, near(name)), param_hint="NAME")
    terminal.write(page(found), sys.stdout)


@app.command()
def new(
    file: Annotated[
        str,
        typer.Argument(
            metavar="[FILE]",
            help="What to write; a file that exists stays. Without it: standard output.",
            show_default=False,
        ),
    ] = "-",
    type: Annotated[
        Literal["b2b", "b2c"], typer.Option(help="A committee that buys, or one customer.")
    ] = "b2b",
    language: Annotated[
        Literal["en", "id", "fil"], typer.Option(help="English, Indonesian or Filipino.")
    ] = "en",
) -> None:
    """Begin a new journey.

    A small one to write over, with the questions that a facilitator asks as comments.

    \b
    Examples:
      journeyctl new coffee.journey
      journeyctl new --type b2c --language id belanja.journey
    """
    from pathlib import Path

    from journeyctl.run import Run
    from journeyctl.starter import starter

    if file != "-" and os.path.lexists(file):
        raise typer.BadParameter(f"`{file}` exists already.", param_hint="FILE")
    run = Run(sys.stderr)
    place = None if file == "-" else Path(file)
    run.save(starter(type, language).encode(), place, "Choose another place for the file.")
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
    view: Annotated[
        list[str] | None,
        typer.Option(
            metavar="VIEW",
            help="What to draw: flow, or all; several with commas, or the option again.",
            show_default="flow",
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
    views = targets.views(view or [])
    if isinstance(views, str):
        raise typer.BadParameter(views)
    run = Run(sys.stderr, strict=strict)
    asked = targets.ALL not in (view or [])
    options = pipeline.Options(views, asked, direction, engine, timeout, dpi, max_steps)
    endings = {f"{one}.{name}": f".{one}.{name}" for one in views for name in formats}
    for source, places in run.planned(paths, endings, output):
        journey, findings = pipeline.check(source)
        drawn, troubles = pipeline.draw(journey, formats, options)
        run.tell(run.chosen(source.path, in_file_order(findings + troubles)))
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
        findings = run.chosen(source.path, findings)
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
