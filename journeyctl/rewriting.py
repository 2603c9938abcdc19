"""What becomes of texts that were written anew: files, a difference, or only their names."""

import sys
from typing import Literal

from journeyctl.inputs import Input
from journeyctl.reporters import terminal
from journeyctl.reporters.text import shown
from journeyctl.run import Run
from journeyctl.source import Source

Mode = Literal["write", "check", "diff"]

AS_IT_WAS = "The file is as it was; change its permissions or its disk, and run this again."


class Rewriting:
    """``write`` puts each text in the place of the old one, and one that was piped in on
    standard output; ``diff`` and ``check`` show on standard output what would change."""

    def __init__(self, run: Run, mode: Mode) -> None:
        self._run = run
        self._mode = mode
        self._changed = 0

    def put(self, input: Input, before: Source, after: str) -> bool:
        """Deal with one text. A file that has this text already is not touched.

        False where it could not be written, which is told.
        """
        changed = before.text != after
        self._changed += changed
        if self._mode == "write" and (changed or input.home is None):
            return self._run.save(after.encode(), input.home and input.path, AS_IT_WAS)
        if changed and self._mode == "check":
            terminal.write(f"{shown(before.path)}\n", sys.stdout)
        elif changed and self._mode == "diff":
            terminal.write(self._difference(before, after), sys.stdout)
        return True

    def _difference(self, before: Source, after: str) -> str:
        """For ``patch`` and the like as it is; on a terminal nothing in it can act."""
        from journeyctl.reporters.diff import diff

        lines = diff(shown(before.path), before.text, after)
        if sys.stdout is not None and sys.stdout.isatty():
            lines = [shown(line.rstrip("\r\n")) + "\n" for line in lines]
        return "".join(lines)

    @property
    def code(self) -> int:
        """The exit code: the run's, and 1 also where something would change."""
        return self._run.code or int(self._mode != "write" and self._changed > 0)
