"""``journeyctl watch`` from its start to its end, without a browser."""

import importlib.util
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly(end: signal.Signals, folder: Path) -> None:
    with socket.socket() as taken:
        try:
            taken.bind(("127.0.0.1", 7400))
            taken.listen()
            held = True
        except OSError:
            held = False  # By another program then, which may let go of it at any time.
        process = subprocess.Popen(
            [sys.executable, "-m", "journeyctl", "watch", "good.journey"],
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
            stderr=subprocess.PIPE,
        )
        assert process.stderr is not None
        said = process.stderr.readline().decode()
        shown = re.fullmatch(
            r"good\.journey is shown at http://127\.0\.0\.1:(\d+)/ \(Ctrl-C ends it\)\n", said
        )
        assert shown is not None, said
        port = int(shown[1])
        assert not held or port != 7400
        with socket.create_connection(("127.0.0.1", port)) as stream:
            stream.sendall(f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            assert stream.recv(12) == b"HTTP/1.1 200"
            process.send_signal(end)
            assert process.wait(20) == 0
    with process.stderr:
        assert process.stderr.read() == b""


def test_what_cannot_be_watched(cli: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        refused = cli("watch", "good.journey", "--port", port)
    assert refused.code == 2
    assert refused.err == f"journeyctl: 127.0.0.1:{port} cannot be had: Address already in use.\n"
    missing = cli("watch", "none.journey")
    assert (missing.code, missing.out) == (2, "")
    assert missing.err == "journeyctl: there is no file or folder `none.journey`.\n"
    assert "Did you mean `dark`?" in cli("watch", "good.journey", "--theme", "darc").err
    assert cli("watch", "good.journey", "--lang", "xx").code == 2


def test_the_extra_is_asked_for(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    refused = cli("watch", "good.journey")
    assert refused.code == 2
    assert refused.err == ("journeyctl: watch needs a library: pip install 'watchfiles>=1,<2'\n")
