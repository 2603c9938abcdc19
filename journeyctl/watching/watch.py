"""The whole of ``journeyctl watch``: look at files, serve the page, end cleanly."""

import errno
import gc
import signal
import sys
from pathlib import Path
from threading import Event, Thread
from types import FrameType

from journeyctl import inputs
from journeyctl.config import OWN, SHARED
from journeyctl.reporters import terminal
from journeyctl.reporters.text import shown
from journeyctl.watching.journeys import Journeys
from journeyctl.watching.page import page
from journeyctl.watching.server import Server
from journeyctl.words import words_for

PORT = 7400
_LOOK = 2_000  # milliseconds after which the files are read, even if nothing told of a change


def watch(path: str, *, port: int | None, open: bool, theme: str, language: str) -> None:
    """Serve the page of the journeys at a path until it is interrupted.

    ``port`` None is the usual one, or any where that is taken. Raises OSError where a port
    that was asked for cannot be had.
    """
    # This life is long, unlike that of the other commands.
    gc.enable()
    journeys = Journeys(path, language)
    first = next(iter(journeys.paths()), 0)
    spoken = language or _language(journeys, first)
    server = _server(port, journeys, theme, spoken)
    over = _interruption()
    watcher = Thread(target=_look, args=(path, journeys, over), daemon=True)
    watcher.start()
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    _say(f"{shown(path)} is shown at {server.url} (Ctrl-C ends it)\n")
    if open:
        import webbrowser

        webbrowser.open(server.url)
    while not over.wait(1):  # On Windows nothing interrupts a wait without an end.
        pass
    journeys.close()
    server.shutdown()
    server.server_close()
    watcher.join()


def _language(journeys: Journeys, first: int) -> str:
    version = journeys.version(first)
    return version.shown.facts.language if version and version.shown else ""


def _server(port: int | None, journeys: Journeys, theme: str, language: str) -> Server:
    document = page(words_for(language))
    try:
        return Server(PORT if port is None else port, journeys, document, theme)
    except OSError as error:
        if port is not None or error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        return Server(0, journeys, document, theme)


def _look(path: str, journeys: Journeys, over: Event) -> None:
    """Read the journeys again at each change of a file, until it is over."""
    from watchfiles import watch

    below = inputs.is_folder(Path(path))
    folder = Path(path) if below else Path(path).parent
    # The folder of a file, not the file: many editors write another and rename it.
    told = watch(
        folder,
        recursive=below,
        watch_filter=lambda _, name: name.endswith((inputs.SUFFIX, OWN, SHARED)) or not below,
        stop_event=over,
        debounce=200,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
        raise_interrupt=False,
        ignore_permission_denied=True,
    )
    try:
        for changes in told:
            configured = any(Path(name).name in (OWN, SHARED) for _, name in changes)
            journeys.refresh(configured=configured)
    except (OSError, RuntimeError):  # The system watches no more files, or the folder is gone.
        while not over.wait(_LOOK / 1000):
            journeys.refresh()


def _interruption() -> Event:
    """What is set by Ctrl-C, and by the wish that the program may end."""
    over = Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        over.set()

    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, end)
    return over


def _say(text: str) -> None:
    terminal.write(text, sys.stderr)
