"""What the documentation shows is what happens: every file, command and output of it."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from journeyctl import pipeline
from journeyctl.source import Source
from tests.conftest import Golden

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text()
END = "--- end of the output ---"

BLOCK = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.M | re.S
)


def commands(block: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with the output that is shown under it."""
    parts = re.split(r"^\$ (.*)\n", block, flags=re.M)[1:]
    return list(zip(parts[::2], parts[1::2], strict=True))


def run(block: str, folder: Path) -> str:
    """The block as a shell shows it: each command, and what it writes."""
    script = "".join(
        f"{command}\ncode=$?; echo '{END}'; (exit $code)\n" for command, _ in commands(block)
    )
    done = subprocess.run(
        ["bash", "-c", f"exec 2>&1\n{script}"], cwd=folder, capture_output=True, check=False
    )
    outputs = done.stdout.decode().split(f"{END}\n")
    return "".join(
        f"$ {command}\n{output}"
        for (command, _), output in zip(commands(block), outputs[:-1], strict=True)
    )


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
def test_the_five_minutes_of_the_readme(tmp_path: Path) -> None:
    shown = happened = 0
    for block in BLOCK.finditer(README):
        if block["file"]:
            (tmp_path / block["file"]).write_text(block["text"])
            shown += 1
        elif block["kind"] == "console":
            assert run(block["text"], tmp_path) == block["text"]
            happened += 1
    assert shown == 1
    assert happened >= 4


def test_the_pictures_of_the_readme_are_drawn_from_all_samples(golden: Golden) -> None:
    pictures = re.findall(r"!\[[^]]+\]\(docs/pictures/([\w-]+)\.svg\)", README)
    samples = {sample.stem: sample for sample in (ROOT / "samples").glob("*.journey")}
    assert sorted(pictures) == sorted(samples)
    for name in pictures:
        text = samples[name].read_text(encoding="utf-8")
        journey, _ = pipeline.check(Source(samples[name].name, text))
        drawn, _ = pipeline.draw(journey, ["svg"], pipeline.Options())
        golden(f"../docs/pictures/{name}.svg", drawn["svg"].decode())


@pytest.mark.parametrize("name", ["first", "second"])
def test_the_two_commands_are_one_line_each(name: str) -> None:
    """They run in .ci/run, which finds them by the same marks."""
    (command,) = re.findall(rf"^<!-- {name} -->\n```sh\n(.*?)^```$", README, re.M | re.S)
    assert command.count("\n") == 1
    assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")


@pytest.mark.parametrize("page", ["README.md", "CHANGELOG.md", "docs/language.md"])
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text()
    links = re.findall(r"\]\(((?!https?:)[^)#]+)", text)
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []
