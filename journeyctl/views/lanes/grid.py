"""The boxes of a journey in lanes, put into columns: time runs to the right.

A box stands in one column of its stage, and in one row of a lane or across neighbouring
lanes. Lanes have as many rows as steps stand in them at the same time; rows are counted
from the lane's main row, 0, where all stands that is alone.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from journeyctl.fonts import width, wrap
from journeyctl.model.journey import Block, Journey, Link, Run, Single, Step, Way
from journeyctl.views.canvas import PITCH
from journeyctl.views.lanes.cards import LaneCard, LaneCards
from journeyctl.views.lanes.people import Places, Span
from journeyctl.words import Words

PILL_TEXT = 9.5
MARK = 14.0
DOT = 6.0
STEM = 12.0  # from a pill to the sign of an end behind it
_PILL = 84.0  # the widest a pill's text may be
_PILLS = 5.0  # between pills
_FAR = 99
_ROWS = (0, 1, -1, 2)  # rows of a lane beside which no more are made
_QUESTION = 20.0  # the room for the sign of a question
_ENDS = ("leave", "end")

BoxKind = Literal["card", "stub", "pill", "bar", "dot", "mark", "start"]


class Cell(NamedTuple):
    """A row of a lane; ``row`` is counted from the lane's main row."""

    lane: int
    row: int


class Box:
    """One thing of a column, in the cells from ``low`` to ``high``. ``shift`` is how far below
    the middle of its row it stands, ``end`` the sign behind a pill, or what a mark is.

    ``band``, ``place`` (its column there), ``top`` and ``bottom`` (its rows there) are set
    when the bands are made, ``x`` in the end.
    """

    __slots__ = (
        "band",
        "bottom",
        "card",
        "end",
        "height",
        "high",
        "id",
        "kind",
        "lines",
        "link",
        "low",
        "place",
        "shift",
        "step",
        "top",
        "width",
        "x",
    )

    def __init__(
        self, id: str, kind: BoxKind, cells: tuple[Cell, Cell], width: float, height: float
    ) -> None:
        self.id, self.kind, self.width, self.height = id, kind, width, height
        self.low, self.high = cells
        self.shift = self.x = 0.0
        self.band = self.place = self.top = self.bottom = 0
        self.card: LaneCard | None = None
        self.step: Step | None = None
        self.lines: tuple[str, ...] = ()
        self.link = -1
        self.end = ""

    @property
    def reach(self) -> float:
        """Its width with the sign behind it."""
        return self.width + (STEM + MARK if self.kind == "pill" and self.end else 0.0)


class Column:
    """The boxes of one column, and which rows of each lane are taken; ``cut`` where a line
    of stages may be broken before it."""

    __slots__ = ("boxes", "cut", "stage", "taken")

    def __init__(self, stage: int) -> None:
        self.stage = stage
        self.boxes: list[Box] = []
        self.taken: dict[int, list[tuple[int, int]]] = {}
        self.cut = False

    @property
    def width(self) -> float:
        return max((box.reach for box in self.boxes), default=0.0)

    def free(self, rows: dict[int, tuple[int, int]]) -> bool:
        """Whether so many rows (from, to) of each lane are free."""
        return not any(
            low <= last and first <= high
            for lane, (first, last) in rows.items()
            for low, high in self.taken.get(lane, ())
        )


class Leg(NamedTuple):
    """A piece of a link from a box to another; a ``stem`` leads to its label."""

    link: int
    source: Box
    target: Box
    stem: bool


class Grid:
    """All boxes of a journey at a width of its cards: ``columns`` from left to right, ``legs``
    between the boxes, and ``tied``, a card with its stubs in other lanes, from the top."""

    def __init__(
        self, journey: Journey, places: Places, cards: LaneCards, words: Words, room: float
    ) -> None:
        self.journey, self.room = journey, room
        self._places, self._cards, self._words = places, cards, words
        self._outs: dict[str, list[int]] = {}
        for index, link in enumerate(journey.links):
            self._outs.setdefault(link.source, []).append(index)
        self.boxes: dict[str, Box] = {}
        self.columns: list[Column] = []
        self.tied: list[tuple[Step, list[Box]]] = []
        self._stage: list[Column] = []
        self._cell = Cell(0, 0)
        for number in range(len(journey.stages)):
            self._fill(number)
        self.legs = self._legs()

    def _fill(self, number: int) -> None:
        """Put the boxes of a stage into columns of its own."""
        self._stage, self._number = [], number
        stage, links = self.journey.stages[number], self.journey.links
        at = 0
        if "start" in self._outs and self.journey.points["start"].stage == number:
            first = next(iter(self.journey.steps.values()), None)
            lane = self._places.spans(first)[0].first if first else 0
            self._put(Box("start", "start", (Cell(lane, 0),) * 2, 10, 10), 0)
            at = 1
        for block in stage.blocks:
            self._column(at).cut = True
            at = self._block(block, at, None)
        ending = [
            link.source
            for index, link in enumerate(links)
            if link.target == "end"
            and link.kind in ("next", "skip")
            and f"pill:{index}" not in self.boxes
            and self._stage_of(link.source) == number
        ]
        if ending:
            last = self.boxes.get(ending[-1])
            cell = last.low if last else self._cell
            self._put(Box(f"end:{number}", "mark", (cell, cell), MARK, MARK), at).end = "end"
        self._column(0)
        self.columns += self._stage

    def _stage_of(self, id: str) -> int:
        """The stage after which the way from a step or point goes on."""
        if id == "start":  # All of the journey may be left out.
            return len(self.journey.stages) - 1
        return (self.journey.steps.get(id) or self.journey.points[id]).stage

    def _column(self, at: int) -> Column:
        while len(self._stage) <= at:
            self._stage.append(Column(self._number))
        return self._stage[at]

    def _put(self, box: Box, at: int, others: Sequence[Span] = ()) -> Box:
        """Put a box into the first column from ``at`` on that has room in its lanes, and between
        them and those of ``others``. Gives the box; ``place`` is its column in the stage."""
        first = min([box.low.lane, *(span.first for span in others)])
        last = max([box.high.lane, *(span.last for span in others)])
        while True:
            column = self._column(at)
            if first < last:
                rows = dict.fromkeys(range(first, last + 1), (-_FAR, _FAR))
                low = box.low.row if box.low.lane == first else 0
                high = box.high.row if box.high.lane == last else 0
                rows[first], rows[last] = (low, _FAR), (-_FAR, high)
                if column.free(rows):
                    break
            elif box.low != box.high:
                rows = {first: (box.low.row, box.high.row)}
                if column.free(rows):
                    break
            else:
                wanted = box.low.row
                free = [
                    row
                    for row in dict.fromkeys((wanted, *_ROWS))
                    if column.free({first: (row, row)})
                ]
                if free:
                    box.low = box.high = Cell(first, free[0])
                    rows = {first: (free[0], free[0])}
                    break
            at += 1
        for lane, taken in rows.items():
            column.taken.setdefault(lane, []).append(taken)
        column.boxes.append(box)
        self.boxes[box.id] = box
        box.place = at
        return box

    def _block(self, block: Block, at: int, wanted: Cell | None) -> int:
        """Put a block's boxes into columns from ``at`` on, and give the column behind them."""
        if isinstance(block, Single):
            return self._line(block, at, *([wanted] if wanted else []))
        if isinstance(block, Run):
            return self._run(block, at, wanted)
        cell = wanted or Cell(self._cell.lane, 0)
        return self._put(Box(block.point, "dot", (cell, cell), DOT, DOT), at).place + 1

    def _blocks(self, blocks: Sequence[Block], at: int, wanted: Cell | None) -> int:
        for block in blocks:
            at = self._block(block, at, wanted)
        return at

    def _run(self, run: Run, at: int, wanted: Cell | None) -> int:
        middle = wanted.row if wanted else 0
        # In each lane those stand highest that reach into the one above, and those lowest that
        # reach into the one below.
        lanes: dict[int, list[tuple[int, str]]] = {}
        for way in run.ways:
            spans = self._places.spans(self.journey.steps[way.step])
            first, last = min(span.first for span in spans), max(span.last for span in spans)
            home = spans[0]
            lanes.setdefault(home.first, []).append((1 if last > home.first else 0, way.step))
            if home.last > home.first:
                lanes.setdefault(home.last, []).append((-1, way.step))
            elif first < home.first:
                lanes[home.first][-1] = (-1, way.step)
        cells: dict[str, list[Cell]] = {}
        for lane, steps in lanes.items():
            steps.sort(key=lambda one: one[0])
            for number, (_, step) in enumerate(steps):
                row = middle + number - (len(steps) - 1) // 2
                cells.setdefault(step, []).append(Cell(lane, row))
        fork = at
        end = at = at + (1 if run.fork else 0)
        for way in run.ways:
            end = max(end, self._line(way, at, *sorted(cells[way.step])))
        if not run.fork:
            return end
        parts = [self.boxes[way.step] for way in run.ways]
        low, high = min(box.low for box in parts), max(box.high for box in parts)
        self._put(Box(run.fork, "bar", (low, high), 5, 30), fork)
        return self._put(Box(run.join, "bar", (low, high), 5, 30), end).place + 1

    def _line(self, line: Single | Way, at: int, *wanted: Cell) -> int:
        """Put a step, its labels, and its own steps behind it. ``wanted`` are the cells where it
        would best stand, of its first lane and its last."""
        box = self._step(line.step, at, wanted)
        self._cell = cell = box.low
        at = self._ways_out(line.step, box)
        own = [answer for answer in line.answers if answer.own]
        ends = [at]
        for number, answer in enumerate(own):
            row = cell.row + number - (len(own) - 1) // 2
            ends.append(self._blocks(answer.own, at, Cell(cell.lane, row)))
        if isinstance(line, Way):
            ends.append(self._blocks(line.own, at, cell))
        self._cell = cell
        return max(ends)

    def _step(self, id: str, at: int, wanted: Sequence[Cell]) -> Box:
        step = self.journey.steps[id]
        home, *others = self._places.spans(step)
        room = self.room + (_QUESTION if step.kind == "question" else 0.0)
        card = self._cards.make(step, home, room)
        rows = dict(wanted)
        cells = [Cell(lane, rows.get(lane, 0)) for lane in (home.first, home.last)]
        box = Box(id, "card", (cells[0], cells[1]), room, card.height)
        box.card, box.step = card, step
        self._put(box, at, others)
        tied = [box]
        for span in others:
            ends = (Cell(span.first, 0), Cell(span.last, 0))
            lines, height = self._cards.stub(step, span, room)
            stub = Box(f"stub:{id}:{span.first}", "stub", ends, room, height)
            stub.lines, stub.step, stub.place = lines, step, box.place
            self._stage[box.place].boxes.append(stub)
            tied.append(stub)
        if others:
            self.tied.append((step, sorted(tied, key=lambda one: one.low)))
        return box

    def _ways_out(self, id: str, box: Box) -> int:
        """Put the labels of a step's ways, one below the other, and the sign where its one arrow
        ends; gives the column behind."""
        links = self.journey.links
        pills: list[Box] = []
        labelled = [index for index in self._outs.get(id, []) if self._labelled(links[index])]
        for index in self._outs.get(id, []):
            link = links[index]
            if index in labelled or (labelled and link.share is not None and link.kind == "next"):
                pills.append(self._pill(index, box.low))
            elif link.target in _ENDS and link.kind in ("arrow", "answer"):
                mark = Box(f"exit:{index}", "mark", (box.low, box.low), MARK, MARK)
                mark.end, mark.link = link.target, index
                pills.append(mark)
        if not pills:
            return box.place + 1
        total = sum(pill.height for pill in pills) + _PILLS * (len(pills) - 1)
        first, *rest = pills
        self._put(first, box.place + 1)
        top = -total / 2
        for pill in pills:
            pill.shift = top + pill.height / 2
            top += pill.height + _PILLS
            if len(pills) > 1:
                pill.low = pill.high = first.low
        for pill in rest:
            pill.place = first.place
            self._stage[first.place].boxes.append(pill)
            self.boxes[pill.id] = pill
        return first.place + 1

    def _labelled(self, link: Link) -> bool:
        """Whether there is something to read on a link; the share of a way is on its card."""
        if link.kind not in ("answer", "arrow"):
            return False
        target = self.journey.steps.get(link.target)
        return bool(link.label) or (
            link.share is not None and (target is None or target.kind != "way")
        )

    def _pill(self, index: int, cell: Cell) -> Box:
        link = self.journey.links[index]
        share = "" if link.share is None else self._words.percent(link.share)
        text = " · ".join(part for part in (link.label, share) if part)
        lines = wrap(text, _PILL, PILL_TEXT, most=3)
        wide = max(width(line, PILL_TEXT) for line in lines) + 14
        high = len(lines) * PILL_TEXT * PITCH + 5
        box = Box(f"pill:{index}", "pill", (cell, cell), wide, high)
        box.lines, box.link = lines, index
        box.end = link.target if link.target in _ENDS else ""
        return box

    def _legs(self) -> list[Leg]:
        legs = []
        last = len(self.journey.stages) - 1
        for index, link in enumerate(self.journey.links):
            source = self.boxes[link.source]
            pill = self.boxes.get(f"pill:{index}")
            if pill is not None:
                legs.append(Leg(index, source, pill, stem=True))
                source = pill
                if pill.end:
                    continue
            target = self.boxes.get(f"exit:{index}") or self.boxes.get(link.target)
            if target is None:
                stage = last if link.source == "start" else self._stage_of(link.source)
                target = self.boxes[f"end:{stage}"]
            legs.append(Leg(index, source, target, stem=False))
        return legs
