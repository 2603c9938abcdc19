"""Reads the pixels of a PNG (8 bits, RGB or RGBA, not interlaced), as Graphviz writes it."""

import struct
import zlib
from typing import NamedTuple


class Picture(NamedTuple):
    width: int
    height: int
    rows: list[bytes]
    depth: int

    def at(self, x: float, y: float) -> tuple[int, int, int]:
        """The colour of the pixel at x, y from the top left."""
        start = int(x) * self.depth
        red, green, blue = self.rows[int(y)][start : start + 3]
        return red, green, blue

    def cut(self, left: int, top: int, width: int, height: int) -> bytes:
        """The pixels of a rectangle, to be compared."""
        rows = self.rows[top : top + height]
        return b"".join(row[left * self.depth : (left + width) * self.depth] for row in rows)

    def ink(self, left: int, top: int, width: int, height: int) -> tuple[int, int, int, int]:
        """First and last column, first and last row of a rectangle that are darker than grey."""
        dark = [
            (x, y)
            for y in range(top, top + height)
            for x in range(left, left + width)
            if sum(self.at(x, y)) < 384
        ]
        across, down = [x for x, _ in dark], [y for _, y in dark]
        return min(across), max(across), min(down), max(down)


def read(data: bytes) -> Picture:
    """The picture in ``data``; any chunk that does not fit its checksum is an error."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, packed, header = 8, b"", b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + length]
        assert zlib.crc32(kind + body) == struct.unpack(">I", data[at + 8 + length :][:4])[0]
        if kind == b"IHDR":
            header = body
        elif kind == b"IDAT":
            packed += body
        at += 12 + length
    assert kind == b"IEND"
    width, height, bits, colours, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    assert (bits, interlaced) == (8, 0)
    depth = {2: 3, 6: 4}[colours]
    return Picture(width, height, _rows(zlib.decompress(packed), width * depth, depth), depth)


def _rows(raw: bytes, stride: int, depth: int) -> list[bytes]:
    rows: list[bytes] = []
    above = bytearray(stride)
    for start in range(0, len(raw), stride + 1):
        filter, row = raw[start], bytearray(raw[start + 1 : start + 1 + stride])
        if filter:
            _unfilter(filter, row, above, depth)
        rows.append(bytes(row))
        above = row
    return rows


def _unfilter(filter: int, row: bytearray, above: bytearray, depth: int) -> None:
    for i, value in enumerate(row):
        left = row[i - depth] if i >= depth else 0
        up = above[i]
        if filter == 1:
            guess = left
        elif filter == 2:
            guess = up
        elif filter == 3:
            guess = (left + up) // 2
        else:
            corner = above[i - depth] if i >= depth else 0
            rise = left + up - corner
            # The nearest of the three, in this order.
            guess = min((left, up, corner), key=lambda near: abs(rise - near))
        row[i] = (value + guess) & 0xFF
