"""The glyphs of the fonts that come with journeyctl, and a font of those alone that are used.

The files are made by ``tests/make_fonts.py``: TrueType without hints, each glyph with an outline
of its own, one map of characters in format 12. The tables are described in the OpenType
specification, part 5 (ISO/IEC 14496-22).
"""

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from pathlib import Path
from struct import iter_unpack, pack, unpack_from
from typing import NamedTuple

_HEAD_CHECKSUM = 8  # where in the table `head` the file's own checksum stands
_MAGIC_SUM = 0xB1B0AFBA


class Face(NamedTuple):
    """A font read from its file. ``advances`` are in units of ``em``, by glyph, as ``outlines``."""

    name: str
    em: int
    ascent: int
    descent: int
    box: tuple[int, int, int, int]
    glyphs: dict[int, int]
    advances: tuple[int, ...]
    outlines: tuple[bytes, ...]
    tables: dict[str, bytes]

    def glyph(self, char: str) -> int:
        """The glyph of a character; 0, an empty box, where the font has none."""
        return self.glyphs.get(ord(char), 0)


@cache
def face(bold: bool) -> Face:
    """Arimo, upright: regular or bold."""
    weight = "Bold" if bold else "Regular"
    data = (Path(__file__).parent / f"Arimo-{weight}.ttf").read_bytes()
    tables = {}
    for index in range(unpack_from(">H", data, 4)[0]):
        tag, _, start, length = unpack_from(">4sIII", data, 12 + 16 * index)
        tables[tag.decode("ascii").strip()] = data[start : start + length]
    head, lines = tables["head"], tables["hhea"]
    count = unpack_from(">H", tables["maxp"], 4)[0]
    offsets = _offsets(tables["loca"], count, long=unpack_from(">h", head, 50)[0] == 1)
    outlines = tuple(tables["glyf"][start:end] for start, end in pairwise(offsets))
    return Face(
        f"Arimo-{weight}",
        unpack_from(">H", head, 18)[0],
        unpack_from(">h", lines, 4)[0],
        unpack_from(">h", lines, 6)[0],
        unpack_from(">4h", head, 36),
        _characters(tables["cmap"]),
        _advances(tables["hmtx"], unpack_from(">H", lines, 34)[0], count),
        outlines,
        tables,
    )


def _offsets(loca: bytes, count: int, *, long: bool) -> tuple[int, ...]:
    if long:
        return unpack_from(f">{count + 1}I", loca)
    return tuple(2 * half for half in unpack_from(f">{count + 1}H", loca))


def _characters(cmap: bytes) -> dict[int, int]:
    """Code points to glyphs."""
    start = unpack_from(">I", cmap, 8)[0]
    length = unpack_from(">I", cmap, start + 4)[0]
    groups = iter_unpack(">III", cmap[start + 16 : start + length])
    return {
        code: glyph + code - first
        for first, last, glyph in groups
        for code in range(first, last + 1)
    }


def _advances(hmtx: bytes, measured: int, count: int) -> tuple[int, ...]:
    """The width of each glyph; those behind the last measured one have its width."""
    found = [one for one, _ in iter_unpack(">Hh", hmtx[: 4 * measured])]
    return (*found, *found[-1:] * (count - measured))


def subset(whole: Face, glyphs: Iterable[int]) -> bytes:
    """A font file of these glyphs, numbered anew in their order from 0: what a PDF embeds."""
    outlines, metrics, offsets = b"", b"", [0]
    kept = list(glyphs)
    for glyph in kept:
        outline = whole.outlines[glyph]
        outlines += outline + b"\0" * (-len(outline) % 4)
        offsets.append(len(outlines))
        # The left side bearing is where the outline begins.
        left = unpack_from(">h", outline, 2)[0] if outline else 0
        metrics += pack(">Hh", whole.advances[glyph], left)
    count = pack(">H", len(kept))
    head, lines, most = (whole.tables[name] for name in ("head", "hhea", "maxp"))
    blank = b"\0\0\0\0"
    head = head[:_HEAD_CHECKSUM] + blank + head[12:50] + pack(">h", 1) + head[52:]
    return _file(
        {
            "glyf": outlines,
            "head": head,
            "hhea": lines[:34] + count,
            "hmtx": metrics,
            "loca": pack(f">{len(offsets)}I", *offsets),
            "maxp": most[:4] + count + most[6:],
        }
    )


def _file(tables: dict[str, bytes]) -> bytes:
    """Tables, in the order of their names, as a font file with its checksums."""
    power = len(tables).bit_length() - 1
    search = 16 << power
    directory = pack(">IHHHH", 0x00010000, len(tables), search, power, 16 * len(tables) - search)
    body, start = b"", 12 + 16 * len(tables)
    places = {}
    for name, table in tables.items():
        places[name] = start + len(body)
        directory += pack(">4sIII", name.encode(), _checksum(table), places[name], len(table))
        body += table + b"\0" * (-len(table) % 4)
    data = directory + body
    at = places["head"] + _HEAD_CHECKSUM
    return data[:at] + pack(">I", (_MAGIC_SUM - _checksum(data)) % 2**32) + data[at + 4 :]


def _checksum(data: bytes) -> int:
    padded = data + b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = unpack_from(f">{len(padded) // 4}I", padded)
    return sum(words) % 2**32
