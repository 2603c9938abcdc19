"""What Graphviz itself makes of our DOT: its forms, lines and texts, held beside the drawing."""

import re
import subprocess
from math import hypot
from typing import NamedTuple
from xml.etree import ElementTree

from journeyctl.outputs.engine import find
from journeyctl.renderers.dot import PAPER, Engine, directed, dot, labelled, line_name, name
from journeyctl.renderers.geometry import baseline, head, shown_lines, spline
from journeyctl.renderers.notation import printable
from journeyctl.views.drawing import ALIGNED, Drawing, Path, Shape

NEAR = 0.6
"""Points that a form or a line may be off: engines round, and make nothing too small."""

TEXT_NEAR: dict[Engine, float] = {"bundled": 0.6, "dot": 1.3}
"""The same of a text, which the system's Graphviz sets by the heights of its font."""

HEAD_NEAR: dict[Engine, float] = {"bundled": 0.25, "dot": 3.0}
"""Newer Graphviz draws an arrowhead's outline inside of its tip, older ones around it."""

Point = tuple[float, float]
_WAY = "->"  # begins the names of paths here: a shape can have the same one
_SVG = "{http://www.w3.org/2000/svg}"
_WAYS: dict[Engine, list[str]] = {"bundled": [], "dot": ["-Kneato", "-n2"]}


class Piece(NamedTuple):
    """An element that an engine drew, with y downward from the paper's upper left corner."""

    tag: str
    points: list[Point]
    text: str = ""


def drawn(made: Drawing, engine: Engine = "bundled") -> dict[str, list[Piece]]:
    """What an engine draws of a drawing's DOT, by the names of its nodes, and of its paths after
    ``->``."""
    command = [find(engine), *_WAYS[engine], "-q", "-Tsvg"]
    done = subprocess.run(
        command, input=dot(made, engine).encode(), capture_output=True, check=True
    )
    root = ElementTree.fromstring(done.stdout)  # noqa: S314  (of our own DOT)
    found: dict[str, list[Piece]] = {}
    for group in root.iter(f"{_SVG}g"):
        if group.get("class") in ("node", "edge"):
            title = group.findtext(f"{_SVG}title") or ""
            own = _WAY + group.attrib["id"] if group.get("class") == "edge" else title
            pieces = [_piece(one) for one in group if one.tag != f"{_SVG}title"]
            assert own not in found
            found[own] = pieces
    (paper,) = found.pop(PAPER)
    left, top = (min(axis) for axis in zip(*paper.points, strict=True))
    return {
        key: [one._replace(points=[(x - left, y - top) for x, y in one.points]) for one in pieces]
        for key, pieces in found.items()
    }


def _piece(element: ElementTree.Element) -> Piece:
    get = element.attrib
    tag = element.tag.removeprefix(_SVG)
    if tag == "ellipse":
        x, y, across, down = (float(get[key]) for key in ("cx", "cy", "rx", "ry"))
        return Piece(tag, [(x - across, y - down), (x + across, y + down)])
    if tag == "text":
        # Graphviz writes a no-break space for the second of two spaces.
        words = (element.text or "").replace("\xa0", " ")
        return Piece(tag, [(float(get["x"]), float(get["y"]))], words)
    numbers = re.findall(r"-?\d+(?:\.\d+)?", get["points" if tag == "polygon" else "d"])
    values = [float(one) for one in numbers]
    return Piece(tag, list(zip(values[::2], values[1::2], strict=True)))


def differences(made: Drawing, engine: Engine = "bundled") -> list[str]:
    """Where an engine draws another picture of the DOT than the drawing is."""
    pieces = drawn(made, engine)
    wrong = []
    for shape in made.shapes:
        own = [] if shape.form == "text" else pieces.pop(name(shape.id), [])
        label = [own.pop()] if own and labelled(shape) else []
        if shape.form != "text" and not _is_form(shape, own):
            wrong.append(f"the shape {shape.id}")
        for index in shown_lines(shape.text):
            found = label or pieces.pop(line_name(shape.id, index), [])
            if not _is_line(shape, index, found, TEXT_NEAR[engine]):
                wrong.append(f"line {index + 1} of {shape.id}")
    for path in made.paths:
        if not _is_path(path, pieces.pop(_WAY + name(path.id), []), HEAD_NEAR[engine]):
            wrong.append(f"the path {path.id}")
    return wrong + [f"{left}, which is not in the drawing" for left in pieces]


def _is_form(shape: Shape, pieces: list[Piece]) -> bool:
    box = [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
    return bool(pieces) and _near(_box(pieces), box, NEAR)


def _is_line(shape: Shape, index: int, pieces: list[Piece], most: float) -> bool:
    assert shape.text is not None
    words = directed(printable(shape.text.lines[index])).replace("\xa0", " ")
    place = shape.x + ALIGNED[shape.text.align] * shape.width, baseline(shape, shape.text, index)
    return [one.text for one in pieces] == [words] and _near(pieces[0].points, [place], most)


def _is_path(path: Path, pieces: list[Piece], most: float) -> bool:
    curve, back = spline(path)
    if [one.tag for one in pieces] != ["path", "polygon"][: 1 + bool(back)]:
        return False
    if back:
        corners, there = head(path, curve, back), pieces[1].points
        if any(min(hypot(x - u, y - v) for u, v in there) > most for x, y in corners):
            return False
    return _near(pieces[0].points, curve, NEAR)


def _box(pieces: list[Piece]) -> list[Point]:
    across, down = zip(*[point for piece in pieces for point in piece.points], strict=True)
    return [(min(across), min(down)), (max(across), max(down))]


def _near(ones: list[Point], others: list[Point], most: float) -> bool:
    if len(ones) != len(others):
        return False
    return all(
        abs(x - u) <= most and abs(y - v) <= most
        for (x, y), (u, v) in zip(ones, others, strict=True)
    )
