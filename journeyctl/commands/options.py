"""What several commands are asked with."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar

import typer

if TYPE_CHECKING:
    from pathlib import Path

    from journeyctl.targets import Output

Completing: TypeAlias = Callable[[str], list[tuple[str, str]]] | None

_IS_COMPLETING = "_JOURNEYCTL_COMPLETE" in os.environ
# Typer looks at each function that completes a value: 0.15 ms, for which nobody else must wait.


def known(*lists: str, several: bool = False, group: str = "") -> Completing:
    """What completes a value in the shell; see ``completion.values``."""

    def complete(incomplete: str) -> list[tuple[str, str]]:
        from journeyctl.commands.completion import values

        return values(lists, incomplete, several=several, group=group)

    return complete if _IS_COMPLETING else None


def files(*endings: str) -> Completing:
    """What completes a path in the shell: to files that end so, without any to journeys."""

    def complete(incomplete: str) -> list[tuple[str, str]]:
        from journeyctl.commands.completion import paths

        return [(path, "") for path in paths(incomplete, endings or (".journey",))]

    return complete if _IS_COMPLETING else None


def format_option(help: str, *lists: str, several: bool = False) -> Any:
    """``--format`` of a command: what its help says, and the lists of names that complete it."""
    return typer.Option(
        "-f",
        "--format",
        metavar="FORMAT",
        help=help,
        show_default=False,
        autocompletion=known(*lists, several=several),
    )


def output_option(otherwise: str, file: str = "A file,") -> Any:
    """``--output`` of a command that writes a file for each journey; ``otherwise`` says where
    they go without it, and ``file`` what a file can be."""
    return typer.Option(
        "-o",
        "--output",
        metavar="PATH",
        help=f"{file} a folder (an existing one, or with a slash at the end), or - for standard"
        f" output. Without it: {otherwise}",
        show_default=False,
    )


THEMES = known("commands.completion:themes")

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files, folders (every *.journey below), patterns in quotes, or - for standard input.",
        show_default=False,
        autocompletion=files(),
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

OutDir = Annotated[
    str,
    typer.Option(
        "--out-dir",
        metavar="DIR",
        help="A folder for the outputs, with the folders that the journeys are in mirrored in it.",
        show_default=False,
    ),
]
Check = Annotated[
    bool,
    typer.Option(
        "--check",
        help="Write nothing: name what is missing or out of date, and exit with 1 if anything is.",
    ),
]
Force = Annotated[
    bool, typer.Option("--force", help="Make again also what is there as it would be made.")
]

OutputFile = Annotated[
    str,
    typer.Option("-o", "--output", metavar="FILE", help="Where to write it; - is standard output."),
]
PictureTheme = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="The colours of a picture, as in `render`.",
        show_default=False,
        autocompletion=THEMES,
    ),
]

Lang = Annotated[
    str,
    typer.Option(
        metavar="TAG",
        help="Language of the tool's own words, such as en, id or fil; labels stay as they are."
        " Without it, the language of each journey.",
        show_default=False,
        autocompletion=known("words:LANGUAGES"),
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


def place(output: str, out_dir: str, paths: Sequence[str]) -> "Output":
    """Where outputs go that ``-o`` and ``--out-dir`` tell of. Raises BadParameter for both."""
    from journeyctl.targets import Output, mirror

    if output and out_dir:
        raise typer.BadParameter("Say -o or --out-dir, not both.")
    return mirror(out_dir, paths) if out_dir else Output(output)


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


def file(output: str, inputs: Sequence[str]) -> "Path | None":
    """The file to write, None for standard output. Raises BadParameter for a folder, and for one
    that is read, or that would be taken for a journey."""
    from pathlib import Path

    from journeyctl.targets import Output

    if output == "-":
        return None
    if Output(output).is_folder:
        said = f"`{output}` is a folder; all goes into one file here: name that."
        raise typer.BadParameter(said, param_hint="--output")
    read = {os.path.realpath(one) for one in inputs}
    if output.endswith(".journey") or os.path.realpath(output) in read:
        raise typer.BadParameter(f"`{output}` is a journey, and would be overwritten.")
    return Path(output)
