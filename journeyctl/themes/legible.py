"""What must stand out from what, and how much: WCAG 2.2 AA, computed.

Success criterion 1.4.3 asks 4.5:1 of text, 1.4.11 asks 3:1 of what is needed to understand
a picture: lines, marks and frames. A new pair of colours in a view belongs into ``_PAIRS``.
"""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from journeyctl.themes import Theme, contrast, tinted

TEXT, MARK = 4.5, 3.0

_PANELS = "background soft card company band"
# What is put on what. The names are the fields of Theme and of StageColours.
_PAIRS: tuple[tuple[float, str, str], ...] = (
    (TEXT, "ink", f"{_PANELS} tint question person pill note"),
    (TEXT, "muted", f"{_PANELS} tint"),
    (TEXT, "brand", "background"),
    (TEXT, "on_strong", "strong"),
    (TEXT, "on_mood", "moods"),
    (TEXT, "pain idea leave", _PANELS),
    (TEXT, "loop jump moment", "background soft card"),
    (TEXT, "loop jump", "band"),
    (TEXT, "flow", "background"),
    (MARK, "flow moment", f"{_PANELS} question"),
    (MARK, "curve card_line hatch", _PANELS),
    (MARK, "loop jump", "company pill"),
    (MARK, "moods", f"{_PANELS} question person"),
)
_OF_STAGES = ("strong", "tint", "soft")


class Colour(NamedTuple):
    """A colour of a theme: the field, the number among the ``stages`` or ``moods`` (counted
    from 0, else -1), and the value. Of the field ``note`` are the grounds of a pain (0) and of
    an idea (1)."""

    field: str
    number: int
    value: str

    @property
    def shown(self) -> str:
        """For people: ``muted`` #4b5565, or ``tint`` of stage 2 #d0e8e6."""
        names = {"moods": "feeling {}", "note": "an idea" if self.number else "a pain"}
        where = names.get(self.field, "stage {}").format(self.number + 1)
        return f"`{self.field}`{f' of {where}' if self.number >= 0 else ''} {self.value}"


class Pair(NamedTuple):
    """What lies on what, and how much it stands out: the ratio, and the least that will do."""

    upper: Colour
    ground: Colour
    ratio: float
    least: float


def pairs(theme: Theme) -> Iterator[Pair]:
    """Every pair of a theme whose contrast matters, good or bad."""
    fields = dict.fromkeys(" ".join(f"{upper} {ground}" for _, upper, ground in _PAIRS).split())
    colours = {field: _colours(theme, field) for field in fields}
    for least, uppers, grounds in _PAIRS:
        for upper, ground in product(uppers.split(), grounds.split()):
            for one, other in product(colours[upper], colours[ground]):
                yield Pair(one, other, contrast(one.value, other.value), least)


def illegible(theme: Theme) -> list[Pair]:
    """The pairs of a theme that stand out too little, the worst first."""
    poor = [pair for pair in pairs(theme) if pair.ratio < pair.least]
    return sorted(poor, key=lambda pair: pair.ratio / pair.least)


def _colours(theme: Theme, field: str) -> list[Colour]:
    """The colours of a field; none where a theme does without (``none``)."""
    if field in _OF_STAGES:
        values = [getattr(stage, field) for stage in theme.stages]
    elif field == "moods":
        values = list(theme.moods)
    elif field == "note":
        values = [tinted(theme, theme.pain), tinted(theme, theme.idea)]
    else:
        value = getattr(theme, field)
        return [] if value == "none" else [Colour(field, -1, value)]
    return [Colour(field, number, value) for number, value in enumerate(values)]
