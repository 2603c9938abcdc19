"""Themes: a picture's colours, font and patterns as data.

``light`` is here, since most pictures are drawn in it; the others are imported when asked
for. Which colour must stand out from which is in ``themes.legible``.
"""

from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple, cast


class StageColours(NamedTuple):
    """``strong`` is behind the stage's name; ``soft`` the panel, ``tint`` the goal's ground."""

    strong: str
    tint: str
    soft: str


class Theme(NamedTuple):
    """Colours are ``#rrggbb``. ``font`` is a family's name; text keeps the places that are
    measured with the widths of Arial, whatever the font."""

    font: str
    background: str
    ink: str
    muted: str
    brand: str  # the logo
    on_strong: str  # text on a stage's strong colour
    card: str
    card_line: str
    person: str
    flow: str
    loop: str
    jump: str
    moment: str
    leave: str
    company: str
    track: str
    question: str
    pill: str
    band: str  # the ground of a row's or a lane's name
    grid: str  # thin lines between rows
    curve: str  # the course of the feelings
    pain: str
    idea: str
    moods: tuple[str, str, str, str, str]
    on_mood: str  # the figure in a mood's disc
    stages: tuple[StageColours, ...]
    # How thick the ring is that marks a feeling, in points; 0 is a filled disc.
    rings: tuple[float, float, float, float, float] = (0.0, 0.0, 0.0, 0.0, 0.0)
    hatch: str = "none"  # the pattern of the company's steps, where their ground is not enough
    logo: str = ""


LIGHT = Theme(
    font="Arial",
    background="#ffffff",
    ink="#1c2430",
    muted="#4b5565",
    brand="#1f5a92",
    on_strong="#ffffff",
    card="#ffffff",
    card_line="#778293",
    person="#e4e9f2",
    flow="#3d4757",
    loop="#8a2a8f",
    jump="#1d5fa8",
    moment="#b45309",
    leave="#b3261e",
    company="#e3e5e8",
    track="#c3c9d3",
    question="#fff3d6",
    pill="#ffffff",
    band="#eef1f5",
    grid="#d3d9e2",
    curve="#3d4757",
    pain="#b3261e",
    idea="#12693d",
    moods=("#b3261e", "#b4530a", "#5c6470", "#3d7a34", "#12693d"),
    on_mood="#ffffff",
    stages=(
        StageColours("#1f5a92", "#d6e4f2", "#f1f6fb"),
        StageColours("#17686a", "#d0e8e6", "#eff8f7"),
        StageColours("#6b4a9e", "#e3daf1", "#f6f3fb"),
        StageColours("#9a3b5f", "#f3d9e3", "#fcf3f6"),
        StageColours("#8a5200", "#f4e2c8", "#fcf7ee"),
        StageColours("#3f6b2a", "#dcebd2", "#f4f9f0"),
    ),
)

BUILT_IN = ("light", "dark", "print", "colorblind")
"""The names of the themes that come with journeyctl."""


def built_in(name: str) -> Theme:
    """The theme of a name in ``BUILT_IN``."""
    if name == "light":
        return LIGHT
    return cast("Theme", import_module(f"journeyctl.themes.{name}").THEME)


def unknown(name: str, own: Iterable[str]) -> tuple[str, str] | None:
    """That there is no theme of a name, and what helps; None where there is one, among those
    of one's ``own`` or those that come with journeyctl."""
    names = list(dict.fromkeys([*BUILT_IN, *own]))
    if name in names:
        return None
    from journeyctl.reporters.text import shown
    from journeyctl.syntax.names import nearest

    near = nearest(name, names)
    help = f"Did you mean `{shown(near)}`?" if near else f"There are {shown(', '.join(names))}."
    return f"There is no theme `{shown(name)}`.", help


@lru_cache(4096)
def luminance(colour: str) -> float:
    """The relative luminance of ``#rrggbb``, 0 to 1 (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    above, below = luminance(one) + 0.05, luminance(other) + 0.05
    return above / below if above > below else below / above


def mixed(one: str, other: str, share: float) -> str:
    """A colour between two, ``share`` of the way (0 to 1) to the other."""
    parts = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def tinted(theme: Theme, colour: str) -> str:
    """The ground of a note in a colour of the theme (``pain``, ``idea``), laid thinly on a card."""
    return mixed(theme.card, colour, 0.08)
