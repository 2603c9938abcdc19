"""What the shell completes: values of options that are of a known list, rules, and paths."""

import os
from collections.abc import Iterable, Mapping
from importlib import import_module
from shlex import quote

_WIDEST = 70  # Typer breaks what a value means at 80, and a shell takes a line for a value.


def values(
    lists: Iterable[str], incomplete: str, *, several: bool, group: str
) -> list[tuple[str, str]]:
    """The values that an option takes, each with what it means ("" where that is plain).

    ``lists`` are words, and lists of this package as ``module:NAME``, also functions that give
    one, or a mapping to what its keys mean. Else the words of ``group`` tell that. Of ``several``
    with commas the last is completed, with none of those before it.
    """
    done, comma, _ = incomplete.rpartition(",") if several else ("", "", "")
    taken = done.split(",")
    found = {name: said for one in lists for name, said in _listed(one, group).items()}
    return [
        (done + comma + name, said if len(said) <= _WIDEST else f"{said[:_WIDEST]}…")
        for name, said in found.items()
        if name not in taken
    ]


def _listed(named: str, group: str) -> Mapping[str, str]:
    module, colon, name = named.partition(":")
    found = getattr(import_module(f"journeyctl.{module}"), name) if colon else (named,)
    if callable(found):
        found = found()
        if isinstance(found, Mapping):
            return found
    from journeyctl.words import words_for

    words = words_for("en")
    return {one: words.messages.get(f"{group}.{one}", "") for one in found}


def themes() -> list[str]:
    """The names of all themes that there are for a journey in the current folder."""
    from pathlib import Path

    from journeyctl.config import Configurations
    from journeyctl.themes import BUILT_IN

    own = Configurations().of(Path())[0].themes
    return [*BUILT_IN, *(name for name, theme in own.items() if theme)]


def paths(incomplete: str, endings: tuple[str, ...]) -> list[str]:
    """The files that end so and the folders that a path begins; hidden ones where it names
    them. A folder alone gives way to what is in it, so that one can go on.

    None at all where a name would have to be quoted: the shell's own completion does that.
    """
    folder, slash, begun = incomplete.rpartition("/")
    found: list[str] = []
    try:
        with os.scandir((folder or "/") if slash else ".") as entries:
            for one in entries:
                shown = one.name.startswith(begun) and (begun or not one.name.startswith("."))
                if shown and (one.is_dir() or one.name.endswith(endings)):
                    found.append(folder + slash + one.name + "/" * one.is_dir())
    except OSError:
        return []
    if any(quote(name) != name for name in found):
        return []
    if len(found) == 1 and found[0].endswith("/"):
        return paths(found[0], endings) or found
    return sorted(found)
