"""A graph in the order of a journey: its stages, the steps of each, and who stands side by side."""

from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic, at
from journeyctl.exchange.graph import Edge, Graph, Node
from journeyctl.kinds import GUESSED, NOT_CARRIED_OVER
from journeyctl.source import Source

WITHOUT_GROUP = "Journey"


class Stage(NamedTuple):
    label: str
    nodes: list[Node]


class Arranged(NamedTuple):
    """``stages`` in their order; ``edges`` by the node that they leave; ``runs`` tells for each
    node of a run by which run's number it stands."""

    stages: list[Stage]
    edges: dict[str, list[Edge]]
    runs: dict[str, int]


def arranged(graph: Graph, source: Source) -> tuple[Arranged, list[Diagnostic]]:
    """The graph's nodes so that most edges lead to what stands next. Linear in its size."""
    findings: list[Diagnostic] = []
    tops = _tops(graph)
    nodes = dict(graph.nodes)
    filled = {tops[node.group] for node in nodes.values() if node.group}
    for group in graph.groups.values():
        if group.parent and tops[group.id] in filled:
            message = (
                f"The subgraph `{group.label}` is in another one; its nodes are in that stage."
            )
            findings.append(at(NOT_CARRIED_OVER, source, group.span, message))
        if tops[group.id] == group.id and group.id not in filled:
            # An empty one is a node to Mermaid, too.
            nodes[group.id] = Node(group.id, group.label, False, "", group.span)
    members = _members(graph, nodes)
    order = _ordered(nodes, [_resolved(edge, members) for edge in graph.edges])
    place = {name: number for number, name in enumerate(order)}
    ends = {
        name: (min(inside, key=place.__getitem__), max(inside, key=place.__getitem__))
        for name, inside in members.items()
    }
    edges: dict[str, list[Edge]] = {name: [] for name in order}
    for edge in graph.edges:
        if edge.source in ends or edge.target in ends:
            message = "An arrow of a subgraph leaves its last step, and leads to its first."
            findings.append(at(GUESSED, source, edge.span, message))
        first = ends.get(edge.source, ("", edge.source))[1]
        last = ends.get(edge.target, (edge.target, ""))[0]
        if first in edges and last in edges:
            edges[first].append(edge._replace(source=first, target=last))
    stages, told = _stages(graph, source, [nodes[name] for name in order], tops)
    found = Arranged(stages, edges, {})
    entries, lost = _entries(found, source)
    found = found._replace(stages=_with_entries(stages, entries), runs=_runs(found, entries))
    return found, [*findings, *told, *lost]


def _tops(graph: Graph) -> dict[str, str]:
    """The outermost group around each group."""
    tops: dict[str, str] = {}
    for name in graph.groups:
        above, seen = name, {name}
        while (parent := graph.groups[above].parent) in graph.groups and parent not in seen:
            above = tops.get(parent, parent)
            seen.add(above)
        tops[name] = above
    return tops


def _members(graph: Graph, nodes: dict[str, Node]) -> dict[str, list[str]]:
    """The nodes in each group that is not empty, those of its inner groups with them."""
    found: dict[str, list[str]] = {}
    for node in nodes.values():
        group, seen = node.group, set[str]()
        while group in graph.groups and group not in seen:
            found.setdefault(group, []).append(node.id)
            seen.add(group)
            group = graph.groups[group].parent
    return found


def _resolved(edge: Edge, members: dict[str, list[str]]) -> Edge:
    first, last = members.get(edge.source, [edge.source]), members.get(edge.target, [edge.target])
    return edge._replace(source=first[-1], target=last[0])


def _ordered(nodes: dict[str, Node], edges: list[Edge]) -> list[str]:
    """The nodes so that each stands before those that it leads to, where no loop forbids it:
    those that nothing leads to first, all else as deep as it goes (reverse postorder)."""
    after: dict[str, list[str]] = {name: [] for name in nodes}
    reached: set[str] = set()
    for edge in edges:
        if edge.source in after and edge.target in after:
            after[edge.source].append(edge.target)
            reached.update([edge.target] if edge.target != edge.source else [])
    starts = [name for name in nodes if name not in reached]
    order: list[str] = []
    begun: set[str] = set()
    for group in [starts, *([name] for name in nodes)]:
        order += _deepest_first(group, after, begun)
    return order


def _deepest_first(starts: list[str], after: dict[str, list[str]], begun: set[str]) -> list[str]:
    """What can be reached from the starts and was not begun, in reverse postorder."""
    done: list[str] = []
    for start in reversed(starts):
        todo = [] if start in begun else [(start, reversed(after[start]))]
        begun.add(start)
        while todo:
            name, rest = todo[-1]
            following = next((one for one in rest if one not in begun), None)
            if following is None:
                done.append(name)
                todo.pop()
            else:
                begun.add(following)
                todo.append((following, reversed(after[following])))
    return done[::-1]


def _stages(
    graph: Graph, source: Source, order: list[Node], tops: dict[str, str]
) -> tuple[list[Stage], list[Diagnostic]]:
    """A stage for each subgraph, where its first node stands; what is in none stands between."""
    stages: dict[str, Stage] = {}
    between = ""
    outside: list[Node] = []
    for node in order:
        if node.group:
            name, label = tops[node.group], graph.groups[tops[node.group]].label
            between = between if name in stages else ""
        else:
            outside.append(node)
            between = between or f"\n{len(stages)}"
            name, label = between, WITHOUT_GROUP
        stages.setdefault(name, Stage(label, [])).nodes.append(node)
    if not graph.groups or not outside:
        return list(stages.values()), []
    message = f"Nodes in no subgraph ({len(outside)}) are in a stage called `{WITHOUT_GROUP}`."
    return list(stages.values()), [at(GUESSED, source, outside[0].span, message)]


def _entries(found: Arranged, source: Source) -> tuple[list[Node], list[Diagnostic]]:
    """The nodes of the first stage that nothing leads to, to stand side by side; those that
    cannot, or are in other stages, are told."""
    reached = {
        one.target for edges in found.edges.values() for one in edges if one.source != one.target
    }
    ways_in = [one for stage in found.stages for one in stage.nodes if one.id not in reached]
    first = found.stages[0].nodes
    if is_question(first[0], found.edges[first[0].id]):
        entries = first[:1]  # A question is no way of several.
    else:
        inside = {one.id for one in first}
        entries = [
            one for one in ways_in if one.id in inside and not is_question(one, found.edges[one.id])
        ]
    kept = {one.id for one in entries}
    findings = [
        at(
            NOT_CARRIED_OVER,
            source,
            one.span,
            f"`{one.label}` is a way in of its own; in the journey nothing leads to it.",
        )
        for one in ways_in
        if one.id not in kept
    ]
    return entries, findings


def is_question(node: Node, edges: list[Edge]) -> bool:
    """Whether a node is one, by its shape or by the words on all of its several edges."""
    return len(edges) > 1 and (node.asks or all(one.label for one in edges))


def _with_entries(stages: list[Stage], entries: list[Node]) -> list[Stage]:
    if len(entries) < 2:
        return stages
    names = {one.id for one in entries}
    rest = [one for one in stages[0].nodes if one.id not in names]
    return [stages[0]._replace(nodes=[*entries, *rest]), *stages[1:]]


def _runs(found: Arranged, entries: list[Node]) -> dict[str, int]:
    """The nodes that a node leads to without a word, all of which lead on to one place."""
    runs = {one.id: 0 for one in entries} if len(entries) > 1 else {}
    before: dict[str, set[str]] = {}
    for edges in found.edges.values():
        for edge in edges:
            before.setdefault(edge.target, set()).add(edge.source)
    for number, stage in enumerate(found.stages, 1):
        inside = {one.id for one in stage.nodes}
        for place, node in enumerate(stage.nodes):
            edges = found.edges[node.id]
            ways = [one.target for one in edges]
            if (
                len(ways) > 1
                and len(set(ways)) == len(ways)
                and node.id not in runs
                and inside.issuperset(ways)
                and not any(one.label for one in edges)
                and all(before[one] == {node.id} and one not in runs for one in ways)
                and node.id not in ways
                and [one.id for one in stage.nodes[place + 1 : place + 1 + len(ways)]] == ways
                and len({tuple(e.target for e in found.edges[one]) for one in ways}) == 1
                and len(found.edges[ways[0]]) < 2
            ):
                runs |= dict.fromkeys(ways, number * len(found.edges) + place)
    return runs
