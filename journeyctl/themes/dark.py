"""For dark screens and slides: cards stand out from their stage by being lighter than it."""

from journeyctl.themes import StageColours, Theme

THEME = Theme(
    font="Arial",
    background="#0f141c",
    ink="#e9eef6",
    muted="#aeb9c9",
    brand="#7db8f0",
    on_strong="#ffffff",
    card="#202938",
    card_line="#7c8aa0",
    person="#34445c",
    flow="#b7c2d3",
    loop="#d796e6",
    jump="#79b8f5",
    moment="#f3a73f",
    leave="#ff9184",
    company="#343b47",
    track="#56627a",
    question="#3d3316",
    pill="#202938",
    band="#1a212d",
    grid="#313b4b",
    curve="#d3dce9",
    pain="#ffa094",
    idea="#74d6a2",
    moods=("#ff8676", "#f2a65a", "#b3bdcb", "#a3cf6a", "#52d196"),
    on_mood="#0f141c",
    stages=(
        StageColours("#2b6cb0", "#1c3552", "#141f2e"),
        StageColours("#1c7577", "#163c40", "#12232a"),
        StageColours("#7a55b8", "#332852", "#1b1b2f"),
        StageColours("#ab4269", "#46233a", "#221924"),
        StageColours("#93590c", "#40301a", "#211c1b"),
        StageColours("#47772f", "#263a22", "#18211d"),
    ),
)
