"""Builds a module and makes its calls in both worlds, in a process of their own."""

import contextlib
import importlib.util
import io
import json
import os
import subprocess
import sys
import warnings
from pathlib import Path

from arguments import build_args
from outcomes import compare, outcome
from wide import is_wide, watched

PYRX = os.environ.get("PYRX", "pyrx")
DIR = os.environ.get("FUZZ_DIR", "/tmp/pyrx-fuzz")


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    m = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(m)
    return m


def worker(base, name):
    import faulthandler
    import signal

    class Slow(BaseException):
        pass

    def alarm(*_):
        raise Slow

    signal.signal(signal.SIGALRM, alarm)
    faulthandler.enable()
    warnings.simplefilter("ignore")
    sys.set_int_max_str_digits(0)
    calls = json.loads(Path(f"{base}/{name}.json").read_text())
    so = next(f for f in os.listdir(f"{base}/out") if f.startswith(name + "."))
    plain = load(f"{base}/mods/{name}.py", name)
    fast = load(f"{base}/out/{so}", name)
    space, watch = watched(Path(f"{base}/mods/{name}.py").read_text(), name)
    for i, (f, args) in enumerate(calls):
        print(json.dumps(["start", i, f, args]), flush=True)
        try:
            signal.setitimer(signal.ITIMER_REAL, 2)
            a = outcome(getattr(plain, f), args)
            signal.setitimer(signal.ITIMER_REAL, 0)
        except Slow:
            continue
        try:
            signal.setitimer(signal.ITIMER_REAL, 5)
            b = outcome(getattr(fast, f), args)
            signal.setitimer(signal.ITIMER_REAL, 0)
        except Slow:
            print(json.dumps(["diff", "SLOW", f, args, "", ""]), flush=True)
            continue
        kind = compare(a, b)
        if kind == "dev-overflow" and not excused(space, watch, f, args):
            kind = "OVERFLOW"
        if kind:
            print(json.dumps(["diff", kind, f, args, str(a)[:600], str(b)[:600]]), flush=True)
    print(json.dumps(["end"]), flush=True)


def excused(space, watch, name, texts):
    """Whether the call may be an OverflowError: an integer needs more than 64 bits after something has changed."""
    with contextlib.redirect_stdout(io.StringIO()):
        return is_wide(space, watch, name, build_args(texts))


def run_module(base, name, text, calls):
    for d in ("mods", "out"):
        os.makedirs(f"{base}/{d}", exist_ok=True)
    Path(f"{base}/mods/{name}.py").write_text(text)
    Path(f"{base}/{name}.json").write_text(json.dumps(calls))
    env = dict(os.environ, PYRX_STRICT_INTERNAL="1")
    p = subprocess.run([PYRX, "build", "--python", sys.executable, "-o", f"{base}/out", f"{base}/mods/{name}.py"], capture_output=True, text=True, env=env, check=False)
    if p.returncode:
        return [["diff", "BUILD", "", [], p.stdout[-3000:], p.stderr[-6000:]]], p.stderr
    log = p.stdout + p.stderr
    found = []
    for _ in range(5):
        w = subprocess.run([sys.executable, os.path.join(os.path.dirname(__file__), "generate.py"), "worker", base, name], capture_output=True, text=True, timeout=900, env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"), check=False)
        last = None
        ended = False
        for line in w.stdout.splitlines():
            m = json.loads(line)
            if m[0] == "start":
                last = m
            elif m[0] == "diff":
                found.append(m)
            else:
                ended = True
        if ended:
            break
        if last is None:
            found.append(["diff", "IMPORT", "", [], "", w.stderr[-3000:]])
            break
        found.append(["diff", "CRASH", last[2], last[3], "", w.stderr[-2500:]])
        calls = [c for c in calls[last[1]:] if c[0] != last[2]]
        Path(f"{base}/{name}.json").write_text(json.dumps(calls))
    return found, log
