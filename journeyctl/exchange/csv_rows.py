"""A row of a table as a step of a journey."""

import re
from typing import TypeAlias

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, at
from journeyctl.exchange import cells, drafting
from journeyctl.exchange.fields import fields_of, spelled
from journeyctl.exchange.headers import KINDS, NO, YES
from journeyctl.exchange.people import People
from journeyctl.exchange.table import Cell
from journeyctl.source import Source
from journeyctl.syntax.durations import minutes
from journeyctl.syntax.names import fold, is_name
from journeyctl.syntax.nodes import Arrow
from journeyctl.syntax.signs import plain

Record: TypeAlias = dict[str, Cell]
"""The cells of a row that are not empty, by column; the first of all under ""."""

_FEELING = re.compile(r"[0-5](?:[.,]\d{1,9})?\Z")
_SHARE = re.compile(r"\d{1,3}(?:[.,]\d{1,9})?\s*%?\Z")
_KEYS = {
    "pains": "pain",
    "ideas": "idea",
    "quotes": "quote",
    "content": "content",
    "metrics": "metric",
    "evidence": "evidence",
    "notes": "note",
    "links": "link",
}


def value(record: Record, column: str) -> str:
    """What stands in a column, "" for nothing."""
    return record[column].value if column in record else ""


class Row:
    """A step's line, what stands under it, and its arrows with the own steps of each."""

    def __init__(self, mark: str, label: str, line: str) -> None:
        self._mark, self._label, self._line = mark, label, line
        self.facts: list[str] = []
        self.arrows: list[tuple[str, list[Row]]] = []
        self._own: list[Row] = []
        self._answers: dict[str, list[Row]] | None = None

    def take(self, under: str, row: "Row") -> bool:
        """Take an own step, if this is the way, or has the answer, that ``under`` names."""
        if self._mark in "|&" and fold(under) == fold(self._label):
            self._own.append(row)
            return True
        if self._answers is None:
            self._answers = self._open_answers()
        own = self._answers.get(fold(under))
        if own is None:
            return False
        own.append(row)
        return True

    def _open_answers(self) -> "dict[str, list[Row]]":
        """The own steps of each answer that leads nowhere else, by its text (the first of each)."""
        found: dict[str, list[Row]] = {}
        for line, own in self.arrows:
            node = drafting.node_of(line)
            if isinstance(node, Arrow) and node.target is None and node.label is not None:
                found.setdefault(fold(node.label.value), own)
        return found

    def lines(self, indent: int) -> list[str]:
        """The lines, the first of them so far to the right."""
        found = [" " * indent + self._line]
        found += [" " * (indent + 4) + fact for fact in self.facts]
        for one in self._own:
            found += one.lines(indent + 4)
        for line, own in self.arrows:
            found.append(" " * (indent + 4) + line)
            for one in own:
                found += one.lines(indent + 6)
        return found


class Named:
    """The people, channels and systems of a table."""

    def __init__(self) -> None:
        self._people = People()
        self._channels = People("channel")
        self._systems = People("system")

    def know(self, record: Record) -> None:
        """Note whom and what a row names, so that other rows can refer to them."""
        for label, _ in cells.names(value(record, "people")):
            self._people.name(label)
        for label, _ in cells.names(value(record, "systems")):
            self._systems.name(label)

    def declared(self) -> list[str]:
        """The lines that declare them, as far as it takes."""
        groups = (self._people, self._channels, self._systems)
        return [line for one in groups if (lines := one.declared()) for line in ("", *lines)]

    def row(self, source: Source, record: Record, label: str) -> tuple[Row, list[Diagnostic]]:
        """The step of a row, and what of the row is none of a step's."""
        reader = _Reader(source, record)
        mark = reader.mark()
        tags = [
            f"@{self._people.name(who)}" + (f":{feeling}" if feeling else "")
            for who, feeling in cells.names(value(record, "people"))
        ]
        tags += [
            f"#{self._channels.name(one)}" for one, _ in cells.names(value(record, "channels"))
        ]
        row = Row(
            mark, label, drafting.step(mark, label, [*dict.fromkeys(tags), *reader.tags(mark)])
        )
        for column, key in _KEYS.items():
            for text in _lines(value(record, column)):
                row.facts.append(self._remark(key, text))
        for text in _lines(value(record, "backstage")):
            row.facts += self._backstage(text)
        for one, _ in cells.names(value(record, "systems")):
            row.facts.append(drafting.key("system", self._systems.name(one)))
        row.arrows = [(line, []) for line in reader.arrows()]
        return row, reader.findings

    def _remark(self, key: str, text: str) -> str:
        """A fact; a pain or an idea may end in its owner, in brackets."""
        if key not in ("pain", "idea"):
            return drafting.key(key, text)
        label, behind = self._read(text)
        if behind == cells.Behind(behind.people[:1] if behind else ()):
            return drafting.key(key, label, [f"@{self._people.name(one)}" for one in behind.people])
        return drafting.key(key, text)

    def _backstage(self, text: str) -> list[str]:
        """A backstage activity, with people, systems and a duration in brackets behind it."""
        label, behind = self._read(text)
        behind = behind or cells.Behind()
        tags = [f"@{self._people.name(one)}" for one in behind.people]
        tags += [f"[{behind.duration}]"] if behind.duration else []
        inner = [drafting.key("system", self._systems.name(one)) for one in behind.systems]
        return [drafting.key("backstage", label, tags), *(f"  {one}" for one in inner)]

    def _read(self, text: str) -> tuple[str, cells.Behind | None]:
        return cells.read(text, self._people.knows, self._systems.knows)


class _Reader:
    """The cells of one row that have a form; what has not is told."""

    def __init__(self, source: Source, record: Record) -> None:
        self._source, self._record = source, record
        self.findings: list[Diagnostic] = []

    def _refuse(self, column: str, what: str) -> None:
        cell = self._record[column]
        message = f"`{drafting.one_line(cell.value)[:40]}` is {what}. It was left out."
        self.findings.append(at(kinds.NOT_IMPORTED, self._source, cell.span, message))

    def _tell(self, column: str, message: str) -> None:
        place = self._record[column].span
        self.findings.append(at(kinds.NOT_CARRIED_OVER, self._source, place, message))

    def mark(self) -> str:
        kind = value(self._record, "kind")
        mark = KINDS.get(fold(kind) or kind, "") if kind else "-"
        if not mark:
            self._refuse("kind", "no kind of step: step, optional, way, part or question")
        return mark or "-"

    def tags(self, mark: str) -> list[str]:
        found: list[str] = []
        if feeling := value(self._record, "feeling"):
            number = float(feeling.replace(",", ".")) if _FEELING.match(feeling) else 0.0
            if 1 <= number <= 5:
                nearest = int(number + 0.5)
                found.append(f":{nearest}")
                if number != nearest:
                    self._tell(
                        "feeling", f"The feeling {feeling} is not whole: it is {nearest} here."
                    )
            else:
                self._refuse("feeling", "no feeling from 1 (worst) to 5 (best)")
        moment = value(self._record, "moment")
        if moment in YES or fold(moment) in YES:
            found.append("!")
        elif fold(moment) not in NO:
            self._refuse("moment", "neither yes nor no")
        if duration := value(self._record, "duration"):
            if minutes(plain(duration)):
                found.append(f"[{duration}]")
            else:
                self._refuse("duration", "no duration, such as `2-4 weeks`")
        if name := value(self._record, "id").lstrip("^"):
            if is_name(name):
                found.append(f"^{name}")
            else:
                self._refuse("id", "no name: letters, digits and hyphens, a letter first")
        if share := value(self._record, "share"):
            if mark == "|" and _SHARE.match(share):
                percent = share.rstrip("% ")
                if "%" not in share and 0 < float(percent.replace(",", ".")) < 1:
                    self._tell("share", f"The share {share} is read as percent, as it stands here.")
                found.append(f"{percent}%")
            else:
                self._refuse("share", "no share of a way in percent")
        return found

    def arrows(self) -> list[str]:
        found: list[str] = []
        for line in _lines(value(self._record, "then")):
            node = drafting.node_of(line)
            if isinstance(node, Arrow):
                found.append(spelled(fields_of(node)))
            else:
                self._refuse("then", "no arrow, such as `no 30% -> leave`")
        return found


def _lines(text: str) -> list[str]:
    return [line for one in text.splitlines() if (line := drafting.one_line(one))]
