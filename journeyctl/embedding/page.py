"""Pages in Markdown with journeys in them: each journey is drawn into a picture beside its page,
and the line that shows the picture is kept current. Nothing else of a page is touched.

A journey is a fenced block at the left edge whose language is ``journey``, with a view behind it
if wanted, or a comment of its own, ``<!-- journeyctl: path/to/a.journey view -->``, in MDX
``{/* journeyctl: path/to/a.journey view */}``. The picture's line is the next one that is not
blank, where it is an image alone, named as we name it; else it is put there.
"""

import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Kind, at
from journeyctl.embedding.asking import view_asked_for
from journeyctl.embedding.images import file_of, image, is_ours, prefix
from journeyctl.source import Source, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

BOM = "\ufeff"

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_MARK = re.compile(r" {0,3}(?:<!--|\{/\*)\s*journeyctl:\s*(\S(?:(?!-->).)*?)\s*(?:-->|\*/\})\s*")
_PATH = re.compile(r"""(.*\.journey["'`]?)(?:\s+(.*))?""")
_MEANT = re.compile(r"(?:<!--|\{/\*)\s*journeyctl\s*(?::|\s[^>]{0,200}\.journey\b)", re.IGNORECASE)
_INFO = re.compile(r"\s+")
_LANGUAGE = re.compile(r"[{.\s]*journey(?![\w-])", re.IGNORECASE)


class Spot(NamedTuple):
    """A journey in a page: the ``line`` on which it begins, from 0, and the one behind it.

    ``text`` is what a block holds, "" for a comment, which tells the ``path`` of a journey.
    ``view`` is "" where it cannot be drawn as it is written, which is told.
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
    """A page, its lines, and the journeys in it; ``problems`` is what is wrong with those.
    ``home`` is where the page is, beside which its pictures are."""

    def __init__(self, source: Source, home: Path) -> None:
        self.source = source
        self.home = home
        self.lines: list[str] = _LINE.findall(source.text.removeprefix(BOM))
        mark = len(BOM) if source.text.startswith(BOM) else 0
        self._starts = list(itertools.accumulate(map(len, self.lines), initial=mark))
        self.problems: list[Diagnostic] = []
        self._images: list[int] = []
        self.spots = list(self._spots())

    def _spots(self) -> Iterator[Spot]:
        text = self.source.text.removeprefix(BOM)
        if "journey" not in text.lower() and f"]({quote(prefix(self.home))}." not in text:
            return
        from markdown_it import MarkdownIt

        for token in MarkdownIt("commonmark").parse(text):
            if token.map is None:
                continue
            line, end = token.map
            if token.type == "fence" and _LANGUAGE.match(token.info):
                yield from self._block(token, line, end)
            elif token.type == "html_block":
                mark = None if token.level else _MARK.fullmatch(self.lines[line])
                if mark:
                    yield self._mark(line, mark[1])
                else:
                    self._unread_marks(line, token.content)
            elif token.type == "inline":
                yield from self._paragraph(token, range(line, end))

    def _paragraph(self, token: "Token", lines: range) -> Iterator[Spot]:
        """The journeys that comments of MDX name, to others a text; and the images of a page."""
        marks = {}
        if token.level == 1:
            self._images += [one for one in lines if file_of(self.lines[one], self.home)]
            found = {one: _MARK.fullmatch(self.lines[one]) for one in lines}
            marks = {one: mark[1] for one, mark in found.items() if mark}
            yield from itertools.starmap(self._mark, marks.items())
        for child in token.children or ():
            if child.type in ("html_inline", "text") and _MEANT.search(child.content):
                before = token.content[: token.content.find(child.content)]
                line = lines.start + before.count("\n")
                if line not in marks:
                    self._unread_marks(line, child.content)

    def _block(self, token: "Token", line: int, end: int) -> Iterator[Spot]:
        """The journey of a block; none of one that is only to be seen, or is not where we read."""
        if not token.markup.startswith("`"):
            return
        language, words = _INFO.split(token.info.strip() + " ", maxsplit=1)
        if not self.lines[line].startswith("`") or language.lower() != "journey":
            message = "This block is not read: it does not begin at the left edge."
            if language.lower() != "journey":
                message = f"This block is not read: its language is `{language}`."
            help = (
                "Begin it at the left edge with ```journey; between tildes (~~~journey) it is"
                " only shown."
            )
            self.wrong(line, message, help, kinds.UNREAD_JOURNEY)
            return
        text = "".join(self.lines[line + 1 : end - 1])
        view = self._view(line, words) if self._is_whole(token, line, end) else ""
        yield Spot(line, end, text, "", view)

    def _mark(self, line: int, asked: str) -> Spot:
        """The journey that a comment names."""
        parts = _PATH.fullmatch(asked)
        path, words = (parts[1], parts[2] or "") if parts else (asked, "")
        return Spot(line, line + 1, "", path, self._view(line, words))

    def _unread_marks(self, line: int, html: str) -> None:
        help = (
            "Write it as <!-- journeyctl: path/to/a.journey view -->, at the left edge, with an"
            " empty line before and after it."
        )
        seen = 0
        for found in _MEANT.finditer(html):
            line += html.count("\n", seen, found.start())
            seen = found.start()
            self.wrong(line, "This comment is not read.", help, kinds.UNREAD_JOURNEY)

    def _is_whole(self, token: "Token", line: int, end: int) -> bool:
        """Whether a block has an end, and a journey in it; what it lacks is told."""
        ticks = len(token.markup)
        if end - 1 == line or not re.match(rf" {{0,3}}`{{{ticks},}}\s*\Z", self.lines[end - 1]):
            self.wrong(line, "This block has no end.", "Close it with as many backticks.")
            return False
        inside = map(str.strip, self.lines[line + 1 : end - 1])
        if not any(one and not one.startswith("//") for one in inside):
            help = "Begin it with `journey: Title`, then a `stage` and its steps."
            self.wrong(line, "There is no journey in this block.", help)
            return False
        return True

    def _view(self, line: int, words: str) -> str:
        """The view that is asked for; "" where it cannot be, which is told."""
        asked = view_asked_for(words)
        if isinstance(asked, str):
            return asked
        self.wrong(line, *asked)
        return ""

    def wrong(
        self, line: int, message: str, help: str = "", kind: Kind = kinds.BAD_EMBEDDING
    ) -> None:
        """Note what is wrong with a line, from 0."""
        self.problems.append(at(kind, self.source, self.span(line), message, help=help))

    def span(self, line: int) -> Span:
        """A line, from 0, without its end."""
        start = self._starts[line]
        return Span(start, start + len(self.lines[line].rstrip("\r\n")))

    def rewritten(self, shown: Iterable[Shown]) -> tuple[str, list[int]]:
        """The page with a current line for each picture, and the spots' lines, from 0, where that
        is not as it was."""
        out: list[str] = [BOM] if self.source.text.startswith(BOM) else []
        changed: list[int] = []
        done = 0
        for spot, file, words in shown:
            out += self.lines[done : spot.end]
            ending = "\r\n" if self.lines[spot.line].endswith("\r\n") else "\n"
            there = self._image(spot.end)
            if there is None:
                if not out[-1].endswith(("\n", "\r")):
                    out[-1] += ending
                before = [] if "<!--" in self.lines[spot.line] else [ending]
                follows = spot.end < len(self.lines) and self.lines[spot.end].strip()
                out += [*before, image(words, file) + ending, *([ending] if follows else [])]
                changed.append(spot.line)
                done = spot.end
                continue
            old = self.lines[there]
            new = image(words, file) + old[len(old.rstrip()) :]
            out += [*self.lines[spot.end : there], new]
            if new != old:
                changed.append(spot.line)
            done = there + 1
        return "".join([*out, *self.lines[done:]]), changed

    def left_over(self, shown: Iterable[Shown]) -> list[int]:
        """The lines, from 0, of images called like ours that no journey of the page makes: a
        journey went, and its image stayed."""
        followed = {self._image(spot.end) for spot in self.spots}
        made = {one.file for one in shown}
        return [
            line
            for line in self._images
            if line not in followed and file_of(self.lines[line], self.home) not in made
        ]

    def note_left_over(self, shown: Iterable[Shown]) -> None:
        """Note the images that are left over."""
        for line in self.left_over(shown):
            message = "No journey of this page makes this image."
            help = "Delete the line, and the picture where nothing else shows it."
            self.wrong(line, message, help, kinds.LEFT_OVER_IMAGE)

    def _image(self, line: int) -> int | None:
        """The line of a picture of ours that follows, if one does."""
        while line < len(self.lines) and not self.lines[line].strip():
            line += 1
        found = line < len(self.lines) and is_ours(self.lines[line], self.home)
        return line if found else None
