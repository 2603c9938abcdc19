"""Bytes as spreadsheets write them, put into UTF-8: UTF-16, and the Windows-1252 of Excel."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

_HEAD = 200  # bytes by which UTF-16 is known that does not say so


def recoded(data: bytes) -> tuple[bytes, str]:
    """The bytes in UTF-8, and by what name they were guessed at: "" where it is sure, or where
    nothing was to be done. What is none of these stays as it is."""
    wide = _wide(data)
    for name, told in ((wide, ""),) if wide else (("utf-8", ""), ("cp1252", "Windows-1252")):
        try:
            return data.decode(name).encode(), told
        except UnicodeDecodeError:
            continue
    return data, ""


def _wide(data: bytes) -> str:
    """The name of the UTF-16 that this is, "" for none."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    head = data[:_HEAD]
    if len(head) > 1 and any(head):
        if not any(head[1::2]):
            return "utf-16-le"
        if not any(head[::2]):
            return "utf-16-be"
    return ""
