"""How a map is arranged for its page: in how many bands, and how wide a step's place is."""

from collections.abc import Iterator, Sequence
from math import log, sqrt
from typing import NamedTuple

from journeyctl.fonts import width
from journeyctl.model.journey import Stage
from journeyctl.views.board import GAP as BETWEEN
from journeyctl.views.board import NAME, PAD
from journeyctl.views.headline import Headline
from journeyctl.views.legend import Legend
from journeyctl.views.map.band import Band, Maker
from journeyctl.views.map.chips import whole
from journeyctl.views.map.columns import GAP
from journeyctl.views.map.notes import Slip, measure
from journeyctl.views.map.steps import least
from journeyctl.views.setting import MARGIN

_WIDE, _UPRIGHT = 16 / 9, 1 / sqrt(2)
_NARROWEST, _USUAL, _WIDEST = 62.0, 88.0, 220.0  # a step's place
_LONGEST = 104.0  # the same, where a word is long
_FEWEST = 2.6  # a stage is as wide as with so many steps
_APART = 22.0  # between bands
_BREAK = 0.12  # what each more band counts, where 0.7 is text half as large
_TRIES, _NEAR = 3, 0.04
_HOPELESS = 4.0  # so much too wide, no other place of the steps will do
_OFF = 1.2  # so much too wide, more bands are tried
_SMALL = 1400.0  # a picture no wider is read well in one band
_LINES = 3  # of chips
_TILE = 190.0


class Arrangement(NamedTuple):
    """The bands with their upper edges, the tiles with the whole journey's metrics at their
    places, the upper edge of the legend, and the size of all, in points."""

    tiles: tuple[Slip, ...]
    bands: tuple[Band, ...]
    tops: tuple[float, ...]
    legend: float
    width: float
    height: float


class Arranger:
    """Tries how many bands and how wide a step's place, and takes what comes nearest to the
    proportions that are wanted."""

    def __init__(self, maker: Maker, headline: Headline, legend: Legend) -> None:
        self.maker, self.headline, self.legend = maker, headline, legend
        setting = maker.setting
        upright = setting.direction == "down"
        self.free = not (setting.ratio or upright)
        self.ratio = setting.ratio or (_UPRIGHT if upright else _WIDE)
        self.least = {
            stage.key: max(
                (least(step, setting.theme) for step in maker.gatherer.steps(stage)), default=0.0
            )
            for stage in maker.journey.stages
        }

    def best(self) -> Arrangement:
        """The arrangement whose text is largest where the picture fills its page."""
        found = self._fitted(1)
        if self.free and found.width <= _SMALL:
            return found
        # Twice as many bands make it half as wide and twice as high.
        bands = int(sqrt(found.width / found.height / self.ratio) + 0.65)
        most = len(self.maker.journey.stages)
        for more in (bands, bands + 1):
            if 1 < more <= most and found.width / found.height > self.ratio * _OFF:
                found = min(found, self._fitted(more), key=self._cost)
        return found

    def _fitted(self, bands: int) -> Arrangement:
        """The best of some with so many bands: the wider a step's place, the lower it gets."""
        low, place, high = _NARROWEST, _USUAL, _WIDEST
        found = tried = self.arranged(bands, place)
        for _ in range(_TRIES):
            off = tried.width / tried.height / self.ratio
            if abs(off - 1) < _NEAR or off > _HOPELESS:
                break
            low, high = (low, place) if off > 1 else (place, high)
            place = sqrt(low * high)
            tried = self.arranged(bands, place)
            found = min(found, tried, key=self._cost)
        return found

    def _cost(self, one: Arrangement) -> float:
        """How small all gets on a page of the wanted proportions; a break counts a little, for
        the curve is best seen whole, and a blank part of the page, too."""
        page = max(one.width, one.height * self.ratio)
        filled = min(one.width, one.height * self.ratio) / page
        return log(page) - 0.1 * log(filled) + _BREAK * (len(one.bands) - 1)

    def arranged(self, count: int, place: float) -> Arrangement:
        """All in so many bands, with so many points for a step."""
        maker = self.maker
        stages = maker.journey.stages
        natural = [self._natural(stage, place) for stage in stages]
        groups = _divided(natural, count)
        inner = max(sum(natural[at] + BETWEEN for at in group) - BETWEEN for group in groups)
        bands = []
        for group in groups:
            room = inner - BETWEEN * (len(group) - 1)
            factor = room / sum(natural[at] for at in group)
            widths = [natural[at] * factor for at in group]
            bands.append(Band(maker, [stages[at] for at in group], widths))
        wide = bands[0].width
        top = self.headline.height(wide)
        tiles, top = self._tiles(wide, top)
        tops = []
        for band in bands:
            tops.append(top)
            top += band.height + _APART
        foot = top - _APART + 14
        signs = self.legend.height(wide - 2 * MARGIN)
        height = foot + signs + MARGIN if signs else foot - 14 + MARGIN
        return Arrangement(tiles, tuple(bands), tuple(tops), foot, wide, height)

    def _natural(self, stage: Stage, place: float) -> float:
        steps = len(self.maker.gatherer.steps(stage))
        place = max(place, min(self.least[stage.key], _LONGEST))
        name = max(width(word, NAME, bold=True) for word in f"00 {stage.label}".split())
        chips = max(self._chips(stage)) / _LINES
        return max(chips, max(steps, _FEWEST) * place + 2 * GAP, min(name + 2 * PAD, 160.0))

    def _chips(self, stage: Stage) -> Iterator[float]:
        """How long the chips of each row would be in one line."""
        for row in ("people", "channels", "systems"):
            found = self.maker.gatherer.chips(row, stage) if row in self.maker.rows else []
            yield sum(whole(chip) for chip in found)

    def _tiles(self, wide: float, top: float) -> tuple[tuple[Slip, ...], float]:
        """The metrics of the whole journey side by side under the headline, and where they end."""
        metrics = self.maker.journey.facts.metrics if "metrics" in self.maker.rows else ()
        if not metrics:
            return (), top
        place = self.maker.setting.words.text("said.whole")
        room = wide - 2 * MARGIN
        beside = max(1, min(len(metrics), int((room + GAP) / _TILE)))
        each = min((room - (beside - 1) * GAP) / beside, 1.4 * _TILE)
        tiles: list[Slip] = []
        y = top
        for start in range(0, len(metrics), beside):
            line = [
                measure(self.maker.gatherer.metric(one, place, 0, "journey"), each)
                for one in metrics[start : start + beside]
            ]
            high = max(slip.height for slip in line)
            tiles += [
                slip._replace(x=MARGIN + at * (each + GAP), y=y, height=high)
                for at, slip in enumerate(line)
            ]
            y += high + GAP
        return tuple(tiles), y + 4


def _divided(widths: Sequence[float], count: int) -> list[list[int]]:
    """Indexes in order, in at most ``count`` groups whose widest is as narrow as can be."""
    low, high = max(widths), sum(widths)
    for _ in range(30):
        middle = (low + high) / 2
        if len(_filled(widths, middle)) > count:
            low = middle
        else:
            high = middle
    return _filled(widths, high)


def _filled(widths: Sequence[float], room: float) -> list[list[int]]:
    groups: list[list[int]] = []
    used = 0.0
    for at, wide in enumerate(widths):
        if not groups or used + wide > room + 1e-6:
            groups.append([])
            used = 0.0
        groups[-1].append(at)
        used += wide
    return groups
