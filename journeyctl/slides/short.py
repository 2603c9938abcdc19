"""Stages in short on as few slides as can be: how many columns, and how wide they are."""

from collections.abc import Iterator, Sequence

from journeyctl.model.journey import Journey
from journeyctl.model.measures import links_out
from journeyctl.slides.columns import (
    EDGE,
    GAP,
    Column,
    Group,
    Side,
    drawn,
    head_height,
    least_width,
)
from journeyctl.slides.deck import BODY, LEAST
from journeyctl.slides.figures import placed
from journeyctl.slides.key import with_key
from journeyctl.slides.pages import Page
from journeyctl.slides.told import Told
from journeyctl.views.beside.digest import LABEL, Digest

_SCALE = LEAST / LABEL
_WIDE, _HIGH = BODY[2] / _SCALE, BODY[3] / _SCALE
_WIDEST = 260.0
_UNBROKEN = 160.0  # as wide as columns are made for the sake of a long word
_NARROWER = (0.9, 0.8, 0.7)  # parts of the widest columns, which make the type larger
_COLUMNS = (6, 7, 8, 5, 4, 3, 2, 1)  # on a slide, the best first


def sides(journey: Journey, name: str = "") -> list[Side]:
    """The stages of a journey, each with as much of it as its picture needs."""
    out = links_out(journey)
    found = []
    for stage in journey.stages:
        links = tuple(link for id in stage.steps for link in out.get(id, ()))
        ids = dict.fromkeys((*stage.steps, *(link.target for link in links)))
        steps = {id: journey.steps[id] for id in ids if id in journey.steps}
        found.append(Side(journey._replace(steps=steps, links=links), stage, name))
    return found


def in_short(told: Told, groups: Sequence[Group], alt: str = "") -> Iterator[Page]:
    """Stages in short, on as few slides as can be, with the number of columns that reads best.
    ``alt`` is said of them instead of what they are of one journey."""
    least = _least(told, groups)
    room = _WIDE
    slides = _best(told, groups, room, least)
    if len(slides) > 1:
        room = _WIDE - 2 * EDGE
        slides = _best(told, groups, room, least)
    for number, columns in enumerate(slides):
        before = slides[number - 1][-1].group if number else None
        after = slides[number + 1][0].group if number + 1 < len(slides) else None
        wide = _width(len(columns), room)
        widths = [wide, *(w for part in _NARROWER if (w := wide * part) >= least)]
        figures = [
            placed("flow", drawn(told, columns, width, before, after), BODY) for width in widths
        ]
        figure = with_key(told, columns, max(figures, key=lambda one: one.scale), _SCALE)
        yield (figure._replace(alt=alt or figure.alt),)


def _least(told: Told, groups: Sequence[Group]) -> float:
    """The width of a column in which no word is broken, within reason."""
    digests = (
        Digest(side.journey, side.stage, told.setting, _WIDEST, "", side.name).least
        for group in groups
        for side in group.sides
    )
    return min(max(*map(least_width, groups), *digests), _UNBROKEN)


def _best(told: Told, groups: Sequence[Group], room: float, least: float) -> list[list[Column]]:
    """The columns of each slide: on the fewest slides on which no word is broken."""
    tried = [found for count in _COLUMNS if (found := _filled(told, groups, count, room))]
    whole = [one for one in tried if _width(max(map(len, one)), room) >= least]
    return min(whole or tried, key=lambda one: (len(one), sum(map(len, one))))


def _filled(told: Told, groups: Sequence[Group], count: int, across: float) -> list[list[Column]]:
    """Slides of so many columns at the most; none where a step is taller than a slide."""
    wide = _width(count, across)
    room = _HIGH - head_height(groups, wide)
    runs: list[list[Column]] = []
    for group in groups:
        runs.append([])
        for side in group.sides:
            columns = list(_columns(told, group, side, wide, room))
            if not columns and count > 1:
                return []
            runs[-1] += columns or [Column(group, side)]
    fewest = len(_divided(runs, count))
    sizes = (size for size in range(1, count + 1) if len(_divided(runs, size)) == fewest)
    return _divided(runs, next(sizes))


def _columns(told: Told, group: Group, side: Side, wide: float, room: float) -> Iterator[Column]:
    """The steps of a stage in columns; none where one is taller than a column."""
    stage = side.stage
    digest = Digest(side.journey, stage, told.setting, wide, "", side.name)
    most = room - (digest.height - sum(digest.heights))
    if max(digest.heights, default=0.0) > most:
        return
    row: list[str] = []
    used = 0.0
    goes_on = False
    for id, high in zip(stage.steps, digest.heights, strict=True):
        if row and used + high > most:
            yield Column(group, side._replace(stage=stage._replace(steps=tuple(row))), goes_on)
            # The time stands once.
            stage = stage._replace(duration=None, blocks=())
            row, used, goes_on = [], 0.0, True
        row.append(id)
        used += high
    yield Column(group, side._replace(stage=stage._replace(steps=tuple(row))), goes_on)


def _divided(runs: Sequence[Sequence[Column]], count: int) -> list[list[Column]]:
    """Columns on slides; those of one group stay together where they can."""
    slides: list[list[Column]] = [[]]
    for run in runs:
        if slides[-1] and len(slides[-1]) + len(run) > count:
            slides.append([])
        for column in run:
            if len(slides[-1]) == count:
                slides.append([])
            slides[-1].append(column)
    return slides


def _width(count: int, room: float) -> float:
    """The width of each of so many columns."""
    return min((room - GAP * (count - 1)) / count, _WIDEST)
