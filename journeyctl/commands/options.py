"""What several commands are asked with."""

from collections.abc import Sequence
from typing import Annotated, TypeVar

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

Lang = Annotated[
    str,
    typer.Option(
        metavar="TAG",
        help="Language of the tool's own words, such as en, id or fil; labels stay as they are."
        " Without it, the language of each journey.",
        show_default=False,
    ),
]


def language(lang: str) -> str:
    """The language that ``--lang`` names, "" for none; raises BadParameter for an unknown one."""
    from journeyctl.words import LANGUAGES, catalogue

    found = catalogue(lang)
    if lang and not found:
        said = f"There are no words in `{lang}`; there are {', '.join(LANGUAGES)}."
        raise typer.BadParameter(said, param_hint="--lang")
    return found


Kind = TypeVar("Kind", bound=str)


def chosen_format(asked: str, output: str, kinds: Sequence[Kind]) -> Kind:
    """The one of ``kinds`` that ``--format`` names, else the ending of the file ``output``, else
    the first. Raises BadParameter for any other."""
    from pathlib import Path

    name = asked.lower() or Path("" if output == "-" else output).suffix.lstrip(".").lower()
    name = {"md": "markdown", "txt": "text"}.get(name, name)
    for kind in kinds:
        if name in (kind, ""):
            return kind
    said = f"`{name}` is no format of this command; there are {', '.join(kinds)}."
    raise typer.BadParameter(said, param_hint="--format")
