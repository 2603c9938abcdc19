"""People, channels and systems: declared or only used, and each use bound to one of them."""

from collections.abc import Collection
from typing import NamedTuple

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, Edit, Fix, Label, at
from journeyctl.source import Source, Span
from journeyctl.syntax.names import fold, is_name, nearest
from journeyctl.syntax.nodes import Declaration, DeclarationKind
from journeyctl.syntax.values import shown

# How many names are looked at for all suggestions about a file. Each suggestion takes a look at
# every name known, and a file of a thousand misspelt ones must not take a thousand times as long.
LOOKS = 10_000
_SHORTEST = 4  # letters of a name that may be put right unasked


class Suggestion(NamedTuple):
    """A known name (folded) that is near. It is ``sure`` where no other is, and the two are
    long enough and begin alike: `ceo` is not `cfo` misspelt."""

    key: str
    sure: bool


class Suggestions:
    """Nearest names, as long as there are looks left; the first is always looked for."""

    def __init__(self) -> None:
        self._looks = LOOKS

    def nearest(self, name: str, known: Collection[str]) -> Suggestion | None:
        """The one of ``known`` (folded) that ``name`` was probably meant to be."""
        if self._looks <= 0:
            return None
        self._looks -= len(known)
        key = nearest(name, known)
        if key is None:
            return None
        folded = fold(name)
        alike = len(folded) >= _SHORTEST and folded[0] == key[0]
        return Suggestion(
            key, alike and nearest(name, (one for one in known if one != key)) is None
        )


class Used(NamedTuple):
    """A name as first written, where it is declared (``node``) or only used."""

    name: str
    span: Span
    node: Declaration | None


class Register:
    """The names of one kind. A declaration may stand after its uses, so all are read first.

    Where one of the kind is declared, each use of another is an error, bound to the nearest.
    """

    def __init__(
        self,
        source: Source,
        kind: DeclarationKind,
        declarations: list[Declaration],
        findings: list[Diagnostic],
    ) -> None:
        self.kind = kind
        self.names: dict[str, Used] = {}
        self._source = source
        self._findings = findings
        self._suggestions = Suggestions()
        for node in declarations:
            if node.kind == kind:
                self._declare(node)
        self._declared = dict(self.names)

    def _declare(self, node: Declaration) -> None:
        key = fold(node.name.value)
        first = self.names.setdefault(key, Used(node.name.value, node.name.span, node))
        if first.node is not node:
            self._findings.append(
                at(
                    kinds.DECLARED_TWICE,
                    self._source,
                    node.name.span,
                    f"The {self.kind} `{shown(node.name.value)}` is declared twice.",
                    help="Put both into one declaration, or give one another name.",
                    others=[Label(first.span, "first declared here")],
                )
            )

    def use(self, name: str, span: Span, beside: list[str] | None = None) -> str:
        """The key of a name that is used at ``span`` (without its sign).

        ``beside`` are the keys on the same line: none of them is put there a second time,
        and what is put there joins them.
        """
        key = fold(name)
        if key in self._declared:
            return key
        if not self._declared:
            self.names.setdefault(key, Used(name, span, None))
            return key
        near = self._suggestions.nearest(name, self._declared)
        found = self._declared[near.key] if near else None
        # A tag has no spaces; names are matched without regard to them.
        meant = "-".join(found.name.split()) if found else ""
        line = [] if beside is None else beside
        safe = near is not None and near.sure and near.key not in line
        if near:
            line.append(near.key)
        self._findings.append(
            at(
                kinds.UNDECLARED_NAME,
                self._source,
                span,
                f"No {self.kind} is declared as `{shown(name)}`.",
                help=f"Did you mean `{shown(meant)}`?"
                if found
                else f"Declare it at the left edge: `{self.kind} {name}: …`.",
                others=[Label(found.span, "declared here")] if found else [],
                fix=Fix(f"write `{shown(meant)}`", (Edit(span, meant),), safe)
                if near and is_name(meant)
                else None,
            )
        )
        if near is None:
            self.names.setdefault(key, Used(name, span, None))
            return key
        return near.key
