"""The themes that come with journeyctl: legible, and told apart by everybody."""

from itertools import pairwise
from pathlib import Path

import pytest

from journeyctl.model.journey import Journey
from journeyctl.themes import BUILT_IN, LIGHT, Theme, built_in, contrast, luminance, mixed
from journeyctl.themes.legible import TEXT, illegible, pairs
from journeyctl.views.catalogue import VIEWS, view
from tests.themes.painted import colours, texts
from tests.themes.vision import VISIONS, lab, least_difference
from tests.views.drawn import drawn, journey

SAMPLE = Path(__file__).parents[2] / "samples/b2b-software.journey"
FEELINGS = "journey: X\nstage a\n  - A :1\n  - B :2\n  - C :3\n  - D :4\n  - E :5\n"
COMPANY = "journey: X\nactor us: Us\n  side: company\nstage a\n  - A @us\n  | B @us\n  | C @us\n"


@pytest.fixture(scope="module")
def told() -> Journey:
    return journey(SAMPLE.read_text(encoding="utf-8"))


def test_the_contrast_of_the_guidelines() -> None:
    assert luminance("#ffffff") == 1
    assert contrast("#000000", "#ffffff") == contrast("#ffffff", "#000000") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
    assert mixed("#000000", "#ff8040", 0.5) == "#804020"


@pytest.mark.parametrize("name", BUILT_IN)
def test_everything_stands_out_from_its_ground(name: str) -> None:
    theme = built_in(name)
    assert illegible(theme) == []
    assert len(list(pairs(theme))) > 100


def test_what_does_not_stand_out_is_told_the_worst_first() -> None:
    poor = illegible(LIGHT._replace(muted="#aaaaaa", flow="#aaaaaa"))
    assert {pair.upper.field for pair in poor} == {"muted", "flow"}
    assert [pair.upper.field for pair in poor[:1]] == ["muted"]
    assert all(pair.ratio < pair.least for pair in poor)
    shares = [pair.ratio / pair.least for pair in poor]
    assert shares == sorted(shares)


@pytest.mark.parametrize("theme", BUILT_IN)
@pytest.mark.parametrize("name", VIEWS)
def test_every_text_of_a_picture_can_be_read(told: Journey, name: str, theme: str) -> None:
    assert view(name).lacks(told) == ""
    drawing = drawn(told, name, theme=built_in(theme))
    found = list(texts(drawing))
    assert len(found) > 20
    assert [text for text, ratio in found if ratio < TEXT] == []
    if theme == "print":
        assert {one for one in colours(drawing) if not is_grey(one)} == set()


def is_grey(colour: str) -> bool:
    return colour[1:3] == colour[3:5] == colour[5:7]


def test_print_has_no_colour() -> None:
    theme = built_in("print")
    values = [*theme, *theme.moods, *(one for stage in theme.stages for one in stage)]
    found = [one for one in values if isinstance(one, str) and one.startswith("#")]
    assert len(found) > 25
    assert [one for one in found if not is_grey(one)] == []


@pytest.mark.parametrize("name", BUILT_IN)
def test_each_feeling_has_a_look_of_its_own(name: str) -> None:
    theme = built_in(name)
    looks = {
        (shape.fill, shape.stroke, shape.pen)
        for shape in drawn(journey(FEELINGS), theme=theme).shapes
        if shape.role == "feeling" and not shape.group.startswith("legend")
    }
    assert len(looks) == 5


def test_the_companys_steps_are_hatched_where_their_ground_does_not_tell() -> None:
    plain, print = (drawn(journey(COMPANY), theme=built_in(name)) for name in ("light", "print"))
    assert [path for path in plain.paths if path.role == "hatch"] == []
    hatched = [path for path in print.paths if path.role == "hatch"]
    assert [path.group.partition("-")[0] for path in hatched] == ["step"] * 3 + ["legend"]
    for path in hatched:
        (card,) = [
            shape
            for shape in print.shapes
            if shape.group == path.group and shape.role in ("card", "company")
        ]
        assert card.fill == "none"  # else it would cover the hatching
        text = next(one for one in print.shapes if one.group == path.group and one.text)
        for x, y in path.points:
            assert card.x <= x <= (text.x if text.role == "text" else card.x + card.width)
            assert card.y <= y <= card.y + card.height


def seen(theme: Theme) -> list[tuple[str, ...]]:
    """What is told apart: the stages, the feelings, the lines, and what is good from bad."""
    return [
        tuple(stage.strong for stage in theme.stages),
        theme.moods,
        (theme.flow, theme.loop, theme.jump, theme.leave, theme.moment),
        (theme.pain, theme.idea),
    ]


@pytest.mark.parametrize("vision", VISIONS)
def test_colorblind_is_told_apart_with_any_cones(vision: str) -> None:
    differences = [least_difference(kinds, vision) for kinds in seen(built_in("colorblind"))]
    assert min(differences) >= 15


def test_light_is_not_told_apart_without_the_cones_for_green() -> None:
    assert least_difference(seen(LIGHT)[0], "deuteranopia") < 5


def test_neighbours_of_colorblind_differ_in_lightness_too() -> None:
    theme = built_in("colorblind")
    strong = [stage.strong for stage in theme.stages]
    for kinds in ([*strong, strong[0]], theme.moods):
        lightness = [lab(colour)[0] for colour in kinds]
        assert min(abs(one - other) for one, other in pairwise(lightness)) >= 5
