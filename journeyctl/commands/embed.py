"""``journeyctl embed``: pictures for the journeys in Markdown pages."""

from typing import Annotated, Literal

import typer

from journeyctl.commands.options import THEMES, Strict, files


def embed(
    pages: Annotated[
        list[str],
        typer.Argument(
            metavar="PAGE...",
            help="Pages in Markdown, folders (every *.md, *.markdown and *.mdx below), or patterns"
            " in quotes.",
            show_default=False,
            autocompletion=files(".md", ".markdown", ".mdx"),
        ),
    ],
    format: Annotated[
        Literal["svg", "png"], typer.Option("-f", "--format", help="What the pictures are.")
    ] = "svg",
    theme: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The colours, as in `render`.",
            show_default=False,
            autocompletion=THEMES,
        ),
    ] = "",
    strict: Strict = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Write nothing: name the pictures and the lines that are missing or out of date,"
            " and exit with 1 if any is.",
        ),
    ] = False,
) -> None:
    """Draw the journeys in Markdown pages, and keep the lines that show them.

    A journey is a fenced block whose language is `journey`, or a comment that names a file:
    <!-- journeyctl: path/to/a.journey map -->. A view may stand behind either. Each is drawn into
    a picture beside the page, and an image with words for those who don't see it follows it.
    Nothing else of a page is changed.

    \b
    Examples:
      journeyctl embed README.md docs
      journeyctl embed README.md docs --check
    """
    from journeyctl.embedding.embed import embed_all

    raise typer.Exit(embed_all(pages, format, theme, strict=strict, check=check))
