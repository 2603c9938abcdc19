"""The TextMate grammar, run by a real engine (babi's, on Oniguruma as in VS Code)."""

import pytest
from babi.highlight import Compiler, Grammars, highlight_line
from hypothesis import given, settings

from journeyctl.highlight.__main__ import text as grammar_text
from journeyctl.highlight.roles import ROLES
from journeyctl.highlight.textmate import ROOT, scope
from tests.conftest import Golden
from tests.generate import journeys
from tests.highlight.shown import roles_of
from tests.highlight.texts import BY_HAND, ODD, seen
from tests.syntax.test_properties import mutated

SCOPES = {scope(role): role for role in ROLES}


@pytest.fixture(scope="module")
def compiler(tmp_path_factory: pytest.TempPathFactory) -> Compiler:
    folder = tmp_path_factory.mktemp("grammars")
    (folder / f"{ROOT}.json").write_text(grammar_text(), "utf-8")
    return Grammars(str(folder)).compiler_for_scope(ROOT)


def coloured(compiler: Compiler, text: str) -> list[str]:
    """The role of each character, "" for what has no scope but that of the whole file."""
    roles: list[str] = []
    state = compiler.root_state
    for number, line in enumerate(text.split("\n")):
        state, regions = highlight_line(compiler, state, line + "\n", number == 0)
        for start, end, scopes in regions:
            assert scopes[0] == ROOT
            roles += [SCOPES[scopes[-1]] if len(scopes) > 1 else ""] * (end - start)
    return roles[:-1]


def different(compiler: Compiler, text: str) -> list[tuple[int, str, str, str]]:
    """Where the engine and the description differ: place, sign, and what each of them says."""
    both = zip(text, roles_of(text), coloured(compiler, text), strict=True)
    return [
        (place, sign, wanted, found)
        for place, (sign, wanted, found) in enumerate(both)
        if wanted != found and not sign.isspace()
    ]


@pytest.mark.parametrize("text", [*BY_HAND, ODD])
def test_it_colours_what_the_description_says(compiler: Compiler, text: str) -> None:
    assert different(compiler, text) == []


@settings(max_examples=20)
@given(text=journeys(stages=(2, 4), steps=(1, 6)))
def test_it_colours_generated_journeys(compiler: Compiler, text: str) -> None:
    assert different(compiler, text) == []


@settings(max_examples=40)
@given(text=mutated())
def test_it_colours_mutated_journeys(compiler: Compiler, text: str) -> None:
    assert different(compiler, seen(text)) == []


def test_the_file_that_editors_read_is_current(golden: Golden) -> None:
    golden("../docs/editors/vscode/syntaxes/journey.tmLanguage.json", grammar_text())
