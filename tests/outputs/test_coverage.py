"""What the bundled engine's font lacks, held against what the engine draws."""

import unicodedata

import pytest

from journeyctl.outputs import coverage
from journeyctl.outputs.coverage import missing
from journeyctl.outputs.engine import draw
from journeyctl.renderers.dot import dot
from journeyctl.views.drawing import Lines, Shape
from tests.outputs.png import read
from tests.renderers.drawings import drawing, shape, words

CELL, ACROSS = 24, 40


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("Plain ASCII, all of it ~", ""),
        ("Ángel, Łódź, Tiếng Việt, œuvre", ""),
        ("Привет, Ґанок · Ελληνικά · שלום", ""),
        ("“quoted” – long — … • → € ₱ № ™ ½", ""),
        ("e\u0301 n\u0308", ""),
        ("日本 and 日", "日本"),
        ("done ✓ ★ 😀", "✓★😀"),
        ("👩\u200d💻 ❤\ufe0f", "👩💻❤"),
        ("ไทย", "ไทย"),
        ("مرحبا", "مرحبا"),
        ("\u200fabc\u202a", ""),
    ],
)
def test_missing(text: str, lacking: str) -> None:
    assert missing(text) == lacking


def sample() -> list[str]:
    """The first and last character of each range of the table, and their neighbours."""
    starts, ends = coverage._ranges()
    codes = {code + by for code in (*starts, *ends) for by in (-1, 0, 1)}
    return [char for char in map(chr, sorted(codes)) if not _alone(char)]


def _alone(char: str) -> bool:
    """Whether it is nothing to see, or is set with what stands before or decomposed."""
    kind = unicodedata.category(char)
    return kind[0] in "CMZ" or unicodedata.decomposition(char) != ""


def cells(chars: list[str], *, bold: bool) -> list[bytes]:
    """The pixels of each character."""
    shapes: list[Shape] = []
    for index, char in enumerate(chars):
        down, across = divmod(index, ACROSS)
        text = Lines((char,), (12.0,), 12, bold, "#000000", "left")
        place = (across * CELL + 6.0, down * CELL + 4.0, 16.0, 16.0)
        shapes.append(shape(f"c{index}", "text", place, text=text))
    rows = -(-len(chars) // ACROSS)
    made = drawing(*shapes, size=(ACROSS * CELL, rows * CELL))
    picture = read(draw(dot(made), dpi=72))
    return [
        picture.cut(index % ACROSS * CELL, index // ACROSS * CELL, CELL, CELL)
        for index in range(len(chars))
    ]


@pytest.mark.parametrize("bold", [False, True])
def test_the_engine_draws_boxes_for_just_these(bold: bool) -> None:
    chars = ["\u4e00", *sample()]
    box, *drawn = cells(chars, bold=bold)
    boxed = {char for char, cell in zip(chars[1:], drawn, strict=True) if cell == box}
    assert len(boxed) > 50
    assert len(drawn) - len(boxed) > 100
    wrong = boxed ^ set(missing("".join(chars[1:])))
    assert wrong == set(), sorted(f"{ord(char):x}" for char in wrong)


def test_hebrew_is_set_from_right_to_left() -> None:
    """Of a short letter and a tall one, the tall one stands where it is written: on the left."""
    text = words("\u05d5\u05dc", size=20, align="left")
    made = drawing(shape("a", "text", (20, 20, 40, 40), text=text), size=(60, 60))
    picture = read(draw(dot(made), dpi=72))
    left, right, top, _ = picture.ink(0, 0, 60, 60)
    middle = (left + right) // 2
    assert picture.ink(left, 0, middle - left, 60)[2] == top
    assert picture.ink(middle + 1, 0, right - middle, 60)[2] > top + 2


def test_words_after_hebrew_stand_on_its_left() -> None:
    """As in a browser and with the system's engine; the bundled one needs to be told."""

    def columns(text: str) -> tuple[int, int]:
        label = words(text, size=20, align="left")
        made = drawing(shape("a", "text", (20, 20, 160, 40), text=label))
        picture = read(draw(dot(made), dpi=72))
        left, right, _, _ = picture.ink(0, 0, 300, 100)
        third = (right - left) // 3
        # A row of dots has little ink.
        return (
            sum(picture.cut(left, 0, third, 100)[::4]),
            sum(picture.cut(right - third, 0, third, 100)[::4]),
        )

    left, right = columns("\u05de\u05de\u05de ....")
    assert left > right
    left, right = columns("MMM ....")
    assert left < right
