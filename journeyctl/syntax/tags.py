"""Labels and the tags that follow them."""

import re
from typing import NamedTuple

from journeyctl.diagnostics import Edit, Fix, Label
from journeyctl.kinds import (
    BAD_DURATION,
    MISPLACED_TAG,
    NEAR_TAG,
    OPEN_QUOTE,
    REPEATED_TAG,
    TAG_IN_LABEL,
)
from journeyctl.source import Text
from journeyctl.syntax.durations import minutes
from journeyctl.syntax.line import Line
from journeyctl.syntax.names import fold, is_name
from journeyctl.syntax.nodes import Tag, TagKind
from journeyctl.syntax.tag import NAMED, nearly, read_word, trim
from journeyctl.syntax.values import shown

_TOKEN = re.compile(r"\[[^\[\]]*\](?!\S)|\S+")
_OPEN_BRACKET = re.compile(r"\[([^\[\]]*)\Z")
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?!")')
_CURLY_QUOTED = re.compile("[“”„‟]([^“”„‟]*)[“”]")

_ONCE: dict[TagKind, str] = {
    "feeling": "feeling",
    "moment": "`!`",
    "duration": "duration",
    "id": "`^` name",
    "share": "share",
}
_CALLED: dict[TagKind, str] = {
    "actor": "an actor",
    "channel": "a channel",
    "feeling": "a feeling",
    "moment": "a moment of truth",
    "duration": "a duration",
    "id": "a name to point at",
    "share": "a share",
}


class Takes(NamedTuple):
    """What tags a kind of line takes, and which it knows but refuses, saying ``help``.

    What is neither is text there. ``strict``: a tag's shape inside the label is a warning.
    """

    kinds: tuple[TagKind, ...]
    refused: tuple[TagKind, ...] = ()
    help: str = ""
    strict: bool = True


_OF_STEPS: tuple[TagKind, ...] = ("actor", "channel", "feeling", "moment", "duration", "id")

STEP = Takes(
    _OF_STEPS, ("share",), "Only a `|` line has a share; put a label that needs it in quotes."
)
WAY = Takes((*_OF_STEPS, "share"))
STAGE = Takes(
    ("duration",),
    ("actor", "channel", "feeling", "moment", "id"),
    "A stage takes a [duration] alone.",
)
NAMED_THING = Takes((), _OF_STEPS, "It belongs on a step's line.")
BACKSTAGE = Takes(
    ("actor", "duration"),
    ("channel", "feeling", "moment", "id"),
    "A backstage activity takes @actor and [duration].",
)
REMARK = Takes(("actor",), strict=False)
ANSWER = Takes(("share",))


class _Token(NamedTuple):
    start: int
    end: int


def label_and_tags(line: Line, start: int, end: int, takes: Takes) -> tuple[Text, tuple[Tag, ...]]:
    """The label in ``line.text[start:end]`` and the tags after it, in file order.

    The label ends where only tags remain; what is nearly a tag there is reported.
    """
    quoted = _quoted(line, start, end, takes)
    if quoted:
        return quoted
    tokens = _tokens(line, start, end)
    words = _tail(line, tokens, takes)
    tags = _tags(line, words, takes)
    if len(words) == len(tokens):
        return Text("", line.place(start, start)), tags
    tokens = tokens[: len(tokens) - len(words)]
    label_start, label_end = tokens[0].start, tokens[-1].end
    if takes.strict:
        if line.text[label_start] == '"' and not _QUOTED.match(line.text, label_start, end):
            line.report(
                OPEN_QUOTE,
                label_start,
                label_start + 1,
                "This quote is never closed.",
                help='Close it before the tags, or write `""` for a quote inside quotes.',
            )
        _warn_of_tags(line, tokens, takes)
    return line.words(label_start, label_end), tags


def quoted_text(line: Line, start: int, end: int) -> Text:
    """The text in the quotes that stand in ``line.text[start:end]``, ``""`` undone."""
    found = _QUOTED.match(line.text, start, end)
    if found:
        return line.keep(found[1].replace('""', '"'), start, end, quoted=True)
    line.rewrite(start, start + 1, '"')
    for place in range(start + 1, end - 1):
        if line.text[place] == '"':
            line.rewrite(place, place + 1, '""')
    line.rewrite(end - 1, end, '"')
    return line.keep(line.text[start + 1 : end - 1], start, end, quoted=True)


def after_quotes(line: Line, start: int, end: int) -> int:
    """Where the quotes that begin at ``start`` end; ``start`` if none begin there."""
    found = _QUOTED.match(line.text, start, end) or _CURLY_QUOTED.match(line.text, start, end)
    return found.end() if found else start


def _quoted(line: Line, start: int, end: int, takes: Takes) -> tuple[Text, tuple[Tag, ...]] | None:
    closed = after_quotes(line, start, end)
    if closed == start:
        return None
    tokens = _tokens(line, closed, end)
    words = _tail(line, tokens, takes)
    if len(words) < len(tokens):
        return None
    return quoted_text(line, start, closed), _tags(line, words, takes)


def _tokens(line: Line, start: int, end: int) -> list[_Token]:
    return [_Token(*found.span()) for found in _TOKEN.finditer(line.plain, start, end)]


def _tail(line: Line, tokens: list[_Token], takes: Takes) -> list[tuple[_Token, Tag | None]]:
    """The words at the end that are tags, or nearly (None), up to the last that is neither."""
    words: list[tuple[_Token, Tag | None]] = []
    for token in reversed(tokens):
        tag = _read(line, token, takes)
        if tag is None and not _near(line, token, takes):
            break
        words.append((token, tag))
    words.reverse()
    return words


def _tags(line: Line, words: list[tuple[_Token, Tag | None]], takes: Takes) -> tuple[Tag, ...]:
    """The tags that these words are, with a finding for each that is not quite one."""
    tags: list[Tag] = []
    seen: dict[tuple[TagKind, str], Tag] = {}
    for token, read in words:
        start, end = token
        tag = read
        if tag is None:
            tag = _report_near(line, token, takes)
        elif tag.kind in takes.refused:
            written = shown(line.text[start:end])
            line.report(
                MISPLACED_TAG,
                start,
                end,
                f"`{written}`, {_CALLED[tag.kind]}, has no place on this line.",
                help=takes.help,
            )
            tag = Tag("unknown", tag.span, line.text[start:end])
        elif tag.duration and tag.duration.runs_backwards:
            line.report(
                BAD_DURATION,
                start,
                end,
                f"The range `{tag.duration.text}` runs backwards.",
                help="Write the smaller number first.",
            )
            tag = Tag("unknown", tag.span, line.text[start:end])
        key = (tag.kind, "" if tag.kind in _ONCE else fold(tag.name))
        first = seen.setdefault(key, tag)
        if first is not tag and tag.kind != "unknown":
            what = _ONCE.get(tag.kind)
            line.report(
                REPEATED_TAG,
                start,
                end,
                f"This line has a second {what}." if what else f"`{tag.name}` stands here twice.",
                help="Leave one of the two.",
                others=[Label(first.span, "the first stands here")],
            )
        if tag.kind in ("actor", "channel", "id"):
            tag = tag._replace(name=line.name(start + 1, start + 1 + len(tag.name)))
        tags.append(tag)
    return tuple(tags)


def _read(line: Line, token: _Token, takes: Takes) -> Tag | None:
    """The tag that a token is, of the kinds that this line takes or refuses."""
    tag = read_word(line, *token)
    return tag if tag and tag.kind in (*takes.kinds, *takes.refused) else None


def _near(line: Line, token: _Token, takes: Takes) -> str:
    return nearly(line.plain[token.start : token.end], takes.kinds)


def _report_near(line: Line, token: _Token, takes: Takes) -> Tag:
    start, end = token
    written = line.text[start:end]
    help = _near(line, token, takes)
    trimmed = trim(line.plain[start:end])
    tag = Tag("unknown", line.place(start, end), written)
    fix = None
    if written[0] in NAMED and is_name(trimmed[1:]):
        place = line.place(start, end)
        fix = Fix(f"write `{trimmed}`", (Edit(place, trimmed),), safe=False)
        tag = Tag(NAMED[written[0]], place, trimmed[1:])
    else:
        help += " Put the label in quotes if this belongs to it."
    line.report(
        NEAR_TAG, start, end, f"`{shown(written)}` is nearly a tag, but none.", help=help, fix=fix
    )
    return tag


def _warn_of_tags(line: Line, tokens: list[_Token], takes: Takes) -> None:
    """One warning for a label that holds a tag's shape, or a bracket that was left open."""
    start, end = tokens[0].start, tokens[-1].end
    opened = _OPEN_BRACKET.search(line.plain, start, end)
    if opened and "duration" in takes.kinds and minutes(opened[1].strip()):
        line.report(
            NEAR_TAG,
            opened.start(),
            opened.end(),
            "The bracket of this duration is not closed.",
            help=f"Write `{shown(opened[0])}]`.",
        )
        return
    for token in tokens:
        tag = _read(line, token, takes)
        if tag and (tag.kind != "share" or "share" in takes.kinds):
            written = line.text[token.start : token.end]
            label = line.text[start:end]
            quoted = '"' + label.replace('"', '""') + '"'
            line.report(
                TAG_IN_LABEL,
                token.start,
                token.end,
                f"`{shown(written)}` inside a label is read as text.",
                help="Move it behind the label if it is a tag; else put the label in quotes.",
                fix=Fix(
                    "put the label in quotes",
                    (Edit(line.place(start, end), quoted),),
                    safe=False,
                ),
            )
            return
