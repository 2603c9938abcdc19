"""Where each line belongs: the tree is built here, and what stands wrongly is reported."""

from journeyctl.diagnostics import Kind, Label, at
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
from journeyctl.syntax.keys import CALLED, KEYS, PLACES, Place
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


class _Branch:
    """A node whose children are still to come.

    ``own_of`` is the way or answer that a step is one of the own steps of; an arrow has
    that of its step. ``seen`` holds the places of the keys said so far.
    """

    __slots__ = ("children", "first_step", "node", "own_of", "seen")

    def __init__(self, node: Node | Tree) -> None:
        self.node = node
        self.children: list[_Branch] = []
        self.first_step: Step | None = None
        self.own_of: _Branch | None = None
        self.seen: dict[str, Span] = {}


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

    def add(self, node: Node) -> None:
        if isinstance(node, Blank):
            self._beside.children.append(_Branch(node))
            return
        if isinstance(node, Comment):
            above = [one for one in self._open if _indent(one) < node.indent]
            (above[-1] if above else self._root).children.append(_Branch(node))
            return
        while self._open and _indent(self._open[-1]) >= node.indent:
            self._open.pop()
        branch = _Branch(node)
        match node:
            case Declaration():
                parent = self._declaration(branch, node)
            case Step():
                parent = self._step(branch, node)
            case Arrow():
                parent = self._arrow(branch, node)
            case Attribute():
                parent = self._attribute(node)
            case Unknown():
                parent = self._nearest(Declaration, Step)
        parent.children.append(branch)
        if isinstance(node, Step):
            parent.first_step = parent.first_step or node
        self._beside = parent
        self._begun = True
        self._open.append(branch)

    def tree(self) -> Tree:
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

    def _nearest(self, *kinds: type) -> _Branch:
        for branch in reversed(self._open):
            if isinstance(branch.node, kinds):
                return branch
        return self._root

    def _declaration(self, branch: _Branch, node: Declaration) -> _Branch:
        if node.indent:
            self._report(
                MISPLACED_DECLARATION,
                Span(node.span.start, node.span.start + len(node.kind)),
                f"This {node.kind} does not stand at the left edge.",
                "Take the indentation away: what is declared belongs to the whole journey.",
            )
        self._first_declaration = self._first_declaration or node
        self._open.clear()
        if node.kind == "stage":
            self._stage = branch
        return self._root

    def _step(self, branch: _Branch, node: Step) -> _Branch:
        """A step goes to the way or answer it stands under, else to the last stage."""
        passed: Attribute | Step | None = None
        for above in reversed(self._open):
            over = above.node
            if isinstance(over, Declaration):
                break
            if isinstance(over, Arrow) or (isinstance(over, Step) and over.mark in "|&"):
                if passed:
                    self._report_step(node, passed)
                # One level too many is kept as it was written, and judged later; no more.
                deep = above.own_of and above.own_of.own_of and above.own_of
                branch.own_of = deep or above
                return branch.own_of
            if isinstance(over, Attribute | Step):
                passed = passed or over
        if passed:
            self._report_step(node, passed)
        return self._stage or self._root

    def _report_step(self, node: Step, over: Attribute | Step) -> None:
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
        self._report(
            MISPLACED_STEP, node.mark_span, message, help, (Label(place, "it stands under this"),)
        )

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

    def _attribute(self, node: Attribute) -> _Branch:
        key = node.key.value
        above = self._open[-1] if self._open else self._root
        over = above.node
        if isinstance(over, Attribute) and over.key.value == "journey":
            above, over = self._root, self._root.node
        bearer = above
        if isinstance(over, Attribute) and (over.key.value, key) != ("backstage", "system"):
            bearer = self._nearest(Declaration, Step, Arrow, Unknown)
            self._report(
                MISPLACED_KEY,
                node.key.span,
                f"`{key}` stands under another key.",
                "Indent it as far as the line above.",
                (Label(over.key.span, "under this key"),),
            )
        elif not isinstance(over, Unknown) and not self._is_in_place(node, above):
            return bearer
        first = bearer.seen.setdefault(key, node.key.span)
        place = _place(bearer.node)
        if first != node.key.span and place and KEYS[place].get(key) is False:
            self._report(
                REPEATED_KEY,
                node.key.span,
                f"`{key}` may be said once.",
                "Keep one of the two.",
                (Label(first, "it is said here already"),),
            )
        return bearer

    def _is_in_place(self, node: Attribute, above: _Branch) -> bool:
        """Whether the key may stand directly under this; reports it if not."""
        key, over = node.key.value, above.node
        place = _place(over)
        belongs = "It is a key of " + _either([CALLED[one] for one in PLACES[key]]) + "."
        others: tuple[Label, ...] = ()
        if place is None:
            message = f"`{key}` stands under an answer."
            if "step" in PLACES[key]:
                belongs = "Indent it under a step."
        elif isinstance(over, Tree) and self._first_declaration:
            message = f"`{key}` stands at the left edge, behind the first declaration."
            belongs = (
                "Move it above the first declaration: it is a key of the journey alone."
                if PLACES[key] == ("journey",)
                else "Indent it under the line it is about; the journey's own keys stand above."
            )
            others = (Label(self._first_declaration.span, "the first declaration"),)
        elif key not in KEYS[place]:
            message = f"`{key}` is no key of {CALLED[place]}."
            if isinstance(over, Declaration | Step | Attribute):
                others = (Label(_named(over), f"this is {CALLED[place]}"),)
        elif place == "stage" and above.first_step:
            message = f"`{key}` of a stage stands behind its first step."
            belongs = "Move it above the step, or indent it under the step that it is about."
            others = (Label(_named(above.first_step), "the first step"),)
        elif key == "journey" and self._begun and key not in above.seen:
            message = "The title does not stand first."
            belongs = "Begin the file with `journey: Title`."
        else:
            return True
        self._report(MISPLACED_KEY, node.key.span, message, belongs, others)
        return False


def _indent(branch: _Branch) -> int:
    return -1 if isinstance(branch.node, Blank | Tree) else branch.node.indent


def _place(node: Node | Tree) -> Place | None:
    """The place that keys under this node have, or None where no key may stand."""
    match node:
        case Tree():
            return "journey"
        case Declaration():
            return node.kind
        case Step():
            return "step"
        case Attribute():
            return "backstage"
    return None


def _named(node: Declaration | Step | Attribute) -> Span:
    """The part of a line that names it."""
    match node:
        case Declaration():
            return node.name.span
        case Step():
            return node.label.span
        case Attribute():
            return node.key.span


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]


def _children(branch: _Branch) -> tuple[Node, ...]:
    return tuple(
        child.node._replace(children=_children(child))
        if child.children and not isinstance(child.node, Blank | Comment)
        else child.node
        for child in branch.children
        if not isinstance(child.node, Tree)
    )
