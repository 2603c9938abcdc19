"""What the tool says in pictures and reports, by language. One file a language."""

from importlib import import_module
from typing import NamedTuple, cast

LANGUAGES = ("en", "id", "fil")


class Words(NamedTuple):
    """A language's messages by key, and how it writes numbers."""

    language: str
    messages: dict[str, str]

    def text(self, key: str, **values: object) -> str:
        """The message, with ``{name}`` filled in. A missing key is a bug, and raises KeyError."""
        message = self.messages[key]
        return message.format(**values) if values else message


def words_for(language: str) -> Words:
    """The words of a language (``en``, ``id``, ``fil``; ``id-ID`` is ``id``), else of English."""
    base = language.replace("_", "-").split("-")[0].lower()
    found = {"tl": "fil"}.get(base, base)
    if found not in LANGUAGES:
        found = "en"
    module = import_module(f"journeyctl.words.{found}")
    return Words(found, cast("dict[str, str]", module.MESSAGES))
