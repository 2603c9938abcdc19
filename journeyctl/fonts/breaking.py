"""Where a word that is wider than its column is broken, and what of it is one letter."""

from collections.abc import Callable, Iterator
from itertools import accumulate
from unicodedata import category, normalize

HYPHEN = "\u2010"
"""Ends a line in which a word is broken. A hyphen that somebody wrote is U+002D."""

_LEAST = 3  # letters of a word on each side of a hyphen
_AROUND = " ()[]{}«»‹›“”„‘’\"'.,;:!?…-–—/"
_SEAMS = "/.-_@:=&?#"  # in an address or a name of a file
_VOWELS = "aeiouyαεηιουωаеиоуыэюяіє"
_PAIRS = ("ch", "ck", "gh", "gn", "kh", "ng", "ny", "ph", "qu", "sc", "sh", "th", "wh")
_LEADING = "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"
_TRAILING = "\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6"


def broken(word: str, width: Callable[[str], float], room: float, taken: float = 0.0) -> list[str]:
    """The word in lines no wider than ``room``, of the first of which so much is taken; the last
    one keeps a space behind it.

    A word of Latin, Greek or Cyrillic letters is broken with a hyphen, rather before a consonant
    that a vowel follows: no dictionary tells its syllables, and most of them begin so. A name of
    a file or an address is broken after its signs, and all others where the line ends, never
    between a letter and its marks.
    """
    letters = list(_letters(word.rstrip()))
    ends = [0.0, *accumulate(map(width, letters))]
    hyphen = width(HYPHEN) if _hyphenated(word) else 0.0
    lines: list[str] = []
    start, free = 0, room - taken
    while start + 1 < len(letters) and ends[-1] - ends[start] > free:
        fits = start + 1
        while ends[fits + 1] - ends[start] + hyphen <= free:
            fits += 1
        cut = _syllable(letters, start, fits) if hyphen else _seam(letters, start, fits)
        dash = HYPHEN if hyphen and cut - start > 1 else ""
        lines.append("".join(letters[start:cut]) + dash)
        start, free = cut, room
    return [*lines, "".join(letters[start:]) + word[len(word.rstrip()) :]]


def _hyphenated(word: str) -> bool:
    core = normalize("NFC", word.strip(_AROUND)).replace("’", "").replace("'", "")
    return core.isalpha() and all(char < "\u0530" or "\u1e00" <= char < "\u2000" for char in core)


def _syllable(letters: list[str], start: int, fits: int) -> int:
    """Where a word is broken, at ``fits`` at the latest."""
    latest = min(fits, len(letters) - _LEAST)
    for at in range(latest, max(start + _LEAST, (start + fits) // 2) - 1, -1):
        before, after, following = letters[at - 1 : at + 2]
        opens = not _vowel(after) and _vowel(following)
        if opens and (before + after).lower() not in _PAIRS and any(map(_vowel, letters[start:at])):
            return at
    return latest if latest - start >= _LEAST else fits


def _vowel(letter: str) -> bool:
    return normalize("NFD", letter)[0].lower() in _VOWELS


def _seam(letters: list[str], start: int, fits: int) -> int:
    """The place behind the last sign of an address that fits, or else all that fits."""
    return next((at for at in range(fits, start, -1) if letters[at - 1] in _SEAMS), fits)


def _letters(word: str) -> Iterator[str]:
    """The letters of a word, each with what is one with it."""
    start = 0
    for at in range(1, len(word)):
        if not one_letter(word[at - 1], word[at]):
            yield word[start:at]
            start = at
    yield word[start:]


def one_letter(before: str, char: str) -> bool:
    """Whether a character is one letter, or one emoji, with that before it.

    Thai and Lao write some vowels before the consonant that they follow, and some behind it.
    """
    if char < "\u0300" and before < "\u0300":
        return False
    if before in _LEADING or char in _TRAILING:
        return True
    return skin(char) or category(char)[0] == "M" or "\u200d" in (before, char)


def skin(char: str) -> bool:
    """Whether a sign gives the emoji before it another colour of skin."""
    return "\U0001f3fb" <= char <= "\U0001f3ff"
