"""Random journeys with much to say: pains, ideas, quotes and metrics at stages and steps."""

import re
from random import Random

from tests.generate import generate

_TEXTS = (
    "It takes too long",
    "Nobody answers on Fridays, and the form asks for what was told already",
    "Ongkos kirim baru terlihat di akhir",
    "Hindi malinaw kung sino ang magpapasya",
    "报价单太晚才到",
    "x",
)
_METRICS = (
    "Visits = 42 target >= 60",
    "Solved at the first call = 64% target >= 60%",
    "Mood of the day",
    "Sales cycle = 9 months target <= 8 weeks",
)
_STEP = re.compile(r"( *)[-~|&?] ")


def rich(rng: Random, stages: tuple[int, int] = (2, 6), steps: tuple[int, int] = (1, 8)) -> str:
    """A generated journey with more facts than most."""
    written = []
    owners = ["", "", " @nobody"]
    for line in generate(rng, stages, steps).split("\n"):
        written.append(line)
        if line.startswith("journey:"):
            written += [f"metric: {rng.choice(_METRICS)}" for _ in range(rng.randint(0, 3))]
        indent = "" if line.startswith("stage ") else None
        if found := _STEP.match(line):
            indent = found[1]
        if indent is None or rng.randint(1, 100) > 40:
            continue
        for _ in range(rng.randint(1, 4)):
            key = rng.choice(("pain", "idea", "content", "metric", *["quote"] * bool(found)))
            text = rng.choice(_METRICS if key == "metric" else _TEXTS)
            owner = rng.choice(owners) if key in ("pain", "idea") else ""
            written.append(f"{indent}    {key}: {text}{owner}")
    return "\n".join(written)
