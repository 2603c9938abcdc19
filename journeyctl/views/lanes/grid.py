"""A journey's boxes put into columns, from its blocks: time runs to the right."""

from collections.abc import Sequence

from journeyctl.fonts import width
from journeyctl.model.journey import Block, Journey, Run, Single, Step, Way
from journeyctl.views.board import NAME, PAD
from journeyctl.views.lanes.boxes import MARK, Box, Cell, Column, Leg
from journeyctl.views.lanes.cards import LaneCards
from journeyctl.views.lanes.labels import Labels
from journeyctl.views.lanes.people import Span
from journeyctl.views.lanes.stubs import Stubs
from journeyctl.words import Words

_DOT, _BAR, _START = 6.0, 5.0, 10.0
_QUESTION = 20.0  # the room for the sign of a question
_HEADING = 120.0  # the widest that a stage is made for its name


class Grid:
    """All boxes of a journey at a width of its cards: ``columns`` from left to right, ``legs``
    between the boxes, and ``tied``, a card with its stubs in other lanes, from the top."""

    def __init__(
        self, journey: Journey, cards: LaneCards, stubs: Stubs, words: Words, room: float
    ) -> None:
        self.journey, self.room = journey, room
        self._places, self._cards, self._stubs = cards.places, cards, stubs
        self._labels = Labels(journey, words)
        self.boxes: dict[str, Box] = {}
        self.columns: list[Column] = []
        self.tied: list[tuple[Step, list[Box]]] = []
        self._stage: list[Column] = []
        self._cell = Cell(0, 0)
        # The ordinary ways to the end of the journey, by the stage after which they end it.
        self._endings: dict[int, list[int]] = {}
        for index, link in enumerate(journey.links):
            if link.target == "end" and link.kind in ("next", "skip"):
                self._endings.setdefault(self._stage_of(link.source), []).append(index)
        for number in range(len(journey.stages)):
            self._fill(number)
        self.legs = self._legs()

    def _fill(self, number: int) -> None:
        """Put the boxes of a stage into columns of its own."""
        self._stage, self._number = [], number
        stage = self.journey.stages[number]
        at = 0
        start = self.journey.points.get("start")
        if start and start.stage == number:
            first = next(iter(self.journey.steps.values()), None)
            lane = self._places.spans(first)[0].first if first else 0
            self._put(Box("start", "start", (Cell(lane, 0),) * 2, _START, _START), 0)
            at = 1
        for block in stage.blocks:
            self._column(at).cut = True
            at = self._block(block, at, None)
        ending = [
            self.journey.links[index].source
            for index in self._endings.get(number, ())
            if f"pill:{index}" not in self.boxes
        ]
        if ending:
            last = self.boxes.get(ending[-1])
            cell = last.low if last else self._cell
            self._put(Box(f"end:{number}", "mark", (cell, cell), MARK, MARK), at).end = "end"
        # No word of its name is broken where a stage has but one narrow column, or an empty one.
        words = f"{number + 1}  {stage.label}".replace("  ", "\u00a0\u00a0").split(" ")
        widest = max(width(word, NAME, bold=True) for word in words) + 2 * PAD
        self._column(0).least = min(widest, _HEADING) - sum(one.width for one in self._stage[1:])
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
        """Put a box into the first column from ``at`` on that has room for it and between it and
        its ``others``. Gives the box; ``place`` is its column in the stage."""
        while not self._column(at).take(box, others):
            at += 1
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
        return self._put(Box(block.point, "dot", (cell, cell), _DOT, _DOT), at).place + 1

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
            home = self._places.spans(self.journey.steps[way.step])[0]
            first, last = self._places.reach(self.journey.steps[way.step])
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
        self._put(Box(run.fork, "bar", (low, high), _BAR, 30), fork)
        return self._put(Box(run.join, "bar", (low, high), _BAR, 30), end).place + 1

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
        home = self._places.spans(step)[0]
        room = self.room + (_QUESTION if step.kind == "question" else 0.0)
        card = self._cards.make(step, home, room)
        rows = dict(wanted)
        cells = [Cell(lane, rows.get(lane, 0)) for lane in home]
        box = Box(id, "card", (cells[0], cells[1]), room, card.height)
        box.card = card
        stubs = self._stubs.of(step, room)
        self._put(box, at, [stub.span for stub in stubs])
        tied = [box]
        for stub in stubs:
            ends = (Cell(stub.span.first, 0), Cell(stub.span.last, 0))
            other = Box(f"stub:{id}:{stub.span.first}", "stub", ends, room, stub.height)
            other.stub, other.place = stub, box.place
            self._stage[box.place].boxes.append(other)
            tied.append(other)
        if stubs:
            self.tied.append((step, sorted(tied, key=lambda one: one.low)))
        return box

    def _ways_out(self, id: str, box: Box) -> int:
        """Put the labels of a step's ways, one below the other; gives the column behind."""
        stack = self._labels.of(id, box.low)
        if not stack:
            return box.place + 1
        first = self._put(stack[0], box.place + 1)
        for other in stack[1:]:
            other.low, other.high, other.place = first.low, first.high, first.place
            self._stage[first.place].boxes.append(other)
            self.boxes[other.id] = other
        return first.place + 1

    def _legs(self) -> list[Leg]:
        legs = []
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
                target = self.boxes[f"end:{self._stage_of(link.source)}"]
            legs.append(Leg(index, source, target, stem=False))
        return legs
