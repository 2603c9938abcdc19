"""Where templates run: in Jinja's sandbox, with all output escaped.

Whatever a template puts out is escaped for its notation, unless it is in that already: a
template cannot forget to escape.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from jinja2 import BaseLoader, Environment, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from journeyctl.reports.tables import Table

_UNESCAPING = ("safe", "forceescape", "urlize", "xmlattr")


class Notation(NamedTuple):
    """What a template writes: Markdown, HTML or plain text.

    ``written`` is the class of text that is in the notation already; ``escape`` makes it of
    any text, ``prose`` of a sentence with names in backticks, ``link`` of a text and a web or
    mail address, ``table`` of a table, ``indent`` is what stands before an item inside others.
    """

    written: type[str]
    escape: Callable[[str], str]
    table: Callable[[Table], str]
    link: Callable[[str, str], str]
    prose: Callable[[str], str]
    indent: Callable[[int], str]


class _Undefined(StrictUndefined):
    """A name that does not exist: an error, in words that the writer of a template knows."""

    @property
    def _undefined_message(self) -> str:
        from journeyctl.reports.context import Context
        from journeyctl.syntax.names import nearest

        name = str(self._undefined_name)
        if self._undefined_hint:
            return self._undefined_hint
        fields = getattr(self._undefined_obj, "_fields", ())
        where = f"`{type(self._undefined_obj).__name__}` has no" if fields else "There is no"
        near = nearest(name, fields or Context._fields)
        return f"{where} `{name}`." + (f" Did you mean `{near}`?" if near else "")


class _Sandbox(ImmutableSandboxedEnvironment):
    def __init__(self, written: type[str], **options: Any) -> None:
        super().__init__(**options)
        self._written = written

    def concat(self, parts: Iterable[str]) -> str:
        """What a macro, a block or a template has put out: it is escaped already."""
        return self._written("".join(parts))

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """What ``format`` makes of text in the notation is plain text again."""
        wrapped = super().wrap_str_format(value)
        return wrapped and (lambda *args, **named: str(wrapped(*args, **named)))


def sandbox(notation: Notation, loader: BaseLoader) -> Environment:
    """An environment whose templates write in a notation; a missing name is an error."""
    written = notation.written

    def escaped(value: object) -> str:
        if isinstance(value, written):
            return value
        return written("") if value is None else notation.escape(str(value))

    made = _Sandbox(
        written,
        loader=loader,
        undefined=_Undefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=escaped,
    )
    made.filters = {key: one for key, one in made.filters.items() if key not in _UNESCAPING}
    made.filters["e"] = made.filters["escape"] = escaped
    made.globals = {
        "table": notation.table,
        "link": notation.link,
        "prose": notation.prose,
        "indent": notation.indent,
        **{key: made.globals[key] for key in ("range", "dict", "namespace", "joiner", "cycler")},
    }
    return made
