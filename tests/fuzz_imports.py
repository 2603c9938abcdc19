"""Mutated tables, diagrams and JSON documents through the import, for ``tests.fuzz --imports``:
nothing raises, nothing hangs, and what comes out is a journey that can be written and read."""

import json
from pathlib import Path
from random import Random
from typing import Any

from journeyctl import pipeline
from journeyctl.exchange import formats
from journeyctl.source import Source
from journeyctl.syntax.formatter import formatted
from tests import fuzz
from tests.syntax.reference import examples

MERMAID = Path(__file__).parent / "exchange" / "mermaid"
JOURNEYS = 20

_ODD: tuple[Any, ...] = (
    *(None, True, 0, 1, -1, 2, 6, 1.5, 1e308, float("nan"), 10**30, "", " ", "\n", "a\nb", "\r"),
    *("stage", "step", "key", "arrow", "-", "?", "end", "next", "\ud800", "\x00", "é", '"', "// x"),
    *([], {}, [[]], [{}], ["x"], {"name": "x"}, {"kind": "blank"}, [{"kind": "step"}], [None]),
)


def bases() -> list[str]:
    """What is mutated: journeys as they go out in each form, and Mermaid's own examples."""
    found = [text for path in sorted(MERMAID.iterdir()) for text in examples("mermaid", path)]
    texts = fuzz.bases()
    for text in texts[:: max(1, len(texts) // JOURNEYS)]:
        journey, _ = pipeline.check(Source("fuzz.journey", text))
        found += [formats.written(journey, form)[0] for form in formats.FORMATS]
    return [text for text in found if text.strip()]


def mutated(seed: int, number: int, bases: list[str]) -> str:
    """An input: a JSON document with other values, or a text changed as journeys are."""
    rng = Random(seed * 1_000_003 + number)
    text = rng.choice(bases)
    if not text.startswith("{") or rng.random() < 0.1:
        return fuzz.mutated(seed, number, bases)
    document = json.loads(text)
    # A few lines, so that each place in them is met.
    start = rng.randrange(len(document["lines"]) or 1)
    document["lines"] = document["lines"][start : start + rng.randint(1, 6)]
    for _ in range(rng.randint(1, 6)):
        _change(rng, document)
    return json.dumps(document)


def _change(rng: Random, document: dict[str, Any]) -> None:
    """Put something else into one place of a document."""
    places: list[tuple[Any, Any]] = []
    todo: list[Any] = [document]
    while todo:
        one = todo.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one))
        places += [(one, key) for key in keys]
        todo += [one[key] for key in keys if isinstance(one[key], dict | list)]
    if not places:
        return
    holder, key = rng.choice(places)
    match rng.randrange(5):
        case 0:
            holder[key] = _odd(rng)
        case 1 if isinstance(holder[key], str):
            at = rng.randint(0, len(holder[key]))
            holder[key] = holder[key][:at] + rng.choice(fuzz.PIECES) + holder[key][at:]
        case 2:
            other, name = rng.choice(places)
            holder[key] = json.loads(json.dumps(other[name]))
        case 3:
            del holder[key]
        case _ if isinstance(holder, dict):
            holder[rng.choice(("kind", "label", "lines", "written", "indent", "x"))] = _odd(rng)
        case _:
            holder.insert(key, _odd(rng))


def _odd(rng: Random) -> Any:
    """A value of its own: what stands in it is changed again."""
    return json.loads(json.dumps(rng.choice((*_ODD, rng.choice(fuzz.PIECES)))))


def try_one(text: str) -> None:
    """Import a text, in the form that it seems to have and in each other one. AssertionError
    where what comes out cannot be written or is not as ``journeyctl fmt`` writes it."""
    formats.guessed(Source("fuzz", text))
    for form in formats.FORMATS:
        made, findings = formats.read(Source("fuzz", text), form)
        for finding in findings:
            assert finding.message, finding
            if finding.span:
                assert 0 <= finding.span.start <= finding.span.end <= len(text), finding
        made.encode()
        assert formatted(Source("fuzz.journey", made)) == made, made
        fuzz.try_one(made, only_check=True)
