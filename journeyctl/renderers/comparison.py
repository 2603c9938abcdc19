"""A comparison as Markdown, and as a JSON document."""

from typing import NamedTuple

from journeyctl.comparison.comparison import Comparison
from journeyctl.renderers.markdown import environment
from journeyctl.reports.tables import Table
from journeyctl.words import Words

VERSION = 1
"""Raised when a field of the JSON goes or changes its meaning; new ones come without."""


class _Grid(NamedTuple):
    name: str
    table: Table
    reading: str


class _Reading(NamedTuple):
    names: str
    how: str
    text: str


def markdown(found: Comparison, words: Words) -> str:
    """A table of all rows, how each is to be read and what it counted, and what there is at
    each stage."""
    gap = words.text("compare.gap")
    titles = (words.text("column.fact"), *found.titles)
    rows = [(row.name, *(cell or gap for cell in row.cells)) for row in found.rows]
    grids = [
        _Grid(
            grid.name,
            Table(
                (words.text("column.stage"), *found.names),
                tuple((name, *(cell or gap for cell in cells)) for name, cells in grid.rows),
            ),
            grid.reading,
        )
        for grid in found.grids
    ]
    return (
        environment()
        .get_template("compare.md.j2")
        .render(
            readings=_readings(found),
            names=words.listing(found.names),
            rows=Table(("", *found.names), (titles, *rows)),
            grids=grids,
            say=words.text,
        )
        .strip("\n")
        + "\n"
    )


def _readings(found: Comparison) -> list[_Reading]:
    """How each row is to be read; rows of which the same is said are told together."""
    told: dict[tuple[str, str], list[str]] = {}
    for row in found.rows:
        told.setdefault((row.how, row.reading), []).append(row.name)
    return [_Reading(", ".join(names), how, text) for (how, text), names in told.items()]


def json(found: Comparison) -> str:
    """All that is compared, described by ``docs/compare.schema.json``; a line end at its end."""
    import json as notation

    document = {
        "version": VERSION,
        "journeys": [
            {"name": name, "title": title}
            for name, title in zip(found.names, found.titles, strict=True)
        ],
        "rows": [row._asdict() for row in found.rows],
        "stages": [
            {
                "key": grid.key,
                "name": grid.name,
                "reading": grid.reading,
                "rows": [{"stage": stage, "cells": cells} for stage, cells in grid.rows],
            }
            for grid in found.grids
        ],
    }
    return notation.dumps(document, indent=2) + "\n"
