"""Journeys beside each other, row by row as the articles compare them (000 to 003).

A row is computed where it can be, and says what it counted; else it is what the files declare.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from journeyctl.comparison.axis import axis
from journeyctl.comparison.facts import Facts, facts
from journeyctl.model.contacts import touch
from journeyctl.model.journey import Journey, Stage
from journeyctl.syntax.names import fold
from journeyctl.words import Words

_BEFORE = ("goal", "focus", "context", "audience", "approach", "strategy")
_AFTER = ("personalization", "transaction", "relationship")


class Row(NamedTuple):
    """``cells`` has what is told of each journey, "" for nothing; ``how`` what was counted, ""
    for what the files declare; ``reading`` the row in a sentence."""

    key: str
    name: str
    cells: tuple[str, ...]
    how: str
    reading: str


class Grid(NamedTuple):
    """What there is at each stage of the common axis: a row for each stage, by its name, with
    a cell for each journey. ``reading`` may be empty."""

    key: str
    name: str
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    reading: str


class Comparison(NamedTuple):
    """``names`` are what the journeys are called beside each other. Rows and grids of which no
    journey tells anything are left out."""

    names: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    grids: tuple[Grid, ...]


class _Cell(NamedTuple):
    """What a table says of one journey, and a sentence."""

    text: str
    clause: str = ""


def comparison(journeys: Sequence[Journey], words: Words) -> Comparison:
    """Two journeys or more beside each other, in the language of ``words``."""
    return _Comparer(journeys, words).compare()


def names(journeys: Sequence[Journey], words: Words) -> tuple[str, ...]:
    """What journeys are called beside each other: by their type, scope or state where that
    tells them apart, else by their titles, numbered where these are the same."""
    ways: list[Callable[[Journey], str]] = [
        lambda one: words.known("type", one.facts.type),
        lambda one: words.text(f"compare.{one.facts.scope}"),
        lambda one: words.known("compare", one.facts.state),
        lambda one: one.facts.title,
    ]
    for way in ways:
        found = [way(one) for one in journeys]
        if all(found) and len(set(map(fold, found))) == len(found):
            return tuple(found)
    return tuple(f"{one.facts.title} ({number})" for number, one in enumerate(journeys, 1))


class _Comparer:
    def __init__(self, journeys: Sequence[Journey], words: Words) -> None:
        self.journeys, self.words = journeys, words
        self.names = names(journeys, words)
        self.facts = [facts(one) for one in journeys]
        self.axis = axis(journeys)

    def compare(self) -> Comparison:
        rows = [*self._declared(_BEFORE), *self._counted(), *self._declared(_AFTER)]
        return Comparison(
            self.names,
            tuple(one.facts.title for one in self.journeys),
            tuple(row for row in rows if any(row.cells)),
            tuple(grid for grid in self._grids() if any(any(cells) for _, cells in grid.rows)),
        )

    # What the files declare

    def _declared(self, keys: Sequence[str]) -> Iterator[Row]:
        for key in keys:
            cells = tuple(str(getattr(one.facts, key)) for one in self.journeys)
            yield Row(key, self.words.text(f"fact.{key}"), cells, "", self._who_tells(cells))

    def _who_tells(self, cells: Sequence[str]) -> str:
        told = [name for name, cell in zip(self.names, cells, strict=True) if cell]
        if len(told) < len(cells):
            return self.words.text("reading.only", names=self.words.listing(told))
        same = len(set(map(fold, cells))) == 1
        return self.words.text("reading.same" if same else "reading.differ")

    # What is computed

    def _counted(self) -> Iterator[Row]:
        yield self._row("people", self._people)
        yield self._row("deciders", self._deciders)
        yield self._row("time", self._time)
        yield self._row("touchpoints", self._touchpoints)
        yield self._channels()
        yield self._row("entries", self._entries)
        yield self._row("questions", self._questions)
        yield self._row("approvals", self._approvals)
        yield self._row("systems", self._systems)
        yield self._row("success", self._success)

    def _row(self, key: str, tell: Callable[[Facts], _Cell]) -> Row:
        words = self.words
        cells = [tell(one) for one in self.facts]
        clauses = [
            words.text("reading.of", name=name, clause=cell.clause or words.text("reading.nothing"))
            for name, cell in zip(self.names, cells, strict=True)
        ]
        return Row(
            key,
            words.text(f"compare.{key}"),
            tuple(cell.text for cell in cells),
            words.text(f"counted.{key}"),
            "; ".join(clauses) + ".",
        )

    def _people(self, one: Facts) -> _Cell:
        count = len(one.people) + (one.unnamed and not one.people)
        roles = Counter(person.role for person in one.people if person.role)
        told = [
            self.words.known("role", role) + (f" × {number}" if number > 1 else "")
            for role, number in roles.items()
        ]
        clause = self.words.counted("reading.people", count)
        return _Cell(f"{clause}: {', '.join(told)}" if told else clause, clause)

    def _deciders(self, one: Facts) -> _Cell:
        words = self.words
        who = [person.label for person in one.deciders]
        if not who and len(one.people) == 1:
            who = [one.people[0].label]
        elif not who:
            return _Cell("")
        clause = words.counted("reading.deciders", len(who))
        if one.deciding:
            time = words.duration(*one.deciding)
            clause = words.text("reading.within", clause=clause, time=time)
        return _Cell(words.listing(who), clause)

    def _time(self, one: Facts) -> _Cell:
        time = self.words.duration(*one.time) if one.time else ""
        return _Cell(time, time)

    def _touchpoints(self, one: Facts) -> _Cell:
        clause = self.words.counted("reading.touchpoints", one.touchpoints)
        return _Cell(clause, clause)

    def _channels(self) -> Row:
        """Shared and own channels, by their labels."""
        words = self.words
        every = [{fold(label) for label in one.channels} for one in self.facts]
        common = set.intersection(*every)

        def tell(one: Facts) -> _Cell:
            own = [label for label in one.channels if fold(label) not in common]
            clause = words.counted(
                "reading.channels", len(one.channels), own=words.number(len(own))
            )
            text = f"{words.number(len(one.channels))}: {', '.join(one.channels)}"
            return _Cell(text if one.channels else "", clause)

        row = self._row("channels", tell)
        shared = [label for label in self.facts[0].channels if fold(label) in common]
        said = words.text("reading.shared", channels=words.listing(shared)) if shared else ""
        return row._replace(reading=" ".join(filter(None, (row.reading, said))))

    def _entries(self, one: Facts) -> _Cell:
        clause = self.words.counted("reading.entries", len(one.entries))
        return _Cell(f"{clause}: {', '.join(one.entries)}" if one.entries else "", clause)

    def _questions(self, one: Facts) -> _Cell:
        words = self.words
        counts = [("questions", one.questions), ("loops", one.loops)]
        clause = words.listing([words.counted(f"reading.{key}", count) for key, count in counts])
        return _Cell(clause, clause)

    def _approvals(self, one: Facts) -> _Cell:
        clause = self.words.counted("reading.approvals", len(one.approvals))
        return _Cell(f"{clause}: {', '.join(one.approvals)}" if one.approvals else clause, clause)

    def _systems(self, one: Facts) -> _Cell:
        clause = self.words.counted("reading.systems", len(one.systems))
        return _Cell(f"{clause}: {', '.join(one.systems)}" if one.systems else "", clause)

    def _success(self, one: Facts) -> _Cell:
        words = self.words
        clause = words.counted("reading.metrics", len(one.metrics))
        if one.judged:
            met, judged = words.number(one.met), words.number(one.judged)
            clause = words.text("reading.met", clause=clause, met=met, judged=judged)
        return _Cell(", ".join(one.metrics), clause)

    # Stage by stage

    def _grids(self) -> Iterator[Grid]:
        feelings = self._at_stages(self._mood)
        yield self._grid("feelings", feelings, self._widest())
        yield self._grid("content", self._at_stages(self._content))
        yield self._grid("metrics", self._at_stages(self._metrics))

    def _grid(self, key: str, rows: list[tuple[str, tuple[str, ...]]], reading: str = "") -> Grid:
        return Grid(key, self.words.text(f"compare.by-stage.{key}"), tuple(rows), reading)

    def _at_stages(
        self, tell: Callable[[Journey, Stage], str]
    ) -> list[tuple[str, tuple[str, ...]]]:
        """What is told at each place of the axis; a wide stage is told at its first."""
        common = self.axis
        cells = [[""] * len(self.journeys) for _ in common.names]
        for number, places in enumerate(common.journeys):
            for place in places:
                cells[place.first][number] = tell(self.journeys[number], place.stage)
        return [(name, tuple(row)) for name, row in zip(common.names, cells, strict=True)]

    def _mood(self, journey: Journey, stage: Stage) -> str:
        mood = touch(journey.steps[id] for id in stage.steps).mood
        return "" if mood is None else self.words.number(mood)

    def _content(self, journey: Journey, stage: Stage) -> str:
        said = [*stage.content, *(one for id in stage.steps for one in journey.steps[id].content)]
        return ", ".join(said)

    def _metrics(self, journey: Journey, stage: Stage) -> str:
        found = [*stage.metrics, *(one for id in stage.steps for one in journey.steps[id].metrics)]
        return ", ".join(one.name for one in found)

    def _widest(self) -> str:
        """Where the journeys' feelings are furthest apart."""
        common = self.axis
        moods: list[dict[str, float]] = [{} for _ in common.names]
        for name, journey, places in zip(self.names, self.journeys, common.journeys, strict=True):
            for place in places:
                mood = touch(journey.steps[id] for id in place.stage.steps).mood
                if mood is not None:
                    moods[place.first][name] = mood
        apart = [max(one.values()) - min(one.values()) if len(one) > 1 else 0.0 for one in moods]
        if not any(apart):
            return ""
        at = apart.index(max(apart))
        felt = moods[at]
        best, worst = max(felt, key=felt.__getitem__), min(felt, key=felt.__getitem__)
        number = self.words.number
        return self.words.text(
            "reading.widest", stage=common.names[at],
            best=best, high=number(felt[best]), worst=worst, low=number(felt[worst]),
        )  # fmt: skip
