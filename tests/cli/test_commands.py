"""What each command does with files, and the exit code that it leaves."""

import os
from inspect import signature
from pathlib import Path

import pytest

from journeyctl import __version__, pipeline
from journeyctl.commands.render import render
from tests.cli.conftest import GOOD, WARNED, WRONG, Run
from tests.conftest import Golden

PNG = b"\x89PNG\r\n\x1a\n"


def outputs() -> list[str]:
    """All files below the working folder that are no journeys."""
    found = (str(path) for path in Path().rglob("*") if path.is_file())
    return sorted(path for path in found if not path.endswith(".journey"))


# Exit codes


@pytest.mark.parametrize(
    ("arguments", "code", "last"),
    [
        (["good.journey"], 0, "no findings in 1 file"),
        (["warned.journey"], 0, "1 warning in 1 file"),
        (["--strict", "warned.journey"], 1, "1 warning in 1 file"),
        (["wrong.journey"], 1, "1 error in 1 file; --fix mends 1"),
        (["."], 1, "1 error, 1 warning in 3 files; --fix mends 1"),
        (["missing.journey"], 2, "1 error in 1 file"),
        (["wrong.journey", "missing.journey"], 2, "2 errors in 2 files; --fix mends 1"),
        (["empty"], 2, "1 error"),
    ],
)
def test_exit_codes_of_check(arguments: list[str], code: int, last: str, cli: Run) -> None:
    Path("empty").mkdir()
    outcome = cli("check", *arguments)
    assert outcome.code == code
    assert outcome.out.splitlines()[-1] == last
    assert outcome.err == ""


@pytest.mark.parametrize("command", ["render", "report"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.journey"], 0),
        (["warned.journey"], 0),
        (["--strict", "warned.journey"], 1),
        (["wrong.journey"], 1),
        (["missing.journey", "good.journey"], 2),
        (["good.journey", "-o", "no/such/folder.x/"], 0),
        (["good.journey", "wrong.journey", "-o", "-"], 2),
    ],
)
def test_exit_codes_of_outputs(command: str, arguments: list[str], code: int, cli: Run) -> None:
    assert cli(command, *arguments).code == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Usage: journeyctl"),
        (["nothing"], "No such command 'nothing'"),
        (["check"], "Missing argument 'PATH...'"),
        (["check", "--nothing", "good.journey"], "No such option: --nothing"),
        (["render", "good.journey", "-f", "jpg"], "`jpg` is no format; there are svg, png, pdf"),
        (["render", "good.journey", "-o", "x.jpg"], "`x.jpg` ends in no format"),
        (["render", "good.journey", "--size", "sldie"], "Did you mean `slide`?"),
        (["render", "good.journey", "--size", "10x10"], "a side has 1 to 200 inches"),
        (["render", "good.journey", "--rows", "goal,pians"], "Did you mean `pains`?"),
        (["render", "good.journey", "--direction", "left"], "'left' is not one of 'right', 'down'"),
        (["render", "good.journey", "--engine", "neato"], "'neato' is not one of"),
        (["render", "good.journey", "--timeout", "0"], "0.0 is not in the range"),
        (["render", "good.journey", "--dpi", "5"], "5 is not in the range"),
    ],
)
def test_bad_options_are_said_and_exit_with_2(arguments: list[str], said: str, cli: Run) -> None:
    outcome = cli(*arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert "Traceback" not in outcome.err
    assert outputs() == []


def test_the_version(cli: Run) -> None:
    assert cli("--version") == (0, f"journeyctl {__version__}\n", "")


# Findings


def test_findings_of_several_files_in_order_and_all_at_once(cli: Run, golden: Golden) -> None:
    golden(
        "cli/golden/check.txt", cli("check", "wrong.journey", "no.journey", "warned.journey").out
    )


def test_findings_of_an_output_go_to_standard_error(cli: Run) -> None:
    checked = cli("check", "wrong.journey").out
    for command in ("render", "report"):
        outcome = cli(command, "wrong.journey", "-o", "-")
        assert checked.startswith(outcome.err)
        assert outcome.err.startswith("wrong.journey:6:")
        assert outcome.out != ""


def test_one_file_that_fails_does_not_stop_the_rest(cli: Run) -> None:
    Path("binary.journey").write_bytes(b"\0\1\2")
    assert cli("render", "none.journey", ".").code == 2
    assert outputs() == ["good.flow.svg", "warned.flow.svg", "wrong.flow.svg"]


# Where outputs go


def test_beside_the_journey(cli: Run) -> None:
    Path("a b").mkdir()
    Path("a b/é.v2.journey").write_text(GOOD)
    assert cli("render", "a b", "-f", "svg,png", "-f", "dot") == (0, "", "")
    assert cli("report", "a b") == (0, "", "")
    assert outputs() == [
        "a b/é.v2.flow.dot",
        "a b/é.v2.flow.png",
        "a b/é.v2.flow.svg",
        "a b/é.v2.report.md",
    ]
    assert Path("a b/é.v2.flow.png").read_bytes().startswith(PNG)
    assert Path("a b/é.v2.flow.svg").read_text().startswith("<?xml")
    assert Path("a b/é.v2.flow.dot").read_text().startswith("digraph")
    assert Path("a b/é.v2.report.md").read_text().startswith("# A good one")


def test_into_a_file_and_into_a_folder(cli: Run) -> None:
    assert cli("render", "good.journey", "-o", "x.png").code == 0
    assert cli("render", "good.journey", "warned.journey", "-o", "new/").code == 0
    assert cli("report", "good.journey", "-o", "new").code == 0
    assert Path("x.png").read_bytes().startswith(PNG)
    assert outputs() == ["new/good.flow.svg", "new/good.report.md", "new/warned.flow.svg", "x.png"]


def test_standard_input_goes_to_standard_output(cli: Run) -> None:
    Path("good.flow.svg").write_text("old")
    cli("render", "good.journey")
    beside = Path("good.flow.svg").read_text()
    assert cli("render", "-", given=GOOD) == (0, beside, "")
    assert cli("render", "good.journey", "-o", "-") == (0, beside, "")
    assert cli("report", "-", given=GOOD).out.startswith("# A good one")
    assert cli("check", "-", given=WRONG).out.startswith("<stdin>:6:")
    assert outputs() == ["good.flow.svg"]


def test_a_name_that_starts_with_a_hyphen(cli: Run) -> None:
    Path("-x.journey").write_text(GOOD)
    assert cli("render", "--", "-x.journey") == (0, "", "")
    assert outputs() == ["-x.flow.svg"]


def test_of_two_outputs_in_one_place_the_first_is_written(cli: Run) -> None:
    Path("other").mkdir()
    Path("other/good.journey").write_text(GOOD)
    outcome = cli("render", "good.journey", "other", "-o", "out/")
    assert outcome.code == 2
    assert outcome.err == (
        "out/good.flow.svg: error: Two outputs would go to this one place, from `good.journey`"
        " and `other/good.journey`: the first does. [X107 bad-output]\n"
        "  = help: Take `--out-dir`, which mirrors the folders of the journeys.\n\n"
        "2 journeys: 1 output written, 0 unchanged; 1 error\n"
    )
    assert outputs() == ["out/good.flow.svg"]


def test_a_journey_is_never_overwritten(cli: Run) -> None:
    outcome = cli("report", "good.journey", "-f", "markdown", "-o", "good.journey")
    assert outcome.code == 2
    assert "would overwrite the journey `good.journey`" in outcome.err
    assert Path("good.journey").read_text() == GOOD


def test_a_folder_that_cannot_be_made(cli: Run) -> None:
    Path("file").write_text("x")
    assert cli("render", "good.journey", "-o", "file/new/") == (
        2,
        "",
        "file/new: error: The folder cannot be made: Not a directory. [X107 bad-output]\n\n",
    )


def test_an_output_that_cannot_be_written(cli: Run) -> None:
    Path("good.flow.svg").mkdir()
    Path("file").write_text("x")
    for arguments in (["good.journey"], ["good.journey", "-o", "file/x.svg"]):
        outcome = cli("render", *arguments)
        assert outcome.code == 2
        assert "error:" in outcome.err
        assert "[X301 not-written]" in outcome.err
        assert "Traceback" not in outcome.err
    assert outputs() == ["file"]


# Drawing


def test_what_stands_of_a_journey_with_errors_is_drawn(cli: Run) -> None:
    outcome = cli("render", "wrong.journey", "-o", "-")
    assert outcome.code == 1
    assert "Hear of it" in outcome.out
    assert "Ask" in outcome.out


@pytest.mark.parametrize("text", ["", "\n", "journey: X\n", "?", "- a\n", "stage a\n", "\ufeff"])
def test_next_to_nothing_is_reported_and_drawn_if_it_has_a_stage(text: str, cli: Run) -> None:
    for command in ("render", "report"):
        outcome = cli(command, "-", given=text)
        assert outcome.code == 1
        assert bool(outcome.out) == (command == "report" or text == "stage a\n")


def test_a_good_picture_is_kept_where_nothing_is_left_to_draw(cli: Run) -> None:
    cli("render", "good.journey")
    before = Path("good.flow.svg").read_bytes()
    Path("good.journey").write_text("journey: Later\n")
    assert cli("render", "good.journey").code == 1
    assert Path("good.flow.svg").read_bytes() == before


def test_the_direction_changes_the_picture(cli: Run) -> None:
    right = cli("render", "good.journey", "-o", "-").out
    down = cli("render", "good.journey", "-o", "-", "--direction", "down").out
    assert right != down


def test_more_dots_an_inch_make_a_larger_png(cli: Run) -> None:
    cli("render", "good.journey", "-o", "a.png", "--dpi", "72")
    cli("render", "good.journey", "-o", "b.png", "--dpi", "144")
    widths = [int.from_bytes(Path(name).read_bytes()[16:20], "big") for name in ("a.png", "b.png")]
    assert 1.9 < widths[1] / widths[0] < 2.1


def test_an_engine_that_is_missing_is_one_sentence(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("good.flow.png").write_text("old")
    monkeypatch.setenv("PATH", str(Path.cwd()))
    outcome = cli("render", "good.journey", "-f", "png", "--engine", "dot")
    assert outcome.code == 2
    assert outcome.err.count("\n") == 3
    assert "[X201 no-engine]" in outcome.err
    assert "= help: Install it" in outcome.err
    assert Path("good.flow.png").read_text() == "old"
    assert cli("render", "good.journey", "-f", "svg,pdf", "--engine", "dot").code == 0


@pytest.mark.parametrize(
    ("script", "kind"),
    [("exit 3", "engine-failed"), ("exec sleep 30", "engine-hangs"), ("echo '<svg>'", "picture")],
)
def test_an_engine_that_fails_leaves_the_old_picture(
    script: str, kind: str, cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("good.flow.png").write_text("old")
    Path("bin").mkdir()
    Path("bin/dot").write_text(f"#!/bin/sh\n{script}\n")
    Path("bin/dot").chmod(0o755)
    monkeypatch.setenv("PATH", f"{Path.cwd()}/bin{os.pathsep}{os.environ['PATH']}")
    outcome = cli("render", "good.journey", "-f", "png", "--engine", "dot", "--timeout", "0.3")
    assert outcome.code == 2
    assert kind in outcome.err
    assert Path("good.flow.png").read_text() == "old"


def test_characters_that_a_png_cannot_show_are_warned_of(cli: Run) -> None:
    text = GOOD.replace("Decide", "Bayar 支付 lewat e-wallet").replace("\n\n", "\n// 字\n", 1)
    Path("good.journey").write_text(text)
    outcome = cli("render", "good.journey", "-f", "png,svg")
    assert outcome.code == 0
    assert outcome.err == (
        "good.journey:7:11: warning: No bundled font has 支 付: a PNG shows boxes."
        " [X108 no-glyphs]\n"
        "  |\n"
        "7 |   - Bayar 支付 lewat e-wallet\n"
        "  |           ^^^^\n"
        "  = help: Draw an SVG, or use `--engine dot` where a font for this script is"
        " installed.\n\n"
    )
    assert cli("render", "good.journey", "--force").err == ""
    assert cli("render", "good.journey", "-f", "png", "--strict").code == 1


def test_a_journey_of_too_many_steps_is_not_drawn_unless_asked(cli: Run) -> None:
    steps = "".join(f"  - Step {number}\n" for number in range(1_001))
    Path("long.journey").write_text(f"journey: X\nstage a\n{steps}")
    assert cli("check", "long.journey").code == 0
    refused = cli("render", "long.journey", "-f", "dot", "--max-steps", "1000")
    assert refused.code == 2
    assert "[X110 too-many-steps]" in refused.err
    assert outputs() == []
    drawn = cli("render", "long.journey", "-f", "dot")
    assert drawn.code == 0
    assert "[X109 many-steps]" in drawn.err
    assert outputs() == ["long.flow.dot"]


def test_the_defaults_of_the_command_are_those_of_the_pipeline() -> None:
    """Repeated in the command line, which does not import the pipeline to start."""
    given = {name: one.default for name, one in signature(render).parameters.items()}
    options = pipeline.Options()._asdict()
    options["max_steps"] = options.pop("most_steps")
    for name in ("views", "asked", "theme", "size", "rows"):  # made from what is given
        del options[name]
    given |= {"direction": "right", "dpi": 144}  # where no size says otherwise
    assert {name: given[name] for name in options} == options


def test_a_page_that_stands_has_its_stages_downward_and_pixels_are_pixels(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[pipeline.Options] = []

    def draw(journey: object, formats: object, options: pipeline.Options) -> object:
        asked.append(options)
        return {}, []

    monkeypatch.setattr(pipeline, "draw", draw)
    for arguments in (
        ["--size", "600x800"],
        ["--size", "600x800", "--direction", "right", "--dpi", "200"],
        ["--size", "a4", "--direction", "down"],
        ["--size", "A4", "--rows", "Pains,goal"],
    ):
        assert cli("render", "good.journey", *arguments).code == 0
    got = [(one.direction, one.dpi, one.size and one.size.ratio < 1, one.rows) for one in asked]
    assert got == [
        ("down", 96, True, ()),
        ("right", 200, True, ()),
        ("down", 144, True, ()),
        ("right", 144, False, ("pains", "goal")),
    ]


# Doctor


def test_doctor_draws_with_what_there_is(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path.cwd()))
    outcome = cli("doctor")
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert lines[0].startswith(f"ok       journeyctl: {__version__}, Python 3.")
    assert lines[1].startswith("ok       engine bundled: 0.2.2 (")
    assert lines[2].startswith("missing  engine dot: ")
    assert lines[3].startswith("         help: Install it")
    assert lines[-1] == "         help: apt install fontconfig"


def test_doctor_without_the_bundled_engine(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeyctl.outputs.engine.BUNDLED", "no-such-engine")
    outcome = cli("doctor")
    assert outcome.code == 2
    assert "missing  engine bundled: " in outcome.out
    assert "graphviz-pure==" in outcome.out


def test_warned_is_what_its_name_says(cli: Run) -> None:
    assert "warning:" in cli("check", "-", given=WARNED).out
