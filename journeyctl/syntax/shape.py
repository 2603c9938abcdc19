"""Where each line belongs: the tree is built here, and what stands wrongly is reported."""

from typing import cast

from journeyctl.diagnostics import Diagnostic, Fix, Kind, Label, at
from journeyctl.kinds import (
    MISPLACED_ARROW,
    MISPLACED_DECLARATION,
    MISPLACED_KEY,
    MISPLACED_STEP,
    MISSING_LABEL,
    REPEATED_KEY,
)
from journeyctl.source import Source, Span
from journeyctl.syntax.findings import Findings
from journeyctl.syntax.keys import KEYS
from journeyctl.syntax.nodes import (
    Arrow,
    Attribute,
    Blank,
    Comment,
    Declaration,
    Node,
    Step,
    Tree,
    Unknown,
)
from journeyctl.syntax.places import Objection, objection, place_of
from journeyctl.syntax.slips import Indented, Slip, indented_like


class _Branch:
    """A node whose children are still to come.

    ``own_of`` is the way or answer that a step is one of the own steps of; an arrow has
    that of its step. ``seen`` holds the places of the keys said so far. ``slip`` is set for
    a line that stands too far right, until it is known what comes behind it.
    """

    __slots__ = ("children", "first_step", "node", "own_of", "seen", "slip")

    def __init__(self, node: Node | Tree) -> None:
        self.node = node
        self.children: list[_Branch] = []
        self.first_step: Step | None = None
        self.own_of: _Branch | None = None
        self.seen: dict[str, Span] = {}
        self.slip: Slip | None = None


class Shape:
    """Takes the lines of a file one by one, from top to bottom; gives the tree.

    A line belongs to the nearest line above that stands further left, a step to the last
    stage, or to the way or answer that it stands under. However deep the indentation, the
    tree is shallow: what has no place under its line goes to the nearest that could bear it.
    """

    def __init__(self, source: Source, findings: Findings) -> None:
        self._source = source
        self._findings = findings
        self._root = _Branch(Tree(source, ()))
        self._stage: _Branch | None = None
        self._first_declaration: Declaration | None = None
        # Open branches, each further right than the one before it.
        self._open: list[_Branch] = []
        self._beside = self._root
        self._begun = False
        # A declaration that does not stand at the left edge, until the next one.
        self._indented: tuple[Diagnostic, Declaration] | None = None
        self._is_safe_at_edge = True

    def add(self, node: Node) -> None:
        if isinstance(node, Blank):
            self._beside.children.append(_Branch(node))
            return
        if isinstance(node, Comment):
            above = [one for one in self._open if _indent(one) < node.indent]
            (above[-1] if above else self._root).children.append(_Branch(node))
            return
        slips: list[Slip] = []
        while self._open and _indent(self._open[-1]) >= node.indent:
            slip = self._open.pop().slip
            slips += [slip] if slip else []
        branch = _Branch(node)
        match node:
            case Declaration():
                parent = self._declaration(branch, node)
            case Step():
                parent = self._step(branch, node)
            case Arrow():
                parent = self._arrow(branch, node)
            case Attribute():
                parent = self._attribute(branch, node)
            case Unknown():
                parent = self._nearest(Declaration, Step)
        for slip in slips:
            if branch.slip and slip.goes_on(node):
                slip.join(branch.slip)
                branch.slip = slip
            else:
                slip.end(node, self._findings)
        if self._indented and node.indent <= self._indented[1].indent:
            self._is_safe_at_edge &= node.indent == 0 or isinstance(node, Declaration | Step)
        parent.children.append(branch)
        if isinstance(node, Step):
            parent.first_step = parent.first_step or node
        self._beside = parent
        self._begun = True
        self._open.append(branch)

    def over(self, indent: int) -> Node | Tree:
        """What a line with this indentation would stand under."""
        for branch in reversed(self._open):
            if _indent(branch) < indent:
                return branch.node
        return self._root.node

    def tree(self) -> Tree:
        self._end_slips(None)
        self._end_indented()
        return Tree(self._source, _children(self._root))

    def _report(
        self,
        kind: Kind,
        span: Span,
        message: str,
        help: str,
        others: tuple[Label, ...] = (),
    ) -> None:
        self._findings.add(at(kind, self._source, span, message, help=help, others=others))

    def _end_slips(self, by: Indented | None) -> None:
        for branch in self._open:
            if branch.slip:
                branch.slip.end(by, self._findings)

    def _end_indented(self) -> None:
        if self._indented:
            finding, node = self._indented
            edits = (indented_like(self._source, node, None),)
            fix = Fix("take the indentation away", edits, self._is_safe_at_edge)
            self._findings.add(finding._replace(fix=fix))

    def _nearest(self, *kinds: type) -> _Branch:
        for branch in reversed(self._open):
            if isinstance(branch.node, kinds):
                return branch
        return self._root

    def _declaration(self, branch: _Branch, node: Declaration) -> _Branch:
        self._end_indented()
        self._indented, self._is_safe_at_edge = None, True
        if node.indent:
            finding = at(
                MISPLACED_DECLARATION,
                self._source,
                Span(node.span.start, node.span.start + len(node.kind)),
                f"This {node.kind} does not stand at the left edge.",
                help="Take the indentation away: what is declared belongs to the whole journey.",
            )
            self._indented = finding, node
        self._end_slips(node)
        self._first_declaration = self._first_declaration or node
        self._open.clear()
        if node.kind == "stage":
            self._stage = branch
        return self._root

    def _step(self, branch: _Branch, node: Step) -> _Branch:
        """A step goes to the way or answer it stands under, else to the last stage."""
        passed: Attribute | Step | None = None
        beside: Indented | None = None
        for above in reversed(self._open):
            over = above.node
            if isinstance(over, Declaration):
                break
            if isinstance(over, Arrow) or (isinstance(over, Step) and over.mark in "|&"):
                if passed and beside:
                    branch.slip = self._slip_of_step(node, passed, beside)
                # One level too many is kept as it was written, and judged later; no more.
                deep = above.own_of and above.own_of.own_of and above.own_of
                branch.own_of = deep or above
                return branch.own_of
            if isinstance(over, Attribute | Step):
                passed = passed or over
            beside = cast(Indented, over)
        if passed and beside:
            branch.slip = self._slip_of_step(node, passed, beside)
        return self._stage or self._root

    def _slip_of_step(self, node: Step, over: Attribute | Step, beside: Indented) -> Slip:
        help = "Indent it as far as the other steps of the stage."
        place = over.span
        match over:
            case Step(mark="?"):
                message = "This step stands under a question, not under an answer."
                help = "Put its answer between them: `yes ->`."
                place = over.label.span
            case Step():
                message = "This step is indented under another step."
                help += " Only a `|`, a `&` or an answer has steps of its own."
                place = over.label.span
            case _:
                message = "This step stands under a key."
        others = [Label(place, "it stands under this")]
        slip = Slip(self._source, beside)
        slip.add(
            node,
            at(MISPLACED_STEP, self._source, node.mark_span, message, help=help, others=others),
        )
        return slip

    def _arrow(self, branch: _Branch, node: Arrow) -> _Branch:
        above = self._nearest(Step, Declaration, Unknown)
        over = self._open[-1].node if self._open else None
        if not isinstance(over, Step):
            if not isinstance(over, Unknown):
                self._report(
                    MISPLACED_ARROW,
                    node.arrow,
                    "This arrow leaves no step.",
                    "Indent it under the step that it leaves.",
                )
        elif over.mark == "?" and node.label is None and node.share is None:
            self._report(
                MISSING_LABEL,
                node.arrow,
                "This answer says nothing.",
                "Write the answer before the arrow: `yes -> next`.",
                (Label(over.label.span, "the question"),),
            )
        branch.own_of = self._nearest(Step).own_of
        return above

    def _attribute(self, branch: _Branch, node: Attribute) -> _Branch:
        key = node.key.value
        above = self._open[-1] if self._open else self._root
        over = above.node
        if isinstance(over, Attribute) and over.key.value == "journey":
            above, over = self._root, self._root.node
        bearer = above
        if isinstance(over, Attribute) and (over.key.value, key) != ("backstage", "system"):
            bearer = self._nearest(Declaration, Step, Arrow, Unknown)
            branch.slip = self._slip_of_key(node, over, bearer)
        elif not isinstance(over, Unknown) and (wrong := self._objection(node, above)):
            self._report(MISPLACED_KEY, node.key.span, *wrong)
            return bearer
        first = bearer.seen.setdefault(key, node.key.span)
        place = place_of(bearer.node)
        if first != node.key.span and place and KEYS[place].get(key) is False:
            self._report(
                REPEATED_KEY,
                node.key.span,
                f"`{key}` may be said once.",
                "Keep one of the two.",
                (Label(first, "it is said here already"),),
            )
        return bearer

    def _slip_of_key(self, node: Attribute, over: Attribute, bearer: _Branch) -> Slip:
        place = 0 if bearer is self._root else self._open.index(bearer) + 1
        slip = Slip(self._source, cast(Indented, self._open[place].node))
        finding = at(
            MISPLACED_KEY,
            self._source,
            node.key.span,
            f"`{node.key.value}` stands under another key.",
            help="Indent it as far as the line above.",
            others=[Label(over.key.span, "under this key")],
        )
        slip.add(node, finding, mendable=self._objection(node, bearer) is None)
        return slip

    def _objection(self, node: Attribute, above: _Branch) -> Objection | None:
        """Why a key may not stand directly under this."""
        key = node.key.value
        is_late = self._begun and key not in above.seen
        return objection(key, above.node, above.first_step, self._first_declaration, is_late)


def _indent(branch: _Branch) -> int:
    return -1 if isinstance(branch.node, Blank | Tree) else branch.node.indent


def _children(branch: _Branch) -> tuple[Node, ...]:
    return tuple(
        child.node._replace(children=_children(child))
        if child.children and not isinstance(child.node, Blank | Comment)
        else child.node
        for child in branch.children
        if not isinstance(child.node, Tree)
    )
