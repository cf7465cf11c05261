"""The script that `pyrx types` runs: as Python runs it, whatever it does."""

import subprocess
import sys

import pytest
from command import ROOT
from recorded import KERNEL, types

sys.path.append(str(ROOT / "tests" / "package"))
from environments import pythons

WITNESS = """\
import sys, threading, os
import kernel
assert __name__ == "__main__" and sys.modules["__main__"].__dict__ is globals()
assert sys.argv == ["sub/use.py", "-v", "--", "a b"], sys.argv
assert sys.path[0] == os.path.dirname(__file__) == os.path.abspath("sub"), sys.path
assert sys.excepthook is sys.__excepthook__
assert not [name for name in globals() if name.startswith("_") and not name.startswith("__")]
thread = threading.Thread(target=kernel.f, args=(2.5,))
thread.start()
thread.join()
if os.fork() == 0:
    kernel.f("in a child")
    os._exit(0)
os.wait()
def recursive(n):
    kernel.f(n) if n == 0 else recursive(n - 1)
recursive(500)
print("out")
print("err", file=sys.stderr)
"""


def test_a_script_is_run_as_python_runs_it(project):
    project.write("sub/kernel.py", "def f(x):\n    return x\n")
    project.write("sub/use.py", WITNESS)
    done = project.pyrx("types", "sub/kernel.py", "--", "sub/use.py", "-v", "--", "a b")
    assert done.stdout == "out\n"
    assert done.stderr == "err\nsub/kernel.py:1: f: `x` was given int, float and str: `--stub` writes overloads\n"


def plain_run(project, *arguments, python=sys.executable):
    """What Python does with a script."""
    done = subprocess.run(
        [python, *arguments], cwd=project.folder, env=project.env, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    ("ending", "how"),
    [
        ("raise ValueError('wrong')", "status 1"),
        ("kernel.f(0)", "status 1"),
        ("import sys; sys.exit(3)", "status 3"),
        ("raise SystemExit('a message')", "status 1"),
        ("import os; os._exit(4)", "status 4"),
        ("import os; os.kill(os.getpid(), 9)", "signal 9"),
        ("raise KeyboardInterrupt", "signal 2"),
        ("def g(:", "status 1"),
        ("import sys; sys.excepthook = lambda *a: print('own', a[0])\nraise KeyError", "status 1"),
        ("try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    raise ValueError from e", "status 1"),
    ],
)
def test_a_script_that_fails(project, ending, how):
    project.write("kernel.py", "def f(x):\n    return 1 / x\n")
    project.write("use.py", f"import atexit\nimport kernel\natexit.register(kernel.f, 2.5)\nkernel.f(1)\n{ending}\n")
    done = project.pyrx("types", "kernel.py", "--", "use.py", status=1)
    _, out, err = plain_run(project, "use.py")
    assert done.stderr.startswith(err), "the traceback is Python's own"
    assert done.stdout.startswith(out)
    assert f"the script ended with {how}: what it would have called then is not known" in done.stderr
    if "def g(" not in ending:
        one_call = "_exit" in ending or "kill" in ending
        assert f"def f(x: {'int' if one_call else 'float'})" in done.stdout
    # Nothing is built from what is not known.
    said = project.pyrx("build", "--types-from", "use.py", "kernel.py", status=1).stderr
    assert f"use.py ended with {how}" in said and not project.extension().exists()


def test_exit_with_zero_is_no_failure(project):
    said, notes = types(project, "def f(x):\n    return x\n", "kernel.f(1)\nimport sys\nsys.exit()\n")
    assert said == ["kernel.py:1: def f(x: int)"] and notes == []


def test_the_module_is_the_script(project):
    project.write("kernel.py", 'def f(x):\n    return x\n\n\nif __name__ == "__main__":\n    print(f(2.5))\n')
    assert project.pyrx("types", "kernel.py").stdout == "2.5\nkernel.py:1: def f(x: float)\n"
    assert project.pyrx("types", "kernel.py", "--", "kernel.py").stdout == "2.5\nkernel.py:1: def f(x: float)\n"


def test_a_module_of_a_package(project):
    project.write("pkg/__init__.py", "from pkg.kernel import f\n\n\ndef here(x):\n    return x\n")
    project.write("pkg/kernel.py", "from . import helper\n\n\ndef f(x):\n    return helper.g(x)\n")
    project.write("pkg/helper.py", "def g(x):\n    return x\n")
    project.write("pkg/__main__.py", "import sys\nfrom pkg import f, here\nf(1)\nhere('a')\nprint(sys.argv[1:])\n")
    done = project.pyrx("types", "pkg/kernel.py", "--", "-m", "pkg", "-x")
    assert done.stdout == "['-x']\npkg/kernel.py:4: def f(x: int)\n"
    done = project.pyrx("types", "pkg/__init__.py", "--", "-m", "pkg")
    assert done.stdout == "[]\npkg/__init__.py:4: def here(x: str)\n"
    project.write("use.py", "import pkg.kernel\npkg.kernel.f(2.5)\n")
    assert "def g(x: float)" in project.pyrx("types", "pkg/helper.py", "--", "use.py").stdout


def test_a_script_with_names_of_pythons_modules(project):
    for name in ("json", "typing", "ast", "inspect", "runpy", "argparse", "types"):
        project.write(f"{name}.py", "WHO = 'own'\n")
    project.write("kernel.py", "def f(x):\n    return x\n")
    project.write(
        "use.py", "import json, ast, inspect, argparse, kernel\nprint(json.WHO + ast.WHO + inspect.WHO)\nkernel.f(1)\n"
    )
    assert project.pyrx("types", "kernel.py", "--", "use.py").stdout == "ownownown\nkernel.py:1: def f(x: int)\n"


def test_arguments_that_misbehave(project):
    calls = """\
class Liar:
    __class__ = int
    def __getattr__(self, name):
        raise RuntimeError(name)
    def __eq__(self, other):
        raise RuntimeError
    __hash__ = None
class Meta(type):
    def __getattribute__(cls, name):
        raise RuntimeError(name)
class Worse(metaclass=Meta):
    pass
kernel.f(Liar())
kernel.f(Worse())
class Dtype(np.float64):
    @property
    def dtype(self):
        raise RuntimeError
kernel.f(Dtype(1))
"""
    said, notes = types(project, "def f(x):\n    return x\n", calls)
    assert said == [] and "no type for __main__.Dtype, __main__.Liar and __main__.Worse" in notes[0]


def test_more_kinds_of_calls_than_are_kept(project):
    calls = "for n in range(300):\n    kernel.f(type(f't{n}', (), {})())\n"
    said, notes = types(project, "def f(x):\n    return x\n", calls)
    assert said == [] and notes == ["kernel.py:1: f: it was called with too many kinds of arguments"]


def test_nothing_is_called(project):
    said, notes = types(project, "def f(x):\n    return x\n\n\ndef g(y):\n    return y\n", "")
    assert said == [] and notes == ["not called by the script: f, g"]


def test_what_cannot_run(project):
    project.write("kernel.py", "def f(x):\n    return x\n")
    assert "there is no script no.py" in project.pyrx("types", "kernel.py", "--", "no.py", status=2).stderr
    assert "takes the name of a module" in project.pyrx("types", "kernel.py", "--", "-m", status=2).stderr
    assert "No module named nothing" in project.pyrx("types", "kernel.py", "--", "-m", "nothing", status=1).stderr
    assert "cannot read" in project.pyrx("types", "no.py", "--", "kernel.py", status=2).stderr
    project.write("kernel.pyx", "def f(int x):\n    return x\n")
    assert "states its types itself" in project.pyrx("types", "kernel.pyx", "--", "kernel.py", status=2).stderr
    project.write("kernel.py", "def f(x:\n")
    assert "P0101" in project.pyrx("types", "kernel.py", status=1).stderr


def test_a_trace_function_of_the_script(project):
    calls = "import sys\nkernel.f(1)\nsys.settrace(None)\nkernel.f(1.5)\n"
    said, notes = types(project, "def f(x):\n    return x\n", calls)
    if sys.version_info >= (3, 12):  # calls are seen by `sys.monitoring`
        assert said == ["kernel.py:1: def f(x: float)"] and notes == []
    else:
        assert said == ["kernel.py:1: def f(x: int)"] and "put a trace function of its own in place" in notes[0]


@pytest.mark.parametrize("python", pythons().values(), ids=pythons().keys())
def test_pythons(project, python):
    project.write("kernel.py", "class P:\n    def f(self, x, y=None):\n        return self.f(x - 1) if x else 1 / y\n")
    use = "import threading, kernel\nkernel.P().f(3, 1.5) if 0 else None\n"
    use += (
        "thread = threading.Thread(target=kernel.P().f, args=(0, 2))\nthread.start()\nthread.join()\nkernel.P().f(0)\n"
    )
    project.write("use.py", use)
    done = project.pyrx("types", "--python", python, "kernel.py", "--", "use.py", status=1)
    assert done.stdout == "kernel.py:2: def f(self, x: int, y=...)\n"
    _, _, err = plain_run(project, "use.py", python=python)
    assert done.stderr.startswith(err) and "`y` was given int and None" in done.stderr


def test_sources_are_run_beside_extensions(project):
    project.write("kernel.py", "def f(x):\n    return x\n")
    project.write("pkg/__init__.py", "")
    project.write("pkg/inner.py", "def f(x):\n    return x\n")
    project.pyrx("build", "kernel.py", "pkg/inner.py")
    use = "import kernel, pkg.inner\nkernel.f(1)\npkg.inner.f(2.5)\nprint(kernel.__file__[-3:], pkg.inner.__file__[-3:])\n"
    project.write("use.py", use)
    said = project.pyrx("types", "kernel.py", "--", "use.py").stdout
    assert said == ".py .so\nkernel.py:1: def f(x: int)\n"
    said = project.pyrx("types", "pkg/inner.py", "--", "use.py").stdout
    assert said == ".so .py\npkg/inner.py:1: def f(x: float)\n"


def test_sources_are_run_instead_of_what_a_finder_has(project):
    """As that of an editable install, which knows extensions of folders that are not on the path."""
    project.write("src/kernel.py", "def f(x):\n    return x\n")
    finder = "class Finder:\n    def find_spec(self, name, path=None, target=None):\n        raise ImportError(name)\n"
    use = f"import sys\n{finder}sys.meta_path.insert(1, Finder())\nimport kernel\nkernel.f(1)\n"
    project.write("app/use.py", use)
    assert "ImportError: kernel" in plain_run(project, "app/use.py")[2]
    assert project.pyrx("types", "src/kernel.py", "--", "app/use.py").stdout == "src/kernel.py:1: def f(x: int)\n"


def test_a_module_with_the_name_of_a_built_in_one(project):
    project.write("faulthandler.py", "def enable(x):\n    return x\n")
    project.write("use.py", "import faulthandler\nprint(faulthandler.__spec__.origin)\n")
    said = project.pyrx("types", "faulthandler.py", "--", "use.py")
    assert said.stdout == plain_run(project, "use.py")[1] == "built-in\n"


def test_a_function_that_numba_compiles(project):
    project.write("numba.py", "def njit(f):\n    return lambda *a: 1\n")
    source = "import numba\n\n\n@numba.njit\ndef f(x):\n    return x\n"
    said, notes = types(project, source, "kernel.f(1)\n")
    assert said == [] and notes == ["kernel.py:5: f: calls of what Numba compiles are seen with NUMBA_DISABLE_JIT=1"]


def test_types_of_a_test_run(project):
    project.write("kernel.py", KERNEL)
    project.write("test_kernel.py", "import kernel\n\n\ndef test_pick():\n    assert kernel.pick(1) == 3\n")
    done = project.pyrx("types", "kernel.py", "--", "-m", "pytest", "-q", "-p", "no:cacheprovider", status=1)
    assert done.stdout.endswith("kernel.py:8: def pick(x: int)\n") and "assert 2 == 3" in done.stdout
