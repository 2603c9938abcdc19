"""The reference, docs/language.md: every journey in it parses, every mistake in it is one."""

import pytest

from journeyctl import pipeline
from journeyctl.source import Source
from tests.syntax.reference import examples
from tests.syntax.shown import findings_of


@pytest.mark.parametrize("text", examples("journey"))
def test_a_journey_of_the_reference_has_nothing_wrong(text: str) -> None:
    assert findings_of(text) == []
    _, findings = pipeline.check(Source("a.journey", text))
    assert [one.message for one in findings if one.severity == "error"] == []


@pytest.mark.parametrize("text", examples("journey-wrong"))
def test_a_mistake_of_the_reference_is_found(text: str) -> None:
    assert findings_of(text)


def test_the_reference_shows_journeys_and_mistakes() -> None:
    assert len(examples("journey")) >= 5
    assert len(examples("journey-wrong")) >= 1
