"""Pictures as Chromium shows them, judged by ``judge.js``: many of them in one start."""

import html
import json
import re
import subprocess
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

JUDGE = Path(__file__).with_name("judge.js")


class Picture(NamedTuple):
    """An SVG to judge. ``font`` is a font of CSS to set it in, "" for its own; ``painted``:
    its pixels are read too, for its contrasts."""

    name: str
    svg: str
    font: str = ""
    painted: bool = False


class Verdict(NamedTuple):
    """How many texts a picture has, what is wrong with it, and its lowest contrast."""

    texts: int
    faults: list[str]
    worst: float


def judge(pictures: Sequence[Picture]) -> dict[str, Verdict]:
    """The verdict on each picture, by its name, from two Chromiums side by side.

    Raises CalledProcessError, TimeoutExpired.
    """
    with ThreadPoolExecutor() as pool:
        both = pool.map(_judge, (pictures[::2], pictures[1::2]))
    return {name: verdict for found in both for name, verdict in found.items()}


def _judge(pictures: Sequence[Picture]) -> dict[str, Verdict]:
    shown = [one._replace(svg=one.svg.partition("?>")[2] or one.svg)._asdict() for one in pictures]
    told = json.dumps(shown).replace("</", "<\\/")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(
            "<!doctype html><meta charset=utf-8><body>"
            f"<script>const pictures = {told};</script><script>{JUDGE.read_text()}</script>"
        )
        done = subprocess.run(
            [
                *("chromium", "--headless", "--no-sandbox", "--disable-gpu"),
                "--font-render-hinting=none",  # Else letters stand on whole pixels.
                *(f"--user-data-dir={folder}/profile", "--dump-dom", page.as_uri()),
            ],
            capture_output=True,
            check=True,
            timeout=300,
        )
    found = re.search(r'<pre id="found">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert found is not None, done.stderr.decode()[-2000:]
    return {name: Verdict(**one) for name, one in json.loads(html.unescape(found[1])).items()}
