"""The language as an editor sees it: line by line, the first form that fits.

The patterns are written in what Python's ``re`` and Oniguruma (TextMate) have in common: no
``\\Z``, no named groups, ``[`` escaped inside brackets. None of them needs time that grows faster
than the line. An editor knows a line only, so that a key in the wrong place has its colours;
and keys are read in their plain spelling alone (``backstage``, not ``Back stage``).
What the words of the language are comes from the parser's own tables.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from journeyctl.model.stages import MODELS
from journeyctl.syntax import tags
from journeyctl.syntax.durations import units
from journeyctl.syntax.keys import PLACES, WORDS
from journeyctl.syntax.nodes import TagKind
from journeyctl.syntax.values import GRADES


class Rule(NamedTuple):
    """A pattern, and for each of its groups a role, or a piece that is read further."""

    pattern: str
    roles: "tuple[str | Piece, ...]"


class Piece(NamedTuple):
    """Part of a line: where none of ``rules`` fits it has the role ``rest`` ("" for none).

    At each place the first rule that fits decides, as in TextMate's ``patterns``.
    """

    name: str
    rest: str
    rules: tuple[Rule, ...]


def _any(words: Iterable[str]) -> str:
    """A pattern for one of these words, whatever its case; the longest first."""
    escaped = (re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return rf"(?i:{'|'.join(escaped)})"


# Signs of syntax as people and chat programs write them; see "Plain signs" in the reference.
_DASH = "[-‐‑‒–—―−]"
_SHAFT = "[-=‐‑‒–—―−]"
_ARROW = rf"(?<!{_SHAFT})(?:{_SHAFT}+>|{_SHAFT}*[→⟶➔➜➝⇒])"
_MARKS = r"[-~&?*•◦‣●▪·‐‑‒–—―−]"

# A letter, then letters, marks, digits and hyphens of any script: what is no space and no
# punctuation, since Python's ``re`` does not know the marks of the scripts that need them.
_IN_NAME = r"[^\s\x00-,./:-@\[-`{-\x7f‘-\u205e、-〿]"
_NAME = rf"[^\W\d_]{_IN_NAME}*"

_NUMBER = r"\d{1,6}(?:[.,]\d{1,2})?"
_DURATION = rf"{_NUMBER}\s*(?:\+|{_DASH}\s*{_NUMBER})?\s*{_any(units())}(?![^\W\d_])\.?"

# A whole tag of each kind, and what is nearly one.
_TAG: dict[TagKind, str] = {
    "actor": rf"@{_NAME}(?::[1-5])?",
    "channel": rf"#{_NAME}",
    "feeling": r":[1-5]",
    "moment": r"!",
    "duration": rf"\[\s*{_DURATION}\s*\]",
    "id": rf"\^{_NAME}",
    "share": r"(?:\d{1,2}(?:[.,]\d{1,9})?|0\d\d(?:[.,]\d{1,9})?|100(?:[.,]0{1,9})?)%",
}
_NEAR: dict[TagKind, str] = {
    "actor": r"@\S*",
    "channel": r"#(?!\d+(?!\S))\S*",
    "feeling": r":[+-]?\d\S*",
    "moment": r"!+",
    "duration": r"\[(?:[^\[\]]*|\S*)\]",
    "id": r"\^\S*",
    "share": r"(?:%|\d+(?:[.,]\d+)?%[,;.]*)",
}
_END = r"(?!\S)"

_QUOTED = r'(?:"[^"]*(?:""[^"]*)*"(?!")|[“”„‟][^“”„‟]*[“”])'
_TEXT = r"\S+(?:\s+\S+)*"


def _tag(takes: tags.Takes, end: str) -> str:
    """Anything that stands behind the label of such a line: a tag, or nearly one."""
    kinds = [_NEAR[kind] for kind in takes.kinds] + [_TAG[kind] for kind in takes.refused]
    return rf"(?:{'|'.join(kinds)}){end}"


def _label_and_tags(takes: tags.Takes, stop: str = "$") -> str:
    """Three groups, each of which may be empty: a quoted label, a plain one, tags.

    They reach to ``stop``: the end of the line, or a sign. A label ends where only tags
    remain: it is made of runs of tags that a word follows.
    """
    end, word = _END, rf"(?:\[[^\[\]]*\]{_END}|\S+)"
    if stop != "$":
        end, word = rf"(?=\s|{stop})", rf"(?:(?!{stop})\S)+"
    tag = _tag(takes, end)
    run = rf"(?:{tag}\s+)*(?!{tag}){word}"
    quoted = rf"({_QUOTED})(?=(?:\s*{tag})*\s*{stop})"
    return rf"(?:{quoted}|((?>{run}(?:\s+{run})*)))?((?:\s*{tag})*)"


def _tags(name: str, takes: tags.Takes) -> Piece:
    """The tags of a line. A person's own feeling has a colour of its own."""
    rules = [
        Rule(rf"(@{_NAME})(:[1-5])?{_END}", ("actor", "feeling"))
        if kind == "actor"
        else Rule(rf"({_TAG[kind]}){_END}", (kind,))
        for kind in takes.kinds
    ]
    return Piece(name, "wrong", (*rules, Rule(r"(\s+)", ("",))))


_STEP = ("quoted", "label", _tags("step-tags", tags.STEP))
_WAY = ("quoted", "label", _tags("way-tags", tags.WAY))
_STAGE = ("quoted", "label", _tags("stage-tags", tags.STAGE))
_NAMED = ("quoted", "label", _tags("name-tags", tags.NAMED_THING))
_REMARK = ("quoted", "value", _tags("remark-tags", tags.REMARK))
_BACKSTAGE = ("quoted", "label", _tags("backstage-tags", tags.BACKSTAGE))
_ANSWER = ("quoted", "label", _tags("answer-tags", tags.ANSWER))

# Behind an arrow, not inside a target.
_FIRST = r"(?<![^\s>→⟶➔➜➝⇒])"
_TARGET = Piece(
    "target",
    "target",
    (
        Rule(rf"{_FIRST}({_QUOTED})(?=\s*$)", ("quoted",)),
        Rule(rf"{_FIRST}((?i:next|end|leave))(?=\s*$)", ("way",)),
    ),
)


def _declaration(kind: str, takes: tags.Takes, roles: tuple[str | Piece, ...]) -> Rule:
    name = rf"{_NAME}(?:\s+{_IN_NAME}+)*"
    return Rule(
        rf"^\s*({kind})\s+({name})(?:\s*(:)\s*{_label_and_tags(takes)}"
        rf"|((?:\s+{_tag(takes, _END)})*))\s*$",
        ("declaration", "name", "sign", *roles, roles[-1]),
    )


def _key(keys: Iterable[str], value: str, roles: tuple[str | Piece, ...]) -> Rule:
    """The keys that take such a value. The groups of ``value`` have ``roles``."""
    return Rule(rf"^\s*({_any(keys)})\s*(:)\s*{value}\s*$", ("key", "sign", *roles))


def _text(keys: Iterable[str], role: str | Piece) -> Rule:
    return _key(keys, rf"({_TEXT})?", (role,))


def _words(key: str, words: Iterable[str]) -> Rule:
    """A key of few words; another one than these is wrong."""
    spelt = "|".join(word.replace("-", "[ -]?") for word in words)
    return _key([key], rf"(?:((?i:{spelt}))(?=\s*$)|({_TEXT}))?", ("word", "wrong"))


_QUANTITY = r"\S+(?:\s+(?!(?i:target)\b)\S+)*"
_METRIC = Piece(
    "metric",
    "value",
    (
        Rule(
            rf"((?<!\S)(?i:target)\s*[<>=≤≥]{{1,2}}|[<>=≤≥]{{1,2}})\s*({_QUANTITY})?",
            ("compare", "quantity"),
        ),
    ),
)
_STAGES = Piece("stages", "name", (Rule(r"([>?])", ("sign",)),))
_LINK = Piece("link", "value", (Rule(r"((?<!\S)(?i:https?://|mailto:)\S+)(?=\s*$)", ("address",)),))
_TIME = Piece("time", "value", (Rule(rf"({_DURATION})(?=\s*$)", ("duration",)),))
_DATE = r"\d{4}(?:-\d\d){0,2}(?=\s*$)"
_SOURCE = Piece("source", "value", (Rule(rf"(,)\s*({_DATE})?", ("sign", "date")),))

# Keys whose values have more to them than text.
_OWN_FORM = (
    *("journey", "model", "stages", "language", "updated", "duration", "count"),
    *("metric", "evidence", "link", "backstage", "pain", "idea", "system", "quote", *WORDS),
)

FORMS: tuple[Rule, ...] = (
    # A comment to the checks: see docs/checking.md.
    Rule(
        r"^\s*(//)\s*(journey:\s*ignore)(?=\s*(?:\[|$))(.*)$", ("comment", "directive", "comment")
    ),
    Rule(r"^\s*(//.*)$", ("comment",)),
    Rule(rf"^\s*({_ARROW})\s*({_TEXT})?\s*$", ("arrow", _TARGET)),
    Rule(rf"^\s*(\|)(?:\s+{_label_and_tags(tags.WAY)})?\s*$", ("mark", *_WAY)),
    Rule(rf"^\s*({_MARKS})(?:\s+{_label_and_tags(tags.STEP)})?\s*$", ("mark", *_STEP)),
    _declaration("(?i:stage)", tags.STAGE, _STAGE),
    _declaration("(?i:actor|channel|system)", tags.NAMED_THING, _NAMED),
    Rule(r"^\s*((?i:stage|actor|channel|system))(?=\s+[^\s:])\s+(\S.*)$", ("declaration", "wrong")),
    _text(["journey"], "title"),
    *(_words(key, words) for key, words in WORDS.items()),
    _words("model", MODELS),
    _text(["stages"], _STAGES),
    _text(["language"], "word"),
    _text(["updated"], Piece("date", "value", (Rule(rf"({_DATE})", ("date",)),))),
    _text(["duration"], _TIME),
    _text(["count"], "quantity"),
    _text(["metric"], _METRIC),
    _key(
        ["evidence"],
        rf"(?:({_any(GRADES)})(?=\s*(?:,|$))|([^\s,][^,]*))?(.*)",
        ("word", "wrong", _SOURCE),
    ),
    _text(["link"], _LINK),
    _key(["backstage"], _label_and_tags(tags.BACKSTAGE), _BACKSTAGE),
    _key(["pain", "idea"], _label_and_tags(tags.REMARK), _REMARK),
    _text(["system"], "name"),
    _key(["quote"], rf"(?:({_QUOTED})(?=\s*$)|({_TEXT}))?", ("quoted", "value")),
    _text([key for key in PLACES if key not in _OWN_FORM], "value"),
    Rule(
        rf"^\s*{_label_and_tags(tags.ANSWER, _ARROW)}\s*({_ARROW})\s*({_TEXT})?\s*$",
        (*_ANSWER, "arrow", _TARGET),
    ),
    Rule(rf"^\s*({_TEXT})\s*$", ("wrong",)),
)
"""The forms of a line that is not blank, in order."""
