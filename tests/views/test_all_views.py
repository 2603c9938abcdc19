"""What holds for every view that there is: on the samples, on a journey meant to break pictures,
on journeys nobody tuned a view to, and on hardly any journey at all."""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from journeyctl.glyphs import without_glyphs
from journeyctl.kinds import NO_GLYPHS
from journeyctl.model.journey import Journey
from journeyctl.rules import check
from journeyctl.views.catalogue import VIEWS, view
from journeyctl.views.drawing import Drawing
from tests.generate import generate
from tests.stress import SCRIPTS, STAGES, STEPS, stress
from tests.views import geometry
from tests.views.drawn import drawn, journey

SAMPLES = Path(__file__).parents[2] / "samples"
TEXTS = {
    **{path.stem: path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.journey"))},
    **{f"seed {seed}": generate(Random(seed)) for seed in range(2)},
    "stress": stress(),
}
LANDSCAPE, UPRIGHT = (16 / 9, 1.414), 0.707
HARDLY = {
    "nothing": "",
    "only a title": "journey: A\n",
    "no title": "stage one\n  - See it @ann #web :4\n",
    "empty stages": "journey: A\nstage one\nstage two\n",
    "a stage without a step": "stage one\n  - See it @ann #web :4\nstage two\n",
    "bought": "stage awareness\n  - See it\nstage purchase\n  - Buy it\nstage loyalty\n  - Use\n",
    "one step": "journey: A\nstage one\n  - See it\n",
    "nobody": "journey: A\nstage one\n  - See it #web\nstage two\n  - Buy it #shop\n",
    "only the company": "actor us\n  side: company\nstage one\n  - See it @us\n",
    "no stage": "- See it @ann #web :4\n",
}  # fmt: skip


@cache
def told(name: str) -> Journey:
    return journey(TEXTS[name])


def faults(drawing: Drawing) -> list[str]:
    off = [one for one in geometry.spilled_texts(drawing) if one.endswith("off the page")]
    return [*off, *geometry.overlapping_texts(drawing)]


@cache
def picture(name: str, of: str) -> Drawing:
    return drawn(told(of), name)


@pytest.mark.parametrize("name", VIEWS)
def test_texts_are_apart_and_on_the_page(name: str) -> None:
    shown = 0
    for of in TEXTS:
        if view(name).lacks(told(of)):
            continue
        drawing = picture(name, of)
        assert faults(drawing) == [], of
        shown += sum(shape.text is not None for shape in drawing.shapes)
    assert shown > 500


@pytest.mark.parametrize("name", VIEWS)
def test_a_picture_comes_near_to_the_proportions_asked_for(name: str) -> None:
    """Across: 0.7 to 1.5 times as wide for its height. Upright: less wide than across."""
    ratios = []
    for ratio in (*LANDSCAPE, UPRIGHT):
        drawing = drawn(told("b2b-software"), name, ratio=ratio)
        assert faults(drawing) == [], ratio
        ratios.append(drawing.width / drawing.height)
    for found, ratio in zip(ratios, LANDSCAPE, strict=False):
        assert 0.7 <= found / ratio <= 1.5, ratio
    assert ratios[-1] < ratios[0]


@pytest.mark.parametrize("name", VIEWS)
def test_the_same_journey_is_the_same_drawing(name: str) -> None:
    assert drawn(journey(TEXTS["stress"]), name) == picture(name, "stress")


@pytest.mark.parametrize("name", VIEWS)
def test_a_hard_journey_can_be_read_upright(name: str) -> None:
    assert faults(drawn(told("stress"), name, ratio=UPRIGHT)) == []


@pytest.mark.parametrize("name", VIEWS)
def test_hardly_a_journey_is_drawn_or_refused_in_words(name: str) -> None:
    drawings = 0
    for of, text in HARDLY.items():
        lacking = view(name).lacks(journey(text))
        if lacking:
            assert lacking.endswith("."), of
            continue
        for ratio in (0.0, UPRIGHT):
            assert faults(drawn(journey(text), name, ratio=ratio)) == [], of
        drawings += 1
    assert 0 < drawings < len(HARDLY)


@pytest.mark.parametrize("name", VIEWS)
def test_a_png_with_boxes_for_letters_says_so(name: str) -> None:
    drawing = picture(name, "stress")
    (found,) = without_glyphs(told("stress").source, drawing, "bundled", ["png"])
    assert found.kind is NO_GLYPHS
    plain = picture(name, "b2c-online-shop")
    assert without_glyphs(told("b2c-online-shop").source, plain, "bundled", ["png"]) == []


def test_the_stress_journey_is_what_it_says() -> None:
    made = told("stress")
    steps = made.steps.values()
    assert (len(made.stages), len(steps)) == (STAGES, STEPS) == (12, 80)
    lengths = sorted(len(step.label) for step in steps)
    assert (lengths[0], lengths[-1]) == (1, 200)
    assert len(SCRIPTS) == 6
    assert {step.kind for step in steps} == {"step", "optional", "way", "part", "question"}
    assert {link.kind for link in made.links} == {"next", "answer", "arrow", "skip"}
    assert {"end", "leave"} <= made.points.keys()
    assert any(link.loop for link in made.links)
    assert [one.message for one in check(made) if one.severity == "error"] == []
