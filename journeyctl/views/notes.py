"""What a picture says in words: blocks of sentences below it, side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from journeyctl.fonts import wrap
from journeyctl.views.canvas import Canvas
from journeyctl.views.drawing import PITCH
from journeyctl.views.setting import Setting

_TITLE, _TEXT = 11.0, 10.0
_INDENT, _BETWEEN, _GAP = 10.0, 4.0, 24.0
_WIDTH = 250.0  # of a column at the least
_FEW = 3  # sentences that need no second column


class Block(NamedTuple):
    """Sentences below a title."""

    key: str
    title: str
    sentences: tuple[str, ...]


class _Placed(NamedTuple):
    """A block with its place: left, top and width, and its sentences in columns."""

    block: Block
    place: tuple[float, float, float]
    columns: tuple[tuple[str, ...], ...]


class Notes:
    """Blocks side by side; one that says much has several columns where there is room."""

    def __init__(self, setting: Setting, blocks: Sequence[Block]) -> None:
        self._setting = setting
        self._blocks = [block for block in blocks if block.sentences]

    def _placed(self, room: float) -> tuple[list[_Placed], float]:
        """The blocks in their places, from (0, 0) on, and the height of it all."""
        blocks = self._blocks
        count = max(1, int((room + _GAP) / (_WIDTH + _GAP)))
        spans = [1] * len(blocks)
        while blocks and sum(spans) < count:
            # One column more to the block whose columns are the longest.
            loads = [len(one.sentences) / span for one, span in zip(blocks, spans, strict=True)]
            longest = loads.index(max(loads))
            if loads[longest] <= _FEW:
                break
            spans[longest] += 1
        count = min(count, sum(spans))
        wide = (room - (count - 1) * _GAP) / max(count, 1)
        tops = [0.0] * count
        placed = []
        for number, (block, span) in enumerate(zip(blocks, spans, strict=True)):
            first = sum(spans[:number])
            if first >= count:
                first = tops.index(min(tops))
            size = span * wide + (span - 1) * _GAP
            each = -(-len(block.sentences) // span)
            columns = tuple(block.sentences[n * each : (n + 1) * each] for n in range(span))
            one = _Placed(block, (first * (wide + _GAP), tops[first], size), columns)
            tops[first] += self._height(one, wide)
            placed.append(one)
        return placed, max(tops, default=0.0)

    def _title(self, one: _Placed) -> tuple[str, ...]:
        return wrap(one.block.title, one.place[2], _TITLE, bold=True, most=2)

    def _height(self, one: _Placed, wide: float) -> float:
        said = max(
            sum(len(_lines(text, wide)) * _TEXT * PITCH + _BETWEEN for text in column)
            for column in one.columns
        )
        return len(self._title(one)) * _TITLE * PITCH + 22 + said

    def height(self, room: float) -> float:
        """The height of it all in ``room`` points of width."""
        return self._placed(room)[1]

    def draw(self, canvas: Canvas, at: tuple[float, float], room: float) -> None:
        """Draw the blocks with their left top corner at ``at``."""
        for one in self._placed(room)[0]:
            x, y, wide = one.place
            self._block(canvas, one, (at[0] + x, at[1] + y, wide))

    def _block(self, canvas: Canvas, one: _Placed, place: tuple[float, float, float]) -> None:
        theme = self._setting.theme
        x, y, wide = place
        group = canvas.group(f"note-{one.block.key}", "note", one.block.title)
        canvas.shape(group, "line", "box", (x, y, wide, 1.5), fill=theme.flow)
        title = self._title(one)
        canvas.text(group, "title", (x, y + 6, wide), title, _TITLE, theme.ink, bold=True)
        top = y + len(title) * _TITLE * PITCH + 10
        each = (wide - (len(one.columns) - 1) * _GAP) / len(one.columns)
        number = 0
        for place_in, column in enumerate(one.columns):
            left, y = x + place_in * (each + _GAP), top
            for text in column:
                lines = _lines(text, each)
                bullet = (left + 1, y + _TEXT * PITCH / 2 - 2, 4.0, 4.0)
                canvas.shape(
                    group, f"bullet-{number}", "box", bullet, role="bullet", fill=theme.flow
                )
                here = (left + _INDENT, y, each - _INDENT)
                canvas.text(group, f"text-{number}", here, lines, _TEXT, theme.ink)
                y += len(lines) * _TEXT * PITCH + _BETWEEN
                number += 1


def _lines(text: str, wide: float) -> tuple[str, ...]:
    return wrap(text, wide - _INDENT, _TEXT, most=8)
