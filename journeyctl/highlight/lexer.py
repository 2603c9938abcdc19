"""Pygments' lexer for journeys: for Sphinx, MkDocs, ``pygmentize`` and the like."""

from collections.abc import Iterator
from typing import ClassVar

from pygments.lexer import Lexer
from pygments.token import Whitespace, _TokenType, string_to_tokentype

from journeyctl.highlight.paint import paint
from journeyctl.highlight.roles import ROLES


class JourneyLexer(Lexer):
    """Colours customer journeys. A line that is not understood is an Error token."""

    name = "Journey"
    aliases: ClassVar[list[str]] = ["journey"]
    filenames: ClassVar[list[str]] = ["*.journey"]

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """Each part of the text with its place and its token type, in order."""
        at = 0
        for start, end, role in paint(text):
            if at < start:
                yield at, Whitespace, text[at:start]
            yield start, string_to_tokentype(ROLES[role].token), text[start:end]
            at = end
        if at < len(text):
            yield at, Whitespace, text[at:]
