"""Colours that are told apart with any kind of colour vision.

The stages are the palette of M. Okabe and K. Ito, "Color Universal Design" (2008); what lies
on white is darker than theirs, and differs in lightness where hues may fall together.
"""

from journeyctl.themes import LIGHT, StageColours

THEME = LIGHT._replace(
    ink="#000000",
    muted="#454c57",
    brand="#0072b2",
    on_strong="#000000",
    flow="#20262e",
    loop="#9c4a7e",
    jump="#0072b2",
    moment="#b54e00",
    leave="#752b00",
    question="#fdf6cf",
    curve="#20262e",
    pain="#9a4000",
    idea="#005f94",
    moods=("#7a3000", "#b85400", "#5c6470", "#1f78b8", "#00396b"),
    stages=(
        StageColours("#56b4e9", "#d9eefa", "#f2f9fe"),
        StageColours("#d55e00", "#f6d9c4", "#fdf3ec"),
        StageColours("#f0e442", "#faf6c6", "#fdfcec"),
        StageColours("#009e73", "#cdebe1", "#effaf6"),
        StageColours("#e69f00", "#fae8c4", "#fdf8ec"),
        StageColours("#cc79a7", "#f3deea", "#fcf5f9"),
    ),
)
