"""``journeyctl render``: draw journeys."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from journeyctl.commands.options import (
    THEMES,
    Check,
    Force,
    Lang,
    OutDir,
    Paths,
    Strict,
    format_option,
    known,
    language,
    output_option,
    place,
)
from journeyctl.views.catalogue import VIEWS

if TYPE_CHECKING:
    from journeyctl.views.page import Page

Chosen = TypeVar("Chosen")


def render(
    paths: Paths,
    output: Annotated[
        str,
        output_option(
            "NAME.VIEW.FORMAT beside each journey; standard output where a journey comes from"
            " there."
        ),
    ] = "",
    out_dir: OutDir = "",
    format: Annotated[
        list[str] | None,
        format_option(
            "svg, png, pdf, dot, or json for the data of the picture; several with commas, or"
            " the option again. Without it, what -o ends in, else svg.",
            "targets:FORMATS",
            several=True,
        ),
    ] = None,
    view: Annotated[
        list[str] | None,
        typer.Option(
            metavar="VIEW",
            help=f"What to draw: {', '.join(VIEWS)}, or all; several with commas, or the option"
            " again.",
            show_default=VIEWS[0],
            autocompletion=known("views.catalogue:VIEWS", "all", several=True, group="view"),
        ),
    ] = None,
    rows: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ROW",
            help="The rows of the map, in this order: several with commas, or the option again."
            " Without it, all that have something.",
            show_default=False,
            autocompletion=known("views.map.rows:ROWS", several=True, group="row"),
        ),
    ] = None,
    size: Annotated[
        str,
        typer.Option(
            metavar="SIZE",
            help="The page to arrange the picture for: slide (16:9), a4, a3, or a width and a"
            " height such as 1920x1080 or 297x210mm. Without it, what the picture needs.",
            show_default=False,
            autocompletion=known("views.page:SIZES"),
        ),
    ] = "",
    theme: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The colours: light, dark, print (black and white), colorblind, or one of your"
            " own. Without it, the configuration's, else light.",
            show_default=False,
            autocompletion=THEMES,
        ),
    ] = "",
    direction: Annotated[
        Literal["right", "down"] | None,
        typer.Option(
            help="Stages side by side, for a slide, or one below the other, for a page.",
            show_default="right; down on a page that stands",
        ),
    ] = None,
    engine: Annotated[
        Literal["bundled", "dot"],
        typer.Option(
            help="What draws a PNG: the Graphviz that came with journeyctl, or the system's dot."
        ),
    ] = "bundled",
    timeout: Annotated[
        float, typer.Option(min=0.1, max=3600, metavar="SECONDS", help="Time for one PNG.")
    ] = 60,
    dpi: Annotated[
        int | None,
        typer.Option(
            min=24,
            max=600,
            metavar="DPI",
            help="Dots per inch of a PNG.",
            show_default="144; 96 where the size is in pixels",
        ),
    ] = None,
    max_steps: Annotated[
        int, typer.Option(min=1, metavar="NUMBER", help="Refuse to draw a journey of more steps.")
    ] = 5000,
    lang: Lang = "",
    strict: Strict = False,
    check: Check = False,
    force: Force = False,
) -> None:
    """Draw journeys: as a flowchart, a journey map, swimlanes, matrices.

    Findings go to standard error. A journey with errors is drawn as far as it stands. A picture
    that stands as it would be drawn is left as it is.

    \b
    Examples:
      journeyctl render samples/minimal.journey
      journeyctl render samples/minimal.journey --check
      journeyctl render 'samples/**/min*' --out-dir pictures
      journeyctl render samples/minimal.journey -f svg,png -o pictures/
      journeyctl render samples -o pictures/
      journeyctl render samples/b2b-software.journey --view map --size a3 -f pdf
      journeyctl render samples/b2c-online-shop.journey --view all --lang en -o pictures/
      journeyctl render samples/minimal.journey -o minimal.png --dpi 300
      journeyctl render samples/minimal.journey --theme dark
      journeyctl render --direction down - < samples/minimal.journey > page.svg
    """
    from journeyctl import pipeline, targets
    from journeyctl.making.carry import carry_out
    from journeyctl.making.makers import OWN, Pictures, tool_of
    from journeyctl.making.orders import Order
    from journeyctl.run import Run

    formats = _accepted(targets.formats(format or [], output))
    views = _accepted(targets.views(view or []))
    words = language(lang)
    run = Run(sys.stderr, strict=strict)
    page = _page(size, direction)
    standing = page is not None and page.ratio < 1
    options = pipeline.Options(
        views,
        asked=targets.ALL not in (view or []),
        direction=direction or ("down" if standing else "right"),
        engine=engine,
        timeout=timeout,
        dpi=dpi or (page and page.dpi) or 144,
        most_steps=max_steps,
        size=page,
        rows=_accepted(targets.rows(rows or [])),
    )
    endings = {f"{one}.{name}": f".{one}.{name}" for one in views for name in formats}
    drawer = tool_of(engine, timeout) if "png" in formats else OWN
    pictures = Pictures(options, drawer, words)
    there = place(output, out_dir, paths)

    def orders() -> Iterator[Order]:
        for source, places in run.planned(paths, endings, there, dry=check):
            if chosen := run.theme(source.path, theme):
                maker = pictures._replace(options=options._replace(theme=chosen))
                yield Order((source,), places, maker)

    raise typer.Exit(carry_out(run, orders(), check=check, force=force))


def _page(size: str, direction: Literal["right", "down"] | None) -> "Page | None":
    """The page that is asked for; None without one."""
    if not size:
        return None
    from journeyctl.views.page import page

    return _accepted(page(size, direction))


def _accepted(chosen: Chosen | str) -> Chosen:
    """What an option chooses; a sentence that refuses it ends the command."""
    if isinstance(chosen, str):
        raise typer.BadParameter(chosen)
    return chosen
