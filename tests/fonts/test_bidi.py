"""The order of a line's characters, held against another implementation of the algorithm."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from journeyctl.fonts.bidi import visual

TURNED = str.maketrans(")]}>", "([{<")


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Plain words (1)", "Plain words (1)"),
        ("של", "לש"),
        ("שלום (world) 12.5%", "12.5% (world) םולש"),
        ("Call שלום [today]!", "Call םולש [today]!"),
        ("אב (גד)", "(דג) בא"),
        ("אב > גד", "דג < בא"),
        ("\u200fab\u202c", "ab"),
        ("שִל", "לשִ"),
        ("", ""),
    ],
)
def test_as_it_is_seen(line: str, seen: str) -> None:
    assert visual(line) == seen


@given(st.text("abאבגשל 12 3.,:/+-%$₪()[]{}<> !عم", min_size=1, max_size=16))
def test_as_others_order_it(line: str) -> None:
    """The other leaves it to the font which way a bracket is turned."""
    assert visual(line).translate(TURNED) == str(get_display(line)).translate(TURNED)
