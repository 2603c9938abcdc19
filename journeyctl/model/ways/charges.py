"""What the ways through a journey add to the time."""

from journeyctl.model.journey import Block, Journey, Meet, Run, Single
from journeyctl.model.measures import Range, block_range
from journeyctl.model.ways.graph import Place


class Charges:
    """What each way adds to the time, in minutes.

    A step adds its duration each time. A stage with a duration of its own adds that each time
    that one comes into it from another stage, and its steps nothing. Parts that all happen take
    as long as the longest of them, whichever ways go inside.
    """

    def __init__(self, journey: Journey) -> None:
        self._journey = journey
        self._forks: dict[str, Range | None] = {}
        self._inside: set[str] = set()
        for stage in journey.stages:
            for block in stage.blocks:
                self._place(block, inside=False)

    def _place(self, block: Block, *, inside: bool) -> None:
        if isinstance(block, Meet):
            return
        lines = block.ways if isinstance(block, Run) else (block,)
        if isinstance(block, Run) and block.fork and not inside:
            self._forks[block.fork] = block_range(self._journey, block)
            inside = True
        for line in lines:
            if inside:
                self._inside.add(line.step)
            own = [] if isinstance(line, Single) else [*line.own]
            for one in [*own, *(one for answer in line.answers for one in answer.own)]:
                self._place(one, inside=inside)

    def of(self, place: Place, target: Place) -> Range | None:
        """What it takes to come to a target from a place, and to be done with it."""
        stage = self._journey.stages[target.own]
        if stage.duration:
            entered = target.is_step and place.stage != target.own
            return (stage.duration.low, stage.duration.high) if entered else None
        if not target.is_step:
            return self._forks.get(target.id)
        duration = self._journey.steps[target.id].duration
        if not duration or target.id in self._inside:
            return None
        return duration.low, duration.high
