"""`profile=True`: what cProfile and `sys.setprofile` see of compiled functions, and that nothing else changes."""

import pytest
from command import Project

MODULE = """\
# pyrx: profile=True
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
            s += i
        return s
"""

SEEN = """
import kernel, sys
seen = []
def note(frame, event, _):
    code = frame.f_code
    if code.co_filename.endswith("kernel.py"):
        seen.append((event, code.co_qualname, frame.f_lineno))
"""


@pytest.fixture(scope="module")
def profiled(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("profiled"))
    project.write("kernel.py", MODULE)
    project.pyrx("build", "kernel.py")
    return project


def test_a_profile_names_functions_by_file_line_and_name(profiled):
    said = profiled.python(
        "import cProfile, kernel, pstats\n"
        "with cProfile.Profile() as profile:\n"
        "    kernel.twice(1.0, y=3.0); kernel.twice(2.0); kernel.hidden(1.0); kernel.Thing().method(3)\n"
        "stats = pstats.Stats(profile).stats\n"
        "print(sorted((*at[1:], found[0]) for at, found in stats.items() if at[0].endswith('kernel.py')))"
    )
    # Calls between compiled functions have no frames.
    assert said == "[(9, 'twice', 2), (19, 'method', 1)]\n"


def test_a_profile_function_sees_calls_and_returns(profiled):
    said = profiled.python(f"{SEEN}\nsys.setprofile(note); kernel.twice(1.0); sys.setprofile(None); print(seen)")
    assert said == "[('call', 'twice', 9), ('return', 'twice', 9)]\n"


def test_errors_are_as_without(profiled):
    said = profiled.python(
        "import kernel, traceback\n"
        "for call in (lambda: kernel.twice(1.0, y=0.0), lambda: kernel.twice(), lambda: kernel.Thing.method()):\n"
        "    try: call()\n"
        "    except Exception as error:\n"
        "        names = [frame.name for frame in traceback.extract_tb(error.__traceback__)[2:]]\n"
        "        print(type(error).__name__, error, names)"
    )
    assert said.splitlines() == [
        "ZeroDivisionError float division by zero ['twice', 'quotient']",
        "TypeError twice() missing 1 required positional argument: 'x' []",
        "TypeError Thing.method() missing 2 required positional arguments: 'self' and 'n' []",
    ]


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
    kernel.pyrx("build", "kernel.py")
    call = "sys.setprofile(note); kernel.total(3); sys.setprofile(None); print(seen)"
    assert kernel.python(f"{SEEN}\n{call}") == "[]\n"
    kernel.pyrx("build", "-X", "profile=true", "kernel.py")
    assert kernel.python(f"{SEEN}\n{call}") == "[('call', 'total', 1), ('return', 'total', 1)]\n"


def test_the_dialect_of_cython(project):
    source = "# cython: profile=True\ncpdef double f(double x):\n    return x / 2\n\n\ndef g(int n):\n    return f(n)\n"
    project.write("kernel.pyx", source)
    project.pyrx("build", "kernel.pyx")
    said = project.python(
        "import kernel, sys\nseen = []\n"
        "def note(frame, event, _):\n"
        "    if frame.f_code.co_filename.endswith('kernel.pyx'): seen.append((event, frame.f_code.co_name, frame.f_lineno))\n"
        "sys.setprofile(note); kernel.g(3); kernel.f(1.0); sys.setprofile(None); print(seen)"
    )
    assert said == "[('call', 'g', 6), ('return', 'g', 6), ('call', 'f', 2), ('return', 'f', 2)]\n"
