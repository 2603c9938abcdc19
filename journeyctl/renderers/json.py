"""A drawing as data for programs: one JSON document, described by ``docs/drawing.schema.json``.

Each group, shape and path has a line of its own, so that two versions can be compared.
"""

import json
from typing import Any

from journeyctl.views.drawing import Drawing

VERSION = 1

_MANY = ("groups", "shapes", "paths")


def drawing_json(drawing: Drawing, view: str) -> str:
    """The document of a drawing, which is of the view of this name."""
    about = {"version": VERSION, "view": view, **drawing._asdict()}
    lists = {name: about.pop(name) for name in _MANY}
    lines = [f"  {_text(name)}: {_text(_plain(value))}" for name, value in about.items()]
    for name, records in lists.items():
        rows = ",\n".join(f"    {_text(_plain(record))}" for record in records)
        lines.append(f"  {_text(name)}: [\n{rows}\n  ]" if rows else f"  {_text(name)}: []")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _plain(value: Any) -> Any:
    """Records as objects, numbers with six decimals at the most."""
    if hasattr(value, "_asdict"):
        return {name: _plain(one) for name, one in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, float):
        short = round(value, 6)
        return int(short) if short.is_integer() else short
    return value
