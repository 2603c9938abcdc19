"""Where each output goes: beside its journey, into a folder or a file, or to standard output."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic
from journeyctl.inputs import Input, fixed_part, is_folder

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
    names = _named(asked)
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

    names = _named(asked)
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
    from journeyctl.views.map.rows import ROWS

    return among(asked, ROWS, "row of the map")


def among(asked: Sequence[str], names: Collection[str], what: str) -> tuple[str, ...] | str:
    """Those of the ``names`` that an option asks for, each once, in its order; or a sentence that
    refuses the first that is none of them, and says ``what`` it is not."""
    for name in _named(asked):
        if name not in names:
            from journeyctl.syntax.names import nearest

            near = nearest(name, names)
            meant = f" Did you mean `{near}`?" if near else ""
            return f"`{name}` is no {what}; there are {', '.join(names)}.{meant}"
    return tuple(dict.fromkeys(_named(asked)))


def _named(asked: Sequence[str]) -> list[str]:
    """The names in the values of an option, several with commas between in each."""
    return [name.strip().lower() for one in asked for name in one.split(",")]


class Output(NamedTuple):
    """What the user says of the place for outputs: ``path`` is a file, a folder, ``-``, or "" for
    beside each journey. With a ``root`` the folders below that are mirrored in the folder."""

    path: str = ""
    root: str = ""

    @property
    def is_folder(self) -> bool:
        return _is_folder(self.path)


def mirror(folder: str, arguments: Sequence[str]) -> Output:
    """A folder that mirrors what is below the folders that the arguments name; of a file, what is
    below the working folder. Of several it is the deepest that holds all.

    That depends on nothing but what was typed, and no two journeys come to one place.
    """
    named = [Path(fixed_part(one)) for one in arguments if one != STDOUT]
    starts = [_absolute(one if is_folder(one) else one.parent) for one in named]
    if not all(map(is_folder, named)):
        starts.append(str(Path.cwd()))
    root = os.path.commonpath(starts) if starts else ""
    return Output(folder if folder.endswith(("/", os.sep)) else f"{folder}/", root)


def _absolute(path: Path) -> str:
    return os.path.normpath(Path.cwd() / path)


Places = dict[Input, dict[str, Path | None]]
"""For each input, the path of its output in each format; None is standard output."""


def plan(
    inputs: Sequence[Input], endings: dict[str, str], output: Output, kept: Sequence[Input] = ()
) -> tuple[Places, list[Diagnostic]]:
    """Where every output goes, and what is wrong with the places: then those inputs are left out
    whose outputs would take the place of an earlier one's, or of a journey.

    ``endings`` holds, for each format, what follows the input's name (``.flow.svg``); ``kept`` are
    other journeys, in whose place nothing is put either.
    """
    count = len(inputs) * len(endings)
    if count > 1 and output.path and not output.is_folder:
        message = f"{count} outputs do not go into one file."
        where, advice = output.path, f"End the name of a folder with a slash: `{output.path}/`."
        if output.path == STDOUT:
            message = f"{count} outputs do not go to standard output."
            where, advice = "standard output", "Name a folder with `-o`, or ask for one picture."
        return {}, [Diagnostic(kinds.BAD_OUTPUT, message, where, help=advice)]
    places = {
        input: {format: _path(input, ending, output) for format, ending in endings.items()}
        for input in inputs
    }
    return _apart(places, kept)


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or (bool(output) and is_folder(Path(output)))


def _path(input: Input, ending: str, output: Output) -> Path | None:
    if output.path == STDOUT:
        return None
    home = input.home
    if not output.path:
        return None if home is None else home.with_name(home.stem + ending)
    if not output.is_folder:
        return Path(output.path)
    if home is None:
        return Path(output.path) / (UNNAMED + ending)
    below = os.path.relpath(_absolute(home.parent), output.root) if output.root else ""
    return Path(output.path) / below / (home.stem + ending)


def _apart(places: Places, kept: Sequence[Input]) -> tuple[Places, list[Diagnostic]]:
    """The places without those that are taken already, by a journey or another output."""
    sources = {_key(input.path): input.shown for input in (*kept, *places) if input.path}
    taken: dict[str, str] = {}
    apart: Places = {}
    problems: list[Diagnostic] = []
    for input, paths in places.items():
        keys = {_key(path): path for path in paths.values()}
        for key, path in keys.items():
            message = ""
            if key in sources:
                message = f"The output would overwrite the journey `{sources[key]}`."
                advice = "Give `-o` another name."
            elif key in taken:
                both = f"`{taken[key]}` and `{input.shown}`"
                message = f"Two outputs would go to this one place, from {both}: the first does."
                advice = "Take `--out-dir`, which mirrors the folders of the journeys."
            if message:
                where = str(path or "standard output")
                problems.append(Diagnostic(kinds.BAD_OUTPUT, message, where, help=advice))
                break
        else:
            apart[input] = paths
            taken.update(dict.fromkeys(keys, input.shown))
    return apart, problems


def _key(path: Path | None) -> str:
    return "" if path is None else os.path.normcase(os.path.realpath(path))
