"""Mermaid's ``flowchart`` read into a graph, statement by statement."""

import re
from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic, at
from journeyctl.exchange import chart_parts
from journeyctl.exchange.chart_parts import DECISIONS, ORDINARY, Link, words
from journeyctl.exchange.graph import Edge, Graph, Group, Node
from journeyctl.exchange.mermaid import diagram, left, times
from journeyctl.kinds import GUESSED, NOT_CARRIED_OVER, NOT_IMPORTED
from journeyctl.source import Source, Span
from journeyctl.syntax.links import is_address

_SPACE = re.compile(r"[ \t]*")
_WHITE = re.compile(r"\s*")
_BETWEEN = re.compile(r"[\s;]*")
_REST = re.compile(r"[^\n;]*")
_LINE = re.compile(r"[^\n]*")
_HEADING = re.compile(r"[ \t]*(TB|TD|BT|RL|LR|BR|<|>|\^|v)?(?=[\s;]|\Z)")
_DIRECTION = re.compile(r"direction[ \t]+\w+")
_WORD = re.compile(r"(subgraph|end|style|linkStyle|classDef|class|click)(?![^\s;])")
_ABOUT = re.compile(r"acc(?:Title|Descr)[ \t]*(?::[^\n]*|\{[^}]*\}?)")
_ID = re.compile(r"(?:[\w!#$%'*+.?`\\/,]|:(?!::)|&(?=\S)(?<=\S&)|-(?![->.])|=(?!=)|@(?![{\s]))+")
_AND = re.compile(r"\s*&\s*(?=\S)")
_CLICK = re.compile(r'click[ \t]+(\S+)[ \t]+(?:href[ \t]+)?"([^"\n]*)"(?:[ \t]+"([^"\n]*)")?')
_CLASS = re.compile(r":::[\w-]+")
# Behind the word: a name and a title in brackets or quotes, or a title alone.
_SUBGRAPH = re.compile(r'[ \t]*(?:([^\s\[";]+)?[ \t]*(?:\[([^\n\]]*)\]|"([^"]*)")|([^\n;]*))[ \t]*')

_MOST_LINES = 5
_MOST_EDGES = 50_000  # Two rows of nodes have as many as the one times the other.
_DEEPEST = 50  # groups in groups


class _Open(NamedTuple):
    """A subgraph that is being read, and the nodes that are named in it."""

    id: str
    label: str
    span: Span
    names: list[str]


def flowchart(source: Source) -> tuple[Graph, list[Diagnostic]]:
    """The graph of a flowchart, and what of it has no place in a graph or could not be read."""
    reader = _Reader(source)
    reader.read()
    return reader.graph(), reader.findings


class _Reader:
    def __init__(self, source: Source) -> None:
        head = diagram(source)
        self._source, self._text, self._at = source, head.body, head.start
        self._title = head.title
        self.findings = head.findings
        self._nodes: dict[str, Node] = {}
        self._edges: list[Edge] = []
        self._link_ids: set[str] = set()
        self._groups: dict[str, Group] = {}
        # The ids of groups as they were opened, and how many there are of each.
        self._opened: dict[str, int] = {}
        self._open: list[_Open] = []
        # What has no place in a journey, and where it stands.
        self._looks: dict[str, list[Span]] = {}
        self._headless: list[Span] = []
        self._too_deep: list[Span] = []
        self._has_all_edges = True
        # By the names of nodes.
        self._links: dict[str, list[str]] = {}

    def graph(self) -> Graph:
        """What was read. An id that a group has is no node."""
        nodes = {
            id: node._replace(links=tuple(self._links.get(id, ())))
            for id, node in self._nodes.items()
            if id not in self._groups
        }
        groups = {id: self._groups[id] for id in self._opened}
        return Graph(self._title, nodes, self._edges, groups)

    def read(self) -> None:
        heading = self._take(_HEADING)
        if heading and heading[1]:
            self._look("its direction", heading.start(1), heading.end(1))
        while self._take(_BETWEEN) and self._at < len(self._text):
            self._statement()
        while self._open:
            self._close()
        if self._looks:
            looks = ", ".join(f"{what} ({self._lines(at)})" for what, at in self._looks.items())
            message = f"How it looks has no place in a journey: {looks}."
            place = min(spans[0] for spans in self._looks.values())
            self.findings.append(at(NOT_CARRIED_OVER, self._source, place, message))
        if self._headless:
            message = "Lines without the head of an arrow are read as arrows"
            message += f"{times(len(self._headless))}."
            self.findings.append(at(GUESSED, self._source, self._headless[0], message))
        if self._too_deep:
            message = f"Subgraphs stand in each other more than {_DEEPEST} deep; the inner ones are"
            message += " read side by side."
            self.findings.append(at(NOT_CARRIED_OVER, self._source, min(self._too_deep), message))

    def _lines(self, spans: list[Span]) -> str:
        """In which lines something stands."""
        lines = list(dict.fromkeys(self._source.line_column(one.start)[0] for one in spans))
        told = ", ".join(map(str, lines[:_MOST_LINES]))
        more = f" and {len(lines) - _MOST_LINES} more" if len(lines) > _MOST_LINES else ""
        return f"line{'s' * (len(lines) > 1)} {told}{more}"

    def _statement(self) -> None:
        start = self._at
        word = _WORD.match(self._text, start)
        if about := self._take(_ABOUT):
            self._leave("This description for screen readers", *about.span())
        elif direction := self._take(_DIRECTION):
            self._look("its direction", *direction.span())
        elif word and word[1] == "end":
            self._at = word.end()
            if self._open:
                self._close()
            else:
                self._refuse("This `end` ends nothing.", start, self._at)
        elif word and word[1] == "subgraph":
            self._at = word.end()
            self._subgraph(start)
        elif word and word[1] == "click":
            self._click()
        elif word:
            self._take(_REST)
            self._look("styles and classes", start, self._at)
        elif not self._chain():
            message = "From here on this line could not be read."
            begin = self._at
            self._take(_LINE)
            self._at = max(self._at, start + 1)
            self._refuse(message, min(begin, self._at - 1), self._at)

    def _click(self) -> None:
        """A click that opens a page is a link of its node."""
        start = self._at
        link = _CLICK.match(self._text, start)
        self._take(_LINE)
        if link and is_address(link[2]):
            said = words(link[3] or "")
            self._links.setdefault(link[1], []).append(f"{said} {link[2]}".strip())
        else:
            self._leave("This `click`", start, self._at)

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()
        return found

    def _leave(self, what: str, start: int, end: int) -> None:
        self.findings.append(left(self._source, Span(start, end), what))

    def _look(self, what: str, start: int, end: int) -> None:
        self._looks.setdefault(what, []).append(Span(start, end))

    def _refuse(self, message: str, start: int, end: int) -> None:
        self.findings.append(at(NOT_IMPORTED, self._source, Span(start, end), message))

    def _subgraph(self, start: int) -> None:
        found = self._take(_SUBGRAPH)
        name, *titles = found.groups() if found else ("", "")
        written = next((one for one in titles if one is not None), "")
        label = words(f'"{written}"' if written.startswith("`") else written)
        id = (name or written.strip(" \t\r`")) or f"subgraph {len(self._opened) + 1}"
        own = id
        while own in self._opened:
            # No node is called so: no id of one has a space.
            self._opened[id] += 1
            own = f"{id} {self._opened[id]}"
        self._opened[own] = 1
        id = own
        self._open.append(_Open(id, label or id, Span(start, self._at), []))

    def _close(self) -> None:
        """End a subgraph: its nodes are those that are named in it and in no earlier one."""
        ended = self._open.pop()
        around = self._open[:_DEEPEST]
        parent = around[-1].id if around else ""
        if len(self._open) > _DEEPEST:
            self._too_deep.append(ended.span)
        self._groups[ended.id] = Group(ended.id, ended.label, parent, ended.span)
        for name in ended.names:
            node = self._nodes[name]
            if not node.group and name != ended.id:
                self._nodes[name] = node._replace(group=ended.id)

    def _chain(self) -> bool:
        """Nodes with links between them, as far as the statement goes. False where it breaks."""
        sources = self._row()
        while sources:
            link = chart_parts.link(self._text, self._at)
            if link is None:
                self._take(_SPACE)
                return self._at == len(self._text) or self._text[self._at] in "\n;\r"
            self._at = link.end
            self._take(_WHITE)
            targets = self._row()
            if targets:
                self._connect(sources, targets, link)
            sources = targets
        return False

    def _connect(self, sources: list[str], targets: list[str], link: Link) -> None:
        self._link_ids.add(link.id)
        place = Span(link.start, link.end)
        if link.is_invisible:
            self._look("links that nobody sees", *place)
            return
        if not link.has_head:
            self._headless.append(place)
        if not link.is_plain:
            self._look("looks of lines", *place)
        count = len(sources) * len(targets) * (1 + link.is_double)
        if self._has_all_edges and len(self._edges) + count > _MOST_EDGES:
            message = f"There are more than {_MOST_EDGES:,} arrows; they are left out from here on."
            self._refuse(message, *place)
            self._has_all_edges = False
        for source in sources if self._has_all_edges else ():
            for target in targets:
                self._edges.append(Edge(source, target, link.label, place))
                if link.is_double:
                    self._edges.append(Edge(target, source, link.label, place))

    def _row(self) -> list[str]:
        """Nodes with ``&`` between them; none where there is no node."""
        names: list[str] = []
        while name := self._node():
            names.append(name)
            if not self._take(_AND):
                break
        return names

    def _node(self) -> str:
        """The name of the node that begins here, "" for none."""
        start = self._at
        found = self._take(_ID)
        if not found:
            return ""
        name = found[0]
        if name in self._link_ids and self._text.startswith("@{", self._at):
            _, self._at = chart_parts.properties(self._text, self._at)
            self._look("looks of lines", start, self._at)
            return name
        label, shape, self._at = chart_parts.shape(self._text, self._at)
        said, self._at = chart_parts.properties(self._text, self._at)
        label, shape = said.get("label", label), said.get("shape", shape)
        if extra := sorted(set(said) - {"label", "shape"}):
            self._look(f"`{'`, `'.join(extra)}` of nodes", start, self._at)
        if style := self._take(_CLASS):
            self._look("styles and classes", *style.span())
        self._add(name, label, shape, Span(start, self._at))
        return name

    def _add(self, name: str, label: str | None, shape: str, span: Span) -> None:
        """Note a node; what was said of it last holds."""
        if shape not in ORDINARY:
            self._look("shapes of nodes", *span)
        known = self._nodes.get(name) or Node(name, name, False, "", span)
        asks = shape in DECISIONS if shape else known.asks
        said = known.label if label is None else label or name
        self._nodes[name] = known._replace(label=said, asks=asks)
        if self._open:
            self._open[-1].names.append(name)
