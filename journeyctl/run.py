"""One run of a command over many inputs: show what is found, write what comes out, and count."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from journeyctl import inputs, kinds
from journeyctl.diagnostics import Diagnostic
from journeyctl.reporters import terminal
from journeyctl.reporters.text import shown
from journeyctl.source import Source
from journeyctl.targets import plan

CLEAN, FOUND = 0, 1


class Run:
    """``stream`` is where findings go. Nothing that goes wrong with one input ends the run."""

    def __init__(self, stream: TextIO | None, *, strict: bool) -> None:
        self._stream = stream
        self._strict = strict
        self._counts = {"error": 0, "warning": 0, "hint": 0}
        self._failed = False
        self._files = 0

    def sources(self, arguments: Sequence[str]) -> Iterator[Source]:
        """The text of each input that the arguments name; what cannot be read is told."""
        for source, _ in self._read(self._find(arguments)):
            yield source

    def planned(
        self, arguments: Sequence[str], endings: dict[str, str], output: str
    ) -> Iterator[tuple[Source, dict[str, Path | None]]]:
        """Each text with the path of its output in each format (None is standard output).

        Nothing comes where the outputs cannot be told apart: that is told, and is all.
        """
        found = self._find(arguments)
        places = plan(found, endings, output)
        if isinstance(places, dict) and output.endswith("/"):
            places = _made(Path(output)) or places
        if isinstance(places, Diagnostic):
            self.tell([places])
            return
        for source, input in self._read(found):
            yield source, places[input]

    def _find(self, arguments: Sequence[str]) -> list[inputs.Input]:
        found, problems = inputs.find(arguments)
        self.tell(problems)
        return found

    def _read(self, found: Iterable[inputs.Input]) -> Iterator[tuple[Source, inputs.Input]]:
        for input in found:
            self._files += 1
            source = inputs.read(input)
            if isinstance(source, Source):
                yield source, input
            else:
                self.tell([source])

    def tell(self, findings: Sequence[Diagnostic]) -> None:
        """Show findings, and remember how bad they are."""
        for finding in findings:
            self._counts[finding.severity] += 1
            # X are files and engines: such an error is no fault of the journey.
            if finding.severity == "error" and finding.kind.code.startswith("X"):
                self._failed = True
        terminal.show(findings, self._stream)

    def save(self, data: bytes, path: Path | None) -> None:
        """Write an output; None is standard output. On a terminal the path is told."""
        if path is None:
            terminal.write(data, sys.stdout)
            return
        from journeyctl.outputs.files import OutputError, write

        try:
            write(path, data)
        except OutputError as error:
            self.tell([Diagnostic(error.kind, error.message, str(path), help=error.help)])
            return
        if sys.stderr is not None and sys.stderr.isatty():
            terminal.write(f"{shown(str(path))}\n", sys.stderr)

    def summary(self) -> str:
        """How many of what: ``2 errors, 1 warning in 3 files``."""
        found = [_count(number, word) for word, number in self._counts.items() if number]
        return f"{', '.join(found) or 'no findings'} in {_count(self._files, 'file')}"

    @property
    def code(self) -> int:
        """0 clean, 1 errors were found (with ``strict`` also warnings), 2 something did not run."""
        if self._failed:
            return terminal.FAILED
        bad = self._counts["error"] or (self._strict and self._counts["warning"])
        return FOUND if bad else CLEAN


def _made(folder: Path) -> Diagnostic | None:
    """The folder is there afterwards; else why it is not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder cannot be made: {error.strerror}."
        return Diagnostic(kinds.BAD_OUTPUT, message, str(folder))
    return None


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")
