"""``journeyctl watch``: a page that follows what is written."""

from typing import Annotated

import typer

from journeyctl.commands.options import THEMES, Lang, files, language


def watch(
    path: Annotated[
        str,
        typer.Argument(
            metavar="PATH",
            help="A file, or a folder (every *.journey below).",
            show_default=False,
            autocompletion=files(),
        ),
    ],
    open: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    port: Annotated[
        int | None,
        typer.Option(
            min=0,
            max=65535,
            metavar="NUMBER",
            help="The port of the page; 0 is any that is free.",
            show_default="7400, or any that is free where it is taken",
        ),
    ] = None,
    theme: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="The colours to begin with, as in `render`. Without it, the configuration's, else"
            " light or dark as the browser is.",
            show_default=False,
            autocompletion=THEMES,
        ),
    ] = "",
    lang: Lang = "",
) -> None:
    """Show journeys in the browser while they are written.

    A page on this machine, with every view as a tab: pictures are drawn anew at each save, in
    place; findings are listed beside them, and errors stand over the last good picture. Ctrl-C
    ends it.

    \b
    It needs one library more, the extra `watch`:
      pip install 'watchfiles>=1,<2'

    \b
    Examples:
      journeyctl watch samples/b2b-software.journey --open
      journeyctl watch samples --theme dark --lang en
    """
    from importlib.util import find_spec
    from pathlib import Path

    from journeyctl.config import Configurations
    from journeyctl.inputs import is_folder
    from journeyctl.themes import unknown

    if not find_spec("watchfiles"):
        raise _failed("watch needs a library: pip install 'watchfiles>=1,<2'")
    place = Path(path)
    if not place.exists():
        raise _failed(f"there is no file or folder `{path}`.")
    words = language(lang)
    configured = Configurations().of(place if is_folder(place) else place.parent)[0]
    if theme and (lacking := unknown(theme, configured.themes)):
        raise typer.BadParameter(" ".join(lacking), param_hint="--theme")
    from journeyctl.watching.server import ADDRESS
    from journeyctl.watching.watch import watch as serve

    try:
        serve(path, port=port, open=open, theme=theme, language=words)
    except OSError as error:
        raise _failed(f"{ADDRESS}:{port} cannot be had: {error.strerror}.") from None


def _failed(said: str) -> typer.Exit:
    from journeyctl.reporters.text import shown

    typer.echo(f"journeyctl: {shown(said)}", err=True)
    return typer.Exit(2)
