"""Which findings are told, and which warnings count as errors: configuration and command line."""

from collections.abc import Iterable
from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic


class Choice(NamedTuple):
    """Codes of kinds. ``select`` is all that is told (None: everything), without ``ignore``;
    ``error`` is what counts as an error, whatever it is by itself."""

    select: frozenset[str] | None = None
    ignore: frozenset[str] = frozenset()
    error: frozenset[str] = frozenset()

    def under(self, select: frozenset[str] | None, ignore: frozenset[str]) -> "Choice":
        """This choice of a configuration, and over it what the command line says.

        A ``select`` there begins anew, whatever was ignored; an ``ignore`` takes away more.
        """
        if select is not None:
            return Choice(select, ignore, self.error)
        return self._replace(ignore=self.ignore | ignore)

    def apply(self, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
        """The findings that are told, as severe as they count."""
        return [self._raised(finding) for finding in findings if self._tells(finding)]

    def _tells(self, finding: Diagnostic) -> bool:
        code = finding.kind.code
        if code.startswith("X"):
            # What could not run is always told, and what is said of a picture unless ignored.
            return finding.severity == "error" or code not in self.ignore
        return code not in self.ignore and (self.select is None or code in self.select)

    def _raised(self, finding: Diagnostic) -> Diagnostic:
        if finding.kind.code not in self.error:
            return finding
        return finding._replace(kind=finding.kind._replace(severity="error"))
