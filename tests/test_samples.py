"""Every sample is read, checked and reported; its warnings are exactly those listed here."""

from pathlib import Path

import pytest

from journeyctl.renderers.markdown import report
from tests.reading import Read, read
from tests.reports.shown import texts

SAMPLES = Path(__file__).parent.parent / "samples"

# What is found in each sample: code, line and message. That a journey as it is misses targets is
# what it is there to show; b2b-software says so in a comment, and is spared.
FINDINGS: dict[str, list[str]] = {
    "minimal": [],
    "b2b-classic": [],
    "b2b-omnichannel": [],
    "b2b-software": [],
    "b2b-workshop": [],
    "b2c-classic": [],
    "b2c-omnichannel": [],
    "b2c-online-shop": [
        "M002 19 `Tingkat konversi` misses its target: it is 2,3%, not >= 3%.",
        "M002 61 `Biaya per kunjungan` misses its target: it is Rp 1.850, not <= Rp 1.500.",
        "M002 78 `Waktu buka halaman` misses its target: it is 4,8 detik, not <= 2,5 detik.",
        "M002 94 `Keranjang ditinggalkan` misses its target: it is 68%, not < 60%.",
        "M002 127 `Tiba tepat waktu` misses its target: it is 91%, not >= 95%.",
        "M002 136 `Balasan pertama` misses its target: it is 42 menit, not <= 15 menit.",
        "M002 145 `Pembelian ulang` misses its target: it is 22%, not >= 30%.",
    ],
    "buyer-journey": [],
    "customer-journey": [],
}


def sample(name: str) -> Read:
    return read((SAMPLES / f"{name}.journey").read_text("utf-8"), f"samples/{name}.journey")


def test_every_sample_is_listed() -> None:
    assert sorted(FINDINGS) == sorted(path.stem for path in SAMPLES.glob("*.journey"))


@pytest.mark.parametrize("name", FINDINGS)
def test_a_sample_has_just_these_findings(name: str) -> None:
    found = [
        f"{one.kind.code} {one.source.line_column(one.start)[0]} {one.message}"
        for one in sample(name).findings
        if one.source
    ]
    assert found == FINDINGS[name]


@pytest.mark.parametrize("name", FINDINGS)
def test_a_sample_uses_all_that_it_declares(name: str) -> None:
    journey = sample(name).journey
    steps = journey.steps.values()
    people = {one.person for step in steps for one in step.people}
    people |= {key for step in steps for backstage in step.backstage for key in backstage.people}
    channels = {key for step in steps for key in step.channels}
    systems = {key for step in steps for key in step.systems}
    systems |= {key for step in steps for backstage in step.backstage for key in backstage.systems}
    assert people == journey.people.keys()
    assert channels == journey.channels.keys()
    assert systems == journey.systems.keys()


@pytest.mark.parametrize("name", FINDINGS)
def test_a_sample_is_reported_with_every_step(name: str) -> None:
    read = sample(name)
    shown = texts(report(read.journey, read.findings))
    assert len(read.journey.steps) >= 5
    for step in read.journey.steps.values():
        assert any(text.startswith(step.label) for text in shown), step.label
