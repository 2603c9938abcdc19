"""What two texts differ in, as ``diff -u`` tells it and ``patch`` reads it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

NO_NEWLINE = "\\ No newline at end of file\n"
CONTEXT = 3

MOST_LINES = 5_000
"""Of longer texts the shortest difference is not sought, which can take the square of their
length: where they part, the next line in common is looked for ``AHEAD``."""

AHEAD = 50


class Change(NamedTuple):
    """``old[start:end]`` became ``new[new_start:new_end]``."""

    start: int
    end: int
    new_start: int
    new_end: int


def diff(path: str, before: str, after: str) -> list[str]:
    """The lines of the difference, each with its line end; none where there is none."""
    old, new = _lines(before), _lines(after)
    is_long = max(len(old), len(new)) > MOST_LINES
    found: list[str] = []
    for hunk in _hunks(list(_quick(old, new) if is_long else _shortest(old, new))):
        found += _shown(hunk, old, new)
    head = [f"--- {path}\n", f"+++ {path}\n"] if found else []
    return head + [line if line.endswith("\n") else f"{line}\n{NO_NEWLINE}" for line in found]


def _lines(text: str) -> list[str]:
    """Lines with their ends; LF alone ends one, as it does for ``patch`` and for journeys."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop().removesuffix("\n")
    return [*lines, last] if last else lines


def _shortest(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    for tag, *places in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield Change(*places)


def _quick(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    """In a time that grows with the length alone, whatever the texts."""
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and old[i] == new[j]:
            i, j = i + 1, j + 1
            continue
        start, new_start = i, j
        i, j = _meet(old, new, i, j)
        yield Change(start, i, new_start, j)


def _meet(old: Sequence[str], new: Sequence[str], i: int, j: int) -> tuple[int, int]:
    """The nearest places from which the texts go on alike; else one line further in each."""
    ahead: dict[str, int] = {}
    for place in range(min(len(new), j + AHEAD) - 1, j - 1, -1):
        ahead[new[place]] = place
    met = [
        (place - i + ahead[old[place]] - j, place, ahead[old[place]])
        for place in range(i, min(len(old), i + AHEAD))
        if old[place] in ahead
    ]
    return min(met)[1:] if met else (min(len(old), i + 1), min(len(new), j + 1))


def _hunks(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Changes together between which there are no more lines than both show around them."""
    hunk = list(changes[:1])
    for before, change in pairwise(changes):
        if change.start - before.end > 2 * CONTEXT:
            yield hunk
            hunk = []
        hunk.append(change)
    if hunk:
        yield hunk


def _shown(hunk: Sequence[Change], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    first, last = hunk[0], hunk[-1]
    above = min(CONTEXT, first.start)
    below = min(CONTEXT, len(old) - last.end)
    left = _range(first.start - above, last.end + below)
    right = _range(first.new_start - above, last.new_end + below)
    yield f"@@ -{left} +{right} @@\n"
    place = first.start - above
    for change in hunk:
        yield from (f" {line}" for line in old[place : change.start])
        yield from (f"-{line}" for line in old[change.start : change.end])
        yield from (f"+{line}" for line in new[change.new_start : change.new_end])
        place = change.end
    yield from (f" {line}" for line in old[place : place + below])


def _range(start: int, end: int) -> str:
    """``first line,number of lines``; where there are none, the line before."""
    return f"{start + (end > start)},{end - start}"
