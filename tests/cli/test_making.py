"""Only what changed is made, many at once, and each output tells what it was made from."""

import json
import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pypdf import PdfReader

from journeyctl import many, pipeline
from journeyctl.inputs import find
from journeyctl.making import makers
from journeyctl.outputs import origin
from journeyctl.outputs.origin import Origin, Worst
from journeyctl.targets import FORMATS, mirror
from tests.cli.conftest import GOOD, WARNED, Run
from tests.outputs.png import read

ROOT = Path(__file__).parents[2]


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The title of each journey, as it is drawn."""
    titles: list[str] = []
    draw = pipeline.draw

    def told(journey, *rest):  # type: ignore[no-untyped-def]  # As the one it stands for.
        titles.append(journey.facts.title)
        return draw(journey, *rest)

    monkeypatch.setattr(pipeline, "draw", told)
    return titles


# The origin of an output


def test_each_format_tells_its_origin_and_can_be_read(cli: Run) -> None:
    assert cli("render", "good.journey", "-f", ",".join(FORMATS), "--dpi", "24").code == 0
    assert cli("report", "good.journey").code == 0
    told = {path.suffix: origin.read(path) for path in Path().glob("good.*.*")}
    assert sorted(told) == [".dot", ".json", ".md", ".pdf", ".png", ".svg"]
    tools = {ending: one.tool.split(" and ") for ending, one in told.items() if one}
    assert {ending for ending, names in tools.items() if len(names) == 2} == {".png"}
    assert len({one.text for one in told.values() if one}) == 1
    assert len({one.way for one in told.values() if one}) == len(told)
    ElementTree.parse("good.flow.svg")  # noqa: S314  (our own)
    assert read(Path("good.flow.png").read_bytes()).width > 0
    assert len(PdfReader("good.flow.pdf").pages) == 1
    schema = json.loads((ROOT / "docs/drawing.schema.json").read_text())
    Draft202012Validator(schema).validate(json.loads(Path("good.flow.json").read_text()))


@settings(max_examples=30)
@given(
    st.sampled_from(["1.0", "0.2.2rc1", "10.20+local.1"]),
    st.sampled_from(["", " and graphviz-pure 0.2.2"]),
    st.text(),
    st.sampled_from(["", "findings", "errors"]),
)
def test_what_is_told_is_read_again(version: str, engine: str, text: str, worst: Worst) -> None:
    told = Origin(f"journeyctl {version}{engine}", origin.digest(text), origin.digest(""), worst)
    path = Path(os.environ.get("TMPDIR", "/tmp")) / f"journeyctl-{os.getpid()}.md"  # noqa: S108
    path.write_bytes(origin.stamped(text.encode("utf-8", "replace") * 100, "md", told))
    assert origin.read(path) == told
    path.write_bytes(path.read_bytes()[:-60])
    assert origin.read(path) is None
    path.unlink()


@pytest.mark.parametrize("format", [*FORMATS, "md"])
@pytest.mark.parametrize("spoilt", ["more", "conflict", "half"])
def test_what_was_spoilt_tells_no_origin(format: str, spoilt: str, cli: Run) -> None:
    """Two branches that draw a picture anew leave the marks of a conflict around its origin."""
    if format == "md":
        cli("report", "good.journey", "-o", "good.md")
    else:
        cli("render", "good.journey", "-o", f"good.{format}", "--dpi", "24")
    path = Path(f"good.{format}")
    data = path.read_bytes()
    assert origin.read(path) is not None
    path.write_bytes(data.replace(b"\n", b"\r\n") if format in ("svg", "md", "json") else data)
    assert origin.read(path) is not None
    line = next(one for one in reversed(data.split(b"\n")) if b"made by" in one)
    marks = b"<<<<<<< one\n" + line + b"\n=======\n" + line + b"\n>>>>>>> other"
    path.write_bytes(
        {
            "more": data + b"garbage\n",
            "conflict": data.replace(line, marks) if format != "png" else data + marks,
            "half": data[:-30],
        }[spoilt]
    )
    assert origin.read(path) is None


def test_standard_output_cannot_be_looked_at(cli: Run) -> None:
    for command in (["render", "-"], ["render", "good.journey", "-o", "-"], ["report", "-"]):
        outcome = cli(*command, "--check", given=GOOD)
        assert outcome.code == 2
        assert "There is nothing on standard output to look at." in outcome.err


# Only what changed


def test_what_did_not_change_is_not_made_again(cli: Run, drawn: list[str]) -> None:
    assert cli("render", "good.journey", "warned.journey").err.endswith(
        "2 journeys: 2 outputs written, 0 unchanged; 1 warning\n"
    )
    drawn.clear()
    assert cli("render", "good.journey") == (0, "", "")
    assert cli("render", "good.journey", "warned.journey").err == (
        "2 journeys: 0 outputs written, 2 unchanged (1 with findings: see `check`)\n"
    )
    assert drawn == []
    Path("good.journey").write_text(GOOD.replace("\n", "\r\n"))
    cli("render", "good.journey")
    assert drawn == []
    Path("good.journey").write_text(GOOD.replace("Decide", "Think"))
    assert cli("render", "good.journey", "--check", "--view", "flow,map") == (
        1,
        "good.flow.svg: out of date: the journey has changed\ngood.map.svg: missing\n",
        "",
    )
    assert "Think" not in Path("good.flow.svg").read_text()
    cli("render", "good.journey", "warned.journey")
    assert drawn == ["A good one"]
    cli("render", "good.journey", "--force")
    assert drawn == ["A good one"] * 2


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (["--theme", "dark"], "the theme or an option has changed"),
        (["--direction", "down"], "the theme or an option has changed"),
        (["--lang", "id"], "the theme or an option has changed"),
        (["--dpi", "30"], ""),
        (["--max-steps", "10"], ""),
    ],
)
def test_an_option_that_changes_the_picture(change: list[str], reason: str, cli: Run) -> None:
    cli("render", "good.journey")
    outcome = cli("render", "good.journey", "--check", *change)
    assert outcome.out == (f"good.flow.svg: out of date: {reason}\n" if reason else "")
    assert outcome.code == bool(reason)


def test_a_map_of_empty_rows_is_not_missing(cli: Run) -> None:
    asked = ("render", "good.journey", "--view", "map", "--rows", "quotes")
    assert cli(*asked).code == 0
    assert not list(Path().glob("*.map.svg"))
    assert cli(*asked, "--check") == (0, "", "")
    assert "good.map.svg: missing" in cli(*asked, "--rows", "steps", "--check").out


def test_another_version_is_told_from_another_journey(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli("render", "good.journey", "-f", "svg,png", "--dpi", "24")
    cli("report", "good.journey")
    monkeypatch.setattr("journeyctl.outputs.engine.BUNDLED_VERSION", "9.9")
    out = cli("render", "good.journey", "-f", "svg,png", "--dpi", "24", "--check").out
    assert re.fullmatch(
        r"good\.flow\.png: out of date: made by journeyctl [\w.]+ and graphviz-pure 0\.2\.2,"
        r" this is journeyctl [\w.]+ and graphviz-pure 9\.9\n",
        out,
    )
    monkeypatch.setattr(makers, "OWN", "journeyctl 99")
    out = cli("report", "good.journey", "--check").out
    assert out.endswith(", this is journeyctl 99\n")
    Path("good.journey").write_text(WARNED)
    assert "the journey has changed" in cli("report", "good.journey", "--check").out


def test_what_something_else_wrote_and_what_is_left_over(cli: Run) -> None:
    Path("good.flow.svg").write_text("<svg/>")
    assert cli("render", "good.journey", "--check").out == (
        "good.flow.svg: not known what it was made from\n"
    )
    assert cli("render", "good.journey", "--check", "--view", "committee") == (0, "", "")
    cli("render", "good.journey")
    Path("good.committee.svg").write_text(Path("good.flow.svg").read_text())
    assert (
        "good.committee.svg: left over: there is nothing to show in it any more\n"
        in cli("render", "good.journey", "--check", "--view", "all").out
    )


def test_errors_and_what_is_strict_are_told_again(cli: Run, drawn: list[str]) -> None:
    first = cli("render", "wrong.journey")
    assert cli("render", "wrong.journey") == first
    assert first.code == 1
    assert cli("render", "warned.journey").code == 0
    assert cli("render", "warned.journey").code == 0
    assert cli("render", "warned.journey", "--strict").code == 1
    Path("journeyctl.toml").write_text('error = ["unused-name"]\n')
    assert cli("render", "warned.journey").code == 1


def test_reports_follow_what_is_chosen_and_tables_are_compared(cli: Run) -> None:
    cli("report", "warned.journey")
    cli("report", "warned.journey", "-f", "csv")
    assert cli("report", "warned.journey", "--check") == (0, "", "")
    assert cli("report", "warned.journey", "--check", "-f", "csv") == (0, "", "")
    Path("journeyctl.toml").write_text('ignore = ["unused-name"]\n')
    assert "option has changed" in cli("report", "warned.journey", "--check").out
    Path("warned.journey").write_text(WARNED.replace("Hear", "Read"))
    assert "warned.steps.csv: out of date\n" in (
        cli("report", "warned.journey", "--check", "-f", "csv").out
    )


# Many at once


@pytest.fixture
def tree(folder: Path) -> list[str]:
    """Journeys in folders, one of which cannot be read, and one is in two places by name."""
    for name in ("a/x", "a/y", "a/deep/x", "b/x", "b/.hidden/x"):
        path = Path(f"{name}.journey")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(GOOD.replace("A good", name))
    Path("a/bad.journey").write_bytes(b"\0")
    return ["a", "b"]


@pytest.mark.parametrize("command", ["render", "report"])
def test_several_processes_make_the_same_bytes(
    command: str, tree: list[str], cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for cores in (1, 3):
        monkeypatch.setattr(many, "_cores", lambda cores=cores: cores)
        outcome = cli(command, *tree, "wrong.journey", "--out-dir", f"out{cores}")
        assert outcome.code == 2
        files = sorted(one for one in Path(f"out{cores}").rglob("*") if one.is_file())
        made.append([(one.relative_to(f"out{cores}"), one.read_bytes()) for one in files])
        assert outcome.err.endswith("6 journeys: 5 outputs written, 0 unchanged; 2 errors\n")
    assert made[0] == made[1]
    ending = "flow.svg" if command == "render" else "report.md"
    assert [str(path) for path, _ in made[0]] == [
        f"a/deep/x.{ending}", f"a/x.{ending}", f"a/y.{ending}", f"b/x.{ending}", f"wrong.{ending}"
    ]  # fmt: skip


@pytest.mark.parametrize("cores", [1, 2])
def test_a_bug_on_one_does_not_stop_the_rest(
    cores: int, tree: list[str], cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = pipeline.check

    def broken(source, *rest):  # type: ignore[no-untyped-def]  # As the one it stands for.
        if source.path == "a/y.journey":
            raise KeyError("secret of the user")
        return check(source, *rest)

    monkeypatch.setattr(many, "_cores", lambda: cores)
    monkeypatch.setattr(pipeline, "check", broken)
    outcome = cli("report", "a", "--out-dir", "out/")
    assert outcome.code == 2
    assert "a/y.journey: error: This is a bug in journeyctl (KeyError)" in outcome.err
    assert "secret" not in outcome.err
    assert sorted(str(one) for one in Path("out").rglob("*.md")) == [
        "out/deep/x.report.md", "out/x.report.md"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "root"),
    [
        (["a"], "a"), (["a/"], "a"), (["a", "b"], ""), (["a/deep", "a"], "a"),
        (["a/x.journey"], ""), (["a/**/x.journey"], "a"), (["a/*/x.journey", "b"], ""),
        (["*/x.journey"], ""), (["a/deep/../deep"], "a/deep"),
    ],
)  # fmt: skip
def test_what_is_mirrored(arguments: list[str], root: str, tree: list[str]) -> None:
    assert mirror("out", arguments) == ("out/", os.path.normpath(Path.cwd() / root))


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("a/*.journey", ["a/bad.journey", "a/x.journey", "a/y.journey"]),
        ("a/**/x.journey", ["a/deep/x.journey", "a/x.journey"]),
        ("**/x.journey", ["a/deep/x.journey", "a/x.journey", "b/x.journey"]),
        ("**", ["a/bad.journey", "a/deep/x.journey", "a/x.journey", "a/y.journey", "b/x.journey",
                "good.journey", "warned.journey", "wrong.journey"]),
        ("a/**/deep/**", ["a/deep/x.journey"]),
        ("?/[xz]*", ["a/x.journey", "b/x.journey"]),
        ("*.toml", ["some.toml"]),
        ("*/z*", []),
        ("nowhere/*", []),
    ],
)  # fmt: skip
def test_patterns_that_the_shell_left(pattern: str, found: list[str], tree: list[str]) -> None:
    Path("some.toml").write_text("")
    inputs, problems = find([pattern])
    assert [one.shown for one in inputs] == found
    assert [one.kind.name for one in problems] == ([] if found else ["no-journeys"])


def test_a_file_that_is_called_like_a_pattern(cli: Run) -> None:
    Path("[good].journey").write_text(GOOD)
    assert [one.shown for one in find(["[good].journey"])[0]] == ["[good].journey"]


def test_o_and_out_dir_are_not_said_together(cli: Run) -> None:
    assert "not both" in cli("render", "good.journey", "-o", "x/", "--out-dir", "y").err
