"""A journey's flow and findings as short text, so that a test shows what it expects."""

from journeyctl.diagnostics import Diagnostic
from journeyctl.model.journey import Answer, Block, Journey, Link, Meet, Run
from journeyctl.reporters.gather import gather
from tests.reading import read

HEAD = "journey: T\nstage a\n"


def found(text: str) -> list[str]:
    """Each finding as it is shown, as ``line:column-column name: message``; the last column is
    behind it."""
    return [shown_finding(finding) for finding in told(text)]


def told(text: str) -> list[Diagnostic]:
    """The findings as people are told them."""
    return gather(read(text).findings)


def shown_finding(finding: Diagnostic) -> str:
    assert finding.source is not None
    assert finding.span is not None
    line, column = finding.source.line_column(finding.span.start)
    end = column + finding.span.end - finding.span.start
    return f"{line}:{column}-{end} {finding.kind.name}: {finding.message}"


def others(finding: Diagnostic) -> list[str]:
    """The second labels, as ``line:column text``."""
    assert finding.source is not None
    shown = []
    for label in finding.others:
        line, column = finding.source.line_column(label.span.start)
        shown.append(f"{line}:{column} {label.text}")
    return shown


def ways(steps: str) -> list[str]:
    """The links of a stage with these lines, which have no errors of names or syntax."""
    return links(read(HEAD + steps).journey)


def links(journey: Journey) -> list[str]:
    return [shown_link(link) for link in journey.links]


def shown_link(link: Link) -> str:
    parts = [f"{link.source} -> {link.target}"]
    if link.kind != "next":
        parts.append(link.kind)
    if link.label:
        parts.append(repr(link.label))
    if link.share is not None:
        parts.append(f"{link.share:g}%")
    if link.loop:
        parts.append("loop")
    return " ".join(parts)


def blocks(journey: Journey, found: tuple[Block, ...]) -> str:
    """Blocks as text: ``a (yes: b) {fork-1: c | d (e) :join-1} meet-1``."""
    return " ".join(_block(journey, block) for block in found)


def _block(journey: Journey, block: Block) -> str:
    if isinstance(block, Meet):
        return block.point
    if isinstance(block, Run):
        ways = [
            " ".join([way.step, *_own(journey, way.own), *_answers(journey, way.answers)])
            for way in block.ways
        ]
        fork = f"{block.fork}: " if block.fork else ""
        join = f" :{block.join}" if block.join else ""
        return "{" + fork + " | ".join(ways) + join + "}"
    return " ".join([block.step, *_answers(journey, block.answers)])


def _own(journey: Journey, own: tuple[Block, ...]) -> list[str]:
    return [f"[{blocks(journey, own)}]"] if own else []


def _answers(journey: Journey, answers: tuple[Answer, ...]) -> list[str]:
    return [
        " ".join([f"({journey.links[answer.link].label}:", *_own(journey, answer.own)]).strip()
        + ")"
        for answer in answers
    ]
