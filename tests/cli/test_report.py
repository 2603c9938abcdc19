"""``journeyctl report``: its kinds, tables and templates, and where each of them goes."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ("", ["good.report.md"]),
        ("--kind full", ["good.report.md"]),
        ("--kind summary", ["good.summary.md"]),
        ("--kind workshop", ["good.workshop.md"]),
        ("--kind actions -o x.md", ["x.md"]),
        ("--kind measurement -o out/", ["out/good.measurement.md"]),
        ("--kind measurement -o house.d", ["house.d/good.measurement.md"]),
        ("-f csv", ["good.metrics.csv", "good.remarks.csv", "good.steps.csv"]),
        ("-f csv --kind steps", ["good.steps.csv"]),
        ("--kind metrics -o x.csv", ["x.csv"]),
        ("--template minutes.md.j2", ["good.minutes.md"]),
        ("--template house/page.html.j2", ["good.page.html"]),
        ("--template house --kind summary", ["good.summary.md"]),
    ],
)
def test_each_report_has_its_place(arguments: str, names: list[str], cli: Run) -> None:
    Path("house").mkdir()
    Path("house.d").mkdir()
    for template in ("minutes.md.j2", "house/page.html.j2", "house/summary.md.j2"):
        Path(template).write_text(f"From {template}: {{{{ report.title }}}}")
    before = {path for path in Path().rglob("*") if path.is_file()}
    assert cli("report", "good.journey", *arguments.split()) == (0, "", "")
    made = {path for path in Path().rglob("*") if path.is_file()} - before
    assert sorted(map(str, made)) == names
    for path in made:
        text = path.read_text("utf-8-sig")
        assert "--template" not in arguments or ".j2: A good one\n" in text
        assert text.endswith("\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("--kind long", "`long` is no report; there are summary, full, workshop, measurement,"),
        ("--kind steps", "`steps` is no report;"),
        ("--kind full -f csv", "there are steps, remarks, metrics."),
        ("-f docx", "there are markdown, csv."),
        ("-o x.pdf", "there are markdown, csv."),
        ("--template x.docx.j2", "`x.docx.j2` does not end in .md.j2, .html.j2, .txt.j2."),
        ("--template x.md.j2 --kind full", "A template of your own says itself what it writes."),
        ("--template x -f csv", "CSV has no templates."),
    ],
)
def test_what_there_is_not_is_refused(arguments: str, said: str, cli: Run) -> None:
    found = cli("report", "good.journey", *arguments.split())
    assert found.code == 2
    told = " ".join(found.err.replace("│", " ").split())
    assert said in told


def test_a_file_of_csv_begins_with_the_mark_that_excel_needs(cli: Run) -> None:
    assert cli("report", "good.journey", "-f", "csv", "--kind", "steps", "-o", "x.csv").code == 0
    written = Path("x.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfnumber,id,stage,step,")
    piped = cli("report", "good.journey", "-f", "csv", "--kind", "steps", "-o", "-").out
    assert piped.encode() == written.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def test_three_tables_are_not_one_output(cli: Run) -> None:
    assert (
        "3 outputs do not go into one file"
        in cli("report", "good.journey", "-f", "csv", "-o", "x.csv").err
    )


def test_a_bad_template_is_told_and_the_next_journey_done(cli: Run) -> None:
    Path("deep").mkdir()
    Path("deep/tea.journey").write_text(Path("good.journey").read_text())
    Path("deep/t.md.j2").write_text("{{ report.title }}")
    Path("t.md.j2").write_text("a\n{{ report.titel }}")
    found = cli("report", "good.journey", "deep/tea.journey", "--template", "t.md.j2")
    assert found.code == 2
    assert "t.md.j2:2:1: error: `Report` has no `titel`. Did you mean `title`?" in found.err
    assert not Path("good.t.md").exists()
    assert Path("deep/tea.t.md").read_text().startswith("A good one\n")
    missing = cli("report", "good.journey", "--template", "no.md.j2")
    assert (missing.code, missing.out) == (2, "")
    assert "no-template" in missing.err
