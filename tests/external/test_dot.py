"""The system's Graphviz and the bundled engine draw one picture.

It fails where ``dot`` is not installed: then there is nothing that it could have shown.
"""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeyctl.outputs.engine import bounded_dpi, draw
from journeyctl.outputs.engines import engines
from journeyctl.renderers.dot import Engine, dot, printable
from journeyctl.renderers.svg import finish
from journeyctl.views.drawing import Drawing
from tests.outputs.png import read
from tests.renderers.drawings import drawing, path, shape, whole, words

NEAR = 0.6
"""Points that the engines may be apart."""

# Newer Graphviz draws a head's line inside of its tip, older ones around it.
HEAD_NEAR = 2.0

NUMBERS = {"x", "y", "width", "height", "rx", "ry", "cx", "cy", "points", "d"}


def drawn(made: Drawing, engine: Engine) -> ElementTree.Element:
    text = finish(made, draw(dot(made, engine), "svg", engine=engine))
    return ElementTree.fromstring(text)  # noqa: S314  (it is our own)


def numbers(text: str) -> list[float]:
    return [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", text)]


def test_same_structure_and_geometry() -> None:
    ours, theirs = drawn(whole(), "bundled"), drawn(whole(), "dot")
    pairs = list(zip(ours.iter(), theirs.iter(), strict=True))
    assert len(pairs) > 40
    for one, other in pairs:
        assert (one.tag, one.text, sorted(one.attrib)) == (
            other.tag, other.text, sorted(other.attrib)
        )  # fmt: skip
        if (one.get("class") or "").endswith("head"):
            assert (
                abs(max(numbers(one.attrib["points"])) - max(numbers(other.attrib["points"])))
                <= HEAD_NEAR
            )
            continue
        for key, value in one.attrib.items():
            if key not in NUMBERS:
                assert value == other.attrib[key]
                continue
            for mine, its in zip(numbers(value), numbers(other.attrib[key]), strict=True):
                assert abs(mine - its) <= NEAR, (one.attrib, other.attrib)


@pytest.mark.parametrize("engine", ["bundled", "dot"])
def test_same_size_and_order_in_the_png(engine: Engine) -> None:
    made = drawing(
        shape("card", place=(60, 60, 60, 60), fill="#00ff00", line="none"),
        shape("back", place=(20, 20, 140, 140), fill="#0000ff", line="none", role="panel"),
        paths=(path("way", ((0, 90), (200, 90)), stroke="#ff0000", arrow="none", pen=10),),
        size=(200, 180),
    )
    picture = read(draw(dot(made, engine), "png", engine=engine, dpi=72))
    assert (picture.width, picture.height) == (200, 180)
    places = ((10, 10), (30, 30), (40, 90), (90, 90))
    assert [picture.at(*place) for place in places] == [
        (255, 255, 255), (0, 0, 255), (255, 0, 0), (0, 255, 0)
    ]  # fmt: skip


@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=30))
@example("\\N \\G %  <b>x</b> &#106; \\")
@settings(max_examples=40)
def test_any_label_comes_out_as_it_is(text: str) -> None:
    root = drawn(drawing(shape("a", text=words(text))), "dot")
    found = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert found == ([printable(text)] if text.strip() else [])


def test_a_bounded_png_is_within_its_bounds() -> None:
    made = drawing(shape("a"), size=(72_000, 72))
    dpi = bounded_dpi(72_000, 72, 144)
    assert read(draw(dot(made), "png", engine="dot", dpi=dpi)).width <= 16_384


def test_doctor_finds_it_with_its_fonts() -> None:
    system = engines()[1]
    assert Path(system.path).name == "dot"
    assert re.fullmatch(r"\d+\.\d+(\.\d+)*", system.version)
    assert (system.problem, system.help) == ("", "")
    assert len(system.fonts) > 1
