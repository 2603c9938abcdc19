"""Which steps belong to a way or to an answer."""

from collections.abc import Iterator

from journeyctl.model.journey import Block, Journey, Meet, Run, Single, Way


def parents(journey: Journey) -> dict[str, str]:
    """For each step of a way's or an answer's own, the id of that way or of what was asked."""
    found: dict[str, str] = {}
    for stage in journey.stages:
        for line in _lines(stage.blocks):
            blocks = [block for answer in line.answers for block in answer.own]
            if isinstance(line, Way):
                blocks += line.own
            found.update({own.step: line.step for own in _lines(blocks)})
    return found


def _lines(blocks: "tuple[Block, ...] | list[Block]") -> Iterator[Single | Way]:
    for block in blocks:
        if isinstance(block, Run):
            yield from block.ways
        elif not isinstance(block, Meet):
            yield block
