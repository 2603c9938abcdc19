"""Files written whole or not at all, and what stands in the way told in one sentence."""

import errno
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeyctl.outputs.files import OutputError, write


def refused(path: Path) -> tuple[str, str]:
    with pytest.raises(OutputError) as caught:
        write(path, b"new")
    assert caught.value.kind.name == "not-written"
    return caught.value.message, caught.value.help


def left_over(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.fixture(autouse=True)
def _usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_a_new_file_has_the_permissions_of_the_umask(tmp_path: Path) -> None:
    write(tmp_path / "a.svg", b"one")
    os.umask(0o077)
    write(tmp_path / "b.svg", b"")
    assert (tmp_path / "a.svg").read_bytes() == b"one"
    assert (tmp_path / "b.svg").read_bytes() == b""
    assert stat.S_IMODE((tmp_path / "a.svg").stat().st_mode) == 0o644
    assert stat.S_IMODE((tmp_path / "b.svg").stat().st_mode) == 0o600
    assert left_over(tmp_path) == ["a.svg", "b.svg"]


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o777])
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "a.svg"
    file.write_bytes(b"old")
    file.chmod(mode)
    write(file, b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    file.write_bytes(b"same")
    os.utime(file, ns=(5, 5))
    before = file.stat()
    write(file, b"same")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (5, before.st_ino)
    write(file, b"diff")
    assert file.read_bytes() == b"diff"
    assert file.stat().st_mtime_ns > 5


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "real" / "a.svg", tmp_path / "there" / "link.svg"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to("../real/a.svg")
    write(link, b"new")
    assert link.readlink() == Path("../real/a.svg")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert left_over(tmp_path / "there") == ["link.svg"]
    assert left_over(tmp_path / "real") == ["a.svg"]


def test_a_link_that_leads_nowhere_yet(tmp_path: Path) -> None:
    link = tmp_path / "link.svg"
    link.symlink_to("new.svg")
    write(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "new.svg").read_bytes() == b"new"


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    message, help = refused(tmp_path / "a")
    assert message == f"The output could not be written: {os.strerror(errno.ELOOP)}."
    assert help
    assert left_over(tmp_path) == ["a", "b"]


def test_a_hard_link_keeps_the_old_content(tmp_path: Path) -> None:
    file, other = tmp_path / "a.svg", tmp_path / "b.svg"
    file.write_bytes(b"old")
    other.hardlink_to(file)
    write(file, b"new")
    assert (file.read_bytes(), other.read_bytes()) == (b"new", b"old")


def test_a_folder_as_output(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    expected = (
        "The output is a folder, not a file.",
        "Give the name of a file, or end the folder's name with a slash.",
    )
    assert refused(tmp_path) == expected
    assert refused(tmp_path / "link") == expected
    assert left_over(tmp_path) == ["link"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "none" / "a.svg") == (
        "The folder for the output does not exist.",
        "Create it first, or choose another place with `-o`.",
    )


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    assert refused(tmp_path / "file" / "a.svg")[0] == "The folder for the output is a file."


def test_a_name_too_long(tmp_path: Path) -> None:
    assert refused(tmp_path / ("a" * 300))[0] == "The name of the output is too long."
    write(tmp_path / ("a" * 255), b"fits, and so does the temporary name")


PERMISSION = (
    "The output may not be written.",
    "Change the permissions of the file and its folder, or choose another place with `-o`.",
)


def test_a_file_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write anything, so the answer of the system is put in."""
    file = tmp_path / "a.svg"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda _, mode: mode != os.W_OK)
    assert refused(file) == PERMISSION
    assert file.read_bytes() == b"old"
    assert left_over(tmp_path) == ["a.svg"]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (errno.EACCES, PERMISSION[0]),
        (errno.EPERM, PERMISSION[0]),
        (errno.EROFS, "The output stands on a disk that is read-only."),
        (errno.ENOSPC, "The disk is full."),
        (errno.EIO, f"The output could not be written: {os.strerror(errno.EIO)}."),
    ],
)
def test_a_folder_that_takes_no_new_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, message: str
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "open", refuse)
    assert refused(tmp_path / "a.svg")[0] == message


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("there", [True, False])
def test_a_disk_that_fills_up_leaves_all_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, there: bool
) -> None:
    file = tmp_path / "a.svg"
    if there:
        file.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, full)
    assert refused(file) == (
        "The disk is full.", "Free some space; what was there before is as it was."
    )  # fmt: skip
    assert left_over(tmp_path) == (["a.svg"] if there else [])
    assert not there or file.read_bytes() == b"old"


def test_an_interrupt_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "a.svg", b"new")
    assert left_over(tmp_path) == []


def test_a_temporary_file_of_another_is_left_alone(tmp_path: Path) -> None:
    taken = tmp_path / f".journeyctl-{os.getpid()}-0.tmp"
    taken.symlink_to("elsewhere")
    write(tmp_path / "a.svg", b"new")
    assert taken.is_symlink()
    assert left_over(tmp_path) == [taken.name, "a.svg"]


def test_readers_see_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    contents = [bytes([65 + number]) * 300_000 for number in range(8)]
    file.write_bytes(contents[0])
    seen: set[bytes] = set()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            seen.add(file.read_bytes())

    reader = threading.Thread(target=look)
    reader.start()
    for content in contents:
        write(file, content)
    done.set()
    reader.join()
    assert seen
    assert seen <= set(contents)


def test_devices_are_written_and_stay_devices() -> None:
    write(Path(os.devnull), b"new")
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)  # noqa: PTH116  (a device, not a path of ours)


def test_a_pipe_is_written_to_its_reader(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert refused(pipe) == ("Nobody reads the pipe that is the output.", "Start its reader first.")
    data = bytes(300_000)
    handle = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(handle, True)
    writer = threading.Thread(target=write, args=(pipe, data))
    writer.start()
    got = b""
    while writer.is_alive() or len(got) < len(data):
        got += os.read(handle, 1 << 16)  # nothing, until the writer is there
    os.close(handle)
    assert got == data
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_reader_that_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    handle = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    blocking = os.set_blocking

    def leave(file: int, on: bool) -> None:
        blocking(file, on)
        os.close(handle)

    monkeypatch.setattr(os, "set_blocking", leave)
    assert refused(pipe)[0] == "The reader of the output has gone."
