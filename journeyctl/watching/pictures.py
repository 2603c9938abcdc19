"""The pictures of the watched journeys: drawn when they are asked for, one at a time."""

from threading import Lock
from typing import Any

from journeyctl.pipeline import Options, draw
from journeyctl.themes import BUILT_IN, built_in
from journeyctl.views.catalogue import view
from journeyctl.watching.journeys import Version
from journeyctl.watching.telling import finding

_MOST_KEPT = 64


class Pictures:
    """Draws views of journeys, and keeps the last ones. May be used by several threads."""

    def __init__(self) -> None:
        self._drawing = Lock()
        self._kept: dict[tuple[str, str, str], tuple[int, dict[str, Any]]] = {}

    def picture(self, version: Version, name: str, theme: str) -> dict[str, Any] | None:
        """A view of a journey for JSON: its ``svg`` ("" for none), the sentence that tells what
        it ``lacks``, and the ``findings`` of its drawing. None where there is no such theme."""
        own = version.configuration.themes.get(theme)
        colours = own or (built_in(theme) if theme in BUILT_IN else None)
        if colours is None or version.shown is None:
            return None
        key = (version.path, name, theme)
        with self._drawing:
            number, picture = self._kept.pop(key, (0, {}))
            if number != version.drawn or own:
                options = Options((name,), theme=colours)
                lacking = view(name).lacks(version.shown)
                drawn, found = ({}, []) if lacking else draw(version.shown, ("svg",), options)
                svg = drawn.get(f"{name}.svg", b"").decode()
                picture = {
                    "svg": svg,
                    "lacks": lacking,
                    "findings": [finding(one) for one in found],
                }
            self._kept[key] = (version.drawn, picture)
            if len(self._kept) > _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            return picture
