"""Safe fixes applied to journeys: ``check --fix``, and ``--diff`` to see them first."""

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from journeyctl.diagnostics import Diagnostic
from journeyctl.many import findings_of
from journeyctl.rewriting import Rewriting
from journeyctl.run import Run
from journeyctl.source import Source
from journeyctl.syntax.fixes import MOST_ROUNDS, apply


class Mended(NamedTuple):
    """A text afterwards; what was mended, each where it was found; and what is found still."""

    source: Source
    done: list[Diagnostic]
    left: list[Diagnostic]


def mend(source: Source, check: Callable[[Source], list[Diagnostic]]) -> Mended:
    """Apply the safe fixes of what ``check`` finds, and check again, until none is left.

    A fix can bring another finding to light, or wait for one that touches the same place.
    """
    done: list[Diagnostic] = []
    found = check(source)
    for _ in range(MOST_ROUNDS):
        text, mended = apply(source, found)
        if text == source.text:
            break
        done += mended
        source = Source(source.path, text)
        found = check(source)
    return Mended(source, done, found)


def mend_all(run: Run, paths: Sequence[str], mode: Literal["write", "diff"]) -> int:
    """Mend the journeys that ``paths`` name, and tell what was done and what is left; with
    ``diff`` only show what would change. Returns the exit code."""
    rewriting = Rewriting(run, mode)
    for source, input in run.sources(paths):
        mended = mend(source, lambda text: run.chosen(text.path, findings_of(text)))
        if not rewriting.put(input, source, mended.source.text):
            continue
        if mode == "write":
            run.mended(mended.done)
            run.tell(mended.left)
        else:
            run.tell([finding for finding in mended.left if finding.kind.code.startswith("X")])
    if mode == "write":
        run.finish()
    return rewriting.code
