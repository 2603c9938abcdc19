"""The pictures in a browser (Chromium): text stays in its box, whatever font is found."""

import html
import json
import re
import subprocess
from pathlib import Path

import pytest

from journeyctl import pipeline
from journeyctl.source import Source

ROOT = Path(__file__).parents[2]

OVERFLOWS = """
const found = {texts: 0, out: []};
for (const step of document.querySelectorAll("g.step, g.question")) {
  const box = step.querySelector("rect").getBBox();
  for (const text of step.querySelectorAll("text")) {
    const at = text.getBBox();
    found.texts += 1;
    if (at.x < box.x - 0.5 || at.x + at.width > box.x + box.width + 0.5 ||
        at.y < box.y - 2 || at.y + at.height > box.y + box.height + 2)
      found.out.push(text.textContent);
  }
}
document.body.append(Object.assign(document.createElement("pre"), {
  id: "found", textContent: JSON.stringify(found)}));
"""


def picture(sample: str) -> str:
    path = ROOT / "samples" / f"{sample}.journey"
    journey, _ = pipeline.check(Source(path.name, path.read_text()))
    drawn, _ = pipeline.draw(journey, ["svg"], pipeline.Options())
    return drawn["flow.svg"].decode()


@pytest.mark.parametrize("font", ["sans-serif", "serif", "monospace"])
@pytest.mark.parametrize("sample", ["b2b-software", "b2c-online-shop"])
def test_text_stays_in_its_box_in_any_font(sample: str, font: str, tmp_path: Path) -> None:
    svg = picture(sample).partition("?>")[2]
    page = tmp_path / "page.html"
    page.write_text(
        f"<!doctype html><meta charset=utf-8><style>svg {{font-family: {font} !important}}</style>"
        f"<body>{svg}<script>{OVERFLOWS}</script>"
    )
    done = subprocess.run(
        [
            *("chromium", "--headless", "--no-sandbox", "--disable-gpu"),
            *(f"--user-data-dir={tmp_path}/profile", "--dump-dom", page.as_uri()),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )
    shown = re.search(r'<pre id="found">(.*?)</pre>', done.stdout.decode())
    assert shown is not None
    found = json.loads(html.unescape(shown[1]))
    assert found["texts"] > 50
    assert found["out"] == []
