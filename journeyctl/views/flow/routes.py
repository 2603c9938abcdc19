"""The way of each link: inside a column along its trunks, else through the gutters.

``plan`` decides for each link how it goes, from the order of the rows alone; when the
columns have their places, ``Router`` gives the points. A route never runs through a box:
inside a column it is held against every row it passes, and gutters hold none.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from journeyctl.views.flow.columns import TRUNK_IN, TRUNK_OUT, Row

Side = Literal["left", "right"]
Shape = Literal["straight", "into", "out", "hook"]
_CLEAR = 3.0  # kept between a line and a box that it passes


class Inside(NamedTuple):
    """A way inside a column along ``x`` (from the column's left edge).

    ``straight``: down from the source to the target. ``into``: down, then right into the
    target's left side. ``out``: out of the source's right side (or down, where the source
    spans ``x``), down to the target. ``hook``: the same, then left into the target's right.
    """

    shape: Shape
    x: float


class Outside(NamedTuple):
    """A way through gutters: out of the source's ``exit`` side into the gutter ``first``
    (0 is left of the first column), into the target's ``entry`` side from the gutter
    ``last``; where these are two, along the ``channel`` (0 is above the first band)."""

    exit: Side
    first: int
    channel: int
    last: int
    entry: Side


def inside(rows: Sequence[Row], source: Row, target: Row, stem: bool = False) -> Inside | None:
    """A way from a row down to a later one of the same column, or None if none is free.

    Into a region one goes along its left strip, and cards leave it along the right one.
    ``stem`` is for the line from a question to an answer, which always branches off.
    """
    between = rows[source.index + 1 : target.index]
    deeper = len(target.regions) - len(source.regions)
    found: Inside | None = None
    if deeper > 0 or stem:
        found = _into(between, source, target)
    elif deeper < 0 and source.kind == "card":
        found = _out(between, source, target)
    return (
        found
        or _straight(between, source, target)
        or _into(between, source, target)
        or _out(between, source, target)
    )


def _straight(between: Sequence[Row], source: Row, target: Row) -> Inside | None:
    lefts = [region[0] + TRUNK_IN for region in reversed(source.regions)]
    rights = [region[1] - TRUNK_OUT for region in reversed(source.regions)]
    centre = (max(source.left, target.left) + min(source.right, target.right)) / 2
    # Past answers it runs where they branch off, beside its share.
    for x in (*lefts, *rights, centre) if between else (centre, *lefts, *rights):
        if _spans(source, x) and _spans(target, x) and _free(between, x):
            return Inside("straight", x)
    return None


def _into(between: Sequence[Row], source: Row, target: Row) -> Inside | None:
    for region in target.regions:
        x = region[0] + TRUNK_IN
        if x < target.left and _spans(source, x) and _free(between, x):
            return Inside("into", x)
    return None


def _out(between: Sequence[Row], source: Row, target: Row) -> Inside | None:
    # A region is left by the strip of the one that the target stands in.
    shared = source.regions[: len(target.regions)]
    strips = [region[1] - TRUNK_OUT for region in reversed(shared)]
    beside = [x for x in strips if x > source.reach]
    below = [x for x in strips if _spans(source, x) and source.kind != "dot"]
    leaves = len(target.regions) < len(source.regions)
    for x in (*beside, *below) if leaves else (*below, *beside):
        if _free(between, x):
            if _spans(target, x):
                return Inside("out", x)
            if x > target.reach and target.kind in ("dot", "mark"):
                return Inside("hook", x)
    return None


def _spans(row: Row, x: float) -> bool:
    edge = 0.0 if row.kind in ("dot", "mark", "bar") else 5.0
    return row.left + edge <= x <= row.right - edge


def _free(rows: Sequence[Row], x: float) -> bool:
    return all(not row.left - _CLEAR < x < row.reach + _CLEAR for row in rows)


def outside(source: Row, target: Row, band: int, loop: bool) -> Outside:
    """A way through the gutters, ``band`` columns standing side by side.

    Neighbours share a gutter; others go by the channel below (loops) or above (ways that
    skip ahead), out of and into the side that makes the shorter way.
    """
    source_band, column = divmod(source.column, band)
    target_band, goal = divmod(target.column, band)
    if source_band == target_band and abs(goal - column) <= 1:
        if goal == column:
            return Outside("right", column + 1, -1, column + 1, "right")
        if goal > column:
            return Outside("right", goal, -1, goal, "left")
        return Outside("left", column, -1, column, "right")
    if target_band != source_band:
        channel = min(source_band, target_band) + 1
    else:
        channel = source_band + 1 if loop else source_band
    exit: Side = "right"
    entry: Side = "left"
    if loop and goal < column and len(target.regions) == 1:
        entry = "right"
    if source.index == 0 and goal < column and source.kind == "card":
        exit = "left"
    first = column if exit == "left" else column + 1
    last = goal if entry == "left" else goal + 1
    return Outside(exit, first, channel, last, entry)
