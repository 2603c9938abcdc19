"""A smooth curve through points that never swings past them.

Piecewise cubic Hermite interpolation with the slopes of F. N. Fritsch and R. E. Carlson,
"Monotone Piecewise Cubic Interpolation" (SIAM J. Numer. Anal. 17, 1980): between two points the
curve stays between their heights.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import hypot

Point = tuple[float, float]


def slopes(points: Sequence[Point]) -> list[float]:
    """The curve's slope in each of two points or more; their x grow from one to the next."""
    secants = [(y2 - y1) / (x2 - x1) for (x1, y1), (x2, y2) in pairwise(points)]
    inner = [(one + other) / 2 if one * other > 0 else 0.0 for one, other in pairwise(secants)]
    tangents = [secants[0], *inner, secants[-1]]
    for at, secant in enumerate(secants):
        if not secant:
            tangents[at] = tangents[at + 1] = 0.0
            continue
        # In a circle of radius 3 the piece is monotone; what lies outside is drawn back to it.
        length = hypot(tangents[at] / secant, tangents[at + 1] / secant)
        if length > 3:
            tangents[at] *= 3 / length
            tangents[at + 1] *= 3 / length
    return tangents


def bezier(points: Sequence[Point]) -> list[list[Point]]:
    """The curve's pieces, each with its four control points of Bézier's form."""
    if len(points) < 2:
        return []
    tangents = slopes(points)
    pieces: list[list[Point]] = []
    for at, ((x1, y1), (x2, y2)) in enumerate(pairwise(points)):
        third = (x2 - x1) / 3
        first = (x1 + third, y1 + tangents[at] * third)
        second = (x2 - third, y2 - tangents[at + 1] * third)
        pieces.append([(x1, y1), first, second, (x2, y2)])
    return pieces


def on(piece: Sequence[Point], t: float) -> Point:
    """The point of a piece at ``t``, from 0 to 1."""
    weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    x = sum(weight * point[0] for weight, point in zip(weights, piece, strict=True))
    y = sum(weight * point[1] for weight, point in zip(weights, piece, strict=True))
    return x, y
