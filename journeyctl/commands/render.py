"""``journeyctl render``: draw journeys."""

import sys
from typing import Annotated, Literal

import typer

from journeyctl.commands.options import Lang, Paths, Strict, language


def _themes() -> list[str]:
    """The names of all themes that there are for a journey in the current folder."""
    from pathlib import Path

    from journeyctl.config import Configurations
    from journeyctl.themes import BUILT_IN

    own = Configurations().of(Path())[0].themes
    return [*BUILT_IN, *(name for name, theme in own.items() if theme)]


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
    theme: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The colours: light, dark, print (black and white), colorblind, or one of your"
            " own. Without it, the configuration's, else light.",
            show_default=False,
            autocompletion=_themes,
        ),
    ] = "",
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
    lang: Lang = "",
    strict: Strict = False,
) -> None:
    """Draw journeys as flowcharts: SVG, PNG or DOT.

    Findings go to standard error. A journey with errors is drawn as far as it stands.

    \b
    Examples:
      journeyctl render samples/minimal.journey
      journeyctl render samples -o pictures/ -f svg,png
      journeyctl render samples/minimal.journey -o minimal.png --dpi 300
      journeyctl render samples/minimal.journey --theme dark
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
    words = language(lang)
    run = Run(sys.stderr, strict=strict)
    asked = targets.ALL not in (view or [])
    options = pipeline.Options(views, asked, direction, engine, timeout, dpi, max_steps)
    endings = {f"{one}.{name}": f".{one}.{name}" for one in views for name in formats}
    for source, places in run.planned(paths, endings, output):
        chosen = run.theme(source.path, theme)
        if chosen is None:
            continue
        options = options._replace(theme=chosen)
        journey, findings = pipeline.check(source, words)
        drawn, troubles = pipeline.draw(journey, formats, options)
        run.tell(run.chosen(source.path, in_file_order(findings + troubles)))
        for name, data in drawn.items():
            run.save(data, places[name])
    raise typer.Exit(run.code)
