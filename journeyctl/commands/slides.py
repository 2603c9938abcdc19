"""``journeyctl slides``: make decks of slides."""

import os
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from journeyctl.commands.options import Lang, Paths, Strict, chosen_format, language

if TYPE_CHECKING:
    from journeyctl.presenting import Design

Kinds = list[str] | None


def slides(
    paths: Paths,
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            help="A file that ends in pptx, html, pdf or md; a folder (an existing one, or with a"
            " slash at the end), or - for standard output. Without it: NAME.slides.pptx beside"
            " each journey, or NAME.comparison.pptx beside the first.",
            show_default=False,
        ),
    ] = "",
    format: Annotated[
        str,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            help="pptx, html, pdf or markdown. Without it, what -o ends in, else pptx.",
            show_default=False,
        ),
    ] = "",
    kind: Annotated[
        Literal["overview", "workshop", "comparison"] | None,
        typer.Option(
            help="To tell of a journey, to work on it with others, or to put several beside each"
            " other.",
            show_default="overview; comparison of two or more",
        ),
    ] = None,
    only: Annotated[
        Kinds,
        typer.Option(
            metavar="SLIDES",
            help="The kinds of slides to make: title, people, flow, map, stage, feelings,"
            " channels, committee, ways, remarks, next, comparison; several with commas, or the"
            " option again.",
            show_default=False,
        ),
    ] = None,
    skip: Annotated[
        Kinds,
        typer.Option(
            metavar="SLIDES", help="The kinds of slides to leave out.", show_default=False
        ),
    ] = None,
    theme: Annotated[
        str,
        typer.Option(metavar="NAME", help="The colours, as in `render`.", show_default=False),
    ] = "",
    template: Annotated[
        str,
        typer.Option(
            metavar="FILE",
            help="A .pptx or .potx with your company's design, for a deck in PowerPoint.",
            show_default=False,
        ),
    ] = "",
    markdown: Annotated[
        Literal["marp", "reveal"],
        typer.Option(help="For whom Markdown is written: they differ in the speaker's notes."),
    ] = "marp",
    lang: Lang = "",
    strict: Strict = False,
) -> None:
    """Make slides to show and to edit: PowerPoint, HTML, PDF or Markdown.

    Who it is about, the whole journey, each stage, the feelings, channels, the committee, the
    ways through, pains and ideas. Findings go to standard error. A journey with errors gives a
    deck as far as it stands. PowerPoint needs python-pptx.

    \b
    Examples:
      journeyctl slides samples/minimal.journey -o minimal.pptx
      journeyctl slides samples/minimal.journey -o minimal.html
      journeyctl slides samples/minimal.journey -o minimal.pdf --kind workshop --theme print
      journeyctl slides samples/minimal.journey -o minimal.md --skip map,channels
      journeyctl slides samples/b2b-classic.journey samples/b2c-classic.journey -o two.pdf
    """
    from journeyctl import inputs
    from journeyctl.presenting import KINDS, Order, present
    from journeyctl.run import Run
    from journeyctl.targets import Output

    named = "" if Output(output).is_folder else output
    chosen = chosen_format(format, named, KINDS)
    if template and chosen != "pptx":
        raise typer.BadParameter("A template is for PowerPoint alone.", param_hint="--template")
    if template and os.path.realpath(template) == os.path.realpath(output):
        said = f"`{output}` is the template, and would be overwritten."
        raise typer.BadParameter(said, param_hint="--output")
    several = len(inputs.find(paths)[0]) > 1
    deck = kind or ("comparison" if several else "overview")
    if deck == "comparison" and not several:
        raise typer.BadParameter("Name two journeys or more.", param_hint="--kind")
    run = Run(sys.stderr, strict=strict)
    order = Order(
        chosen,
        deck,
        _slides("--only", only),
        _slides("--skip", skip),
        theme,
        language(lang),
        _design(template),
        markdown,
    )
    present(run, paths, output, order)
    raise typer.Exit(run.code)


def _slides(option: str, values: Kinds) -> list[str]:
    """The kinds of slides that an option names; raises BadParameter for an unknown one."""
    if not values:
        return []
    from journeyctl.slides.deck import KINDS
    from journeyctl.syntax.names import nearest

    names = [name.strip().lower() for value in values for name in value.split(",")]
    for name in names:
        if name not in KINDS:
            near = nearest(name, KINDS)
            meant = f" Did you mean `{near}`?" if near else ""
            said = f"`{name}` is no kind of slide; there are {', '.join(KINDS)}.{meant}"
            raise typer.BadParameter(said, param_hint=option)
    return names


def _design(path: str) -> "Design | None":
    """What is in the template; raises BadParameter for one that cannot be read."""
    if not path:
        return None
    from pathlib import Path

    from journeyctl.presenting import Design

    try:
        return Design(path, Path(path).read_bytes())
    except OSError as error:
        said = f"`{path}` cannot be read: {error.strerror}."
        raise typer.BadParameter(said, param_hint="--template") from error
