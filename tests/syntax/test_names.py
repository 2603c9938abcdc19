"""How names are matched, spelt and guessed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyctl.syntax.names import fold, is_name, nearest

ROLES = ("initiator", "user", "influencer", "decider", "approver", "buyer", "gatekeeper")


@pytest.mark.parametrize(
    "name",
    [
        "post-purchase",
        "Post Purchase",
        "POSTPURCHASE",
        " post  purchase ",
        "post\u00a0purchase",
        "post\u2011purchase",
        "post–purchase",
        "post\u00adpur\u200bchase",
    ],
)
def test_case_spaces_and_hyphens_do_not_count(name: str) -> None:
    assert fold(name) == "postpurchase"


def test_composed_and_decomposed_letters_are_the_same_name() -> None:
    assert fold("Cafe\u0301") == fold("CAFÉ") == "café"


def test_folding_keeps_different_names_apart() -> None:
    names = ["it", "its", "i_t", "ıt", "हि", "ह"]
    assert len({fold(name) for name in names}) == len(names)


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(st.text(max_size=20))
def test_case_never_matters(name: str) -> None:
    assert fold(name.casefold()) == fold(name)


@pytest.mark.parametrize("name", ["it", "IT", "a1", "on-site", "penjualan", "वेब", "кафе", "é1-ü"])
def test_a_name(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("name", ["", "1a", "-a", "a_b", "a b", "a.b", "é!", "☕", "\u0301a"])
def test_no_name(name: str) -> None:
    assert not is_name(name)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("byer", "buyer"),
        ("desider", "decider"),
        ("Gate Keeper", "gatekeeper"),
        ("influ", "influencer"),
        ("usre", "user"),
        ("us", None),
        ("nobody", None),
        ("", None),
        ("x" * 100, None),
    ],
)
def test_the_nearest_role(word: str, meant: str | None) -> None:
    assert nearest(word, ROLES) == meant


def test_the_first_of_equally_near_ones_wins() -> None:
    assert nearest("cat", ["bat", "rat"]) == "bat"
    assert nearest("abcd", ["abcdef", "abcdeg"]) is None
    assert nearest("x", ["y"]) is None
    assert nearest("ti", ["it"]) == "it"


@given(st.text(alphabet="abcdefgh", min_size=4, max_size=12), st.data())
def test_a_slip_of_one_letter_is_found(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    swapped = word[:place] + word[place : place + 2][::-1] + word[place + 2 :]
    for slip in (word[:place] + word[place + 1 :], word[:place] + "z" + word[place:], swapped):
        assert nearest(slip, ["vwxyvwxyvwxy", word]) == word
