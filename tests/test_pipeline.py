"""The whole way, where no command's test goes."""

import struct

import pytest

from journeyctl.outputs import engine
from journeyctl.pipeline import Options, check, draw
from journeyctl.source import Source


def test_a_png_that_would_be_too_large_has_fewer_dots_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engine, "MAX_PIXELS", 200_000)
    journey, _ = check(Source("a.journey", "journey: A\nstage one\n  - See it\n"))
    drawn, found = draw(journey, ["png", "svg"], Options(dpi=600))
    wide, high = struct.unpack(">II", drawn["png"][16:24])
    assert 100_000 < wide * high <= 200_000
    assert [(one.kind.name, one.severity, one.path) for one in found] == [
        ("picture-scaled", "warning", "a.journey")
    ]
    assert found[0].message.startswith("The PNG would be too large with 600 dots an inch: it has ")
    assert "<svg" in drawn["svg"].decode()
