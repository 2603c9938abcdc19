"""The server of the page: on this machine alone, for this page alone.

Another page in the same browser can send requests here. Those from elsewhere are refused by
their ``Origin`` and ``Sec-Fetch-Site``; a foreign name that was made to lead to 127.0.0.1 (DNS
rebinding) by its ``Host``. What is served has a number or a name of a fixed list, never a path.
"""

import json
import os
import re
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_hex
from typing import Any

from journeyctl.views.catalogue import VIEWS
from journeyctl.watching.journeys import Journeys
from journeyctl.watching.page import Page
from journeyctl.watching.pictures import Pictures
from journeyctl.watching.telling import told

ADDRESS = "127.0.0.1"
_BEAT = 10.0  # seconds after which an idle stream is written to, to learn whether it is read

_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
_JOURNEY = re.compile(r"/journey/(\d{1,9})")
_PICTURE = re.compile(rf"/picture/(\d{{1,9}})/({'|'.join(VIEWS)})/([\w-]{{1,64}})", re.ASCII)


class Server(ThreadingHTTPServer):
    """Serves the page of some journeys. ``theme`` is the one asked for, "" for none."""

    daemon_threads = True
    # A second one on the same port must fail, not take turns with the first.
    allow_reuse_port = False

    def __init__(self, port: int, journeys: Journeys, page: Page, theme: str = "") -> None:
        """Raises OSError where the port is taken; 0 is any that is free."""
        super().__init__((ADDRESS, port), Handler)
        self.journeys = journeys
        self.pictures = Pictures()
        self.page = page
        self.theme = theme
        self.session = token_hex(8)
        self.hosts = {f"{name}:{self.server_port}" for name in (ADDRESS, "localhost")}

    @property
    def url(self) -> str:
        return f"http://{ADDRESS}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no matter; a bug is shown to those who look for it."""
        if os.environ.get("JOURNEYCTL_DEBUG"):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server
    server_version = "journeyctl"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Every answer there is."""
        if not self._trusted():
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        try:
            answer = self._answer()
        except Exception:  # A bug of ours must not end what shows it beside the last picture.
            if os.environ.get("JOURNEYCTL_DEBUG"):
                raise
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR)
            return
        if answer:
            answer()
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _trusted(self) -> bool:
        """Whether a request comes from our page, or from nobody's."""
        hosts = self.server.hosts
        if self.headers.get("Host", "").lower() not in hosts:
            return False
        if self.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            return False
        origin = self.headers.get("Origin")
        return origin is None or origin in {f"http://{host}" for host in hosts}

    def _answer(self) -> Callable[[], None] | None:
        journeys = self.server.journeys
        if self.path == "/":
            return self._page
        if self.path == "/events":
            return self._events
        if self.path == "/journeys":
            listed = [{"id": id, "path": path} for id, path in journeys.paths().items()]
            return lambda: self._json(listed)
        if found := _JOURNEY.fullmatch(self.path):
            if version := journeys.version(int(found[1])):
                data = told(version, self.server.theme)
                return lambda: self._json(data)
        elif found := _PICTURE.fullmatch(self.path):
            version = journeys.last(int(found[1]))
            picture = version and self.server.pictures.picture(version, found[2], found[3])
            if picture:
                return lambda: self._json(picture)
        return None

    def _page(self) -> None:
        page = self.server.page
        self._send(page.html, "text/html", {"Content-Security-Policy": page.policy})

    def _json(self, data: object) -> None:
        self._send(json.dumps(data).encode(), "application/json")

    def _refuse(self, status: HTTPStatus) -> None:
        self.close_connection = True
        self._send(f"{status.phrase}\n".encode(), "text/plain", status=status)

    def _send(
        self,
        body: bytes,
        kind: str,
        more: dict[str, str] | None = None,
        status: HTTPStatus = HTTPStatus.OK,
    ) -> None:
        length = {"Content-Length": str(len(body))}
        self._start(status, {"Content-Type": f"{kind}; charset=utf-8", **length, **(more or {})})
        self.wfile.write(body)

    def _start(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in (_HEADERS | headers).items():
            self.send_header(name, value)
        self.end_headers()

    def _events(self) -> None:
        """The numbers of all journeys' versions, now and after each change, as server-sent
        events, until the page or the server goes."""
        self.close_connection = True
        self._start(HTTPStatus.OK, {"Content-Type": "text/event-stream", "Connection": "close"})
        journeys, tick = self.server.journeys, -1
        while not journeys.closed:
            before = tick
            tick, versions = journeys.after(before, _BEAT)
            data = json.dumps({"session": self.server.session, "versions": versions})
            self.wfile.write(b":\n\n" if tick == before else f"data: {data}\n\n".encode())
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """The terminal is for what happens to the journeys."""
