"""Web addresses: which ones may become a link."""

import re

# Judged on the address as written: what a browser would first have to decode is no address.
_SIGN = r"""[^\s"<>\\^`{|}\ufffd\x00-\x20\x7f-\x9f]"""
_ADDRESS = re.compile(
    rf"(?:https?://(?![/?#'])|mailto:(?:(?![@?]){_SIGN})+@(?![?@])){_SIGN}+\Z", re.IGNORECASE
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d+(?:/|\Z))")
_UNSEEN = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u2060-\u206f\ufeff]+"
)
_DECODINGS = 4


def is_address(text: str) -> bool:
    """Whether ``text`` is an http, https or mailto address, written plainly."""
    return _ADDRESS.match(text) is not None


def scheme(text: str) -> str:
    """The scheme that a browser may see in ``text`` once its character references and percent
    escapes are decoded and unseen characters dropped, in small letters; "" for none."""
    from html import unescape
    from urllib.parse import unquote

    for _ in range(_DECODINGS):
        decoded = unquote(unescape(text))
        if decoded == text:
            break
        text = decoded
    found = _SCHEME.match(_UNSEEN.sub("", text))
    return found[1].lower() if found else ""
