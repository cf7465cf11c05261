"""Blocks `with parallel()` whose threads wait for each other: how many there are, errors before and behind a barrier, Ctrl-C."""

import ast
import json
import signal
import subprocess
import sys
import time

import pytest
from command import Project

KERNEL = """
# cython: boundscheck=False, wraparound=False
import time
import numpy as np
from cython.parallel cimport parallel, prange, threadid


cdef int checked(int i, int at) except -1 nogil:
    if i == at:
        with gil:
            raise KeyError(i)
    return i


def numbers(int n):
    '''Which thread ran each iteration, and which came behind the loop.'''
    cdef int[::1] ran = np.full(n, -1, dtype=np.intc)
    cdef int[::1] behind = np.zeros(64, dtype=np.intc)
    cdef int i
    with nogil, parallel():
        for i in prange(n):
            ran[i] = threadid()
        behind[threadid()] += 1
    return np.asarray(ran).tolist(), np.asarray(behind).tolist()


def failing(int n, int before, int within, int behind):
    cdef int[::1] a = np.zeros(n, dtype=np.intc)
    cdef int i, j
    with nogil, parallel():
        checked(threadid(), before)
        for i in prange(n):
            a[i] = checked(i, within)
        for j in prange(n):
            a[j] += checked(j, behind)
    return np.asarray(a).tolist()


def failing_dynamic(int n, int before, int within, int behind):
    cdef int[::1] a = np.zeros(n, dtype=np.intc)
    cdef int i, j
    with nogil, parallel():
        checked(threadid(), before)
        for i in prange(n, schedule="dynamic"):
            a[i] = checked(i, within)
        for j in prange(n, schedule="guided"):
            a[j] = a[n - 1 - j] + checked(j, behind)
    return np.asarray(a).tolist()


finished = []


cdef int finish(int i) except -1 nogil:
    with gil:
        finished.append(i)
    return 0


cdef int so_far() except -1 nogil:
    with gil:
        time.sleep(0.001)
        return len(finished)


def waiting(int n):
    '''The first iteration waits for all others, which another thread has to run. How often it looked, at most 5000 times.'''
    cdef int i
    cdef int[::1] looks = np.zeros(1, dtype=np.intc)
    with nogil, parallel(num_threads=2):
        for i in prange(n, schedule="dynamic"):
            if i == 0:
                while looks[0] < 5000 and so_far() < n - 1:
                    looks[0] = looks[0] + 1
            else:
                finish(i)
    return looks[0], sorted(finished) == list(range(1, n))


def rounds(long count):
    '''Runs for long: every thread at its share, and at the barriers between.'''
    cdef double[::1] a = np.zeros(64)
    cdef long t
    cdef int i, j
    with nogil, parallel():
        for t in range(count):
            for i in prange(64):
                a[i] += 1
            for j in prange(64):
                a[j] -= 0.5
    return a[0]


def summed(int n):
    cdef double[::1] a = np.arange(float(n)), b = np.zeros(n)
    cdef int i, j
    with nogil, parallel(num_threads=2):
        for i in prange(n):
            a[i] = a[i] + 1
        for j in prange(n):
            b[j] = a[n - 1 - j]
    return np.asarray(b).sum()
"""


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("gangs"))
    project.write("kernel.pyx", KERNEL)
    project.pyrx("build", "kernel.pyx")
    return project


def said(kernel, code: str, threads: int):
    kernel.env["PYRX_NUM_THREADS"] = str(threads)
    return kernel.python(f"import kernel, json\n{code}").splitlines()[-1]


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_every_thread_has_a_share_and_comes_behind_the_loop(kernel, threads):
    ran, behind = json.loads(said(kernel, "print(json.dumps(kernel.numbers(20)))", threads))
    assert ran == sorted(ran)
    assert set(ran) == set(range(threads))
    assert behind == [1] * threads + [0] * (64 - threads)


@pytest.mark.parametrize("name", ["failing", "failing_dynamic"])
@pytest.mark.parametrize("threads", [1, 3])
@pytest.mark.parametrize("where", ["0, -1, -1", "-1, 0, -1", "-1, 19, -1", "-1, -1, 7", "0, 3, 5", "-1, 19, 0"])
def test_an_error_ends_all_threads(kernel, name, threads, where):
    """The first error between two barriers, whatever lower threads would do behind the second."""
    # Who comes first to a barrier, and who is stopped before it, differs from one run to the next.
    code = f"""
found = set()
for _ in range(500):
    try: found.add(str(kernel.{name}(20, {where})))
    except KeyError as error: found.add(repr(error))
print(found)
"""
    numbers = [number for number in where.split(", ") if number != "-1"]
    # Which thread takes an iteration, and so which error is that of the lowest one, is open.
    allowed = {f"KeyError({number})" for number in (numbers if name == "failing_dynamic" else numbers[:1])}
    found = ast.literal_eval(said(kernel, code, threads))
    assert found <= allowed and found


def test_iterations_are_taken_one_at_a_time(kernel):
    looks, all_done = ast.literal_eval(said(kernel, "print(kernel.waiting(50))", 2))
    assert all_done and looks < 5000


def test_without_an_error_all_is_done(kernel):
    assert said(kernel, "print(kernel.failing(20, -1, -1, -1))", 3) == str([2 * i for i in range(20)])


@pytest.mark.parametrize("threads", [1, 2])
def test_control_c(kernel, threads):
    # Whoever runs the tests may ignore Ctrl-C, which children inherit.
    heed = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    script = f"{heed}import kernel\nprint('ready', flush=True)\ntry: kernel.rounds(10**12)\nexcept KeyboardInterrupt: print('interrupted')"
    env = kernel.env | {"PYRX_NUM_THREADS": str(threads)}
    child = subprocess.Popen([sys.executable, "-c", script], cwd=kernel.folder, env=env, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.3)
        assert child.poll() is None
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate(timeout=10)
    finally:
        child.kill()
    assert out == "interrupted\n"


def test_gangs_of_many_threads_of_python_beside_each_other(kernel):
    """Each waits for its own members, whoever runs."""
    code = """
import threading
found = []
run = lambda: found.extend(kernel.summed(500) for _ in range(50))
threads = [threading.Thread(target=run) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(found), set(found))
"""
    assert said(kernel, code, 2) == "200 {np.float64(125250.0)}"
