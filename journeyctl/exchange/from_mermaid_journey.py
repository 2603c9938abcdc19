"""A journey from Mermaid's ``journey``: its sections are stages, its tasks are steps."""

import re

from journeyctl.diagnostics import Diagnostic, at
from journeyctl.exchange import drafting
from journeyctl.exchange.mermaid import diagram, left, plain_text
from journeyctl.exchange.people import People
from journeyctl.kinds import GUESSED, NOT_CARRIED_OVER, NOT_IMPORTED
from journeyctl.source import Source, Span

_WORD = re.compile(r"(title|section|accTitle\s*:|accDescr\s*:|accDescr\s*\{)(?:\s+|(?<=[:{]))(.*)")
_SAID = re.compile(r"(?:[^#;]|#\w+;)*")
"""A line up to a comment; what names a sign, such as ``#35;``, begins none."""
_SCORE = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")
_WITHOUT_SECTION = "Journey"


def from_mermaid_journey(source: Source) -> tuple[str, list[Diagnostic]]:
    """The text of a journey, and what of the diagram did not come in."""
    reader = _Reader(source)
    return reader.text(), reader.findings


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._diagram = diagram(source)
        self.findings = self._diagram.findings
        self._title = self._diagram.title
        self._people = People()
        self._stages = drafting.Names()
        self._lines: list[str] = []
        self._in_stage = False

    def text(self) -> str:
        """All of the journey, "" where the diagram has no tasks."""
        body, start = self._diagram.body, self._diagram.start
        place, described = start, False
        for line in body[start:].split("\n"):
            text = _SAID.findall(line)[0].strip()
            where = place + len(line) - len(line.lstrip())
            if described:
                described = "}" not in text
            elif text:
                described = self._line(text, Span(where, where + len(text)))
            place += len(line) + 1
        if not self._lines:
            return ""
        title = self._title or drafting.title(self._source.path, "Mermaid")
        head = [drafting.key("journey", title), "", *self._people.declared()]
        return drafting.written([*head, *self._lines])

    def _line(self, text: str, span: Span) -> bool:
        """Read a line; True where a description begins that goes on below."""
        found = _WORD.match(text)
        if text == "title":
            return False
        if not found:
            self._task(text, span)
            return False
        word, value = found[1].rstrip(": {\t"), plain_text(found[2])
        if word == "title":
            self._title = value
        elif word == "section":
            self._section(value)
        else:
            self.findings.append(left(self._source, span, "This description for screen readers"))
        return found[1].endswith("{") and "}" not in text

    def _section(self, label: str) -> None:
        self._lines += ["", drafting.stage(self._stages, label)]
        self._in_stage = True

    def _task(self, text: str, span: Span) -> None:
        name, _, rest = text.partition(":")
        score, _, people = rest.partition(":")
        label = drafting.one_line(plain_text(name))
        if not label or not rest:
            message = "This is no task: a name, a colon and a score."
            self.findings.append(at(NOT_IMPORTED, self._source, span, message))
            return
        if not self._in_stage:
            self._section(_WITHOUT_SECTION)
            message = f"Tasks before the first section are in the stage `{_WITHOUT_SECTION}`."
            self.findings.append(at(GUESSED, self._source, span, message))
        tags = [
            f"@{self._people.name(plain_text(one))}" for one in people.split(",") if one.strip()
        ]
        tags = list(dict.fromkeys(tags)) + self._feeling(score.strip(), span)
        self._lines.append("  " + drafting.step("-", label, tags))

    def _feeling(self, score: str, span: Span) -> list[str]:
        """The feeling of a score, as a tag: the nearest from 1 to 5."""
        if not _SCORE.fullmatch(score):
            message = f"The score `{score}` is no number. The step has no feeling."
            self.findings.append(at(NOT_IMPORTED, self._source, span, message))
            return []
        feeling = min(max(int(float(score) + 0.5), 1), 5)
        if float(score) != feeling:
            message = f"The score {score} is no feeling from 1 to 5; the step has {feeling}."
            self.findings.append(at(NOT_CARRIED_OVER, self._source, span, message))
        return [f":{feeling}"]
