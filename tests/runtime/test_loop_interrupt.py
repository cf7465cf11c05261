"""Ctrl-C ends native loops: serial, `while`, nested, over threads; other threads run beside them."""

import importlib.util
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "run")]

import toolchain

SOURCE = """
import pyrx


def serial(n: int) -> int:
    total = 0
    for i in range(n):
        total = (total * 5 + i) & 0xFFFF
    return total


def backwards(n: int) -> int:
    total = 0
    for i in range(n, 0, -3):
        total = (total * 5 + i) & 0xFFFF
    return total


def while_loop(n: int) -> int:
    i = 0
    total = 1
    while i < n:
        i += 1
        if total & 1:
            total = (total * 3 + i) & 0xFFFF
            continue
        total = (total + i) & 0xFFFF
    return total


def nested(n: int) -> int:
    total = 0
    for i in range(n):
        for j in range(i % 7):
            for k in range(3):
                total = (total * 5 + i * j + k) & 0xFFFF
    return total


def digit(n: int) -> int:
    if n & 1:
        n = (n * 3 + 1) & 0xFFFF
    elif n & 2:
        n = (n >> 1) + 1
    else:
        n = n >> 2
    if n > 1000:
        n = n - 1000
    if n > 500:
        n = n - 500
    return n & 7


def long_body(n: int) -> int:
    total = 0
    for i in range(n):
        total = (total * 5 + digit(i) + digit(total) + digit(i + total)) & 0xFFFF
    return total


def long_while(n: int) -> int:
    i = 0
    total = 1
    while i < n:
        i += 1
        if digit(i) == 3:
            continue
        total = (total * 5 + digit(i) + digit(total)) & 0xFFFF
        if total < 0:
            break
    return total


def deep(n: int) -> int:
    total = 0
    for i in range(n):
        for j in range(i % 3):
            for k in range(3 - j):
                for m in range(k % 2 + 1):
                    total = (total * 5 + digit(i + m) + digit(total) + j) & 0xFFFF
                k = total & 3
                while k > 0:
                    k -= 1
                    total = (total + digit(k)) & 0xFFFF
    return total


def nothing_inside(n: int) -> int:
    total = 0
    for i in range(n):
        for j in range(total):
            for k in range(j):
                total += k
    return total


def short(n: int) -> int:
    total = 0
    for i in range(n % 5):
        total = (total * 5 + i) & 0xFFFF
    return total


def calls(n: int) -> int:
    total = 0
    for i in range(n):
        total = (total + short(i)) & 0xFFFF
    return total


def descend(n: int, depth: int) -> int:
    if depth == 0:
        return n & 0xFF
    return (descend(n + 1, depth - 1) + descend(n + 2, depth - 1)) & 0xFFFF


def recursion(n: int) -> int:
    return descend(n, 60)


def parallel(n: int) -> int:
    total = 0
    for i in pyrx.prange(n):
        total ^= (i * 77777) & 0xFFFF
    return total


def parallel_nested(n: int) -> int:
    total = 0
    for i in pyrx.prange(64):
        part = 0
        for j in range(n):
            part = (part * 5 + i + j) & 0xFFFF
        total ^= part
    return total


def parallel_break(n: int) -> int:
    total = 0
    for i in pyrx.prange(n):
        if i < 0:
            break
        total ^= (i * 77777) & 0xFFFF
    return total


def parallel_return(n: int) -> int:
    for i in pyrx.prange(64):
        part = 0
        for j in range(n):
            part = (part * 5 + i + j) & 0xFFFF
            if part < 0:
                return i
    return -1


def mixed_released(n: int) -> int:
    total = 0
    print("mixed", flush=True)
    with pyrx.nogil:
        for i in range(n):
            total = (total * 5 + i) & 0xFFFF
    return total


def wait(flag: "pyrx.int64[:]", n: int) -> int:
    # how often it looked until another thread set the flag; `n` if none did
    for i in range(n):
        for _ in range(100):
            if flag[0] != 0:
                return i
    return n


def caught(n: int) -> int:
    try:
        return serial(n)
    except ValueError:
        return -1
    finally:
        print("finally", flush=True)
"""
NAMES = ["serial", "backwards", "while_loop", "nested", "long_body", "long_while", "deep", "nothing_inside", "calls", "recursion", "parallel", "parallel_nested", "parallel_break", "parallel_return", "mixed_released", "caught"]
# Whoever runs the tests may ignore Ctrl-C, which children inherit.
CHILD = """
import signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, {folder!r})
sys.path.insert(0, {python!r})
import interrupt_loops
assert interrupt_loops.__file__.endswith((".so", ".pyd", ".dylib")), interrupt_loops.__file__
print("ready", flush=True)
try:
    interrupt_loops.{name}(10**12)
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


OTHER_THREAD = """
import sys, threading
import numpy as np
sys.path.insert(0, {folder!r})
sys.path.insert(0, {python!r})
import interrupt_loops
for round in range(3):
    flag = np.zeros(1, np.int64)
    started = threading.Event()
    thread = threading.Thread(target=lambda: (started.wait(), flag.fill(1)))
    thread.start()
    started.set()
    assert interrupt_loops.wait(flag, 10**12) < 10**12
    thread.join()
    assert interrupt_loops.wait(flag, 5) == 0
print("done", flush=True)
"""


@pytest.fixture(scope="module")
def built():
    return toolchain.build_one("interrupt_loops", SOURCE)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGINT cannot be sent to a child there")
@pytest.mark.parametrize("name", NAMES)
def test_interrupt(built, name):
    script = CHILD.format(folder=str(built.extension.parent), python=str(ROOT / "python"), name=name)
    child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.3)
        assert child.poll() is None
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate(timeout=10)
    finally:
        child.kill()
    assert out.splitlines()[-1] == "interrupted"


def test_other_threads_run(built):
    """A long call that has few items, and so starts with the lock, releases it in the end."""
    script = OTHER_THREAD.format(folder=str(built.extension.parent), python=str(ROOT / "python"))
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True).stdout
    assert out == "done\n"


def test_loops_are_whole(built):
    """Strips lose and repeat no iteration."""
    scope: dict = {}
    exec(SOURCE.replace("pyrx.prange", "range").replace("import pyrx", ""), scope)  # noqa: S102 - our own text
    sys.path.insert(0, str(ROOT / "python"))
    spec = importlib.util.spec_from_file_location("interrupt_loops", built.extension)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ["serial", "backwards", "while_loop", "nested", "long_body", "long_while", "deep", "calls", "parallel", "parallel_break"]:
        for n in [0, 1, 7, 255, 256, 257, 4095, 4096, 4097, 8191, 8192, 8193, 20000]:
            assert getattr(module, name)(n) == scope[name](n), (name, n)
