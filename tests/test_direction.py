"""Texts of either direction in one line."""

import pytest

from journeyctl.direction import filled, isolated, joined, right_to_left

LEFT, RIGHT, POP = "\u2066", "\u2067", "\u2069"
MARKED = f"{RIGHT}נעם{POP}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("נעם", True),
        ("3 נעם", True),
        ("IT נעם", False),
        ("12 %", False),
        (f"{MARKED} · yes", False),
        (f"{RIGHT}{RIGHT}נעם{POP}{POP} 3", False),
        (f"{LEFT}IT{POP} נעם", True),
    ],
)
def test_the_first_letter_that_is_not_marked_off_says_which_way(text: str, expected: bool) -> None:
    assert right_to_left(text) == expected


def test_only_what_runs_to_the_left_is_marked_off_and_but_once() -> None:
    assert isolated("Électricité 12") == "Électricité 12"
    assert isolated("נעם") == MARKED
    assert isolated("IT נעם") == f"{LEFT}IT נעם{POP}"
    assert isolated(f"{MARKED} · yes") == f"{MARKED} · yes"


def test_parts_keep_to_their_places() -> None:
    assert joined(" · ", ("yes", "", "40%")) == "yes · 40%"
    assert joined(" · ", ("נעם", "40%")) == f"{MARKED} · 40%"
    assert joined(", ", ("נעם", "נעם")) == "נעם, נעם"


def test_a_sentence_marks_off_what_it_is_filled_with() -> None:
    assert filled("back to {steps}", {"steps": "נעם"}) == f"back to {MARKED}"
    assert filled("“{text}”", {"text": "נעם"}) == "“נעם”"
    assert filled("{name}: {count}", {"name": "נעם", "count": "3"}) == f"{MARKED}: 3"
    assert filled("{count} of {name}", {"name": "Ana", "count": 3}) == "3 of Ana"
