"""The parts of a PDF file: text strings, streams, fonts with the glyphs they need, the file.

Their form is that of ISO 32000-1 (PDF 1.7), whose sections are named here.
"""

from collections.abc import Iterable, Sequence
from zlib import crc32

from journeyctl.fonts.truetype import Face, subset
from journeyctl.renderers.notation import number


class Font:
    """A font, and which characters are used: each has the number of its turn for a code (9.7)."""

    def __init__(self, key: str, whole: Face) -> None:
        self.key, self._face = key, whole
        self.used: dict[str, int] = {}

    def codes(self, shown: str) -> str:
        """The characters as the hexadecimal codes that a content stream shows."""
        used = self.used
        return "".join([f"{used.setdefault(char, len(used) + 1):04x}" for char in shown])

    def width(self, shown: str) -> float:
        """The width of the characters in font sizes."""
        return sum([self._advance(char) for char in shown]) / self._face.em

    def _advance(self, char: str) -> int:
        return self._face.advances[self._face.glyph(char)]

    def objects(self, first: int) -> list[bytes]:
        """The font's five objects in the file; the first of them is what a page names."""
        whole = self._face
        data = subset(whole, [0, *map(whole.glyph, self.used)])
        tag = crc32("".join(self.used).encode())
        # Six letters tell one subset from another (9.6.4).
        name = "".join(chr(65 + (tag >> 4 * at) % 26) for at in range(6)) + f"+{whole.name}"
        ascent, descent, *box = (
            round(one * 1000 / whole.em) for one in (whole.ascent, whole.descent, *whole.box)
        )
        advances = (whole.advances[0], *map(self._advance, self.used))
        widths = " ".join(number(one * 1000 / whole.em) for one in advances)
        heavy = whole.name.endswith("Bold")
        return [
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
            f" /DescendantFonts [{first + 1} 0 R] /ToUnicode {first + 4} 0 R >>".encode(),
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo <<"
            f" /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor"
            f" {first + 2} 0 R /CIDToGIDMap /Identity /DW 1000 /W [0 [{widths}]] >>".encode(),
            f"<< /Type /FontDescriptor /FontName /{name} /Flags 32 /FontBBox"
            f" [{' '.join(map(str, box))}] /ItalicAngle 0 /Ascent {ascent} /Descent {descent}"
            f" /CapHeight 716 /StemV {140 if heavy else 80} /FontFile2 {first + 3} 0 R >>".encode(),
            stream(data, f" /Length1 {len(data)}"),
            stream(self._to_unicode()),
        ]

    def _to_unicode(self) -> bytes:
        """Which character each code is: what makes text selectable (9.10.3)."""
        pairs = [f"<{code:04x}> <{_utf16(char)}>" for char, code in self.used.items()]
        lines = [
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
            "1 begincodespacerange <0000> <ffff> endcodespacerange",
        ]
        for at in range(0, len(pairs), 100):
            part = pairs[at : at + 100]
            lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
        lines += ["endcmap CMapName currentdict /CMap defineresource pop end end"]
        return "\n".join(lines).encode("ascii")


def _utf16(text: str) -> str:
    return text.encode("utf-16-be", "replace").hex()


def text_string(text: str) -> str:
    """Words of a dictionary, in UTF-16 (7.9.2.2)."""
    return f"<feff{_utf16(text)}>"


def stream(data: bytes, more: str = "") -> bytes:
    """Data as a stream object; ``more`` is for its dictionary (7.3.8)."""
    return f"<< /Length {len(data)}{more} >>\nstream\n".encode() + data + b"\nendstream"


def outline_of(names: Sequence[str], pages: Sequence[int], first: int) -> tuple[list[bytes], str]:
    """The objects of an outline that leads to pages, numbered from ``first``, and what the
    catalogue says of it (12.3.3): the pages are numbered too. One page needs none."""
    if len(names) < 2:
        return [], ""
    last = first + len(names)
    objects = [f"<< /Type /Outlines /First {first + 1} 0 R /Last {last} 0 R /Count {len(names)} >>"]
    for at, (name, page) in enumerate(zip(names, pages, strict=True), first + 1):
        before = f" /Prev {at - 1} 0 R" if at > first + 1 else ""
        after = f" /Next {at + 1} 0 R" if at < last else ""
        objects.append(
            f"<< /Title {text_string(name)} /Parent {first} 0 R{before}{after}"
            f" /Dest [{page} 0 R /Fit] >>"
        )
    shown = f" /Outlines {first} 0 R /PageLabels << /Nums [0 << /S /D >>] >>"
    return [one.encode() for one in objects], shown


def file(objects: Iterable[bytes]) -> bytes:
    """Objects, numbered from 1, with the table of where they are; the first is the catalogue, and
    the last says what the document is (7.5)."""
    out = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for index, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{index} 0 obj\n".encode() + body + b"\nendobj\n"
    count = len(places) + 1
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + (
            f"xref\n0 {count}\n0000000000 65535 f \n{table}"
            f"trailer\n<< /Size {count} /Root 1 0 R /Info {count - 1} 0 R >>\n"
            f"startxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )
