"""The values of keys, read for the model."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Remark
from journeyctl.model.names import Register
from journeyctl.source import Source, Span, Text
from journeyctl.syntax import values
from journeyctl.syntax.names import fold
from journeyctl.syntax.nodes import Attribute, Tag, TagKind
from journeyctl.syntax.values import Duration, Evidence, Metric, WebLink

_Value = TypeVar("_Value")


class Keys:
    """The attributes of one thing, by key, in file order. ``language`` is the journey's.

    What can't be read is left out: the parser has reported it.
    """

    def __init__(self, source: Source, attributes: Iterable[Attribute], language: str) -> None:
        self._source = source
        self._language = language
        self._found: dict[str, list[Attribute]] = {}
        for one in attributes:
            self._found.setdefault(one.key.value, []).append(one)

    def all(self, key: str) -> list[Attribute]:
        return self._found.get(key, [])

    def firsts(self) -> dict[str, Attribute]:
        """Each key's first attribute: the second of a key that comes once is an error already."""
        return {key: found[0] for key, found in self._found.items()}

    def text(self, key: str) -> str:
        found = self.all(key)
        return found[0].value.value if found else ""

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(one.value.value for one in self.all(key))

    def word(self, key: str, known: tuple[str, ...]) -> str:
        """One of some known words, without regard to case; "" where it is none of them."""
        word = self.text(key).strip().casefold()
        return word if word in known else ""

    def duration(self, key: str) -> Duration | None:
        return next(iter(self._read(key, values.duration)), None)

    def metrics(self) -> tuple[Metric, ...]:
        return self._read(
            "metric", lambda source, text: values.metric(source, text, self._language)
        )

    def evidence(self) -> tuple[Evidence, ...]:
        return self._read("evidence", values.evidence)

    def links(self) -> tuple[WebLink, ...]:
        return self._read("link", values.web_link)

    def remarks(self, key: str, people: Register) -> tuple[Remark, ...]:
        """Pains or ideas, each with its owner where the value ends in ``@name``."""
        return tuple(
            Remark(one.text.value, "".join(used(people, one.tags, "actor")[-1:]), one.text.span)
            for one in self.all(key)
        )

    def _read(
        self,
        key: str,
        reader: Callable[[Source, Text], tuple[_Value | None, list[Diagnostic]]],
    ) -> tuple[_Value, ...]:
        if key not in self._found:
            return ()
        read = (reader(self._source, one.value)[0] for one in self.all(key))
        return tuple(value for value in read if value is not None)


def used(register: Register, tags: Iterable[Tag], kind: TagKind) -> tuple[str, ...]:
    """The keys of the names that the tags of a kind use, each once."""
    found = [tag for tag in tags if tag.kind == kind]
    beside = [fold(tag.name) for tag in found]
    return tuple(dict.fromkeys(register.use(tag.name, name_span(tag), beside) for tag in found))


def name_span(tag: Tag) -> Span:
    """The name of a tag, without its sign and what follows it."""
    return Span(tag.span.start + 1, tag.span.start + 1 + len(tag.name))
