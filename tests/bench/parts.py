"""What is measured: one cold start, many journeys, journeys that have not changed."""

import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from journeyctl.outputs.engine import find
from journeyctl.pipeline import check
from journeyctl.source import Source
from tests.bench.graph import Graph, graph
from tests.bench.growing import journey
from tests.bench.peers import Peer, all_at_once
from tests.bench.turns import Job, Taken, job, run, turns

Pixels = tuple[int, int]

OURS = "journeyctl"
ENGINE = "its engine for PNG, alone"
PYTHON = "Python, doing nothing"
MANY, STEPS, UNCHANGED = 200, 30, 1_000
AT_ONCE = 2
PROGRAM = str(Path(sysconfig.get_path("scripts")) / "journeyctl")


def told_by(spec: Path) -> Graph:
    """What there is to draw of a journey's file."""
    return graph(check(Source(str(spec), spec.read_text("utf-8")))[0])


def cold(
    spec: Path, format: str, peers: dict[str, Peer], folder: Path, count: int
) -> tuple[dict[str, Taken], dict[str, Pixels]]:
    """One picture of one journey, from the start of the program to its end, and how many pixels
    across and down it has, where it has any."""
    copy = folder / spec.name  # away from this project's own configuration
    copy.write_bytes(spec.read_bytes())
    told = told_by(spec)
    out = folder / format
    out.mkdir()
    pinned = folder / "ours.dot"
    run((PROGRAM, "render", str(copy), "-o", str(pinned)))
    engine = (find("bundled"), "-q", f"-T{format}", "-Gdpi=144")
    jobs: dict[str, Job] = {
        OURS: job(PROGRAM, "render", str(copy), "-o", str(out / f"ours.{format}")),
        ENGINE: job(*engine, str(pinned), "-o", str(out / "engine")),
        PYTHON: job(sys.executable, "-c", "pass"),
    }
    for name, peer in peers.items():
        if peer.version:
            file = peer.tell(told, folder / "other")
            jobs[name] = job(*peer.command(file, out / f"other.{format}"))
    return turns(jobs, count, before=lambda: emptied(out)), _pixels(jobs, out)


def _pixels(jobs: Mapping[str, Job], out: Path) -> dict[str, Pixels]:
    """How large a PNG each job draws (PNG 1.2, 4.1.1)."""
    sizes = {}
    for name, draw in jobs.items():
        emptied(out)
        with suppress(OSError, subprocess.SubprocessError):
            draw()
        for file in out.iterdir():
            head = file.read_bytes()[:24]
            if head.startswith(b"\x89PNG"):
                sizes[name] = int.from_bytes(head[16:20]), int.from_bytes(head[20:])
    return sizes


def many(peers: dict[str, Peer], plantuml: str, folder: Path, count: int) -> dict[str, Taken]:
    """Pictures of many journeys, each tool at its best."""
    ours, out = folder / "journeys", folder / "many"
    out.mkdir()
    written(ours, MANY)
    told = [told_by(file) for file in sorted(ours.iterdir())]
    jobs: dict[str, Job] = {OURS: job(PROGRAM, "render", str(ours), "-o", f"{out}/")}
    for name in ("D2", "PlantUML"):
        peer = peers[name]
        if peer.version:
            files = [peer.tell(one, folder / f"{at:04}") for at, one in enumerate(told)]
            if name == "PlantUML":
                jobs[name] = job(*all_at_once(plantuml, files, out))
            else:
                jobs[name] = _two_at_a_time(peer, files, out)
    return turns(jobs, count, warm=0, before=lambda: emptied(out))


def _two_at_a_time(peer: Peer, files: list[Path], out: Path) -> Job:
    def pairs() -> None:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            commands = [peer.command(file, out / f"{file.stem}.svg") for file in files]
            for _ in pool.map(run, commands):
                pass

    return pairs


def unchanged(folder: Path, count: int) -> dict[str, Taken]:
    """Journeys whose pictures are there already: drawn again, and looked at whether they are
    current."""
    ours, out = folder / "unchanged", folder / "pictures"
    out.mkdir()
    written(ours, UNCHANGED)
    render = (PROGRAM, "render", str(ours), "-o", f"{out}/")
    run(render)
    jobs = {"render": job(*render)}
    done = subprocess.run([*render, "--check"], capture_output=True, check=False)
    if done.returncode in (0, 1):
        jobs["render --check"] = job(*render, "--check")
    return turns(jobs, count)


def emptied(folder: Path) -> None:
    """So that a picture of the last turn is not found to be current, and left as it is."""
    for file in folder.iterdir():
        file.unlink()


def written(folder: Path, count: int) -> None:
    """So many journeys in a new folder, none like another."""
    folder.mkdir()
    for number in range(count):
        text = journey(STEPS, first=1 + number * STEPS)
        (folder / f"journey-{number:04}.journey").write_text(text, "utf-8")
