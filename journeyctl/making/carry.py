"""Outputs made from journeys: only those that are not there as they would be, many at once."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from journeyctl import kinds, many
from journeyctl.diagnostics import Diagnostic
from journeyctl.making import outdated
from journeyctl.making.orders import Order
from journeyctl.outputs import origin
from journeyctl.outputs.origin import Origin, Worst
from journeyctl.reporters import terminal
from journeyctl.reporters.text import shown
from journeyctl.run import Run, counted

FEW = 2
"""Up to so many journeys are made by this process alone. Others are ready after the time in which
it draws one or two."""

FEW_LOOKED_AT = 20
"""The same where it is only looked whether there is something to make."""


_WORKED_ON = ".pptx"
"""What the names of outputs end in that people open to change them."""


class _Job(NamedTuple):
    """The names of the outputs that are wanted of an order, and what they are made from."""

    order: Order
    origins: dict[str, Origin]


class _Done(NamedTuple):
    """How many outputs were written and which are still to be, and what was found."""

    findings: list[Diagnostic]
    written: tuple[Path, ...] = ()
    piped: tuple[bytes, ...] = ()


def carry_out(
    run: Run,
    orders: Iterable[Order],
    *,
    check: bool = False,
    force: bool = False,
    what: str = "journey",
) -> int:
    """Make what orders want, or with ``check`` only name what is not there as it would be made;
    the exit code. With ``force`` also that is made which is there. ``what`` is what a file is."""
    if not check:
        _Writing(run, what, force=force).make(orders)
        return run.code
    stale = 0
    suspects = ((one, why) for one in _filed(run, orders) if (why := outdated.reasons(one)))
    for _, lines in many.each(_stale, suspects, FEW_LOOKED_AT):
        if isinstance(lines, Diagnostic):
            run.tell([lines])
            continue
        stale += len(lines)
        terminal.write("".join(f"{line}\n" for line in lines), sys.stdout)
    if run.files > 1:
        run.say(f"{counted(run.files, what)}: {counted(stale, 'output')} not up to date")
    return run.code or int(stale > 0)


def _filed(run: Run, orders: Iterable[Order]) -> Iterator[Order]:
    """The orders whose outputs are files; of another it is told that it cannot be looked at."""
    for order in orders:
        if None in order.places.values():
            message = "There is nothing on standard output to look at."
            help = "Name a file or a folder with `-o`, or leave `--check` out."
            run.tell([Diagnostic(kinds.BAD_OUTPUT, message, "standard output", help=help)])
        else:
            yield order


def _stale(suspect: tuple[Order, dict[str, str]]) -> list[str] | Diagnostic:
    return many.unless_a_bug(partial(outdated.told, *suspect), suspect[0].path)


class _Writing:
    """Makes what orders want, and counts."""

    def __init__(self, run: Run, what: str, *, force: bool) -> None:
        self._run = run
        self._what = what
        self._force = force
        self._made = self._current = self._written = self._unchanged = self._unsaid = 0

    def make(self, orders: Iterable[Order]) -> None:
        """Make and write all outputs that are missing or out of date, and tell what is found.

        One that stands as it would be made is not made again, unless something was found
        that the exit code must tell: then all of it is told again.
        """
        for job, done in many.each(_done, self._jobs(orders), FEW):
            self._made += 1
            self._run.tell(self._chosen(job.order, done.findings))
            for data in done.piped:
                self._run.save(data, None)
            self._written += len(done.written) + len(done.piped)
            if self._run.files <= FEW:
                self._run.wrote(done.written)
            else:
                self._run.working(f"{self._current + self._made} of {self._run.files}")
        self._summary()

    def _jobs(self, orders: Iterable[Order]) -> Iterator[_Job]:
        for order in orders:
            origins = order.origins()
            for name, place in order.places.items():
                there = None if place is None or self._force else origin.read(place)
                if there and self._is_current(order, name, origins[name], there):
                    self._unchanged += 1
                    self._unsaid += there.worst != ""
                    del origins[name]
                elif there is None and self._is_work(name, place):
                    del origins[name]
            self._current += not origins
            if origins:
                if self._run.files == 1:
                    self._run.working(f"{shown(order.path)}: {', '.join(origins)}")
                yield _Job(order, origins)

    def _is_work(self, name: str, place: Path | None) -> bool:
        """Whether there is a file at a place that somebody else wrote, or worked on, and people
        work on such files: then it is told, and left as it is."""
        if self._force or place is None or not name.endswith(_WORKED_ON):
            return False
        if not place.is_file() or not place.stat().st_size:
            return False
        message = "Somebody worked on this file, or something else wrote it: it is left as it is."
        help = "Give the deck another name with `-o`, or write over the file with `--force`."
        self._run.tell([Diagnostic(kinds.BAD_OUTPUT, message, str(place), help=help)])
        return True

    def _chosen(self, order: Order, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """What is told: under the configuration of the journey that it is found in."""
        paths = {one.path for one in order.sources}
        return [
            told
            for one in findings
            for told in self._run.chosen(one.path if one.path in paths else order.path, [one])
        ]

    def _is_current(self, order: Order, name: str, wanted: Origin, there: Origin) -> bool:
        if there._replace(worst="") != wanted or outdated.incomplete(order, name, there):
            return False
        if there.worst == "findings":
            return not any(self._run.counts_all(one.path) for one in order.sources)
        return not there.worst

    def _summary(self) -> None:
        on_terminal = sys.stderr is not None and sys.stderr.isatty()
        if self._run.files > 1 or self._unsaid or (on_terminal and self._unchanged):
            see = "see `check`" if self._what == "journey" else "`--strict` tells them"
            unsaid = f" ({self._unsaid} with findings: {see})" if self._unsaid else ""
            made = (
                f"{counted(self._written, 'output')} written, {self._unchanged} unchanged{unsaid}"
            )
            found = f"; {self._run.found}" if self._run.found else ""
            self._run.say(f"{counted(self._run.files, self._what)}: {made}{found}")


def _done(job: _Job) -> _Done:
    """Make and write the outputs of a job, those for standard output excepted."""
    sources, places, maker = job.order
    made = many.unless_a_bug(partial(maker.make, sources, tuple(job.origins)), job.order.path)
    if isinstance(made, Diagnostic):
        return _Done([made])
    findings = list(made.findings)
    written: list[Path] = []
    piped: list[bytes] = []
    worst = _worst(findings)
    for name, data in made.outputs.items():
        if name not in job.origins:
            continue
        place, told = places[name], job.origins[name]._replace(worst=worst)
        data = origin.stamped(data, name.rpartition(".")[2], told)
        if place is None:
            piped.append(data)
            continue
        pictures = {
            place.parent / path: origin.stamped(picture, "svg", told)
            for path, picture in made.pictures.get(name, {}).items()
        }
        if failed := _saved(place, data, pictures):
            findings.append(failed)
        else:
            written.append(place)
    return _Done(findings, tuple(written), tuple(piped))


def _worst(findings: Iterable[Diagnostic]) -> Worst:
    severities = [one.severity for one in findings]
    return "errors" if "error" in severities else "findings" if severities else ""


def _saved(place: Path, data: bytes, pictures: Mapping[Path, bytes]) -> Diagnostic | None:
    """Write an output after its pictures, so that what names them is there only when they are;
    why it is not written, or None."""
    from journeyctl.outputs.files import OutputError, make_folder, write

    for at in pictures:
        if os.path.lexists(at) and not origin.read(at):
            message = "A picture would overwrite this file, which journeyctl did not write."
            help = "Move it away, or give `-o` another name: the folder is called after it."
            return Diagnostic(kinds.BAD_OUTPUT, message, str(at), help=help)
    at = place
    try:
        for at, picture in pictures.items():
            make_folder(at.parent)
            write(at, picture)
        write(at := place, data)
    except OutputError as error:
        return Diagnostic(error.kind, error.message, str(at), help=error.help)
    return None
