"""The omnichannel matrix of article 003: channels by stage, with hand-overs and gaps."""

from collections import Counter
from itertools import pairwise

from journeyctl.direction import joined
from journeyctl.model.contacts import (
    Contacts,
    Gaps,
    Touch,
    contacts,
    gaps,
    hand_overs,
    touch,
)
from journeyctl.model.journey import Channel, Journey
from journeyctl.views.cards import Cards
from journeyctl.views.drawing import Drawing
from journeyctl.views.legend import SIGN, Legend, Sign
from journeyctl.views.marks import round_half_up
from journeyctl.views.matrix.grid import Beside, Cell, Grid, Row
from journeyctl.views.matrix.marks import Marks
from journeyctl.views.matrix.pieces import Head, Listed, Onward, Piece
from journeyctl.views.matrix.sheet import capital, sheet
from journeyctl.views.notes import Block, Notes
from journeyctl.views.setting import Setting
from journeyctl.views.signs import Signs

_NAMES = {"right": 118.0, "down": 104.0}
_MOST = 12  # hand-overs told in words


def lacks(journey: Journey) -> str:
    """Why there is nothing to draw of a journey, "" where there is."""
    if not journey.stages:
        return "The journey has no stages."
    if not any(step.channels for step in journey.steps.values()):
        return "No step names a channel: write one behind a step's label, like `#email`."
    return ""


def draw(journey: Journey, setting: Setting) -> Drawing:
    """The channels of a journey by stage, grouped by their kind.

    ``right``: with a column of where each channel hands over to. ``down``: narrower, where each
    cell alone tells where the way goes on.
    """
    return _Channels(journey, setting).drawing()


class _Channels:
    def __init__(self, journey: Journey, setting: Setting) -> None:
        self.journey, self.setting, self.words = journey, setting, setting.words
        self.cards = Cards(journey, setting.words, setting.theme)
        self.told: Contacts = contacts(journey)
        self.gaps: Gaps = gaps(journey, self.told)
        # The channels that are handed over to: from a channel in a stage, back or not; and how
        # often from a channel in all.
        self.onward: dict[tuple[str, int, bool], dict[str, None]] = {}
        self.often: dict[str, Counter[str]] = {}
        for one in hand_overs(journey):
            back = one.enters < one.leaves
            self.onward.setdefault((one.source, one.leaves, back), {})[one.target] = None
            self.often.setdefault(one.source, Counter())[one.target] += len(one.steps)

    def drawing(self) -> Drawing:
        rows = [*self._channel_rows(), self._totals()]
        beside = [Beside(self.words.text("column.total"), 96.0)]
        if self._wide():
            beside.append(Beside(self.words.text("matrix.onward"), 150.0))

        def grid(column: float) -> Grid:
            return Grid(
                self.journey, self.setting, rows, _NAMES[self.setting.direction], column, beside
            )

        legend = Legend(self._signs(), self.words, self.setting.theme)
        return sheet(
            self.journey, self.setting, "channels", grid, legend, Notes(self.setting, self._notes())
        )

    def _wide(self) -> bool:
        return bool(self.often) and self.setting.direction == "right"

    # Rows

    def _channel_rows(self) -> list[Row]:
        kinds = dict.fromkeys(channel.kind for channel in self.journey.channels.values())
        named = len(kinds) > 1 or any(kinds)
        return [
            self._row(channel, self._kind(kind) if named else "")
            for kind in kinds
            for channel in self.journey.channels.values()
            if channel.kind == kind
        ]

    def _kind(self, kind: str) -> str:
        word = self.words.known("kind", kind) if kind else self.words.text("matrix.other-kind")
        return capital(word)

    def _row(self, channel: Channel, section: str) -> Row:
        key = channel.key
        cells = [self._cell(channel, number) for number in range(len(self.journey.stages))]
        details = (self.words.text("matrix.unused"),) if key in self.gaps.unused else ()
        beside: list[Cell | None] = [self._total(key, channel.label, self.told.channels[key])]
        if self._wide():
            beside.append(self._onward(channel))
        return Row(key, channel.label, details, (*cells, *beside), section, thread=True)

    def _cell(self, channel: Channel, number: int) -> Cell | None:
        told = self.told.cells.get((channel.key, number))
        if told is None:
            return None
        labels = tuple(self.journey.steps[id].label for id in told.steps)
        pieces: list[Piece] = [self._head(told), Listed(self.setting, labels)]
        for back in (False, True):
            targets = self.onward.get((channel.key, number, back))
            if targets:
                text = joined(", ", map(self._label, targets))
                pieces.append(Onward(self.setting, text, back))
        stage = self.journey.stages[number]
        title = f"{channel.label}, {stage.label}: {self._felt(told)}"
        return Cell(f"cell-{channel.key}-{stage.key}", "cell", title, tuple(pieces))

    def _label(self, key: str) -> str:
        return self.journey.channels[key].label

    def _head(self, told: Touch) -> Head:
        return Head(self.cards, self.setting, self.words.number(len(told.steps)), told.mood)

    def _felt(self, told: Touch) -> str:
        count = self.words.counted("count.touchpoint", len(told.steps))
        if told.mood is None:
            return count
        return f"{count}, {self.words.text(f'legend.feeling.{round_half_up(told.mood)}')}"

    def _total(self, key: str, name: str, told: Touch) -> Cell:
        title = f"{name}: {self._felt(told)}"
        return Cell(f"total-{key}", "total", title, (self._head(told),), "none")

    def _onward(self, channel: Channel) -> Cell | None:
        counts = self.often.get(channel.key)
        if not counts:
            return None
        targets = [
            joined(" ", (self._label(target), f"×{count}")) if count > 1 else self._label(target)
            for target, count in counts.most_common()
        ]
        pieces = (Onward(self.setting, joined(", ", targets)),)
        title = f"{channel.label}: {self.words.text('matrix.onward')}"
        return Cell(f"onward-{channel.key}", "onward", title, pieces, "none")

    def _totals(self) -> Row:
        cells: list[Cell | None] = []
        for number, stage in enumerate(self.journey.stages):
            told = self.told.stages[number]
            used = sum(1 for _, at in self.told.cells if at == number)
            pieces: list[Piece] = [self._head(told)]
            lines = [self.words.counted("count.channel", used)] if used else []
            if number in self.gaps.single:
                lines = [self.words.text("matrix.single")]
            elif not used and stage.steps:
                lines = [self.words.text("matrix.bare")]
            pieces.append(Listed(self.setting, tuple(lines)))
            title = f"{stage.label}: {self._felt(told)}"
            cells.append(Cell(f"sum-{stage.key}", "total", title, tuple(pieces), "none"))
        ids = dict.fromkeys(id for told in self.told.stages for id in told.steps)
        whole = touch(self.journey.steps[id] for id in ids)
        cells.append(self._total("all", self.words.text("column.total"), whole))
        if self._wide():
            cells.append(None)
        return Row("total", self.words.text("column.total"), (), tuple(cells))

    # Words

    def _notes(self) -> list[Block]:
        words, stages = self.words, self.journey.stages
        found = self.gaps
        said = [
            words.text(
                "matrix.skips",
                channel=self._label(key),
                stages=words.listing([stages[n].label for n in numbers]),
            )
            for key, numbers in found.skipped.items()
        ]
        said += [
            words.text("matrix.only", stage=stages[n].label, channel=self._label(key))
            for n, key in found.single.items()
        ]
        said += [words.text("matrix.none", stage=stages[n].label) for n in found.bare]
        if found.unused:
            names = words.listing([self._label(key) for key in found.unused])
            said.append(words.text("matrix.never", channels=names))
        return [
            Block("hand-overs", words.text("matrix.overs"), self._told_overs()),
            Block("gaps", words.text("matrix.gaps"), tuple(said)),
        ]

    def _told_overs(self) -> tuple[str, ...]:
        """The hand-overs that happen most often; those that happen once only where no column
        has them."""
        pairs = [
            ((self._label(source), self._label(target)), count)
            for source, counts in self.often.items()
            for target, count in counts.items()
        ]
        often = sorted(pairs, key=lambda one: -one[1])
        if self._wide():
            often = [one for one in often if one[1] > 1]
        more = len(often) - _MOST
        told = [
            self.words.counted("matrix.over", count, source=source, target=target)
            for (source, target), count in (often[:_MOST] if more > 1 else often)
        ]
        return (*told, self.words.counted("matrix.more", more)) if more > 1 else tuple(told)

    def _signs(self) -> list[Sign]:
        signs = Signs(self.cards, self.setting.theme)
        marks = Marks(self.setting)
        ways = {back for _, _, back in self.onward}
        numbers = range(len(self.journey.stages))
        used = [[n for n in numbers if (key, n) in self.told.cells] for key in self.told.channels]
        # How many stages on each channel is used again.
        apart = {after - before for its in used for before, after in pairwise(its)}
        felt = any(told.mood is not None for told in self.told.channels.values())
        occurring = [
            (True, Sign("touchpoints", marks.count, 14.0)),
            (felt, Sign("feeling", signs.feeling, SIGN + 14)),
            (False in ways, Sign("hand-over", marks.onward(back=False), 20.0)),
            (True in ways, Sign("hand-back", marks.onward(back=True), 20.0)),
            (1 in apart, Sign("runs-on", marks.thread(gap=False))),
            (bool(apart - {1}), Sign("gap", marks.thread(gap=True))),
        ]
        return [sign for occurs, sign in occurring if occurs]
