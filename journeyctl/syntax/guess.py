"""What an unknown line was most likely meant to be."""

import re

from journeyctl.diagnostics import Edit, Fix
from journeyctl.kinds import UNKNOWN_KEY, UNKNOWN_LINE
from journeyctl.syntax.keys import PLACES
from journeyctl.syntax.line import Line
from journeyctl.syntax.names import fold, nearest
from journeyctl.syntax.nodes import Node, Step, Tree
from journeyctl.syntax.values import shown

_DECLARATIONS = ("stage", "actor", "channel", "system")

_KEY = re.compile(r"([^\W\d_][\w -]{0,30}?)\s*:(?!\S)")
_FIRST_WORD = re.compile(r"\w+")
_TIGHT_MARK = re.compile(r"[-~|&?*•][^\W_]")
_LIST_ITEM = re.compile(r"(?:\d+[.)]|[+>o])\s")
_FOREIGN_COMMENT = re.compile(r"#|--|%%|;|/\*|<!--|'|\"\"\"")
_RULE = re.compile(r"([-=_*~#.])\1{2,}\Z")


def report_unknown(line: Line, over: Node | Tree) -> None:
    """Report a line that has no form of the language, with a guess at what was meant, which also
    goes by what it stands under.

    Says nothing of a line whose unreadable characters were reported already.
    """
    if "\ufffd" in line.text:
        return
    key = _KEY.match(line.plain)
    if line.findings.is_full(UNKNOWN_KEY if key else UNKNOWN_LINE):
        line.report(UNKNOWN_KEY if key else UNKNOWN_LINE, 0, 1, "")
        return
    if key:
        _report_key(line, key, over)
        return
    first = _FIRST_WORD.match(line.plain)
    word = first[0] if first else ""
    meant = (
        nearest(word, _DECLARATIONS) if word and first and first.end() < len(line.text) else None
    )
    end = len(line.text)
    fix = None
    if fold(line.text) in _DECLARATIONS:
        help = f"Write `{fold(line.text)} name: Label`."
    elif meant:
        end = len(word)
        help = f"Did you mean `{meant}`?"
        fix = Fix(f"write `{meant}`", (Edit(line.place(0, end), meant),), safe=False)
    elif fold(word) in PLACES and " " in line.plain:
        end = len(word)
        help = f"A key has a colon: `{shown(word + ':' + line.text[end:])}`."
        fix = Fix("put a colon there", (Edit(line.place(end, end), ":"),), safe=False)
    elif _TIGHT_MARK.match(line.plain):
        end = 1
        mark = line.plain[0] if line.plain[0] in "-~|&?" else "-"
        help = f"Put a space after the mark: `{mark} {shown(line.text[1:])}`."
        fix = Fix("put a space there", (Edit(line.place(0, 1), mark + " "),), safe=False)
    elif line.text.startswith(("http://", "https://")):
        help = f"Write `link: {shown(line.text)}` under a stage or a step."
    elif _LIST_ITEM.match(line.plain):
        rest = line.text.split(maxsplit=1)[1:]
        help = f"A step begins with `-`: `- {shown(''.join(rest))}`."
    elif _RULE.match(line.plain):
        help = "A blank line parts things; a `stage` begins a part of the journey."
    elif _FOREIGN_COMMENT.match(line.plain):
        help = "A comment begins with `//`, a part of the journey with `stage`."
    elif line.indent:
        help = "A step begins with `-`, an answer leads on (`yes -> next`), a key ends with `:`."
    else:
        help = "A step begins with `-`, a comment with `//`, a key ends with `:`."
    line.report(UNKNOWN_LINE, 0, end, "This line is not understood.", help=help, fix=fix)


def _report_key(line: Line, found: re.Match[str], over: Node | Tree) -> None:
    written, kind = found[1], fold(found[1])
    value = line.text[found.end() :].strip()
    edit: Edit | None = None
    if kind in _DECLARATIONS:
        help = f"Write `{kind} {shown(value) or 'name'}`, without the colon."
    else:
        near = nearest(written, PLACES)
        help = f"Did you mean `{near}`?" if near else "Put it into a `note:`."
        if near:
            edit = Edit(line.place(0, len(written)), near)
        if isinstance(over, Step) and over.mark == "?":
            answer = f"{written} -> {value or 'next'}"
            arrow = f"An answer has an arrow: `{shown(answer)}`."
            help = f"{help} {arrow}" if near else arrow
            edit = edit or Edit(line.place(0, len(line.text)), answer)
    fix = Fix(f"write `{shown(edit.text)}`", (edit,), safe=False) if edit else None
    line.report(UNKNOWN_KEY, 0, len(written), f"`{shown(written)}` is no key.", help=help, fix=fix)
