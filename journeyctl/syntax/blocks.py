"""The lines that make up a stage, and how a stage is moved with them."""

from typing import NamedTuple

from journeyctl.diagnostics import Edit
from journeyctl.source import Span
from journeyctl.syntax.nodes import Blank, Comment, Declaration, Node, Tree, in_file_order


class Block(NamedTuple):
    """A declaration's lines, from the comments that stand above it to those of the next
    declaration. ``name`` is the place of its name; ``content`` ends with the last line that
    is not blank, without its line end. A block is ``whole`` unless it is a stage with more
    steps behind the next declaration."""

    name: Span
    content: Span
    end: int
    whole: bool


def blocks(tree: Tree) -> tuple[Block, ...]:
    """The block of each declaration, in file order."""
    text, nodes = tree.source.text, in_file_order(tree)
    declared = [(i, node) for i, node in enumerate(nodes) if isinstance(node, Declaration)]
    firsts = [_first_comment(nodes, i, node.indent) for i, node in declared]
    found: list[Block] = []
    for number, (_, node) in enumerate(declared):
        after = firsts[number + 1] if number + 1 < len(firsts) else len(nodes)
        last = next(i for i in range(after - 1, -1, -1) if not isinstance(nodes[i], Blank))
        end = _line_start(text, nodes[after].span.start) if after < len(nodes) else len(text)
        content = Span(
            _line_start(text, nodes[firsts[number]].span.start),
            _line_end(text, nodes[last].span.end),
        )
        whole = all(
            child.span.start < end
            for child in node.children
            if not isinstance(child, Blank | Comment)
        )
        found.append(Block(node.name.span, content, end, whole))
    return tuple(found)


def moved(text: str, block: Block, other: Block, *, behind: bool) -> tuple[Edit, ...] | None:
    """The edits that move a block before another, or behind it; the blank lines that parted it
    from its neighbour go with it. None where steps would change their stage."""
    start, end = block.content.start, block.content.end
    if not block.whole or not (other.whole or not behind):
        return None
    content = text[start:end]
    if behind and other.end == len(text):
        place = other.content.end
        piece, cut = text[end : block.end] + content, Span(start, block.end)
    else:
        place = other.end if behind else other.content.start
        if block.end < len(text):
            piece, cut = text[start : block.end], Span(start, block.end)
        else:
            parted = len(text[:start].rstrip(" \t\r\n"))
            piece, cut = content + text[parted:start], Span(parted, end)
    return tuple(sorted((Edit(cut, ""), Edit(Span(place, place), piece))))


def _first_comment(nodes: list[Node], place: int, indent: int) -> int:
    """Where the comments begin that stand above a declaration, no further right. Those that a
    blank line parts from it are its own where one parts them from what is before, too."""
    first = place
    while place:
        below = place
        while place and isinstance(nodes[place - 1], Blank):
            place -= 1
        parted, end = place < below, place
        while place and isinstance(above := nodes[place - 1], Comment) and above.indent <= indent:
            place -= 1
        alone = place == 0 or isinstance(nodes[place - 1], Blank)
        if place == end or (parted and not alone):
            break
        first = place
    return first


def _line_start(text: str, place: int) -> int:
    start = text.rfind("\n", 0, place) + 1
    return 1 if start == 0 and text.startswith("\ufeff") else start


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    if end < 0:
        return len(text)
    return end - 1 if text[end - 1] == "\r" else end
