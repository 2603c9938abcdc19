"""Mutated journeys through everything that a check does: nothing raises, nothing hangs, and
every finding has a place inside the file.

    python -m tests.fuzz --count 100000 --seed 1 [--jobs 2] [--limit 10] [--imports]

Each input is made from the seed and its number alone, so that one which fails can be made
again: ``--first NUMBER --count 1`` with the same seed.
"""

import argparse
import signal
import sys
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from random import Random
from types import FrameType

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic
from journeyctl.source import Source
from journeyctl.syntax.findings import MOST_OF_A_KIND
from journeyctl.syntax.fixes import MOST_ROUNDS, apply
from journeyctl.syntax.formatter import formatted
from tests.generate import generate
from tests.meaning import Read, meaning, read
from tests.syntax.reference import examples

SAMPLES = Path(__file__).parents[1] / "samples"
LONGEST = 1_200
GENERATED = 300

# Mended apart: a line that is put beside one that is indented by tabs has tabs too.
LOOKS = (
    (kinds.MISPLACED_STEP, kinds.MISPLACED_KEY, kinds.MISPLACED_DECLARATION),
    (kinds.MIXED_INDENT, kinds.READ_AS_MEANT),
)

PIECES = (
    *"-~|&?*@#:!^%[]\"“”„«»,;.()<>=→⇒–—‑•◦\t\\/'`$_+",
    *("\u00a0", "\u200b", "\u2028", "\u3000", "\ufeff", "\u202e", "\u0301", "\u200d", "\u00ad"),
    *("\x00", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ud800", "\ufffd", "\uffff", "\r"),
    *("é", "報", "ß", "İ", "٣", "क्ष", "😀", "e\u0301", "ﬁ", "Ω"),
    *("\n", "\n\n", "\r\n", " ", "  ", "\n  ", "\n      ", "\n        ", "\n\t"),
    *("->", "-->", " -> ", "=>", "//", "// x\n", ": ", '""', " @it", " #web", " :4", " :6", " !"),
    *(" [2-4 weeks]", " [soon]", " [3+ araw", " 40%", " ^a", " @it:2", " @it,", "[ 1 – 2 days ]"),
    *("next", "end", "leave", "awareness", "stage", "stage ", "actor ", "channel ", "system "),
    *("journey: ", "type: b2b\n", "scope: buyer\n", "model: classic\n", "language: id\n"),
    *("stages: a > b > c?\n", "goal: ", "pain: ", "idea: ", "quote: “", "backstage: ", "role: "),
    *("metric: A = 1 target < 2", "evidence: observed, x, 2026", "link: http://a.b", "system: s"),
    *("duration: 2 weeks", "updated: 2026-05-01", "count: 5-10", "state: as-is", "note: "),
    *("\n  - x", "\n  | x 40%", "\n  & x", "\n  ? x", "\n  ~ x", "\n      yes 40% -> next"),
    *("\n// journey: ignore[unused-name, S020]\n", "// journey: ignore[F]", "// journey: ignore"),
    *("\n      yes ->\n        - x", "\n      -> q", "\nstage b\n", "\nactor it: IT\n", "\n- y"),
)


def bases() -> list[str]:
    """What is mutated: samples, the reference's examples, generated journeys."""
    samples = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.journey"))]
    rng = Random(1)
    return [
        *samples,
        *examples("journey"),
        *examples("journey-wrong"),
        *(generate(rng, (1, 4), (1, 5)) for _ in range(GENERATED)),
    ]


def mutated(seed: int, number: int, bases: list[str]) -> str:
    """An input: a piece of a base, or a few of them, changed in one to eight places."""
    rng = Random(seed * 1_000_003 + number)
    text = _piece(rng, bases)
    for _ in range(rng.randint(1, 8)):
        text = rng.choice(_MUTATIONS)(rng, text, bases)[: 4 * LONGEST]
    return text


def _piece(rng: Random, bases: list[str]) -> str:
    """A few adjacent lines of a base, mostly with the head of the file before them."""
    lines = rng.choice(bases).splitlines(keepends=True)
    start, count = rng.randrange(len(lines)), rng.randint(1, 10)
    head = lines[: rng.randint(1, 5)] if rng.random() < 0.7 else []
    return "".join([*head, *lines[start : start + count]])[:LONGEST]


def _put(text: str, start: int, end: int, piece: str) -> str:
    return text[:start] + piece + text[end:]


def _insert(rng: Random, text: str, bases: list[str]) -> str:
    at = rng.randint(0, len(text))
    return _put(text, at, at, rng.choice(PIECES))


def _insert_at_tokens(rng: Random, text: str, bases: list[str]) -> str:
    """Beside a space or a sign more goes wrong than in the middle of a word."""
    places = [i for i, one in enumerate(text) if not one.isalnum()]
    at = rng.choice(places) + rng.randint(0, 1) if places else 0
    return _put(text, at, at, rng.choice(PIECES))


def _replace(rng: Random, text: str, bases: list[str]) -> str:
    at = rng.randint(0, len(text))
    return _put(text, at, at + rng.randint(1, 6), rng.choice(PIECES))


def _cut(rng: Random, text: str, bases: list[str]) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + text[at + rng.randint(1, 30) :]


def _any_sign(rng: Random, text: str, bases: list[str]) -> str:
    at = rng.randint(0, len(text))
    highest = rng.choice((0x7F, 0x2FF, 0x3000, 0xFFFF, 0x10FFFF))
    return text[:at] + chr(rng.randint(0, highest)) + text[at:]


def _repeat(rng: Random, text: str, bases: list[str]) -> str:
    at = rng.randint(0, len(text))
    end = at + rng.randint(1, 12)
    return text[:end] + text[at:end] * rng.choice((1, 2, 3, 30)) + text[end:]


def _other(rng: Random, text: str, bases: list[str]) -> str:
    at = rng.randint(0, len(text))
    return text[:at] + _piece(rng, bases)[:200] + text[at:]


def _change_lines(rng: Random, text: str, bases: list[str]) -> str:
    lines = text.split("\n")
    one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(6):
        case 0:
            lines[one], lines[two] = lines[two], lines[one]
        case 1:
            lines.insert(two, lines[one])
        case 2:
            lines[one : one + 2] = [" ".join(lines[one : one + 2])]
        case 3:
            lines.insert(two, lines.pop(one))
        case 4:
            del lines[one]
        case _:
            lines.insert(one, "")
    return "\n".join(lines)


def _indent(rng: Random, text: str, bases: list[str]) -> str:
    """One line, or all of them, begun anew."""
    lines = text.split("\n")
    space = rng.choice(("", " ", "  ", "   ", "      ", "\t", " \t", "\t  ", "\u00a0", " " * 500))
    if rng.random() < 0.2:
        return "\n".join(rng.choice(("", " ", "\t", "  ")) + line for line in lines)
    one = rng.randrange(len(lines))
    lines[one] = space + (lines[one].lstrip() if rng.random() < 0.7 else lines[one])
    return "\n".join(lines)


def _typographic(rng: Random, text: str, bases: list[str]) -> str:
    """What a word processor makes of it."""
    for sign, other in (
        rng.choice((("->", "→"), ("->", "–>"), ("-", "–"), ("- ", "• "), ("-", "\u2011"))),
        rng.choice(((" ", "\u00a0"), ('"', "“"), ("'", "’"), ("...", "…"), ("  ", "\t"))),
    ):
        text = text.replace(sign, other, rng.choice((1, 5, -1)))
    return text


def _line_ends(rng: Random, text: str, bases: list[str]) -> str:
    text = text.replace("\n", "\r\n", rng.choice((1, 5, -1)))
    return rng.choice(("", "\ufeff")) + text


def _letters(rng: Random, text: str, bases: list[str]) -> str:
    at = rng.randint(0, len(text))
    end = at + rng.randint(1, 40)
    return text[:at] + rng.choice((str.upper, str.title, str.swapcase))(text[at:end]) + text[end:]


_MUTATIONS: tuple[Callable[[Random, str, list[str]], str], ...] = (
    *(_insert, _insert_at_tokens, _insert_at_tokens, _replace, _cut, _any_sign, _repeat, _other),
    *(_change_lines, _change_lines, _indent, _indent, _typographic, _line_ends, _letters),
)


def try_one(text: str, *, only_check: bool = False) -> None:
    """Check, format and mend a text, whatever it is. AssertionError where what must hold does
    not: see ``try_format`` and ``try_fixes``."""
    source = Source("fuzz.journey", text)
    original = read(source)
    for finding in original.findings:
        places = [finding.span, *(label.span for label in finding.others)]
        places += [edit.span for edit in finding.fix.edits] if finding.fix else []
        for place in places:
            assert place is not None, finding
            assert 0 <= place.start <= place.end <= len(text), finding
        assert finding.message, finding
        assert finding.help, finding
    if not only_check:
        try_format(source, original)
        try_fixes(source, original)


def try_format(source: Source, original: Read) -> None:
    """Formatting changes nothing of what is said, and formatting again nothing at all."""
    once = formatted(source)
    assert formatted(Source("fuzz.journey", once)) == once, once
    assert meaning(once) == original.meaning, once


def try_fixes(source: Source, original: Read) -> None:
    """What is mended is right; mending the look changes nothing of what is said; it ends."""
    for looks in LOOKS:
        text, mended = apply(source, [one for one in original.findings if one.kind in looks])
        if not mended:
            continue
        now = read(Source("fuzz.journey", text))
        assert now.meaning._replace(findings=[]) == original.meaning._replace(findings=[]), text
        _are_mended(mended, original, now)
    now, text = original, source.text
    for _ in range(MOST_ROUNDS):
        text, mended = apply(source, now.findings)
        if not mended:
            return
        source = Source("fuzz.journey", text)
        now = read(source)
    raise AssertionError(f"mending does not end: {mended}, {text}")


def _are_mended(mended: list[Diagnostic], before: Read, after: Read) -> None:
    count = Counter(one.kind.name for one in before.findings)
    left = Counter(one.kind.name for one in after.findings)
    for name, number in Counter(one.kind.name for one in mended).items():
        # One finding may stand for more of the same that were not shown.
        assert left[name] <= count[name] - number or count[name] > MOST_OF_A_KIND, name


class HangError(Exception):
    """An input took longer than it may."""


def _stop(signal_number: int, frame: FrameType | None) -> None:
    raise HangError


def failures(seed: int, limit: int, imports: bool, numbers: range) -> list[tuple[int, str, str]]:
    """The number, the text and the traceback of each input that failed. ``limit`` in seconds;
    ``imports``: the inputs are those of ``tests.fuzz_imports``."""
    from tests import fuzz, fuzz_imports

    what = fuzz_imports if imports else fuzz
    signal.signal(signal.SIGALRM, _stop)
    known = what.bases()
    failed = []
    for number in numbers:
        text = what.mutated(seed, number, known)
        signal.alarm(limit)
        try:
            what.try_one(text)
        except Exception:
            failed.append((number, text, traceback.format_exc()))
        finally:
            signal.alarm(0)
    return failed


def _parts(first: int, count: int, size: int = 5_000) -> Iterator[range]:
    for start in range(first, first + count, size):
        yield range(start, min(start + size, first + count))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--limit", type=int, default=10, help="seconds that one input may take")
    parser.add_argument("--imports", action="store_true", help="import tables, diagrams and JSON")
    options = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    work = partial(failures, options.seed, options.limit, options.imports)
    parts = _parts(options.first, options.count)
    done = failed = 0
    for found in _map(work, parts, options.jobs):
        done = min(done + 5_000, options.count)
        failed += len(found)
        for number, text, trace in found[:3]:
            print(f"seed {options.seed}, number {number}: {text!r}\n{trace}", flush=True)
        if done % 50_000 == 0:
            print(f"… {done:,} inputs, {failed} failed", file=sys.stderr, flush=True)
    print(f"seed {options.seed}: {options.count:,} inputs from {options.first}, {failed} failed")
    return 1 if failed else 0


def _map(
    work: Callable[[range], list[tuple[int, str, str]]], parts: Iterator[range], jobs: int
) -> Iterator[list[tuple[int, str, str]]]:
    if jobs == 1:
        yield from map(work, parts)
        return
    from multiprocessing import Pool

    with Pool(jobs) as pool:
        yield from pool.imap(work, parts)


if __name__ == "__main__":
    sys.exit(main())
