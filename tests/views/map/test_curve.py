"""The curve: through its points, and never past them."""

from itertools import pairwise
from random import Random

import pytest

from journeyctl.views.map.curve import Point, bezier, on, slopes


def some(rng: Random) -> list[Point]:
    x, points = 0.0, []
    for _ in range(rng.randint(2, 12)):
        x += rng.choice((1.0, 40.0, 87.5, 400.0))
        points.append((x, rng.choice((0.0, 29.0, 58.0, 87.0, 116.0, rng.uniform(0, 116)))))
    return points


def test_it_passes_through_its_points_and_stays_between_them() -> None:
    for seed in range(150):
        points = some(Random(seed))
        pieces = bezier(points)
        assert [piece[0] for piece in pieces] == points[:-1]
        assert [piece[3] for piece in pieces] == points[1:]
        for piece in pieces:
            (x1, y1), (x2, y2) = piece[0], piece[3]
            course = [on(piece, number / 20) for number in range(21)]
            for (ax, ay), (bx, by) in pairwise(course):
                assert ax < bx
                assert (by - ay) * (y2 - y1) >= -1e-9  # it rises or falls all the way
                assert min(y1, y2) - 1e-9 <= by <= max(y1, y2) + 1e-9
            assert x1 <= piece[1][0] <= piece[2][0] <= x2


def test_it_has_no_corners() -> None:
    for seed in range(50):
        for before, after in pairwise(bezier(some(Random(seed)))):
            (ax, ay), (bx, by), (cx, cy) = before[2], before[3], after[1]
            assert (by - ay) / (bx - ax) == pytest.approx((cy - by) / (cx - bx), abs=1e-6)


def test_the_slopes_are_those_of_fritsch_and_carlson() -> None:
    """Level where it turns, the mean of both sides where it goes on, held back where steep."""
    assert slopes([(0, 0), (1, 1), (2, 2)]) == [1, 1, 1]
    assert slopes([(0, 0), (1, 1), (2, 0)]) == [1, 0, -1]
    held = slopes([(0, 0), (1, 1), (2, 11)])
    assert held[0] ** 2 + held[1] ** 2 == pytest.approx(9)
    assert bezier([(0, 0)]) == []
