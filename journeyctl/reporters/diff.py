"""What two texts differ in, as ``diff -u`` tells it and ``patch`` reads it."""

import difflib

NO_NEWLINE = "\\ No newline at end of file\n"


def diff(path: str, before: str, after: str) -> list[str]:
    """The lines of the difference, each with its line end; none where there is none."""
    found: list[str] = []
    for line in difflib.unified_diff(_lines(before), _lines(after), path, path):
        found.append(line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}")
    return found


def _lines(text: str) -> list[str]:
    """Lines with their ends; LF alone ends one, as it does for ``patch`` and for journeys."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines
