"""Engines that are missing, fail, hang, flood or lie: one sentence each, and never a picture."""

import os
import re
import signal
import stat
import sys
import sysconfig
import time
import tomllib
from pathlib import Path

import pytest

from journeyctl import doctor
from journeyctl.outputs import engine, engines, process
from journeyctl.outputs.engine import EngineError, bounded_dpi, draw
from journeyctl.renderers.dot import dot
from journeyctl.renderers.notation import LIMIT
from tests.outputs.png import read
from tests.renderers.drawings import drawing, path, shape, words
from tests.renderers.graphviz import drawn

ROOT = Path(__file__).parent.parent.parent
DRAWING = drawing(shape("a", text=words("yes")), paths=(path("p", ((0, 0), (99, 99))),))
DOT = dot(DRAWING)
PNG = draw(DOT)


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a fake engine is found as the bundled one; nothing is there yet."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "bin" / "python"))
    return tmp_path / "bin" / "graphviz-pure"


def write_engine(place: Path, body: str) -> None:
    """An engine in Python, with ``sys``, ``os`` and ``time``; ``give()`` gives a good picture."""
    real = Path(sys.prefix, "bin", "python3").resolve()
    give = f"def give(): os.write(1, {PNG!r})"
    place.write_text(f"#!{real} -S\nimport os, sys, time\n{give}\n{body}\n")
    place.chmod(place.stat().st_mode | stat.S_IXUSR)


def failure(timeout: float = 20) -> tuple[str, str, str]:
    with pytest.raises(EngineError) as caught:
        draw(DOT, timeout=timeout)
    return caught.value.kind.name, caught.value.message, caught.value.help


LOOK = "Nothing was written. `journeyctl doctor` shows which engines there are."
HALF = "Graphviz gave back no picture, or half of one."


def test_a_missing_engine(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sysconfig, "get_path", lambda *_: str(fake.parent))
    monkeypatch.setenv("PATH", str(fake.parent))
    assert failure() == (
        "no-engine",
        "The engine that comes with journeyctl was not found.",
        "Install it again: `python -m pip install --force-reinstall graphviz-pure==0.2.2`.",
    )
    with pytest.raises(EngineError) as caught:
        draw(DOT, engine="dot")
    assert caught.value.message == "Graphviz (dot) was not found."
    assert "apt install graphviz" in caught.value.help


def test_an_engine_that_may_not_be_run(fake: Path) -> None:
    fake.write_text("#!/bin/nothing-here\n")
    fake.chmod(0o755)
    assert failure() == (
        "engine-failed", "Graphviz did not start: No such file or directory.", LOOK
    )  # fmt: skip


def test_exit_1_with_half_a_picture(fake: Path) -> None:
    write_engine(
        fake, "print('<svg>'); print('a\\nError: \\x1b[31mno.', file=sys.stderr); sys.exit(1)"
    )
    assert failure() == (
        "engine-failed", "Graphviz ended with exit code 1: Error: \ufffd[31mno.", LOOK
    )  # fmt: skip


def test_a_crash(fake: Path) -> None:
    write_engine(fake, "os.kill(os.getpid(), 11)")
    assert failure() == ("engine-failed", "Graphviz ended with signal 11.", LOOK)


@pytest.mark.parametrize("body", ["", "print('<?xml version=\"1.0\"?><svg></svg>')", "print(' ')"])
def test_exit_0_with_nothing_or_another_picture(fake: Path, body: str) -> None:
    write_engine(fake, body)
    assert failure() == ("broken-picture", HALF, LOOK)


def test_a_png_that_is_not_whole_is_refused(fake: Path) -> None:
    sizeless = PNG[:16] + bytes(8) + PNG[24:]
    for broken in (PNG[:-1], PNG[1:], PNG[:8], PNG + b"x", sizeless):
        (fake.parent / "broken").write_bytes(broken)
        write_engine(fake, f"os.write(1, open({str(fake.parent / 'broken')!r}, 'rb').read())")
        assert failure() == ("broken-picture", HALF, LOOK)


def gone(pid: int) -> bool:
    """Whether a process has ended (one that nobody waits for yet counts as ended)."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


@pytest.mark.parametrize("start", ["", "give()\n", "sys.stdout.close()\n"])
def test_an_engine_that_hangs_is_ended_with_its_children(
    fake: Path, tmp_path: Path, start: str
) -> None:
    write_engine(
        fake,
        f"child = os.fork()\nif child: open({str(tmp_path / 'child')!r}, 'w').write(str(child))\n"
        f"{start}time.sleep(60)",
    )
    kind, message, help = failure(timeout=0.5)
    assert (kind, message) == (
        "engine-hangs", "Graphviz was not done after 0.5 seconds, and was stopped."
    )  # fmt: skip
    assert "--timeout" in help
    child = int((tmp_path / "child").read_text())
    for _ in range(100):
        if gone(child):
            break
        time.sleep(0.02)
    assert gone(child)


def test_a_child_that_keeps_the_pipe_open_is_ended(fake: Path) -> None:
    write_engine(fake, "give()\nif not os.fork(): time.sleep(60)")
    assert failure(timeout=0.5)[0] == "engine-hangs"


def test_a_flood_on_standard_output(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MAX_OUTPUT", 3 * 1024**2)
    write_engine(fake, "while True: os.write(1, b'x' * 65536)")
    assert failure()[:2] == ("broken-picture", "Graphviz gave back more than 3 MB.")


def test_a_flood_on_standard_error_is_cut(fake: Path) -> None:
    write_engine(fake, "for _ in range(200): os.write(2, b'x' * 65536)\nsys.exit(3)")
    kind, message, _ = failure()
    assert (kind, message) == (
        "engine-failed", f"Graphviz ended with exit code 3: {'x' * 200}."
    )  # fmt: skip


def test_an_engine_that_does_not_read(fake: Path) -> None:
    write_engine(fake, "os.close(0); give()")
    assert draw(DOT + " " * 10**6) == PNG


def test_memory_is_limited(fake: Path) -> None:
    """Where the system can: of the ones we know, Linux alone limits a process from outside."""
    write_engine(fake, "sys.stdin.read(); block = bytearray(3 << 30); give()")
    if sys.platform == "linux":
        assert failure()[1] == "Graphviz ended with exit code 1: MemoryError."
    else:
        assert draw(DOT) == PNG


def test_what_an_engine_gets(fake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text on standard input, and no variable that could make it read a file."""
    for name in ("GV_FILE_PATH", "GVBINDIR", "DOTFONTPATH", "LD_PRELOAD_X", "LC_NUMERIC", "LANG"):
        monkeypatch.setenv(name, "/tmp")  # noqa: S108
    told = tmp_path / "told"
    write_engine(
        fake,
        "given = sys.stdin.read()\n"
        f"print(sys.argv[1:], sorted(os.environ), os.environ['SERVER_NAME'], len(given),"
        f" file=open({str(told)!r}, 'w'))\ngive()",
    )
    assert draw(DOT) == PNG
    written = told.read_text()
    assert written.startswith("['-q', '-Tpng', '-Gdpi=96'] ['")
    assert written.endswith(f" journeyctl {len(DOT)}\n")
    variables = set(re.findall(r"'(\w+)'", written.partition("]")[2]))
    assert variables - {"LC_CTYPE"} <= {*process._KEPT, "SERVER_NAME", "LC_ALL", "TZ"}


KNOWN = {
    "CVE-2014-0978": "\n" * 3 + "a" * 5000 + "\x01" * 300,
    "CVE-2014-1235": "1" * 5000 + "x",
    "CVE-2014-1236": "-." + "9" * 9000,
    "CVE-2018-10196": '"]; subgraph cluster { rank=same; rank=min }; x -> x [label="',
    "CVE-2023-46045": "-9223372036854775808:65536, config6a",
    "CVE-2023-3432": "!include http://127.0.0.1/",
    "graphviz#168": 'x\\", URL="javascript:alert(1)", x="\\',
}


@pytest.mark.parametrize("name", KNOWN)
def test_known_attacks_are_words(name: str) -> None:
    made = drawing(shape("a", text=words(KNOWN[name][:2000])))
    assert [*drawn(made)] == ["a"]
    assert read(draw(dot(made))).width > 0


def test_huge_numbers_reach_the_engine_clamped() -> None:
    made = drawing(shape("a", place=(0, 0, 65535e9, 1e300)), size=(float("inf"), float("nan")))
    for found in re.findall(r'[="]-?(\d+(?:\.\d+)?)', dot(made)):
        assert float(found) <= LIMIT


def test_the_environment_does_not_change_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    before = draw(DOT)
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    monkeypatch.setenv("LANG", "C")
    monkeypatch.chdir("/")
    assert draw(DOT) == before


@pytest.mark.parametrize(
    ("size", "dpi", "bounded"),
    [
        ((720, 360), 144, 144),
        ((72_000, 10), 96, 16.383),
        ((10, 7.2e6), 96, 0.163),
        ((0, 0), 96, 96),
    ],
)
def test_dots_per_inch_are_bounded(size: tuple[float, float], dpi: float, bounded: float) -> None:
    assert bounded_dpi(*size, dpi) == bounded


def test_a_bounded_png_is_within_its_bounds() -> None:
    made = drawing(shape("a"), size=(72_000, 72))
    picture = read(draw(dot(made), dpi=bounded_dpi(72_000, 72, 144)))
    assert engine.MAX_SIDE - 10 <= picture.width <= engine.MAX_SIDE


def test_the_bundled_engine_is_found_where_pip_puts_it(
    fake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scripts = {"posix_prefix": tmp_path / "usual", "posix_user": tmp_path / "user"}
    monkeypatch.setattr(sysconfig, "get_default_scheme", lambda: "posix_prefix")
    monkeypatch.setattr(sysconfig, "get_preferred_scheme", lambda _: "posix_user")
    monkeypatch.setattr(sysconfig, "get_path", lambda _, scheme: str(scripts[scheme]))
    monkeypatch.setenv("PATH", str(tmp_path / "path"))
    places = [tmp_path / "path", scripts["posix_user"], scripts["posix_prefix"], fake.parent]
    for place in places:
        place.mkdir(exist_ok=True)
        write_engine(place / "graphviz-pure", "")
        assert engine.find("bundled") == str(place / "graphviz-pure")


def test_nothing_is_found_in_the_folder_one_stands_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_engine(tmp_path / "graphviz-pure", "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "executable", "")
    monkeypatch.setattr(sysconfig, "get_path", lambda *_: str(tmp_path / "none"))
    monkeypatch.setenv("PATH", str(tmp_path / "none"))
    assert failure()[0] == "no-engine"


def test_the_pinned_version_is_the_installed_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert f"{engine.BUNDLED}=={engine.BUNDLED_VERSION}" in project["dependencies"]
    assert engines.version(engine.find("bundled")) == engine.BUNDLED_VERSION


def test_doctor_sees_another_version_than_pictures_are_made_for(
    fake: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(fake.parent))
    told = "print('graphviz-pure version 0.9.1 (x)', file=sys.stderr)"
    write_engine(fake, f"{told} if '-V' in sys.argv else give()")
    write_engine(fake.parent / "dot", "'-V' in sys.argv or give()")
    assert doctor.main() == 2
    told = capsys.readouterr().out
    assert "missing  engine bundled: It is 0.9.1; pictures are made for 0.2.2.\n" in told
    assert f"help: {engine.INSTALL['bundled']}\n" in told
    assert "ok       engine dot: a version that it does not tell (" in told


def test_the_fonts_of_the_system(
    fake: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(fake.parent))
    lister = "print('Noto Sans,Noto Sans Thin\\nArimo\\n\\nArimo' if 'th' in sys.argv[1] else '')"
    write_engine(fake.parent / "fc-list", lister)
    doctor.main()
    told = capsys.readouterr().out
    assert "ok       system fonts: Thai (Arimo), for --engine dot\n" in told
    assert "missing  system fonts: Arabic, Chinese, Hindi, Japanese, Korean, emoji;" in told


def test_an_interrupt_ends_the_engine(fake: Path, tmp_path: Path) -> None:
    write_engine(
        fake,
        f"sys.stdin.read()\nopen({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\n"
        "os.kill(os.getppid(), 2)\ntime.sleep(60)",
    )
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with pytest.raises(KeyboardInterrupt):
        draw(DOT, timeout=20)
    assert gone(int((tmp_path / "pid").read_text()))
