"""What a finding says to do: its help, its second place, and its fix."""

import pytest

from journeyctl.diagnostics import Diagnostic, Fix
from tests.syntax.shown import findings_of

HEAD = "journey: T\nstage a\n  - s\n"


def only(text: str) -> Diagnostic:
    (finding,) = findings_of(text)
    return finding


def fixed(text: str, fix: Fix) -> str:
    for edit in sorted(fix.edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ("-Ask", "Put a space after the mark: `- Ask`."),
        ("—Ask", "Put a space after the mark: `- Ask`."),
        ("1. Ask", "A step begins with `-`: `- Ask`."),
        ("o Ask", "A step begins with `-`: `- Ask`."),
        ("# Part", "A comment begins with `//`, a part of the journey with `stage`."),
        ("%% part", "A comment begins with `//`, a part of the journey with `stage`."),
        ("=====", "A blank line parts things; a `stage` begins a part of the journey."),
        ("stge b", "Did you mean `stage`?"),
        ("stage", "Write `stage name: Label`."),
        ("Stage: b", "Write `stage b`, without the colon."),
        ("pain it hurts", "A key has a colon: `pain: it hurts`."),
        ("pian: x", "Did you mean `pain`?"),
        ("colour: red", "Put it into a `note:`."),
        ("https://example.com", "Write `link: https://example.com` under a stage or a step."),
        ("what", "A step begins with `-`, a comment with `//`, a key ends with `:`."),
        (
            "  yes",
            "A step begins with `-`, an answer leads on (`yes -> next`), a key ends with `:`.",
        ),
    ],
)
def test_a_guess_at_an_unknown_line(line: str, help: str) -> None:
    assert only(HEAD + line).help == help


@pytest.mark.parametrize(
    ("line", "help", "mended"),
    [
        ("yes: go", "An answer has an arrow: `yes -> go`.", "yes -> go"),
        ("yes :  to the end", "An answer has an arrow: `yes -> to the end`.", "yes -> to the end"),
        ("ya betul:", "An answer has an arrow: `ya betul -> next`.", "ya betul -> next"),
        ("none: x", "Did you mean `note`? An answer has an arrow: `none -> x`.", "note: x"),
    ],
)
def test_a_key_under_a_question_is_an_answer(line: str, help: str, mended: str) -> None:
    head = "journey: T\nstage a\n  ? Q\n      no -> end\n"
    finding = only(f"{head}      {line}\n")
    assert (finding.message[-11:], finding.help) == (" is no key.", help)
    assert finding.fix is not None
    assert not finding.fix.safe
    assert fixed(f"{head}      {line}\n", finding.fix) == f"{head}      {mended}\n"
    # Not so under an answer, under another step, or beside the question.
    for above in ("      yes ->\n        - s\n          ", "  - s\n      ", "  "):
        assert "answer" not in only(head + above + line).help


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("-Ask", "- Ask"),
        ("stge b", "stage b"),
        ("      pian: x", "      pain: x"),
        ("      pain it hurts", "      pain: it hurts"),
        ("  - Ask @it,", "  - Ask @it"),
        ("  - Win the #giveaway on air", '  - "Win the #giveaway on air"'),
        ("      evidence: obsrved, twice", "      evidence: observed, twice"),
    ],
)
def test_a_fix_that_may_change_the_meaning_mends_what_was_found(line: str, mended: str) -> None:
    finding = only(HEAD + line)
    assert finding.fix is not None
    assert not finding.fix.safe
    assert fixed(HEAD + line, finding.fix) == HEAD + mended
    assert findings_of(HEAD + mended) == []


@pytest.mark.parametrize(
    ("text", "other", "says"),
    [
        ("journey: T\ntype: b2b\ntype: b2c", "type", "it is said here already"),
        ("journey: T\nstage a\ngoal: x", "stage a", "the first declaration"),
        (HEAD + "  goal: x", "s", "the first step"),
        (HEAD + "      role: user", "s", "this is a step"),
        (HEAD + "      pain: x\n        idea: y", "pain", "under this key"),
        (HEAD + "      - t", "s", "it stands under this"),
        (HEAD + "  - t :1 :2", ":1", "the first stands here"),
        (HEAD + "  ? q\n      -> next", "q", "the question"),
        ("journey: T\nstage a\n    note: a\n\tnote: b", "    ", "the indentation began so"),
    ],
)
def test_a_second_place(text: str, other: str, says: str) -> None:
    (label,) = only(text).others
    assert (text[label.span.start : label.span.end], label.text) == (other, says)


def test_where_a_key_belongs() -> None:
    assert only("journey: T\nstage a\nstate: to-be").help == (
        "Move it above the first declaration: it is a key of the journey alone."
    )
    assert only("journey: T\nactor a\n  goal: x\n  kind: human").help == (
        "It is a key of a channel or a system."
    )
    assert only(HEAD + "      goal: x").help == "It is a key of the journey, an actor or a stage."
    assert only(HEAD + "      no -> a\n        pain: x").help == "Indent it under a step."
