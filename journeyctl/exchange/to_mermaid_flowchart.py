"""A journey as Mermaid's ``flowchart``: stages are subgraphs, questions are decisions."""

import json
import re

from journeyctl.diagnostics import Diagnostic
from journeyctl.exchange.left import left_behind
from journeyctl.exchange.mermaid import escaped
from journeyctl.model.journey import Journey, Link, Point, Step
from journeyctl.words import Words, words_for

_MEANT = '#";`<>&%\\'
"""Signs that mean something inside quotes."""
_DIRECTION = re.compile(r"d(?=irection\s+(?:TB|TD|BT|LR|RL))", re.IGNORECASE)
"""What Mermaid's grammar takes for a line of its own wherever it stands."""
_WORDED = ("start", "end", "leave")


def to_mermaid_flowchart(journey: Journey) -> tuple[str, list[Diagnostic]]:
    """The diagram, and what has no place in it. Its start and its end are drawn
    where somebody gets there, or away, by leaving something out or by an answer."""
    words = words_for(journey.facts.language)
    ids = {step.id: f"n{step.number}" for step in journey.steps.values()}
    links = _drawn(journey)
    met = dict.fromkeys(end for link in links for end in (link.source, link.target))
    points = [journey.points[name] for name in met if name in journey.points]
    ids |= {point.id: f"p{number}" for number, point in enumerate(points, 1)}
    lines = ["flowchart LR"]
    if journey.facts.title:
        title = json.dumps(journey.facts.title, ensure_ascii=False)
        lines = ["---", f"title: {title}", "---", *lines]
    for number, stage in enumerate(journey.stages, 1):
        lines.append(f"  subgraph s{number} [{_text(stage.label)}]")
        lines += [f"    {_node(ids[one], journey.steps[one])}" for one in stage.steps]
        inner = [one for one in points if one.stage == number - 1 and one.kind not in _WORDED]
        lines += [f"    {_point(ids[one.id], one, words)}" for one in inner]
        lines.append("  end")
    lines += [f"  {_point(ids[one.id], one, words)}" for one in points if one.kind in _WORDED]
    lines += [f"  {ids[one.source]} {_line(one, words)} {ids[one.target]}" for one in links]
    carried = {"step": ("kind", "share"), "arrows": ()}
    return "\n".join(lines) + "\n", left_behind(journey, "a Mermaid flowchart", carried)


def _drawn(journey: Journey) -> list[Link]:
    """All links, but for those of the start and the end where they say nothing of their own."""
    telling = {
        end for link in journey.links if link.kind != "next" for end in (link.source, link.target)
    }
    left_out = {"start", "end"} - telling
    return [one for one in journey.links if not {one.source, one.target} & left_out]


def _node(name: str, step: Step) -> str:
    if step.kind == "question":
        return f"{name}{{{_text(step.label)}}}"
    return f"{name}[{_text(step.label)}]"


def _point(name: str, point: Point, words: Words) -> str:
    if point.kind in _WORDED:
        return f"{name}([{_text(words.text(f'legend.{point.kind}'))}])"
    return f'{name}((" "))'


def _line(link: Link, words: Words) -> str:
    line = "-.->" if link.kind == "skip" else "-->"
    share = "" if link.share is None else words.percent(link.share)
    label = " ".join(part for part in (link.label, share) if part)
    return f"{line}|{_text(label)}|" if label else line


def _text(text: str) -> str:
    made = _DIRECTION.sub(lambda one: f"#{ord(one[0])};", escaped(text, _MEANT))
    return f'"{made or " "}"'
