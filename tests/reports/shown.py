"""What a reader of Markdown is shown, by CommonMark's rules with GitHub's tables."""

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@lru_cache(8)
def _tokens(markdown: str) -> list[Token]:
    return _MARKDOWN.parse(markdown)


def blocks(markdown: str) -> list[str]:
    """The kinds of the blocks, as they open: ``heading_open``, ``td_open``, ``inline`` …"""
    return [token.type for token in _tokens(markdown) if token.nesting >= 0]


def texts(markdown: str) -> list[str]:
    """The text of each block that holds any: paragraph, heading, list item, table cell."""
    return [_text(token) for token in _tokens(markdown) if token.type == "inline"]


def marks(markdown: str) -> list[str]:
    """The kinds of the inline elements that are no plain text: ``strong_open``, ``link_open`` …"""
    return [
        child.type
        for token in _tokens(markdown)
        for child in token.children or ()
        if child.nesting == 1 or child.type in ("code_inline", "html_inline", "image")
        if child.type != "html_inline" or child.content != "<!-- -->"
    ]


def html(markdown: str) -> str:
    return str(_MARKDOWN.render(markdown))


def _text(token: Token) -> str:
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content
        for child in token.children or ()
        if child.type != "html_inline" or child.content != "<!-- -->"
    )
