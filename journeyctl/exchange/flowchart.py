"""Mermaid's ``flowchart`` read into a graph.

After the grammar of Mermaid 11 (``flow.jison``): its forms of nodes and links, by trying them
where they may stand.
"""

import re
from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic, at
from journeyctl.exchange.graph import Edge, Graph, Group, Node
from journeyctl.exchange.mermaid import diagram, left, plain_text
from journeyctl.kinds import NOT_CARRIED_OVER, NOT_IMPORTED
from journeyctl.source import Source, Span

_SPACE = re.compile(r"[ \t]*")
_BETWEEN = re.compile(r"[\s;]*")
_REST = re.compile(r"[^\n;]*")
_LINE = re.compile(r"[^\n]*")
_HEADING = re.compile(r"[ \t]*(TB|TD|BT|RL|LR|BR|<|>|\^|v)?(?=[\s;]|\Z)")
_WORD = re.compile(r"(subgraph|end|direction|style|linkStyle|classDef|class|click)(?![^\s;])")
_ABOUT = re.compile(r"acc(?:Title|Descr)[ \t]*(?::[^\n]*|\{[^}]*\}?)")
_ID = re.compile(r"(?:[\w!#$%'*+.?`\\/,]|:(?!::)|&(?=\S)(?<=\S&)|-(?![->.])|=(?!=)|@(?![{\s]))+")
_EDGE_ID = re.compile(r"""[^\s"@{]+@(?=[-=.<~xo])""")
_CLASS = re.compile(r":::[\w-]+")
_LINK = re.compile(r"[xo<]?(?:--+[-xo>]|==+[=xo>]|-?\.+-[xo>]?)|~~~+")
_OPEN_LINK = re.compile(r"[xo<]?(--|==|-\.)")
_ENDS = {
    "--": re.compile(r"--+[-xo>]"),
    "==": re.compile(r"==+[=xo>]"),
    "-.": re.compile(r"\.+-[xo>]?"),
}
_PIPED = re.compile(r"[ \t]*\|([^|]*)\|")
_STRING = re.compile(r'\s*"([^"]*)"\s*')
_DATA = re.compile(r"""(\w+)\s*:\s*(?:"([^"]*)"|'([^']*)'|([^,\n}]*))""")
_SUBGRAPH = re.compile(r'[ \t]*(?:([^\s\[";]+)[ \t]*)?(?:\[(.*)\]|"([^"]*)")?[ \t]*\Z', re.DOTALL)

# What opens a node, what closes it; the longest first.
_SHAPES = (
    ("(((", (")))",)),
    ("((", ("))",)),
    ("([", ("])",)),
    ("(-", ("-)",)),
    ("(", (")",)),
    ("[[", ("]]",)),
    ("[(", (")]",)),
    ("[/", ("/]", "\\]")),
    ("[\\", ("\\]", "/]")),
    ("[", ("]",)),
    ("{{", ("}}",)),
    ("{", ("}",)),
    (">", ("]",)),
)
_DECISIONS = ("{", "diamond", "decision", "diam", "question", "rhombus")
_ORDINARY = ("", "[", "(", "rect", "rectangle", "rounded", "proc", "process", *_DECISIONS)


class _Link(NamedTuple):
    label: str
    start: str
    line: str
    span: Span


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
        self._edge_ids: set[str] = set()
        self._groups: dict[str, Group] = {}
        self._order: list[str] = []
        self._open: list[_Open] = []
        # By what is not carried over: where it stands first, and how often it does.
        self._looks: dict[str, list[Span]] = {}

    def graph(self) -> Graph:
        """What was read. An id that a group has is no node."""
        nodes = {id: node for id, node in self._nodes.items() if id not in self._groups}
        groups = {id: self._groups[id] for id in self._order if id in self._groups}
        return Graph(self._title, nodes, self._edges, groups)

    def read(self) -> None:
        text = self._text
        direction = self._take(_HEADING)
        if direction and direction[1]:
            self._look("The direction", direction.start(1), direction.end(1))
        while self._take(_BETWEEN) and self._at < len(text):
            start = self._at
            word = _WORD.match(text, start)
            if about := self._take(_ABOUT):
                self._leave("This description for screen readers", *about.span())
            elif word and word[1] == "end":
                self._at = word.end()
                self._close(start)
            elif word and word[1] == "subgraph":
                self._at = word.end()
                self._subgraph(start)
            elif word:
                end = (_LINE if word[1] == "click" else _REST).match(text, start)
                self._at = end.end() if end else start
                self._leave(f"This `{word[1]}`", start, self._at)
            elif not self._chain() or self._at == start:
                self._skip(start)
        while self._open:
            self._close(len(text))
        for what, spans in self._looks.items():
            message = f"{what} has no place in a journey ({len(spans)} times)."
            message = message.replace(" (1 times)", "")
            self.findings.append(at(NOT_CARRIED_OVER, self._source, spans[0], message))

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()
        return found

    def _leave(self, what: str, start: int, end: int) -> None:
        self.findings.append(left(self._source, Span(start, end), what))

    def _look(self, what: str, start: int, end: int) -> None:
        self._looks.setdefault(what, []).append(Span(start, end))

    def _skip(self, start: int) -> None:
        """Pass over the rest of a line that could not be read."""
        place = Span(self._at, max(self._at, self._text.find("\n", self._at)))
        rest = _LINE.match(self._text, self._at)
        end = rest.end() if rest else len(self._text)
        message = "From here on this line could not be read."
        if self._at == start:
            message = "This line could not be read."
        place = Span(self._at, max(end, self._at + 1))
        self.findings.append(at(NOT_IMPORTED, self._source, place, message))
        self._at = max(end, start + 1)

    def _subgraph(self, start: int) -> None:
        begin = self._at
        depth = self._text.find("\n", begin)
        end = depth if depth >= 0 else len(self._text)
        quote = self._text.find('"`', begin, end)
        if quote >= 0 and (closed := self._text.find('`"', quote + 2)) >= 0:
            end = max(end, self._text.find("\n", closed) if "\n" in self._text[closed:] else end)
        written = (
            self._text[begin:end].split(";")[0]
            if '"' not in self._text[begin:end]
            else self._text[begin:end]
        )
        self._at = begin + len(written)
        found = _SUBGRAPH.match(written)
        name, title = written.strip(), written.strip()
        if found and (found[1] or found[2] or found[3]):
            title = found[2] if found[2] is not None else found[3] or found[1] or ""
            name = found[1] or title
        title = _words(title)
        name = name.strip('"` ') or f"subgraph {len(self._order) + 1}"
        self._order.append(name)
        self._open.append(_Open(name, title or name, Span(start, self._at), []))
        # A direction is told with the others.
        while direction := re.compile(r"[\s;]*direction[ \t]+\w+[^\n]*").match(
            self._text, self._at
        ):
            self._at = direction.end()
            begin = direction.end() - len(direction[0].lstrip("\n ;\t"))
            self._look("The direction", begin, direction.end())

    def _close(self, start: int) -> None:
        """End a subgraph: its nodes are those that are named in it and in no earlier one."""
        if not self._open:
            message = "This `end` ends nothing."
            self.findings.append(at(NOT_IMPORTED, self._source, Span(start, start + 3), message))
            return
        ended = self._open.pop()
        parent = self._open[-1].id if self._open else ""
        if ended.id not in self._groups:
            self._groups[ended.id] = Group(ended.id, ended.label, parent, ended.span)
        for name in ended.names:
            node = self._nodes[name]
            if not node.group and name != ended.id:
                self._nodes[name] = node._replace(group=ended.id)

    def _chain(self) -> bool:
        """Nodes with links between them, as far as the statement goes. False where it breaks."""
        sources = self._row()
        if not sources:
            return False
        while True:
            here = self._at
            link = self._link()
            if link is None:
                self._at = here
                self._take(_SPACE)
                return self._at == len(self._text) or self._text[self._at] in "\n;\r"
            self._take(re.compile(r"\s*"))
            targets = self._row()
            if not targets:
                return False
            self._connect(sources, targets, link)
            sources = targets

    def _connect(self, sources: list[str], targets: list[str], link: _Link) -> None:
        if link.line[0] == "~":
            self._look("An invisible link", *link.span)
            return
        if link.line[-1] not in ">" and link.start != "<":
            self._look(
                "A line without the head of an arrow, which is read as an arrow,", *link.span
            )
        if link.line[0] in "=." or "." in link.line:
            self._look("The look of a line", *link.span)
        for source in sources:
            for target in targets:
                self._edges.append(Edge(source, target, link.label, link.span))
                if link.start == "<" and link.line[-1] == ">":
                    self._edges.append(Edge(target, source, link.label, link.span))

    def _row(self) -> list[str]:
        """Nodes with ``&`` between them; none where there is no node."""
        names: list[str] = []
        while name := self._node():
            names.append(name)
            if not self._take(re.compile(r"\s*&\s*(?=\S)")):
                break
        return names

    def _node(self) -> str:
        start = self._at
        found = self._take(_ID)
        if not found:
            return ""
        name = found[0]
        if name in self._edge_ids and self._text.startswith("@{", self._at):
            self._data()
            self._leave("The look of a line", start, self._at)
            return name
        label, shape = self._shape()
        while self._text.startswith("@{", self._at):
            data = self._data()
            label, shape = data.get("label", label), data.get("shape", shape)
            if extra := sorted(set(data) - {"label", "shape"}):
                self._look(f"`{extra[0]}` of a node", start, self._at)
        if style := self._take(_CLASS):
            self._leave("This class", *style.span())
        self._add(name, label, shape, Span(start, self._at))
        return name

    def _add(self, name: str, label: str | None, shape: str, span: Span) -> None:
        if shape not in _ORDINARY:
            self._look("The shape of a node", *span)
        old = self._nodes.get(name)
        if old is None:
            label = name if label is None else label
            self._nodes[name] = Node(name, label or name, shape in _DECISIONS, "", span)
        elif label is not None or shape:
            asks = shape in _DECISIONS if shape else old.asks
            told = old.label if label is None else label or name
            self._nodes[name] = old._replace(label=told, asks=asks)
        if self._open:
            self._open[-1].names.append(name)

    def _shape(self) -> tuple[str | None, str]:
        """The text of a node and what opened it; None where it has neither."""
        for opener, closers in _SHAPES:
            if not self._text.startswith(opener, self._at):
                continue
            begin = self._at + len(opener)
            quoted = _STRING.match(self._text, begin)
            for closer in closers:
                if quoted and self._text.startswith(closer, quoted.end()):
                    self._at = quoted.end() + len(closer)
                    return _words(quoted[1]), opener
            ends = [(end, one) for one in closers if (end := self._text.find(one, begin)) >= 0]
            if not ends:
                continue
            end, closer = min(ends)
            if "\n" in self._text[begin:end] and not quoted:
                continue
            self._at = end + len(closer)
            return _words(self._text[begin:end]), opener
        return None, ""

    def _data(self) -> dict[str, str]:
        """What stands in ``@{ … }``."""
        begin = self._at + 2
        end = begin
        quoted = False
        while end < len(self._text) and (quoted or self._text[end] != "}"):
            quoted ^= self._text[end] == '"'
            end += 1
        self._at = min(end + 1, len(self._text))
        return {
            one[1]: _words(next(part for part in one.groups()[1:] if part is not None))
            for one in _DATA.finditer(self._text[begin:end])
        }

    def _link(self) -> _Link | None:
        self._take(re.compile(r"\s*"))
        start = self._at
        if named := self._take(_EDGE_ID):
            self._edge_ids.add(named[0][:-1])
        begin = self._at
        if found := self._take(_LINK):
            line = found[0]
            label = ""
            if piped := self._take(_PIPED):
                label = _words(piped[1])
            return _Link(label, line[0], line.lstrip("xo<"), Span(start, self._at))
        opened = self._take(_OPEN_LINK)
        if opened:
            ends = _ENDS[opened[1]].search(self._text, self._at)
            if ends and ";" not in self._text[self._at : ends.start()].split('"')[0]:
                label = _words(self._text[self._at : ends.start()])
                self._at = ends.end()
                line = ends[0] if opened[1] != "-." else f".{ends[0]}"
                return _Link(label, opened[0][0], line, Span(start, self._at))
        self._at = begin
        return None


def _words(text: str) -> str:
    """A text as people see it, without the quotes and the marks of Markdown around its words."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1].strip()
    if len(text) > 1 and text[0] == text[-1] == "`":
        text = re.sub(r"(\*\*|__|(?<!\w)_|_(?!\w)|\*)", "", text[1:-1])
    return plain_text(text)
