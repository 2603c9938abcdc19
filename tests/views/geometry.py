"""Measures of a drawing: what lies on what. Used on journeys nobody tuned the layout to."""

from collections.abc import Iterator
from itertools import pairwise

from journeyctl.views.drawing import Drawing, Path, Shape

Box = tuple[float, float, float, float]  # left, top, right, bottom
Segment = tuple[float, float, float, float]

SOLID = ("card", "stub", "heading", "goal", "label", "fork", "join", "leave", "end", "start")


def box(shape: Shape) -> Box:
    return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height


def ink(shape: Shape) -> Iterator[Box]:
    """The boxes of a shape's lines of text, by their measured widths."""
    if shape.text is None:
        return
    lines = shape.text
    pitch = lines.size * 1.2
    top = shape.y + (shape.height - pitch * len(lines.lines)) / 2
    for number, wide in enumerate(lines.widths):
        free = shape.width - wide
        left = shape.x + {"left": 0.0, "center": free / 2, "right": free}[lines.align]
        # Letters stand in the middle 0.9 em of their line.
        high = top + pitch * number
        yield left, high + lines.size * 0.15, left + wide, high + lines.size * 1.05


def overlap(one: Box, other: Box, slack: float = 0.5) -> bool:
    """Whether two boxes lie on one another by more than ``slack`` points."""
    return (
        one[0] + slack < other[2]
        and other[0] + slack < one[2]
        and one[1] + slack < other[3]
        and other[1] + slack < one[3]
    )


def inside(inner: Box, outer: Box, slack: float = 0.5) -> bool:
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )


def segments(path: Path) -> Iterator[Segment]:
    for (x1, y1), (x2, y2) in pairwise(path.points):
        yield min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def through_boxes(drawing: Drawing) -> list[str]:
    """Each line that runs through a box or a text, as ``line over box``."""
    solid = [(shape.id, box(shape)) for shape in drawing.shapes if shape.role in SOLID]
    for shape in drawing.shapes:
        if shape.role not in ("label-text", "score") and shape.form == "text":
            solid += [(shape.id, one) for one in ink(shape)]
    found = []
    for path in drawing.paths:
        if path.group.startswith("legend"):
            continue
        for piece in segments(path):
            for name, one in solid:
                if overlap(piece, one, slack=-0.4) and _deep(piece, one):
                    found.append(f"{path.id} over {name}")
    return found


def _deep(piece: Segment, one: Box) -> bool:
    """Whether a segment reaches further into a box than its frame."""
    return overlap(
        (piece[0] - 0.01, piece[1] - 0.01, piece[2] + 0.01, piece[3] + 0.01),
        (one[0] + 0.5, one[1] + 0.5, one[2] - 0.5, one[3] - 0.5),
        slack=0,
    )


def overlapping_texts(drawing: Drawing) -> list[str]:
    """Each pair of texts that lie on one another."""
    texts = [(shape.id, one) for shape in drawing.shapes for one in ink(shape)]
    texts.sort(key=lambda item: item[1][1])
    found = []
    for number, (name, one) in enumerate(texts):
        for other_name, other in texts[number + 1 :]:
            if other[1] >= one[3]:
                break
            if overlap(one, other):
                found.append(f"{name} on {other_name}")
    return found


def overlapping_boxes(drawing: Drawing) -> list[str]:
    """Each pair of boxes of different things that lie on one another."""
    boxes = [shape for shape in drawing.shapes if shape.role in SOLID]
    return [
        f"{one.id} on {other.id}"
        for number, one in enumerate(boxes)
        for other in boxes[number + 1 :]
        if one.group != other.group and overlap(box(one), box(other))
    ]


def spilled_texts(drawing: Drawing) -> list[str]:
    """Each text of a step or a label that leaves its box, and whatever leaves the page."""
    cards = {shape.group: box(shape) for shape in drawing.shapes if shape.role in ("card", "label")}
    page = (0.0, 0.0, drawing.width, drawing.height)
    found = []
    for shape in drawing.shapes:
        if not inside(box(shape), page):
            found.append(f"{shape.id} off the page")
        for one in ink(shape):
            if not inside(one, page):
                found.append(f"{shape.id} off the page")
            held = shape.group.startswith("step-") or shape.role == "label-text"
            if held and not inside(one, cards[shape.group]):
                found.append(f"{shape.id} out of its box")
    for path in drawing.paths:
        found += [f"{path.id} off the page" for one in segments(path) if not inside(one, page)]
    return found


def shared_stretches(drawing: Drawing, ends: dict[str, tuple[str, str]]) -> list[str]:
    """Each pair of links without a common end that run on one another for over 6 points.

    ``ends`` gives (source, target) by group.
    """
    pieces = [
        (path.group, piece)
        for path in drawing.paths
        if path.group in ends
        for piece in segments(path)
    ]
    found = []
    for number, (one, mine) in enumerate(pieces):
        for other, theirs in pieces[number + 1 :]:
            if one == other or set(ends[one]) & set(ends[other]):
                continue
            upright = abs(mine[0] - theirs[0]) < 1 and mine[0] == mine[2] and theirs[0] == theirs[2]
            level = abs(mine[1] - theirs[1]) < 1 and mine[1] == mine[3] and theirs[1] == theirs[3]
            along = min(mine[3], theirs[3]) - max(mine[1], theirs[1]) if upright else 0
            along = min(mine[2], theirs[2]) - max(mine[0], theirs[0]) if level else along
            if along > 6:
                found.append(f"{one} along {other}")
    return found
