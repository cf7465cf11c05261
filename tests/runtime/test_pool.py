"""Parallel loops: the same bits on any number of threads, one error, Ctrl-C, forked children, one pool a process."""

import math
import shutil
import signal
import subprocess
import sys
import time
import traceback

import numpy as np
import pytest


def test_same_bits_for_every_schedule(compiled):
    rng = np.random.default_rng(1)
    for n in 0, 1, 2, 31, 511, 512, 513, 10_000, 1_000_003:
        x = rng.standard_normal(n) * 10.0 ** rng.integers(-8, 8, n)
        results = {
            compiled.squares(x, schedule, chunk, threads).hex()
            for schedule in (0, 1, 2)
            for chunk in (0, 1, 100_000)
            for threads in (0, 1, 2, 7)
        }
        assert len(results) == 1, n
        assert math.isclose(float.fromhex(results.pop()), math.fsum(x * x), rel_tol=1e-12)


def test_same_bits_for_every_number_of_threads(python):
    script = (
        "import numpy as np, sample; x = np.random.default_rng(2).standard_normal(300_001);"
        "print(sample.squares(x, 0, 0, 0).hex())"
    )
    assert len({python(script, PYRX_NUM_THREADS=str(n))[0] for n in (1, 2, 3, 16)}) == 1


@pytest.mark.parametrize("n", [3, 40, 5000, 10**6])
def test_lowest_error_is_raised_once(compiled, n):
    for bad in (1, n // 2, n - 1):
        with pytest.raises(IndexError, match=f"^index {bad} is out of bounds for axis 0 with size 1$") as caught:
            compiled.fails_from(n, bad)
        names = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
        assert names[1:] == ["fails_from", "pick"]
    assert compiled.fails_from(n, n) == n


@pytest.mark.parametrize("parallel", [0, 2, 100])
def test_interrupt(folder, parallel):
    script = (
        # Whoever runs the tests may ignore Ctrl-C, which children inherit.
        "import sample, signal; signal.signal(signal.SIGINT, signal.default_int_handler); print('ready', flush=True)\n"
        f"try: sample.spins(30.0, {parallel})\n"
        "except KeyboardInterrupt: print('interrupted')"
    )
    child = subprocess.Popen([sys.executable, "-c", script], cwd=folder, stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "ready\n"
    time.sleep(0.3)
    child.send_signal(signal.SIGINT)
    sent = time.monotonic()
    out, _ = child.communicate(timeout=20)
    assert out == "interrupted\n" and time.monotonic() - sent < 5


def test_forked_child_has_a_pool_of_its_own(python):
    script = """
import os, numpy as np, sample
x = np.ones(1_000_000)
assert sample.squares(x, 0, 0, 0) == 1e6
for _ in range(3):
    child = os.fork()
    if child == 0:
        assert sample.squares(x, 0, 0, 0) == 1e6
        assert sample.threads_used(64) > 1
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    assert sample.squares(x, 0, 0, 0) == 1e6
print("done")
"""
    assert python(script, PYRX_NUM_THREADS="3")[0] == "done\n"


def test_number_of_threads(python):
    script = "import sample; print(sample.threads_used(20))"
    assert python(script, PYRX_NUM_THREADS="3")[0] == "3\n"
    assert python(script, OMP_NUM_THREADS="4,2", RAYON_NUM_THREADS="2")[0] == "4\n"
    assert python(script, PYRX_NUM_THREADS="1")[0] == "1\n"
    assert python(script, PYRX_NUM_THREADS="many", OMP_NUM_THREADS="0", RAYON_NUM_THREADS="2")[0] == "2\n"


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_one_pool_for_two_extensions(folder, tmp_path, python):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        for file in folder.iterdir():
            if file.is_file():
                shutil.copy(file, tmp_path / name)
    script = f"""
import importlib.machinery, importlib.util, os
def load(name):
    file = [f for f in os.listdir({str(tmp_path)!r} + "/" + name) if not f.endswith(".py")][0]
    path = {str(tmp_path)!r} + "/" + name + "/" + file
    loader = importlib.machinery.ExtensionFileLoader("sample", path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("sample", loader, origin=path))
    loader.exec_module(module)
    return module
one, two = load("one"), load("two")
assert one.ratio is not two.ratio
assert one.threads_used(16) == two.threads_used(16) == 3
names = [open(f"/proc/self/task/{{t}}/comm").read() for t in os.listdir("/proc/self/task")]
print(sum(name.startswith("pyrx-") for name in names))
"""
    assert python(script, PYRX_NUM_THREADS="3")[0] == "3\n"


def test_many_callers_at_once(python):
    script = """
import threading, numpy as np, sample
x = np.ones(200_000)
wrong = []
def work():
    for _ in range(50):
        if sample.squares(x, 1, 0, 0) != 200_000: wrong.append(1)
threads = [threading.Thread(target=work) for _ in range(8)]
[t.start() for t in threads]; [t.join() for t in threads]
print(len(wrong))
"""
    assert python(script, PYRX_NUM_THREADS="2")[0] == "0\n"
