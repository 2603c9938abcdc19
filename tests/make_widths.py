"""Write journeyctl/fonts/arimo.py from the Arimo fonts: ``python -m tests.make_widths FOLDER``.

FOLDER holds Arimo-Regular.ttf and Arimo-Bold.ttf (Debian's fonts-croscore has them).
Needs fonttools.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools.ttLib import TTFont  # type: ignore[import-untyped, import-not-found, unused-ignore]

RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x24F),  # Latin
    (0x2B0, 0x2FF),
    (0x370, 0x3FF),  # Greek
    (0x400, 0x52F),  # Cyrillic
    (0x590, 0x5FF),  # Hebrew
    (0x1E00, 0x1EFF),  # Latin, Vietnamese
    (0x1F00, 0x1FFF),  # Greek
    (0x2000, 0x206F),  # punctuation
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x21FF),
    (0x2200, 0x22FF),
    (0x25A0, 0x266F),
)
TARGET = Path(__file__).parent.parent / "journeyctl" / "fonts" / "arimo.py"


def widths(font: Path) -> dict[int, str]:
    """Characters by advance width, in units of 1/2048 em."""
    face = TTFont(font)
    names, metrics = face.getBestCmap(), face["hmtx"]
    found: dict[int, str] = {}
    for first, last in RANGES:
        for code in range(first, last + 1):
            char = chr(code)
            visible = unicodedata.category(char) not in ("Mn", "Me", "Cf", "Cn", "Cc", "Zl", "Zp")
            if code in names and visible:
                width = metrics[names[code]][0]
                found[width] = found.get(width, "") + char
    return dict(sorted(found.items()))


def table(name: str, found: dict[int, str]) -> str:
    """A table as Python source, wrapped as ruff formats it."""
    lines = [f"{name}: dict[int, str] = {{"]
    for width, chars in found.items():
        pieces = [ascii(chars[at : at + 12]) for at in range(0, len(chars), 12)]
        pieces = [piece.replace('"', '\\"') if piece[0] == "'" else piece for piece in pieces]
        pieces = [f'"{piece[1:-1]}"' for piece in pieces]
        pieces = [piece.replace("\\'", "'") for piece in pieces]
        if len(pieces) == 1:
            lines.append(f"    {width}: {pieces[0]},")
        else:
            lines += [f"    {width}: (", *(f"        {piece}" for piece in pieces), "    ),"]
    return "\n".join([*lines, "}"])


def main(folder: Path) -> None:
    text = (
        '"""Advance widths of Arimo (those of Arial), in 1/2048 em. Made by make_widths.py."""\n\n'
    )
    text += table("REGULAR", widths(folder / "Arimo-Regular.ttf")) + "\n\n"
    text += table("BOLD", widths(folder / "Arimo-Bold.ttf")) + "\n"
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
