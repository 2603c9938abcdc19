"""Versions out of a git repository: what the help and the page on comparing show."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner

from journeyctl.cli import command_line
from tests.cli.test_diff import NEW, OLD

ROOT = Path(__file__).parents[2]


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder under git: an old version in one commit, a newer one in the files."""
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet")
    journeys = tmp_path / "journeys"
    journeys.mkdir()
    (journeys / "bicycle.journey").write_text(OLD)
    (journeys / "gone.journey").write_text(OLD.replace("Buying", "Losing"))
    (journeys / "went.journey").write_text(OLD.replace("Buying", "Renting"))
    copytree(ROOT / "samples", "samples")
    git("add", ".")
    git("commit", "--quiet", "--message", "First")
    git("commit", "--quiet", "--message", "Second", "--allow-empty")
    (journeys / "bicycle.journey").write_text(NEW)
    (journeys / "gone.journey").unlink()
    (journeys / "went.journey").rename(journeys / "came.journey")
    (journeys / "new.journey").write_text(OLD.replace("Buying", "Finding"))
    return tmp_path


def told(*arguments: str) -> tuple[int, str]:
    outcome = CliRunner().invoke(command_line(), ["diff", *arguments])
    return outcome.exit_code, outcome.output


def test_two_versions_of_a_file(repository: Path) -> None:
    named = told("HEAD:journeys/bicycle.journey", "journeys/bicycle.journey")
    assert named[0] == 0
    assert "    + Try it\n" in named[1]
    assert told("HEAD:./journeys/bicycle.journey", "journeys/bicycle.journey") == named


def test_all_journeys_since_a_revision(repository: Path) -> None:
    code, out = told("--git", "HEAD", "--exit-code", "journeys")
    heads = [line for line in out.splitlines() if not line.startswith(" ")]
    assert code == 1
    assert heads == [
        "Buying a <b>bicycle</b> (journeys/bicycle.journey): 1 added, 1 removed, 7 changed and"
        " 1 moved",
        "Losing a <b>bicycle</b> (journeys/gone.journey): The journey is gone",
        "Finding a <b>bicycle</b> (journeys/new.journey): A new journey",
    ]
    assert told("--git", "HEAD", "--exit-code", "samples") == (0, "Nothing changed\n")


def test_journeys_of_one_title_that_moved_together(repository: Path) -> None:
    for folder, text in (("a", OLD), ("b", NEW), ("e", OLD.replace("Try", "Touch"))):
        (repository / folder).mkdir()
        (repository / folder / f"{folder}.journey").write_text(text.replace("Buying", "Moving"))
    git("add", ".")
    git("commit", "--quiet", "--message", "Of one title")
    # Two as they are, the third with another text and its own name.
    (repository / "a").rename("y")
    (repository / "b").rename("x")
    (repository / "e").rename("w")
    changed = repository / "w/e.journey"
    changed.write_text(changed.read_text() + "  - One more\n")
    code, out = told("--git", "HEAD", "--exit-code", ".")
    assert code == 1
    assert [line for line in out.splitlines() if line.startswith("Moving")] == [
        "Moving a <b>bicycle</b> (w/e.journey): 1 added"
    ]


def test_what_a_folder_does_not_stand_for_is_not_gone(repository: Path) -> None:
    for name in ("samples/.draft.journey", "samples/.hidden/a.journey"):
        (repository / name).parent.mkdir(exist_ok=True)
        (repository / name).write_text(OLD)
    git("add", ".")
    git("commit", "--quiet", "--message", "Hidden")
    assert told("--git", "HEAD", "samples") == (0, "Nothing changed\n")
    assert told("--git", "HEAD", "samples/.hidden")[1].endswith(": Nothing changed\n")


def test_what_git_does_not_know(repository: Path) -> None:
    for arguments in (("no-such:a.journey", "samples/minimal.journey"), ("--git", "v9", ".")):
        code, out = told(*arguments)
        assert code == 2
        assert "error: git knows no such thing: " in out
    code, out = told("--git", "HEAD", "no-such-folder")
    assert code == 2
    assert "no-such-folder: error: There is no such file." in out


def test_where_there_is_no_commit_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "--quiet")
    (tmp_path / "a.journey").write_text(OLD)
    code, out = told("--git", "HEAD", ".")
    assert code == 2
    assert "There are no commits in this repository yet: make the first one." in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("HEAD:journeys", "journeys/came.journey"), "This is no file there, but a folder or a"),
        (("HEAD:journeys/new.journey", "journeys/new.journey"), "exists on disk, but not in"),
        (("http://example.com/a.journey", "journeys/new.journey"), "An address is not read."),
        (("--git", "HEAD:journeys", "."), "A revision has no path here."),
        (("--git", "HEAD", "-"), "Standard input has no revisions"),
    ],
)
def test_what_is_no_version(repository: Path, arguments: tuple[str, ...], said: str) -> None:
    code, out = told(*arguments)
    assert code == 2
    assert said in out


def test_patterns_and_names_of_any_kind(repository: Path) -> None:
    for name in ("two words.journey", "ünïcode.journey", "new\nline.journey", "a[1].journey"):
        (repository / name).write_text(OLD)
    git("add", ".")
    git("commit", "--quiet", "--message", "Odd names")
    for path in repository.glob("*.journey"):
        path.write_text(NEW)
    code, out = told("--git", "HEAD", "--exit-code", "*.journey")
    heads = [line.rpartition("): ")[0] for line in out.splitlines() if not line.startswith(" ")]
    assert code == 1
    assert [one.rpartition(" (")[2] for one in heads] == [
        *("a[1].journey", "new\\nline.journey", "two words.journey", "ünïcode.journey")
    ]
    (repository / "two words.journey").unlink()
    assert "(two words.journey): The journey is gone" in told("--git", "HEAD", "two*.journey")[1]
    assert told("--git", "HEAD", "journeys/*")[1] == "Nothing changed\n"


def test_a_submodule_has_its_own_versions(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path_factory.mktemp("other")
    monkeypatch.chdir(other)
    git("init", "--quiet")
    (other / "l.journey").write_text(OLD)
    git("add", ".")
    git("commit", "--quiet", "--message", "First")
    monkeypatch.chdir(repository)
    git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(other), "libs")
    git("commit", "--quiet", "--message", "With it")
    (repository / "libs/l.journey").write_text(NEW)
    code, out = told("--git", "HEAD", "libs")
    assert (code, out.splitlines()) == (
        0,
        ["libs is a submodule, and passed over: ask for its versions in it.", "Nothing changed"],
    )
    assert told("--git", "HEAD", "libs/l.journey", "journeys/new.journey")[1].startswith(
        "libs is a submodule, and passed over: ask for its versions in it.\nFinding a"
    )
    monkeypatch.chdir(repository / "libs")
    assert "(l.journey): 1 added" in told("--git", "HEAD", ".")[1]


def test_without_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out = told("--git", "HEAD", ".")
    assert code == 2
    assert "not a git repository" in out


def test_what_git_does_not_know_has_a_way_out(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    def advice(*arguments: str) -> str:
        outcome = CliRunner().invoke(command_line(), list(arguments))
        assert outcome.exit_code == 2
        return outcome.output.partition("= help: ")[2].strip()

    known = "Name a revision that is here, such as `HEAD~1`; fetch that of another place first."
    assert advice("ci", "--base", "v9", "journeys") == known
    assert advice("diff", "--git", "v9", "journeys") == known
    both = ("HEAD:journeys/no.journey", "journeys/bicycle.journey")
    assert advice("diff", *both).startswith("Name a revision and a path in it, such as ")
    git("clone", "--quiet", "--depth", "1", repository.as_uri(), "shallow")
    monkeypatch.chdir(repository / "shallow")
    lacking = "Only the last commits are here: fetch the others first. (In CI, `fetch-depth: 0` on"
    lacking += " GitHub, `GIT_DEPTH: 0` on GitLab.)"
    assert advice("ci", "--base", "HEAD~1", "journeys") == lacking
    assert advice("diff", "HEAD~1:journeys/bicycle.journey", "journeys/bicycle.journey") == lacking
    monkeypatch.chdir(tmp_path_factory.mktemp("none"))
    nowhere = "Run it in a clone of the repository that has the versions."
    assert advice("ci", "--base", "main") == nowhere


def test_what_a_change_means_for_its_reviewers(repository: Path) -> None:
    run = CliRunner().invoke
    outcome = run(command_line(), ["ci", "--base", "HEAD", "journeys", "-f", "text"])
    lines = outcome.output.splitlines()
    assert outcome.exit_code == 0
    assert lines[0].startswith("3 journeys changed since HEAD; ")
    assert "    + Try it" in lines
    assert run(command_line(), ["ci", "--base", "HEAD", "samples"]).output.startswith(
        "<!-- journeyctl ci -->\n# Journeys\n\n0 journeys changed since HEAD; "
    )
    new = repository / "journeys/bicycle.journey"
    new.write_text(new.read_text().replace("@ana #web :4", "@anna #web :4", 1))
    run(command_line(), ["ci", "--base", "HEAD", "journeys", "-o", "comment.md"])
    text = (repository / "comment.md").read_text()
    told = [line for line in text.splitlines() if "No actor is declared" in line]
    assert told[0].startswith("- **error** journeys/bicycle.journey:")
    assert told[0].endswith("is declared as `anna`. (N001 undeclared-name)")


def test_what_could_not_be_read_is_neither_new_nor_gone(repository: Path) -> None:
    bicycle, went = repository / "journeys/bicycle.journey", repository / "journeys/came.journey"
    went.rename(repository / "journeys/went.journey")
    bicycle.write_bytes(b"journey: \xff\n")
    git("commit", "--quiet", "--all", "--message", "Spoil")
    bicycle.write_text(NEW)
    (repository / "journeys/went.journey").write_bytes(b"journey: \xff\n")
    code, out = told("--git", "HEAD", "journeys")
    assert code == 2
    assert out.count("The byte 0xFF is not UTF-8.") == 2
    heads = [line for line in out.splitlines() if line.startswith("Buying") or "gone" in line]
    assert heads == []
    (repository / "journeys/went.journey").write_text(OLD)
    outcome = CliRunner().invoke(command_line(), ["ci", "--base", "HEAD", "journeys", "-f", "text"])
    assert outcome.exit_code == 0
    assert "error: The byte 0xFF is not UTF-8." in outcome.output
    assert "HEAD:./journeys/bicycle.journey" in outcome.output


def test_a_review_is_in_one_language(repository: Path) -> None:
    new = repository / "journeys/bicycle.journey"
    new.write_text(NEW.replace("\n", "\nlanguage: id\n", 1))

    def told(*options: str) -> str:
        asked = ["ci", "--base", "HEAD", "journeys", "-f", "text", *options]
        return CliRunner().invoke(command_line(), asked).output

    assert "1 added, 1 removed" in told()
    assert "The journey is gone" in told()
    assert "1 ditambahkan, 1 dihapus" in told("--lang", "id")
    assert "The journey is gone" not in told("--lang", "id")


def test_of_very_many_changes_as_much_is_told_as_there_is_room_for(repository: Path) -> None:
    paths = [repository / f"journeys/{number}.journey" for number in range(60)]
    for path in paths:
        path.write_text(OLD)
    git("add", ".")
    git("commit", "--quiet", "--message", "Many")
    for path in paths:
        path.write_text(NEW)
    outcome = CliRunner().invoke(command_line(), ["ci", "--base", "HEAD", "journeys"])
    assert 40_000 < len(outcome.output) < 65_536
    assert " more there is no room to tell: see `journeyctl diff`." in outcome.output


@pytest.mark.parametrize("command", ["diff", "ci"])
def test_the_examples_of_the_help(command: str, repository: Path) -> None:
    git("branch", "--force", "main", "HEAD")
    help = CliRunner().invoke(command_line(), [command, "--help"]).output
    examples = [line.strip() for line in help.splitlines() if line.startswith("    journeyctl ")]
    assert len(examples) >= 2
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for example in examples:
        command = example.replace("journeyctl", f"{sys.executable} -m journeyctl", 1)
        subprocess.run(["bash", "-c", command], check=True, env=environment, capture_output=True)
