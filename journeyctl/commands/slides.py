"""``journeyctl slides``: make decks of slides."""

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from journeyctl.commands.options import (
    THEMES,
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

if TYPE_CHECKING:
    from journeyctl.making.decks import Design

Kinds = list[str] | None


def slides(
    paths: Paths,
    output: Annotated[
        str,
        output_option(
            "NAME.slides.pptx (or NAME.workshop-slides.pptx) beside each journey,"
            " NAME.comparison.pptx beside the first.",
            "A file that ends in pptx, html, pdf or md;",
        ),
    ] = "",
    out_dir: OutDir = "",
    format: Annotated[
        str,
        format_option(
            "pptx, html, pdf or markdown. Without it, what -o ends in, else pptx.",
            "presenting:ENDINGS",
        ),
    ] = "",
    kind: Annotated[
        Literal["overview", "workshop", "comparison"] | None,
        typer.Option(
            help="To tell of a journey, to work on it with others, or to put several beside each"
            " other.",
            show_default="overview; comparison of two or more, but for --out-dir",
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
            autocompletion=known("slides.deck:KINDS", several=True),
        ),
    ] = None,
    skip: Annotated[
        Kinds,
        typer.Option(
            metavar="SLIDES",
            help="The kinds of slides to leave out.",
            show_default=False,
            autocompletion=known("slides.deck:KINDS", several=True),
        ),
    ] = None,
    theme: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The colours, as in `render`.",
            show_default=False,
            autocompletion=THEMES,
        ),
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
    check: Check = False,
    force: Force = False,
) -> None:
    """Make slides to show and to edit: PowerPoint, HTML, PDF or Markdown.

    Who it is about, the whole journey, each stage, the feelings, channels, the committee, the
    ways through, pains and ideas. Findings go to standard error. A journey with errors gives a
    deck as far as it stands. A deck that stands as it would be made is left as it is.

    \b
    PowerPoint needs one library more, the extra `slides`:
      pip install 'python-pptx>=1.0.2,<2'

    \b
    Examples:
      journeyctl slides samples/minimal.journey -o minimal.pptx
      journeyctl slides samples/minimal.journey -o minimal.html
      journeyctl slides samples/minimal.journey -o minimal.pdf --kind workshop --theme print
      journeyctl slides samples/minimal.journey -o minimal.md --skip map,channels
      journeyctl slides samples/b2b-classic.journey samples/b2c-classic.journey -o two.pdf
      journeyctl slides 'samples/**/min*' -f html --out-dir decks
      journeyctl slides 'samples/**/min*' -f html --out-dir decks --check
    """
    from journeyctl import inputs
    from journeyctl.making.carry import carry_out
    from journeyctl.making.decks import Decks
    from journeyctl.presenting import ENDINGS, TOGETHER, orders
    from journeyctl.run import Run

    there = place(output, out_dir, paths)
    chosen = chosen_format(format, "" if there.is_folder else output, tuple(ENDINGS))
    if template and chosen != "pptx":
        raise typer.BadParameter("A template is for PowerPoint alone.", param_hint="--template")
    several = len(inputs.find(paths)[0]) > 1
    deck = kind or (TOGETHER if several and not out_dir else "overview")
    if deck == TOGETHER and not several:
        raise typer.BadParameter("Name two journeys or more.", param_hint="--kind")
    run = Run(sys.stderr, strict=strict)
    decks = Decks(
        _slides("--only", only),
        _slides("--skip", skip),
        words=language(lang),
        design=_design(template),
        flavour=markdown,
    )
    wanted = orders(run, paths, there, f"{deck}.{ENDINGS[chosen]}", decks, theme, dry=check)
    raise typer.Exit(carry_out(run, wanted, check=check, force=force))


def _slides(option: str, values: Kinds) -> tuple[str, ...]:
    """The kinds of slides that an option names, sorted; raises BadParameter for an unknown one."""
    if not values:
        return ()
    from journeyctl.slides.deck import KINDS
    from journeyctl.targets import among

    kinds = among(values, KINDS, "kind of slide")
    if isinstance(kinds, str):
        raise typer.BadParameter(kinds, param_hint=option)
    return tuple(sorted(kinds))


def _design(path: str) -> "Design | None":
    """What is in the template; raises BadParameter for one that cannot be read."""
    if not path:
        return None
    from journeyctl.making.decks import design

    try:
        return design(path)
    except OSError as error:
        said = f"`{path}` cannot be read: {error.strerror}."
        raise typer.BadParameter(said, param_hint="--template") from error
