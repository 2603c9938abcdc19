"""Labels that are too long for any slide, cut. What a slide is about is said before that."""

from journeyctl.model.journey import Journey

_STEP, _OTHER = 300, 100  # characters of the label of a step, and of anything else


def in_bounds(journey: Journey) -> Journey:
    """A journey in which no label is longer than a slide has room for."""
    return journey._replace(
        facts=journey.facts._replace(title=cut(journey.facts.title, _STEP)),
        people={
            key: one._replace(
                label=cut(one.label), department=cut(one.department), headcount=cut(one.headcount)
            )
            for key, one in journey.people.items()
        },
        channels={key: one._replace(label=cut(one.label)) for key, one in journey.channels.items()},
        stages=tuple(stage._replace(label=cut(stage.label)) for stage in journey.stages),
        steps={
            id: step._replace(label=cut(step.label, _STEP)) for id, step in journey.steps.items()
        },
        links=tuple(link._replace(label=cut(link.label)) for link in journey.links),
    )


def cut(label: str, most: int = _OTHER) -> str:
    """A label of at most so many characters, with ``…`` where some are left out: whole words,
    unless the last one is very long."""
    if len(label) <= most:
        return label
    space = label.rfind(" ", most * 2 // 3, most + 1)
    return label[: space if space > 0 else most].rstrip() + "…"
