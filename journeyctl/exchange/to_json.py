"""A journey as JSON: all that stands in its file, line by line. See ``docs/journey.schema.json``.

Each line has its own row, so that two versions can be compared.
"""

import json
from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic
from journeyctl.exchange.fields import Fields, fields_of, spelled
from journeyctl.source import Source
from journeyctl.syntax.formatter import formatted
from journeyctl.syntax.nodes import Blank, Comment, Declaration, Node, Step, in_file_order
from journeyctl.syntax.parser import parse
from journeyctl.syntax.spelling import spell

VERSION = 1


def under(fields: Fields) -> int:
    """By how many columns the lines under a line stand further right than it does."""
    return 4 if fields["kind"] == "step" else 2


class _Open(NamedTuple):
    """A line that others may stand under: its column in the text and in the document."""

    column: int
    inner: int
    lines: list[Fields]
    node: Node | None = None


def to_json(source: Source) -> tuple[str, list[Diagnostic]]:
    """The document of a text, in which nothing is lost: it comes back in the canonical form."""
    lines = "".join(f"\n{row}" for row in _rows(_lines(source), 2))
    return f'{{\n  "version": {VERSION},\n  "lines": [{lines}\n  ]\n}}\n', []


def _lines(source: Source) -> list[Fields]:
    """Each line in the list of the one that it stands under."""
    text = formatted(source).removeprefix("\ufeff")
    open_ = [_Open(-1, 0, [])]
    blanks: list[Fields] = []
    for node in in_file_order(parse(Source(source.path, text))[0]):
        if isinstance(node, Blank):
            blanks.append(fields_of(node))
            continue
        while open_[-1].column >= node.indent or _is_astray(node, open_[-1].node):
            open_.pop()
        fields = _fields(node, text)
        if node.indent != open_[-1].inner:
            fields["indent"] = node.indent
        open_[-1].lines.extend([*blanks, fields])
        blanks = []
        if not isinstance(node, Comment):
            fields["lines"] = []
            inner = node.indent + under(fields)
            open_.append(_Open(node.indent, inner, fields["lines"], node))
    return open_[0].lines + blanks


def _is_astray(node: Node, above: Node | None) -> bool:
    """Whether a step stands behind a declaration that is none of a stage: it is the last
    stage's, for which the document has a place at its end."""
    return isinstance(node, Step) and isinstance(above, Declaration) and above.kind != "stage"


def _fields(node: Node, text: str) -> Fields:
    """The fields of a line; with the line as it is written where they would spell it otherwise."""
    fields = fields_of(node)
    line = " ".join(part for part in spell(node, text) if part)
    if spelled(fields) != line:
        fields["written"] = line
    return fields


def _rows(lines: list[Fields], depth: int) -> list[str]:
    rows: list[str] = []
    for number, fields in enumerate(lines, 1):
        comma = "" if number == len(lines) else ","
        own = json.dumps({k: v for k, v in fields.items() if k != "lines"}, ensure_ascii=False)
        inner = _rows(fields.get("lines", []), depth + 1)
        if inner:
            rows.append(f'{"  " * depth}{own[:-1]}, "lines": [')
            rows += [*inner, f"{'  ' * depth}]}}{comma}"]
        else:
            rows.append(f"{'  ' * depth}{own}{comma}")
    return rows
