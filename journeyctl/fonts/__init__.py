"""How wide text is, and where its lines break. Widths are those of Arimo, which are Arial's.

The characters that Arimo has are right to a fraction of a point; for other scripts
the width is an upper estimate (full em for East Asian Wide, by UAX #11), so that text
stays in its box with whatever font the viewer has.
"""

from collections.abc import Iterable
from unicodedata import category, east_asian_width

from journeyctl.direction import ISOLATES, POP, any_to_left, balanced, right_to_left
from journeyctl.fonts.arimo import BOLD, REGULAR
from journeyctl.fonts.breaking import HYPHEN, broken, one_letter, skin

_EM = 2048
_NARROW = 1434  # 0.7 em: wider than the usual letters of Thai, Arabic or Devanagari fonts
_EMOJI = 2662  # 1.3 em, as the emoji fonts of the usual systems have it
_tables = tuple(
    {char: width for width, chars in table.items() for char in chars} for table in (REGULAR, BOLD)
)


def _unmeasured(char: str) -> int:
    kind = category(char)
    if kind in ("Mn", "Me", "Cf", "Cc") or skin(char):
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


def wrap(
    text: str, room: float, size: float, *, bold: bool = False, most: int = 0
) -> tuple[str, ...]:
    """Break text into lines no wider than ``room`` points.

    Breaks at spaces, after hyphens and slashes, and between East Asian wide characters; a
    word that is too wide by itself is broken as ``broken`` has it, and words that a no-break
    space holds together between them. A text that runs to the left does so in each line. With
    ``most`` lines at the most, the last one ends in ``…`` where text is left out.
    """
    lines: list[str] = []
    line, line_width = "", 0.0
    for piece in _pieces(_spaced(text)):
        piece_width = width(piece.rstrip(), size, bold=bold)
        # What is broken anyway may begin behind a short word.
        behind = piece_width > room and line_width <= room / 2 and "\u00a0" not in piece
        if line and line_width + piece_width > room and not behind:
            lines.append(line.rstrip())
            line, line_width = "", 0.0
        if piece_width > room - line_width:
            first, *others = _break_word(piece, room, size, bold, line_width)
            *done, piece = line + first, *others
            lines += done
            line = ""
        line += piece
        line_width = width(line, size, bold=bold)
        if most and len(lines) > most:
            break
    if line.strip() or not lines:
        lines.append(line.rstrip())
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _shorten(lines[most - 1], room, size, bold)]
    if any_to_left(text):
        lines = balanced(lines, to_left=right_to_left(text))
    return tuple(lines)


def unwrapped(lines: Iterable[str]) -> str:
    """The text that was wrapped, in one line: without the hyphens that came by breaking it."""
    text = ""
    for line in lines:
        if text.endswith(HYPHEN):
            text = text[:-1] + line
        elif text.endswith(POP) and line.startswith(tuple(ISOLATES)):
            text = f"{text[:-1]} {line[1:]}"
        else:
            text = f"{text} {line}" if text else line
    return text


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
        if char == " " or one_letter(before, char):
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


def _wide(char: str) -> bool:
    return east_asian_width(char) in ("W", "F")


def _break_word(word: str, room: float, size: float, bold: bool, taken: float) -> list[str]:
    if "\u00a0" in word:
        *lines, line = wrap(word.replace("\u00a0", " "), room, size, bold=bold)
        return [*lines, line + " " if word.endswith(" ") else line]
    return broken(word, lambda text: width(text, size, bold=bold), room, taken)


def _shorten(line: str, room: float, size: float, bold: bool) -> str:
    dots = "…"
    limit = room - width(dots, size, bold=bold)
    while line and width(line, size, bold=bold) > limit:
        line = line[:-1]
    return line.rstrip(f" ,;:-{HYPHEN}") + dots
