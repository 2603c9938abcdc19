"""From arguments to texts: every kind of thing that a user may name."""

import os
import threading
from pathlib import Path

import pytest

from journeyctl import inputs
from journeyctl.diagnostics import Diagnostic
from journeyctl.source import Source


def lay(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("journey: X\n")


def found(*arguments: str) -> list[str]:
    return [input.shown for input in inputs.find(arguments)[0]]


def refusal(path: str) -> Diagnostic:
    (input,), problems = inputs.find([path])
    assert problems == []
    result = inputs.read(input)
    assert isinstance(result, Diagnostic)
    return result


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_folder_is_its_journeys_sorted_and_without_what_is_hidden(tmp_path: Path) -> None:
    lay(tmp_path, "b.journey", "a/z.journey", "a/b/c.journey", "a.journey", "notes.txt")
    lay(tmp_path, ".venv/x.journey", "._b.journey", ".journey")
    assert found(".") == ["a/b/c.journey", "a/z.journey", "a.journey", "b.journey"]


def test_what_other_programs_installed_is_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, "a.journey", "b/node_modules/x.journey", "venv/lib/python3/y.journey")
    lay(tmp_path, "venv/pyvenv.cfg", "environment/z.journey")
    assert found(".") == ["a.journey", "environment/z.journey"]
    assert found("**/[xyz].journey") == ["environment/z.journey"]
    assert found("b/node_modules") == ["b/node_modules/x.journey"]
    assert found("venv") == ["venv/lib/python3/y.journey"]


def test_no_path_begins_a_line_as_a_command_to_ci_would(tmp_path: Path) -> None:
    lay(tmp_path, "::error::a.journey")
    assert found("::error::a.journey") == ["./::error::a.journey"]
    assert found(".") == ["./::error::a.journey"]


def test_each_file_comes_once_and_as_it_was_typed_first(tmp_path: Path) -> None:
    lay(tmp_path, "a.journey", "b.journey")
    assert found("b.journey", "./b.journey", ".", "-", "-") == ["b.journey", "a.journey", "<stdin>"]


def test_links_to_files_are_followed_and_links_to_folders_are_not(tmp_path: Path) -> None:
    lay(tmp_path, "real/a.journey", "other/b.journey")
    (tmp_path / "real/link.journey").symlink_to(tmp_path / "other/b.journey")
    (tmp_path / "real/again").symlink_to(tmp_path / "real")
    assert found("real") == ["real/a.journey", "real/link.journey"]


def test_a_pipe_in_a_folder_is_told_and_passed_over(tmp_path: Path) -> None:
    lay(tmp_path, "a.journey")
    os.mkfifo(tmp_path / "b.journey")
    some, problems = inputs.find(["."])
    assert [input.shown for input in some] == ["a.journey"]
    assert [(one.path, one.message) for one in problems] == [
        ("b.journey", "This is not an ordinary file, and was passed over.")
    ]


def test_a_folder_without_journeys(tmp_path: Path) -> None:
    lay(tmp_path, "empty/notes.txt")
    some, problems = inputs.find(["empty"])
    assert some == []
    assert [(one.path, one.message, one.kind.name) for one in problems] == [
        ("empty", "There is no .journey file in this folder or below it.", "no-journeys")
    ]


def test_a_missing_file_and_a_near_name(tmp_path: Path) -> None:
    lay(tmp_path, "b2b.journey")
    lost = refusal("b2c.journey")
    assert (lost.path, lost.message) == ("b2c.journey", "There is no such file.")
    assert lost.help == "Did you mean `b2b.journey`?"
    assert refusal("nothing/like/it").help == ""
    assert refusal("b2b").help == "Did you mean `b2b.journey`?"
    # What all of them end in makes no two names alike.
    assert refusal("nix.journey").help == ""
    lay(tmp_path, "beli.journey")
    assert [refusal(f"{name}.journey").help for name in ("nix", "nothere")] == ["", ""]
    assert refusal("Bleli.journey").help == "Did you mean `beli.journey`?"


def test_a_byte_that_is_no_utf8_is_shown_in_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.journey").write_bytes("journey: Ö\n- caf".encode() + b"\xe9 noir\nmore\n")
    finding = refusal("a.journey")
    assert finding.message == "The byte 0xE9 is not UTF-8."
    assert finding.help == "Save the file again as UTF-8; in Windows-1252 this byte is `é`."
    assert finding.source is not None
    assert finding.span is not None
    assert finding.source.line_column(finding.span.start) == (2, 6)
    assert finding.source.line_text(2) == "- caf\\xe9 noir"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("journey: X".encode("utf-16"), "The file looks like UTF-16; only UTF-8 is read."),
        (
            "journey: X".encode("utf-16-be"),
            "The file looks like UTF-16; only UTF-8 is read.",
        ),
        ("journey: X".encode("utf-32"), "The file looks like UTF-32; only UTF-8 is read."),
        (b"journey: X\0\n", "The file holds a NUL character, so it is no plain text."),
        (b"\0" * 100, "The file holds a NUL character, so it is no plain text."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "The byte 0x89 is not UTF-8."),
        (b"a\xe2\x82", "The byte 0xE2 is not UTF-8."),
        (b"\xed\xa0\x80", "The byte 0xED is not UTF-8."),
        (b"\n" * 100_001, "The file has more than 100000 lines."),
        (b"a" * (5 * 1024 * 1024 + 1), "The file is larger than 5 MB."),
    ],
)
def test_what_is_no_text(tmp_path: Path, data: bytes, message: str) -> None:
    (tmp_path / "a.journey").write_bytes(data)
    assert refusal("a.journey").message == message


@pytest.mark.parametrize("data", [b"", b"a" * (5 * 1024 * 1024), b"\xef\xbb\xbfjourney: X\r\n\r"])
def test_a_text_comes_as_it_is(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.journey").write_bytes(data)
    source = inputs.read(inputs.Input("a.journey", Path("a.journey")))
    assert isinstance(source, Source)
    assert source.text.encode() == data


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("", "It cannot be read: Is a directory."),
        ("a" * 5_000, "It cannot be read: File name too long."),
        ("a.journey/b.journey", "It cannot be read: Not a directory."),
        ("loop.journey", "It cannot be read: Too many levels of symbolic links."),
    ],
)
def test_paths_that_lead_nowhere(path: str, message: str, tmp_path: Path) -> None:
    lay(tmp_path, "a.journey")
    (tmp_path / "loop.journey").symlink_to("loop.journey")
    assert refusal(path).message == message


def test_endless_and_unreadable_files() -> None:
    assert refusal("/dev/zero").message == "The file is larger than 5 MB."
    assert refusal("/proc/self/mem").message == "It cannot be read: Input/output error."


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    writer = threading.Thread(target=(tmp_path / "pipe").write_text, args=("journey: X\n",))
    writer.start()
    input = inputs.Input("pipe", Path("pipe"))
    source = inputs.read(input)
    writer.join()
    assert isinstance(source, Source)
    assert source.text == "journey: X\n"
    assert input.home is None


def test_what_outputs_are_named_after(tmp_path: Path) -> None:
    lay(tmp_path, "a.journey")
    assert inputs.Input("a.journey", Path("a.journey")).home == Path("a.journey")
    assert inputs.Input("<stdin>", None).home is None
    assert inputs.Input("/dev/stdin", Path("/dev/stdin")).home is None
