"""The steps of a journey go into a table and come back; other tables are read by guessing."""

from csv import reader
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeyctl import pipeline
from journeyctl.exchange.from_csv import from_csv
from journeyctl.exchange.headers import columns
from journeyctl.exchange.table import guessed_delimiter, rows
from journeyctl.exchange.to_csv import COLUMNS, to_csv
from journeyctl.model.journey import Journey
from journeyctl.source import Source
from journeyctl.syntax.formatter import formatted
from tests.exchange.flow import ways
from tests.generate import journeys
from tests.syntax.test_properties import SIGNS, operations

SAMPLES = Path(__file__).parents[2] / "samples"


def model(text: str) -> Journey:
    return pipeline.check(Source("a.journey", text))[0]


def imported(table: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The journey's text, and of what is told the kind, the place and the message."""
    made, findings = from_csv(Source("steps.csv", table))
    assert made == formatted(Source("a.journey", made))
    told = []
    for one in findings:
        assert one.source is not None
        assert one.span is not None
        line, column = one.source.line_column(one.span.start)
        told.append((one.kind.name, f"{line}:{column}", one.message))
    return made, told


def holds(text: str) -> None:
    """The steps and their ways come back: the table of what came in is the table that went out."""
    before = model(text)
    table, _ = to_csv(before)
    made, told = imported(table)
    assert told == []
    after = model(made)
    assert to_csv(after)[0] == table
    assert ways(after) == ways(before)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.journey")), ids=lambda one: one.stem)
def test_samples_come_back(path: Path) -> None:
    holds(path.read_text("utf-8"))


@settings(max_examples=6)
@given(journeys((1, 3), (1, 5)))
def test_generated_journeys_come_back(text: str) -> None:
    holds(text)


def test_a_spreadsheet_runs_nothing_of_it() -> None:
    text = (
        'journey: T\nstage a\n  - =HYPERLINK("x") @b\n      note: -1+1\n  - "Say ""no""; go" @b\n'
    )
    table, _ = to_csv(model(text))
    cells = [cell for row in reader(table.splitlines(keepends=True)) for cell in row]
    assert '\'=HYPERLINK("x")' in cells
    assert "'-1+1" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    holds(text)


def test_headings_are_guessed_in_four_languages() -> None:
    assert columns(["Tahap", "Langkah", "Masalah", "Perasan"]) == [
        *("stage", "step", "pains", "feeling")
    ]
    assert columns(["Yugto", "Hakbang", "Damdamin", "Mga tao"]) == [
        *("stage", "step", "feeling", "people")
    ]
    assert columns(["Phase", "Touch point", "KPI", "Owner", "step"]) == [
        *("stage", "channels", "metrics", "", "step")
    ]
    assert columns(["Phase", "Touch point", "KPI"]) == ["stage", "step", "metrics"]
    workshop = ["Journey stage", "Customer action", "Persona", "Touchpoint", "Emotion score"]
    assert columns(workshop) == ["stage", "step", "people", "channels", "feeling"]
    assert columns(["Phase der Reise", "Schritt", "Gefühl", "Schmerzpunkte", "Dauer"]) == [
        *("stage", "step", "feeling", "pains", "duration")
    ]
    assert columns(["Stage name", "Steps", "Backstage actions", "Colour of it"]) == [
        *("stage", "step", "backstage", "")
    ]
    assert columns(list(COLUMNS)) == list(COLUMNS)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiters_marks_and_line_ends(delimiter: str, end: str) -> None:
    lines = [
        ["Tahap", "Langkah", "Catatan"],
        ["Beli", '"Bayar, lunas; ""ya"""', "a"],
        ["", "Ambil"],
    ]
    table = "\ufeff" + end.join(delimiter.join(line) for line in lines)
    made, told = imported(table)
    assert made == (
        'journey: Steps\n\nstage beli\n  - Bayar, lunas; "ya"\n      note: a\n  - Ambil\n'
    )
    assert [one[0] for one in told] == ["guessed"]
    assert "`Langkah` as step" in told[0][2]


def test_near_words_are_looked_for_in_the_first_headings() -> None:
    far = [str(number) for number in range(100)]
    assert columns([*far[1:], "steq"])[-1] == "step"
    assert columns([*far, "steq", "stage", "step name"])[-3:] == ["", "stage", "step"]


def test_a_table_with_its_stages_side_by_side() -> None:
    made, told = imported(
        ',Look around,Buy,\nGoals,Know,,\nActions,"See it\nAsk, twice",Pay,Go\nEmotions,4,2\n'
        "Pain points,,Too slow\n"
    )
    assert made == (
        "journey: Steps\n\nstage look-around\n  - See it  :4\n  - Ask, twice\n\n"
        "stage buy\n  - Pay  :2\n      pain: Too slow\n  - Go\n"
    )
    assert [(kind, place) for kind, place, _ in told] == [
        *(("guessed", "1:1"), ("not-carried-over", "2:1"), ("guessed", "1:1")),
    ]


def test_what_is_wrong_is_told_with_its_place() -> None:
    made, told = imported(
        "stage,step,feeling,duration,kind,share,moment,id,then,under,colour\n"
        ",Look,9,soon,leap,40%,perhaps,4 you,nowhere,nobody,red\n"
        "Buy,,3\n"
        "Buy,Pay,4,1 day,way,40,yes,pay,,,,more\n"
    )
    assert "- Look\n" in made
    assert "| Pay  :4 ! [1 day] ^pay 40%" in made
    assert sorted((kind, place) for kind, place, _ in told) == [
        ("guessed", "2:1"),
        ("not-carried-over", "1:61"),
        *(("not-imported", f"2:{column}") for column in (14, 19, 23, 31, 37, 45, 7, 9)),
        *(("not-imported", place) for place in ("3:1", "4:35")),
    ]


def test_tables_without_a_header_or_without_steps() -> None:
    made, told = imported("Look,Ask a friend\nBuy,Pay\n")
    assert made == "journey: Steps\n\nstage look\n  - Ask a friend\n\nstage buy\n  - Pay\n"
    assert told == [("guessed", "1:1", "There is no header; the columns are stage and step.")]
    assert imported("Look\nPay\n")[0].count("  - ") == 2
    assert imported("stage,notes\na,b\n")[1][0][0] == "not-imported"
    assert imported("stage,step\n") == ("", [])
    assert imported("\n\n") == ("", [])


def test_a_stage_that_comes_again_goes_on() -> None:
    made, _ = imported("stage,step\nA,one\nB,two\nA,three\n")
    assert made == "journey: Steps\n\nstage a\n  - one\n  - three\n\nstage b\n  - two\n"


def test_open_quotes_and_breaks_in_cells() -> None:
    assert [[cell.value for cell in row] for row in rows('a,"b\nc"\nd,"e', ",")] == [
        ["a", "b\nc"],
        ["d", "e"],
    ]
    assert guessed_delimiter('"a,b,c";d\n') == ";"


@settings(max_examples=80)
@given(st.lists(st.sampled_from([*SIGNS, ",", ";", '"', "\t"]), max_size=30).map("".join))
@example('"')
@example("step,then\na,no -> b ->\n")
def test_whatever_the_text(text: str) -> None:
    imported(text)
    imported(f"stage,step,people,then,pains\n{text}")


def test_twice_the_table_is_twice_the_work() -> None:
    lines = "".join(f"a,Step {i},Ana; Ben (2),no -> leave,Too long\n" for i in range(20))
    small, large = (
        operations("stage,step,people,then,pains\n" + lines * count, from_csv) for count in (2, 4)
    )
    assert 0 < small < large < 2.2 * small


def test_twice_the_answers_are_twice_the_work() -> None:
    small, large = (
        operations(
            'step,kind,then,under\nq,?,"'
            + "".join(f"x{i} ->\n" for i in range(count))
            + '",\n'
            + "".join(f"y{i},,,x{i}\n" for i in range(count)),
            from_csv,
        )
        for count in (10, 20)
    )
    assert 0 < small < large < 2.2 * small
