"""Ids for the steps: the author's own, else made from the label."""

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Label, at
from journeyctl.model.outline import StageLines
from journeyctl.source import Source
from journeyctl.syntax.names import fold
from journeyctl.syntax.nodes import Tag
from journeyctl.syntax.values import shown

LONGEST = 40

_WORDS = ("start", "end", "leave", "next")
_POINTS = ("fork", "join", "meet")


def name_lines(source: Source, stages: list[StageLines]) -> list[Diagnostic]:
    """Give each line its id, unique in the journey and never a point's (``Line.id`` is set).

    Errors: an id given twice, an id that is a word of the language.
    """
    findings: list[Diagnostic] = []
    first: dict[str, Tag] = {}
    taken: set[str] = set()
    lines = [line for stage in stages for line in stage.all]
    for line in lines:
        tag = next((tag for tag in line.node.tags if tag.kind == "id"), None)
        if tag is None:
            continue
        if _is_reserved(tag.name.casefold()):
            findings.append(
                at(
                    kinds.RESERVED_ID,
                    source,
                    tag.span,
                    f"`{shown(tag.name)}` is a word of the language, and can’t name a step.",
                    help="Choose another name for the step.",
                )
            )
        elif (folded := fold(tag.name)) in first:
            findings.append(
                at(
                    kinds.ID_TWICE,
                    source,
                    tag.span,
                    f"Two steps have the id `{shown(tag.name)}`.",
                    help="Choose another name for one of them.",
                    others=[Label(first[folded].span, "first given here")],
                )
            )
        else:
            first[folded] = tag
            line.id = _composed(tag.name)
            taken.add(line.id)
    counts: dict[str, int] = {}
    for line in lines:
        if not line.id:
            line.id = _unique(slug(line.node.label.value), taken, counts)
            taken.add(line.id)
    return findings


def slug(label: str) -> str:
    """A label as an id: letters and marks of any script, digits, and hyphens between them.

    At most 40 characters, cut between words where that leaves half of it; ``step`` if empty.
    """
    text = _composed(label[: 4 * LONGEST].casefold())
    made = "-".join("".join(one if _stays(one) else " " for one in text).split())
    if len(made) > LONGEST:
        cut = made.rfind("-", LONGEST // 2, LONGEST + 1)
        made = made[: cut if cut > 0 else LONGEST]
    return made or "step"


def _unique(base: str, taken: set[str], counts: dict[str, int]) -> str:
    # Counting on from the last number keeps a thousand equal labels linear.
    made = base
    while made in taken or _is_reserved(made):
        counts[base] = counts.get(base, 1) + 1
        made = f"{base}-{counts[base]}"
    return made


def _is_reserved(id: str) -> bool:
    kind, hyphen, number = id.partition("-")
    return id in _WORDS or bool(hyphen and kind in _POINTS and number.isdecimal())


# Both spare those who write ASCII the import of the Unicode tables.


def _stays(one: str) -> bool:
    if one.isascii() or one.isalnum():
        return one.isalnum()
    from unicodedata import category

    return category(one)[0] == "M"


def _composed(text: str) -> str:
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)
