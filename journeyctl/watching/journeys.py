"""The journeys that are watched: what their files say now, and what of it can be shown."""

import os
from pathlib import Path
from threading import Condition
from typing import NamedTuple

from journeyctl import inputs
from journeyctl.config import Configuration, Configurations
from journeyctl.diagnostics import Diagnostic
from journeyctl.inputs import Input
from journeyctl.model.journey import Journey
from journeyctl.pipeline import check
from journeyctl.source import Source


class Version(NamedTuple):
    """What one save of a file says.

    ``number`` grows with each; ``journey`` is None where the file cannot be read. ``shown`` is
    the journey to draw: this one, or the last without errors while this has some (``stale``);
    None where there was nothing to draw yet. ``drawn`` is the number of its version, and
    ``sound`` tells that it has no errors.
    """

    number: int
    path: str
    journey: Journey | None
    findings: tuple[Diagnostic, ...]
    shown: Journey | None
    drawn: int
    sound: bool
    configuration: Configuration

    @property
    def stale(self) -> bool:
        return self.drawn != self.number


class Journeys:
    """The journeys at a path, a file or a folder, by numbers that they keep while they are
    watched. ``language`` is the tool's own words', "" for that of each file. May be used by
    several threads."""

    def __init__(self, path: str, language: str = "") -> None:
        self._path = path
        self._language = language
        self._changed = Condition()
        self._ids: dict[str, int] = {}
        self._texts: dict[int, Source | Diagnostic] = {}
        self._numbers: dict[int, int] = {}
        self._versions: dict[int, Version] = {}
        self._ticks = 0
        self.closed = False
        self.refresh()

    def refresh(self, *, configured: bool = False) -> None:
        """Read the files again, and wake all who wait if any has changed. ``configured``: the
        configuration has, too, and with it what is told of every file."""
        found, _ = inputs.find([self._path])
        with self._changed:
            before = (dict(self._numbers), list(self._texts))
            texts = {self._id(one): inputs.read(one) for one in found}
            for id, text in texts.items():
                if configured or id not in self._texts or not _same(self._texts[id], text):
                    self._numbers[id] = self._numbers.get(id, 0) + 1
            self._texts = texts
            if before != (self._numbers, list(texts)):
                self._ticks += 1
                self._changed.notify_all()

    def _id(self, input: Input) -> int:
        return self._ids.setdefault(os.path.realpath(input.shown), len(self._ids) + 1)

    def paths(self) -> dict[int, str]:
        """The path of each journey, as messages have it, in their order."""
        with self._changed:
            return {id: text.path for id, text in self._texts.items()}

    def after(self, tick: int, seconds: float) -> tuple[int, dict[int, int]]:
        """The tick of the last change, once it is not ``tick`` any more or after so many
        seconds, and the number of each journey's version."""
        with self._changed:
            self._changed.wait_for(lambda: self.closed or self._ticks != tick, seconds)
            return self._ticks, {id: self._numbers[id] for id in self._texts}

    def close(self) -> None:
        """Wake all who wait, for the last time."""
        with self._changed:
            self.closed = True
            self._changed.notify_all()

    def version(self, id: int) -> Version | None:
        """What a journey's file says now; None where there is no such journey any more."""
        with self._changed:
            text = self._texts.get(id)
            if text is None:
                return None
            number = self._numbers[id]
            known = self._versions.get(id)
            if known is None or known.number != number:
                known = self._checked(number, text, known)
                self._versions[id] = known
            return known

    def last(self, id: int) -> Version | None:
        """What a journey's file says now, or said when that was asked for the last time."""
        with self._changed:
            return self.version(id) or self._versions.get(id)

    def _checked(self, number: int, text: Source | Diagnostic, before: Version | None) -> Version:
        holds, faults = Configurations().of(Path(text.path).parent)
        journey: Journey | None = None
        found = [text] if isinstance(text, Diagnostic) else []
        if isinstance(text, Source):
            journey, found = check(text, self._language)
        findings = tuple(holds.choice.apply([*faults, *found]))
        drawable = journey is not None and bool(journey.stages)
        # Faults of the configuration (X) are none of the journey.
        sound = drawable and not any(
            one.severity == "error" and one.kind.code[0] != "X" for one in findings
        )
        if before and before.shown and not sound and (before.sound or not drawable):
            return before._replace(
                number=number,
                journey=journey,
                findings=findings,
                configuration=holds,
            )
        shown = journey if drawable else None
        return Version(number, text.path, journey, findings, shown, number, sound, holds)


def _same(one: Source | Diagnostic, other: Source | Diagnostic) -> bool:
    if isinstance(one, Source) or isinstance(other, Source):
        return isinstance(one, Source) and isinstance(other, Source) and one.text == other.text
    return (one.kind, one.message) == (other.kind, other.message)
