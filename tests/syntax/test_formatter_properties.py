"""Whatever the text: formatting it again changes nothing, and what it says never changes."""

from pathlib import Path
from random import Random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from journeyctl.source import Source
from journeyctl.syntax.formatter import formatted
from tests.generate import generate, journeys
from tests.meaning import meaning
from tests.syntax.reference import examples
from tests.syntax.test_properties import SIGNS, mutated, operations

SAMPLES = Path(__file__).parents[2] / "samples"
TEXTS = [
    *(path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.journey"))),
    *examples("journey"),
    *examples("journey-wrong"),
]
SMALL = [text for text in TEXTS if len(text) < 1_000]
RANDOMS = st.randoms(use_true_random=False)


def fmt(text: str) -> str:
    return formatted(Source("a.journey", text))


def holds(text: str) -> str:
    once = fmt(text)
    assert fmt(once) == once
    assert meaning(once) == meaning(text)
    return once


def disguised(text: str, rng: Random) -> str:
    """The same text as somebody else would have typed it: other indents, tabs, spaces between
    tags, signs of a word processor, line ends."""
    factor = rng.choice((1, 2, 3))
    tabs, curly, arrow = rng.random() < 0.3, rng.random() < 0.5, rng.choice(("→", "–>", "⇒", "->"))
    lines = []
    for line in text.split("\n"):
        content = line.lstrip(" ")
        columns = factor * (len(line) - len(content))
        lead = " " * columns
        if tabs:
            lead = "\t" * (columns // 4) + " " * (columns % 4)
        if content.startswith("- ") and rng.random() < 0.5:
            content = rng.choice("•*–—") + content[1:]
        if content.startswith('- "') and curly:
            content = content.replace('"', "“")
        content = content.replace(" -> ", f" {arrow}  ").replace("  ", " \u00a0 ")
        lines.append(lead + content + rng.choice(("", "", " ", "\t")))
    return rng.choice(("\n", "\r\n")).join(lines)


@settings(max_examples=25)
@given(journeys((1, 3), (1, 5)), RANDOMS)
def test_generated_journeys(text: str, rng: Random) -> None:
    once = holds(text)
    assert holds(disguised(once, rng)).replace("\r\n", "\n") == once


@settings(max_examples=15)
@given(st.sampled_from(TEXTS), RANDOMS)
def test_samples_and_examples(text: str, rng: Random) -> None:
    assert holds(disguised(text, rng)).replace("\r\n", "\n") == fmt(text)


@settings(max_examples=60)
@given(mutated(SMALL))
@example("journey: T\nstage a\n  ? x\n      y ->-> z")  # a second arrow is not made one
@example("journey: T\n journey: U\n   note: n")  # what stands under a title, and that under one
@example("journey: T\nstage a\n- x\r\r\n")  # a sign that is no part of the line's end
def test_mutated_texts(text: str) -> None:
    holds(text)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SIGNS), max_size=30).map("".join))
def test_any_signs(text: str) -> None:
    holds(text)


def test_twice_the_text_is_twice_the_work() -> None:
    rng = Random(1)
    text = disguised(generate(rng, (2, 2), (6, 6)), rng)
    small, large = (operations(text * count, formatted) for count in (2, 4))
    assert 0 < small <= large < 2.1 * small
