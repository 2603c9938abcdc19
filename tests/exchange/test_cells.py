"""Whatever a text is, it comes out of the cell of a table as it went in."""

from csv import reader

from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeyctl import pipeline
from journeyctl.exchange import cells
from journeyctl.exchange.drafting import one_line
from journeyctl.exchange.from_csv import from_csv
from journeyctl.exchange.to_csv import to_csv
from journeyctl.renderers.csv import csv, meant
from journeyctl.source import Source

TEXTS = (
    st.lists(
        st.sampled_from(
            [*"'=-@＝\"();, a:", "''", "()", "(2)", " (Ana)", "Ana", "system: ", "2 days", "[x]"]
        ),
        min_size=1,
        max_size=6,
    )
    .map("".join)
    .map(one_line)
    .filter(bool)
)


@settings(max_examples=60)
@given(TEXTS)
@example("'=x")
@example("''-1")
@example("'")
def test_a_text(text: str) -> None:
    [[cell, _]] = reader(csv([[text, ""]]).splitlines(keepends=True))
    assert not cell.startswith(("=", "+", "-", "@"))
    assert meant(cell) == text


@settings(max_examples=60)
@given(st.lists(st.tuples(TEXTS, st.sampled_from([None, 2])), max_size=3))
@example([("A, B", None)])
@example([("Ana (2)", None), ('"x"', 5)])
def test_names(names: list[tuple[str, int | None]]) -> None:
    assert cells.names(cells.listed(names)) == names


@given(
    TEXTS, st.lists(TEXTS, max_size=2), st.lists(TEXTS, max_size=2), st.sampled_from(["", "3 h"])
)
@example("Slow (Ana)", [], [], "")
@example("Slow (2 days)", [], [], "")
@example("Slow ()", [], [], "")
def test_what_stands_behind(
    text: str, people: list[str], systems: list[str], duration: str
) -> None:
    behind = cells.Behind(tuple(people), tuple(systems), duration)
    is_known = "Ana".__eq__
    found, read = cells.read(cells.told(text, behind, is_known, is_known), is_known, is_known)
    assert (found, read or cells.Behind()) == (text, behind)


def test_a_journey_of_such_texts() -> None:
    text = """\
journey: T

actor ana: "Ana; the (2)"
actor ben: "2 days"
channel web: "Web, App"
system erp: "ERP (old)"

stage buy: "'=x"
  - "''+1 @ [2 d"  @ana:3 @ben #web
      pain: Nobody calls (Ben) @ben
      pain: "Ask ""why"" (2 days)"
      idea: '=1+1 @ana
      backstage: Pack @ben [2 days]
        system: erp
      system: erp
"""
    before, findings = pipeline.check(Source("a.journey", text))
    assert [one.kind.name for one in findings if one.severity == "error"] == []
    table, _ = to_csv(before)
    made, told = from_csv(Source("t.csv", table))
    assert told == []
    after, _ = pipeline.check(Source("b.journey", made))
    assert to_csv(after)[0] == table
    [one], [other] = before.steps.values(), after.steps.values()
    assert [who.label for who in after.people.values()] == ["Ana; the (2)", "2 days"]
    assert [pain.text for pain in other.pains] == [pain.text for pain in one.pains]
    assert other.ideas[0].text == "'=1+1"
    assert other.backstage[0].label == "Pack"
    assert after.stages[0].label == "'=x"


def test_what_a_table_cannot_tell_apart_is_told() -> None:
    text = "journey: T\nactor a: Ana\nactor b: Ana\nactor c: Boss\n"
    text += "stage a: X\n  - Look @a\nstage b: X\n  - Buy @b\nstage c: Nothing\n"
    table, left = to_csv(pipeline.check(Source("a.journey", text))[0])
    assert [one.message for one in left] == [
        "2 stages are called `X`; in a table they are one.",
        "2 people are called `Ana`; in a table they are one.",
        "Declarations that no step refers to have no place in a table: `Boss`.",
    ]
    assert from_csv(Source("t.csv", table))[0].endswith("stage nothing\n")
