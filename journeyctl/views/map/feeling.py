"""The course of the feelings: the points, the curve through them, and what is said at them.

All places are points; x as on the page, y from the level of the best feeling downward.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from journeyctl.fonts import width, wrap
from journeyctl.model.journey import Journey, Step
from journeyctl.model.measures import likely_way
from journeyctl.views.drawing import PITCH
from journeyctl.views.map.curve import Point, bezier, on
from journeyctl.views.map.field import Field, Rect, square
from journeyctl.words import Words

LEVEL = 29.0
"""From one level of feeling to the next."""
DISC, SMALL_DISC = 17.0, 14.0
STAR = 12.0
RING = 3.5  # around the lowest point
DOT = 6.0  # of one person's feeling
_AIR = 7.0  # between a call-out and what it must not touch
_TEXT = 9.0
_PAD = 5.0
_WIDTHS = (130.0, 100.0, 165.0, 200.0)
_WELL = 45.0  # what a place may cost that no better one is looked for


def level(mood: float) -> float:
    """Where a feeling of 1.0 to 5.0 stands."""
    return (5 - mood) * LEVEL


class Course(NamedTuple):
    """The steps whose feeling is known: those on the likeliest ``way`` in file order, and the
    ``others``. ``broken`` are the ids of those on the way after a step whose feeling is not
    known; ``lowest`` is the id of the worst, "" where none is worse than another. ``spreads``
    tell, by step, how each of its people feels where they do not feel alike."""

    way: tuple[Step, ...]
    others: tuple[Step, ...]
    broken: frozenset[str]
    lowest: str
    spreads: dict[str, tuple[tuple[str, int], ...]]


def course(journey: Journey) -> Course:
    """The course of a journey's feelings, as far as the customer takes part."""
    seen = [step for step in journey.steps.values() if step.side != "company"]
    likely = frozenset(likely_way(journey))
    walked = [step for step in seen if step.id in likely]
    # A question has no feeling of its own as a rule, and so it leaves no gap.
    walked = [step for step in walked if step.mood is not None or step.kind != "question"]
    way = tuple(step for step in walked if step.mood is not None)
    others = tuple(step for step in seen if step.mood is not None and step.id not in likely)
    broken = frozenset(
        after.id
        for before, after in pairwise(walked)
        if before.mood is None and after.mood is not None and after is not way[0]
    )
    moods = [step.mood or 0.0 for step in way]
    lowest = way[moods.index(min(moods))].id if moods and min(moods) < max(moods) else ""
    felt = {step.id: _felt(journey, step) for step in (*way, *others)}
    spreads = {id: some for id, some in felt.items() if len({mood for _, mood in some}) > 1}
    return Course(way, others, broken, lowest, spreads)


def _felt(journey: Journey, step: Step) -> tuple[tuple[str, int], ...]:
    """How each of those feels whose mean a step's mood is."""
    people = [(journey.people[one.person], one.feeling or step.feeling) for one in step.people]
    ours = [one for one in people if one[0].side == "customer"] or people
    return tuple((person.label, feeling) for person, feeling in ours if feeling)


class Callout(NamedTuple):
    """What is said at a point, in a box at ``rect``; ``kind`` is ``lowest`` or ``moment``."""

    step: Step
    kind: str
    head: tuple[str, ...]
    quote: tuple[str, ...]
    rect: Rect
    above: bool


class Chart(NamedTuple):
    """The curve of a band of stages. Each of ``pieces`` is four control points, and whether
    nothing is known between its ends; ``stars`` are the middles of the moments' stars;
    ``top`` is how far all reaches above the best level (negative), ``bottom`` how far down."""

    points: dict[str, Point]
    stars: dict[str, Point]
    pieces: tuple[tuple[tuple[Point, ...], bool], ...]
    callouts: tuple[Callout, ...]
    top: float
    bottom: float


def chart(
    told: Course,
    places: dict[str, float],
    columns: Sequence[tuple[float, float]],
    stages: Sequence[int],
    words: Words,
) -> Chart:
    """The chart of a band: ``places`` are the x of its steps by id, ``columns`` the left and
    right edge of each of its ``stages``, by their numbers."""
    points = {
        step.id: (places[step.id], level(step.mood or 0.0))
        for step in (*told.way, *told.others)
        if step.id in places
    }
    pieces = _pieces(told, places, columns[0][0], columns[-1][1])
    obstacles = _obstacles(told, points, pieces)
    stars = _stars(told, points, obstacles)
    edges = dict(zip(stages, columns, strict=True))
    placed: list[Callout] = []
    steps = sorted((*told.way, *told.others), key=lambda step: step.number)
    for step in steps:
        if step.id not in places or not (step.id == told.lowest or (step.moment and step.quotes)):
            continue
        found = _callout(step, told.lowest, points[step.id], edges[step.stage], obstacles, words)
        if found is not None:
            x = points[step.id][0]
            ends = (found.rect[1], points[step.id][1])
            obstacles.add(found.rect)
            obstacles.add((x - 1, min(ends), x + 1, max(ends)))
            placed.append(found)
    top = min(-DISC / 2, obstacles.top)
    bottom = max(level(1) + DISC / 2, obstacles.bottom)
    return Chart(points, stars, tuple(pieces), tuple(placed), top, bottom)


def _pieces(
    told: Course, places: dict[str, float], left: float, right: float
) -> list[tuple[tuple[Point, ...], bool]]:
    """The curve's pieces within a band; where it goes on in another, it leads to the edge."""
    on_band = [at for at, step in enumerate(told.way) if step.id in places]
    if not on_band:
        return []
    first, last = on_band[0], on_band[-1]
    points = [(places[told.way[at].id], level(told.way[at].mood or 0.0)) for at in on_band]
    broken = [told.way[at].id in told.broken for at in on_band[1:]]
    if first:
        points.insert(0, (left, _between(told, first)))
        broken.insert(0, told.way[first].id in told.broken)
    if last + 1 < len(told.way):
        points.append((right, _between(told, last + 1)))
        broken.append(told.way[last + 1].id in told.broken)
    return [(tuple(piece), gap) for piece, gap in zip(bezier(points), broken, strict=True)]


def _between(told: Course, at: int) -> float:
    """Halfway between a point of the way and the one before it."""
    return (level(told.way[at - 1].mood or 0.0) + level(told.way[at].mood or 0.0)) / 2


def _obstacles(
    told: Course, points: dict[str, Point], pieces: Sequence[tuple[tuple[Point, ...], bool]]
) -> Field:
    """What no call-out may touch: the curve in short stretches, and the discs."""
    found = Field()
    for piece, _ in pieces:
        stretch = [on(piece, number / 12) for number in range(13)]
        for (x1, y1), (x2, y2) in pairwise(stretch):
            found.add((x1, min(y1, y2) - 1, x2, max(y1, y2) + 1))
    for step in (*told.way, *told.others):
        if step.id not in points:
            continue
        half = DISC / 2 + (RING if step.id == told.lowest else 0)
        x, y = points[step.id]
        found.add(square(x, y, half))
        if ends := reach(told, step):
            found.add((x - DOT / 2, ends[0] - DOT / 2, x + DOT / 2, ends[1] + DOT / 2))
    return found


def reach(told: Course, step: Step) -> Point | None:
    """Where the best and the worst feeling of a step's people stand, if they do not feel alike."""
    felt = [feeling for _, feeling in told.spreads.get(step.id, ())]
    return (level(max(felt)), level(min(felt))) if felt else None


def _stars(told: Course, points: dict[str, Point], obstacles: Field) -> dict[str, Point]:
    """A star over the point of each moment of truth, or where else at it there is room."""
    found: dict[str, Point] = {}
    for step in (*told.way, *told.others):
        if not step.moment or step.id not in points:
            continue
        x, y = points[step.id]
        off = (DISC + STAR) / 2 + (RING if step.id == told.lowest else 0) + 1
        aside = (DISC + STAR) / 2 + 0.5
        places = [(x, y - off), (x + aside, y - aside), (x - aside, y - aside)]
        places += [(x + aside, y + aside), (x - aside, y + aside), (x, y + off)]
        found[step.id] = min(
            places, key=lambda at: obstacles.touched(square(at[0], at[1], STAR / 2))
        )
    for x, y in found.values():
        obstacles.add(square(x, y, STAR / 2))
    return found


def _callout(
    step: Step,
    lowest: str,
    point: Point,
    edges: tuple[float, float],
    obstacles: Field,
    words: Words,
) -> Callout | None:
    """The call-out of a step where it stretches the chart least; None where there is no room."""
    kind = "lowest" if step.id == lowest else "moment"
    title = words.text("map.lowest" if kind == "lowest" else "legend.moment")
    quote = words.text("said.quote", text=step.quotes[0]) if step.quotes else ""
    best: tuple[float, Callout] | None = None
    for most in _WIDTHS:
        box = _wrapped(title, quote, min(most, edges[1] - edges[0] - 4))
        for share in (0.5, 0.2, 0.8):
            left = min(max(point[0] - box.width * share, edges[0] + 2), edges[1] - 2 - box.width)
            for above in (False, True):
                rect = _beside(point, left, box.width, box.height, obstacles, above=above)
                if rect is None:
                    continue
                over = max(0.0, -LEVEL * 0.6 - rect[1]) + max(0.0, rect[3] - level(1) - LEVEL * 0.4)
                away = point[1] - rect[3] if above else rect[1] - point[1]
                cost = 3 * over + away + box.height / 4 + abs(share - 0.5) * 10
                if best is None or cost < best[0]:
                    best = cost, Callout(step, kind, box.head, box.quote, rect, above)
        if best and best[0] < _WELL:
            break
    return best[1] if best else None


class _Wrapped(NamedTuple):
    head: tuple[str, ...]
    quote: tuple[str, ...]
    width: float
    height: float


@cache
def _wrapped(title: str, quote: str, most: float) -> _Wrapped:
    """The texts of a call-out in a box that is at most so wide, and no wider than they need."""
    room = most - 2 * _PAD
    head = wrap(title, room, _TEXT, bold=True)
    lines = wrap(quote, room, _TEXT) if quote else ()
    measured = [width(line, _TEXT, bold=True) for line in head]
    longest = max(measured + [width(line, _TEXT) for line in lines])
    high = (len(head) + len(lines)) * _TEXT * PITCH + 2 * _PAD - 1
    return _Wrapped(head, lines, longest + 2 * _PAD + 1, high)


def _beside(
    point: Point,
    left: float,
    wide: float,
    high: float,
    obstacles: Field,
    *,
    above: bool,
) -> Rect | None:
    """The place next to a point, above or below all that is there; None where its line to the
    point would run through another call-out."""
    x, y = point
    right = left + wide
    if not left + 6 <= x <= right - 6:
        return None
    near = list(obstacles.between(left - _AIR, right + _AIR))
    if above:
        bottom = min(one[1] for one in near) - _AIR
        rect = (left, bottom - high, right, bottom)
        line = (bottom, y)
    else:
        top = max(one[3] for one in near) + _AIR
        rect = (left, top, right, top + high)
        line = (y, top)
    # The point's own disc and star, and the curve on both sides of it, touch the line as well.
    for one in near:
        crossed = one[0] - 0.5 < x < one[2] + 0.5 and one[1] < line[1] - 1 and line[0] + 1 < one[3]
        if crossed and not (one[1] - DISC <= y <= one[3] + DISC):
            return None
    return rect
