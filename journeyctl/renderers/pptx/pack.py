"""The file as it is on every machine: parts in their order, no clock, no trace of a system.

Nothing is compressed, since two versions of a packer give different bytes.
"""

import re
from io import BytesIO
from zipfile import ZipFile, ZipInfo

_DATE = (1980, 1, 1, 0, 0, 0)
_DOS = 0
_CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_THEN = b"2000-01-01T00:00:00Z"


def packed(parts: dict[str, bytes]) -> bytes:
    """A package of parts: the list of content types first, then by their names."""
    out = BytesIO()
    first = "[Content_Types].xml"
    with ZipFile(out, "w") as file:
        for name in sorted(parts, key=lambda name: (name != first, name)):
            info = ZipInfo(name, _DATE)
            info.create_system = _DOS
            file.writestr(info, parts[name])
    return out.getvalue()


def repacked(data: bytes) -> bytes:
    """A package once more, with its workbooks, so that its bytes depend on its parts alone."""
    parts = {}
    with ZipFile(BytesIO(data)) as file:
        for name in file.namelist():
            part = file.read(name)
            if name == "docProps/core.xml":
                part = _CLOCK.sub(_THEN, part)
            parts[name] = repacked(part) if name.endswith(".xlsx") else part
    return packed(parts)
