"""What a change means for its reviewers: what it does to the journeys, and what is found in them.

``journeyctl ci`` tells it in one text, as Markdown for a pull request or in lines for a terminal.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from journeyctl import diffing, many, pipeline
from journeyctl.diagnostics import Diagnostic
from journeyctl.reporters.changes import Difference
from journeyctl.reporters.full import Line, head
from journeyctl.run import Run, counted

if TYPE_CHECKING:
    from journeyctl.comparison.telling import Told
    from journeyctl.words import Words

MOST_FINDINGS = 50
"""Findings that are told; of the others, how many there are."""

MOST_CHARACTERS = 60_000
"""Characters of a text in Markdown: GitHub takes 65,536 in a comment."""

MARK = "<!-- journeyctl ci -->"
"""The first line of the Markdown, by which a comment is found again to be written over."""


class Review(NamedTuple):
    """``summary`` is all in a sentence; ``findings`` those to be told: errors, and what is new in
    journeys that changed; ``left`` is how many warnings and hints there are besides."""

    summary: str
    findings: list[Diagnostic]
    left: int
    changes: "list[tuple[Told, Words]]"


def review(run: Run, base: str, paths: Sequence[str], language: str) -> Review | None:
    """The journeys under the paths beside what they were in a revision. All that is found is told
    to ``run``, which counts it. None where git does not tell, which is told on its stream."""
    quiet = Run(StringIO(), format="json")
    found = diffing.since(quiet, base, paths, language)
    if found is None:
        run.tell(quiet.told)
        return None
    changed = {one.path: one for one in found if one.found.changes}
    # What could not be read of then is told beside the rest, which is told of now.
    told = [one for one in quiet.told if one.path.startswith(f"{base}:")]
    left = 0
    for path, findings in many.checked(run.read(paths)):
        chosen = run.chosen(path, findings)
        run.tell(chosen)
        before = _before(run, changed.get(os.path.relpath(path)))
        for one in chosen:
            if one.severity == "error" or (before is not None and not before[_key(one)]):
                told.append(one)
            else:
                left += 1
            if before is not None:
                before[_key(one)] -= 1
    told.sort(key=lambda one: ("error", "warning", "hint").index(one.severity))
    summary = f"{counted(len(changed), 'journey')} changed since {base}; {run.summary()}."
    return Review(summary, told, left, diffing.told(changed.values()))


def _before(run: Run, one: Difference | None) -> Counter[tuple[str, str]] | None:
    """What was found in a journey as it was, so that it is not told as new; None for one that
    did not change."""
    if one is None:
        return None
    if not one.old.stages:
        return Counter()
    _, findings = pipeline.check(one.old.source)
    return Counter(map(_key, run.chosen(one.path, findings)))


def _key(finding: Diagnostic) -> tuple[str, str]:
    return finding.kind.code, finding.message


def lines(review: Review) -> list[Line]:
    """The review for a terminal."""
    from journeyctl.reporters.changes import text

    out: list[Line] = [[(review.summary, "message")]]
    out += [line for told, words in review.changes for line in text(told, words)]
    out += [head(finding) for finding in review.findings[:MOST_FINDINGS]]
    return [*out, *([(rest, "")] for rest in _rest(review))]


def markdown(review: Review) -> str:
    """The review for a comment, in as many characters as one can have."""
    from journeyctl.renderers.changes import markdown as changes
    from journeyctl.renderers.markdown import escape, prose

    parts = [f"{MARK}\n# Journeys\n\n{escape(review.summary)}\n"]
    findings = []
    for one in review.findings[:MOST_FINDINGS]:
        place = f"{one.path}:{one.source.line_column(one.start)[0]}" if one.source else one.path
        name = f"{one.kind.code} {one.kind.name}"
        findings.append(f"- **{one.severity}** {escape(place)}: {prose(one.message)} ({name})\n")
    findings += [f"- {escape(rest)}\n" for rest in _rest(review)]
    parts += ["".join(findings)] if findings else []
    room = MOST_CHARACTERS - sum(map(len, parts))
    for number, (told, words) in enumerate(review.changes):
        part = changes(told, words)
        if len(part) > room:
            left = len(review.changes) - number
            parts.append(f"Of {left} more there is no room to tell: see `journeyctl diff`.\n")
            break
        parts.append(part)
        room -= len(part) + 1
    return "\n".join(parts)


def _rest(review: Review) -> Iterator[str]:
    """What is not told one by one."""
    more = len(review.findings) - MOST_FINDINGS
    if more > 0:
        yield f"{more} more like these: see journeyctl check."
    if review.left:
        yield f"{review.left} that are no errors, and not new: see journeyctl check."
