"""Themes of one's own: what a configuration makes, and what is refused and where."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl.config import Configurations
from journeyctl.themes import BUILT_IN, LIGHT, Theme, built_in, contrast
from journeyctl.themes.legible import illegible
from journeyctl.themes.own import COLOURS, KEYS, own
from journeyctl.views.headline import Headline
from journeyctl.views.setting import setting_for
from tests.themes.painted import colours
from tests.views.drawn import drawn, journey

colour = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def made(**table: Any) -> Theme:
    """The theme of a table that is accepted."""
    theme, faults = own("ours", table)
    assert faults == []
    assert theme
    return theme


@pytest.fixture
def faults(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Each fault of a configuration as ``line:column-end name message / help``."""

    def told(text: str) -> list[str]:
        monkeypatch.chdir(tmp_path)
        Path("journeyctl.toml").write_text(text)
        out = []
        for fault in Configurations().of(Path())[1]:
            place = ""
            if fault.source and fault.span:
                line, column = fault.source.line_column(fault.span.start)
                place = f"{line}:{column}-{column + fault.span.end - fault.span.start} "
            out.append(f"{place}{fault.kind.name} {fault.message} / {fault.help}")
        return out

    return told


# What a few keys make


def test_a_brand_colour_is_enough() -> None:
    theme = made(brand="#E4002B")
    assert theme.stages[0].strong == "#e4002b"
    assert theme.on_strong == "#ffffff"
    assert theme.brand == "#e4002b"
    assert len({stage.strong for stage in theme.stages}) == 6
    rest = {field: getattr(theme, field) for field in ("ink", "card", "moods", "flow", "font")}
    assert rest == {field: getattr(LIGHT, field) for field in rest}


def test_on_a_light_brand_colour_text_is_black_and_the_logo_a_darker_shade() -> None:
    theme = made(brand="#ffcc00")
    assert theme.on_strong == "#000000"
    assert theme.brand != "#ffcc00"
    assert contrast(theme.brand, "#ffffff") >= 4.5


def test_a_colour_for_each_stage() -> None:
    theme = made(stages=["#0b5394", "#38761d"], base="dark")
    assert [stage.strong for stage in theme.stages] == ["#0b5394", "#38761d"]
    assert theme.background == built_in("dark").background
    assert all(contrast(stage.soft, theme.background) < 1.3 for stage in theme.stages)


def test_of_feelings_the_figure_is_what_can_be_read_on_all_of_them() -> None:
    moods = ["#ffb3a7", "#ffd08a", "#cfd4da", "#b6e39a", "#8fe0b8"]
    theme = made(base="dark", moods=moods)
    assert (theme.moods, theme.on_mood) == (tuple(moods), "#000000")


def test_nothing_said_is_the_base() -> None:
    assert [made(base=name) for name in BUILT_IN] == [built_in(name) for name in BUILT_IN]
    assert made() == LIGHT


@settings(max_examples=50, deadline=None)
@given(colour, st.sampled_from(BUILT_IN))
def test_any_brand_colour_makes_a_legible_theme_of_any_base(brand: str, base: str) -> None:
    assert illegible(made(brand=brand, base=base)) == []


bases = st.fixed_dictionaries({}, optional={"base": st.sampled_from(BUILT_IN), "brand": colour})
entries = (
    st.tuples(st.sampled_from(COLOURS), colour)
    | st.tuples(st.just("stages"), st.lists(colour, min_size=1, max_size=3))
    | st.tuples(st.just("moods"), st.lists(colour, min_size=5, max_size=5))
)
tables = st.builds(lambda base, two: {**base, **dict(two)}, bases, st.lists(entries, max_size=2))


@settings(max_examples=20, deadline=None)
@given(tables)
def test_a_theme_is_legible_or_refused_and_what_is_proposed_would_do(table: dict[str, Any]) -> None:
    theme, faults = own("ours", table)
    if theme:
        assert illegible(theme) == []
        return
    assert faults
    for fault in faults:
        assert fault.kind.name == "low-contrast"
        key, number = fault.value
        assert key in table
        proposed = re.fullmatch(r"`(#[0-9a-f]{6})` would do\.", fault.help)
        if proposed:
            values = list(table[key])
            values[number] = proposed[1]
            mended = {**table, key: values if number >= 0 else proposed[1]}
            assert fault.value not in [one.value for one in own("ours", mended)[1]]


# What is refused


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'muted = "#9aa0aa"',
            "3:10-17 low-contrast The theme `ours` is hard to read: `muted` #9aa0aa on `tint` of"
            " stage 3 #e3daf1 has a contrast of 1.94:1, and text needs 4.5:1."
            " / `#5c6066` would do.",
        ),
        (
            'flow = "#c0c0c0"',
            "3:9-16 low-contrast The theme `ours` is hard to read: `flow` #c0c0c0 on `background`"
            " #ffffff has a contrast of 1.81:1, and text needs 4.5:1. / `#737373` would do.",
        ),
        (
            'brand = "#ffcc00"\nstages = ["#ffcc00", "#1f5a92"]',
            "4:23-30 low-contrast The theme `ours` is hard to read: `on_strong` #000000 on `strong`"
            " of stage 2 #1f5a92 has a contrast of 2.93:1, and text needs 4.5:1."
            " / `#4c7ba8` would do.",
        ),
        (
            'on_strong = "#808080"\nstages = ["#000000", "#ffffff"]',
            "3:14-21 low-contrast The theme `ours` is hard to read: `on_strong` #808080 on `strong`"
            " of stage 2 #ffffff has a contrast of 3.94:1, and text needs 4.5:1."
            " / No shade of it would do: change the colours of `strong`, too.",
        ),
        (
            'background = "#202020"',
            "3:15-22 low-contrast The theme `ours` is hard to read: `ink` #1c2430 on `soft` of"
            " stage 1 #202325 has a contrast of 1.01:1, and text needs 4.5:1."
            ' / Begin a dark theme with `base = "dark"`.',
        ),
        ('brnd = "#111111"', "3:1-5 bad-configuration A theme has no key `brnd`. / Did you mean"),
        (
            "xyz = 1",
            "3:1-4 bad-configuration A theme has no key `xyz`. / There are `base`, `font`,",
        ),
        ('ink = "#fff"', "3:8-12 bad-configuration `#fff` is no colour. / Write it as `#rrggbb`,"),
        ("ink = 0xffffff", "3:1-4 bad-configuration `ink` is no text. / Write it in quotation"),
        (
            'base = "drak"',
            "3:9-13 bad-configuration There is no base `drak`. / Did you mean `dark`?",
        ),
        ('base = "q"', "3:9-10 bad-configuration There is no base `q`. / There are light, dark, "),
        ('font = "Comic; Sans"', "3:9-20 bad-configuration `Comic; Sans` is no font. / A family's"),
        ('logo = ""', "3:9-9 bad-configuration The logo is no short text. / Write a name of one"),
        (
            'logo = "a\\u202eb"',
            "bad-configuration The logo is no short text. / Write a name of one",
        ),
        ('stages = "#1f5a92"', "3:11-18 bad-configuration `stages` is no list of colours. / Write"),
        ('moods = ["#1f5a92"]', "3:1-6 bad-configuration `moods` is no list of five colours, the"),
        ('stages = ["#1f5a92", "red"]', "3:23-26 bad-configuration `red` is no colour. / Write it"),
        ("stages = [1]", "3:1-7 bad-configuration `1` is no colour. / Write it as `#rrggbb`, in"),
    ],
)
def test_what_is_wrong_with_a_theme_and_where(faults: Any, text: str, told: str) -> None:
    (fault,) = faults(f'theme = "ours"\n[themes.ours]\n{text}')
    assert fault.startswith(told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "[themes.dark]",
            "1:9-13 bad-configuration `dark` is the name of a theme that comes with journeyctl."
            ' / Call it `our-dark`, with `base = "dark"`.',
        ),
        (
            "themes = 3",
            "1:1-7 bad-configuration `themes` is no table. / Write `[themes.ours]`, and",
        ),
        (
            "themes.x = 3",
            "1:8-9 bad-configuration The theme `x` is no table. / Write `[themes.ours",
        ),
        ("theme = 3", "1:1-6 bad-configuration `theme` is no name. / Write for example `theme = "),
        (
            'theme = "drak"',
            "1:10-14 no-such-theme There is no theme `drak`. / Did you mean `dark`?",
        ),
        (
            'theme = "nonesuch"\n[themes.ours]',
            "1:10-18 no-such-theme There is no theme `nonesuch`. / There are light, dark, print,"
            " colorblind, ours.",
        ),
    ],
)
def test_what_is_wrong_around_the_themes(faults: Any, text: str, told: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith(told)


def test_each_value_that_is_to_blame_is_told_once(faults: Any) -> None:
    told = faults('[themes.ours]\nmuted = "#9aa0aa"\nink = "#9aa0aa"\n[themes.b]\nink = "#9aa0aa"')
    assert [one.partition(" ")[0] for one in told] == ["3:8-15", "2:10-17", "5:8-15"]


def test_the_keys_are_all_that_a_theme_holds_but_patterns() -> None:
    assert set(Theme._fields) - set(KEYS) == {"rings", "hatch"}
    assert set(COLOURS) == {
        field for field, value in LIGHT._asdict().items() if str(value).startswith("#")
    }


def test_the_page_names_every_key_and_every_theme() -> None:
    page = (Path(__file__).parents[2] / "docs/themes.md").read_text(encoding="utf-8")
    assert [key for key in (*KEYS, *BUILT_IN) if f"`{key}`" not in page] == []


# What a picture shows of it


def test_a_logo_stands_right_of_the_title_which_makes_room() -> None:
    told = journey(f"journey: {'A long title ' * 12}\nstage a\n  - A\n")
    theme = made(logo="Kopi Nusantara", brand="#e4002b", font="Source Sans 3")
    drawing = drawn(told, theme=theme)
    logo = next(shape for shape in drawing.shapes if shape.role == "logo")
    title = next(shape for shape in drawing.shapes if shape.role == "title")
    assert logo.text
    assert logo.text.colour == "#e4002b"
    assert logo.text.lines == ("Kopi Nusantara",)
    assert title.text
    assert title.x + max(title.text.widths) < logo.x
    assert logo.x + logo.width == pytest.approx(drawing.width - 20)
    assert (drawing.font, "#e4002b" in colours(drawing)) == ("Source Sans 3", True)


def test_a_logo_leaves_most_of_the_room_to_the_title() -> None:
    told = journey("journey: A title\nstage a\n  - A\n")
    setting = setting_for(told)._replace(theme=made(logo="W" * 60))
    line, wide = Headline(told, setting, "flow")._logo(300)
    assert line[0].endswith("…")
    assert wide <= 120
