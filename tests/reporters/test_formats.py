"""Findings for programs: exact documents, their schemas, and what a hostile text could smuggle."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Edit, Fix, Label, at
from journeyctl.reporters import sarif as sarif_format
from journeyctl.reporters.concise import concise
from journeyctl.reporters.github import github
from journeyctl.reporters.json import VERSION
from journeyctl.reporters.json import json as as_json
from journeyctl.reporters.sarif import MOST_RESULTS, sarif, uri
from journeyctl.rules.choose import KINDS
from journeyctl.source import Source, Span

HERE = Path(__file__).parent
SCHEMA: dict[str, Any] = json.loads((HERE.parents[1] / "docs/findings.schema.json").read_text())
OURS = Draft202012Validator(SCHEMA)
# The schema of OASIS as SchemaStore has it, from the npm package @microsoft/jest-sarif (MIT).
SARIF = Draft4Validator(json.loads((HERE / "sarif-2.1.0-rtm.5.schema.json").read_text()))

TEXT = "journey: X\nactor ana: Ana\nstage é\n  - 漢字 @anna 100%: a,b\n"
SOURCE = Source("a b/ä.journey", TEXT)
PLACE = Span(TEXT.index("anna"), TEXT.index("anna") + 4)
FIRST = Span(TEXT.index("ana"), TEXT.index("ana") + 3)
FINDING = at(
    kinds.UNDECLARED_NAME,
    SOURCE,
    PLACE,
    "No actor is declared as `anna`.",
    help="Did you mean `ana`?",
    others=[Label(FIRST, "declared here")],
    fix=Fix("Write `ana`", (Edit(PLACE, "ana"),), safe=True),
)
LONG = at(kinds.UNKNOWN_LINE, SOURCE, Span(0, len(TEXT)), "All of it is wrong, 100%: a,b.")
NOWHERE = Diagnostic(kinds.NO_SUCH_FILE, "There is no such file.", "c.journey")
HINT = at(kinds.READ_AS_MEANT, SOURCE, Span(0, 0), "Here.")
ALL = [FINDING, LONG, NOWHERE, HINT]


def log(findings: list[Diagnostic], *, ran: bool = True) -> Any:
    """The one run of the SARIF log."""
    document = json.loads(sarif(findings, ran=ran))
    SARIF.validate(document)
    assert document["version"] == "2.1.0"
    (run,) = document["runs"]
    return run


# JSON


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_document() -> None:
    document = json.loads(as_json(ALL))
    OURS.validate(document)
    assert document["version"] == VERSION
    assert document["findings"][0] == {
        "code": "N001",
        "name": "undeclared-name",
        "severity": "error",
        "message": "No actor is declared as `anna`.",
        "help": "Did you mean `ana`?",
        "path": "a b/ä.journey",
        "line": 4,
        "column": 9,
        "end_line": 4,
        "end_column": 13,
        "fix": {
            "title": "Write `ana`",
            "safe": True,
            "edits": [{"line": 4, "column": 9, "end_line": 4, "end_column": 13, "text": "ana"}],
        },
    }
    assert document["findings"][2] == {
        "code": "X101",
        "name": "no-such-file",
        "severity": "error",
        "message": "There is no such file.",
        "help": "",
        "path": "c.journey",
        "line": None,
        "column": None,
        "end_line": None,
        "end_column": None,
        "fix": None,
    }


def test_the_schema_names_all_fields_and_no_more() -> None:
    finding = json.loads(as_json([FINDING]))["findings"][0]
    schemas = SCHEMA["$defs"]
    assert sorted(schemas["finding"]["properties"]) == sorted(finding)
    assert sorted(schemas["finding"]["required"]) == sorted(finding)
    assert sorted(schemas["fix"]["required"]) == sorted(finding["fix"])
    assert sorted(schemas["edit"]["required"]) == sorted(finding["fix"]["edits"][0])


@pytest.mark.parametrize(
    "change",
    [{"severity": "bad"}, {"line": 0}, {"line": None}, {"code": "N1"}, {"fix": {}}, {"path": 1}],
)
def test_the_schema_refuses(change: dict[str, Any]) -> None:
    document = json.loads(as_json([FINDING]))
    document["findings"][0] |= change
    assert not OURS.is_valid(document)


def test_documents_are_whole_without_findings() -> None:
    assert json.loads(as_json([])) == {"version": VERSION, "findings": []}
    assert log([])["results"] == []


# GitHub


def test_a_line_for_github() -> None:
    assert [github(one) for one in ALL] == [
        "::error file=a b/ä.journey,line=4,endLine=4,col=9,endColumn=13,title=N001 undeclared-name"
        "::No actor is declared as `anna`.%0ADid you mean `ana`?\n",
        "::error file=a b/ä.journey,line=1,endLine=5,title=S003 unknown-line"
        "::All of it is wrong, 100%25: a,b.\n",
        "::error file=c.journey,title=X101 no-such-file::There is no such file.\n",
        "::notice file=a b/ä.journey,line=1,endLine=1,col=1,endColumn=1,title=S020 read-as-meant"
        "::Here.\n",
    ]


def test_what_a_hostile_name_could_smuggle_is_escaped() -> None:
    path = "a,line=9::x%0A\n::stop-commands::x\r.journey"
    message = "`x\r\n::set-env name=PATH::evil\n%0A::error::` is wrong."
    line = github(Diagnostic(kinds.NO_SUCH_FILE, message, path))
    assert line == (
        "::error file=a%2Cline=9%3A%3Ax%250A\\n%3A%3Astop-commands%3A%3Ax\\r.journey,"
        "title=X101 no-such-file::`x\\r\\n::set-env name=PATH::evil\\n%250A::error::` is wrong.\n"
    )


# SARIF


def test_a_result() -> None:
    run = log(ALL)
    first = run["results"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"] == [{"executionSuccessful": True}]
    artifact = {"uri": "a%20b/%C3%A4.journey"}
    region = {"startLine": 4, "startColumn": 9, "endLine": 4, "endColumn": 13}
    assert re.fullmatch(
        "[0-9a-f]{16}:1", first.pop("partialFingerprints")["primaryLocationLineHash"]
    )
    assert first == {
        "ruleId": "N001",
        "ruleIndex": 2,
        "level": "error",
        "message": {"text": "No actor is declared as `anna`.\nDid you mean `ana`?"},
        "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
        "relatedLocations": [
            {
                "message": {"text": "declared here"},
                "physicalLocation": {
                    "artifactLocation": artifact,
                    "region": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 10},
                },
            }
        ],
        "fixes": [
            {
                "description": {"text": "Write `ana`"},
                "artifactChanges": [
                    {
                        "artifactLocation": artifact,
                        "replacements": [
                            {"deletedRegion": region, "insertedContent": {"text": "ana"}}
                        ],
                    }
                ],
            }
        ],
    }
    lost = run["results"][2]["locations"]
    assert lost == [{"physicalLocation": {"artifactLocation": {"uri": "c.journey"}}}]
    assert [result["level"] for result in run["results"]] == ["error", "error", "error", "note"]


def test_rules_come_with_their_pages() -> None:
    run = log(ALL)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["S003", "S020", "N001", "X101"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    for rule in rules:
        assert rule["help"]["markdown"].startswith(f"# {rule['id']} {rule['name']}\n")
        assert rule["shortDescription"]["text"]


def test_what_could_not_run_is_said() -> None:
    assert log([NOWHERE], ran=False)["invocations"] == [{"executionSuccessful": False}]


def test_no_more_results_than_a_host_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_RESULTS == 5_000
    monkeypatch.setattr(sarif_format, "MOST_RESULTS", 3)
    run = log([FINDING] * 5)
    assert len(run["results"]) == 3
    (notification,) = run["invocations"][0]["toolExecutionNotifications"]
    assert notification["message"]["text"] == "2 more findings were left out."


def test_a_finding_is_known_again_where_it_has_moved() -> None:
    def prints(findings: list[Diagnostic]) -> list[str]:
        results = log(findings)["results"]
        return [one["partialFingerprints"]["primaryLocationLineHash"] for one in results]

    moved = Source(SOURCE.path, "// new\n\n" + TEXT)
    down = at(kinds.UNDECLARED_NAME, moved, Span(PLACE.start + 8, PLACE.end + 8), "Changed.")
    assert prints([FINDING]) == prints([down])
    twice = prints([FINDING, FINDING, LONG])
    assert twice[0].replace(":1", ":2") == twice[1]
    assert twice[2][:16] != twice[0][:16]


def test_what_a_text_says_is_no_link() -> None:
    quoted = Diagnostic(kinds.BAD_LINK, "`[x\\](http://evil.example)` is no link.", "a.journey")
    text = log([quoted])["results"][0]["message"]["text"]
    assert text == "`\\[x\\\\\\](http://evil.example)` is no link."


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("a.journey", "a.journey"),
        ("./x/../a.journey", "a.journey"),
        ("a:b/c%d#e?f g.journey", "a%3Ab/c%25d%23e%3Ff%20g.journey"),
        ("\udcff.journey", "%FF.journey"),
        ("<stdin>", "%3Cstdin%3E"),
        ("/nowhere/é.journey", "file:///nowhere/%C3%A9.journey"),
    ],
)
def test_addresses_of_files(path: str, told: str) -> None:
    assert uri(path) == told


def test_a_file_beside_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert uri("../a.journey") == (tmp_path / "a.journey").as_uri()
    assert uri(str(tmp_path / "here/a.journey")) == "a.journey"


# Whatever is found


def test_every_kind_of_finding_fits_both_schemas() -> None:
    findings = [Diagnostic(kind, "Wrong.", "a.journey") for kind in KINDS.values()]
    assert len(findings) > 80
    OURS.validate(json.loads(as_json(findings)))
    rules = log(findings)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [kind.code for kind in KINDS.values()]


# Whatever a text holds

any_text = st.text(st.characters(), min_size=1, max_size=60)


@settings(max_examples=60)
@given(any_text, any_text, st.data())
def test_any_finding_is_one_line_or_a_valid_document(
    text: str, path: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source = Source(path, text)
    kind = kinds.BAD_LINK
    finding = at(kind, source, Span(start, end), text, help=text, others=[Label(Span(0, 0), text)])
    assert len("".join(piece for line in concise(finding) for piece, _ in line).splitlines()) == 1
    line = github(finding)
    assert len(line.splitlines()) == 1
    assert re.match(r"::error file=[^,:\r\n]*,line=\d+,endLine=\d+,", line)
    document = as_json([finding])
    assert document.isascii()
    told = json.loads(document)
    OURS.validate(told)
    assert (told["findings"][0]["message"], told["findings"][0]["path"]) == (text, path)


@settings(max_examples=20)
@given(any_text)
def test_any_text_makes_a_valid_log(text: str) -> None:
    finding = at(kinds.BAD_LINK, Source("a.journey", text), Span(0, len(text)), text, help=text)
    (result,) = log([finding])["results"]
    assert unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
