"""What a report says of a journey: plain sentences and tables in its language, no markup."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from journeyctl.diagnostics import Diagnostic, in_file_order
from journeyctl.direction import joined
from journeyctl.model import measures
from journeyctl.model.journey import Person, Remark, Stage, Step
from journeyctl.model.ways.ways import Ways
from journeyctl.reports.steps import Passage, Teller, passages
from journeyctl.reports.tables import (
    Table,
    channel_table,
    course_table,
    evidence_table,
    fact_table,
    felt,
    metric_table,
    people_table,
    scores,
    system_table,
    time_table,
    ways_table,
)
from journeyctl.reports.ways import WaysReport, ways_report
from journeyctl.syntax.values import GRADES
from journeyctl.words import Words


class Entry(NamedTuple):
    """A person, a step or a stage, and what there is to tell of it, a line each."""

    name: str
    lines: tuple[str, ...]


class StageReport(NamedTuple):
    """``links`` are texts ("" for none) with their addresses."""

    name: str
    facts: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]


class Finding(NamedTuple):
    """One finding of the check; ``place`` is ``name:line:column``, ``help`` may be empty."""

    place: str
    severity: str
    kind: str
    message: str
    help: str


class Report(NamedTuple):
    """All that a report says. What is empty or None has nothing to tell, and is left out."""

    title: str
    lead: str
    facts: Table | None
    summary: tuple[str, ...]
    people: Table | None
    portraits: tuple[Entry, ...]
    stages: tuple[StageReport, ...]
    channels: Table | None
    systems: Table | None
    course: Table | None
    moments: tuple[str, ...]
    remarks: tuple[Entry, ...]
    metrics: Table | None
    evidence: Table | None
    time: Table | None
    untimed: str
    ways: Table | None
    through: WaysReport | None
    loops: tuple[str, ...]
    found: str
    findings: tuple[Finding, ...]


def report_of(teller: Teller, through: Ways, findings: Sequence[Diagnostic]) -> Report:
    """All that a report says of a journey, of its ways through, and of what the check found."""
    journey, words = teller.journey, teller.words
    told = ways_report(teller, through)
    portraits = (_portrait(person, teller) for person in journey.people.values())
    return Report(
        title=journey.facts.title or PurePath(journey.source.path).stem,
        lead=_lead(teller),
        facts=fact_table(teller),
        summary=tuple(_summary(teller, through)),
        people=people_table(teller),
        portraits=tuple(portrait for portrait in portraits if portrait.lines),
        stages=tuple(_stage(teller, at) for at in range(len(journey.stages))),
        channels=channel_table(teller),
        systems=system_table(teller),
        course=course_table(teller),
        moments=tuple(_moments(teller)),
        remarks=tuple(_remarks(teller)),
        metrics=metric_table(teller),
        evidence=evidence_table(teller),
        time=time_table(teller),
        untimed=_untimed(teller),
        ways=ways_table(teller),
        through=None if told.is_one else told,
        loops=tuple(_loops(teller)),
        found=_found(findings, words),
        findings=tuple(_finding(one, words) for one in in_file_order(findings)),
    )


def _lead(teller: Teller) -> str:
    """One line: what it is, how large, how long, and from which file."""
    journey, words = teller.journey, teller.words
    total = measures.total_range(journey)
    parts = [
        words.kind_of_journey(journey.facts.type, journey.facts.scope, journey.facts.state),
        words.counted("count.stage", len(journey.stages)),
        words.counted("count.step", len(journey.steps)),
        words.duration(*total) if total else "",
        PurePath(journey.source.path).name,
    ]
    return joined(" · ", parts)


def _summary(teller: Teller, through: Ways) -> Iterator[str]:
    """What a reader in a hurry should know, a sentence each."""
    journey, words = teller.journey, teller.words
    if total := measures.total_range(journey):
        yield words.text("said.total", duration=words.duration(*total))
    yield from _ends(teller, through)
    if course := felt(teller):
        best = max(course, key=lambda step: step.mood or 0)
        worst = min(course, key=lambda step: step.mood or 0)
        if best.mood != worst.mood:
            yield _extreme(teller, "said.highest", best)
            yield _extreme(teller, "said.lowest", worst)
    steps = journey.steps.values()
    moments = [teller.placed(step) for step in steps if step.moment]
    if moments:
        yield words.counted("said.moments", len(moments), steps=teller.few(moments))
    places: list[Stage | Step] = [*journey.stages, *steps]
    pains = sum(len(one.pains) for one in places)
    ideas = sum(len(one.ideas) for one in places)
    if noted := _counts(words, {"pains": pains, "ideas": ideas}):
        yield words.text("said.noted", what=noted)
    verdicts: Counter[str] = Counter(
        filter(None, (measures.verdict(metric) for _, metric in scores(teller)))
    )
    judged = _counts(words, {key: verdicts[key] for key in ("met", "missed", "unknown")})
    if judged:
        yield words.counted("said.metrics", verdicts.total(), what=judged)
    grades: Counter[str] = Counter(evidence.grade for step in steps for evidence in step.evidence)
    if graded := _counts(words, {key: grades[key] for key in GRADES}):
        bare = sum(not step.evidence for step in steps)
        rest = [words.counted("said.bare", bare)] if bare else []
        yield " ".join([words.text("said.evidence", what=graded), *rest])


def _counts(words: Words, counts: dict[str, int]) -> str:
    """``3 met, 8 missed and 1 can't be told``; what there is none of is not said."""
    return words.listing(
        [words.counted(f"said.{key}", count) for key, count in counts.items() if count]
    )


def _extreme(teller: Teller, key: str, step: Step) -> str:
    return teller.words.text(key, step=teller.placed(step), score=teller.score(step.mood or 0))


def _ends(teller: Teller, through: Ways) -> Iterator[str]:
    """How many come to the end, where the shares tell."""
    end, leave = through.end, through.leave
    if end and leave and leave.high and end.low == end.high:
        number = teller.words.number
        yield teller.words.text("said.ends", done=number(end.low, 0), gone=number(leave.low, 0))


def _portrait(person: Person, teller: Teller) -> Entry:
    """What a person wants, needs and says."""
    told = [("goal", text) for text in person.goals]
    told += [("need", text) for text in person.needs]
    notes = [("note", text) for text in person.notes]
    fact = teller.fact
    return Entry(
        person.label,
        (
            *(fact(key, text) for key, text in told),
            *(teller.quoted(text) for text in person.quotes),
            *(fact(key, text) for key, text in notes),
        ),
    )


def _stage(teller: Teller, at: int) -> StageReport:
    stage, words = teller.journey.stages[at], teller.words
    facts = [("goal", stage.goal)] if stage.goal else []
    if stage.duration:
        facts.append(("time", stage.duration.said))
    elif time := measures.steps_range(teller.journey, stage):
        facts.append(("time", words.duration(*time)))
    facts += [("content", text) for text in stage.content]
    facts += [("note", text) for text in stage.notes]
    return StageReport(
        words.text("report.stage", number=at + 1, name=stage.label),
        tuple(teller.fact(key, text) for key, text in facts),
        tuple((link.text, link.url) for link in stage.links),
        passages(teller, stage, alone=not (facts or stage.links)),
    )


def _moments(teller: Teller) -> Iterator[str]:
    for step in teller.journey.steps.values():
        if step.moment:
            score = "" if step.mood is None else f": {teller.score(step.mood)}"
            yield teller.placed(step) + score


def _remarks(teller: Teller) -> Iterator[Entry]:
    """Pains with the ideas beside them, stage by stage."""
    journey = teller.journey
    for stage in journey.stages:
        places = [(stage.label, stage.pains, stage.ideas)]
        for id in stage.steps:
            step = journey.steps[id]
            places.append((step.label, step.pains, step.ideas))
        for place, pains, ideas in places:
            if pains or ideas:
                lines = [_remark(teller, "pain", one) for one in pains]
                lines += [_remark(teller, "idea", one) for one in ideas]
                yield Entry(place, tuple(lines))


def _remark(teller: Teller, key: str, remark: Remark) -> str:
    return teller.fact(key, teller.owned(remark))


def _untimed(teller: Teller) -> str:
    """Which stages' time is not known, where others' is."""
    journey = teller.journey
    stages = [one.label for one in journey.stages if not measures.stage_range(journey, one)]
    if not stages or len(stages) == len(journey.stages):
        return ""
    return teller.words.text("said.untimed", stages=teller.words.listing(stages))


def _loops(teller: Teller) -> Iterator[str]:
    journey, words = teller.journey, teller.words
    for link in journey.links:
        if link.loop and link.source in journey.steps:
            way = words.text(
                "said.loop", step=teller.step(link.source), target=teller.arrives(link.target)
            )
            share = "" if link.share is None else words.percent(link.share)
            why = joined(", ", (link.label, share))
            yield f"{way} ({why})" if why else way


def _found(findings: Sequence[Diagnostic], words: Words) -> str:
    counts = Counter(one.severity for one in findings)
    what = _counts(
        words,
        {"errors": counts["error"], "warnings": counts["warning"], "hints": counts["hint"]},
    )
    return words.text("said.found", what=what) if what else words.text("said.clean")


def _finding(finding: Diagnostic, words: Words) -> Finding:
    """A finding with its place; of the path only the name, which is the same everywhere."""
    place = PurePath(finding.path).name
    if finding.source and finding.span:
        line, column = finding.source.line_column(finding.span.start)
        place = f"{place}:{line}:{column}"
    severity = words.text(f"severity.{finding.severity}")
    kind = f"{finding.kind.code} {finding.kind.name}"
    return Finding(place, severity, kind, finding.message, finding.help)
