"""The system's Graphviz and the bundled engine draw one picture.

It fails where ``dot`` is not installed: then there is nothing that it could have shown.
"""

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeyctl import doctor
from journeyctl.outputs import process
from journeyctl.outputs.engine import bounded_dpi, draw
from journeyctl.renderers.dot import Engine, dot
from journeyctl.views.catalogue import VIEWS, view
from tests.outputs.png import read
from tests.renderers.drawings import drawing, path, shape, whole, words
from tests.renderers.graphviz import differences
from tests.views.drawn import drawn, journey

ROOT = Path(__file__).parents[2]
ENGINES: tuple[Engine, ...] = ("bundled", "dot")


@pytest.mark.parametrize("engine", ENGINES)
def test_both_draw_what_the_svg_shows(engine: Engine) -> None:
    """Every form, line and text of every view of the samples stands where the drawing has it."""
    assert differences(whole(), engine) == []
    pictures = 0
    for file in sorted((ROOT / "samples").glob("*.journey")):
        told = journey(file.read_text("utf-8"))
        for name in VIEWS:
            if not view(name).lacks(told):
                assert differences(drawn(told, name), engine) == [], (file.name, name)
                pictures += 1
    assert pictures > 50


@pytest.mark.parametrize("engine", ENGINES)
def test_same_size_and_order_in_the_png(engine: Engine) -> None:
    made = drawing(
        shape("card", place=(60, 60, 60, 60), fill="#00ff00", line="none"),
        shape("back", place=(20, 20, 140, 140), fill="#0000ff", line="none", role="panel"),
        paths=(path("way", ((0, 90), (200, 90)), stroke="#ff0000", arrow="none", pen=10),),
        size=(200, 180),
    )
    picture = read(draw(dot(made, engine), engine=engine, dpi=72))
    assert (picture.width, picture.height) == (200, 180)
    places = ((10, 10), (30, 30), (40, 90), (90, 90))
    assert [picture.at(*place) for place in places] == [
        (255, 255, 255), (0, 0, 255), (255, 0, 0), (0, 255, 0)
    ]  # fmt: skip


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=30))
@example("\\N \\G %  <b>x</b> &#106; \\")
@settings(max_examples=40)
def test_any_label_comes_out_as_it_is(text: str) -> None:
    assert differences(drawing(shape("a", text=words(text))), "dot") == []


def test_a_bounded_png_is_within_its_bounds() -> None:
    made = drawing(shape("a"), size=(72_000, 72))
    dpi = bounded_dpi(72_000, 72, 144)
    assert read(draw(dot(made), engine="dot", dpi=dpi)).width <= 16_384


def test_no_file_is_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No ``image`` is ever written; and if one were, the engine would not look for it."""
    text = dot(drawing(shape("a", text=words("yes"), fill="none")), "dot")
    picture = tmp_path / "secret.png"
    picture.write_bytes(draw(text, engine="dot"))
    smuggled = text.replace('"a" [', f'"a" [image="{picture}" ')
    assert draw(smuggled, engine="dot") == picture.read_bytes()
    monkeypatch.setattr(process, "_SET", {})
    assert draw(smuggled, engine="dot") != picture.read_bytes()


def test_doctor_finds_it_with_its_fonts(capsys: pytest.CaptureFixture[str]) -> None:
    doctor.main()
    told = capsys.readouterr().out
    assert re.search(r"^ok +engine dot: \d+\.\d+(\.\d+)* \(/.*dot\)$", told, re.MULTILINE)
    assert re.search(r"^ok +system fonts: ", told, re.MULTILINE)
