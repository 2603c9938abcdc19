"""Stages that can be told apart: one that comes twice in a journey is an error, and compared."""

from collections import Counter

from journeyctl.model.journey import Journey


def with_own_keys(journey: Journey) -> Journey:
    """The journey with a key of its own for each stage: for the second of one key with ``:2``
    behind it, which no key in a file has."""
    counts: Counter[str] = Counter()
    stages = []
    for stage in journey.stages:
        counts[stage.key] += 1
        count = counts[stage.key]
        stages.append(stage if count == 1 else stage._replace(key=f"{stage.key}:{count}"))
    return journey._replace(stages=tuple(stages)) if len(counts) < len(stages) else journey
