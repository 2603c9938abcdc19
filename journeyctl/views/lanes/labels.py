"""What stands behind a step: the labels of its ways, and the sign where its one arrow ends."""

from journeyctl.direction import joined
from journeyctl.fonts import width, wrap
from journeyctl.model.journey import Journey, Link
from journeyctl.views.drawing import PITCH
from journeyctl.views.lanes.boxes import MARK, Box, Cell
from journeyctl.words import Words

TEXT = 9.5
"""The size of a label's text, in points."""

_ROOM = 84.0  # the widest that it may be
_BETWEEN = 5.0
_ENDS = ("leave", "end")


class Labels:
    """Makes the labels of one journey's links."""

    def __init__(self, journey: Journey, words: Words) -> None:
        self._journey, self._words = journey, words
        self._outs: dict[str, list[int]] = {}
        for index, link in enumerate(journey.links):
            self._outs.setdefault(link.source, []).append(index)

    def of(self, step: str, cell: Cell) -> list[Box]:
        """The labels and signs behind a step, in a cell, one below the other."""
        links = self._journey.links
        outs = self._outs.get(step, [])
        labelled = [index for index in outs if self._labelled(links[index])]
        stack: list[Box] = []
        for index in outs:
            link = links[index]
            if index in labelled or (labelled and link.share is not None and link.kind == "next"):
                stack.append(self._pill(index, cell))
            elif link.target in _ENDS and link.kind in ("arrow", "answer"):
                mark = Box(f"exit:{index}", "mark", (cell, cell), MARK, MARK)
                mark.end, mark.link = link.target, index
                stack.append(mark)
        top = -(sum(box.height for box in stack) + _BETWEEN * (len(stack) - 1)) / 2
        for box in stack:
            box.shift = top + box.height / 2
            top += box.height + _BETWEEN
        return stack

    def _labelled(self, link: Link) -> bool:
        """Whether there is something to read on a link; the share of a way is on its card."""
        if link.kind not in ("answer", "arrow"):
            return False
        target = self._journey.steps.get(link.target)
        return bool(link.label) or (
            link.share is not None and (target is None or target.kind != "way")
        )

    def _pill(self, index: int, cell: Cell) -> Box:
        link = self._journey.links[index]
        share = "" if link.share is None else self._words.percent(link.share)
        lines = wrap(joined(" · ", (link.label, share)), _ROOM, TEXT, most=3)
        wide = max(width(line, TEXT) for line in lines) + 14
        box = Box(f"pill:{index}", "pill", (cell, cell), wide, len(lines) * TEXT * PITCH + 5)
        box.lines, box.link = lines, index
        box.end = link.target if link.target in _ENDS else ""
        return box
