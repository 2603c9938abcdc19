"""For black-and-white printers and copies: white grounds, and patterns and marks instead of
colours. Good feelings are rings and bad ones discs, the company's steps are hatched."""

from journeyctl.themes import StageColours, Theme

_BLACK, _WHITE = "#000000", "#ffffff"

THEME = Theme(
    font="Arial",
    background=_WHITE,
    ink=_BLACK,
    muted="#333333",
    brand=_BLACK,
    on_strong=_WHITE,
    card=_WHITE,
    card_line="#4d4d4d",
    person="#d9d9d9",
    flow=_BLACK,
    loop=_BLACK,
    jump=_BLACK,
    moment=_BLACK,
    leave=_BLACK,
    company="#e6e6e6",
    track="#999999",
    question=_WHITE,
    pill=_WHITE,
    band="#f0f0f0",
    grid="#b3b3b3",
    curve=_BLACK,
    pain=_BLACK,
    idea=_BLACK,
    moods=(_BLACK, "#595959", "#595959", "#595959", _BLACK),
    on_mood=_WHITE,
    stages=(StageColours(_BLACK, "#dedede", _WHITE),),
    rings=(0.0, 0.0, 0.7, 1.1, 1.5),
    hatch="#4d4d4d",
)
