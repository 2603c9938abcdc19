"""The lines of the stages as a graph: links, the points between them, and blocks to draw.

Built like a control-flow graph: the ways out that are still open are carried along, and
each element takes them in. Where several of them would meet several entries, they meet in
a point first, so that the links stay linear in number.
"""

from math import inf
from typing import Literal, NamedTuple

from journeyctl.model.journey import (
    Answer,
    Block,
    Link,
    LinkKind,
    Meet,
    Point,
    PointKind,
    Run,
    Single,
    Way,
)
from journeyctl.model.outline import Exit, Line, StageLines
from journeyctl.source import Span

ROUNDING = 1 + 1e-9
"""Shares that add up to so much more or less than 100 % are rounded, not wrong."""


class Target(NamedTuple):
    """Where an arrow leads. ``id`` is a step's, ``stage`` a stage's index; else unused."""

    kind: Literal["next", "end", "leave", "stage", "step"]
    stage: int = -1
    id: str = ""


class Open(NamedTuple):
    """A way out that is still open: a link without its target.

    ``slot`` is the place kept for it among the links: the author's own arrow, which is
    exactly one link; -1 for a way that may be split. ``beside`` tells that other ways
    leave the same step.
    """

    source: str
    kind: LinkKind
    label: str
    share: float | None
    span: Span
    slot: int = -1
    beside: bool = False


class Flow(NamedTuple):
    """``blocks`` are each stage's."""

    blocks: tuple[tuple[Block, ...], ...]
    points: dict[str, Point]
    links: tuple[Link, ...]


def connect(stages: list[StageLines], targets: dict[Span, Target]) -> Flow:
    """Link the lines of the stages (their ids are set) with one another.

    ``targets`` tells where the arrow with a span leads. A journey without steps has no
    points and no links.
    """
    return _Builder(stages, targets).build()


class _Builder:
    def __init__(self, stages: list[StageLines], targets: dict[Span, Target]) -> None:
        self.stages = stages
        self.targets = targets
        self.stage = 0
        self.points: dict[str, Point] = {}
        self.links: list[Link | None] = []
        # Where each step and point stands in the order of the file.
        self.order: dict[str, int] = {}
        self.counts: dict[PointKind, int] = {}
        # What an arrow to a stage leads to: the first step or point placed in it.
        self.entries: dict[int, str] = {}
        self.deferred: list[tuple[Open, Target]] = []
        # The first stage with steps at or after each one; past the last there is none.
        self.begins = [len(stages)] * (len(stages) + 1)
        for number in reversed(range(len(stages))):
            self.begins[number] = number if stages[number].lines else self.begins[number + 1]
        self.goals = {self.begins[one.stage] for one in targets.values() if one.kind == "stage"}

    def build(self) -> Flow:
        blocks: list[tuple[Block, ...]] = []
        ways: list[Open] = []
        for number, stage in enumerate(self.stages):
            self.stage = number
            if stage.lines and not self.points:
                self.points["start"] = Point("start", "start", number)
                self.order["start"] = 0
                ways = [Open("start", "next", "", None, stage.lines[0].node.label.span)]
            drawn, ways = self.sequence(stage.lines, ways, aimed_at=number in self.goals)
            blocks.append(drawn)
        for way in ways:
            self.leave_by(way, "end")
        for way, target in self.deferred:
            if target.kind == "step":
                self.link(way, target.id)
            elif target.kind == "leave":
                self.leave_by(way, "leave")
            else:
                begin = len(self.stages) if target.kind == "end" else self.begins[target.stage]
                if begin < len(self.stages):
                    self.link(way, self.entries[begin])
                else:
                    self.leave_by(way, "end")
        points = {id: point for id, point in self.points.items() if id not in ("end", "leave")}
        points |= {id: self.points[id] for id in ("end", "leave") if id in self.points}
        # Every slot is taken by now: an open way of the author's is closed exactly once.
        return Flow(tuple(blocks), points, tuple(link for link in self.links if link))

    # Elements: each takes the open ways in, and gives back its block and what is open after it.

    def sequence(
        self, lines: list[Line], ways: list[Open], *, aimed_at: bool = False
    ) -> tuple[tuple[Block, ...], list[Open]]:
        """Lines that follow one another. ``aimed_at``: arrows lead to where they begin, so
        there must be one entry."""
        blocks: list[Block] = []
        at = 0
        while at < len(lines):
            line = lines[at]
            group = [line]
            at += 1
            while line.is_run and at < len(lines) and lines[at].mark == line.mark:
                group.append(lines[at])
                at += 1
            if line.mark == "~" or (line.mark == "|" and len(group) > 1):
                shared = any(one.share is not None for one in group)
                # The last of an answer's own steps stands apart: it leads on from one point.
                apart = bool(ways and blocks) and _has_own(blocks[-1])
                if aimed_at or apart or not _splits(ways, shared):
                    ways = self.meet(ways, blocks)
            aimed_at = False
            block: Block
            if line.mark == "|":
                block, ways = self.ways(group, ways)
            elif line.mark == "&":
                block, ways = self.parts(group, ways)
            else:
                block, ways = self.single(line, ways, lines[at].mark if at < len(lines) else "")
            blocks.append(block)
        return tuple(blocks), ways

    def meet(self, ways: list[Open], blocks: list[Block]) -> list[Open]:
        span = ways[0].span if ways else self.stages[self.stage].node.name.span
        point = self.point("meet")
        for way in ways:
            self.link(way, point)
        blocks.append(Meet(point))
        return [Open(point, "next", "", None, span)]

    def single(self, line: Line, ways: list[Open], following: str) -> tuple[Single, list[Open]]:
        self.place(line.id)
        for way in ways:
            self.link(way, line.id)
        # A question without arrows is answered by the run that follows.
        answers, straight, others = self.exits(line, answered=following == "|")
        past = [way._replace(kind="skip") for way in ways] if line.mark == "~" else []
        return Single(line.id, answers), straight + others + past

    def ways(self, lines: list[Line], ways: list[Open]) -> tuple[Run, list[Open]]:
        drawn: list[Way] = []
        out: list[Open] = []
        for line in lines:
            self.place(line.id)
            for way in ways:
                # One way alone takes everybody, and is reported for itself.
                self.link(way, line.id, line.share if len(lines) > 1 else None)
            answers, straight, others = self.exits(line)
            own, straight = self.sequence(line.own, straight)
            drawn.append(Way(line.id, own, answers))
            out += straight + others
        return Run("ways", tuple(drawn), "", ""), out

    def parts(self, lines: list[Line], ways: list[Open]) -> tuple[Run, list[Open]]:
        fork = self.point("fork")
        for way in ways:
            self.link(way, fork)
        drawn: list[Way] = []
        out: list[Open] = []
        for line in lines:
            self.place(line.id)
            self.link(Open(fork, "next", "", None, line.node.label.span), line.id)
            _, straight, _ = self.exits(line)
            own, straight = self.sequence(line.own, straight)
            drawn.append(Way(line.id, own, ()))
            out += straight
        join = self.point("join")
        for way in out:
            self.link(way, join)
        after = [Open(join, "next", "", None, lines[-1].node.label.span)]
        return Run("parts", tuple(drawn), fork, join), after

    def exits(
        self, line: Line, *, answered: bool = False
    ) -> tuple[tuple[Answer, ...], list[Open], list[Open]]:
        """The ways out of a line: its answers, the ordinary way (none or one), other open ways.

        The ordinary way takes what the shares of all the others leave; where they leave nothing,
        and are not wrong, there is none. A question has one where an answer is not understood.
        """
        question = line.mark == "?"
        span = line.node.label.span
        bare = None if question else next((one for one in line.arrows if _is_bare(one)), None)
        shares = [one.share for one in line.arrows if one is not bare]
        given = [share for share in shares if share is not None]
        total = round(sum(given), 6) if given and len(given) == len(shares) else None
        rest = None if total is None else max(0.0, 100 - total)
        all_taken = total is not None and 0 <= total - 100 <= ROUNDING
        straight: list[Open] = []
        only_answers = question and shares and not line.node.holds_unread
        if bare is None and not only_answers and not all_taken:
            kind: LinkKind = "answer" if question and answered else "next"
            straight = [Open(line.id, kind, "", rest, span, beside=bool(shares))]
        answers: list[Answer] = []
        others: list[Open] = []
        for leaving in line.arrows:
            target = self.targets[leaving.node.span]
            onward = target.kind == "next" and not leaving.own
            share = rest if leaving is bare and leaving.share is None else leaving.share
            if leaving is bare and onward:
                straight = [Open(line.id, "next", "", share, span, beside=bool(shares))]
                continue
            label = leaving.node.label.value if leaving.node.label else ""
            kind = "answer" if question else "arrow"
            way = Open(line.id, kind, label, share, leaving.node.span, self.slot())
            own, after = self.sequence(leaving.own, [way])
            if onward or leaving.own:
                others += after
            else:
                self.deferred.append((way, target))
            if label or own or question:
                answers.append(Answer(way.slot, own))
        return tuple(answers), straight, others

    # Points and links

    def place(self, id: str) -> None:
        self.order[id] = len(self.order)
        self.entries.setdefault(self.stage, id)

    def point(self, kind: PointKind) -> str:
        """A new numbered point, placed here."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        id = f"{kind}-{self.counts[kind]}"
        self.points[id] = Point(id, kind, self.stage)
        self.place(id)
        return id

    def slot(self) -> int:
        self.links.append(None)
        return len(self.links) - 1

    def link(self, way: Open, target: str, share: float | None = None) -> None:
        loop = self.order.get(target, inf) <= self.order[way.source]
        share = share if way.share is None else way.share
        link = Link(way.source, target, way.kind, way.label, share, loop, way.span)
        if way.slot < 0:
            self.links.append(link)
        else:
            self.links[way.slot] = link

    def leave_by(self, way: Open, kind: Literal["end", "leave"]) -> None:
        self.points.setdefault(kind, Point(kind, kind, self.stage))
        self.link(way, kind)


def _has_own(block: Block) -> bool:
    return isinstance(block, Single) and any(answer.own for answer in block.answers)


def _splits(ways: list[Open], shared: bool) -> bool:
    """Whether the open ways can part at once: there is one at the most, it is no arrow of the
    author's, and the shares of what follows don't mix with those of ways beside it."""
    if len(ways) != 1:
        return not ways
    way = ways[0]
    return way.slot < 0 and way.share is None and not (way.beside and shared)


def _is_bare(leaving: Exit) -> bool:
    return leaving.node.label is None
