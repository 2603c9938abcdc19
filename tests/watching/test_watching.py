"""The server of ``journeyctl watch``, without a browser: what it serves, to whom, and its end."""

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

import pytest

from journeyctl.watching.journeys import Journeys
from journeyctl.watching.page import page
from journeyctl.watching.server import Server
from journeyctl.words import LANGUAGES, words_for
from journeyctl.words.en import MESSAGES

GOOD = """\
journey: A <good> one
actor ana: Ana

stage try
  - Hear of it @ana #web :4 !
      pain: Too late @ana
      metric: Visits = 42 target >= 60
      link: Brief https://example.com/brief
  - Come by @ana
stage buy
  - Pay @ana
"""
WRONG = GOOD.replace("Come by @ana", "Come by @anna")


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def data(self) -> Any:
        return json.loads(self.body)


class Site:
    """A server of the journeys in a folder, and what it answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.journeys = Journeys(str(folder))
        self.server = Server(0, self.journeys, page(words_for("en")))
        self.thread = Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01})
        self.thread.start()

    def close(self) -> None:
        self.journeys.close()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """``headers`` with ``_`` for ``-``."""
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers=named)
        response = connection.getresponse()
        answer = Answer(response.status, dict(response.getheaders()), response.read())
        connection.close()
        return answer

    def save(self, text: str, name: str = "a.journey", *, configured: bool = False) -> None:
        (self.folder / name).write_text(text)
        self.journeys.refresh(configured=configured)


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    (tmp_path / "a.journey").write_text(GOOD)
    made = Site(tmp_path)
    yield made
    made.close()


def test_requests_of_others_are_refused(site: Site) -> None:
    port = site.server.server_port
    ours = f"127.0.0.1:{port}"
    refused: list[dict[str, str]] = [
        {"Host": f"evil.example:{port}"},
        {"Host": "127.0.0.1"},
        {"Host": f"127.0.0.1:{port + 1}"},
        {"Host": ours, "Origin": "https://evil.example"},
        {"Host": ours, "Origin": "null"},
        {"Host": ours, "Origin": f"http://127.0.0.1:{port + 1}"},
        {"Host": ours, "Sec-Fetch-Site": "cross-site"},
        {"Host": ours, "Sec-Fetch-Site": "same-site"},
    ]
    for path in ("/", "/journeys", "/journey/1", "/picture/1/flow/light", "/events"):
        for headers in refused:
            answer = site.ask(path, **headers)
            assert (answer.status, answer.body) == (403, b"Forbidden\n"), (path, headers)
    for host in (ours, f"localhost:{port}", f"LOCALHOST:{port}"):
        fetched = {"Origin": f"http://{ours}", "Sec-Fetch-Site": "same-origin"}
        assert site.ask("/journeys", Host=host, **fetched).status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/a.journey",
        "/watch.js",
        "/favicon.ico",
        "//etc/passwd",
        "/../../../../etc/passwd",
        "/journey/1/../../a.journey",
        "/journey/2",
        "/journey/-1",
        "/journey/%31",
        "/journey/1?x",
        "/picture/1/flow/pink",
        "/picture/1/flow/../x",
        "/picture/1/pie/light",
        "/picture/2/flow/light",
    ],
)
def test_nothing_else_is_served(path: str, site: Site) -> None:
    assert site.ask(path)[::2] == (404, b"Not Found\n")


def test_nothing_can_be_sent(site: Site) -> None:
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert site.ask("/journeys", method).status == 501


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_runs_its_own_script_and_no_other(language: str) -> None:
    html, policy = page(words_for(language))
    shown = html.decode()
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for name in ("script", "style"):
        (text,) = re.findall(rf"<{name}>(.*?)</{name}>", shown, re.S)
        assert f"{name}-src 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy
    bare = re.sub(r"<(script|style)>.*?</\1>", "", shown, flags=re.S)
    assert not re.search(r"\s(on\w+|style)=", bare)
    assert "{{" not in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_page_is_shown(language: str) -> None:
    html = page(words_for(language)).html.decode()
    script = html[html.rindex("<script>") :]
    markup = unescape(re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.S))
    words = [key.partition(".")[2] for key in MESSAGES if key.startswith("watch.")]
    assert len(words) > 20
    for key in words:
        text = words_for(language).text(f"watch.{key}")
        assert f"words.{key}" in script or f">{text}<" in markup or f'"{text}"' in markup, key


def test_the_page_is_the_same_from_run_to_run() -> None:
    code = "from journeyctl.watching.page import page; from journeyctl.words import words_for;"
    code += 'import sys; sys.stdout.buffer.write(page(words_for("id")).html)'
    other = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONHASHSEED": "7"}
    told = subprocess.run([sys.executable, "-c", code], env=other, check=True, capture_output=True)
    assert told.stdout == page(words_for("id")).html


def test_the_script_never_takes_text_for_markup() -> None:
    html = page(words_for("en")).html.decode()
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b", html)


def test_what_is_told_of_a_journey(site: Site) -> None:
    answer = site.ask("/journey/1")
    assert answer.headers["Cache-Control"] == "no-store"
    told = answer.data
    path = str(site.folder / "a.journey")
    assert site.ask("/journeys").data == [{"id": 1, "path": path}]
    assert (told["title"], told["path"], told["stale"]) == ("A <good> one", path, False)
    assert [one["name"] for one in told["views"]][:3] == ["flow", "map", "lanes"]
    step = told["steps"][0]
    assert (step["id"], step["label"], step["place"]) == ("hear-of-it", "Hear of it", f"{path}:5")
    assert step["marks"] == ["moment of truth"]
    said = {fact["name"]: [one["text"] for one in fact["entries"]] for fact in step["facts"]}
    assert said == {
        "People": ["Ana"],
        "Channels": ["web"],
        "Feeling": ["4 of 5"],
        "Pains": ["Too late (owner: Ana)"],
        "Metrics": ["Visits: 42, target ≥ 60, missed"],
        "Leads to": ["on to “Come by”"],
        "Link": ["Brief"],
    }


def test_a_view_is_drawn_or_says_what_it_lacks(site: Site) -> None:
    picture = site.ask("/picture/1/flow/dark").data
    assert picture["lacks"] == ""
    assert 'id="step-hear-of-it"' in picture["svg"]
    assert site.ask("/picture/1/flow/dark").data == picture
    site.save("journey: No channel\nstage try\n  - Hear of it\n")
    lacking = site.ask("/picture/1/channels/light").data
    assert lacking["svg"] == ""
    assert lacking["lacks"].endswith(".")
    views = {one["name"]: one["lacks"] for one in site.ask("/journey/1").data["views"]}
    assert views["channels"] == lacking["lacks"]


def test_errors_leave_the_last_good_picture(site: Site) -> None:
    good = site.ask("/picture/1/flow/light").data["svg"]
    site.save(WRONG.replace("stage try", "\n\nstage try"))
    told = site.ask("/journey/1").data
    assert (told["version"], told["drawn"], told["stale"]) == (2, 1, True)
    (error,) = [one for one in told["findings"] if one["severity"] == "error"]
    assert (error["name"], error["step"]) == ("undeclared-name", "come-by")
    assert error["place"].endswith("a.journey:11:14")
    assert site.ask("/picture/1/flow/light").data["svg"] == good
    # The picture is of before, the places are of now.
    assert [one["place"][-2:] for one in told["steps"]] == [":7", "11", "13"]
    (site.folder / "a.journey").unlink()
    site.journeys.refresh()
    assert site.ask("/journey/1").status == 404
    assert site.ask("/picture/1/flow/light").data["svg"] == good
    assert site.ask("/picture/1/map/light").status == 200
    site.save(GOOD.replace("Come by", "Come again"))
    told = site.ask("/journey/1").data
    assert told["stale"] is False
    assert "error" not in [one["severity"] for one in told["findings"]]
    assert "Come again" in site.ask("/picture/1/flow/light").data["svg"]


def test_errors_are_told_before_all_else(site: Site) -> None:
    site.save(WRONG.replace("Hear of it @ana #web :4 !", "Hear of it @ana @ben").replace(":4", ""))
    told = site.ask("/journey/1").data["findings"]
    errors = [one for one in told if one["severity"] == "error"]
    assert [one["step"] for one in errors] == ["hear-of-it", "come-by"]
    assert len(told) > len(errors)
    assert told[:2] == errors


def test_a_file_that_was_never_good_is_drawn_as_far_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "a.journey"
    file.write_text(WRONG)
    journeys = Journeys(str(file))
    first = journeys.version(1)
    assert first is not None
    assert (first.stale, first.shown) == (False, first.journey)
    file.write_text(WRONG.replace("Hear of it", "See it"))
    journeys.refresh()
    second = journeys.version(1)
    assert second is not None
    assert second.shown is not None
    assert "see-it" in second.shown.steps
    file.unlink()
    journeys.refresh()
    third = journeys.version(1)
    assert third is not None
    assert (third.stale, third.shown) == (True, second.shown)
    assert [one.kind.name for one in third.findings] == ["no-such-file"]


def test_a_bug_ends_one_answer_alone(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journeyctl.watching.server.told", lambda *_: 1 / 0)
    assert site.ask("/journey/1")[::2] == (500, b"Internal Server Error\n")
    assert site.ask("/picture/1/flow/light").status == 200


def test_a_file_that_cannot_be_read_is_new_once(tmp_path: Path) -> None:
    file = tmp_path / "a.journey"
    file.write_bytes(b"journey: \xe9\n")
    journeys = Journeys(str(file))
    assert journeys.after(-1, 0)[1] == {1: 1}
    journeys.refresh()
    assert journeys.after(-1, 0)[1] == {1: 1}
    file.write_text(GOOD)
    journeys.refresh()
    assert journeys.after(-1, 0)[1] == {1: 2}


def test_changes_are_told_as_they_come(site: Site) -> None:
    connection = HTTPConnection("127.0.0.1", site.server.server_port, timeout=10)
    connection.request("GET", "/events")
    stream = connection.getresponse()
    assert stream.headers["Content-Type"] == "text/event-stream"

    def event() -> Any:
        line, blank = stream.readline(), stream.readline()
        assert (line[:6], blank) == (b"data: ", b"\n")
        return json.loads(line[6:])

    first = event()
    assert first["versions"] == {"1": 1}
    site.journeys.refresh()  # Nothing has changed, and so nothing is told.
    site.save(WRONG)
    assert event() == {"session": first["session"], "versions": {"1": 2}}
    site.save(GOOD, "b.journey")
    assert event()["versions"] == {"1": 2, "2": 1}
    site.journeys.close()
    # It ends; who waited just then is told what stands for the last time.
    assert stream.read().count(b"\n\n") in (0, 1)
    connection.close()


def test_a_configuration_counts_at_once(site: Site) -> None:
    theme = '[themes.ours]\nbrand = "#1f5a92"\n'
    assert site.ask("/picture/1/flow/ours").status == 404
    site.save(
        f'theme = "ours"\nignore = ["unused-name"]\n{theme}', "journeyctl.toml", configured=True
    )
    told = site.ask("/journey/1").data
    assert (told["version"], told["theme"], told["themes"][-1]) == (2, "ours", "ours")
    assert "<svg" in site.ask("/picture/1/flow/ours").data["svg"]
    site.save('theme = "pink"', "journeyctl.toml", configured=True)
    assert "no-such-theme" in [one["name"] for one in site.ask("/journey/1").data["findings"]]
