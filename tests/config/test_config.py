"""Which configuration holds for a file, and what is said of one that is wrong."""

import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl import config
from journeyctl.choosing import Choice
from journeyctl.config import NOTHING, Configuration, Configurations
from journeyctl.diagnostics import Diagnostic
from journeyctl.rules.choose import KINDS
from journeyctl.source import Source


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a/b/c").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)


def write(path: str, text: str) -> None:
    Path(path).write_bytes(text.encode())


def code(*names: str) -> frozenset[str]:
    return frozenset(KINDS[name].code for name in names)


def faults(text: str, path: str = "journeyctl.toml") -> list[str]:
    """Each fault as ``line:column-end message / help``, or without a place."""
    write(path, text)
    told = []
    for fault in Configurations().of(Path())[1]:
        assert fault.kind.name == "bad-configuration"
        assert fault.path == path
        place = ""
        if fault.source and fault.span:
            line, column = fault.source.line_column(fault.span.start)
            place = f"{line}:{column}-{column + fault.span.end - fault.span.start} "
        told.append(f"{place}{fault.message}{' / ' + fault.help if fault.help else ''}")
    return told


def test_without_any_everything_is_told() -> None:
    assert Configurations().of(Path("a/b")) == (NOTHING, [])


def test_the_keys() -> None:
    write(
        "journeyctl.toml",
        'select = ["practice", "N007"]\nignore = ["Committee of one"]\nerror = ["unused-name"]\n',
    )
    (choice, _, _), told = Configurations().of(Path())
    practice = frozenset(kind.code for kind in KINDS.values() if kind.code[0] == "P")
    assert told == []
    assert choice.select == practice | {"N007"}
    assert choice.ignore == code("committee-of-one")
    assert choice.error == code("unused-name")


def test_the_nearest_wins_and_is_not_added_to_those_above() -> None:
    write("journeyctl.toml", 'ignore = ["unused-name"]')
    write("a/b/pyproject.toml", '[tool.journeyctl]\nignore = ["empty-stage"]')
    configurations = Configurations()
    ignored = {
        place: configurations.of(Path(place))[0].choice.ignore
        for place in (".", "a", "a/b", "a/b/c")
    }
    own, above = code("empty-stage"), code("unused-name")
    assert ignored == {".": above, "a": above, "a/b": own, "a/b/c": own}


def test_its_own_file_wins_in_one_folder() -> None:
    write("journeyctl.toml", "")
    write("pyproject.toml", '[tool.journeyctl]\nignore = ["empty-stage"]')
    assert Configurations().of(Path())[0] == NOTHING


@pytest.mark.parametrize("text", ["", "[tool.ruff]\n", 'name = "journeyctl"\n', "[broken"])
def test_a_project_that_does_not_configure_it_is_passed_by(text: str) -> None:
    write("journeyctl.toml", 'ignore = ["empty-stage"]')
    write("a/pyproject.toml", text)
    (choice, _, _), told = Configurations().of(Path("a"))
    assert (choice, told) == (Choice(ignore=code("empty-stage")), [])


def test_a_folder_of_that_name_is_none() -> None:
    Path("journeyctl.toml").mkdir()
    Path("pyproject.toml").mkdir()
    assert Configurations().of(Path()) == (NOTHING, [])


def test_each_file_is_read_once_and_its_faults_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a/journeyctl.toml", "slect = []")
    read: list[Path] = []
    whole = config._configured

    def counted(place: Path) -> tuple[Configuration, list[Diagnostic]] | None:
        read.append(place)
        return whole(place)

    monkeypatch.setattr(config, "_configured", counted)
    configurations = Configurations()
    told = [configurations.of(Path(place))[1] for place in ("a/b/c", "a/b", "a/b/../b", "a", "a/b")]
    assert [len(one) for one in told] == [1, 0, 0, 0, 0]
    assert [str(place.relative_to(Path.cwd())) for place in read] == ["a/b/c", "a/b", "a"]


def test_reading_toml_costs_nothing_where_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    write("pyproject.toml", "[tool.ruff]\n")
    monkeypatch.delitem(sys.modules, "tomllib", raising=False)
    Configurations().of(Path("a"))
    assert "tomllib" not in sys.modules


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('slect = ["x"]', "1:1-6 There is no key `slect`. / Did you mean `select`?"),
        (
            "\n\ncolour = 1",
            "3:1-7 There is no key `colour`."
            " / There are `select`, `ignore`, `error`, `theme`, `themes`.",
        ),
        (
            'ignore = ["empty-stage",\n  "no-way-bak"]',
            "2:4-14 There is no rule `no-way-bak`. / Did you mean `no-way-back`?",
        ),
        (
            '# ignore "zzzzzzzz"\n"error" = [\'zzzzzzzz\']',
            "2:13-21 There is no rule `zzzzzzzz`. / See `journeyctl rule --all`.",
        ),
        (
            'error = "unused-name"',
            '1:1-6 `error` is no list of names. / Write for example `error = ["unused-name"]`.',
        ),
        (
            "error = [1]",
            '1:1-6 `error` is no list of names. / Write for example `error = ["unused-name"]`.',
        ),
        (
            "select = []",
            "1:1-7 `select` names no rule. / Name what is to be told, or leave the key out.",
        ),
        # Spelt with an escape, so that it stands nowhere as it is.
        (
            'ignore = ["no-way-b\\u0061k"]',
            "There is no rule `no-way-bak`. / Did you mean `no-way-back`?",
        ),
        ('ignore = ["no-way-bak"', "1:23-23 This is no TOML: unclosed array."),
        ("a b = 1", "1:3-4 This is no TOML: expected '=' after a key in a key/value pair."),
        ("x = [[[" + "[" * 5000, "This is no TOML: "),
        ("x = 1" + "0" * 5000, "This is no TOML: "),
        ("\ufeffselect = []", "1:1-2 This is no TOML: invalid statement."),
        ('ignore = [""]', "1:12-12 There is no rule ``. / See `journeyctl rule --all`."),
    ],
)
def test_what_is_wrong_and_where(text: str, told: str) -> None:
    (fault,) = faults(text)
    assert fault.startswith(told)


@pytest.mark.parametrize(
    "text",
    [
        '[tool.journeyctl]\nignore = ["nonesuch-"]',
        'tool.journeyctl.ignore = ["nonesuch-"]',
        '[tool]\njourneyctl = { error = [], ignore = [ "nonesuch-" ] }',
        '[tool."journeyctl"]\n\'ignore\' = ["S", """nonesuch-""" ]',
        '[tool.x]\nignore = ["nonesuch-"]\na = """\n[tool.journeyctl]\nignore = ["nonesuch-"]"""\n'
        '[tool.journeyctl]\nerror = ["unused-name"]\nignore = ["nonesuch-"]',
    ],
)
def test_a_place_is_found_however_it_is_written(text: str) -> None:
    (fault,) = faults(text, "pyproject.toml")
    start = text.rindex("nonesuch-")
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    assert fault.startswith(f"{line}:{column}-{column + 9} There is no rule `nonesuch-`.")


def test_a_table_that_is_none() -> None:
    assert faults("[tool]\njourneyctl = 3", "pyproject.toml") == ["`tool.journeyctl` is no table."]
    assert faults("tool = 3 # journeyctl", "pyproject.toml") == []


def test_bytes_that_are_no_text() -> None:
    Path("journeyctl.toml").write_bytes(b"ignore = ['\xff']")
    assert Configurations().of(Path())[1][0].message == "The configuration is not UTF-8."
    Path("journeyctl.toml").write_bytes(b"#" * (config.MOST_BYTES + 1))
    assert Configurations().of(Path())[1][0].message == "The configuration is larger than 1 MB."


def test_a_file_that_vanishes_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "is_file", lambda self: self.name == "journeyctl.toml")
    (fault,) = Configurations().of(Path())[1]
    assert fault.message == "The configuration cannot be read: No such file or directory."


def test_of_a_configuration_with_faults_the_rest_holds() -> None:
    write("journeyctl.toml", 'slect = []\nignore = ["unused-name", "zzzzzzzz"]')
    (choice, _, _), told = Configurations().of(Path())
    assert choice == Choice(ignore=code("unused-name"))
    assert len(told) == 2


def test_many_faults_take_no_time_and_are_all_told(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ", ".join(f'"zzzzzzzz{number:04}"' for number in range(150))
    read: list[str] = []
    whole = tomllib.loads

    def counted(text: str) -> dict[str, object]:
        read.append(text)
        return whole(text)

    monkeypatch.setattr(tomllib, "loads", counted)
    told = faults(f"ignore = [{names}]")
    assert len(told) == 150
    assert told[0].startswith("1:12-")
    assert told[149].startswith("There is no rule `zzzzzzzz0149`")
    assert len(read) <= 101  # by itself, and for the places that are sought


words = st.sampled_from(["select", "ignore", "tool", "journeyctl", "x", "no-way-back", "P206", "é"])
pieces = st.lists(words | st.sampled_from(list("[]{}=.,\"'#\n\\ \x00\u202e1")), max_size=30).map(
    "".join
)


@settings(max_examples=100)
@given(pieces)
def test_any_text_is_read_or_has_a_place_inside_the_file(text: str) -> None:
    read = config._Reader(Source("x.toml", text), ()).read()
    assert read is not None
    for fault in read[1]:
        if fault.span:
            assert 0 <= fault.span.start <= fault.span.end <= len(text)
