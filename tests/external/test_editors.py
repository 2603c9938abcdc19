"""Neovim with the files of ``docs/editors/vim``: it checks, formats and colours as the page says.

It fails where ``nvim`` is not installed.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from journeyctl import pipeline
from journeyctl.source import Source
from journeyctl.syntax.formatter import formatted
from tests.highlight.shown import roles_of
from tests.highlight.texts import BY_HAND

ROOT = Path(__file__).parents[2]
WRONG = "journey: A\nstage a\n   -   B   @it,\n  - → é @it,\n"

# What each of Vim's groups may stand for.
ROLES = {
    "Comment": {"comment", "directive"},
    "Mark": {"mark"},
    "Step": {"label", "quoted"},
    "Declaration": {"declaration"},
    "Name": {"name", "sign"},
    "Label": {"label", "quoted"},
    "Key": {"key", "sign"},
    "Fact": {"value", "title", "name", "sign", "word", "quoted"}
    | {"compare", "quantity", "date", "duration", "address"},
    "Remark": {"value", "label", "quoted"},
    "Answer": {"label", "quoted"},
    "Arrow": {"arrow"},
    "Target": {"target", "quoted"},
    "Leave": {"way"},
    "Wrong": {"wrong"},
    **{name.title(): {name} for name in ("actor", "channel", "feeling", "moment", "id", "share")},
    "Duration": {"duration"},
}

COLOURS = """
let rows = []
for number in range(1, line('$'))
  let row = []
  for column in range(1, len(getline(number)))
    call add(row, synIDattr(synID(number, column, 1), 'name'))
  endfor
  call add(rows, row)
endfor
call Tell(rows)
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    folder = tmp_path / "bin"
    folder.mkdir()
    command = folder / "journeyctl"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m journeyctl "$@"\n')
    command.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def neovim(script: str, file: Path, path: str) -> Any:
    """What the script told (``call Tell(value)``) after the file was opened."""
    told = file.parent / "told.json"
    (file.parent / "script.vim").write_text(
        "function! Tell(value)\n"
        f"  call writefile([json_encode(a:value)], '{told}')\n"
        "endfunction\n"
        f"set runtimepath^={ROOT}/docs/editors/vim\nfiletype plugin on\nsyntax on\n"
        f"edit {file}\n{script}\nqall!\n"
    )
    subprocess.run(
        ["nvim", "--headless", "-u", "NONE", "-i", "NONE", "-S", str(file.parent / "script.vim")],
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)},
        timeout=60,
        check=True,
        capture_output=True,
    )
    return json.loads(told.read_text("utf-8"))


def quickfix(items: list[dict[str, Any]]) -> list[tuple[int, int, str, str]]:
    return [(item["lnum"], item["col"], item["type"], item["text"]) for item in items]


def findings(text: str) -> list[tuple[int, int, str, str]]:
    source = Source("a.journey", text)
    return [
        (
            *source.line_column(one.start),
            one.severity[0],
            f"{one.message} [{one.kind.code} {one.kind.name}]",
        )
        for one in pipeline.check(source)[1]
    ]


def test_make_lists_the_findings_of_the_saved_file(tmp_path: Path, path: str) -> None:
    file = tmp_path / "a b.journey"
    file.write_text(WRONG, "utf-8")
    told = neovim("silent make!\ncall Tell(getqflist())", file, path)
    assert quickfix(told) == findings(WRONG)
    assert len(told) >= 2


def test_the_cursor_goes_to_the_sign_that_is_wrong(tmp_path: Path, path: str) -> None:
    file = tmp_path / "a.journey"
    file.write_text(WRONG, "utf-8")
    at_cursor = "strpart(getline('.'), col('.') - 1)"
    told = neovim(f"silent make!\nsilent clast\ncall Tell({at_cursor})", file, path)
    assert told == "@it,"


def test_journey_check_lists_the_findings_of_what_is_not_saved(tmp_path: Path, path: str) -> None:
    file = tmp_path / "a.journey"
    script = f"call setline(1, {WRONG.splitlines()!r})\nJourneyCheck\ncall Tell(getqflist())"
    assert quickfix(neovim(script, file, path)) == findings(WRONG)
    assert not file.exists()


def test_gq_formats_the_file(tmp_path: Path, path: str) -> None:
    file = tmp_path / "a.journey"
    file.write_text(WRONG, "utf-8")
    told = neovim("silent normal! gggqG\ncall Tell(getline(1, '$'))", file, path)
    assert told == formatted(Source("a.journey", WRONG)).splitlines()
    assert told[2:3] == ["  - B    @it,"]


@pytest.mark.parametrize("text", BY_HAND)
def test_its_colours_are_those_of_the_description(text: str, tmp_path: Path, path: str) -> None:
    file = tmp_path / "a.journey"
    file.write_text(text, "utf-8")
    rows = neovim(COLOURS, file, path)
    lines = text.splitlines()
    assert len(rows) == len(lines)
    start = seen = 0
    roles = roles_of(text)
    for line, row in zip(lines, rows, strict=True):
        for place, sign in enumerate(line):
            group = row[len(line[:place].encode())].removeprefix("journey")
            role = roles[start + place]
            if role and not sign.isspace():
                seen += 1
                assert role in ROLES[group], (line, sign, group)
        start += len(line) + 1
    assert seen > 50
