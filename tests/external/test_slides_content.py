"""The slides of all samples, of many generated journeys, and of one of everything."""

import re

import pytest

from journeyctl.slides.deck import Words
from journeyctl.slides.make import make
from journeyctl.views.setting import setting_for
from tests.slides.checks import check, check_numbers, check_steps, deck, generated
from tests.slides.decks import SAMPLES, sample
from tests.stress import stress
from tests.views.drawn import journey

NAMES = sorted(path.stem for path in SAMPLES.glob("*.journey"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["overview", "workshop"])
def test_samples(name: str, kind: str) -> None:
    told = sample(name)
    made = deck(told, kind)
    assert check(made) > 2
    check_steps(told, made, "stage")
    check_steps(told, made, "flow")
    check_numbers(made)
    assert made == deck(told, kind)


def test_all_samples_beside_each_other() -> None:
    told = [sample(name) for name in NAMES]
    assert check(make(told, "comparison", setting_for(told[0]))) > 10


def test_generated_journeys() -> None:
    seen = 0
    for seed in range(100):
        told = generated(seed)
        made = deck(told)
        seen += check(made)
        check_steps(told, made, "stage")
        check_steps(told, made, "flow")
        check_numbers(made)
    assert seen > 1000


@pytest.mark.parametrize("language", ["en", "id", "fil"])
def test_a_journey_of_everything(language: str) -> None:
    told = journey(stress(language))
    made = deck(told)
    assert check(made) > 80
    check_steps(told, made, "stage")
    check_steps(told, made, "flow")
    check_numbers(made)
    parted = {slide.id for slide in made.slides if re.search(r"-[2-9]$", slide.id)}
    assert {"flow-2", "map-2", "remarks-2", "feelings-2", "stage-part0-2"} <= parted
    said = [one for slide in made.slides for one in slide.elements if isinstance(one, Words)]
    # A heading stays with what follows it.
    ends = [words.paragraphs[-1] for words in said if len(words.paragraphs) > 1]
    assert ends
    assert not any(last.bold and not last.bullet for last in ends)


def test_texts_as_long_as_books() -> None:
    book = " ".join(f"word{number}" for number in range(900))
    text = f"""\
journey: {book}
goal: {book}
actor {"a" * 300}: {book}
  goal: {book}
  quote: {book}
actor b: {book}
channel c: {book}
stage one: {book}
  goal: {book}
  pain: {book}
  metric: {book} = 1
  - {book} @{"a" * 300} :2
      note: {book}
  ? {book} @b #c
      {"yes " * 200} -> leave
      no -> next
stage two
  - {"签" * 900} :4
      idea: {"W" * 3000}
"""
    told = journey(text)
    assert check(make([told, told], "comparison", setting_for(told))) > 5
    made = deck(told)
    assert check(made) > 10
    check_steps(told, made, "stage")
    check_steps(told, made, "flow")
