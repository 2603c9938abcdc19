"""A headless Chromium, spoken to by its DevTools protocol over a pipe.

A page's console and requests are kept while it is shown: what it says, and what it asks for.
"""

import json
import os
import subprocess
import tempfile
from base64 import b64decode
from pathlib import Path
from types import TracebackType
from typing import Any

# Chromium reads from its third and writes to its fourth descriptor.
_START = 'exec "$0" "$@" 3</dev/fd/{} 4>/dev/fd/{}'
_TYPED = {" ": " ", "Enter": "\r"}
_NUMBERS = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}  # of the keys that the browser knows, too


class Chromium:
    """A browser with pages; a context manager."""

    def __init__(self) -> None:
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        read, self._write = os.pipe()
        self._read, write = os.pipe()
        self._process = subprocess.Popen(
            [
                *("sh", "-c", _START.format(read, write)),
                *("chromium", "--headless", "--no-sandbox", "--disable-gpu"),
                *("--remote-debugging-pipe", "--hide-scrollbars"),
                "--font-render-hinting=none",  # Else letters stand on whole pixels.
                f"--user-data-dir={self._profile.name}",
            ],
            pass_fds=(read, write),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(read)
        os.close(write)
        self._rest = b""
        self._count = 0
        self.events: list[dict[str, Any]] = []

    def __enter__(self) -> "Chromium":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.say("Browser.close")
        self._process.wait(30)
        os.close(self._write)
        os.close(self._read)
        self._profile.cleanup()

    def say(self, method: str, session: str = "", **parameters: Any) -> dict[str, Any]:
        """What the browser answers. Raises RuntimeError for a no."""
        self._count += 1
        message: dict[str, Any] = {"id": self._count, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._write, data) :]
        while True:
            heard = self._hear()
            if heard.get("id") != self._count:
                self.events.append(heard)
            elif "error" in heard:
                raise RuntimeError(f"{method}: {heard['error']}")
            else:
                answer: dict[str, Any] = heard["result"]
                return answer

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._read, 1 << 20)
            if not more:
                raise RuntimeError("Chromium has ended.")
            self._rest += more
        first, _, self._rest = self._rest.partition(b"\0")
        heard: dict[str, Any] = json.loads(first)
        return heard

    def page(
        self, size: tuple[int, int] = (1280, 720), *, scheme: str = "light", motion: str = "reduce"
    ) -> "Page":
        """A new page of a size in pixels, whose reader prefers a scheme of colours (``light``,
        ``dark``) and less motion (``reduce``, ``no-preference``)."""
        target = self.say("Target.createTarget", url="about:blank")["targetId"]
        page = Page(self, target)
        page.resize(size)
        page.prefer(scheme=scheme, motion=motion)
        return page

    def attach(self, target: str) -> "Page":
        """A page that was opened by another, by its id."""
        return Page(self, target)

    def targets(self) -> list[str]:
        """The ids of all pages."""
        found = self.say("Target.getTargets")["targetInfos"]
        return [one["targetId"] for one in found if one["type"] == "page"]


class Page:
    """A page of a browser."""

    def __init__(self, browser: Chromium, target: str) -> None:
        self._browser = browser
        self.target = target
        attached = browser.say("Target.attachToTarget", targetId=target, flatten=True)
        self._session: str = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.say(f"{domain}.enable")

    def say(self, method: str, **parameters: Any) -> dict[str, Any]:
        """What the browser answers of this page."""
        return self._browser.say(method, self._session, **parameters)

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window so large, in pixels."""
        self.say(
            "Emulation.setDeviceMetricsOverride",
            width=size[0],
            height=size[1],
            deviceScaleFactor=1,
            mobile=False,
        )

    def prefer(self, *, scheme: str, motion: str = "reduce", media: str = "") -> None:
        """Have a reader with these preferences; with ``media`` "print", show what is printed."""
        wishes = {"prefers-color-scheme": scheme, "prefers-reduced-motion": motion}
        features = [{"name": name, "value": value} for name, value in wishes.items()]
        self.say("Emulation.setEmulatedMedia", media=media, features=features)

    def open(self, address: str, *, wait: bool = True) -> None:
        """Go to an address, and wait until the page is there."""
        self.say("Page.navigate", url=address)
        if wait:
            self.settle("document.readyState == 'complete' && location.href != 'about:blank'")

    def close(self) -> None:
        """Close the page."""
        self._browser.say("Target.closeTarget", targetId=self.target)

    def settle(self, condition: str) -> None:
        """Wait until a condition holds, and the page has been painted. Raises RuntimeError."""
        painted = "new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
        for _ in range(2000):
            self.run(painted)
            if self.run(condition):
                return
        raise RuntimeError(f"never came true: {condition}")

    def run(self, script: str) -> Any:
        """The value of an expression, or what its promise gives. Raises RuntimeError."""
        told = self.say(
            "Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in told:
            raise RuntimeError(str(told["exceptionDetails"]))
        return told["result"].get("value")

    def press(self, key: str, *, shift: bool = False) -> None:
        """Press a key, by its name in the browser."""
        about: dict[str, Any] = {"key": key, "modifiers": 8 if shift else 0}
        about["windowsVirtualKeyCode"] = _NUMBERS.get(key, 0)
        text = _TYPED.get(key, key if len(key) == 1 else "")
        typed = {"text": text} if text else {}
        self.say("Input.dispatchKeyEvent", type="keyDown", **about, **typed)
        self.say("Input.dispatchKeyEvent", type="keyUp", **about)

    def click(self, x: float, y: float) -> None:
        """Click with the mouse at a place."""
        for kind in ("mousePressed", "mouseReleased"):
            self.say("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def swipe(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw a finger over the page."""
        first = [{"x": start[0], "y": start[1]}]
        self.say("Input.dispatchTouchEvent", type="touchStart", touchPoints=first)
        last = [{"x": end[0], "y": end[1]}]
        self.say("Input.dispatchTouchEvent", type="touchMove", touchPoints=last)
        self.say("Input.dispatchTouchEvent", type="touchEnd", touchPoints=[])

    def screenshot(self, path: Path) -> None:
        """Write a PNG of what is seen."""
        path.write_bytes(b64decode(self.say("Page.captureScreenshot")["data"]))

    def pdf(self) -> bytes:
        """The page as it is printed, in the size that it asks for."""
        told = self.say("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        return b64decode(told["data"])

    def messages(self) -> list[str]:
        """What the console of this page has been told, errors among it, since it was opened."""
        found = []
        for event in self._browser.events:
            about = event.get("params", {})
            if event.get("sessionId") != self._session:
                continue
            if event["method"] == "Runtime.consoleAPICalled":
                found.append(str(about["args"]))
            elif event["method"] == "Runtime.exceptionThrown":
                found.append(str(about["exceptionDetails"]))
            elif event["method"] == "Log.entryAdded":
                found.append(str(about["entry"]["text"]))
        return found

    def requests(self) -> list[str]:
        """The addresses that this page has asked for, its own among them."""
        return [
            event["params"]["request"]["url"]
            for event in self._browser.events
            if event.get("sessionId") == self._session
            and event["method"] == "Network.requestWillBeSent"
        ]
