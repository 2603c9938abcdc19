"""Lines of the language made from what somebody meant: quoted where they need it."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath

from journeyctl import kinds
from journeyctl.model.stages import readable
from journeyctl.source import Source
from journeyctl.syntax.formatter import formatted
from journeyctl.syntax.line import LONGEST_NAME
from journeyctl.syntax.names import fold, is_name
from journeyctl.syntax.nodes import Node
from journeyctl.syntax.parser import parse

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]+|\s+")
_UNCLEAR = (
    kinds.NEAR_TAG,
    kinds.TAG_IN_LABEL,
    kinds.ARROW_IN_LABEL,
    kinds.OPEN_QUOTE,
    kinds.BAD_DURATION,
)
_OURS = re.compile(r"(?<=.)(\.(steps|remarks|metrics|journey|flowchart))+\Z")
_RESERVED = ("next", "end", "leave", "start")


def one_line(text: str) -> str:
    """A text as a line can hold it: no breaks, no signs that nobody sees, one space at a time."""
    return " ".join(_UNSEEN.sub(" ", text).split())


def node_of(line: str) -> Node | None:
    """What the parser makes of one line alone; None where it makes no line, or several."""
    return _read(line)[0]


def _read(line: str) -> tuple[Node | None, bool]:
    """The line, and whether the parser would say that it could be meant otherwise."""
    tree, findings = parse(Source("", line))
    nodes = tree.children
    return nodes[0] if len(nodes) == 1 else None, any(one.kind in _UNCLEAR for one in findings)


def step(mark: str, label: str, tags: Sequence[str] = ()) -> str:
    """A step's line, of a label that has one sign at least; each tag is spelt already."""
    return _first_right(
        [f"{mark} {one} {' '.join(tags)}".rstrip() for one in _spellings(label)],
        lambda node: getattr(node, "mark", "") == mark and _says(node, "label", label),
    )


def arrow(label: str, share: str, target: str) -> str:
    """An arrow's line. ``label`` and ``share`` may be "", and so may ``target``, which is
    spelt already."""
    ends = f"{share} -> {target}".strip()
    if not one_line(label):
        return ends
    return _first_right(
        [f"{one} {ends}" for one in _spellings(label)],
        lambda node: (
            type(node).__name__ == "Arrow"
            and _says(node, "label", label)
            and (getattr(node, "share", None) is not None) == bool(share)
        ),
    )


def key(name: str, value: str, tags: Sequence[str] = ()) -> str:
    """``key: value``; the tags are those of a ``pain``, ``idea`` or ``backstage``."""
    return _first_right(
        [f"{name}: {one} {' '.join(tags)}".rstrip() for one in _spellings(value)],
        lambda node: _says(node, "text", value) and len(getattr(node, "tags", ())) == len(tags),
    )


def declaration(kind: str, name: str, label: str = "", duration: str = "") -> str:
    """A declaration's line; ``duration`` is a stage's, without its brackets."""
    bracket = f" [{duration}]" if duration else ""
    if not label:
        return f"{kind} {name}{bracket}"
    return _first_right(
        [f"{kind} {name}: {one}{bracket}" for one in _spellings(label)],
        lambda node: (
            _says(node, "label", label)
            and (getattr(node, "duration", None) is not None) == bool(duration)
        ),
    )


def stage(names: "Names", label: str) -> str:
    """The line of a stage that is called so."""
    name = names.name(label, "stage")
    label = one_line(label)
    return declaration("stage", name, "" if readable(name) == label else label)


def title(path: str, form: str) -> str:
    """What a journey is called that nothing but its file has a name for: ``tea-time.steps.csv``
    is ``Tea time``. From a pipe it is what was imported, of that form."""
    name = _OURS.sub("", PurePath(path).stem).replace("_", "-")
    return f"Imported from {form}" if name.startswith("<") else readable(name)


class Names:
    """Names that nobody has yet, made from what people call a thing."""

    def __init__(self, taken: Iterable[str] = _RESERVED) -> None:
        self._taken = {fold(one) for one in taken}
        # How often a name was wanted: the next one need not begin at two again.
        self._wanted: dict[str, int] = {}

    def name(self, label: str, otherwise: str) -> str:
        """A name like ``label``, else one that begins like ``otherwise``."""
        words = "".join(one if is_name(f"a{one}") else " " for one in label.lower()).split()
        made = "-".join(words).strip("-")[: LONGEST_NAME // 2].strip("-")
        if not made or not is_name(made):
            made = f"{otherwise}-{made}".rstrip("-")
        name, number = made, self._wanted.get(made, 1)
        while fold(name) in self._taken:
            number += 1
            name = f"{made}-{number}"
        self._wanted[made] = number
        self._taken.add(fold(name))
        return name


def written(lines: Iterable[str]) -> str:
    """The text of a journey in its canonical form."""
    return formatted(Source("", "\n".join(lines) + "\n"))


def _spellings(text: str) -> tuple[str, str]:
    plain = one_line(text)
    doubled = plain.replace('"', '""')
    return plain, f'"{doubled}"'


def _says(node: Node | None, field: str, text: str) -> bool:
    found = getattr(node, field, None)
    return found is not None and found.value == one_line(text)


def _first_right(lines: list[str], is_right: Callable[[Node | None], bool]) -> str:
    """The first of the lines that the parser reads as it is meant and has no doubts about, else
    the last."""
    for line in lines[:-1]:
        node, is_unclear = _read(line)
        if is_right(node) and not is_unclear:
            return line
    return lines[-1]
