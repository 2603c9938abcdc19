"""Which way text runs, and how texts of either way stand in one line without changing places.

The signs that keep them apart are those of the Unicode bidirectional algorithm (UAX #9, 2.4.2):
an isolate is one thing for what is about it, and runs its own way inside. They are not seen.
"""

from collections.abc import Iterable, Iterator
from unicodedata import bidirectional

LEFT, RIGHT, FIRST, POP = "\u2066", "\u2067", "\u2068", "\u2069"
ISOLATES = LEFT + RIGHT + FIRST
"""What begins one from left to right, one from right to left, one as its first letter says."""

DEEPEST = 60
"""How many isolates may lie in one another: BD2 has 125 levels, of which some take two."""

_UNMARKED = dict.fromkeys(map(ord, ISOLATES + POP))
_LEFTWARD = ("R", "AL")
_LEAST = "\u0590"  # of the letters that run to the left


def right_to_left(text: str) -> bool:
    """Whether its first letter says so, those in isolates left out (UAX #9: P2, P3)."""
    return not text.isascii() and next(_letters(text), "L") != "L"


def _letters(text: str) -> Iterator[str]:
    """Which way the letters that are in no isolate run: L, R or AL."""
    depth = 0
    for char in text:
        if char in ISOLATES:
            depth += 1
        elif char == POP:
            depth = max(depth - 1, 0)
        elif not depth and (kind := bidirectional(char)) in ("L", *_LEFTWARD):
            yield kind


def isolated(text: str) -> str:
    """The text as it stands inside another: marked off where any of it runs to the left, unless
    that part of it is marked off already."""
    if not any_to_left(text) or all(kind == "L" for kind in _letters(text)):
        return text
    return isolate(text, to_left=right_to_left(text))


def any_to_left(text: str) -> bool:
    """Whether any letter of it runs to the left."""
    return max(text, default="") >= _LEAST and any(bidirectional(one) in _LEFTWARD for one in text)


def isolate(text: str, *, to_left: bool) -> str:
    """The text, marked off, with its direction."""
    return f"{RIGHT if to_left else LEFT}{text}{POP}"


def filled(message: str, values: dict[str, object]) -> str:
    """The message with ``{name}`` filled in, those that run to the left marked off; or not, where
    it is but signs about them (``“{text}”``)."""
    texts = [value for value in values.values() if isinstance(value, str)]
    if not any(map(any_to_left, texts)):
        return message.format(**values)
    own = message.format(**dict.fromkeys(values, ""))
    if all(map(right_to_left, texts)) and not any(map(str.isalpha, own)):
        return message.format(**values)
    apart = {name: isolated(one) if isinstance(one, str) else one for name, one in values.items()}
    return message.format(**apart)


def joined(sign: str, parts: Iterable[str]) -> str:
    """The parts that are not empty, with the sign between them, as in a sentence of ours: from
    left to right. Where all of them run to the left, so does the whole."""
    told = [part for part in parts if part]
    if all(map(right_to_left, told)):
        return sign.join(told)
    return sign.join(map(isolated, told))


def unmarked(text: str) -> str:
    """The text without what marks isolates, for a terminal, which may show a sign for it."""
    return text if text.isascii() else text.translate(_UNMARKED)


def balanced(lines: Iterable[str], *, to_left: bool) -> list[str]:
    """The lines of one text that runs to the left or not, so that each can stand alone: an
    isolate that goes over several is closed and begun anew, and a line whose own letters say
    otherwise runs as the text does."""
    out: list[str] = []
    within = ""
    for line in lines:
        whole = within + line
        for char in line:
            if char in ISOLATES:
                within += char if len(within) < DEEPEST else ""
            elif char == POP:
                within = within[:-1]
        whole += POP * len(within)
        turned = line and right_to_left(whole) != to_left
        out.append(isolate(whole, to_left=to_left) if turned else whole)
    return out
