"""The whole way, where no command's test goes."""

import struct

import pytest

from journeyctl.glyphs import without_glyphs
from journeyctl.outputs import engine, engines
from journeyctl.pipeline import Options, check, draw
from journeyctl.source import Source, Span
from tests.views.drawn import drawn


def test_what_the_fonts_of_either_engine_lack_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "which", lambda name: name)
    monkeypatch.setattr(engines, "said", lambda _: b":charset=20-7e 4f60\n:charset=a0\n")
    assert engines.without_font(["你", "好", "a"]) == ["好"]
    monkeypatch.setattr(engines, "said", lambda _: b"")
    assert engines.without_font(["你"]) == []
    source = Source("a.journey", "journey: A\nstage one\n  - Say 你好\n")
    journey, _ = check(source)
    (told,) = without_glyphs(source, drawn(journey), "bundled", ["svg", "png"])
    assert (told.kind.name, told.span) == ("no-glyphs", Span(29, 31))


def test_a_limit_on_steps_holds_for_small_journeys_too() -> None:
    journey, _ = check(Source("a.journey", "journey: A\nstage one\n  - b\n  - c\n"))
    drawn, found = draw(journey, ["dot"], Options(most_steps=1))
    assert (drawn, [one.kind.name for one in found]) == ({}, ["too-many-steps"])


def test_a_png_that_would_be_too_large_has_fewer_dots_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "MAX_PIXELS", 200_000)
    journey, _ = check(Source("a.journey", "journey: A\nstage one\n  - See it\n"))
    drawn, found = draw(journey, ["png", "svg"], Options(dpi=600))
    wide, high = struct.unpack(">II", drawn["flow.png"][16:24])
    assert 100_000 < wide * high <= 200_000
    assert [(one.kind.name, one.severity, one.path) for one in found] == [
        ("picture-scaled", "warning", "a.journey")
    ]
    assert found[0].message.startswith("The PNG would be too large with 600 dots an inch: it has ")
    assert "<svg" in drawn["flow.svg"].decode()


def test_rows_of_the_map_with_nothing_to_show_are_told() -> None:
    journey, _ = check(Source("a.journey", "journey: A\nstage a\n  - x :3\n      pain: p\n"))
    some = Options(views=("map",), rows=("pains", "content", "goal"))
    drawn, found = draw(journey, ["svg"], some)
    assert [one.kind.name for one in found] == ["view-left-out"]
    assert "`content`, `goal`" in found[0].message
    assert list(drawn) == ["map.svg"]
    drawn, found = draw(journey, ["svg"], some._replace(rows=("content",)))
    assert [one.kind.name for one in found] == ["nothing-to-draw"]
    assert drawn == {}
