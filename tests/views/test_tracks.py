"""The order of tracks in a gutter."""

from journeyctl.views.tracks import Wire, order


def test_a_line_that_goes_up_lies_right_of_one_that_goes_down_past_its_branch() -> None:
    """Two nets from the left: the lower one leaves above; nested, they need not cross."""
    outer = Wire(0.0, 100.0, (0.0, 100.0), ())
    inner = Wire(40.0, 60.0, (40.0, 60.0), ())
    assert order([outer, inner]) == [1, 0]
    assert order([inner, outer]) == [0, 1]


def test_stubs_never_lie_on_one_another() -> None:
    """At one height, the stub to the left must not reach over the one to the right."""
    left = Wire(0.0, 50.0, (50.0,), ())
    right = Wire(50.0, 90.0, (), (50.0,))
    assert order([right, left]) == [1, 0]
    assert order([left, right]) == [0, 1]
