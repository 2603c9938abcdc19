"""``journeyctl export`` and ``journeyctl import``."""

import json
from pathlib import Path

import pytest

from journeyctl.exchange.formats import ENDINGS, FORMATS
from tests.cli.conftest import GOOD, Run


@pytest.mark.parametrize("format", FORMATS)
def test_each_form_goes_out_and_comes_in(cli: Run, folder: Path, format: str) -> None:
    assert cli("export", "-f", format, "good.journey").code == 0
    made = folder / f"good{ENDINGS[format]}"
    told = cli("import", str(made), "-o", "back.journey")
    assert told.code == 0
    back = (folder / "back.journey").read_text()
    assert "  - Hear of it" in back
    assert cli("check", "back.journey").code == 0
    assert (
        cli("import", "-f", format, "-", given=made.read_text()).out.splitlines()[2:]
        == (back.splitlines()[2:])
    )
    if format == "json":
        assert back == GOOD


def test_what_goes_where(cli: Run, folder: Path) -> None:
    assert cli("export", "good.journey", "-o", "a.csv").code == 0
    assert (folder / "a.csv").read_text().startswith("stage,step,")
    assert cli("export", "-f", "json", "good.journey", "warned.journey", "-o", "out/").code == 0
    assert sorted(one.name for one in (folder / "out").iterdir()) == [
        "good.journey.json",
        "warned.journey.json",
    ]
    assert json.loads(cli("export", "-f", "json", "-", given=GOOD).out)["version"] == 1


def test_what_is_left_is_told_and_counts_with_strict(cli: Run) -> None:
    text = GOOD.replace("Hear of it", "Hear of it #web")
    done = cli("export", "-f", "mermaid-flowchart", "-", given=text)
    assert done.code == 0
    assert "Facts of steps have no place in a Mermaid flowchart: channels (1)." in done.err
    assert cli("export", "-f", "mermaid-flowchart", "--strict", "-", given=text).code == 1
    assert "no name" in cli("export", "-f", "json", "-", given="journey: T\nstage 1\n").err


def test_what_is_no_format_or_no_journey(cli: Run, folder: Path) -> None:
    assert "Name one: json, csv" in cli("export", "good.journey").err
    assert "`xml` is no format" in cli("export", "-f", "xml", "good.journey").err
    assert "`xml` is no format" in cli("import", "-f", "xml", "good.journey").err
    assert "exists already" in cli("import", "good.journey", "-o", "warned.journey").err
    assert cli("import", "missing.csv").code == 2
    done = cli("import", "-", given="graph TD\n")
    assert done.code == 2
    assert done.out == ""
    assert "There is nothing here that a journey could be made of." in done.err


def test_the_format_is_seen(cli: Run, folder: Path) -> None:
    assert "stage b" in cli("import", "-", given="step;stage\na;b\n").out.lower()
    chart = "---\ntitle: T\n---\n%%{init: {}}%%\nflowchart LR; A --> B\n"
    assert "journey: T\n" in cli("import", "-", given=chart).out
    assert "@me" in cli("import", "-", given="\n  journey\n a: 3: me\n").out


def test_no_flood(cli: Run) -> None:
    done = cli("import", "-", given="stage,step\n" + "a,b,c\n" * 100)
    assert done.err.count("This cell stands behind the last column.") == 25
    assert "75 more of this kind" in done.err


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("x.journey", GOOD, "`x.journey` is a journey already."),
        ("x.mmd", "sequenceDiagram\n  A->>B: Hello\n", "There is nothing here that a journey"),
        ("x.puml", "@startuml\nA -> B\n@enduml\n", "Name the format by `--format` if it is one"),
        ("x.svg", "<svg/>", "There is nothing here that a journey could be made of."),
        ("x.txt", "Dear all,\nplease find it, attached.\n", "There is nothing here that a journey"),
    ],
)
def test_what_is_no_table_is_not_taken_for_one(
    cli: Run, folder: Path, name: str, text: str, said: str
) -> None:
    Path(name).write_text(text)
    for outcome in (cli("import", name), cli("import", "-", given=text if said[0] != "`" else "")):
        assert outcome.code == 2
        assert outcome.out == ""
    assert said in cli("import", name).err
    assert cli("import", "-f", "csv", "-", given="Pay\nGo\n").code == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_table_as_spreadsheets_write_it(cli: Run, encoding: str) -> None:
    table = 'sep=;\r\nPhase;Schritt;Gefühl;Dauer\r\nKauf;"Größe\r\nwählen";3,6;1,5 days\r\n'
    done = cli("import", "-", given=table.encode(encoding))
    assert done.code == 0
    assert "  - Größe wählen  :4 [1,5 days]\n" in done.out
    assert ("read as Windows-1252" in done.err) == (encoding == "cp1252")
    assert "The feeling 3,6 is not whole: it is 4 here." in done.err


def test_a_quote_that_is_never_closed_is_told(cli: Run) -> None:
    done = cli("import", "-", given='stage,step\n"a,b\nc,d\n')
    assert done.code == 2
    assert "2:1: error: This quote is never closed" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "."), ".: error: This is a folder, not a file. [X103 unreadable]\n"
         "  = help: Name one table, diagram or JSON document.\n"),
        (("import", "*.journey"), "*.journey: error: This pattern matches 3 files, of which one"),
        (("import", "w*d.journey"), "`warned.journey` is a journey already."),
        (("import", "a.csv", "-o", "new/"), "`new/` is a folder: name the file of the journey."),
        (("import", "a.csv", "-o", "."), "`.` is a folder: name the file of the journey."),
        (("compare", "good.journey", "."), "  = help: Name each journey by itself.\n"),
        (("diff", "good.journey", "."), "compare all in a folder with a revision: `--git HEAD`.\n"),
        (("diff", "good.journey", "wrong.journey", "-o", "."), "`.` is a folder; all goes into"),
        (("stats", ".", "-o", "new/"), "`new/` is a folder; all goes into one file here"),
        (("embed", "good.journey"), "good.journey: error: This is a journey, not a page."),
    ],
)  # fmt: skip
def test_a_folder_where_a_file_is_wanted(
    cli: Run, folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    (folder / "a.csv").write_text("stage,step\na,b\n")
    outcome = cli(*arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert "Traceback" not in outcome.err
    assert outcome.out == ""
