"""What several commands are asked with."""

from typing import Annotated

import typer

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
