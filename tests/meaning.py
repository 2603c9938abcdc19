"""What a text says, without how it is written: what the formatter must leave as it is.

Two texts mean the same when their trees have the same lines under the same lines, when they
resolve to the same journey, and when the same is wrong with them. Left out are places, the
spaces and dashes inside durations, metrics and evidence, which are compared as read, findings
about the look, and under what a comment stands; it stands between the same lines.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from journeyctl import rules
from journeyctl.diagnostics import Diagnostic, in_file_order
from journeyctl.kinds import MIXED_INDENT, READ_AS_MEANT
from journeyctl.model.resolve import resolve
from journeyctl.rules.suppress import suppress
from journeyctl.source import Source, Span, Text
from journeyctl.syntax import values
from journeyctl.syntax.nodes import Attribute, Blank, Comment, Node, Tag
from journeyctl.syntax.nodes import in_file_order as every_line
from journeyctl.syntax.parser import parse
from journeyctl.syntax.signs import plain
from journeyctl.syntax.values import Duration

_ABOUT_THE_LOOK = (MIXED_INDENT, READ_AS_MEANT)
_READERS: dict[str, Callable[[Source, Text], tuple[object, list[Diagnostic]]]] = {
    "duration": values.duration,
    "metric": lambda source, text: values.metric(source, text, ""),
    "evidence": values.evidence,
}


class Meaning(NamedTuple):
    """``findings`` are codes; the rest is nested lists, to be compared."""

    lines: list[object]
    order: list[str]
    journey: object
    findings: list[str]


class Read(NamedTuple):
    meaning: Meaning
    findings: list[Diagnostic]


def read(source: Source) -> Read:
    """What a text means, and what is found in it and not ignored, in file order."""
    tree, in_text = parse(source)
    journey, in_names = resolve(tree)
    findings = [*in_text, *in_names, *rules.check(journey)]
    meaning = Meaning(
        [line for node in tree.children for line in _lines(source, node, 0)],
        list(_order(every_line(tree))),
        _without_places(journey),
        sorted(one.kind.code for one in findings if one.kind not in _ABOUT_THE_LOOK),
    )
    return Read(meaning, suppress(tree, in_file_order(findings)))


def meaning(text: str) -> Meaning:
    return read(Source("a.journey", text)).meaning


def _order(nodes: list[Node]) -> Iterator[str]:
    """The comments, and the kinds of the lines between which they stand."""
    for node in nodes:
        if not isinstance(node, Blank):
            yield node.text if isinstance(node, Comment) else type(node).__name__


def _lines(source: Source, node: Node, depth: int) -> Iterator[object]:
    if isinstance(node, Blank | Comment):
        return
    said: tuple[object, ...] = tuple(node)[2:-1]
    if isinstance(node, Attribute):
        key = node.key.value
        if key in _READERS:
            said = (key, _READERS[key](source, node.value)[0] or node.value)
        elif key in ("pain", "idea", "backstage"):
            said = (key, node.text, node.tags)
        else:
            said = (key, node.value)
    yield depth, type(node).__name__, _without_places(said)
    for child in node.children:
        yield from _lines(source, child, depth + 1)


def _without_places(value: object) -> object:
    if isinstance(value, str | int | float | None):
        return value
    match value:
        case Source() | Span():
            return None
        case Duration():
            return value.low, value.high
        case Tag(kind="unknown"):
            return plain(value.name)
        case tuple():
            return [_without_places(one) for one in value]
        case dict():
            return [(key, _without_places(one)) for key, one in value.items()]
    return value
