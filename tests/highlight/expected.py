"""What the parser says of a text, in the roles of the description."""

from collections.abc import Iterator

from journeyctl.kinds import EMPTY_FILE, MISSING_TITLE
from journeyctl.source import Source, Span, Text
from journeyctl.syntax.nodes import Arrow, Attribute, Comment, Declaration, Node, Step, Tag, Unknown
from journeyctl.syntax.parser import parse
from tests.syntax.shown import walk

ABOUT_THE_FILE = (EMPTY_FILE, MISSING_TITLE)
# The keys whose value has parts of its own: what these are is no matter of the tree.
IN_PARTS = ("count", "metric", "stages", "evidence", "link", "duration", "updated")
ROLES = {"journey": "title", "system": "name", "language": "word", "model": "word"} | dict.fromkeys(
    ("type", "scope", "state", "role", "side", "kind"), "word"
)


def painted(text: str) -> list[str]:
    """The role of each character: "" where the tree says nothing of it, or nothing for certain.

    Where the tree has a value in parts, all of it is ``…``.
    """
    roles = [""] * len(text)
    for span, role in _parts(text):
        roles[span.start : span.end] = [role] * (span.end - span.start)
    return roles


def doubtful(text: str) -> set[int]:
    """The lines that the parser reports, and those whose key is not spelt plainly."""
    source = Source("a.journey", text)
    tree, findings = parse(source)
    starts = [one.span.start for one in findings if one.span and one.kind not in ABOUT_THE_FILE]
    starts += [
        node.span.start
        for _, node in walk(tree)
        if isinstance(node, Attribute)
        and node.key.span.end - node.key.span.start != len(node.key.value)
    ]
    return {source.line_column(start)[0] for start in starts}


def _parts(text: str) -> Iterator[tuple[Span, str]]:
    tree, _ = parse(Source("a.journey", text))
    for _, node in walk(tree):
        yield from _node(node)


def _node(node: Node) -> Iterator[tuple[Span, str]]:
    match node:
        case Comment():
            yield node.span, "comment"
        case Unknown():
            yield node.span, "wrong"
        case Step():
            yield node.mark_span, "mark"
            yield _text(node.label, "label")
            for tag in node.tags:
                yield from _tag(tag)
        case Declaration():
            yield Span(node.span.start, node.span.start + len(node.kind)), "declaration"
            yield node.name.span, "name"
            if node.label:
                yield _text(node.label, "label")
            if node.duration:
                start, end = node.duration.span
                yield Span(start - 1, end + 1), "duration"
        case Attribute():
            yield node.key.span, "key"
            key = node.key.value
            role = "label" if key == "backstage" else ROLES.get(key, "value")
            yield _text(node.text, "…" if key in IN_PARTS else role)
            for tag in node.tags:
                yield from _tag(tag)
        case Arrow():
            if node.label:
                yield _text(node.label, "label")
            if node.share:
                yield from _tag(node.share)
            yield node.arrow, "arrow"
            if node.target:
                way = node.target.value in ("next", "end", "leave") and not node.target.quoted
                yield _text(node.target, "way" if way else "target")


def _text(text: Text, role: str) -> tuple[Span, str]:
    return text.span, "quoted" if text.quoted else role


def _tag(tag: Tag) -> Iterator[tuple[Span, str]]:
    yield tag.span, "wrong" if tag.kind == "unknown" else tag.kind
    if tag.kind == "actor" and tag.number is not None:
        yield Span(tag.span.end - 2, tag.span.end), "feeling"
