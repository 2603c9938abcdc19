"""Journeys to colour: all that are written by hand, and what is odd in them."""

from itertools import product
from pathlib import Path
from typing import get_args

from journeyctl.starter import Type, languages, starter
from tests.syntax.reference import examples

SAMPLES = Path(__file__).parents[2] / "samples"

ODD = (Path(__file__).parent / "odd.txt").read_text("utf-8")
"""Rare lines, and wrong ones."""

BY_HAND = [
    *(path.read_text("utf-8") for path in sorted(SAMPLES.glob("*.journey"))),
    *examples("journey"),
    *(starter(*one) for one in product(get_args(Type), languages())),
]
"""All journeys in which nothing is wrong."""


def seen(text: str) -> str:
    """The text without what nobody sees, nor an editor's regular expressions as space."""
    return text.translate(dict.fromkeys(map(ord, "\r\u200b\ufeff\ud800")))
