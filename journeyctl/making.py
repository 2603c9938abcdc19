"""Outputs made from journeys: only those that are not there as they would be, many at once."""

import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from journeyctl import many
from journeyctl.diagnostics import Diagnostic
from journeyctl.outputs import origin
from journeyctl.outputs.origin import Origin, Worst
from journeyctl.reporters import terminal
from journeyctl.reporters.text import shown
from journeyctl.run import Run, counted
from journeyctl.source import Source

FEW = 2
"""Up to so many journeys are made by this process alone. Others are ready after the time in which
it draws one or two."""

FEW_LOOKED_AT = 20
"""The same where it is only looked whether there is something to make."""

Place = Path | None
"""Where an output goes; None is standard output."""


class Made(NamedTuple):
    """Outputs by their names, and what was found on the way, in file order."""

    outputs: dict[str, bytes]
    findings: list[Diagnostic]


class Maker(Protocol):
    """What makes outputs of a text. It goes to other processes, so it must be plain data."""

    def tool(self, name: str, /) -> str:
        """What writes the output of a name, with its version."""

    def way(self, name: str, /) -> str:
        """All that decides what the output is, but for the text and the tool."""

    def make(self, source: Source, names: tuple[str, ...], /) -> Made:
        """The outputs of these names, without those of which there is nothing to make."""

    def makes(self, source: Source, names: tuple[str, ...], /) -> tuple[str, ...]:
        """Those of the names that ``make`` would make."""


class Order(NamedTuple):
    """What is to be made of a text: where each output goes, by its name, such as ``flow.svg``."""

    source: Source
    places: dict[str, Place]
    maker: Maker

    def origins(self) -> dict[str, Origin]:
        """What each output would tell of itself, but for what was found."""
        # Line ends and a byte order mark are what an editor or git makes of them, and a journey
        # in a page has as many empty lines before it as the page has others.
        text = self.source.text.removeprefix("\ufeff").replace("\r\n", "\n").strip("\n")
        text = origin.digest(text)
        return {
            name: Origin(self.maker.tool(name), text, origin.digest(self.maker.way(name)))
            for name in self.places
        }


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
    suspects = ((order, reasons) for order in orders if (reasons := _reasons(order)))
    for _, lines in many.each(_stale, suspects, FEW_LOOKED_AT):
        stale += len(lines)
        terminal.write("".join(f"{line}\n" for line in lines), sys.stdout)
    if run.files > 1:
        run.say(f"{counted(run.files, what)}: {counted(stale, 'output')} not up to date")
    return run.code or int(stale > 0)


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
            self._run.tell(self._run.chosen(job.order.source.path, done.findings))
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
                if there and self._is_current(order.source.path, origins[name], there):
                    self._unchanged += 1
                    self._unsaid += there.worst != ""
                    del origins[name]
            self._current += not origins
            if origins:
                if self._run.files == 1:
                    self._run.working(f"{shown(order.source.path)}: {', '.join(origins)}")
                yield _Job(order, origins)

    def _is_current(self, path: str, wanted: Origin, there: Origin) -> bool:
        if there._replace(worst="") != wanted:
            return False
        return not there.worst or (there.worst == "findings" and not self._run.counts_all(path))

    def _summary(self) -> None:
        on_terminal = sys.stderr is not None and sys.stderr.isatty()
        if self._run.files > 1 or self._unsaid or (on_terminal and self._unchanged):
            unsaid = f" ({self._unsaid} with findings: see `check`)" if self._unsaid else ""
            made = (
                f"{counted(self._written, 'output')} written, {self._unchanged} unchanged{unsaid}"
            )
            found = f"; {self._run.found}" if self._run.found else ""
            self._run.say(f"{counted(self._run.files, self._what)}: {made}{found}")


def _done(job: _Job) -> _Done:
    """Make and write the outputs of a job, those for standard output excepted."""
    source, places, maker = job.order
    made = many.unless_a_bug(partial(maker.make, source, tuple(job.origins)), source.path)
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
        elif failed := _write(place, data):
            findings.append(failed)
        else:
            written.append(place)
    return _Done(findings, tuple(written), tuple(piped))


def _worst(findings: Iterable[Diagnostic]) -> Worst:
    severities = [one.severity for one in findings]
    return "errors" if "error" in severities else "findings" if severities else ""


def _write(place: Path, data: bytes) -> Diagnostic | None:
    from journeyctl.outputs.files import OutputError, write

    try:
        write(place, data)
    except OutputError as error:
        return Diagnostic(error.kind, error.message, str(place), help=error.help)
    return None


def _reasons(order: Order) -> dict[str, str]:
    """Why outputs are not as they would be made, by their names."""
    silent = tuple(name for name in order.places if name.rpartition(".")[2] not in origin.FORMATS)
    made = order.maker.make(order.source, silent).outputs if silent else {}
    reasons = {
        name: _why(place, wanted, made.get(name))
        for name, wanted in order.origins().items()
        if (place := order.places[name]) is not None
    }
    return {name: why for name, why in reasons.items() if why}


def _stale(suspect: tuple[Order, dict[str, str]]) -> list[str]:
    """What is to be said of an order's outputs that are not as they would be made."""
    order, reasons = suspect
    makes = order.maker.makes(order.source, tuple(reasons))
    lines = []
    for name, why in reasons.items():
        if name not in makes:
            if why == _MISSING:
                continue
            why = "left over: there is nothing to show in it any more"
        lines.append(f"{shown(str(order.places[name]))}: {why}")
    return lines


_MISSING = "missing"


def _why(place: Path, wanted: Origin, made: bytes | None) -> str:
    """What is wrong with an output; "" where it is as it would be made. ``made`` is what would be
    made of one that does not tell its origin."""
    if not place.exists():
        return _MISSING
    if made is not None:
        return "" if place.read_bytes() == made else "out of date"
    there = origin.read(place)
    if there is None:
        return "not known what it was made from"
    if there.text != wanted.text:
        return "out of date: the journey has changed"
    if there.tool != wanted.tool:
        return f"out of date: made by {there.tool}, this is {wanted.tool}"
    if there.way != wanted.way:
        return "out of date: the theme or an option has changed"
    return ""
