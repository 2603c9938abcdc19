"""Markdown (CommonMark with GitHub's tables), and the reports in it, from the templates.

Strings from a journey become ``Markdown`` in this file alone.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, FileSystemLoader

from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Journey
from journeyctl.renderers.sandbox import Notation, sandbox
from journeyctl.reports.context import context_of
from journeyctl.reports.tables import Table
from journeyctl.templates import templates_folder
from journeyctl.words import words_for

_WIDEST = 48  # columns a cell is padded to; a longer one stands out alone


class Markdown(str):
    """Text that is Markdown, to be put out as it is."""

    __slots__ = ()


# What means something anywhere in a line. The underscore inside a word is plain, and so is
# an ampersand that starts no entity. "http:" and "www." would become links by themselves, a
# dollar sign after a character could end a formula.
_ANYWHERE = re.compile(
    r"[\\`*\[\]|~]|<(?!\s|$)|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|(?<=\S)\$"
    r"|(?<=http)(?=://)|(?<=https)(?=://)|(?<=ftp)(?=://)|(?<=www)(?=\.)",
    re.IGNORECASE,
)
# What would start a heading, a quotation, a list, a rule or a table at the head of a block.
_AT_HEAD = re.compile(r"#{1,6}\s|#+$|[-+](?![\w.])|[>=:]")
_NUMBERED = re.compile(r"[0-9]{1,9}(?=[.)](?:\s|$))")
_CLOSING = re.compile(r"(?<=\s)(?=#+$)")  # the end that a heading may have
_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_SPACE = re.compile(r"\s+")
_CODE = re.compile(r"(`[^`]+`)")

# What a link's address may not hold as it is, inside its parentheses and in a table.
_IN_ADDRESS = re.compile(r"""[\\<>()|"'`]|&(?=#?\w+;)""")
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)


def escape(text: str) -> Markdown:
    """Markdown that shows ``text``, wherever it stands: block, heading, table cell, emphasis.

    White space around it goes, and each stretch of it inside becomes one space. An empty
    comment keeps GitHub from notifying whoever is called like a word after ``@``.
    """
    plain = _SPACE.sub(" ", text).strip()
    safe = _inside_a_line(plain)
    if _AT_HEAD.match(plain):
        safe = "\\" + safe
    elif found := _NUMBERED.match(safe):
        safe = found[0] + "\\" + safe[found.end() :]
    return Markdown(_CLOSING.sub(r"\\", safe))


def _inside_a_line(text: str) -> str:
    safe = _ANYWHERE.sub(lambda found: "\\" + found[0], text)
    return _MENTION.sub("@<!-- -->", safe)


def prose(message: str) -> Markdown:
    """A sentence of the check, for the middle of a line: its names in backticks become code."""
    parts = _CODE.split(_SPACE.sub(" ", message).strip())
    parts[::2] = (_inside_a_line(part) for part in parts[::2])
    return Markdown("".join(parts))


def link(text: str, address: str) -> Markdown:
    """A link to a web or mail address, named ``text`` or else by itself."""
    if not _ADDRESS.fullmatch(address):  # the parser lets no other through; never a script
        return escape(f"{text} {address}")
    target = _IN_ADDRESS.sub(
        lambda found: "&amp;" if found[0] == "&" else f"%{ord(found[0]):02X}", address
    )
    return Markdown(f"[{escape(text or address)}]({target})")


def table(content: Table) -> Markdown:
    """A table of GitHub's kind, its columns aligned for those who read it as text."""
    rows = [[escape(cell) for cell in row] for row in (content.head, *content.rows)]
    widths = [
        max(3, *(min(_WIDEST, _columns(cell)) for cell in column))
        for column in zip(*rows, strict=True)
    ]
    rows.insert(1, [Markdown("-" * width) for width in widths])
    return Markdown("\n".join(_row(row, widths) for row in rows))


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - _columns(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return f"| {' | '.join(padded)} |"


def _columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )


def indent(depth: int) -> Markdown:
    """What stands before an item of a list inside ``depth`` others."""
    return Markdown("  " * depth)


NOTATION = Notation(Markdown, escape, table, link, prose, indent)


def report(journey: Journey, findings: Sequence[Diagnostic], kind: str = "full") -> str:
    """The report of a journey and of what was found in it, in the journey's language; ``kind``
    is one of ``reports.context.KINDS``.

    The text ends with one newline; its lines end with LF. The same journey gives the same
    bytes from any folder: of the file's path only the name is told.
    """
    words = words_for(journey.facts.language)
    context = context_of(journey, findings, words)
    template = environment().get_template(f"{kind}.md.j2")
    return template.render(context._asdict(), say=words.text).strip("\n") + "\n"


@cache
def environment() -> Environment:
    """Where the program's own templates run: of reports, and of comparisons."""
    folder = templates_folder()
    return sandbox(NOTATION, FileSystemLoader([folder, folder / "report"]))
