"""The tree sorted by what belongs together: keys, declarations, and the lines of each stage.

Here it is decided which steps are a way's own, and everything that is wrong with where a
step or an arrow stands is said. The tree may be as deep as its writer indented; it is
walked with a stack.
"""

from typing import NamedTuple

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Label, at
from journeyctl.syntax import nodes
from journeyctl.syntax.nodes import Arrow, Attribute, Declaration, Mark


class Line:
    """A step's line with its keys, its arrows, and the steps indented under it as its own."""

    __slots__ = ("arrows", "id", "keys", "node", "own", "stage", "within")

    def __init__(self, node: nodes.Step, stage: int, within: "list[Line]", own: bool) -> None:
        self.node = node
        self.stage = stage
        self.keys: list[Attribute] = []
        self.arrows: list[Exit] = []
        # The steps of a `|` or `&` line, in a list that this line is no member of.
        self.own: list[Line] = []
        # The list that this line is a member of, where it is a step of a way's own, else None.
        self.within = within if own else None
        self.id = ""

    @property
    def mark(self) -> Mark:
        return self.node.mark

    @property
    def is_run(self) -> bool:
        return self.node.mark in "|&"

    @property
    def share(self) -> float | None:
        for tag in self.node.tags:
            if tag.kind == "share":
                return tag.number
        return None


class Exit(NamedTuple):
    """An arrow of a line, and the steps indented under it."""

    node: Arrow
    own: list[Line]

    @property
    def share(self) -> float | None:
        return self.node.share.number if self.node.share else None


class StageLines:
    """A stage's declaration with its keys and, in file order, its lines; ``all`` with own ones."""

    __slots__ = ("all", "keys", "lines", "node")

    def __init__(self, node: Declaration) -> None:
        self.node = node
        self.keys: list[Attribute] = []
        self.lines: list[Line] = []
        self.all: list[Line] = []


class Outline(NamedTuple):
    """The file's parts, each in file order. ``declarations`` are those that are no stages."""

    keys: list[Attribute]
    declarations: list[Declaration]
    stages: list[StageLines]
    findings: list[Diagnostic]


class _Answer(NamedTuple):
    """An arrow as a parent: its line, and where the steps under it go."""

    line: Line
    exit: Exit


_Parent = StageLines | Line | _Answer | Declaration | Attribute | nodes.Unknown | None


def outline(tree: nodes.Tree) -> Outline:
    """Sort a tree's nodes. Errors: a step before the first stage, own steps a level too deep,
    an arrow on a ``&`` line, an answer with a target and steps, or with neither."""
    result = Outline([], [], [], [])
    parents: list[tuple[nodes.Node, _Parent]] = [(node, None) for node in reversed(tree.children)]
    while parents:
        node, parent = parents.pop()
        inner = parent
        if isinstance(node, Declaration):
            if node.kind == "stage":
                inner = StageLines(node)
                result.stages.append(inner)
            else:
                result.declarations.append(node)
                # Its keys are read from the node; a step under it is the last stage's.
                inner = node
        elif isinstance(node, nodes.Step):
            inner = _step(tree, result, node, parent)
        elif isinstance(node, Arrow):
            inner = _arrow(tree, result, node, parent)
        elif isinstance(node, Attribute):
            if parent is None:
                result.keys.append(node)
            elif isinstance(parent, StageLines | Line):
                parent.keys.append(node)
            inner = node
        elif isinstance(node, nodes.Unknown):
            # Whatever it was meant to be, keys under it are not those of what it stands in.
            inner = node
        if not isinstance(node, nodes.Blank | nodes.Comment):
            parents.extend((child, inner) for child in reversed(node.children))
    for stage in result.stages:
        for line in stage.all:
            _judge_arrows(tree, result, line)
    titles = [key for key in result.keys if key.key.value == "journey"]
    if titles and not result.stages and not result.findings:
        message = "This journey has no stages."
        help = "Write a line such as `stage awareness`, and steps under it."
        result.findings.append(
            at(kinds.NO_STAGES, tree.source, titles[0].value.span, message, help=help)
        )
    return result


def _step(tree: nodes.Tree, result: Outline, node: nodes.Step, parent: _Parent) -> _Parent:
    if not result.stages and any(one.kind is kinds.STEP_BEFORE_STAGE for one in result.findings):
        return None  # One stage above the first of them mends them all.
    if not result.stages:
        result.findings.append(
            at(
                kinds.STEP_BEFORE_STAGE,
                tree.source,
                node.mark_span,
                "This step stands before the first stage.",
                help="Write a line such as `stage awareness` above it.",
            )
        )
        return None
    number = len(result.stages) - 1
    stage = result.stages[number]
    above, owned = (parent.line, parent.exit.own) if isinstance(parent, _Answer) else (None, None)
    if isinstance(parent, Line):
        above, owned = parent, parent.own if parent.is_run else None
    if above is None or above.stage != number:
        line = Line(node, number, stage.lines, own=False)
        stage.lines.append(line)
    elif owned is None or above.within is not None:
        # Under any other step depth says nothing: the step follows in the same list.
        within = stage.lines if above.within is None else above.within
        line = Line(node, number, within, own=above.within is not None)
        within.append(line)
        if owned is not None:
            result.findings.append(
                at(
                    kinds.STEPS_TOO_DEEP,
                    tree.source,
                    node.mark_span,
                    "This step is a second level of steps of a way’s own; there is only one.",
                    help="Let the way lead to a step of the stage with an arrow.",
                )
            )
    else:
        line = Line(node, number, owned, own=True)
        owned.append(line)
    stage.all.append(line)
    return line


def _arrow(tree: nodes.Tree, result: Outline, node: Arrow, parent: _Parent) -> _Parent:
    line = parent.line if isinstance(parent, _Answer) else parent
    if not isinstance(line, Line):
        return parent
    if line.mark == "&":
        result.findings.append(
            at(
                kinds.ARROW_ON_PART,
                tree.source,
                node.span,
                "A `&` line has no arrows, since all of them must happen.",
                help="Ask with a `?` line after them, and let its answers lead away.",
            )
        )
        return line
    leaving = Exit(node, [])
    line.arrows.append(leaving)
    return _Answer(line, leaving)


def _judge_arrows(tree: nodes.Tree, result: Outline, line: Line) -> None:
    bare: Arrow | None = None
    for leaving in line.arrows:
        node = leaving.node
        if node.label is None and line.mark != "?":
            if bare:
                result.findings.append(
                    at(
                        kinds.TWO_BARE_ARROWS,
                        tree.source,
                        node.arrow,
                        "A second arrow without a label replaces the way that follows.",
                        help="Write before the arrow when it is taken: `new needs -> contact`.",
                        others=[Label(bare.arrow, "the first is here")],
                    )
                )
            bare = bare or node
        has_steps = any(isinstance(child, nodes.Step) for child in node.children)
        if node.target is None and not has_steps:
            result.findings.append(
                at(
                    kinds.ANSWER_WITHOUT_WAY,
                    tree.source,
                    node.arrow,
                    "This arrow leads nowhere.",
                    help="Write a target after it, such as `next`, or indent steps under it.",
                )
            )
        elif node.target is not None and leaving.own:
            result.findings.append(
                at(
                    kinds.ANSWER_WITH_TWO_WAYS,
                    tree.source,
                    node.target.span,
                    "This arrow has a target and steps of its own.",
                    help="Take the target away, or move the steps out from under the arrow.",
                )
            )
