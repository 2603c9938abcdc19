"""Comments that ignore findings: ``// journey: ignore[pain-without-idea]``.

Such a comment stands above a line and is about the findings that begin on it, or at the top
(above the first line that is no comment) and is about the whole file. In the brackets stand
names, codes or families of rules, with commas between them; behind them whatever else, such as
a reason.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Edit, Fix, Kind, at, in_file_order
from journeyctl.source import Source, Span
from journeyctl.syntax.findings import Findings
from journeyctl.syntax.nodes import Blank, Comment, Node, Tree
from journeyctl.syntax.values import shown


class _Word(NamedTuple):
    """A word of a comment: the kinds that it chooses, and the line (from 1) that it is about;
    ``line`` 0 is the whole file. ``fix`` takes it out."""

    text: str
    span: Span
    chosen: tuple[Kind, ...]
    line: int
    fix: Fix


def suppress(tree: Tree, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings of a file without those that its comments ignore, in file order.

    Added are ``unused-ignore`` for each name that ignored nothing, and ``bad-ignore`` for what
    chooses no rule. ``findings`` are all that were found, before any other choice is made;
    what has no place cannot be ignored. Linear in the length of the file.
    """
    findings = list(findings)
    if "ignore" not in tree.source.text:
        return findings
    added = Findings()
    words = list(_words(tree, added))
    ignored = {(word.line, kind) for word in words for kind in word.chosen}
    used: set[tuple[int, Kind]] = set()
    kept: list[Diagnostic] = []
    for finding in findings:
        line = tree.source.line_column(finding.start)[0] if finding.span else -1
        here = {(line, finding.kind), (0, finding.kind)} & ignored if finding.span else set()
        used |= here
        if not here:
            kept.append(finding)
    for word in words:
        if used.isdisjoint((word.line, kind) for kind in word.chosen):
            added.add(_unused(tree.source, word))
    return in_file_order([*kept, *added.in_order()])


def _words(tree: Tree, added: Findings) -> Iterator[_Word]:
    """All words of all comments that ignore; what chooses nothing is added to the findings."""
    waiting: list[Comment] = []
    is_top = True
    for node in _lines(tree):
        if isinstance(node, Comment):
            waiting.append(node)
        elif waiting or is_top:
            line = 0 if is_top else tree.source.line_column(node.span.start)[0]
            for comment in waiting:
                yield from _read(tree.source, comment, line, added)
            waiting = []
            is_top = False
    for comment in waiting:  # nothing follows
        yield from _read(tree.source, comment, 0 if is_top else -1, added)


def _lines(tree: Tree) -> list[Node]:
    """Every line of the file but the blank ones, in file order."""
    found: list[Node] = []
    waiting: list[Node] = list(tree.children)
    while waiting:
        node = waiting.pop()
        if isinstance(node, Blank):
            continue
        found.append(node)
        if not isinstance(node, Comment):
            waiting.extend(node.children)
    return sorted(found, key=lambda node: node.span.start)


def _read(source: Source, comment: Comment, line: int, added: Findings) -> Iterator[_Word]:
    """The words of one comment, if it is one that ignores."""
    from journeyctl.rules.choose import kinds_of, near

    found = re.match(r"//\s*journey:\s*ignore\s*(?:\[([^\]]*)(\])?|\Z)", comment.text)
    if found is None:
        return
    start = comment.span.start
    if not found[2] or not found[1].strip():
        added.add(
            at(
                kinds.BAD_IGNORE,
                source,
                Span(start, start + found.end()),
                "This comment names no rule to ignore.",
                help="Write the names in brackets: `// journey: ignore[pain-without-idea]`.",
            )
        )
        return
    start += found.start(1)
    parts = found[1].split(",")
    for number, part in enumerate(parts):
        text = part.strip()
        begin = start + len(part) - len(part.lstrip())
        span = Span(begin, begin + max(1, len(text)))
        # Taken out with the comma before it, the first with the one behind it.
        out = Span(start - 1, start + len(part)) if number else Span(begin, start + len(part) + 1)
        start += len(part) + 1
        chosen = kinds_of(text)
        if chosen:
            name = Fix("take the name out", (Edit(out, ""),), safe=True)
            fix = name if len(parts) > 1 else _whole(source.text, comment)
            yield _Word(text, span, chosen, line, fix)
            continue
        meant = "" if added.is_full(kinds.BAD_IGNORE) else near(text)
        added.add(_unknown(source, span, text, meant))


def _unknown(source: Source, span: Span, text: str, meant: str) -> Diagnostic:
    return at(
        kinds.BAD_IGNORE,
        source,
        span,
        f"There is no rule `{shown(text)}`.",
        help=f"Did you mean `{meant}`?" if meant else "See `journeyctl rule --all`.",
        fix=Fix(f"write `{meant}`", (Edit(span, meant),), safe=False) if meant else None,
    )


def _unused(source: Source, word: _Word) -> Diagnostic:
    where = "this file" if word.line == 0 else "the line below"
    return at(
        kinds.UNUSED_IGNORE,
        source,
        word.span,
        f"Nothing of `{shown(word.text)}` is found in {where}.",
        help="Take it out of the comment; it hides what may come later.",
        fix=word.fix,
    )


def _whole(text: str, comment: Comment) -> Fix:
    """Take a comment out with its line; safe unless somebody wrote a reason behind the names."""
    start = text.rfind("\n", 0, comment.span.start) + 1
    end = text.find("\n", comment.span.end) + 1 or len(text)
    safe = comment.text.endswith("]") and comment.text.count("]") == 1
    return Fix("take the comment out", (Edit(Span(start, end), ""),), safe)
