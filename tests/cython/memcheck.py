"""Makes calls of case files under valgrind's memcheck: reads and writes outside of blocks, wrong frees, undefined values.

Valgrind writes XML as it goes; only what is about one of the extensions counts.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import toolchain
from cases import CaseFile

WORKER = Path(__file__).with_name("memcheck_worker.py")
FRAMES = 40
SHOWN = 8
TIMEOUT = 1800
LIBRARIES = re.compile(r"/(vgpreload_[^/]*|libc\.so[^/]*|libm\.so[^/]*)$")


@dataclass(frozen=True)
class Watched:
    """A built case file, and which of its calls to make."""

    case: CaseFile
    extension: Path
    calls: tuple[int, ...]


def valgrind() -> str:
    """The program. Raises BuildError where there is none."""
    found = shutil.which("valgrind")
    if found is None:
        raise toolchain.BuildError("valgrind is missing: install it (on Debian, `apt-get install valgrind`)")
    return found


def errors(watched: list[Watched]) -> list[str]:
    """What memcheck finds in the extensions, each as `case:line: call: error`. Raises BuildError."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        xml, told, wanted = folder / "found.xml", folder / "told.jsonl", folder / "wanted.json"
        wanted.write_text(json.dumps([[str(one.extension), str(one.case.path), one.calls] for one in watched]))
        # A process that a call forks would write to the same file.
        command = [
            valgrind(),
            "--leak-check=no",
            "--track-origins=no",
            f"--num-callers={FRAMES}",
            "--child-silent-after-fork=yes",
        ]
        command += ["--xml=yes", f"--xml-file={xml}", sys.executable, str(WORKER), str(wanted), str(told), str(xml)]
        env = toolchain.environment([one.extension.parent for one in watched]) | {"PYTHONMALLOC": "malloc"}
        done = subprocess.run(
            command, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=TIMEOUT, check=False
        )
        events = [json.loads(line) for line in told.read_text().splitlines()] if told.exists() else []
        found = _found(xml, events, {str(one.extension) for one in watched})
        if not events or "ended" not in events[-1]:
            said = f"{done.stdout[-1000:]}{done.stderr[-2000:]}"
            found.append(f"{_call(events, -1)}: the process ends with {done.returncode}\n{said}")
        return found


def _call(events: list[dict], error: int) -> str:
    """The call in which the error came, of errors that are counted from 0; the last call for -1."""
    told = [event for event in events if "begin" in event and (error < 0 or event["errors"] <= error)]
    return told[-1]["begin"] if told else "before the first call"


def _found(xml: Path, events: list[dict], ours: set[str]) -> list[str]:
    """The errors with a frame in one of the extensions `ours`."""
    found = []
    for number, error in enumerate(_read(xml)):
        stack = list(error.iterfind("stack[1]/frame"))
        if _counts(error.findtext("kind") or "", stack, ours):
            frames = "\n".join(f"    {_frame(frame)}" for frame in stack[:SHOWN])
            found.append(f"{_call(events, number)}: {error.findtext('kind')}: {_what(error)}\n{frames}")
    return found


def _read(xml: Path) -> Iterator[ET.Element]:
    """The errors in the file, which may be long, and breaks off where the process died."""
    parser = ET.XMLPullParser(["end"])
    with xml.open(errors="replace") as file:
        while part := file.read(1 << 20):
            parser.feed(part)
            for _, element in parser.read_events():
                if element.tag == "error":
                    yield element
                    element.clear()


def _counts(kind: str, stack: list[ET.Element], ours: set[str]) -> bool:
    """Wrong accesses and frees count where an extension calls for them; CPython's compiler uses undefined values by itself."""
    objects = [frame.findtext("obj") or "" for frame in stack]
    if kind.startswith("Uninit"):
        return next((name for name in objects if not LIBRARIES.search(name)), "") in ours
    return not kind.startswith("Leak_") and not ours.isdisjoint(objects)


def _what(error: ET.Element) -> str:
    return " ".join(filter(None, (error.findtext(part) for part in ("what", "xwhat/text", "auxwhat", "xauxwhat/text"))))


def _frame(frame: ET.Element) -> str:
    name = frame.findtext("fn") or frame.findtext("ip")
    place = f" {frame.findtext('file')}:{frame.findtext('line')}" if frame.findtext("file") else ""
    return f"{name}{place} in {Path(frame.findtext('obj', '')).name}"
