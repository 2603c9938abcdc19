"""What several rules need."""

from journeyctl.model.journey import Journey, Person, Stage
from journeyctl.source import Span


def customers(journey: Journey) -> list[Person]:
    """The people on the customer's side, declared or only named."""
    return [person for person in journey.people.values() if person.side == "customer"]


def named_people(journey: Journey) -> set[str]:
    """The keys of all who are named anywhere: on a step, behind one, or as an owner."""
    named: set[str] = set()
    for step in journey.steps.values():
        named.update(one.person for one in step.people)
        named.update(key for one in step.backstage for key in one.people)
        named.update(one.owner for one in (*step.pains, *step.ideas))
    for stage in journey.stages:
        named.update(one.owner for one in (*stage.pains, *stage.ideas))
    return named


def stages_called(journey: Journey, *keys: str) -> list[Stage]:
    """The stages with these keys that have steps."""
    return [stage for stage in journey.stages if stage.key in keys and stage.steps]


def written(journey: Journey, span: Span) -> str:
    """What stands at a place in the file."""
    return journey.source.text[span.start : span.end]
