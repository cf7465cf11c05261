"""Runs workers over built modules and gathers, per call, what differed."""

import json
import os
import select
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import toolchain
from cases import CaseFile

SILENCE = 60.0
HERE = Path(__file__).resolve().parent


@dataclass
class Result:
    """Of one module: per call the parts that differ (expected, got), and its functions that are still Python's."""

    calls: list[dict[str, tuple[str, str]]] = field(default_factory=list)
    python: set[str] = field(default_factory=set)


def run_cases(cases: list[CaseFile], oracle: Path, extension: Path) -> Result:
    """Makes all calls of the cases in both worlds."""
    result = Result()
    _run(cases, [oracle, extension], result, lambda part, died: {part: (LIVES[part], died)})
    return result


def run_alone(cases: list[CaseFile], extension: Path, paths: list[Path]) -> list[dict[str, str]]:
    """Makes all calls of the cases in one world, `paths` importable in it, and returns what was seen of each."""
    result = Result()
    _run(cases, ["-", extension], result, lambda part, died: {part: died}, paths)
    return result.calls


LIVES = {"import": "both modules import", "process": "lives"}


def _run(cases: list[CaseFile], worlds: list, result: Result, death, paths: tuple | list = ()) -> None:
    """Fills the result; a worker that dies or falls silent is replaced behind the call it died in."""
    total = sum(len(case.calls) for case in cases)
    while len(result.calls) < total:
        start = len(result.calls)
        died, imported = _work(cases, worlds, result, paths)
        if len(result.calls) >= total:
            return
        if not imported:
            result.calls += [death("import", died)] * (total - start)
        else:
            result.calls.append(death("process", died))


def _work(cases: list[CaseFile], worlds: list, result: Result, paths: tuple | list) -> tuple[str, bool]:
    """Runs one worker from the next call on. Returns how it ended, and whether it had imported the modules."""
    reading, writing = os.pipe()
    with tempfile.TemporaryFile("w+") as errors:
        worker = subprocess.Popen(
            [sys.executable, HERE / "worker.py", str(writing), *worlds, str(len(result.calls))]
            + [case.path for case in cases],
            pass_fds=[writing],
            env=toolchain.environment(paths),
            stdout=errors,
            stderr=errors,
            stdin=subprocess.DEVNULL,
        )
        os.close(writing)
        where, how = "at import", ""
        with os.fdopen(reading, "rb", buffering=0) as report:
            rest = b""
            while True:
                if not select.select([report], [], [], SILENCE)[0]:
                    worker.kill()
                    how = f"silent for {SILENCE:.0f} s"
                    break
                data = report.read(1 << 16)
                if not data:
                    break
                *events, rest = (rest + data).split(b"\n")
                for event in map(json.loads, events):
                    if "python" in event:
                        result.python = set(event["python"])
                        where = "after import"
                    elif "begin" in event:
                        where = "in call"
                    else:
                        result.calls.append(event.get("diff", event.get("seen")))
        worker.wait()
        errors.seek(0)
        text = f"{where}: {how or f'exit status {worker.returncode}'}\n{errors.read()[-4000:]}"
        return text, where != "at import"


def render(diff: dict[str, tuple[str, str]]) -> str:
    """The differences for a reader."""
    lines = []
    for part, (expected, got) in diff.items():
        lines.append(f"  {part}:")
        lines += [f"    expected  {line}" for line in (expected or "nothing").splitlines()]
        lines += [f"    got       {line}" for line in (got or "nothing").splitlines()]
    return "\n".join(lines)
