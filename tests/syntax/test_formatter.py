"""The canonical form, line by line."""

from pathlib import Path

import pytest

from journeyctl.source import Source
from journeyctl.syntax.formatter import formatted
from journeyctl.syntax.parser import LONGEST_LINE, MOST_LINES
from tests.meaning import meaning
from tests.syntax.reference import examples

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.journey"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def fmt(text: str) -> str:
    """The text formatted; that it means the same, and stays so, is seen to as well."""
    once = formatted(Source("a.journey", text))
    assert formatted(Source("a.journey", once)) == once
    assert meaning(once) == meaning(text)
    return once


def test_indents_by_two_and_by_four_under_a_step() -> None:
    assert (
        fmt(
            "journey: T\n"
            " type: b2b\n"
            "actor it\n"
            "    side: company\n"
            "stage a\n"
            "\tgoal: g\n"
            "\t| one\n"
            "\t\tpain: p\n"
            "\t\tbackstage: b\n"
            "\t\t\tsystem: s\n"
            "\t\t- own\n"
            "\t\t   note: n\n"
            "\t? two\n"
            "\t\tyes ->\n"
            "\t\t\t- three\n"
            "\t\tno -> next\n"
        )
        == "journey: T\n"
        "type: b2b\n"
        "actor it\n"
        "  side: company\n"
        "stage a\n"
        "  goal: g\n"
        "  | one\n"
        "      pain: p\n"
        "      backstage: b\n"
        "        system: s\n"
        "      - own\n"
        "          note: n\n"
        "  ? two\n"
        "      yes ->\n"
        "        - three\n"
        "      no -> next\n"
    )


def test_steps_at_the_left_edge_are_indented_under_their_stage() -> None:
    assert fmt("journey: T\nstage a\n- one\n  note: n\n- two") == (
        "journey: T\nstage a\n  - one\n      note: n\n  - two\n"
    )


def test_what_stands_wrongly_stays_wrong() -> None:
    text = (
        "journey: T\n"
        "  stage a\n"
        "    - one\n"
        "        - under one\n"
        "goal: behind\n"
        "- not under the goal\n"
        "stage b\n"
        "  - two\n"
        "      note: n\n"
        "        pain: under the note\n"
    )
    assert fmt(text) == text


def test_tags_stand_in_one_column_within_a_stage() -> None:
    assert (
        fmt(
            "journey: T\n"
            "stage a\n"
            "  - Look  @it :4\n"
            "  | Compare them #web 40%\n"
            "      - Own   @it\n"
            "          backstage: Look it up   @it   [1 day]\n"
            "  - No tags on this, which is longer\n"
            "stage b\n"
            "  - Buy @it    !\n"
        )
        == "journey: T\n"
        "stage a\n"
        "  - Look          @it :4\n"
        "  | Compare them  #web 40%\n"
        "      - Own       @it\n"
        "          backstage: Look it up @it [1 day]\n"
        "  - No tags on this, which is longer\n"
        "stage b\n"
        "  - Buy  @it !\n"
    )


def test_a_very_long_label_moves_nobody_elses_tags() -> None:
    just = "x" * 52
    over = "x" * 53
    assert fmt(f"journey: T\nstage a\n  - a @it\n  - {just} @it\n  - {over} @it\n") == (
        f"journey: T\nstage a\n  - a{' ' * 53}@it\n  - {just}  @it\n  - {over}  @it\n"
    )


def test_columns_are_those_that_an_editor_shows() -> None:
    assert fmt(
        "journey: T\nstage a\n  - 報價單 @it\n  - e\u0301te\u0301 @it\n  - abcdef @it\n"
    ) == ("journey: T\nstage a\n  - 報價單  @it\n  - e\u0301te\u0301     @it\n  - abcdef  @it\n")


def test_signs_of_the_language_are_the_plain_ones() -> None:
    assert (
        fmt(
            "journey: T — “so–so”\n"
            "stage\u00a0a\u00a0:\u00a0Kaf\u00e9 – bar [2 – 4\u00a0weeks]\n"
            '\u00a0\u00a0• “Meet at\u00a0"booth" #5” @a\u2011b [10–20min]\n'
            "      yes→“A → B”\n"
        )
        == "journey: T — “so–so”\n"
        "stage a: Kaf\u00e9 – bar [2-4 weeks]\n"
        '  - "Meet at\u00a0""booth"" #5"  @a-b [10-20 min]\n'
        '      yes -> "A → B"\n'
    )


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("TYPE :B2B", "type: b2b"),
        ("state:As is", "state: as-is"),
        ("goal:  Two  spaces – here", "goal: Two  spaces – here"),
        ("goal:", "goal:"),
        ("duration: 2 –4weeks", "duration: 2-4 weeks"),
        ("duration: soon – or later", "duration: soon – or later"),
        ("metric: A  b=4,8 s Target=<5  s", "metric: A  b = 4,8 s target <= 5  s"),
        ("metric: A=1 target 5", "metric: A=1 target 5"),
        ("note: “Stays” – as → is", "note: “Stays” – as → is"),
    ],
)
def test_keys(written: str, canonical: str) -> None:
    assert fmt(f"journey: T\n{written}\n") == f"journey: T\n{canonical}\n"


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("pain:“Too late”@it", 'pain: "Too late" @it'),
        ("pain: “Too” late”  @it", "pain: “Too” late” @it"),
        ("quote: “Is it?”", "quote: “Is it?”"),
        ("evidence: Observed,12 talks , 2026‑05", "evidence: observed, 12 talks, 2026-05"),
        ("evidence: guessed,once", "evidence: guessed,once"),
        ("evidence: Assumed,once,2026‑13", "evidence: assumed, once, 2026-13"),
        ("  ->   next", "-> next"),
        ("no 30%-->a", "no 30% -> a"),
        ("stage->a", "stage->a"),  # else it would be a stage
        ("~->a", "~->a"),  # else a step
        ("30%, -> a", "30%, -> a"),
        ("what is   this – ", "what is   this –"),
    ],
)
def test_lines_under_a_step(written: str, canonical: str) -> None:
    assert fmt(f"journey: T\nstage a\n  - x\n      {written}\n") == (
        f"journey: T\nstage a\n  - x\n      {canonical}\n"
    )


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("STAGE  Post Purchase", "stage Post Purchase"),
        ("actor it : IT", "actor it: IT"),
        ("actor it:IT", "actor it: IT"),
        ("stage a:", "stage a:"),
        ("stage a [2 days] : Label", "stage a [2 days] : Label"),
        ("stage a @it [ 2days ]", "stage a @it [ 2days ]"),
        ("STAGE a  @it:  Label", "stage a  @it:  Label"),
        ("stage a!  b", "stage a!  b"),
        ("actor “A – b”: It", 'actor "A – b": It'),
        ("actor “it”: It", 'actor "it": It'),
        ("actor it‑b: It", "actor it-b: It"),
    ],
)
def test_declarations(written: str, canonical: str) -> None:
    assert fmt(f"journey: T\n{written}\n") == f"journey: T\n{canonical}\n"


def test_comments_are_indented_like_what_follows() -> None:
    assert (
        fmt(
            "// top\n"
            "journey: T\n"
            "   // of a\n"
            "  // too\n"
            "\n"
            "   stage a\n"
            "// of one\n"
            "   - one\n"
            "      // of the note\n"
            "      note: n\n"
            "     // still of one\n"
            "stage b\n"
            "  - two\n"
            "      // the last\n"
        )
        == "// top\n"
        "journey: T\n"
        "  // of a\n"
        "  // too\n"
        "\n"
        "  stage a\n"
        "    // of one\n"
        "    - one\n"
        "        // of the note\n"
        "        note: n\n"
        "        // still of one\n"
        "stage b\n"
        "  - two\n"
        "      // the last\n"
    )


def test_comments_above_the_first_line_and_under_the_title() -> None:
    assert fmt("    // top\njourney: T\n  // of the type\n  type: b2b\n") == (
        "// top\njourney: T\n// of the type\ntype: b2b\n"
    )


def test_blank_lines_stay_but_two_in_a_row_are_enough() -> None:
    assert fmt("\n \njourney: T\n\nstage a\n\n\n  - x\n\t\n\n\n\n  - y\n\n\n") == (
        "journey: T\n\nstage a\n\n\n  - x\n\n\n  - y\n"
    )


def test_nothing_remains_nothing() -> None:
    assert fmt("") == fmt("\n \n") == fmt("\ufeff") == ""


def test_most_line_ends_decide() -> None:
    assert fmt("journey: T\r\nstage a\r\n  - x\n  - y") == (
        "journey: T\r\nstage a\r\n  - x\r\n  - y\r\n"
    )
    assert fmt("journey: T\r\nstage a\n  - x") == "journey: T\nstage a\n  - x\n"


def test_a_byte_order_mark_goes() -> None:
    assert fmt("\ufeffjourney: T") == "journey: T\n"


def test_a_sign_that_no_text_may_hold_stays_where_it_is() -> None:
    assert fmt("journey: T\x07\nstage a\n- x\x0b  @it\n- y\r\r\n") == (
        "journey: T\x07\nstage a\n  - x\x0b  @it\n  - y\r\r\n"
    )


def test_such_signs_at_the_end_of_lines_are_no_line_ends() -> None:
    text = "journey: T\nstage a\n  - x\r\r\n  - y\r\r\n  - z\r\r\n"
    assert fmt(text) == text


def test_what_is_nearly_a_tag_is_copied() -> None:
    assert fmt("journey: T\nstage a\n– x @it   @–b [2–soon]\n") == (
        "journey: T\nstage a\n  - x  @it @–b [2–soon]\n"
    )


def test_what_is_cut_off_when_read_is_not_cut_off_here() -> None:
    label, name = "x" * 3_000, "y" * 300
    assert fmt(f"journey: T\nstage a\n- {label}   @{name}\n") == (
        f"journey: T\nstage a\n  - {label}  @{name}\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "journey: T\nstage a\n- " + "x" * LONGEST_LINE,
        "journey: T\nstage a\n- " + "x" * (LONGEST_LINE - 3) + "\n",  # two more with its indent
        "journey: T\nstage a\n" + "- x\n" * MOST_LINES,
    ],
    ids=["long line", "line that would be too long", "many lines"],
)
def test_a_text_over_the_limits_is_left_alone(text: str) -> None:
    assert formatted(Source("a.journey", text)) == text


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_samples_have_the_canonical_form(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    assert fmt(text) == text


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_examples_of_the_pages_have_the_canonical_form(page: Path) -> None:
    texts = examples("journey", page)
    assert [fmt(text) for text in texts] == texts


def test_wrong_examples_of_the_reference_stay_wrong() -> None:
    texts = examples("journey-wrong")
    assert [fmt(text) for text in texts] != []
