"""What is wrong, where, and what to do: one record for every message about a user's input."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from journeyctl.source import Source, Span

Severity = Literal["error", "warning", "hint"]


class Kind(NamedTuple):
    """A kind of finding: a stable code, a kebab-case name, and how bad it is."""

    code: str
    name: str
    severity: Severity


class Label(NamedTuple):
    """A second place in the same source, with what is to be said of it."""

    span: Span
    text: str


class Edit(NamedTuple):
    """Replace ``source.text[span.start:span.end]`` with ``text``."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Edits that mend a finding; only what was certainly meant is ``safe`` to apply unseen."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool


class Diagnostic(NamedTuple):
    """One finding. ``message`` says what is wrong, ``help`` what to do; neither says where.

    ``source`` and ``span`` are None when the finding is about a file that could not be
    read or an engine that failed; ``path`` is then all there is of a place.
    """

    kind: Kind
    message: str
    path: str
    source: Source | None = None
    span: Span | None = None
    label: str = ""
    help: str = ""
    others: tuple[Label, ...] = ()
    fix: Fix | None = None

    @property
    def severity(self) -> Severity:
        return self.kind.severity

    @property
    def start(self) -> int:
        return self.span.start if self.span else -1


def at(
    kind: Kind,
    source: Source,
    span: Span,
    message: str,
    *,
    help: str = "",
    label: str = "",
    others: Iterable[Label] = (),
    fix: Fix | None = None,
) -> Diagnostic:
    """A finding at a place in a source."""
    return Diagnostic(kind, message, source.path, source, span, label, help, tuple(others), fix)


def moved(finding: Diagnostic, source: Source, by: int) -> Diagnostic:
    """A finding in a part of a text, which begins so many characters behind the start of
    ``source``, as one in the whole."""

    def there(span: Span) -> Span:
        return Span(span.start + by, span.end + by)

    fix = finding.fix and finding.fix._replace(
        edits=tuple(one._replace(span=there(one.span)) for one in finding.fix.edits)
    )
    others = tuple(one._replace(span=there(one.span)) for one in finding.others)
    span = finding.span and there(finding.span)
    return finding._replace(path=source.path, source=source, span=span, others=others, fix=fix)


def in_file_order(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings of one file by place, then code; equal ones once."""
    seen: dict[tuple[str, int, int, str, str], Diagnostic] = {}
    for finding in findings:
        end = finding.span.end if finding.span else -1
        key = (finding.path, finding.start, end, finding.kind.code, finding.message)
        seen.setdefault(key, finding)
    return sorted(seen.values(), key=lambda one: (one.start, one.kind.code))


class Failure(Exception):  # noqa: N818  (it is the world's, not a bug of ours)
    """What went wrong outside of the user's text: an engine, a disk. Made a Diagnostic later."""

    def __init__(self, kind: Kind, message: str, help: str = "") -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.help = help
