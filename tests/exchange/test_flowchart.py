"""Mermaid's flowcharts come in with every node and every arrow, or tell which did not."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeyctl import pipeline
from journeyctl.exchange import chart_parts, drafting, formats
from journeyctl.exchange.flowchart import flowchart
from journeyctl.exchange.from_mermaid_flowchart import from_mermaid_flowchart
from journeyctl.exchange.to_mermaid_flowchart import to_mermaid_flowchart
from journeyctl.exchange.to_mermaid_journey import to_mermaid_journey
from journeyctl.model.journey import Journey
from journeyctl.source import Source
from journeyctl.syntax.formatter import formatted
from tests.exchange.flow import journey, ways
from tests.generate import journeys
from tests.syntax.reference import examples
from tests.syntax.test_properties import operations

MANUAL = examples("mermaid", Path(__file__).parent / "mermaid" / "flowchart.md")


def read(text: str) -> tuple[str, list[str]]:
    """The journey's text, and the kinds of what is told."""
    source = Source("a.mmd", text)
    made, findings = from_mermaid_flowchart(source)
    assert made == formatted(Source("a.journey", made))
    for one in findings:
        assert one.span is not None
        assert 0 <= one.span.start < one.span.end <= len(text) + 1
    return made, [one.kind.name for one in findings]


def test_the_manual_is_all_there() -> None:
    # 105 diagrams, and what Mermaid 11 itself counts in them, but for one invisible arrow and
    # seven nodes that are subgraphs; an arrow with two heads is two. See tests/external.
    assert len(MANUAL) == 105
    graphs = [flowchart(Source("a.mmd", text))[0] for text in MANUAL]
    assert sum(len(one.nodes) for one in graphs) == 195
    assert sum(len(one.edges) for one in graphs) == 91


@pytest.mark.parametrize("text", MANUAL)
def test_an_example_of_the_manual(text: str) -> None:
    graph, _ = flowchart(Source("a.mmd", text))
    made, told = read(text)
    assert "not-imported" not in told
    found = journey(made)
    labels = sorted(one.label for one in graph.nodes.values())
    assert sorted(one.label for one in found.steps.values()) == labels
    assert len(ways(found)) == len(graph.edges)
    if not graph.groups:
        name = {one.id: one.label for one in graph.nodes.values()}
        assert ways(found) == sorted((name[e.source], name[e.target]) for e in graph.edges)


def random_chart(rng: Random) -> tuple[str, list[tuple[str, str]]]:
    """A flowchart, and its arrows between labels."""
    count = rng.randint(1, 9)
    names = [f"n{number}" for number in range(count)]
    shape = {name: rng.choice(("[]", "{}", "()")) for name in names}
    label = {name: f"Do {name}" for name in names}
    lines = [f"{one}{shape[one][0]}{label[one]}{shape[one][1]}" for one in names]
    arrows: dict[tuple[str, str, str], None] = {}
    for _ in range(rng.randint(0, 2 * count)):
        text = rng.choice(("", "", "", "yes", "no 30%", "a -> b", '"x"', "goal: y", "end"))
        arrows[(rng.choice(names), rng.choice(names), text)] = None
    for source, target, text in arrows:
        said = f'|"{text}"|'.replace('""', '"#quot;').replace('"x"', "#quot;x#quot;")
        lines.append(f"{source} -->{said if text else ''} {target}")
    if rng.random() < 0.5:
        inside = rng.sample(names, rng.randint(1, count))
        cut = rng.randint(0, len(inside))
        for number, group in enumerate((inside[:cut], inside[cut:])):
            lines += [f"subgraph g{number} [Group {number}]", *group, "end"] if group else []
    chart = "flowchart TD\n" + "\n".join(lines) + "\n"
    return chart, sorted((label[source], label[target]) for source, target, _ in arrows)


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_every_arrow_of_a_random_flowchart(rng: Random) -> None:
    text, arrows = random_chart(rng)
    made, told = read(text)
    assert "not-imported" not in told
    found = journey(made)
    assert ways(found) == arrows, made
    said = {one.label for one in found.links} | {
        one for step in found.steps.values() for one in step.notes
    }
    for edge in flowchart(Source("a.mmd", text))[0].edges:
        assert {edge.label, edge.label.removesuffix(" 30%")} & said or not edge.label


SIGNS = [
    *'ABxo \n;&|<>"`%#@:{}[]()/\\~-=.',
    *("-->", "---", "-.->", "==>", "~~~", "subgraph g", "\nend\n", "@{ shape: x }", ":::c", "<-->"),
    *("%%{init}%%", "---\ntitle: t\n---\n", "click A b", "|yes|", "-- text -->", "direction LR"),
]


@settings(max_examples=80)
@given(st.lists(st.sampled_from(SIGNS), max_size=30).map("".join))
def test_whatever_the_text(signs: str) -> None:
    made, _ = read(f"flowchart TD\n{signs}")
    if made:
        assert journey(made).steps


@settings(max_examples=10)
@given(journeys((1, 2), (1, 5)))
def test_what_goes_out_comes_in(text: str) -> None:
    told = pipeline.check(Source("a.journey", text))[0]
    chart, _ = to_mermaid_flowchart(told)
    graph, left = flowchart(Source("a.mmd", chart))
    assert not [one for one in left if one.severity == "error"]
    assert graph.title == told.facts.title
    assert [one.label for one in graph.groups.values()] == [one.label for one in told.stages]
    labels = [node.label for node in graph.nodes.values() if node.id.startswith("n")]
    assert labels == [" ".join(one.label.split()) for one in told.steps.values()]
    ordinary = [one for one in told.links if one.kind != "next"]
    assert len(graph.edges) >= len(ordinary)
    back = journey(read(chart)[0])
    assert len(ways(back)) == len(graph.edges)


@pytest.mark.parametrize("write", [to_mermaid_flowchart, to_mermaid_journey])
@pytest.mark.parametrize(
    "label", ["<br>", "a\\nb", "#35; &amp;", "Journey", "direction  LR", "end"]
)
def test_a_label_that_means_something_to_mermaid(
    label: str, write: Callable[[Journey], tuple[str, object]]
) -> None:
    text = f"journey: T\nstage a\n  - {label}\n  - x {label}\n"
    chart, _ = write(pipeline.check(Source("a.journey", text))[0])
    source = Source("a.mmd", chart)
    steps = journey(formats.read(source, formats.guessed(source))[0]).steps.values()
    assert [one.label for one in steps] == [drafting.one_line(one) for one in (label, f"x {label}")]


def test_twice_the_text_is_twice_the_work() -> None:
    lines = "\n".join(f"n{i} --> n{i + 1} & n{i + 2}" for i in range(40))
    small, large = (
        operations(
            f"flowchart TD\n{lines}" + "".join(lines.replace("n", f"m{k}") for k in range(count)),
            from_mermaid_flowchart,
        )
        for count in (1, 3)
    )
    assert 0 < small < large < 2.2 * small


@pytest.mark.parametrize(
    "line", ["subgraph a\nm{0}\n", "subgraph g{0}\nsubgraph h{0}\nm{0}\nend\nend\n"]
)
def test_twice_the_groups_are_twice_the_work(line: str) -> None:
    small, large = (
        operations("flowchart\n" + "".join(map(line.format, range(count))), from_mermaid_flowchart)
        for count in (60, 120)
    )
    assert 0 < small < large < 2.2 * small


def test_the_name_of_a_link_is_not_looked_for_in_all_of_a_long_line() -> None:
    assert chart_parts.link("e@-->b", 0) is not None
    assert chart_parts.link("e" * 201 + "@-->b", 0) is None


def test_more_arrows_than_are_read() -> None:
    left, right = (" & ".join(f"{one}{i}" for i in range(300)) for one in "ab")
    text = f"flowchart\n  x --> y\n  {left} --> {right} --> z\n  y --> z\n"
    graph, findings = flowchart(Source("a.mmd", text))
    assert [(one.source, one.target) for one in graph.edges] == [("x", "y")]
    assert [(one.kind.name, one.message) for one in findings] == [
        ("not-imported", "There are more than 50,000 arrows; they are left out from here on.")
    ]
    assert findings[0].span == (text.index("--> b0"), text.index(" b0"))


def test_groups_in_groups_without_an_end() -> None:
    text = "flowchart\n" + "".join(f"subgraph g{i}\n  n{i}\n" for i in range(60))
    graph, findings = flowchart(Source("a.mmd", text))
    assert {graph.groups[f"g{i}"].parent for i in range(50, 60)} == {"g49"}
    assert [one.message for one in findings] == [
        "Subgraphs stand in each other more than 50 deep; the inner ones are read side by side."
    ]


def test_what_is_told_and_where() -> None:
    text = (
        "%%{init: {}}%%\nflowchart LR\n  accTitle: A title\n  A([Go]):::big --- B{Sure?}\n"
        "  B -->|yes 70%| C & D\n  style A fill:#f9f\n  A -- --> B\n  X[open\n  end\n"
    )
    made, findings = from_mermaid_flowchart(Source("a.mmd", text))
    told = [(one.severity, text[one.span.start : one.span.end]) for one in findings if one.span]
    assert ("warning", "%%{init: {}}%%") in told
    assert ("warning", "LR") in told
    assert ("error", "end") in told
    assert ("error", "[open") in told
    assert "? Sure?" in made
    assert "yes 70%" in made
    messages = [one.message for one in findings]
    assert (
        "How it looks has no place in a journey: its direction (line 2), styles and classes"
        " (lines 4, 6), shapes of nodes (line 4)."
    ) in messages
    assert "Lines without the head of an arrow are read as arrows." in messages


def test_what_has_a_place_though_not_as_it_was() -> None:
    text = (
        'flowchart TD\n  A[Start] -->|go| Q{"Ok?"}\n  Q -->|"a|b"| N[Next]\n  Q -->|no| L\n'
        '  L --> E([End])\n  N --> X[Stop]\n  click A "https://example.com/a?b=c" "The page"\n'
        '  click Q call x()\n  click N href "javascript:alert(1)"\n'
    )
    made, findings = from_mermaid_flowchart(Source("ok.mmd", text))
    assert made == (
        "journey: Ok\n\nstage journey\n"
        "  - Start\n      link: The page https://example.com/a?b=c\n      note: go\n"
        "  ? Ok?\n      a|b -> ^n\n      no -> ^l\n"
        "  - Next  ^n\n  - Stop\n      -> end\n  - L     ^l\n  - End.\n"
    )
    assert [(one.severity, one.message) for one in findings] == [
        ("warning", "This `click` has no place in a journey."),
        ("warning", "This `click` has no place in a journey."),
        (
            "warning",
            "How it looks has no place in a journey: its direction (line 1), shapes of nodes"
            " (line 5).",
        ),
        ("hint", "`End` is where an arrow ends a journey; here it is called `End.`"),
        ("hint", "The text of an only way is a note of the step that it leaves."),
    ]
    journey(made)
