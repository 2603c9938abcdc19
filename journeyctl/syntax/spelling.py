"""How the formatter spells one line, without its indentation.

Only what the line's node understood is written anew, from its place in the text; all else is
copied. A line that would then be read otherwise stays as it was.
"""

from journeyctl.kinds import READ_AS_MEANT
from journeyctl.source import Source, Span, Text
from journeyctl.syntax import values
from journeyctl.syntax.durations import minutes, spelt
from journeyctl.syntax.keys import WORDS
from journeyctl.syntax.names import is_name
from journeyctl.syntax.nodes import Arrow, Attribute, Declaration, Node, Step, Tag
from journeyctl.syntax.parser import parse
from journeyctl.syntax.signs import plain
from journeyctl.syntax.values import Duration

_NOWHERE = Source("", "")


def spell(node: Node, text: str) -> tuple[str, str]:
    """The line of ``node``, which stands in ``text``, up to the tags of a step, and those tags.

    Signs of the language are the plain ones, parted by one space. The tags are "" for none
    and for any other line.
    """
    written = _at(text, node.span)
    tags = ""
    match node:
        case Step():
            head = _joined(node.mark, _label(node.label, text))
            tags = _tags(node.tags, text)
        case Arrow():
            head = _arrow(node, text)
        case Attribute():
            head = _joined(f"{node.key.value}:", _value(node, text))
        case Declaration() if node.name.value:
            head = _declaration(node, text)
        case _:
            return written, ""
    line = _joined(head, tags)
    if line == written or _is_read_as(node, line, written):
        return head, tags
    return written, ""


def _at(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _label(label: Text, text: str) -> str:
    """A label as written; the quotes around a quoted one are the language's."""
    written = _at(text, label.span)
    if label.quoted and written[0] != '"':
        return '"' + written[1:-1].replace('"', '""') + '"'
    return written


def _tags(tags: tuple[Tag, ...], text: str) -> str:
    return " ".join(_tag(tag.kind, _at(text, tag.span)) for tag in tags)


def _tag(kind: str, written: str) -> str:
    if kind == "unknown":
        return written
    return _bracket(written[1:-1]) if kind == "duration" else plain(written)


def _bracket(duration: str) -> str:
    return f"[{spelt(plain(duration).strip())}]"


def _arrow(node: Arrow, text: str) -> str:
    answer = _label(node.label, text) if node.label else ""
    shares = text[node.label.span.end if node.label else node.span.start : node.arrow.start]
    target = _label(node.target, text) if node.target else ""
    return _joined(answer, *plain(shares).split(), "->", target)


def _declaration(node: Declaration, text: str) -> str:
    name = _label(node.name, text)
    if is_name("-".join(plain(name).split())):
        name = plain(name)
    line, end = f"{node.kind} {name}", node.name.span.end
    if node.label:
        between = text[end : node.label.span.start]
        line += ": " if plain(between).strip() == ":" else between
        line, end = line + _label(node.label, text), node.label.span.end
    if node.duration:
        opens, closes = node.duration.span.start - 1, node.duration.span.end + 1
        if end <= opens and not plain(text[end:opens]).strip():
            line += " " + _bracket(_at(text, node.duration.span))
            end = closes
    return line + text[end : node.span.end]


def _value(node: Attribute, text: str) -> str:
    key, value = node.key.value, _at(text, node.value.span)
    if key in ("pain", "idea", "backstage"):
        return _joined(_label(node.text, text), _tags(node.tags, text))
    if value != node.value.value and key not in WORDS:
        return value  # quoted, cut off, or with signs that no text may hold
    match key:
        case "duration":
            plainly = plain(value).strip()
            return spelt(plainly) if minutes(plainly) else value
        case "metric":
            return _metric(node.value)
        case "evidence":
            return _evidence(node.value)
    return node.value.value if node.value.value in WORDS.get(key, ()) else value


def _metric(text: Text) -> str:
    read, findings = values.metric(_NOWHERE, text, "")
    if read is None or any(one.severity == "error" for one in findings):
        return text.value
    return read.spelled


def _evidence(text: Text) -> str:
    read, _ = values.evidence(_NOWHERE, text)
    if read is None:
        return text.value
    return read.spelled


def _is_read_as(node: Node, line: str, written: str) -> bool:
    """Whether ``line`` is read as ``written`` is, which is that of ``node``."""
    if isinstance(node, Step) and line.split() == written.split():
        return True  # tags are parted by spaces, however many
    return _reading(line) == _reading(written)


def _reading(line: str) -> object:
    """What a line says, and what is wrong with it."""
    tree, findings = parse(Source("", line))
    kinds = sorted(one.kind for one in findings if one.kind != READ_AS_MEANT)
    return [*map(_said, tree.children)], kinds


def _said(node: Node) -> object:
    """What a line says, without its place and what stands under it."""
    if isinstance(node, Attribute):
        key, value = node.key.value, node.value
        match key:
            case "pain" | "idea" | "backstage":
                return key, _without_places((node.text, node.tags))
            case "duration":
                return key, _without_places(values.duration(_NOWHERE, value)[0] or value)
            case "metric":
                return key, _without_places(values.metric(_NOWHERE, value, "")[0] or value)
            case "evidence":
                return key, _without_places(values.evidence(_NOWHERE, value)[0] or value)
        return key, _without_places(value)
    if isinstance(node, Step | Arrow | Declaration):
        node = node._replace(indent=0, children=())
    return type(node), _without_places(node)


def _without_places(value: object) -> object:
    if isinstance(value, Span):
        return None
    if isinstance(value, Duration):
        return value.low, value.high
    if isinstance(value, tuple):
        return tuple(map(_without_places, value))
    return value
