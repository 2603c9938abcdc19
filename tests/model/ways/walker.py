"""The ways through a journey gone one step at a time, with nothing clever: for comparison.

A customer is in a place with the parts that are still to be gone, and goes on from there.
"""

from collections.abc import Collection, Iterator
from math import inf
from random import Random
from typing import NamedTuple

from journeyctl.model.journey import Journey, Link, Run
from journeyctl.model.measures import Range, block_range, links_out

Forked = tuple[tuple[str, ...], ...]
"""For each fork that one is in, the parts that are still to be gone."""


class State(NamedTuple):
    """``before`` is the stage of the last step, -1 where there was none."""

    id: str
    forks: Forked
    before: int


class Move(NamedTuple):
    state: State
    link: Link
    share: float


def with_shares(journey: Journey, rng: Random) -> Journey:
    """The same journey, its missing shares made up; none of them is 0."""
    out = links_out(journey)
    given: dict[int, float] = {}
    for source, links in out.items():
        fork = source in journey.points and journey.points[source].kind == "fork"
        if len(links) > 1 and not fork and all(link.share is None for link in links):
            # Few go back, so that iteration comes to its end soon.
            parts = [rng.uniform(0.1, 1) / (5 if link.loop else 1) for link in links]
            for link, part in zip(links, parts, strict=True):
                given[id(link)] = 100 * part / sum(parts)
    return journey._replace(
        links=tuple(link._replace(share=given.get(id(link), link.share)) for link in journey.links)
    )


class Walker:
    """``journey`` has shares at all splits, or none of the methods that need them is called."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self._out = links_out(journey)
        self.states: dict[State, list[Move]] = {}
        waiting = [State("start", (), -1)] if "start" in self._out else []
        while waiting:
            state = waiting.pop()
            if state not in self.states:
                self.states[state] = list(self._moves(state))
                waiting += [move.state for move in self.states[state]]

    def _moves(self, state: State) -> Iterator[Move]:
        """Where one can go; at a fork to the first part, before a join to the next one."""
        forks = state.forks
        step = self.journey.steps.get(state.id)
        before = step.stage if step else state.before
        links = self._out.get(state.id, [])
        if state.id in self.journey.points and self.journey.points[state.id].kind == "fork":
            parts = tuple(link.target for link in links)
            yield Move(State(parts[0], (parts[1:], *forks), before), links[0], 1.0)
            return
        total = sum(link.share or 0.0 for link in links) or float(len(links))
        for link in links:
            share = (1.0 if total == len(links) and link.share is None else link.share or 0) / total
            target, after = link.target, forks
            if target in self.journey.points and self.journey.points[target].kind == "join":
                if forks and forks[0]:
                    target, after = forks[0][0], (forks[0][1:], *forks[1:])
                else:
                    after = forks[1:]
            elif link.kind in ("answer", "arrow") and self._leaves(link):
                after = ()
            if share:
                yield Move(State(target, after, before), link, share)

    def _leaves(self, link: Link) -> bool:
        return link.loop or link.target in ("end", "leave")

    # By iteration

    def flow(self, stop: Collection[str] = ()) -> tuple[dict[State, float], dict[int, float]]:
        """How often one is in each state, and how many go out by each link (by its ``id``);
        nobody goes on from the steps in ``stop``."""
        times: dict[State, float] = {}
        out: dict[int, float] = {}
        here = {State("start", (), -1): 1.0}
        while sum(here.values()) > 1e-13:
            there: dict[State, float] = {}
            for state, mass in here.items():
                times[state] = times.get(state, 0.0) + mass
                if state.id in stop:
                    continue
                for move in self.states[state]:
                    part = mass * move.share
                    if move.state.id in ("end", "leave"):
                        out[id(move.link)] = out.get(id(move.link), 0.0) + part
                    else:
                        there[move.state] = there.get(move.state, 0.0) + part
            here = there
        return times, out

    # One by one

    def walks(self, most: int) -> list[tuple[Move, ...]] | None:
        """All walks out that go back at most once in a loop; None for more than so many."""
        reach = {state: self._reach(state) for state in self.states}
        found: list[tuple[Move, ...]] = []
        stack: list[tuple[State, bool, tuple[Move, ...]]] = [(State("start", (), -1), False, ())]
        while stack:
            state, gone, walk = stack.pop()
            for move in self.states[state]:
                if move.state.id in ("end", "leave"):
                    found.append((*walk, move))
                    continue
                same = state[:2] in reach[move.state]
                if same and gone and move.link.loop:
                    continue
                stack.append((move.state, same and (gone or move.link.loop), (*walk, move)))
            if len(found) + len(stack) > most:
                return None
        return found

    def _reach(self, start: State) -> set[tuple[str, Forked]]:
        """All that one can come to from a state, whatever was before."""
        found = {start}
        waiting = [start]
        while waiting:
            for move in self.states[waiting.pop()]:
                if move.state in self.states and move.state not in found:
                    found.add(move.state)
                    waiting.append(move.state)
        return {(state.id, state.forks) for state in found}

    def steps(self, walk: tuple[Move, ...]) -> tuple[str, ...]:
        return tuple(move.state.id for move in walk if move.state.id in self.journey.steps)

    def time(self, walk: tuple[Move, ...]) -> Range:
        """Minutes; the most is infinite where it is open."""
        charges = [self.charge(move.state) for move in walk]
        return sum(low for low, _ in charges), sum(high for _, high in charges)

    def charge(self, state: State) -> tuple[float, float]:
        """What it takes to come to a state and to be done with it, as docs/numbers.md tells."""
        if state.id in self.journey.steps:
            step = self.journey.steps[state.id]
            charge = None if self._inside(state.id) else step.duration
            if own := self.journey.stages[step.stage].duration:
                charge = own if step.stage != state.before else None
            if charge:
                return charge.low, inf if charge.high is None else charge.high
        for stage in self.journey.stages:
            for block in stage.blocks:
                if isinstance(block, Run) and block.fork == state.id and not stage.duration:
                    low, high = block_range(self.journey, block) or (0.0, 0.0)
                    return low, inf if high is None else high
        return 0.0, 0.0

    def _inside(self, step: str) -> bool:
        return any(
            step == way.step or any(getattr(own, "step", "") == step for own in way.own)
            for stage in self.journey.stages
            for block in stage.blocks
            if isinstance(block, Run) and block.kind == "parts"
            for way in block.ways
        )
