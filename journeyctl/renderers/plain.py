"""Headings, sentences and tables as plain text, for a terminal or a mail."""

from collections.abc import Sequence

from journeyctl.reporters.text import columns, sentence
from journeyctl.reports.tables import Table


def heading(text: str, line: str = "-") -> str:
    """A heading with a line under it as long as it is."""
    safe = sentence(text)
    return f"{safe}\n{line * columns(safe)}\n"


def bullets(texts: Sequence[str]) -> str:
    return "".join(f"- {sentence(text)}\n" for text in texts)


def table(content: Table) -> str:
    """A table with its columns in line, two spaces apart."""
    rows = [[sentence(cell) for cell in row] for row in (content.head, *content.rows)]
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    return "".join(_row(row, widths) for row in rows)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip() + "\n"
