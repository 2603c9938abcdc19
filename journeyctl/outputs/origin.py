"""What an output was made from, told at its end in one line, so that it need not be made again.

The line names what made it (``journeyctl`` and, where an engine drew the pixels, that too),
a digest of the journey's text, and one of all that was asked for besides. It holds no path, no
date and nothing of the machine. It is the last thing in a file: half a file has none.
"""

import os
import re
import stat
from pathlib import Path
from typing import Literal, NamedTuple

Worst = Literal["", "findings", "errors"]

_WORST: dict[str, Worst] = {"": "", "findings": "findings", "errors": "errors"}

_TAIL = 512
"""Bytes at the end of a file in which the line is looked for."""

_LINE = (
    rb"made by (journeyctl [\w.+]+(?: and [\w-]+ [\w.+]+)?)"
    rb" from ([0-9a-f]{16}) as ([0-9a-f]{16})(?: with (findings|errors))?"
)
_ENDS = (
    rb"(?: -->(?:\s*</svg>)?|\)|\"\s*\}|\s*startxref\s+\d+\s+%%EOF"
    rb"|[\s\S]{4}\0\0\0\0IEND\xaeB`\x82)?\s*\Z"
)
"""What stands behind the line in one format or another, and then the file must end: not so where
git left the marks of a conflict, or somebody wrote on."""

FORMATS = ("svg", "png", "pdf", "dot", "json", "md", "html", "pptx")
"""The formats that can tell their origin."""


class Origin(NamedTuple):
    """``tool`` is ``journeyctl 1.0`` or ``journeyctl 1.0 and graphviz-pure 0.2.2``; ``text`` and
    ``way`` are digests of the journeys and of how it was asked for. ``worst`` is the worst that was
    found when the output was made: where that is left as it is, nothing is found anew."""

    tool: str
    text: str
    way: str
    worst: Worst = ""

    @property
    def line(self) -> str:
        worst = f" with {self.worst}" if self.worst else ""
        return f"made by {self.tool} from {self.text} as {self.way}{worst}"


def digest(what: str | bytes) -> str:
    """16 hexadecimal digits that stand for a text or for bytes."""
    try:
        # What hashlib gives out as its own, without OpenSSL: a tenth of its 6 ms.
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    data = what.encode("utf-8", "surrogatepass") if isinstance(what, str) else what
    return blake2b(data, digest_size=8).hexdigest()


def read(path: Path) -> Origin | None:
    """What a file was made from; None where that is not told, or there is no file to be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None  # A pipe would have to be waited for.
        with path.open("rb") as file:
            file.seek(max(file.seek(0, os.SEEK_END) - _TAIL, 0))
            found = re.search(_LINE + _ENDS, file.read(_TAIL))
    except OSError:
        return None
    if found is None:
        return None
    tool, text, way, worst = (part.decode("ascii") for part in found.groups(b""))
    return Origin(tool, text, way, _WORST[worst])


def stamped(data: bytes, format: str, origin: Origin) -> bytes:
    """An output with its origin, in the manner of its format; as it is in one that has none."""
    line = origin.line.encode("ascii")
    if format == "png":
        return _in_png(data, line)
    if format == "pdf":
        return _before(data, b"startxref\n", b"% " + line + b"\n")
    if format == "svg":
        return _before(data, b"</svg>", b"<!-- " + line + b" -->\n")
    if format == "json":
        return _before(data, b"\n}\n", b',\n  "made": "' + line + b'"')
    if format == "dot":
        return data + b"// " + line + b"\n"
    if format == "md":
        # A link that nothing leads to: a comment would be spoken of as a note to the last slide.
        return data + b"\n[//]: # (" + line + b")\n"
    if format == "pptx":
        # The comment of the archive, whose length is before it. PowerPoint, LibreOffice and
        # python-pptx take it so, and no bytes behind it.
        return data[:-2] + len(line).to_bytes(2, "little") + line
    return data + b"\n<!-- " + line + b" -->\n" if format == "html" else data


def _before(data: bytes, end: bytes, what: bytes) -> bytes:
    """Something put before the last of an ending."""
    at = data.rindex(end)
    return data[:at] + what + data[at:]


def _in_png(data: bytes, line: bytes) -> bytes:
    """A text chunk before the last one, whose 12 bytes end a PNG (PNG 1.2, 4.2.3)."""
    from binascii import crc32

    chunk = b"tEXtComment\0" + line
    check = crc32(chunk).to_bytes(4)
    return data[:-12] + (len(chunk) - 4).to_bytes(4) + chunk + check + data[-12:]
