"""Trees and findings as short text, so that a test shows what it expects."""

from collections.abc import Iterator

from journeyctl.diagnostics import Diagnostic
from journeyctl.source import Source, Text
from journeyctl.syntax.nodes import (
    Arrow,
    Attribute,
    Blank,
    Comment,
    Declaration,
    Node,
    Step,
    Tag,
    Tree,
)
from journeyctl.syntax.parser import parse


def tree_of(text: str) -> Tree:
    return parse(Source("a.journey", text))[0]


def findings_of(text: str) -> list[Diagnostic]:
    return parse(Source("a.journey", text))[1]


def found(text: str) -> list[str]:
    """Each finding as ``line:column-column name: message``; the last column is behind it."""
    return [shown_finding(finding) for finding in findings_of(text)]


def shown_finding(finding: Diagnostic) -> str:
    assert finding.source is not None
    assert finding.span is not None
    line, column = finding.source.line_column(finding.span.start)
    end = column + finding.span.end - finding.span.start
    return f"{line}:{column}-{end} {finding.kind.name}: {finding.message}"


def walk(tree: Tree) -> Iterator[tuple[int, Node]]:
    """Each node with its depth, parents first."""
    todo = [(0, node) for node in reversed(tree.children)]
    while todo:
        depth, node = todo.pop()
        yield depth, node
        if not isinstance(node, Blank | Comment):
            todo += [(depth + 1, child) for child in reversed(node.children)]


def outline(text: str) -> list[str]:
    """The tree, a line for each node that is not blank, indented by its depth."""
    tree = tree_of(text)
    return [
        "  " * depth + shown_node(node) for depth, node in walk(tree) if not isinstance(node, Blank)
    ]


def shown_node(node: Node) -> str:
    match node:
        case Declaration():
            return _join(node.kind, node.name, node.label, node.duration and node.duration.text)
        case Step():
            return _join(node.mark, node.label, *map(shown_tag, node.tags))
        case Arrow():
            share = node.share and f"{node.share.number:g}%"
            return _join(node.label, share, "->", node.target)
        case Attribute():
            return _join(node.key.value + ":", node.text, *map(shown_tag, node.tags))
        case Blank():
            return ""
    return f"{type(node).__name__.lower()} {node.text!r}"


def shown_tag(tag: Tag) -> str:
    number = "" if tag.number is None else f" {tag.number:g}"
    time = f" {tag.duration.text}" if tag.duration else ""
    return f"<{tag.kind}{tag.name and ' '}{tag.name}{number}{time}>"


def _join(*parts: Text | str | None) -> str:
    return " ".join(
        repr(part.value) if isinstance(part, Text) else part for part in parts if part is not None
    )
