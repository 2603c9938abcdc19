"""What changed between two versions of a journey, as a reader of journeys thinks of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from journeyctl.comparison.change import Change, Thing
from journeyctl.comparison.details import Details, Named
from journeyctl.comparison.matching import Match, Matches, matches
from journeyctl.comparison.parents import parents
from journeyctl.comparison.stages import with_own_keys
from journeyctl.model.journey import Journey, Stage, Step
from journeyctl.model.sequence import longest_increasing


class Changes(NamedTuple):
    """All changes in the order of the new file, removed things where they stood, and what of
    the two is the same."""

    changes: tuple[Change, ...]
    matches: Matches


def changes(old: Journey, new: Journey) -> Changes:
    """All that changed from one version to the other; nothing for two that tell the same.

    What only follows from another change is none: the steps behind an added one did not move,
    and an arrow to a stage that has a new first step leads where it led.
    """
    old, new = with_own_keys(old), with_own_keys(new)
    same = matches(old, new)
    return Changes(tuple(_Differ(old, new, same).all()), same)


class _Differ:
    def __init__(self, old: Journey, new: Journey, same: Matches) -> None:
        self._old, self._new, self._same = old, new, same
        self._details = Details(old, new, same)

    def all(self) -> Iterator[Change]:
        yield from self._details.journey()
        yield from self._declared("person", self._old.people, self._new.people, self._same.people)
        yield from self._declared(
            "channel", self._old.channels, self._new.channels, self._same.channels
        )
        yield from self._declared(
            "system", self._old.systems, self._new.systems, self._same.systems
        )
        yield from self._stages()

    def _declared(
        self, thing: Thing, old: Mapping[str, Named], new: Mapping[str, Named], same: Match
    ) -> Iterator[Change]:
        """People, channels or systems: their order says nothing."""
        back = {after: before for before, after in same.items()}
        for key, one in new.items():
            if key in back:
                yield from self._details.named(thing, old[back[key]], one)
            else:
                yield Change("added", thing, one.label, new=one.span)
        for key, one in old.items():
            if key not in same:
                yield Change("removed", thing, one.label, old=one.span)

    def _stages(self) -> Iterator[Change]:
        old = {stage.key: stage for stage in self._old.stages}
        back = {after: before for before, after in self._same.stages.items()}
        gone = behind(old, self._same.stages)
        moved = _moved(list(old), [stage.key for stage in self._new.stages], back)
        steps = _Steps(self._old, self._new, self._same, self._details)
        for key in gone.get("", ()):
            yield from self._removed(old[key], steps)
        for stage in self._new.stages:
            before = old.get(back.get(stage.key, ""))
            if before is None:
                yield Change("added", "stage", stage.label, new=stage.span)
            else:
                if stage.key in moved:
                    yield self._moved(before, stage)
                yield from self._details.stage(before, stage)
            yield from steps.of(before, stage)
            for key in gone.get(stage.key, ()):
                yield from self._removed(old[key], steps)

    def _moved(self, before: Stage, stage: Stage) -> Change:
        places = self._old.stages.index(before) + 1, self._new.stages.index(stage) + 1
        was, now = map(str, places)
        return Change(
            "moved", "stage", stage.label, "", "", was, now, old=before.span, new=stage.span
        )

    def _removed(self, stage: Stage, steps: "_Steps") -> Iterator[Change]:
        yield Change("removed", "stage", stage.label, old=stage.span)
        yield from steps.removed(stage)


class _Steps:
    """The steps of a stage: which came, went and moved, and what changed of the others."""

    def __init__(self, old: Journey, new: Journey, same: Matches, details: Details) -> None:
        self._old, self._new, self._same, self._details = old, new, same, details
        self._back = {after: before for before, after in same.steps.items()}
        self._within = parents(old), parents(new)

    def removed(self, stage: Stage) -> Iterator[Change]:
        """The steps of a stage that is gone, unless they stand elsewhere now."""
        for id in stage.steps:
            if id not in self._same.steps:
                yield self._gone(id)

    def of(self, before: Stage | None, stage: Stage) -> Iterator[Change]:
        """The steps of a stage, which was ``before`` in the old journey."""
        olds = before.steps if before else ()
        gone = behind(olds, self._same.steps)
        moved = _moved(olds, stage.steps, self._back)
        yield from map(self._gone, gone.get("", ()))
        for id in stage.steps:
            step = self._new.steps[id]
            if id not in self._back:
                place = stage.label
                yield Change("added", "step", step.label, place, step=id, new=step.label_span)
            else:
                was = self._old.steps[self._back[id]]
                if move := self._move(was, step, id in moved):
                    yield move
                yield from self._details.step(was, step)
            yield from map(self._gone, gone.get(id, ()))

    def _gone(self, id: str) -> Change:
        step = self._old.steps[id]
        place = self._old.stages[step.stage].label
        return Change("removed", "step", step.label, place, step=id, old=step.label_span)

    def _move(self, was: Step, step: Step, in_stage: bool) -> Change | None:
        """That a step went to another stage, under another answer or way, or up or down."""
        stage, now = self._old.stages[was.stage], self._new.stages[step.stage]
        held, holding = self._within[0].get(was.id, ""), self._within[1].get(step.id, "")
        before, after = (str(x.steps.index(y.id) + 1) for x, y in ((stage, was), (now, step)))
        if self._same.stages.get(stage.key) != now.key:
            before, after = stage.label, now.label
        elif self._same.steps.get(held, held) != holding:
            before = self._old.steps[held].label if held else stage.label
            after = self._new.steps[holding].label if holding else now.label
        elif not in_stage:
            return None
        spans = was.label_span, step.label_span
        return Change("moved", "step", step.label, now.label, "", before, after, 0, step.id, *spans)


def behind(olds: Iterable[str], same: Match) -> dict[str, list[str]]:
    """What has no partner, by the partner of what stood before it; "" for the first."""
    found: dict[str, list[str]] = {}
    anchor = ""
    for key in olds:
        if key in same:
            anchor = same[key]
        else:
            found.setdefault(anchor, []).append(key)
    return found


def _moved(olds: Sequence[str], news: Sequence[str], back: Match) -> set[str]:
    """Of the new ones that stood among the old ones: the fewest that changed their places."""
    places = {key: place for place, key in enumerate(olds)}
    stayed = {key: places[back[key]] for key in news if back.get(key) in places}
    kept = longest_increasing(list(stayed.values()))
    return {key for key, place in stayed.items() if place not in kept}
