"""Numbers and words as the formats of pictures take them."""

LIMIT = 10_000_000.0
"""Points: 3.5 kilometres. What is beyond it is no place of a journey."""


def number(value: float) -> str:
    """A number with at most two decimals, clamped; what is no number is 0."""
    if not -LIMIT <= value <= LIMIT:
        value = 0.0 if value != value else min(max(value, -LIMIT), LIMIT)
    short = f"{value:.2f}"
    if short.endswith(".00"):
        return "0" if short == "-0.00" else short[:-3]
    return short[:-1] if short.endswith("0") else short


def printable(text: str) -> str:
    """The text as an XML document can hold it, on one line: what it cannot becomes U+FFFD."""
    if text.isprintable():
        return text
    line = " ".join(text.splitlines()).replace("\t", " ")
    return "".join([one if _in_xml(ord(one)) else "\ufffd" for one in line])


def escaped(text: str) -> str:
    """Text as it stands in an element of XML or between quotes."""
    if text.isalnum():
        return text
    plain = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return plain.replace('"', "&quot;")


def _in_xml(code: int) -> bool:
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
