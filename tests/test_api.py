"""The public API: what its page shows happens, its types hold, and it costs nothing until used."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import journeyctl
from journeyctl import Finding, Journey, JourneyError, check, compare, load, render, report
from journeyctl.reports.context import KINDS
from journeyctl.targets import FORMATS
from journeyctl.themes import BUILT_IN
from journeyctl.views.catalogue import VIEWS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")
SAMPLE = ROOT / "samples" / "b2c-classic.journey"

TEXT = "journey: T\nstage a\n  - See it @anna #web\n      pain: It is dear\n"


def test_what_the_page_shows_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```python\n(.*?)^```$", PAGE, re.M | re.S)
    assert len(blocks) == 7
    exec(compile("\n".join(blocks), "api.md", "exec"), {})  # noqa: S102  (our own page)
    assert Path("bicycle.svg").stat().st_size > 1_000


def test_the_page_tells_every_name_and_every_choice() -> None:
    for name in journeyctl.__all__:
        assert f"`{name}" in PAGE
    for word in (*VIEWS, *FORMATS, *BUILT_IN, *KINDS):
        assert f"`{word}`" in PAGE
    assert set(journeyctl.__all__) <= set(dir(journeyctl))
    with pytest.raises(AttributeError, match="no attribute 'draw'"):
        _ = journeyctl.draw  # type: ignore[attr-defined]  # it is there for this


def test_what_is_not_used_is_not_imported() -> None:
    heavy = "{'typer', 'rich', 'jinja2', 'graphviz', 'journeyctl.pipeline', 'journeyctl.api'}"
    script = (
        f"import sys, journeyctl; assert not {heavy} & set(sys.modules)\n"
        f"from journeyctl import check, load; heavy = {heavy} - {{'journeyctl.api'}}\n"
        "assert not heavy & set(sys.modules)\n"
        "check(load('journey: T\\nstage a\\n  - b\\n'))\n"
        "assert not heavy - {'journeyctl.pipeline'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


def test_names_are_functions_whatever_was_imported() -> None:
    for _ in range(2):
        assert isinstance(compare(TEXT, SAMPLE), str)
        assert journeyctl.compare is compare
        assert journeyctl.check is check
        assert journeyctl.render is render
        assert journeyctl.report is report


def test_a_journey_comes_from_a_path_or_a_text() -> None:
    one = load(SAMPLE)
    other = load(str(SAMPLE))
    text = load(SAMPLE.read_text("utf-8"))
    assert one.title == other.title == text.title != ""
    assert one.stages == text.stages
    assert (one.path, text.path) == (str(SAMPLE), "<text>")
    assert one.text == text.text
    assert repr(text) == f"<Journey {one.title!r} from <text>>"
    assert render(one) == render(SAMPLE) == render(text)


def test_findings_can_be_chosen() -> None:
    assert [one.name for one in check(TEXT)] == ["pain-without-idea"]
    assert check(TEXT, select=["practice"]) == check(TEXT) != check(TEXT, select=["measures"])
    assert check(TEXT, ignore=["P204"]) == []
    wrong = check("journey: T\nstage a\n  - x @it,\n")
    assert isinstance(wrong[0], Finding)
    assert (wrong[0].line, wrong[0].column, wrong[0].end_column) == (3, 7, 11)
    assert str(wrong[0]).startswith("<text>:3:7: error: ")
    assert str(wrong[0]._replace(line=0)).startswith("<text>: error: ")


def test_every_choice_draws_and_tells() -> None:
    journey = load(ROOT / "samples" / "b2b-classic.journey")
    for view in VIEWS:
        if view != "buyer":
            assert render(journey, view=view, format="dot")  # type: ignore[arg-type]  # a name
    steps = render(journey, format="json", rows=["steps"], size="a4")
    assert b'"version"' in steps
    assert render(journey, format="json", rows="steps", size="a4") == steps
    assert {report(journey, kind=kind)[0] for kind in KINDS} == {"#"}  # type: ignore[arg-type]
    assert compare(journey, SAMPLE, format="json").startswith("{")
    assert compare(journey, SAMPLE, format="dot").startswith(b"digraph")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: render(TEXT, view="flaw"), "no view; there are flow"),  # type: ignore[arg-type]
        (lambda: render(TEXT, format="gif"), "no format"),  # type: ignore[arg-type]
        (lambda: render(TEXT, theme="drak"), "no theme"),  # type: ignore[arg-type]
        (lambda: render(TEXT, size="a44"), "a44"),
        (lambda: render(TEXT, rows=["stops"]), "steps"),
        (lambda: render(TEXT, dpi=5), "24 to 600"),
        (lambda: report(TEXT, kind="long"), "no kind"),  # type: ignore[arg-type]
        (lambda: compare(TEXT, TEXT, format="gif"), "no format"),  # type: ignore[call-overload]
        (lambda: load(TEXT, language="xx"), "no words in `xx`"),
        (lambda: check(TEXT, select=["nonsense"]), "nonsense"),
    ],
)
def test_a_wrong_argument_is_a_value_error(call: "object", said: str) -> None:
    assert callable(call)
    with pytest.raises(ValueError, match=re.escape(said)):
        call()


def test_what_cannot_be_read_or_drawn_is_a_journey_error(tmp_path: Path) -> None:
    with pytest.raises(JourneyError) as raised:
        load(tmp_path)
    assert raised.value.path == str(tmp_path)
    (tmp_path / "latin.journey").write_bytes(b"journey: caf\xe9\n")
    with pytest.raises(JourneyError, match="not UTF-8") as raised:
        load(tmp_path / "latin.journey")
    assert "`é`" in raised.value.help
    with pytest.raises(JourneyError, match="no stages"):
        render("journey: T\n")
    with pytest.raises(JourneyError, match="not drawn"):
        render(TEXT, view="buyer")
    assert isinstance(load("journey: T\n"), Journey)


@pytest.mark.parametrize("text", ["", "journey: One line", "stage a"])
def test_a_text_without_a_line_break_is_told_from_a_path(text: str) -> None:
    with pytest.raises(JourneyError) as raised:
        load(text)
    assert raised.value.help == "A text has a line break in it; what has none is a path."
    with pytest.raises(JourneyError) as raised:
        load(Path("nothing/like/it"))
    assert raised.value.help == ""


def test_stages_of_one_label_stay_apart() -> None:
    journey = load("journey: A\nstage a: Same\n  - x\nstage b: Same\n  - y\n  - z\nstage c\n")
    assert journey.stages == (("Same", ("x",)), ("Same", ("y", "z")), ("C", ()))
