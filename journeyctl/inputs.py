"""From what the user typed (files, folders, ``-``) to texts: ``find`` the files, ``read`` each."""

import os
import stat
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Kind, at
from journeyctl.source import Source, Span

MOST_BYTES = 5 * 1024 * 1024
MOST_LINES = 100_000
SUFFIX = ".journey"
STDIN = "<stdin>"
_SIGNS = frozenset("*?[")
_PACKAGES = "node_modules"
_INSTALLED = "pyvenv.cfg"  # in the folder of a virtual environment, whatever that is called


class Input(NamedTuple):
    """One text to read. ``shown`` is its path in messages; ``path`` is None for standard input."""

    shown: str
    path: Path | None

    @property
    def home(self) -> Path | None:
        """The path that outputs are named after; None for a pipe, which has no name of its own."""
        if self.path is None or self.shown.startswith(("/dev/", "/proc/")):
            return None
        try:
            return self.path if stat.S_ISREG(self.path.stat().st_mode) else None
        except OSError:
            return self.path


def find(
    arguments: Iterable[str], stdin: str = STDIN, endings: tuple[str, ...] = (SUFFIX,)
) -> tuple[list[Input], list[Diagnostic]]:
    """The inputs that the arguments name, each once, in the order typed.

    ``stdin`` is what standard input is called; ``endings`` are what the names of those files
    end in that folders stand for.

    A folder stands for every ordinary ``*.journey`` file below it, sorted by path; what is
    hidden (a leading dot) or installed there by others (``node_modules``, Python's virtual
    environments) is passed over, and links to folders are not followed. A pattern
    (``journeys/**/b2b-*``) that a shell left as it is stands for those of these that it matches;
    with an ending of its own, for all such files.
    """
    inputs: dict[str, Input] = {}
    problems: list[Diagnostic] = []
    for argument in arguments:
        if argument == "-":
            inputs.setdefault("-", Input(stdin, None))
        elif argument and is_folder(Path(argument)):
            for path in _below(Path(argument), endings, problems):
                inputs.setdefault(os.path.realpath(path), Input(_shown(str(path)), path))
        elif fixed_part(argument) != argument:
            for path in _matching(argument, endings, problems):
                inputs.setdefault(os.path.realpath(path), Input(_shown(str(path)), path))
        else:
            path = Path(argument)
            inputs.setdefault(os.path.realpath(path), Input(_shown(argument), path))
    return list(inputs.values()), problems


def _shown(path: str) -> str:
    """The path for messages: a line of theirs that began with ``::`` would be a command to CI."""
    return f"./{path}" if path.startswith(":") else path


def is_pipe(argument: str) -> bool:
    """Whether an argument names no file or folder, in whose place a text could be written:
    standard input, a pipe, a device."""
    if argument == "-":
        return True
    path = Path(argument)
    return not is_folder(path) and Input(argument, path).home is None


def is_folder(path: Path) -> bool:
    """Whether this is a folder; not so where that cannot be found out (no permission, no path)."""
    try:
        return stat.S_ISDIR(path.stat().st_mode)
    except OSError:
        return False


def fixed_part(argument: str) -> str:
    """The folder in which all is that a pattern can match; the argument itself, where it is none
    or there is a file of this name."""
    parts = Path(argument).parts
    signs = [bool(_SIGNS.intersection(part)) for part in parts]
    if True not in signs or os.path.lexists(argument):
        return argument
    return str(Path(*parts[: signs.index(True)]))


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern matches a path, both from the working folder."""
    folder = os.path.relpath(fixed_part(pattern))
    rules = Path(pattern).parts[len(Path(fixed_part(pattern)).parts) :]
    return _matches(Path(os.path.relpath(path, folder)).parts, rules)


def _matching(pattern: str, endings: tuple[str, ...], problems: list[Diagnostic]) -> list[Path]:
    """The files that a pattern matches; ``**`` are any folders, or none. See ``find``."""
    folder = Path(fixed_part(pattern))
    rules = Path(pattern).parts[len(folder.parts) :]
    own = Path(pattern).suffix
    wanted = (own,) if own and not _SIGNS.intersection(own) else endings
    found = _below(folder, wanted, problems, quiet=True) if is_folder(folder) else []
    found = [path for path in found if _matches(path.parts[len(folder.parts) :], rules)]
    if not found:
        message = "This pattern matches no file."
        help = "`*` stands for part of a name, `**` for any folders."
        problems.append(Diagnostic(kinds.NO_JOURNEYS, message, pattern, help=help))
    return found


def _matches(parts: tuple[str, ...], rules: tuple[str, ...]) -> bool:
    from fnmatch import fnmatchcase

    if not rules:
        return not parts
    if rules[0] == "**":
        rest = rules[1:] or ("*",)
        return any(_matches(parts[skip:], rest) for skip in range(len(parts)))
    return bool(parts) and fnmatchcase(parts[0], rules[0]) and _matches(parts[1:], rules[1:])


def _below(
    folder: Path, endings: tuple[str, ...], problems: list[Diagnostic], *, quiet: bool = False
) -> list[Path]:
    """The files of these endings below a folder; what could not be entered or is no file goes to
    ``problems``, and, unless ``quiet``, that there is none."""
    found: list[Path] = []
    before = len(problems)

    def unreadable(error: OSError) -> None:
        problems.append(_unreadable(str(error.filename), error))

    for place, folders, files in os.walk(folder, onerror=unreadable):
        if _INSTALLED in files and Path(place) != folder:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".") and name != _PACKAGES]
        for name in files:
            path = Path(place) / name
            if name.startswith(".") or not name.endswith(endings):
                continue
            if path.is_file():
                found.append(path)
            else:
                message = "This is not an ordinary file, and was passed over."
                advice = "Name it on the command line if it is a pipe to be read."
                problems.append(Diagnostic(kinds.UNREADABLE, message, str(path), help=advice))
    if not found and not quiet and len(problems) == before:
        message = f"There is no {endings[0]} file in this folder or below it."
        problems.append(Diagnostic(kinds.NO_JOURNEYS, message, str(folder)))
    return sorted(found, key=lambda path: path.parts)


def read(input: Input, recode: Callable[[bytes], bytes] = bytes) -> Source | Diagnostic:
    """The text of an input, or why there is none: missing, unreadable, too large or no UTF-8.
    ``recode`` is what its bytes are sent through first."""
    try:
        data = _bytes(input.path)
    except FileNotFoundError:
        return _missing(input)
    except OSError as error:
        return _unreadable(input.shown, error)
    return decoded(input, recode(data))


def _bytes(path: Path | None) -> bytes:
    """At most one byte over the limit, so that an endless device ends."""
    if path is not None:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    if sys.stdin is None:
        raise OSError(0, "standard input is closed")
    return sys.stdin.buffer.read(MOST_BYTES + 1)


def decoded(input: Input, data: bytes) -> Source | Diagnostic:
    """The text that bytes are, or why they are none: too many, or no UTF-8."""
    advice = "Split it into a file for each journey."
    if len(data) > MOST_BYTES:
        message = f"The file is larger than {MOST_BYTES // 1024 // 1024} MB."
        return _refused(kinds.TOO_LARGE, input, message, advice)
    if data.count(b"\n") > MOST_LINES:
        message = f"The file has more than {MOST_LINES} lines."
        return _refused(kinds.TOO_LARGE, input, message, advice)
    wide = _wide(data)
    if wide:
        message = f"The file looks like {wide}; only UTF-8 is read."
        return _refused(kinds.NOT_UTF8, input, message, "Save it again as UTF-8.")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(input, data, error.start)
    nul = text.find("\0")
    if nul >= 0:
        source = Source(input.shown, text)
        message = "The file holds a NUL character, so it is no plain text."
        advice = "Check that this is the right file."
        return at(kinds.NOT_TEXT, source, Span(nul, nul + 1), message, help=advice)
    return Source(input.shown, text)


def _wide(data: bytes) -> str:
    """``UTF-16`` or ``UTF-32`` where the first bytes are such a mark, or every other one is 0."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    head = data[:200]
    every_other_zero = len(head) > 1 and (not any(head[1::2]) or not any(head[::2]))
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or (every_other_zero and any(head)):
        return "UTF-16"
    return ""


def _not_utf8(input: Input, data: bytes, bad: int) -> Diagnostic:
    """Points at the first byte that is no UTF-8, shown as ``\\xe9`` in its line."""
    line_end = data.find(b"\n", bad)
    before = data[:bad].decode()
    rest = data[bad : len(data) if line_end < 0 else line_end].decode(errors="backslashreplace")
    value = data[bad]
    message = f"The byte 0x{value:02X} is not UTF-8."
    meant = bytes([value]).decode("cp1252", "ignore")
    advice = "Save the file again as UTF-8."
    if meant.isalpha():
        advice = f"Save the file again as UTF-8; in Windows-1252 this byte is `{meant}`."
    source = Source(input.shown, before + rest)
    # Four characters: the byte as backslashreplace writes it.
    return at(kinds.NOT_UTF8, source, Span(len(before), len(before) + 4), message, help=advice)


def _missing(input: Input) -> Diagnostic:
    from journeyctl.syntax.names import nearest

    path = Path(input.shown)
    try:
        names = sorted(one.stem for one in path.parent.iterdir() if one.name.endswith(SUFFIX))
    except OSError:
        names = []
    near = nearest(path.stem, names)
    help = f"Did you mean `{path.with_name(near + SUFFIX)}`?" if near else ""
    return _refused(kinds.NO_SUCH_FILE, input, "There is no such file.", help)


def _unreadable(shown: str, error: OSError) -> Diagnostic:
    reason = error.strerror or type(error).__name__
    return Diagnostic(kinds.UNREADABLE, f"It cannot be read: {reason}.", shown)


def _refused(kind: Kind, input: Input, message: str, help: str) -> Diagnostic:
    return Diagnostic(kind, message, input.shown, help=help)
