"""Files written whole or not at all."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from journeyctl import kinds
from journeyctl.diagnostics import Failure


class OutputError(Failure):
    """A file that could not be written. What was there before is as it was."""


def write(path: Path, data: bytes) -> None:
    """Make ``data`` the content of ``path``: all of it, or none.

    The bytes go to a temporary file in the same folder, down to the disk, and then take
    the place of the old file in one move; its permissions and, where allowed, its owner
    are kept, and a new file has those of the umask. A symbolic link stays: the file that
    it leads to is written, in that file's folder. A hard link is left behind with the old
    content. A file that holds these bytes already is not touched. A device or a pipe
    (``/dev/stdout``) is written straight. Raises OutputError.
    """
    try:
        there = _stat(path)
        if there is None or stat.S_ISREG(there.st_mode):
            _replace(Path(os.path.realpath(path)), data, there)
        elif stat.S_ISDIR(there.st_mode):
            raise IsADirectoryError(errno.EISDIR, "is a folder")
        else:
            _pour(path, data)
    except OSError as error:
        raise _explained(error) from error


def make_folder(path: Path) -> None:
    """Make a folder, if it is not there, in one that is. Raises OutputError."""
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise _explained(error) from error


def _stat(path: Path) -> os.stat_result | None:
    """What stands at ``path``, at the end of all links; None for nothing yet."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _replace(target: Path, data: bytes, there: os.stat_result | None) -> None:
    if there is not None:
        if there.st_size == len(data) and os.access(target, os.R_OK) and _holds(target, data):
            return
        if not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, "is read-only")
    temporary, handle = _temporary(target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            if there is not None:
                _keep_permissions(handle, there)
            file.write(data)
            file.flush()
            os.fsync(handle)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _holds(target: Path, data: bytes) -> bool:
    return target.read_bytes() == data


def _temporary(folder: Path) -> tuple[Path, int]:
    """A new file beside the target, and its open handle; its permissions follow the umask."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    number = 0
    while True:
        path = folder / f".journeyctl-{os.getpid()}-{number}.tmp"
        try:
            return path, os.open(path, flags, 0o666)
        except FileExistsError:
            number += 1


def _keep_permissions(handle: int, there: os.stat_result) -> None:
    if not hasattr(os, "fchmod"):  # Windows
        return
    own = os.fstat(handle)
    if (own.st_uid, own.st_gid) != (there.st_uid, there.st_gid):
        with suppress(OSError):
            os.fchown(handle, there.st_uid, there.st_gid)
    # What the file system can't do, it could not do for the old file either.
    with suppress(OSError):
        os.fchmod(handle, stat.S_IMODE(there.st_mode))


def _pour(path: Path, data: bytes) -> None:
    """Write to a device or pipe. A pipe that nobody reads is an error, not a wait."""
    handle = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    os.set_blocking(handle, True)
    with os.fdopen(handle, "wb", buffering=0) as file:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]


_REASONS = {
    errno.EISDIR: (
        "The output is a folder, not a file.",
        "Give the name of a file, or end the folder's name with a slash.",
    ),
    errno.ENOENT: (
        "The folder for the output does not exist.",
        "Create it first, or choose another place with `-o`.",
    ),
    errno.EEXIST: (
        "There is a file where the folder for the output is to be.",
        "Move it away, or choose another place with `-o`.",
    ),
    errno.ENOTDIR: (
        "The folder for the output is a file.",
        "Choose another place with `-o`.",
    ),
    errno.EACCES: (
        "The output may not be written.",
        "Change the permissions of the file and its folder, or choose another place with `-o`.",
    ),
    errno.EROFS: (
        "The output stands on a disk that is read-only.",
        "Choose another place with `-o`.",
    ),
    errno.ENOSPC: (
        "The disk is full.",
        "Free some space; what was there before is as it was.",
    ),
    errno.ENAMETOOLONG: (
        "The name of the output is too long.",
        "Choose a shorter one with `-o`.",
    ),
    errno.ENXIO: (
        "Nobody reads the pipe that is the output.",
        "Start its reader first.",
    ),
    errno.EPIPE: (
        "The reader of the output has gone.",
        "Start its reader again.",
    ),
}
_SAME = {errno.EPERM: errno.EACCES, errno.EDQUOT: errno.ENOSPC}


def _explained(error: OSError) -> OutputError:
    code = error.errno or 0
    message, help = _REASONS.get(_SAME.get(code, code), ("", ""))
    if not message:
        message = f"The output could not be written: {error.strerror or error}."
        help = "What was there before is as it was. Choose another place with `-o`."
    return OutputError(kinds.NOT_WRITTEN, message, help)
