"""The action, the hooks and the recipes of docs/ci.md, run as far as that goes without a service.

They run in a repository of their own that has a clone of this one in ``tools/journeyctl``.
"""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/ci.md").read_text()

JOURNEY = """\
journey: Buying tea

stage awareness
  - Taste it  #home :5

stage decision
  - Choose a kind  #shop :4
"""


class Done(NamedTuple):
    code: int
    out: str
    err: str


def recipe(name: str) -> str:
    """The block of the page behind a mark."""
    (found,) = re.findall(rf"^<!-- {name} -->\n```\w+\n(.*?)^```$", PAGE, re.M | re.S)
    return str(found)


def run(script: str, **variables: str) -> Done:
    """A script as GitHub runs it."""
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        env={**os.environ, **variables},
        capture_output=True,
        check=False,
        text=True,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: journeys under git with their pictures, and this repository in it."""
    folder = tmp_path / "work space"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("GITHUB_ACTIONS", "PYTHONPATH"):
        monkeypatch.delenv(name, raising=False)
    git("init", "--quiet", "--initial-branch", "main")
    git("clone", "--quiet", "--no-hardlinks", str(ROOT), "tools/journeyctl")
    Path(".gitignore").write_text("tools\n.journeyctl\n")
    for number in range(6):
        path = Path(f"journeys/{'ab'[number % 2]}/tea {number}.journey")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(JOURNEY.replace("tea", f"tea {number}"))
    git("add", ".")
    git("commit", "--quiet", "--message", "First")
    return folder


@pytest.fixture
def commands(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in PATH with journeyctl, and a pip, a gh and a curl that do nothing."""
    folder = tmp_path / "bin"
    folder.mkdir()
    clone = workspace / "tools/journeyctl"
    for name, script in (
        ("journeyctl", f'PYTHONPATH="{clone}" exec "{sys.executable}" -m journeyctl "$@"'),
        ("pip", f'printf "%s\\n" "$@" > "{folder}/pip.txt"'),
        ("gh", f'printf "%s\\n" "$@" > "{folder}/gh.txt"'),
        ("curl", f'printf "%s\\n" "$@" > "{folder}/curl.txt"'),
    ):
        (folder / name).write_text(f"#!/bin/sh\n{script}\n")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return folder


def draw(*options: str) -> None:
    done = run('journeyctl render journeys "$@"'.replace('"$@"', " ".join(options)))
    assert done.code == 0, done.err


class Action:
    """The action with its inputs, step by step."""

    def __init__(self, folder: Path, given: Mapping[str, Any]) -> None:
        action = yaml.safe_load((folder / "action.yml").read_text())
        assert set(given) <= set(action["inputs"])
        self.inputs = {name: one.get("default", "") for name, one in action["inputs"].items()}
        self.inputs |= {name: self._text(value) for name, value in given.items()}
        self.steps = {step["name"]: step for step in action["runs"]["steps"]}
        assert all(step["shell"] == "bash" for step in self.steps.values())
        self.variables = {"GITHUB_ACTION_PATH": str(folder)}

    @staticmethod
    def _text(value: object) -> str:
        return str(value).lower() if isinstance(value, bool) else str(value)

    def step(self, name: str) -> Done:
        step = self.steps[name]
        assert "${{" not in step["run"], "an input in a script would be run"
        names = {
            key: re.fullmatch(r"\$\{\{ inputs\.(\w+) \}\}", value)
            for key, value in step.get("env", {}).items()
        }
        given = {key: self.inputs[found[1]] for key, found in names.items() if found}
        assert given.keys() == names.keys()
        return run(step["run"], **self.variables, **given)


def test_the_action(commands: Path, workspace: Path, tmp_path: Path) -> None:
    draw("--view", "flow,map")
    clone = workspace / "tools/journeyctl"
    (step,) = (
        one
        for one in yaml.safe_load(recipe("github"))["jobs"]["journeys"]["steps"]
        if one["uses"] == "./tools/journeyctl"
    )
    given = {**step["with"], "base": "HEAD", "pages": "page.md\na page.md"}
    action = Action(clone, given)
    summary, path = tmp_path / "summary.md", tmp_path / "path"
    temporary = tmp_path / "temporary files"
    temporary.mkdir()
    action.variables |= {
        "RUNNER_TEMP": str(temporary),
        "GITHUB_PATH": str(path),
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    (commands / "pip").unlink()
    assert action.step("Install journeyctl").code == 0
    action.variables["PATH"] = f"{path.read_text().strip()}{os.pathsep}{os.environ['PATH']}"
    (commands / "journeyctl").unlink()

    for page in ("page.md", "a page.md"):
        Path(page).write_text("# Nothing yet\n")
    rest = list(action.steps)[1:]
    assert [action.step(name).code for name in rest] == [0, 0, 0, 0]
    assert "0 journeys changed since HEAD" in summary.read_text()

    changed = Path("journeys/a/tea 0.journey")
    changed.write_text(changed.read_text().replace("#shop :4", "@@ #shop :2"))
    Path("a page.md").write_text("<!-- journeyctl: journeys/b/tea 1.journey -->\n")
    check, told, pictures, pages = (action.step(name) for name in rest)
    assert (check.code, told.code, pictures.code, pages.code) == (1, 0, 1, 1)
    assert "\n::error file=journeys/a/tea 0.journey,line=7," in f"\n{check.out}"
    assert "1 journey changed since HEAD" in summary.read_text()
    assert pictures.out.splitlines() == [
        f"journeys/a/tea 0.{view}.svg: out of date: the journey has changed"
        for view in ("flow", "map")
    ]
    assert "a page.md:1: out of date: the image" in pages.out


def test_the_action_says_that_it_is_not_told_where_the_journeys_are(workspace: Path) -> None:
    action = Action(workspace / "tools/journeyctl", {"base": "HEAD", "render": "--view flow"})
    for name in list(action.steps)[1:4]:
        done = action.step(name)
        assert done.code != 0
        assert "the input paths is missing" in done.err


def test_the_comment_on_github(commands: Path) -> None:
    job = yaml.safe_load(recipe("comment"))["jobs"]["tell"]
    assert job["permissions"] == {"contents": "read", "pull-requests": "write"}
    install, told = job["steps"][1:]
    assert told["env"] == {
        "GH_TOKEN": "${{ github.token }}",
        "NUMBER": "${{ github.event.number }}",
    }
    script = f"{install['run']}\n{told['run']}"
    changed = Path("journeys/a/tea 0.journey")
    # With an error, too: that is for the other steps to fail with.
    changed.write_text(changed.read_text().replace(":5", ":2").replace("#shop", "@@ #shop"))
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    done = run(script, GITHUB_BASE_REF="main", NUMBER="12")
    assert done.code == 0, done.err
    assert (commands / "gh.txt").read_text().split("\n")[:3] == ["pr", "comment", "12"]
    comment = Path("comment.md").read_text()
    assert "feeling 5 → 2, worse" in comment
    assert "- **error** journeys/a/tea 0.journey:7: " in comment
    assert run(script, GITHUB_BASE_REF="none", NUMBER="12").code != 0


def test_gitlab(commands: Path) -> None:
    draw("--view", "flow,map")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    job = yaml.safe_load(recipe("gitlab"))["journeys"]
    assert job["artifacts"] == {"when": "always", "paths": ["comment.md"]}
    given = {
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_API_V4_URL": "https://gitlab.example/api/v4",
        "CI_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "12",
    }
    script, after = ("\n".join(job[name]) for name in ("script", "after_script"))
    done = run(script, **given)
    assert done.code == 0, done.err
    assert (commands / "pip.txt").read_text().endswith("./tools/journeyctl\n")
    assert "0 journeys changed" in Path("comment.md").read_text()
    assert run(after, **given).code == 0
    assert not (commands / "curl.txt").exists()
    changed = Path("journeys/a/tea 0.journey")
    changed.write_text(changed.read_text().replace("#shop", "@@ #shop"))
    assert run(script, **given).code == 1
    assert run(f"JOURNEYCTL_TOKEN=x\n{after}", **given).code == 0
    comment = Path("comment.md").read_text()
    assert comment.startswith("<!-- journeyctl ci -->\n")
    assert "- **error** journeys/a/tea 0.journey:7: " in comment
    asked = (commands / "curl.txt").read_text().splitlines()
    assert asked[-1].endswith("/api/v4/projects/3/merge_requests/12/notes")


def test_anywhere(commands: Path) -> None:
    draw("--view", "flow,map")
    (commands / "journeyctl").unlink()
    done = run(recipe("plain"))
    assert done.code == 0, done.err
    Path("journeys/a/tea 0.map.svg").unlink()
    assert run(recipe("plain").splitlines()[-1]).code == 1


def test_thousands_over_several_machines(commands: Path) -> None:
    job = yaml.safe_load(recipe("matrix"))["jobs"]["draw"]
    (step,) = (one for one in job["steps"] if "name" in one)
    drawn: list[str] = []
    for part in job["strategy"]["matrix"]["part"]:
        assert run(step["run"].replace("${{ matrix.part }}", str(part))).code == 0
        found = sorted(str(path) for path in Path("pictures").rglob("*.svg"))
        assert found
        drawn += found
        for path in found:
            Path(path).unlink()
    assert sorted(drawn) == [
        f"pictures/journeys/{'ab'[number % 2]}/tea {number}.flow.svg"
        for number in (0, 2, 4, 1, 3, 5)
    ]


def test_pre_commit(workspace: Path, tmp_path: Path) -> None:
    hooks = yaml.safe_load(recipe("pre-commit"))
    there = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert {one["id"] for one in hooks["repos"][0]["hooks"]} == {one["id"] for one in there}
    Path(".pre-commit-config.yaml").write_text(recipe("pre-commit"))
    path = Path("journeys/a/tea 0.journey")
    path.write_text(path.read_text().replace("  #home", "      #home"))
    foreign = Path("tools/odd.journey")  # as where the copy's files are in the repository
    foreign.write_text("stage    x\n")
    git("add", "--force", "tools/odd.journey", ".")
    command = f'"{sys.executable}" -m pre_commit run --all-files'
    first = run(command, PRE_COMMIT_HOME=str(tmp_path / "pre-commit"))
    assert first.code == 1, first.out
    assert re.search(r"Format journeys\.+Failed", first.out)
    assert "  - Taste it  #home :5\n" in path.read_text()
    assert Path("journeys/b/tea 5.map.svg").exists()
    assert foreign.read_text() == "stage    x\n"
    git("add", ".")
    second = run(command, PRE_COMMIT_HOME=str(tmp_path / "pre-commit"))
    assert second.code == 0, second.out
    path.write_text(path.read_text().replace("#shop :4", "@@ #shop :4"))
    third = run(command, PRE_COMMIT_HOME=str(tmp_path / "pre-commit"))
    assert third.code == 1
    assert re.search(r"Check journeys\.+Failed", third.out)


def test_pre_commit_with_what_is_installed(commands: Path, tmp_path: Path) -> None:
    Path(".pre-commit-config.yaml").write_text(recipe("pre-commit local"))
    foreign = Path("tools/odd.journey")
    foreign.write_text("stage    x\n")
    path = Path("journeys/a/tea 0.journey")
    path.write_text(path.read_text().replace("#shop :4", "@@    #shop"))
    git("add", "--force", "tools/odd.journey", ".")
    command = f'"{sys.executable}" -m pre_commit run --all-files'
    done = run(command, PRE_COMMIT_HOME=str(tmp_path / "pre-commit"))
    assert done.code == 1
    assert re.search(r"Check journeys\.+Failed", done.out)
    assert "journeys/a/tea 0.journey:7:" in done.out
    assert foreign.read_text() == "stage    x\n"
    assert "odd.journey" not in done.out
