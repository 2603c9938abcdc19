"""The numbers of small journeys, worked out by hand."""

import pytest

from journeyctl.model.ways.ways import Between, ways
from tests.model.shown import HEAD
from tests.reading import read


@pytest.mark.parametrize(
    ("steps", "ends"),
    [
        ("  - b\n", (100, 0)),
        ("  ? b\n      no 30% -> leave\n      yes 70% -> next\n", (70, 30)),
        (
            "  ? b\n      no 30% -> leave\n      yes 70% -> next\n  ~ c\n  | d\n  | e\n",
            (70, 30),
        ),
        # Of those who try again, as many give up.
        (
            "  - b\n  ? c\n      no 20% -> leave\n      again 50% -> b\n      yes 30% -> next\n",
            (60, 40),
        ),
        ("  ? b\n      no -> leave\n      yes -> next\n", None),
        ("  | b\n      -> leave\n  | c\n", None),
        ("  | b 25%\n      -> leave\n  | c 75%\n", (75, 25)),
        ("  & b\n  & c\n  - d\n", (100, 0)),
        ("  & b\n      -> end\n  & c\n  - d\n", (100, 0)),
        (
            "  & b\n      ? e\n          no 10% -> leave\n          yes 90% -> next\n  & c\n",
            (90, 10),
        ),
        ("  - b\n      -> b\n", (0, 0)),
        # Where nobody goes, nothing has to be told.
        (
            "  ? b\n      no 0% -> c\n      yes 100% -> end\n"
            "  ? c\n      x -> leave\n      y -> end\n",
            (100, 0),
        ),
    ],
)
def test_how_it_ends(steps: str, ends: tuple[float, float] | None) -> None:
    found = ways(read(HEAD + steps).journey)
    assert found.end
    assert found.leave
    if ends is None:
        assert found.end.low < found.end.high
        assert found.leave.low < found.leave.high
    else:
        end, leave = ends
        assert found.end == pytest.approx(Between(end, end), abs=1e-9)
        assert found.leave == pytest.approx(Between(leave, leave), abs=1e-9)


def test_a_journey_without_steps_has_no_ways() -> None:
    found = ways(read("journey: T\n").journey)
    assert found.exits == ()
    assert (found.end, found.trapped, found.likely, found.time) == (None, 0, None, None)
