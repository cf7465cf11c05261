"""`profile=True`: what cProfile and `sys.setprofile` see of compiled functions is what they see of interpreted ones."""

import json

import pytest
from command import Project

MODULE = """\
# pyrx: profile=True
import numpy as np
import pyrx


def quotient(x: float, y: float) -> float:
    return x / y


def twice(x: float, *, y: float = 2.0) -> float:
    return quotient(x, y) + 1.0


@pyrx.profile(False)
def hidden(x: float) -> float:
    return x * 2.0


class Thing:
    def method(self, n: int) -> int:
        s = 0
        for i in range(n):
            s += square(i)
        return s


@pyrx.wraparound(False)
@pyrx.boundscheck(True)
def square(x):
    return x * x


def both(n: int, x: float) -> float:
    return square(n) + square(x)


def fibonacci(n: int) -> int:
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def caught(x: float) -> float:
    try:
        return quotient(x, 0.0)
    except ZeroDivisionError:
        return square(x)
    finally:
        square(1)


def passed(x: float) -> float:
    return twice(x, y=0.0)


def nothing() -> None:
    pass


def nested(n: int) -> float:
    nothing()
    return quotient(square(quotient(4.0, 2.0)), both(n, 1.0))


def through(call: object, n: int) -> float:
    s = 0.0
    for i in range(n):
        call(i)
        s += square(s) + square(i)
    return s


def back(n: int) -> int:
    return fibonacci(n)


def item(xs: "np.ndarray[tuple[int], np.dtype[np.float64]]", at: int) -> float:
    return xs[at]


def total(xs: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> float:
    s = 0.0
    for i in range(len(xs)):
        s += item(xs, i)
    return s


def beyond(xs: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> float:
    return item(xs, 0) + item(xs, len(xs))


def mixed(x: float) -> float:
    return hidden(square(x)) + square(hidden(x))


CALLS = [
    (twice, 1.0), (Thing().method, 3), (both, 3, 0.5), (fibonacci, 4), (caught, 2.0), (passed, 1.0), (nested, 2),
    (through, back, 2), (through, print, 1), (through, quotient, 2), (total, np.arange(3.0)), (total, np.empty(0)),
    (total, np.arange(9.0)[::-3]), (beyond, np.ones(1)), (mixed, 1.5), (twice,), (nothing,),
]
"""

# What a profiler saw: events, names, lines of the `def`s, and who called.
SEEN = """
import importlib.machinery, importlib.util, json, sys
if sys.argv[1:] == ["python"]:
    loader = importlib.machinery.SourceFileLoader("kernel", "kernel.py")
    spec = importlib.util.spec_from_loader("kernel", loader)
    kernel = sys.modules["kernel"] = importlib.util.module_from_spec(spec)
    loader.exec_module(kernel)
else:
    import kernel
    assert not kernel.__file__.endswith(".py")
seen = []
def known(frame):
    return frame.f_code.co_filename.endswith(("kernel.py", "kernel.pyx"))
def note(frame, event, value):
    code = frame.f_code
    if known(frame) and code.co_name not in UNSEEN and event in ("call", "return"):
        caller = frame.f_back
        while caller and caller.f_code.co_name in UNSEEN:
            caller = caller.f_back
        caller = caller.f_code.co_qualname if caller and known(caller) else ""
        module = frame.f_globals["__name__"]
        seen.append((event, module, code.co_name, code.co_qualname, code.co_firstlineno, caller))
UNSEEN = {"hidden"}
def watched(function, *args):
    seen.clear()
    sys.setprofile(note)
    try:
        said = str(function(*args))
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
    finally:
        sys.setprofile(None)
    return [said, list(seen)]
"""

PYX = """\
# cython: profile=True
cdef double half(double x) except? -1:
    return x / 2

cpdef double f(double x):
    return half(x) + 1

cdef double quiet(double x) noexcept:
    return half(x)

cdef double bare(double x) noexcept nogil:
    return x + 1

def g(int n):
    return f(n) + quiet(n)

def apart(int n):
    cdef double x = bare(n)
    with nogil:
        x = bare(x)
    return x

ctypedef fused number:
    int
    double

cdef number same(number x):
    return x

def h():
    return same(1) + same(2.0)

ctypedef double (*Unary)(double) except? -1

cdef double apply(Unary u, double x) except? -1:
    return u(x)

def k(double x):
    return apply(half, x)
"""


@pytest.fixture(scope="module")
def profiled(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("profiled"))
    project.write("kernel.py", MODULE)
    assert " 0 left to the interpreter" in project.pyrx("build", "kernel.py").stderr
    project.write("seen.py", SEEN)
    return project


@pytest.fixture(scope="module")
def dialect(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("dialect"))
    project.write("kernel.pyx", PYX)
    project.pyrx("build", "kernel.pyx")
    project.write("seen.py", SEEN)
    return project


def names(project, call):
    """The calls that a profiler sees, indented by their depth."""
    said = project.python(f"import json\nfrom seen import *\nprint(json.dumps({call}))")
    depth, found = 0, []
    for event, _, name, *_ in json.loads(said.splitlines()[-1])[1]:
        depth -= event == "return"
        if event == "call":
            found.append(" " * depth + name)
            depth += 1
    assert depth == 0
    return found


def test_what_a_profile_function_sees_is_what_it_sees_of_python(profiled):
    run = (
        "import sys; sys.argv = ['seen.py', {!r}]\nfrom seen import *\n"
        "print(json.dumps([[call[0].__qualname__, *watched(*call)] for call in kernel.CALLS]))"
    )
    python, compiled = (
        json.loads(profiled.python(run.format(kind)).splitlines()[-1]) for kind in ("python", "compiled")
    )
    for expected, said in zip(python, compiled, strict=True):
        assert said == expected, expected[0]
    assert sum(len(events) for _, _, events in python) > 120


def test_a_profile_names_functions_and_their_callers(profiled):
    run = (
        "import sys; sys.argv = ['seen.py', {!r}]\nimport cProfile, pstats\nfrom seen import kernel\n"
        "with cProfile.Profile() as profile:\n"
        "    kernel.twice(1.0, y=3.0); kernel.nested(2); kernel.hidden(1.0); kernel.Thing().method(3); kernel.fibonacci(5)\n"
        "    try: kernel.passed(1.0)\n"
        "    except ZeroDivisionError: pass\n"
        "stats = pstats.Stats(profile).stats\n"
        "ours = lambda at: at[0].endswith('kernel.py') and at[2] != 'hidden'\n"
        "print(sorted((*at[1:], cc, nc, sorted((*by[1:], n[0]) for by, n in callers.items() if ours(by)))\n"
        "             for at, (cc, nc, _, _, callers) in stats.items() if ours(at)))\n"
        "print(all(0 <= own <= whole for _, _, own, whole, _ in stats.values()))"
    )
    python, compiled = (profiled.python(run.format(kind)) for kind in ("python", "compiled"))
    assert compiled == python
    assert "'fibonacci', 1, 15" in python


def test_errors_are_as_without(profiled):
    calls = (
        "import kernel, traceback, sys\n"
        "def fails(): raise KeyError('x')\n"
        "def say():\n"
        "    for call in (lambda: kernel.twice(1.0, y=0.0), lambda: kernel.passed(1.0), lambda: kernel.twice(),\n"
        "                 lambda: kernel.Thing.method(), lambda: kernel.through(lambda n: fails(), 1)):\n"
        "        try: call()\n"
        "        except Exception as error:\n"
        "            frames = traceback.extract_tb(error.__traceback__)[1:]\n"
        "            print(type(error).__name__, error, [(f.name, f.lineno) for f in frames], error.__context__)\n"
    )
    without = profiled.python(f"{calls}say()")
    assert profiled.python(f"{calls}sys.setprofile(lambda *_: None)\nsay()") == without
    assert without.count("('twice', 11), ('quotient', 7)]") == 2


def test_a_profiler_that_raises(profiled):
    """Where a call begins or ends, in functions that raise nothing themselves, too."""
    said = profiled.python(
        "import kernel, sys\n"
        "def at(where, name):\n"
        "    def note(frame, event, _):\n"
        "        if event == where and frame.f_code.co_name == name: raise LookupError(where)\n"
        "    return note\n"
        "for where in 'call', 'return':\n"
        "    for name, call in ('nothing', kernel.nested), ('square', kernel.nested), ('quotient', kernel.caught):\n"
        "        sys.setprofile(at(where, name))\n"
        "        try: print(call(2))\n"
        "        except LookupError as error: print(error, error.__context__, sys.getprofile())\n"
        "        finally: sys.setprofile(None)"
    )
    assert said == "call None None\n" * 3 + "return None None\n" * 3


def test_native_code_nests_deeper_than_frames(profiled):
    profiled.write(
        "deep.py", "# pyrx: profile=True\ndef deep(n: int) -> int:\n    return 0 if n == 0 else deep(n - 1) + 1\n"
    )
    profiled.pyrx("build", "deep.py")
    said = profiled.python(
        "import cProfile, deep, pstats, sys\nprofile = cProfile.Profile()\nprint(profile.runcall(deep.deep, 5000))\n"
        "[calls] = [found[1] for at, found in pstats.Stats(profile).stats.items() if at[2] == 'deep']\n"
        "print(100 < calls <= sys.getrecursionlimit())\n"
        "sys.setprofile(lambda *_: None); print(deep.deep(5000))"
    )
    assert said == "5000\nTrue\n5000\n"


def test_the_body_that_a_frame_runs_is_called_once(profiled):
    """What profilers find in the frame does nothing any more."""
    said = profiled.python(
        "import kernel, sys\nkept = []\n"
        "def note(frame, event, _):\n"
        "    if frame.f_code.co_name == 'quotient': kept.extend(frame.f_locals.values())\n"
        "sys.setprofile(note); kernel.quotient(1.0, 2.0); sys.setprofile(None)\n"
        "for body in kept:\n"
        "    try: body()\n"
        "    except RuntimeError as error: print(error)"
    )
    assert said == "the call is over\n" * 2


def test_threads_are_seen_each_for_itself(profiled):
    said = profiled.python(
        "import kernel, sys, threading\nseen = []\n"
        "def note(frame, event, _):\n"
        "    if event == 'call' and frame.f_code.co_name == 'square': seen.append(threading.current_thread().name)\n"
        "def work(watch):\n"
        "    if watch: sys.setprofile(note)\n"
        "    for _ in range(50): kernel.both(1, 2.0)\n"
        "threads = [threading.Thread(target=work, args=(name == 'a',), name=name) for name in 'ab']\n"
        "for thread in threads: thread.start()\n"
        "for thread in threads: thread.join()\n"
        "print(set(seen), len(seen))"
    )
    assert said == "{'a'} 100\n"


def test_parallel_loops_and_released_blocks_are_not_seen(profiled):
    profiled.write(
        "apart.py",
        "# pyrx: profile=True\nimport pyrx\nfrom pyrx import prange\n\n\ndef square(x: float) -> float:\n    return x * x\n\n\n"
        "def loop(n: int) -> float:\n    s = square(1.0)\n    for i in prange(n):\n        s += square(2.0)\n    return s\n",
    )
    profiled.pyrx("build", "apart.py")
    said = profiled.python(
        "import apart, sys\nseen = []\nsys.setprofile(lambda f, e, _: seen.append((f.f_code.co_name, e)))\n"
        "for n in 0, 1, 10000: apart.loop(n)\nsys.setprofile(None)\n"
        "print([seen.count((name, 'call')) for name in ('loop', 'square')])"
    )
    assert said == "[3, 3]\n"


def test_the_function_is_what_it_was(profiled):
    said = profiled.python(
        "import gc, inspect, kernel, pickle, weakref\n"
        "print(type(kernel.twice).__name__, inspect.signature(kernel.twice), kernel.twice.__wrapped__.__name__)\n"
        "print(pickle.loads(pickle.dumps(kernel.twice)) is kernel.twice, kernel.twice.__wrapped__(1.0))\n"
        "del kernel.hidden; gc.collect()"
    )
    assert said == "compiled_function (x: float, *, y: float = 2.0) -> float twice\nTrue 1.5\n"


def test_a_broken_assumption_leaves_the_original(profiled):
    profiled.write(
        "other.py", "# pyrx: profile=True\nK = 2\n\n\ndef f(x: int) -> int:\n    return x + K\n\n\nexec('K = 3')\n"
    )
    profiled.pyrx("build", "other.py")
    said = profiled.python("import cProfile, other; p = cProfile.Profile(); print(p.runcall(other.f, 1))")
    assert said == "4\n"


def test_off_there_is_nothing_to_see(kernel):
    kernel.write("seen.py", SEEN)
    kernel.pyrx("build", "kernel.py")
    assert names(kernel, "watched(kernel.total, 3)") == []
    kernel.pyrx("build", "-X", "profile=true", "kernel.py")
    assert names(kernel, "watched(kernel.total, 3)") == ["total"]


def test_c_functions_are_seen(dialect):
    assert names(dialect, "watched(kernel.g, 3)") == ["g", " f", "  half", " quiet", "  half"]
    assert names(dialect, "watched(kernel.f, 1.0)") == ["f", " half"]
    assert names(dialect, "watched(kernel.h)") == ["h", " same", " same"]
    assert names(dialect, "watched(kernel.k, 1.0)") == ["k", " apply", "  half"]


def test_a_function_without_the_lock_is_seen_where_its_caller_has_it(dialect):
    assert names(dialect, "watched(kernel.apart, 1)") == ["apart", " bare"]


def test_what_a_profiler_raises_in_a_noexcept_function_is_printed(dialect):
    said = dialect.python(
        "import kernel, sys\nsys.unraisablehook = lambda told: print(told.exc_type.__name__, told.object)\n"
        "def note(frame, event, _):\n"
        "    if frame.f_code.co_name == 'quiet': raise LookupError\n"
        "sys.setprofile(note)\nprint(kernel.g(2))"
    )
    assert said == "LookupError kernel.quiet\n2.0\n"
