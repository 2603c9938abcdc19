"""Pieces of HTML, for the templates of others."""

import re
from html import escape as escaped

from journeyctl.renderers.sandbox import Notation
from journeyctl.reports.tables import Table

_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_CODE = re.compile(r"`([^`]+)`")


class Html(str):
    """Text that is HTML, to be put out as it is."""

    __slots__ = ()


def escape(text: str) -> Html:
    """HTML that shows ``text``, between tags and in an attribute with quotation marks."""
    return Html(escaped(text))


def prose(message: str) -> Html:
    """A sentence of the check; its names in backticks become code."""
    return Html(_CODE.sub(r"<code>\1</code>", escape(message)))


def link(text: str, address: str) -> Html:
    """A link to a web or mail address, named ``text`` or else by itself."""
    if not _ADDRESS.fullmatch(address):
        return escape(f"{text} {address}")
    return Html(f'<a href="{escape(address)}">{escape(text or address)}</a>')


def table(content: Table) -> Html:
    """A table with a head."""
    head = "".join(f"<th>{escape(cell)}</th>" for cell in content.head)
    rows = (
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in content.rows
    )
    return Html(
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{''.join(rows)}</tbody>\n</table>"
    )


def indent(_depth: int) -> Html:
    """Nothing: lists stand inside lists."""
    return Html("")


NOTATION = Notation(Html, escape, table, link, prose, indent)
