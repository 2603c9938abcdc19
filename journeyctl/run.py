"""One run of a command over many inputs: tell what is found, write what comes out, and count."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from journeyctl import inputs, kinds
from journeyctl.choosing import Choice
from journeyctl.config import Configuration, Configurations
from journeyctl.diagnostics import Diagnostic
from journeyctl.reporters import terminal
from journeyctl.reporters.reporter import Format, Reporter
from journeyctl.reporters.text import shown
from journeyctl.source import Source
from journeyctl.targets import Output, Places, plan

if TYPE_CHECKING:
    from journeyctl.themes import Theme

CLEAN, FOUND = 0, 1

_WIPE = "\r\x1b[K"


class Run:
    """``stream`` is where findings go. Nothing that goes wrong with one input ends the run.

    ``select`` and ``ignore`` are codes that the command line names; they win over the
    configuration of each journey's folder. ``stdin`` is what standard input is called.
    """

    def __init__(
        self,
        stream: TextIO | None,
        *,
        strict: bool = False,
        exit_zero: bool = False,
        format: Format = "full",
        select: frozenset[str] | None = None,
        ignore: frozenset[str] = frozenset(),
        stdin: str = "",
    ) -> None:
        self._reporter = Reporter(format, stream)
        self._strict = strict
        self._exit_zero = exit_zero
        self._select = select
        self._ignore = ignore
        self._stdin = stdin or inputs.STDIN
        self._configurations = Configurations()
        self._counts = {"error": 0, "warning": 0, "hint": 0}
        self._mendable = 0
        self._failed = False
        self._passing = False
        self.files = 0

    def read(self, arguments: Sequence[str]) -> Iterator[Source | Diagnostic]:
        """The text of each input that the arguments name, or why it cannot be read."""
        found, problems = inputs.find(arguments, self._stdin)
        self.files += len(found)
        yield from problems
        yield from map(inputs.read, found)

    def sources(
        self, arguments: Sequence[str], endings: tuple[str, ...] = (inputs.SUFFIX,)
    ) -> Iterator[tuple[Source, inputs.Input]]:
        """The text of each input that the arguments name; what cannot be read is told. For the
        ``endings`` see ``inputs.find``."""
        yield from self._read(self._find(arguments, endings))

    def planned(
        self, arguments: Sequence[str], endings: dict[str, str], output: Output, *, dry: bool
    ) -> Iterator[tuple[Source, dict[str, Path | None]]]:
        """Each text with the path of its output in each format (None is standard output).

        Where outputs cannot be told apart, that is told, and only the first of them comes.
        Folders that are to be made are there afterwards, but for a ``dry`` run.
        """
        found = self._find(arguments)
        places, problems = plan(found, endings, output)
        self.tell(problems)
        if output.is_folder and not dry:
            places = self._with_folders(places)
        for source, input in self._read(places):
            yield source, places[input]

    def together(
        self, arguments: Sequence[str], endings: dict[str, str], output: Output, *, dry: bool
    ) -> Iterator[tuple[tuple[Source, ...], dict[str, Path | None]]]:
        """All texts that can be read, as ``planned`` gives them one by one: what is made of them
        together is named after the first. Nothing comes where that has no place."""
        found = self._find(arguments)
        places, problems = plan(found[:1], endings, output, found)
        self.tell(problems)
        if output.is_folder and not dry:
            places = self._with_folders(places)
        for there in places.values():
            yield tuple(source for source, _ in self._read(found)), there

    def _with_folders(self, places: Places) -> Places:
        """The places whose folders are there or could be made; why others could not is told."""
        made: dict[Path, bool] = {}
        for paths in places.values():
            for path in paths.values():
                if path and path.parent not in made:
                    failed = _made(path.parent)
                    self.tell([failed] if failed else [])
                    made[path.parent] = failed is None
        return {
            input: paths
            for input, paths in places.items()
            if all(path is None or made[path.parent] for path in paths.values())
        }

    def _find(
        self, arguments: Sequence[str], endings: tuple[str, ...] = (inputs.SUFFIX,)
    ) -> list[inputs.Input]:
        found, problems = inputs.find(arguments, self._stdin, endings)
        self.files += len(found)
        self.tell(problems)
        return found

    def _read(self, found: Iterable[inputs.Input]) -> Iterator[tuple[Source, inputs.Input]]:
        for input in found:
            source = inputs.read(input)
            if isinstance(source, Source):
                yield source, input
            else:
                self.tell([source])

    def chosen(self, path: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Of the findings of one input those that are to be told, as severe as they count.

        What is wrong with a configuration is told here, once, before the findings under it.
        """
        return self.choice(path).apply(findings)

    def choice(self, path: str) -> Choice:
        """Which findings of an input are told."""
        return self._configuration(path).choice.under(self._select, self._ignore)

    def _configuration(self, path: str) -> Configuration:
        """What holds for an input. What is wrong with it is told at its first use."""
        holds, faults = self._configurations.of(Path(path).parent)
        self.tell(faults)
        return holds

    def theme(self, path: str, asked: str) -> "Theme | None":
        """The theme in which to draw an input: ``asked``, or "" for its configuration's.

        None where there is none of the name, or it was refused, which is told.
        """
        from journeyctl.themes import BUILT_IN, built_in, unknown

        holds = self._configuration(path)
        name = asked or holds.theme or BUILT_IN[0]
        if name in holds.themes:
            return holds.themes[name]
        if lacking := unknown(name, holds.themes):
            message, help = lacking
            self.tell([Diagnostic(kinds.NO_SUCH_THEME, message, path, help=help)])
            return None
        return built_in(name)

    def counts_all(self, path: str) -> bool:
        """Whether the exit code of an input tells more than errors by themselves."""
        return self._strict or bool(self._configuration(path).choice.error)

    def working(self, what: str) -> None:
        """Say on a terminal what is being done, until the next thing is told."""
        if terminal.obeys(sys.stderr):
            self._passing = True
            terminal.write(f"{_WIPE}{what} …", sys.stderr)

    def _wipe(self) -> None:
        if self._passing:
            self._passing = False
            terminal.write(_WIPE, sys.stderr)

    def tell(self, findings: Sequence[Diagnostic]) -> None:
        """Show findings, and remember how bad they are."""
        self._wipe()
        for finding in findings:
            self._counts[finding.severity] += 1
            self._mendable += finding.fix is not None and finding.fix.safe
            # X are files and engines: such an error is no fault of the journey.
            if finding.severity == "error" and finding.kind.code.startswith("X"):
                self._failed = True
        self._reporter.tell(findings)

    def mended(self, findings: Sequence[Diagnostic]) -> None:
        """Tell what was mended, and so is no finding any more."""
        self._reporter.mended(findings)

    def save(self, data: bytes, path: Path | None, help: str = "") -> bool:
        """Write an output; None is standard output. On a terminal the path is told.

        False where it could not be written, which is told with ``help`` or else advice on ``-o``.
        """
        self._wipe()
        if path is None:
            terminal.write(data, sys.stdout)
            return True
        from journeyctl.outputs.files import OutputError, write

        try:
            write(path, data)
        except OutputError as error:
            self.tell([Diagnostic(error.kind, error.message, str(path), help=help or error.help)])
            return False
        self.wrote([path])
        return True

    def wrote(self, paths: Iterable[Path]) -> None:
        """Tell on a terminal what was written."""
        self._wipe()
        if sys.stderr is not None and sys.stderr.isatty():
            terminal.write("".join(f"{shown(str(path))}\n" for path in paths), sys.stderr)

    def say(self, sentence: str) -> None:
        """Say something on standard error."""
        self._wipe()
        terminal.write(f"{sentence}\n", sys.stderr)

    def finish(self) -> None:
        """Write what stands at the end: the count, or a whole document."""
        self._reporter.finish(self.summary(), ran=not self._failed)

    def summary(self) -> str:
        """How many of what: ``2 errors, 1 warning in 3 files; --fix mends 1``."""
        mendable = f"; --fix mends {self._mendable}" if self._mendable else ""
        # A folder may have none.
        where = f" in {counted(self.files, 'file')}" if self.files else ""
        return f"{self.found or 'no findings'}{where}{mendable}"

    @property
    def told(self) -> list[Diagnostic]:
        """What was told so far and waits for the document at the end."""
        return self._reporter.kept

    @property
    def found(self) -> str:
        """How many findings were told: ``2 errors, 1 warning``; "" for none."""
        return ", ".join(counted(count, word) for word, count in self._counts.items() if count)

    @property
    def code(self) -> int:
        """0 clean, 1 errors were found (with ``strict`` also warnings; not with ``exit_zero``),
        2 something did not run."""
        if self._failed:
            return terminal.FAILED
        bad = self._counts["error"] or (self._strict and self._counts["warning"])
        return FOUND if bad and not self._exit_zero else CLEAN


def _made(folder: Path) -> Diagnostic | None:
    """The folder is there afterwards; else why it is not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder cannot be made: {error.strerror}."
        return Diagnostic(kinds.BAD_OUTPUT, message, str(folder))
    return None


def counted(number: int, word: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {word}" + ("" if number == 1 else "s")
