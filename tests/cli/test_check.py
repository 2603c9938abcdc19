"""What ``check`` tells and how it ends: choosing, configuration, formats, many files."""

import json
from collections import Counter
from pathlib import Path

import pytest

from journeyctl import many, pipeline
from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Journey
from journeyctl.source import Source
from tests.cli.conftest import GOOD, WARNED, WRONG, Run

BOTH = "wrong.journey", "warned.journey"


def names(cli: Run, *arguments: str, given: str = "") -> list[str]:
    """``path severity name`` of each finding."""
    outcome = cli("check", "--output-format", "json", *arguments, given=given)
    assert outcome.err == ""
    found = json.loads(outcome.out)["findings"]
    return [f"{one['path']} {one['severity']} {one['name']}" for one in found]


WRONG_FOUND = "wrong.journey error undeclared-name"
WARNED_FOUND = "warned.journey warning unused-name"


# Choosing


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ([], [WRONG_FOUND, WARNED_FOUND]),
        (["--select", "names"], [WRONG_FOUND, WARNED_FOUND]),
        (["--select", "n007"], [WARNED_FOUND]),
        (["--select", "order, Unused Name"], [WARNED_FOUND]),
        (["--select", "order", "--select", "undeclared-name"], [WRONG_FOUND]),
        (["--ignore", "N007"], [WRONG_FOUND]),
        (["--ignore", "N"], []),
        (["--select", "N", "--ignore", "undeclared-name"], [WARNED_FOUND]),
        (["--select", "N007", "--ignore", "names"], []),
    ],
)
def test_choosing(arguments: list[str], found: list[str], cli: Run) -> None:
    assert names(cli, *BOTH, *arguments) == found


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_rule_that_is_none(option: str, cli: Run) -> None:
    outcome = cli("check", "good.journey", option, "order,no-way-bak")
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err.endswith(
        f"Error: Invalid value for {option}: There is no rule `no-way-bak`."
        " Did you mean `no-way-back`?\n"
    )
    assert "See `journeyctl rule --all`." in cli("check", "good.journey", option, "zzzzzzz").err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["warned.journey"], 0),
        (["warned.journey", "--strict"], 1),
        (["warned.journey", "--strict", "--exit-zero"], 0),
        (["warned.journey", "--strict", "--ignore", "names"], 0),
        (["wrong.journey"], 1),
        (["wrong.journey", "--exit-zero"], 0),
        (["wrong.journey", "--diff", "--exit-zero"], 0),
        (["wrong.journey", "--ignore", "undeclared-name"], 0),
        (["wrong.journey", "--select", "order"], 0),
        (["missing.journey", "--exit-zero"], 2),
        (["missing.journey", "--select", "order"], 2),
        (["missing.journey", "--ignore", "files"], 2),
    ],
)
@pytest.mark.parametrize("format", ["full", "concise", "json", "github", "sarif"])
def test_exit_codes_are_those_of_what_is_told(
    arguments: list[str], code: int, format: str, cli: Run
) -> None:
    assert cli("check", *arguments, "--output-format", format).code == code


def test_comments_ignore(cli: Run) -> None:
    above = WRONG.replace("  - Hear", "  // journey: ignore[undeclared-name] asked\n  - Hear")
    assert names(cli, "-", given=above) == []
    whole = "// journey: ignore[names, empty-stage]\n" + WARNED
    assert names(cli, "-", given=whole) == ["<stdin> warning unused-ignore"]
    assert names(cli, "-", "--ignore", "names", "--ignore", "C001", given=whole) == []
    # One that ignores what nobody asked for is no less used.
    assert names(cli, "-", "--ignore", "empty-stage,C001", given=above) == []
    assert names(cli, "-", "--select", "choosing", given=above) == []


# Configuration


def test_the_configuration_holds_for_what_is_below_it(cli: Run) -> None:
    Path("sub").mkdir()
    Path("sub/warned.journey").write_text(WARNED)
    Path("journeyctl.toml").write_text('error = ["unused-name"]\n')
    Path("sub/pyproject.toml").write_text('[tool.journeyctl]\nignore = ["N007"]\n')
    assert names(cli, "warned.journey", "sub") == ["warned.journey error unused-name"]
    assert cli("check", "warned.journey").code == 1
    assert cli("check", "sub").code == 0


def test_the_command_line_wins(cli: Run) -> None:
    Path("journeyctl.toml").write_text('select = ["order"]\nerror = ["unused-name"]\n')
    assert names(cli, *BOTH) == []
    raised = "warned.journey error unused-name"
    assert names(cli, *BOTH, "--select", "N") == [WRONG_FOUND, raised]
    Path("journeyctl.toml").write_text('ignore = ["unused-name"]\n')
    assert names(cli, *BOTH, "--ignore", "undeclared-name") == []
    assert names(cli, *BOTH, "--select", "N007") == [WARNED_FOUND]


def test_standard_input_has_the_configuration_of_its_folder(cli: Run) -> None:
    Path("journeyctl.toml").write_text('error = ["unused-name"]\n')
    Path("sub").mkdir()
    Path("sub/journeyctl.toml").write_text('ignore = ["unused-name"]\n')
    assert names(cli, "-", given=WARNED) == ["<stdin> error unused-name"]
    assert names(cli, "-", "--stdin-filename", "sub/x.journey", given=WARNED) == []
    told = names(cli, "-", "--stdin-filename", "no/such/x.journey", given=WARNED)
    assert told == ["no/such/x.journey error unused-name"]


def test_a_configuration_that_is_wrong_is_told_once_and_the_rest_is_done(cli: Run) -> None:
    Path("journeyctl.toml").write_text('ignore = ["unused-nam"]\n')
    outcome = cli("check", ".")
    assert outcome.code == 2
    assert outcome.out.startswith(
        "journeyctl.toml:1:12: error: There is no rule `unused-nam`. [X401 bad-configuration]\n"
        "  |\n"
        '1 | ignore = ["unused-nam"]\n'
        "  |            ^^^^^^^^^^\n"
        "  = help: Did you mean `unused-name`?\n\n"
        "warned.journey:3:7:"
    )
    assert outcome.out.endswith("\n2 errors, 1 warning in 3 files; --fix mends 1\n")


@pytest.mark.parametrize("command", ["render", "report"])
def test_what_is_ignored_is_told_nowhere(command: str, cli: Run) -> None:
    Path("journeyctl.toml").write_text('ignore = ["undeclared-name"]\n')
    outcome = cli(command, "wrong.journey", "-o", "-")
    assert (outcome.code, outcome.err) == (0, "")
    assert "No actor is declared" not in outcome.out
    Path("journeyctl.toml").write_text('error = ["unused-name"]\n')
    assert cli(command, "warned.journey", "-o", "-").code == 1


def test_a_warning_of_the_picture_can_be_ignored_and_is_not_deselected(cli: Run) -> None:
    Path("good.journey").write_text(GOOD.replace("Decide", "支付"))
    Path("journeyctl.toml").write_text('select = ["order"]\n')
    assert "no-glyphs" in cli("render", "good.journey", "-f", "png").err
    Path("journeyctl.toml").write_text('ignore = ["no-glyphs"]\n')
    assert cli("render", "good.journey", "-f", "png", "--force") == (0, "", "")


# Formats


def test_concise(cli: Run) -> None:
    outcome = cli("check", "--output-format", "concise", "missing.journey", *BOTH)
    assert outcome == (
        2,
        "missing.journey: error: There is no such file. [X101 no-such-file]\n"
        "wrong.journey:6:17: error: No actor is declared as `anna`. [N001 undeclared-name]\n"
        "warned.journey:3:7: warning: The actor `ana` is declared, and never used."
        " [N007 unused-name]\n",
        "",
    )
    assert cli("check", "--output-format", "concise", "good.journey") == (0, "", "")


def test_github(cli: Run) -> None:
    outcome = cli("check", "--output-format", "github", *BOTH)
    lines = outcome.out.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning"]
    assert cli("check", "--output-format", "github", "good.journey") == (0, "", "")


@pytest.mark.parametrize("format", ["json", "sarif"])
def test_documents_are_whole(format: str, cli: Run) -> None:
    for arguments in (["good.journey"], ["missing.journey", "wrong.journey"]):
        outcome = cli("check", "--output-format", format, *arguments)
        assert outcome.err == ""
        assert outcome.out.endswith("}\n")
        json.loads(outcome.out)


def test_sarif_says_whether_all_ran(cli: Run) -> None:
    for argument, ran in (("wrong.journey", True), ("missing.journey", False)):
        (run,) = json.loads(cli("check", "--output-format", "sarif", argument).out)["runs"]
        assert run["invocations"] == [{"executionSuccessful": ran}]
        assert len(run["results"]) == 1


def test_a_format_that_is_none(cli: Run) -> None:
    assert cli("check", "good.journey", "--output-format", "xml").code == 2


# Many files


@pytest.fixture
def crowd(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """More files than one process checks, of each kind, in batches that do not come out even."""
    monkeypatch.setattr(many, "FEW", 10)
    monkeypatch.setattr(many, "BATCH", 16)
    monkeypatch.setattr(many, "CHUNK", 3)
    paths = [f"f{number:02}.journey" for number in range(40)]
    for number, path in enumerate(paths):
        Path(path).write_text((GOOD, WRONG, WARNED)[number % 3])
    Path("f07.journey").write_bytes(b"\0")
    return paths


@pytest.mark.parametrize("cores", [1, 3])
def test_findings_are_in_the_order_of_the_files(
    cores: int, crowd: list[str], cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(many, "_cores", lambda: cores)
    outcome = cli("check", "--output-format", "concise", *crowd, "missing.journey")
    told = [line.partition(":")[0] for line in outcome.out.splitlines()]
    bad = [path for number, path in enumerate(crowd) if number % 3]
    assert told == [*bad, "missing.journey"]
    assert outcome.code == 2
    assert outcome.err == ""
    summary = cli("check", *crowd).out.splitlines()[-1]
    assert summary == "13 errors, 13 warnings in 40 files; --fix mends 12"


@pytest.mark.parametrize("cores", [1, 2])
def test_one_file_that_fails_does_not_stop_the_rest(
    cores: int, crowd: list[str], cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(source: Source) -> tuple[Journey, list[Diagnostic]]:
        if source.path == "f05.journey":
            raise KeyError("secret of the user")
        return pipeline.check(source)

    monkeypatch.setattr(many, "_cores", lambda: cores)
    monkeypatch.setattr(many, "check", broken)
    outcome = cli("check", "--output-format", "concise", *crowd)
    assert outcome.code == 2
    assert "secret" not in outcome.out + outcome.err
    assert outcome.out.splitlines()[3] == (
        "f05.journey: error: This is a bug in journeyctl (KeyError): it fails on this file."
        " [X402 bug]"
    )
    kinds = Counter(line.rpartition(" ")[2] for line in outcome.out.splitlines())
    assert kinds == {"undeclared-name]": 12, "unused-name]": 12, "not-text]": 1, "bug]": 1}


def test_standard_input_is_read_among_many(crowd: list[str], cli: Run) -> None:
    outcome = cli("check", "--output-format", "concise", *crowd, "-", given=WRONG)
    assert outcome.out.splitlines()[-1].startswith("<stdin>:6:17: error")
