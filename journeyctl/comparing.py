"""Journeys beside each other: compared and written."""

from pathlib import Path
from typing import Literal

from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Journey
from journeyctl.run import Run
from journeyctl.targets import Format
from journeyctl.versions import PICTURES, save

Kind = Format | Literal["markdown"]

KINDS: tuple[Kind, ...] = ("markdown", "json", *PICTURES)


def write(
    run: Run,
    journeys: list[Journey],
    kind: Kind,
    place: Path | None,
    theme: str,
    direction: Literal["right", "down"],
) -> None:
    """Write journeys beside each other, in the language of the first."""
    from journeyctl.words import words_for

    words = words_for(journeys[0].facts.language)
    if kind == "markdown" or kind == "json":
        from journeyctl.comparison.comparison import comparison
        from journeyctl.renderers.comparison import json, markdown

        found = comparison(journeys, words)
        text = json(found) if kind == "json" else markdown(found, words)
        run.save(text.encode(), place)
    else:
        _draw(run, journeys, kind, place, theme, direction)


def _draw(
    run: Run,
    journeys: list[Journey],
    format: Format,
    place: Path | None,
    theme: str,
    direction: Literal["right", "down"],
) -> None:
    from journeyctl import kinds
    from journeyctl.views.beside import beside
    from journeyctl.views.setting import setting_for

    path = journeys[0].source.path
    if lacking := beside.lacks(journeys):
        run.tell([Diagnostic(kinds.NOTHING_TO_DRAW, f"Nothing was drawn. {lacking}", path)])
        return
    chosen = run.theme(path, theme)
    if chosen is not None:
        setting = setting_for(journeys[0])._replace(theme=chosen, direction=direction)
        save(run, journeys, beside.draw(journeys, setting), format, place)
