"""A view of a journey as the tests ask for it."""

from typing import Any

from journeyctl.model.journey import Journey
from journeyctl.model.resolve import resolve
from journeyctl.source import Source
from journeyctl.syntax.parser import parse
from journeyctl.views.catalogue import view
from journeyctl.views.drawing import Drawing
from journeyctl.views.setting import setting_for


def journey(text: str) -> Journey:
    """The journey that a text tells."""
    tree, _ = parse(Source("test.journey", text))
    return resolve(tree)[0]


def drawn(told: Journey, name: str = "flow", **setting: Any) -> Drawing:
    """A view of a journey; ``setting`` replaces fields of the usual one."""
    return view(name).draw(told, setting_for(told)._replace(**setting))
