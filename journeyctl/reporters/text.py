"""Text made fit for a terminal: nothing in it can act, and its width is known in columns."""

from unicodedata import category, combining, east_asian_width

from journeyctl.direction import unmarked

TAB = 4
_JOINERS = "\u200c\u200d"


def shown(text: str) -> str:
    """The text with control, direction and other unseen characters written out (``\\x1b``)."""
    if text.isprintable():
        return text
    parts: list[str] = []
    before = ""
    for char in text:
        parts.append(_shown(char, before))
        before = char
    return "".join(parts)


def sentence(text: str) -> str:
    """A sentence of ours as ``shown``, without what keeps the names in it apart: few terminals
    can make use of that."""
    return shown(unmarked(text))


def cut(text: str, most: int) -> str:
    """The text as ``shown``, at most ``most`` characters of it."""
    return shown(text) if len(text) <= most else shown(text[: most - 1]) + "…"


def columns(text: str) -> int:
    """How many columns of a terminal a text takes that has no control characters."""
    return len(text) if text.isascii() else sum(map(_width, text))


def layout(text: str) -> tuple[str, list[int]]:
    """A line as it is shown, and the column (from 0) at which each character starts.

    One column more than there are characters: the last is where the line ends. A tab
    reaches the next multiple of four; East Asian wide characters take two columns and
    combining marks none.
    """
    if text.isascii() and text.isprintable():
        return text, list(range(len(text) + 1))
    parts: list[str] = []
    columns = [0]
    before = ""
    for char in text:
        column = columns[-1]
        part = " " * (TAB - column % TAB) if char == "\t" else _shown(char, before)
        parts.append(part)
        columns.append(column + (_width(char) if part == char else len(part)))
        before = char
    return "".join(parts), columns


def _shown(char: str, before: str) -> str:
    if char.isprintable():
        return char
    kind = category(char)
    code = ord(char)
    # A joiner belongs to an emoji or to a script that needs it; in plain Latin it only hides.
    if kind in ("Zs", "Co") or (char in _JOINERS and before > "\x7f"):
        return char
    if kind == "Cn" and code & 0xFFFE != 0xFFFE and not 0xFDD0 <= code <= 0xFDEF:
        return char
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"  # A byte of a file name that is no UTF-8.
    return char.encode("unicode-escape", "surrogatepass").decode("ascii")


def _width(char: str) -> int:
    if combining(char) or category(char) in ("Mn", "Me", "Cf") or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
