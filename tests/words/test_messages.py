"""The catalogues say the same things in each language, and nothing that nobody asks for."""

import re
from pathlib import Path
from string import Formatter

import pytest

import journeyctl
from journeyctl.words import LANGUAGES, words_for

PACKAGE = Path(journeyctl.__file__).parent
TEMPLATES = PACKAGE.parent / "templates"
ENGLISH = words_for("en").messages

# What is written alike, by language.
SAME = {
    "id": {"type.b2b", "type.b2c", "kind.digital", "column.target"},
    "fil": {"type.b2b", "type.b2c", "kind.digital", "column.target", "column.channel"},
}


def placeholders(message: str) -> list[set[str]]:
    return [
        {name for _, name, _, _ in Formatter().parse(form) if name} for form in message.split("|")
    ]


def test_english_has_messages() -> None:
    assert len(ENGLISH) > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_in_the_same_order(language: str) -> None:
    assert list(words_for(language).messages) == list(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_takes_the_same_values(language: str) -> None:
    for key, message in words_for(language).messages.items():
        forms = placeholders(message)
        assert forms == [placeholders(ENGLISH[key])[0]] * len(forms), key


@pytest.mark.parametrize("language", ["id", "fil"])
def test_no_english_is_left_over(language: str) -> None:
    messages = words_for(language).messages
    alike = {
        key
        for key, message in messages.items()
        if message == ENGLISH[key] and re.search(r"[^\W\d_]", re.sub(r"\{\w+\}", "", message))
    }
    assert alike == SAME[language]


def test_every_key_that_is_asked_for_exists_and_the_other_way_round() -> None:
    """A key is asked for whole, or with one word of it put in; that word is quoted elsewhere."""
    code = "\n".join(
        path.read_text("utf-8")
        for path in (*sorted(PACKAGE.rglob("*.py")), *sorted(TEMPLATES.rglob("*.j2")))
        if path.stem not in LANGUAGES
    )
    quoted = set(re.findall(r'"([\w.-]+)"', code))
    filled = set(re.findall(r"""f["']([\w-]+\.[\w.-]*)\{[^{}]+\}([\w.-]*)["']""", code))
    filled |= {(start, "") for start in quoted if start.endswith(".")}
    filled |= {(f"{group}.", "") for group in re.findall(r'known\("(\w+)"', code)}

    asked = set(re.findall(r'(?:words\.text|words\.counted|say)\(\s*"([\w.-]+)"', code))
    assert len(asked) > 30
    assert {key for key in asked if not key.endswith(".")} <= ENGLISH.keys()

    def is_asked(key: str) -> bool:
        words = [
            key.removeprefix(start).removesuffix(end)
            for start, end in filled
            if key.startswith(start) and key.endswith(end)
        ]
        return key in quoted or any(word in quoted or word.isdigit() for word in words)

    assert [key for key in ENGLISH if not is_asked(key)] == []
