"""Headless Chromium, driven over its debugging pipe: no driver and no library is needed.

The protocol is Chrome's DevTools protocol, <https://chromedevtools.github.io/devtools-protocol/>: JSON messages that end in
a zero byte, commands on file descriptor 3 and answers on 4.
"""

import base64
import fcntl
import json
import os
import select
import shutil
import signal
import time
from pathlib import Path

NAMES = ["chromium", "chromium-browser", "google-chrome", "chrome"]
MISSING = "the tests of the report drive headless Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM"
PATIENCE = 30  # seconds that an answer may take on a busy machine

# Keys that have no character.
NAMED = {"Escape": 27, "Enter": 13, "Tab": 9}


def find() -> str:
    """The path of Chromium; CHROMIUM names it, or else it is on PATH.

    Raises:
        RuntimeError: There is none.
    """
    named = os.environ.get("CHROMIUM")
    found = next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
    if found is None:
        raise RuntimeError(MISSING)
    return found


class Browser:
    """A running Chromium without windows. Closes with `close`."""

    def __init__(self, folder: Path):
        (read_commands, self._commands), (self._answers, write_answers) = os.pipe(), os.pipe()
        # Numbers above those that the browser takes, so that neither overwrites the other.
        high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in (read_commands, write_answers)]
        silent = [(os.POSIX_SPAWN_OPEN, number, os.devnull, os.O_WRONLY, 0) for number in (1, 2)]
        handed = [(os.POSIX_SPAWN_DUP2, high[0], 3), (os.POSIX_SPAWN_DUP2, high[1], 4)]
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--lang=en",
        ]
        options += ["--disable-background-networking", "--hide-scrollbars", "--remote-debugging-pipe"]
        command = [find(), *options, f"--user-data-dir={folder}", "about:blank"]
        self._process = os.posix_spawn(command[0], command, os.environ, file_actions=[*silent, *handed])
        for end in (read_commands, write_answers, *high):
            os.close(end)
        self._buffer, self._last, self._events = b"", 0, []

    def close(self):
        try:
            self.send("Browser.close")
        except (OSError, RuntimeError):
            os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._commands)
        os.close(self._answers)

    def send(self, method: str, session: str | None = None, **params) -> dict:
        """Sends a command and returns its result.

        Raises:
            RuntimeError: The browser refused, or did not answer.
        """
        self._last += 1
        message = {"id": self._last, "method": method, "params": params}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._commands, data) :]
        return self._answer(self._last, method)

    def wait(self, method: str, session: str) -> dict:
        """The parameters of the next event of this name."""
        while True:
            for at, event in enumerate(self._events):
                if event["method"] == method and event.get("sessionId") == session:
                    return self._events.pop(at)["params"]
            self._events.append(self._read(method))

    def events(self, method: str, session: str) -> list[dict]:
        """The parameters of all events of this name so far."""
        mine = [event for event in self._events if event["method"] == method and event.get("sessionId") == session]
        return [event["params"] for event in mine]

    def _answer(self, number: int, method: str) -> dict:
        while True:
            message = self._read(method)
            if message.get("id") != number:
                self._events.append(message)
            elif "error" in message:
                raise RuntimeError(f"{method}: {message['error']}")
            else:
                return message["result"]

    def _read(self, method: str) -> dict:
        end = time.monotonic() + PATIENCE
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._answers], [], [], max(0, end - time.monotonic()))
            data = os.read(self._answers, 1 << 20) if ready else b""
            if not data:
                raise RuntimeError(f"Chromium {'closed' if ready else 'is silent'} while it was asked for {method}")
            self._buffer += data
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)


class Page:
    """A page of the browser: one file, in a context of its own. Closes with `close`."""

    def __init__(self, browser: Browser, *, script: bool = True, scheme: str = "light", width: int = 1400):
        self._browser = browser
        self._context = browser.send("Target.createBrowserContext")["browserContextId"]
        target = browser.send("Target.createTarget", url="about:blank", browserContextId=self._context)["targetId"]
        self._session = browser.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")
        self.send("Emulation.setScriptExecutionDisabled", value=not script)
        self.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)

    def close(self):
        self._browser.send("Target.disposeBrowserContext", browserContextId=self._context)

    def send(self, method: str, **params) -> dict:
        return self._browser.send(method, self._session, **params)

    def open(self, file: Path, fragment: str = "") -> "Page":
        """Opens a file, at a fragment such as `#L3`, and waits until it is loaded."""
        self.send("Page.navigate", url="about:blank")
        self._browser.wait("Page.loadEventFired", self._session)
        self.send("Page.navigate", url=file.as_uri() + fragment)
        self._browser.wait("Page.loadEventFired", self._session)
        return self

    def js(self, expression: str):
        """The value of an expression, as JSON has it; works where the page itself may run no script."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def press(self, *keys: str):
        """Presses keys one after the other: a character each, or a name such as `Escape`."""
        for key in keys:
            known = {"key": key, "windowsVirtualKeyCode": NAMED.get(key, ord(key.upper()[0]))}
            text = {} if key in NAMED else {"text": key}
            self.send("Input.dispatchKeyEvent", type="keyDown", **known, **text)
            self.send("Input.dispatchKeyEvent", type="keyUp", **known)

    def type(self, text: str):
        self.send("Input.insertText", text=text)

    def move(self, selector: str):
        """Moves the mouse over the middle of an element."""
        x, y = self._middle(selector)
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def click(self, selector: str):
        x, y = self._middle(selector)
        for what in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=what, x=x, y=y, button="left", clickCount=1)

    def _middle(self, selector: str) -> tuple[float, float]:
        box = self.js(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            "e.scrollIntoView({block: 'center'}); const r = e.getClientRects()[0];"
            "return [r.x + r.width / 2, r.y + r.height / 2]; })()"
        )
        return box[0], box[1]

    def shot(self, file: Path, *, whole: bool = False):
        """Writes a picture of what is seen, or of the whole page."""
        data = self.send("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        file.write_bytes(base64.b64decode(data))

    def complaints(self) -> list[str]:
        """What the browser complained about: errors of scripts, refused content, dialogs."""
        errors = self._browser.events("Runtime.exceptionThrown", self._session)
        log = self._browser.events("Log.entryAdded", self._session)
        dialogs = self._browser.events("Page.javascriptDialogOpening", self._session)
        return [str(found) for found in errors + log + dialogs]

    def requests(self) -> list[str]:
        """The addresses that were asked for, of the page itself among them."""
        sent = self._browser.events("Network.requestWillBeSent", self._session)
        return [event["request"]["url"] for event in sent]
