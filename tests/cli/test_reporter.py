"""Findings as people see them: exact text, and the same text under the colours."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl.diagnostics import Diagnostic, Kind, Label, at
from journeyctl.reporters import terminal
from journeyctl.reporters.full import WINDOW
from journeyctl.reporters.text import cut, layout, shown
from journeyctl.source import Source, Span
from tests.conftest import Golden

ERROR = Kind("T001", "test-error", "error")
WARNING = Kind("T002", "test-warning", "warning")
HINT = Kind("T003", "test-hint", "hint")

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def report(*findings: Diagnostic) -> str:
    stream = io.StringIO()
    terminal.show(findings, stream)
    return stream.getvalue()


def found(
    text: str, part: str, kind: Kind = ERROR, *, help: str = "", label: str = ""
) -> Diagnostic:
    """A finding that points at the first place of a part of the text."""
    start = text.index(part)
    span = Span(start, start + len(part))
    return at(kind, Source("a.journey", text), span, "Wrong.", help=help, label=label)


def test_a_finding_shows_its_line_and_the_second_place(golden: Golden) -> None:
    text = (
        "journey: X\nactor marketing: Marketing\n" + "\n" * 8 + "stage a\n  - Meet @marketng #web\n"
    )
    source = Source("a b.journey", text)
    first = text.index("marketing")
    second = text.index("@marketng")
    finding = at(
        ERROR,
        source,
        Span(second, second + 9),
        "Nobody is called marketng.",
        help="Did you mean marketing?",
        others=[
            Label(Span(first, first + 9), "this one is declared"),
            Label(Span(second + 10, second + 14), "where she is met"),
        ],
    )
    golden("cli/golden/second-place.txt", report(finding))


def test_wide_signs_marks_and_tabs_are_underlined_where_they_stand(golden: Golden) -> None:
    lines = [
        "  - 漢字 と @bad",
        "\t- e\u0301te\u0301\t@bad",
        "  - 한국어 👩‍💻 @bad",
        "  - สวัสดี @bad",
    ]
    golden("cli/golden/widths.txt", report(*(found(line, "@bad") for line in lines)))


def test_nothing_in_a_text_acts_on_the_terminal(golden: Golden) -> None:
    text = (
        "- \x1b[31mred\x1b[0m \u202etfel \u200bnone \x9b2J [/foo] [bold]@bad \ufffe \u2028 a\u200db"
    )
    source = Source("evil\x1b[2J\n\udcff.journey", text)
    start = text.index("@bad")
    finding = at(
        WARNING,
        source,
        Span(start, start + 4),
        "A name \x1b]0;x\x07 with [/foo] in it.",
        help="Take \u202e out.",
        label="\x1b[1m[/b]",
    )
    golden("cli/golden/escaped.txt", report(finding))


def test_long_lines_are_cut_around_the_span(golden: Golden) -> None:
    text = "x" * 70 + " first " + "y" * 80_000 + " last"
    source = Source("a.journey", text)
    ends = [Span(71, 76), Span(len(text) - 4, len(text))]
    both = at(ERROR, source, ends[0], "Far apart.", others=[Label(ends[1], "and here")])
    everything = at(HINT, source, Span(0, len(text)), "w" * 80_000, help="h" * 80_000)
    golden("cli/golden/long.txt", report(both, everything))


def test_places_at_the_edges(golden: Golden) -> None:
    text = "one\r\ntwo\n\n"
    source = Source("a.journey", text)
    spans = [Span(0, 0), Span(3, 5), Span(0, len(text)), Span(9, 9), Span(10, 10)]
    golden("cli/golden/edges.txt", report(*(at(ERROR, source, span, "Here.") for span in spans)))


def test_a_finding_without_a_place() -> None:
    lost = Diagnostic(ERROR, "There is no such file.", "a.journey", help="Look elsewhere.")
    assert report(lost) == (
        "a.journey: error: There is no such file. [T001 test-error]\n  = help: Look elsewhere.\n\n"
    )


def test_no_findings_are_no_output() -> None:
    assert report() == ""


@pytest.mark.parametrize("kind", [ERROR, WARNING, HINT])
def test_colours_change_nothing_of_the_text(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "- [/foo] :smile: [bold]x[/] http://a.b 'str' 42 \x1b[31m @bad " + "z" * 80_000
    finding = found(text, "@bad", kind, help="See [/help] and {x}.", label="here [/]")
    plain = report(finding)
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = report(finding)
    assert coloured != plain
    assert COLOUR.sub("", coloured) == plain


@pytest.mark.parametrize(
    ("variables", "terminal_is_there", "expected"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, False, True),
    ],
)
def test_when_there_are_colours(
    variables: dict[str, str],
    terminal_is_there: bool,
    expected: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: terminal_is_there)
    assert terminal.colours(stream) is expected


HARMLESS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
any_text = st.text(st.characters(), max_size=300)


@given(any_text)
def test_shown_text_holds_nothing_that_acts(text: str) -> None:
    assert not HARMLESS.search(shown(text))
    assert not HARMLESS.search(cut(text, 20))
    row, columns = layout(text)
    assert not HARMLESS.search(row)
    assert len(columns) == len(text) + 1
    assert columns == sorted(columns)


@settings(max_examples=100)
@given(any_text, st.data())
def test_any_span_in_any_text_is_shown(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source = Source("a.journey", text)
    lines = report(at(ERROR, source, Span(start, end), "Wrong.")).splitlines()
    line, column = source.line_column(start)
    assert lines[0] == f"a.journey:{line}:{column}: error: Wrong. [T001 test-error]"
    assert "^" in lines[3]
    # An unseen character takes ten columns at most, the frame and the dots a few.
    assert len(lines[2]) <= 10 * WINDOW + 12


def test_many_findings_on_one_long_line_are_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "ab " * 20_000
    source = Source("a.journey", text)
    findings = [at(ERROR, source, Span(at_, at_ + 2), "Wrong.") for at_ in range(0, 60_000, 300)]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert report(*findings).count("Wrong.") == 200
