"""Which step of a journey leads to which, as a list to compare with the arrows of a diagram."""

from journeyctl import pipeline
from journeyctl.model.journey import Journey
from journeyctl.source import Source


def journey(text: str) -> Journey:
    """The journey of a text that was imported, in whose lines there is no mistake."""
    told, findings = pipeline.check(Source("imported.journey", text))
    names = {one.kind.name for one in findings if one.severity == "error"}
    # How a diagram goes is its author's: what is in no reach, and what ends nowhere.
    assert names <= {"unreachable-step", "endless-loop"}, (names, text)
    return told


def ways(told: Journey) -> list[tuple[str, str]]:
    """The labels of the two steps of each link, in order; points between them are passed."""
    after: dict[str, list[str]] = {}
    for link in told.links:
        after.setdefault(link.source, []).append(link.target)

    def steps(name: str) -> list[str]:
        if name in told.steps:
            return [told.steps[name].label]
        return [label for one in after.get(name, ()) for label in steps(one)]

    return sorted(
        (step.label, label)
        for step in told.steps.values()
        for target in after.get(step.id, ())
        for label in steps(target)
    )
