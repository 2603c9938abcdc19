"""Pages in Markdown with journeys in them: each journey is drawn into a picture beside its page,
and the line that shows the picture is kept current. Nothing else of a page is touched.

A journey is a fenced block at the left edge whose language is ``journey``, with a view behind it
if wanted, or a comment of its own, ``<!-- journeyctl: path/to/a.journey view -->``. The picture's
line is the next one that is not blank, where it is an image alone, named as we name it; else it
is put there.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, at
from journeyctl.source import Source, Span
from journeyctl.syntax.names import nearest
from journeyctl.views.catalogue import VIEWS

MOST_LETTERS = 60
"""Letters of a title that are taken into the name of a picture."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_MARK = re.compile(r"<!--\s*journeyctl:\s*(\S.*?)\s*-->\s*")
_IMAGE = re.compile(r"!\[(?:[^\]\\]|\\.)*\]\(([^\s()]+)\)[ \t]*\r?\n?")
_FENCE = re.compile(r"`{3,}[ \t]*\r?\n?")
_WORD = re.compile(r"[a-z-]+")
_SIGNS = re.compile(r"[\\`*_\[\]<>&!~|$#]")


class Spot(NamedTuple):
    """A journey in a page: the ``line`` on which it begins, from 0, and the one behind it.

    ``text`` is what a block holds, with as many line ends before it as there are in the page, so
    that a finding has the page's line; "" for a comment, which tells the ``path`` of a journey.
    """

    line: int
    end: int
    text: str
    path: str
    view: str


class Shown(NamedTuple):
    """What a spot shows: the picture's file, beside the page, and words in its place."""

    spot: Spot
    file: str
    words: str


class Page:
    """A page, its lines, and the journeys in it; ``problems`` is what is wrong with those."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines: list[str] = _LINE.findall(source.text)
        self.problems: list[Diagnostic] = []
        self.spots = list(self._spots())

    def _spots(self) -> Iterator[Spot]:
        if "journey" not in self.source.text:
            return
        from markdown_it import MarkdownIt

        for token in MarkdownIt("commonmark").parse(self.source.text):
            if token.level or token.map is None:
                continue
            line, end = token.map
            if token.type == "fence" and self.lines[line].startswith("```"):
                language, _, rest = token.info.strip().partition(" ")
                if language == "journey" and self._is_whole(line, end):
                    text = "\n" * (line + 1) + "".join(self.lines[line + 1 : end - 1])
                    if view := self._view(line, rest.strip()):
                        yield Spot(line, end, text, "", view)
            elif token.type == "html_block" and (mark := _MARK.fullmatch(self.lines[line])):
                path, _, last = mark[1].rpartition(" ")
                path, asked = (path, last) if path and "." not in last else (mark[1], "")
                if view := self._view(line, asked):
                    yield Spot(line, line + 1, "", path, view)

    def _is_whole(self, line: int, end: int) -> bool:
        """Whether a block has an end, and a journey in it; what it lacks is told."""
        if end - 1 == line or not _FENCE.fullmatch(self.lines[end - 1]):
            self._wrong(line, "This block has no end.", "Close it with as many backticks.")
            return False
        inside = map(str.strip, self.lines[line + 1 : end - 1])
        if not any(one and not one.startswith("//") for one in inside):
            help = "Begin it with `journey: Title`, then a `stage` and its steps."
            self._wrong(line, "There is no journey in this block.", help)
            return False
        return True

    def _view(self, line: int, asked: str) -> str:
        """The view that is asked for; "" where there is none of the name, which is told. What
        other programs want to know of a block is passed over."""
        if not _WORD.fullmatch(asked):
            return VIEWS[0]
        if asked in VIEWS:
            return asked
        near = nearest(asked, VIEWS)
        help = f"Did you mean `{near}`?" if near else f"There are {', '.join(VIEWS)}."
        self._wrong(line, f"There is no view `{asked}`.", help)
        return ""

    def _wrong(self, line: int, message: str, help: str) -> None:
        start = sum(map(len, self.lines[:line]))
        span = Span(start, start + len(self.lines[line].rstrip("\r\n")))
        self.problems.append(at(kinds.BAD_EMBEDDING, self.source, span, message, help=help))

    def rewritten(self, shown: list[Shown], stem: str) -> tuple[str, list[int]]:
        """The page with a current line for each picture, and the spots' lines, from 1, where that
        is not as it was. ``stem`` is what the names of its pictures begin with."""
        out: list[str] = []
        changed: list[int] = []
        done = 0
        for spot, file, words in shown:
            out += self.lines[done : spot.end]
            ending = "\r\n" if self.lines[spot.line].endswith("\r\n") else "\n"
            escaped = _SIGNS.sub(r"\\\g<0>", words)
            image = f"![{escaped}]({quote(file)})"
            there = self._image(spot.end, stem)
            if there is None:
                if not out[-1].endswith(("\n", "\r")):
                    out[-1] += ending
                before = [ending] if spot.text else []
                follows = spot.end < len(self.lines) and self.lines[spot.end].strip()
                out += [*before, image + ending, *([ending] if follows else [])]
                changed.append(spot.line + 1)
                done = spot.end
                continue
            old = self.lines[there]
            new = image + old[len(old.rstrip()) :]
            out += [*self.lines[spot.end : there], new]
            if new != old:
                changed.append(spot.line + 1)
            done = there + 1
        return "".join([*out, *self.lines[done:]]), changed

    def _image(self, line: int, stem: str) -> int | None:
        """The line of a picture of ours that follows, if one does."""
        while line < len(self.lines) and not self.lines[line].strip():
            line += 1
        if line == len(self.lines):
            return None
        image = _IMAGE.fullmatch(self.lines[line])
        ours = rf"{re.escape(quote(stem))}\.[^/]+\.(?:{'|'.join(VIEWS)})\.(?:svg|png)"
        return line if image and re.fullmatch(ours, image[1]) else None


class Names:
    """Names for the pictures of one page: no two journeys have the same."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}

    def name(self, title: str, view: str, text: str) -> str:
        """``a-title.view`` for a journey that is this text; with a number where another has it."""
        letters = "".join([one if one.isalnum() else " " for one in title.lower()])
        slug = "-".join(letters[:MOST_LETTERS].split()) or "journey"
        number = 1
        while True:
            found = f"{slug}-{number}.{view}" if number > 1 else f"{slug}.{view}"
            if self._texts.setdefault(found, text) == text:
                return found
            number += 1
