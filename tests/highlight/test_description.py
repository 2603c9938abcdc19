"""The description says of a text what the parser says of it, so that they cannot drift apart."""

import pytest
from hypothesis import given, settings

from journeyctl.highlight.roles import ROLES
from tests.conftest import Golden
from tests.generate import journeys
from tests.highlight.expected import doubtful, painted
from tests.highlight.shown import roles_of, shown
from tests.highlight.texts import BY_HAND, ODD, seen
from tests.syntax.test_properties import mutated


def differences(text: str) -> list[tuple[int, str, str, str]]:
    """Line, sign, what the parser says and what the description says, where they differ."""
    different = []
    line = 1
    in_doubt = doubtful(text)
    for sign, wanted, found in zip(text, painted(text), roles_of(text), strict=True):
        line += sign == "\n"
        if not wanted:
            same = found in ("", "sign")
        elif wanted == "…":
            same = found not in ("", "wrong")
        else:
            # What a comment says to the checks is no matter of the tree.
            same = found.replace("directive", "comment") == wanted
        if not same and not sign.isspace() and line not in in_doubt:
            different.append((line, sign, wanted, found))
    return different


@pytest.mark.parametrize("text", BY_HAND)
def test_it_agrees_with_the_parser_on_what_is_written_by_hand(text: str) -> None:
    assert doubtful(text) == set()
    assert differences(text) == []
    assert "wrong" not in roles_of(text)


@settings(max_examples=20)
@given(journeys(stages=(2, 4), steps=(1, 6)))
def test_it_agrees_with_the_parser_on_generated_journeys(text: str) -> None:
    assert differences(text) == []


@settings(max_examples=60)
@given(mutated())
def test_it_agrees_with_the_parser_on_what_stays_right_in_a_mutated_journey(text: str) -> None:
    assert differences(seen(text)) == []


def test_rare_and_wrong_lines(golden: Golden) -> None:
    golden("highlight/golden/odd.txt", shown(ODD))


def test_every_role_is_played() -> None:
    played = {role for text in (*BY_HAND, ODD) for role in roles_of(text)}
    assert ROLES.keys() == played - {""}


def test_every_role_has_a_scope_of_its_own() -> None:
    scopes = [role.scope for role in ROLES.values()]
    assert len(set(scopes)) == len(scopes)


@pytest.mark.parametrize(
    "line",
    [
        "  - " + "@it " * 4000 + "x",
        "  - " + "[10 min] " * 2000 + "x",
        '  - "' + '""' * 8000,
        "  - a" + " " * 16000 + "b",
        "  " + "-" * 16000,
        "  " + "- " * 8000 + "-> x",
        "  metric: " + "= 1 target " * 1500,
        "  metric: a" + " " * 16000 + "target",
        "stage " + "a " * 8000 + "%",
        "  link: " + "https://a " * 1600 + "x",
        "duration: " + "1" * 16000 + " x",
    ],
)
def test_a_long_line_takes_no_longer_for_each_of_its_signs(line: str) -> None:
    """Sixteen thousand signs of it would take minutes if it did."""
    assert len(roles_of(line)) == len(line)
