"""A journey from the JSON document that ``to_json`` writes, or that a program wrote like it."""

import json
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, at
from journeyctl.exchange import drafting
from journeyctl.exchange.fields import Fields, fields_of, spelled
from journeyctl.exchange.to_json import VERSION, under
from journeyctl.source import Source, Span
from journeyctl.syntax.keys import PLACES
from journeyctl.syntax.names import is_name

_Check: TypeAlias = Callable[[Any], bool]

_DEEPEST = 20


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_named(value: Any) -> bool:
    return isinstance(value, str) and bool(value) and is_name(value)


def _is_feeling(value: Any) -> bool:
    return type(value) is int and 1 <= value <= 5


def _is_person(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and _is_named(value.get("name"))
        and ("feeling" not in value or _is_feeling(value["feeling"]))
    )


def _all(check: _Check) -> _Check:
    return lambda value: isinstance(value, list) and all(map(check, value))


_LABELLED: dict[str, _Check] = {"name": _is_text, "label": _is_text}
# By kind of line, what each field holds; those before the bar of its pair have to be there.
_FIELDS: dict[str, tuple[tuple[str, ...], dict[str, _Check]]] = {
    "blank": ((), {}),
    "comment": (("text",), {"text": _is_text}),
    "unknown": (("text",), {"text": _is_text}),
    "key": (
        ("key", "value"),
        {
            "key": lambda value: isinstance(value, str) and value in PLACES,
            "value": _is_text,
            "people": _all(_is_named),
            "duration": _is_text,
        },
    ),
    "arrow": (
        (),
        {
            "label": _is_text,
            "share": lambda value: type(value) in (int, float) and 0 <= value <= 100,
            "target": _is_text,
        },
    ),
    "stage": (("name",), {**_LABELLED, "duration": _is_text}),
    "actor": (("name",), _LABELLED),
    "channel": (("name",), _LABELLED),
    "system": (("name",), _LABELLED),
    "step": (
        ("mark", "label"),
        {
            "mark": lambda value: isinstance(value, str) and value in tuple("-~|&?"),
            "label": _is_text,
            "people": _all(_is_person),
            "channels": _all(_is_named),
            "feeling": _is_feeling,
            "moment": lambda value: isinstance(value, bool),
            "duration": _is_text,
            "id": _is_named,
            "share": lambda value: type(value) in (int, float) and 0 <= value <= 100,
        },
    ),
}
_OF_ALL = ("kind", "lines", "written", "indent")


def from_json(source: Source) -> tuple[str, list[Diagnostic]]:
    """The text of a journey, "" where there is none, and what was not as the schema tells."""
    reader = _Reader(source)
    lines = reader.document()
    return (drafting.written(lines) if lines else ""), reader.findings


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self.findings: list[Diagnostic] = []

    def document(self) -> list[str]:
        text = self._source.text.removeprefix("\ufeff")
        try:
            document = json.loads(text)
        except json.JSONDecodeError as error:
            start = error.pos + len(self._source.text) - len(text)
            place = Span(start, min(start + 1, len(self._source.text)))
            message = f"This is no JSON: {error.msg}."
            self.findings.append(at(kinds.NOT_IMPORTED, self._source, place, message))
            return []
        except ValueError:
            message = "This is no JSON: a number is too long."
            self.findings.append(Diagnostic(kinds.NOT_IMPORTED, message, self._source.path))
            return []
        except RecursionError:
            self._refuse("The document", "is too deep")
            return []
        if not isinstance(document, dict) or not isinstance(document.get("lines"), list):
            self._refuse("The document", "is no journey: it has no `lines`")
            return []
        if document.get("version") != VERSION:
            self._refuse("`version`", f"is not {VERSION}, the one that is read here")
            return []
        self._pass_over("The document", set(document) - {"version", "lines", "$schema"})
        lines = list(self._lines(document["lines"], "lines", 0, 1))
        whole = [
            line.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            for line in lines
        ]
        if whole != lines:
            message = "Half a sign, as `\\ud83d` alone is, is no text: it is \ufffd here."
            self.findings.append(Diagnostic(kinds.NOT_CARRIED_OVER, message, self._source.path))
        return whole

    def _lines(self, lines: list[Any], where: str, column: int, depth: int) -> Iterator[str]:
        for number, fields in enumerate(lines):
            place = f"{where}[{number}]"
            if not self._holds(fields, place):
                continue
            indent = fields.get("indent", column)
            line = self._line(fields)
            yield " " * indent + line if line else ""
            inner = fields.get("lines", [])
            if inner and depth == _DEEPEST:
                self._refuse(f"`{place}.lines`", "is deeper than any journey")
            elif inner:
                inner_column = indent + under(fields)
                yield from self._lines(inner, f"{place}.lines", inner_column, depth + 1)

    def _line(self, fields: Fields) -> str:
        """As it was written where that says the same, else as the fields spell it."""
        own = {name: value for name, value in fields.items() if name not in _OF_ALL[1:]}
        written = fields.get("written")
        if written is not None and "\n" not in written:
            node = drafting.node_of(written)
            if node is not None and fields_of(node) == own:
                return str(written)
        line = spelled(own)
        if "\n" in line or "\r" in line:
            return " ".join(line.split())
        return line

    def _holds(self, fields: Any, place: str) -> bool:
        """Whether these are the fields of a line; what is wrong with them is told."""
        kind = fields.get("kind") if isinstance(fields, dict) else None
        if not isinstance(kind, str) or kind not in _FIELDS:
            self._refuse(f"`{place}`", f"is no line: `kind` is one of {', '.join(_FIELDS)}")
            return False
        needed, known = _FIELDS[kind]
        for name in needed:
            if name not in fields:
                self._refuse(f"`{place}`", f"has no `{name}`")
                return False
        for name, check in known.items():
            if name in fields and not check(fields[name]):
                self._refuse(f"`{place}.{name}`", "is not as the schema tells")
                return False
        if not isinstance(fields.get("lines", []), list) or not isinstance(
            fields.get("written", ""), str
        ):
            self._refuse(f"`{place}`", "is not as the schema tells")
            return False
        indent = fields.get("indent", 0)
        if type(indent) is not int or not 0 <= indent <= 1_000:
            self._refuse(f"`{place}.indent`", "is no number of columns")
            return False
        self._pass_over(f"`{place}`", set(fields) - set(known) - set(_OF_ALL))
        return True

    def _pass_over(self, where: str, unknown: set[str]) -> None:
        for name in sorted(unknown):
            message = f"{where} has `{name}`, which no journey has. It was left out."
            self.findings.append(Diagnostic(kinds.NOT_CARRIED_OVER, message, self._source.path))

    def _refuse(self, where: str, what: str) -> None:
        help = "`docs/journey.schema.json` tells what a document holds."
        message = f"{where} {what}. It was left out."
        self.findings.append(Diagnostic(kinds.NOT_IMPORTED, message, self._source.path, help=help))
