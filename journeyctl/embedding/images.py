"""The lines of a page that show pictures, and what the pictures are called."""

import os
import re
from pathlib import Path
from urllib.parse import quote, unquote

from journeyctl.outputs import origin
from journeyctl.views.catalogue import VIEWS

ENDING = ".md"

MOST_LETTERS = 60
"""Letters of a title that are taken into the name of a picture."""

_IMAGE = re.compile(r"!\[(?:[^\]\\]|\\.)*\]\(([^\s()]+)\)[ \t]*\r?\n?")
_NAME = re.compile(rf"([^/]+)\.[^./]+\.(?:{'|'.join(VIEWS)})\.(?:svg|png)")
_SIGNS = re.compile(r"[\\`*_\[\]{}<>&!~|$#]")


def prefix(page: Path) -> str:
    """What the names of a page's pictures begin with: ``README`` for ``README.md``. Other endings
    stay, so that the pictures of ``README.markdown`` are not those of the former."""
    return page.name.removesuffix(ENDING)


def image(words: str, file: str) -> str:
    """The line that shows a file, with words in its place."""
    escaped = _SIGNS.sub(r"\\\g<0>", words)
    return f"![{escaped}]({quote(file)})"


def file_of(line: str, page: Path) -> str:
    """The file that a line shows, where it does nothing else and the file is called as we call a
    picture of this page; "" for any other line."""
    file, owner = _picture(line)
    return file if owner == prefix(page) else ""


def is_ours(line: str, page: Path) -> bool:
    """Whether a line shows a picture of ours: of this page, or of one that was renamed to it or
    copied. That of another page is ours too, where it is not there or tells that we made it."""
    file, owner = _picture(line)
    if not file or owner == prefix(page):
        return bool(file)
    there = page.with_name(file)
    return not os.path.lexists(there) or origin.read(there) is not None


def _picture(line: str) -> tuple[str, str]:
    """The picture that a line shows, and what stands for the page in its name."""
    shown = _IMAGE.fullmatch(line)
    file = unquote(shown[1]) if shown else ""
    named = _NAME.fullmatch(file)
    return (file, named[1]) if named else ("", "")


class Names:
    """Names for the pictures of one page: no two journeys have the same."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def name(self, title: str, view: str, text: str) -> str:
        """``a-title.view`` for a journey that is this text; with a number where another has it."""
        from unicodedata import category, normalize

        # A mark belongs to its letter; Thai and Hindi are full of them.
        letters = "".join(
            one if one.isalnum() or category(one)[0] == "M" else " "
            for one in normalize("NFC", title.lower())
        )
        slug = "-".join(letters[:MOST_LETTERS].split()) or "journey"
        number = 1
        while True:
            found = f"{slug}-{number}.{view}" if number > 1 else f"{slug}.{view}"
            if self._texts.setdefault(found, text) == text:
                return found
            number += 1
