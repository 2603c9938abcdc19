"""Numbers, counts, lists and durations, as each language writes them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl.words import words_for

DAY = 24 * 60
WEEK, MONTH, YEAR = 7 * DAY, 30 * DAY, 365 * DAY
MINUTES = {"minute": 1, "hour": 60, "day": DAY, "week": WEEK, "month": MONTH, "year": YEAR}


@pytest.mark.parametrize(
    ("asked", "found"),
    [("en", "en"), ("id", "id"), ("id-ID", "id"), ("FIL", "fil"), ("tl_PH", "fil"), ("", "en"),
     ("de", "en")],
)  # fmt: skip
def test_a_language_is_found_by_its_tag(asked: str, found: str) -> None:
    assert words_for(asked).language == found


@pytest.mark.parametrize(
    ("low", "high", "english", "indonesian", "filipino"),
    [
        (10, 10, "10 minutes", "10 menit", "10 minuto"),
        (1, 1, "1 minute", "1 menit", "1 minuto"),
        (0, 0, "0 minutes", "0 menit", "0 minuto"),
        (90, 90, "90 minutes", "90 menit", "90 minuto"),
        (2 * WEEK, 4 * WEEK, "2–4 weeks", "2–4 minggu", "2–4 linggo"),
        (6 * MONTH, 12 * MONTH, "6–12 months", "6–12 bulan", "6–12 buwan"),
        (3 * DAY, 3 * DAY, "3 days", "3 hari", "3 araw"),
        (YEAR, YEAR, "1 year", "1 tahun", "1 taon"),
        (0, 3 * DAY, "up to 3 days", "hingga 3 hari", "hanggang 3 araw"),
        (3 * DAY, None, "3 days or more", "3 hari atau lebih", "3 araw o higit pa"),
        (178 * DAY, 356 * DAY, "about 6–12 months", "sekitar 6–12 bulan", "mga 6–12 buwan"),
        (100, 100, "100 minutes", "100 menit", "100 minuto"),
        (200, 200, "about 3 hours", "sekitar 3 jam", "mga 3 oras"),
        (0.5, 2, "about 0.5–2 minutes", "sekitar 0,5–2 menit", "mga 0.5–2 minuto"),
        (10, 3 * DAY, "10 minutes to 3 days", "10 menit sampai 3 hari",
         "10 minuto hanggang 3 araw"),
    ],
)  # fmt: skip
def test_durations(
    low: float, high: float | None, english: str, indonesian: str, filipino: str
) -> None:
    told = [words_for(language).duration(low, high) for language in ("en", "id", "fil")]
    assert told == [english, indonesian, filipino]


@settings(max_examples=200)
@given(st.integers(0, 5 * YEAR), st.integers(0, 5 * YEAR))
def test_a_duration_is_right_and_its_numbers_are_small(one: int, other: int) -> None:
    low, high = min(one, other), max(one, other)
    told = words_for("en").duration(low, high)
    assert all(int(number) <= 180 for number in re.findall(r"\d+", told))
    exact = re.fullmatch(r"(?:(\d+)–)?(\d+) (\w+?)s?", told)
    if exact:
        unit = MINUTES[exact[3]]
        assert int(exact[2]) * unit == high
        assert int(exact[1] or exact[2]) * unit == low
    about = re.fullmatch(r"about (?:(\d+)–)?(\d+) (\w+?)s?", told)
    if about:
        unit = MINUTES[about[3]]
        assert abs(int(about[2]) * unit - high) <= unit / 2
        assert abs(int(about[1] or about[2]) * unit - low) <= unit / 2
    assert exact or about or re.match(r"up to |.+ to .+", told), told


@pytest.mark.parametrize(
    ("value", "english", "indonesian", "filipino"),
    [
        (4.8, "4.8", "4,8", "4.8"),
        (2.0, "2", "2", "2"),
        (1240, "1,240", "1.240", "1,240"),
        (1234567.25, "1,234,567.3", "1.234.567,3", "1,234,567.3"),
        (-0.01, "0", "0", "0"),
    ],
)
def test_numbers(value: float, english: str, indonesian: str, filipino: str) -> None:
    told = [words_for(language).number(value) for language in ("en", "id", "fil")]
    assert told == [english, indonesian, filipino]


def test_counts_have_the_plural_of_the_language() -> None:
    english, indonesian = words_for("en"), words_for("id")
    assert english.counted("count.stage", 1) == "1 stage"
    assert english.counted("count.stage", 2) == "2 stages"
    assert english.counted("count.step", 0) == "0 steps"
    assert indonesian.counted("count.stage", 2) == "2 tahap"


def test_lists_are_joined_as_the_language_does() -> None:
    told = [words_for(language).listing(["a", "b", "c"]) for language in ("en", "id", "fil")]
    assert told == ["a, b and c", "a, b, dan c", "a, b, at c"]
    english = words_for("en")
    assert [english.listing(parts) for parts in ([], ["a"], ["a", "b"])] == ["", "a", "a and b"]
    assert english.listing(["a", "b", "c"], "or") == "a, b or c"


def test_a_journey_is_named_by_its_kind() -> None:
    english, indonesian = words_for("en"), words_for("id")
    assert english.kind_of_journey("b2b", "customer", "as-is") == (
        "B2B customer journey, as it is today"
    )
    assert english.kind_of_journey("", "buyer", "") == "Buyer journey"
    assert indonesian.kind_of_journey("b2c", "customer", "") == "Perjalanan pelanggan B2C"


def test_values_with_braces_are_not_filled_in_again() -> None:
    assert words_for("en").text("said.quote", text="{count}") == "“{count}”"
