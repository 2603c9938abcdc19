"""The Pygments lexer: every character has a token, and Pygments finds it."""

import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import given, settings
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.token import STANDARD_TYPES, Token, string_to_tokentype

from journeyctl.highlight.lexer import JourneyLexer
from journeyctl.highlight.roles import ROLES
from tests.highlight.texts import BY_HAND, ODD
from tests.syntax.test_properties import TEXTS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("text", BY_HAND)
def test_nothing_in_a_right_journey_is_an_error(text: str) -> None:
    tokens = list(JourneyLexer().get_tokens(text))
    assert "".join(value for _, value in tokens) == text
    assert Token.Error not in {kind for kind, _ in tokens}
    assert len({kind for kind, _ in tokens}) >= 5


@settings(max_examples=50)
@given(TEXTS)
def test_every_character_has_one_token(text: str) -> None:
    at = 0
    for place, _, value in JourneyLexer().get_tokens_unprocessed(text):
        assert (place, value) == (at, text[at : at + len(value)])
        assert value
        at += len(value)
    assert at == len(text)


def test_a_line_that_is_not_understood_is_an_error() -> None:
    tokens = list(JourneyLexer().get_tokens("gaol: x\n- Pay @it,\n"))
    assert [value for kind, value in tokens if kind is Token.Error] == ["gaol: x", "@it,"]


def test_every_role_is_a_token_that_styles_know() -> None:
    page = highlight("\n".join([*BY_HAND, ODD]), JourneyLexer(), HtmlFormatter())
    known = {kind for kind, short in STANDARD_TYPES.items() if short}
    assert {string_to_tokentype(role.token) for role in ROLES.values()} <= known
    assert page.count("<span") > 1000


def test_it_is_registered_with_pygments() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    ((name, value),) = project["entry-points"]["pygments.lexers"].items()
    assert EntryPoint(name, value, "pygments.lexers").load() is JourneyLexer
    assert JourneyLexer.aliases == ["journey"]
    assert JourneyLexer.filenames == ["*.journey"]
