"""Where each output goes: beside its journey, into a folder or a file, or to standard output."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic
from journeyctl.inputs import Input, is_folder

STDOUT = "-"
UNNAMED = "journey"
"""What a journey from standard input is called in a folder."""

ALL = "all"

Format = Literal["svg", "png", "pdf", "dot", "json"]

FORMATS: tuple[Format, ...] = ("svg", "png", "pdf", "dot", "json")


def formats(asked: Sequence[str], output: str) -> list[Format] | str:
    """The formats to draw, or a sentence that refuses.

    ``asked`` are names, also several with commas between; with none of them the ending of
    ``output`` decides, and without that it is SVG.
    """
    names = [name.strip().lower() for one in asked for name in one.split(",")]
    unknown = [name for name in names if name not in FORMATS]
    if unknown:
        return f"`{unknown[0]}` is no format; there are {', '.join(FORMATS)}."
    ending = "" if _is_folder(output) else Path(output).suffix.lstrip(".").lower()
    if names and ending and ending not in names:
        return f"`{output}` is no name for {' and '.join(names)}."
    if ending and ending not in FORMATS:
        return f"`{output}` ends in no format; there are {', '.join(FORMATS)}."
    wanted = names or [ending or FORMATS[0]]
    return [format for format in FORMATS if format in wanted]


def views(asked: Sequence[str]) -> tuple[str, ...] | str:
    """The names of the views to draw, or a sentence that refuses.

    ``asked`` are names, also several with commas between; ``all`` are all of them, and with
    none it is the flow.
    """
    from journeyctl.views.catalogue import VIEWS

    names = [name.strip().lower() for one in asked for name in one.split(",")]
    unknown = [name for name in names if name not in (*VIEWS, ALL)]
    if unknown:
        return f"`{unknown[0]}` is no view; there are {', '.join(VIEWS)}, and {ALL}."
    return VIEWS if ALL in names else tuple(dict.fromkeys(names)) or VIEWS[:1]


def rows(asked: Sequence[str]) -> tuple[str, ...] | str:
    """The names of the map's rows to draw, in this order, or a sentence that refuses.

    ``asked`` are names, also several with commas between; with none it is for the map to say.
    """
    if not asked:
        return ()
    from journeyctl.syntax.names import nearest
    from journeyctl.views.map.rows import ROWS

    names = [name.strip().lower() for one in asked for name in one.split(",")]
    for name in names:
        if name not in ROWS:
            near = nearest(name, ROWS)
            meant = f" Did you mean `{near}`?" if near else ""
            return f"`{name}` is no row of the map; there are {', '.join(ROWS)}.{meant}"
    return tuple(dict.fromkeys(names))


Places = dict[Input, dict[str, Path | None]]
"""For each input, the path of its output in each format; None is standard output."""


def plan(inputs: Sequence[Input], endings: dict[str, str], output: str) -> Places | Diagnostic:
    """Where every output goes, or why the outputs cannot be told apart.

    ``endings`` holds, for each format, what follows the input's name (``.flow.svg``);
    ``output`` is the user's ``-o``: a file, a folder, ``-`` or "".
    """
    count = len(inputs) * len(endings)
    if count > 1 and output not in ("", STDOUT) and not _is_folder(output):
        message = f"{count} outputs do not go into one file."
        advice = f"End the name of a folder with a slash: `{output}/`."
        return Diagnostic(kinds.BAD_OUTPUT, message, output, help=advice)
    places = {
        input: {format: _path(input, ending, output) for format, ending in endings.items()}
        for input in inputs
    }
    return _collision(places) or places


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or (bool(output) and is_folder(Path(output)))


def _path(input: Input, ending: str, output: str) -> Path | None:
    if output == STDOUT:
        return None
    home = input.home
    if not output:
        return None if home is None else home.with_name(home.stem + ending)
    if _is_folder(output):
        return Path(output) / ((UNNAMED if home is None else home.stem) + ending)
    return Path(output)


def _collision(places: Places) -> Diagnostic | None:
    """Two outputs in one place, or an output in the place of a journey that is read."""
    sources = {_key(input.path): input.shown for input in places if input.path}
    taken: dict[str, str] = {}
    for input, paths in places.items():
        for path in paths.values():
            key = _key(path)
            where = str(path or "standard output")
            if key in sources:
                message = f"The output would overwrite the journey `{sources[key]}`."
                return Diagnostic(kinds.BAD_OUTPUT, message, where, help="Give `-o` another name.")
            if key in taken:
                both = " and ".join(
                    f"`{name}`" for name in dict.fromkeys([taken[key], input.shown])
                )
                message = f"Two outputs would go to this one place, from {both}."
                advice = "Run journeyctl for each of them, with a `-o` of its own."
                return Diagnostic(kinds.BAD_OUTPUT, message, where, help=advice)
            taken[key] = input.shown
    return None


def _key(path: Path | None) -> str:
    return "" if path is None else os.path.normcase(os.path.realpath(path))
