"""What the documentation shows is what happens: every file, command and output of it."""

import base64
import gzip
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from journeyctl.cli import command_line
from tests.make_gallery import PICTURES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
PAGES = sorted(
    str(page.relative_to(ROOT)) for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
)

BLOCK = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n)?(?P<ticks>`{3,})(?P<kind>\w+)\n(?P<text>.*?)^(?P=ticks)$",
    re.M | re.S,
)


def commands(block: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with the output that is shown under it."""
    parts = re.split(r"^\$ (.*)\n", block, flags=re.M)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def run(block: str) -> str:
    """The block as a shell shows it: each command, and what it writes."""
    shown, code = "", 0
    for command, _ in commands(block):
        output, code = done(command, code)
        shown += f"$ {command}\n{output}"
    return shown


def done(command: str, last: int) -> tuple[str, int]:
    """What a command writes, and its exit code; ``last`` is that of the one before, ``$?``.

    What needs no shell runs in this process: a process of its own is most of its time.
    """
    if command.startswith("journeyctl ") and not set(command) & set("|<>&;$*'"):
        arguments = shlex.split(command)[1:]
        result = CliRunner().invoke(command_line(arguments), arguments, prog_name="journeyctl")
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return result.output, result.exit_code
    script = f"exec 2>&1\n(exit {last})\n{command}\n"
    process = subprocess.run(["bash", "-c", script], capture_output=True, check=False)
    return process.stdout.decode(), process.returncode


@pytest.fixture
def journeyctl_in_path(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "journeyctl"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m journeyctl "$@"\n')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.mark.usefixtures("journeyctl_in_path")
@pytest.mark.parametrize(
    ("page", "files", "least"),
    [
        ("README.md", 1, 4),
        ("docs/checking.md", 2, 7),
        ("docs/pictures.md", 1, 7),
        ("docs/comparing.md", 2, 3),
        ("docs/exchange.md", 2, 3),
        ("docs/ci.md", 1, 1),
        ("docs/embedding.md", 2, 2),
        ("docs/numbers.md", 1, 2),
        ("docs/themes.md", 2, 2),
        ("docs/templates.md", 2, 2),
        ("docs/slides.md", 1, 2),
    ],
)
def test_what_a_page_shows_happens(
    page: str, files: int, least: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = happened = 0
    for block in BLOCK.finditer((ROOT / page).read_text()):
        if block["file"]:
            (tmp_path / block["file"]).write_text(block["text"])
            shown += 1
        elif block["kind"] == "console":
            assert run(block["text"]) == block["text"]
            happened += 1
    assert shown == files
    assert happened >= least


@pytest.mark.usefixtures("journeyctl_in_path")
def test_the_alerts_arrive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The upload of docs/checking.md, with a curl that keeps what it is given."""
    page = (ROOT / "docs/checking.md").read_text()
    blocks = re.findall(r"^```sh\n(.*?)^```$", page, re.M | re.S)
    assert len(blocks) == 3
    (tmp_path / "journeys").mkdir()
    (tmp_path / "journeys/minimal.journey").write_text("journey: X\nstage a\n")
    curl = tmp_path / "bin" / "curl"
    curl.parent.mkdir()
    curl.write_text('#!/bin/sh\nprintf "%s\\n" "$@" > given\n')
    curl.chmod(0o755)
    monkeypatch.setenv("PATH", f"{curl.parent}{os.pathsep}{os.environ['PATH']}")
    variables = {"SHA": "abc", "REF": "refs/heads/main", "TOKEN": "t", "REPOSITORY": "a/b"}
    for name, value in {**variables, "API_URL": "https://host.example"}.items():
        monkeypatch.setenv(f"GITHUB_{name}", value)
    for block, code in zip(blocks, (1, 0, 0), strict=True):
        done = subprocess.run(
            ["bash", "-ec", block], cwd=tmp_path, check=False, capture_output=True
        )
        assert (done.returncode, done.stderr) == (code, b"")
    given = (tmp_path / "given").read_text().splitlines()
    assert given[-1] == "https://host.example/repos/a/b/code-scanning/sarifs"
    assert "Authorization: Bearer t" in given
    sent = json.loads((tmp_path / "upload.json").read_text())
    log = json.loads(gzip.decompress(base64.b64decode(sent.pop("sarif"))))
    assert sent == {"commit_sha": "abc", "ref": "refs/heads/main"}
    assert log["runs"][0]["results"]


def test_the_pictures_of_the_readme_are_in_the_gallery() -> None:
    pictures = re.findall(r"!\[[^]]+\]\(docs/pictures/([\w.-]+)\)", README)
    assert len(pictures) == 2
    assert set(pictures) <= {picture.file for picture in PICTURES}


def test_the_readme_names_every_sample() -> None:
    named = re.findall(r"\(samples/([\w-]+)\.journey\)", README.partition("## Samples")[2])
    assert sorted(named) == sorted(path.stem for path in (ROOT / "samples").glob("*.journey"))


@pytest.mark.parametrize("name", ["first", "second"])
def test_the_two_commands_are_one_line_each(name: str) -> None:
    """They run in .ci/run, which finds them by the same marks."""
    (command,) = re.findall(rf"^<!-- {name} -->\n```sh\n(.*?)^```$", README, re.M | re.S)
    assert command.count("\n") == 1
    assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    """To a file that is there, and to a heading of it as GitHub names them."""
    links = re.findall(r"\]\(((?!https?:)[^)\s]+)\)", without_code(ROOT / page))
    missing = [link for link in links if not leads_somewhere(page, link)]
    assert missing == []


def without_code(page: Path) -> str:
    return re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.M | re.S)


def leads_somewhere(page: str, link: str) -> bool:
    path, _, anchor = link.partition("#")
    target = ROOT / page if not path else (ROOT / page).parent / path
    if not anchor:
        return target.exists()
    headings = re.findall(r"^#+ (.*)$", without_code(target), re.M)
    return anchor in [re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings]
