"""What the shell completes: every option that takes one of a known list, rules and paths."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeyctl.commands.completion import paths, values
from journeyctl.commands.options import files, known
from journeyctl.rules.choose import KINDS
from journeyctl.views.catalogue import VIEWS

ROOT = Path(__file__).parents[2]
ALL = """
import json
import typer
from journeyctl.cli import command_line
group = typer.main.get_command(command_line())
found = {}
for name, command in group.commands.items():
    context = typer.Context(command, info_name=name)
    for one in command.params:
        if one.type.name == "str":
            items = one.shell_complete(context, "")
            found[f"{name} {one.name}"] = [(item.value, item.help or "") for item in items]
print(json.dumps(found))
"""
FREE = {
    # Paths that the shell itself completes best, and what has no list: names and revisions.
    *("new file", "import file", "import output", "ci base", "diff git"),
    *("check stdin_filename", "fmt stdin_filename", "slides template", "report template"),
    *(f"{one} output" for one in ("render", "report", "slides", "export", "stats", "diff")),
    *(f"{one} out_dir" for one in ("render", "report", "slides", "export")),
    *("compare output", "ci output"),
}


def test_every_option_that_takes_a_word_completes_it(tmp_path: Path) -> None:
    (tmp_path / "a.journey").touch()
    (tmp_path / "b.md").touch()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "_JOURNEYCTL_COMPLETE": "complete_zsh"}
    done = subprocess.run(
        [sys.executable, "-c", ALL], capture_output=True, check=True, cwd=tmp_path, env=environment
    )
    found = {one: dict(items) for one, items in json.loads(done.stdout).items()}
    assert {one for one, items in found.items() if not items} == FREE
    assert list(found["render view"]) == [*VIEWS, "all"]
    assert found["render view"]["map"] == "Journey map"
    assert found["rule name"].keys() == KINDS.keys()
    assert found["check paths"] == {"a.journey": ""}
    assert found["embed pages"] == {"b.md": ""}
    # Typer would break a longer one into lines, and each would be a value.
    assert max(len(said) for items in found.values() for said in items.values()) < 80


def test_nothing_is_looked_at_where_nothing_is_completed() -> None:
    assert (known("a"), files()) == (None, None)


def test_what_follows_a_comma_is_completed() -> None:
    def completed(incomplete: str, *, several: bool) -> list[str]:
        found = values(["x", "y", "z"], incomplete, several=several, group="")
        return [value for value, _ in found]

    assert completed("y,", several=True) == ["y,x", "y,z"]
    assert completed("y,z,a", several=True) == ["y,z,x"]
    assert completed("y,", several=False) == ["x", "y", "z"]


@pytest.mark.parametrize(
    ("begun", "expected"),
    [
        ("", ["a.journey", "far/", "near/"]),
        ("a", ["a.journey"]),
        ("n", ["near/b.journey", "near/c.journey"]),
        ("far", ["far/off/d.journey"]),
        ("near/c", ["near/c.journey"]),
        (".", [".hidden/e.journey"]),
        ("nothing/", []),
        ("x", []),
    ],
)
def test_paths_lead_to_journeys(
    begun: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "near/b", "near/c", "far/off/d", ".hidden/e", "near/q/not one"):
        file = tmp_path / f"{name}.journey"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    (tmp_path / "near/q/not one.journey").rename(tmp_path / "x 1.journey")
    (tmp_path / "near/q").rmdir()
    monkeypatch.chdir(tmp_path)
    # A name that must be quoted is left to the shell, with all that it begins like.
    assert paths(begun, (".journey",)) == ([] if begun == "" else expected)
    (tmp_path / "x 1.journey").unlink()
    assert paths(begun, (".journey",)) == expected
