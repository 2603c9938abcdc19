"""Widths and line breaks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl.direction import isolated, unmarked
from journeyctl.fonts import unwrapped, width, wrap

EXACT = {"Hello world": 59.3555, "Привет": 40.5469, "Ελλάδα": 40.5586}


@pytest.mark.parametrize(("text", "points"), EXACT.items())
def test_widths_are_those_of_the_font(text: str, points: float) -> None:
    assert width(text, 12) == pytest.approx(points, abs=0.01)


def test_bold_is_wider_and_scales() -> None:
    assert width("Journey", 12, bold=True) > width("Journey", 12)
    assert width("Journey", 24) == pytest.approx(2 * width("Journey", 12))


def test_wide_characters_take_a_whole_em_and_marks_nothing() -> None:
    assert width("你好", 10) == pytest.approx(20)
    assert width("e\u0301", 10) == width("e", 10)


def test_words_are_kept_whole_where_they_fit() -> None:
    assert wrap("Meet us at an industry event", 90, 11) == ("Meet us at an", "industry event")
    assert wrap("very-long-hyphenated", 60, 11) == ("very-long-", "hyphenated")
    assert wrap("", 60, 11) == ("",)


def test_an_emoji_keeps_its_skin_and_its_family() -> None:
    for one in ("👍🏽", "👩\u200d👧"):
        assert wrap(one * 3, 20, 11) == (one,) * 3


def test_what_does_not_fit_ends_in_dots() -> None:
    lines = wrap("one two three four five six seven", 40, 10, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.text(max_size=120), st.floats(30, 300), st.booleans())
def test_lines_fit_and_nothing_is_lost(text: str, room: float, bold: bool) -> None:
    lines = wrap(text, room, 11, bold=bold)
    told = unmarked(unwrapped(lines))
    assert "".join(told.split()) == "".join(unmarked(text).split())
    for line in lines:
        # One letter with its marks is never broken, however narrow the room.
        assert width(line, 11, bold=bold) <= room + 0.01 or len(line) < 40


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.text(max_size=200), st.integers(1, 4))
def test_never_more_lines_than_allowed(text: str, most: int) -> None:
    assert len(wrap(text, 60, 11, most=most)) <= most


def test_no_break_spaces_hold_words_together_while_there_is_room() -> None:
    text = "Leads: 42 → ≥\u00a060 a\u00a0month"
    for room in range(50, 130, 5):
        lines = wrap(text, float(room), 11.0)
        assert any("≥\u00a060" in line for line in lines)
        assert all(width(line, 11.0) <= room for line in lines)
    assert wrap("one\u00a0two three", 30.0, 11.0) == ("one", "two", "three")


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("internationalization", ("interna‐", "tionaliza‐", "tion")),
        ("Электрификация,", ("Элект‐", "рифика‐", "ция,")),
        ("through", ("through",)),
        ("?" * 12, ("?" * 7, "?" * 5)),
        ("1 internationalization", ("1 inter‐", "nationali‐", "zation")),
        ("Stra\u0308\u00dfenbahn", ("Stra\u0308\u00dfen‐", "bahn")),
        ("jane.doe@example.com", ("jane.", "doe@", "example.", "com")),
        ("item_2026_long.pdf", ("item_", "2026_", "long.pdf")),
        ("AB1234567890", ("AB1234", "567890")),
        ("客户旅程地图", ("客户旅程", "地图")),
    ],
)
def test_a_word_that_is_too_wide_is_broken_with_a_hyphen_and_an_address_at_its_signs(
    word: str, lines: tuple[str, ...]
) -> None:
    assert wrap(word, 45.0, 11.0) == lines
    assert max(width(line, 11.0) for line in lines) <= 45.0


@pytest.mark.parametrize("word", ["internationalization", "Kunden", "Konfigurasi-nya", "Ελλάδα"])
def test_lines_of_a_word_fit_in_any_room_and_are_one_word_again(word: str) -> None:
    for room in range(24, 110):
        lines = wrap(word, float(room), 11.0)
        assert max(width(line, 11.0) for line in lines) <= room
        assert unwrapped(lines).replace("- ", "-") == word


def test_lines_of_a_text_that_runs_to_the_left_do_so_too() -> None:
    assert wrap("לקוח IT", 32.0, 11.0) == ("לקוח", "\u2067IT\u2069")
    lines = wrap(f"back to {isolated('לקוח חדש')} now", 70.0, 11.0)
    assert lines == ("back to \u2067לקוח\u2069", "\u2067חדש\u2069 now")
    assert unwrapped(lines) == "back to \u2067לקוח חדש\u2069 now"


def test_vowels_of_thai_and_lao_stay_with_their_consonants() -> None:
    """Those that are written before it, and those that are written behind it."""
    for word in ("ทำงานเช้าก่อนเข้าใจไม่แพง", "ເຮັດວຽກໃນຕອນເຊົ້າ"):
        for room in (20.0, 30.0, 45.0):
            for line in wrap(word, room, 11.0):
                assert line[-1] not in "เแโใไເແໂໃໄ"
                assert line[0] not in "ะาำๅๆະາຳຽໆ"
