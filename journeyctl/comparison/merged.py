"""Two versions in one journey: the new one, with what was removed where it stood."""

from collections.abc import Iterable

from journeyctl.comparison.changes import behind
from journeyctl.comparison.matching import Matches
from journeyctl.comparison.stages import with_own_keys
from journeyctl.model.journey import Answer, Block, Journey, Meet, Single, Stage, Step

GONE = "gone:"
"""What the ids of removed steps and the keys of removed stages begin with; no other has a colon."""


def merged(old: Journey, new: Journey, same: Matches) -> Journey:
    """The new journey, with the removed steps and stages of the old one in their places.

    They have no links: nobody goes there any more. A removed step of an answer's or a way's own
    stands behind what asked.
    """
    return _Merging(with_own_keys(old), with_own_keys(new), same).journey()


class _Merging:
    def __init__(self, old: Journey, new: Journey, same: Matches) -> None:
        self._old, self._new, self._same = old, new, same
        self._back = {after: before for before, after in same.stages.items()}
        self._before = {stage.key: stage for stage in old.stages}

    def journey(self) -> Journey:
        """All stages, the steps and points numbered anew."""
        stages: list[Stage] = []
        gone = behind(self._before, self._same.stages)
        for key in gone.get("", ()):
            stages.append(self._gone(self._before[key]))
        for stage in self._new.stages:
            stages.append(self._filled(stage))
            stages += [self._gone(self._before[key]) for key in gone.get(stage.key, ())]
        steps: dict[str, Step] = {}
        points = dict(self._new.points)
        for number, stage in enumerate(stages):
            for id in stage.steps:
                steps[id] = self._step(id)._replace(stage=number, number=len(steps) + 1)
        places = {stage.key: number for number, stage in enumerate(stages)}
        for id, point in points.items():
            key = self._new.stages[point.stage].key if self._new.stages else ""
            points[id] = point._replace(stage=places.get(key, 0))
        return self._new._replace(
            stages=tuple(stages), steps=steps, points=points,
            people=self._old.people | self._new.people,
            channels=self._old.channels | self._new.channels,
            systems=self._old.systems | self._new.systems,
        )  # fmt: skip

    def _step(self, id: str) -> Step:
        if id in self._new.steps:
            return self._new.steps[id]
        step = self._old.steps[id.removeprefix(GONE)]
        people = self._same.people
        return step._replace(
            id=id,
            duration=None,  # Nobody spends it any more.
            people=tuple(
                one._replace(person=people.get(one.person, one.person)) for one in step.people
            ),
            channels=tuple(self._same.channels.get(key, key) for key in step.channels),
        )

    def _gone(self, stage: Stage) -> Stage:
        """A removed stage, with those of its steps that are nowhere now."""
        ids = [f"{GONE}{id}" for id in stage.steps if id not in self._same.steps]
        blocks = tuple(Single(id, ()) for id in ids)
        return stage._replace(
            key=f"{GONE}{stage.key}", duration=None, steps=tuple(ids), blocks=blocks
        )

    def _filled(self, stage: Stage) -> Stage:
        """A stage with its removed steps, each behind what stood before it."""
        before = self._before.get(self._back.get(stage.key, ""))
        gone = behind(before.steps, self._same.steps) if before else {}
        blocks: list[Block] = []
        waiting = {anchor: [f"{GONE}{id}" for id in ids] for anchor, ids in gone.items()}
        blocks += _singles(waiting.pop("", ()))
        for block in stage.blocks:
            blocks.append(block)
            for id in _ids(block):
                blocks += _singles(waiting.pop(id, ()))
        # What stood behind a step that is in another stage now.
        blocks += _singles(id for ids in waiting.values() for id in ids)
        ids = tuple(id for block in blocks for id in _ids(block))
        return stage._replace(blocks=tuple(blocks), steps=ids)


def _singles(ids: Iterable[str]) -> list[Block]:
    return [Single(id, ()) for id in ids]


def _ids(block: Block) -> list[str]:
    """The steps of a block and its own, in file order."""
    if isinstance(block, Meet):
        return []
    if isinstance(block, Single):
        return [block.step, *_own(block.answers)]
    ids: list[str] = []
    for way in block.ways:
        ids += [way.step, *(id for one in way.own for id in _ids(one)), *_own(way.answers)]
    return ids


def _own(answers: tuple[Answer, ...]) -> list[str]:
    return [id for answer in answers for block in answer.own for id in _ids(block)]
