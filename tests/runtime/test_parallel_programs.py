"""Compiled parallel loops: the same bits on any number of threads and for every schedule, also where they are left;
forked children; several Python threads at once."""

import itertools
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "run")]

import toolchain

LOOP = """
def sums_{name}(a: pyrx.float64[:], f: pyrx.float32[:], b: pyrx.int64[:], stop: float, threads: int):
    total = 0.5
    product = 1.0
    single = f[0]
    least = 1e300
    count = 0
    bits = 0
    flag = False
    last = -1
    for i in prange(len(a), {options}num_threads=threads):
        x = float(a[i])
        if x == stop:
            break
        total += x
        product *= 1.0 + x * 1e-9
        single += f[i]
        least = x if x < least else least
        for k in range(3):
            bits ^= int(b[i]) * k
        if x > 0:
            count -= 1
            last = i
        flag |= x > 1e7
    return total.hex(), product.hex(), float(single).hex(), least.hex(), count, bits, flag, last


def find_{name}(a: pyrx.float64[:], stop: float, threads: int):
    for i in prange(len(a), {options}num_threads=threads):
        if a[i] == stop:
            return i
    return -1
"""
SCHEDULES = ["static", "dynamic", "guided"]
CHUNKS = [1, 3, 1000]
LOOPS = {"plain": ""} | {
    f"{schedule}_{chunk}": f"schedule={schedule!r}, chunksize={chunk}, "
    for schedule, chunk in itertools.product(SCHEDULES, CHUNKS)
}
SOURCE = "import pyrx\nfrom pyrx import prange\n" + "".join(
    LOOP.format(name=name, options=options) for name, options in LOOPS.items()
)
SETUP = """
import sys
sys.path[:0] = {paths!r}
import numpy as np
import parallel_programs as module
assert module.__file__.endswith((".so", ".pyd", ".dylib")), module.__file__
NAMES = {names!r}
rng = np.random.default_rng(1)
a = rng.standard_normal(20_000) * 10.0 ** rng.integers(-8, 8, 20_000)
f = a.astype(np.float32)
b = rng.integers(-(2**40), 2**40, 20_000)
"""


@pytest.fixture(scope="module")
def built():
    return toolchain.build_one("parallel_programs", SOURCE)


@pytest.fixture
def python(built):
    paths = [str(built.extension.parent), str(ROOT / "python")]

    def run(script, **environment):
        setup = SETUP.format(paths=paths, names=list(LOOPS))
        return subprocess.run(
            [sys.executable, "-c", setup + script],
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            text=True,
            timeout=120,
            check=True,
        ).stdout

    return run


def test_same_bits_on_any_number_of_threads(python):
    script = """
for stop in 1e99, a[0], a[37], a[12_345], a[-1]:
    found = {
        (getattr(module, "sums_" + name)(a, f, b, stop, threads), getattr(module, "find_" + name)(a, stop, threads))
        for name in NAMES
        for threads in (0, 1, 2, 3, 7)
    }
    print(*found)
    assert len(found) == 1
"""
    outputs = {python(script, PYRX_NUM_THREADS=str(threads)) for threads in (1, 2, 3, 7)}
    assert len(outputs) == 1
    assert [line.rsplit(", ", 1)[-1] for line in outputs.pop().splitlines()] == ["-1)", "0)", "37)", "12345)", "19999)"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork there")
def test_forked_children_run_their_own_threads(python):
    script = """
import multiprocessing, os
want = module.sums_plain(a, f, b, 1e99, 0), module.find_plain(a, a[12_345], 0)
def again(k):
    return (module.sums_plain(a, f, b, 1e99, 0), module.find_plain(a, a[12_345], 0)) == want
child = os.fork()
if child == 0:
    os._exit(0 if again(0) else 1)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
with multiprocessing.get_context("fork").Pool(3) as pool:
    print(all(pool.map(again, range(9))), again(0))
"""
    assert python(script, PYRX_NUM_THREADS="2") == "0\nTrue True\n"


def test_python_threads_at_once(python):
    script = """
import threading
want = module.sums_dynamic_3(a, f, b, 1e99, 0)
wrong = []
def work():
    for _ in range(40):
        if module.sums_dynamic_3(a, f, b, 1e99, 0) != want or module.find_guided_1(a, a[777], 0) != 777:
            wrong.append(1)
threads = [threading.Thread(target=work) for _ in range(4)]
[t.start() for t in threads]; [t.join() for t in threads]
print(len(wrong))
"""
    assert python(script, PYRX_NUM_THREADS="2") == "0\n"
