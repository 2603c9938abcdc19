"""Mermaid's own parser accepts what goes out, and reads in its manual what comes in.

It needs Node with Mermaid and jsdom, as ``npm install --global mermaid@11 jsdom`` puts them there.
"""

import json
import re
import subprocess
from pathlib import Path
from random import Random
from typing import Any

from journeyctl import pipeline
from journeyctl.exchange.flowchart import flowchart
from journeyctl.exchange.mermaid import plain_text
from journeyctl.exchange.to_mermaid_flowchart import to_mermaid_flowchart
from journeyctl.exchange.to_mermaid_journey import to_mermaid_journey
from journeyctl.model.journey import Journey
from journeyctl.source import Source
from tests.external.test_slides_marp import modules
from tests.generate import generate
from tests.syntax.reference import examples

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "tests" / "exchange" / "mermaid"
ODD = """\
journey: "Odd" # signs; here: 100% & <b>more</b> \\ `x` [y] {z} |w| "q"
stage one: end "it" #1; go: (now) `z`
  - end
  - subgraph x @anna-b
  - A "quoted" one; with [brackets] {and} (more) | pipes & <b>tags</b> #35; 100% \\ `ticks`
  - `**bold**` -- not --> an arrow @x:2
  ? click style? #web
      "yes; -> |no|" 40% -> next
      no: "x" 60% -> leave
  - %%{init: {}}%% @ben
stage two: ---
  - title: x
  - section y: 5: Me
  - The direction LR
  - journey
  - "<br> and \\n"
  - 🎉 مرحبا
  - end
"""


def journeys() -> list[Journey]:
    paths = sorted((ROOT / "samples").glob("*.journey"))
    texts = [ODD, *(path.read_text("utf-8") for path in paths)]
    texts += [generate(Random(seed), (2, 5), (1, 8)) for seed in range(40)]
    return [pipeline.check(Source("a.journey", text))[0] for text in texts]


def read(texts: list[str]) -> list[dict[str, Any]]:
    """What Mermaid reads in each diagram; none is refused."""
    done = subprocess.run(
        ["node", Path(__file__).with_name("mermaid.mjs"), modules()],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=True,
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    refused = [
        (text, one["error"]) for text, one in zip(texts, found, strict=True) if "error" in one
    ]
    assert refused == []
    return found


def said(text: str) -> str:
    """A text as Mermaid holds it, with the signs that it names inside."""
    return plain_text(re.sub("ﬂ°(°?)", "#", text).replace("¶ß", ";"))


def test_the_manual_is_read_as_mermaid_reads_it() -> None:
    texts = examples("mermaid", MANUAL / "flowchart.md")
    for text, told in zip(texts, read(texts), strict=True):
        graph, _ = flowchart(Source("a.mmd", text))
        groups = {one[0] for one in told["groups"]}
        nodes = {name: said(label) for name, label in told["nodes"] if name not in groups}
        assert set(graph.nodes) == set(nodes)
        for name, node in graph.nodes.items():
            assert node.label == (re.sub(r"\*\*|_", "", nodes[name]) or name)
        edges = [one for one in told["edges"] if one[3] != "invisible"]
        both = "<-->" in text  # Two arrows of ours are one of Mermaid's.
        assert len(graph.edges) == len(edges) + both
        assert {(one.source, one.target) for one in graph.edges} >= {(e[0], e[1]) for e in edges}
        for group, title, names in told["groups"]:
            assert graph.groups[group].label == title.strip("*")
            inside = {one.id for one in graph.nodes.values() if one.group == group}
            assert inside == {name for name in names if name not in groups}


def test_flowcharts_that_go_out() -> None:
    told = journeys()
    texts = [to_mermaid_flowchart(one)[0] for one in told]
    for journey, text, found in zip(told, texts, read(texts), strict=True):
        labels = [one.label for one in journey.steps.values()]
        nodes = {name: said(label) for name, label in found["nodes"]}
        steps = [nodes[f"n{number}"] for number in range(1, len(labels) + 1)]
        assert steps == [" ".join(one.split()) for one in labels]
        assert [said(one[1]) for one in found["groups"]] == [one.label for one in journey.stages]
        graph, _ = flowchart(Source("a.mmd", text))
        assert len(graph.edges) == len(found["edges"])
        assert graph.title == journey.facts.title


def test_journeys_that_go_out() -> None:
    told = journeys()
    texts = [to_mermaid_journey(one)[0] for one in told]
    for journey, found in zip(told, read(texts), strict=True):
        assert said(found["title"]) == journey.facts.title
        assert [said(one) for one in found["sections"]] == [one.label for one in journey.stages]
        for step, task in zip(journey.steps.values(), found["tasks"], strict=True):
            assert said(task["task"]) == step.label
            people = [journey.people[one.person].label for one in step.people]
            assert [said(one) for one in task["people"]] == people
            assert task["score"] == (3 if step.mood is None else round(step.mood, 1))
