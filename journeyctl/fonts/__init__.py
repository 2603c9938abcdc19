"""How wide text is, which way it runs, and where its lines break. Widths are those of Arimo,
which are Arial's.

The characters that Arimo has are right to a fraction of a point; for other scripts
the width is an upper estimate (full em for East Asian Wide, by UAX #11), so that text
stays in its box with whatever font the viewer has.
"""

from collections.abc import Iterator
from unicodedata import bidirectional, category, east_asian_width

from journeyctl.fonts.arimo import BOLD, REGULAR

_EM = 2048
_NARROW = 1434  # 0.7 em: wider than the usual letters of Thai, Arabic or Devanagari fonts
_EMOJI = 2662  # 1.3 em, as the emoji fonts of the usual systems have it
_tables = tuple(
    {char: width for width, chars in table.items() for char in chars} for table in (REGULAR, BOLD)
)


def _unmeasured(char: str) -> int:
    kind = category(char)
    if kind in ("Mn", "Me", "Cf", "Cc") or _skin(char):
        width = 0
    elif ord(char) >= 0x1F000 and kind in ("So", "Sk", "Cn"):
        width = _EMOJI
    elif east_asian_width(char) in ("W", "F"):
        width = _EM
    else:
        width = _NARROW
    return width


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in points, ``size`` being the font's size in points."""
    table = _tables[bold]
    total = 0
    for char in text:
        known = table.get(char)
        if known is None:
            known = table[char] = _unmeasured(char)
        total += known
    return total * size / _EM


def right_to_left(line: str) -> bool:
    """Whether its first letter says so, as the Unicode bidirectional algorithm (P2, P3) has it."""
    if line.isascii():
        return False
    letters = (bidirectional(char) for char in line)
    return next((kind for kind in letters if kind in ("L", "R", "AL")), "L") != "L"


def wrap(
    text: str, room: float, size: float, *, bold: bool = False, most: int = 0
) -> tuple[str, ...]:
    """Break text into lines no wider than ``room`` points.

    Breaks at spaces, after hyphens and slashes, and between East Asian wide characters; a
    word that is too wide by itself, or words that a no-break space holds together, are broken
    where it must be, never between a letter and its marks. With ``most`` lines at the most, the
    last one ends in ``…`` where text is left out.
    """
    lines: list[str] = []
    line, line_width = "", 0.0
    for piece in _pieces(_spaced(text)):
        piece_width = width(piece.rstrip(), size, bold=bold)
        if line and line_width + piece_width > room:
            lines.append(line.rstrip())
            line, line_width = "", 0.0
        if piece_width > room:
            broken = _break_word(piece, room, size, bold)
            lines += broken[:-1]
            piece = broken[-1]
        line += piece
        line_width = width(line, size, bold=bold)
        if most and len(lines) > most:
            break
    if line.strip() or not lines:
        lines.append(line.rstrip())
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _shorten(lines[most - 1], room, size, bold)]
    return tuple(lines)


def widest_word(text: str, size: float, *, bold: bool = False) -> float:
    """The width in which no word of the text need be broken, in points."""
    pieces = _pieces(_spaced(text))
    return max(width(piece.rstrip(), size, bold=bold) for piece in pieces)


def _spaced(text: str) -> str:
    """The text with one space where there are several; those that hold words together stay."""
    if "\u00a0" not in text:
        return " ".join(text.split())
    return "\u00a0".join(" ".join(part.split()) for part in text.split("\u00a0"))


def _pieces(text: str) -> list[str]:
    """The text cut where a line may break; each piece keeps the space behind it."""
    pieces: list[str] = []
    start = 0
    for at in range(1, len(text)):
        before, char = text[at - 1], text[at]
        if char == " " or _joined(before, char):
            continue
        if before == " " or (
            before in "-/\u200b\u2013\u2014" and at - start > 1 and char.isalnum()
        ):
            cut = True
        elif before > "\u2e7f" or char > "\u2e7f":
            cut = (_wide(before) or _wide(char)) and category(char) not in ("Po", "Pe", "Pf")
            cut = cut and category(before) not in ("Ps", "Pi")
        else:
            cut = False
        if cut:
            pieces.append(text[start:at])
            start = at
    pieces.append(text[start:])
    return pieces


_LEADING = "\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4"
_TRAILING = "\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3\u0ebd\u0ec6"


def _joined(before: str, char: str) -> bool:
    """Whether a character is one letter, or one emoji, with that before it.

    Thai and Lao write some vowels before the consonant that they follow, and some behind it.
    """
    if char < "\u0300" and before < "\u0300":
        return False
    if before in _LEADING or char in _TRAILING:
        return True
    return _skin(char) or category(char)[0] == "M" or "\u200d" in (before, char)


def _skin(char: str) -> bool:
    """Whether a sign gives the emoji before it another colour of skin."""
    return "\U0001f3fb" <= char <= "\U0001f3ff"


def _wide(char: str) -> bool:
    return east_asian_width(char) in ("W", "F")


def _break_word(word: str, room: float, size: float, bold: bool) -> list[str]:
    if "\u00a0" in word:
        *lines, line = wrap(word.replace("\u00a0", " "), room, size, bold=bold)
        return [*lines, line + " " if word.endswith(" ") else line]
    lines, line = [], ""
    used = 0.0
    for letter in _letters(word):
        step = width(letter, size, bold=bold)
        if line and used + step > room:
            lines.append(line)
            line, used = "", 0.0
        line += letter
        used += step
    return [*lines, line]


def _letters(word: str) -> Iterator[str]:
    """The letters of a word, each with what is one with it."""
    start = 0
    for at in range(1, len(word)):
        if not _joined(word[at - 1], word[at]):
            yield word[start:at]
            start = at
    yield word[start:]


def _shorten(line: str, room: float, size: float, bold: bool) -> str:
    dots = "…"
    limit = room - width(dots, size, bold=bold)
    while line and width(line, size, bold=bold) > limit:
        line = line[:-1]
    return line.rstrip(" ,;:-") + dots
