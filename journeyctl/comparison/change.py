"""One change between two versions of a journey."""

from typing import Literal, NamedTuple

from journeyctl.source import Span

Act = Literal["added", "removed", "renamed", "moved", "changed"]
Thing = Literal[
    "journey", "person", "channel", "system", "stage", "step", "answer",
    "goal", "need", "quote", "pain", "idea", "content", "metric", "backstage", "evidence",
    "note", "link",
]  # fmt: skip


class Change(NamedTuple):
    """One change.

    ``name`` is what changed, as the new version calls it (the old one where it was removed);
    ``place`` the step, stage or person that it is at, "" for the journey's own. A change has
    the ``field`` that changed; ``before`` and ``after`` are what it was and is, the old and
    the new name for what was renamed, the places for what was moved, and "" for nothing.
    ``trend`` is 1 for better, -1 for worse, 0 where that cannot be said. ``step`` is the id
    of the step that it is at: in the old journey for a removed one, else in the new. The spans are
    where to look in the old and the new file.
    """

    act: Act
    thing: Thing
    name: str
    place: str = ""
    field: str = ""
    before: str = ""
    after: str = ""
    trend: Literal[-1, 0, 1] = 0
    step: str = ""
    old: Span | None = None
    new: Span | None = None
