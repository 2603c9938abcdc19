"""A language is added by adding a file: a catalogue, and a starter for ``new`` if there is one."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import journeyctl
from journeyctl.words import LANGUAGES

PACKAGE = Path(journeyctl.__file__).parent

GERMAN = {
    '"number.decimal": "."': '"number.decimal": ","',
    '"{count} week|{count} weeks"': '"{count} Woche|{count} Wochen"',
    '"w wk wks week weeks"': '"Wo woche wochen"',
    '"stage.awareness": "Awareness"': '"stage.awareness": "Bekanntheit"',
    '"typed.stage.awareness": "awareness"': '"typed.stage.awareness": "bekanntheit"',
    '"typed.stage.decision": "decision"': '"typed.stage.decision": "entscheidung"',
    '"legend.title": "How to read it"': '"legend.title": "So liest man es"',
    '"report.summary": "In short"': '"report.summary": "Kurz gesagt"',
}

JOURNEY = """\
journey: Ein Fahrrad kaufen
model: classic
language: de
metric: Quote = 2,5% target >= 2,5%

stage bekanntheit [2 Wochen]
  - Eins sehen
stage consideration
  - Vergleichen
stage entscheidung: Wahl
  - Kaufen
stage retention-referral
  - Davon erzählen
      mehr -> bekanntheit
"""


def test_a_fourth_language(tmp_path: Path) -> None:
    copytree(PACKAGE, tmp_path / "journeyctl")
    copytree(PACKAGE.parent / "templates", tmp_path / "templates")
    words = (PACKAGE / "words" / "en.py").read_text("utf-8")
    for english, german in GERMAN.items():
        assert words.count(english) == 1, english
        words = words.replace(english, german)
    (tmp_path / "journeyctl" / "words" / "de.py").write_text(words, "utf-8")
    for type in ("b2b", "b2c"):
        starter = tmp_path / "templates" / "new" / f"{type}.de.journey"
        starter.write_text(JOURNEY, "utf-8")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "journeyctl", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path)},
            input=JOURNEY,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )
        return done.stdout + done.stderr

    assert "de" not in LANGUAGES
    assert run("new", "--language", "de") == JOURNEY
    assert "no findings" in run("check", "-")
    picture = run("render", "-f", "dot", "-")
    for said in ("Bekanntheit", "2 Wochen", "Wahl", "So liest man es"):
        assert said in picture, said
    told = run("report", "-")
    for said in ("Bekanntheit", "Wahl", "2 Wochen", "Kurz gesagt", "2,5%"):
        assert said in told, said
    assert "there are en, de, fil, id." in run("report", "--lang", "xx", "-").replace("\n", " ")
