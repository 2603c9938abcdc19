"""Pieces of plain text, for the templates of others."""

from journeyctl.renderers import plain
from journeyctl.renderers.sandbox import Notation
from journeyctl.reporters.text import sentence
from journeyctl.reports.tables import Table


class Text(str):
    """Text to be put out as it is."""

    __slots__ = ()


def escape(text: str) -> Text:
    """One line, in which nothing can act on a terminal."""
    return Text(sentence(" ".join(text.split())))


def link(text: str, address: str) -> Text:
    """``text <address>``."""
    return escape(f"{text} <{address}>" if text else address)


def table(content: Table) -> Text:
    """A table with its columns in line."""
    return Text(plain.table(content).rstrip("\n"))


def indent(depth: int) -> Text:
    """What stands before an item of a list inside ``depth`` others."""
    return Text("  " * depth)


NOTATION = Notation(Text, escape, table, link, escape, indent)
