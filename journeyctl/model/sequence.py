"""Orders: which of many may stay where they are."""

from bisect import bisect_right
from collections.abc import Sequence


def longest_increasing(numbers: Sequence[int]) -> set[int]:
    """The members of a longest increasing subsequence of different numbers (Fredman 1975)."""
    tops: list[int] = []
    at_top: list[int] = []
    before: list[int] = []
    for i, number in enumerate(numbers):
        place = bisect_right(tops, number)
        before.append(at_top[place - 1] if place else -1)
        tops[place : place + 1] = [number]
        at_top[place : place + 1] = [i]
    kept: set[int] = set()
    i = at_top[-1] if at_top else -1
    while i >= 0:
        kept.add(numbers[i])
        i = before[i]
    return kept
