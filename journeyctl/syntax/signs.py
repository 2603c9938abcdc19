"""What Word and chat programs make of plain signs, and signs that no text may hold."""

import re
from collections.abc import Sequence

from journeyctl.diagnostics import Diagnostic, Edit, Fix, at
from journeyctl.kinds import DIRECTION_CHARACTER, FORBIDDEN_CHARACTER, READ_AS_MEANT
from journeyctl.source import Source, Span
from journeyctl.syntax.findings import Findings

# One sign for one, so that a place in the plain text is the place in the text.
_SPACES = "\u00a0\u1680\u2028\u2029\u202f\u205f\u2060\u200b\u3000\ufeff" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_PLAIN = str.maketrans(_SPACES + _DASHES, " " * len(_SPACES) + "-" * len(_DASHES))

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+|\r(?!\n)")
_DIRECTION = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """``text`` with every kind of space and dash as the plain one; of the same length."""
    return text if text.isascii() else text.translate(_PLAIN)


def allowed(source: Source, text: str, findings: Findings) -> str:
    """``text`` (that of the source) with U+FFFD for each sign that no file may hold, as long
    as before. Each run of them is an error; a sign that turns the direction is a warning,
    one for each line."""

    def refuse(found: re.Match[str]) -> str:
        signs = found[0]
        names = ", ".join(f"U+{ord(one):04X}" for one in signs[:3])
        what = (
            f"{names} is no sign that a text can show."
            if len(signs) == 1
            else f"{len(signs)} signs that no text can show: {names}{', …' * (len(signs) > 3)}."
        )
        help = "Take it out." if len(signs) == 1 else "Take them out, if this is a text at all."
        if signs == "\r":
            help = "Lines end with LF, or with CR and LF."
        findings.add(at(FORBIDDEN_CHARACTER, source, Span(*found.span()), what, help=help))
        return "\ufffd" * len(signs)

    line_end = -1
    for found in _DIRECTION.finditer(text):
        if found.start() > line_end:
            line_end = text.find("\n", found.start())
            line_end = len(text) if line_end < 0 else line_end
            findings.add(
                at(
                    DIRECTION_CHARACTER,
                    source,
                    Span(*found.span()),
                    f"U+{ord(found[0]):04X} can make this line read otherwise than it is.",
                    help="Take it out; Arabic and Hebrew are shown right without it.",
                )
            )
    return _FORBIDDEN.sub(refuse, text)


def read_as_meant(source: Source, edits: Sequence[Edit]) -> Diagnostic:
    """The hint about signs that were read as the plain ones that ``edits`` (at least one) put."""
    first = edits[0]
    written = source.text[first.span.start : first.span.end]
    shown = written if written.isprintable() else f"U+{ord(written[0]):04X}"
    wanted = "a plain space" if first.text == " " else f"`{first.text}`"
    return at(
        READ_AS_MEANT,
        source,
        first.span,
        f"`{shown}` is read as {wanted}.",
        help=f"Write {wanted}.",
        fix=Fix("write the plain sign", tuple(edits), safe=True),
    )


def unlike(written: str, start: int) -> list[Edit]:
    """The edits that make ``written``, which stands at ``start``, equal to its plain text."""
    if written.isascii():
        return []
    return [
        Edit(Span(start + i, start + i + 1), one)
        for i, one in enumerate(plain(written))
        if one != written[i]
    ]
