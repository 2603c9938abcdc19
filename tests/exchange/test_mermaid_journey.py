"""Mermaid's journeys come in with every task, and what goes out comes back."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl import pipeline
from journeyctl.exchange.from_mermaid_journey import from_mermaid_journey
from journeyctl.exchange.to_mermaid_journey import to_mermaid_journey
from journeyctl.source import Source
from journeyctl.syntax.formatter import formatted
from tests.generate import journeys
from tests.syntax.reference import examples

MANUAL = examples("mermaid", Path(__file__).parent / "mermaid" / "journey.md")


def imported(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The journey's text, and of what is told the kind and what it is about."""
    made, findings = from_mermaid_journey(Source("a.mmd", text))
    assert made == formatted(Source("a.journey", made))
    return made, [
        (one.kind.name, text[one.span.start : one.span.end]) for one in findings if one.span
    ]


def test_the_manual() -> None:
    [text] = MANUAL
    assert imported(text) == (
        "journey: My working day\n\n"
        "actor me: Me\nactor cat: Cat\n\n"
        "stage go-to-work\n"
        "  - Make tea     @me :5\n"
        "  - Go upstairs  @me :3\n"
        "  - Do work      @me @cat :1\n\n"
        "stage go-home\n"
        "  - Go downstairs  @me :5\n"
        "  - Sit down       @me :5\n",
        [],
    )


def test_what_is_told_and_where() -> None:
    made, told = imported(
        "---\ntitle: Tea\nconfig: {}\n---\n%%{init: {}}%%\njourney\n  accDescr {\n    more\n  }\n"
        "  %% a comment\n  Boil: 7\n  section Drink #35;1; # not this\n  Sip: 2.5: ana, ana\n"
        "  Enjoy\n  Talk #58; long: high: ben\n"
    )
    assert made.startswith("journey: Tea\n")
    assert "- Boil  :5\n" in made
    assert "- Sip          @ana :3\n" in made
    assert "- Talk : long  @ben\n" in made
    assert "stage drink-1: Drink #1\n" in made
    assert told == [
        ("not-carried-over", "title: Tea\nconfig: {}"),
        ("not-carried-over", "%%{init: {}}%%"),
        ("not-carried-over", "%% a comment"),
        ("not-carried-over", "accDescr {"),
        ("guessed", "Boil: 7"),
        ("not-carried-over", "Boil: 7"),
        ("not-carried-over", "Sip: 2.5: ana, ana"),
        ("not-imported", "Enjoy"),
        ("not-imported", "Talk #58; long: high: ben"),
    ]
    assert imported("journey\n  title Nothing\n")[0] == ""


@settings(max_examples=8)
@given(journeys((1, 3), (1, 5)))
def test_what_goes_out_comes_back(text: str) -> None:
    before = pipeline.check(Source("a.journey", text))[0]
    diagram, left = to_mermaid_journey(before)
    assert left
    made, told = imported(diagram)
    after = pipeline.check(Source("b.journey", made))[0]
    assert {kind for kind, _ in told} <= {"not-carried-over"}
    assert after.facts.title == before.facts.title
    assert [one.label for one in after.stages] == [one.label for one in before.stages]
    for one, other in zip(after.steps.values(), before.steps.values(), strict=True):
        assert one.label == other.label
        assert [after.people[who.person].label for who in one.people] == [
            before.people[who.person].label for who in other.people
        ]
        assert one.feeling == (3 if other.mood is None else int(round(other.mood, 1) + 0.5))


SIGNS = [*"ab:;#%{}\n \t,", "section ", "title ", ": 3", ": 5: Me, Cat", "accTitle: ", "%%", "\n  "]


@settings(max_examples=80)
@given(st.lists(st.sampled_from(SIGNS), max_size=30).map("".join))
def test_whatever_the_text(signs: str) -> None:
    made, _ = imported(f"journey\n{signs}")
    findings = pipeline.check(Source("b.journey", made))[1] if made else []
    assert {one.kind.name for one in findings if one.severity == "error"} <= {"empty-stage"}
