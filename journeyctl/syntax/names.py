"""How names are spelt, matched and guessed at."""

import re
from collections.abc import Iterable

_PLAIN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*\Z")

# What is left out before names are compared: spaces, hyphens and dashes of every width,
# and signs that nobody sees (soft hyphen, zero-width space, joiners, byte-order mark).
_IGNORED = dict.fromkeys(
    (
        0x09,
        0x20,
        0x2D,
        0xA0,
        0xAD,
        0x1680,
        *range(0x2000, 0x2016),
        0x2028,
        0x2029,
        0x202F,
        0x205F,
        0x2060,
        0x2212,
        0x3000,
        0xFEFF,
    )
)

_LONGEST_GUESS = 60


def is_name(text: str) -> bool:
    """Whether ``text`` is a name: letters and marks of any script, digits and hyphens,
    a letter first. Joiners, which some scripts need inside a word, count as marks."""
    if text.isascii():
        return _PLAIN_NAME.match(text) is not None
    from unicodedata import category

    return text[0].isalpha() and all(
        one == "-"
        or one.isalpha()
        or one.isdecimal()
        or one in "\u200c\u200d"
        or category(one)[0] == "M"
        for one in text
    )


def fold(name: str) -> str:
    """The form in which names are compared: without case, spaces and hyphens, after NFC.

    ``fold("Post Purchase") == fold("post-purchase") == "postpurchase"``. Never raises;
    folding twice changes nothing. What has no letters may fold to "".
    """
    if name.isascii():
        return name.lower().translate(_IGNORED)
    from unicodedata import normalize

    # Unicode 3.13, canonical caseless matching: decompose before folding, and after.
    folded = normalize("NFD", normalize("NFD", name).casefold()).casefold()
    return normalize("NFC", folded.translate(_IGNORED))


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that ``word`` was most likely meant to be, or None when none is near.

    Near is an edit (insert, delete, replace, swap two neighbours) for each three letters,
    and at least one; else the only candidate that ``word`` begins. The first of equals wins.
    """
    wanted = fold(word)
    if not wanted or len(wanted) > _LONGEST_GUESS:
        return None
    best, best_distance = None, max(1, len(wanted) // 3) + 1
    begun: list[str] = []
    for candidate in candidates:
        folded = fold(candidate)
        if len(wanted) >= 3 and folded.startswith(wanted):
            begun.append(candidate)
        if abs(len(folded) - len(wanted)) < best_distance:
            distance = _distance(wanted, folded, best_distance)
            if distance < min(best_distance, len(folded)):
                best, best_distance = candidate, distance
    if best is None and len(begun) == 1:
        return begun[0]
    return best


def _distance(one: str, two: str, limit: int) -> int:
    """Edits between two words, a swap of neighbours counted once; ``limit`` when not below it."""
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        above, row = row, [i, *row[1:]]
        for j, other in enumerate(two, 1):
            row[j] = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == two[j - 2] and one[i - 2] == other:
                row[j] = min(row[j], before[j - 2] + 1)
        before = above
        if min(row) >= limit:
            return limit
    return row[-1]
