"""What all the tests share: golden files, and property tests that try the same cases each time."""

import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent
ACCEPT = "--accept"

Golden = Callable[[str, str], None]

settings.register_profile("journeyctl", derandomize=True, deadline=None, database=None)
settings.load_profile("journeyctl")

# The modules and tests that are collected stay until the end: to look through them for what can be
# freed, again and again, is a tenth of the time.
gc.disable()


def pytest_collection_finish() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)
    gc.enable()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        ACCEPT, action="store_true", help="write the golden files anew; read their diff"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text, byte for byte, with the golden file at a path under ``tests/``."""
    accept = bool(request.config.getoption(ACCEPT))

    def compare(path: str, text: str) -> None:
        file = TESTS / path
        if accept:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
            return
        assert file.is_file(), f"{path} is missing: run pytest {ACCEPT} and read it"
        assert text == file.read_bytes().decode(), f"if it is better: pytest {ACCEPT}"

    return compare
