"""Bad input: each a clear finding or a right picture, never a traceback, never half a file."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import GOOD, Run

HARD = [
    "<script>alert(1)</script>",
    "&amp; &lt; &#55296; &#x09;",
    "\"quotes\" 'single' “curly”",
    "\\N \\G \\L \\\\ \\",
    "| pipes { braces } [brackets]",
    "%s %d 100% %(x)s {x} {{ x }} {% x %}",
    "مرحبا שלום",
    "👩‍💻 ✓ ★ 漢字 ไทย",
    "[/foo] [bold red]x[/]",
    "]]> --> <!-- <![CDATA[",
    "a\u0301\u0302\u0303 \u00a0 \u3000",
    "สวัสดีครับ हिन्दी",
    "javascript:alert(1)",
]


def drawn(svg: str) -> str:
    """All texts of a picture that is whole XML."""
    return "".join(ElementTree.fromstring(svg).itertext())  # noqa: S314  (a picture of ours)


@pytest.mark.parametrize("label", HARD)
def test_a_hard_label_is_drawn_as_it_is(label: str, cli: Run) -> None:
    text = f'journey: X\n\nstage awareness: A\n  - "{label.replace(chr(34), chr(34) * 2)}"\n'
    outcome = cli("render", "-", given=text)
    assert outcome.code == 0
    assert label.split()[0] in drawn(outcome.out)
    assert cli("render", "-", "-f", "png", given=text).code == 0
    assert cli("report", "-", given=text).code == 0


@pytest.mark.parametrize(
    ("data", "place", "kind"),
    [
        (b"", "1:1", "empty-file"),
        (b"\xef\xbb\xbf", "1:1", "empty-file"),
        (b"\xff\xfej\0", "", "not-utf8"),
        (b"journey: X\nstage a\n  - caf\xe9\n", "3:8", "not-utf8"),
        (b"journey: X\nstage a\n  - a\0b\n", "3:6", "not-text"),
        (b"\x7fELF\2\1\1\0\0\0", "1:8", "not-text"),
        (b"\x89PNG\r\n\x1a\n", "1:1", "not-utf8"),
        (b"journey: X\nstage a\n  - red \x1b[31m\n", "3:9", "forbidden-character"),
        ("journey: X\nstage a\n  - \u202egnp.exe\n".encode(), "3:5", "direction-character"),
        ("journey: X\nstage a\n  - \ufffe\n".encode(), "3:5", "forbidden-character"),
        (b"journey: X\nstage a\n  - " + b"a" * 1_000_000 + b"\n", "3:1", "too-long"),
        (b"journey: X\nstage a\n  - " + b"a" * 80_000 + b" :9\n", "3:1", "too-long"),
        (b"journey: X\nstage a\n \t- b\n", "3:1", "mixed-indent"),
    ],
)
def test_bad_bytes_are_a_clear_finding(data: bytes, place: str, kind: str, cli: Run) -> None:
    outcome = cli("check", "-", given=data)
    start = f"<stdin>:{place}: " if place else "<stdin>: "
    lines = outcome.out.splitlines()
    assert [line for line in lines if line.startswith(start) and line.endswith(f" {kind}]")]
    assert "\x1b" not in outcome.out
    assert "\u202e" not in outcome.out
    assert max(map(len, lines)) < 1_000
    assert (
        cli("render", "-", "-f", "dot", given=data).code
        == cli("report", "-", given=data).code
        == outcome.code
    )


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r\n", 3),
        "\ufeff" + GOOD,
        GOOD.replace("  -", "\t-"),
        GOOD.rstrip("\n"),
    ],
)
def test_line_ends_tabs_and_marks_do_not_change_the_picture(text: str, cli: Run) -> None:
    assert cli("check", "-", given=text.encode()).code == 0
    picture = cli("render", "-", given=text.encode()).out
    # What it is made from is told, and that is another text where more than its line ends differ.
    assert re.sub(" from .{16} ", "", picture) == re.sub(
        " from .{16} ", "", cli("render", "-", given=GOOD).out
    )


def test_a_file_that_was_there_stays_when_nothing_can_be_drawn(cli: Run) -> None:
    Path("good.journey").write_bytes(b"\xff\xfe\0")
    Path("good.flow.svg").write_text("old")
    assert cli("render", "good.journey").code == 2
    assert Path("good.flow.svg").read_text() == "old"
    assert not [path for path in Path().iterdir() if path.name.startswith(".")]


def test_the_same_bytes_from_any_folder(cli: Run) -> None:
    Path("deep/er").mkdir(parents=True)
    Path("deep/er/good.journey").write_text(GOOD)
    cli("render", "good.journey", "deep", "-f", "svg,png,dot")
    for ending in ("svg", "png", "dot"):
        one = Path(f"good.flow.{ending}").read_bytes()
        assert one == Path(f"deep/er/good.flow.{ending}").read_bytes()
