"""What ``journeyctl new`` begins with: checked, drawn, and the same in every language."""

from itertools import product
from typing import get_args

import pytest

from journeyctl import pipeline
from journeyctl.model.journey import Journey
from journeyctl.model.stages import MODELS
from journeyctl.source import Source
from journeyctl.starter import Type, languages, starter
from journeyctl.syntax.formatter import formatted
from journeyctl.syntax.nodes import Comment, Declaration, Node
from journeyctl.syntax.parser import parse
from journeyctl.templates import templates_folder
from journeyctl.words import LANGUAGES

TYPES: tuple[Type, ...] = get_args(Type)
ALL = list(product(TYPES, LANGUAGES))


def journey_of(type: Type, language: str) -> Journey:
    return pipeline.check(Source("new.journey", starter(type, language)))[0]


def test_every_template_is_of_a_type_and_a_language() -> None:
    assert sorted(languages()) == sorted(LANGUAGES)
    names = sorted(path.name for path in (templates_folder() / "new").iterdir())
    assert names == sorted(f"{type}.{language}.journey" for type, language in ALL)


@pytest.mark.parametrize(("type", "language"), ALL)
def test_nothing_is_found_in_a_starter(type: Type, language: str) -> None:
    _, findings = pipeline.check(Source("new.journey", starter(type, language)))
    assert [(one.kind.name, one.message) for one in findings] == []


@pytest.mark.parametrize(("type", "language"), ALL)
def test_a_starter_is_formatted(type: Type, language: str) -> None:
    text = starter(type, language)
    assert formatted(Source("new.journey", text)) == text


@pytest.mark.parametrize(("type", "language"), ALL)
def test_a_starter_shows_what_a_journey_can_hold(type: Type, language: str) -> None:
    journey = journey_of(type, language)
    assert (journey.facts.type, journey.facts.language) == (type, language)
    assert [stage.key for stage in journey.stages] == [
        stage.rstrip("?") for stage in MODELS[type].split(" > ")
    ]
    for stage in journey.stages:
        assert stage.goal
        assert stage.duration
        assert any(metric.target for metric in stage.metrics)
    steps = journey.steps.values()
    assert {step.kind for step in steps} >= {"step", "way", "optional", "question"}
    assert any(step.kind == "part" for step in steps) == (type == "b2b")
    assert sum(step.moment for step in steps) == 1
    assert any(link.loop for link in journey.links)
    hurting = [step for step in steps if step.pains]
    assert len(hurting) == 2
    assert all(step.ideas and step.evidence for step in hurting)


def test_a_committee_buys_for_a_company_and_one_person_at_home() -> None:
    roles = [person.role for person in journey_of("b2b", "en").people.values() if person.role]
    assert roles == ["initiator", "influencer", "decider", "buyer", "approver"]
    assert [person.role for person in journey_of("b2c", "en").people.values()] == ["decider"]


@pytest.mark.parametrize("type", TYPES)
def test_every_language_tells_the_same_journey(type: Type) -> None:
    english = shape(journey_of(type, "en"))
    assert len(english) >= 30
    assert shape(journey_of(type, "id")) == english
    assert shape(journey_of(type, "fil")) == english


def shape(journey: Journey) -> list[tuple[object, ...]]:
    """All of a journey that is no word."""
    people = [(person.role, person.side) for person in journey.people.values()]
    steps = [
        (
            (step.kind, step.stage, step.feeling, step.share, step.moment),
            (len(step.people), len(step.channels), len(step.pains), len(step.backstage)),
            step.duration and (step.duration.low, step.duration.high),
        )
        for step in journey.steps.values()
    ]
    metrics = [
        (metric.value and metric.value.number, metric.comparator)
        for stage in journey.stages
        for metric in stage.metrics
    ]
    links = [(link.share, link.loop) for link in journey.links]
    return [*people, *steps, *metrics, *links]


@pytest.mark.parametrize(("type", "language"), ALL)
def test_every_stage_asks_a_question(type: Type, language: str) -> None:
    asking = 0
    for node in parse(Source("new.journey", starter(type, language)))[0].children:
        if isinstance(node, Declaration) and node.kind == "stage":
            assert questions(node.children) >= 1, node.name.value
            asking += 1
    assert asking == 6


def questions(nodes: tuple[Node, ...]) -> int:
    return sum(node.text.count("?") for node in nodes if isinstance(node, Comment))


@pytest.mark.parametrize(("type", "language"), ALL)
def test_a_comment_is_in_one_language_and_fits_a_screen(type: Type, language: str) -> None:
    comments = {line.strip() for line in starter(type, language).splitlines() if "//" in line}
    assert max(map(len, comments)) <= 100
    for other in LANGUAGES:
        if other != language:
            assert not comments & set(map(str.strip, starter(type, other).splitlines()))


@pytest.mark.parametrize(("type", "language"), ALL)
def test_a_starter_is_drawn(type: Type, language: str) -> None:
    drawn, troubles = pipeline.draw(journey_of(type, language), ["svg"], pipeline.Options())
    assert troubles == []
    assert drawn["flow.svg"].startswith(b"<?xml")
