"""The pieces of a line of Mermaid's ``flowchart``: nodes, what stands in them, and links.

After the grammar of Mermaid 11 (``flow.jison``). Each function reads what begins at a place of
a text, and tells where it ends.
"""

import re
from typing import NamedTuple

from journeyctl.exchange.mermaid import plain_text

DECISIONS = ("{", "diamond", "decision", "diam", "question", "rhombus")
"""The shapes that ask, by what opens them or by their names."""
ORDINARY = ("", "[", "(", "rect", "rectangle", "rounded", "proc", "process", *DECISIONS)
"""The shapes that say no more than that here is a node, and those that ask."""

# What opens a node and what closes it; the longest first.
_SHAPES = (
    ("(((", (")))",)),
    ("((", ("))",)),
    ("([", ("])",)),
    ("(-", ("-)",)),
    ("(", (")",)),
    ("[[", ("]]",)),
    ("[(", (")]",)),
    ("[/", ("/]", "\\]")),
    ("[\\", ("\\]", "/]")),
    ("[", ("]",)),
    ("{{", ("}}",)),
    ("{", ("}",)),
    (">", ("]",)),
)
_STRING = re.compile(r'\s*"([^"]*)"\s*')
_PROPERTIES = re.compile(r'@\{((?:[^"}]|"[^"]*")*)\}?')
_PROPERTY = re.compile(r"""(\w+)\s*:\s*(?:"([^"]*)"|'([^']*)'|([^,\n}]*))""")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)_|_(?!\w)|\*")

_SPACE = re.compile(r"\s*")
_LINK_ID = re.compile(r"""([^\s"@{]{1,200})@(?=[-=.<~xo])""")
_LINK = re.compile(r"[xo<]?(?:--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?)|~~~+")
_OPEN_LINK = re.compile(r"[xo<]?(--|==|-\.)")
_CLOSED_BY = {
    "--": re.compile(r"--+[-xo>]"),
    "==": re.compile(r"==+[=xo>]"),
    "-.": re.compile(r"\.+-[xo>]?"),
}
_PIPED = re.compile(r'[ \t]*\|(\s*"[^"]*"\s*|[^|]*)\|')


_LONGEST = 4_000
"""How far what opens is looked for its end: twice the longest label."""


class Shape(NamedTuple):
    """What stands in a node, and what opened it: None and "" for a node that is a name alone."""

    label: str | None
    opener: str
    end: int


class Link(NamedTuple):
    """``id`` is the link's own name, "" for none."""

    label: str
    id: str
    start: int
    end: int
    is_invisible: bool
    is_plain: bool  # an ordinary line
    has_head: bool
    is_double: bool  # it has a head at both its ends


def shape(text: str, start: int) -> Shape:
    """The text in the brackets that open at a place, whichever they are."""
    for opener, closers in _SHAPES:
        if not text.startswith(opener, start):
            continue
        begin = start + len(opener)
        quoted = _STRING.match(text, begin)
        for closer in closers:
            if quoted and text.startswith(closer, quoted.end()):
                return Shape(words(quoted[1]), opener, quoted.end() + len(closer))
        furthest = text.find("\n", begin, begin + _LONGEST)
        furthest = furthest if furthest >= 0 else begin + _LONGEST
        ends = [(end, one) for one in closers if (end := text.find(one, begin, furthest)) >= 0]
        if ends:
            end, closer = min(ends)
            return Shape(words(text[begin:end]), opener, end + len(closer))
    return Shape(None, "", start)


def properties(text: str, start: int) -> tuple[dict[str, str], int]:
    """What stands in ``@{ … }``."""
    found = _PROPERTIES.match(text, start)
    if found is None:
        return {}, start
    said = {
        one[1]: words(next(part for part in one.groups()[1:] if part is not None))
        for one in _PROPERTY.finditer(found[1])
    }
    return said, found.end()


def link(text: str, start: int) -> Link | None:
    """The link that begins at a place, behind spaces and breaks; None where there is none."""
    begin = at = _end(_SPACE, text, start)
    named = _LINK_ID.match(text, at)
    at = named.end() if named else at
    id = named[1] if named else ""
    if found := _LINK.match(text, at):
        piped = _PIPED.match(text, found.end())
        label, end = (words(piped[1]), piped.end()) if piped else ("", found.end())
        return _link(label, id, begin, end, found[0])
    opened = _OPEN_LINK.match(text, at)
    if opened is None:
        return None
    closed = _CLOSED_BY[opened[1]].search(text, opened.end(), opened.end() + _LONGEST)
    if closed is None:
        return None
    said = text[opened.end() : closed.start()]
    if "\n" in said and '"' not in said:
        return None
    return _link(words(said), id, begin, closed.end(), opened[0] + closed[0])


def _link(label: str, id: str, start: int, end: int, line: str) -> Link:
    return Link(
        *(label, id, start, end),
        is_invisible=line[0] == "~",
        is_plain="=" not in line and "." not in line,
        has_head=line[-1] == ">",
        is_double=line[0] == "<" and line[-1] == ">",
    )


def words(text: str) -> str:
    """A text as people see it, without the quotes and the marks of Markdown around its words."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].strip()
    if len(text) > 1 and text[0] == text[-1] == "`":
        text = _EMPHASIS.sub("", text[1:-1])
    return plain_text(text)


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start
