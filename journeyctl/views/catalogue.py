"""All views by their names. A view is imported when it is drawn."""

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from journeyctl.model.journey import Journey
    from journeyctl.views.drawing import Drawing
    from journeyctl.views.setting import Setting

_MODULES = {
    "flow": "flow.flow",
    "map": "map.map",
    "lanes": "lanes.lanes",
    "channels": "matrix.channels",
    "committee": "matrix.committee",
    "buyer": "buyer.buyer",
}

VIEWS = tuple(_MODULES)
"""The names of all views, in the order in which they are drawn."""


class View(Protocol):
    """A module that makes a drawing of a journey."""

    def lacks(self, journey: "Journey") -> str:
        """Why there is nothing to draw of a journey, as a sentence; "" where there is."""

    def draw(self, journey: "Journey", setting: "Setting") -> "Drawing":
        """The drawing of a journey that lacks nothing."""


def view(name: str) -> View:
    """The view of a name in ``VIEWS``. Raises KeyError for any other."""
    return cast("View", import_module(f"journeyctl.views.{_MODULES[name]}"))
