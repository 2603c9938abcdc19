"""The syntax tree of a ``.journey`` file: what stands in the text, with the place of each thing.

Nothing is bound or judged here. Records are NamedTuples: they are frozen, and making
such a class costs a sixth of a frozen dataclass at start-up (0.13 ms against 0.75 ms each).
"""

from typing import Literal, NamedTuple, TypeAlias

from journeyctl.source import Source, Span, Text
from journeyctl.syntax.values import Duration

Mark = Literal["-", "~", "|", "&", "?"]
DeclarationKind = Literal["stage", "actor", "channel", "system"]
TagKind = Literal["actor", "channel", "feeling", "moment", "duration", "id", "share", "unknown"]


class Tag(NamedTuple):
    """One tag. ``name`` is the actor, channel or id without its sign (else ""), as written.

    ``number``: for ``feeling`` 1 to 5, for ``actor`` that person's feeling or None,
    for ``share`` percent 0 to 100. ``duration`` is set for a ``duration`` tag alone.
    ``unknown`` is what was nearly a tag, or has no place on its line; it was reported, and
    ``name`` is all of it.
    """

    kind: TagKind
    span: Span
    name: str = ""
    number: float | None = None
    duration: Duration | None = None


class Blank(NamedTuple):
    span: Span


class Comment(NamedTuple):
    span: Span
    indent: int
    text: str


class Attribute(NamedTuple):
    """``key: value``. ``text`` is the value without the tags that ``backstage`` (``@``,
    ``[duration]``) and the owner of a ``pain`` or ``idea`` (``@``) take; else equal to ``value``.
    ``key.value`` is the canonical key. A key of few words (``type``, ``role`` …) has the word
    as the language spells it, where it is one; a ``quote`` is without its quotes."""

    span: Span
    indent: int
    key: Text
    value: Text
    text: Text
    tags: tuple[Tag, ...]
    children: "tuple[Node, ...]"


class Arrow(NamedTuple):
    """``-> target``, or ``answer 30% -> target``; ``target`` is None where steps follow.

    ``arrow`` is the place of the sign. ``share`` is a tag of kind ``share``.
    """

    span: Span
    indent: int
    label: Text | None
    share: Tag | None
    arrow: Span
    target: Text | None
    children: "tuple[Node, ...]"


class Step(NamedTuple):
    """A mark, a label and tags. ``children`` are its keys, its arrows and, under a ``|`` or
    ``&``, its own steps; one level more of those may stand in the tree, for others to judge."""

    span: Span
    indent: int
    mark: Mark
    mark_span: Span
    label: Text
    tags: tuple[Tag, ...]
    children: "tuple[Node, ...]"

    @property
    def holds_unread(self) -> bool:
        """Whether a line under it is not understood, which may be meant as a way on."""
        return any(isinstance(one, Unknown) for one in self.children)


class Declaration(NamedTuple):
    """A stage, actor, channel or system. A stage's children are its keys and its steps."""

    span: Span
    indent: int
    kind: DeclarationKind
    name: Text
    label: Text | None
    duration: Duration | None
    children: "tuple[Node, ...]"


class Unknown(NamedTuple):
    """A line that is no form of the language; it was reported, and is kept.

    Keys and arrows under it are its children. The lines that a file has over the limit are
    one such node.
    """

    span: Span
    indent: int
    text: str
    children: "tuple[Node, ...]"


Node: TypeAlias = Blank | Comment | Attribute | Arrow | Step | Declaration | Unknown


class Tree(NamedTuple):
    """A whole file. ``children`` are the lines that belong to no other, in file order.

    Steps before the first stage are among them. A node's ``span`` is its line without what
    surrounds it; a stage's steps may stand behind the declaration that follows the stage, so
    that file order is the order of the spans. Never deeper than a dozen levels.
    """

    source: Source
    children: tuple[Node, ...]


def in_file_order(tree: Tree) -> list[Node]:
    """Every line of a tree, from top to bottom."""
    nodes: list[Node] = []
    todo = list(tree.children)
    while todo:
        node = todo.pop()
        nodes.append(node)
        if not isinstance(node, Blank | Comment):
            todo += node.children
    return sorted(nodes, key=lambda one: one.span.start)
