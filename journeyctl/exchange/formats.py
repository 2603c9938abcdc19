"""The forms in which journeys go out and come in, by the words of ``--format``."""

from collections.abc import Callable
from importlib import import_module
from pathlib import PurePath
from typing import TypeAlias, cast

from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Journey
from journeyctl.source import Source

FORMATS = ("json", "csv", "mermaid-journey", "mermaid-flowchart")

ENDINGS = {
    "json": ".journey.json",
    "csv": ".steps.csv",
    "mermaid-journey": ".journey.mmd",
    "mermaid-flowchart": ".flowchart.mmd",
}
"""What follows the name of a journey in the name of an output."""

_OF_FILES = {"json": "json", "csv": "csv", "tsv": "csv"}
_DIAGRAMS = {"journey": "mermaid-journey"} | dict.fromkeys(
    ("flowchart", "flowchart-elk", "graph"), "mermaid-flowchart"
)

Told: TypeAlias = tuple[str, list[Diagnostic]]
"""A text, and what of the journey is not in it."""


def of_ending(path: str) -> str:
    """The format that the name of a file ends in, "" for none: Mermaid has two."""
    return _OF_FILES.get(PurePath(path).suffix.lstrip(".").lower(), "")


def guessed(source: Source) -> str:
    """The format of a text, by how it begins, or else by the name of its file; ``csv`` where it
    looks like a table, and "" for any other text."""
    from journeyctl.exchange.from_csv import is_table
    from journeyctl.exchange.mermaid import diagram

    if source.text.lstrip(" \t\r\n\ufeff").startswith("{"):
        return "json"
    known = _DIAGRAMS.get(diagram(source).kind, "") or of_ending(source.path)
    return known or ("csv" if is_table(source.text) else "")


def written(journey: Journey, format: str) -> Told:
    """The journey in one of ``FORMATS``, and what has no place there."""
    writer = _module("to", format)
    if format == "json":
        return cast("Callable[[Source], Told]", writer)(journey.source)
    return cast("Callable[[Journey], Told]", writer)(journey)


def read(source: Source, format: str) -> Told:
    """The text of a journey ("" where there is none), and what did not come in."""
    return cast("Callable[[Source], Told]", _module("from", format))(source)


def _module(direction: str, format: str) -> object:
    """The function that is named like its module, which is imported when it is needed."""
    name = f"{direction}_{format.replace('-', '_')}"
    return getattr(import_module(f"journeyctl.exchange.{name}"), name)
