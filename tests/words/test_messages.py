"""The catalogues say the same things in each language, and nothing that nobody asks for."""

import re
from pathlib import Path
from string import Formatter

import pytest

import journeyctl
from journeyctl.model.stages import BUILT_IN
from journeyctl.syntax.durations import units
from journeyctl.words import LANGUAGES, typed, words_for

PACKAGE = Path(journeyctl.__file__).parent
TEMPLATES = PACKAGE.parent / "templates"
ENGLISH = words_for("en").messages
OTHERS = [language for language in LANGUAGES if language != "en"]

# The words that a language has as English has them, and why.
BOTH = {
    "b2b": "an abbreviation that the field uses everywhere",
    "b2c": "an abbreviation that the field uses everywhere",
    "digital": "in the dictionaries of both",
    "target": "in the dictionaries of both",
}
ALIKE = {
    "id": {**BOTH, "model": "in the dictionary"},
    "fil": {
        **BOTH,
        "channel": "what marketing says; daluyan is for water and power",
        "link": "what everybody says on the web; kawing is for chains",
    },
}

# How many forms a counted message has: English knows one and more, the others do not tell.
FORMS = {"en": 2, "id": 1, "fil": 1}


def values(form: str) -> set[str]:
    """The names of what is put into a message."""
    return {name for _, name, _, _ in Formatter().parse(form) if name}


def letters(message: str) -> str:
    return re.sub(r"\{\w+\}|[\W\d_]", "", message)


def test_english_has_messages() -> None:
    assert len(ENGLISH) > 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_keys_in_the_same_order(language: str) -> None:
    assert list(words_for(language).messages) == list(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_takes_the_same_values(language: str) -> None:
    """Only the form for one may do without the number: it can be said."""
    for key, message in words_for(language).messages.items():
        *for_one, for_more = map(values, message.split("|"))
        assert for_more == values(ENGLISH[key].split("|")[-1]), key
        assert all(for_more - {"count"} <= form <= for_more for form in for_one), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_language(language: str) -> None:
    several = 0
    for key, message in words_for(language).messages.items():
        forms = message.split("|")
        assert len(forms) <= FORMS.get(language, 2), key
        assert len(set(forms)) == len(forms), key
        several += len(forms) > 1
    assert (several > 5) == (FORMS.get(language, 2) > 1)


def test_an_english_noun_behind_a_number_has_a_form_for_one() -> None:
    nouns = {key for key, message in ENGLISH.items() if re.search(r"\{count\} \w+s\b", message)}
    assert len(nouns) > 10
    assert {key for key in nouns if "|" not in ENGLISH[key]} == set()


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_is_left_over(language: str) -> None:
    messages = words_for(language).messages
    alike = {key: said for key, said in messages.items() if letters(said) and said == ENGLISH[key]}
    allowed = ALIKE.get(language, BOTH)
    assert {key for key, said in alike.items() if said.lower() not in allowed} == set()
    assert {said.lower() for said in alike.values()} == set(allowed)


@pytest.mark.parametrize("language", OTHERS)
def test_no_message_has_english_words(language: str) -> None:
    """Small words of English that neither language has give a half translated message away."""
    small = {"the", "of", "and", "with", "from", "is", "are", "not", "this", "for", "by", "or"}
    for key, message in words_for(language).messages.items():
        assert not small & set(re.findall(r"[a-z]+", re.sub(r"\{\w+\}", "", message.lower()))), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_are_set_with_care(language: str) -> None:
    for key, message in words_for(language).messages.items():
        english = ENGLISH[key]
        assert message == " ".join(message.split()), key
        if letters(message):
            for form in message.split("|"):
                assert (form[-1] == ".") == (english[-1] == "."), key
                assert not (form[0].islower() and english[0].isupper()), key


def test_no_spelling_means_two_things() -> None:
    """Neither in two languages: a unit is known whatever the journey's language."""
    for group in ("stage", "unit"):
        of_group = [
            (spelling, key)
            for language in LANGUAGES
            for key, spellings in words_for(language).messages.items()
            if key.startswith(f"typed.{group}.")
            for spelling in spellings.split()
        ]
        assert len(dict(of_group)) == len(of_group) > 20
    assert set(typed("unit")) == set(units())
    assert "m" not in units()  # A minute or a month.


def test_every_key_that_is_asked_for_exists_and_the_other_way_round() -> None:
    """A key is asked for whole, or with one word of it put in; that word is quoted elsewhere."""
    code = "\n".join(
        path.read_text("utf-8")
        for path in (*sorted(PACKAGE.rglob("*.py")), *sorted(TEMPLATES.rglob("*.j2")))
        if path.parent.name != "words" or path.name == "__init__.py"
    )
    quoted = set(re.findall(r'"([\w.-]+)"', code))
    filled = set(re.findall(r"""f["']([\w-]+\.[\w.-]*)\{[^{}]+\}([\w.-]*)["']""", code))
    filled |= {(start, "") for start in quoted if start.endswith(".")}
    filled |= {(f"{group}.", "") for group in re.findall(r'known\(\s*"(\w+)"', code)}

    asked = set(re.findall(r'(?:\.text|\.counted|say)\(\s*"([a-z-]+\.[\w.-]*)"', code))
    assert len(asked) > 30
    assert {key for key in asked if not key.endswith(".")} - ENGLISH.keys() == set()

    def is_asked(key: str) -> bool:
        if key.startswith(("typed.", "stage.")):
            return key.split(".")[-1] in (*BUILT_IN, *typed("unit").values())
        words = [
            key.removeprefix(start).removesuffix(end)
            for start, end in filled
            if key.startswith(start) and key.endswith(end)
        ]
        return key in quoted or any(word in quoted or word.isdigit() for word in words)

    assert [key for key in ENGLISH if not is_asked(key)] == []


def test_the_reference_lists_every_spelling() -> None:
    page = (PACKAGE.parent / "docs" / "language.md").read_text("utf-8")
    durations = page.partition("### Durations")[2].partition("\n### ")[0]
    table = "\n".join(line for line in durations.splitlines() if line.startswith("| "))
    assert set(re.findall(r"`([^`]+)`", table)) == set(typed("unit"))
    for stage in BUILT_IN:
        spelt = [words_for(one).messages[f"typed.stage.{stage}"].split() for one in ("id", "fil")]
        assert f"| {stage} | {' | '.join(map(', '.join, spelt))} |" in page
