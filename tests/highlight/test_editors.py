"""What docs/editors.md says works as far as that can be seen without the editors.

Neovim itself runs in ``tests/external/test_editors.py``.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from journeyctl import pipeline
from journeyctl.reporters.concise import concise
from journeyctl.source import Source
from journeyctl.syntax.formatter import formatted
from journeyctl.syntax.keys import PLACES
from tests.highlight.texts import BY_HAND, ODD

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "editors.md").read_text("utf-8")
EDITORS = ROOT / "docs" / "editors"
FILES = dict(re.findall(r"^<!-- (\S+) -->\n```\w+\n(.*?)^```$", PAGE, re.M | re.S))
TASKS = json.loads(FILES[".vscode/tasks.json"])["tasks"]
EXTENSION: dict[str, Any] = json.loads((EDITORS / "vscode" / "package.json").read_text("utf-8"))


def run(arguments: list[str], folder: Path, text: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "journeyctl", *arguments],
        cwd=folder,
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    return done.stdout.decode()


def test_the_matcher_of_vs_code_reads_every_finding() -> None:
    (matcher,) = EXTENSION["contributes"]["problemMatchers"]
    pattern = matcher["pattern"]
    source = Source("my plans/a [1].journey", ODD)
    findings = pipeline.check(source)[1]
    assert {one.severity for one in findings} == {"error", "warning", "hint"}
    for finding in findings:
        line = "".join(text for text, _ in concise(finding)[0])
        found = re.match(pattern["regexp"], line)
        assert found, line
        assert (found[pattern["file"]], found[pattern["severity"]], found[pattern["code"]]) == (
            source.path,
            finding.severity,
            finding.kind.code,
        )
        place = (int(found[pattern["line"]]), int(found[pattern["column"]]))
        assert place == source.line_column(finding.start)


def test_the_tasks_of_vs_code_check_and_format(tmp_path: Path) -> None:
    file = tmp_path / "a.journey"
    file.write_text("journey: A\nstage a\n   -   B   @it,\n", "utf-8")
    said = []
    for task in TASKS:
        assert task["command"] == "journeyctl"
        places = {"${workspaceFolder}": ".", "${file}": "a.journey"}
        said.append(run([places.get(one, one) for one in task["args"]], tmp_path))
    assert said[0].startswith("a.journey:3:12: error: `@it,` is nearly a tag")
    assert file.read_text("utf-8") == "journey: A\nstage a\n  - B  @it,\n"
    matchers = [task["problemMatcher"] for task in TASKS]
    assert matchers == [f"${EXTENSION['contributes']['problemMatchers'][0]['name']}", []]
    (key,) = json.loads(FILES["keybindings.json"])
    assert key["args"] == TASKS[1]["label"]


def test_the_extension_names_files_that_are_there() -> None:
    (language,) = EXTENSION["contributes"]["languages"]
    (grammar,) = EXTENSION["contributes"]["grammars"]
    assert json.loads((EDITORS / "vscode" / language["configuration"]).read_text("utf-8"))
    text = (EDITORS / "vscode" / grammar["path"]).read_text("utf-8")
    assert json.loads(text)["scopeName"] == grammar["scopeName"]


def test_helix_formats_with_the_command_of_the_page(tmp_path: Path) -> None:
    (language,) = tomllib.loads(FILES[".helix/languages.toml"])["language"]
    assert language["formatter"]["command"] == "journeyctl"
    text = BY_HAND[0].replace("  - ", "  -   ")
    formed = run(language["formatter"]["args"], tmp_path, text)
    assert formed == formatted(Source("a.journey", text)) != text
    keys = tomllib.loads(FILES["config.toml"])["keys"]["normal"]["space"]
    assert keys["j"].startswith(":run-shell-command journeyctl check ")


def test_a_text_that_is_not_saved_is_checked(tmp_path: Path) -> None:
    arguments = ["check", "--output-format", "concise", "--stdin-filename", "new/a.journey", "-"]
    said = run(arguments, tmp_path, "journey: A\nstage a\n  - B @it,\n")
    assert said.startswith("new/a.journey:3:7: error: ")


def test_vim_knows_the_keys_of_the_language() -> None:
    text = (EDITORS / "vim" / "syntax" / "journey.vim").read_text("utf-8")
    (lines,) = re.findall(r"^let s:keys = (.*\n(?:\s+\\.*\n)*)", text, re.M)
    assert set(re.findall(r"[a-z]+", lines)) == PLACES.keys()


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)", PAGE))
def test_links_lead_somewhere(target: str) -> None:
    assert (ROOT / "docs" / target).exists()
