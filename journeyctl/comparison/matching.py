"""What of one journey is what of another: by id, then by label, then by place and likeness."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

from journeyctl.model.identify import slug
from journeyctl.model.journey import Journey, Step
from journeyctl.syntax.names import fold

ALIKE = 0.5  # likeness of two labels, 0 to 1, from which one may be the other renamed
_ALIKE_IN_PLACE = 0.34  # the same where both stand between the same neighbours
_ALIKE_AFAR = 0.8  # the same where they stand in different stages
_MOST_PAIRS = 20_000  # that are held against each other; of more, only labels that are the same

Match = dict[str, str]
"""Keys (or ids) of the old journey, with those of the new one that are the same thing."""


class Matches(NamedTuple):
    """What of two journeys is the same. What has no partner is in none of them."""

    people: Match
    channels: Match
    systems: Match
    stages: Match
    steps: Match


class Labelled(Protocol):
    """Whatever has a key and a label."""

    @property
    def label(self) -> str: ...


def matches(old: Journey, new: Journey) -> Matches:
    """What is the same in two journeys, in the order of the old one."""
    people = _named(old.people, new.people)
    channels = _named(old.channels, new.channels)
    systems = _named(old.systems, new.systems)
    stages = _stages(old, new)
    steps = _Steps(old, new, stages).match()
    return Matches(people, channels, systems, stages, steps)


def likeness(one: str, other: str) -> float:
    """How alike two labels are, 0 to 1: what part of their three-letter pieces they share
    (Dice's coefficient)."""
    return _dice(_pieces(one), _pieces(other))


def _pieces(label: str) -> frozenset[str]:
    text = f"  {fold(label)} "
    return frozenset(text[at : at + 3] for at in range(len(text) - 2))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _named(old: Mapping[str, Labelled], new: Mapping[str, Labelled]) -> Match:
    """By key, then by label, then by likeness of the labels."""
    match = {key: key for key in old if key in new}
    rest = _rest(old, new, match)
    match |= _by_label(old, new, *rest)
    return _ordered(match | _by_likeness(old, new, *_rest(old, new, match)), old)


def _rest(old: Iterable[str], new: Iterable[str], match: Match) -> tuple[list[str], list[str]]:
    """What has no partner yet."""
    taken = set(match.values())
    return [key for key in old if key not in match], [key for key in new if key not in taken]


def _ordered(match: Match, old: Iterable[str]) -> Match:
    return {key: match[key] for key in old if key in match}


def _by_label(
    old: Mapping[str, Labelled],
    new: Mapping[str, Labelled],
    left: Iterable[str],
    right: Iterable[str],
) -> Match:
    """Those with the same label; of several with one label the first with the first."""
    waiting: dict[str, list[str]] = {}
    for key in right:
        waiting.setdefault(fold(new[key].label), []).append(key)
    match: Match = {}
    for key in left:
        found = waiting.get(fold(old[key].label))
        if found:
            match[key] = found.pop(0)
    return match


def _by_likeness(
    old: Mapping[str, Labelled],
    new: Mapping[str, Labelled],
    left: Sequence[str],
    right: Sequence[str],
) -> Match:
    if len(left) * len(right) > _MOST_PAIRS:
        return {}
    pieces = {key: _pieces(new[key].label) for key in right}
    scored = []
    for key in left:
        mine = _pieces(old[key].label)
        scored += [(_dice(mine, pieces[other]), key, other) for other in right]
    return _best([one for one in scored if one[0] >= ALIKE])


def _best(scored: list[tuple[float, str, str]]) -> Match:
    """Partners, the most alike first; of equals, those that come first."""
    match: Match = {}
    taken: set[str] = set()
    for _, key, other in sorted(scored, key=lambda one: -one[0]):
        if key not in match and other not in taken:
            match[key] = other
            taken.add(other)
    return match


def _stages(old: Journey, new: Journey) -> Match:
    """By the model's word, by label, then by likeness or most of their steps in common."""
    before = {stage.key: stage for stage in old.stages}
    after = {stage.key: stage for stage in new.stages}
    match = {key: key for key in before if key in after}
    match |= _by_label(before, after, *_rest(before, after, match))
    left, right = _rest(before, after, match)
    scored = []
    labels = {key: {fold(new.steps[id].label) for id in after[key].steps} for key in right}
    for key in left:
        mine = {fold(old.steps[id].label) for id in before[key].steps}
        for other in right:
            shared = 2 * len(mine & labels[other]) / max(len(mine) + len(labels[other]), 1)
            alike = max(shared, likeness(before[key].label, after[other].label))
            scored.append((alike, key, other))
    match |= _best([one for one in scored if one[0] >= ALIKE])
    return _ordered(match, before)


class _Steps:
    """Matches the steps of two journeys, whose stages are matched."""

    def __init__(self, old: Journey, new: Journey, stages: Match) -> None:
        self._old, self._new, self._stages = old, new, stages
        self._match: Match = {}
        self._taken: set[str] = set()

    def match(self) -> Match:
        self._by_own_ids()
        for left, right in self._common_stages():
            self._add(_by_label(self._old.steps, self._new.steps, left, right))
        self._add(_by_label(self._old.steps, self._new.steps, *self._left()))
        for left, right in self._common_stages():
            self._add(self._alike(left, right, in_stage=True))
        self._add(self._alike(*self._left(), in_stage=False))
        return _ordered(self._match, self._old.steps)

    def _add(self, found: Match) -> None:
        self._match |= found
        self._taken.update(found.values())

    def _by_own_ids(self) -> None:
        """The author's own ids, on either side: what is made from a label says no more than it."""
        for id, step in self._old.steps.items():
            other = self._new.steps.get(id)
            if other and (_has_own_id(step) or _has_own_id(other)):
                self._add({id: id})

    def _free(self, old: Iterable[str], new: Iterable[str]) -> tuple[list[str], list[str]]:
        return (
            [id for id in old if id not in self._match],
            [id for id in new if id not in self._taken],
        )

    def _left(self) -> tuple[list[str], list[str]]:
        return self._free(self._old.steps, self._new.steps)

    def _common_stages(self) -> Iterable[tuple[list[str], list[str]]]:
        """The steps without a partner of each stage that both journeys have."""
        after = {stage.key: stage for stage in self._new.stages}
        for stage in self._old.stages:
            if stage.key in self._stages:
                yield self._free(stage.steps, after[self._stages[stage.key]].steps)

    def _alike(self, left: list[str], right: list[str], *, in_stage: bool) -> Match:
        """Those that may be one that was renamed.

        Their labels are alike; less so where they stand between the same neighbours; or two
        texts under them (pains, ideas, quotes …) are the same.
        """
        if len(left) * len(right) > _MOST_PAIRS:
            return {}
        old, new = self._old.steps, self._new.steps
        pieces = {id: (_pieces(new[id].label), _texts(new[id])) for id in right}
        before, after = _neighbours(self._old), _neighbours(self._new)
        scored = []
        for id in left:
            mine, said = _pieces(old[id].label), _texts(old[id])
            for other in right:
                theirs, told = pieces[other]
                alike, shared = _dice(mine, theirs), len(said & told)
                least = _ALIKE_AFAR
                if in_stage:
                    placed = tuple(self._match.get(one, one) for one in before[id]) == after[other]
                    least = _ALIKE_IN_PLACE if placed else ALIKE
                if alike >= least or shared > 1:
                    scored.append((alike + shared, id, other))
        return _best(scored)


def _has_own_id(step: Step) -> bool:
    """Whether the author gave the step its id, as far as can be seen: it is not the label's."""
    made = slug(step.label)
    number = step.id.removeprefix(f"{made}-")
    return step.id != made and not (number != step.id and number.isdecimal())


def _texts(step: Step) -> frozenset[str]:
    """All that is said under a step, folded."""
    said = [one.text for one in (*step.pains, *step.ideas)]
    said += [*step.quotes, *step.content, *step.notes]
    said += [one.name for one in step.metrics] + [one.label for one in step.backstage]
    return frozenset(map(fold, said))


def _neighbours(journey: Journey) -> dict[str, tuple[str, str]]:
    """For each step what stands before and after it in its stage, "" for the stage's ends."""
    found = {}
    for stage in journey.stages:
        around = ["", *stage.steps, ""]
        for at, id in enumerate(stage.steps, 1):
            found[id] = around[at - 1], around[at + 1]
    return found
