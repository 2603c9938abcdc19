"""All words of pictures and reports are the author's or a catalogue's: none is in the code.

The catalogue marks each of its words here, and what is shown without a mark must be in the file.
"""

import re
from functools import cache

import pytest

from journeyctl.renderers import markdown
from journeyctl.reports.context import KINDS
from journeyctl.views.catalogue import VIEWS, view
from journeyctl.views.drawing import Drawing
from journeyctl.views.setting import setting_for
from journeyctl.words import Words, words_for
from tests.reports.shown import texts
from tests.test_samples import sample

SAMPLES = ["b2b-workshop", "b2c-online-shop"]
"""Not in English, so that no English word is the author's by chance."""

WORD = re.compile(r"¤?[^\W\d_]+")
OF_A_LIST = "type|scope|model|state|language|role|side|kind"


def marked(message: str) -> str:
    return re.sub(r"(\{\w+\})|[^\W\d_]+", lambda word: word[1] or f"¤{word[0]}", message)


@cache
def words() -> Words:
    messages = words_for("en").messages
    return Words("en", {key: marked(message) for key, message in messages.items()})


def of_author(name: str) -> set[str]:
    """The words of a sample's labels and values, without keys and words of fixed lists; and its
    stages' names, which were put into the journey's language when it was read."""
    read = sample(name).journey
    found: set[str] = set()
    for line in read.source.text.splitlines():
        value = re.sub(rf"^ *(?:(?:{OF_A_LIST}): .*|evidence: \w+|stage|[a-z]+:)", "", line)
        found.update(WORD.findall(value.replace(" target ", " ").lower()))
    return found.union(*(WORD.findall(stage.label.lower()) for stage in read.stages))


def unsaid(name: str, told: str) -> set[str]:
    """The words that neither the author nor the catalogue says."""
    shown = {word.lower() for word in WORD.findall(told)}
    assert any(word.startswith("¤") for word in shown)
    return {word for word in shown - of_author(name) if not word.startswith("¤")}


def text(drawing: Drawing) -> str:
    shapes = [" ".join(shape.text.lines) for shape in drawing.shapes if shape.text]
    groups = [group.title for group in drawing.groups]
    return "\n".join([drawing.title, drawing.description, *shapes, *groups])


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("of", VIEWS)
def test_a_picture(of: str, name: str) -> None:
    journey = sample(name).journey
    drawing = view(of).draw(journey, setting_for(journey)._replace(words=words()))
    assert unsaid(name, text(drawing)) == set()


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_report(kind: str, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its findings apart, which are English."""
    monkeypatch.setattr(markdown, "words_for", lambda _: words())
    read = sample(name).journey
    told = "\n".join(texts(markdown.report(read, [], kind))).replace(f"{name}.journey", "")
    assert unsaid(name, told) == set()
