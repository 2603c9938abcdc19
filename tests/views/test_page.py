"""Pages: what is asked for, and that a drawing fills one exactly."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyctl.pipeline import Options, check, draw
from journeyctl.source import Source
from journeyctl.views.page import Page, fitted, page, smallest_type
from tests.renderers.drawings import drawing, shape, whole, words

MM = 72 / 25.4
JOURNEY = "journey: A\nstage one\n  - See it\nstage two\n  - Take it\n"


@pytest.mark.parametrize(
    ("asked", "wide", "high"),
    [
        ("slide", 960, 540),
        (" Slide ", 960, 540),
        ("a4", 297 * MM, 210 * MM),
        ("A3", 420 * MM, 297 * MM),
        ("1920x1080", 1440, 810),
        ("1920 x 1080 px", 1440, 810),
        ("297x210mm", 297 * MM, 210 * MM),
        ("297mm×21cm", 297 * MM, 210 * MM),
        ("8.5x11in", 612, 792),
        ("200x300pt", 200, 300),
    ],
)
def test_sizes(asked: str, wide: float, high: float) -> None:
    chosen = page(asked)
    assert isinstance(chosen, Page)
    assert (chosen.width, chosen.height) == pytest.approx((wide, high))
    assert chosen.dpi == (96 if asked.startswith("1920") else 0)


def test_paper_stands_where_stages_go_down() -> None:
    for name, stands in (("a4", True), ("a3", True), ("slide", False), ("800x600", False)):
        chosen = page(name, "down")
        assert isinstance(chosen, Page)
        assert (chosen.ratio < 1) is stands


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("a5", "Did you mean `a4`?"),
        ("", "`` is no size; there are slide, a4, a3, and a width"),
        ("1920", "is no size"),
        ("1920x", "is no size"),
        ("-5x5cm", "is no size"),
        ("10x10yd", "is no size"),
        ("1e9x5", "is no size"),
        ("0x0", "is too small or too large"),
        ("95x96", "is too small or too large"),
        ("201x5in", "is too small or too large"),
    ],
)
def test_refused(asked: str, said: str) -> None:
    refused = page(asked)
    assert isinstance(refused, str)
    assert said in refused


side = st.floats(72, 14_400)


@given(st.floats(50, 5_000), st.floats(50, 5_000), side, side)
def test_a_drawing_fills_its_page(wide: float, high: float, across: float, down: float) -> None:
    made = whole()._replace(width=wide, height=high)
    on = fitted(made, Page("", across, down))
    assert (on.width * on.scale, on.height * on.scale) == pytest.approx((across, down))
    assert on.width >= wide - 1e-6
    assert on.height >= high - 1e-6
    assert min(on.width - wide, on.height - high) == pytest.approx(0, abs=1e-6)
    right, lower = on.shapes[0].x - made.shapes[0].x, on.shapes[0].y - made.shapes[0].y
    assert right == pytest.approx((on.width - wide) / 2, abs=0.01)
    above = 0.4 if across >= down else 0
    assert lower == pytest.approx((on.height - high) * above, abs=0.01)
    for (x, y), (was_x, was_y) in zip(on.paths[1].points, made.paths[1].points, strict=True):
        assert (x - right, y - lower) == pytest.approx((was_x, was_y))


def test_the_smallest_type_is_that_on_paper() -> None:
    made = drawing(shape("a", text=words("x", size=8)), shape("b", text=words("y", size=7)))
    assert smallest_type(made._replace(scale=0.5)) == 3.5
    assert smallest_type(drawing(shape("c"))) == 0


@pytest.mark.parametrize(
    ("size", "dpi", "pixels"),
    [
        ("slide", 144, (1920, 1080)),
        ("a4", 300, (3508, 2480)),
        ("a3", 72, (1191, 842)),
        ("800x600", 96, (800, 600)),
        ("210x297mm", 100, (827, 1169)),
    ],
)
def test_every_format_has_the_size_of_the_page(
    size: str, dpi: int, pixels: tuple[int, int]
) -> None:
    chosen = page(size)
    assert isinstance(chosen, Page)
    journey, _ = check(Source("a.journey", JOURNEY))
    drawn, found = draw(journey, ["svg", "png", "pdf"], Options(size=chosen, dpi=dpi))
    assert found == []
    assert struct.unpack(">II", drawn["flow.png"][16:24]) == pixels
    wide, high = (f"{side:.2f}".rstrip("0").rstrip(".") for side in chosen[1:3])
    assert f' width="{wide}pt" height="{high}pt" ' in drawn["flow.svg"].decode()
    assert f"/MediaBox [0 0 {wide} {high}]".encode() in drawn["flow.pdf"]


def test_type_that_is_too_small_is_told() -> None:
    steps = "".join(f"stage s{number}\n  - Step {number}\n" for number in range(40))
    journey, _ = check(Source("a.journey", f"journey: A\n{steps}"))
    drawn, found = draw(journey, ["dot"], Options(size=Page("a4", 297 * MM, 210 * MM)))
    assert list(drawn) == ["flow.dot"]
    (told,) = found
    assert (told.kind.name, told.severity) == ("small-type", "warning")
    assert told.message.startswith("On `a4` the view `flow` has type of ")
    assert " times as wide and as high" in told.help
