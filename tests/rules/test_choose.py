"""Words that choose rules."""

import pytest

from journeyctl import kinds
from journeyctl.rules.choose import FAMILIES, KINDS, Unknown, kinds_of, near, resolve_selectors


@pytest.mark.parametrize("word", ["O002", "o002", "stage-out-of-order", "Stage Out Of Order"])
def test_a_word_is_a_name_or_a_code(word: str) -> None:
    assert kinds_of(word) == (kinds.STAGE_OUT_OF_ORDER,)


@pytest.mark.parametrize(("letter", "family"), FAMILIES.items())
def test_or_a_family_or_its_letter(letter: str, family: str) -> None:
    expected = tuple(one for one in KINDS.values() if one.code.startswith(letter))
    assert expected
    assert kinds_of(letter) == kinds_of(letter.lower()) == kinds_of(family) == expected


@pytest.mark.parametrize("word", ["", "O0", "Q", "order-of-stages", "*"])
def test_or_nothing(word: str) -> None:
    assert kinds_of(word) == ()


def test_every_word_chooses_one_thing() -> None:
    words = [*FAMILIES, *FAMILIES.values(), *KINDS, *(one.code for one in KINDS.values())]
    assert len({word.lower().replace("-", "") for word in words}) == len(words)


def test_selectors_are_resolved_together_each_kind_once() -> None:
    assert resolve_selectors(["F006", "shares-sum", "O009", "order"]) == (
        (
            kinds.SHARES_SUM,
            kinds.STAGE_LIST,
            *(one for one in kinds_of("O") if one is not kinds.STAGE_LIST),
        ),
        [],
    )
    assert resolve_selectors([]) == ((), [])


def test_words_that_choose_nothing_come_with_the_nearest() -> None:
    chosen, unknown = resolve_selectors(["shares-sun", "practise", "V", "whatever it is"])
    assert chosen == kinds_of("values")
    assert unknown == [
        Unknown("shares-sun", "shares-sum"),
        Unknown("practise", "practice"),
        Unknown("whatever it is", ""),
    ]
    assert near("unused") == ""
