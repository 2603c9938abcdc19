"""A flowchart as plain data: nodes, edges and groups, each with its place in the text."""

from typing import NamedTuple

from journeyctl.source import Span


class Node(NamedTuple):
    """``group`` is the id of the group that it stands in, "" for none. ``asks``: it is a
    decision. ``links`` are its web links, a text and an address each."""

    id: str
    label: str
    asks: bool
    group: str
    span: Span
    links: tuple[str, ...] = ()


class Edge(NamedTuple):
    """From one node to another, by their ids; ``label`` is "" for none."""

    source: str
    target: str
    label: str
    span: Span


class Group(NamedTuple):
    """``parent`` is the id of the group around it, "" for none."""

    id: str
    label: str
    parent: str
    span: Span


class Graph(NamedTuple):
    """All of a flowchart, in the order of its text. The ends of edges may be groups."""

    title: str
    nodes: dict[str, Node]
    edges: list[Edge]
    groups: dict[str, Group]
