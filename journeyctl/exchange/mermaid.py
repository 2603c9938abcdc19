"""What the diagrams of Mermaid have in common: titles, comments, settings, signs by their names."""

import json
import re
from html import unescape
from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic, at
from journeyctl.kinds import NOT_CARRIED_OVER
from journeyctl.source import Source, Span

_ENTITY = re.compile(r"#(\w+);")
_FRONT = re.compile(r"\A\ufeff?\s*---[ \t]*\n(.*?)\n[ \t]*---[ \t]*\n", re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_DIRECTIVE = re.compile(r"%%\{(?:(?!%%\{).)*?\}%%", re.DOTALL)
_COMMENT = re.compile(r"^[ \t]*%%[^\n]*", re.MULTILINE)
_BREAK = re.compile(r"\s*(?:<br\s*/?>|\\n)\s*", re.IGNORECASE)


class Diagram(NamedTuple):
    """``body`` has blanks for what is no part of the diagram: as long as the text, sign for sign.

    ``kind`` is its first word, ``start`` where the text behind that begins.
    """

    body: str
    kind: str
    start: int
    title: str
    findings: list[Diagnostic]


def diagram(source: Source) -> Diagram:
    """The text without its front matter, settings and comments, each of which is told."""
    body, title = source.text, ""
    findings: list[Diagnostic] = []
    front = _FRONT.match(body)
    if front:
        found = _TITLE.search(front[1])
        title = _unquoted(found[1]) if found else ""
        settings = _TITLE.sub("", front[1]).strip()
        if settings:
            place = Span(front.start(1), front.end(1))
            findings.append(left(source, place, "What is set in front of the diagram"))
        body = _blanked(front[0]) + body[front.end() :]
    for pattern, what in ((_DIRECTIVE, "This setting"), (_COMMENT, "This comment")):
        for one in pattern.finditer(body):
            start = one.end() - len(one[0].lstrip())
            findings.append(left(source, Span(start, one.end()), what))
        body = pattern.sub(lambda one: _blanked(one[0]), body)
    kind, start = "", 0
    if head := re.search(r"[\w-]+", body):
        kind, start = head[0], head.end()
    return Diagram(body, kind, start, plain_text(title), findings)


def _unquoted(text: str) -> str:
    """A text of YAML on one line, without its quotes."""
    try:
        return str(json.loads(text)) if text.startswith('"') else text.strip("'")
    except ValueError:
        return text


def left(source: Source, span: Span, what: str) -> Diagnostic:
    """That something of a diagram has no place in a journey."""
    return at(NOT_CARRIED_OVER, source, span, f"{what} has no place in a journey.")


def times(count: int) -> str:
    """How often something is there, where it is more than once."""
    return f" ({count} times)" if count > 1 else ""


def plain_text(text: str) -> str:
    """A text of Mermaid as people see it: named signs as signs, breaks as spaces."""

    def sign(found: re.Match[str]) -> str:
        name = f"#{found[1]}" if found[1].isdecimal() else found[1]
        read = unescape(f"&{name};")
        return found[0] if read.startswith("&") and len(read) > 1 else read

    # A break that is named sign by sign is a text about breaks.
    return " ".join(_ENTITY.sub(sign, _BREAK.sub(" ", text)).split())


def escaped(text: str, signs: str) -> str:
    """A text for Mermaid, with the signs that mean something to it by their numbers."""
    return "".join(f"#{ord(one)};" if one in signs else one for one in " ".join(text.split()))


def _blanked(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)
