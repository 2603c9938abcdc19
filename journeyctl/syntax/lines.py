"""The forms of a line: comment, arrow, step, declaration, attribute, answer."""

import re
from typing import cast

from journeyctl.diagnostics import Edit, Fix
from journeyctl.kinds import (
    ARROW_IN_LABEL,
    BAD_NAME,
    BAD_VALUE,
    EMPTY_VALUE,
    MISPLACED_TAG,
    MISSING_LABEL,
)
from journeyctl.source import Span, Text
from journeyctl.syntax import tags
from journeyctl.syntax.keys import PLACES, WORDS
from journeyctl.syntax.line import Line
from journeyctl.syntax.names import fold, is_name, nearest
from journeyctl.syntax.nodes import (
    Arrow,
    Attribute,
    Comment,
    Declaration,
    DeclarationKind,
    Mark,
    Node,
    Step,
    Tag,
    Unknown,
)
from journeyctl.syntax.signs import plain
from journeyctl.syntax.values import shown

# A whole run of signs, looked at once: cut in two, the rest would be a label.
_ARROW = re.compile(r"(?<![-=])(?:[-=]+>|[-=]*[→⟶➔➜➝⇒])")
_LOOSE_ARROW = re.compile(rf"(?<!\S){_ARROW.pattern}(?!\S)")
_MARK = re.compile(r"([-~|&?*•◦‣●▪·])(?:\s+|\Z)")
_DECLARATION = re.compile(r"(stage|actor|channel|system)\s+(?!:)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([A-Za-z][A-Za-z -]{0,30}?)\s*:\s*")
_COLON = re.compile(r":(?!\S)")

_TAKES = {"backstage": tags.BACKSTAGE, "pain": tags.REMARK, "idea": tags.REMARK}


def read(line: Line) -> Node:
    """The node of a line, without children: the first form that fits decides.

    A line that no form fits is ``Unknown``, and is not reported here.
    """
    if line.text.startswith("//"):
        return Comment(line.span, line.indent, line.text)
    node = _read(line)
    if not isinstance(node, Unknown):
        line.hint()
    return node


def _read(line: Line) -> Node:
    arrow = _ARROW.match(line.plain)
    if arrow:
        return _arrow(line, 0, arrow)
    mark = _MARK.match(line.plain)
    if mark:
        return _step(line, mark)
    declaration = _DECLARATION.match(line.plain)
    if declaration:
        return _declaration(line, declaration)
    attribute = _ATTRIBUTE.match(line.plain)
    if attribute and fold(attribute[1]) in PLACES:
        return _attribute(line, attribute)
    arrow = _ARROW.search(line.plain, tags.after_quotes(line, 0, len(line.text)))
    if arrow and not line.text.startswith("<!--"):
        return _arrow(line, arrow.start(), arrow)
    return Unknown(line.span, line.indent, line.text, ())


def _step(line: Line, found: re.Match[str]) -> Step:
    mark = found[1] if found[1] in "-~|&?" else "-"
    if line.text[0] != mark:
        line.rewrite(0, 1, mark)
    takes = tags.WAY if mark == "|" else tags.STEP
    label, all_tags = tags.label_and_tags(line, found.end(), len(line.text), takes)
    if not label.value and not any(tag.kind == "unknown" for tag in all_tags):
        line.report(
            MISSING_LABEL,
            0,
            1,
            "This step has no label.",
            help="Say what the customer does: `- See the demo`.",
        )
    start = label.span.start - line.start
    arrow = (
        None if label.quoted else _LOOSE_ARROW.search(line.plain, start, start + len(label.value))
    )
    if arrow:
        line.report(
            ARROW_IN_LABEL,
            arrow.start(),
            arrow.end(),
            "This arrow is read as part of the label.",
            help="Give the arrow a line of its own under the step, or put the label in quotes.",
        )
    return Step(line.span, line.indent, cast(Mark, mark), line.place(0, 1), label, all_tags, ())


def _arrow(line: Line, label_end: int, found: re.Match[str]) -> Arrow:
    if found[0] != "->" or line.text[found.start() : found.end()] != "->":
        line.rewrite(found.start(), found.end(), "->")
    label: Text | None = None
    share: Tag | None = None
    if label_end:
        label, all_tags = tags.label_and_tags(line, 0, label_end, tags.ANSWER)
        share = next((tag for tag in all_tags if tag.kind == "share"), None)
        if not label.value:
            label = None
            line.report(
                MISSING_LABEL,
                0,
                len(line.text[:label_end].rstrip()),
                "This share stands without an answer.",
                help="Say what the answer is: `no 30% -> leave`.",
            )
    return Arrow(
        line.span,
        line.indent,
        label,
        share,
        line.place(*found.span()),
        _target(line, found.end()),
        (),
    )


def _target(line: Line, start: int) -> Text | None:
    start += len(line.plain[start:]) - len(line.plain[start:].lstrip())
    end = len(line.text)
    if start == end:
        return None
    if tags.after_quotes(line, start, end) == end:
        return tags.quoted_text(line, start, end)
    arrow = _LOOSE_ARROW.search(line.plain, start, end)
    if arrow:
        line.report(
            ARROW_IN_LABEL,
            arrow.start(),
            arrow.end(),
            "This second arrow is read as part of the target.",
            help="One arrow a line; put a label that holds an arrow in quotes.",
        )
    return line.words(start, end)


def _declaration(line: Line, found: re.Match[str]) -> Declaration:
    kind = cast(DeclarationKind, found[1].lower())
    takes = tags.STAGE if kind == "stage" else tags.NAMED_THING
    start, end = found.end(), len(line.text)
    colon = _COLON.search(line.plain, start)
    cut = colon.start() if colon else line.plain.find(":", start)
    if not colon and cut >= 0 and not is_name(_joined(line.plain[start:cut])):
        cut = -1
    label: Text | None = None
    name, all_tags = tags.label_and_tags(line, start, cut if cut >= 0 else end, takes)
    if cut >= 0:
        for tag in all_tags:
            if tag.kind == "duration":
                line.report(
                    MISPLACED_TAG,
                    tag.span.start - line.start,
                    tag.span.end - line.start,
                    "The duration stands before the label.",
                    help="Move it to the end of the line.",
                )
        label, more = _label_after_colon(line, cut, takes)
        all_tags += more
    duration = next((tag.duration for tag in all_tags if tag.duration), None)
    place = Span(name.span.start - line.start, name.span.end - line.start)
    if is_name(_joined(plain(name.value))):
        name = name._replace(value=_declared(line, place, name.quoted))
    else:
        _report_name(line, kind, name.value, place, label)
    return Declaration(line.span, line.indent, kind, name, label, duration, ())


def _declared(line: Line, place: Span, quoted: bool) -> str:
    """The name at a place, without its quotes and with plain signs, which are noted."""
    start, end = place.start + quoted, place.end - quoted
    for sign in range(start, end):
        if line.text[sign] != line.plain[sign]:
            line.rewrite(sign, sign + 1, line.plain[sign])
    return line.name(start, end)


def _label_after_colon(
    line: Line, colon: int, takes: tags.Takes
) -> tuple[Text | None, tuple[Tag, ...]]:
    start = colon + 1
    start += len(line.plain[start:]) - len(line.plain[start:].lstrip())
    label, all_tags = tags.label_and_tags(line, start, len(line.text), takes)
    if label.value:
        return label, all_tags
    line.report(
        EMPTY_VALUE,
        colon,
        colon + 1,
        "No label stands after this colon.",
        help="Give a label, or take the colon away.",
    )
    return None, all_tags


def _report_name(line: Line, kind: str, name: str, place: Span, label: Text | None) -> None:
    if not name:
        message, help = f"This {kind} has no name.", f"Write `{kind} name: Label`."
        line.report(BAD_NAME, 0, len(kind), message, help=help)
        return
    made = "-".join("".join(one if is_name("a" + one) else " " for one in name).split())
    made = made.strip("-").lower()
    help = "A name is made of letters, digits and hyphens, a letter first."
    if is_name(made):
        said = label.value if label else name
        help += f" Write `{kind} {shown(made)}: {shown(said)}`."
    line.report(BAD_NAME, *place, f"`{shown(name)}` is no name.", help=help)


def _joined(name: str) -> str:
    """A name of several words as one: names are matched without regard to spaces."""
    return "-".join(name.split())


def _attribute(line: Line, found: re.Match[str]) -> Attribute:
    key = fold(found[1])
    start, end = found.end(), len(line.text)
    value = Text(line.text[start:end], line.place(start, end))
    text, all_tags = value, tuple[Tag, ...]()
    if key in _TAKES:
        text, all_tags = tags.label_and_tags(line, start, end, _TAKES[key])
    elif key == "quote" and start < tags.after_quotes(line, start, end) == end:
        # What somebody says is often written in quotes, of whatever shape; they are not shown.
        text = value = line.keep(
            line.text[start + 1 : end - 1].replace('""', '"'), start, end, quoted=True
        )
    else:
        text = value = line.words(start, end)
    if start == end and key != "journey":  # no title at all is worse: see the parser
        line.report(
            EMPTY_VALUE,
            found.end(1),
            len(line.plain.rstrip()),
            f"`{key}` has no value.",
            help="Write it after the colon, or take the line away.",
        )
    elif key in WORDS:
        word = next((word for word in WORDS[key] if fold(word) == fold(value.value)), None)
        if word:
            text = value = value._replace(value=word)
        else:
            _report_word(line, key, value)
    return Attribute(
        line.span,
        line.indent,
        Text(key, line.place(0, found.end(1))),
        value,
        text,
        all_tags,
        (),
    )


def _report_word(line: Line, key: str, value: Text) -> None:
    near = nearest(value.value, WORDS[key])
    fix = Fix(f"write `{near}`", (Edit(value.span, near),), safe=False) if near else None
    line.report(
        BAD_VALUE,
        value.span.start - line.start,
        value.span.end - line.start,
        f"`{shown(value.value)}` is no {key}.",
        help=f"Did you mean `{near}`?" if near else f"Write {_one_of(WORDS[key])}.",
        fix=fix,
    )


def _one_of(words: tuple[str, ...]) -> str:
    return ", ".join(words[:-1]) + " or " + words[-1]
