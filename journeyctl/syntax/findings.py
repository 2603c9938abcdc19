"""The findings of one file while it is read: no kind of them floods the others."""

from journeyctl.diagnostics import Diagnostic, Fix, Kind, in_file_order

MOST_OF_A_KIND = 25


class Findings:
    """Collects findings; of each kind the first ``MOST_OF_A_KIND`` and how many were left out."""

    __slots__ = ("_count", "_first_left_out", "_kept", "_safe_fixes")

    def __init__(self) -> None:
        self._kept: list[Diagnostic] = []
        self._count: dict[Kind, int] = {}
        self._first_left_out: dict[Kind, Diagnostic] = {}
        self._safe_fixes: dict[Kind, list[Fix]] = {}

    def add(self, finding: Diagnostic) -> None:
        count = self._count.get(finding.kind, 0) + 1
        self._count[finding.kind] = count
        if count <= MOST_OF_A_KIND:
            self._kept.append(finding)
        else:
            self._first_left_out.setdefault(finding.kind, finding)
            if finding.fix and finding.fix.safe:
                fixes = self._safe_fixes.setdefault(finding.kind, [])
                # Adjacent findings may share one.
                if not fixes or fixes[-1] is not finding.fix:
                    fixes.append(finding.fix)

    def is_full(self, kind: Kind) -> bool:
        """Whether a further finding of this kind would only be counted: no help is needed."""
        return self._count.get(kind, 0) > MOST_OF_A_KIND

    def in_order(self) -> list[Diagnostic]:
        """The findings in file order, each flood closed by one that says how many more."""
        closing = [
            finding._replace(
                message=f"{self._count[kind] - MOST_OF_A_KIND} more of this kind"
                f" ({kind.name}) from here on.",
                help="Mend those above, and check again.",
                label="",
                others=(),
                fix=self._fix(kind),
            )
            for kind, finding in self._first_left_out.items()
        ]
        return in_file_order([*self._kept, *closing])

    def _fix(self, kind: Kind) -> Fix | None:
        """One for all that were left out, as far as they have a safe one."""
        fixes = self._safe_fixes.get(kind)
        if not fixes:
            return None
        edits = sorted(edit for fix in fixes for edit in fix.edits)
        return Fix("mend all of these", tuple(edits), safe=True)
