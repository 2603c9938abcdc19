"""A slice of ``python -m tests.fuzz``; long runs are for outside of the tests."""

import pytest

from tests import fuzz, fuzz_imports

COUNT = 250


def test_a_slice_of_mutated_journeys() -> None:
    bases = fuzz.bases()
    tried = set()
    for number in range(COUNT):
        text = fuzz.mutated(0, number, bases)
        fuzz.try_one(text)
        tried.add(text)
    assert len(tried) > 0.9 * COUNT


def test_a_slice_of_mutated_documents() -> None:
    bases = fuzz_imports.bases()
    for number in range(25):
        fuzz_imports.try_one(fuzz_imports.mutated(0, number, bases))


def test_an_input_is_made_from_its_seed_and_number_alone() -> None:
    bases = fuzz.bases()
    assert fuzz.mutated(3, 5, bases) == fuzz.mutated(3, 5, fuzz.bases())
    assert len({fuzz.mutated(seed, 5, bases) for seed in range(20)}) > 15


def test_a_failure_is_told_with_its_number(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(text: str) -> None:
        raise AssertionError("as it must")

    monkeypatch.setattr(fuzz, "try_one", fail)
    monkeypatch.setattr("sys.argv", ["fuzz", "--count", "2", "--first", "7", "--seed", "3"])
    assert fuzz.main() == 1
    out = capsys.readouterr().out
    assert "seed 3, number 7: " in out
    assert "AssertionError: as it must" in out
    assert out.endswith("seed 3: 2 inputs from 7, 2 failed\n")
