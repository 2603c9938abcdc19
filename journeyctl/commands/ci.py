"""``journeyctl ci``: what a change means for its reviewers."""

import sys
from typing import Annotated

import typer

from journeyctl.commands.options import (
    OutputFile,
    Strict,
    chosen_format,
    file,
    files,
    format_option,
    known,
    language,
)


def ci(
    base: Annotated[
        str,
        typer.Option(
            "--base", metavar="REV", help="The revision that the change is made on, such as main."
        ),
    ],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Files and folders; without any, all below this one.",
            autocompletion=files(),
        ),
    ] = None,
    format: Annotated[
        str,
        format_option(
            "markdown, for a comment; or text. Without it, what -o ends in; else text on a"
            " terminal, and Markdown anywhere else.",
            "markdown",
            "text",
        ),
    ] = "",
    output: OutputFile = "-",
    lang: Annotated[
        str,
        typer.Option(
            metavar="TAG",
            help="Language of what is said of the changes, such as en, id or fil; findings are in"
            " English.",
            autocompletion=known("words:LANGUAGES"),
        ),
    ] = "en",
    strict: Strict = False,
) -> None:
    """Tell the reviewers of a change what it does to the journeys, and what is found in them.

    From `diff` and `check`, in one text: a comment for a pull request. Of findings all errors are
    told, and what is new in the journeys that changed. Exits as `check` does.

    \b
    Examples:
      journeyctl ci --base HEAD
      journeyctl ci --base main journeys -o comment.md
    """
    from journeyctl.reporters import terminal
    from journeyctl.reviewing import lines, markdown, review
    from journeyctl.run import Run

    plain = output == "-" and terminal.obeys(sys.stdout)
    kind = chosen_format(format, output, ("text", "markdown") if plain else ("markdown", "text"))
    place = file(output, paths or ())
    if "-" in (paths or ()):
        raise typer.BadParameter("Standard input has no revisions: name files or folders.")
    # It keeps what it is told: that stands in the text, but for what could not run.
    run = Run(sys.stderr, strict=strict, format="json")
    found = review(run, base, paths or ["."], language(lang))
    if found is None:
        terminal.show(run.told, sys.stderr)
    elif kind == "markdown":
        run.save(markdown(found).encode(), place)
    elif place is None:
        terminal.say(lines(found), sys.stdout)
    else:
        run.save(terminal.plain(lines(found)).encode(), place)
    raise typer.Exit(run.code)
