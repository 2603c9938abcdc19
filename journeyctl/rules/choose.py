"""Which kinds of findings a word chooses: a rule's name or code, or a family of rules."""

from collections.abc import Iterable
from typing import NamedTuple

from journeyctl import kinds
from journeyctl.diagnostics import Kind
from journeyctl.syntax.names import fold, nearest

FAMILIES = {
    "S": "syntax",
    "V": "values",
    "N": "names",
    "O": "order",
    "F": "flow",
    "P": "practice",
    "M": "measures",
    "C": "choosing",
    "X": "files",
}
"""The families, by the letter that their codes begin with, in the order of the pages."""

KINDS: dict[str, Kind] = {
    one.name: one
    for one in sorted(
        (one for one in vars(kinds).values() if isinstance(one, Kind)),
        key=lambda one: (list(FAMILIES).index(one.code[0]), one.code),
    )
}
"""Every kind of finding by its name, by family and code."""

_FOLDED: dict[str, tuple[Kind, ...]] = {}
for _letter, _family in FAMILIES.items():
    _FOLDED[fold(_family)] = _FOLDED[fold(_letter)] = tuple(
        one for one in KINDS.values() if one.code[0] == _letter
    )
for _kind in KINDS.values():
    _FOLDED[fold(_kind.name)] = _FOLDED[fold(_kind.code)] = (_kind,)


class Unknown(NamedTuple):
    """A word that chooses nothing, and the name that was probably meant ("" if none is near)."""

    word: str
    near: str


def kinds_of(word: str) -> tuple[Kind, ...]:
    """The kinds that a word chooses: a name (``pain-without-idea``), a code (``P204``), a family
    (``practice``) or its letter (``P``), without regard to case. Empty where it is none."""
    return _FOLDED.get(fold(word), ())


def resolve_selectors(words: Iterable[str]) -> tuple[tuple[Kind, ...], list[Unknown]]:
    """The kinds that any of the words choose, each once, and the words that choose nothing."""
    chosen: dict[Kind, None] = {}
    unknown: list[Unknown] = []
    for word in words:
        found = kinds_of(word)
        chosen.update(dict.fromkeys(found))
        if not found:
            unknown.append(Unknown(word, near(word)))
    return tuple(chosen), unknown


def near(word: str) -> str:
    """The name of a rule or family that ``word`` was probably meant to be, or ""."""
    return nearest(word, [*KINDS, *FAMILIES.values()]) or ""


def no_rule(word: str, near: str) -> str:
    """Says that a word names no rule, and which one was meant."""
    help = f"Did you mean `{near}`?" if near else "See `journeyctl rule --all`."
    return f"There is no rule `{word}`. {help}"
