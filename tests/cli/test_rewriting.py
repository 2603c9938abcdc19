"""What ``check --fix`` and ``fmt`` make of files and of standard input, and what they leave."""

import os
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl.inputs import Input
from journeyctl.reporters import diff as diffs
from journeyctl.rewriting import Rewriting
from journeyctl.run import Run as OneRun
from journeyctl.source import Source
from tests.cli.conftest import GOOD, WRONG, Run

ROOT = Path(__file__).parents[2]
MENDED = WRONG.replace("@anna", "@ana")
ROUGH = GOOD.replace("  - Decide\n", "    -  Decide\n")
DONE = "mended wrong.journey:6:17: write `ana` [N001 undeclared-name]\n"


def untouched(path: str) -> tuple[int, int]:
    """Changes when the file is replaced or written."""
    there = Path(path).stat()
    return there.st_ino, there.st_mtime_ns


# check --fix


def test_what_can_be_mended_is_mended_and_told(cli: Run) -> None:
    assert cli("check", "--fix", "wrong.journey") == (0, "no findings in 1 file\n", DONE)
    assert Path("wrong.journey").read_text() == MENDED
    assert cli("check", "--fix", "wrong.journey") == (0, "no findings in 1 file\n", "")


def test_what_is_left_is_told_with_its_new_place(cli: Run) -> None:
    Path("wrong.journey").write_text(WRONG.replace("@anna", "@anna") + "      -> nowhere\n")
    outcome = cli("check", "--fix", "--output-format", "concise", "wrong.journey", "warned.journey")
    assert outcome.code == 1
    assert outcome.err == DONE
    assert [line.partition(": ")[0] for line in outcome.out.splitlines()] == [
        "wrong.journey:8:10",
        "warned.journey:3:7",
    ]


def test_a_file_without_anything_to_mend_is_not_touched(cli: Run) -> None:
    before = untouched("warned.journey")
    assert cli("check", "--fix", "warned.journey").code == 0
    assert untouched("warned.journey") == before


def test_nothing_else_of_the_file_changes(cli: Run) -> None:
    odd = "\ufeff" + WRONG.replace("\n", "\r\n") + "  ???  \t\r\n// é"
    Path("wrong.journey").write_bytes(odd.encode())
    cli("check", "--fix", "wrong.journey")
    assert Path("wrong.journey").read_bytes() == odd.replace("@anna", "@ana").encode()


def test_what_is_ignored_is_not_mended(cli: Run) -> None:
    cli("check", "--fix", "--ignore", "undeclared-name", "wrong.journey")
    assert Path("wrong.journey").read_text() == WRONG
    Path("journeyctl.toml").write_text('ignore = ["undeclared-name"]')
    cli("check", "--fix", "wrong.journey")
    assert Path("wrong.journey").read_text() == WRONG


def test_standard_input_is_mended_to_standard_output(cli: Run) -> None:
    outcome = cli("check", "--fix", "-", "--stdin-filename", "x.journey", given=WRONG)
    assert outcome.code == 0
    assert outcome.out == MENDED
    assert outcome.err == (
        "mended x.journey:6:17: write `ana` [N001 undeclared-name]\nno findings in 1 file\n"
    )
    assert cli("check", "--fix", "-", given=GOOD).out == GOOD
    assert not Path("x.journey").exists()


def test_documents_tell_what_is_left(cli: Run) -> None:
    outcome = cli("check", "--fix", "--output-format", "json", "wrong.journey")
    assert outcome == (0, '{\n  "version": 1,\n  "findings": []\n}\n', DONE)


def test_a_file_that_cannot_be_written_stays_and_is_not_called_mended(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    Path("other.journey").write_text(GOOD)
    outcome = cli("check", "--fix", "wrong.journey", "other.journey")
    assert outcome.code == 2
    assert outcome.out.startswith(
        "wrong.journey: error: The disk is full. [X301 not-written]\n"
        "  = help: The file is as it was; change its permissions or its disk, and run this again."
    )
    assert "mended" not in outcome.err
    assert Path("wrong.journey").read_text() == WRONG


def test_a_document_is_whole_where_the_text_takes_standard_output(cli: Run) -> None:
    outcome = cli("check", "--fix", "--output-format", "json", "-", given=WRONG)
    assert outcome == (0, MENDED, '{\n  "version": 1,\n  "findings": []\n}\n')


def test_a_pipe_that_is_named_is_like_standard_input(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "journeyctl", "check", "--fix", "/dev/stdin"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=WRONG.encode(),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout.decode()) == (0, MENDED)
    assert done.stderr.startswith(b"mended /dev/stdin:6:17: ")


# check --diff


def test_the_difference_is_shown_and_nothing_written(cli: Run) -> None:
    outcome = cli("check", "--diff", "good.journey", "wrong.journey", "warned.journey")
    assert outcome == (
        1,
        "--- wrong.journey\n"
        "+++ wrong.journey\n"
        "@@ -3,5 +3,5 @@\n"
        " actor ana: Ana\n"
        " \n"
        " stage awareness\n"
        "-  - Hear of it @anna\n"
        "+  - Hear of it @ana\n"
        "   - Ask @ana\n",
        "",
    )
    assert Path("wrong.journey").read_text() == WRONG
    assert cli("check", "--diff", "good.journey", "warned.journey") == (0, "", "")


def test_the_difference_of_standard_input(cli: Run) -> None:
    outcome = cli("check", "--diff", "-", given=WRONG)
    assert outcome.code == 1
    assert outcome.out.startswith("--- <stdin>\n+++ <stdin>\n")


def test_what_cannot_be_read_is_told_beside_the_difference(cli: Run) -> None:
    outcome = cli("check", "--diff", "missing.journey", "wrong.journey", "--output-format", "json")
    assert outcome.code == 2
    assert outcome.err.startswith("missing.journey: error: There is no such file.")
    assert outcome.out.startswith("--- wrong.journey\n")


# fmt


def test_formatting_in_place(cli: Run) -> None:
    Path("rough.journey").write_bytes(ROUGH.encode())
    before = untouched("good.journey")
    assert cli("fmt", "rough.journey", "good.journey") == (0, "", "")
    assert Path("rough.journey").read_bytes() == GOOD.encode()
    assert untouched("good.journey") == before


def test_formatting_standard_input(cli: Run) -> None:
    assert cli("fmt", "-", given=ROUGH.encode()) == (0, GOOD, "")
    assert cli("fmt", "-", given=GOOD) == (0, GOOD, "")


def test_checking_the_form_names_the_files(cli: Run) -> None:
    Path("rough.journey").write_bytes(ROUGH.encode())
    assert cli("fmt", "--check", ".") == (1, "rough.journey\nwrong.journey\n", "")
    assert cli("fmt", "--check", "good.journey") == (0, "", "")
    named = cli("fmt", "--check", "-", "--stdin-filename", "a\x1b.journey", given=ROUGH.encode())
    assert named == (1, "a\\x1b.journey\n", "")
    assert Path("rough.journey").read_bytes() == ROUGH.encode()


def test_the_difference_that_formatting_makes(cli: Run) -> None:
    Path("rough.journey").write_bytes(ROUGH.encode())
    outcome = cli("fmt", "--diff", "rough.journey", "good.journey")
    assert outcome.code == 1
    assert outcome.out.endswith(" stage decision\n-    -  Decide\n+  - Decide\n")
    assert Path("rough.journey").read_bytes() == ROUGH.encode()


@pytest.mark.parametrize("option", [[], ["--check"], ["--diff"]])
def test_what_cannot_be_read_does_not_stop_the_rest(option: list[str], cli: Run) -> None:
    Path("rough.journey").write_bytes(ROUGH.encode())
    outcome = cli("fmt", *option, "missing.journey", "rough.journey")
    assert outcome.code == 2
    assert outcome.err.startswith("missing.journey: error: There is no such file.")
    assert (outcome.out == "") == (option == [])
    assert (Path("rough.journey").read_bytes() == GOOD.encode()) == (option == [])


def test_a_journey_that_is_wrong_is_formatted_as_far_as_it_is_understood(cli: Run) -> None:
    outcome = cli("fmt", "-", given="journey: X\nstage a\n-  A   @b\n?!\n")
    assert outcome == (0, "journey: X\nstage a\n  - A  @b\n?!\n", "")


# The difference


def test_nothing_in_a_difference_acts_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rewriting = Rewriting(OneRun(sys.stderr), "diff")
    before, after = "a\x1b[2J\n", "b\u202e\n"
    rewriting.put(Input("x", None), Source("x", before), after)
    assert capsys.readouterr().out.endswith("-a\x1b[2J\n+b\u202e\n")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    rewriting.put(Input("x", None), Source("x", before), after)
    assert capsys.readouterr().out.endswith("-a\\x1b[2J\n+b\\u202e\n")


NUMBERS = [f"{number}\n" for number in range(60)]


@pytest.mark.parametrize("most", [5_000, 0])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\n", "a\nc\n"),
        ("a\nb", "a\nb\n"),
        ("a\nb\n", "a\nb"),
        ("a\x0bb\u2028c\r\nd\r\n", "a\x0bb\u2028c\nd\r\n"),
        ("", "a\n"),
        ("a\n", ""),
        ("".join(NUMBERS), "".join(NUMBERS[::-2])),
        ("".join(NUMBERS), "".join(NUMBERS[3:30] + ["x\n"] * 4 + NUMBERS[32:] + NUMBERS[:3])),
        ("".join(NUMBERS), "".join([*NUMBERS[:7], "x\n", "y\n", *NUMBERS[15:]])),
        ("".join(NUMBERS), "".join([*NUMBERS[:9], "x\n", *NUMBERS[10:16], "y\n", *NUMBERS[17:]])),
    ],
)
def test_patch_makes_of_it_what_was_meant(
    before: str, after: str, most: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diffs, "MOST_LINES", most)
    Path("x").write_bytes(before.encode())
    given = "".join(diffs.diff("x", before, after))
    apply = ["git", "apply", "--unidiff-zero", "-p0", "-"]
    subprocess.run(apply, input=given.encode(), check=True)
    assert Path("x").read_bytes() == after.encode()
    assert diffs.diff("x", after, after) == []


@settings(max_examples=60)
@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_both_texts_can_be_read_out_of_a_difference(old: list[str], new: list[str]) -> None:
    for changes in (list(diffs._shortest(old, new)), list(diffs._quick(old, new))):
        made: list[str] = []
        place = 0
        for change in changes:
            made += old[place : change.start] + new[change.new_start : change.new_end]
            place = change.end
        assert made + old[place:] == new


def test_the_difference_is_that_of_the_standard_library() -> None:
    changed = ["x\n" if number % 11 == 5 else line for number, line in enumerate(NUMBERS)]
    told = diffs.diff("x", "".join(NUMBERS), "".join(changed))
    assert told == list(unified_diff(NUMBERS, changed, "x", "x"))


def test_long_texts_that_are_hard_to_compare_are_no_hang() -> None:
    """The standard library's way would take minutes for these."""
    common = [f"c{number % 500}\n" for number in range(20_000)]
    old = "".join(line + f"x{number}\n" for number, line in enumerate(common))
    new = "".join(line + f"y{number}\n" for number, line in enumerate(common))
    assert len(diffs.diff("x", old, new)) == 3 + 3 * 20_000
