"""The order of a line's characters, held against another implementation of the algorithm."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from journeyctl.direction import unmarked
from journeyctl.fonts.bidi import visual

TEXTS = st.text("abאבג 12,-() عم", max_size=6)
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
        ("\u2067מנהל IT\u2069 · influencer", "IT להנמ · influencer"),
        ("אב \u2066a 1\u2069 גד", "דג a 1 בא"),
        ("\u2068אב \u2068b \u2068גד", "b דג בא"),
    ],
)
def test_as_it_is_seen(line: str, seen: str) -> None:
    assert visual(line) == seen


@given(st.tuples(TEXTS, TEXTS, TEXTS), st.sampled_from("\u2066\u2067\u2068"))
def test_isolates_as_others_order_them(texts: tuple[str, str, str], sign: str) -> None:
    before, within, after = (f"{text}." for text in texts)
    line = f"{before}{sign}{within}\u2069{after}"
    order = unmarked(str(get_display(line)))
    assert visual(line).translate(TURNED) == order.translate(TURNED)


@given(st.text("abאבגשל 12 3.,:/+-%$₪()[]{}<> !عم", min_size=1, max_size=16))
def test_as_others_order_it(line: str) -> None:
    """The other leaves it to the font which way a bracket is turned."""
    assert visual(line).translate(TURNED) == str(get_display(line)).translate(TURNED)
