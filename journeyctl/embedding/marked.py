"""The file that a comment in a page names."""

import os
from pathlib import Path
from urllib.parse import unquote

from journeyctl import inputs, kinds
from journeyctl.diagnostics import Diagnostic
from journeyctl.embedding.page import Page, Spot
from journeyctl.reporters.text import shown
from journeyctl.source import Source
from journeyctl.syntax.names import nearest
from journeyctl.views.catalogue import VIEWS


def journey(page: Page, spot: Spot) -> Source | Diagnostic | None:
    """The journey that a comment names, or what is wrong with its file; None where that is told
    of the page, at the line of the comment."""
    folder = page.home.parent
    path = _short(folder / spot.path)
    input = inputs.Input(str(path), path)
    if path.suffix != inputs.SUFFIX or (path.exists() and input.home is None):
        help = f"Name an ordinary file that ends in {inputs.SUFFIX}."
        meant = _meant(folder, spot.path)
        page.wrong(spot.line, f"`{spot.path}` is no journey.", meant or help)
        return None
    found = inputs.read(input)
    if isinstance(found, Source):
        return found
    if found.kind is kinds.NO_SUCH_FILE:
        help = _meant(folder, spot.path) or "It is looked up from the page's folder."
        page.wrong(spot.line, f"There is no file `{spot.path}`.", help, found.kind)
        return None
    if found.span is None:
        page.wrong(spot.line, f"`{spot.path}`: {found.message}", found.help, found.kind)
        return None
    where = f"`{shown(page.source.path)}` asks for it in line {spot.line + 1}."
    return found._replace(help=f"{where} {found.help}".rstrip())


def _short(path: Path) -> Path:
    """A path without ``..`` where it leads to the same file, so that a journey is called the same
    by all pages."""
    short = Path(os.path.normpath(path))
    return short if os.path.realpath(short) == os.path.realpath(path) else path


def _meant(folder: Path, path: str) -> str:
    """What to write in the place of a path that leads to no journey; "" where that is not known."""
    plain = path.strip("\"'`")
    for one in (plain, plain.replace("\\", "/"), unquote(plain), f"{plain}{inputs.SUFFIX}"):
        if one.endswith(inputs.SUFFIX) and (folder / one).is_file():
            return f"Write `{one}`" + (", without quotes." if plain != path else ".")
    word, _, rest = plain.partition(" ")
    if word in VIEWS and (folder / rest).is_file():
        return f"Write `{rest} {word}`: the view stands behind the path."
    place = Path(plain).parent
    try:
        names = sorted(one.stem for one in (folder / place).glob(f"*{inputs.SUFFIX}"))
    except OSError:
        names = []
    near = nearest(Path(plain).stem, names)
    return f"Did you mean `{(place / near).as_posix()}{inputs.SUFFIX}`?" if near else ""
