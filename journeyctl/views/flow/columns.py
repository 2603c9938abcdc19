"""The column of a stage: its cards, bars, points and answers in rows, one box a row.

A line of a run, and the steps of an answer, stand in a region of their own, set in from
the region around it. The strip that this leaves on the left holds the line by which a
way parts from the others, the strip on the right the one by which it comes back, so that
no line inside a column can run through a box. Distances are in points.
"""

from collections.abc import Sequence
from typing import Literal

from journeyctl.direction import joined
from journeyctl.fonts import width, wrap
from journeyctl.model.journey import Answer, Block, Journey, Link, Meet, Run, Single, Way
from journeyctl.views.cards import Card, Cards
from journeyctl.views.drawing import PITCH
from journeyctl.words import Words

IN, OUT = 24.0, 16.0  # what a region is set in, left and right
TRUNK_IN, TRUNK_OUT = 12.0, 8.0  # where in these strips the lines run
PILL_TEXT = 9.5
MARK = 14.0  # the sign of an end
DOT = 6.0
BAR = 6.0
_MOST = 8  # lines of an answer
_ENDS = ("leave", "end")

RowKind = Literal["card", "bar", "dot", "pill", "mark", "share"]
Region = tuple[float, float]


class Row:
    """One box of a column. ``left`` and ``right`` are measured from the column's left edge,
    ``top`` from the top of its rows; ``gap`` is what stands free above it.

    ``entry`` is how far below the top lines like to come in. ``regions`` are those around
    it, the outermost first, its own last. ``end`` is the sign at the end of a pill's row:
    ``leave``, ``end`` or "". ``opens`` tells whether a column may begin with the row: 2 where
    a block of its stage begins, 1 where a way of a run does.
    """

    __slots__ = (
        "card",
        "column",
        "end",
        "entry",
        "gap",
        "height",
        "id",
        "index",
        "kind",
        "left",
        "lines",
        "link",
        "opens",
        "regions",
        "right",
        "stage",
        "top",
    )

    def __init__(
        self,
        id: str,
        kind: RowKind,
        box: Region,
        height: float,
        gap: float,
        regions: tuple[Region, ...],
    ) -> None:
        self.id, self.kind, self.height, self.gap, self.regions = id, kind, height, gap, regions
        self.left, self.right = box
        self.top = 0.0
        self.entry = height / 2
        self.column = self.index = self.stage = self.opens = 0
        self.card: Card | None = None
        self.lines: tuple[str, ...] = ()
        self.link = -1
        self.end = ""

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> float:
        return self.top + self.height / 2

    @property
    def reach(self) -> float:
        """How far to the right anything of the row stands."""
        return self.right + (MARK * 2 if self.end else 0)


def placed(columns: Sequence[Sequence[Row]]) -> None:
    """Give the rows of all columns their places, each column's from 0 downward."""
    for number, rows in enumerate(columns):
        top = 0.0
        for index, row in enumerate(rows):
            row.column, row.index = number, index
            row.top = top + (row.gap if index else 0)
            top = row.bottom


class ColumnMaker:
    """Makes the rows of each stage's column at a width."""

    def __init__(self, journey: Journey, cards: Cards, words: Words, room: float) -> None:
        self._journey, self._cards, self._words = journey, cards, words
        # Indexes of the links by where they start, and of the first that arrives.
        self._outs: dict[str, list[int]] = {}
        self._arrivals: dict[str, int] = {}
        for index, link in enumerate(journey.links):
            self._outs.setdefault(link.source, []).append(index)
            self._arrivals.setdefault(link.target, index)
        # A journey all of which may be left out can be done before it begins.
        at_once = any(link.source == "start" and link.target == "end" for link in journey.links)
        self._last = len(journey.stages) - 1 if at_once else -1
        self._room = room
        self._rows: list[Row] = []

    def rows(self, stage: int) -> list[Row]:
        """The rows of a stage in their order, without places."""
        self._rows = []
        self._place(self._journey.stages[stage].blocks, ((0.0, self._room),))
        if any(self._ends_here(row) for row in self._rows) or stage == self._last:
            branched = bool(self._rows) and self._rows[-1].kind in ("pill", "share")
            middle = TRUNK_IN if branched else self._room / 2
            box = (middle - MARK / 2, middle + MARK / 2)
            self._add(Row(f"end:{stage}", "mark", box, MARK, 18, ((0.0, self._room),)))
            self._rows[-1].end = "end"
        for row in self._rows:
            row.stage = stage
        return self._rows

    def _ends_here(self, row: Row) -> bool:
        """Whether the ordinary way from a row (not a drawn arrow) ends the journey."""
        links = self._journey.links
        return any(
            links[index].target == "end" and links[index].kind in ("next", "skip")
            for index in self._outs.get(row.id, [])
        )

    def _add(self, row: Row) -> Row:
        self._rows.append(row)
        return row

    def _place(self, blocks: Sequence[Block], regions: tuple[Region, ...]) -> None:
        for number, block in enumerate(blocks):
            before = blocks[number - 1] if number else None
            first = len(self._rows)
            if isinstance(block, Single):
                self._single(block, regions, before)
            elif isinstance(block, Run):
                self._run(block, regions)
            else:
                following = blocks[number + 1] if number + 1 < len(blocks) else None
                self._meet(block, regions, following)
            if len(regions) == 1 and not isinstance(before, Meet):
                self._rows[first].opens = 2

    def _single(self, block: Single, regions: tuple[Region, ...], before: Block | None) -> None:
        left, right = regions[-1]
        step = self._journey.steps[block.step]
        if step.kind == "optional":
            right -= OUT
        gap = 26.0 if isinstance(before, Meet) and step.kind == "optional" else 20.0
        self._card(block.step, (left, right), gap, regions)
        self._ways_out(block.step, block.answers, regions)

    def _card(self, id: str, box: Region, gap: float, regions: tuple[Region, ...]) -> Row:
        card = self._cards.make(self._journey.steps[id], box[1] - box[0])
        row = self._add(Row(id, "card", box, card.height, gap, regions))
        row.card = card
        return row

    def _ways_out(self, id: str, answers: Sequence[Answer], regions: tuple[Region, ...]) -> None:
        """The answers and labelled arrows of a step, or the sign where its one arrow ends."""
        links = self._journey.links
        left, right = regions[-1]
        inner = (*regions, (left + IN, right - OUT))
        own = {answer.link: answer.own for answer in answers}
        outs = self._outs.get(id, [])
        pills = [one for one in outs if self._drawn(links[one])]
        for index in outs:
            if index in pills:
                self._pill(index, inner, 9.0 if index == pills[0] else 7.0)
            self._place(own.get(index, ()), inner)
        for index in outs:
            link = links[index]
            aimed = link.kind in ("arrow", "answer") and index not in pills
            if aimed and link.target in _ENDS:
                middle = (left + right) / 2
                box = (middle - MARK / 2, middle + MARK / 2)
                mark = self._add(Row(f"exit:{index}", "mark", box, MARK, 16, regions))
                mark.end, mark.link = link.target, index
            elif pills and link.kind == "next" and link.share is not None:
                self._share(link.share, left + TRUNK_IN + 5, index, regions)

    def _drawn(self, link: Link) -> bool:
        """Whether there is something to read on a link. The share of a way stands at its card."""
        if link.kind not in ("answer", "arrow"):
            return False
        target = self._journey.steps.get(link.target)
        return bool(link.label) or (
            link.share is not None and (target is None or target.kind != "way")
        )

    def _pill(self, index: int, regions: tuple[Region, ...], gap: float) -> None:
        link = self._journey.links[index]
        left, right = regions[-1]
        ends = link.target in _ENDS
        share = "" if link.share is None else self._words.percent(link.share)
        room = right - left - 16 - (2 * MARK if ends else 0)
        lines = wrap(joined(" · ", (link.label, share)), room, PILL_TEXT, most=_MOST)
        wide = min(max(width(line, PILL_TEXT) for line in lines), room) + 16
        height = len(lines) * PILL_TEXT * PITCH + 6
        row = self._add(Row(f"pill:{index}", "pill", (left, left + wide), height, gap, regions))
        row.lines, row.link = lines, index
        row.end = link.target if ends else ""

    def _share(self, share: float, left: float, index: int, regions: tuple[Region, ...]) -> None:
        text = self._words.percent(share)
        box = (left, left + width(text, PILL_TEXT))
        row = self._add(Row(f"share:{index}", "share", box, PILL_TEXT * PITCH, 6, regions))
        row.lines, row.link = (text,), index

    def _run(self, block: Run, regions: tuple[Region, ...]) -> None:
        left, right = regions[-1]
        if block.fork:
            self._add(Row(block.fork, "bar", (left, right), BAR, 20, regions))
        inner = (*regions, (left + IN, right - OUT))
        for number, way in enumerate(block.ways):
            self._way(way, inner, 14.0 if number == 0 else 12.0)
        if block.join:
            self._add(Row(block.join, "bar", (left, right), BAR, 12, regions))

    def _way(self, way: Way, regions: tuple[Region, ...], gap: float) -> None:
        left, _ = regions[-1]
        first = len(self._rows)
        share = self._journey.steps[way.step].share
        if share is not None:
            self._share(share, left - TRUNK_IN + 5, self._arrivals.get(way.step, -1), regions)
            self._rows[-1].gap = gap
            gap = 1.0
        row = self._card(way.step, regions[-1], gap, regions)
        if share is not None:
            row.entry = 10.0
        if len(regions) == 2:
            self._rows[first].opens = 1
        self._ways_out(way.step, way.answers, regions)
        self._place(way.own, regions)

    def _meet(self, block: Meet, regions: tuple[Region, ...], following: Block | None) -> None:
        left, right = regions[-1]
        # Beside a share, the line goes on at the left.
        aside = isinstance(following, Run) or (bool(self._rows) and self._rows[-1].kind == "share")
        middle = left + TRUNK_IN if aside else (left + right) / 2
        box = (middle - DOT / 2, middle + DOT / 2)
        self._add(Row(block.point, "dot", box, DOT, 18, regions))
