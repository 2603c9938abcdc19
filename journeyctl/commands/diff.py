"""``journeyctl diff``: what changed between two versions."""

import sys
from typing import Annotated

import typer

from journeyctl.commands.options import (
    Lang,
    OutputFile,
    PictureTheme,
    chosen_format,
    file,
    files,
    format_option,
    language,
)


def diff(
    versions: Annotated[
        list[str],
        typer.Argument(
            metavar="OLD NEW",
            help="Two versions: files, REV:PATH of the git repository, or - for standard input."
            " With --git, the files and folders to look at.",
            show_default=False,
            autocompletion=files(),
        ),
    ],
    git: Annotated[
        str,
        typer.Option(
            metavar="REV",
            help="Compare every journey under the paths with what it was in this revision.",
            show_default=False,
        ),
    ] = "",
    format: Annotated[
        str,
        format_option(
            "text, markdown or json; or a picture of two versions: svg, png, pdf or dot."
            " Without it, what -o ends in, else text.",
            "diffing:KINDS",
        ),
    ] = "",
    output: OutputFile = "-",
    theme: PictureTheme = "",
    lang: Lang = "",
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if anything changed.")
    ] = False,
) -> None:
    """Tell what changed between two versions of a journey, and what it comes to.

    Stages, steps, people and channels that came, went or moved; feelings that rose or fell;
    metrics nearer to their targets. Steps are matched by their ids, then by their labels, then
    by place and likeness. A journey as it is and as it should be compare the same way.

    \b
    Examples:
      journeyctl diff samples/b2c-classic.journey samples/b2b-classic.journey
      journeyctl diff HEAD~1:samples/minimal.journey samples/minimal.journey
      journeyctl diff --git HEAD --exit-code samples
      journeyctl diff --git main -f markdown journeys > changes.md
      journeyctl diff samples/b2c-classic.journey samples/b2b-classic.journey -o changes.svg
    """
    from journeyctl.diffing import KINDS, between, since, write
    from journeyctl.run import Run
    from journeyctl.versions import PICTURES

    kind = chosen_format(format, output, KINDS)
    place = file(output, versions)
    words = language(lang)
    run = Run(sys.stderr)
    if not git and len(versions) != 2:
        raise typer.BadParameter("Name two versions, or a revision with --git.")
    if "-" in versions and (git or versions.count("-") > 1):
        raise typer.BadParameter("Standard input has no revisions, and is read once.")
    if git and kind in PICTURES:
        raise typer.BadParameter("A picture is of two versions: name them, without --git.")
    found = (
        since(run, git, versions, words) if git else between(run, versions[0], versions[1], words)
    )
    if found is not None:
        write(run, found, kind, place, theme, words)
    changed = exit_code and any(one.found.changes for one in found or ())
    raise typer.Exit(max(run.code, int(changed)))
