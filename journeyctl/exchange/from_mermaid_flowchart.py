"""A journey from Mermaid's ``flowchart``: nodes are steps, subgraphs are stages, decisions are
questions, and arrows that lead elsewhere than to the next line are written down."""

import re

from journeyctl.diagnostics import Diagnostic, at
from journeyctl.exchange import drafting
from journeyctl.exchange.arranging import Arranged, arranged, is_question
from journeyctl.exchange.flowchart import flowchart
from journeyctl.exchange.graph import Edge, Node
from journeyctl.exchange.mermaid import times
from journeyctl.kinds import GUESSED
from journeyctl.source import Source, Span
from journeyctl.syntax.names import fold, is_name

_SHARE = re.compile(r"(.*?)[\s(]*(\d{1,3}(?:[.,]\d{1,2})?)\s*%\)?\Z")


def from_mermaid_flowchart(source: Source) -> tuple[str, list[Diagnostic]]:
    """The text of a journey, "" where the flowchart has no nodes; and what did not come in."""
    graph, findings = flowchart(source)
    if not graph.nodes and not graph.groups:
        return "", findings
    layout, told = arranged(graph, source)
    writer = _Writer(source, layout)
    title = graph.title or drafting.title(source.path, "Mermaid")
    text = drafting.written([drafting.key("journey", title), *writer.lines()])
    return text, [*findings, *told, *writer.findings]


class _Writer:
    def __init__(self, source: Source, layout: Arranged) -> None:
        self._source, self._layout = source, layout
        self.findings: list[Diagnostic] = []
        self._order = [node for stage in layout.stages for node in stage.nodes]
        self._nodes = {node.id: node for node in self._order}
        self._next = self._following()
        self._names = drafting.Names()
        # The ids of those that an arrow names.
        self._ids: dict[str, str] = {}
        self._unnamed: list[Edge] = []
        self._noted: list[Edge] = []
        # What arrows may not be taken for, and whether one leads to the end.
        labels = [*(node.label for node in self._order), *(one.label for one in layout.stages)]
        self._taken = {fold(one) for one in labels}
        self._ends = False

    def lines(self) -> list[str]:
        """The stages with their steps; steps are written when it is known which need an id."""
        arrows = {node.id: self._arrows(node) for node in self._order}
        lines: list[str] = []
        stages = drafting.Names()
        for stage in self._layout.stages:
            lines += ["", drafting.stage(stages, self._label(stage.label, stage.nodes[0].span))]
            for node in stage.nodes:
                tags = [f"^{self._ids[node.id]}"] if node.id in self._ids else []
                label = self._label(node.label, node.span)
                lines.append("  " + drafting.step(self._mark(node), label, tags))
                lines += [f"      {drafting.key('link', one)}" for one in node.links]
                lines += [f"      {one}" for one in arrows[node.id]]
        self._tell("An answer without a text is called like the step it leads to", self._unnamed)
        self._tell("The text of an only way is a note of the step that it leaves", self._noted)
        return lines

    def _label(self, label: str, span: Span) -> str:
        """A label that no arrow takes for the word ``end``."""
        if not self._ends or fold(label) != "end":
            return label
        message = f"`{label}` is where an arrow ends a journey; here it is called `{label}.`"
        self.findings.append(at(GUESSED, self._source, span, message))
        return f"{label}."

    def _tell(self, what: str, edges: list[Edge]) -> None:
        """Where the edges came in otherwise than as they were drawn."""
        if edges:
            message = f"{what}{times(len(edges))}."
            self.findings.append(at(GUESSED, self._source, edges[0].span, message))

    def _following(self) -> dict[str, tuple[str, ...]]:
        """What comes after each node if no arrow says otherwise: a node, or all of a run."""
        following: dict[str, tuple[str, ...]] = {}
        behind: tuple[str, ...] = ()
        runs = self._layout.runs
        place = len(self._order)
        while place:
            first = place - 1
            run = runs.get(self._order[first].id)
            while run is not None and first and runs.get(self._order[first - 1].id) == run:
                first -= 1
            block = tuple(node.id for node in self._order[first:place])
            following |= dict.fromkeys(block, behind)
            behind, place = block, first
        return following

    def _is_question(self, node: Node) -> bool:
        is_in_run = node.id in self._layout.runs
        return not is_in_run and is_question(node, self._layout.edges[node.id])

    def _mark(self, node: Node) -> str:
        if node.id in self._layout.runs:
            return "|"
        return "?" if self._is_question(node) else "-"

    def _arrows(self, node: Node) -> list[str]:
        edges = self._layout.edges[node.id]
        following = self._next[node.id]
        if not edges:
            self._ends |= bool(following)
            return ["-> end"] if following else []
        plain = [one for one in edges if not one.label]
        is_usual = bool(plain) and {one.target for one in plain} == set(following)
        if is_usual and len(plain) == len(edges) == len(following):
            return []
        if self._is_question(node):
            return self._answers(edges, following)
        if len(edges) == 1 and not plain:
            return self._only(edges[0], following)
        lines: list[str] = []
        kept: set[str] = set()
        if is_usual:
            kept = set(following)
        elif plain:
            usual = next((one for one in plain if (one.target,) == following), plain[0])
            lines += [] if (usual.target,) == following else [f"-> {self._target(usual)}"]
            kept = {usual.target}
        elif following:
            usual = next((one for one in edges if (one.target,) == following), edges[0])
            self._noted.append(usual)
            kept = {usual.target}
            lines += [] if (usual.target,) == following else [f"-> {self._target(usual)}"]
            edges = [one for one in edges if one is not usual]
        for edge in edges:
            if edge.label:
                lines.append(drafting.arrow(edge.label, "", self._target(edge)))
            elif edge.target in kept:
                kept.discard(edge.target)
            else:
                lines.append(drafting.arrow(self._called(edge), "", self._target(edge)))
        return lines

    def _only(self, edge: Edge, following: tuple[str, ...]) -> list[str]:
        """The only way out, whose text stands in a note: a way that all go has no answer."""
        self._noted.append(edge)
        note = drafting.key("note", edge.label)
        return [note] if (edge.target,) == following else [note, f"-> {self._target(edge)}"]

    def _answers(self, edges: list[Edge], following: tuple[str, ...]) -> list[str]:
        shares = _shares(edges)
        lines: list[str] = []
        for edge, (label, share) in zip(edges, shares, strict=True):
            is_next = (edge.target,) == following and "next" not in self._taken
            target = "next" if is_next else self._target(edge)
            lines.append(drafting.arrow(label or self._called(edge), share, target))
        return lines

    def _called(self, edge: Edge) -> str:
        self._unnamed.append(edge)
        return self._nodes[edge.target].label

    def _target(self, edge: Edge) -> str:
        """How an arrow names where it leads; what it names gets an id."""
        name = edge.target
        if name not in self._ids:
            self._ids[name] = self._names.name(name if is_name(name) else "", "step")
        return f"^{self._ids[name]}"


def _shares(edges: list[Edge]) -> list[tuple[str, str]]:
    """The text of each answer and its share, where all have one and they are a hundred percent."""
    found = [_SHARE.match(edge.label) for edge in edges]
    if all(found):
        numbers = [float(one[2].replace(",", ".")) for one in found if one]
        if abs(sum(numbers) - 100) <= 1:
            return [(one[1].strip(), f"{one[2]}%") for one in found if one]
    return [(edge.label, "") for edge in edges]
