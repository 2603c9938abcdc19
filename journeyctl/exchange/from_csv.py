"""A journey from a table: a row for each step, under headings that are guessed."""

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Kind, at
from journeyctl.exchange import drafting
from journeyctl.exchange.csv_rows import Named, Record, Row, value
from journeyctl.exchange.headers import columns, is_exact
from journeyctl.exchange.table import Cell, guessed_delimiter, rows
from journeyctl.renderers.csv import meant
from journeyctl.source import Source, Span

WITHOUT_STAGE = "Journey"
_FIRST = 5  # rows by which a table is known
_HEADINGS = 30  # at the left of such a table
_MOST_STAGES = 50  # columns of a table that is turned
_CALLED = {",": "commas", ";": "semicolons", "\t": "tabs"}


def from_csv(source: Source) -> tuple[str, list[Diagnostic]]:
    """The text of a journey, "" where the table has no steps; and what did not come in."""
    reader = _Reader(source)
    return reader.text(), reader.findings


def is_table(text: str) -> bool:
    """Whether a text is surely a table: there is a heading for its steps, or each of its first
    rows has several cells, with something in all of the first one."""
    table = rows(text, guessed_delimiter(text), most=_HEADINGS)
    first = table[:_FIRST]
    if first and _is_on_its_side(table):
        return True
    if not first or "step" in columns([cell.value for cell in first[0]]):
        return bool(first)
    return len(first[0]) > 1 < min(map(len, first)) and all(cell.value for cell in first[0])


def _is_on_its_side(table: list[list[Cell]]) -> bool:
    """Whether the stages are the columns, as map makers have them, and the headings at the left."""
    if "step" in columns([cell.value for cell in table[0]]) or len(table[0]) > _MOST_STAGES:
        return False
    side = columns([row[0].value for row in table])
    return "step" in side and sum(map(bool, side)) > 1


def _turned(table: list[list[Cell]]) -> list[list[Cell]]:
    """The table with its columns as rows, as many as the first row has."""
    nothing = table[0][0]._replace(value="")
    turned = [
        [row[number] if number < len(row) else nothing for row in table]
        for number in range(len(table[0]))
    ]
    turned[0][0] = nothing._replace(value="stage")
    return turned


def _step_by_step(record: Record) -> list[Record]:
    """The steps of a stage, a line each; what is told of the stage is with the first."""
    labels = value(record, "step").splitlines()
    if len(labels) < 2:
        return [record]
    steps = [record | {"step": record["step"]._replace(value=one)} for one in labels if one.strip()]
    rest = [{name: one[name] for name in ("", "stage", "step") if name in one} for one in steps[1:]]
    return [steps[0], *rest]


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self.findings: list[Diagnostic] = []
        self._named = Named()
        self._stage_names = drafting.Names()
        # By its label: a stage's line and its steps.
        self._stages: dict[str, tuple[str, list[Row]]] = {}

    def text(self) -> str:
        delimiter = guessed_delimiter(self._source.text)
        table = rows(self._source.text, delimiter)
        if not table:
            return ""
        for cell in (one for one in table[-1] if one.is_open):
            message = "This quote is never closed: all behind it is one cell."
            place = Span(cell.span.start, cell.span.start + 1)
            self.findings.append(at(kinds.NOT_IMPORTED, self._source, place, message))
        is_turned = _is_on_its_side(table)
        if is_turned:
            message = "The stages stand side by side here: the table is turned."
            self._tell(kinds.GUESSED, table[0][0], message)
            table = _turned(table)
        found, has_header = self._header(table[0], delimiter)
        if "step" not in found:
            return ""
        records = [self._record(row, found) for row in table[1 if has_header else 0 :]]
        if is_turned:
            records = [one for record in records for one in _step_by_step(record)]
        for record in records:
            self._named.know(record)
        stage = ""
        for record in records:
            stage = self._row(record, stage)
        if not self._stages:
            return ""
        lines = [
            drafting.key("journey", drafting.title(self._source.path, "a table")),
            *self._named.declared(),
        ]
        for head, steps in self._stages.values():
            lines += ["", head]
            lines += [line for one in steps for line in one.lines(2)]
        return drafting.written(lines)

    def _header(self, first: list[Cell], delimiter: str) -> tuple[list[str], bool]:
        """The columns, and whether the first row tells them; what was guessed is told."""
        header = [cell.value for cell in first]
        found = columns(header)
        if not any(found):
            found = ["stage", "step", *[""] * len(header)][: len(header)]
            found = found if len(header) > 1 else ["step"]
            told = " and ".join(one for one in found if one)
            self._tell(kinds.GUESSED, first[0], f"There is no header; the columns are {told}.")
            return found, False
        if "step" not in found:
            message = "No heading says which column has the steps."
            help = "Call it `step`, `langkah` or `hakbang`."
            self.findings.append(
                at(kinds.NOT_IMPORTED, self._source, first[0].span, message, help=help)
            )
            return found, True
        pairs = zip(first, found, strict=True)
        for cell in [cell for cell, name in pairs if not name and cell.value]:
            message = f"The column `{cell.value}` has no place in a journey."
            self._tell(kinds.NOT_CARRIED_OVER, cell, message)
        if not is_exact(header, found) or delimiter != ",":
            told = ", ".join(
                f"`{heading}` as {name}"
                for heading, name in zip(header, found, strict=True)
                if name
            )
            message = f"The columns, with {_CALLED[delimiter]} between, are read so: {told}."
            self._tell(kinds.GUESSED, first[0], message)
        return found, True

    def _record(self, row: list[Cell], found: list[str]) -> Record:
        for cell in row[len(found) :]:
            if cell.value:
                message = "This cell stands behind the last column."
                self._tell(kinds.NOT_IMPORTED, cell, message)
        record = {
            name: cell._replace(value=meant(cell.value))
            for name, cell in zip(found, row, strict=False)
            if name and cell.value
        }
        record[""] = row[0]
        return record

    def _row(self, record: Record, stage: str) -> str:
        """Take a row; the stage in which the next one stands if it does not say."""
        label = drafting.one_line(value(record, "step"))
        said = drafting.one_line(value(record, "stage"))
        if label and not said and not stage:
            said = WITHOUT_STAGE
            message = f"This row names no stage, nor does one above it: it stands in `{said}`."
            self._tell(kinds.GUESSED, record[""], message)
        stage = said or stage
        if said and said not in self._stages:
            self._stages[said] = (drafting.stage(self._stage_names, said), [])
        if label:
            row, findings = self._named.row(self._source, record, label)
            self.findings += findings
            self._place(row, self._stages[stage][1], record)
        elif set(record) - {"", "stage"}:
            self._tell(kinds.NOT_IMPORTED, record[""], "This row has no step.")
        return stage

    def _place(self, row: Row, above: list[Row], record: Record) -> None:
        """A step under the way or the answer that it belongs to, else in its stage."""
        under = value(record, "under")
        if not under:
            above.append(row)
        elif not (above and above[-1].take(under, row)):
            message = f"There is no way or answer `{under}` above; the step stands in its stage."
            self._tell(kinds.NOT_IMPORTED, record["under"], message)
            above.append(row)

    def _tell(self, kind: Kind, cell: Cell, message: str) -> None:
        self.findings.append(at(kind, self._source, cell.span, message))
