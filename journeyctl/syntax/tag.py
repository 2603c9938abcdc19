"""One word behind a label: which tag it is, or nearly is."""

import re
from collections.abc import Container

from journeyctl.syntax.durations import minutes
from journeyctl.syntax.line import Line
from journeyctl.syntax.names import is_name
from journeyctl.syntax.nodes import Tag, TagKind
from journeyctl.syntax.values import DURATION_HELP, Duration, shown

NAMED: dict[str, TagKind] = {"@": "actor", "#": "channel", "^": "id"}
"""The tags that are a sign and a name."""

_FEELINGS = ("1", "2", "3", "4", "5")
_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d{1,9})?)%\Z")
_NEAR_SHARE = re.compile(r"\d+(?:[.,]\d+)?%[,;.]*\Z")
_NEAR_FEELING = re.compile(r":[+-]?\d")


def read_word(line: Line, start: int, end: int) -> Tag | None:
    """The tag that ``line.text[start:end]`` is, a word or a bracket; None if it is none.

    A range of a duration may run backwards.
    """
    word = line.plain[start:end]
    sign = word[0]
    if sign not in "@#^:![" and word[-1] != "%":  # most words of most labels
        return None
    place = line.place(start, end)
    if sign in NAMED:
        name, colon, feeling = word[1:].partition(":")
        if is_name(name):
            if not colon:
                return Tag(NAMED[sign], place, name)
            if sign == "@" and feeling in _FEELINGS:
                return Tag("actor", place, name, float(feeling))
    elif sign == ":":
        if word[1:] in _FEELINGS:
            return Tag("feeling", place, number=float(word[1]))
    elif word == "!":
        return Tag("moment", place)
    elif sign == "[":
        span = minutes(word[1:-1].strip()) if word[-1] == "]" else None
        if span:
            inner = line.text[start + 1 : end - 1].strip()
            duration = Duration(*span, inner, line.place(start + 1, end - 1))
            return Tag("duration", place, duration=duration)
    elif word[-1] == "%":
        found = _SHARE.match(word)
        share = float(found[1].replace(",", ".")) if found else 101.0
        if share <= 100:
            return Tag("share", place, number=share)
    return None


def nearly(word: str, kinds: Container[TagKind]) -> str:
    """What to do about a word that is nearly a tag of one of these kinds; "" if it is not."""
    sign = word[0]
    if sign in NAMED and NAMED[sign] in kinds:
        if sign == "#" and word[1:].isdecimal():  # `booth #5`
            return ""
        name, colon, feeling = word[1:].partition(":")
        trimmed = trim(word)
        if is_name(trimmed[1:]):
            return f"Write `{shown(trimmed)}`: tags are parted by a space alone."
        if colon and is_name(name) and sign == "@":
            return f"`{shown(feeling)}` is no feeling: write a number from 1 (worst) to 5 (best)."
        return "A name is made of letters, digits and hyphens, a letter first."
    if sign == ":" and "feeling" in kinds and _NEAR_FEELING.match(word):
        return "A feeling is a number from 1 (worst) to 5 (best)."
    if sign == "!" and "moment" in kinds and not word.strip("!"):
        return "Write one `!` for a moment of truth."
    if sign == "[" and "duration" in kinds and word[-1] == "]":
        return DURATION_HELP
    if "share" in kinds and (word == "%" or _NEAR_SHARE.match(word)):
        return "Write a share as a number from 0 to 100 and `%`, without a space: `40%`."
    return ""


def trim(word: str) -> str:
    """The word without the signs that prose puts behind it."""
    return word.rstrip(",;.:!?")
