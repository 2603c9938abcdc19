"""A TOML text, and where in it a key or a value is written: ``tomllib`` does not tell.

Nothing is imported to read TOML unless there is a file to be read.
"""

from collections.abc import Callable, Iterator
from typing import Any

from journeyctl.source import Source, Span

_MOST_TRIES = 100
_MARK = "place-of-a-finding"


class Toml:
    """One file; ``path`` are the keys that lead to the table which is read."""

    def __init__(self, source: Source, path: tuple[str, ...]) -> None:
        self._source = source
        self._path = path
        self._tries = _MOST_TRIES
        self._table: Any = None

    def read(self) -> Any:
        """What stands at ``path``; None for nothing. Raises ValueError, RecursionError."""
        self._table = self._read(self._source.text)
        return self._table

    def _read(self, text: str) -> Any:
        import tomllib

        found: Any = tomllib.loads(text)
        for key in self._path:
            found = found.get(key) if isinstance(found, dict) else None
        return found

    def key(self, *keys: str) -> Span | None:
        """Where the last of the keys, which lead to it from the table, is written."""
        *above, key = keys

        def is_there(table: Any) -> bool:
            inside = _inside(table, above)
            return _MARK in inside and key not in inside

        return self._place(key, is_there)

    def value(self, *keys: str | int) -> Span | None:
        """Where a text is written, to which the keys and indexes of lists lead, in what was
        read."""
        word = _inside(self._table, keys)
        return self._place(word, lambda table: bool(_inside(table, keys) == _MARK))

    def _place(self, word: str, is_there: Callable[[Any], bool]) -> Span | None:
        """Where a word is written.

        Each place of the word in the text is tried: it is the one if another word there
        changes just what is sought. None where it is written in another way (an escape), or
        stands in the file too often.
        """
        for span in self._places(word):
            text = self._source.text
            try:
                if is_there(self._read(text[: span.start] + _MARK + text[span.end :])):
                    return span
            except (ValueError, LookupError, TypeError):
                continue
        return None

    def _places(self, word: str) -> Iterator[Span]:
        start = self._source.text.find(word)
        while start >= 0 and self._tries:
            self._tries -= 1
            yield Span(start, start + len(word))
            start = self._source.text.find(word, start + 1)

    def where(self, error: Exception) -> tuple[Span | None, str]:
        """Where a text is no TOML, and why: ``tomllib`` ends its message with the place."""
        import re

        told = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(error))
        text = self._source.text
        if told is None:
            return None, str(error) or "it is nested too deeply"
        if told[2] is None:
            return Span(len(text), len(text)), told[1]
        start = self._source.line_span(int(told[2])).start + int(told[3]) - 1
        return Span(start, min(start + 1, len(text))), told[1]


def _inside(table: Any, keys: tuple[str | int, ...] | list[str]) -> Any:
    for key in keys:
        table = table[key]
    return table
